"""Persons of a court story: whoever is charged or on trial speaks for the defence."""

import re
from typing import TYPE_CHECKING

from claimgraph.extract.parse import Article
from claimgraph.extract.speakers.cast import Cast

if TYPE_CHECKING:
    from spacy.tokens import Token

_CHARGES = frozenset({"charge", "accuse", "indict", "arraign", "prosecute", "convict", "acquit"})
_TRIAL_OF = re.compile(
    r"\b(?:trial|arraignment|conviction|indictment|prosecution) (?:of|against)(?: [\w-]+){0,3} $",
    re.IGNORECASE,
)


def mark_accused(article: Article, cast: Cast) -> None:
    """Mark the persons without an office whom the text says to be charged or on trial."""
    for mention in cast.mentions:
        actor = cast.by_place[mention.core]
        if (
            actor.form == "person"
            and actor.family in {None, "own_voice"}
            and _is_accused(article, mention.core)
        ):
            actor.family = "accused"
            actor.role = actor.role or "defendant"


def _is_accused(article: Article, core: tuple[int, int]) -> bool:
    if _TRIAL_OF.search(article.source.text[max(0, core[0] - 60) : core[0]]):
        return True
    for token in article.tokens(core):
        pleads = token.dep_ == "nsubj" and (token.head.lemma_ == "plead" or _stands_trial(token))
        if pleads:
            return True
        passive = token.dep_ == "nsubjpass" and token.head.lemma_ in _CHARGES
        clause = any(
            child.dep_ == "relcl" and child.lemma_ in _CHARGES and _passive(child) for child in token.children
        )
        if passive or clause:
            return True
    return False


def _stands_trial(subject: "Token") -> bool:
    """Whether a subject goes on, stands, faces or is on trial."""
    verb = subject.head
    return verb.lemma_ in {"go", "be", "stand", "face", "put"} and any(
        token.lower_ == "trial"
        and (token.head == verb or (token.head.lower_ == "on" and token.head.head == verb))
        for token in verb.subtree
    )


def _passive(verb: "Token") -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
