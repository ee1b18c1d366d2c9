"""Who is the subject of a clause: its own, that of the clause it hangs in, or nobody."""

from typing import TYPE_CHECKING

from claimgraph.extract.grammar.nouns import antecedent
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    COMPLEMENTS,
    PASSIVE_SUBJECTS,
    VERBAL,
    above,
    child,
    children,
    governed,
    has,
    lemma,
)
from claimgraph.extract.grammar.verbs import agent_of, is_passive
from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIMBING = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp", "pobj", "prep", "acomp", "oprd"})
_OF_OBJECT = frozenset({"of", "for", "from", "into", "with"})
"""Prepositions behind which the object does it ("accused X of"); behind others the subject ("left after")."""


def is_existential(verb: "Token") -> bool:
    """Tell whether a verb only says that there is something ("there was no leak")."""
    return lemma(verb) == "be" and has(verb, "expl")


def bearer(verb: "Token") -> "Token | None":
    """Return whom or what a clause is said of, also through control; in "it is clear that" nobody."""
    helpers = (child(one, *ANY_SUBJECT) for one in children(verb, "auxpass"))  # "was better connected"
    found = child(verb, *ANY_SUBJECT) or next(filter(None, helpers), None) or inherited(verb)
    found = real(found)
    return None if found is None else antecedent(found) or found


def real(subject: "Token | None") -> "Token | None":
    """Return a subject unless it only holds the place of a clause."""
    return None if subject is None or stands_for_clause(subject) else subject


def performer(verb: "Token") -> "Token | None":
    """Return whoever does what a verb tells."""
    return agent_of(verb) if is_passive(verb) else bearer(verb)


def stands_for_clause(subject: "Token") -> bool:
    """Tell whether "it" only holds the place of a clause: "it is hard to say", "it is thought that"."""
    verb = subject.head
    told = children(verb, *COMPLEMENTS)
    led = any(lemma(one) in words("grammar", "controlling") for one in told)
    says_none = told or subject.dep_ in PASSIVE_SUBJECTS or lemma(verb) in {"be", "seem", "appear"}
    clause = has(verb, "ccomp", "csubj") or (bool(told) and not led and has(verb, "xcomp"))
    return subject.lower_ == "it" and subject.dep_ in ANY_SUBJECT and bool(says_none) and clause


def inherited(verb: "Token") -> "Token | None":
    """Return the subject of the verb that governs this one ("used X to shell Y", "accused X of shelling")."""
    if verb.dep_ == "acl":
        return verb.head if verb.tag_ == "VBG" or (verb.tag_ == "VBN" and not has(verb, "dobj")) else None
    if _is_done_by_nobody_named(verb):
        return None
    found = _passed_down(verb)
    climbs = verb.dep_ in _CLIMBING and (verb.dep_ != "prep" or verb.head.pos_ != "VERB")
    return inherited(verb.head) if found is None and climbs else found


def _passed_down(word: "Token") -> "Token | None":
    """Return who does what hangs on another word, by that word alone."""
    governor = word.head
    if word.dep_ in {"xcomp", "conj", "advcl", "ccomp", "acomp", "oprd"}:
        return _of_clause(word, governor)
    if word.dep_ != "prep":
        return None
    if governor.pos_ == "VERB":
        object_ = child(governor, "dobj") if word.lower_ in _OF_OBJECT else None
        return object_ or bearer(governor)
    return _of_noun(above(governor, "appos")) if governor.pos_ not in VERBAL else None


def _of_clause(word: "Token", governor: "Token") -> "Token | None":
    """Return who does what a clause tells under another: whom that steers, its agent, or its subject."""
    found = None
    if word.dep_ == "advcl" and word.tag_ == "VBG":
        found = governed(governor, "by")
    elif word.dep_ == "xcomp" and lemma(governor) in words("grammar", "steering"):
        found = child(governor, "dobj")
    if found is None and word.dep_ == "xcomp" and lemma(governor) in words("grammar", "calling"):
        found = governed(governor, "on", "upon", "for", "to")  # "called on the mayor to resign"
    return found or child(governor, *ANY_SUBJECT)


def _is_done_by_nobody_named(verb: "Token") -> bool:
    """Tell whether nobody near does what a verb tells: "suggested leaving", "the goal is to win"."""
    above, subject = verb.head, child(verb.head, *ANY_SUBJECT)
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp":
        return lemma(above) in words("grammar", "advising")
    if verb.tag_ != "VB" or subject is None or verb.dep_ not in {"xcomp", "advcl"}:
        return False
    aims = lemma(above) == "be" and lemma(subject) in words("grammar", "aims")
    return aims or (lemma(above) == "take" and subject.lower_ == "it")


def _of_noun(noun: "Token") -> "Token | None":
    """Return who does what hangs on an object: whoever is accused, or faces it ("faces a charge of")."""
    if noun.dep_ != "dobj" and lemma(noun) not in words("denials", "claim_nouns"):
        return None
    verb = next((one for one in noun.ancestors if one.pos_ in VERBAL), noun.head)
    if noun.dep_ == "dobj" and lemma(verb) in words("deeds", "charging"):
        return noun
    return child(verb, *ANY_SUBJECT) or (verb.head if verb.dep_ == "acl" else None)


def undergoer(verb: "Token") -> "Token | None":
    """Return what a verb is done to: its object, the subject of a passive, or what a participle modifies."""
    if verb.dep_ == "amod":
        return verb.head
    return child(verb, "dobj") or (bearer(verb) if is_passive(verb) else None)
