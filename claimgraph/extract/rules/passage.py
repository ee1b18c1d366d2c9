"""A parsed paragraph as the rules see it, and what a rule finds in it.

Invariant: a ``Finding`` holds token indices of its own paragraph only; positions in the
source's text appear when it is turned into an ``Attribution``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.quotes import MARKS, Quote, over_paragraphs
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEADING = ",;:—–-.)…\u00a0"
_LONGEST_HEADLINE = 25
_TRAILING = ";:—–-.(\u00a0"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with its quotations.

    ``text`` is that of the parse (kept, since spaCy joins it anew each time it is asked);
    ``Quote`` positions are within it; ``inside`` are the tokens within quotations.
    """

    paragraph: Paragraph
    text: str
    quotes: tuple[Quote, ...]
    inside: frozenset[int]

    @classmethod
    def all_of(cls, article: Article) -> "list[Passage]":
        """Find the quotations of an article's paragraphs and the tokens inside them."""
        paragraphs = article.paragraphs
        texts = [paragraph.text for paragraph in paragraphs]
        found = over_paragraphs(texts)
        return [
            cls(paragraph, text, tuple(quotes), frozenset(_inside(paragraph.doc, quotes)))
            for paragraph, text, quotes in zip(paragraphs, texts, found, strict=True)
        ]

    @property
    def carried(self) -> bool:
        """Whether the paragraph begins inside a quotation opened in an earlier one."""
        return bool(self.quotes) and self.quotes[0].start == 0 and self.text[:1] not in MARKS

    @property
    def doc(self) -> "Doc":
        """The paragraph's parse."""
        return self.paragraph.doc

    def after(self, position: int, count: int) -> "list[Token]":
        """Return the next tokens that start at or after a position of the paragraph."""
        first = bisect_left(self.doc, position, key=lambda token: token.idx)
        return list(self.doc[first : first + count])

    def extent(self, indices: Iterable[int]) -> Span:
        """Return the hull of some tokens in positions of the paragraph."""
        ordered = sorted(indices)
        first, last = self.doc[ordered[0]], self.doc[ordered[-1]]
        return (first.idx, last.idx + len(last))

    def runs(self, indices: Iterable[int]) -> list[Span]:
        """Return the contiguous runs of tokens in positions of the paragraph."""
        groups: list[list[int]] = []
        for index in sorted(set(indices)):
            if groups and index == groups[-1][1] + 1:
                groups[-1][1] = index
            else:
                groups.append([index, index])
        return [self.extent(group) for group in groups]


def _inside(doc: "Doc", quotes: list[Quote]) -> Iterator[int]:
    """Yield the indices of the tokens that stand inside a quotation, marks included."""
    number = 0
    for token in doc:
        end = token.idx + len(token)
        while number < len(quotes) and quotes[number].end < end:
            number += 1
        if number < len(quotes) and token.idx >= quotes[number].start:
            yield token.i


@dataclass(slots=True)
class Finding:
    """What a rule found: mutable while the rules of one paragraph complete it.

    ``source``, ``cue`` and ``content`` are token indices; ``pronoun`` is the relative
    pronoun that stands for the source ("the minister, who said"); ``quotes`` are numbers
    of quotations that belong to the content; ``spoken`` says whether the cue can carry a
    quotation; ``via`` are the tokens of each mention it came through.
    """

    head: "Token"
    lemma: str
    rule: str
    cue: set[int]
    source: set[int] = field(default_factory=set)
    pronoun: set[int] = field(default_factory=set)
    content: set[int] = field(default_factory=set)
    quotes: set[int] = field(default_factory=set)
    via: list[set[int]] = field(default_factory=list)
    spoken: bool = True

    def core(self) -> set[int]:
        """The tokens that can never be content: who and the cue."""
        return self.cue | self.source | self.pronoun


def headline_like(doc: "Doc") -> bool:
    """Whether a paragraph is set like a headline: short, and without a mark at its end."""
    last = next((token for token in reversed(doc) if not token.is_space), doc[-1])
    return len(doc) <= _LONGEST_HEADLINE and not (last.is_punct or last.text in MARKS)


def subtree(token: "Token") -> set[int]:
    """Return the indices of a token's subtree."""
    return {node.i for node in token.subtree}


def trim(text: str, span: Span) -> Span | None:
    """Cut white space and loose punctuation off both ends; None when no word is left."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in _LEADING):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _TRAILING or _loose(text, start, end)):
        end -= 1
    return (start, end) if re.search(r"\w", text[start:end]) else None


def _loose(text: str, start: int, end: int) -> bool:
    """Whether the last character is a comma, or a mark whose partner is outside the span."""
    last = text[end - 1]
    if last == "," or (last == ")" and "(" not in text[start:end]):
        return True
    return (
        last in MARKS
        and last not in "'’"
        and text[start : end - 1].strip()[-1:] in ("", ",")
        and end - start < 3
    )


def joined(spans: Iterable[Span], text: str) -> list[Span]:
    """Merge spans that touch or are parted by white space only, in order."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or not text[merged[-1][1] : start].strip()):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
