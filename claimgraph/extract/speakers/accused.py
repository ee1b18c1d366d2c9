"""Persons of a court story: whoever is charged or on trial speaks for the defence."""

import re
from typing import TYPE_CHECKING

from claimgraph.extract.parse import Article
from claimgraph.extract.speakers.cast import Cast
from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRIAL_OF = re.compile(
    r"\b(?:trial|arraignment|conviction|indictment|prosecution) (?:of|against)(?: [\w-]+){0,3} $",
    re.IGNORECASE,
)
_NEAR = 60
"""Characters before a name in which "the trial of" stands."""


def mark_accused(article: Article, cast: Cast) -> None:
    """Mark the persons without an office whom the text says to be charged or on trial."""
    for mention in cast.mentions:
        actor = cast.by_place[mention.core]
        if actor.form == "person" and actor.family in {None, "own_voice"}:
            start = mention.core[0]
            tried = _TRIAL_OF.search(article.source.text[max(0, start - _NEAR) : start])
            if tried or any(_is_accused(token) for token in article.tokens(mention.core)):
                actor.family = "accused"
                actor.role = actor.role or "defendant"


def _is_accused(token: "Token") -> bool:
    """Whether a name pleads, stands trial or is charged, in its own clause or in one that describes it."""
    verb, charges = token.head, words("roles", "charging")
    described = [one for one in token.children if one.dep_ == "relcl" and one.lemma_ in charges]
    if token.dep_ == "nsubj":
        on_trial = verb.lemma_ in {"go", "be", "stand", "face", "put"} and _has_trial(verb)
        return verb.lemma_ == "plead" or on_trial or any(_passive(one) for one in described)
    return (token.dep_ == "nsubjpass" and verb.lemma_ in charges) or any(_passive(one) for one in described)


def _has_trial(verb: "Token") -> bool:
    """Whether a verb is completed by "trial" or "on trial"."""
    trials = (one.head for one in verb.subtree if one.lower_ == "trial")
    return any(verb in (one, one.head) for one in trials)


def _passive(verb: "Token") -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
