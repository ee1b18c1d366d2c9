"""Roles that take one filler: with which weapon, from which cause, aimed at whom, held by whom."""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from claimgraph.extract.grammar.nouns import is_ruled_out
from claimgraph.extract.grammar.reality import is_told_as_fact
from claimgraph.extract.grammar.tree import VERBAL, child, children, governed, has, has_word
from claimgraph.extract.grammar.verbs import (
    agent_of,
    doer_and_undergone,
    is_negated,
    is_passive,
    polarity,
    subject_of,
)
from claimgraph.extract.reading.participants import Passage
from claimgraph.extract.reading.vocabulary import does_harm, verb_lemma
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.lexicon.deeds import harmful, verb_types
from claimgraph.lexicon.sorts import sort_of
from claimgraph.model import Participant, Polarity, Proposition

Filled = Iterator[tuple[str, Token | None, Token | None]]
"""Role, filler, and what it is of."""
_ALSO = frozenset({"be", "arm", "blame", "attribute", "result", "stem", "set"})
"""Verbs that tell it by their construction."""
_NAMED = frozenset({"target", "holder", "first"})
"""Roles that are told apart by who is named, not by the sort of thing."""


def fillers(passage: Passage) -> Iterator[Proposition]:
    """Yield who fills such a role in the words of one claim."""
    cue = dict.fromkeys(one.head for one in passage.tokens if one.head not in passage.tokens)
    for verb in (*filter(_blames, cue), *passage.tokens):
        tells = verb.lemma in _telling() and (verb.pos_ in VERBAL or verb.dep_ == "amod")
        if tells and is_told_as_fact(verb):
            roles = (_weapons, _causes, _targets, _holders, _beginners)
            for told in chain.from_iterable(read(verb) for read in roles):
                yield from _filled(passage, verb, *told)
            yield from _aimed(passage, verb)


def _blames(verb: Token) -> bool:
    return verb.lemma in {"blame", "attribute"}


def _filled(
    passage: Passage, verb: Token, role: str, filler: Token | None, of: Token | None
) -> Iterator[Proposition]:
    """Yield what fills a role, what is said not to ("a revolver, not a pistol"), and who so is armed."""
    if filler is None or of is None:
        return
    for token in (filler, *filter(is_ruled_out, children(filler, "conj", "appos"))):
        phrase = _filling(passage, role, token)
        denied = is_ruled_out(token) or (token is filler and is_negated(verb))
        if phrase is not None:
            how: Polarity = "denied" if denied else "affirmed"
            told = passage.answer((role, phrase.text), verb.lemma, phrase.span, of, how)
            yield told.model_copy(update={"agent": phrase}) if role in _NAMED else told
            if role == "weapon" and verb.lemma in words("deeds", "holding") and not denied:
                yield told.model_copy(update={"predicate": "armed", "value": "armed"})


def _filling(passage: Passage, role: str, token: Token) -> Participant | None:
    """Return what fills a role; None where it is nothing of the sort."""
    phrase = passage.described(token)
    if role not in _NAMED and sort_of(phrase.text, role) is None:
        return None
    own = role == "holder" and token.lower_ in {"it", "they"}  # "the army said it had taken the town"
    return phrase.model_copy(update={"side": passage.teller.side}) if own else phrase


def _weapons(verb: Token) -> Filled:
    """Yield what somebody held, was hit with, or the weapon was."""
    word, held, holder = verb.lemma, child(verb, "dobj"), subject_of(verb)
    having = words("deeds", "having") - words("deeds", "holding")
    if word in having | words("deeds", "holding") and _is_weapon(held, always=word in having):
        yield "weapon", held, holder
    if word == "arm":
        yield "weapon", governed(verb, "with"), holder or verb.head
    if word in words("deeds", "harming"):
        tool = governed(verb, "with", "using") or agent_of(verb)
        yield "weapon", tool, child(verb, "nsubjpass", "dobj")
        yield "weapon", tool, None if is_passive(verb) else holder
    named = child(verb, "attr")  # "the gun was a toy", "it was a rifle"
    weapon = named if has(verb, "nsubj", among={"it"}) else holder
    if word == "be" and _is_weapon(weapon, always=True):
        yield "weapon", named, holder


def _causes(verb: Token) -> Filled:
    """Yield what is said to have brought something about."""
    word, subject = verb_lemma(verb), subject_of(verb)
    doer, undergone = doer_and_undergone(verb)
    if word in words("deeds", "causing") | words("deeds", "breaking") or _damages(word):
        yield "cause", doer, undergone
    if _damages(word) and undergone is None:  # "crashed because of a fault"
        yield "cause", governed(verb, "because"), subject
    if verb.lemma == "set":
        yield "cause", doer, _set_alight(verb)
    if _blames(verb):
        yield "cause", governed(verb, "on", "to"), undergone
        yield "cause", undergone, governed(verb, "for")
    if word in words("deeds", "causing") | {"set"}:  # "was started deliberately"
        yield from (("cause", how, undergone) for how in children(verb, "advmod"))
    if word in {"be", "result", "stem"}:
        yield from _put_down_to(verb, subject)


