"""The figures of a claim as intervals with scope.

A number phrase (``numbers``) becomes a ``Quantity`` when the parse says what it counts or
measures, and what happened to it (``counted``, ``tolls``). What counts nothing is left out:
a figure too few is better than a figure that is none.
"""

import re
from typing import TYPE_CHECKING

from claimgraph.extract import counted as reading
from claimgraph.extract.numbers import Number, bounded, numbers
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.tolls import is_duration, magnitude_event, measure_unit, toll_of
from claimgraph.extract.windows import window_of
from claimgraph.lexicon import table
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSSESSIVES = frozenset({"its", "their", "our", "his", "her", "my", "your"})
_PHRASE_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "case", "punct"})


def quantities(article: Article, spans: tuple[Span, ...]) -> tuple[Quantity, ...]:
    """Return the figures inside the spans of one claim, in text order.

    Args:
        article: the parsed source.
        spans: the content of the claim, in positions of the source's text.

    Returns:
        One quantity a number phrase; each ``text`` is the source's text under its ``span``.
    """
    found: dict[Span, Quantity] = {}
    for paragraph in article.paragraphs:
        inside = [
            (max(start, paragraph.start) - paragraph.start, min(end, paragraph.end) - paragraph.start)
            for start, end in spans
            if start < paragraph.end and end > paragraph.start
        ]
        if not inside:
            continue
        for quantity in _paragraph_quantities(paragraph, inside):
            found.setdefault(quantity.span, quantity)
    return tuple(found[span] for span in sorted(found))


def _paragraph_quantities(paragraph: Paragraph, inside: list[Span]) -> list[Quantity]:
    text = paragraph.doc.text
    found: list[Quantity] = []
    taken: list[Span] = []
    for number in numbers(text):
        home = next(
            (span for span in inside if span[0] <= number.core[0] and number.core[1] <= span[1]), None
        )
        if home is None:
            continue
        taken.append(number.core)
        quantity = _Reader(paragraph, number, home).read()
        if quantity is not None:
            found.append(quantity)
    return found + _single_victims(paragraph, inside, taken)


