"""The figures of a claim as intervals with scope.

A number phrase (``numbers``) becomes a ``Quantity`` when the parse says what it counts or
measures, and what happened to it (``counted``, ``fate``, ``measures``, ``scope``). What counts nothing
is left out: a figure too few is better than a figure that is none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimgraph.extract.counts import scope
from claimgraph.extract.counts.counted import Counted, event_of_noun, find_counted
from claimgraph.extract.counts.ellipsis import is_of_it, names_figure, taken_up, unnumbered
from claimgraph.extract.counts.fate import are_bodies, event_of
from claimgraph.extract.counts.measures import is_duration, magnitude_event, measure_unit, toll_of
from claimgraph.extract.counts.numbers import Number, numbers
from claimgraph.extract.grammar.tree import child, governed
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.times.expressions import window_of
from claimgraph.extract.tokens import Token, Tokens
from claimgraph.lexicon import words
from claimgraph.lexicon.harm import counts_people, person_class, told_of
from claimgraph.model import Quantity, Span

_TERM = re.compile(
    r"(?i)[- ](year|month|day|week)s?(?: to life)?(?: (?:in|of) (?:prison|jail|custody|imprisonment)"
    r"|['’]? (?:suspended )?(?:behind bars|imprisonment|(?:jail|prison)(?: term| sentence)?|sentence))\b"
)
_TIME = re.compile(r"(?i)[- ](year|month|day|week)s?\b")
_SENTENCED = re.compile(r"(?i)\b(?:sentenced|jailed|imprisoned|sentence of|condemned|term of)\b[^.;]*$")
_BRACKET = re.compile(r"\(\s*(?:about |some |around )?$")
_PARTITIVE = re.compile(r"(?i)\s+of (?:them|whom|these|those)\b")
_PART_BEFORE = re.compile(r"(?i)\b(?:including|among (?:them|whom)|of (?:them|whom))[,:]?\s+$")
_FEW = 10
"""A vague number below this ("several leaders") reports no figure."""
_A_SUM = 1e6
"""From here on a number behind a sum is a sum as well, where it counts nothing."""


def quantities(article: Article, spans: tuple[Span, ...]) -> tuple[Quantity, ...]:
    """Return the figures inside the spans of one claim, in text order.

    Args:
        article: the parsed source.
        spans: the content of the claim, in positions of the source's text.

    Returns:
        One quantity a number phrase; each ``text`` is the source's text under its ``span``.
    """
    found: dict[Span, Quantity] = {}
    touched = {paragraph.index: paragraph for span in spans for paragraph in article.overlapping(span)}
    for place, paragraph in sorted(touched.items()):
        inside = [
            (max(start, paragraph.start) - paragraph.start, min(end, paragraph.end) - paragraph.start)
            for start, end in spans
        ]
        above = article.paragraphs[place - 1] if place else None
        for quantity in (*_numbered(paragraph, inside, above), *unnumbered(paragraph, inside)):
            found.setdefault(quantity.span, quantity)
    return tuple(found[span] for span in sorted(found))


def _numbered(paragraph: Paragraph, inside: list[Span], above: Paragraph | None) -> Iterator[Quantity]:
    last: Quantity | None = None
    for number in numbers(paragraph.text):
        homes = (span for span in inside if span[0] <= number.core[0] and number.core[1] <= span[1])
        home = next(homes, None)
        if home is None:
            continue
        reader = _Reader(paragraph, number, home)
        quantity = reader.as_before(_told_before(paragraph, number, above), reader.read())
        if quantity is not None:
            last = _of_the_whole(paragraph, number, quantity, last)
            yield last


def _told_before(paragraph: Paragraph, number: Number, above: Paragraph | None) -> Quantity | None:
    """Return the last figure of a number's form told before it, in its paragraph or else in the one above."""
    here = [one for one in _figures_of(paragraph) if one[0].end <= number.start]
    earlier = (*reversed(here), *reversed(_figures_of(above) if above is not None else ()))
    return next((quantity for one, quantity in earlier if _is_like(number, one)), None)


def _is_like(number: Number, before: Number) -> bool:
    """Tell whether a number is of the form of one before; after a sum "90 million" can leave out of what."""
    sum_of_it = before.form == "money" and number.form == "count" and (number.low or 0) >= _A_SUM
    return sum_of_it or (before.form, before.currency) == (number.form, number.currency)


@lru_cache(maxsize=8)
def _figures_of(paragraph: Paragraph) -> tuple[tuple[Number, Quantity], ...]:
    """Return the figures of a whole paragraph that say themselves what they are of."""
    whole = (0, len(paragraph.text))
    read = ((one, _Reader(paragraph, one, whole).read()) for one in numbers(paragraph.text))
    return tuple((one, found) for one, found in read if found is not None and found.unit != "magnitude")


