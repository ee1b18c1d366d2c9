"""What the text lets infer about its date when no line of it gives one.

The rules, in order, each with its own basis:
    1. "today" or "yesterday" beside a day;
    2. a weekday and a day said together, or the opening's weekday fitting a day named;
    3. without weekdays, the latest day on which somebody is reported to have spoken;
    4. a beginning, how long it lasted, and the opening's weekday;
    5. a weekday of an event in the world's calendar, beside a day named;
    6. a full date in the opening.
What comes out is the latest day the article reports on; it may have appeared a day later.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from claimgraph.lexicon import table
from claimgraph.model import Dated
from claimgraph.read.dates import Mention, safe_date
from claimgraph.read.evidence import Evidence
from claimgraph.read.wording import spoken
from claimgraph.read.years import (
    YearEvidence,
    calendar_days,
    calendar_names,
    latest_past_year,
)

_CLOSE = 10
"""Days before a day within which another date speaks of the same event."""

_AHEAD = 30
"""Days that a day still to come, named without its year, may lie ahead."""


def infer(evidence: Evidence) -> Dated | None:
    """Infer the date of publication, or None when nothing settles it."""
    for rule in (
        _day_called_today,
        _weekday_and_day,
        _latest_spoken_day,
        _beginning_and_length,
        _calendar_event,
        _full_date,
    ):
        dated = rule(evidence)
        if dated is not None:
            return dated
    return None


def _day_called_today(evidence: Evidence) -> Dated | None:
    """A day that the article's own voice calls today or yesterday."""
    for mention in evidence.mentions:
        match = _TODAY.search(evidence.text, max(0, mention.start - 30), mention.start)
        if match is None or mention.kind != "body":
            continue
        year = YearEvidence(mention.year, "the text") if mention.year else evidence.year_of(mention)
        full = safe_date(year.year, mention.month or 0, mention.day or 0) if year else None
        if year is not None and full is not None and mention.weekday in (None, full.weekday()):
            day = full + timedelta(days=_TODAY_OFFSETS[match["word"].lower()])
            told = " ".join(evidence.text[match.start() : mention.end].split())
            return Dated(date=day.isoformat(), basis=f"{told!r} in the text, year from {year.basis}")
    return None


_TODAY = re.compile(
    r"\b(?P<word>today|yesterday|tomorrow)(?: morning| evening| afternoon)?\s*[,(–—-]?\s*(?:on |the )*\Z",
    re.IGNORECASE,
)
_TODAY_OFFSETS = {"today": 0, "yesterday": 1, "tomorrow": -1}


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
    """The opening's weekday and the latest day named are one day.

    Said apart, they may fall together by chance; so somebody must have spoken on that day
    and another date of the article, or the article that lends the year, must be close to it.
    """
    resolved = _resolved(evidence, evidence.news_days())
    if not resolved:
        return None
    full, mention, year = resolved[0]
    if mention.weekday is not None:
        return _with_own_weekday(evidence, full, mention, year)
    weekday = evidence.opening_weekday()
    if weekday is None or full.weekday() != weekday.weekday:
        return None
    beside = [other for other in evidence.mentions if _just_before(other, full)]
    if not mention.reported or not (beside or year == evidence.lent):
        return None
    basis = f"{mention.text!r} in the text, the weekday {weekday.text!r} fits, year from {year.basis}"
    return Dated(date=full.isoformat(), basis=basis)


def _with_own_weekday(evidence: Evidence, full: date, mention: Mention, year: YearEvidence) -> Dated | None:
    """The opening's day that has its weekday beside it."""
    if mention.weekday != full.weekday() or mention.order not in evidence.opening():
        return None
    basis = f"{mention.text!r} in the text, year from {year.basis}; {spoken(full)} was a {full:%A}"
    return Dated(date=full.isoformat(), basis=basis)


def _just_before(other: Mention, day: date) -> bool:
    """Say whether a date of the article lies in the days before a day."""
    if not (other.month and other.day):
        return False
    named = other.full or safe_date(day.year, other.month, other.day)
    return named is not None and 0 < (day - named).days <= _CLOSE


def _latest_spoken_day(evidence: Evidence) -> Dated | None:
    """Without weekdays, the latest day on which somebody spoke is the day of the news."""
    if evidence.weekdays():
        return None
    resolved = _resolved(evidence, evidence.news_days())
    if not resolved:
        return None
    latest, _, year = resolved[0]
    same = [mention for full, mention, _ in resolved if full == latest]
    spoken_on = [mention for mention in same if mention.reported]
    if not spoken_on or not (len(same) > 1 or spoken_on[0].order in evidence.opening()):
        return None
    if any(day < latest for day, _, _ in _resolved(evidence, evidence.days(future=True))):
        return None
    basis = f"{spoken_on[0].text!r} is the latest day it reports on, year from {year.basis}"
    return Dated(date=latest.isoformat(), basis=basis)


