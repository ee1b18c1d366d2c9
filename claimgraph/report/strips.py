"""The statements of one subject drawn on a line of days, a lane for each party, as wide as the page is.

A statement stands at its day; one of which only the month or year is known is drawn as long as that lasts.
Nothing but places are worked out here: what stands beside a mark is the timeline's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimgraph.gathering import grouped
from claimgraph.lexicon.periods import days_of
from claimgraph.report.wording import date_words

LANES = 8
"""Parties drawn at most, those that speak first."""
LEVELS = 5
"""Marks one above the other in a lane at most; further ones begin again at its foot."""
MARGIN = 3.0
"""Per cent of the width that stay free at either end."""
NEAR = 4.5
"""Per cent of the width within which two marks would touch: on a phone a mark is that wide."""
RISE = 18
"""Pixels from one mark to the one above it."""
FOOT = 12
"""Pixels below the lowest mark of a lane."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be drawn: a party, a prefix date, a sign, its words for a reader, and where they lead."""

    party: str
    day: str
    sign: str
    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Point:
    """A mark: its middle and what it spans, in per cent of the width, and its height in pixels."""

    x: float
    left: float
    right: float
    y: int
    told: Told


@dataclass(frozen=True, slots=True)
class Lane:
    """A party with its marks; ``height`` in pixels."""

    party: str
    height: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of days with its lanes; ``first`` and ``last`` in words; ``left`` parties are not drawn."""

    first: str
    last: str
    lanes: tuple[Lane, ...]
    left: int


def strip(told: Sequence[Told]) -> Strip | None:
    """Return the drawing of statements that have a day; None when they are all of one."""
    spans = [(one, *days) for one in told if (days := days_of(one.day)) is not None]
    if not spans:
        return None
    first, last = min(low for _, low, _ in spans), max(high for _, _, high in spans)
    if len({one.day for one in told}) < 2 or first == last:
        return None
    width = (100 - 2 * MARGIN) / (last - first).days
    placed = grouped(
        (one.party, (one, MARGIN + width * (low - first).days, MARGIN + width * (high - first).days))
        for one, low, high in spans
    )
    lanes = [_lane(party, marks) for party, marks in placed.items()]
    begins, ends = (date_words(day.isoformat()) for day in (first, last))
    return Strip(begins, ends, tuple(lanes[:LANES]), max(0, len(lanes) - LANES))


def _lane(party: str, marks: Iterable[tuple[Told, float, float]]) -> Lane:
    """Return a party's lane: marks that would touch stand one above the other."""
    free: list[float] = []
    found = []
    for one, left, right in sorted(marks, key=lambda mark: mark[1:]):
        level = next((at for at, taken in enumerate(free) if left - taken >= NEAR), len(free)) % LEVELS
        free[level : level + 1] = [right]
        found.append((one, round((left + right) / 2, 2), round(left, 2), round(right, 2), level))
    height = len(free) * RISE + FOOT
    points = (
        Point(middle, left, right, height - FOOT - level * RISE, one)
        for one, middle, left, right, level in found
    )
    return Lane(party, height, tuple(points))
