"""Whose country a story is told from, by its dateline.

It lends its side to bodies and offices that only a state has and that stand without one
("the Defence Ministry", "the interior minister"); nothing else is inferred from it.
"""

import re

from claimgraph.extract.parse import Article
from claimgraph.lexicon.sides import sides_in

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
