"""Where one claim comes from, link by link, and what stands with and against it.

Invariant: every link is something the findings hold; nothing is inferred here.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from claimgraph.errors import NotFoundError
from claimgraph.graph.cards import provenance_card
from claimgraph.graph.chain import Article, Chain, Mark, Passage, Related, Voice
from claimgraph.graph.lines import lines
from claimgraph.lexicon.characters import visible
from claimgraph.model import Claim, Findings, Source, Span

SentenceOf = Callable[[Source, int, int], Span]
"""Gives the bounds of the sentence that holds a stretch of a source."""


class Provenance(Chain):
    """The chain behind one claim, as data, as text and as a notebook shows it."""

    def as_dict(self) -> dict[str, Any]:
        """Return the whole as plain data."""
        return self.model_dump()

    def as_text(self) -> str:
        """Return the whole as an indented text, ending in a newline."""
        return "\n".join(map(visible, lines(self))) + "\n"

    def __str__(self) -> str:
        return self.as_text()

    def _repr_html_(self) -> str:
        return provenance_card(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002 - as IPython calls it
        printer.text(str(self))


def provenance(findings: Findings, claim_id: str, *, sentence: SentenceOf | None = None) -> Provenance:
    """Return the provenance of a claim.

    Args:
        sentence: how to find the sentence round it; its paragraph when None.

    Raises:
        NotFoundError: there is no such claim.
    """
    claims = {claim.id: claim for claim in findings.collection.claims}
    if claim_id not in claims:
        raise NotFoundError(f"no claim {claim_id}; `claimgraph claims` lists them")
    claim = claims[claim_id]
    parent = claims.get(claim.parent or "")
    source = next(one for one in findings.collection.sources if one.id == claim.source)
    links = _Links(findings, claims)
    bounds = (sentence or Source.paragraph)(source, claim.start, claim.end)
    subjects = {one.id: one.label for one in findings.matching.subjects}
    return Provenance(
        claim=claim.id,
        text=claim.text,
        act=claim.act.value,
        polarity=claim.polarity,
        position=(claim.start, claim.end),
        speakers=links.voices(claim.speakers),
        unknown_speaker=claim.unknown_speaker,
        via=links.voices(claim.via),
        said=claim.said,
        happened=claim.happened,
        subject=subjects.get(claim.subject or ""),
        hedges=claim.hedges,
        rule=claim.rule,
        sentence=_passage(source, bounds or (claim.start, claim.end)),
        cue=_passage(source, claim.cue) if claim.cue else None,
        mention=_passage(source, claim.mention) if claim.mention else None,
        source=_article(source),
        carried_by=links.related(parent, "it is told within this") if parent else None,
        carries=tuple(
            links.related(one, "told within it") for one in claims.values() if one.parent == claim.id
        ),
        repeats=tuple(links.agreeing(claim, independent=False)),
        agrees=tuple(links.agreeing(claim, independent=True)),
        disputes=tuple(links.opposed(claim)),
        flags=_marks(findings, claim, source),
    )


def _passage(source: Source, span: Span) -> Passage:
    return Passage(text=source.text[span[0] : span[1]], start=span[0], end=span[1])


def _article(source: Source) -> Article:
    drawn_on = tuple(f"{credit.name} ({credit.kind})" for credit in source.credits)
    same = source.model_dump(include=set(Article.model_fields) - {"credits"})
    return Article(**same, credits=drawn_on)


def _marks(findings: Findings, claim: Claim, source: Source) -> tuple[Mark, ...]:
    flags = dict.fromkeys((*findings.collection.flags, *findings.matching.flags))
    return tuple(
        Mark(kind=flag.kind, detail=flag.detail, basis=_passage(source, flag.basis) if flag.basis else None)
        for flag in flags
        if flag.claim == claim.id
    )


class _Links:
    """Looks up who speaks and what is related."""

    def __init__(self, findings: Findings, claims: dict[str, Claim]) -> None:
        self.claims = claims
        self.matching = findings.matching
        self.speakers = {one.id: one for one in findings.collection.speakers}
        self.sources = {one.id: one for one in findings.collection.sources}

    def voices(self, ids: Iterable[str]) -> tuple[Voice, ...]:
        found = (self.speakers[one] for one in ids if one in self.speakers)
        return tuple(Voice.model_validate(one, from_attributes=True) for one in found)

    def related(self, claim: Claim, why: str, dispute: str | None = None) -> Related:
        names = tuple(voice.name for voice in self.voices(claim.speakers))
        source = self.sources[claim.source].name
        return Related(
            claim=claim.id, text=claim.text, speakers=names, source=source, why=why, dispute=dispute
        )

    def agreeing(self, claim: Claim, *, independent: bool) -> Iterator[Related]:
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

    def opposed(self, claim: Claim) -> Iterator[Related]:
        for dispute in self.matching.disputes:
            across = [side for side in dispute.sides if claim.id not in side]
            if len(across) == len(dispute.sides):
                continue
            reasons = "; ".join(reason.detail for reason in dispute.reasons)
            label = f"{dispute.kind.replace('_', ' ')} ({dispute.state})"
            why = f"{label}: {reasons}" if reasons else label
            for other in filter(None, map(self.claims.get, chain.from_iterable(across))):
                yield self.related(other, why, dispute.id)
