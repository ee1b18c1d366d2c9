"""Particulars with one value: how old somebody is, at what time of day, in what direction from where.

Each is an answer to a question on the one person, deed or place it is said of, so that two of them
can be set side by side. What is said of nobody named, or of a time that is only a part of the day,
answers nothing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimgraph.extract.answers.things import Teller, participant
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.model import Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

AGE = re.compile(
    r"\b(\d{1,3})[- ]years?[- ]old\b|,\s(\d{1,3})(?=,|\.|;|\s(?:and|was|is|who|of)\b|$)|\baged?\s(\d{1,3})\b"
)
OLDEST = 115
CLOCK = re.compile(
    r"\b(\d{1,2})(?:[:.](\d{2}))?\s?(?:(a|p)\.?m\b\.?)|\b([01]?\d|2[0-3])[:.]([0-5]\d)\b(?!\s?(?:%|percent|km|m\b))"
    r"|\b([01]\d|2[0-3])([0-5]\d)\s(?:GMT|UTC|hours|hrs|local)\b"
)
ZONE = re.compile(r"\s?\(?(GMT|UTC|[CE]E?S?T|[EPMC][SD]?T|IST|BST)\b")
BEARING = re.compile(
    r"\b((?:(?:north|south|east|west)[- ]?){1,3}(?:ern)?)\s+(?:coast\s+)?of\s+"
    r"(?:the\s+(?:\w+\s+){0,3}of\s+)?((?:[A-Z][\w’'-]+\s?)+)"
)
DISTANT = 8
"""Tokens between a time of day and the deed it dates, at most."""


def particulars(
    article: Article, paragraph: Paragraph, inside: "Sequence[Token]", teller: Teller
) -> Iterator[Proposition]:
    """Yield the particulars among the tokens of one claim, in text order."""
    del article
    if not inside:
        return
    start, end = inside[0].idx, inside[-1].idx + len(inside[-1])
    text = paragraph.text[start:end]
    yield from _ages(paragraph, text, start, teller)
    yield from _clocks(paragraph, text, start, inside, teller)
    yield from _bearings(paragraph, text, start)


def _ages(paragraph: Paragraph, text: str, at: int, teller: Teller) -> Iterator[Proposition]:
    for match in AGE.finditer(text):
        value = next(group for group in match.groups() if group)
        start = at + match.start() + match.group().index(value)
        whom = _person(paragraph, start, at + match.start(), at + match.end())
        if int(value) > OLDEST or whom is None:
            continue
        yield Proposition(
            predicate="age",
            lemma="age",
            value=value,
            trigger=(paragraph.start + start, paragraph.start + start + len(value)),
            patient=participant(paragraph, whom, teller),
        )


def _person(paragraph: Paragraph, number: int, start: int, end: int) -> "Token | None":
    """Return whose age it is: the name before the comma, or the noun that "61-year-old" modifies."""
    tokens = paragraph.tokens(paragraph.start + number, paragraph.start + number + 1)
    if not tokens:
        return None
    doc = paragraph.doc
    if paragraph.text[start:end].startswith(","):
        before = doc[tokens[0].i - 2] if tokens[0].i >= 2 else None
        return before if before is not None and before.pos_ == "PROPN" else None
    behind = [token for token in doc[tokens[0].i : tokens[0].i + 9] if token.idx >= end]
    named = [token for token in behind[:4] if token.pos_ == "PROPN"]
    if named:
        last = named[0]
        while last.i + 1 < len(doc) and doc[last.i + 1].pos_ == "PROPN":
            last = doc[last.i + 1]
        return last
    noun = next((token for token in behind[:3] if token.pos_ == "NOUN"), None)
    return noun if noun is not None and noun.lemma_ not in {"age", "year"} else None


def _clocks(
    paragraph: Paragraph, text: str, at: int, inside: "Sequence[Token]", teller: Teller
) -> Iterator[Proposition]:
    for match in CLOCK.finditer(text):
        value = _minute(match)
        verb = _dated(inside, at + match.start())
        if value is None or verb is None:
            continue
        zone = ZONE.match(text, match.end())
        whom = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        yield Proposition(
            predicate="clock",
            lemma=verb.lemma_.lower(),
            value=f"{value} {zone.group(1)}" if zone else value,
            trigger=(paragraph.start + at + match.start(), paragraph.start + at + match.end()),
            patient=participant(paragraph, whom, teller) if whom is not None else None,
        )


def _minute(match: "re.Match[str]") -> str | None:
    """Return a time of day as HH:MM."""
    twelve, minutes, half, hour, past, solid, rest = match.groups()
    if twelve is not None:
        if not 1 <= int(twelve) <= 12:
            return None
        return f"{int(twelve) % 12 + (12 if half == 'p' else 0):02}:{minutes or '00'}"
    return f"{int(hour or solid):02}:{past or rest}"


def _dated(inside: "Sequence[Token]", position: int) -> "Token | None":
    """Return the verb a time of day belongs to: the one it hangs on, else the nearest before it."""
    here = next((token for token in inside if token.idx <= position < token.idx + len(token) + 1), None)
    if here is None:
        return None
    current = here
    while current.head != current and current.pos_ not in {"VERB", "AUX"}:
        current = current.head
    if current.pos_ in {"VERB", "AUX"} and abs(current.i - here.i) <= 2 * DISTANT:
        return current
    before = [token for token in inside if token.pos_ == "VERB" and 0 < here.i - token.i <= DISTANT]
    return before[-1] if before else None


def _bearings(paragraph: Paragraph, text: str, at: int) -> Iterator[Proposition]:
    """Yield in what direction from a named place something lies or happened."""
    for match in BEARING.finditer(text):
        tokens = paragraph.tokens(paragraph.start + at + match.start(2), paragraph.start + at + match.end(2))
        if not tokens:
            continue
        yield Proposition(
            predicate="bearing",
            lemma="lie",
            value=match.group(1).lower().replace(" ", "").replace("-", "").removesuffix("ern"),
            trigger=(paragraph.start + at + match.start(1), paragraph.start + at + match.end(1)),
            patient=participant(paragraph, tokens[-1], Teller()),
        )
