"""Claims with the same truth conditions. An adverse party's admission is the strongest support there is."""

from collections.abc import Iterable, Iterator

from claimgraph.match.amounts import amounts
from claimgraph.match.finding import on
from claimgraph.match.gates import GATES, first_failure, opposed
from claimgraph.match.likeness import alike, told
from claimgraph.match.nodes import Context, Node, per_claim
from claimgraph.match.origins import same_origin
from claimgraph.model import Act, Agreement, Reason

ENOUGH = 0.75


def find(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Agreement]:
    """Yield the agreements among candidate pairs of different speakers."""
    comparable = {one for one, node in context.nodes.items() if _can_agree(node)}
    for first, second in pairs:
        if first not in comparable or second not in comparable:
            continue
        a, b = context.nodes[first], context.nodes[second]
        if not set(a.claim.speakers).isdisjoint(b.claim.speakers):
            continue
        if a.claim.target and b.claim.target and a.claim.target != b.claim.target:
            continue  # accusations of different parties are not one statement, alike as their words may be
        if not _may_agree(a, b) or first_failure(a, b, context, GATES) is not None:
            continue
        reason = _same_event(a, b, context) or _same_figure(a, b)
        if reason is None:
            continue
        adverse = (
            opposed(a, b, context).passed
            and bool(a.sides and b.sides)
            and Act.ADMIT in {a.claim.act, b.claim.act}
        )
        apart = not same_origin(context.sources[a.claim.source], context.sources[b.claim.source])
        yield Agreement(
            a=a.id,
            b=b.id,
            independent=adverse or (apart and a.own_voice and b.own_voice),
            adverse=adverse,
            reasons=(reason,),
        )


def _can_agree(node: Node) -> bool:
    """Tell whether a claim affirms a figure, or that something happened to somebody or something."""
    return not node.denies and bool(node.claim.quantities or _deeds(node))


def _may_agree(a: Node, b: Node) -> bool:
    """Tell quickly whether two claims say the same of something, or both give figures of one matter."""
    if a.claim.quantities or b.claim.quantities:
        both = bool(a.claim.quantities and b.claim.quantities)
        return both and not a.specific.isdisjoint(b.specific)
    return not _deeds(a).isdisjoint(_deeds(b))


def _same_event(a: Node, b: Node, context: Context) -> Reason | None:
    if a.claim.quantities or b.claim.quantities:
        return None
    match = alike(a, b, context)
    if (
        match is None
        or match.score < ENOUGH
        or match.a.type != match.b.type
        or match.a.negated != match.b.negated
    ):
        return None
    if match.a.patient is None or match.b.patient is None or match.a.patient.head != match.b.patient.head:
        return None
    return Reason(
        rule="same event",
        detail=f"both tell of the same: {match.detail}",
        spans=(on(a.claim, match.a.trigger), on(b.claim, match.b.trigger)),
    )


@per_claim
def _deeds(node: Node) -> frozenset[tuple[str, bool, str]]:
    """Return what a claim says of what it happened to: type, yes or no, and head noun."""
    return frozenset(
        (event.type, event.negated, event.patient.head) for event in told(node) if event.patient is not None
    )


def _same_figure(a: Node, b: Node) -> Reason | None:
    for one in amounts(a):
        for two in amounts(b):
            x, y = one.quantity, two.quantity
            same = (x.unit, one.event, x.of_side, x.category) == (y.unit, two.event, y.of_side, y.category)
            if same and one.event and one.low == two.low and one.high == two.high:
                detail = f"both give “{one.text}” ({one.event})"
                return Reason(
                    rule="same figure",
                    detail=detail,
                    spans=(on(a.claim, one.spans[0]), on(b.claim, two.spans[0])),
                )
    return None
