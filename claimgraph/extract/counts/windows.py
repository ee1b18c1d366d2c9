"""The stretch of time a figure was counted over, in the claim's own words."""

import re
from functools import cache

from claimgraph.extract.counts.noncounts import MONTHS, filled
from claimgraph.lexicon import table


@cache
def _window() -> re.Pattern[str]:
    compared = r"(?<!than )(?<!from )(?<!with )(?<!to )"  # "9 more than last year" is of another stretch
    whole = rf"(?i)\b{compared}(?:{'|'.join(table('times')['windows'])})\b"
    return re.compile(filled(whole, {**table("times")["parts"], "months": MONTHS}))


def window_of(text: str) -> str | None:
    """Return the first stretch of time named in the words of a claim, or None.

    "since September 27", "in the past 48 hours", "overnight", "four days of fighting".
    """
    match = _window().search(text)
    return re.sub(r"(?i)^(?:in|over|during|for|within|after|from) ", "", match.group()) if match else None
