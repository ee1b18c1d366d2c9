"""What happened to the counted, from the nearest sign to the farthest."""

from typing import TYPE_CHECKING

from claimgraph.extract.counted.grammar import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, nominal_role
from claimgraph.extract.counted.nouns import Counted
from claimgraph.extract.counted.verbs import (
    joined,
    of_relative_clause,
    suffered,
    verb_event,
    with_particle,
    with_partner,
)
from claimgraph.extract.counted.vocabulary import counts_people, events_by_word
from claimgraph.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def event_of(counted: Counted, after: int, before: int) -> str | None:
    """Return the name of what happened to the counted, from the nearest sign to the farthest.

    Args:
        counted: what is counted.
        after: index of the first token behind the number phrase.
        before: index of the first token of the number phrase, bounding words included.
    """
    noun = counted.noun
    if noun is not None and (named := events_by_word()["nouns"].get(noun.lemma_.lower())):
        return named
    start = after
    if noun is not None and noun.i >= counted.number.end:
        start = noun.i + 1
    if _only_named(counted):
        return None
    return (
        _state_behind(counted, start)
        or _verb_before(counted, before)
        or _role(counted)
        or _lives(counted)
        or _modifier(noun)
    )


def _only_named(counted: Counted) -> bool:
    """Tell whether it is said what became of some of the harmed: "six guards killed on duty were named"."""
    head, relation = nominal_role(counted.anchor)
    return relation in PASSIVE_SUBJECTS and head.lemma_.lower() in table("harm")["afterwards"]["verbs"]


def _state_behind(counted: Counted, start: int) -> str | None:
    """Read "12 dead", "35 injured", "100 soldiers were killed and wounded" off the order of the words."""
    doc = counted.number.doc
    index = start
    while index < len(doc) and index < start + 6 and _passes(doc[index]):
        index += 1
    if index >= len(doc):
        return None
    token = doc[index]
    particle = token.tag_ in {"VBN", "VBD"} and with_particle(token, "verbs")
    event = particle or events_by_word()["states"].get(token.lower_) or verb_event(token, "subjects")
    if event is None and token.tag_ in {"VBN", "VBD"}:
        event = verb_event(token)
    if event is None or _acts_on_another(token):
        return None
    return joined(event, _coordinated_states(doc, index + 1))


def _passes(token: "Token") -> bool:
    return (
        token.lemma_.lower() in table("harm")["between"]["words"]
        or token.pos_ in {"ADV", "AUX"}
        or token.dep_ in {"aux", "auxpass"}
    ) and (token.lower_ not in events_by_word()["states"])


def _acts_on_another(verb: "Token") -> bool:
    """Tell whether the verb is active with an object of its own: the counted did it to another."""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return (
        verb.tag_ == "VBD"
        and not passive
        and any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
    )


def _coordinated_states(doc: "Doc", index: int) -> list[str]:
    """Return the events that share the number: "killed and injured", "killed, wounded or missing"."""
    found: list[str] = []
    while index < len(doc):
        token = doc[index]
        if token.lower_ in {"and", "or", ",", "and/or", "/"} or token.pos_ == "ADV":
            index += 1
            continue
        event = events_by_word()["states"].get(token.lower_)
        if event is None and token.tag_ == "VBN":
            event = verb_event(token)
        if event is None or any(
            child.dep_ in {"dobj", "nsubj", "nsubjpass"} and child.i > token.i for child in token.children
        ):
            break
        found.append(event)
        index += 1
    return found


def _verb_before(counted: Counted, before: int) -> str | None:
    """Read "killing 12", "Kills 10" where the verb touches the number phrase."""
    if before == 0:
        return None
    verb = counted.number.doc[before - 1]
    if verb.pos_ in {"ADP", "ADV", "PART", "ADJ", "SCONJ", "CCONJ", "DET"}:
        return None  # "down 12 points" downs nothing
    event = verb_event(verb)
    if event is None:
        lower = verb.lower_
        stems = (
            lower.removesuffix("s"),
            lower.removesuffix("ing"),
            lower.removesuffix("ed"),
            lower.removesuffix("d"),
        )
        event = next(
            (events_by_word()["verbs"][stem] for stem in stems if stem in events_by_word()["verbs"]), None
        )
    if event is None or any(child.dep_ == "auxpass" for child in verb.children):
        return None
    return with_partner(verb, event)


def _role(counted: Counted) -> str | None:
    """Read the event off the verb or noun that the counted depends on."""
    head, relation = nominal_role(counted.anchor)
    if relation in PASSIVE_SUBJECTS and (event := verb_event(head)):
        shared = [
            name
            for child in head.children
            if child.dep_ == "conj"
            and not any(grand.dep_ in SUBJECTS | PASSIVE_SUBJECTS | OBJECTS for grand in child.children)
            if (name := verb_event(child))
        ]
        return joined(event, shared)
    if relation in SUBJECTS:
        return verb_event(head, "subjects") or suffered(head)
    if relation in OBJECTS and (event := verb_event(head)):
        return with_partner(head, event)
    if relation == "pobj" and head.lower_ in {"of", "to", "among", "in"}:
        named = head.head.lemma_.lower()
        return events_by_word()["acts"].get(named) or (
            events_by_word()["nouns"].get(named) if head.lower_ in {"of", "among"} else None
        )
    return of_relative_clause(counted.noun or counted.anchor)


def _lives(counted: Counted) -> str | None:
    """Read "claimed 300 lives" and "lost their lives"."""
    lives = table("harm")["lives"]
    head, _ = nominal_role(counted.anchor)
    if (
        counted.noun is not None
        and counted.noun.lower_ in lives["words"]
        and head.lemma_.lower() in lives["verbs"]
    ):
        return "killed"
    if head.lemma_.lower() == "lose" and any(
        child.dep_ == "dobj" and child.lower_ in lives["words"] for child in head.children
    ):
        return "killed"
    return None


def _modifier(noun: "Token | None") -> str | None:
    """Read "12 injured passengers"."""
    if noun is None:
        return None
    for child in noun.children:
        if child.dep_ in {"amod", "compound"} and (event := events_by_word()["states"].get(child.lower_)):
            return event
    return None


def victim_event(noun: "Token") -> str | None:
    """Return what happens to people when a single person fills the role of the harmed, else None."""
    counted = Counted(noun.doc[noun.i : noun.i + 1], noun, noun)
    event = _role(counted)
    return event if counts_people(event) else None
