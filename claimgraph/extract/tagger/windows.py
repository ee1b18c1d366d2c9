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
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

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


class _Piece(NamedTuple):
    """A word piece: id, casing and quotation state, where it stands, whether a word begins with it."""

    id: int
    casing: int = 0
    quoting: int = 0
    offset: Span | None = None
    first: bool = True


@dataclass(slots=True)
class Window:
    """What the network reads at once, as parallel lists over its word pieces.

    ``offsets`` are None for the marks between paragraphs; ``first`` is True where a word
    begins; ``own`` is the number of the piece's chunk, -1 for marks and for context from
    before; ``bounds`` gives the first and last position of each chunk.
    """

    ids: list[int] = field(default_factory=list)
    casing: list[int] = field(default_factory=list)
    quoting: list[int] = field(default_factory=list)
    offsets: list[Span | None] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    bounds: dict[int, tuple[int, int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)

    def crop(self, position: int) -> tuple[int, int]:
        """Return the stretch of the window in which a cue's source and content are sought."""
        start, end = self.bounds[self.own[position]]
        return max(0, start - MARGIN), min(len(self.ids), end + MARGIN)

    def show(self, pieces: Sequence[_Piece], number: int = -1) -> None:
        """Add pieces of a chunk of that number."""
        for piece in pieces:
            self.ids.append(piece.id)
            self.casing.append(piece.casing)
            self.quoting.append(piece.quoting)
            self.offsets.append(piece.offset)
            self.first.append(piece.first)
            self.own.append(number)


def windows(tokenizer: "Tokenizer", text: str, stretches: Sequence[Span]) -> Iterator[Window]:
    """Yield the windows of the paragraphs of a text, in order.

    Args:
        tokenizer: the word pieces, without truncation or padding.
        text: the text that offsets point into.
        stretches: the paragraphs, in order, without overlap.
    """
    window: Window | None = None
    before: list[_Piece] = []
    for number, (pieces, continues) in enumerate(_chunks(tokenizer, text, stretches)):
        if window is not None and len(window) + len(pieces) + 1 > LONGEST_WINDOW:
            yield window
            window = None
        if window is None:
            # A window begins with the end of what its paragraph holds before it, else with the mark of
            # another one. To show the paragraph before took a sixth of the time and found nothing more.
            window = Window()
            window.show([_Piece(CLS), *(before[-CONTEXT:] if continues else [_Piece(SEP)] if before else [])])
        window.bounds[number] = (len(window), len(window) + len(pieces))
        window.show(pieces, number)
        window.show([_Piece(SEP)])
        before = pieces
    if window is not None:
        yield window


def _chunks(
    tokenizer: "Tokenizer", text: str, stretches: Sequence[Span]
) -> Iterator[tuple[list[_Piece], bool]]:
    """Yield each paragraph, or each part of a long one, with whether it goes on with the one before."""
    quotes = _without_strays(over_paragraphs([text[start:end] for start, end in stretches]))
    for (start, end), found in zip(stretches, quotes, strict=True):
        paragraph = text[start:end]
        encoded = tokenizer.encode(_normalised(paragraph, found), add_special_tokens=False)
        inside = encoded.offsets
        first = [not token.startswith("##") for token in encoded.tokens]
        offsets = [(low + start, high + start) for low, high in inside]
        columns = encoded.ids, _casings(paragraph, inside, first), _quoting(inside, found), offsets, first
        pieces = [_Piece(*each) for each in zip(*columns, strict=True)]
        for low, high in _cuts(paragraph, inside, first) if pieces else ():
            yield pieces[low:high], low > 0


def _without_strays(paragraphs: Sequence[list[Quote]]) -> Iterator[list[Quote]]:
    """Leave out a quotation that neither closes nor goes on in the next paragraph: a stray mark."""
    for number, quotes in enumerate(paragraphs):
        following = paragraphs[number + 1][:1] if number + 1 < len(paragraphs) else []
        stray = bool(quotes) and not quotes[-1].closed and not any(quote.start == 0 for quote in following)
        yield quotes[:-1] if stray else quotes


def _normalised(paragraph: str, quotes: Sequence[Quote]) -> str:
    """Give every style of quotation mark one form, of the same length."""
    plain = list(_TYPED.sub('" ', paragraph).translate(_ONE_MARK))
    for quote in quotes:
        if quote.single:
            plain[quote.start] = plain[quote.end - 1] = '"'
    return "".join(plain)


def _casings(paragraph: str, offsets: Sequence[Span], first: Sequence[bool]) -> list[int]:
    """Return the casing class of each word, repeated over its pieces."""
    result: list[int] = []
    begins = [place for place, begin in enumerate(first) if begin or not place]
    for low, high in pairwise([*begins, len(offsets)]):
        result += [casing_of(paragraph[offsets[low][0] : offsets[high - 1][1]])] * (high - low)
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
        if low < high:
            states[low:high] = [1] * (high - low)
            states[high - 1] = 3 if quote.closed else 1
            states[low] = 2
    return states


def _cuts(paragraph: str, offsets: Sequence[Span], first: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Cut a long paragraph between sentences, else between words, else anywhere."""
    starts = [offset[0] for offset in offsets]
    words = [index for index in range(1, len(starts)) if first[index]]
    ends = [at for at in words if _SENTENCE_END.search(paragraph, max(0, starts[at] - 8), starts[at])]
    start = 0
    while len(starts) - start > LONGEST_CHUNK:
        most = start + LONGEST_CHUNK
        cut = _last(ends, start, most) or _last(words, start, most) or most
        yield start, cut
        start = cut
    yield start, len(starts)


def _last(places: Sequence[int], start: int, most: int) -> int | None:
    """Return the last of some places up to one, if it lies behind the first piece from the start."""
    before = bisect_right(places, most)
    return places[before - 1] if before and places[before - 1] > start + 1 else None
