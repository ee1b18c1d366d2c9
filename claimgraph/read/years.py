"""Where a text tells which year it was written in.

A year named for some past event is only the earliest the article can be. What settles a
year: a copyright line with one year, a full date close to the days the article speaks of,
a stretch of years counted from a named one, or an event of the world's calendar.
"""

import re
from dataclasses import dataclass
from datetime import date

from claimgraph.lexicon import rows, table
from claimgraph.model import Block
from claimgraph.read.dates import Mention, safe_date

_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[^\n]{0,60}?\b(?P<year>(?:19|20)\d\d)\b(?P<span>\s*[-–—]\s*(?:(?:19|20)?\d\d|present))?",
    re.IGNORECASE,
)
_NEAR = 45
"""Days within which a full date settles the year of a day named without one."""


@dataclass(frozen=True, slots=True)
class YearEvidence:
    """A year and the words it is read from."""

    year: int
    basis: str


@dataclass(frozen=True, slots=True)
class YearRange:
    """Years, both included, and the words they are counted from."""

    low: int
    high: int
    basis: str


def copyright_year(text: str, blocks: tuple[Block, ...]) -> YearEvidence | None:
    """Return the year of a copyright line; None when lines differ or give a span of years."""
    found: dict[int, str] = {}
    for block in blocks:
        if block.kind not in ("credit", "boilerplate"):
            continue
        for match in _COPYRIGHT.finditer(text, block.start, block.end):
            if match.group("span"):
                return None
            found.setdefault(int(match.group("year")), " ".join(match.group().split()))
    if len(found) != 1:
        return None
    year, line = next(iter(found.items()))
    return YearEvidence(year, repr(line))


def year_beside(day: Mention, found: tuple[Mention, ...]) -> YearEvidence | None:
    """Return the year of a full date close to a day named without one.

    A picture from the archive ("FILE - ...") is far from the day, so it settles nothing.
    None when two full dates would settle different years.
    """
    years: dict[int, str] = {}
    for other in found:
        full = other.full
        if full is None or other.swapped is not None:
            continue
        for year in (full.year, full.year + 1):
            candidate = safe_date(year, day.month or 0, day.day or 0)
            if candidate is not None and 0 <= (candidate - full).days <= _NEAR:
                place = "a caption's date" if other.kind == "caption" else "the date"
                years.setdefault(year, f"{place} {other.text!r}")
    if len(years) != 1:
        return None
    year, basis = next(iter(years.items()))
    return YearEvidence(year, basis)


def latest_past_year(found: tuple[Mention, ...]) -> int | None:
    """Return the latest year the text names for something past: the earliest it can be written in."""
    years = [
        mention.year
        for mention in found
        if mention.year and mention.tense == "past" and mention.kind in ("body", "heading", "caption")
    ]
    return max(years, default=None)


def counted_years(text: str) -> YearRange | None:
    """Return the years that a record and its date allow.

    "The worst in more than a quarter-century" beside "the biggest since a strike that ended
    in 1994": the same record, told once by its length and once by its year.
    """
    lengths = [_length(match) for match in _lasting().finditer(text)]
    starts = [(int(match["year"]), " ".join(match.group().split())) for match in _SINCE.finditer(text)]
    if not lengths or not starts:
        return None
    ranges = {(year + low, year + high) for low, high, _ in lengths for year, _ in starts}
    low, high = max(one for one, _ in ranges), min(two for _, two in ranges)
    if low > high:
        return None
    words_used = sorted({repr(words) for _, _, words in lengths})
    return YearRange(low, high, f"{' and '.join(words_used)} since {starts[0][0]}")


_NOT_SUPERLATIVE = (
    "(?:north|south|mid)?west|quest|guest|test|contest|protest|interest|forest|arrest|invest|unrest|harvest|honest"
    "|modest|suggest|request|rest|nest|manifest|tempest|conquest|inquest|attest|digest"
)
_SUPERLATIVE = rf"\b(?:worst|first|most|least|(?!(?:{_NOT_SUPERLATIVE})\b)[a-z]{{2,}}est)\b"
_SINCE = re.compile(
    _SUPERLATIVE + r"[^.!?\n]{0,120}?\bsince\b[^.!?\n]{0,60}?\b(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)


def _lasting() -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, table("dating")["long_units"]), key=len, reverse=True))
    numbers = "|".join(sorted(table("dating")["numbers"], key=len, reverse=True))
    return re.compile(
        _SUPERLATIVE
        + r"[^.!?\n]{0,120}?\b(?P<words>in (?P<bound>more than |over |nearly |almost |about |around |some )?"
        rf"(?P<number>{numbers}|\d+)[ -](?P<unit>{units})s?)\b",
        re.IGNORECASE,
    )


def _length(match: re.Match[str]) -> tuple[int, int, str]:
    """Return the least and most years a written length allows, and its words.

    "More than" goes up to what would have been said otherwise: 26 to 29 for a quarter-century.
    """
    number = match["number"].lower()
    unit = int(table("dating")["long_units"][match["unit"].lower()])
    length = unit * (int(number) if number.isdigit() else int(table("dating")["numbers"][number]))
    step = 10 if length % 10 == 0 else 5 if length % 5 == 0 else 1
    bound = (match["bound"] or "").strip().lower()
    if bound in ("more than", "over"):
        return length + 1, length + max(step - 1, 1), match["words"]
    if bound in ("nearly", "almost"):
        return length - max(step // 2 - 1, 1), length - 1, match["words"]
    loose = 0 if unit == 1 and not bound else max(step // 5, 1)
    return length - loose, length + loose, match["words"]


def calendar_days(event_words: str) -> list[tuple[date, date]]:
    """Return the first and last days of each edition of an event of the world's calendar."""
    return [
        (date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))
        for row in rows("calendar")
        if event_words.lower() in {name.strip().lower() for name in row["names"].split("|")}
    ]


def calendar_names() -> list[str]:
    """Return the names of the calendar's events, the longest first."""
    return sorted(
        {name.strip() for row in rows("calendar") for name in row["names"].split("|")}, key=len, reverse=True
    )
