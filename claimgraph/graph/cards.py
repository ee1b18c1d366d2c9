"""The provenance of a claim as a card for a notebook."""

from collections.abc import Iterable

from claimgraph.graph import markup
from claimgraph.graph.chain import Article, Chain, Passage, Related, Voice, found_by
from claimgraph.model import Dated

_TITLES = (
    "Told within",
    "Carries",
    "Repeats (not shown to be independent)",
    "Agrees with (independent origins)",
    "In dispute with",
)


def provenance_card(found: Chain) -> str:
    """Return the chain behind a claim, and what stands beside it, as HTML."""
    return markup.card(
        f"Where claim {found.claim} comes from",
        f'<blockquote style="margin:.3em 1em">{_marked(found)}</blockquote>',
        markup.facts(_chain(found)),
        *map(_related, _TITLES, found.beside),
        _flags(found),
        label=f"Provenance of claim {found.claim}",
    )


def _marked(found: Chain) -> str:
    """Return the sentence with the claimed words marked."""
    sentence, (start, end) = found.sentence, found.position
    low, high = max(0, start - sentence.start), max(0, end - sentence.start)
    words = sentence.text
    parts = (words[:low], words[low:high], words[high:])
    before, claimed, after = (markup.text(part) for part in parts)
    lead = " " if parts[0][-1:].isspace() else ""
    trail = " " if parts[2][:1].isspace() else ""
    return f"{before}{lead}<mark>{claimed}</mark>{trail}{after}"


def _chain(found: Chain) -> Iterable[tuple[str, str | None]]:
    source = found.source
    yield "Said by", "; ".join(map(_voice, found.speakers)) or markup.text(found.unknown_speaker or "unknown")
    yield "Came through", " ← ".join(map(_voice, found.via)) or None
    yield "Act", markup.text(f"{found.act}, {found.polarity}")
    yield "Words that attribute", _passage(found.cue)
    yield "Speaker printed as", _passage(found.mention)
    yield "Said", _when(found.said)
    yield "Happened", _when(found.happened)
    yield "Subject", markup.text(found.subject) if found.subject else None
    yield "Hedges", markup.text(", ".join(found.hedges)) or None
    yield "Article", _article(source)
    yield "Characters", f"{found.position[0]:,} to {found.position[1]:,}"
    yield "Published", _when(source.published)
    yield "Draws on", markup.text("; ".join(source.credits)) or "no other source named"
    yield "File", f"{markup.text(source.name)}, SHA-256 <code>{markup.text(source.sha256[:16])}…</code>"
    yield "Found by", markup.text(found_by(found.rule))


def _voice(voice: Voice) -> str:
    details = (voice.role, voice.kind, f"side: {voice.side}" if voice.side else "side unknown")
    return f"<b>{markup.text(voice.name)}</b> ({markup.text(', '.join(filter(None, details)))})"


def _when(when: Dated) -> str:
    basis = f" ({markup.text(when.basis)})" if when.basis != "unknown" else ""
    return f"{markup.text(when.date or 'unknown')}{basis}"


def _passage(passage: Passage | None) -> str | None:
    return None if passage is None else markup.quote(passage.text)


def _article(source: Article) -> str:
    by = f", {markup.text(source.publisher)}" if source.publisher else ""
    return f"{markup.text(source.title or source.name)}{by}"


def _related(title: str, others: Iterable[Related]) -> str:
    items = [
        f"<b>{markup.text(', '.join(other.speakers) or 'Speaker unknown')}</b>: {markup.quote(other.text)} "
        f"({markup.text(other.source)}, <code>{markup.text(other.claim)}</code>)<br>"
        f"<small>{markup.text(other.why)}</small>"
        for other in others
    ]
    return _listed(title, items)


def _flags(found: Chain) -> str:
    items = [
        f"{markup.text(mark.kind.replace('_', ' '))}: {markup.text(mark.detail)}"
        + (f" {markup.quote(mark.basis.text)}" if mark.basis else "")
        for mark in found.flags
    ]
    return _listed("Marked", items)


def _listed(title: str, items: list[str]) -> str:
    head = f'<p style="margin:.5em 0 0"><b>{markup.text(title)}</b></p>'
    return f"{head}{markup.listed(items)}" if items else ""
