"""Who is the subject of a clause: its own, that of the clause it hangs in, or nobody."""

from claimgraph.extract.grammar.nouns import RELATIVE, antecedent, is_person
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    COMPLEMENTS,
    NOMINAL,
    PASSIVE_SUBJECTS,
    VERBAL,
    above,
    child,
    children,
    governed,
    has,
    has_word,
    is_time,
)
from claimgraph.extract.grammar.verbs import agent_of, governor_of, is_finite, is_infinitive, is_passive
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words

_CLIMBING = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp", "pobj", "prep", "acomp", "oprd"})
_OF_OBJECT = frozenset({"of", "from", "into", "with"})
"""Prepositions behind which the object does it ("accused X of"); behind others the subject ("left after")."""


def is_existential(verb: Token) -> bool:
    """Tell whether a verb only says that there is something ("there was no leak")."""
    raised = verb.head if verb.dep_ == "xcomp" else verb  # "there is going to be a vote"
    return verb.lemma == "be" and (has(verb, "expl") or has(raised, "expl"))


def bearer(verb: Token) -> Token | None:
    """Return whom or what a clause is said of, also through control; in "it is clear that" nobody."""
    helpers = (child(one, *ANY_SUBJECT) for one in children(verb, "auxpass"))  # "was better connected"
    own = sorted(children(verb, *ANY_SUBJECT), key=lambda one: one.lower_ in RELATIVE)  # "that he is in"
    found = real(next(filter(None, (*own, *helpers)), None) or _worker(inherited(verb)))
    return None if found is None else antecedent(found) or found


def _worker(noun: Token | None) -> Token | None:
    """Return whose work a noun or clause names: "her work caring for them", "what we did was leave"."""
    works = noun is not None and noun.lemma in words("grammar", "occupying") | {"do"}
    return (child(noun, "poss", "nsubj") or noun) if works else noun


def real(subject: Token | None) -> Token | None:
    """Return a subject unless it only holds the place of a clause, or is a clause taken for one."""
    if subject is None or stands_for_clause(subject):
        return None
    opener = subject.left_edge
    asked = opener.tag_.startswith("W") or opener.dep_ == "mark"  # "what he says matters"
    return None if subject.dep_ == "csubj" and is_finite(subject) and not asked else subject


def performer(verb: Token) -> Token | None:
    """Return whoever does what a verb tells."""
    return agent_of(verb) if is_passive(verb) else bearer(verb)


def stands_for_clause(subject: Token) -> bool:
    """Tell whether a subject only holds the place of a clause: "it is thought that", "the aim is winning"."""
    verb = subject.head
    if subject.lower_ != "it" or subject.dep_ not in ANY_SUBJECT:
        return False
    told = [verb] if verb.pos_ == "ADJ" else children(verb, *COMPLEMENTS)  # "makes it hard to"
    says_none = told or subject.dep_ in PASSIVE_SUBJECTS or verb.lemma in {"be", "seem", "appear"}
    return bool(says_none) and (has(verb, "ccomp", "csubj") or _is_of_infinitive(verb, told))


def _is_of_infinitive(verb: Token, told: list[Token]) -> bool:
    """Tell whether what is told is told of an infinitive: "it is hard to", "it was decided to"."""
    led = any(one.lemma in words("grammar", "controlling") or has_word(one, "too", "enough") for one in told)
    free = verb.lemma in words("grammar", "resolving") or (bool(told) and not led)
    to_do = verb.pos_ == "ADJ" and any(map(is_infinitive, children(verb, "advcl")))
    return free and (to_do or any(has(one, "xcomp") for one in (verb, *told)))


def inherited(verb: Token) -> Token | None:
    """Return the subject of the verb that governs this one ("used X to shell Y", "accused X of shelling")."""
    if verb.dep_ == "acl":
        return _of_participle(verb)
    if _is_said(verb):
        return _said_of(verb.head)
    if _is_done_by_nobody_named(verb):
        return None
    near = child(verb.head, "pobj") if verb.dep_ == "pcomp" else None  # "due to the council choosing it"
    found = near or _passed_down(verb)
    climbs = verb.dep_ in _CLIMBING and (verb.dep_ != "prep" or verb.head.pos_ != "VERB")
    return inherited(governor_of(verb)) if found is None and climbs else found


def _of_participle(verb: Token) -> Token | None:
    """Return who does what is told right behind a noun: "the men fleeing", "spent years building it"."""
    noun, spent = verb.head, above(verb.head, "pobj", "prep")
    if spent.dep_ == "dobj" and (is_time(noun) or noun.lemma in table("things")["money"]):
        return bearer(spent.head)  # "made millions of dollars selling it"
    return noun if verb.tag_ == "VBG" or (verb.tag_ == "VBN" and not has(verb, "dobj")) else None


def _is_said(verb: Token) -> bool:
    """Tell whether a verb is what somebody is said to say, and not to do."""
    content = verb.dep_ == "ccomp" or (verb.dep_ == "xcomp" and verb.tag_ == "VB")
    told = content and verb.tag_ != "VBG" and not is_infinitive(verb)
    return told and verb.head.lemma in words("acts", "speech")


