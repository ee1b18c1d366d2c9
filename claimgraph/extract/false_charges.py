"""A rule that reads a denial where somebody else's charge is called false in passing."""

from typing import TYPE_CHECKING

from claimgraph.extract.statements import Statement
from claimgraph.extract.verdicts import Verdict
from claimgraph.lexicon import words
from claimgraph.model import Act

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_false_accusation(statement: Statement) -> Verdict | None:
    """Somebody else's charge is called false in passing: "they make baseless accusations against us".

    It must be a certain charge, "these", "his" or made by somebody: whoever warns of "false
    claims" answers nobody, and whoever made them himself admits it.
    """
    for noun in statement.tokens:
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in words("denials", "charge_nouns"):
            continue
        false = next(
            (
                word
                for word in _modifiers(noun)
                if word.lemma_.lower() in words("denials", "falsity_adjectives")
            ),
            None,
        )
        if false is not None and _is_certain(statement, noun):
            return Verdict(Act.DENY, "denied", "content: a charge called false", (false, noun))
    return None


def _modifiers(noun: "Token") -> "list[Token]":
    """Return the adjectives before a noun, those coordinated with them too."""
    first = [child for child in noun.children if child.dep_ in {"amod", "compound"} and child.i < noun.i]
    return first + [below for word in first for below in word.children if below.dep_ == "conj"]


def _is_certain(statement: Statement, noun: "Token") -> bool:
    """Tell whether a charge is one that was made: pointed at, somebody's, or made by another."""
    for child in noun.children:
        if child.dep_ == "poss":
            return not statement.is_self(child)
        if child.dep_ == "det" and child.lower_ in {"these", "those", "this"}:
            return True
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in words("denials", "charging"):
        return False
    real = not any(child.dep_ in {"neg", "mark"} or child.tag_ == "MD" for child in verb.children)
    doer = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return real and doer is not None and not statement.is_self(doer)
