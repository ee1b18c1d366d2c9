"""Who did it and to whom: the agent and the patient of a verb, through passives, relatives and control."""

from typing import TYPE_CHECKING

from claimgraph.extract.events.grammar import (
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    first_child,
    noun_phrase,
    object_of,
)
from claimgraph.extract.events.vocabulary import undergone, verb_lemma
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import sides_in

if TYPE_CHECKING:
    from spacy.tokens import Token


def type_by_construction(token: "Token", lemma: str) -> str | None:
    """Return the type of a verb that its construction decides: "there was …", "the town fell"."""
    if is_existential(token):
        return "exist"
    named = any(child.dep_ in SUBJECTS and child.pos_ == "PROPN" for child in token.children)
    alone = not any(
        child.dep_ in {*OBJECTS, "prep", "npadvmod", "prt", "acomp", "attr"} for child in token.children
    )
    return "capture" if lemma == "fall" and named and alone else None


def is_existential(token: "Token") -> bool:
    """Tell whether a verb only says that there is something ("there was no leak")."""
    return token.lemma_.lower() == "be" and any(child.dep_ == "expl" for child in token.children)


def verb_roles(token: "Token") -> "tuple[Token | None, Token | None]":
    """Return agent and patient heads of a verb, through passives, relatives and control."""
    if token.dep_ in {"amod", "compound"}:  # also a gerund hung on its object ("denied dumping waste")
        governed = token.tag_ == "VBG" and token.head.dep_ == "pobj" and token.head.head.dep_ == "prep"
        return inherited_subject(token.head.head) if governed else None, token.head
    if is_existential(token):
        return None, first_child(token, frozenset({"attr", "nsubj", "dobj"}))
    if _is_there(token):
        return doer_from(token), _object(token, None)
    passive = _is_passive(token)
    if not passive and (
        verb_lemma(token) in undergone() or type_by_construction(token, token.lemma_.lower()) == "capture"
    ):
        return None, _antecedent(first_child(token, SUBJECTS) or inherited_subject(token), token)
    subject = first_child(token, PASSIVE_SUBJECTS if passive else SUBJECTS)
    if subject is None:
        subject = inherited_subject(token)
    subject = _antecedent(subject, token)
    if passive or _is_reduced_passive(token):
        by = first_child(token, frozenset({"agent"}))
        patient = token.head if token.dep_ == "acl" and subject is None else subject
        return (first_child(by, frozenset({"pobj"})) if by is not None else None), patient
    return subject, _object(token, subject)


def _is_there(token: "Token") -> bool:
    """Tell whether the parser made a verb of what there was ("there was shelling from the coast")."""
    return token.tag_ == "VBG" and any(
        child.dep_ == "expl" and child.lower_ == "there" for child in token.children
    )


def doer_from(deed: "Token") -> "Token | None":
    """Return the side from which a deed came: "fire from Norlandic posts", not "fire from the hill"."""
    place = object_of(deed, frozenset({"from"}))
    words_of = " ".join(token.text for token in noun_phrase(place)) if place is not None else ""
    return place if any(side for _, _, side in sides_in(words_of)) else None


def _is_reduced_passive(token: "Token") -> bool:
    """Tell "the town struck by shells" from a whole clause: "reports that they had struck the town"."""
    own = {"aux", *SUBJECTS}
    return token.dep_ == "acl" and token.tag_ == "VBN" and not any(c.dep_ in own for c in token.children)


def _object(token: "Token", subject: "Token | None") -> "Token | None":
    """Return what an active verb acts on: its object, or that of its preposition ("fired shells at X")."""
    particle = verb_lemma(token).partition(" ")[2]
    found = first_child(token, OBJECTS)
    if particle and (
        found is None or found.lemma_.lower() == particle or object_of(token, frozenset({particle}))
    ):
        return object_of(token, frozenset({particle, "of", "at", "on", "against", "over"}))
    if found is None:
        found = object_of(token, frozenset({"on", "at", "against"}))
    if found is None and token.lemma_.lower() in words("generic", "partnered"):
        found = object_of(token, frozenset({"with", "for", "to"}))
    if found is None and token.dep_ == "relcl" and subject != token.head:
        return token.head
    return found


def _is_passive(token: "Token") -> bool:
    """Tell whether a verb is passive, also as the second of two ("were killed and injured")."""
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in token.children):
        return True
    alone = not any(child.dep_ in {"aux", *SUBJECTS} for child in token.children)
    return (
        token.dep_ == "conj"
        and token.tag_ == "VBN"
        and alone
        and token.head != token
        and _is_passive(token.head)
    )


def inherited_subject(token: "Token") -> "Token | None":
    """Return the subject of the verb that governs this one ("used X to shell Y", "accused X of shelling")."""
    seen, current = 0, token
    while seen < 4 and current.head != current:
        seen += 1
        if current.dep_ == "acl":
            return current.head if current.tag_ == "VBG" else None
        if current.dep_ in {"pcomp", "prep"}:
            governor = current.head
            if governor.pos_ == "VERB" and current.dep_ == "prep":
                return first_child(governor, frozenset({"dobj"})) or first_child(
                    governor, SUBJECTS | PASSIVE_SUBJECTS
                )
            if (
                governor.pos_ in {"NOUN", "PROPN"} and governor.dep_ == "dobj"
            ):  # "accused the firm of dumping"
                return governor
            current = governor
            continue
        if current.dep_ not in {"xcomp", "conj", "advcl", "ccomp"}:
            return None
        current = current.head
        subject = first_child(current, SUBJECTS | PASSIVE_SUBJECTS)
        if subject is not None:
            return subject
    return None


def _antecedent(subject: "Token | None", verb: "Token") -> "Token | None":
    """Return what a relative pronoun stands for."""
    if subject is not None and subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return verb.head
    return subject
