"""A dispute becomes a card: a heading, its sides laid out alike, and why it was flagged."""

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
    date_words,
    join,
    position,
    sentence,
    shorten,
    unquoted,
)

Measure = tuple[str, str | None]
"""What a figure is of: its unit and what happened."""

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


class Cards:
    """Builds cards from disputes and updates; ``numbers`` are theirs by id, once built."""

    def __init__(self, lookup: Lookup, statements: Statements) -> None:
        self.lookup = lookup
        self.statements = statements
        self.numbers: dict[str, int] = {}

    def sections(self) -> tuple[Section, ...]:
        """Return the disputes in the order of the report; empty sections too."""
        disputes = sorted(self.lookup.findings.matching.disputes, key=self._rank)
        return tuple(
            Section(
                key, title, intro, tuple(self.card(dispute) for dispute in disputes if dispute.kind in kinds)
            )
            for key, title, intro, kinds in SECTIONS
        )

    def card(self, dispute: Dispute) -> Card:
        """Return a dispute as a card."""
        number = self.numbers.setdefault(dispute.id, len(self.numbers) + 1)
        sides = tuple(self._side(dispute, place) for place in range(len(dispute.sides)))
        heading = self._heading(dispute)
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
            heading=heading,
            line=_line(sides),
            sides=sides,
            reasons=reasons(dispute.reasons),
            state=dispute.state,
            joint=len(spans) == 1,
        )

    def update(self, update: Update) -> Card:
        """Return figures or states that changed with time as a card, oldest first."""
        sides = tuple(
            self._make_side(side, update.reasons, "figures", _articles(self._claims(side)), update.sides)
            for side in update.sides
        )
        heading = self.lookup.subject_label(update.subject) or sides[0].statements[0].brief
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

    def _rank(self, dispute: Dispute) -> tuple[bool, float, int]:
        first = min(
            (self.lookup.order.get(claim, 0) for claim in chain.from_iterable(dispute.sides)), default=0
        )
        return (dispute.state == "rejected", -round(dispute.score, 6), first)

    def _heading(self, dispute: Dispute) -> str:
        """Return the question the sides answer, in the words of the articles and of neither side alone."""
        label = self.lookup.subject_label(dispute.subject)
        if dispute.kind == "figures":
            return capital(self._what_is_counted(dispute, label or ""))
        if dispute.kind == "mutual_accusation" and label is not None:
            return capital(label)
        return f"Whether “{shorten(unquoted(self._asked(dispute)), HEADING)}”"

    def _asked(self, dispute: Dispute) -> str:
        """Return the words that are in question: of the first side, those that fired the rule."""
        first = set(dispute.sides[0])
        fired = [span[0] for reason in dispute.reasons for span in reason.spans if span[0] in first]
        return self.lookup.claims[(fired or list(dispute.sides[0]))[0]].text

    def _what_is_counted(self, dispute: Dispute, label: str) -> str:
        """Return the subject's label, unless all the figures are of something that it does not name."""
        shared = _measured(map(self._claims, dispute.sides), dispute.reasons)
        if len(shared) != 1:
            return label
        ((unit, event),) = shared
        if not event or event in label.lower():
            return label
        subject = self.lookup.subjects.get(dispute.subject or "")
        date = f", {date_words(subject.date)}" if subject and subject.date else ""
        return f"{unit} {event}{date}"

    def _claims(self, side: Iterable[str]) -> list[Claim]:
        return [self.lookup.claims[claim] for claim in side]

    def _side(self, dispute: Dispute, place: int) -> Side:
        claims = self._claims(dispute.sides[place])
        words = _articles(claims)
        if len(dispute.origins) == len(dispute.sides):
            words = _origins(dispute.origins[place], claims)
        return self._make_side(dispute.sides[place], dispute.reasons, dispute.kind, words, dispute.sides)

    def _make_side(
        self,
        side: Sequence[str],
        why: Sequence[Reason],
        kind: str,
        origins: str,
        sides: Sequence[Sequence[str]] = (),
    ) -> Side:
        fired = {span[0] for reason in why for span in reason.spans}
        ranked = sorted(dict.fromkeys(side), key=lambda one: (one not in fired, *self._when(one)))
        shown = tuple(self.statements.of(claim) for claim in ranked)
        claims = self._claims(ranked)
        return Side(
            name=join([self.statements.name(claim) for claim in claims]) or UNKNOWN_SPEAKER,
            position=self._position(claims, why, kind, sides),
            statements=shown[:SHOWN],
            more=shown[SHOWN:],
            origins=origins,
        )

    def _when(self, claim_id: str) -> tuple[str, int]:
        claim = self.lookup.claims[claim_id]
        published = self.lookup.source_of(claim).published.date
        return (claim.said.date or published or "9", self.lookup.order[claim_id])

    def _position(
        self, claims: list[Claim], why: Sequence[Reason], kind: str, sides: Sequence[Sequence[str]]
    ) -> str:
        """Return what a side does, in a few words: denies, accuses, gives its figure, or is quoted."""
        if kind == "figures":
            shared = _measured(map(self._claims, sides), why)
            pointed = [quantity for claim in claims for quantity in _pointed(claim, why)]
            told = [one for one in pointed if (one.unit, one.event) in shared] or pointed
            once = {(one.low, one.high, one.unit, one.event): counted(one) for one in reversed(told)}
            if once:
                return f"gave {join(tuple(reversed(once.values())))}"
        if kind == "mutual_accusation":
            targets = [self.lookup.side_names[claim.target] for claim in claims if claim.target]
            return f"accused {join(targets)}" if targets else "accused the other side"
        everyone = [self.lookup.claims[one] for side in sides for one in side]
        does = position(claims[0])
        denies = kind == "denial" and claims[0].act is Act.DENY
        if not denies and kind in {"contradiction", "denial"} and len(set(map(position, everyone))) == 1:
            return f"said “{shorten(unquoted(claims[0].text), 70)}”"
        return "said so" if does in {"said", "accused"} else f"{does} it"


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
