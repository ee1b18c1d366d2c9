"""The provenance of a claim as an indented text."""

from collections.abc import Iterable, Iterator

from claimgraph.graph.chain import Article, Chain, Related, Voice, found_by
from claimgraph.model import Dated

_TITLES = ("told within", "carries", "repeats", "agrees with", "disputed by")


def lines(found: Chain) -> Iterator[str]:
    """Yield the text line by line: the chain from the claim to its origins, then the rest."""
    yield f"claim {found.claim}: “{_flat(found.text)}”"
    yield f"  act: {found.act}, {found.polarity}; found by {found_by(found.rule)}"
    yield f"  said by: {'; '.join(map(_voice, found.speakers)) or found.unknown_speaker or 'unknown'}"
    if found.via:
        yield f"  came through: {' <- '.join(map(_voice, found.via))}"
    yield f"  said: {_dated(found.said)}"
    yield f"  happened: {_dated(found.happened)}"
    if found.subject:
        yield f"  subject: {found.subject}"
    if found.hedges:
        yield f"  hedged: {', '.join(found.hedges)}"
    yield f"sentence, characters {found.sentence.start} to {found.sentence.end}"
    yield f"  “{_flat(found.sentence.text)}”"
    yield from _article_lines(found.source)
    for title, others in zip(_TITLES, found.beside, strict=True):
        yield from _related_lines(title, others)
    for mark in found.flags:
        yield f"flag {mark.kind.replace('_', ' ')}: {mark.detail}"
        if mark.basis:
            yield f"  “{_flat(mark.basis.text)}” (characters {mark.basis.start} to {mark.basis.end})"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _dated(when: Dated) -> str:
    return f"{when.date or 'unknown'} ({when.basis})" if when.date or when.basis != "unknown" else "unknown"


def _voice(voice: Voice) -> str:
    details = (voice.role, voice.kind, f"side: {voice.side}" if voice.side else None)
    return f"{voice.name} ({', '.join(filter(None, details))})"


def _article_lines(source: Article) -> Iterator[str]:
    yield f"source {source.id}: {source.title or source.name}"
    yield f"  file: {source.path}"
    if source.publisher:
        yield f"  publisher: {source.publisher}"
    if source.url:
        yield f"  address: {source.url}"
    yield f"  published: {_dated(source.published)}"
    yield f"  sha256: {source.sha256}"
    yield f"  credits: {'; '.join(source.credits) or 'none named'}"


def _related_lines(title: str, others: Iterable[Related]) -> Iterator[str]:
    for other in others:
        yield f"{title} {other.claim}: “{_flat(other.text)}”"
        yield f"  {', '.join(other.speakers) or 'speaker unknown'}, in {other.source}"
        yield f"  {other.why}"
