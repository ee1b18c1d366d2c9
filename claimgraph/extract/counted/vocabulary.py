"""The words for harm (``lexicon/harm.toml``) and the classes of people (``lexicon/categories.toml``)."""

import re
from functools import cache
from typing import TYPE_CHECKING

from claimgraph.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def events_by_word() -> dict[str, dict[str, str]]:
    """Return, for each of verbs, subjects, nouns and states, the map of words to event names."""
    maps: dict[str, dict[str, str]] = {"verbs": {}, "subjects": {}, "nouns": {}, "states": {}, "acts": {}}
    for name, entry in table("harm").items():
        if name in {"tolls", "lives", "between", "afterwards"}:
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


@cache
def event_nouns() -> frozenset[str]:
    """Return the nouns that name the event themselves ("death", "injury", "arrest")."""
    return frozenset(events_by_word()["nouns"])


def canonical_event(lemma: str) -> str:
    """Return the table's name for a verb, or the lemma itself where the table has none."""
    return events_by_word()["verbs"].get(lemma, lemma)


def event_of_noun(noun: "Token") -> str | None:
    """Return the event a noun names ("death" is "killed"), or None."""
    return events_by_word()["nouns"].get(noun.lemma_.lower())