def _put_down_to(verb: Token, subject: Token | None) -> Filled:
    """Yield what caused something: "arson was behind it", "it was due to ice", "resulted from a fall"."""
    yield "cause", subject, governed(verb, "behind")
    named = [one for one in children(verb, "acomp", "attr") if one.lemma in {"due", "result", "consequence"}]
    told = (governed(one, "to", "of") for one in named) if verb.lemma == "be" else [governed(verb, "from")]
    yield from (("cause", one, subject) for one in told)


def _set_alight(verb: Token) -> Token | None:
    """Return what a verb sets alight: "set the barn on fire", "set fire to it", "the barn was set ablaze"."""
    thing = child(verb, "dobj", "nsubjpass")
    if thing is not None and thing.lemma == "fire":
        return governed(verb, "to") or governed(thing, "to")
    lit = has_word(verb, *words("deeds", "alight")) or (governed(verb, "on") or verb).lemma == "fire"
    return thing if lit else None


def _targets(verb: Token) -> Filled:
    """Yield whom a shot was meant for."""
    word, subject, meant = verb.lemma, subject_of(verb), child(verb, "attr")
    aims = word in words("deeds", "aiming")
    called = word == "be" and meant is not None and meant.lower_ == "target"
    if not (aims or called) or not any(map(_harms, verb.doc)):
        return  # advertisers and taxes have targets too
    if aims:
        yield "target", _aimed_at(verb), subject
    if called:
        yield "target", subject, meant


def _harms(token: Token) -> bool:
    """Tell whether a word tells a shot or another harm."""
    listed = words("deeds", "shooting") | harmful("nouns")
    return token.lemma in listed or (token.pos_ == "VERB" and does_harm(token))


def _holders(verb: Token) -> Filled:
    """Yield who holds a place, or took it: "troops held the village", "the hill was captured by rebels"."""
    doer, place = doer_and_undergone(verb)
    control = child(verb, "dobj") or governed(verb, "in")
    if control is not None and control.lemma == "control" and verb.lemma in words("deeds", "controlling"):
        place = governed(control, "of", "over")
    elif verb_lemma(verb) not in words("deeds", "holding_ground") or has(verb, "prep", among={"to"}):
        return
    if place is not None and (place.pos_ == "PROPN" or place.lemma in table("things")["territory"]):
        yield "holder", doer, place


def _aimed_at(verb: Token) -> Token | None:
    """Return whom a verb says somebody aimed at, was meant for, or meant to hit."""
    word = verb.lemma
    if word == "aim":
        return governed(verb, "at", "for") or governed(child(verb, "dobj"), "at", "for")
    if is_passive(verb):
        return governed(verb, "for")
    meant = (one for one in children(verb, "xcomp") if one.lemma in words("deeds", "hitting"))
    return child(next(meant, None), "dobj")


def _aimed(passage: Passage, verb: Token) -> Iterator[Proposition]:
    """Yield whether a shot was fired at people or into the air."""
    shooter, up = subject_of(verb), governed(verb, "in", "into")
    if shooter is None or not _shoots(verb):
        return
    airward = up is not None and up.lemma in words("deeds", "air")
    said = up if airward else governed(verb, "at", "on", "into", "upon")
    if said is not None:
        told, at = ("aim", "in the air" if airward else "at people"), passage.span(verb, *said.subtree)
        yield passage.answer(told, verb.lemma, at, shooter, polarity(verb))


def _shoots(verb: Token) -> bool:
    """Tell whether a verb tells a shot: "opened fire", but no door is opened, and no price shoots up."""
    shot = verb.lemma in words("deeds", "shooting") and (verb.lemma != "open" or has_word(verb, "fire"))
    return shot and not is_passive(verb) and not has(verb, "prt")


def _beginners(verb: Token) -> Filled:
    """Yield who began a fight: "fired first", "started the shooting"."""
    doer, fought = doer_and_undergone(verb)
    harm = fought is not None and _harms(fought)
    fights = verb.lemma in words("deeds", "shooting") | words("deeds", "hitting")
    first = fights and any(one.lower_ == "first" and one.i > verb.i for one in children(verb, "advmod"))
    if first or (harm and verb.lemma in words("deeds", "beginning")):
        yield "first", doer, fought if harm else verb


def _is_weapon(noun: Token | None, *, always: bool = False) -> bool:
    """Tell whether a noun names a weapon; if asked, one that is nothing else: a club may be of people."""
    if noun is None or (always and noun.lemma in words("deeds", "double")):
        return False
    return sort_of(noun.lemma, "weapon") not in {"toy", "harmless", "any", None}


@cache
def _telling() -> frozenset[str]:
    """Return the verbs that can tell who fills such a role, without their particles."""
    harm = ("harming", "causing", "breaking", "aiming", "shooting", "beginning")
    lists = (*harm, "holding", "having", "holding_ground", "controlling")
    listed = _ALSO.union(filter(_damages, verb_types()), *(words("deeds", name) for name in lists))
    return frozenset(verb.split()[0] for verb in listed)


def _damages(verb: str) -> bool:
    """Tell whether a verb tells an event that a natural or technical cause can bring about."""
    return verb_types().get(verb) in words("deeds", "damaging")
