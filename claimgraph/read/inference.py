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
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from claimgraph.lexicon import rows, table
from claimgraph.model import Dated
from claimgraph.read.dates import Mention, spoken
from claimgraph.read.evidence import Evidence, YearEvidence, latest_past_year, number, numbers

_CLOSE = 10
"""Days before a day within which another date speaks of the same event."""

_AHEAD = 30
"""Days that a day still to come, named without its year, may lie ahead."""

_FAR = 500
"""Characters on either side of a weekday within which its sentence is looked at."""

_TODAY = re.compile(
    r"\b(?P<word>today|yesterday|tomorrow)(?: morning| evening| afternoon)?\s*[,(–—-]?\s*(?:on |the )*\Z",
    re.IGNORECASE,
)
_TODAY_OFFSETS = {"today": 0, "yesterday": 1, "tomorrow": -1}
_BEGAN = re.compile(r"\b(began|begun|started|erupted|broke out|since|flared)\b[^.!?]{0,40}$")
_SENTENCE_END = re.compile(r"\n|[.?!] ")


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
        full = mention.in_year(year.year) if year else None
        if year is not None and full is not None and mention.fits(full):
            day = full + timedelta(days=_TODAY_OFFSETS[match["word"].lower()])
            told = " ".join(evidence.text[match.start() : mention.end].split())
            return Dated(date=day.isoformat(), basis=f"{told!r} in the text, year from {year.basis}")
    return None


def _resolved(evidence: Evidence, days: list[Mention]) -> list[tuple[date, Mention, YearEvidence]]:
    """Return the days whose year the text settles, latest first."""
    resolved = []
    for mention in days:
        year = evidence.year_of(mention)
        full = mention.in_year(year.year) if year else None
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
        fits = mention.fits(full) and mention.order in evidence.opening()
        told = f"year from {year.basis}; {spoken(full)} was a {full:%A}"
    else:
        weekday = evidence.opening_weekday()
        if weekday is None or not weekday.fits(full):
            return None
        beside = any(_just_before(other, full) for other in evidence.mentions) or year == evidence.lent
        fits = mention.reported and beside
        told = f"the weekday {weekday.text!r} fits, year from {year.basis}"
    basis = f"{mention.text!r} in the text, {told}"
    return Dated(date=full.isoformat(), basis=basis) if fits else None


def _just_before(other: Mention, day: date) -> bool:
    """Say whether a date of the article lies in the days before a day."""
    named = other.in_year(other.year or day.year)
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
    days = ((one, _beginning(evidence.text, one)) for one in evidence.days(future=False))
    begun, verb = next(((one, verb) for one, verb in days if verb), (None, ""))
    lasted = _lasted().search(evidence.text)
    if weekday is None or begun is None or lasted is None:
        return None
    length = number(lasted["number"]) * int(table("dating")["units"][lasted["unit"].lower()])
    begins = ((begun.in_year(year), told) for year, told in _years(evidence, begun))
    ends = (
        (first + timedelta(days=length + off), told) for first, told in begins if first for off in (-1, 0, 1)
    )
    fitting = [(day, told) for day, told in ends if weekday.fits(day)]
    if len(fitting) != 1:
        return None
    day, basis = fitting[0]
    began = " ".join(f"{verb}{begun.text}".split())
    told = f"{began!r} and {' '.join(lasted.group().split())!r} to {weekday.text!r}"
    return Dated(date=day.isoformat(), basis=f"{told}, {basis}: {spoken(day)} was that {day:%A}")


def _beginning(text: str, mention: Mention) -> str:
    """Return the words up to a day that make it a beginning, or nothing."""
    match = _BEGAN.search(text[max(0, mention.start - 80) : mention.start])
    return match.group() if match else ""


def _years(evidence: Evidence, day: Mention) -> Iterator[tuple[int, str]]:
    """Yield the years that a day named without one can belong to, each with its ground."""
    settled, counted = evidence.year_of(day), evidence.counted
    if settled is not None:
        yield settled.year, f"year from {settled.basis}"
    elif counted is not None:
        for year in range(counted.low, counted.high + 1):
            span = f"{counted.low} to {counted.high}, of which only {year} fits"
            yield year, f"year from {counted.basis} ({span})"


@cache
def _lasted() -> re.Pattern[str]:
    units = "|".join(table("dating")["units"])
    return re.compile(
        rf"\b(?:(?:after|following|for) )?(?<!than )(?P<number>{numbers()}|\d+)"
        rf" (?P<unit>{units})s? of(?: [\w’'-]+){{1,2}}",
        re.IGNORECASE,
    )


def _calendar_event(evidence: Evidence) -> Dated | None:
    """A weekday of an event everybody knows the days of, beside days the text names."""
    weekday = evidence.opening_weekday()
    days = evidence.days(future=True) or evidence.days(future=False)
    if weekday is None or weekday.weekday is None or not days:
        return None
    fitting: dict[date, tuple[date, Mention, str]] = {}
    for mention, event in _event_weekdays(evidence):
        for held in filter(mention.fits, _calendar()[event.lower()]):
            day = held + timedelta(days=(weekday.weekday - held.weekday()) % 7)
            if _agrees(evidence, day):
                fitting.setdefault(day, (held, mention, event))
    if len(fitting) != 1:
        return None
    day, (held, mention, event) = next(iter(fitting.items()))
    years = [one.year for one in _calendar()[event.lower()]]
    when = "still to come" if days[0].tense == "future" else "past"
    basis = (
        f"'{mention.text} … {event}' in the text was {spoken(held)} ({held:%A}); {weekday.text!r} then was "
        f"{spoken(day)}, with {days[0].text!r} {when}; in no other year from {min(years)} to {max(years)} "
        "does this fit"
    )
    return Dated(date=day.isoformat(), basis=basis)


@cache
def _calendar() -> dict[str, list[date]]:
    """Return the days of the events of the world's calendar, by their names in small letters."""
    found: dict[str, list[date]] = defaultdict(list)
    for row in rows("calendar"):
        first, last = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
        for name in row["names"].split("|"):
            found[name.strip().lower()] += days
    return found


def _event_weekdays(evidence: Evidence) -> Iterator[tuple[Mention, str]]:
    """Yield weekdays named in one sentence with an event of the calendar."""
    names = sorted(_calendar(), key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    for mention in evidence.weekdays():
        before = _SENTENCE_END.split(evidence.text[max(0, mention.start - _FAR) : mention.start])[-1]
        after = _SENTENCE_END.split(evidence.text[mention.end : mention.end + _FAR])[0]
        match = pattern.search(f"{before}{mention.text}{after}")
        if match:
            yield mention, match.group()


def _agrees(evidence: Evidence, day: date) -> bool:
    """Say whether a day agrees with every day the text names and with the years it names as past."""
    past = [one for one in evidence.days(future=False) if one.tense == "past"]
    return (
        (latest_past_year(evidence.mentions) or 0) <= day.year
        and all(_lies_within(one, day, 1, _AHEAD) for one in evidence.days(future=True))
        and all(_lies_within(one, day, -2 * _AHEAD, 0) for one in past)
    )


def _lies_within(mention: Mention, day: date, least: int, most: int) -> bool:
    """Say whether a day named lies so many days behind another of its year, or before it."""
    named = mention.in_year(day.year)
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
    if evidence.days(future=False) or evidence.weekdays() or not mention.fits(latest):
        return None
    if (latest_past_year(evidence.mentions) or 0) > latest.year:
        return None
    return Dated(date=latest.isoformat(), basis=f"{mention.text!r} is the latest day it reports on")
