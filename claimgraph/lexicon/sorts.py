"""Sorts of things that fill a role with one filler: whether two phrases can name one thing."""

import re
from functools import cache
from typing import Any

from claimgraph.lexicon import table

_CALIBRE = re.compile(
    r"(?:^|(?<=[\s“\"(-]))(\.\d{2}|\d{1,2}(?:\.\d{1,2})?(?=[\s-]?(?:mm|millimet|caliber|calibre|gauge)))"
)


@cache
def _family(name: str) -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Return word -> sort, finer sort -> sort, and the words that fit any sort."""
    entry: dict[str, Any] = table("sorts")[name]
    sorts = {word: sort for sort, listed in entry["sorts"].items() for word in listed}
    return sorts, dict(entry.get("within", {})), frozenset(entry["any"])


def sort_of(phrase: str, family: str) -> str | None:
    """Return the sort of a phrase: that of the longest listed words in it, the last if there are several.

    Args:
        phrase: a noun phrase as it stands in the text.
        family: a table of ``lexicon/sorts.toml`` ("weapon", "cause", "doer").

    Returns:
        The sort, "any" for a word that fits every sort, None for a phrase the list does not know.
    """
    sorts, _, any_words = _family(family)
    found = re.findall(r"[\w’'-]+", phrase.lower().split(" of ")[0])
    for length in (3, 2, 1):
        for start in range(len(found) - length, -1, -1):
            words = " ".join(found[start : start + length])
            single = next((form for form in (words, _singular(words)) if form in sorts), None)
            if single is not None:
                return sorts[single]
    return "any" if any(_singular(word) in any_words or word in any_words for word in found) else None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def exclude(first: str, second: str, family: str) -> bool:
    """Tell whether two phrases cannot name one thing: known sorts, neither of them a kind of the other."""
    one, two = sort_of(first, family), sort_of(second, family)
    if one is None or two is None or "any" in {one, two}:
        return False
    calibres = [set(_CALIBRE.findall(phrase.lower())) for phrase in (first, second)]
    if all(calibres) and not calibres[0] & calibres[1]:
        return True
    _, within, _ = _family(family)
    return one != two and within.get(one) != two and within.get(two) != one


def covers(wider: str, narrower: str, family: str) -> bool:
    """Tell whether whatever the second phrase names is also what the first names: a knife is a weapon."""
    one, two = sort_of(wider, family), sort_of(narrower, family)
    if one is None or two in {None, "any"}:
        return False
    _, within, _ = _family(family)
    return one == "any" or within.get(two or "") == one
