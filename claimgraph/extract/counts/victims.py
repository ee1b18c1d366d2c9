"""Figures that have no number: "killing a child" is one, "both drivers died" two, "nobody was hurt" none."""

from collections.abc import Iterator

from claimgraph.extract.counts.fate import victim_event
from claimgraph.extract.counts.scope import category_of, phrase_of, side_of_phrase
from claimgraph.extract.counts.vocabulary import event_of_noun
from claimgraph.extract.grammar.tree import ANY_SUBJECT, governed, has, has_word
from claimgraph.extract.parse import Paragraph
from claimgraph.extract.times.expressions import window_of
from claimgraph.extract.tokens import Token
from claimgraph.lexicon.harm import counts_people, person_class
from claimgraph.model import Quantity, Span

_SINGLE = frozenset({"killed", "injured", "killed and injured", "missing", "kidnapped", "captured"})


def unnumbered(paragraph: Paragraph, inside: list[Span]) -> Iterator[Quantity]:
    """Yield the victims told without a number inside a claim's spans, in positions of the paragraph."""
    for first, last in inside:
        for token in paragraph.tokens(paragraph.start + first, paragraph.start + last):
            found = _nobody(token) or _single(token) or _both(token)
            if found is not None and found[0].idx + len(found[0]) <= last:
                yield _quantity(paragraph, token, (first, last), found)


def _quantity(paragraph: Paragraph, first: Token, home: Span, found: tuple[Token, str, int]) -> Quantity:
    noun, event, count = found
    start, end = first.idx, noun.idx + len(noun)
    of = phrase_of(noun) if count else None
    return Quantity(
        low=count,
        high=count,
        text=paragraph.text[start:end],
        span=(paragraph.start + start, paragraph.start + end),
        unit="people",
        event=event,
        of=of,
        of_side=side_of_phrase(of),
        category=category_of(noun, "person"),
        window=window_of(paragraph.text[slice(*home)]),
    )


def _single(article: Token) -> tuple[Token, str, int] | None:
    """Read "killing a child": an indefinite person to whom harm comes."""
    noun = article.head
    if article.lower_ not in {"a", "an"} or article.dep_ != "det" or person_class(noun.lemma_) is None:
        return None
    event = victim_event(noun) if noun.tag_ in {"NN", "NNP"} else None
    return (noun, event, 1) if event in _SINGLE else None


def _both(word: Token) -> tuple[Token, str, int] | None:
    """Read "both drivers were killed", "both were hurt"; "both the driver and a guard" are told apart."""
    if word.lower_ != "both" or word.dep_ == "preconj":
        return None
    noun = word.head if word.dep_ in {"det", "predet"} else governed(word, "of") or word
    people = noun is word or person_class(noun.lemma_) is not None
    event = victim_event(noun if noun.dep_ != "pobj" or noun.head.head is not word else word)
    if event is None or not people or has(noun, "conj"):
        return None
    return noun, event, 2


def _nobody(token: Token) -> tuple[Token, str, int] | None:
    """Read "there were no casualties", "no one was hurt", "nobody died"."""
    if token.lower_ == "no" and token.dep_ == "det":
        noun = token.head
    elif token.lower_ in {"nobody", "none"}:
        noun = token
    else:
        return None
    if has_word(noun, "more", "other", "further", "new", "immediate"):
        return None
    event = _of_nobody(noun) or (event_of_noun(noun) if _is_told(noun) else None)
    return (noun, event, 0) if event is not None and counts_people(event) else None


def _is_told(noun: Token) -> bool:
    caused = noun.dep_ == "dobj" and noun.head.lemma in {"cause", "suffer", "have", "record"}
    return caused or noun.dep_ == "attr"


def _of_nobody(noun: Token) -> str | None:
    if noun.lower_ not in {"one", "none", "nobody"} and person_class(noun.lemma_) is None:
        return None
    return victim_event(noun) if noun.dep_ in ANY_SUBJECT else None
