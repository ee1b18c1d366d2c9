"""The few questions on the dependency parse that reading an event comes down to."""

from typing import TYPE_CHECKING

from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "oprd"})


def noun_phrase(head: "Token") -> "list[Token]":
    """Return the head with its modifiers, without relative clauses and appositions, contiguous."""
    keep = {head.i}
    for child in head.children:
        if (
            child.dep_ in {"det", "amod", "compound", "poss", "nmod", "nummod", "quantmod", "case", "neg"}
            and child.i < head.i
        ):
            keep.update(token.i for token in child.subtree)
        elif child.dep_ == "prep" and child.lower_ in {"of", "in", "near", "from"} and child.i > head.i:
            keep.update(token.i for token in child.subtree if token.dep_ not in {"relcl", "advcl"})
    low = high = head.i
    while low - 1 in keep:
        low -= 1
    while high + 1 in keep:
        high += 1
    return [head.doc[index] for index in range(low, high + 1)]


def first_child(token: "Token", labels: frozenset[str]) -> "Token | None":
    """Return the first child that hangs on a token in one of these ways."""
    return next((child for child in token.children if child.dep_ in labels), None)


def object_of(token: "Token", prepositions: frozenset[str]) -> "Token | None":
    """Return the object of the first of these prepositions that hangs on the token, unless it is a time."""
    for child in token.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            found = first_child(child, frozenset({"pobj"}))
            if found is not None and found.lemma_.lower() not in words("generic", "calendar"):
                return found
    return None
