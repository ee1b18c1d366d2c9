"""One place, two states: damage told in a place that another says came through undamaged.

"Shops collapsed in Anset" and "Anset was undamaged" are of two things, the shops and the
town, and exclude each other all the same. So the place is compared, not the thing: by its
name, and by whether a town or a wider land is meant, where one name is borne by both. What
is said of a part, softly ("largely spared", "minor damage") or before the reports came in
is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from claimgraph.lexicon import words
from claimgraph.match.finding import Finding, on
from claimgraph.match.gates import Verdict, go, opposed, stop
from claimgraph.match.incidents import is_another, one_incident, other_incident
from claimgraph.match.nodes import Context, Node, per_claim
from claimgraph.match.things import names
from claimgraph.model import Answer, Reason, Span

QUESTION = "damage"
UNDAMAGED = "undamaged"
_NAME = r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3})"
_IN = re.compile(rf"\b(?:in|at|across|throughout)\s+(?P<lead>(?:[a-z][\w'’-]*,?\s+){{0,5}}){_NAME}")
_CALLED = re.compile(
    rf"\s*,?\s*(?:also |which is |better )?(?:called|named|known as)\s+{_NAME}"
    rf"|,\s+{_NAME.replace('name', 'other')},"
)
_CLAUSE_END = re.compile(
    r"[;:]|,?\s(?:but|while|whereas|although|though|and in|(?:and|which) (?:was|were|is))\s"
)
_SOFT = re.compile(
    r"(?i)\b(?:largely|mostly|mainly|partly|relatively|almost|nearly|otherwise|minor|slight|slightly|light"
    r"|lightly|superficial|immediate|immediately|initial|initially|so far|yet|worst|seriously|serious|major"
    r"|significant|heavy|further|more)\b"
)
"""Words that soften what is said of the whole place."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by the words of its name; ``wide`` is True for a land or island, None where it is not said."""

    name: frozenset[str]
    wide: bool | None
    span: Span


def spared(a: Node, b: Node, context: Context) -> Finding | None:
    """One says that a place came through undamaged, the other tells of damage in it."""
    return _spared(a, b, context) or _spared(b, a, context)


def place_keys(node: Node) -> Iterator[str]:
    """Return the keys that bring the states of one place together."""
    for place in (*left_whole(node), *struck_places(node)):
        yield from (f"damage in {word}" for word in place.name)


def _spared(whole: Node, struck: Node, context: Context) -> Finding | None:
    for safe in left_whole(whole):
        for hit in struck_places(struck):
            if (
                not _one_place(safe, hit, whole, struck, context)
                or not _one_time(whole, struck, context).passed
            ):
                continue
            said, told = (shortened(node.claim.text) for node in (whole, struck))
            place = " ".join(sorted(hit.name)).title()
            reason = Reason(
                rule="states that exclude each other",
                detail=f"whether {place} was damaged: “{said}” against “{told}”",
                spans=(on(whole.claim, safe.span), on(struck.claim, hit.span)),
            )
            question = f"damage in {' '.join(sorted(hit.name))}"
            return Finding("contradiction", struck.id, whole.id, 0.75, (reason,), question)
    return None


