"""How a claim is told: where it stands, the names in it, and the marks that say what it answers.

Invariant: nothing here depends on any other claim; the marks are those of ``lexicon/discourse.toml``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import Article
from claimgraph.lexicon import words
from claimgraph.lexicon.names import is_name_word, name_word
from claimgraph.model import Mark, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

UP = 5
"""Steps up the parse in which a name is in a phrase that says where."""
HEAD = 12
"""Tokens of a sentence before a claim in which a word of contrast sets it against what went before."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Where a claim stands, in paragraphs of its source and sentences of its paragraph, and its marks."""

    paragraph: int
    sentence: int
    names: tuple[str, ...]
    places: tuple[str, ...]
    marks: tuple[Mark, ...]


def telling(article: Article, attribution: Attribution, content: tuple[Span, ...]) -> Telling:
    """Return how one piece of an attribution's content is told."""
    home = article.paragraph_at(content[0][0])
    tokens = [token for span in content for token in article.tokens(span)]
    cue = [token for span in attribution.cue for token in article.tokens(span)]
    source = [token for span in attribution.source for token in article.tokens(span)]
    return Telling(
        paragraph=home.index if home is not None else 0,
        sentence=_sentence(tokens),
        names=tuple(dict.fromkeys(_names(tokens))),
        places=tuple(dict.fromkeys(_names(token for token in tokens if _says_where(token)))),
        marks=tuple(_marks(tokens, cue, source, (article.source.published.date or "")[:4])),
    )


def _sentence(tokens: "Sequence[Token]") -> int:
    """Return how many sentences of the paragraph begin before the claim's own."""
    if not tokens:
        return 0
    first = tokens[0]
    return sum(1 for token in first.doc[: first.i + 1] if token.is_sent_start) - 1


def _names(tokens: "Iterable[Token]") -> Iterator[str]:
    for token in tokens:
        people = token.pos_ == "ADJ" and not token.is_sent_start  # "Armenian" soldiers
        if (token.pos_ == "PROPN" or people) and is_name_word(token.text):
            yield name_word(token.text)


def _says_where(token: "Token") -> bool:
    """Tell whether a word stands in a phrase that says where: "in the town of X", "near X"."""
    for _ in range(UP):
        if token.dep_ == "pobj" and token.head.lower_ in words("discourse", "where"):
            return True
        if token.dep_ not in {"compound", "pobj", "prep", "conj", "appos", "nmod"} or token.head == token:
            return False
        token = token.head
    return False


def _marks(
    tokens: "Sequence[Token]", cue: "Sequence[Token]", source: "Sequence[Token]", year: str
) -> Iterator[Mark]:
    lower = [token.lower_ for token in tokens if not token.is_punct]
    lemmas = {token.lemma_.lower() for token in tokens}
    described = {token.lemma_.lower() for token in tokens if token.pos_ in {"NOUN", "ADJ", "PROPN"}}
    yield from _cue_marks(cue)
    if lower and lower[0] in words("discourse", "anaphoric"):
        yield "anaphoric"
    if (lemmas | set(lower)) & words("discourse", "back"):
        yield "back"
    if set(lower) & words("generic", "blanket"):
        yield "blanket"
    if described & _falsity():
        yield "calls false"
    if set(lower) & words("discourse", "contrast") or _set_against(tokens, cue):
        yield "contrast"
    if set(lower) & words("discourse", "negative") or any(token.dep_ == "neg" for token in tokens):
        yield "negative"
    if any(_is_other_year(token.text, year) for token in tokens):
        yield "other year"
    if set(lower) & words("discourse", "own_words"):
        yield "own words"
    if any(token.text == "?" for token in tokens):
        yield "question"
    if lemmas & words("discourse", "sample") or _is_sample(cue, source):
        yield "sample"


def _is_sample(cue: "Sequence[Token]", source: "Sequence[Token]") -> bool:
    """Tell whether a poll or a share of many speaks: "a survey found", "one in three say"."""
    speaking = {token.lemma_.lower() for token in (*cue, *source)}
    if speaking & (words("discourse", "sample") | words("discourse", "share")):
        return True
    return any(one.like_num and two.lower_ in {"in", "out"} for one, two in pairwise(source))


def _cue_marks(cue: "Sequence[Token]") -> Iterator[Mark]:
    if _cued(cue, "attacks"):
        yield "attacks"
    if _cued(cue, "responds"):
        yield "responds"


def _is_other_year(text: str, published: str) -> bool:
    """Tell whether a token is a year before that of the article."""
    return len(text) == len("2016") and text.isdigit() and "1500" < text < (published or text)


def _falsity() -> frozenset[str]:
    lists = ("falsity_adjectives", "falsity_of_claims", "falsity_nouns")
    return frozenset().union(*(words("denials", name) for name in lists))


def _cued(cue: "Sequence[Token]", name: str) -> bool:
    """Tell whether a cue is one of these verbs, with or without its particle."""
    listed = words("discourse", name)
    lemmas = [token.lemma_.lower() for token in cue]
    pairs = {f"{first} {second}" for first, second in pairwise(lemmas)}
    return bool(listed & ({*lemmas} | pairs))


def _set_against(tokens: "Sequence[Token]", cue: "Sequence[Token]") -> bool:
    """Tell whether the sentence of a claim opens with a word of contrast, or its cue holds one."""
    listed = words("discourse", "contrast")
    if {token.lower_ for token in cue} & listed:
        return True
    first = min((*tokens, *cue), key=lambda token: token.i, default=None)
    if first is None:
        return False
    opening = first.doc[first.sent.start : min(first.i, first.sent.start + HEAD)]
    return any(token.lower_ in listed for token in opening)
