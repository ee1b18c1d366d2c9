"""Which incident a figure is of, and where: read from a claim's words and from how its article begins.

A kind of incident (``lexicon/incidents.toml``) ties two figures only where the two are told
in one article, or in articles that open on the same names and days.
"""

import re
from functools import cache, lru_cache

from claimgraph.lexicon import table, words
from claimgraph.lexicon.sides import side_of
from claimgraph.match.nodes import (
    SAME_DAYS,
    SINGLE,
    Context,
    Node,
    common_words,
    names_around,
    overlap,
    per_claim,
    proper_names,
)

SHORT = 60
"""Characters of a block that can be no first paragraph of a story."""
NAMES = 2
"""Proper names that two articles on one incident open on at least."""
LEAD = 300
"""Characters of an article that say what has happened."""
FIRST_SENTENCE = re.compile(r".{40,}?[.!?](?=\s|$)", re.DOTALL)
WORD = re.compile(r"[\w-]+")
PLACED = re.compile(
    r"\b(?P<preposition>[Ii]n|[Aa]t|[Nn]ear|of|[Aa]round|[Oo]utside)\s+(?:the\s+)?"
    r"(?:(?:city|town|village|province|state|region|district|county|eastern|western|northern|southern|central)\s+)*(?:of\s+)?"
    r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*)"
)
"""A name after a preposition of place."""
ANOTHER = re.compile(
    r"\b(?:another|separate|similar|second|previous|earlier|other|unrelated|last (?:year|month|week)['’]s)\s",
    re.IGNORECASE,
)
OTHER_ONE = re.compile(rf"{ANOTHER.pattern}+(?:[\w.-]+\s+){{0,2}}$", re.IGNORECASE)
"""Words before an incident that set it apart from the one the article is about."""
EARLIER = re.compile(
    r"\W*(?:Earlier|Previously|Last (?:week|month|year)|A (?:week|month|year) (?:ago|earlier))\b"
)
"""How a sentence begins that tells of what happened before."""


def _listed(kind: str) -> frozenset[str]:
    """Return the words of a kind, small or with a capital; the month of March is no march."""
    listed = table("incidents")[kind]["words"]
    capital = [word.capitalize() for word in listed if word not in words("generic", "calendar")]
    return frozenset((*listed, *capital))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return a pattern for the words of a kind."""
    choice = "|".join(map(re.escape, sorted(_listed(kind), key=lambda word: (-len(word), word))))
    return re.compile(rf"(?<![\w-])(?:{choice})(?![\w-])")


@cache
def _kinds() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return the kinds of incident by the single words, and by the phrases, that name them."""
    known: tuple[dict[str, set[str]], dict[str, set[str]]] = ({}, {})
    for kind in table("incidents"):
        for word in _listed(kind):
            known[WORD.fullmatch(word) is None].setdefault(word, set()).add(kind)
    single, phrases = ({word: frozenset(kinds) for word, kinds in one.items()} for one in known)
    return single, phrases


@lru_cache(maxsize=8192)
def named(text: str) -> frozenset[str]:
    """Return the kinds of incident that a text names."""
    single, phrases = _kinds()
    found = {kind for word in WORD.findall(text) for kind in single.get(word, ())}
    likely = {kind for phrase, kinds in phrases.items() if phrase in text for kind in kinds}
    return frozenset(found | {kind for kind in likely - found if _pattern(kind).search(text)})


@per_claim
def is_another(node: Node) -> bool:
    """Tell whether a claim names an incident as one more: "a separate fire", "an earlier attack"."""
    text = node.claim.text
    if EARLIER.match(text) is not None:
        return True
    return ANOTHER.search(text) is not None and any(
        OTHER_ONE.search(text[: match.start()])
        for kind in named(text)
        for match in _pattern(kind).finditer(text)
    )


@per_claim
def own_incidents(node: Node) -> frozenset[str]:
    """Return the kinds of incident a claim itself tells of."""
    return frozenset(event.type for event in node.claim.events if event.type in SINGLE) | named(
        node.claim.text
    )


def incidents_of(node: Node, context: Context) -> frozenset[str]:
    """Return the kinds of incident a claim is about: its own, else those its article begins with.

    A claim whose event has a date of its own outside the article's time is about another
    incident, and only about those it names.
    """
    own = own_incidents(node)
    if own or (node.when is not None and not overlap(node.when, node.published, slack=45)):
        return own
    source = context.sources[node.claim.source]
    return context.chief_incident(node.claim.source) | named(f"{source.title or ''} {source.text[:LEAD]}")


def one_incident(a: Node, b: Node, context: Context) -> str | None:
    """Return in words the one incident that two claims are about, or None."""
    shared = incidents_of(a, context) & incidents_of(b, context)
    once = frozenset(kind for kind in shared if table("incidents").get(kind, {}).get("once"))
    places = names_around(a, context) & names_around(b, context)
    if shared and not once and (target := _one_target(a, b)) is not None:
        return target
    if not shared or not places:
        return None
    if a.claim.source != b.claim.source and (
        not same_story(a, b, context, once=bool(once))
        or not (once or overlap(a.published, b.published, slack=1))
    ):
        return None
    return f"one incident ({', '.join(sorted(once or shared))}) at {', '.join(sorted(places)[:3])}"


def _one_target(a: Node, b: Node) -> str | None:
    """Return in words the one thing that two reports of the same days tell was attacked: "funeral hall"."""
    if not overlap(a.published, b.published, slack=1):
        return None
    for first in a.actual_events:
        for second in b.actual_events:
            if first.type != second.type or first.patient is None or second.patient is None:
                continue
            one, two = (_common_nouns(event.patient.text) for event in (first, second) if event.patient)
            if first.patient.head == second.patient.head and len(one & two) > 1:
                return f"one incident ({first.type}) of {second.patient.text}"
    return None


