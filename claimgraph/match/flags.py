"""Marks on single claims: figures and statements that only one party stands behind."""

from collections.abc import Iterable, Iterator

from claimgraph.lexicon import words
from claimgraph.match.mutual import accused_deed
from claimgraph.match.nodes import LOSSES, Context, Node, overlap
from claimgraph.model import DISPUTABLE_ACTS, Act, Agreement, Flag, Quantity

CONTESTED = frozenset({"capture", "destroy", "shoot_down", "withdraw", "attack", "violate", "lose"})
"""Types of event that a party's bare word leaves unverified."""


def find(context: Context, disputed: Iterable[str], agreements: Iterable[Agreement]) -> Iterator[Flag]:
    """Yield unverified figures and claims, leaving out what is disputed or supported from elsewhere."""
    taken = set(disputed)
    supported = {
        one
        for agreement in agreements
        if agreement.adverse or agreement.independent
        for one in (agreement.a, agreement.b)
    }
    for node in context.nodes.values():
        if node.claim.act not in DISPUTABLE_ACTS or node.denies or node.id in supported:
            continue
        figure = next((quantity for quantity in node.claim.quantities if quantity.event in LOSSES), None)
        if figure is not None and _needs_support(node, context):
            yield Flag(
                claim=node.id,
                kind="unverified_figure",
                detail=_figure_detail(node, figure),
                basis=figure.span,
            )
        elif figure is None and node.id not in taken:
            detail = _claim_detail(node)
            if detail:
                yield Flag(claim=node.id, kind="unverified_claim", detail=detail)


def _needs_support(node: Node, context: Context) -> bool:
    """Tell whether a figure rests on one party, on nobody named, or on hearsay."""
    if node.own_voice:
        unsure = bool(set(node.claim.hedges) & words("generic", "hearsay")) or "estimate" in node.terms
        return unsure and (node.claim.happened.date is None or overlap(node.when, node.published, slack=365))
    if not node.claim.speakers:
        return True
    kinds = {context.speakers[one].kind for one in node.claim.speakers if one in context.speakers}
    return bool(node.sides) or "group" in kinds


def _figure_detail(node: Node, figure: Quantity) -> str:
    if figure.own or (node.claim.act is Act.ADMIT and figure.own is not False):
        basis = "a party's count of its own losses, confirmed by nobody else here"
    elif figure.own is False:
        basis = "a party's count of the other side's losses, confirmed by nobody else here"
    elif not node.sides:
        basis = "an estimate without a named source"
    else:
        basis = "the word of one party, confirmed by nobody else here"
    return f"“{figure.text}” {figure.event}: {basis}"


def _claim_detail(node: Node) -> str | None:
    if node.own_voice or not node.sides:
        return None
    if node.claim.act is Act.ACCUSE or accused_deed(node) is not None:
        return "an accusation by one party; no answer to it is recorded here"
    if node.claim.act is Act.ASSERT and any(
        event.type in CONTESTED and not event.negated for event in node.actual_events
    ):
        return "the word of one party about the events, confirmed by nobody else here"
    return None
