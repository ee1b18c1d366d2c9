"""Which noun a number counts: adjacent words come before the parse tree."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.extract.counted.grammar import MODIFIERS, NOMINAL
from claimgraph.extract.counted.vocabulary import events_by_word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan


@dataclass(frozen=True, slots=True)
class Counted:
    """The number's tokens, the noun counted (if any) and the token that fills the grammatical role."""

    number: "TokenSpan"
    noun: "Token | None"
    anchor: "Token"


def find_counted(number: "TokenSpan", after: int) -> Counted:
    """Return what the number counts.

    Args:
        number: the tokens of the bare number.
        after: index in the document of the first token behind the whole number phrase.
    """
    doc, root = number.doc, number.root
    behind = doc[after] if after < len(doc) else None
    if (
        behind is not None
        and behind.lower_ == "more"
        and after + 1 < len(doc)
        and doc[after + 1].lower_ == "of"
    ):
        behind = doc[after + 1]
    if behind is not None and behind.lower_ == "of":
        inner = next((child for child in behind.children if child.dep_ == "pobj"), None)
        noun = inner if inner is not None and inner.pos_ in NOMINAL else None
        if noun is not None and noun.i + 1 < len(doc) and doc[noun.i + 1].tag_ == "POS":
            noun = _next_noun(doc, noun.i + 2) or noun
        return Counted(number, noun, root)
    head = root.head
    if (listed := _included_in(number)) is not None and _next_noun(doc, after) is None:
        return Counted(number, listed, root)
    if _is_noun_of(number, head):
        return Counted(number, head, head)
    noun = _next_noun(doc, after)
    if noun is None:
        return Counted(number, None, root)
    anchor = noun if noun.dep_ not in MODIFIERS or root.head == root else root
    return Counted(number, noun, anchor)


def _included_in(number: "TokenSpan") -> "Token | None":
    """Return the noun that "including" hangs on ("civilian deaths, including at least four overnight")."""
    doc = number.doc
    for token in reversed(doc[max(0, number.start - 5) : number.start]):
        if token.lower_ == "including":
            return token.head if token.head.pos_ in NOMINAL else None
        if token.pos_ in {"VERB", *NOMINAL}:
            return None
    return None


def _is_noun_of(number: "TokenSpan", head: "Token") -> bool:
    """Tell whether the parser's head is the noun counted and nothing separates the two."""
    if number.root.dep_ not in MODIFIERS or head.i < number.end or head.pos_ not in {*NOMINAL, "ADJ"}:
        return False
    if head.lower_ in events_by_word()["states"] and head.lower_ not in events_by_word()["nouns"]:
        return False
    between = number.doc[number.end : head.i]
    return not any(
        (token.is_punct and token.text not in {"-", "“", '"'}) or token.tag_ in {"VBD", "VBZ", "VBP", "IN"}
        for token in between
    )


def _next_noun(doc: "Doc", after: int) -> "Token | None":
    """Return the last noun of the run of adjectives and nouns right behind the number."""
    noun = None
    for token in doc[after : after + 6]:
        if (
            token.pos_ in NOMINAL
            and token.lower_ not in events_by_word()["states"] | events_by_word()["subjects"]
        ):
            noun = token
        elif (
            noun is not None or token.pos_ not in {"ADJ", "ADV"} or token.lower_ in events_by_word()["states"]
        ):
            break
    return noun