class _Reader:
    """Reads one number phrase of a paragraph; holds what every step needs."""

    def __init__(self, paragraph: Paragraph, number: Number, home: Span) -> None:
        self.paragraph = paragraph
        self.doc = paragraph.doc
        self.text = paragraph.doc.text
        self.home = home
        self.number = number
        self.tokens = self.doc.char_span(*number.core, alignment_mode="expand")
        phrase = self.doc.char_span(number.start, number.end, alignment_mode="expand")
        self.first, self.after = phrase.start, phrase.end

    def read(self) -> Quantity | None:
        """Return the quantity, or None where the number counts nothing worth comparing."""
        event = magnitude_event(self.doc, self.number, self.tokens.start, self.tokens.end)
        if event is not None:
            return self._magnitude(event)
        if self.number.form in {"percent", "money"}:
            return self._share_or_sum()
        if is_duration(self.text, self.number.end):
            return self._sentence_term()
        if measure := measure_unit(self.text, self.number.end):
            return self._measure(*measure)
        return self._count()

    def _build(self, unit: str, number: Number | None = None, **scope: str | bool | None) -> Quantity:
        """Assemble the quantity; the number phrase is cut to the claim's own words."""
        number = number or self.number
        start, end = max(number.start, self.home[0]), min(number.end, self.home[1])
        low, high = number.low, number.high
        of = scope.get("of")
        return Quantity(
            low=low,
            high=high,
            text=self.text[start:end],
            span=(self.paragraph.start + start, self.paragraph.start + end),
            unit=unit,
            approximate=number.approximate,
            additional=number.additional,
            window=window_of(self.text[slice(*self.home)]),
            of_side=_side(str(of)) if of else None,
            **scope,  # type: ignore[arg-type]
        )

    def _magnitude(self, event: str) -> Quantity:
        before = re.search(
            r"(?i)\b(?:magnitudes?|force|strength)(?:[ -]| of )$", self.text[: self.number.start]
        )
        number = self.number
        if before:
            wider = bounded(
                self.text, Number(before.start(), number.end, number.core, number.low, number.high)
            )
            if (wider.low, wider.high, wider.approximate) != (
                number.low,
                number.high,
                number.approximate,
            ) and wider.start < before.start():
                number = wider
        return self._build("magnitude", number, event=event)

    def _share_or_sum(self) -> Quantity:
        counted = reading.find_counted(self.tokens, self.after)
        unit = "percent" if self.number.form == "percent" else str(self.number.currency)
        event = reading.event_of(counted, self.after, self.first)
        noun = counted.noun
        if noun is not None and noun.i < self.after:
            noun = None
        measured = _measured_noun(counted.anchor, noun)
        if event is None:
            event = _general_event(counted.anchor)
        category = reading.person_class(measured.lemma_) if measured is not None else None
        return self._build(
            unit, event=event, of=_phrase(measured) if measured is not None else None, category=category
        )

    def _sentence_term(self) -> Quantity | None:
        """Keep a stretch of time only where it is what is claimed: a term in prison."""
        behind = self.text[self.number.end :]
        term = re.match(
            r"[- ](year|month|day|week)s?(?: to life)?(?:,| in (?:prison|jail|custody)| behind bars|['’]? ?(?:imprisonment|jail|prison|sentence))",
            behind,
        )
        before = self.text[max(0, self.number.start - 50) : self.number.start]
        sentenced = re.search(
            r"(?i)\b(?:sentenced|jailed|imprisoned|sentence of|condemned|term of)\b[^.;]*$", before
        )
        plain = re.match(r"[- ](year|month|day|week)s?\b", behind)
        unit = term or (plain if sentenced else None)
        if unit is None or (term and term.group().endswith(",") and not sentenced):
            return None
        return self._build(unit.group(1), event="sentenced")

    def _measure(self, unit: str, end: int) -> Quantity | None:
        between_brackets = re.search(r"\(\s*(?:about |some |around )?$", self.text[: self.number.start])
        if between_brackets and re.match(r"\s*[\w ]*\)", self.text[end:]):
            return None  # a conversion of the measure before it
        counted = reading.find_counted(self.tokens, self.after)
        noun = counted.noun
        of = None
        after = next((token for token in self.doc[self.after :] if token.idx >= end), None)
        if after is not None and after.lower_ == "of":
            of = next((child for child in after.children if child.dep_ == "pobj"), None)
        event = reading.event_of(counted, self.after, self.first) or _general_event(
            noun if noun is not None else counted.anchor
        )
        return self._build(unit, event=event, of=_phrase(of) if of is not None else None)

    def _count(self) -> Quantity | None:
        counted = reading.find_counted(self.tokens, self.after)
        event = reading.event_of(counted, self.after, self.first)
        of = _phrase(counted.noun) if counted.noun is not None else None
        bare = counted.noun is None or counted.noun.lemma_.lower() in {"people", "person"}
        if event is None and bare and (toll := toll_of(counted.anchor)):
            event, named = toll
            if counted.noun is None:
                of = _phrase(named)
                return self._build(
                    "people", event=event, of=of if side_of(of) else None, category=_category(named, "person")
                )
        unit, category = _unit(counted.noun, event)
        if unit is None or self._idle(counted.noun, event):
            return None
        if event is None and unit == "people" and _population(counted):
            event = "population"
        if event is None:
            event = _general_event(counted.anchor)
        return self._build(unit, event=event, of=self._whom(counted.noun, event, of), category=category)

    def _whom(self, noun: "Token | None", event: str | None, of: str | None) -> str | None:
        """Return the phrase naming whom; for "12 civilian deaths" what stands with the noun."""
        if noun is not None and noun.lemma_.lower() == "life":
            return None
        if noun is None or event is None or noun.lemma_.lower() not in reading.event_nouns():
            return of
        inner = next(
            (child for child in noun.children if child.dep_ == "prep" and child.lower_ in {"of", "among"}),
            None,
        )
        target = (
            next((child for child in inner.children if child.dep_ == "pobj"), None)
            if inner is not None
            else None
        )
        if target is not None:
            return _phrase(target)
        named = [
            child
            for child in noun.children
            if child.dep_ in {"amod", "compound", "poss", "nmod"} and child.i >= self.after
        ]
        if any(
            side_of(child.text) or reading.person_class(child.lemma_) or child.lower_ in _POSSESSIVES
            for child in named
        ):
            return self.text[named[0].idx : named[-1].idx + len(named[-1])]
        return None

    def _idle(self, noun: "Token | None", event: str | None) -> bool:
        """Tell whether the number is a pronoun ("one") or counts something nobody could dispute."""
        core = self.text[slice(*self.number.core)].lower()
        if core == "one":
            bound = self.number.low is None or self.number.high is None
            return not bound and event is None
        return noun is not None and event is None and noun.lemma_.lower() in table("units")["idle"]["words"]


