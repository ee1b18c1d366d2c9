"""Where quotations begin and end in a paragraph.

Invariant: quotations come in order, do not overlap and lie inside the paragraph; odd marks
(inches, apostrophes, a mark that never closes) cost a quotation at most, never an error.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

OPENING = "“„«‟"
CLOSING = "”»"
STRAIGHT = '"'
SINGLE_OPENING = "‘‚‹"
SINGLE_CLOSING = "’›"
MARKS = OPENING + CLOSING + STRAIGHT + SINGLE_OPENING + SINGLE_CLOSING + "'`"
_DOUBLE = re.compile(f"''|``|’’|‘‘|[{OPENING}{CLOSING}{STRAIGHT}]")
_MAY_OPEN_SINGLE = re.compile(f"[{SINGLE_OPENING}']")
_MAY_CLOSE_SINGLE = re.compile(f"[{SINGLE_CLOSING}']")
_SHORTEST = 2
_LONGEST_SINGLE = 600
_FARTHEST_CLOSE = 4


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks: ``text[start:end]``.

    ``closed`` is False when it runs to the end of the paragraph without a closing mark,
    as a speech does that goes on in the next paragraph. ``single`` is True for 'these'
    marks, which also serve as apostrophes and scare quotes.
    """

    start: int
    end: int
    closed: bool = True
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool
    opening: bool = False
    """Whether it looks like one that only opens."""

    def ends(self, *, nests: bool) -> bool:
        """Tell whether it closes an open quotation rather than opening one inside it."""
        return self.closes and not (self.opening and nests)


def over_paragraphs(texts: Sequence[str]) -> list[list[Quote]]:
    """Return the quotations of each paragraph, following those that close in a later one.

    A quotation left open goes on when the next mark, within a few paragraphs, can only
    close; where the next paragraph opens with a mark of its own, as in print, each
    paragraph stands for itself.
    """
    result: list[list[Quote]] = []
    carried_until = -1
    for index, text in enumerate(texts):
        found = quotations(text, carried=index <= carried_until)
        if found and not found[-1].closed and index >= carried_until:
            carried_until = _closing_paragraph(texts, index)
        result.append(found)
    return result


def _closing_paragraph(texts: Sequence[str], index: int) -> int:
    """Return the paragraph that closes what paragraph ``index`` left open, or -1."""
    for later in range(index + 1, min(len(texts), index + 1 + _FARTHEST_CLOSE)):
        marks = _double_marks(texts[later])
        if marks:
            return -1 if marks[0].opens else later
    return -1


def quotations(text: str, *, carried: bool = False) -> list[Quote]:
    """Return the quotations of one paragraph, outermost ones only, in order.

    Args:
        text: the paragraph.
        carried: whether it begins inside a quotation opened in an earlier one.
    """
    marks = _double_marks(text)
    first: list[Quote] = []
    if carried:
        end = marks[0].end if marks else len(text.rstrip())
        first = [Quote(0, end, closed=bool(marks))] if end else []
        marks = marks[1:]
    paired = (quote for quote in _paired(text, marks) if quote.end - quote.start > _SHORTEST)
    double = [*first, *paired]
    inside = {place for quote in double for place in range(quote.start, quote.end)}
    singles = [one for one in _single_quotes(text) if inside.isdisjoint(range(one.start, one.end))]
    return sorted(double + singles, key=lambda quote: quote.start)


def _double_marks(text: str) -> list[_Mark]:
    """List the marks that open or close: curly, guillemets, straight, and '' or `` as typed."""
    return [_classify(text, match.start(), match.end()) for match in _DOUBLE.finditer(text)]


def _classify(text: str, start: int, end: int) -> _Mark:
    char = text[start]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if char in OPENING or text[start:end] in ("``", "‘‘"):
        # German style closes with the mark that opens in English.
        closes = not before.isspace() and not after.isalnum()
        return _Mark(start, end, opens=True, closes=closes, opening=char in OPENING)
    if char in CLOSING:
        return _Mark(start, end, opens=False, closes=True)
    opens = not after.isspace() and (not before.isalnum() or after.isupper())
    return _Mark(start, end, opens=opens, closes=True)


def _paired(text: str, marks: list[_Mark]) -> Iterator[Quote]:
    """Pair marks; one that opens inside an open quotation may nest in it."""
    opened: list[_Mark] = []
    for mark, nests in zip(marks, _nesting(marks), strict=True):
        if opened and mark.ends(nests=nests):
            first = opened.pop()
            if not opened:
                yield Quote(first.start, mark.end)
        elif mark.opens:
            if not nests:
                opened.clear()  # the one before was never closed: it was a stray mark
            opened.append(mark)
    end = len(text.rstrip())
    if len(opened) == 1 and end - opened[0].end > _SHORTEST:
        yield Quote(opened[0].start, end, closed=False)


def _nesting(marks: list[_Mark]) -> list[bool]:
    """For each mark, whether after it two more close than open: then it can nest."""
    steps = [-1 if mark.opening else int(mark.closes) for mark in reversed(marks)]
    surplus = [0, *accumulate(steps)]
    return [more >= 2 for more in reversed(surplus[: len(marks)])]


def _single_quotes(text: str) -> Iterator[Quote]:
    """Yield 'quotations' in single marks that cannot be apostrophes."""
    index = 0
    while mark := _MAY_OPEN_SINGLE.search(text, index):
        index = mark.end()
        if _opens_single(text, mark.start()):
            end = _single_end(text, mark.start())
            if end is not None:
                yield Quote(mark.start(), end, single=True)
                index = end


def _opens_single(text: str, index: int) -> bool:
    char = text[index]
    if text[index + 1 : index + 2] in ("'", "’", "‘"):
        return False
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    if before.isalnum() or before in "'’‘" or not after.isalpha():
        return False
    return before.isspace() or before in "([—–-:" or char in SINGLE_OPENING


def _single_end(text: str, start: int) -> int | None:
    """Return the end after the closing single mark: best one after punctuation, else a word's end."""
    fallback: int | None = None
    for mark in _MAY_CLOSE_SINGLE.finditer(text, start + 2, min(len(text), start + _LONGEST_SINGLE)):
        index = mark.start()
        before, after = text[index - 1], text[index + 1 : index + 2]
        if before.isspace() or after.isalnum():
            continue
        if before in ",.?!…":
            return index + 1
        if fallback is None and (before != "s" or after in ",.;:)" or not after):
            fallback = index + 1
    return fallback
