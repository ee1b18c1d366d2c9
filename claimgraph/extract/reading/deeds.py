"""The deeds inside a claim's content, one by one: verbs, nouns for deeds, and states of things.

A proposition's ``predicate`` is a class of ``lexicon/events.toml`` where the verb or noun is in one,
else the lemma of the claim's main predicate, so that any verb can be compared with itself.
Roles come from the dependency parse; a role nobody fills is None.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from claimgraph.extract.grammar.nouns import antecedent, doer_of
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    COMPLEMENTS,
    MODIFIERS,
    NOMINAL,
    OBJECTS,
    VERBAL,
    above,
    child,
    children,
    governed,
    has,
    has_word,
    lemma,
    particles,
)
from claimgraph.extract.grammar.verbs import agent_of, factuality, is_passive, is_undone_by, polarity
from claimgraph.extract.reading.participants import Passage
from claimgraph.extract.reading.vocabulary import (
    is_participle,
    noun_lemma,
    noun_types,
    state_words,
    undergone,
    verb_lemma,
    verb_types,
)
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Proposition

PATIENT_PREPOSITIONS = ("of", "on", "against", "upon")
PLACE_PREPOSITIONS = ("in", "at", "near", "around", "across", "outside", "inside", "toward", "towards")
_STATED = frozenset({"ROOT", "appos", "conj", "attr", *OBJECTS, *ANY_SUBJECT})
_CLIMBING = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp", "prep"})
_MAIN = frozenset({"ROOT", "ccomp", "conj", "pcomp", "xcomp"})


def deeds(passage: Passage) -> Iterator[Proposition]:
    """Yield the deeds and states in the words of one claim, in text order."""
    for token in passage.tokens:
        if (state := _state(token)) is not None:
            yield _state_told(passage, token, state)
        elif token.pos_ in VERBAL or is_participle(token):
            kind = _kind(token, passage)
            if kind is not None:
                yield _verb_told(passage, token, kind)
        elif token.pos_ in NOMINAL and (kind := noun_types().get(noun_lemma(token))):
            yield _noun_told(passage, token, kind)


def _state(token: Token) -> str | None:
    """Return the state that a word tells: "was undamaged", "were grounded", "went smoothly"."""
    word = str(token.lower_)
    if token.pos_ == "ADJ" and token.dep_ in COMPLEMENTS:
        return word if word in state_words() else lemma(token)
    told = token.tag_ in {"VBN", "JJ", "VBD"} and token.dep_ not in {"amod", "conj"}
    if token.dep_ == "advmod" and token.head.pos_ == "VERB" and not told:
        told, word = True, word.removesuffix("ly")
    return word if told and word in state_words() else None


def _kind(verb: Token, passage: Passage) -> str | None:
    """Return the type of a verb; where it has none, the main verb itself unless it tells no deed."""
    if _is_existential(verb):
        return "exist"
    found = verb_types().get(verb_lemma(verb))
    if found is not None or verb.pos_ != "VERB" or not _is_main(verb, passage):
        return found
    named = next(iter(particles(verb, "prt")), verb_lemma(verb))  # "turn over"
    return None if named in words("grammar", "light") else named


def _is_main(verb: Token, passage: Passage) -> bool:
    """Tell whether a verb is what the claim says, as "mines laid by rebels" says who laid them."""
    if verb.dep_ == "acl":
        return has(verb, "agent")
    return verb.dep_ in _MAIN or verb.head not in passage.tokens


def _is_existential(verb: Token) -> bool:
    """Tell whether a verb only says that there is something ("there was no leak")."""
    return lemma(verb) == "be" and has(verb, "expl")


def _verb_told(passage: Passage, verb: Token, kind: str) -> Proposition:
    agent, patient = _roles(verb)
    typed = verb_lemma(verb) in verb_types() or kind == "exist"
    return Proposition(
        predicate=kind,
        trigger=passage.span(verb),
        lemma=verb_lemma(verb) if typed else kind,
        agent=passage.participant(agent),
        patient=passage.participant(patient),
        instrument=passage.participant(governed(verb, "with", "using")),
        place=passage.participant(governed(verb, *PLACE_PREPOSITIONS)),
        polarity=polarity(verb),
        factuality=factuality(verb),
        background=_in_passing(verb),
    )


def _in_passing(verb: Token) -> bool:
    """Tell whether a verb stands in a relative clause or only modifies a noun ("the downed plane")."""
    if verb.dep_ == "amod":
        return verb.tag_ != "VBG"
    first = above(verb, "conj", "xcomp")
    return first.dep_ == "relcl" and first.head.dep_ != "attr"


def _noun_told(passage: Passage, noun: Token, kind: str) -> Proposition:
    sides = (one for one in children(noun, "amod", "compound", "nmod") if side_of(one.text))
    undone = has_word(noun, "no", "without", "neither", "never", "not") or is_undone_by(noun)
    patient = governed(noun, *PATIENT_PREPOSITIONS)
    return Proposition(
        predicate=kind,
        trigger=passage.span(noun),
        lemma=lemma(noun),
        agent=passage.participant(doer_of(noun) or child(noun, "poss") or next(sides, None)),
        patient=passage.participant(None if patient is not None and patient.lower_ == "part" else patient),
        place=passage.participant(governed(noun, *PLACE_PREPOSITIONS)),
        polarity="denied" if undone else "affirmed",
        factuality=factuality(noun.head) if noun.head.pos_ in VERBAL else "actual",
        background=not _is_stated(noun),
    )


def _is_stated(noun: Token) -> bool:
    """Tell whether a deed told by a noun is what the clause is about, not a circumstance of it."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in {"of", "for", "by", "to"}
    return noun.dep_ in _STATED


