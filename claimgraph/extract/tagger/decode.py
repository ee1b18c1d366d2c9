"""Probabilities become spans: who, the cue, and what is said.

A word's pieces are one: their probabilities are averaged. An attribution is taken when its
parts are sure together, not its cue alone: a likely cue whose content or speaker is blurred
is more often wrong than a less likely one that has both. Positions in what is returned are
positions of the text that the window was made of.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from claimgraph import lexicon
from claimgraph.extract.tagger.windows import Window
from claimgraph.model import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Labels = NDArray[np.intp]

OUTSIDE, SOURCE, CUE, CONTENT = range(4)

INSIDE = 1
"""State of a piece within a quotation, which neither opens nor closes it."""
_QUOTED_BEFORE = re.compile(r"[“«\"][^\n“«\"”»]*\Z")
_QUOTED_AFTER = re.compile(r"[^\n“«\"”»]*[”\"»]")
"""What stands in a quotation before or after a place in it, with the mark that opens or closes it."""

Run = tuple[int, int]
"""First place and the one after the last."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How sure is sure enough; set while training and shipped with the weights.

    Attributes:
        threshold: from which an attribution is taken: the probability that its cue is one, times
            the mean probability of its content, times the highest of its source.
        bridge: words between two parts of one span that are taken along.
        content_weight: content's probability is multiplied by this before roles are compared.
        likely: probability from which a word that is neither the source's nor the cue's is content.
        source_weight: likewise for the source's.
        weakest: mean probability below which a part of a content is dropped, except the largest.
        unsourced: what stands for the source's probability where none is found.
        faint: probability from which the likeliest source is taken where no word is one before all.
    """

    threshold: float = 0.47
    bridge: int = 3
    content_weight: float = 1.0
    likely: float = 0.38
    source_weight: float = 1.4
    weakest: float = 0.7
    unsourced: float = 0.6
    faint: float = 0.2


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
    """One attribution; ``head`` is the span of the cue's head, ``probability`` how sure the whole is."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    head: Span
    probability: float
    statement: float


def decode(text: str, candidates: Iterable[Candidate], decoding: Decoding) -> list[Decoded]:
    """Return the attributions of a text in the order of their cues.

    The surest cues come first: a head that stands in a surer one's cue is none.
    """
    found: list[Decoded] = []
    sure = [one for one in candidates if one.probability >= decoding.threshold]
    for candidate in sorted(sure, key=lambda one: -one.probability):
        head = candidate.window.offsets[candidate.position]
        if head is None or _in_a_cue(head, found):
            continue
        decoded = _Reading.of(text, candidate, decoding).decoded(candidate, head)
        sure_enough = decoded.content and decoded.probability >= decoding.threshold
        if sure_enough and not _in_a_cue(decoded.cue[0], found):
            found.append(decoded)
    return sorted(found, key=lambda one: one.cue)


