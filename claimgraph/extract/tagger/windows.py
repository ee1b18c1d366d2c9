"""Text becomes windows of word pieces, with the casing and the quotation each stands in.

Invariant: every word piece of every stretch is a piece of its own (not context) in exactly
one window, and its offsets are positions in the text as given. The word pieces are lower
case, so casing is an input of its own; quotation marks of every style are one mark to the
network, and what is open or closed is told by the quotation states.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from claimgraph.extract.quotes import Quote, over_paragraphs
from claimgraph.model import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
"""Ids of the marks that open a window and close a paragraph, in the vocabulary of BERT."""
LONGEST_CHUNK = 150
"""Word pieces of a paragraph that are read as one; a longer paragraph is cut between sentences."""
LONGEST_WINDOW = 216
CONTEXT = 32
"""Word pieces shown before a window that begins inside a paragraph."""
MARGIN = 6
"""Word pieces on either side of a cue's paragraph that are searched for its source and content."""
CASINGS = 5
QUOTE_STATES = 4

_SENTENCE_END = re.compile(r"[.!?…][\"”’»')\]]*\s+$")
_ONE_MARK = str.maketrans(
    dict.fromkeys("“”„«»‟", '"') | {"’": "'", "‘": "'"} | {chr(code): "?" for code in range(0xD800, 0xE000)}
)
_TYPED = re.compile(r"''|``|’’|‘‘")


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A paragraph, or a part of a long one, as parallel lists over its word pieces."""

    ids: list[int]
    casing: list[int]
    quoting: list[int]
    offsets: list[Span]
    first: list[bool]
    continues: bool


@dataclass(slots=True)
class Window:
    """What the network reads at once, as parallel lists over its word pieces.

    ``offsets`` are None for the marks between paragraphs; ``first`` is True where a word
    begins; ``own`` is the number of the piece's chunk, -1 for marks and for context from
    before; ``bounds`` gives the first and last position of each chunk.
    """

    ids: list[int] = field(default_factory=lambda: [CLS])
    casing: list[int] = field(default_factory=lambda: [0])
    quoting: list[int] = field(default_factory=lambda: [0])
    offsets: list[Span | None] = field(default_factory=lambda: [None])
    first: list[bool] = field(default_factory=lambda: [True])
    own: list[int] = field(default_factory=lambda: [-1])
    bounds: dict[int, tuple[int, int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)

    def crop(self, position: int) -> tuple[int, int]:
        """Return the stretch of the window in which a cue's source and content are sought."""
        start, end = self.bounds[self.own[position]]
        return max(0, start - MARGIN), min(len(self.ids), end + MARGIN)

    def _show(self, chunk: _Chunk, begin: int, number: int) -> None:
        self.ids += chunk.ids[begin:]
        self.casing += chunk.casing[begin:]
        self.quoting += chunk.quoting[begin:]
        self.offsets += chunk.offsets[begin:]
        self.first += chunk.first[begin:]
        self.own += [number] * (len(chunk.ids) - begin)

    def _separate(self) -> None:
        self.ids.append(SEP)
        self.casing.append(0)
        self.quoting.append(0)
        self.offsets.append(None)
        self.first.append(True)
        self.own.append(-1)


def windows(tokenizer: "Tokenizer", text: str, stretches: Sequence[Span]) -> Iterator[Window]:
    """Yield the windows of the paragraphs of a text, in order.

    Args:
        tokenizer: the word pieces, without truncation or padding.
        text: the text that offsets point into.
        stretches: the paragraphs, in order, without overlap.
    """
    window: Window | None = None
    before: _Chunk | None = None
    for number, chunk in enumerate(_chunks(tokenizer, text, stretches)):
        if window is not None and len(window) + len(chunk.ids) + 1 > LONGEST_WINDOW:
            yield window
            window = None
        if window is None:
            window = _opened(before, chunk)
        window.bounds[number] = (len(window), len(window) + len(chunk.ids))
        window._show(chunk, 0, number)  # noqa: SLF001 - built here and nowhere else
        window._separate()  # noqa: SLF001
        before = chunk
    if window is not None:
        yield window