def _state_told(passage: Passage, token: Token, state: str) -> Proposition:
    """Return a state of the subject."""
    own = child(token, *ANY_SUBJECT)  # "were grounded" is parsed as a passive
    verb = token if own is not None else token.head
    return Proposition(
        predicate=state,
        trigger=passage.span(token),
        lemma=state,
        patient=passage.participant(_subject(verb)),
        polarity=polarity(verb, token),
        factuality=factuality(verb),
    )


def _roles(verb: Token) -> tuple[Token | None, Token | None]:
    """Return agent and patient heads of a verb, through passives, relatives and control."""
    if verb.dep_ in MODIFIERS:  # also a gerund hung on its object ("denied dumping waste")
        governs = verb.tag_ == "VBG" and verb.head.dep_ == "pobj"
        return _inherited(verb.head.head) if governs else None, verb.head
    if _is_existential(verb):
        return None, child(verb, "attr", "nsubj", "dobj")
    subject = _subject(verb)
    if is_passive(verb):
        return agent_of(verb), subject or (verb.head if verb.dep_ == "acl" else None)
    return (None, subject) if verb_lemma(verb) in undergone() else (subject, _object(verb, subject))


def _object(verb: Token, subject: Token | None) -> Token | None:
    """Return what an active verb acts on: its object, or that of its preposition ("fired shells at X")."""
    particle = verb_lemma(verb).partition(" ")[2]
    found = child(verb, *OBJECTS)
    if particle and (found is None or lemma(found) == particle or governed(verb, particle)):
        return governed(verb, particle, "of", "at", "on", "against", "over")
    partners = ("with", "for", "to") if lemma(verb) in words("generic", "partnered") else ()
    found = found or governed(verb, "on", "at", "against", *partners)
    return verb.head if found is None and verb.dep_ == "relcl" and subject != verb.head else found


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb, its own or inherited; of "who" whom it stands for."""
    found = child(verb, *ANY_SUBJECT) or _inherited(verb)
    return (antecedent(found) or found) if found is not None else None


def _inherited(verb: Token) -> Token | None:
    """Return the subject of the verb that governs this one ("used X to shell Y", "accused X of shelling")."""
    if verb.dep_ == "acl":
        return verb.head if verb.tag_ == "VBG" else None
    found = _passed_down(verb)
    climbs = verb.dep_ in _CLIMBING and (verb.dep_ != "prep" or verb.head.pos_ != "VERB")
    return _inherited(verb.head) if found is None and climbs else found


def _passed_down(word: Token) -> Token | None:
    """Return who does what hangs on another word, by that word alone."""
    governor = word.head
    if word.dep_ in {"xcomp", "conj", "advcl", "ccomp"}:
        return child(governor, *ANY_SUBJECT)
    if word.dep_ == "prep" and governor.pos_ == "VERB":
        return child(governor, "dobj") or child(governor, *ANY_SUBJECT)
    noun = word.dep_ in {"pcomp", "prep"} and governor.pos_ == "NOUN" and governor.dep_ == "dobj"
    return governor if noun else None
