"""Questions about words that more than one room asks of the lists."""

import re
from functools import cache, lru_cache

from claimgraph.lexicon import table, words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.sides import side_of


def is_harmful(kind: str) -> bool:
    """Tell whether doing an event of this type to another is an accusation (``events.toml``)."""
    return bool(table("events").get(kind, {}).get("harmful"))


@cache
def camp(side: str) -> str:
    """Return the side, or whose side a territory or armed group is commonly counted on."""
    patrons: dict[str, str] = table("patrons")["patrons"]
    return patrons.get(side, side)


ROLES = (
    "spokesperson",
    "prosecution",
    "defence",
    "police",
    "accused",
    "member",
    "own_voice",
    "official",
    "described",
)
"""The lists of ``roles.toml`` that hold nouns for persons."""


@lru_cache(maxsize=4096)
def is_person(noun: str) -> bool:
    """Tell whether a noun names a person, by what he is or does."""
    return any(noun in nouns for nouns in table("categories").values()) or any(
        noun in words("roles", role) for role in ROLES
    )


@lru_cache(maxsize=16384)
def is_reference(name: str, *, named: bool) -> bool:
    """Tell whether a speaker is something looked up: "exit polls", "72 percent of voters", "company records".

    Args:
        name: how the speaker is called.
        named: whether that is a name; of names only those who measure are told so ("Gallup Poll").
    """
    if named:
        called = f" {fold(name)}"
        return any(called.endswith(f" {one}") for one in words("roles", "measurers"))
    head = _BEHIND_HEAD.split(name.lower(), maxsplit=1)[0].rpartition(" ")[2]
    forms = {head, head.removesuffix("s"), re.sub(r"ies$", "y", head), re.sub(r"yses$", "ysis", head)}
    return _SHARE.search(name) is not None or not forms.isdisjoint(words("roles", "references"))


@lru_cache(maxsize=16384)
def is_undisclosed(name: str) -> bool:
    """Tell whether a speaker is a source that is kept from the reader: "a person close to the talks"."""
    called = fold(name).replace("-", " ")
    near = called.endswith(" close") or " close to " in called  # not "a close friend"
    return near or not words("caveats", "undisclosed").isdisjoint(called.split())


_SHARE = re.compile(r"\d ?(?:%|per ?cent\b)|^(?:\w+ ){1,2}per ?cent\b", re.IGNORECASE)
_BEHIND_HEAD = re.compile(
    r" (?:of|by|from|in|on|for|at|with|that|which|who|taken|conducted|compiled|published|released)\b|,"
)
"""What begins behind the noun that a phrase is about."""


def is_outlet(name: str) -> bool:
    """Tell whether a speaker is a newspaper, an agency or a channel that we know."""
    return fold(name) in outlets()


@cache
def outlets() -> frozenset[str]:
    """Return the names of newspapers, agencies and channels, folded."""
    return frozenset(map(fold, table("media")["outlets"]))


@lru_cache(maxsize=65536)
def is_specific(term: str) -> bool:
    """Tell whether a term says something of its own: no general word, and no side."""
    return term not in _general() and side_of(term.title()) is None


@cache
def _general() -> frozenset[str]:
    return words("generic", "nouns") | words("generic", "terms") | words("generic", "claim_nouns")