def shortened(text: str, limit: int = 80) -> str:
    """Return a text, cut at a word where it is long."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + "…"


def _one_time(whole: Node, struck: Node, context: Context) -> Verdict:
    """Is it the same event, told by two, and not before the damage was known?"""
    if whole.claim.source == struck.claim.source and whole.own_voice and struck.own_voice:
        return stop("one article in its own voice")
    told_by_two = whole.own_voice or struck.own_voice or opposed(whole, struck, context).passed
    if not told_by_two:
        return stop("one side speaks")
    one_event = context.one_story(whole, struck) or one_incident(whole, struck, context)
    if not one_event or other_incident(whole, struck) or is_another(whole) or is_another(struck):
        return stop("not shown to be of one event")
    if whole.published and struck.published and whole.published[0] < struck.published[0]:
        return stop("the damage was told later, when more may have been known")
    return go("one event")


def _one_place(one: Place, two: Place, a: Node, b: Node, context: Context) -> bool:
    """Tell whether two names mean one place; an island and its town may share a name."""
    if not (one.name <= two.name or two.name <= one.name):
        return False
    if one.wide is not None and two.wide is not None:
        return one.wide == two.wide
    texts = (context.sources[node.claim.source].text for node in (a, b))
    return not any(_bears_two(text, one.name | two.name) for text in texts)


@lru_cache(maxsize=1024)
def _bears_two(text: str, name: frozenset[str]) -> bool:
    """Tell whether an article calls both a town and a wider land by one name."""
    lands = "|".join(sorted(words("circumstances", "lands")))
    return any(
        re.search(rf"(?i)\b{re.escape(word)} (?:{lands})\b|\b(?:{lands}) of {re.escape(word)}\b", text)
        for word in name
    )


@per_claim
def left_whole(node: Node) -> tuple[Place, ...]:
    """Return the places a claim says came through undamaged."""
    return tuple(_read_whole(node))


def _read_whole(node: Node) -> Iterator[Place]:
    text, start = node.claim.text, node.claim.start
    whole = [
        answer
        for answer in node.claim.answers
        if answer.question == QUESTION
        and (answer.value == UNDAMAGED) != answer.negated
        and answer.of is not None
    ]
    nothing = any(
        event.negated and event.lemma == "damage" and event.patient is None for event in node.actual_events
    )
    if not (whole or nothing) or _SOFT.search(text):
        return
    for answer in whole:
        yield from _of_answer(answer, text, start, wholly=True)
    if nothing:  # "there was no damage in Anset"
        yield from _placed(text, start, 0)


@per_claim
def struck_places(node: Node) -> tuple[Place, ...]:
    """Return the places a claim tells of damage in."""
    return tuple(_read_struck(node))


def _read_struck(node: Node) -> Iterator[Place]:
    text, start = node.claim.text, node.claim.start
    for answer in node.claim.answers:
        if (
            answer.question == QUESTION
            and (answer.value != UNDAMAGED) != answer.negated
            and answer.of is not None
        ):
            yield from _of_answer(answer, text, start, wholly=False)


def _of_answer(answer: Answer, text: str, start: int, *, wholly: bool) -> Iterator[Place]:
    """Return the place an answer is of, else the one its thing is in."""
    of = answer.of
    if of is None:
        return
    found = frozenset(names(of))
    behind = text[max(0, of.span[1] - start) :]
    if of.head in words("circumstances", "towns") | words("circumstances", "lands") or of.head in found:
        called = _CALLED.match(behind)
        name = (called.group("name") or called.group("other")) if called else None
        own = found or (frozenset(name.lower().split()) if name else frozenset())
        if own:
            yield Place(_core(own), _is_wide(of.text), of.span)
        return
    if wholly and of.text.split()[0].lower() not in {"no", "none", "all", "every"}:
        return  # one house that stands says nothing of the town
    yield from _placed(text, start, max(0, of.span[0] - start))


def _placed(text: str, start: int, first: int) -> Iterator[Place]:
    """Return the places named behind "in" from a position to the end of its clause."""
    end = _CLAUSE_END.search(text, first)
    for match in _IN.finditer(text, first, end.start() if end else len(text)):
        lead = [word.strip(",") for word in match.group("lead").split()]
        plain = {re.sub(r"['’]s$", "", word) for word in lead}
        if plain <= _leading():
            name = match.group("name")
            kind = " ".join(word for word in lead if not re.search(r"['’]s$", word))
            span = (start + match.start("name"), start + match.end("name"))
            yield Place(_core(frozenset(name.lower().split())), _is_wide(f"{kind} {name}"), span)


@cache
def _leading() -> frozenset[str]:
    """Return the words that may stand between "in" and the name of a place."""
    kinds = words("circumstances", "towns") | words("circumstances", "lands")
    return words("circumstances", "place_words") | kinds | {"main", "largest", "biggest"}


def _core(name: frozenset[str]) -> frozenset[str]:
    """Return a name without the words for the kind of place it is."""
    kinds = words("circumstances", "towns") | words("circumstances", "lands")
    return frozenset(re.sub(r"['’]s$", "", word) for word in name) - kinds or name


def _is_wide(phrase: str) -> bool | None:
    """Tell by the last word for a kind of place whether it is a town or a wider land."""
    said = [word for word in re.findall(r"[a-z’'-]+", phrase.lower()) if not re.search(r"['’]s$", word)]
    towns, lands = words("circumstances", "towns"), words("circumstances", "lands")
    kinds = [word for word in said if word in towns | lands]
    return kinds[-1] in lands if kinds else None