def _unit(noun: "Token | None", event: str | None) -> tuple[str | None, str | None]:
    """Return the unit counted and the class of person."""
    people = reading.counts_people(event)
    if noun is None:
        return ("people", "person") if people else (None, None)
    lemma = noun.lemma_.lower()
    category = _category(noun, None)
    if category is not None or _is_a_people(noun):
        return "people", category or "person"
    if lemma in reading.event_nouns():
        return ("people", "person") if people else (lemma, None)
    if (
        people
        and lemma not in table("units")["animals"]["words"]
        and lemma not in _THINGS_FREED
        and noun.pos_ != "PRON"
    ):
        return "people", "person"
    for unit, names in table("units")["same"].items():
        if lemma in names:
            return unit, None
    return lemma, None


_THINGS_FREED = frozenset(
    {"statement", "document", "photo", "video", "report", "image", "bond", "record", "book", "album"}
)
"""What "released" and "captured" may be said of without being people."""


def _is_a_people(noun: "Token") -> bool:
    """Tell whether a plural name stands for persons ("twelve Brazilians")."""
    return noun.tag_ in {"NNPS", "NNS"} and noun.text[:1].isupper() and side_of(noun.text) is not None


def _category(noun: "Token", default: str | None) -> str | None:
    """Return the class of person of a noun, its modifiers included ("police officers", "civilian deaths")."""
    lemma = noun.lemma_.lower()
    own = reading.person_class(lemma) or reading.person_class(noun.lower_)
    modifiers = [
        child for child in noun.children if child.dep_ in {"amod", "compound", "nmod"} and child.i < noun.i
    ]
    for child in modifiers:
        if child.lower_ in {"army", "military", "navy"}:
            return "soldier" if own in {None, "police", "person"} else own
        if child.lower_ == "police":
            return "police"
        by_modifier = reading.person_class(child.lemma_)
        if by_modifier not in {None, "person"} and (own == "person" or lemma in reading.event_nouns()):
            return by_modifier
    inner = next(
        (child for child in noun.children if child.dep_ == "prep" and child.lower_ in {"of", "among"}), None
    )
    if lemma in reading.event_nouns() and inner is not None:
        target = next((child for child in inner.children if child.dep_ == "pobj"), None)
        if target is not None:
            return _category(target, default)
    return own or default


def _phrase(noun: "Token | None") -> str | None:
    """Return the noun with its modifiers and an "of" or "from" phrase, without number and article."""
    if noun is None:
        return None
    start = noun.i
    while (
        start > 0
        and noun.doc[start - 1].head in {noun, noun.doc[start]}
        and noun.doc[start - 1].dep_ in _PHRASE_MODIFIERS
    ):
        if noun.doc[start - 1].text in {",", ";", ":", "(", "—", "–"}:
            break
        start -= 1
    for child in noun.children:
        if child.dep_ == "poss" and child.i < start:
            start = min(start, child.left_edge.i)
    end = noun.i
    for child in noun.children:
        if (
            child.dep_ == "prep"
            and child.lower_ in {"of", "from"}
            and child.i == noun.i + 1
            and child.right_edge.i - noun.i < 8
        ):
            end = child.right_edge.i
    words = noun.doc[start : end + 1].text.strip(" -–“”\"'’,.")
    return words or None


