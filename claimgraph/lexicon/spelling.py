"""When two spellings are one name: a person's, or a body's, a firm's and a club's.

Persons are asked about only who may be the same at all: within one article, on one side, or in one role;
never across two sides. Of bodies, the telling words of the names must agree.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from claimgraph.lexicon import table, words
from claimgraph.lexicon.characters import fold, lookalikes
from claimgraph.lexicon.roles import gender_of_name, singular, slug, spell
from claimgraph.lexicon.sides import seats, sides_in


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


_MEDIUM = re.compile(r"(?<=\S) (?:news agency|newspaper|magazine|website)$")
"""What an outlet's name may drop."""
GENERAL = ("company_words", "body_words", "state_words")
"""The lists of words by which a body is called in general: "the company", "the union"."""


def institution_words(name: str, *, drop_sides: bool) -> frozenset[str]:
    """Return the telling words of a body's name: "the Ministry of Defense of Fiji" is {defence, ministry}."""
    text = name
    if drop_sides:
        for start, end, _ in reversed(sides_in(name)):
            text = text[:start] + text[end:]
    parts = [part.removesuffix("'s") for part in spell(text.replace("’", "'")).split()]
    return frozenset(
        slug(part) for part in parts if part not in words("institutions", "untelling") and slug(part)
    )


def organisation_key(name: str) -> str:
    """Return a firm's or club's name without its legal form: "Acme Holdings plc" is "acme"."""
    named = name
    for start, end, side in reversed(sides_in(name)):
        if name[start:end] in seats(side):  # a city, or what is called after one
            continue
        named = named[:start] + side + re.sub(r"^['’]s", "", named[end:])
    parts = _MEDIUM.sub("", fold(named).replace(",", "")).split()
    forms = words("institutions", "company_forms")
    while len(parts) > 1 and parts[-1] in forms:
        parts.pop()
    return slug(" ".join(parts).removeprefix("the "))


def short_for(short: str, full: str) -> bool:
    """Whether a name is a shorter form of another: its first words, or its initials."""
    several = sum(part[:1].isupper() for part in full.split()) > 1  # not in "campaign for the GOP"
    if is_of_people(short) or not several:
        return False
    if short.isupper() and len(short) > 1:
        return initials(full) == short.replace(".", "")
    return organisation_key(full).startswith(organisation_key(short) + "-")


def called(name: str) -> str:
    """Return a body's name in small letters, nobody's: "Roe's campaign" is the Roe campaign."""
    return re.sub(r"(?:'s|(?<=s)')(?= )", "", fold(name.replace("’", "'")))


def is_of_people(name: str) -> bool:
    """Whether a name only says who people are, and is short for no body: "Democrats", "Teachers"."""
    return name.lower().endswith("s") and singular(name) in words("roles", "belonging")


def initials(name: str) -> str:
    """Return the first letters of a name's words in capitals; of an abbreviation all of them."""
    parts = [part.replace(".", "") for part in name.replace("’", "'").replace("'s", "").split()]
    telling = [part for part in parts if part[:1].isupper()]
    return "".join(part if part.isupper() else part[0] for part in telling).upper()


def is_national(head: str | None, core: frozenset[str]) -> bool:
    """Whether only a state has a body of these words: "the Interior Ministry", not "the health service"."""
    return head in words("institutions", "national") and core <= general_words()


@cache
def general_words() -> frozenset[str]:
    """Return the words of which names such as "Supreme Court" or "Defence Ministry" consist."""
    plain = words("institutions", "heads") | words("institutions", "modifiers")
    return frozenset(slug(part) for word in plain for part in spell(word).split())


def is_general(body: str) -> bool:
    """Whether a body is called by nothing but general words ("the company", "union")."""
    kinds = (words("institutions", kind) for kind in GENERAL)
    known = general_words().union({"the", "'s", "of", "for", "and"}, *kinds)
    return known.issuperset(fold(body).removesuffix("'s").split())
