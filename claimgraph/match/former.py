"""Figures that are told as given up: "initially put at 40", "down from 40", "earlier estimates of 40"."""

import re

from claimgraph.match.amounts import Amount
from claimgraph.match.nodes import Context, Node

_BEFORE = re.compile(
    r"(?i)(?:"
    r"\b(?:initially|originally|previously|earlier|at first|first|had been|formerly)\s+(?:been\s+)?"
    r"(?:put|reported|estimated|announced|given|set|thought|believed|feared|said|stated|counted|listed"
    r"|concluded|found|acknowledged|admitted|claimed|told|confirmed|maintained|insisted)\b[^.;,]{0,60}"
    r"|\b(?:initial|original|previous|earlier|first|preliminary)\s+(?:death\s+)?"
    r"(?:toll|count|estimate|figure|report|tally|number|total)s?\b[^.;,]{0,30}"
    r"|\b(?:down|up|revised|lowered|raised|cut)\s+from\s+(?:an? )?(?:[\w-]+\s){0,3}"
    r"|\b(?:instead of|rather than)\s+(?:the\s)?(?:[\w-]+\s){0,2}"
    r")$"
)
_ONLY_EARLIER = re.compile(r"(?i)\b(?:previously|earlier)\b[^.;,]*$")
"""What was only said before is not given up: "officials previously said 40, a count shows 60"."""
_BEHIND = re.compile(
    r"(?i)\s*(?:[\w-]+\s){0,2}?(?:(?:reported|announced|given|estimated|feared|stated)\s+)?"
    r"(?:earlier|initially|previously|originally|at first)\b(?!\s+(?:this|on|in)\b)"
)


def revised(one: Amount, two: Amount, context: Context, sources: tuple[str, ...]) -> bool:
    """Tell whether an article says that one figure took the place of the other: "from 32 to 22"."""
    bare = [re.findall(r"\d[\d,.]*\d|\d", amount.text) for amount in (one, two)]
    if not all(len(found) == 1 for found in bare):
        return False
    first, second = (re.escape(found[0]) for found in bare)
    change = re.compile(
        rf"\bfrom (?:\w+ ){{0,2}}(?:{first}\b[^.;]{{0,20}} to (?:\w+ ){{0,2}}{second}"
        rf"|{second}\b[^.;]{{0,20}} to (?:\w+ ){{0,2}}{first})\b"
    )
    articles = (context.sources[source] for source in sources)
    return any(change.search(f"{article.title or ''}\n{article.text}") for article in articles)


def is_former(node: Node, amount: Amount, context: Context, *, own: bool = False) -> bool:
    """Tell whether the words around a figure say that it was given up for another.

    Args:
        node: the claim.
        amount: its figure.
        context: the collection.
        own: the other figure is somebody else's, so that "previously said" is not enough.
    """
    text = context.sources[node.claim.source].text
    for start, end in amount.spans:
        before = _BEFORE.search(text[max(0, start - 100) : start])
        if before is not None and not (own and _ONLY_EARLIER.search(before.group())):
            return True
        if _BEHIND.match(text, end) is not None:
            return True
    return False
