"""Persons of a court story: whoever is charged or on trial speaks for the defence."""

import re

from claimgraph.extract.parse import Article
from claimgraph.extract.speakers.cast import Cast

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
        passive = token.dep_ == "nsubjpass" and token.head.lemma_ in _CHARGES
        clause = any(
            child.dep_ == "relcl" and child.lemma_ in _CHARGES and _passive(child) for child in token.children
        )
        if passive or clause:
            return True
    return False


def _passive(verb: object) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)  # type: ignore[attr-defined]
