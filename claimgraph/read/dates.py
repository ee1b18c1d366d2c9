"""The dates and weekdays a text names, each with its place and its tense.

A mention holds what is written and no more: a day without its year has none here.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import Literal

from claimgraph.lexicon import table, words
from claimgraph.model import Block, BlockKind

_MOST = 1000
"""A text with more dates is a table; its first ones tell as much."""

Tense = Literal["past", "future", "unknown"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as written: any of year, month, day and weekday (0 is Monday) may be missing.

    ``swapped`` is the other reading of a figure date whose order is open ("03/04/2016"), as
    (month, day). ``order`` counts blocks from the top; ``reported`` tells that the nearest
    verb is one of saying.
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    swapped: tuple[int, int] | None = None
    tense: Tense = "unknown"
    reported: bool = False
    kind: BlockKind = "body"
    order: int = 0

    @property
    def full(self) -> date | None:
        """The day, when year, month and day are all written and exist."""
        return self.in_year(self.year or 0)

    def in_year(self, year: int) -> date | None:
        """The day in a year, when month and day are written and it exists there."""
        return safe_date(year, self.month or 0, self.day or 0)

    def fits(self, day: date) -> bool:
        """Say whether the weekday that is written, if any, is that of a day."""
        return self.weekday in (None, day.weekday())


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None when the calendar does not have it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def spoken(day: date) -> str:
    """Return a day as "3 April 2016"."""
    return f"{day.day} {day:%B %Y}"


def mentions(text: str, blocks: tuple[Block, ...]) -> list[Mention]:
    """Return the dates named in an article's blocks, in text order, the first thousand of them."""
    read = (
        _read(match, text, block, order)
        for order, block in enumerate(blocks)
        for match in _grammar().finditer(text, block.start, block.end)
    )
    return list(islice(filter(None, read), _MOST))


def _read(match: re.Match[str], text: str, block: Block, order: int) -> Mention | None:
    """Turn a match of the grammar into a mention; None when it is no date after all."""
    written = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
    year, month, day, swapped = _numbers(written)
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and safe_date(year or 2000, month or 1, day) is None:
        return None
    weekday = table("dating")["weekdays"][written["wd"].lower().rstrip(".")] if "wd" in written else None
    start, end = match.span()
    tense, reported = _tense(text, block, start, end)
    told = match.group().strip()
    return Mention(start, end, told, year, month, day, weekday, swapped, tense, reported, block.kind, order)


def _numbers(written: dict[str, str]) -> tuple[int | None, int | None, int | None, tuple[int, int] | None]:
    """Return year, month, day, and the other reading of a figure date."""
    year = int(written["y"]) if "y" in written else None
    if "first" in written:
        first, second = int(written["first"]), int(written["second"])
        if first > 12:
            return year, second, first, None
        if second > 12:
            return year, first, second, None
        return year, second, first, (first, second) if first != second else None
    if "isom" in written:
        return year, int(written["isom"]), int(written["isod"]), None
    month = month_number(written["m"]) if "m" in written else None
    return year, month, int(written["d"]) if "d" in written else None, None


def _tense(text: str, block: Block, start: int, end: int) -> tuple[Tense, bool]:
    """Return the tense of the verb nearest before a mention, else after it, in its sentence."""
    before = re.split(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z\"“])", text[max(block.start, start - 200) : start])[-1]
    after = re.split(r"(?<=[.!?])[\"”’]?\s", text[end : min(block.end, end + 120)])[0]
    for found in (list(reversed(_TOKEN.findall(before))), _TOKEN.findall(after)):
        for token in found:
            word = token.lower()
            if word in words("dating", "future_words"):
                return "future", False
            if (
                word in words("dating", "past_verbs")
                or word in words("dating", "reporting")
                or _REGULAR_PAST.search(word)
            ):
                return "past", word in words("dating", "reporting")
    return "unknown", False


_TOKEN = re.compile(r"[A-Za-z]+|'ll|’ll")
_REGULAR_PAST = re.compile(r"^[a-z]{2,}ed$")


def month_number(name: str) -> int | None:
    """Return 1 to 12 for a month's name or short name, None for another word."""
    key = name.lower().rstrip(".")
    number = table("dating")["months"].get(key) or table("dating")["foreign_months"].get(key)
    return int(number) if number else None


def _either(names: list[str]) -> str:
    """Return an alternation of names, capitalised or in capitals."""
    forms = {form for name in names for form in (name.capitalize(), name.upper())}
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


@cache
def _grammar() -> re.Pattern[str]:
    """Compile the forms in which dates are written, the longest first."""
    days = table("dating")["weekdays"]
    weekday = rf"(?:{_either(list(days))})"
    long_weekday = rf"(?:{_either([name for name in days if len(name) > 5])})"
    month = rf"(?:{_either(list(table('dating')['months']))})"
    any_month = rf"(?:{month}|(?i:{'|'.join(table('dating')['foreign_months'])}))"
    year = r"(?:19|20)\d\d"
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    nth = r"(?:st|nd|rd|th)?"
    lead = r"(?<![\w/.-])"
    stop = r"(?![\w/]|[.-]\d)"
    then = rf"(?:(?:,|\s+\()\s*(?P<wd{{}}>{weekday})\b\)?)?"
    return re.compile(
        rf"{lead}(?:(?P<wd1>{weekday})\b[.,]?\s+\(?)?(?P<m1>{month})\.?\s+(?P<d1>{day}){nth}(?:,?\s+(?P<y1>{year}))?{stop}{then.format(2)}"
        rf"|{lead}(?:(?P<wd3>{weekday})\b[.,]?\s+\(?(?:the\s+)?)?(?P<d2>{day}){nth}(?:\s+of)?[\s-]+(?P<m2>{any_month})\.?(?:(?:,?\s+|-)(?P<y2>{year}))?{stop}"
        rf"|{lead}(?P<y3>{year})[-/.](?P<isom>0\d|1[0-2])[-/.](?P<isod>[0-3]\d)(?![\d/])"
        rf"|{lead}(?:(?P<wd4>{weekday})\b[.,]?\s+)?(?P<first>{day})[/.-](?P<second>{day})[/.-](?P<y4>{year})(?![\d/])"
        rf"|{lead}(?P<m3>{month})\.?,?\s+(?:of\s+)?(?P<y5>{year}){stop}"
        rf"|{lead}(?P<wd5>{long_weekday})\b"
        rf"|(?<![\w/.,$€£#-])(?P<y6>{year})(?![\w/%]|[.,]\d|-\w)"
    )
