"""Figures beside a noun or unit that says what they measure: tolls, magnitudes, lengths, durations."""

import re
from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract.counted import (
    MODIFIERS,
    NOMINAL,
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    nominal_role,
    person_class,
    verb_event,
)
from claimgraph.extract.numbers import Number
from claimgraph.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACHING = frozenset(
    {
        "to",
        "at",
        "above",
        "of",
        "past",
        "over",
        "beyond",
        "as",
        "below",
        "under",
        "from",
        "near",
        "around",
        "about",
        "than",
        "by",
    }
)


@cache
def _tolls() -> tuple[tuple[str, str], ...]:
    """Return (phrase, event), longest first."""
    pairs = [(phrase, event) for event, phrases in table("harm")["tolls"].items() for phrase in phrases]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def toll_of(anchor: "Token") -> "tuple[str, Token] | None":
    """Return the event a running count stands for and the noun that says so, or None.

    "The death toll rose to 10", "a toll of 10", "put the number of injured at 40",
    "fatalities reached 12".
    """
    for noun in _measured_nouns(anchor):
        if (numbered := _number_of(noun)) is not None:
            return numbered
        phrase = _phrase(noun)
        for toll, event in _tolls():
            if re.search(rf"\b{re.escape(toll)}\b", phrase) and (" " in toll or noun.lower_ == toll):
                return event, noun
    return None


def names_a_figure(anchor: "Token") -> bool:
    """Tell whether a number is given for "the figure" or "numbers" alone, whose are told before."""
    return any(
        noun.lemma_.lower() in words("circumstances", "figures")
        and not any(child.lower_ == "of" or child.dep_ in {"poss", "compound"} for child in noun.children)
        for noun in _measured_nouns(anchor)
    )


