"""What a second reader proposed, laid over a matching: as leads, or listed among the disputes.

Invariants
    - A proposal is never called a dispute on its own; listed among them it is ``proposed`` until a
      person decides.
    - It stands only while both of its claims are there, and where no dispute holds the pair already.
    - Both functions are of the rows alone; nothing here is stored.
"""

from collections import Counter
from collections.abc import Collection as Ids
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from claimgraph.model import (
    Claim,
    Dispute,
    DisputeKind,
    Lead,
    Matching,
    Proposal,
    Quantity,
    Reason,
    Span,
    subject_by_claim,
)

EVEN = 0.5
"""The score of a proposal: a model says no figure that means anything, so all are alike."""
DOUBTED = 0.25
"""The score of one that the fields speak against."""


def with_proposals(matching: Matching, proposals: Iterable[Proposal], claims: Ids[str]) -> Matching:
    """Return the matching with each proposed pair as a lead, before those of the rules.

    Args:
        matching: what was matched.
        proposals: what readers proposed.
        claims: the ids of the claims there are.
    """
    disputed = frozenset[frozenset[str]]().union(*(one.pairs for one in matching.disputes))
    by_pair: dict[frozenset[str], list[Proposal]] = {}
    for one in proposals:
        pair = frozenset((one.a, one.b))
        if pair not in disputed and one.a in claims and one.b in claims:
            by_pair.setdefault(pair, []).append(one)
    if not by_pair:
        return matching
    by_rules = {frozenset((one.a, one.b)): one for one in matching.leads}
    proposed = sorted(
        (_lead(found, by_rules.get(pair)) for pair, found in by_pair.items()),
        key=lambda one: (-one.score, one.a, one.b),
    )
    others = (one for pair, one in by_rules.items() if pair not in by_pair)
    return matching.model_copy(update={"leads": (*proposed, *others)})


def _lead(found: Sequence[Proposal], by_rules: Lead | None) -> Lead:
    """Return a pair as a lead: what readers say of it, then what the rules say."""
    kind = kind_of(found)
    first = next(one for one in found if one.kind == kind)
    once: dict[tuple[str, str, str], Proposal] = {}
    for one in found:
        once.setdefault((one.model, one.kind, one.reason), one)
    reasons = tuple(_reason(one) for one in once.values())
    score = DOUBTED if any(one.doubt for one in found) else EVEN
    return Lead(
        a=first.a,
        b=first.b,
        score=max(score, by_rules.score) if by_rules else score,
        origin="reader",
        reasons=(*reasons, *(by_rules.reasons if by_rules else ())),
        proposals=tuple(found),
    )


def kind_of(found: Sequence[Proposal]) -> DisputeKind:
    """Return the kind that most proposals of a pair name; of as many, the first named."""
    counted = Counter(one.kind for one in found)
    return max(counted, key=lambda kind: counted[kind])


def reader_says(one: Proposal) -> str:
    """Return a proposal in words, with who proposes it and where the fields speak against it."""
    doubt = f" Doubtful: {one.doubt}." if one.doubt else ""
    said = " ".join(one.reason.split()).rstrip(".")
    return f"{said} (proposed by {one.model}, prompt {one.version}/{one.prompt}).{doubt}"


def _reason(one: Proposal) -> Reason:
    spans = tuple((claim, *words) for claim, words in zip((one.a, one.b), one.words, strict=True))
    return Reason(rule="reader", detail=reader_says(one), spans=spans)


def accepted(matching: Matching, claims: Iterable[Claim]) -> Matching:
    """Return the matching with its readers' leads among the disputes, in the state ``proposed``.

    Args:
        matching: a matching with proposals.
        claims: the claims there are, whose figures tell which values are one.
    """
    counted = {claim.id: claim.quantities for claim in claims if claim.quantities}
    subject = subject_by_claim(matching.subjects)
    questions: list[_Question] = []
    for lead in matching.leads:
        if lead.origin == "reader":
            home = next((one for one in questions if one.takes(lead, counted)), None)
            if home is None:
                questions.append(_Question.of(lead))
            else:
                home.add(lead)
    proposed = tuple(one.dispute(subject) for one in questions)
    leads = tuple(one for one in matching.leads if one.origin != "reader")
    return matching.model_copy(update={"disputes": (*matching.disputes, *proposed), "leads": leads})


@dataclass(slots=True)
class _Question:
    """One clash as several proposals tell it: they share a claim, on one side, and its words.

    ``first`` and ``second`` are the claims of the two sides with the words quoted of them.
    """

    kind: DisputeKind
    first: dict[str, Span]
    second: dict[str, Span]
    leads: list[Lead]

    @classmethod
    def of(cls, lead: Lead) -> Self:
        """Return the question that one lead asks."""
        told = _told(lead)
        return cls(told.kind, {told.a: told.words[0]}, {told.b: told.words[1]}, [lead])

    def takes(self, lead: Lead, counted: Mapping[str, Sequence[Quantity]]) -> bool:
        """Tell whether a lead asks the same question, and stands on both sides of it as it does.

        Figures of one side must be of one value: a third value is another question.
        """
        told = _told(lead)
        if told.kind != self.kind or told.a in self.second or told.b in self.first:
            return False
        if self.kind == "figures":
            sides = ((self.first, told.a, told.words[0]), (self.second, told.b, told.words[1]))
            for side, claim, words in sides:
                value = _values(counted.get(claim, ()), words)
                if not all(value & _values(counted.get(one, ()), said) for one, said in side.items()):
                    return False
        held = ((self.first.get(told.a), told.words[0]), (self.second.get(told.b), told.words[1]))
        return any(known and known[0] < words[1] and words[0] < known[1] for known, words in held)

    def add(self, lead: Lead) -> None:
        """Take in one more lead."""
        told = _told(lead)
        self.first.setdefault(told.a, told.words[0])
        self.second.setdefault(told.b, told.words[1])
        self.leads.append(lead)

    def dispute(self, subject: Mapping[str, str]) -> Dispute:
        """Return the question as a dispute that is only proposed."""
        sides = (tuple(self.first), tuple(self.second))
        return Dispute(
            id=Dispute.make_id("proposed", sides),
            kind=self.kind,
            subject=next((subject[one] for one in (*sides[0], *sides[1]) if one in subject), None),
            sides=sides,
            state="proposed",
            score=max(one.score for one in self.leads),
            reasons=tuple(dict.fromkeys(reason for one in self.leads for reason in one.reasons)),
        )


def _values(counted: Iterable[Quantity], words: Span) -> frozenset[tuple[float | None, float | None, str]]:
    """Return the figures that some words give, as intervals with their units."""
    return frozenset(
        (one.low, one.high, one.unit) for one in counted if one.span[0] < words[1] and words[0] < one.span[1]
    )


def _told(lead: Lead) -> Proposal:
    """Return the first proposal of a lead that is of its kind."""
    kind = kind_of(lead.proposals)
    return next(one for one in lead.proposals if one.kind == kind)
