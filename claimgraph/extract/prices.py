"""What a sum is the price, the worth or the fine of: "bought the mill for $2m", "jewels worth $2m"."""

from typing import TYPE_CHECKING

from claimgraph.extract.counted import NOMINAL, PASSIVE_SUBJECTS, SUBJECTS
from claimgraph.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token


def priced(anchor: "Token", head: "Token", relation: str) -> "Token | None":
    """Return what a sum is the price of, or who was fined it; None where it is no price.

    Args:
        anchor: the token of the sum that fills a grammatical role.
        head: the word it depends on.
        relation: how.
    """
    if head.lower_ == "worth":
        return _worth(head)
    if (
        relation == "pobj"
        and head.lower_ == "for"
        and head.head.lemma_.lower() in table("units")["trading"]["words"]
    ):
        return _child(head.head, PASSIVE_SUBJECTS) or _child(head.head, frozenset({"dobj"}))
    if head.lemma_.lower() in {"fine", "fin"} and relation in {"dobj", "npadvmod", "attr", "oprd"}:
        return _fined(anchor, head)
    if relation == "dobj" and head.lemma_.lower() == "pay":
        behind = next(
            (child for child in head.children if child.lower_ == "for" and child.dep_ == "prep"), None
        )
        return _child(behind, frozenset({"pobj"})) if behind is not None else None
    return None


def _child(token: "Token", relations: frozenset[str]) -> "Token | None":
    return next((child for child in token.children if child.dep_ in relations), None)


def _worth(head: "Token") -> "Token | None":
    """Read "jewels worth $2m" and "the ring was worth $2m"."""
    return head.head if head.head.pos_ in NOMINAL else _child(head.head, SUBJECTS)


def _fined(anchor: "Token", verb: "Token") -> "Token | None":
    """Read "fined the bank $2m" and "the bank was fined $2m"."""
    wanted = {"dobj", "dative"} | PASSIVE_SUBJECTS
    before = [child for child in verb.children if child.i < anchor.i and not child.like_num]
    return next((child for child in before if child.dep_ in wanted), None)
