"""What the text lets infer about its date when no line of it gives one.

The rules, in order, each with its own basis:
    1. a weekday and a day said together, or the opening's weekday fitting a day named;
    2. without weekdays, the latest day on which somebody is reported to have spoken;
    3. a beginning, how long it lasted, and the opening's weekday;
    4. a weekday of an event in the world's calendar, beside a day named;
    5. a full date in the opening.
What comes out is the latest day the article reports on; it may have appeared a day later.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from claimgraph.lexicon import table
from claimgraph.model import Block, Dated
from claimgraph.read.dates import Mention, safe_date
from claimgraph.read.wording import spoken
from claimgraph.read.years import (
    YearEvidence,
    YearRange,
    calendar_days,
    calendar_names,
    copyright_year,
    counted_years,
    latest_past_year,
    year_beside,
)

_OPENING = 3
"""Paragraphs from the top that tell the day's news."""

_AHEAD = 30
"""Days that a day still to come, named without its year, may lie ahead."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An article with the dates it names."""

    text: str
    blocks: tuple[Block, ...]
    mentions: tuple[Mention, ...]

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
            if mention.tense != "future"
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
        return year_beside(day, self.mentions) or copyright_year(self.text, self.blocks)

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


def infer(evidence: Evidence) -> Dated | None:
    """Infer the date of publication, or None when nothing settles it."""
    for rule in (_weekday_and_day, _latest_spoken_day, _beginning_and_length, _calendar_event, _full_date):
        dated = rule(evidence)
        if dated is not None:
            return dated
    return None


def _resolved(evidence: Evidence, days: list[Mention]) -> list[tuple[date, Mention, YearEvidence]]:
    """Return the days whose year the text settles, latest first."""
    resolved = []
    for mention in days:
        year = evidence.year_of(mention)
        full = safe_date(year.year, mention.month or 0, mention.day or 0) if year else None
        if year is not None and full is not None:
            resolved.append((full, mention, year))
    return sorted(resolved, key=lambda item: (item[0], -item[1].start), reverse=True)


def _weekday_and_day(evidence: Evidence) -> Dated | None:
    """The opening's weekday and the latest day named are one day."""
    resolved = _resolved(evidence, evidence.days(future=False))
    weekday = evidence.opening_weekday()
    for full, mention, year in resolved[:1]:
        if mention.weekday is not None and mention.weekday == full.weekday() and mention.order in evidence.opening():
            basis = f"{mention.text!r} in the text, year from {year.basis}; {spoken(full)} was a {full:%A}"
            return Dated(date=full.isoformat(), basis=basis)
        if weekday is not None and mention.weekday is None and full.weekday() == weekday.weekday:
            basis = f"{mention.text!r} in the text, the weekday {weekday.text!r} fits, year from {year.basis}"
            return Dated(date=full.isoformat(), basis=basis)
    return None


def _latest_spoken_day(evidence: Evidence) -> Dated | None:
    """Without weekdays, the latest day on which somebody spoke is the day of the news."""
    if evidence.weekdays():
        return None
    resolved = _resolved(evidence, evidence.days(future=False))
    if not resolved:
        return None
    latest, _, year = resolved[0]
    same = [mention for full, mention, _ in resolved if full == latest]
    spoken_on = [mention for mention in same if mention.reported]
    if not spoken_on or not (len(same) > 1 or spoken_on[0].order in evidence.opening()):
        return None
    ahead = [day for day, _, _ in _resolved(evidence, evidence.days(future=True)) if day < latest]
    if ahead:
        return None
    basis = f"{spoken_on[0].text!r} is the latest day it reports on, year from {year.basis}"
    return Dated(date=latest.isoformat(), basis=basis)


def _beginning_and_length(evidence: Evidence) -> Dated | None:
    """What began on a day and lasted so long reaches the opening's weekday, in one year only."""
    weekday = evidence.opening_weekday()
    begun = next((mention for mention in evidence.days(future=False) if _is_beginning(evidence.text, mention)), None)
    lasted = _LASTED().search(evidence.text)
    if weekday is None or begun is None or lasted is None:
        return None
    length = _days_long(lasted)
    fitting: list[tuple[date, str]] = []
    for year, basis in _years(evidence, begun):
        first = safe_date(year, begun.month or 0, begun.day or 0)
        if first is None:
            continue
        fitting += [
            (day, basis)
            for day in (first + timedelta(days=length + off) for off in (-1, 0, 1))
            if day.weekday() == weekday.weekday
        ]
    if len(fitting) != 1:
        return None
    day, basis = fitting[0]
    told = f"{_quoted(evidence.text, begun)} and {' '.join(lasted.group().split())!r} to {weekday.text!r}"
    return Dated(date=day.isoformat(), basis=f"{told}, {basis}: {spoken(day)} was that {day:%A}")


