"""Datelines: the place, day and agency before an article's first sentence, or on a line of their own.

A dateline is told by what it is made of: capitalised names, a date, an agency in brackets,
and nothing else. It is no part of any statement.
"""

import re
from dataclasses import dataclass
from functools import cache

from claimgraph.lexicon import table, words
from claimgraph.lexicon.sides import seats, side_of
from claimgraph.model import Block

LONGEST = 100
"""Characters within which a dateline ends."""

_MOST_NAMES = 8
_PLACE_WORDS = 3
_SHORTEST = 3
"""Letters a place in capitals has more than: shorter ones are initials."""

_SEPARATOR = re.compile(r"\s+(?P<dash>[-–—_|]|--|---)\s+|\s?[–—]+\s?|(?P<colon>:)\s+|(?<=/)\.?\s+")
_OPENING = re.compile(r"[\"“‘'«(]?(?:[A-Z]|\d)")
_BRACKETED = re.compile(r"\(([^()]{2,60})\)|(?<!\w)/([^/]{2,30})/|\|\s*([^|]{2,30}?)\s*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURES = re.compile(r"(?<![\w/.-])(?:\d{4}([-/.])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2\d{4})(?![\w/])")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_CONNECTORS = frozenset(
    {"of", "the", "and", "de", "la", "le", "el", "al", "du", "upon", "on", "by", "at", "in", "for", "page"}
)
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th|am|pm|h|[.:]\d\d)?\.?", re.IGNORECASE)


def is_publication_line(text: str) -> bool:
    """Say whether a line holds names and a full date and nothing else ("Lima, 3 May 2019 (Agency)").

    A date alone is told by ``phrases.is_date_line``; names without a date are a heading.
    """
    line = text.strip(" *_[]")
    if len(line) > LONGEST or not _YEAR.search(line):
        return False
    read = _Parts.of(line)
    return read is not None and read.dated and bool(read.names)


def dateline_end(text: str, *, day_alone: bool = False) -> int | None:
    """Return where a paragraph's own words begin behind its dateline, or None without one.

    Args:
        text: the paragraph.
        day_alone: whether a full date with no place beside it and a dash behind it is a dateline too.
    """
    found = None
    for match in _SEPARATOR.finditer(text, 2, LONGEST + 5):
        if not _OPENING.match(text, match.end()):
            continue
        prefix = text[: match.start()].strip(" *_([)]")
        colon = match.group("colon") is not None
        alone = day_alone and not colon and _is_day(prefix)
        if alone or _is_dateline(text[: match.start()], prefix, colon=colon):
            found = match.end()
    return found


def is_dateline(text: str, blocks: tuple[Block, ...], order: int) -> bool:
    """Tell whether a block is the dateline of the paragraph behind it, on the same line."""
    block = blocks[order]
    following = blocks[order + 1] if order + 1 < len(blocks) else None
    return (
        block.kind == "credit"
        and following is not None
        and following.kind == "body"
        and text[block.end : following.start].strip(" \t\u00a0") == ""
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a line is made of: its names, whether a date, whether an agency."""

    names: tuple[str, ...]
    dated: bool
    agency: str | None

    @classmethod
    def of(cls, line: str) -> "_Parts | None":
        """Read a line, or None where it holds a word that is no name, no date and no agency."""
        bracketed = _BRACKETED.search(line)
        agency = next(filter(None, bracketed.groups()), None) if bracketed is not None else None
        if bracketed is not None and agency is not None:
            if _has_month(agency):
                agency = None
            else:
                line = line.replace(bracketed.group(), " ")
        dated = bool(_FIGURES.search(line)) or (_has_month(line) and re.search(r"\d", line) is not None)
        found = _WORD.findall(_FIGURES.sub(" ", line))
        others = date_words() | _CONNECTORS
        names = tuple(
            word.rstrip(".")
            for word in found
            if word.lower().rstrip(".") not in others and not _NUMBER.fullmatch(word)
        )
        if len(names) > _MOST_NAMES or not all(name[0].isupper() for name in names):
            return None
        return cls(names, dated, agency)


def _is_dateline(written: str, prefix: str, *, colon: bool) -> bool:
    """Tell whether what stands before a dash or a colon is a dateline.

    A place alone must be in capitals, or be a seat of government; a name and a colon would
    else open what somebody says.
    """
    read = _Parts.of(written.strip(" *_") if "(" in written else prefix)
    if read is None:
        return False
    if read.dated:
        return bool(read.names) or read.agency is not None
    if colon:
        return _is_seat(prefix)
    if read.agency in agencies() or (read.agency and read.names and " ".join(read.names).isupper()):
        return True
    place = re.split(r"\s*[,(]", prefix, maxsplit=1)[0]
    return _is_in_capitals(place) or _is_seat(place) or _is_town_of(prefix)


def _is_day(prefix: str) -> bool:
    """Tell whether what stands before a dash is a day with its year, and opens no sentence ("On …")."""
    read, day = _Parts.of(prefix), _YEAR.sub("", prefix)
    if read is None or not read.dated or read.names or read.agency is not None:
        return False
    return (
        day != prefix
        and re.search(r"\d", day) is not None
        and prefix.split(maxsplit=1)[0].lower() not in _CONNECTORS
    )


def _is_in_capitals(place: str) -> bool:
    """Tell whether a place, and no country, is written in capitals."""
    fits = len(place) > _SHORTEST and len(place.split()) <= _PLACE_WORDS
    return place.isupper() and fits and side_of(place) is None


def _is_seat(place: str) -> bool:
    """Tell whether a name is a seat of government ("Lisbon"), not its country."""
    side = side_of(place.title() if place.isupper() else place)
    return side is not None and place.casefold() in {seat.casefold() for seat in seats(side)}


def _is_town_of(prefix: str) -> bool:
    """Tell whether a name is followed by the land it lies in ("San Felipe, Chile")."""
    town, _, land = prefix.partition(", ")
    return bool(town) and bool(land) and len(town.split()) <= 3 and side_of(land) is not None


def _has_month(text: str) -> bool:
    return any(word.lower().rstrip(".") in table("dating")["months"] for word in _WORD.findall(text))


def date_words() -> frozenset[str]:
    """Return the words, in small letters, that dates and the lines that give them are written with."""
    return words("dating", "months") | words("dating", "weekdays") | words("dating", "line_words")


@cache
def agencies() -> frozenset[str]:
    """Return the names of news agencies."""
    return frozenset(table("agencies")["wires"])
