"""How good a tagger is: its attributions beside the annotators', word for word.

Words are compared, never punctuation. Each annotated attribution is paired with at most one
found, best pairs first. An attribution is *fully right* when the cues share a word, the
contents agree by at least half (Dice) and the words found for the source hold its head
without being much longer.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from claimgraph.extract.tagger.decode import Decoded, decode
from claimgraph.extract.tagger.runtime import Runtime
from claimgraph.model import Span
from claimgraph.training.corpus import stretches_of

_WORD = re.compile(r"\w+(?:['’.,\-]\w+)*")
SAME = 0.3
HALF = 0.5
KINDS = ("all", "speech", "direct", "mixed", "indirect")


class Found(Protocol):
    """An attribution of whatever finder."""

    @property
    def source(self) -> tuple[Span, ...]: ...
    @property
    def cue(self) -> tuple[Span, ...]: ...
    @property
    def content(self) -> tuple[Span, ...]: ...


@dataclass(frozen=True, slots=True)
class _Words:
    """An attribution as sets of word numbers; ``head`` of its source, where annotated."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    head: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset(KINDS)


def score(
    articles: Sequence[Mapping[str, Any]], find: Callable[[str], Sequence[Found]]
) -> dict[str, dict[str, float]]:
    """Return the figures of each kind of quote, in percent."""
    counts = {kind: Counter[str]() for kind in KINDS}
    for article in articles:
        words = [(match.start(), match.end()) for match in _WORD.finditer(article["text"])]
        gold = [_annotated(words, attribution) for attribution in article["attributions"]]
        made = [
            _Words(_under(words, one.source), _under(words, one.cue), _under(words, one.content))
            for one in find(article["text"])
        ]
        pairs = _paired(gold, made)
        for kind in KINDS:
            _count(counts[kind], kind, gold, made, pairs)
    return {kind: _figures(counts[kind]) for kind in KINDS}


def finder(runtime: Runtime) -> Callable[[str], list[Decoded]]:
    """Return a function that finds the attributions of a text, a paragraph a line."""

    def find(text: str) -> list[Decoded]:
        chosen = runtime.decoding
        return [
            one
            for candidates in runtime.candidates(text, stretches_of(text), chosen.threshold)
            for one in decode(text, candidates, chosen)
        ]

    return find


def _annotated(words: Sequence[tuple[int, int]], attribution: Mapping[str, Any]) -> _Words:
    head = attribution.get("source_head")
    kinds = {"all", str(attribution.get("qtype", "indirect"))}
    if attribution.get("speech", True):
        kinds.add("speech")
    source = _under(words, attribution["source"])
    return _Words(
        source,
        _under(words, attribution["cue"]),
        _under(words, attribution["content"]),
        _under(words, [head]) if head else source,
        frozenset(kinds),
    )


def _under(words: Sequence[tuple[int, int]], spans: Iterable[Sequence[int]]) -> frozenset[int]:
    found = set()
    for start, end in spans:
        index = max(0, bisect_left(words, (start, 0)) - 1)
        while index < len(words) and words[index][0] < end:
            if words[index][1] > start:
                found.add(index)
            index += 1
    return frozenset(found)


def _dice(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _paired(gold: Sequence[_Words], made: Sequence[_Words]) -> dict[int, int]:
    scored = []
    for n, one in enumerate(gold):
        for m, other in enumerate(made):
            content, cue = _dice(one.content, other.content), _dice(one.cue, other.cue)
            if cue or content >= SAME:
                scored.append((content + cue + _dice(one.source, other.source) / 4, -n, -m))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, n, m in sorted(scored, reverse=True):
        if -n not in pairs and -m not in used:
            pairs[-n] = -m
            used.add(-m)
    return pairs


def _count(
    counts: Counter[str], kind: str, gold: Sequence[_Words], made: Sequence[_Words], pairs: Mapping[int, int]
) -> None:
    """Add one article; what is paired with another kind counts neither for nor against."""
    ignored = {m for n, m in pairs.items() if kind not in gold[n].kinds}
    others = [one for one in gold if kind not in one.kinds]
    for m, one in enumerate(made):
        doubles = (_dice(one.content, other.content) >= SAME or one.cue & other.cue for other in others)
        if m not in ignored and (m in pairs.values() or not any(doubles)):
            counts["made"] += 1
    for n, one in enumerate(gold):
        if kind not in one.kinds:
            continue
        counts["gold"] += 1
        if n not in pairs:
            continue
        other = made[pairs[n]]
        right = _right_source(one, other)
        counts["found"] += 1
        counts["exact"] += one.content == other.content
        counts["sourced"] += bool(one.source)
        counts["source"] += bool(one.source) and right
        cue = bool(one.cue & other.cue) or not one.cue
        counts["full"] += cue and _dice(one.content, other.content) >= HALF and right


def _right_source(gold: _Words, made: _Words) -> bool:
    if not gold.source:
        return not made.source
    return gold.head <= made.source and bool(made.source) and len(made.source) <= 3 * len(gold.source) + 6


def _figures(counts: Counter[str]) -> dict[str, float]:
    def share(part: str, whole: str) -> float:
        return counts[part] / counts[whole] if counts[whole] else 0.0

    def f1(part: str) -> float:
        precision, recall = share(part, "made"), share(part, "gold")
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    figures = {
        "found_f1": f1("found"),
        "content_exact_f1": f1("exact"),
        "source_right": share("source", "sourced"),
        "full_precision": share("full", "made"),
        "full_recall": share("full", "gold"),
        "full_f1": f1("full"),
    }
    return {name: round(100 * value, 1) for name, value in figures.items()} | {"annotated": counts["gold"]}
