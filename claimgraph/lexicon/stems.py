"""One form for the words of a family, so that "sank the boat" and "the sinking" share a word."""

from functools import lru_cache

_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ies", "ied", "ed"),
    *("es", "ly", "s", "e", "y"),
)
SHORTEST = 4
"""Letters a stem keeps at least."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word without its longest listed ending, lower case; short words stay whole."""
    plain = word.lower()
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST:
            return plain.removesuffix(ending)
    return plain
