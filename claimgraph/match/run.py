"""The matcher's order of work over a whole collection."""

from collections.abc import Callable, Iterable, Iterator

from claimgraph.match import (
    agreement,
    announced,
    contradiction,
    denial,
    disbelief,
    figures,
    flags,
    mutual,
    reversal,
)
from claimgraph.match.assemble import assemble
from claimgraph.match.candidates import candidates
from claimgraph.match.echoes import with_echoes
from claimgraph.match.figures import Change
from claimgraph.match.finding import Finding, Miss
from claimgraph.match.nodes import Context, build
from claimgraph.memory import nothing_thrown_away
from claimgraph.model import Collection, Dispute, Matching, NearMiss, Update, make_id

Rule = Callable[[Context, Iterable[tuple[str, str]]], Iterator[Finding | Change | Miss]]


def _denials(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Change | Miss]:
    yield from denial.find(context, pairs)
    yield from disbelief.find(context)


def _contradictions(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Change | Miss]:
    yield from contradiction.find(context, pairs)
    yield from announced.find(context)


RULES: dict[str, Rule] = {
    "denial": _denials,
    "reversal": reversal.find,
    "contradiction": _contradictions,
    "figures": figures.find,
    "mutual_accusation": mutual.find,
}
"""One rule a kind of dispute; each yields what it found and what a gate stopped."""

MAX_NEAR_MISSES = 2000
"""Near misses kept of one run, in reading order."""


@nothing_thrown_away()
def match(collection: Collection) -> Matching:
    """Return the disputes, updates, flags, agreements and near misses of a collection."""
    context = build(collection)
    found = candidates(context)
    outcomes = [outcome for rule in RULES.values() for outcome in rule(context, found.pairs)]
    findings = [outcome for outcome in outcomes if isinstance(outcome, Finding)]
    disputes = with_echoes(assemble(findings, context), found.pairs, context)
    disputed = {claim for dispute in disputes for side in dispute.sides for claim in side}
    agreements = tuple(agreement.find(context, found.pairs))
    return Matching(
        disputes=disputes,
        updates=_updates(outcomes, disputes),
        flags=(*collection.flags, *flags.find(context, disputed, agreements)),
        agreements=agreements,
        near_misses=_near_misses(outcomes, findings),
        dropped=found.dropped,
        subjects=collection.subjects,
    )


def _updates(
    outcomes: Iterable[Finding | Change | Miss], disputes: tuple[Dispute, ...]
) -> tuple[Update, ...]:
    """Gather the changes of one figure; two claims that one dispute of figures holds stay there."""
    held = [
        {claim for side in dispute.sides for claim in side}
        for dispute in disputes
        if dispute.kind == "figures"
    ]
    groups: list[tuple[str, set[str], list[Change]]] = []
    for change in (one for one in outcomes if isinstance(one, Change)):
        pair = {change.a, change.b}
        if any(pair <= claims for claims in held):
            continue
        home = next((one for one in groups if one[0] == change.question and pair & one[1]), None)
        if home is None:
            groups.append((change.question, pair, [change]))
        else:
            home[1].update(pair)
            home[2].append(change)
    return tuple(
        Update(
            id=make_id("u", question, min(change.a for change in changes)),
            subject=None,
            sides=_stages(changes),
            reasons=tuple({change.reason.detail: change.reason for change in changes}.values())[:6],
        )
        for question, _, changes in groups
    )


def _stages(changes: list[Change]) -> tuple[tuple[str, ...], ...]:
    """Return the claims oldest first: those only ever earlier, those between, those only later."""
    earlier = {change.a for change in changes}
    later = {change.b for change in changes}
    stages = (earlier - later, earlier & later, later - earlier)
    return tuple(tuple(sorted(stage)) for stage in stages if stage)


def _near_misses(
    outcomes: Iterable[Finding | Change | Miss], findings: list[Finding]
) -> tuple[NearMiss, ...]:
    found = {frozenset((finding.a, finding.b)) for finding in findings}
    misses: dict[frozenset[str], NearMiss] = {}
    for one in outcomes:
        pair = frozenset((one.a, one.b))
        if isinstance(one, Miss) and pair not in found:
            misses.setdefault(pair, NearMiss(a=one.a, b=one.b, gate=one.gate, detail=one.detail))
    return tuple(misses.values())[:MAX_NEAR_MISSES]