def _beginning_and_length(evidence: Evidence) -> Dated | None:
    """What began on a day and lasted so long reaches the opening's weekday, in one year only."""
    weekday = evidence.opening_weekday()
    begun = next(
        (mention for mention in evidence.days(future=False) if _is_beginning(evidence.text, mention)), None
    )
    lasted = _lasted().search(evidence.text)
    if weekday is None or begun is None or lasted is None:
        return None
    length = _days_long(lasted)
    begins = (
        (safe_date(year, begun.month or 0, begun.day or 0), told) for year, told in _years(evidence, begun)
    )
    ends = (
        (first + timedelta(days=length + off), told) for first, told in begins if first for off in (-1, 0, 1)
    )
    fitting = [(day, told) for day, told in ends if day.weekday() == weekday.weekday]
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
    counted = evidence.counted
    if counted is not None:
        for year in range(counted.low, counted.high + 1):
            span = str(counted.low) if counted.low == counted.high else f"{counted.low} to {counted.high}"
            only = "" if counted.low == counted.high else f", of which only {year} fits"
            yield year, f"year from {counted.basis} ({span}{only})"


def _is_beginning(text: str, mention: Mention) -> bool:
    """Say whether a day is when something began."""
    return (
        re.search(
            r"\b(began|begun|started|erupted|broke out|since|flared)\b[^.!?]{0,40}$",
            text[max(0, mention.start - 80) : mention.start],
        )
        is not None
    )


def _quoted(text: str, mention: Mention) -> str:
    """Return a day with the word that makes it a beginning."""
    match = re.search(
        r"\b(began|begun|started|erupted|broke out|since|flared)\b[^.!?]{0,40}$",
        text[max(0, mention.start - 80) : mention.start],
    )
    lead = match.group() if match else ""
    return repr(" ".join(f"{lead}{mention.text}".split()))


@cache
def _lasted() -> re.Pattern[str]:
    numbers = "|".join(sorted(table("dating")["numbers"], key=len, reverse=True))
    units = "|".join(table("dating")["units"])
    return re.compile(
        rf"\b(?:(?:after|following|for) )?(?<!than )(?P<number>{numbers}|\d+)"
        rf" (?P<unit>{units})s? of(?: [\w’'-]+){{1,2}}",
        re.IGNORECASE,
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
    for held, told in _days_held(evidence):
        day = held + timedelta(days=((weekday.weekday or 0) - held.weekday()) % 7)
        if _agrees(evidence, day):
            fitting.setdefault(day, (held, told))
    if len(fitting) != 1:
        return None
    day, (held, told) = next(iter(fitting.items()))
    name = told.rsplit(" … ", 1)[-1]
    held_in = [first.year for first, _ in calendar_days(name)]
    span = f"{min(held_in)} to {max(held_in)}"
    named = (evidence.days(future=True) or evidence.days(future=False))[0]
    when = "still to come" if named.tense == "future" else "past"
    basis = (
        f"{told!r} in the text was {spoken(held)} ({held:%A}); {weekday.text!r} then was {spoken(day)}, "
        f"with {named.text!r} {when}; in no other year from {span} does this fit"
    )
    return Dated(date=day.isoformat(), basis=basis)


def _days_held(evidence: Evidence) -> Iterator[tuple[date, str]]:
    """Yield the days on which an event of the calendar was held that fall on the weekday named with it."""
    for weekday, name in _event_weekdays(evidence):
        for first, last in calendar_days(name):
            days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
            yield from ((day, f"{weekday.text} … {name}") for day in days if day.weekday() == weekday.weekday)


def _event_weekdays(evidence: Evidence) -> Iterator[tuple[Mention, str]]:
    """Yield weekdays named in one sentence with an event of the calendar."""
    pattern = re.compile("|".join(map(re.escape, calendar_names())), re.IGNORECASE)
    for mention in evidence.weekdays():
        low = max(evidence.text.rfind(mark, 0, mention.start) for mark in ("\n", ". ", "? ", "! "))
        high = min(
            (
                at
                for at in (evidence.text.find(mark, mention.end) for mark in ("\n", ". ", "? ", "! "))
                if at >= 0
            ),
            default=len(evidence.text),
        )
        match = pattern.search(evidence.text, max(low, 0), high)
        if match:
            yield mention, match.group()


def _agrees(evidence: Evidence, day: date) -> bool:
    """Say whether a day agrees with every day the text names and with the years it names as past."""
    latest = latest_past_year(evidence.mentions)
    if latest is not None and day.year < latest:
        return False
    past = [one for one in evidence.days(future=False) if one.tense == "past"]
    return all(_lies_within(one, day, 1, _AHEAD) for one in evidence.days(future=True)) and all(
        _lies_within(one, day, -2 * _AHEAD, 0) for one in past
    )


def _lies_within(mention: Mention, day: date, least: int, most: int) -> bool:
    """Say whether a day named lies so many days behind another of its year, or before it."""
    named = safe_date(day.year, mention.month or 0, mention.day or 0)
    return named is not None and least <= (named - day).days <= most


def _full_date(evidence: Evidence) -> Dated | None:
    """The latest full date, told in the opening as the day of the news."""
    told = (one for one in evidence.mentions if one.kind in ("body", "heading"))
    full = [(one.full, one) for one in told if one.full]
    if not full or any(mention.swapped for _, mention in full):
        return None
    latest, mention = max(full, key=lambda item: (item[0], -item[1].start))
    if not mention.reported or mention.order not in evidence.opening()[:1]:
        return None
    if evidence.days(future=False) or evidence.weekdays():
        return None
    later = (latest_past_year(evidence.mentions) or 0) > latest.year
    if later or mention.weekday not in {None, latest.weekday()}:
        return None
    return Dated(date=latest.isoformat(), basis=f"{mention.text!r} is the latest day it reports on")
