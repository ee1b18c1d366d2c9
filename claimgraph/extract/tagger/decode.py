"""Probabilities become spans: who, the cue, and what is said.

A word's pieces are one: their probabilities are averaged. Positions in what is returned are
positions of the text that the window was made of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claimgraph.extract.tagger.windows import Window
from claimgraph.model import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

OUTSIDE, SOURCE, CUE, CONTENT = range(4)


@dataclass(frozen=True, slots=True)
class Decoding:
    """How sure is sure enough; set while training and shipped with the weights.

    Attributes:
        threshold: probability from which a word is taken for a cue's head.
        bridge: words between two parts of one span that are taken along.
        content_weight: content's probability is multiplied by this before roles are compared.
        source_weight: likewise for the source's.
        weakest: mean probability below which a part of a content is dropped, except the largest.
    """

    threshold: float = 0.6
    bridge: int = 2
    content_weight: float = 1.0
    source_weight: float = 1.4
    weakest: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible cue: where its head is, how probable, what was searched and each piece's roles there.

    ``statement`` is the probability that the cue, if it is one, reports a statement rather
    than a plan or an attitude. ``roles`` are probabilities [end - start, 4].
    """

    window: Window
    position: int
    probability: float
    statement: float
    start: int
    end: int
    roles: "Floats"


@dataclass(frozen=True, slots=True)
class Decoded:
    """One attribution; ``head`` is the span of the cue's head."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    head: Span
    probability: float
    statement: float


def decode(text: str, candidates: Iterable[Candidate], decoding: Decoding) -> list[Decoded]:
    """Return the attributions of a text in the order of their cues.

    The surest come first: a cue's head that stands in a surer one's cue is none.
    """
    taken: list[Span] = []
    found = []
    for candidate in sorted(candidates, key=lambda one: -one.probability):
        if candidate.probability < decoding.threshold:
            break
        head = candidate.window.offsets[candidate.position]
        if head is None or any(start <= head[0] < end for start, end in taken):
            continue
        decoded = _spans(text, candidate, head, decoding)
        if not decoded.content or any(s < decoded.cue[0][1] and decoded.cue[0][0] < e for s, e in taken):
            continue
        taken += decoded.cue
        found.append(decoded)
    return sorted(found, key=lambda one: one.cue)


def _spans(text: str, candidate: Candidate, head: Span, decoding: Decoding) -> Decoded:
    window, start = candidate.window, candidate.start
    roles = _by_word(candidate.roles, window.first[start : candidate.end])
    weighed = roles * np.array([1, decoding.source_weight, 1, decoding.content_weight], np.float32)
    labels = [int(role) for role in weighed.argmax(1)]
    offsets = window.offsets[start : candidate.end]
    labels = [role if offset is not None else OUTSIDE for role, offset in zip(labels, offsets, strict=True)]
    place = candidate.position - start
    labels[place] = CUE
    cue = next(run for run in _runs(labels, CUE) if run[0] <= place < run[1])
    for run in _runs(labels, CUE):
        if run != cue:
            for index in range(*run):
                labels[index] = int(np.where(np.arange(4) == CUE, 0, weighed[index]).argmax())
    worded = [offset is not None and _has_word(text, offset) for offset in offsets]
    contents = _joined(labels, CONTENT, worded, offsets, decoding.bridge)
    if decoding.weakest and len(contents) > 1:
        longest = max(high - low for low, high in contents)
        contents = [
            (low, high)
            for low, high in contents
            if high - low == longest or roles[low:high, CONTENT].mean() >= decoding.weakest
        ]
    sources = _joined(labels, SOURCE, worded, offsets, decoding.bridge)
    sources = sorted(sources, key=lambda run: -float(roles[run[0] : run[1], SOURCE].sum()))[:1]

    def placed(runs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple((_at(offsets[low])[0], _at(offsets[high - 1])[1]) for low, high in runs)

    return Decoded(
        placed(sources), placed([cue]), placed(contents), head, candidate.probability, candidate.statement
    )


def _at(offset: Span | None) -> Span:
    return offset if offset is not None else (0, 0)


def _by_word(roles: "Floats", first: Sequence[bool]) -> "Floats":
    """Average the probabilities over the pieces of each word."""
    starts = np.flatnonzero([True, *first[1:]])
    counts = np.diff(np.append(starts, len(first)))
    means = np.add.reduceat(roles, starts, axis=0) / counts[:, None]
    return np.repeat(means, counts, axis=0)


def _runs(labels: Sequence[int], role: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    begin: int | None = None
    for index, label in enumerate([*labels, -1]):
        if label == role and begin is None:
            begin = index
        elif label != role and begin is not None:
            runs.append((begin, index))
            begin = None
    return runs


def _has_word(text: str, offset: Span) -> bool:
    return any(character.isalnum() for character in text[offset[0] : offset[1]])


def _joined(
    labels: Sequence[int], role: int, worded: Sequence[bool], offsets: Sequence[Span | None], bridge: int
) -> list[tuple[int, int]]:
    """Return the runs of a role that hold a word, joined over short gaps that are no role's."""
    joined: list[tuple[int, int]] = []
    for low, high in _runs(labels, role):
        if joined:
            gap = range(joined[-1][1], low)
            plain = all(labels[index] == OUTSIDE and offsets[index] is not None for index in gap)
            if plain and sum(worded[index] for index in gap) <= bridge:
                joined[-1] = (joined[-1][0], high)
                continue
        joined.append((low, high))
    return [run for run in joined if any(worded[index] for index in range(*run))]
