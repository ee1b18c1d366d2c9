"""Particulars with one value: how old somebody is, at what time of day, in what direction from where.

Each is an answer to a question on the one person, deed or place it is said of, so that two of them
can be set side by side. What is said of nobody named, or of a time that is only a part of the day,
answers nothing.
"""

import re
from collections.abc import Iterator
from functools import cache

from claimgraph.extract.grammar.tree import VERBAL, above, child
from claimgraph.extract.reading.participants import Passage
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table
from claimgraph.model import Proposition, Span

DISTANT = 16
"""Tokens between a time of day and the deed it dates, at most."""


def particulars(passage: Passage) -> Iterator[Proposition]:
    """Yield the particulars in the words of one claim, in text order."""
    first, last = passage.tokens[0], passage.tokens[-1]
    for name, read in (("age", _age), ("clock", _clock), ("bearing", _bearing)):
        for match in _pattern(name).finditer(passage.paragraph.text, first.idx, last.idx + len(last)):
            yield from read(passage, match)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(table("particulars")[name])


def _particular(
    passage: Passage, told: tuple[str, str], value: str, at: Span, whom: Token | None
) -> Proposition:
    """Return what stands at a place of the paragraph with question and telling lemma."""
    start = passage.paragraph.start
    return Proposition(
        predicate=told[0],
        lemma=told[1],
        value=value,
        trigger=(start + at[0], start + at[1]),
        patient=passage.thing(whom),
    )


def _age(passage: Passage, match: re.Match[str]) -> Iterator[Proposition]:
    """Yield how old somebody is."""
    group = match.lastindex or 0
    whom = _person(passage, match, _token_at(passage, match.start(group)))
    if whom is not None:
        yield _particular(passage, ("age", "age"), match[group], match.span(group), whom)


def _person(passage: Passage, match: re.Match[str], number: Token) -> Token | None:
    """Return whose age it is: the name before the comma, or the noun that "61-year-old" modifies."""
    doc = passage.paragraph.doc
    if match[0].startswith(","):
        before = doc[max(0, number.i - 2)]
        return before if before.pos_ == "PROPN" else None
    behind = [token for token in doc[number.i : number.i + 9] if token.idx >= match.end()][:4]
    named = (above(token, "compound") for token in behind if token.pos_ == "PROPN")
    nouns = (above(token, "compound") for token in behind[:3] if token.pos_ == "NOUN")
    return next(named, None) or next(nouns, None)


def _clock(passage: Passage, match: re.Match[str]) -> Iterator[Proposition]:
    """Yield at what time of day something happened, with the zone."""
    time = _token_at(passage, match.start())
    verb = next((token for token in (time, *time.ancestors) if token.pos_ in VERBAL), None)
    if verb is not None and verb in passage.tokens and abs(verb.i - time.i) <= DISTANT:
        zone = _pattern("zone").match(match.string, match.end(), match.endpos)
        value = f"{_minute(match)} {zone[1].replace('UTC', 'GMT')}" if zone else _minute(match)
        yield _particular(
            passage, ("clock", verb.lemma), value, match.span(), child(verb, "nsubj", "nsubjpass")
        )


def _minute(match: re.Match[str]) -> str:
    """Return a time of day as HH:MM."""
    twelve, minutes, half, hour, past, solid, rest = match.groups()
    if twelve is None:
        return f"{int(hour or solid):02}:{past or rest}"
    afternoon = 12 if half == "p" else 0
    return f"{int(twelve) % 12 + afternoon:02}:{minutes or '00'}"


def _bearing(passage: Passage, match: re.Match[str]) -> Iterator[Proposition]:
    """Yield in what direction from a named place something lies or happened."""
    value = match[1].lower().replace(" ", "").replace("-", "").removesuffix("ern")
    place = _token_at(passage, match.end(2) - 1)
    yield _particular(passage, ("bearing", "lie"), value, match.span(1), place)


def _token_at(passage: Passage, place: int) -> Token:
    """Return the token at a place of the paragraph."""
    return next(token for token in passage.paragraph.doc if token.idx + len(token.text_with_ws) > place)
