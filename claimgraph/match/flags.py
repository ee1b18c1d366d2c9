"""Marks on single claims: figures and statements that only one party stands behind."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from claimgraph.lexicon import words
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.match.context import Context, Node
from claimgraph.model import DISPUTABLE_ACTS, Act, Agreement, Flag, Quantity

UNCONFIRMED = "no confirmation by another was recognised in these articles"
UNNAMED = "an estimate without a named source"
RECKONED = 20
"""A number from which on a count of no loss is taken to be reckoned."""
HISTORY = timedelta(days=365)
"""How long before its article an event is told as history, of which nothing waits to be verified."""


def find(context: Context, disputed: Iterable[str], agreements: Iterable[Agreement]) -> Iterator[Flag]:
    """Yield unverified figures and claims, leaving out what is disputed or supported from elsewhere."""
    taken = set(disputed)
    supported = {
        one
        for agreement in agreements
        if agreement.adverse or agreement.independent or _two_parties(agreement, context)
        for one in (agreement.a, agreement.b)
    }
    for node in context.nodes.values():
        if node.claim.act not in DISPUTABLE_ACTS or node.denies or node.id in supported:
            continue
        loss = next((one for one in node.claim.quantities if one.event in words("counts", "losses")), None)
        figure = loss or (_reckoned(node) if node.id not in taken else None)
        if figure is not None and _needs_support(node, context, loss=loss is not None):
            detail = _figure_detail(node, figure)
            yield Flag(claim=node.id, kind="unverified_figure", detail=detail, basis=figure.span)
        elif loss is None and node.id not in taken and (told := _claim_detail(node)):
            yield Flag(claim=node.id, kind="unverified_claim", detail=told)


def _two_parties(agreement: Agreement, context: Context) -> bool:
    """Tell whether two named parties, not an article and not two of one name, stand behind both."""
    one, two = context.nodes.get(agreement.a), context.nodes.get(agreement.b)
    if one is None or two is None:
        return False
    named = not one.own_voice and not two.own_voice and one.claim.speakers and two.claim.speakers
    return bool(named) and one.voices.isdisjoint(two.voices)


def _reckoned(node: Node) -> Quantity | None:
    """Return the first figure that somebody quoted reckons: money, shares, crowds, customers, votes.

    Small numbers are seen and told, not reckoned; lengths of time and way, what a thing has anyway,
    and what instruments measure are left out.
    """
    apart = words("counts", "uncompared") | words("counts", "standing") | words("counts", "instruments")
    for one in node.claim.quantities if not node.own_voice else ():
        if one.unit in apart or one.event in apart or one.text.lower() in words("counts", "open"):
            continue
        value = max(one.low or 0, one.high or 0)
        if value >= RECKONED or one.unit.isupper() or one.unit == "percent":
            return one
    return None


def _needs_support(node: Node, context: Context, *, loss: bool) -> bool:
    """Tell whether a figure rests on one party, on nobody named, or on hearsay."""
    if not loss:
        return bool(node.claim.speakers)
    if node.own_voice:
        unsure = bool(set(node.claim.hedges) & words("generic", "hearsay")) or "estimate" in node.claim.terms
        recent = node.days is None or node.published is None or node.days[1] >= node.published[0] - HISTORY
        return unsure and recent
    if not node.claim.speakers:
        return True
    kinds = {context.speakers[one].kind for one in node.claim.speakers if one in context.speakers}
    return bool(node.camps) or "group" in kinds


def _figure_detail(node: Node, figure: Quantity) -> str:
    told = f"“{figure.text}”: {_basis(node, figure)}"
    return told if node.own_voice or not node.claim.speakers else f"{told}; {UNCONFIRMED}"


def _basis(node: Node, figure: Quantity) -> str:
    """Return whose figure it is, in words."""
    if figure.event in words("counts", "losses") and not node.own_voice:
        if figure.own or (node.claim.act is Act.ADMIT and figure.own is not False):
            return "a party's count of its own losses"
        if figure.own is False:
            return "a party's count of the other side's losses"
    if node.own_voice:
        return "hedged by the article itself"
    if node.claim.speakers:
        return "the word of one party"
    return "an estimate whose source was not recognised" if node.claim.mention else UNNAMED


def _claim_detail(node: Node) -> str | None:
    if node.own_voice or not node.camps:
        return None
    if node.claim.act is Act.ACCUSE or _accuses_other(node):
        return "an accusation by one party; no answer to it was recognised in these articles"
    contested = words("counts", "contested")
    if node.claim.act is Act.ASSERT and any(
        one.predicate in contested and not one.denied for one in node.told
    ):
        return f"the word of one party about the events; {UNCONFIRMED}"
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
