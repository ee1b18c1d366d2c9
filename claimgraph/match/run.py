"""The matcher's order of work over a whole collection."""

from collections.abc import Iterable

from claimgraph.match import agreement, flags
from claimgraph.match.assemble import assemble, updates
from claimgraph.match.context import build
from claimgraph.match.deciding import Change, Finding, Miss, Outcome, decide
from claimgraph.match.events import happenings, subjects
from claimgraph.match.leads import Judging, leads
from claimgraph.match.stories import stories
from claimgraph.memory import nothing_thrown_away
from claimgraph.model import Collection, Matching, NearMiss, subject_by_claim, subject_of

MAX_NEAR_MISSES = 2000
"""Near misses kept of one run, the nearest first."""
NEAR_MISS = 0.5
"""Share of what a denial's answer must score from which one that does not reach it is a near miss."""


@nothing_thrown_away()
def match(collection: Collection, judging: Judging | None = None) -> Matching:
    """Return the events, disputes, updates, flags, agreements, leads and near misses of a collection.

    Args:
        collection: everything extracted.
        judging: what reads pairs of claims and has its say in the order of leads; None: nothing.
    """
    context = build(collection)
    known = stories(context)
    events = happenings(known)
    linked = subjects(events, known)
    subject = subject_by_claim(linked)
    outcomes = list(decide(known))
    found = assemble((one for one in outcomes if isinstance(one, Finding)), known)
    disputes = tuple(one.model_copy(update={"subject": subject_of(one.sides, subject)}) for one in found)
    disputed = {claim for dispute in disputes for side in dispute.sides for claim in side}
    agreements = tuple(agreement.find(known))
    led = leads(known, outcomes, disputes, agreements, judging)
    changed = updates((one for one in outcomes if isinstance(one, Change)), disputes, context)
    return Matching(
        disputes=disputes,
        updates=tuple(one.model_copy(update={"subject": subject_of(one.sides, subject)}) for one in changed),
        flags=(*collection.flags, *flags.find(context, disputed, agreements, led)),
        agreements=agreements,
        leads=led,
        near_misses=_near_misses(outcomes),
        events=events,
        subjects=linked,
    )


def _near_misses(outcomes: Iterable[Outcome]) -> tuple[NearMiss, ...]:
    """Return the pairs that were stopped, once each, none that was found in another way."""
    held = [
        one for one in outcomes if isinstance(one, Miss) and (one.rule != "denied" or one.score >= NEAR_MISS)
    ]
    found = {frozenset((one.a, one.b)) for one in outcomes if isinstance(one, Finding | Change)}
    nearest: dict[frozenset[str], Miss] = {}
    for miss in sorted(held, key=lambda one: -one.score):
        nearest.setdefault(frozenset((miss.a, miss.b)), miss)
    return tuple(
        NearMiss(a=one.a, b=one.b, gate=one.gate, detail=one.detail)
        for pair, one in nearest.items()
        if pair not in found
    )[:MAX_NEAR_MISSES]
