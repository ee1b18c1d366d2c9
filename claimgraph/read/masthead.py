"""The name of a paper, agency or station on a line of its own above or below a headline.

It is told by its place and by what it is made of: capitalised names that end or begin as such names do, an
address, or an article and names beside the day of publication. A line that could as well be a heading or a
place is none: a publisher is named only where the line can hardly be read otherwise.
"""

import re

from claimgraph.lexicon import words
from claimgraph.model import UNMARKED
from claimgraph.read.phrases import is_date_line

_LONGEST = 90
"""Characters of such a line at most."""
_MOST_WORDS = 6

_PARTED = re.compile(r"\s+[|•·–—-]\s+|,\s+|\s*[|•·]\s*")
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>[a-z0-9-]{3,}(?:\.[a-z0-9-]{2,}){1,3})/?", re.IGNORECASE
)
_BYLINE = re.compile(r"by\s", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d]|['’.& -])+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_STATION = re.compile(r"(?:News|Channel|Radio|TV) \d{1,3} [A-Z][\w'’-]+")
"""A station that is called by its number, as of a place ("Channel 6 Marrin")."""
_JOINING = frozenset({"of", "the", "and", "de", "la", "le", "el", "du", "for", "&"})
_ARTICLE = "the"
_AGENCY = "agency"


def masthead(line: str, beside: str = "") -> str | None:
    """Return the name that a line gives of who publishes the page; None where it is no such line.

    Args:
        line: the line, on which a day, a section or an issue may follow the name.
        beside: the line below it.
    """
    line = " ".join(line.replace(UNMARKED, "").split()).strip(" *_#")
    if not line or len(line) > _LONGEST or line[-1] in ".!?:;":
        return None
    address = _ADDRESS.fullmatch(line)
    if address is not None:
        return address["host"].lower()
    name, *rest = _PARTED.split(line)
    if rest and _BYLINE.match(name):
        name, *rest = rest
    if not all(_has_figure(part) or _is_label(part) or _BYLINE.match(part) for part in rest):
        return None
    dated = any(map(_has_figure, rest)) if rest else is_date_line(beside)
    if dated and _STATION.fullmatch(name):
        return name
    found = _names(name)
    with_article = found[:1] == [_ARTICLE] and 2 <= len(found) <= 4  # as papers may have, and places do not
    return name if _is_outlet(found) or (dated and with_article) else None


def _has_figure(part: str) -> bool:
    return any(sign.isdigit() for sign in part)


def _is_label(part: str) -> bool:
    """Say whether a part of a line is a word or two in capitals: a section, a weekday, a month."""
    found = part.split()
    return len(found) <= 2 and all(word[:1].isupper() for word in found)


def _names(name: str) -> list[str]:
    """Return the words of a name in small letters; none for what is no name, or holds a figure."""
    found = _WORD.findall(name)
    capital = all(word[0].isupper() or word in _JOINING for word in found)
    fits = _NAME.fullmatch(name) is not None and len(found) <= _MOST_WORDS and capital
    return [word.lower() for word in found] if fits else []


def _is_outlet(found: list[str]) -> bool:
    """Say whether the words of a name end, or begin, as those of papers, agencies and stations do."""
    sections = words("media", "section_words")
    endings = words("media", "title_words") | words("media", "masthead_words")
    own = [word for word in found if word not in _JOINING]
    if own[-1:] == [_AGENCY] and own[-2:-1] and own[-2] in endings:
        own.pop()  # "Marrin News Agency"
    if not own or len(found) < 2:
        return False
    if len(own) > 1 and own[0] in words("media", "masthead_openers"):
        return own[1] not in sections | endings
    named = len(own) > 1 or found[0] == _ARTICLE
    if named and own[-1] in words("media", "paper_words"):
        return True
    return named and own[-1] in endings and sections.isdisjoint(own[:-1])
