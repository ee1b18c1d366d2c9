"""What a rule finds: an act, its polarity, and the words that show it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.extract.predicates import Predicate
from claimgraph.model import Act, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPLEMENTS = frozenset({"attr", "acomp", "oprd"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """An act with its polarity, the words that deny (if any) and the rule's name."""

    act: Act
    polarity: Polarity
    rule: str
    words: "tuple[Token, ...]" = ()
    by_cue: bool = False


def polarity_of(predicate: Predicate | None, flips: int = 0) -> Polarity:
    """Return "denied" for an odd number of negations: the content's own plus ``flips``."""
    own = 1 if predicate is not None and predicate.negation is not None else 0
    return "denied" if (own + flips) % 2 else "affirmed"
