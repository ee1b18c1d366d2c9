"""What a claim says: its deeds, its answers to questions that have one answer at a time, and particulars.

Particulars have one value: how old somebody is, at what time of day, in what direction from where. What is
said of nobody named, or of a time that is only a part of the day, answers nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from claimgraph.extract.grammar.nouns import counted_of
from claimgraph.extract.grammar.sentences import by_paragraph, is_all_said, is_question, main_verbs, roots
from claimgraph.extract.grammar.tree import COMPLEMENTS, VERBAL, above, child, children, has
from claimgraph.extract.grammar.verbs import is_bare
from claimgraph.extract.parse import Article
from claimgraph.extract.reading.deeds import deeds
from claimgraph.extract.reading.fillers import fillers
from claimgraph.extract.reading.participants import Passage, Teller
from claimgraph.extract.reading.states import states
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.model import Proposition, Span

__all__ = ["Teller", "read_answers", "read_events"]
Said = tuple[Proposition, ...]
NOBODY = Teller()
_CHARGING = frozenset({"of", "for"})
"""Behind them stands what somebody is accused of or blamed for."""
DISTANT = 16
"""Tokens between a time of day and the deed it dates, at most."""


def read_events(article: Article, content: Iterable[Span], teller: Teller = NOBODY) -> Said:
    """Return the deeds inside the content of one claim, in text order."""
    passages = [Passage(*each, teller) for each in by_paragraph(article, content)]
    return tuple(one for passage in passages for one in _marked(passage, deeds(passage)))


def read_answers(article: Article, content: Iterable[Span], teller: Teller = NOBODY) -> Said:
    """Return what the content of one claim asserts on such questions, in text order.

    What is asked, supposed, planned or only possible answers nothing and is left out. The teller
    is whose words they are, for "I" and "he".
    """
    found: dict[tuple[object, ...], Proposition] = {}
    for passage in (Passage(*each, teller) for each in by_paragraph(article, content)):
        if not is_question(passage.tokens):
            for one in _marked(passage, (*states(passage), *fillers(passage), *particulars(passage))):
                found.setdefault((one.predicate, one.value, one.trigger, one.patient, one.polarity), one)
    return tuple(sorted(found.values(), key=lambda one: (one.trigger, one.predicate, one.value)))


def _marked(passage: Passage, told: Iterable[Proposition]) -> Iterator[Proposition]:
    """Yield propositions, with those that the claim itself says marked as main."""
    main = frozenset(passage.span(token) for token in _main(passage.tokens))
    for one in told:
        yield one.model_copy(update={"main": True}) if one.trigger in main else one


def _main(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield what a stretch says: its verbs, or what one is accused "of doing", with what completes them."""
    announced = [one for one in tokens if is_all_said(one, tokens)]
    for verb in (*(main_verbs(tokens) or _charges(tokens)), *announced):
        chain = [verb, *children(verb, "xcomp", "conj"), *_told_under(verb)]
        for one in (*chain, *(below for link in chain[1:] for below in children(link, "xcomp"))):
            # "is in favour of it" says all with its phrase, "is a kind of fraud" with what stands behind "of"
            said = children(one, *COMPLEMENTS, *(("prep", "advmod") if is_bare(one) else ()))
            yield from (one, *said, *map(counted_of, said))


def _charges(tokens: Sequence[Token]) -> list[Token]:
    links = [one for root in roots(tokens) for one in (root, *children(root, "prep"))]
    return [done for one in links if one.lower_ in _CHARGING for done in children(one, "pcomp", "pobj")]


def _told_under(verb: Token) -> list[Token]:
    """Return the clauses of a verb that says nothing alone: "the truth is that it sank", "let him go"."""
    light = words("grammar", "light") - (words("acts", "speech") - {"be"})
    told = children(verb, "ccomp") if verb.lemma in light and not has(verb, *COMPLEMENTS) else []
    return [one for one in told if verb.lemma == "be" or not one.left_edge.tag_.startswith("W")]


def particulars(passage: Passage) -> Iterator[Proposition]:
    """Yield the particulars in the words of one claim, in text order."""
    first, last = passage.tokens[0], passage.tokens[-1]
    for name, read in (("age", _age), ("clock", _clock), ("bearing", _bearing)):
        for match in _pattern(name).finditer(passage.paragraph.text, first.idx, last.idx + len(last)):
            yield from read(passage, match)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(table("particulars")[name])


def _at(passage: Passage, match: re.Match[str], group: int = 0) -> Span:
    """Return where a group of a match in a paragraph stands in the source."""
    return (passage.paragraph.start + match.start(group), passage.paragraph.start + match.end(group))


def _age(passage: Passage, match: re.Match[str]) -> Iterator[Proposition]:
    """Yield how old somebody is."""
    group = match.lastindex or 0
    whom = _person(passage, match, _token_at(passage, match.start(group)))
    if whom is not None:
        yield passage.answer(("age", match[group]), "age", _at(passage, match, group), whom)


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
        whose = child(verb, "nsubj", "nsubjpass")
        yield passage.answer(("clock", value), verb.lemma, _at(passage, match), whose)


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
    yield passage.answer(("bearing", value), "lie", _at(passage, match, 1), place)


def _token_at(passage: Passage, place: int) -> Token:
    """Return the token at a place of the paragraph."""
    return next(token for token in passage.paragraph.doc if token.idx + len(token.text_with_ws) > place)
