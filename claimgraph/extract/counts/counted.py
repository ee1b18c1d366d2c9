"""Which noun a number counts, and how it hangs on its sentence: adjacent words come before the parse tree."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.extract.counts.vocabulary import events_by_word
from claimgraph.extract.grammar.tree import MODIFIERS, NOMINAL, child

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

OBJECTS = frozenset({"dobj", "oprd", "attr"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The number's tokens, the noun counted (if any) and the token that fills the grammatical role."""

    number: "TokenSpan"
    noun: "Token | None"
    anchor: "Token"

    @property
    def role(self) -> "tuple[Token, str]":
        """The head and the relation of the counted, through coordination and apposition."""
        return role_of(self.anchor)


def role_of(anchor: "Token") -> "tuple[Token, str]":
    """Return the head and the relation of a noun or number, through coordination and apposition."""
    token = anchor
    for _ in range(4):
        if token.dep_ in {"conj", "appos"} and token.head.pos_ in {*NOMINAL, "NUM", "PRON"}:
            token = token.head
    return token.head, token.dep_


def find_counted(number: "TokenSpan", after: int) -> Counted:
    """Return what the number counts.

    Args:
        number: the tokens of the bare number.
        after: index in the document of the first token behind the whole number phrase.
    """
    doc, root = number.doc, number.root
    behind = doc[after] if after < len(doc) else None
    if behind is not None and behind.lower_ == "of":
        inner = child(behind, "pobj")
        return Counted(number, inner if inner is not None and inner.pos_ in NOMINAL else None, root)
    noun = _next_noun(doc, after)
    if noun is None and (listed := _included_in(number)) is not None:
        return Counted(number, listed, root)
    if _is_noun_of(number, root.head):
        return Counted(number, root.head, root.head)
    if noun is None:
        return Counted(number, None, root)
    return Counted(number, noun, noun if noun.dep_ not in MODIFIERS else root)


def _included_in(number: "TokenSpan") -> "Token | None":
    """Return the noun that "including" hangs on ("civilian deaths, including at least four overnight")."""
    for token in reversed(number.doc[max(0, number.start - 5) : number.start]):
        if token.lower_ == "including":
            return token.head if token.head.pos_ in NOMINAL else None
        if token.pos_ in {"VERB", *NOMINAL}:
            break
    return None


def _is_noun_of(number: "TokenSpan", head: "Token") -> bool:
    """Tell whether the parser's head is the noun counted and nothing separates the two."""
    if number.root.dep_ not in MODIFIERS or head.i < number.end or head.pos_ not in {*NOMINAL, "ADJ"}:
        return False
    if head.lower_ in events_by_word()["states"] and head.lower_ not in events_by_word()["nouns"]:
        return False
    between = number.doc[number.end : head.i]
    return not any(
        (token.is_punct and token.text not in {"-", '"'}) or token.tag_ in {"VBD", "IN"} for token in between
    )


def _next_noun(doc: "Doc", after: int) -> "Token | None":
    """Return the last noun of the run of adjectives and nouns right behind the number."""
    noun = None
    states, subjects = events_by_word()["states"], events_by_word()["subjects"]
    for token in doc[after : after + 6]:
        if token.pos_ in NOMINAL and token.lower_ not in states and token.lower_ not in subjects:
            noun = token
        elif noun is not None or token.pos_ not in {"ADJ", "ADV"} or token.lower_ in states:
            break
    return noun
