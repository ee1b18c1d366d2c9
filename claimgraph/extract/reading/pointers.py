"""Whose words a claim answers: what denies, what is taken back, and whether anything is said beside.

Invariant: a claim points at other words exactly when it denies or withdraws; what it points at is not
decided here, since that may stand anywhere in the article.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from claimgraph.extract.grammar.tree import lemmas
from claimgraph.extract.parse import Article
from claimgraph.extract.reading.acts import ActReading
from claimgraph.extract.reading.telling import FALSITY, has_meaning, with_pairs
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.model import Pointer, Proposition, Span

NOUNS = ("figure", "charge", "report")
"""By what a denial may call another's words (``lexicon/discourse.toml``)."""
SAYING_NOTHING = 1
"""Terms a bare denial may have beside its denying words: the name of whose words they are."""


def read_pointer(
    article: Article,
    reading: ActReading,
    cue: Span | None,
    content: tuple[Span, ...],
    propositions: Sequence[Proposition],
) -> Pointer | None:
    """Return how a claim answers another's words, or None when it says its own."""
    cue_words, tokens = article.tokens(*([cue] if cue is not None else [])), article.tokens(*content)
    withdrawn = not with_pairs(one.lemma for one in cue_words).isdisjoint(words("accounts", "retracting"))
    span = reading.denial or (cue if withdrawn else None)
    if span is None:
        return None
    denying = article.tokens(span)
    return Pointer(
        words=span,
        stance="takes back" if withdrawn else "denies",
        bare=_is_bare([token for token in tokens if token not in denying], propositions),
        explicit=not with_pairs(one.lemma for one in (*denying, *cue_words)).isdisjoint(_denying()),
        noun=_noun(tokens),
    )


@cache
def _denying() -> frozenset[str]:
    """Return the words and phrases that make a denial plain: "denied", "a lie", not "not" alone."""
    cues, lists = table("acts")["cues"], (*FALSITY, "truth_nouns")
    listed = {*cues["deny"], *cues["deny_claims"], "guilty", "plead", "such"}
    return words("generic", "blanket").union(listed, *(words("denials", name) for name in lists))


def _is_bare(beside: Iterable[Token], propositions: Sequence[Proposition]) -> bool:
    """Tell whether a denial says nothing beside: no deed of its own and hardly a word with meaning."""
    told = {one.lemma for one in propositions if not one.background and not one.answers}
    empty = [words("generic", name) for name in ("claim_nouns", "nouns", "terms")]
    if told.difference(_denying(), *empty):
        return False
    said = lemmas(filter(has_meaning, beside))
    return len(said.difference(_denying(), *empty)) <= SAYING_NOTHING


def _noun(tokens: Sequence[Token]) -> str | None:
    """Return what kind of words the claim names: a figure ("a report on the toll"), a charge or a report."""
    named = lemmas(token for token in tokens if token.pos_ == "NOUN")
    return next((kind for kind in NOUNS if not named.isdisjoint(words("discourse", kind))), None)
