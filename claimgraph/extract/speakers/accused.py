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
        actor, start = cast.by_place[mention.core], mention.core[0]
        if actor.form == "person" and actor.family in {None, "own_voice"}:
            tried = _TRIAL_OF.search(article.source.text[max(0, start - _NEAR) : start])
            if tried or any(_is_accused(token) for token in article.tokens(mention.core)):
                actor.family, actor.role = "accused", actor.role or "defendant"


def _is_accused(token: "Token") -> bool:
    """Whether a name pleads, stands trial or is charged, in its own clause or in one that describes it."""
    verb = token.head
    telling = [one for one in token.children if one.dep_ == "relcl"]
    telling += [verb] if token.dep_ == "nsubjpass" else []
    tried = token.dep_ == "nsubj" and (verb.lemma_ == "plead" or _is_trial(verb))
    return tried or any(map(_is_charged, telling))


def _is_charged(verb: "Token") -> bool:
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    return passive and verb.lemma_ in words("roles", "charging")


def _is_trial(verb: "Token") -> bool:
    trials = (one.head for one in verb.subtree if one.lower_ == "trial")
    return verb.lemma_ in {"go", "be", "stand", "face", "put"} and any(
        verb in (one, one.head) for one in trials
    )
