"""What a word tells: the type of event of a verb or noun, and the lemma it is known by.

Types are those of ``lexicon/events.toml``; states are the words of ``lexicon/opposites.toml``.
"""

from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract.grammar.tree import children, has, lemma, particles
from claimgraph.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_HYPHENS = frozenset({"-", "‐", "‑"})


@cache
def event_words() -> tuple[dict[str, str], dict[str, str]]:
    """Return verb lemma -> type and noun lemma -> type."""
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for name, entry in table("events").items():
        verbs.update(dict.fromkeys(entry["verbs"], name))
        nouns.update(dict.fromkeys(entry["nouns"], name))
    return verbs, nouns


@cache
def undergone() -> frozenset[str]:
    """Return the verbs whose subject is what the event happens to ("five people died")."""
    return frozenset(verb for entry in table("events").values() for verb in entry.get("undergone", ()))


@cache
def state_words() -> frozenset[str]:
    """Return the words for states that exclude others (``lexicon/opposites.toml``)."""
    return frozenset(word for pair in table("opposites")["pairs"] for word in pair)


@cache
def harmful_verbs() -> frozenset[str]:
    """Return the verb lemmas, some with a particle, that do harm."""
    listed = {verb for entry in table("events").values() if entry.get("harmful") for verb in entry["verbs"]}
    return frozenset(listed) | words("acts", "harmful_verbs")


@cache
def harmful_nouns() -> frozenset[str]:
    """Return the nouns for harmful acts."""
    listed = {noun for entry in table("events").values() if entry.get("harmful") for noun in entry["nouns"]}
    return frozenset(listed) | words("acts", "harmful_nouns")


def is_participle(token: "Token") -> bool:
    """Tell whether a modifier is a participle that the tagger took for an adjective ("the downed plane")."""
    return token.dep_ == "amod" and verb_of(token.lower_) in event_words()[0]


def verb_of(participle: str) -> str:
    """Return the verb of a word in -ed that is listed, else the word itself."""
    stems = (participle[:-2], participle[:-1], participle[:-3]) if participle.endswith("ed") else ()
    return next((stem for stem in stems if stem in event_words()[0]), participle)


def verb_lemma(token: "Token") -> str:
    """Return the verb's lemma with its particle or object, where the two are listed: "shoot down"."""
    verbs, _ = event_words()
    adjective = token.pos_ == "ADJ" and token.lower_.endswith("ed")
    verb = verb_of(token.lower_) if adjective else lemma(token)
    beside = [one.lower_ for one in children(token, "prt", "advmod", "prep")]
    beside += [lemma(one) for one in children(token, "dobj")]
    return next((f"{verb} {word}" for word in beside if f"{verb} {word}" in verbs), verb)


def main_lemma(token: "Token") -> str:
    """Return the verb's lemma with its particle, which makes another verb of it: "turn over"."""
    found = verb_lemma(token)
    return found if " " in found else next(iter(particles(token, "prt")), found)


def is_typed(verb: "Token") -> bool:
    """Tell whether a verb, alone or with its particle, tells an event of a known type."""
    return not {lemma(verb), *particles(verb, "prt", "prep", "advmod")}.isdisjoint(event_words()[0])


def noun_lemma(token: "Token") -> str:
    """Return the noun's lemma; a hyphenated word is one word ("cease-fire" is no fire)."""
    doc, first = token.doc, token.i
    while first >= 2 and doc[first - 1].text in _HYPHENS and not doc[first - 1].whitespace_:
        first -= 2
    if first < token.i:
        return str(doc[first : token.i + 1].text.lower())
    word = lemma(token)
    return f"{word[:-3]}man" if word.endswith("men") and len(word) > 5 else word


def does_harm(verb: "Token") -> bool:
    """Tell whether a verb names a harmful act, alone, with its particle, or with a weapon."""
    if not {lemma(verb), *particles(verb, "prt", "prep", "dobj")}.isdisjoint(harmful_verbs()):
        return True
    if lemma(verb) in {"fail", "refuse"}:
        return has(verb, "xcomp")
    armed = lemma(verb) in words("acts", "uses")
    return armed and any(
        lemma(token) in words("acts", "weapons")
        for thing in children(verb, "dobj")
        for token in thing.subtree
    )
