"""Words of a statement that say how many or when: two that differ in them do not say the same."""

import re

from claimgraph.lexicon import words

_WORD = re.compile(r"[^\W_]+(?:[.,:/-]\d+)*")


def telling(text: str) -> frozenset[str]:
    """Return the numbers of a text and its words of time, lower case."""
    known = words("cues", "time_words") | words("telling", "numerals") | words("telling", "hours")
    found = (match[0].lower() for match in _WORD.finditer(text))
    return frozenset(word for word in found if word in known or any(sign.isdigit() for sign in word))
