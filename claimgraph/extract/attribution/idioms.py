"""Verb and word that say something only together: "holds X responsible", "brushes X off"."""

from functools import cache

from claimgraph.extract.grammar.tree import children
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table

_BESIDE = ("dobj", "oprd", "acomp", "ccomp", "xcomp", "prt", "advmod")


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
