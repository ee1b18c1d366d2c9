"""The deeds inside a claim's content, one by one: verbs, nouns for deeds, and states of things.

A proposition's ``predicate`` is a class of ``lexicon/events.toml`` where the verb or noun is in one,
else the lemma of the claim's main predicate, so that any verb can be compared with itself.
Roles come from the dependency parse; a role nobody fills is None.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimgraph.extract.grammar.nouns import antecedent, doer_of
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    COMPLEMENTS,
    MODIFIERS,
    OBJECTS,
    VERBAL,
    child,
    children,
    governed,
    has,
    has_word,
    lemma,
)
from claimgraph.extract.grammar.verbs import agent_of, factuality, is_passive, is_undone_by, polarity
from claimgraph.extract.parse import Paragraph
from claimgraph.extract.reading.participants import Teller, participant
from claimgraph.extract.reading.vocabulary import (
    event_words,
    is_participle,
    main_lemma,
    noun_lemma,
    state_words,
    undergone,
    verb_lemma,
)
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

PATIENT_PREPOSITIONS = ("of", "on", "against", "upon")
PLACE_PREPOSITIONS = ("in", "at", "near", "around", "across", "outside", "inside", "toward", "towards")
_DEEPEST = 4
_STATED = frozenset({"ROOT", "appos", "conj", "attr", *OBJECTS, *ANY_SUBJECT})
_MAIN = frozenset({"ccomp", "conj", "pcomp", "xcomp"})


def deeds(paragraph: Paragraph, inside: "Sequence[Token]", teller: Teller) -> Iterator[Proposition]:
    """Yield the deeds and states among the tokens of one claim, in text order."""
    indices = {token.i for token in inside}
    for token in inside:
        if (state := _state(token)) is not None:
            yield _state_told(paragraph, token, state, teller)
        elif token.pos_ in VERBAL or is_participle(token):
            top = token.head.i not in indices or token.head.i == token.i
            kind = _kind(token, main=top or token.dep_ in _MAIN)
            if kind is not None:
                yield _verb_told(paragraph, token, kind, teller)
        elif token.pos_ in {"NOUN", "PROPN"} and (kind := event_words()[1].get(noun_lemma(token))):
            yield _noun_told(paragraph, token, kind, teller)


def _state(token: "Token") -> str | None:
    """Return the state that a word tells: "was undamaged", "were grounded", "went smoothly"."""
    if token.pos_ == "ADJ" and token.dep_ in COMPLEMENTS:
        return lemma(token) if token.lower_ not in state_words() else str(token.lower_)
    if token.tag_ in {"VBN", "JJ", "VBD"} and token.dep_ not in {"amod", "conj"}:
        return token.lower_ if token.lower_ in state_words() else None
    adverb = token.lower_.removesuffix("ly")
    told = token.dep_ == "advmod" and token.head.pos_ == "VERB" and adverb in state_words()
    return adverb if told else None


def _kind(verb: "Token", *, main: bool) -> str | None:
    """Return the type of a verb; where it has none, the main verb itself unless it tells no deed."""
    if _is_existential(verb):
        return "exist"
    found = event_words()[0].get(verb_lemma(verb))
    if verb.dep_ == "acl":  # "mines laid by rebels"
        main = has(verb, "agent")
    if found is not None or not main or verb.pos_ != "VERB":
        return found
    named = main_lemma(verb)
    return None if named in words("grammar", "light") else named


def _is_existential(verb: "Token") -> bool:
    """Tell whether a verb only says that there is something ("there was no leak")."""
    return lemma(verb) == "be" and has(verb, "expl")


def _verb_told(paragraph: Paragraph, verb: "Token", kind: str, teller: Teller) -> Proposition:
    agent, patient = _roles(verb)
    typed = verb_lemma(verb) in event_words()[0] or kind == "exist"
    return Proposition(
        predicate=kind,
        trigger=paragraph.span([verb]),
        lemma=verb_lemma(verb) if typed else kind,
        agent=participant(paragraph, agent, teller),
        patient=participant(paragraph, patient, teller),
        instrument=participant(paragraph, governed(verb, "with", "using"), teller),
        place=participant(paragraph, governed(verb, *PLACE_PREPOSITIONS), teller),
        polarity=polarity(verb),
        factuality=factuality(verb),
        background=_in_passing(verb),
    )


def _in_passing(verb: "Token") -> bool:
    """Tell whether a verb stands in a relative clause or only modifies a noun ("the downed plane")."""
    if verb.dep_ == "amod":
        return verb.tag_ != "VBG"
    while verb.dep_ in {"conj", "xcomp"} and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "relcl" and verb.head.dep_ != "attr"


def _noun_told(paragraph: Paragraph, noun: "Token", kind: str, teller: Teller) -> Proposition:
    sides = (one for one in children(noun, "amod", "compound", "nmod") if side_of(one.text))
    agent = doer_of(noun) or child(noun, "poss") or next(sides, None)
    undone = has_word(noun, "no", "without", "neither", "never", "not") or is_undone_by(noun)
    return Proposition(
        predicate=kind,
        trigger=paragraph.span([noun]),
        lemma=lemma(noun),
        agent=participant(paragraph, agent, teller),
        patient=participant(paragraph, _undergoer(noun), teller),
        place=participant(paragraph, governed(noun, *PLACE_PREPOSITIONS), teller),
        polarity="denied" if undone else "affirmed",
        factuality=factuality(noun.head) if noun.head.pos_ in VERBAL else "actual",
        background=not _is_stated(noun),
    )


def _undergoer(noun: "Token") -> "Token | None":
    found = governed(noun, *PATIENT_PREPOSITIONS)
    return None if found is not None and found.lower_ == "part" else found


def _is_stated(noun: "Token") -> bool:
    """Tell whether a deed told by a noun is what the clause is about, not a circumstance of it."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in {"of", "for", "by", "to"}
    return noun.dep_ in _STATED


