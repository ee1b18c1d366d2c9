"""A source span as a phrase: its head, its kind, and its parts when several are joined."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimgraph.extract.parse import Article
from claimgraph.lexicon.characters import fold
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

HE = frozenset({"he", "him", "himself", "his"})
SHE = frozenset({"she", "her", "herself", "hers"})
IT = frozenset({"it", "itself", "its"})
THEY = frozenset({"they", "them", "themselves", "their", "both", "all"})
WE = frozenset({"i", "we", "me", "us", "my", "our"})
PERSONAL = HE | SHE | IT | THEY | WE
RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of the text: its span, words, and the token that heads it.

    ``at`` is where the head stands, ``offset`` where the paragraph of its tokens starts.
    """

    span: Span
    text: str
    head: "Token"
    at: int
    offset: int
    tokens: "tuple[Token, ...]"

    @property
    def low(self) -> str:
        """The words, folded, without a leading article."""
        return re.sub(r"^(?:the|a|an)\s+", "", fold(self.text))

    @property
    def pronoun(self) -> str | None:
        """The pronoun, when the phrase is nothing else; "US" and "IT" in capitals are names."""
        first = self.tokens[0]
        alone = len(self.tokens) == 1 and not (first.text.isupper() and len(first) > 1)
        return first.lower_ if alone and (first.pos_ == "PRON" or first.lower_ in PERSONAL) else None

    @property
    def definite(self) -> bool:
        """Whether the phrase points back: "the ministry", "his lawyer", "this group"."""
        first = self.tokens[0]
        return first.lower_ in {"the", "this", "that", "these", "those"} or first.tag_ == "PRP$"

    @property
    def indefinite(self) -> bool:
        """Whether the phrase brings in somebody new: "an official", "one resident"."""
        return self.tokens[0].lower_ in {"a", "an", "one", "another", "some", "any"}

    @property
    def plural(self) -> bool:
        """Whether the head noun is a plural."""
        return self.head.tag_ in {"NNS", "NNPS"}


def phrase_at(article: Article, span: Span) -> Phrase | None:
    """Return the phrase under a span, trimmed of marks at its edges; None when there is no word."""
    tokens = _trimmed([token for token in article.tokens(span) if not token.is_space])
    paragraph = article.paragraph_at(span[0])
    if not tokens or paragraph is None:
        return None
    tokens = [token for token in tokens if token.doc is tokens[0].doc]
    start = max(span[0], paragraph.start + tokens[0].idx)
    end = paragraph.start + tokens[-1].idx + len(tokens[-1])
    head = _head(tokens)
    text = article.source.text[start:end]
    return Phrase((start, end), text, head, paragraph.start + head.idx, paragraph.start, tuple(tokens))


def _trimmed(tokens: "list[Token]") -> "list[Token]":
    """Cut marks and linking words off the ends; of "(the man) who smiled" only the pronoun is left."""
    while tokens and (
        tokens[-1].is_punct or tokens[-1].tag_ == "POS" or (len(tokens) > 1 and tokens[-1].lower_ in RELATIVE)
    ):
        tokens.pop()
    while tokens and (tokens[0].is_punct or (len(tokens) > 1 and _only_links(tokens[0], tokens[1]))):
        tokens.pop(0)
    relative = len(tokens) > 1 and tokens[0].lower_ in RELATIVE and tokens[0].tag_ in {"WDT", "WP"}
    return tokens[:1] if relative else tokens


def _only_links(token: "Token", following: "Token") -> bool:
    """Whether a word only joins a source to what is before it: "(a rule) that the court (made)"."""
    opens = following.pos_ in {"DET", "PRON", "PROPN"} and following.dep_ != token.dep_
    return token.pos_ == "CCONJ" or (token.lower_ in {"that", "which"} and token.tag_ != "DT" and opens)


def _head(tokens: "list[Token]") -> "Token":
    """Return the token whose governor lies outside; a noun or pronoun before anything else."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    nominal = [token for token in tokens if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    whole = [token for token in nominal if token.dep_ not in {"compound", "poss"}]
    return next((token for token in nominal if token in tops), (whole or tops or tokens)[0])


def joined(article: Article, phrase: Phrase) -> list[Span]:
    """Return the spans of the parts of "A, B and C", or an empty list for a single phrase."""
    tokens = phrase.tokens
    heads = sorted({phrase.head, *phrase.head.conjuncts} & set(tokens), key=lambda token: token.i)
    paragraph = article.paragraph_at(phrase.span[0])
    if len(heads) < 2 or paragraph is None:
        return []
    starts = [max(token.left_edge.i, before.i + 1) for before, token in pairwise(heads)]
    parts = []
    for low, high in pairwise([tokens[0].i, *starts, tokens[-1].i + 1]):
        kept = [
            token.i for token in tokens if low <= token.i < high and not token.is_punct and token.dep_ != "cc"
        ]
        if kept:
            parts.append(paragraph.span(token for token in tokens if kept[0] <= token.i <= kept[-1]))
    return parts
