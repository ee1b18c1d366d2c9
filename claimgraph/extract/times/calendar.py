"""The prefix date each time expression resolves to, by calendar arithmetic alone.

Nothing here looks at the clock. What an expression leaves open stays open: "overnight" is
two possible days, so it resolves to what both share (the month, as a rule). The anchor is
the publication date, itself a prefix: a weekday needs its day, a month its year.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from claimgraph.extract.times.expressions import Expression

Direction = Literal["past", "future", "either"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "couple of": 2, "a couple of": 2,
}  # fmt: skip
_HALF_A_YEAR = 6
_GRACE = 7
"""Days after publication a past date without a year may still seem to lie (copy filed late, dated early)."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication date as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @staticmethod
    def of(prefix: str | None) -> "Anchor":
        """Read a prefix date; an impossible one anchors nothing."""
        parts = [int(part) for part in (prefix or "").split("-") if part.isdigit()]
        year, month, day = (*parts, None, None, None)[:3]
        if month is not None and not 1 <= month <= 12:
            return Anchor(year)
        if day is not None and safe_date(year or 0, month or 0, day) is None:
            return Anchor(year, month)
        return Anchor(year, month, day)

    @property
    def exact(self) -> date | None:
        """The day, when it is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return safe_date(self.year, self.month, self.day)

    def latest(self) -> date | None:
        """Return the last day the anchor may be."""
        if self.exact is not None or self.year is None:
            return self.exact
        following = safe_date(self.year + (self.month or 12) // 12, (self.month or 12) % 12 + 1, 1)
        return following - timedelta(days=1) if following is not None else None

    @property
    def spoken(self) -> str:
        """The anchor as a reader writes it: "3 April 2016"."""
        month = _MONTHS[self.month - 1] if self.month else ""
        return " ".join(part for part in (str(self.day or ""), month, str(self.year or "")) if part)


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None for one that no calendar has."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def common_prefix(first: date, last: date) -> str | None:
    """Return what two days share: the day, the month, the year or nothing."""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return f"{first.year:04d}" if first.year == last.year else None


def resolve(expression: Expression, anchor: Anchor, direction: Direction = "past") -> tuple[str | None, str]:
    """Return the prefix date of an expression and the reckoning in words.

    Args:
        expression: one of ``expressions``.
        anchor: the publication date.
        direction: whether what it dates lies before or after publication.
    """
    resolver = _RESOLVERS.get(expression.kind)
    found = (
        resolver({k: v.lower() for k, v in expression.groups.items()}, anchor, direction)
        if resolver
        else None
    )
    return found if found is not None else (None, "it cannot be placed by the calendar")


_Groups = dict[str, str]
_Resolved = tuple[str | None, str] | None


def _month_number(groups: _Groups) -> int:
    return next(at for at, month in enumerate(_MONTHS, 1) if month.lower().startswith(groups["name"][:3]))


def _iso(groups: _Groups, _anchor: Anchor, _direction: Direction) -> _Resolved:
    exact = safe_date(int(groups["year"]), int(groups["month"]), int(groups["day"]))
    return (exact.isoformat(), "written in full") if exact is not None else None


def _full(groups: _Groups, anchor: Anchor, direction: Direction) -> _Resolved:
    return _iso(groups | {"month": str(_month_number(groups))}, anchor, direction)


def _month_and_year(groups: _Groups, _anchor: Anchor, _direction: Direction) -> _Resolved:
    return f"{groups['year']}-{_month_number(groups):02d}", "month and year as written"


def _nearest_year(anchor: Anchor, month: int, day: int, direction: Direction) -> date | None:
    """Return the day of that month that fits the direction, from the years around publication."""
    last = anchor.latest()
    if last is None:
        return None
    years = (safe_date(year, month, day) for year in range(last.year - 4, last.year + 5))
    days = [found for found in years if found is not None]
    grace = timedelta(days=_GRACE if anchor.exact else 0)
    if direction == "past":
        return max((found for found in days if found <= last + grace), default=None)
    if direction == "future":
        first = last - grace if anchor.exact else date(last.year, anchor.month or 1, 1)
        return min((found for found in days if found >= first), default=None)
    return min(days, key=lambda found: abs((found - last).days), default=None)


def _month_and_day(groups: _Groups, anchor: Anchor, direction: Direction) -> _Resolved:
    found = _nearest_year(anchor, _month_number(groups), int(groups["day"]), direction)
    return (found.isoformat(), f"the year from the publication date {anchor.spoken}") if found else None


def _bare_month(groups: _Groups, anchor: Anchor, direction: Direction) -> _Resolved:
    if anchor.year is None or anchor.month is None:
        return None
    month, year = _month_number(groups), anchor.year
    if direction == "future":
        year += month < anchor.month
    elif direction == "past" or month - anchor.month > _HALF_A_YEAR:
        year -= month > anchor.month
    elif anchor.month - month > _HALF_A_YEAR:
        year += 1
    return f"{year:04d}-{month:02d}", f"the year from the publication date {anchor.spoken}"


def _relative_month(groups: _Groups, anchor: Anchor, _direction: Direction) -> _Resolved:
    if anchor.year is None or anchor.month is None:
        return None
    month, which = _month_number(groups), groups["which"]
    past, next_one = which in {"last", "this past"}, which == "next"
    year = anchor.year - (past and month >= anchor.month) + (next_one and month <= anchor.month)
    return f"{year:04d}-{month:02d}", f"counted from the publication date {anchor.spoken}"


def _weekday(groups: _Groups, anchor: Anchor, direction: Direction) -> _Resolved:
    published = anchor.exact
    if published is None:
        return None
    which, name = groups.get("which", ""), groups["weekday"].capitalize()
    back = (published.weekday() - _WEEKDAYS.index(groups["weekday"])) % 7
    ahead = -back % 7
    if which in {"last", "this past"}:
        found = published - timedelta(days=back or 7)
        return found.isoformat(), f"the last {name} before publication, {anchor.spoken}"
    if which == "next":
        first = published + timedelta(days=ahead or 7)
        return common_prefix(first, first + timedelta(days=7)), "it could be either of the next two"
    if which == "this coming" or (direction == "future" and not which):
        found = published + timedelta(days=ahead)
        return found.isoformat(), f"the first {name} on or after publication, {anchor.spoken}"
    if which == "this" and direction != "past":
        monday = published - timedelta(days=published.weekday())
        found = monday + timedelta(days=_WEEKDAYS.index(groups["weekday"]))
        return found.isoformat(), f"the {name} of the week of publication, {anchor.spoken}"
    found = published - timedelta(days=back)
    return found.isoformat(), f"the last {name} on or before publication, {anchor.spoken}"


def _shifted(days: int, told: str) -> "Callable[[_Groups, Anchor, Direction], _Resolved]":
    def resolver(_groups: _Groups, anchor: Anchor, _direction: Direction) -> _Resolved:
        if anchor.exact is None:
            return None
        return (anchor.exact + timedelta(days=days)).isoformat(), f"{told} publication, {anchor.spoken}"

    return resolver


def _overnight(_groups: _Groups, anchor: Anchor, _direction: Direction) -> _Resolved:
    basis = f"the night before publication, {anchor.spoken}, spans two days"
    return _stretch(anchor, 1, 0, basis)


def _stretch(anchor: Anchor, first: int, last: int, basis: str) -> _Resolved:
    """Resolve to what two days share, each so many days before publication."""
    published = anchor.exact
    if published is None:
        return None
    return common_prefix(published - timedelta(days=first), published - timedelta(days=last)), basis


def _amount(groups: _Groups) -> int:
    count = groups.get("count", "one")
    return int(count) if count.isdigit() else _SMALL.get(count, 1)


def _ago(groups: _Groups, anchor: Anchor, _direction: Direction) -> _Resolved:
    count, unit, loose = _amount(groups), groups["unit"], "near" in groups
    basis = f"counted back from publication, {anchor.spoken}"
    if unit == "year":
        known = anchor.year is not None and not loose
        return (f"{(anchor.year or 0) - count:04d}", basis) if known else None
    if unit == "day" and not loose:
        return _stretch(anchor, count, count, basis)
    size, slack = {"hour": (1 / 24, 0), "day": (1, 1), "week": (7, 4), "month": (30.5, 31)}[unit]
    first, last = int(count * size + 0.99) + slack, max(0, int(count * size) - slack)
    return _stretch(anchor, first, last, f"{basis}, as exactly as the words allow")


def _past(groups: _Groups, anchor: Anchor, _direction: Direction) -> _Resolved:
    """Resolve "the past 48 hours" to what its first and last day share."""
    size = {"hour": 1 / 24, "day": 1, "week": 7, "month": 31, "year": 366}[groups["unit"]]
    days = int(_amount(groups) * size + 0.99)
    return _stretch(anchor, days, 0, f"a stretch that ends with publication, {anchor.spoken}")


def _relative_unit(groups: _Groups, anchor: Anchor, direction: Direction) -> _Resolved:
    which, unit = groups["which"], groups["unit"]
    step = -1 if "last" in which or which == "this past" else 1 if "next" in which else 0
    basis = f"counted from the publication date {anchor.spoken}"
    if unit == "weekend":
        return _weekend(groups, anchor, "future" if step > 0 else direction)
    if unit == "year":
        return (f"{anchor.year + step:04d}", basis) if anchor.year is not None else None
    if unit == "month":
        index = (anchor.year or 0) * 12 + (anchor.month or 0) - 1 + step
        return (f"{index // 12:04d}-{index % 12 + 1:02d}", basis) if anchor.month is not None else None
    monday = (anchor.exact.weekday() if anchor.exact else 0) - 7 * step
    return _stretch(anchor, monday, monday - 6, f"{basis}: one of seven days")


def _weekend(_groups: _Groups, anchor: Anchor, direction: Direction) -> _Resolved:
    back = (anchor.exact.weekday() - 5) % 7 if anchor.exact else 0
    saturday = back - 7 if direction == "future" and back > 1 else back
    return _stretch(
        anchor, saturday, saturday - 1, f"the weekend nearest publication, {anchor.spoken}, has two days"
    )


def _relative_season(groups: _Groups, anchor: Anchor, _direction: Direction) -> _Resolved:
    """Resolve "last summer" to a year; winters span two, and the hemisphere is not known."""
    season, which = groups["season"], groups["which"]
    if anchor.year is None or anchor.month is None or season == "winter":
        return None
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}[season]
    if which == "next":
        return f"{anchor.year + (anchor.month >= first):04d}", "the next such season after publication"
    if which != "last":
        return f"{anchor.year:04d}", "the season of the year of publication"
    over = anchor.month > first + 2
    return None if over else (f"{anchor.year - 1:04d}", "last year's, or the last before publication")


def _year(groups: _Groups, _anchor: Anchor, _direction: Direction) -> _Resolved:
    return None if groups.get("season") == "winter" else (groups["year"], "the year as written")


def _years(groups: _Groups, _anchor: Anchor, _direction: Direction) -> _Resolved:
    return groups["year"], "the first year of the stretch as written"


_RESOLVERS: "dict[str, Callable[[_Groups, Anchor, Direction], _Resolved]]" = {
    "iso": _iso, "full": _full, "monthyear": _month_and_year,
    "monthday": _month_and_day, "relmonth": _relative_month, "weekday": _weekday,
    "yesterday": _shifted(-1, "the day before"), "today": _shifted(0, "the day of"),
    "tomorrow": _shifted(1, "the day after"), "overnight": _overnight, "ago": _ago, "past": _past,
    "relunit": _relative_unit, "weekend": _weekend, "relseason": _relative_season, "season": _year,
    "years": _years, "year": _year, "month": _bare_month,
}  # fmt: skip
