"""The prefix date each time expression resolves to, by calendar arithmetic alone.

Nothing here looks at the clock. What an expression leaves open stays open: "overnight" is
two possible days, so it resolves to what both share (the month, as a rule). The anchor is
the publication date, itself a prefix: a weekday needs its day, a month its year.
"""

from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile
from math import ceil
from typing import Literal

from claimgraph.extract.counts.number_words import worded_value
from claimgraph.extract.times.expressions import Expression

Direction = Literal["past", "present", "future", "either"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.5, "year": 365}
_SLACK = {"hour": 0, "day": 1, "week": 4, "month": 31}
"""Days that "two weeks ago" may be off, either way."""
_STEPS = {"last": -1, "past": -1, "next": 1}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
"""The first month of each; winters span two years, and the hemisphere is not known."""
_HALF_A_YEAR = 6
_GRACE = 7
"""Days after publication a past date without a year may still seem to lie (copy filed late, dated early)."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication date as far as it is known; what is not known is 0."""

    year: int = 0
    month: int = 0
    day: int = 0

    @staticmethod
    def of(prefix: str | None) -> "Anchor":
        """Read a prefix date; the part of it that no calendar has anchors nothing."""
        parts = [int(part) for part in (prefix or "").split("-") if part.isdigit()]
        while parts:
            with suppress(ValueError):
                date(*(*parts, 1, 1)[:3])
                break
            parts.pop()
        return Anchor(*parts)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day it may be, where the year is known."""
        last_month = self.month or 12
        last_day = self.day or monthrange(self.year, last_month)[1]
        return date(self.year, self.month or 1, self.day or 1), date(self.year, last_month, last_day)

    @property
    def spoken(self) -> str:
        """The anchor as a reader writes it: "3 April 2016"."""
        month = _MONTHS[self.month - 1] if self.month else ""
        return " ".join(part for part in (str(self.day or ""), month, str(self.year or "")) if part)


def common_prefix(first: str, last: str) -> str | None:
    """Return what two prefix dates share, part by part: the day, the month, the year or nothing."""
    parts = zip(first.split("-"), last.split("-"), strict=False)
    return "-".join(part for part, _ in takewhile(lambda pair: pair[0] == pair[1], parts)) or None


def resolve(expression: Expression, anchor: Anchor, direction: Direction = "past") -> tuple[str | None, str]:
    """Return the prefix date of an expression and the reckoning in words.

    Args:
        expression: one of ``expressions``.
        anchor: the publication date.
        direction: whether what it dates lies before or after publication; told in the present, a
            weekday may be either.
    """
    groups = {name: value.lower() for name, value in expression.groups.items()}
    kind = expression.kind
    needed, reckon = _RECKONED.get(f"{kind} {groups.get('unit')}", _RECKONED[kind])
    if expression.until is not None:
        ends = [
            resolve(one, anchor, direction) for one in (replace(expression, until=None), expression.until)
        ]
        first, last = (prefix for prefix, _ in ends)
        return common_prefix(first or "", last or ""), f"what the days from first to last share; {ends[0][1]}"
    found = None
    if needed is None or getattr(anchor, needed):
        with suppress(ValueError, OverflowError):  # no calendar has such a day
            found = reckon(_Reckoning(groups, anchor, direction))
    return found or (None, "it cannot be placed by the calendar")


_Resolved = tuple[str | None, str] | None


def _year(year: int) -> str:
    return date(year, 1, 1).isoformat()[:4]


def _month(year: int, month: int) -> str:
    return date(year, month, 1).isoformat()[:7]


@dataclass(frozen=True, slots=True)
class _Reckoning:
    """The parts of an expression, the publication date, and the direction in which it is reckoned."""

    groups: dict[str, str]
    anchor: Anchor
    direction: Direction

    @property
    def which(self) -> str:
        """Which one it says: "last", "this coming"."""
        return self.groups.get("which", "")

    @property
    def step(self) -> int:
        """-1 for the last, 0 for this, 1 for the next."""
        return sum(_STEPS.get(word, 0) for word in self.which.split())

    @property
    def month(self) -> int:
        name = self.groups["name"][:3]
        return next(at for at, month in enumerate(_MONTHS, 1) if month.lower().startswith(name))

    @property
    def count(self) -> int:
        count = self.groups.get("count", "one")
        return 2 if "couple" in count else int(worded_value(count) or 1)

    def around(self, first: int, last: int, basis: str) -> _Resolved:
        """Resolve to what two days share, each so many days behind publication."""
        published, _ = self.anchor.days
        days = ((published + timedelta(days=shift)).isoformat() for shift in (first, last))
        return common_prefix(*days), basis

    def from_publication(self, prefix: str, how: str = "the year from") -> _Resolved:
        return prefix, f"{how} the publication date {self.anchor.spoken}"

    def written(self) -> _Resolved:
        groups = self.groups
        day = date(int(groups["year"]), int(groups.get("month") or self.month), int(groups["day"]))
        return day.isoformat(), "written in full"

    def written_month(self) -> _Resolved:
        return _month(int(self.groups["year"]), self.month), "month and year as written"

    def written_year(self) -> _Resolved:
        return None if self.groups.get("season") == "winter" else (self.groups["year"], "the year as written")

    def first_year(self) -> _Resolved:
        return self.groups["year"], "the first year of the stretch as written"

    def day_of_month(self) -> _Resolved:
        """Resolve to the day that fits the direction, from the years around publication."""
        first, last = self.anchor.days
        grace = timedelta(days=_GRACE if self.anchor.day else 0)
        days = []
        for year in range(last.year - 4, last.year + 5):
            with suppress(ValueError):  # 29 February
                days.append(date(year, self.month, int(self.groups["day"])))
        if self.direction == "past":
            found = max(day for day in days if day <= last + grace)
        elif self.direction == "future":
            found = min(day for day in days if day >= first - grace)
        else:
            found = min(days, key=lambda day: abs(day - last))
        return self.from_publication(found.isoformat())

    def bare_month(self) -> _Resolved:
        month, year, ahead = self.month, self.anchor.year, self.month - self.anchor.month
        if self.direction == "future":
            year += ahead < 0
        elif self.direction == "past" or ahead > _HALF_A_YEAR:
            year -= ahead > 0
        elif ahead < -_HALF_A_YEAR:
            year += 1
        return self.from_publication(_month(year, month))

    def named_month(self) -> _Resolved:
        ahead = self.month - self.anchor.month
        year = self.anchor.year + (self.step if self.step * ahead <= 0 else 0)
        return self.from_publication(_month(year, self.month), "counted from")

    def weekday(self) -> _Resolved:
        day = self.groups["weekday"]
        published, _ = self.anchor.days
        ahead = (_WEEKDAYS.index(day) - published.weekday()) % 7
        which = self.which or ("this coming" if self.direction == "future" else "")
        before = ahead - 7 if ahead else 0
        if not which and self.direction == "present":
            return self.around(before, ahead, "it could be the last one or the next")
        if which == "next":
            later = ahead or 7
            return self.around(later, later + 7, "it could be either of the next two")
        days = {
            "last": (ahead - 7, "the last {} before"),
            "this past": (ahead - 7, "the last {} before"),
            "this coming": (ahead, "the first {} on or after"),
        }
        if self.direction != "past":
            days["this"] = _WEEKDAYS.index(day) - published.weekday(), "the {} of the week of"
        shift, told = days.get(which, (before, "the last {} on or before"))
        return self.around(shift, shift, f"{told.format(day.capitalize())} publication, {self.anchor.spoken}")

    def ago(self) -> _Resolved:
        unit, basis = self.groups["unit"], f"counted back from publication, {self.anchor.spoken}"
        if unit == "day" and "near" not in self.groups:
            return self.around(-self.count, -self.count, basis)
        days, slack = self.count * _DAYS[unit], _SLACK[unit]
        first, last = ceil(days) + slack, max(0, int(days) - slack)
        return self.around(-first, -last, f"{basis}, as exactly as the words allow")

    def years_ago(self) -> _Resolved:
        if "near" in self.groups:
            return None
        year = _year(self.anchor.year - self.count)
        return year, f"counted back from publication, {self.anchor.spoken}"

    def past(self) -> _Resolved:
        days = ceil(self.count * _DAYS[self.groups["unit"]])
        return self.around(-days, 0, f"a stretch that ends with publication, {self.anchor.spoken}")

    def year_unit(self) -> _Resolved:
        return self.from_publication(_year(self.anchor.year + self.step), "counted from")

    def month_unit(self) -> _Resolved:
        years, month = divmod(self.anchor.month - 1 + self.step, 12)
        return self.from_publication(_month(self.anchor.year + years, month + 1), "counted from")

    def week_unit(self) -> _Resolved:
        monday = 7 * self.step - self.anchor.days[0].weekday()
        basis = f"counted from the publication date {self.anchor.spoken}: one of seven days"
        return self.around(monday, monday + 6, basis)

    def weekend(self) -> _Resolved:
        saturday = -((self.anchor.days[0].weekday() - 5) % 7)
        if (self.step > 0 or self.direction == "future") and saturday < -1:
            saturday += 7
        basis = f"the weekend nearest publication, {self.anchor.spoken}, has two days"
        return self.around(saturday, saturday + 1, basis)

    def season(self) -> _Resolved:
        first, year, month = _SEASONS.get(self.groups["season"]), self.anchor.year, self.anchor.month
        if first is None or (self.which == "last" and month > first + 2):
            return None
        if self.which == "next":
            return _year(year + (month >= first)), "the next such season after publication"
        if self.which == "last":
            return _year(year - 1), "last year's, or the last before publication"
        return _year(year), "the season of the year of publication"


def _shifted(first: int, last: int, basis: str) -> Callable[[_Reckoning], _Resolved]:
    return lambda one: one.around(first, last, basis.format(f"publication, {one.anchor.spoken}"))


_R = _Reckoning
_RECKONED: dict[str, tuple[str | None, Callable[[_Reckoning], _Resolved]]] = {
    "iso": (None, _R.written), "full": (None, _R.written), "monthyear": (None, _R.written_month),
    "season": (None, _R.written_year), "year": (None, _R.written_year), "years": (None, _R.first_year),
    "decade": (None, lambda _: None), "monthday": ("year", _R.day_of_month),
    "ago year": ("year", _R.years_ago),
    "relunit year": ("year", _R.year_unit), "relunit month": ("month", _R.month_unit),
    "month": ("month", _R.bare_month), "relmonth": ("month", _R.named_month),
    "relseason": ("month", _R.season), "today": ("day", _shifted(0, 0, "the day of {}")),
    "yesterday": ("day", _shifted(-1, -1, "the day before {}")),
    "tomorrow": ("day", _shifted(1, 1, "the day after {}")),
    "overnight": ("day", _shifted(-1, 0, "the night before {}, spans two days")),
    "weekday": ("day", _R.weekday), "ago": ("day", _R.ago), "past": ("day", _R.past),
    "relunit": ("day", _R.week_unit), "relunit weekend": ("day", _R.weekend), "weekend": ("day", _R.weekend),
}  # fmt: skip
"""For each kind, with its unit where that matters: the part of the anchor it needs, and its reckoning."""
