"""What dresses a Markdown text is set aside, sign by sign, so that every position stays the file's.

For reading, each sign of markup becomes a word joiner (U+2060), which nobody sees and the extraction passes
over: a statement reads "the board denied it" where the file has "the **board** [denied it](https://…)", and
stands where it stands in the file. The source keeps the text of the file (``Source.markup``). The constructs
are those of CommonMark 0.31 and the strikethrough and footnotes of GitHub; a table is left as it is.

Invariant: the result has the length of the text, and its line breaks.

A file may begin with what it says about itself, its front matter: plain ``key: value`` lines between two
lines of three hyphens are read; deeper structures are passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from claimgraph.model import UNMARKED, Span
from claimgraph.read.metadata import Metadata, prefix_date

_PARAGRAPH_END = re.compile(r"\n[ \t>]*\r?(?=\n)|\n(?=[ \t>]{0,9}(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t])")
_FENCE = re.compile(r"^[ \t>]{0,9}(?:`{3,}|~{3,})[^`\n]{0,200}$", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t>]{0,9}(?P<number>\d{1,3}[.)])(?=[ \t]+\S)", re.MULTILINE)
_HEADING_END = re.compile(r"^[ \t>]{0,9}#{1,6}[ \t][^\n]*?([ \t]+#+)[ \t]*\r?$", re.MULTILINE)
_DEFINITION = re.compile(r"^[ \t]{0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S[^\n]*$", re.MULTILINE)
_NOTE = re.compile(r"^[ \t]{0,3}\[\^[^\]\s]{1,60}\]:|\[\^[^\]\s]{1,60}\]", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>\n]{0,500})?/?>")
_AUTOLINK = re.compile(r"(<)https?://[^\s<>]{1,2000}(>)")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,2000}(?<=\S)~~")
_TARGET = r"\((?:[^()\s]|\([^()\s]{0,500}\)){0,2000}(?:[ \t]+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?[ \t]*\)"
_IMAGE = re.compile(rf"!\[[^\]\n]{{0,1000}}\](?:{_TARGET}|\[[^\]\n]{{0,200}}\])")
_LINK = re.compile(rf"(?<!!)(\[)[^\[\]]{{1,1000}}(\](?:{_TARGET}|\[[^\]\n]{{0,200}}\]))")
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)[^`\n]{1,1000}(?<!`)(\1)(?!`)")
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_RUN = re.compile(r"\*+|_+")

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<lines>.*?)(?<=\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LINE = re.compile(r"(?P<key>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_KEYS = {
    "title": "title",
    "publisher": "publisher", "site": "publisher", "source": "publisher", "publication": "publisher",
    "published": "published", "date": "published",
    "url": "url", "link": "url",
}  # fmt: skip
"""Which of our fields a key means."""


def read_front(text: str) -> tuple[Metadata, int]:
    """Return what the front matter says, and where the text behind it begins (0 without one)."""
    found = _FRONT.match(text)
    if found is None:
        return Metadata(), 0
    told: dict[str, str] = {}
    for line in _LINE.finditer(found["lines"]):
        field = _KEYS.get(line["key"].lower())
        value = line["value"].strip("\"'")
        if field and value:
            told.setdefault(field, value)
    published = prefix_date(told.pop("published", ""))
    basis = "the file's front matter" if published else None
    return Metadata(**told, published=published, basis=basis), found.end()


def without_markup(text: str) -> str:
    """Return a Markdown text with a word joiner for every sign of markup."""
    signs = list(text)
    for start, end in _whole(text):
        _blank(signs, start, end)
    for start, end in _numbers(text):  # no figures of the article; a bullet parts the paragraphs
        signs[start:end] = ["•", *" " * (end - start - 1)]
    left = list(signs)
    for match in _ESCAPED.finditer(text):
        left[match.end()] = "x"  # no sign of emphasis
    for start, end in _emphasis("".join(left)):
        _blank(signs, start, end)
    return "".join(signs)


def _whole(text: str) -> Iterator[Span]:
    """Yield the stretches that are markup for what they are, whatever stands beside them."""
    for pattern in (_FENCE, _DEFINITION, _IMAGE, _STRUCK, _QUOTED, _NOTE, _TAG, _ESCAPED):
        for match in pattern.finditer(text):
            yield match.span()
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end)
    for pattern in (_AUTOLINK, _HEADING_END, _LINK, _CODE):  # their groups are markup, not what these enclose
        for match in pattern.finditer(text):
            yield from (match.span(group) for group in range(1, pattern.groups + 1))


def _numbers(text: str) -> Iterator[Span]:
    """Yield the numbers of lists: the first begins a paragraph or is 1, each further one is the next."""
    last = 0
    for match in _NUMBERED.finditer(text):
        number = int(match["number"][:-1])
        above = text.rfind("\n", 0, max(0, match.start() - 1)) + 1
        begins = not text[above : match.start()].strip(" \t>\r\n")
        if number in {1, last + 1} or begins:
            last = number
            yield match.span("number")


def _blank(signs: list[str], start: int, end: int) -> None:
    for place in range(start, end):
        if signs[place] not in "\r\n":
            signs[place] = UNMARKED


@dataclass(slots=True)
class _Opener:
    """What is left of a run of one sign that may open an emphasis."""

    start: int
    end: int


def _emphasis(text: str) -> Iterator[Span]:
    """Yield the signs of emphasis that open and close one another within a paragraph."""
    openers: dict[str, list[_Opener]] = {"*": [], "_": []}
    stops = chain((match.start() for match in _PARAGRAPH_END.finditer(text)), [len(text)])
    stop = next(stops)
    for run in _RUN.finditer(text):
        while stop < run.start():
            stop = next(stops)
            openers = {"*": [], "_": []}
        own, other = (openers[sign] for sign in ("*_" if run[0][0] == "*" else "_*"))
        opens, closes = _flanks(text, run)
        start = run.start()
        while closes and own and start < run.end():
            opener = own[-1]
            while other and other[-1].start > opener.start:
                other.pop()
            length = min(run.end() - start, opener.end - opener.start)
            yield opener.end - length, opener.end
            yield start, start + length
            start, opener.end = start + length, opener.end - length
            if opener.start == opener.end:
                own.pop()
        if opens and start < run.end():
            own.append(_Opener(start, run.end()))


def _flanks(text: str, run: re.Match[str]) -> tuple[bool, bool]:
    """Tell whether a run can open, and whether it can close, an emphasis (CommonMark 0.31, 6.2)."""
    before, after = text[run.start() - 1 : run.start()] or " ", text[run.end() : run.end() + 1] or " "
    before, after = (" " if sign == UNMARKED else sign for sign in (before, after))
    left = not after.isspace() and (after.isalnum() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or not after.isalnum())
    if run[0][0] == "_":
        return left and not before.isalnum(), right and not after.isalnum()
    return left, right
