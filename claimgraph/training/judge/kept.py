"""Which labelled stories the judge never learns from, so that its word can be weighed and scored on them."""

from hashlib import sha256

UNREAD = 5
"""Of this many stories one is kept."""


def unread(story: str, of: int = UNREAD) -> bool:
    """Tell whether a story is kept for scoring: one in five, or in ``of``, by the sha256 of its name."""
    return int(sha256(story.encode()).hexdigest(), 16) % of == 0
