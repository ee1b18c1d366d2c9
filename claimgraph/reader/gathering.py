"""The sentences of a story put together, so that what may clash stands in one prompt.

First by what they count, where two articles count it; then by what few others hold: words, names, and
the event that claims are of. The nearest join first (single linkage, Kruskal 1956), up to a size. A prompt is
filled with the groups that are nearest to those in it, and what is near but was parted meets once more.
"""

import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from claimgraph.gathering import grouped
from claimgraph.match.context import Node
from claimgraph.reader.layout import Unit

Key = TypeVar("Key", bound=Hashable)

FEW = 20
"""Sentences that hold a word, at most, before it tells nothing of which belong together."""
Nearness = Mapping[tuple[int, int], float]
"""How near two sentences are, by their places; the first of the two first."""


def once(units: Iterable[Unit], words: Callable[[Unit], str]) -> list[Unit]:
    """Return sentences with their reprints in other articles put to the first, in reading order.

    Args:
        units: the sentences of a story, in reading order.
        words: the words of a sentence, by which a reprint is known.
    """
    printed = grouped((words(unit), unit) for unit in units)
    return [
        replace(
            found[0], also=tuple(dict.fromkeys(one.source for one in found if one.source != found[0].source))
        )
        for found in printed.values()
    ]


def by_figures(units: Sequence[Unit]) -> dict[tuple[str, str], list[int]]:
    """Return the places of sentences that count what another article counts too, by what they count.

    A sentence stands with what most articles count, of all that it counts; what most count comes first.
    """
    held = [list(dict.fromkeys(_kinds(unit))) for unit in units]
    telling: dict[tuple[str, str], set[str]] = {}
    for unit, kinds in zip(units, held, strict=True):
        for kind in kinds:
            telling.setdefault(kind, set()).update(unit.sources)
    groups: dict[tuple[str, str], list[int]] = {
        kind: [] for kind in sorted(telling, key=lambda kind: -len(telling[kind]))
    }
    for place, kinds in enumerate(held):
        best = max(kinds, key=lambda kind: len(telling[kind]), default=None)
        if best is not None and len(telling[best]) > 1:
            groups[best].append(place)
    return {kind: group for kind, group in groups.items() if group}


def _kinds(unit: Unit) -> list[tuple[str, str]]:
    """Return what the figures of a sentence count: the unit, and what befell them."""
    return [(one.unit, one.event or "") for claim in unit.claims for one in claim.quantities]


