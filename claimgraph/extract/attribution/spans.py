"""What an attribution is: who, the words that attribute, and what is said, as spans of the text.

Acts, speakers, quantities and the rest are read from those spans by other modules.
"""

from dataclasses import dataclass
from functools import cache

from claimgraph.extract.grammar.tree import ANY_SUBJECT, children, has
from claimgraph.extract.grammar.verbs import agent_of, is_passive
from claimgraph.extract.parse import Article
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.model import Span

_LOOSE = " \t\r\n\u00a0,;:"
ATTITUDE = "tagger; attitude"
"""The rule's name for what is reported but stated by nobody: a plan, a vote, a like."""

TOPIC = "topic"
"""Likewise for what is talked about rather than stated."""
_BESIDE = ("dobj", "oprd", "acomp", "ccomp", "xcomp", "prt", "advmod")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed statement as spans of the source's text.

    ``source`` is empty when the text names nobody; ``via`` are mentions of whom it came
    through ("quoted by Russian media"). ``head`` is the lemma of the cue ("deny",
    "according", "claim"), ``rule`` the name of what found it. ``parent`` is the position,
    in the list it stands in, of the attribution whose content carries this one.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    head: str
    rule: str
    via: tuple[Span, ...] = ()
    parent: int | None = None


def shared(spans: tuple[Span, ...], others: tuple[Span, ...]) -> int:
    """Count the characters that two sets of spans have in common."""
    return sum(max(0, min(end, stop) - max(start, begin)) for start, end in spans for begin, stop in others)


def without(spans: tuple[Span, ...], cut: Span) -> tuple[Span, ...]:
    """Return spans without a stretch of the text."""
    pieces = [
        piece for start, end in spans for piece in ((start, min(end, cut[0])), (max(start, cut[1]), end))
    ]
    return tuple(sorted((start, end) for start, end in pieces if start < end))


def trimmed(text: str, spans: tuple[Span, ...], edges: str = _LOOSE) -> tuple[Span, ...]:
    """Cut white space and commas off the ends; keep what holds a letter or a digit."""
    kept = []
    for start, end in spans:
        stop = start + len(text[start:end].rstrip(edges))
        begin = stop - len(text[start:stop].lstrip(edges))
        if any(character.isalnum() for character in text[begin:stop]):
            kept.append((begin, stop))
    return tuple(kept)


def cue_verb(article: Article, one: Attribution) -> Token | None:
    """Return the last verb of the words that attribute."""
    return next((token for token in reversed(article.tokens(*one.cue)) if token.pos_ == "VERB"), None)


def is_done_to(article: Article, one: Attribution, listed: str) -> bool:
    """Tell whether a cue is one of a list, in the passive and without its doer: "was told that"."""
    verb = cue_verb(article, one) if one.head in words("cues", listed) else None
    if verb is None or agent_of(verb) is not None:
        return False
    return is_passive(verb) or (verb.dep_ == "advcl" and verb.tag_ == "VBD" and not has(verb, *ANY_SUBJECT))


@cache
def listed_idioms() -> frozenset[str]:
    """Return the cues of two words and more."""
    return frozenset(entry for cues in table("acts")["cues"].values() for entry in cues if " " in entry)


def idiom(verb: Token) -> str | None:
    """Return the listed pair that a verb makes with its object, its particle or what is said of it, or None.

    An adjective before its noun only tells who is meant ("the responsible body").
    """
    beside = [one for one in children(verb, *_BESIDE) if one.i > verb.i]
    beside += [word for one in beside for word in one.children if word.i > one.i and word.dep_ != "prep"]
    pairs = (f"{verb.lemma} {word.lemma}" for word in beside)
    return next((pair for pair in pairs if pair in listed_idioms()), None)
