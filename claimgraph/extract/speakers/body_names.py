"""The telling words of the names of bodies, firms and clubs: what of two names must agree."""

import re
from functools import cache

from claimgraph.extract.speakers.vocabulary import singular, slug, spell
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.sides import seats, sides_in

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
