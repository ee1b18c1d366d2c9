"""An item as it is shown: each statement in its paragraph, the paragraphs around it, the whole article.

Nothing is rewritten: every piece is a stretch of the article, some of it marked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from claimgraph.decisions.bindings import passage
from claimgraph.gathering import grouped
from claimgraph.model import Claim, Dispute, DisputeKind, Findings, Lead, Span
from claimgraph.report.lookup import Lookup
from claimgraph.report.quoting import Segment, segments, stretches
from claimgraph.report.shapes import Dating, Statement
from claimgraph.report.statements import Statements
from claimgraph.report.wording import KIND_MEANS, KIND_WORDS, capital, date_words, sentence
from claimgraph.tracker.proposed import doubts, suggested
from claimgraph.web.queue import Item

AROUND = 600
"""Characters shown at most of the paragraph before and of the one behind a statement."""
READ = frozenset({"title", "heading", "body"})
UNDATED = date_words(None)
QUESTION = "Are these opposed?"
LEAD_MEANS = "No rule calls this a dispute; most leads are none."
PROPOSED = "A language model proposes it as “{kind}”; that is no finding, and you may call it otherwise."
UNTOLD: dict[str, Any] = {
    "question": QUESTION, "kind": "", "means": "", "proposed": None, "doubts": (), "score": "", "reasons": (),
}  # fmt: skip
"""What one who judges blind is shown of what the program and others say: nothing."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the paragraph it stands in, what stands before and what behind, and known dates."""

    statement: Statement
    dates: tuple[Dating, ...]
    before: str
    passage: tuple[Segment, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Text:
    """A whole article, paragraph by paragraph, with the statements of the item marked."""

    id: str
    label: str
    publisher: str
    published: str
    paragraphs: tuple[tuple[Segment, ...], ...]


@dataclass(frozen=True, slots=True)
class View:
    """An item for a reviewer; ``kind``, ``score`` and ``reasons`` are empty for one who judges blind.

    ``proposed`` is the kind that language models suggest, ``doubts`` what speaks against them.
    """

    id: str
    question: str
    kind: str
    means: str
    proposed: DisputeKind | None
    doubts: tuple[str, ...]
    score: str
    sides: tuple[tuple[Told, ...], ...]
    texts: tuple[Text, ...]
    why: str
    reasons: tuple[str, ...]


class Shower:
    """Shows items of some findings."""

    def __init__(self, findings: Findings) -> None:
        self.lookup = Lookup(findings)
        self.statements = Statements(self.lookup)

    def view(self, item: Item, *, blind: bool) -> View:
        """Return an item as a reviewer sees it."""
        thing = item.thing
        view = View(
            id=item.id,
            score=f"{thing.score:.2f}",
            sides=tuple(tuple(map(self.told, side)) for side in item.sides),
            texts=tuple(self._texts(item)),
            reasons=tuple(sentence(one.detail) for one in thing.reasons),
            **(_of_dispute(thing) if isinstance(thing, Dispute) else _of_lead(thing)),
        )
        return replace(view, **UNTOLD) if blind else view

    def told(self, claim_id: str) -> Told:
        """Return a statement in its paragraph."""
        claim = self.lookup.claims[claim_id]
        source, statement = self.lookup.source_of(claim), self.statements.of(claim_id)
        low, high = passage(source, claim)
        read = [one for one in source.blocks if one.kind in READ]
        before = next((one for one in reversed(read) if one.end <= low), None)
        after = next((one for one in read if one.start >= high), None)
        return Told(
            statement=statement,
            dates=tuple(one for one in statement.dates if one.date != UNDATED or one is statement.dates[0]),
            before=_end_of(source.text[before.start : before.end]) if before else "",
            passage=tuple(segments(source.text, (low, high), sorted(_spans(claim)))),
            after=_start_of(source.text[after.start : after.end]) if after else "",
        )

    def _texts(self, item: Item) -> Iterator[Text]:
        shown = (self.lookup.claims[one] for side in item.sides for one in side)
        for identity, claims in grouped((claim.source, claim) for claim in shown).items():
            source, origin = self.lookup.sources[identity], self.statements.of(claims[0].id).origin
            marks = sorted(span for claim in claims for span in _spans(claim))
            yield Text(
                id=identity,
                label=origin.label,
                publisher=origin.publisher or "",
                published=source.published.date or "",
                paragraphs=tuple(
                    tuple(segments(source.text, bounds, marks))
                    for bounds, block in stretches(source)
                    if block or source.text[slice(*bounds)].strip()
                ),
            )


def _of_dispute(dispute: Dispute) -> dict[str, Any]:
    return {
        "question": QUESTION,
        "kind": capital(KIND_WORDS[dispute.kind]),
        "means": KIND_MEANS[dispute.kind],
        "proposed": None,
        "doubts": (),
        "why": "Why the program set them against each other",
    }


def _of_lead(lead: Lead) -> dict[str, Any]:
    kind = suggested(lead)
    return {
        "question": "Read together, are these opposed?",
        "kind": "Lead",
        "means": PROPOSED.format(kind=capital(KIND_WORDS[kind])) if kind else LEAD_MEANS,
        "proposed": kind,
        "doubts": doubts(lead) if kind else (),
        "why": "Why they are worth reading together",
    }


def _spans(claim: Claim) -> tuple[Span, ...]:
    return claim.content or ((claim.start, claim.end),)


def _end_of(text: str) -> str:
    return text if len(text) <= AROUND else f"… {text[-AROUND:].split(' ', 1)[-1]}"


def _start_of(text: str) -> str:
    return text if len(text) <= AROUND else f"{text[:AROUND].rsplit(' ', 1)[0]} …"
