"""Which event a verb tells, with its particle, its partner in coordination and its clauses."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimgraph.extract.counted.grammar import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS
from claimgraph.extract.counted.vocabulary import events_by_word
from claimgraph.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOMES = frozenset({"home", "house", "village"})


def verb_event(token: "Token", kind: str = "verbs") -> str | None:
    """Return the event of a verb, with its particle where it has one ("shot down", "laid off")."""
    return with_particle(token, kind) or events_by_word()[kind].get(token.lemma_.lower())


def with_particle(token: "Token", kind: str) -> str | None:
    """Return the event of a verb with its particle, or with the home it drives people from."""
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ in {"prt", "advmod"} and (
            event := events_by_word()[kind].get(f"{lemma} {child.lower_}")
        ):
            return event
        if child.lower_ in {"from", "out"} and (event := events_by_word()[kind].get(f"{lemma} from home")):
            return event if any(below.lemma_.lower() in _HOMES for below in child.subtree) else None
    if token.i + 1 < len(token.doc):
        return events_by_word()[kind].get(f"{lemma} {token.nbor().lower_}")
    return None


def joined(first: str, rest: Iterable[str]) -> str:
    """Name several events of one number, in the table's order."""
    names = {first, *rest}
    if len(names) > 1:
        names.discard("shot")  # "shot and killed" is one thing
    if names <= {"killed", "injured", "killed and injured"} and len(names) > 1:
        return "killed and injured"
    order = [name for name in table("harm") if name in names]
    return " and ".join(order)


def with_partner(verb: "Token", event: str) -> str:
    """Join the verb before "and" that shares the object: "killed or wounded 12 soldiers"."""
    head = verb.head
    if verb.dep_ == "conj" and not any(child.dep_ in OBJECTS for child in head.children):
        partner = verb_event(head)
        passive = any(child.dep_ == "auxpass" for child in head.children)
        if partner and not passive and not any(child.dep_ in SUBJECTS for child in verb.children):
            return joined(event, [partner])
    return event


def suffered(verb: "Token") -> str | None:
    """Read the harm from a clause of the same subject: "five people were treated after being injured"."""
    for token in verb.subtree:
        being = any(child.dep_ == "auxpass" and child.lower_ == "being" for child in token.children)
        own_subject = any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS for child in token.children)
        if being and not own_subject and (event := verb_event(token)):
            return event
    return None


def of_relative_clause(noun: "Token") -> str | None:
    """Read "people who died", "workers, killed in the blast"."""
    for child in noun.children:
        if child.dep_ == "relcl":
            passive = any(grand.dep_ in {"auxpass", "nsubjpass"} for grand in child.children)
            return verb_event(child) if passive else verb_event(child, "subjects")
        if child.dep_ == "acl" and child.tag_ == "VBN":
            return verb_event(child)
    return None
