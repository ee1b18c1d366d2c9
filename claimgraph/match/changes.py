"""Figures that changed with time and are in nobody's dispute, gathered stage by stage, oldest first."""

from collections.abc import Iterable

from claimgraph.match.context import Context
from claimgraph.match.figures import Figure
from claimgraph.match.finding import MAX_REASONS, Change
from claimgraph.model import Dispute, Update, make_id


def updates(changes: Iterable[Change], disputes: Iterable[Dispute], context: Context) -> tuple[Update, ...]:
    """Return the updates; two claims that one dispute of figures holds stay there."""
    held = [
        {claim for side in dispute.sides for claim in side}
        for dispute in disputes
        if dispute.kind == "figures"
    ]
    groups: list[tuple[str, set[str], list[Change]]] = []
    for change in changes:
        pair = {change.a, change.b}
        if any(pair <= claims for claims in held):
            continue
        home = next((one for one in groups if one[0] == change.question and pair & one[1]), None)
        if home is None:
            groups.append((change.question, pair, [change]))
        else:
            home[1].update(pair)
            home[2].append(change)
    return tuple(_update(question, found, context) for question, _, found in groups)


def _update(question: str, changes: list[Change], context: Context) -> Update:
    return Update(
        id=make_id("u", question, min(change.a for change in changes)),
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
    stages: list[list[str]] = []
    for claim in ordered:
        same = next((one for one in stages if not figures[claim].misses(figures[one[0]])), None)
        if same is None:
            stages.append([claim])
        else:
            same.append(claim)
    return tuple(tuple(stage) for stage in stages)
