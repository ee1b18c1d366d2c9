"""How surely two statements are opposed, in three words that readers' labels bear out.

A dispute's score says how surely its sides speak of one event, or the one answers the other. What that is
worth differs by what it rests on; docs/matching.md has how many of each grade are on readers' lists.
"""

from typing import Literal

from claimgraph.model import Dispute

Sureness = Literal["high", "fair", "low"]
GRADES: tuple[Sureness, ...] = ("high", "fair", "low")
LOW = 0.5
"""Score below which half of what is reported is on readers' lists, whatever it rests on."""
HIGH = {"denied": 0.8, "other count": 0.5, "other count beside": 0.5}
"""Score from which nine in ten are, by the rule that found it; of other rules eight in ten."""
HIGH_ELSE = 0.6


def sureness(dispute: Dispute) -> Sureness:
    """Return how surely the sides of a dispute are opposed; not which of them is right."""
    rule = next((one.rule for one in dispute.reasons), "")
    if dispute.score < LOW:
        return "low"
    return "high" if dispute.score >= HIGH.get(rule, HIGH_ELSE) else "fair"
