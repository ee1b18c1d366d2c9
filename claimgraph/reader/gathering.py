"""The sentences of a story put together, so that what may clash stands in one prompt.

First by what they count, where two articles count it; then by what few others hold: words, names, and
the event that claims are of. The nearest join first (single linkage, Kruskal 1956), up to a size.
"""

import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from claimgraph.match.context import Node
from claimgraph.reader.layout import Unit

Key = TypeVar("Key", bound=Hashable)

FEW = 20
"""Sentences that hold a word, at most, before it tells nothing of which belong together."""


def once(units: Iterable[Unit], words: Callable[[Unit], str]) -> list[Unit]:
    """Return sentences with their reprints in other articles put to the first, in reading order.

    Args:
        units: the sentences of a story, in reading order.
        words: the words of a sentence, by which a reprint is known.
    """
    printed: dict[str, list[Unit]] = {}
    for unit in units:
        printed.setdefault(words(unit), []).append(unit)
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


Nearness = Mapping[tuple[int, int], float]
"""How near two sentences are, by their places in a list, the first of the two first."""


def nearness(units: Sequence[Unit], nodes: Mapping[str, Node]) -> Nearness:
    """Return how much sentences share that few others hold; the rarer it is, the more it tells.

    Args:
        units: the sentences of a story, in reading order.
        nodes: what is known of each claim.
    """
    holding: dict[tuple[str, str], list[int]] = {}
    for place, unit in enumerate(units):
        for key in dict.fromkeys(_held(unit, nodes)):
            holding.setdefault(key, []).append(place)
    shared: dict[tuple[int, int], list[float]] = {}
    for places in holding.values():
        if len(places) <= FEW:
            for pair in combinations(places, 2):
                shared.setdefault(pair, []).append(1 / math.log2(1 + len(places)))
    return {pair: math.fsum(weights) for pair, weights in shared.items()}


def by_nearness(places: Iterable[int], near: Nearness, sizes: Sequence[int], most: int) -> list[list[int]]:
    """Return some sentences in groups of those that are near each other, each group in reading order.

    Args:
        places: the sentences to group.
        near: how near sentences are.
        sizes: how many characters each sentence takes.
        most: how many characters a group takes at most, but for one sentence alone.
    """
    home = {place: place for place in places}
    groups = {place: [place] for place in home}
    taken = {place: sizes[place] for place in home}
    for a, b in sorted(near, key=lambda pair: (-near[pair], pair)):
        if a not in home or b not in home:
            continue
        low, high = sorted((home[a], home[b]))
        if low != high and taken[low] + taken[high] <= most:
            for place in groups[high]:
                home[place] = low
            groups[low] += groups.pop(high)
            taken[low] += taken[high]
    return [sorted(group) for _, group in sorted(groups.items())]


def packed(groups: Sequence[list[int]], near: Nearness, sizes: Sequence[int], most: int) -> list[list[int]]:
    """Return groups packed into prompts, each with those that are nearest to what it holds already.

    Args:
        groups: sentences that stand together, each group no longer than a prompt.
        near: how near sentences are.
        sizes: how many characters each sentence takes.
        most: how many characters a prompt holds.

    Returns:
        The places of the groups in each prompt, as they were given.
    """
    whole = [sum(sizes[place] for place in group) for group in groups]
    home = {place: number for number, group in enumerate(groups) for place in group}
    linked: dict[int, dict[int, list[float]]] = {}
    for (a, b), weight in near.items():
        one, two = home[a], home[b]
        if one != two:
            linked.setdefault(one, {}).setdefault(two, []).append(weight)
            linked.setdefault(two, {}).setdefault(one, []).append(weight)
    waiting = dict.fromkeys(range(len(groups)))
    parts = []
    while waiting:
        part: list[int] = []
        drawn: dict[int, float] = {}
        room = most
        while fitting := [one for one in waiting if whole[one] <= room or not part]:
            best = (
                max(fitting, key=lambda one: (drawn.get(one, 0.0) / whole[one], -one)) if part else fitting[0]
            )
            part.append(best)
            room -= whole[best]
            del waiting[best]
            for other, weights in linked.get(best, {}).items():
                drawn[other] = drawn.get(other, 0.0) + math.fsum(weights)
        parts.append(sorted(part))
    return parts


def _held(unit: Unit, nodes: Mapping[str, Node]) -> Iterable[tuple[str, str]]:
    """Yield what tells of which matter a sentence is: words with meaning, names, its events."""
    for claim in unit.claims:
        node = nodes[claim.id]
        yield from (("word", one) for one in sorted(node.stems))
        yield from (("name", one) for one in sorted(node.names))
        if claim.subject:
            yield "event", claim.subject