def _said_of(saying: Token) -> Token | None:
    """Return of whom something is said: "anger, she said, was clear", "rules that critics say do harm"."""
    subjects, of_noun = children(saying, *ANY_SUBJECT), saying.head if saying.dep_ == "relcl" else None
    return subjects[0] if len(subjects) > 1 else of_noun


def _passed_down(word: Token) -> Token | None:
    """Return who does what hangs on another word, by that word alone."""
    governor = governor_of(word)
    if word.dep_ in {"xcomp", "conj", "advcl", "ccomp", "acomp", "oprd"}:
        return _of_clause(word, governor)
    if word.dep_ != "prep":
        return None
    if governor.pos_ == "VERB":
        return (child(governor, "dobj") if _is_of_object(word) else None) or bearer(governor)
    return _of_noun(above(governor, "appos")) if governor.pos_ not in VERBAL else None


def _is_of_object(preposition: Token) -> bool:
    """Tell whether the object does what stands behind a preposition: "accused X of", "blamed X for"."""
    judged = preposition.lower_ == "for" and preposition.head.lemma in words("grammar", "judging")
    named = preposition.lower_ == "as" and has(preposition, "pcomp")  # "defended the rule as saving lives"
    return judged or named or preposition.lower_ in _OF_OBJECT


def _of_clause(word: Token, governor: Token) -> Token | None:
    """Return who does what a clause tells under another: whom that steers, its agent, or its subject."""
    found = _steered(word, governor)
    if found is None and word.dep_ == "xcomp" and governor.lemma in words("grammar", "calling"):
        found = governed(governor, "on", "upon", "for", "to")  # "called on the mayor to resign"
    speech = words("acts", "speech")
    speaks = word.lemma in words("caveats", "refused") | speech - {"be"}  # "said so and did not elaborate"
    if word.dep_ == "conj" and governor.lemma in speech and not speaks:
        found = child(child(governor, "ccomp"), *ANY_SUBJECT)  # "We came," he said, "and saw"
    return found or child(governor, *ANY_SUBJECT)


def _steered(word: Token, governor: Token) -> Token | None:
    """Return whom or what a verb steers to a deed, or who does what a deed behind it comes of."""
    trailing = word.dep_ == "advcl" and word.tag_ == "VBG"
    if trailing and (doer := agent_of(governor)) is not None:
        return doer
    thing = child(governor, "dobj") if governor.lemma in words("grammar", "steering") else None
    if thing is None or word.dep_ == "conj":
        return None
    fits = has(thing, "acl") if trailing else is_person(thing)  # "saw it hit the wall, causing damage"
    return thing if fits or word.dep_ == "xcomp" else None


def _is_done_by_nobody_named(verb: Token) -> bool:
    """Tell whether nobody near does what a verb tells: "suggested leaving", "easy to do", "the goal is"."""
    above = verb.head.lemma
    if verb.lower_ == "including" and not has(verb, "prep", among={"by"}):
        return True
    if verb.dep_ == "xcomp" and above in words("grammar", "tough" if verb.tag_ == "VB" else "advising"):
        return True
    return verb.tag_ == "VB" and verb.dep_ in {"xcomp", "advcl"} and _is_free(verb)


def _is_free(verb: Token) -> bool:
    """Tell whether an infinitive is not the subject's: "was passed to protect", "it took days to end"."""
    above, subject = verb.head.lemma, child(verb.head, *ANY_SUBJECT)
    if is_passive(verb.head):
        free = verb.dep_ == "advcl" and above not in words("grammar", "steering")
        return free or above in {"use", "need"}
    if subject is None or above != "be":
        return above == "take" and has(verb.head, "nsubj", among={"it"})
    return subject.lemma in words("grammar", "aims") or not is_infinitive(verb)  # "all they did was wait"


def _of_noun(noun: Token) -> Token | None:
    """Return who does what hangs on an object: whoever is accused, or faces it ("faces a charge of")."""
    owner = child(noun, "poss")
    if owner is not None and owner.pos_ in NOMINAL:  # "the firm's plan for closing"
        return owner
    if noun.dep_ != "dobj" and noun.lemma not in words("denials", "claim_nouns"):
        return None
    verb = next((one for one in noun.ancestors if one.pos_ in VERBAL), noun.head)
    if _is_charged(noun, verb):
        return noun
    return child(verb, *ANY_SUBJECT) or (verb.head if verb.dep_ == "acl" else None)


def _is_charged(noun: Token, verb: Token) -> bool:
    """Tell whether an object is said to have done what follows: "blasted the vicar for", "accused it of"."""
    judged = verb.lemma in words("grammar", "judging") and is_person(noun)
    return noun.dep_ == "dobj" and (judged or verb.lemma in words("deeds", "charging"))


def undergoer(verb: Token) -> Token | None:
    """Return what a verb is done to: its object, the subject of a passive or of "easy to", or its noun."""
    if verb.dep_ == "amod":
        return verb.head
    tough = verb.dep_ == "xcomp" and verb.head.lemma in words("grammar", "tough")
    found = bearer(verb if is_passive(verb) else verb.head) if tough or is_passive(verb) else None
    return child(verb, "dobj") or found
