"""Figures beside a noun or unit that says what they measure: tolls, magnitudes, lengths, durations."""

import re
from collections.abc import Iterable
from functools import cache

from claimgraph.extract.counts.counted import OBJECTS, role_of, verb_event
from claimgraph.extract.counts.number_words import any_of
from claimgraph.extract.counts.numbers import Number
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    MODIFIERS,
    NOMINAL,
    VERBAL,
    children,
    following,
    governed,
    has_word,
)
from claimgraph.extract.tokens import Token, Tokens
from claimgraph.lexicon import table, words
from claimgraph.lexicon.harm import counts_people

_LARGEST_SHOCK = 10


@cache
def _tolls() -> tuple[tuple[str, str], ...]:
    """Return (phrase, event), longest first."""
    pairs = [(phrase, event) for event, phrases in table("harm")["tolls"].items() for phrase in phrases]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def toll_of(anchor: Token) -> tuple[str, Token] | None:
    """Return the event a running count stands for and the noun that says so, or None.

    "The death toll rose to 10", "a toll of 10", "put the number of injured at 40",
    "fatalities reached 12".
    """
    for noun in measured_nouns(anchor):
        if noun.lemma in words("circumstances", "marches"):
            return "attended", noun
        phrase = _phrase(noun)
        for toll, event in _tolls():
            if re.search(rf"\b{re.escape(toll)}\b", phrase) and (" " in toll or noun.lower_ == toll):
                return event, noun
        befallen = _befallen(noun) if noun.lemma == "number" else None
        if befallen is not None:
            return befallen
    return None


def _befallen(number: Token) -> tuple[str, Token] | None:
    """Read "the number of volunteers killed in the raid": what befell those counted, and who they are."""
    counted = governed(number, "of")
    if counted is None:
        return None
    done = (one for noun in (counted, number) for one in children(noun, "acl") if one.tag_ == "VBN")
    events = (event for event in map(verb_event, done) if event is not None and counts_people(event))
    return next(((event, counted) for event in events), None)


def _phrase(noun: Token) -> str:
    before = (one.left_edge.i for one in children(noun, *MODIFIERS) if one.i < noun.i)
    behind = (one.right_edge.i for one in children(noun, "prep") if one.lower_ == "of")
    left, right = min(before, default=noun.i), max(behind, default=noun.i)
    return str(noun.doc[left : min(right, noun.i + 6) + 1].text.lower().replace("the ", ""))


def measured_nouns(anchor: Token) -> list[Token]:
    """Return the nouns, or "it", that a number may give the size of, the nearest first."""
    head, relation = role_of(anchor)
    found: list[Token] = []
    if relation == "pobj" and head.lower_ in words("circumstances", "reaching"):
        head = head.head.head if head.head.pos_ == "ADP" else head.head
        found = [head] if head.pos_ in NOMINAL else []
    verb = next((one for one in (head, *head.ancestors) if one.pos_ in VERBAL), None)
    return found + (_arguments(verb, anchor) if verb is not None else [])


def _arguments(verb: Token, anchor: Token) -> list[Token]:
    """Return the subject and object of the verb, borrowing the subject of a coordinated one."""
    borrowing = verb.dep_ in {"conj", "xcomp", "advcl"}
    for one in (verb, verb.head) if borrowing else (verb,):
        below = children(one, *ANY_SUBJECT, *OBJECTS)
        found = [
            noun for noun in below if noun.i < anchor.i and (noun.pos_ in NOMINAL or noun.lower_ == "it")
        ]
        if found:
            return found
    return [verb.head] if verb.dep_ == "acl" and verb.head.pos_ in NOMINAL else []


def magnitude_event(text: str, number: Number, tokens: Tokens) -> str | None:
    """Return "earthquake" or "aftershock" when a number, in its paragraph, is the size of a shock."""
    if number.form != "count" or (number.high or number.low or 0) > _LARGEST_SHOCK:
        return None
    doc, sentence = tokens.doc, tokens[0].sent
    behind = _shocks(doc[tokens.end : tokens.end + 3])
    anywhere = _shocks(sentence)
    if not _named_magnitude(text, number):
        unit = not behind and doc[min(tokens.end, len(doc) - 1)].pos_ in NOMINAL
        if "." not in text[slice(*number.core)] or not anywhere or unit:
            return None
    before = _shocks(doc[sentence.start : tokens.start])
    return (*behind[:1], *before[-1:], *anywhere[-1:], "earthquake")[0]


def _named_magnitude(text: str, number: Number) -> bool:
    """Tell whether the word for it touches the number: "magnitude of 6", "6 on the Richter scale"."""
    listed = "|".join(table("units")["magnitude"]["words"])
    before = text[max(0, number.start - 24) : number.start].lower()
    behind = text[number.core[1] : number.core[1] + 45].lower()
    return bool(
        re.search(rf"\b(?:{listed})(?:[ -]| of | was | at )$", before)
        or re.match(rf"[- ](?:{listed}|strength)\b| (?:degrees? )?on the (?:[\w-]+ )?richter", behind)
    )


def _shocks(tokens: Iterable[Token]) -> list[str]:
    """Return the event of each word for a shock, but not of "the quake-hit region"."""
    listed, found = table("units")["magnitude"], []
    for token in tokens:
        later = has_word(token, *listed["later"]) or token.lower_ in listed["aftershocks"]
        known = token.lower_ in listed["aftershocks"] or token.lower_.removesuffix("s") in listed["shocks"]
        if known and following(token) != "-":
            found.append("aftershock" if later else "earthquake")
    return found


@cache
def _units() -> tuple[re.Pattern[str], dict[str, str]]:
    units = {
        name: unit for unit, names in table("units")["measure"].items() for name in names if len(name) > 1
    }
    return re.compile(rf"(?i)[ -]?({any_of(units)})(?![\w-])"), units


def measure_unit(text: str, end: int) -> tuple[str, int] | None:
    """Return the unit of measure right behind a number and where its name ends, or None."""
    pattern, units = _units()
    match = pattern.match(text, end)
    return (units[match.group(1).lower()], match.end()) if match is not None else None


def is_duration(text: str, end: int) -> bool:
    """Tell whether a stretch of time follows the number ("48 hours", "20 long months")."""
    units = "|".join(table("units")["duration"]["words"])
    return re.match(rf"(?i)(?:[- ](?:\w+[- ])?)(?:{units})\b", text[end:]) is not None
