"""Two readings of "that" which the parser takes for each other, put right.

In "She told police that at first, and later admitted that …" no clause follows the first
"that": it points back, and the next verb is one more of the same subject's. In "the claim that
forged papers reached the court" a clause does follow, of which "forged" is no verb.
"""

from typing import TYPE_CHECKING

from claimgraph.lexicon import table

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
                _open(token)
    return read


def _open(that: "Token") -> None:
    """Give a noun its clause where the first participle was taken for the verb: "that forged papers …"."""
    taken, noun = that.head, that.head.head
    told = noun.lemma_.lower() in table("cues")["nouns"]["clause"]
    beside = that.i == noun.i + 1 and taken.i == that.i + 1
    if not (told and beside) or taken.dep_ != "relcl" or that.dep_ != "nsubj":
        return
    things = [child for child in taken.children if child.dep_ != "nsubj"]
    if [child.dep_ for child in things] != ["dobj"]:
        return
    thing, after = things[0], things[0].right_edge.i + 1
    verb = that.doc[after] if after < that.sent.end else None
    bare = all(token.pos_ in {"NOUN", "ADJ"} for token in that.doc[taken.i + 1 : after])
    if not bare or verb is None or verb.tag_ not in _FINITE or any(child.i > that.i for child in verb.lefts):
        return
    if noun.dep_ == "nsubj" and noun.head.i == verb.i and _denies(verb.head):
        noun.head, noun.dep_ = verb.head, "dobj"
    if noun.dep_ not in {"dobj", "pobj"}:
        return
    for child in list(verb.lefts):
        child.head = verb.head if verb.head.i != verb.i else noun
    verb.head, verb.dep_ = noun, "acl"
    thing.head, thing.dep_ = verb, "nsubj"
    taken.head, taken.dep_, taken.pos_, taken.tag_ = thing, "amod", "VERB", "VBN"
    that.head, that.dep_, that.pos_, that.tag_ = verb, "mark", "SCONJ", "IN"


def _denies(verb: "Token") -> bool:
    """Tell whether a verb's object is a claim ("rejected her claim"), and no clause its complement."""
    cues = table("acts")["cues"]
    return verb.lemma_.lower() in {*cues["deny"], *cues["deny_claims"]}


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
