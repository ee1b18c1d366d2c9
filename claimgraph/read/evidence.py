"""What an article's text holds about its date: the days it names, where, and in which tense."""

import re
from dataclasses import dataclass
from datetime import date

from claimgraph.model import Block, Dated
from claimgraph.read.dates import Mention, safe_date
from claimgraph.read.wording import spoken
from claimgraph.read.years import YearEvidence, YearRange, copyright_year, counted_years, year_beside

_OPENING = 3
"""Paragraphs from the top that tell the day's news."""


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
        return year_beside(day, self.mentions) or self.told or self.counted_year(day) or self.lent

    def counted_year(self, day: Mention) -> YearEvidence | None:
        """The only year that a record's length and start allow, and a weekday beside the day fits."""
        counted = self.counted
        if counted is None or (counted.low != counted.high and day.weekday is None):
            return None
        fitting = []
        for year in range(counted.low, counted.high + 1):
            full = safe_date(year, day.month or 0, day.day or 0)
            if full is not None and day.weekday in (None, full.weekday()):
                fitting.append(year)
        return YearEvidence(fitting[0], counted.basis) if len(fitting) == 1 else None

    def with_year(self, day: Mention, basis: str) -> Dated | None:
        """Return a day with the year the text settles; a weekday beside it must fit."""
        year = self.year_of(day)
        full = safe_date(year.year, day.month or 0, day.day or 0) if year else None
        if year is None or full is None:
            return None
        if day.weekday is not None and full.weekday() != day.weekday:
            return None
        fits = f"; {spoken(full)} was a {full:%A}" if day.weekday is not None else ""
        return Dated(date=full.isoformat(), basis=f"{basis}, year from {year.basis}{fits}")

    def days_apart(self, mention: Mention, day: date) -> int:
        """Return how many days a mention is from a day, in the year that brings them closest."""
        years = [mention.year] if mention.year else [day.year - 1, day.year, day.year + 1]
        candidates = (safe_date(year, mention.month or 0, mention.day or 0) for year in years)
        return min((abs((one - day).days) for one in candidates if one), default=10_000)


_ON = re.compile(r"(?:\bon|\bearly|\blate|\bsaid|\btold|\bannounced|^|[.“\"])\s*\Z", re.IGNORECASE)


def gather(
    text: str, blocks: tuple[Block, ...], found: tuple[Mention, ...], lent: YearEvidence | None = None
) -> Evidence:
    """Collect what a text holds about its date, each piece once."""
    return Evidence(text, blocks, found, _told_year(text, blocks, found), counted_years(text), lent)


def _told_year(text: str, blocks: tuple[Block, ...], found: tuple[Mention, ...]) -> YearEvidence | None:
    """Return the year of a copyright line, unless a weekday told with a day does not fit it."""
    year = copyright_year(text, blocks)
    if year is None:
        return None
    for mention in found:
        full = safe_date(year.year, mention.month or 0, mention.day or 0)
        paired = mention.weekday is not None and mention.month and not mention.year
        if paired and full is not None and full.weekday() != mention.weekday:
            return None
    return year
