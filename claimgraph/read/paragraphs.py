"""Text is cut into paragraphs; every span is a stretch of the text, in order, without overlap.

Four layouts are met: blank lines between paragraphs, a line a paragraph (or a sentence),
lines broken at a fixed width, and no line breaks at all. Which of them a text has is read
from its lines: broken lines are short, end in mid-sentence, and are too full for the next word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimgraph.model import Span

_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029\x85]+")
_BREAK = re.compile(r"\r\n|[\r\n\f\v\u2028\u2029\x85]")
_TERMINAL = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
_INVISIBLE = " \t\ufeff\u200b\u200c\u200d\u2060\u00a0\u3000\u00ad"
_MARKER = re.compile(r"(?:#{1,6}|[•‣▪●◦■►▶*–—-]|>+)[ \t\u00a0]+(?=\S)")

_WIDEST_WRAP = 110
"""Lines longer than this were not broken to fit a page."""

_SLACK = 0.88
"""How full a line must be to be counted as full: printed lines differ in their letters."""

_QUOTE_LINES = 6
"""Lines over which an open quotation is looked for its end."""

_SHORT_LINE = 40
"""A line broken in mid-sentence is at least this long, unless the whole text is broken so."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. ``blank`` tells whether a blank line stands before it."""

    start: int
    end: int
    text: str
    blank: bool
    indent: int

    @property
    def marked(self) -> bool:
        """It begins with a bullet, a heading mark or a quotation mark of Markdown."""
        return _MARKER.match(self.text) is not None

    @property
    def complete(self) -> bool:
        """It ends as a sentence does."""
        return _TERMINAL.search(self.text) is not None


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of a text, without the white space and list marks around them."""
    lines = list(_lines(text))
    width = _wrap_width(lines)
    spans: list[Span] = []
    group: list[Line] = []
    for index, line in enumerate(lines):
        if group and not _continues(group, lines[index : index + _QUOTE_LINES], width):
            spans.append(_span(text, group))
            group = []
        group.append(line)
    if group:
        spans.append(_span(text, group))
    return spans


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that are not blank, each stripped of the white space around it."""
    end_of_last = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip().strip(_INVISIBLE).strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped)
        breaks = len(_BREAK.findall(text, end_of_last, start))
        yield Line(start, start + len(stripped), stripped, breaks != 1, start - match.start())
        end_of_last = start + len(stripped)


def _wrap_width(lines: list[Line]) -> int | None:
    """Return the width at which the text's lines are broken, or None when they are not."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blank and not b.marked]
    long = [(a, b) for a, b in pairs if len(a.text) >= _SHORT_LINE]
    if len(long) < 2 or len(long) < len(pairs) / 2:
        return None
    lengths = sorted(len(a.text) for a, _ in long)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if lengths[-1] > _WIDEST_WRAP:
        return None
    open_ended = sum(not a.complete for a, _ in long)
    full = sum(_is_full(a, b, width) for a, b in long)
    lower = sum(b.text[0].islower() for _, b in long)
    wrapped = open_ended >= 0.5 * len(long) and full >= 0.6 * len(long) and lower >= 0.3 * len(long)
    return width if wrapped else None


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Say whether the next line's first word would not have fitted on this line."""
    first_word = following.text.split(maxsplit=1)[0]
    return len(line.text) + 1 + len(first_word) > _SLACK * width


def _continues(group: list[Line], ahead: list[Line], width: int | None) -> bool:
    """Say whether the first of the lines ahead belongs to the paragraph begun."""
    last, line = group[-1], ahead[0]
    if line.blank or line.marked:
        return False
    if _quote_runs_on(group, ahead) or (last.text[-1] in ",:" and line.text[0] in '"“«'):
        return True
    starts_low = line.text[0].islower()
    if width is None:
        return starts_low and not last.complete and len(last.text) >= _SHORT_LINE
    if line.indent >= 2 and line.indent > last.indent + 1 and len(group) > 1:
        return False
    return _is_full(last, line, width) or (starts_low and not last.complete)


def _quote_runs_on(group: list[Line], ahead: list[Line]) -> bool:
    """Say whether a quotation that began in these lines ends in one of the next.

    A line that opens a quotation anew continues a quotation of several paragraphs instead.
    """
    if len(group) > _QUOTE_LINES or ahead[0].text[0] in '"“«':
        return False
    joined = " ".join(line.text for line in group)
    curly = "“" in joined or "”" in joined
    is_open = joined.count("“") > joined.count("”") if curly else joined.count('"') % 2 == 1
    if not is_open:
        return False
    for line in ahead:
        if line.blank:
            return False
        marks = re.findall(r"[“”]" if curly else '"', line.text)
        if marks:
            return bool(marks[0] != "“")
    return False


def _span(text: str, group: list[Line]) -> Span:
    """Return the hull of some lines, without a leading list or heading mark."""
    start, end = group[0].start, group[-1].end
    mark = _MARKER.match(text, start, end)
    return (mark.end() if mark else start, end)
