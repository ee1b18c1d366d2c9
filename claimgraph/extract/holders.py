"""Whose losses a figure counts, where the words around the counted noun say it and the noun does not.

"We lost 12 men", "our losses are 12 dead", "Peru has suffered 40 casualties".
"""

from typing import TYPE_CHECKING

from claimgraph.extract import counted as reading
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import side_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST_PERSON = frozenset({"we", "our"})
_CLIMB = 6
"""Steps from the counted to the verb that governs it."""


def loses(verb: "Token") -> bool:
    """Tell whether a verb makes its subject the one that loses."""
    return verb.lemma_.lower() in words("losses", "verbs")


def holder_of(anchor: "Token") -> tuple[bool, str | None]:
    """Return whether a figure counts the speaker's own losses, and the side it names as the loser.

    Args:
        anchor: the token of the figure that fills a grammatical role.

    Returns:
        (True, None) for "we" and "our"; (False, side) for a named side; (False, None) where
        nothing says whose the losses are.
    """
    for subject in _losers(anchor):
        if subject.lower_ in _FIRST_PERSON or _is_the_speaker(subject):
            return True, None
        side = side_of(subject.doc[subject.left_edge.i : subject.i + 1].text)
        if side is not None:
            return False, side
    return False, None


def _is_the_speaker(subject: "Token") -> bool:
    """Tell whether "it" or "they" is whoever reports: "the army said it had lost four men"."""
    if subject.lower_ not in {"it", "they"}:
        return False
    verb = subject.head
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    teller = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    return (
        verb.dep_ == "ccomp"
        and teller is not None
        and teller.i < subject.i
        and teller.pos_ in reading.NOMINAL
    )


def _losers(anchor: "Token") -> "list[Token]":
    """Return who loses: the subject of a losing verb, or the owner of "losses" that a verb measures."""
    verb = anchor.head
    for _ in range(_CLIMB):
        # "12 killed": what they are, unless the parser gives it the losses for a subject
        state = verb.i > anchor.i and verb.tag_ == "VBN" and _subject(verb, anchor) is None
        if verb.pos_ in {"VERB", "AUX"} and verb.dep_ not in {"acl", "relcl"} and not state:
            break
        verb = verb.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return []
    subject = _subject(verb, anchor)
    if subject is None:
        return []
    if loses(verb):
        return [subject]
    losses = [subject, *(child for child in verb.children if child.dep_ == "dobj" and child.i < anchor.i)]
    return [
        child
        for noun in losses
        if noun.lemma_.lower() in words("losses", "nouns")
        for child in noun.children
        if child.dep_ in {"poss", "amod", "compound"}
    ]


def _subject(verb: "Token", anchor: "Token") -> "Token | None":
    """Return the subject of a verb, or of the verb it is coordinated with, before the counted."""
    wanted = reading.SUBJECTS | reading.PASSIVE_SUBJECTS
    for _ in range(_CLIMB):
        helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
        below = [child for one in (verb, *helpers) for child in one.children]
        found = next((child for child in below if child.dep_ in wanted and child.i < anchor.i), None)
        if found is not None or verb.dep_ != "conj":
            return found
        verb = verb.head
    return None


def lost_event(counted: "reading.Counted", category: str | None) -> str | None:
    """Return "killed" for people that are lost as the dead are lost, else None.

    "The brigade lost 40 men" tells deaths. A firm that loses workers or a town that loses
    people over years tells none, and neither does what is lost to a rival or recovered.
    """
    head, relation = reading.nominal_role(counted.anchor)
    passive = relation in reading.PASSIVE_SUBJECTS
    if head.lemma_.lower() != "lose" or not (passive or relation in reading.OBJECTS):
        return None
    noun = counted.noun
    if noun is None or category is None:
        return None
    if category in words("losses", "armed") or noun.lemma_.lower() in words("losses", "fallen"):
        return "killed"
    around = {token.lemma_.lower() for token in noun.sent}
    to_another = any(child.dep_ in {"prep", "dative"} and child.lower_ == "to" for child in head.children)
    if noun.lower_ != "people" or to_another or around & words("losses", "otherwise"):
        return None
    return "killed"
