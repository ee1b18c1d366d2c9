"""What a word tells: the type of event of a verb or noun, and the lemma it is known by.

Types are those of ``lexicon/events.toml``; states are the words of ``lexicon/opposites.toml``.
"""

from functools import cache
from typing import TYPE_CHECKING

from claimgraph.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

HYPHENS = frozenset({"-", "‐", "‑"})
LIGHT_VERBS = frozenset(
    {
        "be",
        "have",
        "do",
        "say",
        "make",
        "take",
        "get",
        "go",
        "come",
        "give",
        "put",
        "let",
        "see",
        "become",
        "seem",
        "remain",
        "call",
    }
)


@cache
def event_words() -> tuple[dict[str, str], dict[str, str]]:
    """Return verb lemma -> type and noun lemma -> type."""
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for name, entry in table("events").items():
        verbs.update(dict.fromkeys(entry["verbs"], name))
        nouns.update(dict.fromkeys(entry["nouns"], name))
    return verbs, nouns


def is_participle(token: "Token") -> bool:
    """Tell whether a modifier is a participle, also where the tagger took it for an adjective."""
    if token.dep_ != "amod":
        return False
    return token.tag_ in {"VBN", "VBG"} or _from_participle(token) in event_words()[0]


def _from_participle(token: "Token") -> str:
    """Return the verb of an adjective in -ed: "the downed plane" is of "down"."""
    verbs, _ = event_words()
    stems = (token.lower_[:-2], token.lower_[:-1], token.lower_[:-3]) if token.lower_.endswith("ed") else ()
    return next((stem for stem in stems if stem in verbs), token.lemma_.lower())


@cache
def undergone() -> frozenset[str]:
    """Return the verbs whose subject is what the event happens to ("five people died")."""
    return frozenset(verb for entry in table("events").values() for verb in entry.get("undergone", ()))


@cache
def state_words() -> frozenset[str]:
    """Return the words for states that exclude others (``lexicon/opposites.toml``)."""
    return frozenset(word for pair in table("opposites")["pairs"] for word in pair)


def verb_lemma(token: "Token") -> str:
    """Return the verb's lemma with its particle: "shot down" is "shoot down"."""
    verbs, _ = event_words()
    lemma = _from_participle(token) if token.pos_ == "ADJ" else token.lemma_.lower()
    for child in token.children:
        if child.dep_ in {"prt", "advmod", "prep"} and f"{lemma} {child.lower_}" in verbs:
            return f"{lemma} {child.lower_}"
        if child.dep_ == "dobj" and f"{lemma} {child.lemma_.lower()}" in verbs:
            return f"{lemma} {child.lemma_.lower()}"
    return lemma


def with_particle(token: "Token", lemma: str) -> str:
    """Return a verb with its particle, which makes another verb of it: "turn over", "turn down"."""
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), None)
    return f"{lemma} {particle}" if particle and " " not in lemma else lemma


def noun_lemma(token: "Token") -> str:
    """Return the noun's lemma; a hyphenated word is one word ("cease-fire" is no fire)."""
    doc, first = token.doc, token.i
    while (
        first >= 2
        and doc[first - 1].text in HYPHENS
        and not doc[first - 1].whitespace_
        and not doc[first - 2].whitespace_
    ):
        first -= 2
    if first < token.i:
        return doc[first : token.i + 1].text.lower()
    lemma = token.lemma_.lower()
    return f"{lemma[:-3]}man" if lemma.endswith("men") and len(lemma) > 5 else lemma