def _of_the_whole(paragraph: Paragraph, number: Number, part: Quantity, whole: Quantity | None) -> Quantity:
    """Return a part with the event of the whole: "45 people were killed, among them 12 children".

    A part without a class of its own ("including 12 in the capital") would read as another total.
    """
    if whole is None or _PART_BEFORE.search(paragraph.text[: number.start]) is None:
        return part
    if part.unit != "people" or counts_people(part.event) or not counts_people(whole.event):
        return part
    own_class = part.category not in {None, "person", whole.category}
    return part.model_copy(update={"event": whole.event if own_class else None})


class _Reader:
    """Reads one number phrase of a paragraph; holds what every step needs."""

    def __init__(self, paragraph: Paragraph, number: Number, home: Span) -> None:
        self.paragraph, self.doc, self.text = paragraph, paragraph.doc, paragraph.text
        self.home, self.number = home, number
        self.tokens, phrase = self._tokens(number.core), self._tokens((number.start, number.end))
        self.first, self.after = phrase.start, phrase.end
        if (partitive := _PARTITIVE.match(self.text, number.end)) is not None:
            self.after += len(partitive.group().split())

    def _tokens(self, span: Span) -> Tokens:
        tokens = self.paragraph.tokens(self.paragraph.start + span[0], self.paragraph.start + span[1])
        return self.doc[tokens[0].i : tokens[-1].i + 1]

    def read(self) -> Quantity | None:
        """Return the quantity, or None where the number counts nothing worth comparing."""
        event = magnitude_event(self.text, self.number, self.tokens)
        if event is not None:
            return self._build("magnitude", event)
        if self.number.form in {"percent", "money"}:
            return self._share_or_sum()
        if is_duration(self.text, self.number.end):
            return self._sentence_term()
        if measure := measure_unit(self.text, self.number.end):
            return self._measure(*measure)
        return self._count()

    def as_before(self, before: Quantity | None, own: Quantity | None) -> Quantity | None:
        """Return the number as a figure of what an earlier one is of, where the words leave that out.

        Args:
            before: the last figure of its form told before it.
            own: what the number was read as by itself.
        """
        number = self.number
        if before is None or number.vague or (own is not None and not self._is_left_out(own)):
            return own
        if self.text[number.start : number.end].lower() == "one":
            return own  # a pronoun, unless it is "only one"
        found = self._counted()
        if number.form == "count" and found.noun is not None:
            return own
        said = self.text[slice(*self.home)].strip(" .,;\u201d\u0022").removeprefix("of ")  # "spoke of 128"
        alone = said == self.text[number.start : number.end]
        taken = taken_up(found, before, alone=alone)
        if taken is None:
            return own
        figure = self._build(before.unit, taken.event, of=before.of, category=before.category)
        return figure.model_copy(update={"takes_up": before.span}) if taken.same else figure

    def _is_left_out(self, own: Quantity) -> bool:
        """Tell whether a share or a sum does not say of what it is."""
        found = self._counted()
        of_it = found.anchor is not found.noun and is_of_it(found.anchor)  # "it was no $9m request"
        return self.number.form != "count" and (names_figure(own.of) or of_it)

    def _build(
        self, unit: str, event: str | None, *, of: str | None = None, category: str | None = None
    ) -> Quantity:
        """Assemble the quantity; the number phrase is cut to the claim's own words."""
        number = self.number
        start, end = max(number.start, self.home[0]), min(number.end, self.home[1])
        side = scope.side_of_phrase(of)
        suffered = side is None and (event == "lose" or counts_people(event))
        own, holder = scope.holder_of(self.tokens.root) if suffered else (False, None)
        return Quantity(
            low=number.low,
            high=number.high,
            text=self.text[start:end],
            span=(self.paragraph.start + start, self.paragraph.start + end),
            unit=unit,
            event=event,
            of=of,
            of_side=side or holder,
            category=category,
            own=True if own else None,
            approximate=number.approximate,
            additional=number.additional,
            window=window_of(self.text[slice(*self.home)]),
        )

    def _share_or_sum(self) -> Quantity:
        found = self._counted()
        percent = self.number.form == "percent"
        measured = self._measured(found)
        event = event_of(found) or self._befallen(measured)
        if event is None or (not percent and counts_people(event)):
            event = scope.general_event(found.anchor, self.home[0], of_people=percent)
        of = scope.phrase_of(measured, self.after, self.first)
        category = person_class(measured.lemma_) if measured is not None else None
        return self._build(
            "percent" if percent else str(self.number.currency), event, of=of, category=category
        )

    def _befallen(self, valued: Token | None) -> str | None:
        """Return what befell what a sum is the worth of: "stole diamonds valued at $5m"."""
        if valued is None or self.number.form != "money":
            return None
        event = event_of(Counted(self.tokens, valued, valued, self.first, self.after))
        return None if counts_people(event) else event

    def _measured(self, found: Counted) -> Token | None:
        """Return what a share or a sum belongs to, outside the number phrase."""
        noun = found.noun if found.noun is not None and found.noun.i >= self.after else None
        noun = governed(noun, "of") if noun is not None and noun.lower_ == "worth" else noun
        noun = scope.sized_at(found.anchor) or noun or scope.measured_noun(found.anchor)
        if noun is None or noun.lower_ in {"percent", "%"} or noun.dep_ == "npadvmod":
            return None  # "73 percent to 63 percent", "33 percent last month"
        return None if self.first <= noun.i < self.after else noun

    def _sentence_term(self) -> Quantity | None:
        """Keep a stretch of time only where it is what is claimed: a term in prison."""
        start, end = self.number.start, self.number.end
        behind, before = self.text[end:], self.text[max(0, start - 50) : start]
        term = _TERM.match(behind) or (_TIME.match(behind) if _SENTENCED.search(before) else None)
        if term is None:
            return None
        return self._build(
            term[1].lower(), "sentenced", of=scope.phrase_of(scope.sentenced(self.tokens.root))
        )

    def _measure(self, unit: str, end: int) -> Quantity | None:
        if _BRACKET.search(self.text[: self.number.start]):
            return None  # a conversion of the measure before it
        found = find_counted(self.tokens, self.first, self.after)
        event = event_of(found) or scope.general_event(found.noun or found.anchor, self.home[0])
        after = next((token for token in self.doc[self.after :] if token.idx >= end), None)
        inner = child(after, "pobj") if after is not None and after.lower_ == "of" else None
        measured = self._build(unit, event, of=scope.phrase_of(inner))
        return measured.model_copy(update={"window": None}) if unit in words("counts", "rates") else measured

    def _counted(self) -> Counted:
        """Return how the number hangs on its sentence; a share or a sum does with its whole phrase."""
        phrase = self.doc[self.first : self.after]
        alone = self.number.form == "count" or phrase.root.pos_ == "ADP"
        return find_counted(self.tokens if alone else phrase, self.first, self.after)

    def _count(self) -> Quantity | None:
        found = self._counted()
        if scope.is_kinship(found):
            return self._build("people", "children", category="child")
        if scope.is_the_whole(found) or scope.names_a_thing(found):
            return None
        event = event_of(found)
        nameless = found.noun is None or person_class(found.noun.lemma_) == "person"
        toll = toll_of(found.anchor) if event is None and nameless else None
        if toll is not None:
            return self._build("people", toll[0], category=scope.category_of(toll[1], "person"))
        return self._of_noun(found, event)

    def _of_noun(self, found: Counted, event: str | None) -> Quantity | None:
        unit, category = scope.unit_of(found.noun, event)
        if event is None and unit in {None, "people"} and scope.is_population(found):
            event, unit, category = "population", "people", category or "person"
        if unit is None or self._says_nothing(found, event):
            return None
        told = told_of(event, unit) or scope.general_event(found.anchor, self.home[0])
        counted = self._build(unit, told, of=self._whom(found, event), category=category)
        # There may be more dead than bodies found.
        return (
            counted.model_copy(update={"high": None}) if are_bodies(found) and event == "killed" else counted
        )

    def _whom(self, found: Counted, event: str | None) -> str | None:
        """Return the phrase naming whom; of "12 deaths in the fire" only whose deaths they are."""
        noun = found.noun
        if noun is None or noun.lemma in {"life", "body"}:
            return None
        if event is None or event_of_noun(noun) is None:
            return scope.phrase_of(noun, self.after)
        return scope.phrase_of(governed(noun, "of", "among"))

    def _says_nothing(self, found: Counted, event: str | None) -> bool:
        """Tell whether the number is a pronoun ("one") or counts something nobody could dispute."""
        if found.noun is not None and found.noun.lemma == "other":
            return not counts_people(event)  # "1,200 homes were destroyed and 21,000 others damaged"
        if event is not None:
            return False
        number = self.number
        vague = number.vague and (number.low or 0) < _FEW
        one = self.text[slice(*number.core)].lower() == "one" and number.high is not None
        return vague or one or number.high == 0 or scope.is_idle(found)
