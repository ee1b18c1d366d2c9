"""What a number counts and what happened to it, read from the parse.

The noun counted, the event it suffers (``lexicon/harm.toml``) and the class of person
(``lexicon/categories.toml``). Adjacent words come before the parse tree: a small parser
errs more on "12 dead, 30 hurt" than the order of the words does.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimgraph.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

MODIFIERS = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "advmod", "det", "poss"})
SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass"})
OBJECTS = frozenset({"dobj", "obj", "oprd", "attr"})
NOMINAL = frozenset({"NOUN", "PROPN"})
_HOMES = frozenset({"home", "house", "village"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The number's tokens, the noun counted (if any) and the token that fills the grammatical role."""

    number: "TokenSpan"
    noun: "Token | None"
    anchor: "Token"


@cache
def _events() -> dict[str, dict[str, str]]:
    """Return, for each of verbs, subjects, nouns and states, the map of words to event names."""
    maps: dict[str, dict[str, str]] = {"verbs": {}, "subjects": {}, "nouns": {}, "states": {}, "acts": {}}
    for name, entry in table("harm").items():
        if name in {"tolls", "lives", "between"}:
            continue
        for kind, found in maps.items():
            for word in entry.get(kind, ()):
                found.setdefault(word, name)
    return maps


@cache
def _person_classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    for category, nouns in table("categories").items():
        for noun in nouns:
            classes.setdefault(noun, category)
    return classes


def counts_people(event: str | None) -> bool:
    """Tell whether a bare number with this event counts people ("killing 12")."""
    if event is None:
        return False
    entries = table("harm")
    return any(entries.get(name, {}).get("people", False) for name in (event, *event.split(" and ")))


def only_people(event: str | None) -> bool:
    """Tell whether whatever noun stands with this event must be people or animals."""
    return event is not None and any(
        table("harm").get(name, {}).get("only_people", False) for name in (event, *event.split(" and "))
    )


def of_things(event: str | None) -> str | None:
    """Return the event's name for what is no person: e-mails are "released", not "freed"."""
    return None if event is None else str(table("harm").get(event, {}).get("things", event))


def person_class(word: str) -> str | None:
    """Return the class of a person noun ("soldier", "child", "person"), or None."""
    lower = re.sub(r"men$", "man", word.lower())
    classes = _person_classes()
    return classes.get(lower) or classes.get(lower.removesuffix("s"))


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
    if head.lower_ in _events()["states"] and head.lower_ not in _events()["nouns"]:
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
        if token.pos_ in NOMINAL and token.lower_ not in _events()["states"] | _events()["subjects"]:
            noun = token
        elif noun is not None or token.pos_ not in {"ADJ", "ADV"} or token.lower_ in _events()["states"]:
            break
    return noun


def event_of(counted: Counted, after: int, before: int) -> str | None:
    """Return the name of what happened to the counted, from the nearest sign to the farthest.

    Args:
        counted: what is counted.
        after: index of the first token behind the number phrase.
        before: index of the first token of the number phrase, bounding words included.
    """
    noun = counted.noun
    if noun is not None and (named := _events()["nouns"].get(noun.lemma_.lower())):
        return named
    start = after
    if noun is not None and noun.i >= counted.number.end:
        start = noun.i + 1
    return (
        _state_behind(counted, start)
        or _verb_before(counted, before)
        or _role(counted)
        or _lives(counted)
        or _modifier(noun)
    )


def verb_event(token: "Token", kind: str = "verbs") -> str | None:
    """Return the event of a verb, with its particle where it has one ("shot down", "laid off")."""
    return _with_particle(token, kind) or _events()[kind].get(token.lemma_.lower())


def _with_particle(token: "Token", kind: str) -> str | None:
    """Return the event of a verb with its particle, or with the home it drives people from."""
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ in {"prt", "advmod"} and (event := _events()[kind].get(f"{lemma} {child.lower_}")):
            return event
        if child.lower_ in {"from", "out"} and (event := _events()[kind].get(f"{lemma} from home")):
            return event if any(below.lemma_.lower() in _HOMES for below in child.subtree) else None
    if token.i + 1 < len(token.doc):
        return _events()[kind].get(f"{lemma} {token.nbor().lower_}")
    return None


def _state_behind(counted: Counted, start: int) -> str | None:
    """Read "12 dead", "35 injured", "100 soldiers were killed and wounded" off the order of the words."""
    doc = counted.number.doc
    index = start
    while index < len(doc) and index < start + 6 and _passes(doc[index]):
        index += 1
    if index >= len(doc):
        return None
    token = doc[index]
    particle = token.tag_ in {"VBN", "VBD"} and _with_particle(token, "verbs")
    event = particle or _events()["states"].get(token.lower_) or verb_event(token, "subjects")
    if event is None and token.tag_ in {"VBN", "VBD"}:
        event = verb_event(token)
    if event is None or _acts_on_another(token):
        return None
    return _joined(event, _coordinated_states(doc, index + 1))


