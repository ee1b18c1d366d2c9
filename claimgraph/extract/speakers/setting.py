"""Whose country a story is told from, by its dateline, and the town that it is set in.

It lends its side to bodies and offices that only a state has and that stand without one
("the Defence Ministry", "the interior minister"); nothing else is inferred from it.
"""

import re
from collections import Counter
from typing import TYPE_CHECKING

from claimgraph.extract.parse import Article
from claimgraph.lexicon.sides import seats, sides_in

if TYPE_CHECKING:
    from claimgraph.extract.speakers.mentions import Mention


_LINE = 120
"""Characters that a dateline may hold."""
_FIRST = 6
"""Blocks among which a dateline is looked for: titles and bylines stand before it."""
DATELINE = re.compile(
    r"\s*(?P<place>[^\W\d_][\w'’.-]*(?:[ -][^\W\d_][\w'’.-]*){0,3}"
    r"(?:, [^\W\d_][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3})?)"
    r"(?P<more>,? *(?:\d{1,2}\b|[A-Z][a-z]{2,8}\.? \d)[^()–—\n]{0,24}?)?(?: *\((?P<wire>[^)\n]{2,40})\))?\s*"
    r"(?:--|[–—:]|(?<=\s)-(?=\s))"
)
_WHERE = re.compile(r"\b(?:in|at|near|outside|across) (?:[a-z]+ ){0,4}$", re.IGNORECASE)


def dateline_of(text: str) -> tuple[int, str] | None:
    """Return where the dateline that opens a paragraph ends, and its place; None when there is none.

    A place is taken for a dateline's when it stands in capitals, or a date or a wire follows it.
    """
    match = DATELINE.match(text[:_LINE])
    if match is None:
        return None
    place = match["place"]
    city = place.partition(",")[0]
    capitals = city.isupper() and len(city) > 2
    return (match.end(), place) if capitals or match["more"] or match["wire"] else None


def home_of(article: Article) -> str | None:
    """Return the state a story is told from by its dateline, or None when that is not clear."""
    text = article.source.text
    starts = [block.start for block in article.source.blocks if block.kind != "boilerplate"]
    lines = (dateline_of(text[start : start + _LINE]) for start in starts[:_FIRST])
    _, place = next((line for line in lines if line is not None), (0, ""))
    sides = {side for named in (place, place.title()) for _, _, side in sides_in(named)}
    return sides.pop() if len(sides) == 1 else None


def place_of(article: Article, found: "list[Mention]") -> str | None:
    """Return the town that an article is set in: of those in which something is, the one named most."""
    text = article.source.text
    named = [one for one in found if one.form == "name" or one.name in seats(one.side or "")]
    inside = {one.name for one in named if _WHERE.search(text[max(0, one.core[0] - 40) : one.core[0]])}
    count = Counter(one.name for one in named if one.name in inside)
    return count.most_common(1)[0][0] if count else None