def _in_a_cue(span: Span, found: Iterable[Decoded]) -> bool:
    """Tell whether a span has a character of a cue."""
    return any(start < span[1] and span[0] < end for one in found for start, end in one.cue)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was searched for one cue, a place a word piece: probabilities and the role decided on."""

    text: str
    offsets: Sequence[Span | None]
    worded: Sequence[bool]
    roles: "Floats"
    labels: "Labels"
    cue: Run
    decoding: Decoding

    @classmethod
    def of(cls, text: str, candidate: Candidate, decoding: Decoding) -> "_Reading":
        """Decide on a role for every word: the cue is one run, around its head."""
        window, start = candidate.window, candidate.start
        offsets = window.offsets[start : candidate.end]
        roles = _by_word(candidate.roles, window.first[start : candidate.end])
        weighed = roles * np.array([1, decoding.source_weight, 1, decoding.content_weight], np.float32)
        shown = np.array([offset is not None for offset in offsets])
        labels = np.where(shown, weighed.argmax(1), OUTSIDE)
        place = candidate.position - start
        labels[place] = CUE
        low, high = next(run for run in _runs(labels, CUE) if run[0] <= place < run[1])
        weighed[:, CUE] = 0
        away = labels == CUE
        away[low:high] = False
        labels[away] = weighed[away].argmax(1)
        free = shown & np.isin(labels, (OUTSIDE, CONTENT))
        labels[free] = np.where(roles[free, CONTENT] >= decoding.likely, CONTENT, OUTSIDE)
        words = ["" if offset is None else text[slice(*offset)] for offset in offsets]
        high = _articles_given(words, labels, (place, high))
        return cls(text, offsets, [_has_word(word) for word in words], roles, labels, (low, high), decoding)

    def decoded(self, candidate: Candidate, head: Span) -> Decoded:
        """Return the attribution, and how sure it is as a whole."""
        contents, source = self._contents(), self._source()
        inside = [float(self.roles[low:high, CONTENT].mean()) * (high - low) for low, high in contents]
        length = sum(high - low for low, high in contents)
        said = sum(inside) / length if length else 0.0
        who = float(self.roles[slice(*source), SOURCE].max()) if source else self.decoding.unsourced
        return Decoded(
            self._placed([source] if source else []),
            self._placed([self.cue]),
            self._whole(candidate, contents),
            head,
            candidate.probability * said * who,
            candidate.statement,
        )

    def _whole(self, candidate: Candidate, contents: Sequence[Run]) -> tuple[Span, ...]:
        """Place a content; what is quoted before or after what could be read at once belongs to it."""
        placed = list(self._placed(contents))
        if not placed:
            return ()
        window, start = candidate.window, candidate.start
        low, high = (bound - start for bound in window.bounds[window.own[candidate.position]])
        first, last = contents[0][0], contents[-1][1] - 1
        if window.quoting[start + first] == INSIDE and not any(self.worded[low:first]):
            line = self.text.rfind("\n", 0, placed[0][0]) + 1
            before = _QUOTED_BEFORE.search(self.text, line, placed[0][0])
            placed[0] = (before.start() if before else placed[0][0], placed[0][1])
        if window.quoting[start + last] == INSIDE and not any(self.worded[last + 1 : high]):
            after = _QUOTED_AFTER.match(self.text, placed[-1][1])
            placed[-1] = (placed[-1][0], after.end() if after else placed[-1][1])
        return tuple(placed)

    def _contents(self) -> list[Run]:
        """Return the parts of what is said, without those too weak."""
        contents = self._joined(CONTENT)
        longest = max((high - low for low, high in contents), default=0)
        return [
            (low, high)
            for low, high in contents
            if high - low == longest or self.roles[low:high, CONTENT].mean() >= self.decoding.weakest
        ]

    def _source(self) -> Run | None:
        """Return the strongest run of the source; where no word is one before all, the likeliest words."""
        sources = self._joined(SOURCE)
        if sources:
            return max(sources, key=lambda run: float(self.roles[slice(*run), SOURCE].sum()))
        free = (self.labels == OUTSIDE) & np.array(self.worded)
        likely = np.where(free, self.roles[:, SOURCE], 0)
        best = int(likely.argmax())
        if likely[best] < self.decoding.faint:
            return None
        near = likely >= likely[best] / 2
        return next(run for run in _runs(near, 1) if run[0] <= best < run[1])

    def _joined(self, role: int) -> list[Run]:
        """Return the runs of a role that hold a word, joined over short gaps that are no role's."""
        joined: list[Run] = []
        for low, high in _runs(self.labels, role):
            if joined and self._bridged(joined[-1][1], low):
                joined[-1] = (joined[-1][0], high)
            else:
                joined.append((low, high))
        return [(low, high) for low, high in joined if any(self.worded[low:high])]

    def _bridged(self, low: int, high: int) -> bool:
        plain = None not in self.offsets[low:high] and not self.labels[low:high].any()
        return plain and sum(self.worded[low:high]) <= self.decoding.bridge

    def _placed(self, runs: Iterable[Run]) -> tuple[Span, ...]:
        return tuple((_at(self.offsets[low])[0], _at(self.offsets[high - 1])[1]) for low, high in runs)


def _articles_given(words: Sequence[str], labels: "Labels", cue: Run) -> int:
    """Give an article the role of what stands right behind it; return the cue's new end.

    The content takes articles from the end of the cue, the source one from the end of the content.
    """
    place, end = cue
    articles = lexicon.words("name_words", "determiners")
    while place < end - 1 and end < len(labels) and labels[end] == CONTENT:
        if words[end - 1].lower() not in articles:
            break
        end -= 1
        labels[end] = CONTENT
    for low, _ in _runs(labels, SOURCE):
        if low and labels[low - 1] == CONTENT and words[low - 1].lower() in articles:
            labels[low - 1] = SOURCE
    return end


def _at(offset: Span | None) -> Span:
    return offset if offset is not None else (0, 0)


def _by_word(roles: "Floats", first: Sequence[bool]) -> "Floats":
    """Average the probabilities over the pieces of each word."""
    starts = np.flatnonzero([True, *first[1:]])
    counts = np.diff(np.append(starts, len(first)))
    means = np.add.reduceat(roles, starts, axis=0) / counts[:, None]
    return np.repeat(means, counts, axis=0)


def _runs(labels: "Labels", role: int) -> list[Run]:
    edges = np.flatnonzero(np.diff(labels == role, prepend=False, append=False))
    return [(int(low), int(high)) for low, high in edges.reshape(-1, 2)]


@lru_cache(maxsize=4096)
def _has_word(piece: str) -> bool:
    return any(character.isalnum() for character in piece)
