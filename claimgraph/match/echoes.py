"""Every mention of a disputed figure stands under its side, not only those that met the other figure.

An article that prints one side's figure alone contradicts nobody's by name; it is gathered
by what it repeats: the same figure, of the same people, in an article on the same story.
"""

from collections.abc import Iterable

from claimgraph.match.amounts import Amount, amounts
from claimgraph.match.figures import victims
from claimgraph.match.former import is_former
from claimgraph.match.gates import first_failure
from claimgraph.match.incidents import same_story
from claimgraph.match.nodes import Context, Node
from claimgraph.match.origins import count
from claimgraph.match.wholes import PARTING
from claimgraph.model import Dispute


def with_echoes(
    disputes: tuple[Dispute, ...], pairs: Iterable[tuple[str, str]], context: Context
) -> tuple[Dispute, ...]:
    """Return the disputes, those of figures with the claims that repeat a side's figure."""
    figures = [one for one in disputes if one.kind == "figures"]
    if not figures:
        return disputes
    near: dict[str, set[str]] = {}
    for first, second in pairs:
        near.setdefault(first, set()).add(second)
        near.setdefault(second, set()).add(first)
    return tuple(_gathered(one, near, context) if one.kind == "figures" else one for one in disputes)


def _gathered(dispute: Dispute, near: dict[str, set[str]], context: Context) -> Dispute:
    held = {claim for side in dispute.sides for claim in side}
    disputed = _disputed(dispute, context)
    found: list[set[str]] = []
    for side in dispute.sides:
        repeated = {
            other
            for claim in side
            for other in near.get(claim, set()) - held
            if any(
                _repeats(context.nodes[claim], one, context.nodes[other], context) for one in disputed[claim]
            )
        }
        found.append(repeated)
    twice = {claim for i, one in enumerate(found) for two in found[i + 1 :] for claim in one & two}
    if not any(one - twice for one in found):
        return dispute
    order = {claim: position for position, claim in enumerate(context.nodes)}
    sides = tuple(
        tuple(sorted({*side, *(one - twice)}, key=order.__getitem__))
        for side, one in zip(dispute.sides, found, strict=True)
    )
    origins = tuple(count([context.nodes[claim] for claim in side], context) for side in sides)
    return dispute.model_copy(update={"sides": sides, "origins": origins})


def _disputed(dispute: Dispute, context: Context) -> dict[str, list[Amount]]:
    """Return the figures of each claim that the dispute's reasons point at."""
    spans = {(claim, start, end) for reason in dispute.reasons for claim, start, end in reason.spans}
    return {
        claim: [
            one for one in amounts(context.nodes[claim]) if all((claim, *span) in spans for span in one.spans)
        ]
        for side in dispute.sides
        for claim in side
    }


def _repeats(node: Node, one: Amount, other: Node, context: Context) -> bool:
    """Tell whether a claim of an article on the same story gives the same figure of the same whole."""
    same = [two for two in amounts(other) if _is_same_figure(one, two)]
    if not same or other.denies or first_failure(node, other, context) is not None:
        return False
    if node.claim.source != other.claim.source and not same_story(node, other, context, once=False):
        return False
    return any(
        not is_former(other, two, context)
        and victims(node, one, other, two, context).passed
        and not any(question(node, one, other, two, context) for question in PARTING)
        for two in same
    )


def _is_same_figure(one: Amount, two: Amount) -> bool:
    x, y = one.quantity.unit, two.quantity.unit
    return (two.low, two.high, two.event, y) == (one.low, one.high, one.event, x)
