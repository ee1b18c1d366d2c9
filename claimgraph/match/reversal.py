"""One side that takes back its word: a denial and an admission of the same event, in the order of time."""

from collections.abc import Iterable, Iterator

from claimgraph.match.denied import opposite_deed, what_is_denied
from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.gates import GATES, first_failure
from claimgraph.match.likeness import alike
from claimgraph.match.nodes import Context, Node
from claimgraph.model import Act, Reason

ENOUGH = 0.6
TOLD = 3
"""Paragraphs before an admitted lie in which the statements it may take back are looked for."""
COVERED = 3
"""Statements before an admitted lie that it is shown against."""


def find(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Miss]:
    """Yield reversals among candidate pairs: one side or speaker, once no and once yes."""
    yield from admitted_lies(context)
    for first, second in pairs:
        a, b = context.nodes[first], context.nodes[second]
        if a.denies == b.denies or not _one_voice(a, b):
            continue
        denial, other = (a, b) if a.denies else (b, a)
        if other.own_voice or not _taken_back(denial, other):
            continue
        match = alike(what_is_denied(denial), other, context)
        if match is None or match.score < ENOUGH or match.b.negated:
            continue
        stopped = first_failure(denial, other, context, GATES)
        if stopped is not None:
            yield Miss(denial.id, other.id, stopped[0], stopped[1].detail)
            continue
        order = _order(denial, other)
        reason = Reason(
            rule="denied and admitted by one side",
            detail=f"the same side denies and admits it: {match.detail}; {order}",
            spans=(on(denial.claim, match.a.trigger), on(other.claim, match.b.trigger)),
        )
        yield Finding(
            "reversal",
            denial.id,
            other.id,
            0.85 if other.claim.act is Act.ADMIT else 0.65,
            (reason,),
            f"reversal {match.a.type}",
        )


def admitted_lies(context: Context) -> Iterator[Finding]:
    """Yield what a speaker may take back by owning to a lie: the same speaker's statements just before."""
    for node in context.nodes.values():
        lies = [event for event in node.actual_events if event.type == "lie" and not event.negated]
        if node.claim.act is not Act.ADMIT or not lies or not node.claim.speakers:
            continue
        earlier = [
            other
            for other in context.near(node, TOLD)
            if other.claim.speakers == node.claim.speakers
            and other.claim.act in {Act.ASSERT, Act.ACCUSE, Act.DENY}
            and other.claim.start < node.claim.start
            and other.claim.statement != node.claim.statement
        ]
        for told in earlier[-COVERED:]:
            reason = Reason(
                rule="admitted lie",
                detail="the speaker admits having lied; these are the speaker's statements just before it",
                spans=(on(told.claim), on(node.claim, lies[0].trigger)),
            )
            yield Finding("reversal", told.id, node.id, 0.6, (reason,), "reversal lie")


def _one_voice(a: Node, b: Node) -> bool:
    return bool(a.sides & b.sides) or bool(set(a.claim.speakers) & set(b.claim.speakers))


def _taken_back(denial: Node, other: Node) -> bool:
    """Tell whether one is an admission, or one speaker plainly says no and yes."""
    if other.claim.act is Act.ACCUSE or opposite_deed(denial, other):
        return False
    if other.claim.act is Act.ADMIT:
        return True
    return denial.claim.act is Act.DENY and bool(set(denial.claim.speakers) & set(other.claim.speakers))


def _order(denial: Node, other: Node) -> str:
    """Say which came first when both days are known; the order of the text says nothing."""
    one, two = denial.claim.said.date, other.claim.said.date
    if one and two and one[:10] != two[:10]:
        first, second = ("denied", "admitted") if one < two else ("admitted", "denied")
        return f"{first} on {min(one, two)}, {second} on {max(one, two)}"
    return "which came first is not stated"
