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
from claimgraph.lexicon import words

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
    told = children(verb, *COMPLEMENTS)
    led = any(one.lemma in words("grammar", "controlling") for one in told)
    says_none = told or subject.dep_ in PASSIVE_SUBJECTS or verb.lemma in {"be", "seem", "appear"}
    free = told and not led and not any(has_word(one, "too", "enough") for one in told)
    agreed = verb.lemma in words("grammar", "resolving")  # "it was decided to"
    open_ = (free or agreed) and any(has(one, "xcomp") for one in (verb, *told))
    clause = open_ or has(verb, "ccomp", "csubj")
    return subject.lower_ == "it" and subject.dep_ in ANY_SUBJECT and bool(says_none) and clause


def inherited(verb: Token) -> Token | None:
    """Return the subject of the verb that governs this one ("used X to shell Y", "accused X of shelling")."""
    if verb.dep_ == "acl" and verb.head.dep_ == "dobj" and is_time(verb.head):
        return bearer(verb.head.head)  # "spent years building it"
    if verb.dep_ == "acl":
        return verb.head if verb.tag_ == "VBG" or (verb.tag_ == "VBN" and not has(verb, "dobj")) else None
    content = verb.dep_ == "ccomp" or (verb.dep_ == "xcomp" and verb.tag_ == "VB")
    told = content and verb.tag_ != "VBG" and not is_infinitive(verb)
    if told and verb.head.lemma in words("acts", "speech"):
        subjects = children(verb.head, *ANY_SUBJECT)  # "anger, she said, was clear"
        of_noun = verb.head.head if verb.head.dep_ == "relcl" else None  # "rules that critics say do harm"
        return subjects[0] if len(subjects) > 1 else of_noun
    if _is_done_by_nobody_named(verb):
        return None
    found = _passed_down(verb)
    climbs = verb.dep_ in _CLIMBING and (verb.dep_ != "prep" or verb.head.pos_ != "VERB")
    return inherited(governor_of(verb)) if found is None and climbs else found


def _passed_down(word: Token) -> Token | None:
    """Return who does what hangs on another word, by that word alone."""
    governor = governor_of(word)
    if word.dep_ in {"xcomp", "conj", "advcl", "ccomp", "acomp", "oprd"}:
        return _of_clause(word, governor)
    if word.dep_ != "prep":
        return None
    if governor.pos_ == "VERB":
        judged = word.lower_ == "for" and governor.lemma in words("grammar", "judging")
        named = word.lower_ == "as" and has(word, "pcomp")  # "defended the rule as saving lives"
        object_ = child(governor, "dobj") if judged or named or word.lower_ in _OF_OBJECT else None
        return object_ or bearer(governor)
    return _of_noun(above(governor, "appos")) if governor.pos_ not in VERBAL else None


def _of_clause(word: Token, governor: Token) -> Token | None:
    """Return who does what a clause tells under another: whom that steers, its agent, or its subject."""
    trailing = word.dep_ == "advcl" and word.tag_ == "VBG"
    found = agent_of(governor) if trailing else None
    thing = child(governor, "dobj") if word.dep_ != "conj" else None
    if thing is not None and found is None and governor.lemma in words("grammar", "steering"):
        fits = has(thing, "acl") if trailing else is_person(thing)  # "saw it hit the wall, causing damage"
        found = thing if fits or word.dep_ == "xcomp" else None
    if found is None and word.dep_ == "xcomp" and governor.lemma in words("grammar", "calling"):
        found = governed(governor, "on", "upon", "for", "to")  # "called on the mayor to resign"
    speech = words("acts", "speech")
    speaks = word.lemma in words("caveats", "refused") | speech - {"be"}  # "said so and did not elaborate"
    if word.dep_ == "conj" and governor.lemma in speech and not speaks:
        found = child(child(governor, "ccomp"), *ANY_SUBJECT)  # "We came," he said, "and saw"
    return found or child(governor, *ANY_SUBJECT)


def _is_done_by_nobody_named(verb: Token) -> bool:
    """Tell whether nobody near does what a verb tells: "suggested leaving", "easy to do", "the goal is"."""
    above, subject = verb.head.lemma, child(verb.head, *ANY_SUBJECT)
    if verb.lower_ == "including" and not has(verb, "prep", among={"by"}):
        return True
    if verb.dep_ == "xcomp" and above in words("grammar", "tough" if verb.tag_ == "VB" else "advising"):
        return True
    if verb.tag_ != "VB" or verb.dep_ not in {"xcomp", "advcl"}:
        return False
    if is_passive(verb.head):  # "the law was passed to protect them", "it was used to kill"
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
    judged = verb.lemma in words("grammar", "judging") and is_person(noun)  # "blasted the vicar for"
    if noun.dep_ == "dobj" and (judged or verb.lemma in words("deeds", "charging")):
        return noun
    return child(verb, *ANY_SUBJECT) or (verb.head if verb.dep_ == "acl" else None)


def undergoer(verb: Token) -> Token | None:
    """Return what a verb is done to: its object, the subject of a passive or of "easy to", or its noun."""
    if verb.dep_ == "amod":
        return verb.head
    tough = verb.dep_ == "xcomp" and verb.head.lemma in words("grammar", "tough")
    found = bearer(verb if is_passive(verb) else verb.head) if tough or is_passive(verb) else None
    return child(verb, "dobj") or found
