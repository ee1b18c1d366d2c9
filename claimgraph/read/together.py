"""A year that one article leaves out, lent by another that tells of the same days.

Only a year is lent, never a day, and only when the two name several of the same names, and
either two of the same days, or one whose weekday then fits; all lenders must agree. The
basis names the lender.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from claimgraph.gathering import grouped
from claimgraph.lexicon import words
from claimgraph.model import Dated, Source
from claimgraph.read.dates import Mention, mentions
from claimgraph.read.evidence import YearEvidence, gather, latest_past_year
from claimgraph.read.inference import infer

_SHARED_NAMES = 4
_SHARED_DAYS = 2
_COMMON = 0.5
"""A name in more than this share of ten or more articles is no sign of a common event."""

_WITHIN = 31
"""Days before its publication within which a lender's day is the day's news."""

_NAME = re.compile(r"(?<=[a-z,;“\"(] )[A-Z][^\W\d_]{3,}")

_Day = tuple[int, int]
"""Month and day."""


@dataclass(frozen=True, slots=True)
class _Lender:
    """An article with a day of publication, and the days it reports on."""

    source: Source
    published: date
    days: frozenset[_Day]
    names: frozenset[str]


def date_together(sources: Iterable[Source]) -> list[Source]:
    """Give articles without a year the year of articles that tell of the same days.

    Returns:
        The sources in the same order; those that stay undated are unchanged.
    """
    given = list(sources)
    wanting = [source for source in given if source.published.date is None]
    if not wanting or len(wanting) == len(given):
        return given
    names = {source.id: _names(source) for source in given}
    common = _common_names(list(names.values()))
    lenders = filter(None, (_lender(source, names[source.id] - common) for source in given))
    by_day = grouped((day, lender) for lender in lenders for day in lender.days)
    return [
        _dated(source, names[source.id] - common, by_day) if source.published.date is None else source
        for source in given
    ]


def _dated(source: Source, names: frozenset[str], by_day: Mapping[_Day, Iterable[_Lender]]) -> Source:
    """Return the source with a lent year, or unchanged."""
    found = tuple(mentions(source.text, source.blocks))
    loans, days = _loans(found, names, by_day)
    if len(loans) != 1:
        return source
    year, basis = next(iter(loans.items()))
    if (latest_past_year(found) or 0) > year:
        return source
    dated = infer(gather(source.text, source.blocks, found, YearEvidence(year, basis)))
    if dated is None and len(days) >= _SHARED_DAYS:
        dated = Dated(date=str(year), basis=f"year from {basis}")
    return source if dated is None else source.model_copy(update={"published": dated})


def _loans(
    found: Iterable[Mention], names: frozenset[str], by_day: Mapping[_Day, Iterable[_Lender]]
) -> tuple[dict[int, str], set[_Day]]:
    """Return the years lent to the days that an article tells of, with what lends each, and these days."""
    loans: dict[int, str] = {}
    days: set[_Day] = set()
    told = (one for one in found if one.kind == "body" and not one.year and one.tense != "future")
    for mention in told:
        day = (mention.month or 0, mention.day or 0)
        for lender in by_day.get(day, ()):
            shared = sorted(names & lender.names)
            year = _year_near(mention, lender.published)
            if len(shared) >= _SHARED_NAMES and year is not None:
                days.add(day)
                basis = f"which also tells of {mention.text!r} and names {', '.join(shared[:_SHARED_NAMES])}"
                loans.setdefault(year, f"{lender.source.name} ({lender.published}), {basis}")
    return loans, days


def _lender(source: Source, names: frozenset[str]) -> _Lender | None:
    """Return a source as a lender when its own day of publication is known."""
    told = source.published.date or ""
    if len(told) != len("2016-04-05"):
        return None
    published = date.fromisoformat(told)
    days = {
        (mention.month, mention.day)
        for mention in mentions(source.text, source.blocks)
        if mention.month
        and mention.day
        and mention.tense != "future"
        and mention.year in (None, published.year)
        if _year_near(mention, published) is not None
    }
    days.add((published.month, published.day))
    return _Lender(source, published, frozenset(days), names)


def _year_near(mention: Mention, published: date) -> int | None:
    """Return the year in which a day lies in the weeks before a publication."""
    for year in (published.year, published.year - 1):
        day = mention.in_year(year)
        if day is not None and 0 <= (published - day).days <= _WITHIN:
            return year
    return None


def _names(source: Source) -> frozenset[str]:
    """Return the capitalised words inside an article's sentences, days and months left out."""
    calendar = words("dating", "weekdays") | words("dating", "months")
    return frozenset(
        word
        for block in source.blocks
        if block.kind == "body"
        for word in _NAME.findall(source.text, block.start, block.end)
        if word.lower() not in calendar
    )


def _common_names(names: list[frozenset[str]]) -> frozenset[str]:
    """Return the names that too many of the articles share to tell events apart."""
    if len(names) < 10:
        return frozenset()
    counted = Counter(name for each in names for name in each)
    return frozenset(name for name, count in counted.items() if count > _COMMON * len(names))
