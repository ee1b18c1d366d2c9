"""Questions about words that more than one room asks of the lists."""

from functools import cache, lru_cache

from claimgraph.lexicon import table, words
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


@lru_cache(maxsize=65536)
def is_specific(term: str) -> bool:
    """Tell whether a term says something of its own: no general word, and no side."""
    return term not in _general() and side_of(term.title()) is None


@cache
def _general() -> frozenset[str]:
    return words("generic", "nouns") | words("generic", "terms") | words("generic", "claim_nouns")
