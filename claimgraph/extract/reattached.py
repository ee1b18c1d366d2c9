"""Clauses that the parser opens with a "that" which is itself what was told.

In "She told police that at first, and later admitted that …" no clause follows the first
"that": it points back, and the next verb is one more of the same subject's.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_JOINTS = frozenset({"and", "but", "then", "yet"})
_BESIDE = frozenset({"advmod", "prep", "npadvmod", "punct", "cc"})
"""What can stand between such a "that" and the joint: "that initially, but"."""
_FARTHEST = 8
"""Words at most from such a "that" to the verb after it."""


def reattached(docs: "Iterable[Doc]") -> "list[Doc]":
    """Return the parsed texts with such pointing words hung on the verb they belong to."""
    read = list(docs)
    for doc in read:
        for token in doc:
            if token.lower_ == "that" and token.dep_ in {"mark", "nsubj", "nsubjpass"}:
                _hang(token)
    return read


def _hang(that: "Token") -> None:
    """Make a "that" without a clause the object of the verb before it, and the next verb its equal."""
    verb, first = that.head, that.head.head
    if verb.dep_ != "ccomp" or verb.tag_ not in _FINITE or not first.i < that.i < verb.i:
        return
    if verb.i - that.i > _FARTHEST or not _is_empty(that, verb):
        return
    joint = next((token for token in that.doc[that.i + 1 : verb.i] if token.lower_ in _JOINTS), None)
    if joint is None:
        return
    for child in [child for child in verb.children if that.i < child.i <= joint.i]:
        child.head = first
    if joint.dep_ == "advmod":
        joint.head = verb
    that.head, that.dep_, that.tag_, that.pos_ = first, "dobj", "DT", "PRON"
    verb.dep_ = "conj"


def _is_empty(that: "Token", verb: "Token") -> bool:
    """Tell whether nothing but time and place stands between the word and a comma before the verb."""
    between = that.doc[that.i + 1 : verb.i]
    others = [child for child in verb.children if child.dep_ in _SUBJECTS and child.i != that.i]
    parts = [child for child in verb.children if that.i < child.i < verb.i]
    aside = all(child.dep_ in _BESIDE | {"aux", "auxpass", "neg"} for child in parts)
    return not others and aside and any(token.text == "," for token in between)


__all__ = ["reattached"]
