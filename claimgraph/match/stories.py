"""Which articles tell of one story, and what an article as a whole holds.

Articles are near in words and names (TF-IDF cosine, Salton 1975). Invariant: an article is always of
one story with itself; two articles are near only when they share words that are rare in news.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nsmallest
from itertools import chain

from claimgraph.gathering import grouped
from claimgraph.lexicon.names import names_in
from claimgraph.lexicon.rarity import rarity
from claimgraph.lexicon.stems import stem
from claimgraph.match.context import Context, Node
from claimgraph.match.days import apart
from claimgraph.match.figures import Figure, figures
from claimgraph.match.origins import same_origin

KEYS = 32
"""Words of an article, its heaviest, by which others are looked for."""
SHARED_KEYS = 3
"""Of these, as many as two articles share before they are compared."""
NEAR = 0.08
"""Cosine from which two articles can be of one story."""
CLOSE = 0.17
"""Cosine from which what one article tells can be the very thing the other tells."""
FORTNIGHT = 14
"""Days around its publication on which an article's undated news is taken to be, at most."""
LONGEST_STORY = 730
"""Days over which articles are taken to go on about one story, at most."""
LEAD = 4
"""Paragraphs in which an article says what its story is."""

_INSIDE = re.compile(r"\([^)]*\)|(?<=[\w,;:’'] )([A-Z][\w'’-]+)")
"""A word with a capital that opens no sentence and stands in no brackets ("(Reuters)")."""
NAME = "name "
"""What a word of a name is told by from the same word elsewhere."""

Counted = tuple[str, str]
"""What a figure counts: its kind."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An article as a vector of unit length, with the names in it, its opening, and its figures.

    ``lead`` are the names, ``opening`` the words with meaning of its title and first paragraphs;
    ``values`` the intervals it gives, by what is counted.
    """

    vector: dict[str, float]
    names: frozenset[str]
    lead: frozenset[str]
    opening: frozenset[str]
    values: dict[Counted, frozenset[tuple[float, float]]]


@dataclass(eq=False)
class Stories:
    """The articles of a collection, and how near they are to each other."""

    context: Context
    profiles: dict[str, Profile]
    asked: frozenset[str] | None = None
    """The ids of the claims asked about: only pairs of them are looked for. None: of all."""
    wholes: "dict[Counted, dict[str, list[Figure]]] | None" = None
    """The figures of the whole of each article, once they were asked for (``match.wholes``)."""
    _near: dict[tuple[str, str], float] = field(default_factory=dict)
    _origin: dict[tuple[str, str], bool] = field(default_factory=dict)
    _neighbours: dict[str, dict[str, None]] = field(default_factory=dict)
    _close: dict[str, frozenset[str]] = field(default_factory=dict)

    def nearness(self, one: str, two: str) -> float:
        """Return how near two articles are by their words, 0 to 1."""
        if one == two:
            return 1.0
        pair = (one, two) if one < two else (two, one)
        if pair not in self._near:
            self._near[pair] = _cosine(self.profiles[pair[0]].vector, self.profiles[pair[1]].vector)
        return self._near[pair]

    def shared_lead(self, one: str, two: str) -> float:
        """Return the share of the names of the shorter opening that the other's holds, 0 to 1."""
        first, second = self.profiles[one].lead, self.profiles[two].lead
        least = min(len(first), len(second))
        return len(first & second) / least if least else 0.0

    def days_between(self, one: str, two: str) -> int | None:
        """Return the days between two articles' publication, None when one is undated."""
        return apart(self.context.published(one), self.context.published(two))

    def close(self, one: str, two: str) -> bool:
        """Tell whether two articles are one, or as near as reports of one event."""
        return two in self.close_to(one)

    def close_to(self, source: str) -> frozenset[str]:
        """Return an article with those that are close to it."""
        if source not in self._close:
            near = (other for other in self.neighbours(source) if self.nearness(source, other) >= CLOSE)
            self._close[source] = frozenset((source, *near))
        return self._close[source]

    def together(self, one: str, two: str) -> bool:
        """Tell whether two articles are close, and of the same weeks where both are dated."""
        return self.close(one, two) and (self.days_between(one, two) or 0) <= FORTNIGHT

    def values(self, source: str, figure: Figure) -> frozenset[tuple[float, float]]:
        """Return the different figures of the kind of one that an article gives, as intervals."""
        return self.profiles[source].values.get(figure.kind, frozenset())

    def one_origin(self, one: str, two: str) -> bool:
        """Tell whether two articles are not shown to be independent of each other."""
        pair = (one, two) if one < two else (two, one)
        if pair not in self._origin:
            self._origin[pair] = same_origin(self.context.sources[one], self.context.sources[two])
        return self._origin[pair]

    def asks(self, node: Node) -> bool:
        """Tell whether a claim is asked about."""
        return self.asked is None or node.id in self.asked

    def articles(self) -> Iterator[list[Node]]:
        """Yield the claims of every article that holds one asked about."""
        for nodes in self.context.by_source.values():
            if self.asked is None or any(node.id in self.asked for node in nodes):
                yield nodes

    def in_title(self, node: Node) -> bool:
        """Tell whether a claim stands in the title or a heading of its article."""
        blocks = self.context.sources[node.claim.source].blocks
        return any(
            one.kind in {"title", "heading"} and one.start <= node.claim.start < one.end for one in blocks
        )

    def related(self, one: str, two: str) -> bool:
        """Tell whether two articles share some of their heaviest words."""
        return two in self.neighbours(one)

    def neighbours(self, source: str) -> dict[str, None]:
        """Return the other articles related to an article, in order, worked out when first asked for."""
        if source not in self._neighbours:
            together = Counter(chain.from_iterable(self._holding[word] for word in self._keys[source]))
            often = sorted(one for one, count in together.items() if count >= SHARED_KEYS and one != source)
            near = (one for one in often if self.nearness(source, one) >= NEAR)
            recent = (one for one in near if (self.days_between(source, one) or 0) <= LONGEST_STORY)
            self._neighbours[source] = dict.fromkeys(recent)
        return self._neighbours[source]

    @cached_property
    def _keys(self) -> dict[str, list[str]]:
        """The heaviest words of each article."""
        return {
            source: nsmallest(KEYS, profile.vector, key=lambda word: (-profile.vector[word], word))
            for source, profile in self.profiles.items()
        }

    @cached_property
    def _holding(self) -> dict[str, list[str]]:
        """The articles of which each word is one of the heaviest."""
        found = defaultdict[str, list[str]](list)
        for source, keys in self._keys.items():
            for word in keys:
                found[word].append(source)
        return found


