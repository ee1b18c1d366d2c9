"""When two spellings are one name.

Asked only about persons who may be the same at all: within one article, or on one side, or
in one role; never across two sides.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from claimgraph.extract.speakers.vocabulary import gender_of_name
from claimgraph.lexicon import table, words
from claimgraph.lexicon.characters import fold, lookalikes


@cache
def sound(word: str) -> str:
    """Return the word with the differences between romanisations levelled ("Sergei", "Sergey")."""
    levelled = re.sub(r"[^a-z]", "", fold(word))
    for rule in table("name_words")["romanisation"]:
        levelled = re.sub(rule["from"], rule["to"], levelled)
    return levelled


def same_word(a: str, b: str) -> bool:
    """Whether two words may be one name spelt in two ways.

    A word with letters that only look like others is a name of its own, not a spelling; nor is a month one.
    """
    if fold(a) == fold(b) or lookalikes(f"{a} {b}") or {fold(a), fold(b)} & words("generic", "calendar"):
        return fold(a) == fold(b)
    first, second = sound(a), sound(b)
    length = min(len(first), len(second))
    if first == second:
        return length > _TOO_SHORT
    alike = length >= _SHORT and first[:1] == second[:1]
    return alike and Levenshtein.distance(first, second) <= (2 if length >= _LONG else 1)


_TOO_SHORT, _SHORT, _LONG = 2, 5, 8
"""Letters of words that only sound alike, in which one letter may differ, and in which two may."""


def spellings(word: str) -> Iterator[str]:
    """Yield keys of which two words share one wherever ``same_word`` holds of them.

    Two words at a distance of n (Levenshtein) are equal after at most n letters are cut from each.
    """
    yield fold(word)
    levelled = sound(word)
    cut = min(2, max(0, len(levelled) - _SHORT + 1))
    for length in range(len(levelled) - cut, len(levelled) + 1):
        yield from map("".join, combinations(levelled, length))


_SUFFIXES = words("name_words", "suffixes")


def surname(name: str) -> str:
    """Return the last word of a name, without "Jr" and the like."""
    return next((part for part in reversed(name.split()) if fold(part) not in _SUFFIXES), name)


def given(name: str) -> tuple[str, ...]:
    """Return the words of a name before the last."""
    return tuple([part for part in name.split() if fold(part) not in _SUFFIXES][:-1])


def called_alike(a: str, b: str) -> bool:
    """Whether two full names are written as one: the same surname and the same first given name.

    "John W. Henry" and "John Henry", "Dave Ross" and "David Ross" are; a father and his son "Jr" are not.
    """
    first, second = (tuple(map(fold, given(name))) for name in (a, b))
    if not first or not second or fold(surname(a)) != fold(surname(b)) or _other_suffix(a, b):
        return False
    middle = not first[1:] or not second[1:] or first[1][0] == second[1][0]
    return middle and (first[0] == second[0] or _short_form(first[0], second[0]))


def same_person(a: str, b: str) -> bool:
    """Whether two full names, or a name and a surname, may be one person's.

    Given names must not differ: brothers stay apart, and so do a father and his son "Jr". Initials,
    short forms and missing middle names do not differ.
    """
    if fold(a) == fold(b):
        return True
    first, second = given(a), given(b)
    if first and second and _other_suffix(a, b):
        return False
    return same_word(surname(a), surname(b)) and _same_given(first, second)


def _other_suffix(a: str, b: str) -> bool:
    """Whether "Jr" parts two names; "Sr" or a number is often left out."""
    first, second = (_SUFFIXES.intersection(fold(name).split()) for name in (a, b))
    return "jr" in first ^ second


def _short_form(a: str, b: str) -> bool:
    """Whether one given name is short for the other, or both are for a third."""
    forms = table("given_names")["short"]
    return b in forms.get(a, "").split() or a in forms.get(b, "").split()


def _same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not a or not b:
        return True
    first, second = fold(a[0]), fold(b[0])
    if _short_form(first, second):
        return True
    if {gender_of_name(first), gender_of_name(second)} == {"male", "female"}:
        return False
    if min(len(first), len(second)) == 1:
        return first[0] == second[0]
    return same_word(first, second) or any(same_word(x, y) for x in a for y in b if len(a) != len(b))
