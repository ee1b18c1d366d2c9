"""Speakers whom the network left out, or names by a pronoun alone ("the mayor, who denies it").

Both are read off the parse: who performs the cue's verb, and whom a relative pronoun stands for. A
verb without a subject of its own that is joined to a statement ("say A and accuse B") is the same
speaker's.

Invariant: such a pronoun stays as a second span of the source; a speaker never stands in what is
said.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.extract.attribution.spans import Attribution, shared
from claimgraph.extract.attribution.voices import RELATIVE, antecedent, name_of, performer
from claimgraph.extract.parse import Article

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINT = re.compile(r",?\s+(?:and|but)\s+(?:also\s+|then\s+|\w+ly\s+)?$")
_LONGEST_JOINT = 30
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})


def with_sources(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions with the speakers that the parse tells."""
    named = [_named(article, one) if one.source else _supplied(article, one) for one in found]
    return [one if one.source else _joined(article.source.text, one, named) for one in named]


def _named(article: Article, one: Attribution) -> Attribution:
    """Put the noun before a source that is a relative pronoun."""
    tokens = [token for span in one.source for token in article.tokens(span)]
    noun = antecedent(tokens[0]) if len(tokens) == 1 else None
    if noun is None:
        return one
    name = [token for token in name_of(noun, tokens[0].head) if token.i < tokens[0].i]
    return _with(article, one, name)


def _supplied(article: Article, one: Attribution) -> Attribution:
    """Give a statement that has no source whoever performs its verb."""
    tokens = [token for span in one.cue for token in article.tokens(span)]
    verb = next((token for token in reversed(tokens) if token.pos_ == "VERB"), None)
    if verb is None or verb.dep_ == "conj":
        return one
    who = performer(verb)
    if who is None or who.pos_ not in _NAMING or who.lower_ in RELATIVE:
        return one
    return _with(article, one, name_of(who, verb))


def _joined(text: str, one: Attribution, others: Sequence[Attribution]) -> Attribution:
    """Give a statement the source of the one that ends where "and" joins it on."""
    begin = one.cue[0][0]
    joint = _JOINT.search(text, max(0, begin - _LONGEST_JOINT), begin)
    if joint is None:
        return one
    before = [other for other in others if any(end == joint.start() for _, end in other.content)]
    source = next((other.source for other in before if other.source), ())
    return one if shared(source, one.content) else replace(one, source=source)


def _with(article: Article, one: Attribution, name: "list[Token]") -> Attribution:
    paragraph = article.paragraph_at(one.cue[0][0])
    span = paragraph.span(name) if paragraph is not None and name else None
    if span is None or shared((span,), (*one.content, *one.cue)):
        return one
    return replace(one, source=(span, *one.source))
