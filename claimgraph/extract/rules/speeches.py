"""Speeches that run over paragraphs: a quotation alone in its paragraph goes on with the speaker before.

Invariant: an attribution's cue never changes; only quotations of neighbouring paragraphs
that belong to nobody are added to its content.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace

from claimgraph.extract.engines import Attribution
from claimgraph.extract.rules.passage import Passage
from claimgraph.model import Span

_FEW_WORDS = 3


def continue_speeches(passages: list[Passage], found: list[Attribution]) -> list[Attribution]:
    """Add to an attribution the quotations of neighbouring paragraphs that belong to it.

    A paragraph that is nothing but a quotation continues the speech of the one before; a
    quotation that closes in a later paragraph is one with its other part, wherever its
    cue stands; a paragraph that ends with a colon introduces the next one.
    """
    speeches = _Speeches(passages, list(found), _by_passage(passages, found))
    running: int | None = None
    for index in range(len(passages)):
        running = speeches.step(index, running)
    return speeches.found


@dataclass(slots=True)
class _Speeches:
    """The attributions while they are completed; ``own`` lists those with their cue in each paragraph."""

    passages: list[Passage]
    found: list[Attribution]
    own: list[list[int]]

    def step(self, index: int, running: int | None) -> int | None:
        """Read one paragraph; return the attribution whose speech may go on after it."""
        passage = self.passages[index]
        if passage.carried:
            running = self._carry(index, running)
        opens = bool(passage.quotes) and not passage.text[: passage.quotes[0].start].strip()
        if running is not None and opens and not self.own[index] and _is_bare(passage):
            self._extend(running, self._loose(index, running))
            return running
        return self._running(index)

    def _carry(self, index: int, running: int | None) -> int | None:
        """Join both parts of a quotation that was open when the paragraph before ended."""
        span = _spans(self.passages[index])[0]
        owner = next((n for n in self.own[index] if _overlaps(span, self.found[n])), None)
        if owner is None:
            if running is not None:
                self._extend(running, [span])
            return running
        while index > 0 and self.passages[index].carried:
            index -= 1
            last = _spans(self.passages[index])[-1:]
            self._extend(owner, [s for s in self._loose(index, None) if s in last])
        return owner

    def _loose(self, index: int, running: int | None) -> list[Span]:
        """The paragraph's quotations that belong to nobody yet."""
        owners = [*self.own[index], *([running] if running is not None else [])]
        spans = _spans(self.passages[index])
        return [span for span in spans if not any(_overlaps(span, self.found[n]) for n in owners)]

    def _extend(self, number: int, spans: list[Span]) -> None:
        attribution = self.found[number]
        self.found[number] = replace(attribution, content=tuple(sorted({*attribution.content, *spans})))

    def _running(self, index: int) -> int | None:
        """The attribution whose quotation may go on in the next paragraph, or is to follow there."""
        own = self.own[index]
        if own and self.passages[index].text.rstrip().endswith(":"):
            return own[-1]
        waiting = [number for number in own if not self.found[number].content]
        if waiting:
            return waiting[-1]
        spans = _spans(self.passages[index])
        quoted = [
            (end, number)
            for number in own
            for start, end in self.found[number].content
            if any(start < stop and begin < end for begin, stop in spans)
        ]
        return max(quoted)[1] if quoted else None


def _by_passage(passages: list[Passage], found: list[Attribution]) -> list[list[int]]:
    """For each paragraph, the positions of the attributions whose cue stands in it."""
    starts = [passage.paragraph.start for passage in passages]
    own: list[list[int]] = [[] for _ in passages]
    for number, attribution in enumerate(found):
        own[bisect_right(starts, attribution.cue[0][0]) - 1].append(number)
    return own


def _spans(passage: Passage) -> list[Span]:
    """The paragraph's quotations in positions of the source."""
    offset = passage.paragraph.start
    return [(quote.start + offset, quote.end + offset) for quote in passage.quotes]


def _overlaps(span: Span, attribution: Attribution) -> bool:
    return any(start < span[1] and span[0] < end for start, end in attribution.content)


def _is_bare(passage: Passage) -> bool:
    """Whether a paragraph holds hardly a word outside its quotations."""
    return sum(1 for t in passage.doc if t.i not in passage.inside and t.is_alpha) <= _FEW_WORDS