def _passes(token: "Token") -> bool:
    return (
        token.lemma_.lower() in table("harm")["between"]["words"]
        or token.pos_ in {"ADV", "AUX"}
        or token.dep_ in {"aux", "auxpass"}
    ) and (token.lower_ not in _events()["states"])


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
        event = _events()["states"].get(token.lower_)
        if event is None and token.tag_ == "VBN":
            event = verb_event(token)
        if event is None or any(
            child.dep_ in {"dobj", "nsubj", "nsubjpass"} and child.i > token.i for child in token.children
        ):
            break
        found.append(event)
        index += 1
    return found


def _joined(first: str, rest: Iterable[str]) -> str:
    """Name several events of one number, in the table's order."""
    names = {first, *rest}
    if len(names) > 1:
        names.discard("shot")  # "shot and killed" is one thing
    if names <= {"killed", "injured", "killed and injured"} and len(names) > 1:
        return "killed and injured"
    order = [name for name in table("harm") if name in names]
    return " and ".join(order)


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
        event = next((_events()["verbs"][stem] for stem in stems if stem in _events()["verbs"]), None)
    if event is None or any(child.dep_ == "auxpass" for child in verb.children):
        return None
    return _with_partner(verb, event)


def _with_partner(verb: "Token", event: str) -> str:
    """Join the verb before "and" that shares the object: "killed or wounded 12 soldiers"."""
    head = verb.head
    if verb.dep_ == "conj" and not any(child.dep_ in OBJECTS for child in head.children):
        partner = verb_event(head)
        passive = any(child.dep_ == "auxpass" for child in head.children)
        if partner and not passive and not any(child.dep_ in SUBJECTS for child in verb.children):
            return _joined(event, [partner])
    return event


def nominal_role(anchor: "Token") -> "tuple[Token, str]":
    """Return the head and the relation of the counted, through coordination and apposition."""
    token = anchor
    for _ in range(4):
        if token.dep_ in {"conj", "appos"} and token.head.pos_ in {*NOMINAL, "NUM", "PRON"}:
            token = token.head
    return token.head, token.dep_


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
        return _joined(event, shared)
    if relation in SUBJECTS:
        return verb_event(head, "subjects") or _suffered(head)
    if relation in OBJECTS and (event := verb_event(head)):
        return _with_partner(head, event)
    if relation == "pobj" and head.lower_ in {"of", "to", "among", "in"}:
        named = head.head.lemma_.lower()
        return _events()["acts"].get(named) or (
            _events()["nouns"].get(named) if head.lower_ in {"of", "among"} else None
        )
    return _relative(counted.noun or counted.anchor)


def _suffered(verb: "Token") -> str | None:
    """Read the harm from a clause of the same subject: "five people were treated after being injured"."""
    for token in verb.subtree:
        being = any(child.dep_ == "auxpass" and child.lower_ == "being" for child in token.children)
        own_subject = any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS for child in token.children)
        if being and not own_subject and (event := verb_event(token)):
            return event
    return None


def _relative(noun: "Token") -> str | None:
    """Read "people who died", "workers, killed in the blast"."""
    for child in noun.children:
        if child.dep_ == "relcl":
            passive = any(grand.dep_ in {"auxpass", "nsubjpass"} for grand in child.children)
            return verb_event(child) if passive else verb_event(child, "subjects")
        if child.dep_ == "acl" and child.tag_ == "VBN":
            return verb_event(child)
    return None


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
        if child.dep_ in {"amod", "compound"} and (event := _events()["states"].get(child.lower_)):
            return event
    return None


@cache
def event_nouns() -> frozenset[str]:
    """Return the nouns that name the event themselves ("death", "injury", "arrest")."""
    return frozenset(_events()["nouns"])


def victim_event(noun: "Token") -> str | None:
    """Return what happens to people when a single person fills the role of the harmed, else None."""
    counted = Counted(noun.doc[noun.i : noun.i + 1], noun, noun)
    event = _role(counted)
    return event if counts_people(event) else None


def canonical_event(lemma: str) -> str:
    """Return the table's name for a verb, or the lemma itself where the table has none."""
    return _events()["verbs"].get(lemma, lemma)


def event_of_noun(noun: "Token") -> str | None:
    """Return the event a noun names ("death" is "killed"), or None."""
    return _events()["nouns"].get(noun.lemma_.lower())
