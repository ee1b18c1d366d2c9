"""What a row of the table of kinds hands on: an opposed pair and why, a change, or a pair it stopped."""

from dataclasses import dataclass

from claimgraph.match.figures import Figure
from claimgraph.match.identity import Identity
from claimgraph.model import Claim, DisputeKind, Reason, Span

MAX_REASONS = 6
"""Reasons kept of one dispute or update."""


@dataclass(frozen=True, eq=False, slots=True)
class Finding:
    """One opposed pair, before pairs are gathered into disputes.

    ``a`` and ``b`` are claim ids; in a denial ``b`` denies, in a reversal ``b`` is the later word.
    ``question`` says on what they differ: findings on other questions are other disputes.
    ``figures`` are those of a conflict of figures.
    """

    kind: DisputeKind
    a: str
    b: str
    question: str
    identity: Identity
    reason: Reason
    figures: tuple[Figure, Figure] | None = None

    @property
    def score(self) -> float:
        return self.identity.score


@dataclass(frozen=True, eq=False, slots=True)
class Change:
    """A figure that changed with time and that nobody disputes, the earlier first."""

    before: Figure
    after: Figure
    question: str
    reason: Reason

    @property
    def a(self) -> str:
        return self.before.node.id

    @property
    def b(self) -> str:
        return self.after.node.id


@dataclass(frozen=True, eq=False, slots=True)
class Miss:
    """A pair that a field, or too low a score, kept from being a dispute.

    ``score`` is its share of the bar that ``rule`` sets, 0 where a field forbids it.
    """

    a: str
    b: str
    gate: str
    detail: str
    score: float = 0.0
    rule: str = ""


def on(claim: Claim, span: Span | None = None) -> tuple[str, int, int]:
    """Return a reason's span: some words of a claim, or all of it."""
    start, end = span or (claim.start, claim.end)
    return (claim.id, start, end)
