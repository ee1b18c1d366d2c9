"""Proposals gathered by the question they ask, so that one clash is one lead and one dispute.

Two ask the same when they are of one entry of an answer; when they share a statement on one side, with the
words that clash; when what stands on either side of the one is said alike on the other; when they count the
same two values. Figures that differ in more ways than two stand on more sides than two.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Self

from claimgraph.gathering import grouped
from claimgraph.model import Agreement, Claim, Dispute, DisputeKind, Proposal, Span

Side = dict[str, Span]
"""The claims on one side, with where the words quoted of each stand."""
Value = tuple[float | None, float | None, str, str | None]
"""A figure as an interval, with its unit and what befell them."""

DIRECTED = frozenset({"denial", "reversal"})
"""Kinds in which the second side answers the first; in the others neither side is first."""
ANSWERS = frozenset({"denial", "contradiction"})
"""Kinds that readers take for one another."""


class Alike:
    """Tells which claims say the same, and what they count.

    Args:
        claims: the claims there are, by id.
        agreements: the pairs that the rules find to say the same.
    """

    def __init__(self, claims: Mapping[str, Claim], agreements: Iterable[Agreement]) -> None:
        self.claims = claims
        self.same = frozenset(frozenset((one.a, one.b)) for one in agreements)

    def said(self, one: str, other: str) -> bool:
        """Tell whether two claims are one, or say the same."""
        return one == other or frozenset((one, other)) in self.same

    def parted(self, pair: tuple[str, str], dispute: Dispute) -> bool:
        """Tell whether two claims, or what says the same as they do, stand on two sides of a dispute."""
        return any(
            all(any(self.said(mine, one) for one in side) for mine, side in zip(pair, two, strict=True))
            for two in permutations(dispute.sides, 2)
        )

    def counted(self, one: Proposal, dispute: Dispute) -> bool:
        """Tell whether two sides of a dispute give the two figures that a proposal quotes."""
        mine = (self.values(one.a, one.words[0]), self.values(one.b, one.words[1]))
        sides = [frozenset[Value]().union(*map(self.values, side)) for side in dispute.sides]
        return any(mine[0] & first and mine[1] & second for first, second in permutations(sides, 2))

    def values(self, claim: str, words: Span | None = None) -> frozenset[Value]:
        """Return the figures that a claim gives in some words of it, or in all."""
        found = self.claims[claim].quantities if claim in self.claims else ()
        return frozenset(
            (one.low, one.high, one.unit, one.event)
            for one in found
            if words is None or (one.span[0] < words[1] and words[0] < one.span[1])
        )


@dataclass(slots=True)
class Question:
    """One clash, as one proposal or several tell it."""

    sides: list[Side]
    proposals: list[Proposal]
    alike: Alike

    @classmethod
    def of(cls, entry: Sequence[Proposal], alike: Alike) -> Self:
        """Return the question that the proposals of one entry ask."""
        first: Side = {}
        second: Side = {}
        for one in entry:
            first.setdefault(one.a, one.words[0])
            second.setdefault(one.b, one.words[1])
        for claim in first.keys() & second.keys():
            del second[claim]
        return cls([first, second], list(entry), alike)

    @property
    def kind(self) -> DisputeKind:
        """The kind that most of its proposals name; of as many, one whose second side answers the first."""
        counted = Counter(one.kind for one in self.proposals)
        return max(counted, key=lambda kind: (counted[kind], kind in DIRECTED))

    def take(self, other: Self) -> bool:
        """Take in another question if it is the same; tell whether it is."""
        if self.kind != other.kind and not {self.kind, other.kind} <= ANSWERS:
            return False
        first, second = other.sides
        turned = [] if {self.kind, other.kind} <= DIRECTED else [(second, first)]
        for sides in ((first, second), *turned):
            homes = self._homes(sides)
            if homes is not None:
                self._add(other, homes, sides)
                return True
        return False

    def _homes(self, sides: tuple[Side, Side]) -> tuple[int, int] | None:
        """Return the sides on which those of another question belong; None when it is another question."""
        if self.kind == "figures":
            return self._homes_by_value(sides)
        here, there = self.sides
        if here.keys() & sides[1].keys() or there.keys() & sides[0].keys():
            return None
        shared = any(self._shares(mine, given) for mine, given in zip(self.sides, sides, strict=True))
        said = all(self._says(mine, given) for mine, given in zip(self.sides, sides, strict=True))
        return (0, 1) if shared or said else None

    def _homes_by_value(self, sides: tuple[Side, Side]) -> tuple[int, int] | None:
        """Return the sides whose values those of other figures are; a third value has a side of its own."""
        one, two = (self._home(side) for side in sides)
        if one is not None and two is not None:
            return (one, two) if one != two else None
        held = frozenset[str]().union(*self.sides)
        new = len(self.sides)
        if one is not None and self._shares(self.sides[one], sides[0]) and not held & sides[1].keys():
            return one, new
        if two is not None and self._shares(self.sides[two], sides[1]) and not held & sides[0].keys():
            return new, two
        return None

    def _home(self, given: Side) -> int | None:
        """Return the side that counts what another does."""
        values = self._values(given)
        for place, mine in enumerate(self.sides):
            if (values and values & self._values(mine)) or (not values and self._shares(mine, given)):
                return place
        return None

    def _values(self, side: Side) -> frozenset[Value]:
        return frozenset[Value]().union(*(self.alike.values(one, words) for one, words in side.items()))

    def _shares(self, mine: Side, given: Side) -> bool:
        """Tell whether two sides hold one claim, with the same words quoted, or some of them."""
        return any(
            one in mine and mine[one][0] < words[1] and words[0] < mine[one][1]
            for one, words in given.items()
        )

    def _says(self, mine: Side, given: Side) -> bool:
        """Tell whether two sides hold the same words, or two claims that say the same."""
        others = ((one, other) for one in mine for other in given if one != other)
        return self._shares(mine, given) or any(self.alike.said(*pair) for pair in others)

    def _add(self, other: Self, homes: tuple[int, int], sides: tuple[Side, Side]) -> None:
        """Put the sides of another question with those on which they belong; no claim stands on two."""
        held = {one: place for place, side in enumerate(self.sides) for one in side}
        for home, side in zip(homes, sides, strict=True):
            if home == len(self.sides):
                self.sides.append({})
            for one, words in side.items():
                if held.setdefault(one, home) == home:
                    self.sides[home].setdefault(one, words)
        self.proposals.extend(other.proposals)


def questions(proposals: Iterable[Proposal], alike: Alike) -> list[Question]:
    """Return what some proposals ask, each question once, in the order in which they were first asked."""
    given = list(proposals)
    entries = grouped(
        ((one.model, one.prompt, one.question or place), one) for place, one in enumerate(given)
    )
    asked = [Question.of(entry, alike) for entry in entries.values()]
    found: list[Question] = []
    for question in sorted(asked, key=lambda one: one.kind not in DIRECTED):
        if not any(other.take(question) for other in found):
            found.append(question)
    order = {id(one): place for place, one in enumerate(given)}
    for question in found:
        question.proposals.sort(key=lambda one: order[id(one)])
    return sorted(found, key=lambda one: order[id(one.proposals[0])])
