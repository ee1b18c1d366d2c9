"""What a word tells: the type of event of a verb or noun, the lemma it is known by, harm and worth.

Types are those of ``lexicon/events.toml``; states are the words of ``lexicon/opposites.toml``.
"""

from functools import cache
from typing import Any

from spacy.tokens import Token

from claimgraph.extract.grammar.subjects import undergoer
from claimgraph.extract.grammar.tree import (
    COMPLEMENTS,
    NOMINAL,
    children,
    has,
    is_time,
    lemma,
    lemmas,
    particles,
    subtrees,
)
from claimgraph.lexicon import table, words

_HYPHENS = frozenset({"-", "‐", "‑"})


@cache
def verb_types() -> dict[str, str]:
    """Return verb lemma -> type of event."""
    return {verb: name for name, entry in table("events").items() for verb in entry["verbs"]}


@cache
def _frames() -> dict[str, dict[str, Any]]:
    """Return verb -> the objects with which it is of its type."""
    return {verb: frame for frame in table("frames")["frame"] for verb in frame["verbs"]}


def verb_type(verb: Token, named: str) -> str | None:
    """Return the type of event that a verb tells of its object: one fires a shot, and dismisses a clerk.

    Args:
        verb: the verb.
        named: what it is called in the lists, with its particle.
    """
    frame = _ruled_out(verb, named)
    return verb_types().get(named) if frame is None else frame.get("otherwise")


def _ruled_out(verb: Token, named: str) -> dict[str, Any] | None:
    """Return the frame (``lexicon/frames.toml``) of a listed verb whose object rules its type out."""
    frame = _frames().get(named)
    thing = undergoer(verb) if frame is not None else None
    if frame is None or thing is None:
        return None
    if "only" not in frame:
        fits = thing.pos_ not in NOMINAL or lemma(thing) not in frame["never"]
    elif thing.pos_ in NOMINAL:
        fits = lemma(thing) in frame["only"]
    else:
        fits = thing.lower_ not in words("grammar", "personal")
    return None if fits else frame


def means_another(verb: Token) -> bool:
    """Tell whether a verb means nothing that is listed with its object: "struck a deal"."""
    frame = _ruled_out(verb, lemma(verb))
    return frame is not None and "otherwise" not in frame


@cache
def noun_types() -> dict[str, str]:
    """Return noun lemma -> type of event."""
    return {noun: name for name, entry in table("events").items() for noun in entry["nouns"]}


@cache
def undergone() -> frozenset[str]:
    """Return the verbs whose subject is what the event happens to ("five people died")."""
    return frozenset(verb for entry in table("events").values() for verb in entry.get("undergone", ()))


@cache
def state_words() -> frozenset[str]:
    """Return the words for states that exclude others (``lexicon/opposites.toml``)."""
    return frozenset(word for pair in table("opposites")["pairs"] for word in pair)


@cache
def _harmful(kind: str) -> frozenset[str]:
    """Return the "verbs", some with a particle, or "nouns" for harmful acts."""
    types = [entry for entry in table("events").values() if entry.get("harmful")]
    return words("acts", f"harmful_{kind}").union(*(entry[kind] for entry in types))


def harmful_nouns() -> frozenset[str]:
    """Return the nouns for harmful acts."""
    return _harmful("nouns")


def is_participle(token: Token) -> bool:
    """Tell whether a modifier is a participle that the tagger took for an adjective ("the downed plane")."""
    return token.dep_ == "amod" and verb_of(token.lower_) in verb_types()


def verb_of(participle: str) -> str:
    """Return the verb of a word in -ed that is listed, else the word itself."""
    stems = (participle[:-2], participle[:-1], participle[:-3]) if participle.endswith("ed") else ()
    return next((stem for stem in stems if stem in verb_types()), participle)


def verb_lemma(token: Token) -> str:
    """Return the verb's lemma with a word that makes another verb of it: "shoot down", "lead to"."""
    verb = verb_of(token.lower_) if token.pos_ == "ADJ" else lemma(token)
    beside = [one.lower_ for one in children(token, "prt", "advmod", "prep") if not _dates(one)]
    beside += [lemma(one) for one in children(token, "dobj")]
    pairs = [f"{verb} {word}" for word in beside]
    listed = [pair for pair in pairs if pair in verb_types()]
    return next(iter([*listed, *particles(token, "prt"), *_with_preposition(token)]), verb)


def _dates(preposition: Token) -> bool:
    """Tell whether a preposition says when: "fired at dawn"."""
    return any(map(is_time, children(preposition, "pobj")))


def _with_preposition(token: Token) -> list[str]:
    """Return a verb without object with a preposition that makes another verb of it."""
    taken = [] if has(token, "dobj") else particles(token, "prep")
    return [one for one in taken if one in words("grammar", "prepositional")]


def is_typed(verb: Token) -> bool:
    """Tell whether a verb, alone or with its particle, tells an event of a known type."""
    return not {lemma(verb), *particles(verb, "prt", "prep", "advmod")}.isdisjoint(verb_types())


def noun_lemma(token: Token) -> str:
    """Return the noun's lemma; a hyphenated word is one word ("cease-fire" is no fire)."""
    doc, first = token.doc, token.i
    while first >= 2 and doc[first - 1].text in _HYPHENS and not doc[first - 1].whitespace_:
        first -= 2
    if first < token.i:
        return str(doc[first : token.i + 1].text.lower())
    return lemma(token)


def does_harm(verb: Token) -> bool:
    """Tell whether a verb names a harmful act, alone, with its particle, or with a weapon."""
    alone = {lemma(verb)} if _ruled_out(verb, lemma(verb)) is None else set()
    if not (alone | {*particles(verb, "prt", "prep", "dobj")}).isdisjoint(_harmful("verbs")):
        return True
    if lemma(verb) in {"fail", "refuse"}:
        return has(verb, "xcomp")
    armed = lemma(verb) in words("acts", "uses")
    return armed and not lemmas(subtrees(children(verb, "dobj"))).isdisjoint(words("acts", "weapons"))


def judges(verb: Token) -> bool:
    """Tell whether a copula carries a judgement: "is not fair", "was the worst year".

    Nobody can be shown to be wrong about one.
    """
    return lemma(verb) in words("acts", "judging") and any(map(_is_judgement, children(verb, *COMPLEMENTS)))


def _is_judgement(word: Token) -> bool:
    telling = lemma(word) in words("acts", "judged")  # "a good idea" is judged by its adjective
    best = [one for one in children(word, "amod") if telling or one.tag_ == "JJS"]
    said = [word] if lemma(word) in harmful_nouns() else [word, *best]
    if word.pos_ == "NOUN" and lemma(word) in words("acts", "evaluative_nouns"):
        return True
    forms = lemmas(said) | {one.lower_ for one in said}
    return not forms.isdisjoint(words("acts", "evaluative_adjectives"))
