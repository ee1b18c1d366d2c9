"""Articles on one story, for the order of a report: those that share the names they tell of.

An article is a vector of the names in its text, weighted by how few articles hold them; two are of one
story when an event or a dispute links them, or when the cosine of their vectors reaches ``NEAR`` and the
groups they stand in are alike on the whole: one name in common makes no chain of strangers. On 14
collections of known stories this parts what is of two and joins what is of one, but for single articles
that share no name with the others.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations

from claimgraph.gathering import grouped
from claimgraph.lexicon import words
from claimgraph.model import Source
from claimgraph.report.lookup import Lookup

NEAR = 0.12
"""Cosine from which two articles are of one story."""
ALIKE = 0.06
"""Mean cosine between two groups of articles from which they are joined."""
ASKED = 40
"""Articles of a group that are asked for their likeness to another's."""
KNOWN_BY = 24
"""Names of an article, its heaviest, by which others are looked for."""
COMMON = 400
"""Articles from which on a name links none of them."""

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]{2,}")
"""A capital within a sentence."""


@dataclass(frozen=True, slots=True)
class Storyline:
    """The articles of one story, in reading order; ``centre`` is the one most like the others."""

    articles: tuple[str, ...]
    centre: str


def storylines(lookup: Lookup) -> tuple[Storyline, ...]:
    """Return the stories, those of the articles read first in front."""
    near = _near(_vectors(lookup.sources.values()))
    groups = Groups(lookup.sources)
    for one, two in _linked(lookup):
        groups.join(one, two)
    for (one, two), cosine in sorted(near.items(), key=lambda pair: (-round(pair[1], 9), pair[0])):
        if cosine >= NEAR and groups.likeness(one, two, near) >= ALIKE:
            groups.join(one, two)
    likeness: Counter[str] = Counter()
    for (one, two), cosine in near.items():
        likeness[one] += round(cosine * 1e6)
        likeness[two] += round(cosine * 1e6)
    return tuple(
        Storyline(articles, max(articles, key=lambda one: (likeness[one], -articles.index(one))))
        for articles in grouped((groups.top(source), source) for source in lookup.sources).values()
    )


class Groups:
    """Things, by their ids, being gathered into groups."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._root = {one: one for one in ids}
        self._members = {one: [one] for one in self._root}

    def top(self, one: str) -> str:
        """Return the one that stands for the group of another."""
        while self._root[one] != one:
            one = self._root[one]
        return one

    def join(self, one: str, two: str) -> None:
        """Make the groups of two one; the smaller goes into the larger."""
        first, second = sorted((self.top(one), self.top(two)), key=lambda top: -len(self._members[top]))
        if first != second:
            self._root[second] = first
            self._members[first] += self._members.pop(second)

    def likeness(self, one: str, two: str, near: Mapping[tuple[str, str], float]) -> float:
        """Return the mean of what is told of pairs of two groups, of some of each where they are large."""
        first, second = (self._members[self.top(each)][:ASKED] for each in (one, two))
        if first == second:
            return 1.0
        told = [near.get((a, b)) or near.get((b, a)) or 0.0 for a in first for b in second]
        return math.fsum(told) / len(told)


def _vectors(sources: Iterable[Source]) -> dict[str, dict[str, float]]:
    """Return the names of each article with their weights, of unit length."""
    apart = words("cues", "time_words")
    told = {
        source.id: Counter(name for name in map(str.lower, _NAME.findall(source.text)) if name not in apart)
        for source in sources
    }
    held = Counter(chain.from_iterable(told.values()))
    found = {}
    for source, names in told.items():
        weights = {
            name: (1 + math.log(often)) * math.log1p(len(told) / held[name]) for name, often in names.items()
        }
        length = math.sqrt(math.fsum(weight**2 for weight in weights.values())) or 1.0
        found[source] = {name: weight / length for name, weight in weights.items()}
    return found


def _near(vectors: dict[str, dict[str, float]]) -> dict[tuple[str, str], float]:
    """Return the pairs of articles that share a name they are known by, with their cosines."""
    holding = grouped(
        (name, source)
        for source, names in vectors.items()
        for name in sorted(names, key=lambda name: (-names[name], name))[:KNOWN_BY]
    )
    pairs = dict.fromkeys(
        pair for sources in holding.values() if len(sources) < COMMON for pair in combinations(sources, 2)
    )
    return {(one, two): _cosine(vectors[one], vectors[two]) for one, two in pairs}


def _cosine(one: dict[str, float], two: dict[str, float]) -> float:
    return math.fsum(weight * two[name] for name, weight in one.items() if name in two)


def _linked(lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Yield articles that an event or a dispute links."""
    matching = lookup.findings.matching
    disputes = (one.sides for one in matching.disputes if one.state != "proposed")
    sides = (*disputes, *(one.sides for one in matching.updates))
    together = [tuple(chain.from_iterable(one)) for one in sides]
    for claims in (*(subject.claims for subject in matching.subjects), *together):
        sources = dict.fromkeys(lookup.claims[claim].source for claim in claims if claim in lookup.claims)
        first = next(iter(sources), None)
        yield from ((first, other) for other in sources if first is not None and other != first)
