"""Annotated articles in other words: other names, other verbs, no quotation marks.

A corpus of one year and country has few names, and "said" is half of its cues. What is
learned should be neither. People keep one new name throughout an article; every annotated
span is moved to where its words have gone.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

from claimgraph import lexicon

Change = tuple[int, int, str]
"""From, to, and what stands there instead."""

_SPANS = ("source", "cue", "content")
_HEADS = ("source_head", "cue_head")
_PERSON = re.compile(r"\b([A-Z][a-z]+)(?: [A-Z]\.)? ([A-Z][a-z]{2,}|Mc[A-Z][a-z]+)\b")
_MARKS = re.compile(r"[“”\"«»]|''|``")
_VERB_CHANGED = 0.25
_PLACE_CHANGED = 0.7


def rewritten(article: Mapping[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """Return the article with parts of its text replaced and its annotations moved along.

    Args:
        changes: in any order; of changes that overlap the first is made.
    """
    text = str(article["text"])
    made = list(_apart(changes))
    pieces, end = [], 0
    for start, stop, new in made:
        pieces += [text[end:start], new]
        end = stop
    starts = [start for start, _, _ in made]
    shifts = [0, *accumulate(len(new) - (stop - start) for start, stop, new in made)]

    def moved(position: int, *, is_end: bool) -> int:
        place = bisect_right(starts, position)
        if not place or made[place - 1][1] <= position:
            return position + shifts[place]
        start, _, new = made[place - 1]
        inside = is_end and position > start
        return start + shifts[place - 1] + (len(new) if inside else 0)

    def span(one: Sequence[int]) -> list[int]:
        return [moved(one[0], is_end=False), moved(one[1], is_end=True)]

    attributions = []
    for attribution in article["attributions"]:
        new_one = {**attribution}
        for name in _SPANS:
            new_one[name] = [span(one) for one in attribution[name]]
        for name in _HEADS:
            if attribution.get(name):
                new_one[name] = span(attribution[name])
        attributions.append(new_one)
    return {**article, "text": "".join(pieces) + text[end:], "attributions": attributions}


def _apart(changes: Iterable[Change]) -> Iterator[Change]:
    end = 0
    for change in sorted(changes, key=lambda one: (one[0], -one[1])):
        if change[0] >= end:
            yield change
            end = change[1]


def without_marks(article: Mapping[str, Any]) -> dict[str, Any]:
    """Return the article without its double quotation marks."""
    return rewritten(article, [(*match.span(), "") for match in _MARKS.finditer(article["text"])])


def varied(article: Mapping[str, Any], choose: random.Random) -> dict[str, Any]:
    """Return the article about other people in other places, some of "said" in other words."""
    text = str(article["text"])
    return rewritten(article, [*_verbs(article, choose), *_people(text, choose), *_places(text, choose)])


def _people(text: str, choose: random.Random) -> Iterator[Change]:
    """Give everybody who is named in full once another name, wherever the surname stands."""
    genders = _genders()
    given: dict[tuple[str, str], str] = {}
    family: dict[str, str] = {}
    for match in _PERSON.finditer(text):
        first, last = match.groups()
        if first.lower() not in genders or last.lower() in genders:
            continue
        family.setdefault(last, choose.choice(_surnames()))
        given.setdefault((first, last), choose.choice(_given(genders[first.lower()])))
    for match in _PERSON.finditer(text):
        if (match[1], match[2]) in given:
            yield (*match.span(1), given[match[1], match[2]])
    if family:
        for match in re.finditer(rf"\b(?:{'|'.join(map(re.escape, family))})\b", text):
            yield (*match.span(), family[match.group()])


def _places(text: str, choose: random.Random) -> Iterator[Change]:
    """Swap states, their people and what stands in a list of like names, each for one other."""
    pattern, lists = _alike()
    chosen: dict[str, str] = {}
    for match in pattern.finditer(text):
        word = match.group()
        if word not in chosen:
            new = choose.choice(lists[word])
            chosen[word] = new if choose.random() < _PLACE_CHANGED else word
        if chosen[word] != word:
            yield (*match.span(), chosen[word])


def _verbs(article: Mapping[str, Any], choose: random.Random) -> Iterator[Change]:
    table = lexicon.table("variety")
    behind = frozenset(table["behind"])
    anywhere = [tuple(pair) for pair in table["verbs"]]
    for attribution in article["attributions"]:
        if len(attribution["cue"]) != 1 or not attribution["content"]:
            continue
        start, end = attribution["cue"][0]
        tense = {"said": 0, "says": 1}.get(article["text"][start:end])
        if tense is None or choose.random() > _VERB_CHANGED:
            continue
        follows = attribution["content"][0][0] >= end
        yield start, end, choose.choice([pair for pair in anywhere if follows or pair[0] in behind])[tense]


@cache
def _surnames() -> tuple[str, ...]:
    return tuple(str(lexicon.table("variety")["surnames"]).split())


@cache
def _genders() -> dict[str, str]:
    table = lexicon.table("given_names")
    return {name: gender for gender in ("male", "female") for name in str(table[gender]).split()}


@cache
def _given(gender: str) -> tuple[str, ...]:
    return tuple(name.capitalize() for name, which in _genders().items() if which == gender)


@cache
def _alike() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    states = [row for row in lexicon.rows("countries") if row["kind"] == "state"]
    groups: list[Sequence[str]] = [
        *lexicon.table("variety")["alike"],
        [row["names"].split("|")[0] for row in states if " " not in row["names"].split("|")[0]],
        [row["demonyms"].split("|")[0] for row in states if row["demonyms"]],
    ]
    lists = {word: tuple(group) for group in groups for word in group if word}
    longest_first = sorted(lists, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), lists
