"""Stretches of days, and whether two of them meet."""

from datetime import date, timedelta
from functools import lru_cache

Interval = tuple[date, date]
BACKGROUND = timedelta(days=60)
"""How long before its article an event is told as background of its story."""
NO_NEWS = timedelta(days=200)
"""How long before its article an event is told as what went before, and is no news of it."""


@lru_cache(maxsize=16384)
def interval(prefix: str | None) -> Interval | None:
    """Return the first and last day a prefix date allows."""
    if prefix is None:
        return None
    parts = [int(part) for part in prefix.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), after - timedelta(days=1)
    day = date(*parts)
    return day, day


def meet(first: Interval, second: Interval, slack: int = 0) -> bool:
    """Tell whether two stretches share a day, allowing so many days between."""
    allowed = timedelta(days=slack)
    return first[0] <= second[1] + allowed and second[0] <= first[1] + allowed


def apart(first: Interval | None, second: Interval | None) -> int | None:
    """Return the days between two stretches, 0 when they meet; None where one of them is not known."""
    if first is None or second is None:
        return None
    if meet(first, second):
        return 0
    return max((second[0] - first[1]).days, (first[0] - second[1]).days)


def long_before(happened: Interval | None, told: Interval | None, least: timedelta) -> bool:
    """Tell whether something was over so long before it was told; of what is undated nobody knows."""
    return happened is not None and told is not None and happened[1] < told[0] - least