def _opened(before: _Chunk | None, chunk: _Chunk) -> Window:
    """Begin a window with the end of what its paragraph holds before it, else with the mark of another one.

    The paragraph before is not shown: that took a sixth of the time and found nothing more.
    """
    window = Window()
    if before is not None and chunk.continues:
        window._show(before, max(0, len(before.ids) - CONTEXT), -1)  # noqa: SLF001
    elif before is not None:
        window._separate()  # noqa: SLF001
    return window


def _chunks(tokenizer: "Tokenizer", text: str, stretches: Sequence[Span]) -> Iterator[_Chunk]:
    quotes = _without_strays(over_paragraphs([text[start:end] for start, end in stretches]))
    for (start, end), found in zip(stretches, quotes, strict=True):
        paragraph = text[start:end]
        encoded = tokenizer.encode(_normalised(paragraph, found), add_special_tokens=False)
        ids = encoded.ids
        if not ids:
            continue
        inside = encoded.offsets
        first = [not token.startswith("##") for token in encoded.tokens]
        casing = _casings(paragraph, inside, first)
        quoting = _quoting(inside, found)
        offsets = [(low + start, high + start) for low, high in inside]
        for low, high in _cuts(paragraph, inside, first):
            yield _Chunk(
                ids[low:high],
                casing[low:high],
                quoting[low:high],
                offsets[low:high],
                first[low:high],
                low > 0,
            )


def _without_strays(paragraphs: Sequence[list[Quote]]) -> Iterator[list[Quote]]:
    """Leave out a quotation that neither closes nor goes on in the next paragraph: a stray mark."""
    for number, quotes in enumerate(paragraphs):
        following = paragraphs[number + 1][:1] if number + 1 < len(paragraphs) else []
        stray = bool(quotes) and not quotes[-1].closed and not any(quote.start == 0 for quote in following)
        yield quotes[:-1] if stray else quotes


def _normalised(paragraph: str, quotes: Sequence[Quote]) -> str:
    """Give every style of quotation mark one form, of the same length."""
    plain = _TYPED.sub('" ', paragraph).translate(_ONE_MARK)
    singles = [quote for quote in quotes if quote.single]
    if not singles:
        return plain
    characters = list(plain)
    for quote in singles:
        characters[quote.start] = '"'
        characters[quote.end - 1] = '"'
    return "".join(characters)


def _casings(paragraph: str, offsets: Sequence[Span], first: Sequence[bool]) -> list[int]:
    """Return the casing class of each word, repeated over its pieces."""
    result: list[int] = []
    begin = 0
    for index in range(1, len(offsets) + 1):
        if index == len(offsets) or first[index]:
            result += [casing_of(paragraph[offsets[begin][0] : offsets[index - 1][1]])] * (index - begin)
            begin = index
    return result


@lru_cache(maxsize=4096)
def casing_of(word: str) -> int:
    """Return 0 without letters, 1 lower, 2 Capitalised, 3 UPPER, 4 miXed."""
    if not any(character.isalpha() for character in word):
        return 0
    if word.islower():
        return 1
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 2
    return 3 if word.isupper() else 4


def _quoting(offsets: Sequence[Span], quotes: Sequence[Quote]) -> list[int]:
    """Return for each piece 0 outside quotations, 1 inside, 2 on the opening mark, 3 on the closing."""
    states = [0] * len(offsets)
    starts = [start for start, _ in offsets]
    for quote in quotes:
        low, high = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        states[low:high] = [1] * (high - low)
        if low < high:
            states[low] = 2
            if quote.closed and high - low > 1:
                states[high - 1] = 3
    return states


def _cuts(paragraph: str, offsets: Sequence[Span], first: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Cut a long paragraph between sentences, else between words, else anywhere."""
    count = len(offsets)
    if count <= LONGEST_CHUNK:
        yield 0, count
        return
    ends = [
        index
        for index in range(1, count)
        if first[index] and _SENTENCE_END.search(paragraph, max(0, offsets[index][0] - 8), offsets[index][0])
    ]
    start = 0
    while count - start > LONGEST_CHUNK:
        place = bisect_right(ends, start + LONGEST_CHUNK) - 1
        cut = ends[place] if place >= 0 and ends[place] > start else start + LONGEST_CHUNK
        while cut > start + 1 and not first[cut]:
            cut -= 1
        if cut == start + 1:
            cut = start + LONGEST_CHUNK
        yield start, cut
        start = cut
    yield start, count
