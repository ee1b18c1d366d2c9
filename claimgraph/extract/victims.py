"""Figures that have no number: "killing a child" is one, "nobody was hurt" is none."""

from typing import TYPE_CHECKING

from claimgraph.extract import counted as reading
from claimgraph.extract.parse import Paragraph
from claimgraph.extract.scope import category_of, phrase_of, side_of_phrase
from claimgraph.extract.windows import window_of
from claimgraph.model import Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_FURTHER = frozenset({"more", "other", "further", "new", "additional", "longer"})
_SINGLE = frozenset({"killed", "injured", "killed and injured", "missing", "kidnapped", "captured"})


def unnumbered(paragraph: Paragraph, inside: list[Span], taken: list[Span]) -> list[Quantity]:
    """Return the victims told without a number.

    Args:
        paragraph: the parsed paragraph.
        inside: the claim's spans in positions of the paragraph.
        taken: the bare numbers already read, so that "a hundred" is not read as one.
    """
    found: list[Quantity] = []
    first, last = min(start for start, _ in inside), max(end for _, end in inside)
    for token in paragraph.tokens(paragraph.start + first, paragraph.start + last):
        if token.idx < first:
            continue
        read = _nobody(token) or _single(token)
        if read is None:
            continue
        start, end = token.idx, read[0].idx + len(read[0])
        home = next((span for span in inside if span[0] <= start and end <= span[1]), None)
        if home is not None and not any(a < end and b > start for a, b in taken):
            found.append(_quantity(paragraph, (start, end), home, read))
    return found


def _quantity(paragraph: Paragraph, words: Span, home: Span, read: "tuple[Token, str, int]") -> Quantity:
    noun, event, count = read
    text = paragraph.text
    of = phrase_of(noun) if count else None
    return Quantity(
        low=count,
        high=count,
        text=text[slice(*words)],
        span=(paragraph.start + words[0], paragraph.start + words[1]),
        unit="people",
        event=event,
        of=of,
        of_side=side_of_phrase(of),
        category=category_of(noun, "person"),
        window=window_of(text[slice(*home)]),
    )


def _single(article: "Token") -> "tuple[Token, str, int] | None":
    """Read "killing a child": an indefinite person to whom harm comes."""
    noun = article.head
    if article.lower_ not in {"a", "an"} or article.dep_ != "det" or noun.tag_ not in {"NN", "NNP"}:
        return None
    if reading.person_class(noun.lemma_) is None:
        return None
    event = reading.victim_event(noun)
    return (noun, event, 1) if event in _SINGLE else None


def _nobody(token: "Token") -> "tuple[Token, str, int] | None":
    event = _none_harmed(token)
    if event is None or not reading.counts_people(event):
        return None
    return (token.head if token.lower_ == "no" else token), event, 0


def _none_harmed(token: "Token") -> str | None:
    """Return the event that happened to nobody: "there were no casualties", "no one was hurt"; else None."""
    if token.lower_ == "no" and token.dep_ == "det":
        noun = token.head
        if any(child.lower_ in _FURTHER for child in noun.children):
            return None
        if noun.lower_ == "one" or reading.person_class(noun.lemma_) is not None:
            return _of_nobody(noun) or _none_of(noun)
        return _none_of(noun)
    if token.lower_ in {"nobody", "none"}:
        return _of_nobody(token)
    return None


def _none_of(noun: "Token") -> str | None:
    """Return the event of a noun of harm that did not happen: "there were no casualties"."""
    if any(child.lower_ in {"reported", "confirmed", "known", "immediate"} for child in noun.children):
        return None
    event = reading.event_of_noun(noun)
    verb = noun.head
    plain = noun.dep_ == "attr" or (
        noun.dep_ == "dobj"
        and verb.lemma_.lower() in {"cause", "suffer", "have", "sustain", "record", "inflict"}
    )
    return event if plain and verb.pos_ in {"VERB", "AUX"} else None


def _of_nobody(pronoun: "Token") -> str | None:
    if pronoun.dep_ in reading.PASSIVE_SUBJECTS:
        return reading.verb_event(pronoun.head)
    return reading.verb_event(pronoun.head, "subjects") if pronoun.dep_ in reading.SUBJECTS else None
