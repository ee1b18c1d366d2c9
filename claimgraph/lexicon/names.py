"""Which words of a phrase are words of a proper name."""

from functools import cache, lru_cache

from claimgraph.lexicon import table, words

SHORTEST = 3
"""Letters of a word that can tell one name from another."""
_MARKS = "“”\"'‘’.,;:()[]!?–—-"


@lru_cache(maxsize=65536)
def name_word(word: str) -> str:
    """Return a word of a name as it is compared: lower case, without possessive and marks."""
    return word.strip(_MARKS).removesuffix("’s").removesuffix("'s").lower()


@lru_cache(maxsize=65536)
def is_name_word(word: str) -> bool:
    """Tell whether a capitalised word can be part of a name: no title, day, month or word of position."""
    plain = name_word(word)
    return len(plain) >= SHORTEST and word.strip(_MARKS)[:1].isupper() and plain not in _no_names()


@lru_cache(maxsize=65536)
def names_in(phrase: str) -> frozenset[str]:
    """Return the words of proper names in a phrase, as they are compared."""
    return frozenset(name_word(word) for word in phrase.split() if is_name_word(word))


@cache
def _no_names() -> frozenset[str]:
    titles = words("apart", "titles") | words("generic", "calendar")
    return titles | frozenset(table("generic")["sentence_starts"])