def _years(evidence: Evidence, day: Mention) -> Iterator[tuple[int, str]]:
    """Yield the years that a day named without one can belong to, each with its ground."""
    settled = evidence.year_of(day)
    if settled is not None:
        yield settled.year, f"year from {settled.basis}"
        return
    counted: YearRange | None = counted_years(evidence.text)
    if counted is not None:
        for year in range(counted.low, counted.high + 1):
            span = str(counted.low) if counted.low == counted.high else f"{counted.low} to {counted.high}"
            only = "" if counted.low == counted.high else f", of which only {year} fits"
            yield year, f"year from {counted.basis} ({span}{only})"


def _is_beginning(text: str, mention: Mention) -> bool:
    """Say whether a day is when something began."""
    return re.search(r"\b(began|begun|started|erupted|broke out|since|flared)\b[^.!?]{0,40}$", text[max(0, mention.start - 80) : mention.start]) is not None


def _quoted(text: str, mention: Mention) -> str:
    """Return a day with the word that makes it a beginning."""
    match = re.search(r"\b(began|begun|started|erupted|broke out|since|flared)\b[^.!?]{0,40}$", text[max(0, mention.start - 80) : mention.start])
    lead = match.group() if match else ""
    return repr(" ".join(f"{lead}{mention.text}".split()))


@cache
def _LASTED() -> re.Pattern[str]:
    numbers = "|".join(sorted(table("dating")["numbers"], key=len, reverse=True))
    units = "|".join(table("dating")["units"])
    return re.compile(
        rf"\b(?:after|following|for|of)?\s*(?<!than )\b(?P<number>{numbers}|\d+) (?P<unit>{units})s? of\b [^.!?,;]{{3,40}}", re.IGNORECASE
    )


def _days_long(match: re.Match[str]) -> int:
    number = match["number"].lower()
    return int(table("dating")["units"][match["unit"].lower()]) * (
        int(number) if number.isdigit() else int(table("dating")["numbers"][number])
    )


def _calendar_event(evidence: Evidence) -> Dated | None:
    """A weekday of an event everybody knows the days of, beside days the text names."""
    weekday = evidence.opening_weekday()
    if weekday is None or not (evidence.days(future=True) or evidence.days(future=False)):
        return None
    fitting: dict[date, tuple[date, str]] = {}
    for event_weekday, name in _event_weekdays(evidence):
        for first, last in calendar_days(name):
            for offset in range((last - first).days + 1):
                held = first + timedelta(days=offset)
                day = held + timedelta(days=((weekday.weekday or 0) - held.weekday()) % 7)
                if held.weekday() == event_weekday.weekday and _agrees(evidence, day):
                    fitting.setdefault(day, (held, f"{event_weekday.text} … {name}"))
    if len(fitting) != 1:
        return None
    day, (held, told) = next(iter(fitting.items()))
    named = (evidence.days(future=True) or evidence.days(future=False))[0]
    when = "still to come" if named.tense == "future" else "past"
    basis = (
        f"{told!r} in the text was {spoken(held)} ({held:%A}); {weekday.text!r} then was {spoken(day)}, "
        f"with {named.text!r} {when}; no other year of the event fits"
    )
    return Dated(date=day.isoformat(), basis=basis)


def _event_weekdays(evidence: Evidence) -> Iterator[tuple[Mention, str]]:
    """Yield weekdays named in one sentence with an event of the calendar."""
    pattern = re.compile("|".join(map(re.escape, calendar_names())), re.IGNORECASE)
    for mention in evidence.weekdays():
        low = max(evidence.text.rfind(mark, 0, mention.start) for mark in ("\n", ". ", "? ", "! "))
        high = min((at for at in (evidence.text.find(mark, mention.end) for mark in ("\n", ". ", "? ", "! ")) if at >= 0), default=len(evidence.text))
        match = pattern.search(evidence.text, max(low, 0), high)
        if match:
            yield mention, match.group()


def _agrees(evidence: Evidence, day: date) -> bool:
    """Say whether a day agrees with every day the text names and with the years it names as past."""
    latest = latest_past_year(evidence.mentions)
    if latest is not None and day.year < latest:
        return False
    for mention in evidence.days(future=True):
        named = safe_date(day.year, mention.month or 0, mention.day or 0)
        if named is None or not 0 < (named - day).days <= _AHEAD:
            return False
    for mention in evidence.days(future=False):
        named = safe_date(day.year, mention.month or 0, mention.day or 0)
        if mention.tense == "past" and (named is None or not 0 <= (day - named).days <= 2 * _AHEAD):
            return False
    return True


def _full_date(evidence: Evidence) -> Dated | None:
    """The latest full date, told in the opening as the day of the news."""
    full = [(mention.full, mention) for mention in evidence.mentions if mention.full and mention.kind in ("body", "heading")]
    if not full or any(mention.swapped for _, mention in full):
        return None
    latest, mention = max(full, key=lambda item: (item[0] or date.min, -item[1].start))
    told = mention.reported and mention.order in evidence.opening()[:1]
    if latest is None or not told or evidence.days(future=False) or evidence.weekdays():
        return None
    if (latest_past_year(evidence.mentions) or 0) > latest.year:
        return None
    weekday = mention.weekday
    if weekday is not None and latest.weekday() != weekday:
        return None
    return Dated(date=latest.isoformat(), basis=f"{mention.text!r} is the latest day it reports on")