class Sentences:
    """The sentences of a story, by their places in reading order.

    Args:
        nodes: what is known of each claim.
        size: how many characters a sentence takes.
    """

    def __init__(self, units: Sequence[Unit], nodes: Mapping[str, Node], size: Callable[[Unit], int]) -> None:
        self.units = units
        self.sizes = list(map(size, units))
        self.near = _nearness(units, nodes)

    def whole(self, group: Iterable[int]) -> int:
        """Return how many characters some sentences take."""
        return sum(self.sizes[place] for place in group)

    def grouped(self, places: Iterable[int], most: int, near: Nearness | None = None) -> list[list[int]]:
        """Return some sentences in groups of those that are near each other, each group in reading order.

        Args:
            places: the sentences to group.
            most: how many characters a group takes at most, but for one sentence alone.
            near: how near they are; as they are known to be when None.
        """
        near = self.near if near is None else near
        home = {place: place for place in places}
        groups = {place: [place] for place in home}
        for a, b in sorted(near, key=lambda pair: (-near[pair], pair)):
            if a in home and b in home and home[a] != home[b]:
                low, high = sorted((home[a], home[b]))
                if self.whole(groups[low]) + self.whole(groups[high]) <= most:
                    home |= dict.fromkeys(groups[high], low)
                    groups[low] += groups.pop(high)
        return [sorted(group) for _, group in sorted(groups.items())]

    def packed(self, groups: Sequence[Sequence[int]], most: int) -> list[list[int]]:
        """Return which groups a prompt holds, prompt by prompt: each with what is nearest to what it holds.

        Args:
            groups: sentences that stand together, in the order in which prompts are begun.
            most: how many characters a prompt holds.
        """
        sizes = [self.whole(group) for group in groups]
        linked = self._linked(groups)
        waiting = dict.fromkeys(range(len(groups)))
        parts = []
        while waiting:
            part: list[int] = []
            drawn: dict[int, float] = {}
            room = most
            while fitting := [one for one in waiting if sizes[one] <= room or not part]:
                best = fitting[0]
                if part:
                    best = max(fitting, key=lambda one: (drawn.get(one, 0.0) / sizes[one], -one))
                part.append(best)
                room -= sizes[best]
                del waiting[best]
                for other, weight in linked.get(best, {}).items():
                    drawn[other] = drawn.get(other, 0.0) + weight
            parts.append(sorted(part))
        return parts

    def _linked(self, groups: Sequence[Sequence[int]]) -> dict[int, dict[int, float]]:
        """Return how near groups are to one another."""
        home = {place: number for number, group in enumerate(groups) for place in group}
        linked: dict[int, dict[int, float]] = {}
        for (a, b), weight in sorted(self.near.items()):
            one, two = home.get(a), home.get(b)
            if one is not None and two is not None and one != two:
                for here, there in ((one, two), (two, one)):
                    held = linked.setdefault(here, {})
                    held[there] = held.get(there, 0.0) + weight
        return linked

    def parted(self, parts: Sequence[Iterable[int]], most: int, many: int) -> list[list[int]]:
        """Return groups of sentences of several articles that are near each other and in no prompt together.

        Args:
            parts: the sentences in each prompt there is.
            most: how many characters a group takes at most.
            many: how many characters all of them take at most; the nearest are chosen.
        """
        part_of = {place: number for number, part in enumerate(parts) for place in part}
        near = {
            (a, b): weight
            for (a, b), weight in self.near.items()
            if part_of[a] != part_of[b] and set(self.units[a].sources).isdisjoint(self.units[b].sources)
        }
        groups = self.grouped(sorted({place for pair in near for place in pair}), most, near)
        chosen = []
        for group in self._densest(groups, near):
            if self.whole(group) <= many:
                chosen.append(group)
                many -= self.whole(group)
        return sorted(chosen)

    def _densest(self, groups: Sequence[list[int]], near: Nearness) -> list[list[int]]:
        """Return the groups in which anything is near, those first that hold most of it by their length."""
        home = {place: number for number, group in enumerate(groups) for place in group}
        within = grouped((home[a], weight) for (a, b), weight in near.items() if home[a] == home[b])
        dense = {one: math.fsum(weights) / self.whole(groups[one]) for one, weights in within.items()}
        return [groups[one] for one in sorted(dense, key=lambda one: (-dense[one], one))]


def _nearness(units: Sequence[Unit], nodes: Mapping[str, Node]) -> Nearness:
    """Return how much sentences share that few others hold; the rarer it is, the more it tells."""
    holding = grouped(
        (key, place) for place, unit in enumerate(units) for key in dict.fromkeys(_held(unit, nodes))
    )
    few = [places for places in holding.values() if len(places) <= FEW]
    shared = grouped((pair, 1 / math.log2(1 + len(some))) for some in few for pair in combinations(some, 2))
    return {pair: math.fsum(weights) for pair, weights in shared.items()}


def _held(unit: Unit, nodes: Mapping[str, Node]) -> Iterable[tuple[str, str]]:
    """Yield what tells of which matter a sentence is: words with meaning, names, its events."""
    for claim in unit.claims:
        node = nodes[claim.id]
        yield from (("word", one) for one in sorted(node.stems))
        yield from (("name", one) for one in sorted(node.names))
        if claim.subject:
            yield "event", claim.subject
