"""What a word tells: the type of event of a verb or noun, the lemma it is known by, harm and worth.

Types are those of ``lexicon/events.toml``; states are the words of ``lexicon/opposites.toml``.
"""

from functools import cache
from itertools import chain
from typing import Any

from claimgraph.extract.grammar.nouns import is_person
from claimgraph.extract.grammar.subjects import bearer, performer, undergoer
from claimgraph.extract.grammar.tree import (
    COMPLEMENTS,
    NOMINAL,
    child,
    children,
    following,
    governed,
    has,
    is_half,
    is_time,
    lemmas,
    particles,
    subtrees,
)
from claimgraph.extract.grammar.verbs import is_passive
from claimgraph.extract.parse import SCENE
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.lexicon.deeds import harmful, idioms, noun_types, undergone, verb_types
from claimgraph.lexicon.sides import side_of

_HYPHENS = frozenset({"-", "‐", "‑"})


@cache
def _frames(words_of: str) -> dict[str, dict[str, Any]]:
    """Return verb or noun -> the objects with which it is of its type."""
    return {word: frame for frame in table("frames")["frame"] for word in frame.get(words_of, ())}


def verb_type(verb: Token, named: str) -> str | None:
    """Return the type of event that a verb, so named, tells: one fires a shot, and dismisses a clerk."""
    frame = _ruled_out(verb, named)
    return verb_types().get(named) if frame is None else frame.get("otherwise")


def _ruled_out(verb: Token, named: str) -> dict[str, Any] | None:
    """Return the frame (``lexicon/frames.toml``) of a listed verb whose object rules its type out."""
    frame = _frames("verbs").get(named)
    if frame is None:
        return None
    thing = undergoer(verb) or (bearer(verb) if named in undergone() else None)
    lacking = frame.get("acts", False) and verb.dep_ != "relcl"  # "we suffered", not "the losses we suffered"
    fits = not lacking if thing is None else _fits(frame, thing)
    other = _is_of_scene(verb, frame) or _is_by_another(verb, frame, thing)
    return frame if other or not fits else None


def _is_by_another(verb: Token, frame: dict[str, Any], thing: Token | None) -> bool:
    """Tell whether who does it shows another sense: "was struck by a car", "guards beat Roe"."""
    doer = performer(verb)
    if doer is not None and doer.pos_ == "NOUN":
        return doer.lemma in frame.get("never_by", ())
    rival = thing is not None and thing.pos_ == "PROPN" and not is_passive(verb)
    return rival and "names" in frame  # "he will beat Roe"


def _is_of_scene(token: Token, frame: dict[str, Any]) -> bool:
    """Tell whether the article of a word tells of a scene in which it has another sense."""
    told, scenes = token.doc.known.get(SCENE, frozenset()), table("frames")["scenes"]
    return any(not told.isdisjoint(scenes[name]) for name in frame.get("scene", ()))


def _fits(frame: dict[str, Any], thing: Token) -> bool:
    """Tell whether a word has the sense that a frame is of with this thing."""
    if thing.pos_ in NOMINAL and thing.lemma in frame.get("never", ()):
        return False
    if is_person(thing) or ("persons" in frame and thing.pos_ == "PROPN"):
        return bool(frame.get("persons", "only" not in frame))
    return "only" not in frame or thing.pos_ not in NOMINAL or thing.lemma in frame["only"]


def means_another(verb: Token) -> bool:
    """Tell whether a verb means nothing that is listed with its object: "struck a deal"."""
    frame = _ruled_out(verb, verb.lemma)
    return frame is not None and "otherwise" not in frame


def noun_type(noun: Token) -> str | None:
    """Return the type of event that a noun tells with what stands beside it: no "heart attack" is one."""
    named, of = noun_lemma(noun), governed(noun, "of")
    frame = _frames("nouns").get(named, {})
    beside = lemmas(filter(None, (*children(noun, "compound", "nmod", "amod"), of)))
    fits = "only" not in frame or not beside.isdisjoint(frame["only"])
    owner = child(noun, "poss") if "persons" in frame else None  # "her firing"
    fits = fits and all(_fits(frame, one) for one in filter(None, (of, owner)))
    another = not beside.isdisjoint(frame.get("never", ())) or _is_of_scene(noun, frame)
    return noun_types().get(named) if fits and not another else frame.get("otherwise")


def is_participle(token: Token) -> bool:
    """Tell whether a modifier is a participle that the tagger took for an adjective ("the downed plane")."""
    return token.dep_ == "amod" and verb_of(token.lower_) in verb_types().keys() - {token.lower_}


