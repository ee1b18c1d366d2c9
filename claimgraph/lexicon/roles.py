"""Questions about the nouns for persons and bodies, and about given names: all lower case, spelt one way."""

import re
from functools import cache

from claimgraph.lexicon import kinds, table, words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.choices import one_of

FAMILIES = ("spokesperson", "prosecution", "defence", "police", "accused", "member", "own_voice", "official")
"""The families of roles in ``lexicon/roles.toml``, the more telling first."""


@cache
def role_family(role: str) -> str | None:
    """Return the family of a role noun ("prime minister" is "official"), or None."""
    low = role.lower().rstrip(".")
    return next((family for family in FAMILIES if low in words("roles", family)), None)


@cache
def singular(noun: str) -> str:
    """Return the role noun that a plural stands for ("spokesmen" is "spokesman")."""
    low = noun.lower()
    endings = {"men": "man", "people": "person", "ies": "y", "ss": "ss", "s": ""}
    plural = next((ending for ending in endings if low.endswith(ending)), "")
    return low.removesuffix(plural) + endings.get(plural, "")


@cache
def role_pattern() -> re.Pattern[str]:
    """Match a role noun, longest first; a shortened one with its period."""
    roles = {role for family in FAMILIES for role in words("roles", family)}
    return _any_of(roles | {f"{role}." for role in roles & words("name_words", "abbreviations")})


@cache
def head_pattern() -> re.Pattern[str]:
    """Match the head noun of an institution, or the name of a body that has none ("MI6"), longest first."""
    heads = words("institutions", "heads")
    alone = {name for name in table("institutions")["unique"] if last_word(name) not in heads}
    return _any_of(heads | alone)


@cache
def outlets() -> frozenset[str]:
    """Return the names of outlets and of platforms on which anybody speaks, folded."""
    return kinds.outlets() | frozenset(map(fold, table("media")["platforms"]))


@cache
def titles() -> dict[str, str | None]:
    """Map each title to the gender it tells."""
    genders = {"male": "male", "female": "female", "neutral": None}
    return {title: genders[key] for key, group in table("roles")["titles"].items() for title in group}


@cache
def gender_of_role(role: str) -> str | None:
    """Return the gender a role noun tells ("chairwoman" is "female"), or None."""
    head = last_word(role.lower())
    return next((gender for gender, nouns in table("roles")["gendered"].items() if head in nouns), None)


@cache
def _given_names() -> dict[str, str | None]:
    male, female = (dict.fromkeys(table("given_names")[one].split(), one) for one in ("male", "female"))
    return {**male, **female, **dict.fromkeys(male.keys() & female.keys())}


def is_given_name(word: str) -> bool:
    """Whether the word is a common given name."""
    return fold(word) in _given_names()


def gender_of_name(name: str) -> str | None:
    """Return the gender that the first given name usually tells, or None."""
    return _given_names().get(fold(name.partition(" ")[0]))


@cache
def is_agent(head: str) -> bool:
    """Whether a noun on no list is one for a person by its ending: "skipper", "violinist"."""
    ends = head.endswith(tuple(words("roles", "agent_endings")))
    apart = words("roles", "not_agents") | words("roles", "carriers") | words("media", "heads")
    return ends and head not in apart


@cache
def is_of_body(head: str) -> bool:
    """Whether a noun is one for a body: a ministry, a firm, a union."""
    return any(head in words("institutions", kind) for kind in ("heads", "company_words", "body_words"))


@cache
def spell(text: str) -> str:
    """Return a body's name in one spelling: "Ministry of Defense" as "ministry of defence"."""
    spelt = f" {fold(text)} "
    for canonical, variants in table("institutions")["synonyms"].items():
        for variant in sorted(variants, key=len, reverse=True):
            if f" {variant} " in spelt:
                spelt = re.sub(rf" {re.escape(variant)}(?= )", f" {canonical}", spelt)
    return spelt.strip()


@cache
def spell_role(role: str) -> frozenset[str]:
    """Return the words of a role with the short ones written out: "the D.A." is a district attorney."""
    full = table("roles")["written_out"]
    return frozenset(
        word for one in spell(role).split() for word in full.get(one.replace(".", ""), one).split()
    )


def last_word(text: str) -> str:
    """Return the last word of a phrase, or nothing."""
    return text.rsplit(maxsplit=1)[-1] if text.strip() else ""


@cache
def slug(text: str) -> str:
    """Return words as a slug: "Jane's Shipping Co." is "janes-shipping-co"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "")).strip("-")


def _any_of(terms: "frozenset[str] | set[str]") -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){one_of(terms)}(?![\w-])", re.IGNORECASE)
