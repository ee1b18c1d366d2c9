"""Verb and word that say something only together: "holds X responsible", "maintains his innocence"."""

from functools import cache
from typing import TYPE_CHECKING

from claimgraph.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITH_VERB = frozenset({"dobj", "oprd", "acomp", "ccomp", "xcomp"})


@cache
def _listed() -> frozenset[str]:
    return frozenset(entry for cues in table("acts")["cues"].values() for entry in cues if " " in entry)


def idiom(verb: "Token") -> str | None:
    """Return the listed pair that a verb makes with its object or what is said of it, or None.

    An adjective before its noun only tells who is meant ("the responsible body").
    """
    beside = [child for child in verb.children if child.dep_ in _WITH_VERB and child.i > verb.i]
    beside += [word for child in beside for word in child.children if word.i > child.i]
    pairs = (f"{verb.lemma_.lower()} {word.lemma_.lower()}" for word in beside)
    return next((pair for pair in pairs if pair in _listed()), None)
