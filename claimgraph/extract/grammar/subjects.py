"""Who is the subject of a clause: its own, that of the clause it hangs in, or nobody."""

from typing import TYPE_CHECKING

from claimgraph.extract.grammar.nouns import antecedent
from claimgraph.extract.grammar.tree import ANY_SUBJECT, COMPLEMENTS, child, children, has, lemma
from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIMBING = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp", "pobj", "prep"})


def is_existential(verb: "Token") -> bool:
    """Tell whether a verb only says that there is something ("there was no leak")."""
    return lemma(verb) == "be" and has(verb, "expl")


def bearer(verb: "Token") -> "Token | None":
    """Return whom or what a clause is said of, also through control; in "it is clear that" nobody."""
    found = child(verb, *ANY_SUBJECT) or inherited(verb)
    if found is None or stands_for_clause(found):
        return None
    return antecedent(found) or found


def stands_for_clause(subject: "Token") -> bool:
    """Tell whether "it" only holds the place of a clause: "it is hard to say", "it is thought that"."""
    verb = subject.head
    if subject.lower_ != "it" or subject.dep_ not in ANY_SUBJECT:
        return False
    told = children(verb, *COMPLEMENTS)
    led = any(lemma(one) in words("grammar", "controlling") for one in told)
    return has(verb, "ccomp", "csubj") or (bool(told) and not led and has(verb, "xcomp"))


def inherited(verb: "Token") -> "Token | None":
    """Return the subject of the verb that governs this one ("used X to shell Y", "accused X of shelling")."""
    if verb.dep_ == "acl":
        return verb.head if verb.tag_ in {"VBG", "VBN"} else None
    found = _passed_down(verb)
    climbs = verb.dep_ in _CLIMBING and (verb.dep_ != "prep" or verb.head.pos_ != "VERB")
    return inherited(verb.head) if found is None and climbs else found


def _passed_down(word: "Token") -> "Token | None":
    """Return who does what hangs on another word, by that word alone."""
    governor = word.head
    if word.dep_ in {"xcomp", "conj", "advcl", "ccomp"}:
        return child(governor, *ANY_SUBJECT)
    if word.dep_ != "prep":
        return None
    if governor.pos_ == "VERB":
        charged = governor.head if governor.dep_ == "acl" else None  # "a man charged with murdering X"
        return child(governor, "dobj") or child(governor, *ANY_SUBJECT) or charged
    return _of_noun(governor) if governor.pos_ == "NOUN" and governor.dep_ == "dobj" else None


def _of_noun(noun: "Token") -> "Token | None":
    """Return who does what hangs on an object: whoever is accused, or faces it ("faces a charge of")."""
    return noun if lemma(noun.head) in words("deeds", "charging") else child(noun.head, *ANY_SUBJECT)
