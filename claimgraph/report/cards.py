"""A dispute becomes a card: a heading, its sides laid out alike, and why it was flagged.

Invariant: a heading holds the words of a statement on the card, or what its figures are of.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from claimgraph.model import Act, Claim, Dispute, DisputeKind, Quantity, Reason, Update
from claimgraph.report.lookup import Lookup
from claimgraph.report.shapes import Card, Section, Side, Why
from claimgraph.report.statements import UNKNOWN_SPEAKER, Statements
from claimgraph.report.wording import (
    KIND_MEANS,
    KIND_WORDS,
    capital,
    count,
    counted,
    join,
    measured,
    position,
    sentence,
    shorten,
    unquoted,
)

Measure = tuple[str, str | None]
"""What a figure is of: its unit and what happened."""

ACCUSING = ("accus", "blam", "charg", "fault", "implicat", "indict")
"""How the verbs begin whose object is the accused, so that the rest says nothing without them."""
GAP = 2
"""Characters between a verb and the words that depend on it, at most."""
HEADING = 80
"""Characters of the words quoted in a heading."""
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
            heading=self._heading(dispute),
            line=_line(sides),
            sides=sides,
            reasons=reasons(dispute.reasons),
            state=dispute.state,
            joint=len(spans) == 1,
        )

    def update(self, update: Update) -> Card:
        """Return figures or states that changed with time as a card, oldest first."""
        sides = tuple(self._make_side(side, update, _articles(self._claims(side))) for side in update.sides)
        heading = self._what_is_counted(update) or sides[0].statements[0].brief
        line = capital(" — then ".join(f"{side.name} {side.position}" for side in sides))
        return Card(
            id=update.id,
            number=0,
            kind="update",
            label="changed with time",
            means="",
            heading=capital(heading),
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

    def _heading(self, dispute: Dispute) -> str:
        """Return the question the sides answer, in the words of the articles and of neither side alone."""
        counts = self._what_is_counted(dispute) if dispute.kind == "figures" else None
        claim = self.lookup.claims[self._stated(dispute)]
        told = self._with_verb(claim)
        stated = shorten(unquoted(told or claim.text), HEADING)
        if dispute.kind == "mutual_accusation":
            return f"Each accuses the other: “{stated}”"
        if dispute.kind == "figures":
            return capital(counts or stated)
        if told is None:
            return f"Whether “{stated}”"
        return f"{capital(self.statements.name(claim) or UNKNOWN_SPEAKER)}: “{stated}”"

    def _with_verb(self, claim: Claim) -> str | None:
        """Return an accusation with the verb that its words depend on: "accused the firm of fraud"."""
        if claim.act is not Act.ACCUSE or claim.cue is None or claim.target is None:
            return None
        start, end = claim.cue
        text = self.lookup.source_of(claim).text
        whom = any(word.startswith(ACCUSING) for word in text[start:end].lower().split())
        return text[start : claim.end] if whom and 0 <= claim.start - end <= GAP else None

    def _stated(self, found: Dispute | Update) -> str:
        """Return the statement that heads a card: the first on it that is no denial, else the first."""
        ranked = [self._ranked(side, found.reasons)[0] for side in found.sides]
        return next((one for one in ranked if position(self.lookup.claims[one]) != "denied"), ranked[0])

    def _what_is_counted(self, found: Dispute | Update) -> str | None:
        """Return what all the figures are of; None when they are not said to be of one thing."""
        sides = [self._claims(side) for side in found.sides]
        shared = _measured(sides, found.reasons)
        if len(shared) != 1 or not all(event for _, event in shared):
            return None
        pointed = [one for side in sides for claim in side for one in _pointed(claim, found.reasons)]
        return measured([one for one in pointed if (one.unit, one.event) in shared])

    def _claims(self, side: Iterable[str]) -> list[Claim]:
        return [self.lookup.claims[claim] for claim in side]

    def _side(self, dispute: Dispute, place: int) -> Side:
        claims = self._claims(dispute.sides[place])
        words = _articles(claims)
        if len(dispute.origins) == len(dispute.sides):
            words = _origins(dispute.origins[place], claims)
        return self._make_side(dispute.sides[place], dispute, words, dispute.kind)

    def _make_side(
        self, side: Sequence[str], found: Dispute | Update, origins: str, kind: DisputeKind = "figures"
    ) -> Side:
        ranked = self._ranked(side, found.reasons)
        shown = tuple(self.statements.of(claim) for claim in ranked)
        claims = self._claims(ranked)
        return Side(
            name=join([self.statements.name(claim) for claim in claims]) or UNKNOWN_SPEAKER,
            position=self._figures(claims, found)
            if kind == "figures"
            else self._position(claims, found, kind),
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

    def _figures(self, claims: Sequence[Claim], found: Dispute | Update) -> str:
        """Return the figures that a side gives."""
        shared = _measured(map(self._claims, found.sides), found.reasons)
        pointed = [quantity for claim in claims for quantity in _pointed(claim, found.reasons)]
        told = [one for one in pointed if (one.unit, one.event) in shared] or pointed
        once = {(one.low, one.high, one.unit, one.event): counted(one) for one in reversed(told)}
        return f"gave {join(tuple(reversed(once.values())))}" if once else "said so"

    def _position(self, claims: Sequence[Claim], found: Dispute | Update, kind: DisputeKind) -> str:
        """Return what a side does about the words of the heading: says so, denies it, or says its own."""
        if kind == "mutual_accusation":
            targets = [self.lookup.side_names[claim.target] for claim in claims if claim.target]
            return f"accused {join(targets)}" if targets else "accused the other side"
        everyone = [self.lookup.claims[one] for side in found.sides for one in side]
        does, heads = position(claims[0]), claims[0].id == self._stated(found)
        alike = len(set(map(position, everyone))) == 1
        denies = kind == "denial" and claims[0].act is Act.DENY
        if kind in {"contradiction", "denial"} and not denies and not heads and (alike or does != "denied"):
            return f"said “{shorten(unquoted(claims[0].text), 70)}”"
        return "said so" if does in {"said", "accused"} or (heads and alike) else f"{does} it"


def _line(sides: Sequence[Side]) -> str:
    """Return the card in one line: who did what, side by side."""
    if all(side.name == UNKNOWN_SPEAKER for side in sides) and len({side.position for side in sides}) == 1:
        return f"Each side {sides[0].position}; who they are is not clear from the article"
    return capital(" — ".join(f"{side.name} {side.position}" for side in sides))


def _pointed(claim: Claim, why: Sequence[Reason]) -> list[Quantity]:
    """Return the figures of a claim that the reasons point at; all of them when they point at none."""
    spans = [(start, end) for reason in why for one, start, end in reason.spans if one == claim.id]
    pointed = [
        quantity
        for quantity in claim.quantities
        if any(start < quantity.span[1] and quantity.span[0] < end for start, end in spans)
    ]
    return pointed or list(claim.quantities)


def _measured(sides: Iterable[Iterable[Claim]], why: Sequence[Reason]) -> frozenset[Measure]:
    """Return what the figures of all sides are of: (unit, event); empty when no one thing is shared."""
    found = [
        {(quantity.unit, quantity.event) for claim in side for quantity in _pointed(claim, why)}
        for side in sides
    ]
    return frozenset(set.intersection(*found)) if found else frozenset()


def _articles(claims: Iterable[Claim]) -> str:
    articles = len({claim.source for claim in claims})
    return "1 article" if articles == 1 else f"{articles} articles, not shown to be independent"


def _origins(origins: int, claims: Iterable[Claim]) -> str:
    articles = count(len({claim.source for claim in claims}), "article")
    return f"{count(origins, 'origin', 'distinct origins')}, in {articles}"


def reasons(found: Sequence[Reason]) -> tuple[Why, ...]:
    """Return reasons as sentences, each once."""
    return tuple(dict.fromkeys(Why(reason.rule, sentence(reason.detail)) for reason in found))
