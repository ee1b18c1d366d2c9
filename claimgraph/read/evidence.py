"""What an article's text holds about its date: the days it names, and where it tells its year.

A year named for some past event is only the earliest the article can be. What settles a
year: a copyright line with one year, a full date close to the days the article speaks of,
a stretch of years counted from a named one, or an event of the world's calendar.
"""

import re
from dataclasses import dataclass
from functools import cache

from claimgraph.lexicon import table
from claimgraph.model import Block, Dated
from claimgraph.read.dates import Mention, spoken

_OPENING = 3
"""Paragraphs from the top that tell the day's news."""

_NEAR = 45
"""Days within which a full date settles the year of a day named without one."""

_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[^\n]{0,60}?\b(?P<year>(?:19|20)\d\d)\b(?P<span>\s*[-–—]\s*(?:(?:19|20)?\d\d|present))?",
    re.IGNORECASE,
)
_ON = re.compile(r"(?:\bon|\bearly|\blate|\bsaid|\btold|\bannounced|^|[.“\"])\s*\Z", re.IGNORECASE)
_NOT_SUPERLATIVE = (
    "(?:north|south|mid)?west|quest|guest|test|contest|protest|interest|forest|arrest|invest|unrest|harvest|honest"
    "|modest|suggest|request|rest|nest|manifest|tempest|conquest|inquest|attest|digest"
)
_SUPERLATIVE = rf"\b(?:worst|first|most|least|(?!(?:{_NOT_SUPERLATIVE})\b)[a-z]{{2,}}est)\b"
_SINCE = re.compile(
    _SUPERLATIVE + r"[^.!?\n]{0,120}?\bsince\b[^.!?\n]{0,60}?\b(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """A year and the words it is read from."""

    year: int
    basis: str


@dataclass(frozen=True, slots=True)
class YearRange:
    """Years, both included, and the words they are counted from."""

    low: int
    high: int
    basis: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article with the dates it names.

    ``told`` is the year of its copyright line, ``counted`` the years that a record's length
    allows, ``lent`` a year learnt outside its text.
    """

    text: str
    blocks: tuple[Block, ...]
    mentions: tuple[Mention, ...]
    told: YearEvidence | None = None
    counted: YearRange | None = None
    lent: YearEvidence | None = None

    def days(self, *, future: bool) -> list[Mention]:
        """The days the article's own paragraphs name without a year, still to come or past."""
        return [
            mention
            for mention in self.mentions
            if mention.month and mention.day and mention.kind == "body" and not mention.year
            if (mention.tense == "future") == future
        ]

    def weekdays(self) -> list[Mention]:
        """The weekdays named alone for something past."""
        return [
            mention
            for mention in self.mentions
            if mention.weekday is not None and mention.month is None and mention.kind == "body"
            if mention.tense == "past"
        ]

    def news_days(self) -> list[Mention]:
        """The past days on which something happened ("on April 5", not "the April 5 vote")."""
        return [
            mention
            for mention in self.days(future=False)
            if mention.weekday is not None or _ON.search(self.text, max(0, mention.start - 12), mention.start)
        ]

    def opening(self) -> list[int]:
        """The positions of the first paragraphs."""
        return [order for order, block in enumerate(self.blocks) if block.kind == "body"][:_OPENING]

    def at_top(self, mention: Mention) -> bool:
        """Say whether a mention stands before the article's second paragraph."""
        opening = self.opening()
        return len(opening) < 2 or mention.order < opening[1]

    def opening_weekday(self) -> Mention | None:
        """The first weekday that the opening names for something past."""
        opening = self.opening()
        return next((mention for mention in self.weekdays() if mention.order in opening), None)

    def year_of(self, day: Mention) -> YearEvidence | None:
        """The year of a day named without one, when the text settles it."""
        return self._year_beside(day) or self.told or self.lent

    def _year_beside(self, day: Mention) -> YearEvidence | None:
        """Return the year of a full date close to a day; None when two would settle different years.

        A picture from the archive ("FILE - ...") is far from the day, so it settles nothing.
        """
        years: dict[int, str] = {}
        for other in self.mentions:
            full = other.full
            if full is None or other.swapped is not None:
                continue
            for year in (full.year, full.year + 1):
                candidate = day.in_year(year)
                if candidate is not None and 0 <= (candidate - full).days <= _NEAR:
                    place = "a caption's date" if other.kind == "caption" else "the date"
                    years.setdefault(year, f"{place} {other.text!r}")
        return YearEvidence(*next(iter(years.items()))) if len(years) == 1 else None

    def with_year(self, day: Mention, basis: str) -> Dated | None:
        """Return a day with the year the text settles; a weekday beside it must fit."""
        year = self.year_of(day)
        full = day.in_year(year.year) if year else None
        if year is None or full is None or not day.fits(full):
            return None
        fits = f"; {spoken(full)} was a {full:%A}" if day.weekday is not None else ""
        return Dated(date=full.isoformat(), basis=f"{basis}, year from {year.basis}{fits}")


def gather(
    text: str, blocks: tuple[Block, ...], found: tuple[Mention, ...], lent: YearEvidence | None = None
) -> Evidence:
    """Collect what a text holds about its date, each piece once."""
    return Evidence(text, blocks, found, _told_year(text, blocks, found), _counted_years(text), lent)


def _told_year(text: str, blocks: tuple[Block, ...], found: tuple[Mention, ...]) -> YearEvidence | None:
    """Return the year of a copyright line.

    None when lines differ or give a span of years, or where a weekday told with a day does not fit it.
    """
    years: dict[int, str] = {}
    for block in blocks:
        if block.kind not in ("credit", "boilerplate"):
            continue
        for match in _COPYRIGHT.finditer(text, block.start, block.end):
            if match.group("span"):
                return None
            years.setdefault(int(match.group("year")), repr(" ".join(match.group().split())))
    if len(years) != 1:
        return None
    year, basis = next(iter(years.items()))
    days = ((one, one.in_year(year)) for one in found if not one.year)
    fits = all(one.fits(day) for one, day in days if day is not None)
    return YearEvidence(year, basis) if fits else None


def latest_past_year(found: tuple[Mention, ...]) -> int | None:
    """Return the latest year the text names for something past: the earliest it can be written in."""
    years = [
        mention.year
        for mention in found
        if mention.year and mention.tense == "past" and mention.kind in ("body", "heading", "caption")
    ]
    return max(years, default=None)


def _counted_years(text: str) -> YearRange | None:
    """Return the years that a record and its date allow.

    "The worst in more than a quarter-century" beside "the biggest since a strike that ended
    in 1994": the same record, told once by its length and once by its year.
    """
    lengths = [_length(match) for match in _lasting().finditer(text)]
    starts = [int(match["year"]) for match in _SINCE.finditer(text)]
    if not lengths or not starts:
        return None
    low = max(year + least for least, _, _ in lengths for year in starts)
    high = min(year + most for _, most, _ in lengths for year in starts)
    if low > high:
        return None
    words_used = sorted({repr(words) for _, _, words in lengths})
    return YearRange(low, high, f"{' and '.join(words_used)} since {starts[0]}")


@cache
def _lasting() -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, table("dating")["long_units"]), key=len, reverse=True))
    return re.compile(
        _SUPERLATIVE + r"[^.!?\n]{0,120}?\b(?P<words>in (?P<bound>more than |over |about |around |some )?"
        rf"(?P<number>{numbers()}|\d+)[ -](?P<unit>{units})s?)\b",
        re.IGNORECASE,
    )


def _length(match: re.Match[str]) -> tuple[int, int, str]:
    """Return the least and most years a written length allows, and its words.

    "More than" goes up to what would have been said otherwise: 26 to 29 for a quarter-century.
    """
    unit = int(table("dating")["long_units"][match["unit"].lower()])
    length = unit * number(match["number"])
    step = 10 if length % 10 == 0 else 5 if length % 5 == 0 else 1
    bound = (match["bound"] or "").strip().lower()
    if bound in ("more than", "over"):
        return length + 1, length + max(step - 1, 1), match["words"]
    loose = 0 if unit == 1 and not bound else max(step // 5, 1)
    return length - loose, length + loose, match["words"]


def numbers() -> str:
    """Return an alternation of the numbers written out, the longest first."""
    return "|".join(sorted(table("dating")["numbers"], key=len, reverse=True))


def number(written: str) -> int:
    """Return a number written in figures or as one of ``numbers``."""
    return int(written) if written.isdigit() else int(table("dating")["numbers"][written.lower()])
