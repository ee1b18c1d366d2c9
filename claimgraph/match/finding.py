"""What a rule hands on: two groups of claims that cannot both be right, and why."""

from dataclasses import dataclass

from claimgraph.model import Claim, DisputeKind, Reason, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One opposed pair, before pairs are gathered into disputes.

    ``a`` and ``b`` are claim ids; in a denial ``b`` denies, in a reversal ``b`` is the later
    word. ``question`` groups findings that are one dispute. ``score`` in [0, 1] orders the
    report and is no probability. ``values`` are the intervals of a figure conflict.
    """

    kind: DisputeKind
    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]
    question: str = ""
    values: tuple[tuple[float, float], tuple[float, float]] | None = None


@dataclass(frozen=True, slots=True)
class Miss:
    """A pair that a rule looked at and a gate stopped."""

    a: str
    b: str
    gate: str
    detail: str


def on(claim: Claim, span: Span | None = None) -> tuple[str, int, int]:
    """Return a reason's span: some words of a claim, or all of it."""
    start, end = span or (claim.start, claim.end)
    return (claim.id, start, end)
