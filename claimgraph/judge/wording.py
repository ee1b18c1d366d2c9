"""How a claim is put to the judge: who says or denies it, what is said, and of a short one its sentence.

Invariant: a claim is worded by itself, so that a pair is worded alike whichever comes first.
"""

import re
from collections.abc import Mapping

from claimgraph.model import Act, Claim, Collection, Source, Speaker

LONGEST = 240
"""Characters of what is said that are read."""
SPOKEN = 60
"""Characters of the speakers' names that are read."""
SHORT = 40
"""Characters below which what is said is hardly understood without its sentence."""
AROUND = (150, 120)
"""Characters before and after a short claim, at most, that are read with it."""
NOBODY = "unknown"
"""Who speaks where nobody is named."""
_ENDS = re.compile(r"[.!?][\"'”’)]*\s+|\n")


class Wording:
    """The words of each claim of a collection, put together when first asked for."""

    def __init__(self, collection: Collection) -> None:
        self._sources = {one.id: one for one in collection.sources}
        self._speakers = {one.id: one for one in collection.speakers}
        self._worded: dict[str, str] = {}

    def __call__(self, claim: Claim) -> str:
        """Return how a claim is put to the judge."""
        if claim.id not in self._worded:
            self._worded[claim.id] = worded(claim, self._sources[claim.source], self._speakers)
        return self._worded[claim.id]


def worded(claim: Claim, source: Source, speakers: Mapping[str, Speaker]) -> str:
    """Return a claim as ``SPEAKER says: WORDS``, or ``denies``, with its sentence when it is short."""
    names = ", ".join(speakers[one].name for one in claim.speakers if one in speakers)
    said = " ".join(claim.text.split())
    if len(said) < SHORT:
        said = f"{said} | {_sentence(source.text, claim.start, claim.end)}"
    verb = "denies" if claim.act is Act.DENY else "says"
    return f"{names[:SPOKEN] or NOBODY} {verb}: {said[:LONGEST]}"


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a stretch, as far as the nearest full stops or the limits."""
    before, after = AROUND
    first = max(0, start - before)
    for found in _ENDS.finditer(text, first, start):
        first = found.end()
    closing = _ENDS.search(text, end, end + after)
    last = closing.start() + 1 if closing else min(len(text), end + after)
    return " ".join(text[first:last].split())
