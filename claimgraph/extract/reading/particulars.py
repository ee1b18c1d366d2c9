"""Particulars with one value: how old somebody is, at what time of day, in what direction from where.

Each is an answer to a question on the one person, deed or place it is said of, so that two of them
can be set side by side. What is said of nobody named, or of a time that is only a part of the day,
answers nothing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimgraph.extract.grammar.tree import VERBAL, child, lemma
from claimgraph.extract.parse import Paragraph
from claimgraph.extract.reading.participants import Teller, described
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


def particulars(paragraph: Paragraph, inside: "Sequence[Token]", teller: Teller) -> Iterator[Proposition]:
    """Yield the particulars among the tokens of one claim, in text order."""
    start, end = inside[0].idx, inside[-1].idx + len(inside[-1])
    text = paragraph.text[start:end]
    yield from _ages(paragraph, text, start, teller)
    yield from _clocks(paragraph, text, start, inside, teller)
    yield from _bearings(paragraph, text, start)


def _ages(paragraph: Paragraph, text: str, at: int, teller: Teller) -> Iterator[Proposition]:
    for match in AGE.finditer(text):
        value = next(group for group in match.groups() if group)
        start = at + match.start() + match.group().index(value)
        whom = _person(paragraph, start, match.group(), at + match.end())
        if int(value) > OLDEST or whom is None:
            continue
        yield Proposition(
            predicate="age",
            lemma="age",
            value=value,
            trigger=(paragraph.start + start, paragraph.start + start + len(value)),
            patient=described(paragraph, whom, teller),
        )


def _person(paragraph: Paragraph, number: int, said: str, end: int) -> "Token | None":
    """Return whose age it is: the name before the comma, or the noun that "61-year-old" modifies."""
    first = paragraph.tokens(paragraph.start + number, paragraph.start + number + 1)[0].i
    doc = paragraph.doc
    if said.startswith(","):
        before = doc[first - 2] if first >= 2 else None
        return before if before is not None and before.pos_ == "PROPN" else None
    behind = [token for token in doc[first : first + 9] if token.idx >= end][:4]
    named = next((token for token in behind if token.pos_ == "PROPN"), None)
    while named is not None and named.i + 1 < len(doc) and doc[named.i + 1].pos_ == "PROPN":
        named = doc[named.i + 1]
    return named or next((token for token in behind[:3] if token.pos_ == "NOUN"), None)


def _clocks(
    paragraph: Paragraph, text: str, at: int, inside: "Sequence[Token]", teller: Teller
) -> Iterator[Proposition]:
    for match in CLOCK.finditer(text):
        value = _minute(match)
        verb = _dated(inside, at + match.start())
        if value is None or verb is None:
            continue
        zone = ZONE.match(text, match.end())
        whom = child(verb, "nsubj", "nsubjpass")
        yield Proposition(
            predicate="clock",
            lemma=lemma(verb),
            value=f"{value} {zone.group(1)}" if zone else value,
            trigger=(paragraph.start + at + match.start(), paragraph.start + at + match.end()),
            patient=described(paragraph, whom, teller) if whom is not None else None,
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
    here = next((token for token in inside if token.idx <= position < token.idx + len(token) + 1), inside[0])
    verb = next((token for token in (here, *here.ancestors) if token.pos_ in VERBAL), None)
    if verb is not None and abs(verb.i - here.i) <= 2 * DISTANT:
        return verb
    before = [token for token in inside if token.pos_ == "VERB" and 0 < here.i - token.i <= DISTANT]
    return before[-1] if before else None


def _bearings(paragraph: Paragraph, text: str, at: int) -> Iterator[Proposition]:
    """Yield in what direction from a named place something lies or happened."""
    for match in BEARING.finditer(text):
        tokens = paragraph.tokens(paragraph.start + at + match.start(2), paragraph.start + at + match.end(2))
        yield Proposition(
            predicate="bearing",
            lemma="lie",
            value=match.group(1).lower().replace(" ", "").replace("-", "").removesuffix("ern"),
            trigger=(paragraph.start + at + match.start(1), paragraph.start + at + match.end(1)),
            patient=described(paragraph, tokens[-1], Teller()),
        )
