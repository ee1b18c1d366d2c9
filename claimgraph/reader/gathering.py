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

FEW = 12
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


def by_figures(units: Iterable[Unit]) -> dict[tuple[str, str], list[Unit]]:
    """Return the sentences that count what another article counts too, by what they count."""
    return _gathered(units, _kinds)


def _gathered(units: Iterable[Unit], keys: Callable[[Unit], Iterable[Key]]) -> dict[Key, list[Unit]]:
    """Return units by the key that most articles hold, of those that two or more hold; the widest first."""
    held = [(unit, list(dict.fromkeys(keys(unit)))) for unit in units]
    telling: dict[Key, set[str]] = {}
    for unit, found in held:
        for key in found:
            telling.setdefault(key, set()).update(unit.sources)
    groups: dict[Key, list[Unit]] = {key: [] for key in sorted(telling, key=lambda key: -len(telling[key]))}
    for unit, found in held:
        best = max(found, key=lambda key: len(telling[key]), default=None)
        if best is not None and len(telling[best]) > 1:
            groups[best].append(unit)
    return {key: group for key, group in groups.items() if group}


def _kinds(unit: Unit) -> list[tuple[str, str]]:
    """Return what the figures of a sentence count: the unit, and what befell them."""
    return [(one.unit, one.event or "") for claim in unit.claims for one in claim.quantities]


def by_nearness(
    units: Sequence[Unit], nodes: Mapping[str, Node], size: Callable[[Unit], int], most: int
) -> list[list[Unit]]:
    """Return sentences in groups of those that share what few others hold, each group in reading order.

    Args:
        units: the sentences of a story, in reading order.
        nodes: what is known of each claim.
        size: how many characters a sentence takes.
        most: how many characters a group takes at most, but for one sentence alone.
    """
    home = list(range(len(units)))
    groups = {place: [place] for place in home}
    sizes = [size(unit) for unit in units]
    for a, b in _nearest(units, nodes):
        low, high = sorted((home[a], home[b]))
        if low != high and sizes[low] + sizes[high] <= most:
            for place in groups[high]:
                home[place] = low
            groups[low] += groups.pop(high)
            sizes[low] += sizes[high]
    return [[units[place] for place in sorted(group)] for _, group in sorted(groups.items())]


def _nearest(units: Sequence[Unit], nodes: Mapping[str, Node]) -> list[tuple[int, int]]:
    """Return pairs of sentences that share what few hold, the nearest first; the rarer it is, the nearer."""
    holding: dict[tuple[str, str], list[int]] = {}
    for place, unit in enumerate(units):
        for key in dict.fromkeys(_held(unit, nodes)):
            holding.setdefault(key, []).append(place)
    nearness: dict[tuple[int, int], list[float]] = {}
    for places in holding.values():
        if len(places) <= FEW:
            for pair in combinations(places, 2):
                nearness.setdefault(pair, []).append(1 / math.log2(1 + len(places)))
    return sorted(nearness, key=lambda pair: (-math.fsum(nearness[pair]), pair))


def _held(unit: Unit, nodes: Mapping[str, Node]) -> Iterable[tuple[str, str]]:
    """Yield what tells of which matter a sentence is: words with meaning, names, its events."""
    for claim in unit.claims:
        node = nodes[claim.id]
        yield from (("word", one) for one in sorted(node.stems))
        yield from (("name", one) for one in sorted(node.names))
        if claim.subject:
            yield "event", claim.subject
