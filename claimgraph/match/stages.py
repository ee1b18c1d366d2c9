"""Which of one speaker's statements came first, and which takes another back, by the words around them.

A statement's frame is what its sentence says before or after the words claimed: who, to whom,
when ("Kern, who had initially told police that …"). Only the frame is asked, never the claim.
"""

import re
from collections.abc import Iterable
from functools import cache

from claimgraph.lexicon import words
from claimgraph.match.nodes import Context, Node, per_claim
from claimgraph.model import Act

LONGEST = 160
"""Characters of a frame before the words claimed, and of one after them."""


@per_claim
def frame(node: Node, context: Context) -> str:
    """Return the words of a sentence that say who says a claim, to whom and when, in lower case."""
    claim = node.claim
    if claim.cue is None:
        return ""
    text = context.sources[claim.source].text
    placed = [span for span in (claim.cue, claim.mention) if span is not None]
    start, end = min(span[0] for span in placed), max(span[1] for span in placed)
    if claim.cue[0] > claim.start:  # "…," she later said
        return _clipped(text[claim.end : end + LONGEST]).lower()
    floor = max((other.claim.end for other in _before(node, context, start)), default=0)
    opening = re.split(r"[.!?][”\"’')\]]*\s+|\n", text[max(floor, start - LONGEST) : start])[-1]
    return " ".join((opening + text[start : max(end, claim.start)]).lower().split())


def _before(node: Node, context: Context, position: int) -> Iterable[Node]:
    return (other for other in context.near(node, 0) if other.claim.end <= position)


def _clipped(text: str) -> str:
    """Return a text up to the end of its sentence."""
    return re.split(r"[.!?](?:[”\"’')\]]|\s|$)|\n", text)[0]


@cache
def _pattern(key: str) -> re.Pattern[str]:
    listed = sorted(words("accounts", key), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(one) for one in listed)})\b")


def _marked(node: Node, context: Context, key: str) -> str | None:
    found = _pattern(key).search(frame(node, context))
    return found.group() if found else None


def abandoned(node: Node, context: Context) -> str | None:
    """Return the word that says a statement did not stand: "initially", "originally"."""
    return _marked(node, context, "abandoned")


def gave_up(node: Node, context: Context) -> str | None:
    """Return the words that say a statement was the first of several: "in his first interview"."""
    found = _FIRST.search(frame(node, context))
    return found.group() if found else abandoned(node, context)


_TELLING = (
    r"(?:police |sworn |written |tv |television )?"
    r"(?:interview|statement|account|version|testimony|report|hearing)\b"
)
_FIRST = re.compile(rf"\b(?:in|during|at) (?:his|her|their|its|an|the) (?:first|initial|original) {_TELLING}")
_AGAINST = re.compile(
    r"\b(?:but|yet|however|testified|confessed|conceded|admitted)\b|\b(?:on|took) the (?:witness )?stand\b"
    r"|\b(?:in|during|at) (?:his|her|their|its|a|the) (?:second|third|later|new|subsequent) "
    rf"{_TELLING}"
)
_LATER = re.compile(r"\b(?:later|now|eventually|subsequently|afterwards)\b")


def set_against(node: Node, context: Context) -> str | None:
    """Return the word that sets a statement against what was told before: "but", "on the stand"."""
    found = _AGAINST.search(frame(node, context))
    return found.group() if found else None


def told_later(node: Node, context: Context) -> bool:
    """Tell whether the words around a statement say that it came later than another."""
    return _LATER.search(frame(node, context)) is not None


def in_court(node: Node, context: Context) -> bool:
    """Tell whether a statement was made in court."""
    return _marked(node, context, "court") is not None


def to_investigators(node: Node, context: Context) -> bool:
    """Tell whether a statement was made to those who inquire, before a court sat."""
    return _marked(node, context, "inquiry") is not None and not in_court(node, context)


_THEN = re.compile(r"\b(?:that|so|this|it|as much)\b.{0,40}\b(?:later|then|but|eventually|subsequently)\b")


def replaces_what_was_told(node: Node, context: Context) -> str | None:
    """Return the word by which a sentence says that its speaker first told otherwise.

    "He did tell them that originally, and later confessed that …": what he told stands before.
    """
    words_of = frame(node, context)
    first = _pattern("abandoned").search(words_of)
    return first.group() if first is not None and _THEN.search(words_of) else None


def supposed(node: Node, context: Context) -> bool:
    """Tell whether a statement is only thought of: "would admit", "might say"."""
    claim = node.claim
    if claim.cue is None:
        return False
    cue = context.sources[claim.source].text[claim.cue[0] : claim.cue[1]].lower()
    return re.search(r"\b(?:would|will|could|might|may|should|can|must)\b|['’](?:d|ll)\b", cue) is not None


@cache
def _changes() -> re.Pattern[str]:
    verbs, nouns = ("|".join(words("accounts", key)) for key in ("change_verbs", "change_nouns"))
    return re.compile(rf"\b(?:(?:{verbs}) (?:his|her|their|its|the) (?:{nouns})|{'|'.join(_retracting())})\b")


def changes_account(node: Node, context: Context) -> str | None:
    """Return the words that say a speaker changes his story with this statement."""
    found = _changes().search(frame(node, context))
    return found.group() if found else None


def retracts(node: Node, context: Context) -> bool:
    """Tell whether a statement does nothing but take back what its speaker said: "withdrew her statement"."""
    claim = node.claim
    if claim.act is not Act.DENY or claim.cue is None:
        return False
    cue = context.sources[claim.source].text[claim.cue[0] : claim.cue[1]].lower()
    return re.search(rf"\b(?:{'|'.join(_retracting())})\b", cue) is not None


@cache
def _retracting() -> tuple[str, ...]:
    return tuple(sorted(re.escape(one) for one in words("accounts", "retracting")))
