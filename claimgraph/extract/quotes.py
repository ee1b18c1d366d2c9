"""Where quotations begin and end in a paragraph.

Invariant: quotations come in order, do not overlap and lie inside the paragraph; odd marks
(inches, apostrophes, a mark that never closes) cost a quotation at most, never an error.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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

    def inner(self, text: str) -> str:
        """Return the quoted words without the marks."""
        return text[self.start : self.end].strip(MARKS + " \u00a0")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool


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
    double = first + list(_paired(text, marks))
    covered = [(quote.start, quote.end) for quote in double]
    singles = [
        quote
        for quote in _single_quotes(text)
        if not any(s < quote.end and quote.start < e for s, e in covered)
    ]
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
        return _Mark(start, end, opens=True, closes=not before.isspace() and not after.isalnum())
    if char in CLOSING:
        return _Mark(start, end, opens=False, closes=True)
    opens = not after.isspace() and (not before.isalnum() or after.isupper())
    return _Mark(start, end, opens=opens, closes=True)


def _paired(text: str, marks: list[_Mark]) -> Iterator[Quote]:
    """Pair marks; a mark that opens inside an open quotation nests when it is balanced."""
    surplus = _surplus(text, marks)
    opened: _Mark | None = None
    depth = 0
    for position, mark in enumerate(marks):
        if opened is None:
            if mark.opens:
                opened, depth = mark, 1
            continue
        nests = surplus[position] >= 2
        if mark.closes and not (mark.opens and text[mark.start] in OPENING and nests):
            depth -= 1
            if depth == 0:
                if mark.end - opened.start > _SHORTEST:
                    yield Quote(opened.start, mark.end)
                opened = None
        elif mark.opens and nests:
            depth += 1
        elif mark.opens:
            # The one before was never closed: it was a stray mark.
            opened, depth = mark, 1
    if opened is not None and len(text.rstrip()) - opened.end > _SHORTEST and depth == 1:
        yield Quote(opened.start, len(text.rstrip()), closed=False)


def _surplus(text: str, marks: list[_Mark]) -> list[int]:
    """For each mark, how many more marks after it close than open: two, and it can nest."""
    surplus = [0] * len(marks)
    for position in range(len(marks) - 2, -1, -1):
        following = marks[position + 1]
        opening = text[following.start] in OPENING
        surplus[position] = (
            surplus[position + 1] + (following.closes and not opening) - (following.opens and opening)
        )
    return surplus


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
