"""Marks on single claims: figures and statements that only one party stands behind."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from claimgraph.lexicon import words
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.match.context import Context, Node
from claimgraph.model import DISPUTABLE_ACTS, Act, Agreement, Flag, Quantity

HISTORY = timedelta(days=365)
"""How long before its article an event is told as history, of which nothing waits to be verified."""


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
        figure = next((one for one in node.claim.quantities if one.event in words("counts", "losses")), None)
        if figure is not None and _needs_support(node, context):
            detail = _figure_detail(node, figure)
            yield Flag(claim=node.id, kind="unverified_figure", detail=detail, basis=figure.span)
        elif figure is None and node.id not in taken and (told := _claim_detail(node)):
            yield Flag(claim=node.id, kind="unverified_claim", detail=told)


def _needs_support(node: Node, context: Context) -> bool:
    """Tell whether a figure rests on one party, on nobody named, or on hearsay."""
    if node.own_voice:
        unsure = bool(set(node.claim.hedges) & words("generic", "hearsay")) or "estimate" in node.claim.terms
        recent = node.days is None or node.published is None or node.days[1] >= node.published[0] - HISTORY
        return unsure and recent
    if not node.claim.speakers:
        return True
    kinds = {context.speakers[one].kind for one in node.claim.speakers if one in context.speakers}
    return bool(node.camps) or "group" in kinds


def _figure_detail(node: Node, figure: Quantity) -> str:
    if figure.own or (node.claim.act is Act.ADMIT and figure.own is not False):
        basis = "a party's count of its own losses, confirmed by nobody else here"
    elif figure.own is False:
        basis = "a party's count of the other side's losses, confirmed by nobody else here"
    elif node.camps or node.claim.speakers:
        basis = "the word of one party, confirmed by nobody else here"
    else:
        basis = "an estimate without a named source"
    return f"“{figure.text}” {figure.event}: {basis}"


def _claim_detail(node: Node) -> str | None:
    if node.own_voice or not node.camps:
        return None
    if node.claim.act is Act.ACCUSE or _accuses_other(node):
        return "an accusation by one party; no answer to it was recognised in these articles"
    contested = words("counts", "contested")
    if node.claim.act is Act.ASSERT and any(
        one.predicate in contested and not one.denied for one in node.told
    ):
        return "the word of one party about the events, confirmed by nobody else here"
    return None


def _accuses_other(node: Node) -> bool:
    """Tell whether a claim says of another side that it did harm."""
    return any(
        is_harmful(one.predicate)
        and not one.denied
        and one.agent is not None
        and one.agent.side is not None
        and one.agent.side not in node.camps
        for one in node.told
    )
