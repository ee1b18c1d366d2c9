"""Questions about words that more than one room asks of the lists."""

import re

from claimgraph.lexicon import table

LONG_AGO = re.compile(r"\b(?:1[5-9]|20)\d0s\b|\b1[5-9]th century\b")
"""Times that are no date, and not the article's either: "in the early 1990s"."""


def is_harmful(kind: str) -> bool:
    """Tell whether doing an event of this type to another is an accusation (``events.toml``)."""
    return bool(table("events").get(kind, {}).get("harmful"))