def _state_told(paragraph: Paragraph, token: "Token", state: str, teller: Teller) -> Proposition:
    """Return a state of the subject."""
    own = child(token, *ANY_SUBJECT)  # "were grounded" is parsed as a passive
    verb = token if own is not None else token.head
    return Proposition(
        predicate=state,
        trigger=paragraph.span([token]),
        lemma=state,
        patient=participant(paragraph, own or child(verb, *ANY_SUBJECT) or _inherited(verb), teller),
        polarity=polarity(verb, token),
        factuality=factuality(verb),
    )


def _roles(verb: "Token") -> "tuple[Token | None, Token | None]":
    """Return agent and patient heads of a verb, through passives, relatives and control."""
    if verb.dep_ in MODIFIERS:  # also a gerund hung on its object ("denied dumping waste")
        governs = verb.tag_ == "VBG" and verb.head.dep_ == "pobj"
        return _inherited(verb.head.head) if governs else None, verb.head
    if _is_existential(verb):
        return None, child(verb, "attr", "nsubj", "dobj")
    subject = child(verb, *ANY_SUBJECT) or _inherited(verb)
    subject = (antecedent(subject) or subject) if subject is not None else None
    if is_passive(verb):
        return agent_of(verb), verb.head if verb.dep_ == "acl" and subject is None else subject
    if verb_lemma(verb) in undergone():
        return None, subject
    return subject, _object(verb, subject)


def _object(verb: "Token", subject: "Token | None") -> "Token | None":
    """Return what an active verb acts on: its object, or that of its preposition ("fired shells at X")."""
    particle = verb_lemma(verb).partition(" ")[2]
    found = child(verb, *OBJECTS)
    if particle and (found is None or lemma(found) == particle or governed(verb, particle)):
        return governed(verb, particle, "of", "at", "on", "against", "over")
    found = found or governed(verb, "on", "at", "against")
    if found is None and lemma(verb) in words("generic", "partnered"):
        found = governed(verb, "with", "for", "to")
    if found is None and verb.dep_ == "relcl" and subject != verb.head:
        return verb.head
    return found


def _inherited(verb: "Token") -> "Token | None":
    """Return the subject of the verb that governs this one ("used X to shell Y", "accused X of shelling")."""
    current = verb
    for _ in range(_DEEPEST):
        governor = current.head
        if current.dep_ == "acl":
            return governor if current.tag_ == "VBG" else None
        if current.dep_ == "prep" and governor.pos_ == "VERB":
            return child(governor, "dobj") or child(governor, *ANY_SUBJECT)
        if current.dep_ in {"xcomp", "conj", "advcl", "ccomp"}:
            subject = child(governor, *ANY_SUBJECT)
            if subject is not None:
                return subject
        elif current.dep_ not in {"pcomp", "prep"}:
            return None
        elif governor.pos_ == "NOUN" and governor.dep_ == "dobj":
            return governor
        current = governor
    return None
