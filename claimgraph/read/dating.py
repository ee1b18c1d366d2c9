"""When an article was published: a prefix date, and in words what it rests on.

The strongest ground wins: metadata, the page's address, a dated line, a dateline, and last
what the text lets infer. An inference needs the year from somewhere in the text; a day
without a year, a weekday alone or a footer's span of years date nothing. Today's date is
never used. Where only a year is told, the date is that year.
"""

import re
from collections.abc import Iterator
from datetime import date

from claimgraph.lexicon import words
from claimgraph.model import UNMARKED, Block, Dated
from claimgraph.read.datelines import is_dateline, is_publication_line
from claimgraph.read.dates import Mention, mentions, month_number, safe_date, spoken
from claimgraph.read.evidence import Evidence, gather
from claimgraph.read.inference import infer
from claimgraph.read.metadata import Metadata
from claimgraph.read.phrases import is_date_line

_ADDRESS_DATE = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2}|[a-z]{3,9})(?:[/-](?P<day>\d{1,2}))?(?=[/-]|$)",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"\d+ (thoughts?|comments?|responses?|replies)\b", re.IGNORECASE)
_LEAD = 120
"""Characters before a date within which a line is still one that gives its date."""


def read_date(text: str, blocks: tuple[Block, ...], metadata: Metadata) -> Dated:
    """Return the date of publication with its basis, or None with what is missing."""
    if metadata.published:
        return Dated(date=metadata.published, basis=metadata.basis or "metadata")
    evidence = gather(text, blocks, tuple(mentions(text, blocks)))
    told = (
        _from_address(metadata.url)
        or _from_line(evidence)
        or _from_dateline(evidence)
        or infer(evidence)
        or _year_alone(evidence)
    )
    if told.date is None and metadata.captured:
        return Dated(basis=f"{told.basis}; an archive took its copy on {metadata.captured}")
    return told


def _year_alone(evidence: Evidence) -> Dated:
    """Return the year that the text tells, or what it lacks."""
    if evidence.told is not None:
        return Dated(date=str(evidence.told.year), basis=f"year from {evidence.told.basis}; no day is told")
    first = next((one for one in evidence.mentions if one.month and one.kind == "body"), None)
    if first is None:
        return Dated(basis="no date in the text")
    if first.year is not None:
        return Dated(basis=f"nothing says that {first.text!r} is the day of publication")
    return Dated(basis=f"no year in the text to go with {first.text!r}")


def _from_address(url: str | None) -> Dated | None:
    """Read the date many sites put into a page's address."""
    match = _ADDRESS_DATE.search(url or "")
    if match is None:
        return None
    month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
    day = int(match["day"] or 1)
    if month is None or safe_date(int(match["year"]), month, day) is None:
        return None
    told = f"{match['year']}-{month:02d}" + (f"-{day:02d}" if match["day"] else "")
    return Dated(date=told, basis=f"the page's address holds {match.group()!r}")


def _from_line(evidence: Evidence) -> Dated | None:
    """Read the date from a line of its own: "Published …", "Updated …", a byline with a date."""
    lines = sorted(_dated_lines(evidence), key=lambda pair: pair[0])
    for _, mention in lines:
        block = evidence.blocks[mention.order]
        line = " ".join(evidence.text[block.start : block.end].replace(UNMARKED, "").split())
        dated = _line_date(mention, line if len(line) <= 80 else mention.text, evidence)
        if dated is not None:
            return dated
    return None


def _dated_lines(evidence: Evidence) -> Iterator[tuple[int, Mention]]:
    """Yield the mentions in dated lines with a rank: published 0, unlabelled 1, updated 2."""
    first = next(iter(evidence.opening()), 0)
    counters = (
        order
        for order, block in enumerate(evidence.blocks)
        if order > first and _COUNTER.match(evidence.text, block.start, block.end)
    )
    comments = next(counters, len(evidence.blocks))
    for mention in evidence.mentions:
        near = mention.start - evidence.blocks[mention.order].start <= _LEAD
        if mention.month is not None and near and mention.order < comments:
            rank = _rank_of_line(mention, evidence)
            if rank is not None:
                yield rank, mention


def _rank_of_line(mention: Mention, evidence: Evidence) -> int | None:
    """Return the rank of the line that a mention stands in, None when that is no dated line."""
    block = evidence.blocks[mention.order]
    before = evidence.text[block.start : mention.start]
    lead = set(re.findall(r"[a-z]+", before.lower()))
    updated = lead & words("dating", "updated_labels")
    labelled = bool(updated or lead & words("dating", "published_labels"))
    colon = mention.kind != "body" or ":" in before  # within a text a label needs one
    opens = labelled and len(before) <= 40 and mention.kind != "caption" and colon
    if not (opens or _is_own_line(mention, evidence, lead)):
        return None
    if labelled or evidence.at_top(mention):
        return 2 if updated else 0 if labelled else 1
    return None


def _is_own_line(mention: Mention, evidence: Evidence, lead: set[str]) -> bool:
    """Tell whether a date has a line of its own, or stands in a byline."""
    block = evidence.blocks[mention.order]
    line = evidence.text[block.start : min(block.end, mention.end + _LEAD)]
    byline = mention.kind == "credit" and "by" in lead and "copyright" not in line.lower()
    return byline or is_date_line(line) or is_publication_line(evidence.text[block.start : block.end])


def _line_date(mention: Mention, line: str, evidence: Evidence) -> Dated | None:
    """Return the date a dated line gives, with the year found elsewhere when it has none."""
    basis = f"dateline {line!r}"
    if mention.swapped is not None and mention.year is not None:
        return _settle_order(mention, mention.year, basis)
    if mention.full is not None:
        return _dated(mention.full, mention, basis) if mention.fits(mention.full) else None
    if mention.year is not None and mention.month is not None:
        return Dated(date=f"{mention.year}-{mention.month:02d}", basis=basis)
    return evidence.with_year(mention, basis)


def _dated(day: date, mention: Mention, basis: str) -> Dated:
    """Return a day, with a note that the weekday written beside it fits."""
    note = f"; {spoken(day)} was a {day:%A}" if mention.weekday is not None else ""
    return Dated(date=day.isoformat(), basis=f"{basis}{note}")


def _settle_order(mention: Mention, year: int, basis: str) -> Dated:
    """Settle by the weekday beside it which figure is the month."""
    readings = (mention.in_year(year), safe_date(year, *(mention.swapped or (0, 0))))
    fitting = [day for day in readings if day is not None and mention.fits(day)]
    if mention.weekday is None:
        return Dated(date=str(year), basis=f"{basis}; which figure is the month is not told")
    if len(fitting) != 1:
        return Dated(date=str(year), basis=f"{basis}; no order of day and month fits the weekday")
    return _dated(fitting[0], mention, basis)


def _from_dateline(evidence: Evidence) -> Dated | None:
    """Read the day an agency puts before its first sentence: "LIMA, April 5 (Agency) -"."""
    for mention in evidence.mentions:
        if not (mention.month and mention.day) or not is_dateline(
            evidence.text, evidence.blocks, mention.order
        ):
            continue
        block = evidence.blocks[mention.order]
        line = evidence.text[block.start : mention.end]
        dated = _line_date(mention, " ".join(line.split()), evidence)
        if dated is not None:
            return dated
    return None