def _side(of: str) -> str | None:
    first = of.split()[0].lower()
    return None if first in _POSSESSIVES else side_of(of)


def _measured_noun(anchor: "Token", noun: "Token | None") -> "Token | None":
    """Return the noun a share or a sum belongs to: "40 percent of homes", "a fine of $5m", "a 12 percent rise"."""
    if noun is not None:
        return noun
    head, relation = reading.nominal_role(anchor)
    for child in anchor.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "in"}:
            inner = next((grand for grand in child.children if grand.dep_ == "pobj"), None)
            if inner is not None and inner.i > anchor.i:
                return inner
    if relation in reading.MODIFIERS and head.pos_ in reading.NOMINAL and head.i > anchor.i:
        return head
    if relation == "pobj":
        governor = head.head
        if governor.pos_ in reading.NOMINAL:
            return governor
        head = governor
    if head.pos_ in {"VERB", "AUX"} and head.lemma_.lower() in table("units")["sizing"]["words"]:
        wanted = (
            reading.SUBJECTS | reading.PASSIVE_SUBJECTS | ({"dobj"} if relation == "pobj" else frozenset())
        )
        for child in head.children:
            if child.dep_ in wanted and child.i != anchor.i and child.pos_ in reading.NOMINAL:
                return child
    return None


def _general_event(anchor: "Token") -> str | None:
    """Return the lemma of the verb whose subject or object the counted is."""
    head, relation = reading.nominal_role(anchor)
    if relation == "pobj":
        head = head.head
        if head.pos_ not in {"VERB", "AUX"}:
            return None
    elif relation not in reading.SUBJECTS | reading.PASSIVE_SUBJECTS | reading.OBJECTS | {
        "npadvmod",
        "advmod",
    }:
        return None
    lemma = head.lemma_.lower()
    if head.pos_ != "VERB" or lemma in {"be", "have", "do", "say", "tell"}:
        return None
    particle = next((child.lower_ for child in head.children if child.dep_ == "prt"), None)
    return f"{lemma} {particle}" if particle else lemma


def _population(counted: "reading.Counted") -> bool:
    """Tell whether the number says how many live somewhere ("home to 20,000 people")."""
    head, relation = reading.nominal_role(counted.anchor)
    if relation == "pobj" and head.lower_ in {"of", "to"}:
        return head.head.lemma_.lower() in table("units")["population"]["words"]
    resident = counted.noun is not None and counted.noun.lemma_.lower() in {"resident", "inhabitant"}
    return resident and relation in {"dobj", "pobj"} and head.lemma_.lower() in {"have", "with"}


def _single_victims(paragraph: Paragraph, inside: list[Span], taken: list[Span]) -> list[Quantity]:
    """Read "killing a child" as one child: an indefinite person to whom an event happens."""
    found: list[Quantity] = []
    for article in paragraph.doc:
        noun = article.head
        if article.lower_ not in {"a", "an"} or article.dep_ != "det" or noun.tag_ not in {"NN", "NNP"}:
            continue
        start, end = article.idx, noun.idx + len(noun)
        category = reading.person_class(noun.lemma_)
        within = any(a <= start and end <= b for a, b in inside)
        if category is None or not within or any(a < end and b > start for a, b in taken):
            continue
        event = reading.victim_event(noun)
        if event is not None:
            text = paragraph.doc.text
            of = _phrase(noun)
            home = next(span for span in inside if span[0] <= start and end <= span[1])
            found.append(
                Quantity(
                    low=1, high=1, text=text[start:end], span=(paragraph.start + start, paragraph.start + end), unit="people",
                    event=event, of=of, of_side=_side(of) if of else None, category=_category(noun, category),
                    window=window_of(text[slice(*home)]),
                )
            )  # fmt: skip
    return found
