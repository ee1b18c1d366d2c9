"""Whether what a verb tells is told as a fact: actual, possible, future, conditional or demanded.

A clause without tense is as real as what governs it lets it be: "managed to flee" was done, "wanted to
flee" was not. So the verb above is asked first, up to one that has tense (Saurí and Pustejovsky 2012).
"""

from typing import TYPE_CHECKING

from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    AUXILIARIES,
    VERBAL,
    above,
    children,
    has,
    lemma,
)
from claimgraph.extract.grammar.verbs import (
    DUTY,
    FUTURE,
    POSSIBLE,
    is_conditional,
    is_finite,
    is_infinitive,
    is_perfect,
    modal_of,
    negation_of,
)
from claimgraph.lexicon import words
from claimgraph.model import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOVERNED = frozenset({"ccomp", "xcomp", "conj", "advcl", "relcl", "acl"})
_CLOSING = frozenset("\"'”’)»") | {"''"}
_COMPLETES = frozenset({"xcomp", "ccomp", "advcl"})


def factuality(verb: "Token") -> Factuality:
    """Return whether a deed is told as actual, possible, future, conditional or demanded."""
    helpers = children(verb, *AUXILIARIES)
    modal = modal_of(verb, helpers)
    if is_conditional(verb) or is_conditional(above(verb, "conj")):
        return "conditional"
    if _is_asked(verb):
        return "possible"
    if modal in FUTURE:
        return "conditional" if modal == "would" and is_perfect(helpers) else "future"
    if verb.dep_ == "xcomp" and verb.head.lower_ == "about":
        return "future"
    if _is_possible(verb, modal, {one.lower_ for one in helpers}):
        return "possible"
    if modal in DUTY or _is_order(verb):
        return "demanded"
    return _governed_factuality(verb)


def _is_asked(verb: "Token") -> bool:
    """Tell whether a sentence asks: who asks tells nothing."""
    last = verb.sent[-1]
    while last.i > verb.sent.start and last.text in _CLOSING:
        last = last.nbor(-1)
    return last.text == "?"


def _is_order(verb: "Token") -> bool:
    """Tell whether a verb orders: "Vote for me", "and let them know"."""
    first = verb.head if verb.dep_ == "conj" and verb.head.tag_ == "VB" else verb
    free = first.tag_ == "VB" and first.dep_ in {"ROOT", "ccomp", "parataxis"}
    helped = any(lemma(one) != "do" for one in children(first, *AUXILIARIES))  # "do not go"
    return free and not helped and not has(first, *ANY_SUBJECT)


def _governed_factuality(verb: "Token") -> Factuality:
    """Return the factuality of a plain verb: its own, or what governs it leaves to it."""
    head = verb.head
    if verb.dep_ == "pcomp":
        return _behind_preposition(head)
    own = verb.dep_ == "conj" and is_finite(verb) and has(verb, "nsubj")
    if own or head.pos_ not in VERBAL or verb.dep_ not in _COMPLETES | {"conj"}:
        return "actual"
    if verb.dep_ == "conj":
        return factuality(head)
    if verb.dep_ != "xcomp" and is_finite(verb):
        wished = verb.dep_ == "ccomp" and lemma(head) in words("grammar", "wishing")
        return "possible" if wished else "actual"
    return _completed(verb, head)


def _completed(verb: "Token", head: "Token") -> Factuality:
    """Return what a verb leaves of the clause without tense that completes it."""
    word, bare = lemma(head), verb.tag_ == "VB"
    if word == "go" and head.tag_ == "VBG":
        return "future"
    if word in words("grammar", "foretelling") and bare:
        return "future"
    if word in words("grammar", "intending") or (
        is_infinitive(verb) and word in words("grammar", "obliging")
    ):
        return "demanded"
    past = is_perfect(children(verb, *AUXILIARIES))
    if not bare or past or word in words("grammar", "realising"):
        return factuality(head)
    return "demanded" if verb.dep_ == "advcl" else "possible"


def factuality_of_noun(noun: "Token") -> Factuality:
    """Return whether a deed told by a noun is actual: "a call for talks" tells none."""
    if noun.dep_ == "pobj":
        return _behind_preposition(noun.head)
    head = noun.head
    if head.pos_ not in VERBAL:
        return "actual"
    word = lemma(head)
    if noun.dep_ == "dobj" and word not in words("grammar", "doing"):
        if word in words("grammar", "foretelling"):
            return "future"
        if word in words("grammar", "intending"):
            return "demanded"
    return factuality(head)


def _behind_preposition(preposition: "Token") -> Factuality:
    """Return the factuality of a deed behind a preposition: "by firing" is as real as what was done by it."""
    head = preposition.head
    if lemma(head) in words("grammar", "envisaging"):
        return "possible"
    if preposition.lower_ == "for" and lemma(head) in words("grammar", "intending"):
        return "demanded"
    means = preposition.lower_ in {"by", "through", "in", "while"} and head.pos_ in VERBAL
    return factuality(head) if means else "actual"


def _is_possible(verb: "Token", modal: str | None, helpers: set[str]) -> bool:
    """Tell whether something is but possible: "may have", "enough to win"; "could not have" is a fact."""
    if "to" in helpers and (
        verb.dep_ in {"acl", "relcl"} or (verb.dep_ == "xcomp" and verb.head.pos_ not in VERBAL)
    ):
        return True
    if modal in POSSIBLE:
        return "have" not in helpers or modal in {"may", "might"} or negation_of(verb) is None
    return any(one.lower_ in words("deeds", "perhaps") for one in verb.children)


def is_told_as_fact(verb: "Token") -> bool:
    """Tell whether a predicate is asserted: not possible, supposed, planned, feared or asked for."""
    if factuality(verb) != "actual":
        return False
    if verb.dep_ == "pcomp" and lemma(verb.head.head) in words("deeds", "charging"):
        return False
    return _is_upheld(verb)


def _is_upheld(verb: "Token") -> bool:
    """Tell whether nothing that governs a verb takes it for less than a fact."""
    if verb.dep_ not in _GOVERNED or (verb.dep_ == "conj" and is_finite(verb)):
        return True
    if verb.dep_ == "ccomp" and lemma(verb.head) in words("deeds", "not_as_fact"):
        return False
    fact = verb.dep_ in {"advcl", "relcl", "acl"} or factuality(verb.head) == "actual"
    return fact and _is_upheld(verb.head)