def _common_nouns(phrase: str) -> frozenset[str]:
    """Return the small words of a phrase that mark it off."""
    found = (word.strip("“”\"'‘’.,") for word in phrase.split())
    return frozenset(word for word in found if word[:1].islower() and len(word) > 3) - words(
        "generic", "nouns"
    )


def same_story(a: Node, b: Node, context: Context, *, once: bool) -> bool:
    """Tell whether two articles, of the same days, open on the same names, or the claims name one thing.

    One name is enough for what seldom happens twice in a few days.
    """
    opened = context.opening_names(a.claim.source) & context.opening_names(b.claim.source)
    both_name = proper_names(a.claim.text) & proper_names(b.claim.text)
    return (len(opened) >= (1 if once else NAMES) or bool(both_name)) and overlap(
        a.published, b.published, slack=SAME_DAYS
    )


def other_incident(a: Node, b: Node) -> str | None:
    """Return in words that two claims name incidents of different kinds, or None."""
    if is_another(a) != is_another(b):
        return "one says that it is of another incident"
    first, second = own_incidents(a), own_incidents(b)
    if first and second and not first & second:
        return f"one is of {', '.join(sorted(first))}, the other of {', '.join(sorted(second))}"
    return None


@lru_cache(maxsize=4096)
def places_in(text: str, *, within: bool = False) -> frozenset[str]:
    """Return the names that stand after a preposition of place in a text.

    Args:
        text: the words of a claim.
        within: only what stands after "in" or "at", not after "of", "near" and their like.
    """
    general = common_words() | words("generic", "calendar")
    found = (
        re.sub(r"['’]s$", "", name)
        for match in PLACED.finditer(text)
        if not within or match.group("preposition").lower() in {"in", "at"}
        for name in re.split(r"(?<=['’]s)\s", match.group("name"))  # "in Norland's Hadra region"
    )
    return frozenset(name for name in found if not {word.lower() for word in name.split()} & general)


def elsewhere(node: Node, other: Node, context: Context) -> str | None:
    """Return the places a claim is about, when the other's article mentions none of them."""
    places = places_in(node.claim.text)
    article = context.sources[other.claim.source]
    text = f"{article.title or ''} {article.text}"
    if not places or any(place in text and re.search(rf"\b{re.escape(place)}", text) for place in places):
        return None
    return ", ".join(sorted(places))


def part_of_it(node: Node, other: Node, context: Context) -> str | None:
    """Return the place a claim counts in, where it is a part of what the other counts, else None.

    A place that the article's title, dateline or first sentence names is where the whole
    happened; any other is a part of it, unless both claims name it.
    """
    own, its = (places_in(one.claim.text, within=True) for one in (node, other))
    apart = own and its and not own & its
    two_articles = node.claim.source != other.claim.source
    if not apart and two_articles and all(_at_one_place(one, context) for one in (node, other)):
        return None
    alone = re.search(r"\balone\b", node.claim.text) is not None
    if own & its and not alone:
        return None
    first = _beginning(node.claim.source, context)
    parts = {place for place in own if alone or place.casefold() not in first}
    return ", ".join(sorted(parts)) if parts else None


def _at_one_place(node: Node, context: Context) -> bool:
    """Tell whether a claim is of what happens at one spot, however exactly that is named: a crash, a raid."""
    kinds = incidents_of(node, context) & frozenset(table("incidents"))
    return bool(kinds) and all(_is_at_one_spot(kind, node, context) for kind in kinds)


def _is_at_one_spot(kind: str, node: Node, context: Context) -> bool:
    entry = table("incidents")[kind]
    if not entry.get("spot"):
        return False
    source = context.sources[node.claim.source]
    told = f"{source.title or ''} {source.text[:LEAD]} {node.claim.text}"
    return not any(re.search(rf"(?i)\b{word}\b", told) for word in entry.get("many", ()))


def reporting_places(node: Node, context: Context) -> frozenset[str]:
    """Return the places that themselves are said to report a figure: "Hadra reported 12 deaths"."""
    if node.own_voice or node.claim.mention is None:
        return frozenset()
    source = context.sources[node.claim.source]
    said = re.findall(r"[\w’'-]+", source.text[slice(*node.claim.mention)])
    lower = {word for word in said if word[0].islower() and not word[0].isdigit()}
    body = any(word.lower() in words("institutions", "heads") for word in said)
    if body or not lower <= words("circumstances", "place_words"):
        return frozenset()
    names = [re.sub(r"['’]s$", "", word) for word in said if word[0].isupper() and side_of(word) is None]
    known = {word for place in _all_places(source.text) for word in place.split()}
    return frozenset(name for name in names if name in known)


@lru_cache(maxsize=64)
def _all_places(text: str) -> frozenset[str]:
    """Return every name an article puts something at."""
    return places_in(text)


def _beginning(source: str, context: Context) -> str:
    """Return an article's title, dateline and first sentence, case-folded."""
    article = context.sources[source]
    start = next(
        (block.start for block in article.blocks if block.kind == "body" and block.end - block.start > SHORT),
        0,
    )
    sentence = FIRST_SENTENCE.match(article.text, start)
    end = sentence.end() if sentence else start + LEAD
    title = article.title or ""
    heading = FIRST_SENTENCE.match(title)
    return f"{heading.group() if heading else title} {article.text[:end]}".casefold()
