"""Figures that are told as given up: "initially put at 40", "down from 40", "earlier estimates of 40"."""

import re

from claimgraph.match.amounts import Amount
from claimgraph.match.nodes import Context, Node

_BEFORE = re.compile(
    r"(?i)(?:"
    r"\b(?:initially|originally|previously|earlier|at first|first|had been|formerly)\s+(?:been\s+)?"
    r"(?:put|reported|estimated|announced|given|set|thought|believed|feared|said|stated|counted|listed"
    r"|concluded|found|acknowledged|admitted|claimed|told|confirmed|thought|maintained|insisted)\b[^.;,]{0,60}"
    r"|\b(?:initial|original|previous|earlier|first|preliminary)\s+(?:death\s+)?"
    r"(?:toll|count|estimate|figure|report|tally|number|total)s?\b[^.;,]{0,30}"
    r"|\b(?:down|up|revised|lowered|raised|cut)\s+from\s+(?:an? )?(?:[\w-]+\s){0,3}"
    r"|\b(?:instead of|rather than)\s+(?:the\s)?(?:[\w-]+\s){0,2}"
    r")$"
)
_BEHIND = re.compile(
    r"(?i)\s*(?:[\w-]+\s){0,2}?(?:(?:reported|announced|given|estimated|feared|stated)\s+)?"
    r"(?:earlier|initially|previously|originally|at first)\b(?!\s+(?:this|on|in)\b)"
)


def is_former(node: Node, amount: Amount, context: Context) -> bool:
    """Tell whether the words around a figure say that it was given up for another."""
    text = context.sources[node.claim.source].text
    return any(
        _BEFORE.search(text[max(0, start - 100) : start]) is not None or _BEHIND.match(text, end) is not None
        for start, end in amount.spans
    )
