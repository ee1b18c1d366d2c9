"""Figures that changed with time and are in nobody's dispute, gathered stage by stage, oldest first."""

from collections.abc import Iterable

from claimgraph.match.context import Context
from claimgraph.match.figures import Figure
from claimgraph.match.finding import MAX_REASONS, Change
from claimgraph.match.gathering import gathered
from claimgraph.model import Dispute, Update, make_id


def updates(changes: Iterable[Change], disputes: Iterable[Dispute], context: Context) -> tuple[Update, ...]:
    """Return the updates; two claims that one dispute of figures holds stay there."""
    held = [
        {claim for side in dispute.sides for claim in side}
        for dispute in disputes
        if dispute.kind == "figures"
    ]
    free = (one for one in changes if not any({one.a, one.b} <= claims for claims in held))
    return tuple(_update(found, context) for found in gathered(free, _goes_on))


def _goes_on(change: Change, before: list[Change]) -> bool:
    same = change.question == before[0].question
    return same and any({change.a, change.b} & {one.a, one.b} for one in before)


def _update(changes: list[Change], context: Context) -> Update:
    return Update(
        id=make_id("u", changes[0].question, min(change.a for change in changes)),
        subject=None,
        sides=_stages(changes, context),
        reasons=tuple({change.reason.detail: change.reason for change in changes}.values())[:MAX_REASONS],
    )


def _stages(changes: list[Change], context: Context) -> tuple[tuple[str, ...], ...]:
    """Return a stage a value, by the day on which it was first reported."""
    figures: dict[str, Figure] = {}
    for change in changes:
        figures.setdefault(change.a, change.before)
        figures.setdefault(change.b, change.after)
    ordered = sorted(
        figures, key=lambda claim: (context.nodes[claim].reported, context.nodes[claim].position)
    )
    stages = gathered(ordered, lambda claim, stage: not figures[claim].misses(figures[stage[0]]))
    return tuple(tuple(stage) for stage in stages)
