"""A dispute becomes a card: a heading, its sides laid out alike, and why it was flagged.

Invariant: headings and key words are the articles' own (``questions``).
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from claimgraph.model import Claim, Dispute, DisputeKind, Reason, Update
from claimgraph.report.lookup import Lookup
from claimgraph.report.questions import Questions
from claimgraph.report.shapes import Card, Section, Side, Why
from claimgraph.report.statements import UNKNOWN_SPEAKER, Statements
from claimgraph.report.wording import KIND_MEANS, KIND_WORDS, capital, count, join, sentence

SHOWN = 3
"""Statements of one side shown before the rest is folded away."""

SECTIONS: tuple[tuple[str, str, str, frozenset[DisputeKind]], ...] = (
    (
        "denied",
        "Denied and contradicted",
        "Something is stated, and somebody denies it or states what cannot also be true.",
        frozenset({"denial", "contradiction"}),
    ),
    (
        "reversed",
        "Taken back",
        "One and the same party stated one thing and then another.",
        frozenset({"reversal"}),
    ),
    (
        "figures",
        "Figures in conflict",
        "Figures for the same thing, over the same time, that cannot all be right.",
        frozenset({"figures"}),
    ),
    (
        "accusations",
        "Mutual accusations",
        "Each side accuses the other. Neither accusation is shown here to be true or false.",
        frozenset({"mutual_accusation"}),
    ),
)

CONFIRMED = (
    "confirmed",
    "Confirmed by a reviewer",
    "A person has read both sides and found them opposed. Which of them is right is not said.",
)
REJECTED = (
    "rejected",
    "Rejected by a reviewer",
    "The program set these against each other; a person has read them and found that they are not opposed.",
)


class Cards:
    """Builds cards from disputes and updates; ``numbers`` are theirs by id, once built."""

    def __init__(self, lookup: Lookup, statements: Statements) -> None:
        self.lookup = lookup
        self.statements = statements
        self.questions = Questions(lookup)
        self.numbers: dict[str, int] = {}

    def sections(self) -> tuple[Section, ...]:
        """Return the disputes as they are shown: confirmed, open by kind, rejected; empty sections too."""
        disputes = sorted(self.lookup.findings.matching.disputes, key=self._rank)
        chosen: list[tuple[str, str, str, list[Dispute]]] = [
            (*CONFIRMED, [one for one in disputes if one.state == "confirmed"])
        ]
        for key, title, intro, kinds in SECTIONS:
            found = [one for one in disputes if one.state == "open" and one.kind in kinds]
            chosen.append((key, title, intro, found))
        chosen.append((*REJECTED, [one for one in disputes if one.state == "rejected"]))
        return tuple(
            Section(key, title, intro, tuple(map(self.card, found))) for key, title, intro, found in chosen
        )

    def card(self, dispute: Dispute) -> Card:
        """Return a dispute as a card."""
        number = self.numbers.setdefault(dispute.id, len(self.numbers) + 1)
        sides = tuple(self._side(dispute, place) for place in range(len(dispute.sides)))
        spans = {
            (claim.source, claim.start, claim.end)
            for side in dispute.sides
            for claim in map(self.lookup.claims.__getitem__, side)
        }
        return Card(
            id=dispute.id,
            number=number,
            kind=dispute.kind,
            label=KIND_WORDS[dispute.kind],
            means=KIND_MEANS[dispute.kind],
            heading=self.questions.heading(dispute, self._leading(dispute), dispute.kind),
            line=_line(sides),
            sides=sides,
            reasons=reasons(dispute.reasons),
            state=dispute.state,
            joint=len(spans) == 1,
        )

    def update(self, update: Update) -> Card:
        """Return figures or states that changed with time as a card, oldest first."""
        sides = tuple(
            self._make_side(side, update, _articles(self._claims(side)), "update") for side in update.sides
        )
        line = capital(" — then ".join(f"{side.name}: {side.position}" for side in sides))
        return Card(
            id=update.id,
            number=0,
            kind="update",
            label="changed with time",
            means="",
            heading=self.questions.heading(update, self._leading(update), "update"),
            line=line,
            sides=sides,
            reasons=reasons(update.reasons),
            state="open",
        )

    def _rank(self, dispute: Dispute) -> tuple[float, int]:
        first = min(
            (self.lookup.order.get(claim, 0) for claim in chain.from_iterable(dispute.sides)), default=0
        )
        return (-round(dispute.score, 6), first)

    def _claims(self, side: Iterable[str]) -> list[Claim]:
        return [self.lookup.claims[claim] for claim in side]

    def _side(self, dispute: Dispute, place: int) -> Side:
        claims = self._claims(dispute.sides[place])
        words = _articles(claims)
        if len(dispute.origins) == len(dispute.sides):
            words = _origins(dispute.origins[place], claims)
        return self._make_side(dispute.sides[place], dispute, words, dispute.kind)

    def _leading(self, found: Dispute | Update) -> list[list[Claim]]:
        """Return the claims of each side, those that the reasons point at first."""
        return [self._claims(self._ranked(side, found.reasons)) for side in found.sides]

    def _make_side(self, side: Sequence[str], found: Dispute | Update, origins: str, kind: str) -> Side:
        ranked = self._ranked(side, found.reasons)
        shown = tuple(self.statements.of(claim) for claim in ranked)
        claims = self._claims(ranked)
        return Side(
            name=join([self.statements.name(claim) for claim in claims]) or UNKNOWN_SPEAKER,
            position=self.questions.said(claims, found, kind),
            statements=shown[:SHOWN],
            more=shown[SHOWN:],
            origins=origins,
        )

    def _ranked(self, side: Iterable[str], why: Sequence[Reason]) -> list[str]:
        """Return the statements of a side in the order in which the reasons point at them, then by age."""
        pointed = dict.fromkeys(span[0] for reason in why for span in reason.spans)
        order = {claim: place for place, claim in enumerate(pointed)}
        return sorted(dict.fromkeys(side), key=lambda one: (order.get(one, len(order)), *self._when(one)))

    def _when(self, claim_id: str) -> tuple[str, int]:
        claim = self.lookup.claims[claim_id]
        published = self.lookup.source_of(claim).published.date
        return (claim.said.date or published or "9", self.lookup.order[claim_id])


def _line(sides: Sequence[Side]) -> str:
    """Return the card in one line: each side with its key words, or all sides with the words they share."""
    said = {side.position for side in sides}
    if len(said) > 1:
        return capital(" — ".join(f"{side.name}: {side.position}" for side in sides))
    names = dict.fromkeys(side.name for side in sides)
    return capital(f"{' — '.join(names)}: {said.pop()}")


def _articles(claims: Iterable[Claim]) -> str:
    articles = len({claim.source for claim in claims})
    return "1 article" if articles == 1 else f"{articles} articles, not shown to be independent"


def _origins(origins: int, claims: Iterable[Claim]) -> str:
    articles = count(len({claim.source for claim in claims}), "article")
    return f"{count(origins, 'origin', 'distinct origins')}, in {articles}"


def reasons(found: Sequence[Reason]) -> tuple[Why, ...]:
    """Return reasons as sentences, each once."""
    return tuple(dict.fromkeys(Why(reason.rule, sentence(reason.detail)) for reason in found))
