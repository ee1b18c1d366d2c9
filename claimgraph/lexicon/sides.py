"""Which state, territory or international body a phrase names.

A term counts only with its capitals ("Polish" is a people, "polish" is not), only as a
whole word, and the longest reading wins: "South Korean" is never "Korean", "New Mexico"
never Mexico. What is merely related to a side is not that side's: "Russian-backed",
"pro-American", "ethnic Albanian", "British-born".
"""

import re
import unicodedata
from functools import cache, lru_cache

from claimgraph.lexicon import rows, table, words
from claimgraph.lexicon.choices import one_of

__all__ = ["adjective_of_side", "is_demonym", "name_of_side", "side_kind", "side_of", "sides_in", "slug"]

Found = tuple[int, int, str]

_FIELDS = ("names", "demonyms", "seats")
_UNSUFFIXED = ("s", "sh", "ch", "ese", "ss", "x", "z")
"""Endings of demonyms that take no plural -s of their own ("Danish", "Chinese", "Abkhaz")."""
_BLOCKED = ""
_KEPT_COMPOUNDS = r"-(?!led\b|run\b|controlled\b)"
"""A hyphen after a term makes it a mere relation, except where the side itself acts."""


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(one for row in rows("countries") for one in row["demonyms"].split("|") if one)


def is_demonym(word: str) -> bool:
    """Whether a word, with its capital, is what one of a people is called: "Norwegian"."""
    return word in _demonyms()


@lru_cache(maxsize=16384)
def side_of(text: str) -> str | None:
    """Return the one side a phrase belongs to, or None when there is none or it is unclear.

    With two sides, the one that owns or modifies the rest is meant: the first term, when
    it is a possessive ("Turkey's ambassador to France") or directly modifies what follows
    ("the Turkish ambassador in Paris"). "France and Turkey" is None.
    """
    found = sides_in(text)
    if not found:
        return None
    first = found[0]
    if all(side == first[2] for _, _, side in found):
        return first[2]
    gap = text[first[1] : found[1][0]]
    if re.match(r"['’]s?\s", gap):
        return first[2]
    if re.search(r"\b(and|or|versus|vs)\b|[,/&;–-]", gap) or not gap.strip():
        return None
    return (
        first[2]
        if _modifies(text, first) or re.search(r"\b(of|for|from)\s+(the\s+)?$", text[: first[0]])
        else None
    )


def sides_in(text: str) -> list[Found]:
    """Return every term in the text as (start, end, side), in order, without overlap."""
    plain = _fold(text)
    found: list[Found] = []
    for match in _pattern().finditer(plain):
        side = _terms()[match.group()]
        if side != _BLOCKED and not _part_of_a_name(plain, match) and not _mere_relation(plain, match):
            found.append((match.start(), match.end(), side))
    return found


@cache
def name_of_side(side: str) -> str | None:
    """Return the usual name of a side of the table ("saudi-arabia" is "Saudi Arabia")."""
    return next(iter(_terms_of(side, "names")), None)


@cache
def adjective_of_side(side: str) -> str | None:
    """Return what whoever is of a state of the table is called: "Saudi"; of another side its name."""
    of_state = adjectives(side) if side_kind(side) == "state" else ()
    return next(iter(of_state), name_of_side(side))


@cache
def side_kind(side: str) -> str | None:
    """Return "state", "territory" or "organisation" for a side of the table, else None."""
    return next(iter(_terms_of(side, "kind")), None)


@cache
def adjectives(side: str) -> tuple[str, ...]:
    """Return a side's demonyms and adjectives, the commonest first."""
    return _terms_of(side, "demonyms")


@cache
def seats(side: str) -> tuple[str, ...]:
    """Return the capitals and metonyms that stand for a side."""
    return _terms_of(side, "seats")


def _terms_of(side: str, field: str) -> tuple[str, ...]:
    """Return what a cell of the table holds of a side; nothing where the table has no such side."""
    row = next((one for one in rows("countries") if one["slug"] == side), None)
    return tuple(filter(None, row[field].split("|"))) if row is not None else ()


def _fold(text: str) -> str:
    """Strip accents and straighten apostrophes, keeping every character's position."""
    if text.isascii():
        return text
    folded = []
    for char in text:
        base = unicodedata.normalize("NFD", char)[0]
        folded.append("'" if char in "’‘ʼ" else base)
    return "".join(folded)


@cache
def _terms() -> dict[str, str]:
    """Map each term, without accents, to its side; blocked phrases to the empty string."""
    terms: dict[str, str] = {}
    for row in rows("countries"):
        for field in _FIELDS:
            for term in filter(None, row[field].split("|")):
                terms.setdefault(_fold(term), row["slug"])
        for term in filter(None, row["demonyms"].split("|")):
            if not term.endswith(_UNSUFFIXED):
                terms.setdefault(_fold(term) + "s", row["slug"])
    for phrase in table("not_sides")["phrases"]:
        terms[_fold(phrase)] = _BLOCKED
    return terms


@cache
def _pattern() -> re.Pattern[str]:
    """Match any term as a whole word, longest first."""
    return re.compile(rf"(?<![\w.]){one_of(_terms())}(?!\w)")


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(_fold(term) for term in table("not_sides")["ambiguous"])


@cache
def _offices() -> frozenset[str]:
    """Words that may stand in capitals beside a state's name without being a name."""
    words: set[str] = set()
    for phrase in (
        *table("roles")["offices"],
        *table("institutions")["heads"],
        *table("institutions")["modifiers"],
    ):
        words.update(phrase.lower().split())
    return frozenset(words)


def _part_of_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether an ambiguous term belongs to a longer name ("Michael Jordan", "Paris Hilton")."""
    if match.group() not in _ambiguous():
        return False
    before = re.search(r"([\w'-]+)[ ]$", text[: match.start()])
    after = re.match(r"[ ]([\w'-]+)", text[match.end() :])
    return any(
        neighbour is not None and _looks_like_a_name(neighbour.group(1)) for neighbour in (before, after)
    )


def _looks_like_a_name(word: str) -> bool:
    plain = word.removesuffix("'s").lower()
    known = (
        plain in words("name_words", "links") | words("name_words", "calendar")
        or plain in _offices()
        or word.removesuffix("'s") in _terms()
    )
    return word[0].isupper() and not known


def _mere_relation(text: str, match: re.Match[str]) -> bool:
    """Whether the term only relates something to a side: "-backed", "pro-", "ethnic"."""
    if re.search(r"(?:\b(?:pro|anti|ex|non|post|pan|trans)-|\b[Ee]thnic(?:ally)? )$", text[: match.start()]):
        return True
    compound = re.match(_KEPT_COMPOUNDS + r"[a-z]+", text[match.end() :])
    return compound is not None


def _modifies(text: str, found: Found) -> bool:
    """Whether the term stands as an adjective before a noun of its own phrase."""
    row = {_fold(term) for term in adjectives(found[2])} | {_fold(term) for term in seats(found[2])}
    names = {_fold(name_of_side(found[2]) or "")}
    return _fold(text[found[0] : found[1]]) in row | names | {
        "US",
        "U.S.",
        "UK",
        "U.K.",
        "UN",
        "U.N.",
        "EU",
        "E.U.",
    }


def slug(name: str) -> str:
    """Return a name as sides are written: lower case, words joined by hyphens."""
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")