def _number_of(noun: "Token") -> "tuple[str, Token] | None":
    """Read "the number of civilians killed", "the protesters' numbers": what befell whom."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ == "number":
        noun = noun.head.head  # "the number of people killed at 19": the parser hangs "at 19" on "killed"
    if noun.lemma_.lower() != "number":
        return None
    of = next((child for child in noun.children if child.lower_ == "of"), None)
    owners = of.children if of is not None else noun.children
    people = next((child for child in owners if child.dep_ in {"pobj", "poss"}), None)
    if people is None or (kind := person_class(people.lemma_)) is None:
        return None
    state = next(
        (child for child in people.children if child.i > people.i and child.dep_ in {"acl", "amod"}), None
    )
    event = verb_event(state) if state is not None else None
    if event is None and (kind == "protester" or _marching(people)):
        event = "attended"
    return (event, people) if event is not None else None


def _marching(people: "Token") -> bool:
    """Tell whether people are told as taking part: "people on the march", "people at the rally"."""
    return any(
        place.lemma_.lower() in words("circumstances", "marches")
        for child in people.children
        if child.dep_ == "prep" and child.lower_ in {"on", "at", "in"}
        for place in child.children
    )


def _phrase(noun: "Token") -> str:
    left = min(
        (child.left_edge.i for child in noun.children if child.dep_ in MODIFIERS and child.i < noun.i),
        default=noun.i,
    )
    right = max(
        (child.right_edge.i for child in noun.children if child.dep_ == "prep" and child.lower_ == "of"),
        default=noun.i,
    )
    return noun.doc[left : min(right, noun.i + 6) + 1].text.lower().replace("the ", "")


def _measured_nouns(anchor: "Token") -> "list[Token]":
    """Return the nouns a number may give the size of, the nearest first."""
    head, relation = nominal_role(anchor)
    found: list[Token] = []
    if relation == "pobj" and head.lower_ in _REACHING:
        governor = head.head
        if governor.pos_ == "ADP" and governor.dep_ == "prep":
            governor = governor.head
        if governor.pos_ in NOMINAL:
            found.append(governor)
            governor = governor.head
        head = governor
    verb: Token | None = head
    for _ in range(4):
        if verb is None or verb.pos_ in {"VERB", "AUX"}:
            break
        verb = verb.head if verb.head != verb else None
    if verb is not None and verb.pos_ in {"VERB", "AUX"}:
        found += _arguments(verb, anchor)
    return found


def _arguments(verb: "Token", anchor: "Token") -> "list[Token]":
    """Return the subject and object of the verb, borrowing the subject of a coordinated one."""
    wanted = SUBJECTS | PASSIVE_SUBJECTS | OBJECTS
    found = [
        child
        for child in verb.children
        if child.dep_ in wanted and child.i < anchor.i and child.pos_ in NOMINAL
    ]
    if not found and verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head != verb:
        found = [
            child
            for child in verb.head.children
            if child.dep_ in wanted and child.i < anchor.i and child.pos_ in NOMINAL
        ]
    if not found and verb.dep_ == "acl" and verb.head.pos_ in NOMINAL:
        found = [verb.head]
    return found


def magnitude_event(text: str, doc: "Doc", number: Number, first: int, after: int) -> str | None:
    """Return "earthquake" or "aftershock" when the number is the size of a shock, else None.

    Args:
        text: the paragraph's text.
        doc: the same, parsed.
        number: the number phrase.
        first: index of the first token of the bare number.
        after: index of the first token behind it.
    """
    size = number.high if number.high is not None else number.low
    if number.form != "count" or size is None or size > 10:
        return None
    sentence = doc[min(first, len(doc) - 1)].sent
    shocks = [token for token in sentence if _shock(token)]
    following = next((token for token in doc[after : after + 3] if _shock(token)), None)
    if not _named_magnitude(text, number):
        decimal = "." in text[slice(*number.core)]
        listed = table("units")["magnitude"]["words"]
        about_size = bool(shocks) or any(token.lower_ in listed for token in sentence)
        plain = after >= len(doc) or doc[after].pos_ not in NOMINAL or following is not None
        if not (decimal and about_size and (plain or doc[after].lower_.startswith("degree"))):
            return None
    before_it = [token for token in shocks if token.i < first]
    shock = following or (before_it[-1] if before_it else (shocks[0] if shocks else None))
    return (_shock(shock) if shock is not None else None) or "earthquake"


def _named_magnitude(text: str, number: Number) -> bool:
    """Tell whether the word for it touches the number: "magnitude of 6", "6 on the Richter scale"."""
    listed = "|".join(table("units")["magnitude"]["words"])
    before = text[max(0, number.start - 24) : number.start].lower()
    behind = text[number.core[1] : number.core[1] + 45].lower()
    return bool(
        re.search(rf"\b(?:{listed})(?:[ -]| of | was | at )$", before)
        or re.match(rf"[- ](?:{listed}|strength)\b| (?:degrees? )?on the (?:[\w-]+ )?richter", behind)
    )


def _shock(token: "Token") -> str | None:
    listed = table("units")["magnitude"]
    lower = token.lower_
    if token.i + 1 < len(token.doc) and token.nbor().text == "-":  # "the quake-hit region"
        return None
    if lower in listed["aftershocks"]:
        return "aftershock"
    if lower.removesuffix("s") not in listed["shocks"]:
        return None
    later = any(child.lower_ in listed["later"] for child in token.children)
    return "aftershock" if later else "earthquake"


@cache
def _measures() -> re.Pattern[str]:
    names = sorted(
        (name for names in table("units")["measure"].values() for name in names), key=len, reverse=True
    )
    return re.compile(rf"(?i)[ -]?({'|'.join(map(re.escape, names))})(?![\w-])")


def measure_unit(text: str, end: int) -> tuple[str, int] | None:
    """Return the unit of measure right behind a number and where its name ends, or None."""
    match = _measures().match(text, end)
    if match is None or (len(match.group(1)) <= 1):
        return None
    found = match.group(1).lower()
    for unit, names in table("units")["measure"].items():
        if found in names:
            return unit, match.end()
    return None


def is_duration(text: str, end: int) -> bool:
    """Tell whether a stretch of time follows the number ("48 hours", "20 long months")."""
    units = "|".join(table("units")["duration"]["words"])
    return re.match(rf"(?i)(?:[- ](?:\w+[- ])?)(?:{units})\b", text[end:]) is not None


@cache
def _room() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = "|".join(sorted(map(re.escape, words("circumstances", "room_for")), key=len, reverse=True))
    behind = "|".join(sorted(map(re.escape, words("circumstances", "capacity"))))
    return (
        re.compile(rf"(?i)\b(?:{before}) (?:[a-z]+ ){{0,2}}$"),
        re.compile(rf"(?i)[- ](?:{behind})[- ]capacity\b"),
    )


def is_capacity(text: str, start: int, end: int) -> bool:
    """Tell whether a number says how many a thing can hold, not how many it held."""
    before, behind = _room()
    return before.search(text[max(0, start - 50) : start]) is not None or behind.match(text, end) is not None


_CENTRED = re.compile(r"(?i)\b(?:cent(?:red|ered)|epicent(?:re|er))\b[^.;]*$")
_FROM = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:[\w-]+ ){0,3}?(?:from|of|off)\s(?:the\s)?(?:[a-z]+\s){0,2}?(?:of\s)?"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
)


def centre_of(text: str, start: int, end: int) -> str | None:
    """Return the place a distance to the centre of a quake is from: "centred 25 km north of Lima".

    Args:
        text: the paragraph.
        start: where the number phrase begins.
        end: where its unit ends.
    """
    if _CENTRED.search(text[max(0, start - 80) : start]) is None:
        return None
    place = _FROM.match(text, end)
    return place.group("name") if place is not None else None
