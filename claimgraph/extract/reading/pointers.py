"""Whose words a claim answers: what denies, what is taken back, and whether anything is said beside.

Invariant: a claim points at other words exactly when it denies or withdraws; what it points at is not
decided here, since that may stand anywhere in the article.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from claimgraph.extract.grammar.tree import lemma, lemmas
from claimgraph.extract.parse import Article
from claimgraph.extract.reading.acts import ActReading
from claimgraph.extract.reading.telling import FALSITY
from claimgraph.lexicon import table, words
from claimgraph.model import Pointer, Proposition, Span

NOUNS = ("figure", "charge", "report")
"""By what a denial may call another's words (``lexicon/discourse.toml``)."""
_MEANING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
SAYING_NOTHING = 1
"""Terms a bare denial may have beside its denying words: the name of whose words they are."""


def read_pointer(
    article: Article,
    reading: ActReading,
    cue: Span | None,
    content: tuple[Span, ...],
    propositions: Sequence[Proposition],
) -> Pointer | None:
    """Return how a claim answers another's words, or None when it says its own.

    Args:
        article: the parsed source.
        reading: the act, as read from cue and content.
        cue: the words that attribute.
        content: the words claimed.
        propositions: what they say.
    """
    cue_tokens = [] if cue is None else article.tokens(cue)
    withdrawn = _withdraws(cue_tokens)
    if reading.denial is None and not (withdrawn and cue is not None):
        return None
    span = reading.denial or cue
    if span is None:
        return None
    tokens = [token for part in content for token in article.tokens(part)]
    return Pointer(
        words=span,
        stance="takes back" if withdrawn else "denies",
        bare=_is_bare(tokens, span, article, propositions),
        explicit=_is_explicit([*article.tokens(span), *cue_tokens]),
        noun=_noun(tokens),
    )


def _holds(forms: "Sequence[str]", listed: frozenset[str]) -> bool:
    """Tell whether one of some words, or two that follow each other, is listed."""
    return not listed.isdisjoint({*forms, *map(" ".join, pairwise(forms))})


def _withdraws(cue: Sequence[Token]) -> bool:
    """Tell whether a cue takes back what its own speaker said."""
    return _holds([token.lower_ for token in cue], words("accounts", "retracting"))


@cache
def _denying() -> frozenset[str]:
    """Return the words and phrases of which one makes a denial plain."""
    cues = table("acts")["cues"]
    listed = {*cues["deny"], *cues["deny_claims"], "guilty", "plead", "such"}
    return words("generic", "blanket").union(
        listed, *(words("denials", name) for name in (*FALSITY, "truth_nouns"))
    )


def _is_bare(
    tokens: Sequence[Token], denial: Span, article: Article, propositions: Sequence[Proposition]
) -> bool:
    """Tell whether a denial says nothing beside: no deed of its own and hardly a word with meaning."""
    if any(not one.background and not one.answers and _is_deed(one) for one in propositions):
        return False
    saying = {token.i for token in article.tokens(denial)}
    said = (
        token for token in tokens if token.pos_ in _MEANING and token.i not in saying and not token.is_stop
    )
    empty = _denying().union(*(words("generic", name) for name in ("claim_nouns", "nouns", "terms")))
    return len(lemmas(said) - empty) <= SAYING_NOTHING


def _is_deed(proposition: Proposition) -> bool:
    return proposition.lemma not in _denying() and proposition.lemma not in words("generic", "terms")


def _is_explicit(denial: Sequence[Token]) -> bool:
    """Tell a denial by its words ("denied", "a lie") from one that only says "not"."""
    return _holds([lemma(token) for token in denial], _denying())


def _noun(tokens: Sequence[Token]) -> str | None:
    """Return what kind of words the claim names: a figure ("a report on the toll"), a charge or a report."""
    named = lemmas(token for token in tokens if token.pos_ == "NOUN")
    return next((kind for kind in NOUNS if not named.isdisjoint(words("discourse", kind))), None)
