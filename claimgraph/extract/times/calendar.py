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
        if self.month is None:
            return safe_date(self.year, 12, 31)
        following = safe_date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return following - timedelta(days=1) if following is not None else None


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
    found = _RESOLVERS[expression.kind](expression, anchor, direction)
    if found is None:
        return None, "it cannot be placed by the calendar"
    return found


_Resolved = tuple[str | None, str] | None


def _month_number(name: str) -> int:
    return next(index for index, month in enumerate(_MONTHS, 1) if month.lower().startswith(name.lower()[:3]))


def _written(year: int, month: int, day: int) -> _Resolved:
    exact = safe_date(year, month, day)
    return (exact.isoformat(), "written in full") if exact is not None else None


def _iso(expression: Expression, _anchor: Anchor, _direction: Direction) -> _Resolved:
    groups = expression.groups
    return _written(int(groups["year"]), int(groups["month"]), int(groups["day"]))


def _slashed(expression: Expression, _anchor: Anchor, _direction: Direction) -> _Resolved:
    year, first, second = (int(expression.groups[name]) for name in ("year", "first", "second"))
    days = {
        day for day in (safe_date(year, first, second), safe_date(year, second, first)) if day is not None
    }
    if len(days) == 1:
        return days.pop().isoformat(), "written in full"
    return (f"{year:04d}", "day and month could be either way round") if days else None


def _full(expression: Expression, _anchor: Anchor, _direction: Direction) -> _Resolved:
    groups = expression.groups
    return _written(int(groups["year"]), _month_number(groups["name"]), int(groups["day"]))


def _month_and_year(expression: Expression, _anchor: Anchor, _direction: Direction) -> _Resolved:
    groups = expression.groups
    return f"{groups['year']}-{_month_number(groups['name']):02d}", "month and year as written"


def _nearest_year(anchor: Anchor, month: int, day: int, direction: Direction) -> date | None:
    """Return the day of that month that fits the direction, from the years around publication."""
    last = anchor.latest()
    if last is None:
        return None
    days = [
        found
        for year in range(last.year - 4, last.year + 5)
        if (found := safe_date(year, month, day)) is not None
    ]
    grace = timedelta(days=_GRACE if anchor.exact else 0)
    if direction == "past":
        return max((found for found in days if found <= last + grace), default=None)
    if direction == "future":
        first = last - grace if anchor.exact else safe_date(last.year, anchor.month or 1, 1)
        return min((found for found in days if first is not None and found >= first), default=None)
    return min(days, key=lambda found: abs((found - last).days), default=None)


def _month_and_day(expression: Expression, anchor: Anchor, direction: Direction) -> _Resolved:
    month, day = _month_number(expression.groups["name"]), int(expression.groups["day"])
    found = _nearest_year(anchor, month, day, direction)
    if found is None:
        return None
    return found.isoformat(), f"the year from the publication date {_spoken(anchor)}"


def _bare_month(expression: Expression, anchor: Anchor, direction: Direction) -> _Resolved:
    if anchor.year is None:
        return None
    month = _month_number(expression.groups["name"])
    if anchor.month is None:
        return None
    year = anchor.year
    if direction == "future":
        year += month < anchor.month
    elif direction == "past" or month - anchor.month > 6:
        year -= month > anchor.month
    elif anchor.month - month > 6:
        year += 1
    return f"{year:04d}-{month:02d}", f"the year from the publication date {_spoken(anchor)}"


def _relative_month(expression: Expression, anchor: Anchor, _direction: Direction) -> _Resolved:
    if anchor.year is None or anchor.month is None:
        return None
    month, which = _month_number(expression.groups["name"]), expression.groups["which"].lower()
    year = anchor.year
    if which in {"last", "this past"}:
        year -= month >= anchor.month
    elif which == "next":
        year += month <= anchor.month
    return f"{year:04d}-{month:02d}", f"counted from the publication date {_spoken(anchor)}"


def _weekday(expression: Expression, anchor: Anchor, direction: Direction) -> _Resolved:
    published = anchor.exact
    if published is None:
        return None
    index = _WEEKDAYS.index(expression.groups["weekday"].lower())
    which = expression.groups.get("which", "").lower()
    back = (published.weekday() - index) % 7
    ahead = (index - published.weekday()) % 7
    name = expression.groups["weekday"].capitalize()
    if which in {"last", "this past"}:
        found = published - timedelta(days=back or 7)
        return found.isoformat(), f"the last {name} before publication, {_spoken(anchor)}"
    if which == "next":
        first, second = published + timedelta(days=ahead or 7), published + timedelta(days=(ahead or 7) + 7)
        return common_prefix(first, second), "it could be either of the next two"
    if which == "this coming" or (direction == "future" and which != "this"):
        found = published + timedelta(days=ahead)
        return found.isoformat(), f"the first {name} on or after publication, {_spoken(anchor)}"
    if which == "this" and direction != "past":
        found = published - timedelta(days=published.weekday() - index)
        return found.isoformat(), f"the {name} of the week of publication, {_spoken(anchor)}"
    found = published - timedelta(days=back)
    return found.isoformat(), f"the last {name} on or before publication, {_spoken(anchor)}"


def _shifted(days: int, words: str) -> "Callable[[Expression, Anchor, Direction], _Resolved]":
    def resolver(_expression: Expression, anchor: Anchor, _direction: Direction) -> _Resolved:
        published = anchor.exact
        if published is None:
            return None
        return (published + timedelta(days=days)).isoformat(), f"{words} publication, {_spoken(anchor)}"

    return resolver


