"""Periods between two prefix dates, both included."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_PREFIX = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def days_of(prefix: str) -> tuple[date, date] | None:
    """Return the first and the last day of "2016", "2016-04" or "2016-04-02"; None if no calendar has it."""
    found = _PREFIX.fullmatch(prefix)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        return first, date(first.year, last_month, day or monthrange(first.year, last_month)[1])
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day of ``start`` to the last day of ``end``; None leaves that end open."""

    start: str | None = None
    end: str | None = None

    @property
    def first(self) -> date:
        """The first day."""
        days = days_of(self.start) if self.start else None
        return days[0] if days else date.min

    @property
    def last(self) -> date:
        """The last day."""
        days = days_of(self.end) if self.end else None
        return days[1] if days else date.max

    @property
    def always(self) -> bool:
        """Whether neither end is given."""
        return self.start is None and self.end is None

    def holds(self, prefix: str | None) -> bool:
        """Whether a prefix date surely lies inside; an unknown one does only when both ends are open."""
        days = days_of(prefix) if prefix else None
        return self.always or (days is not None and self.first <= days[0] and days[1] <= self.last)

    def shared(self, other: "Period") -> "Period | None":
        """Return the time two periods have in common, if any."""
        both = Period(
            self.start if self.first >= other.first else other.start,
            self.end if self.last <= other.last else other.end,
        )
        return both if both.first <= both.last else None

    def __str__(self) -> str:
        """Return the period in words: "from 2016 until 2018-03"."""
        ends = (("from", self.start), ("until", self.end))
        return " ".join(f"{word} {prefix}" for word, prefix in ends if prefix) or "always"
