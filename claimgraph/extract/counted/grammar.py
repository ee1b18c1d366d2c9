"""The names of the parser for what stands around a number, and how the counted hangs on its sentence."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

MODIFIERS = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "advmod", "det", "poss"})
SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass"})
OBJECTS = frozenset({"dobj", "obj", "oprd", "attr"})
NOMINAL = frozenset({"NOUN", "PROPN"})


def nominal_role(anchor: "Token") -> "tuple[Token, str]":
    """Return the head and the relation of the counted, through coordination and apposition."""
    token = anchor
    for _ in range(4):
        if token.dep_ in {"conj", "appos"} and token.head.pos_ in {*NOMINAL, "NUM", "PRON"}:
            token = token.head
    return token.head, token.dep_