def _overnight(_expression: Expression, anchor: Anchor, _direction: Direction) -> _Resolved:
    published = anchor.exact
    if published is None:
        return None
    return common_prefix(
        published - timedelta(days=1), published
    ), f"the night before publication, {_spoken(anchor)}, spans two days"


def _amount(text: str | None) -> int:
    if text is None:
        return 1
    lower = text.lower()
    return int(lower) if lower.isdigit() else _SMALL.get(lower, 1)


def _ago(expression: Expression, anchor: Anchor, _direction: Direction) -> _Resolved:
    published, count, unit = (
        anchor.exact,
        _amount(expression.groups.get("count")),
        expression.groups["unit"].lower(),
    )
    basis = f"counted back from publication, {_spoken(anchor)}"
    if unit == "year":
        loose = "near" in expression.groups
        return (
            (f"{anchor.year - count:04d}", basis)
            if anchor.year is not None and anchor.year > count and not loose
            else None
        )
    if published is None:
        return None
    if unit == "day" and "near" not in expression.groups:
        return (published - timedelta(days=count)).isoformat(), basis
    size = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.5}[unit]
    slack = {"hour": 0, "day": 1, "week": 4, "month": 31}[unit]
    first = published - timedelta(days=int(count * size + 0.99) + slack)
    last = published - timedelta(days=max(0, int(count * size) - slack))
    return common_prefix(first, last), f"{basis}, as exactly as the words allow"


def _past(expression: Expression, anchor: Anchor, _direction: Direction) -> _Resolved:
    """Resolve "the past 48 hours" to what its first and last day share."""
    published, count, unit = (
        anchor.exact,
        _amount(expression.groups.get("count")),
        expression.groups["unit"].lower(),
    )
    if published is None:
        return None
    days = int(count * {"hour": 1 / 24, "day": 1, "week": 7, "month": 31, "year": 366}[unit] + 0.99)
    return common_prefix(
        published - timedelta(days=days), published
    ), f"a stretch that ends with publication, {_spoken(anchor)}"


def _relative_unit(expression: Expression, anchor: Anchor, direction: Direction) -> _Resolved:
    which, unit = expression.groups["which"].lower(), expression.groups["unit"].lower()
    step = -1 if "last" in which or which == "this past" else 1 if "next" in which else 0
    basis = f"counted from the publication date {_spoken(anchor)}"
    if unit == "year":
        return (f"{anchor.year + step:04d}", basis) if anchor.year is not None else None
    if unit == "month":
        if anchor.year is None or anchor.month is None:
            return None
        index = anchor.year * 12 + anchor.month - 1 + step
        return f"{index // 12:04d}-{index % 12 + 1:02d}", basis
    if unit == "weekend":
        return _weekend(expression, anchor, "future" if step > 0 else direction)
    published = anchor.exact
    if published is None:
        return None
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    return common_prefix(monday, monday + timedelta(days=6)), f"{basis}: one of seven days"


def _weekend(_expression: Expression, anchor: Anchor, direction: Direction) -> _Resolved:
    published = anchor.exact
    if published is None:
        return None
    back = (published.weekday() - 5) % 7
    saturday = (
        published + timedelta(days=7 - back)
        if direction == "future" and back > 1
        else published - timedelta(days=back)
    )
    return common_prefix(
        saturday, saturday + timedelta(days=1)
    ), f"the weekend nearest publication, {_spoken(anchor)}, has two days"


def _relative_season(expression: Expression, anchor: Anchor, _direction: Direction) -> _Resolved:
    """Resolve "last summer" to a year; winters span two, and the hemisphere is not known."""
    season, which = expression.groups["season"].lower(), expression.groups["which"].lower()
    if anchor.year is None or anchor.month is None or season == "winter":
        return None
    months = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}[season]
    if which == "next":
        return f"{anchor.year + (anchor.month >= months[0]):04d}", "the next such season after publication"
    if which == "last":
        return (
            (f"{anchor.year - 1:04d}", "last year's, or the last before publication")
            if anchor.month <= months[1]
            else None
        )
    return f"{anchor.year:04d}", "the season of the year of publication"


def _season(expression: Expression, _anchor: Anchor, _direction: Direction) -> _Resolved:
    if expression.groups["season"].lower() == "winter":
        return None
    return expression.groups["year"], "the year as written"


def _year(expression: Expression, _anchor: Anchor, _direction: Direction) -> _Resolved:
    return expression.groups["year"], "the year as written"


def _years(expression: Expression, _anchor: Anchor, _direction: Direction) -> _Resolved:
    return expression.groups["year"], "the first year of the stretch as written"


def _unplaced(_expression: Expression, _anchor: Anchor, _direction: Direction) -> _Resolved:
    return None


def _spoken(anchor: Anchor) -> str:
    """Return the anchor as a reader writes it: "3 April 2016"."""
    parts = [
        str(anchor.day) if anchor.day else "",
        _MONTHS[anchor.month - 1] if anchor.month else "",
        str(anchor.year or ""),
    ]
    return " ".join(part for part in parts if part)


_RESOLVERS: "dict[str, Callable[[Expression, Anchor, Direction], _Resolved]]" = {
    "iso": _iso, "slashed": _slashed, "full": _full, "monthyear": _month_and_year,
    "monthday": _month_and_day, "relmonth": _relative_month, "weekday": _weekday,
    "yesterday": _shifted(-1, "the day before"), "today": _shifted(0, "the day of"),
    "tomorrow": _shifted(1, "the day after"), "overnight": _overnight, "ago": _ago, "past": _past,
    "relunit": _relative_unit, "weekend": _weekend, "relseason": _relative_season, "season": _season,
    "decade": _unplaced, "years": _years, "year": _year,
    "month": _bare_month,
}  # fmt: skip
