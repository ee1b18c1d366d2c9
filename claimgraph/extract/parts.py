"""A part of a figure suffers what the whole did: "45 people were killed, 12 of them children"."""

import re
from typing import TYPE_CHECKING

from claimgraph.extract import counted as reading
from claimgraph.model import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PART_BEFORE = re.compile(r"(?i)\b(?:including|among (?:them|whom)|of (?:them|whom))[,:]?\s+$")
_PART_AFTER = re.compile(r"(?i)\s+of (?:them|whom|these|those)\b")
_PARTITIVES = frozenset(
    {
        "none",
        "neither",
        "either",
        "half",
        "most",
        "some",
        "many",
        "few",
        "several",
        "each",
        "any",
        "both",
        "quarter",
        "third",
    }
)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]?[A-Z]")


def behind_partitive(text: str, end: int) -> int | None:
    """Return where "of them" or "of whom" right behind a number ends, or None."""
    match = _PART_AFTER.match(text, end)
    return match.end() if match else None


def is_the_whole(doc: "Doc", first: int, noun: "Token | None") -> bool:
    """Tell whether a number says of how many others are a part: "seven of the 40 miners", "all but two".

    Args:
        doc: the parsed paragraph.
        first: index of the first token of the number phrase.
        noun: what is counted.
    """
    if first > 1 and doc[first - 1].lower_ == "but" and doc[first - 2].lower_ in {"all", "everyone"}:
        return True
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "of" or noun.head.i >= first:
        return False
    part = noun.head.head
    return part.i < first and (part.like_num or part.lower_ in _PARTITIVES)


def of_the_whole(text: str, start: int, part: Quantity, earlier: list[Quantity]) -> Quantity:
    """Return a part with the event of the whole it is a part of, where it has none of its own.

    A part without a class of its own ("including 12 in the capital") is left without an
    event: it would read as another total.

    Args:
        text: the paragraph.
        start: where the paragraph begins in the source.
        part: the figure read.
        earlier: the figures read before it, in text order.
    """
    first, last = part.span[0] - start, part.span[1] - start
    if not (_PART_BEFORE.search(text[max(0, first - 24) : first]) or _PART_AFTER.match(text, last)):
        return part
    whole = next((one for one in reversed(earlier) if reading.counts_people(one.event)), None)
    if whole is None or part.unit != "people" or reading.counts_people(part.event):
        return part
    if _SENTENCE_END.search(text[whole.span[1] - start : first]):
        return part
    own_class = part.category not in {None, "person", whole.category}
    return part.model_copy(update={"event": whole.event if own_class else None})
