"""The figures of a claim as intervals with scope.

A number phrase (``numbers``) becomes a ``Quantity`` when the parse says what it counts or
measures, and what happened to it (``counted``, ``tolls``, ``scope``). What counts nothing is
left out: a figure too few is better than a figure that is none.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimgraph.extract import counted as reading
from claimgraph.extract import scope
from claimgraph.extract.circumstances import are_bodies, circumstance, strike_share
from claimgraph.extract.holders import holder_of, lost_event
from claimgraph.extract.numbers import Number, bounded, numbers
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.parts import behind_partitive, is_the_whole, of_the_whole
from claimgraph.extract.tolls import (
    centre_of,
    is_capacity,
    is_duration,
    magnitude_event,
    measure_unit,
    names_a_figure,
    toll_of,
)
from claimgraph.extract.victims import unnumbered
from claimgraph.extract.windows import window_of
from claimgraph.lexicon import table
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_TERM = re.compile(
    r"(?i)[- ](year|month|day|week)s?(?: to life)? (?:in|of) (?:prison|jail|custody|imprisonment)\b"
    r"|[- ](year|month|day|week)s?(?: to life)?['’]? "
    r"(?:behind bars|imprisonment|(?:jail|prison)(?: term| sentence)?|sentence)\b"
)
_TIME = re.compile(r"(?i)[- ](year|month|day|week)s?\b")
_SENTENCED = re.compile(r"(?i)\b(?:sentenced|jailed|imprisoned|sentence of|condemned|term of)\b[^.;]*$")


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
    for _, paragraph in sorted(touched.items()):
        inside = [
            (max(start, paragraph.start) - paragraph.start, min(end, paragraph.end) - paragraph.start)
            for start, end in spans
            if start < paragraph.end and end > paragraph.start
        ]
        if inside:
            before = article.paragraphs[paragraph.index - 1 : paragraph.index]
            for quantity in _paragraph_quantities(paragraph, inside, before):
                found.setdefault(quantity.span, quantity)
    return tuple(found[span] for span in sorted(found))


def _paragraph_quantities(
    paragraph: Paragraph, inside: list[Span], before: Sequence[Paragraph]
) -> list[Quantity]:
    found: list[Quantity] = []
    taken: list[Span] = []
    for number in numbers(paragraph.text):
        home = next(
            (span for span in inside if span[0] <= number.core[0] and number.core[1] <= span[1]), None
        )
        if home is None:
            continue
        taken.append(number.core)
        reader = _reader(paragraph, number, home)
        if reader is None:
            continue
        quantity = reader.read() or _taken_up(reader, before)
        if quantity is not None:
            found.append(of_the_whole(paragraph.text, paragraph.start, quantity, found))
    return [*found, *unnumbered(paragraph, inside, taken)]


def _reader(paragraph: Paragraph, number: Number, home: Span) -> "_Reader | None":
    doc = paragraph.doc
    tokens = doc.char_span(*number.core, alignment_mode="expand")
    phrase = doc.char_span(number.start, number.end, alignment_mode="expand")
    return None if tokens is None or phrase is None else _Reader(paragraph, number, home, tokens, phrase)


def _taken_up(reader: "_Reader", before: Sequence[Paragraph]) -> Quantity | None:
    """Read "police put the figure at 40" as one more number of what the last figure counted."""
    if not reader.refers_back():
        return None
    for paragraph in (reader.paragraph, *before):
        whole = (0, len(paragraph.text))
        for number in reversed(numbers(paragraph.text)):
            here = paragraph is reader.paragraph
            if number.form != "count" or (here and number.end > reader.number.start):
                continue
            earlier = _reader(paragraph, number, whole)
            counted = earlier.read() if earlier is not None else None
            if counted is not None and counted.event is not None and counted.unit != "magnitude":
                return reader.alike(counted)
    return None


class _Reader:
    """Reads one number phrase of a paragraph; holds what every step needs."""

    def __init__(
        self, paragraph: Paragraph, number: Number, home: Span, tokens: "TokenSpan", phrase: "TokenSpan"
    ) -> None:
        self.paragraph = paragraph
        self.doc = paragraph.doc
        self.text = paragraph.text
        self.home = home
        self.number = number
        self.tokens = tokens
        self.first, self.after = phrase.start, phrase.end
        behind = behind_partitive(self.text, number.end)
        while behind is not None and self.after < len(self.doc) and self.doc[self.after].idx < behind:
            self.after += 1

    def read(self) -> Quantity | None:
        """Return the quantity, or None where the number counts nothing worth comparing."""
        event = magnitude_event(self.text, self.doc, self.number, self.tokens.start, self.tokens.end)
        if event is not None:
            return self._magnitude(event)
        if self.number.form in {"percent", "money"}:
            return self._share_or_sum()
        if is_duration(self.text, self.number.end):
            return self._sentence_term()
        if measure := measure_unit(self.text, self.number.end):
            return self._measure(*measure)
        if is_capacity(self.text, self.number.start, self.number.end):
            return self._build("people", "capacity")
        return self._count()

    def refers_back(self) -> bool:
        """Tell whether the number is given for a count told before: for "the figure", or alone."""
        if self.number.form != "count":
            return False
        alone = re.sub(r"[\W_]+", "", self.text[slice(*self.home)])
        stands_alone = alone == re.sub(r"[\W_]+", "", self.text[self.number.start : self.number.end])
        return stands_alone or names_a_figure(reading.find_counted(self.tokens, self.after).anchor)

    def alike(self, counted: Quantity) -> Quantity:
        """Return the number as one of what another figure counts."""
        return self._build(counted.unit, counted.event, of=counted.of, category=counted.category)

    def _build(
        self, unit: str, event: str | None, *, of: str | None = None, category: str | None = None
    ) -> Quantity:
        """Assemble the quantity; the number phrase is cut to the claim's own words."""
        number = self.number
        start, end = max(number.start, self.home[0]), min(number.end, self.home[1])
        side = scope.side_of_phrase(of)
        suffered = side is None and (event == "lose" or reading.counts_people(event))
        own, holder = holder_of(self.tokens.root) if suffered else (False, None)
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

    def _counted(self) -> tuple[reading.Counted, str | None]:
        found = reading.find_counted(self.tokens, self.after)
        event = reading.event_of(found, self.after, self.first) or circumstance(found, self.after)
        return found, event

    def _magnitude(self, event: str) -> Quantity:
        """Read a magnitude; the words that bound it may stand before the word "magnitude"."""
        number = self.number
        before = re.search(r"(?i)\b(?:magnitudes?|force|strength)(?:[ -]| of )$", self.text[: number.start])
        if before:
            wider = bounded(
                self.text, Number(before.start(), number.end, number.core, number.low, number.high)
            )
            if wider.start < before.start():
                self.number = wider
        return self._build("magnitude", event)

    def _share_or_sum(self) -> Quantity:
        phrase = self.doc[self.first : self.after]
        found = reading.find_counted(self.tokens if phrase.root.pos_ == "ADP" else phrase, self.after)
        event = reading.event_of(found, self.after, self.first)
        unit = "percent" if self.number.form == "percent" else str(self.number.currency)
        noun = found.noun if found.noun is not None and found.noun.i >= self.after else None
        measured = scope.measured_noun(found.anchor, noun)
        if measured is not None and (self.first <= measured.i < self.after or measured.like_num):
            measured = None
        if unit == "percent":
            event = event or circumstance(found, self.after) or strike_share(found.anchor, measured)
        if event is None or (unit != "percent" and reading.counts_people(event)):
            event = scope.general_event(found.anchor, of_people=unit == "percent")
        category = reading.person_class(measured.lemma_) if measured is not None else None
        return self._build(
            unit,
            event,
            of=scope.phrase_of(measured, self.after, self.first),
            category=category,
        )

    def _sentence_term(self) -> Quantity | None:
        """Keep a stretch of time only where it is what is claimed: a term in prison."""
        behind = self.text[self.number.end :]
        term = _TERM.match(behind)
        if term is None and _SENTENCED.search(self.text[max(0, self.number.start - 50) : self.number.start]):
            term = _TIME.match(behind)
        if term is None:
            return None
        unit = next(filter(None, term.groups())).lower()
        return self._build(unit, "sentenced", of=scope.phrase_of(scope.sentenced(self.tokens.root)))

    def _measure(self, unit: str, end: int) -> Quantity | None:
        bracketed = re.search(r"\(\s*(?:about |some |around )?$", self.text[: self.number.start])
        if bracketed and re.match(r"\s*[\w ]*\)", self.text[end:]):
            return None  # a conversion of the measure before it
        if unit in {"km", "mile"} and (place := centre_of(self.text, self.number.start, end)):
            return self._build(unit, "centred", of=place)
        found, event = self._counted()
        after = next((token for token in self.doc[self.after :] if token.idx >= end), None)
        inner = None
        if after is not None and after.lower_ == "of":
            inner = next((child for child in after.children if child.dep_ == "pobj"), None)
        anchor = found.noun if found.noun is not None else found.anchor
        return self._build(unit, event or scope.general_event(anchor), of=scope.phrase_of(inner))

    def _count(self) -> Quantity | None:
        found, event = self._counted()
        if scope.is_kinship(found):
            return self._build("people", "children", category="child")
        if found.noun is not None and scope.names_a_thing(self.tokens[-1], found.noun):
            return None
        if is_the_whole(self.doc, self.first, found.noun):
            return None
        if event is None and (found.noun is None or found.noun.lemma_.lower() in {"people", "person"}):
            toll = toll_of(found.anchor)
            if toll is not None and found.noun is None:
                return self._toll(*toll)
            event = toll[0] if toll is not None else None
        unit, category = scope.unit_of(found.noun, event)
        event = event or lost_event(found, category)
        if event is None and unit in {None, "people"} and scope.is_population(found):
            event, unit, category = "population", "people", category or "person"
        if unit is None or self._idle(found.noun, event):
            return None
        if found.noun is not None and found.noun.lemma_ == "other" and not reading.counts_people(event):
            return None  # "1,200 homes were destroyed and 21,000 others damaged"
        if unit != "people":
            event = reading.of_things(event)
        elif event == "fired":
            event = "laid off"
        counted = self._build(
            unit,
            event or scope.general_event(found.anchor) or ("recorded" if unit == "case" else None),
            of=self._whom(found.noun, event),
            category=category,
        )
        if event == "killed" and are_bodies(found):  # there may be more dead than bodies found
            of = counted.of if found.noun is None or found.noun.lemma_.lower() != "body" else None
            return counted.model_copy(update={"high": None, "of": of})
        return counted

    def _toll(self, event: str, noun: "Token") -> Quantity:
        """Read a bare figure off the noun that holds the count ("the death toll rose to 10")."""
        of = scope.phrase_of(noun, stop=self.first)
        whose = scope.behind(noun, {"for", "among"})
        if whose is not None and whose.i < self.first:  # "the toll for Corland pilgrims"
            of = scope.phrase_of(whose)
        return self._build(
            "people",
            event,
            of=of if of is not None and side_of(of) else None,
            category=scope.category_of(noun, "person"),
        )

    def _whom(self, noun: "Token | None", event: str | None) -> str | None:
        """Return the phrase naming whom; for "12 civilian deaths" what stands with the noun."""
        if noun is None or noun.lemma_.lower() == "life":
            return None
        if event is None or noun.lemma_.lower() not in reading.event_nouns():
            return scope.phrase_of(noun, self.after)
        target = scope.behind(noun, {"of", "among"})
        if target is not None:
            return scope.phrase_of(target)
        labels = {"amod", "compound", "poss", "nmod"}
        named = [child for child in noun.children if child.dep_ in labels and child.i >= self.after]
        if any(
            side_of(child.text) or reading.person_class(child.lemma_) or child.lower_ in scope.POSSESSIVES
            for child in named
        ):
            return self.text[named[0].idx : named[-1].idx + len(named[-1])]
        return None

    def _idle(self, noun: "Token | None", event: str | None) -> bool:
        """Tell whether the number is a pronoun ("one") or counts something nobody could dispute.

        "The two countries" and "several leaders" refer; they do not report a figure.
        """
        if event is not None:
            return False
        before = self.doc[self.first - 1] if self.first > 0 else None
        definite = before is not None and (
            before.lower_ in {"the", "these", "those", "both"} or before.tag_ == "PRP$"
        )
        small_vague = self.number.vague and (self.number.low or 0) < 10
        bare_one = self.text[slice(*self.number.core)].lower() == "one" and self.number.high is not None
        listed = noun is not None and noun.lemma_.lower() in table("units")["idle"]["words"]
        return definite or small_vague or bare_one or listed or self.number.high == 0
