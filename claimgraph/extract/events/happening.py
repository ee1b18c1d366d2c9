"""Whether it was: what is negated, and what is told as possible, future, conditional or demanded."""

from typing import TYPE_CHECKING

from claimgraph.extract.events.grammar import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS
from claimgraph.extract.predicates import NOT_QUITE_NEGATIVE
from claimgraph.model import Factuality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATIONS = frozenset(
    {"no", "never", "not", "n't", "neither", "nor", "nobody", "none", "nothing", "without", "hardly"}
)
POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
INTENTIONS = frozenset(
    {"urge", "call", "demand", "ask", "order", "want", "plan", "threaten", "need", "try", "vow", "promise"}
    | {
        "negotiate",
        "seek",
        "consider",
        "attempt",
        "intend",
        "hope",
        "appeal",
        "mean",
        "aim",
        "offer",
        "agree",
        "decide",
        "prepare",
        "expect",
    }
)
"""Verbs whose infinitive is wished or planned, not done."""


def is_negated(token: "Token") -> bool:
    """Tell whether a predicate is negated: by "not", "never", "no" on an argument, "failed to", "without"."""
    if any(
        child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ in NEGATIONS)
        for child in token.children
        if not _not_quite(child)
    ):
        return True
    if any(child.dep_ == "preconj" and child.lower_ == "neither" for child in token.children):
        return True
    for child in token.children:
        if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS | OBJECTS | {"attr"} and any(
            grandchild.lower_ in {"no", "neither", "none"} for grandchild in child.children
        ):
            return True
        if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS | OBJECTS and child.lower_ in NEGATIONS:
            return True
    head = token.head
    if token.dep_ == "pcomp" and head.lower_ == "without":
        return True
    if _put_aside(token):
        return True
    if token.dep_ == "xcomp" and head.lemma_.lower() in {"fail", "refuse", "decline"}:
        return True
    if token.dep_ == "xcomp":
        return head.lemma_.lower() not in INTENTIONS and is_negated(head)
    if token.dep_ in {"acl", "ccomp"} and head.pos_ == "NOUN":  # "no evidence that there was one"
        return any(child.lower_ == "no" for child in head.children) or is_negated(head.head)
    if token.dep_ == "relcl" and head.dep_ == "attr":  # "is not the one who fired"
        return is_negated(head.head)
    return bool(token.dep_ == "conj" and head != token and _shares_negation(token))


def polarity(*predicates: "Token") -> Polarity:
    """Return "denied" when one of the tokens that make a predicate is negated."""
    return "denied" if any(is_negated(token) for token in predicates) else "affirmed"


def _put_aside(verb: "Token") -> bool:
    """Tell whether a deed is named as what was not done: "rather than offered help", "instead of helping"."""
    start = verb.left_edge.i
    before = verb.doc[max(0, start - 2) : start].text.lower()
    if verb.dep_ not in {"conj", "pcomp", "advcl", "xcomp"}:
        return False
    return before in {"rather than", "instead of"}


def _not_quite(negation: "Token") -> bool:
    """Tell whether a "not" is taken back by the next word: "not only", "not infrequently"."""
    last = negation.i + 1 == len(negation.doc)
    return not last and negation.nbor(1).lower_ in NOT_QUITE_NEGATIVE


def _shares_negation(token: "Token") -> bool:
    """Tell whether "did not A or B" and "neither A nor B" carry the negation over to B."""
    head = token.head
    joined_by_or = any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in head.children)
    return joined_by_or and any(
        child.dep_ == "neg" or (child.dep_ == "preconj" and child.lower_ == "neither")
        for child in head.children
    )


def _only_possible(token: "Token") -> bool:
    """Tell whether an infinitive hangs on an adjective or noun ("enough to win"), or is but possible."""
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)
    if infinitive and (
        token.dep_ in {"acl", "relcl"} or (token.dep_ == "xcomp" and token.head.pos_ not in {"VERB", "AUX"})
    ):
        return True
    return any(child.lower_ in {"possibly", "perhaps", "potentially", "maybe"} for child in token.children)


def factuality(token: "Token") -> Factuality:
    """Return whether the event is told as actual, possible, future, conditional or demanded."""
    auxiliaries = {child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass"}}
    if any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in token.children):
        return "conditional"
    if auxiliaries & FUTURE:
        return "future"
    if _only_possible(token):
        return "possible"
    if auxiliaries & POSSIBLE and "have" not in auxiliaries:
        return "possible"
    if auxiliaries & {"should", "must", "ought"}:
        return "demanded"
    if token.dep_ == "xcomp" and token.head.lemma_.lower() in INTENTIONS:
        return "demanded"
    if (
        token.dep_ in {"advcl", "conj", "xcomp"}
        and token.head != token
        and token.head.pos_ in {"VERB", "AUX"}
    ):
        return factuality(token.head) if token.dep_ != "advcl" else "actual"
    return "actual"
