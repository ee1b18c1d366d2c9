"""What a denial may deny: a claim that passes the gates, with why it is meant."""

from dataclasses import dataclass

from claimgraph.match.denied import names, only_a_verdict, points_back
from claimgraph.match.finding import Miss
from claimgraph.match.gates import GATES, answered, first_failure, nameless_charge, opposed
from claimgraph.match.nodes import Context, Node
from claimgraph.match.stages import retracts
from claimgraph.model import Act

BACK = 2
"""Paragraphs a pointing denial may look back."""


@dataclass(frozen=True, slots=True)
class Target:
    """A claim that a denial denies, how surely, and why in words."""

    node: Node
    score: float
    rule: str
    detail: str
    spans: tuple[tuple[str, int, int], ...] = ()


def allowed(denial: Node, other: Node, context: Context, misses: list[Miss]) -> bool:
    """Ask the gates of a pair, keeping what stopped it."""
    if retracts(other, context) or (other.denies and not _omission(denial, other, context)):
        return False
    if only_a_verdict(denial, other, context):
        misses.append(Miss(other.id, denial.id, "roles", "a court finds on a plea, which disputes nothing"))
        return False
    sides = answered if denial.explicit or points_back(denial) else opposed
    stopped = first_failure(other, denial, context, {**GATES, "sides": sides})
    if stopped is not None:
        misses.append(Miss(other.id, denial.id, stopped[0], stopped[1].detail))
    return stopped is None and (not nameless_charge(other) or _of_denier(denial, other, context))


def _of_denier(denial: Node, other: Node, context: Context) -> bool:
    """Tell whether what somebody "is accused of" is said of the denier: in one sentence, or by name."""
    one_sentence = (other.claim.source, other.paragraph, other.sentence) == (
        denial.claim.source,
        denial.paragraph,
        denial.sentence,
    )
    known = [context.speakers[one].name for one in denial.claim.speakers if one in context.speakers]
    called = {word.lower() for name in known for word in name.split()[:2]} - {"the", "a", "an", "his", "her"}
    return one_sentence or names(other, denial, context) or bool(called & other.specific)


def _omission(denial: Node, other: Node, context: Context) -> bool:
    """Tell whether the charge a denial points at is of something left undone: "the mill did not warn us"."""
    said = other.claim.cue is not None and not other.explicit and other.claim.act is not Act.EVALUATE
    return said and denial.explicit and points_back(denial) and names(other, denial, context)


def before(denial: Node, context: Context, paragraphs: int) -> list[Node]:
    """Return the claims before a denial, in its paragraph and so many before it."""
    return [other for other in context.near(denial, paragraphs) if other.claim.start < denial.claim.start]
