"""Where sentences end, for asking how near two claims stand: "Mr. Hale" and "U.S. envoys" end none."""

import re
from bisect import bisect_right
from functools import lru_cache

from claimgraph.lexicon import words

END = re.compile(r"[.!?][”\"’')\]]*\s+(?=[“\"‘'(\[A-Z0-9])|\n")
"""A closing mark before a word that can open a sentence; a line ends what stands on it."""
LAST_WORD = re.compile(r"[\w.]*$")
SAFE = frozenset({"no", "jan", "mar", "may", "sat", "sun", "al", "etc", "art", "ed", "fig", "op", "est"})
"""Abbreviations that are words too, or often end a sentence."""


@lru_cache(maxsize=512)
def ends(text: str) -> tuple[int, ...]:
    """Return the positions at which sentences of a text have ended, in order."""
    return tuple(
        mark.end()
        for mark in END.finditer(text)
        if not (mark.group().startswith(".") and _abbreviates(text[max(0, mark.start() - 20) : mark.start()]))
    )


def _abbreviates(before: str) -> bool:
    found = LAST_WORD.search(before)
    word = found.group().lower() if found else ""
    listed = word in words("abbreviations", "words") and word not in SAFE
    return listed or len(word) == 1 or "." in word


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins that holds a position, and where the one ends that holds the other."""
    marks = ends(text)
    first, last = bisect_right(marks, start), bisect_right(marks, max(start, end - 1))
    return (marks[first - 1] if first else 0, marks[last] if last < len(marks) else len(text))