def verb_of(participle: str) -> str:
    """Return the verb of a word in -ed that is listed, else the word itself."""
    stems = (participle[:-2], participle[:-1], participle[:-3]) if participle.endswith("ed") else ()
    return next((stem for stem in stems if stem in verb_types()), participle)


def verb_lemma(token: Token) -> str:
    """Return the verb's lemma with a word that makes another verb of it: "shoot down", "lead to"."""
    verb = verb_of(token.lower_) if token.pos_ == "ADJ" else token.lemma
    joined = token.i > 1 and is_half(token.doc[token.i - 2])
    verb = f"{following(token, -2)}-{verb}" if joined else verb  # "re-elect"
    beside = [one for one in children(token, "prt", "advmod", "prep") if not is_free(one)]
    forms = [*(one.lower_ for one in beside), *(one.lemma for one in children(token, "dobj", "oprd"))]
    known = verb_types() if has(token, "prt") else {**verb_types(), **idioms()}
    listed = filter(known.__contains__, (f"{verb} {form}" for form in forms))
    links = [] if has(token, "dobj") else children(token, "prep")
    if verb in {"come", "go", "get"}:  # "came in second with half"
        links = [one for one in links if one.i > token.i][:1]
    behind = [*children(token, "advmod", "acomp"), *(one for one in links if not _lasts(one))]
    pairs = (f"{verb} {one.lower_}" for one in behind)
    taken = filter(words("grammar", "prepositional").__contains__, pairs)
    return next(chain(listed, particles(token, "prt"), taken), verb)


def _lasts(preposition: Token) -> bool:
    """Tell whether a preposition says how long ("stood for hours"), and completes no verb."""
    return any(is_time(one) and not has(one, "det") for one in children(preposition, "pobj"))


def is_free(preposition: Token) -> bool:
    """Tell whether a preposition is no part of its verb: "fired at dawn", "went on strike"."""
    things = children(preposition, "pobj")
    return any(map(is_time, things)) or (bool(things) and preposition.head.lemma == "go")


def is_typed(verb: Token) -> bool:
    """Tell whether a verb, alone or with its particle, tells an event of a known type."""
    return not {verb.lemma, *particles(verb, "prt", "prep", "advmod")}.isdisjoint(verb_types())


def noun_lemma(token: Token) -> str:
    """Return the noun's lemma; a hyphenated word is one word ("cease-fire" is no fire)."""
    doc, first = token.doc, token.i
    while first >= 2 and doc[first - 1].text in _HYPHENS and not doc[first - 1].whitespace_:
        first -= 2
    if first < token.i:
        return str(doc[first : token.i + 1].text.lower())
    return token.lemma


def side_before(noun: Token, others: frozenset[str] = frozenset()) -> Token | None:
    """Return the word before a noun that tells whose deed it is: "a Ruritanian attack"; one of others too."""
    beside = children(noun, "amod", "compound", "nmod")
    return next((one for one in beside if side_of(one.text) or one.lemma in others), None)


def does_harm(verb: Token) -> bool:
    """Tell whether a verb names a harmful act, alone, with its particle, or with a weapon."""
    alone = {verb.lemma} if _ruled_out(verb, verb.lemma) is None else set()
    if not (alone | {*particles(verb, "prt", "prep", "dobj")}).isdisjoint(harmful("verbs")):
        return True
    if verb.lemma in {"fail", "refuse"}:
        return has(verb, "xcomp")
    armed = verb.lemma in words("acts", "uses")
    return armed and not lemmas(subtrees(children(verb, "dobj"))).isdisjoint(words("acts", "weapons"))


def judges(verb: Token) -> bool:
    """Tell whether a copula carries a judgement: "is not fair", "was the worst year".

    Nobody can be shown to be wrong about one.
    """
    return verb.lemma in words("acts", "judging") and any(map(_is_judgement, children(verb, *COMPLEMENTS)))


def _is_judgement(word: Token) -> bool:
    telling = word.lemma in words("acts", "judged")  # "a good idea" is judged by its adjective
    best = [one for one in children(word, "amod") if telling or one.tag_ == "JJS"]
    said = [word] if word.lemma in harmful("nouns") else [word, *best]
    if word.pos_ == "NOUN" and word.lemma in words("acts", "evaluative_nouns"):
        return True
    forms = lemmas(said) | {one.lower_ for one in said}
    return not forms.isdisjoint(words("acts", "evaluative_adjectives"))
