"""Where one claim comes from, link by link, and what stands with and against it.

Invariant: every link is something the findings hold; nothing is inferred here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from claimgraph.errors import NotFoundError
from claimgraph.graph.cards import provenance_card
from claimgraph.lexicon.characters import visible
from claimgraph.model import Claim, Dated, Findings, Source, Span, Speaker

SentenceOf = Callable[[Source, int, int], Span]
"""Gives the bounds of the sentence that holds a stretch of a source."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source and where they stand: ``source.text[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class When:
    """A prefix date, None when unknown, and what it rests on."""

    date: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it, or whom it came through."""

    id: str
    name: str
    kind: str
    role: str | None
    side: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """The source: what it is and how its bytes can be recognised."""

    id: str
    name: str
    path: str
    title: str | None
    publisher: str | None
    url: str | None
    published: When
    sha256: str
    credits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another claim, who says it, where it stands, and why it is related."""

    claim: str
    text: str
    speakers: tuple[str, ...]
    source: str
    why: str
    dispute: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A flag on the claim, with the words of the article it rests on."""

    kind: str
    detail: str
    basis: Passage | None


@dataclass(frozen=True, slots=True)
class Provenance:
    """The chain behind one claim, and what stands beside it."""

    claim: str
    text: str
    act: str
    polarity: str
    position: tuple[int, int]
    speakers: tuple[Voice, ...]
    unknown_speaker: str | None
    via: tuple[Voice, ...]
    said: When
    happened: When
    subject: str | None
    hedges: tuple[str, ...]
    rule: str
    sentence: Passage
    cue: Passage | None
    mention: Passage | None
    source: Article
    carried_by: Related | None
    carries: tuple[Related, ...]
    repeats: tuple[Related, ...]
    agrees: tuple[Related, ...]
    disputes: tuple[Related, ...]
    flags: tuple[Mark, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the whole as plain data."""
        return asdict(self)

    def as_text(self) -> str:
        """Return the whole as an indented text, ending in a newline."""
        return "\n".join(map(visible, _lines(self))) + "\n"

    def __str__(self) -> str:
        return self.as_text()

    def _repr_html_(self) -> str:
        return provenance_card(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002 - as IPython calls it
        printer.text(str(self))


def provenance(findings: Findings, claim_id: str, *, sentence: SentenceOf | None = None) -> Provenance:
    """Return the provenance of a claim.

    Args:
        findings: a collection and what was matched in it.
        claim_id: the claim's id.
        sentence: how to find the sentence round it; its paragraph when None.

    Raises:
        NotFoundError: there is no such claim.
    """
    claims = {claim.id: claim for claim in findings.collection.claims}
    if claim_id not in claims:
        raise NotFoundError(f"no claim {claim_id}; `claimgraph claims` lists them")
    claim = claims[claim_id]
    source = next(one for one in findings.collection.sources if one.id == claim.source)
    chain = _Chain(findings, claims)
    bounds = (sentence or _paragraph)(source, claim.start, claim.end)
    subjects = {one.id: one.label for one in (*findings.collection.subjects, *findings.matching.subjects)}
    return Provenance(
        claim=claim.id,
        text=claim.text,
        act=claim.act.value,
        polarity=claim.polarity,
        position=(claim.start, claim.end),
        speakers=chain.voices(claim.speakers),
        unknown_speaker=claim.unknown_speaker,
        via=chain.voices(claim.via),
        said=_when(claim.said),
        happened=_when(claim.happened),
        subject=subjects.get(claim.subject) if claim.subject else None,
        hedges=claim.hedges,
        rule=claim.rule,
        sentence=_passage(source, bounds),
        cue=_passage(source, claim.cue) if claim.cue else None,
        mention=_passage(source, claim.mention) if claim.mention else None,
        source=_article(source),
        carried_by=chain.related(claims[claim.parent], "it is told within this")
        if claim.parent in claims
        else None,
        carries=tuple(
            chain.related(other, "told within it") for other in claims.values() if other.parent == claim.id
        ),
        repeats=chain.agreeing(claim, independent=False),
        agrees=chain.agreeing(claim, independent=True),
        disputes=chain.opposed(claim),
        flags=_marks(findings, claim, source),
    )


def _paragraph(source: Source, start: int, end: int) -> Span:
    holding = [block for block in source.blocks if block.start < max(end, start + 1) and block.end > start]
    return (min(start, holding[0].start), max(end, holding[-1].end)) if holding else (start, end)


def _passage(source: Source, span: Span) -> Passage:
    return Passage(source.text[span[0] : span[1]], *span)


def _when(dated: Dated) -> When:
    return When(dated.date, dated.basis)


def _article(source: Source) -> Article:
    return Article(
        id=source.id,
        name=source.name,
        path=source.path,
        title=source.title,
        publisher=source.publisher,
        url=source.url,
        published=_when(source.published),
        sha256=source.sha256,
        credits=tuple(f"{credit.name} ({credit.kind})" for credit in source.credits),
    )


def _marks(findings: Findings, claim: Claim, source: Source) -> tuple[Mark, ...]:
    flags = dict.fromkeys((*findings.collection.flags, *findings.matching.flags))
    return tuple(
        Mark(flag.kind, flag.detail, _passage(source, flag.basis) if flag.basis else None)
        for flag in flags
        if flag.claim == claim.id
    )


class _Chain:
    """Looks up who speaks and what is related."""

    def __init__(self, findings: Findings, claims: dict[str, Claim]) -> None:
        self.claims = claims
        self.matching = findings.matching
        self.speakers: dict[str, Speaker] = {one.id: one for one in findings.collection.speakers}
        self.sources = {one.id: one for one in findings.collection.sources}

    def voices(self, ids: Iterable[str]) -> tuple[Voice, ...]:
        found = (self.speakers[one] for one in ids if one in self.speakers)
        return tuple(Voice(one.id, one.name, one.kind, one.role, one.side) for one in found)

    def related(self, claim: Claim, why: str, dispute: str | None = None) -> Related:
        names = tuple(voice.name for voice in self.voices(claim.speakers))
        return Related(claim.id, claim.text, names, self.sources[claim.source].name, why, dispute)

    def agreeing(self, claim: Claim, *, independent: bool) -> tuple[Related, ...]:
        return tuple(self._agreeing(claim, independent=independent))

    def _agreeing(self, claim: Claim, *, independent: bool) -> Iterator[Related]:
        for agreement in self.matching.agreements:
            pair = (agreement.a, agreement.b)
            if agreement.independent is not independent or claim.id not in pair:
                continue
            other = self.claims.get(pair[0] if claim.id == pair[1] else pair[1])
            if other is not None:
                reasons = [reason.detail for reason in agreement.reasons]
                adverse = ["an adverse party says so too"] if agreement.adverse else []
                origins = "independent origins" if independent else "not shown to be independent"
                yield self.related(other, "; ".join([*reasons, *adverse, origins]))

    def opposed(self, claim: Claim) -> tuple[Related, ...]:
        return tuple(self._opposed(claim))

    def _opposed(self, claim: Claim) -> Iterator[Related]:
        for dispute in self.matching.disputes:
            if not any(claim.id in side for side in dispute.sides):
                continue
            why = "; ".join(reason.detail for reason in dispute.reasons)
            for side in dispute.sides:
                if claim.id in side:
                    continue
                for other in side:
                    if other in self.claims:
                        label = f"{dispute.kind.replace('_', ' ')} ({dispute.state})"
                        yield self.related(
                            self.claims[other], f"{label}: {why}" if why else label, dispute.id
                        )


# As text


def _flat(text: str) -> str:
    return " ".join(text.split())


def _dated(when: When) -> str:
    return f"{when.date or 'unknown'} ({when.basis})" if when.date or when.basis != "unknown" else "unknown"


def _voice(voice: Voice) -> str:
    details = [
        detail for detail in (voice.role, voice.kind, f"side: {voice.side}" if voice.side else None) if detail
    ]
    return f"{voice.name} ({', '.join(details)})"


def _lines(found: Provenance) -> Iterator[str]:
    """Yield the text line by line: the chain from the claim to its origins, then the rest."""
    yield f"claim {found.claim}: “{_flat(found.text)}”"
    yield f"  act: {found.act}, {found.polarity}; found by the rule {found.rule or 'unknown'}"
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
    carried = () if found.carried_by is None else (found.carried_by,)
    for title, others in (
        ("told within", carried),
        ("carries", found.carries),
        ("repeats", found.repeats),
        ("agrees with", found.agrees),
        ("disputed by", found.disputes),
    ):
        yield from _related_lines(title, others)
    for mark in found.flags:
        yield f"flag {mark.kind.replace('_', ' ')}: {mark.detail}"
        if mark.basis:
            yield f"  “{_flat(mark.basis.text)}” (characters {mark.basis.start} to {mark.basis.end})"


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
