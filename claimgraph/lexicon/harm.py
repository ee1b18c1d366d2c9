"""The words for harm (``harm.toml``) and the classes of people (``categories.toml``)."""

import re
from functools import cache

from claimgraph.lexicon import table

_NOT_EVENTS = frozenset({"tolls", "between", "lives"})


@cache
def events_by_word() -> dict[str, dict[str, str]]:
    """Return, for each kind of word of ``lexicon/harm.toml``, the map of words to event names."""
    kinds = ("verbs", "subjects", "nouns", "acts", "states", "with")
    maps: dict[str, dict[str, str]] = {kind: {} for kind in kinds}
    for name, entry in table("harm").items():
        for kind, found in maps.items():
            for word in () if name in _NOT_EVENTS else entry.get(kind, ()):
                found.setdefault(word, name)
    return maps


@cache
def phrases_by_verb(kind: str) -> dict[str, list[tuple[tuple[frozenset[str], ...], str]]]:
    """Return for each verb the words behind it that make it an event: "lose" with "life" is "killed".

    Args:
        kind: what the counted is to the verb, "undergo" or "do".
    """
    found: dict[str, list[tuple[tuple[frozenset[str], ...], str]]] = {}
    for name, entry in table("harm").items():
        for phrase in entry.get(kind, ()):
            verbs, *behind = (frozenset(word.split("/")) for word in phrase.split())
            for verb in verbs:
                found.setdefault(verb, []).append((tuple(behind), name))
    return found


@cache
def _person_classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    for category, nouns in table("categories").items():
        for noun in nouns:
            classes.setdefault(noun, category)
    return classes


def _has_mark(event: str | None, mark: str) -> bool:
    names = (event, *event.split(" and ")) if event is not None else ()
    return any(table("harm").get(name, {}).get(mark, False) for name in names)


def counts_people(event: str | None) -> bool:
    """Tell whether a bare number with this event counts people ("killing 12")."""
    return _has_mark(event, "people")


def only_people(event: str | None) -> bool:
    """Tell whether whatever noun stands with this event must be people or animals."""
    return _has_mark(event, "only_people")


def told_of(event: str | None, unit: str) -> str | None:
    """Return the event's name for what is counted: e-mails are "released", not "freed"."""
    own = "persons" if unit == "people" else "things"
    return None if event is None else str(table("harm").get(event, {}).get(own, event))


def person_class(word: str) -> str | None:
    """Return the class of a person noun ("soldier", "child", "person"), or None."""
    lower = re.sub(r"men$", "man", word.lower())
    classes = _person_classes()
    return classes.get(lower) or classes.get(lower.removesuffix("s"))


def joined(*events: str) -> str:
    """Name several events of one number, in the table's order."""
    names = set(events)
    if len(names) > 1:
        names.discard("shot")  # "shot and killed" is one thing
    if names <= {"killed", "injured", "killed and injured"} and len(names) > 1:
        return "killed and injured"
    return " and ".join(name for name in table("harm") if name in names)