def stories(context: Context, asked: frozenset[str] | None = None) -> Stories:
    """Return the articles of a collection as stories, and which claims are asked about (None: all)."""
    held = context.by_source.items()
    return Stories(context, {one: _profile(nodes, context.sources[one].text) for one, nodes in held}, asked)


def _profile(nodes: list[Node], text: str) -> Profile:
    counted, first = Counter(_words(nodes)), [node for node in nodes if node.claim.paragraph < LEAD]
    lead = frozenset[str]().union(*(node.names for node in first))
    if len(counted) < KEYS:  # of a brief: where it happened stands in a sentence that claims nothing
        told = names_in(" ".join(_INSIDE.findall(text)))
        counted.update({one for name in told - lead for one in (stem(name), f"{NAME}{name}")})
        lead = lead or told
    return Profile(
        vector=_vector(counted),
        names=frozenset().union(*(node.names | node.voices for node in nodes)),
        lead=lead,
        opening=frozenset().union(*(node.stems for node in first)),
        values=_values(nodes),
    )


def _vector(counted: Counter[str]) -> dict[str, float]:
    """Return words by their weights: how often they are told, and how rare they are."""
    weights = {
        word: (1 + math.log(times)) * rarity(stem(word.removeprefix(NAME))) for word, times in counted.items()
    }
    length = math.sqrt(math.fsum(value * value for value in weights.values())) or 1.0
    return {word: value / length for word, value in weights.items()}


def _values(nodes: Iterable[Node]) -> dict[Counted, frozenset[tuple[float, float]]]:
    given = grouped((one.kind, one) for node in nodes for one in figures(node))
    return {kind: frozenset((one.low, one.high) for one in alike) for kind, alike in given.items()}


def _words(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        yield from node.stems
        yield from (f"{NAME}{name}" for name in node.names)


def _cosine(one: dict[str, float], two: dict[str, float]) -> float:
    small, large = (one, two) if len(one) <= len(two) else (two, one)
    return math.fsum(value * large[word] for word, value in small.items() if word in large)
