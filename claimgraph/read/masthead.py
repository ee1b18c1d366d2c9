"""The name of a paper, agency or station on a line of its own above or below a headline.

It is told by its place and by what it is made of: capitalised names that end or begin as such names do, an
address, or an article and names beside the day of publication. A line that could as well be a heading or a
place is none: a publisher is named only where the line can hardly be read otherwise.
"""

import re

from claimgraph.lexicon import words
from claimgraph.read.phrases import is_date_line

LONGEST = 90
"""Characters of such a line at most."""
_MOST_WORDS = 6

_PARTED = re.compile(r"\s+[|•·–—-]\s+|,\s+|\s*[|•·]\s*")
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>[a-z0-9-]{3,}(?:\.[a-z0-9-]{2,}){1,3})/?", re.IGNORECASE
)
_BYLINE = re.compile(r"by\s", re.IGNORECASE)
_NAME = re.compile(r"[\w'’.& -]+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_JOINING = frozenset({"of", "the", "and", "de", "la", "le", "el", "du", "for", "&"})
_ARTICLE = "the"


def masthead(line: str, beside: str = "") -> str | None:
    """Return the name that a line gives of who publishes the page; None where it is no such line.

    Args:
        line: the line, on which a day, a section or an issue may follow the name.
        beside: the line below it.
    """
    line = " ".join(line.split()).strip(" *_#")
    if not line or len(line) > LONGEST or line[-1] in ".!?:;":
        return None
    address = _ADDRESS.fullmatch(line)
    if address is not None:
        return address["host"].lower()
    name, *rest = _PARTED.split(line)
    if rest and _BYLINE.match(name):
        name, *rest = rest
    if not all(map(_can_follow, rest)):
        return None
    dated = any(map(_dates, rest)) if rest else is_date_line(beside)
    return name if _is_outlet(name) or (dated and _is_named(name)) else None


def _can_follow(part: str) -> bool:
    return _dates(part) or _is_label(part)


def _dates(part: str) -> bool:
    """Say whether a part of a line is of a day: with a month's name, or figures alone."""
    return any(sign.isdigit() for sign in part)


def _is_label(part: str) -> bool:
    """Say whether a part of a line is a word or two in capitals: a section, a weekday, a month."""
    found = part.split()
    return len(found) <= 2 and all(word[:1].isupper() for word in found)


def _is_outlet(name: str) -> bool:
    """Say whether a name ends, or begins, as those of papers, agencies and stations do."""
    found = _names(name)
    if found is None or len(found) < 2:
        return False
    own = [word for word in found if word not in _JOINING]
    if not own:
        return False
    if own[0] in words("media", "masthead_openers") and len(own) > 1:
        return own[1] not in words("media", "section_words") | _endings()
    if len(own) < 2 and found[0] != _ARTICLE:
        return False
    return own[-1] in _endings() and not set(own[:-1]) & words("media", "section_words")


def _is_named(name: str) -> bool:
    """Say whether a name has an article before it, as those of papers may and those of places do not."""
    found = _names(name)
    return found is not None and found[0] == _ARTICLE and 2 <= len(found) <= 4


def _names(name: str) -> list[str] | None:
    """Return the words of a name in small letters; None for what is no name, or holds a figure."""
    found = _WORD.findall(name)
    capital = all(word[0].isupper() or word in _JOINING for word in found)
    if (
        _NAME.fullmatch(name) is None
        or not found
        or len(found) > _MOST_WORDS
        or not capital
        or any(sign.isdigit() for sign in name)
    ):
        return None
    return [word.lower() for word in found]


def _endings() -> frozenset[str]:
    return words("media", "title_words") | words("media", "masthead_words")
