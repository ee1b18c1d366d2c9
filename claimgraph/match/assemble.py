"""Findings become disputes, and changes updates: one a question, every mention under it, none twice.

Invariants
    - A dispute holds one question: findings are gathered only when they share a claim on the same
      side of it, or figures of one kind.
    - A pair of claims stands in one dispute, under its most explicit kind.
"""

from collections.abc import Iterable, Iterator

from claimgraph.gathering import gathered
from claimgraph.match.context import Context, Node
from claimgraph.match.deciding import MAX_REASONS, Change, Finding
from claimgraph.match.figures import Figure
from claimgraph.match.origins import count
from claimgraph.match.stories import Stories
from claimgraph.match.wholes import wholes
from claimgraph.model import Dispute, DisputeKind, Reason, Update, make_id

STRENGTH: dict[DisputeKind, int] = {
    "denial": 4,
    "reversal": 3,
    "figures": 2,
    "contradiction": 1,
    "mutual_accusation": 0,
}
"""Where one pair is found twice, the more explicit kind is kept."""
COPY = 0.75
"""Share of words of two claims from which they are one statement printed twice."""
LEAST = 3
"""Words with meaning by which a statement can be known again."""


def assemble(findings: Iterable[Finding], known: Stories) -> tuple[Dispute, ...]:
    """Return the disputes, the surest first."""
    groups: list[list[Finding]] = []
    for finding in sorted(_once_a_pair(findings), key=lambda one: (-one.score, one.kind, one.a, one.b)):
        homes = [group for group in groups if any(_one_question(finding, one, known) for one in group)]
        if not homes:
            groups.append([finding])
            continue
        homes[0].append(finding)
        for other in homes[1:]:
            homes[0] += other
            groups.remove(other)
    disputes = _each_once(groups, known)
    return tuple(sorted(disputes, key=lambda one: (-STRENGTH[one.kind], -one.score, one.id)))


def _each_once(groups: Iterable[list[Finding]], known: Stories) -> Iterator[Dispute]:
    """Yield a dispute a group; groups that come to the same dispute, copies taken in, are one."""
    held: dict[str, tuple[Dispute, list[Finding]]] = {}
    for group in groups:
        dispute, findings = _dispute(group, known), group
        while dispute.id in held:
            findings = held.pop(dispute.id)[1] + findings
            dispute = _dispute(findings, known)
        held[dispute.id] = dispute, findings
    yield from (dispute for dispute, _ in held.values())


def _once_a_pair(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, of each pair that under its most explicit kind."""
    best: dict[frozenset[str], Finding] = {}
    for finding in sorted(findings, key=lambda one: (-STRENGTH[one.kind], -one.score)):
        best.setdefault(frozenset((finding.a, finding.b)), finding)
    return list(best.values())


def _one_question(one: Finding, two: Finding, known: Stories) -> bool:
    """Tell whether two findings are mentions of one question."""
    if one.reason.rule != two.reason.rule:
        return False
    if one.reason.rule == "denied":
        nodes = known.context.nodes
        return one.b == two.b or (one.a == two.a and _one_voice(nodes[one.b], nodes[two.b]))
    if one.question != two.question:
        return False
    if one.figures is not None:
        return bool({one.a, one.b} & {two.a, two.b})
    return one.a == two.a or one.b == two.b


def _one_voice(one: Node, two: Node) -> bool:
    same = bool(set(one.claim.speakers) & set(two.claim.speakers)) or bool(one.camps & two.camps)
    return same or bool(one.voices & two.voices)


def _dispute(group: list[Finding], known: Stories) -> Dispute:
    context = known.context
    kind = max((one.kind for one in group), key=STRENGTH.__getitem__)  # the most explicit names it
    sides = _by_value(group, known) if kind == "figures" else _two_sides(group, known)
    reasons: dict[tuple[str, str], Reason] = {}
    for finding in group:
        reasons.setdefault((finding.reason.rule, finding.reason.detail), finding.reason)
    return Dispute(
        id=Dispute.make_id(kind, sides),
        kind=kind,
        subject=None,
        sides=sides,
        score=round(max(finding.score for finding in group), 3),
        reasons=tuple(reasons.values())[:MAX_REASONS],
        origins=tuple(count([context.nodes[one] for one in side], context) for side in sides),
    )


def _two_sides(group: list[Finding], known: Stories) -> tuple[tuple[str, ...], ...]:
    """Return who claims and who denies, each with the copies of its claims in other articles."""
    second = {one.b for one in group}
    first = {one.a for one in group} - second or {group[0].a}
    second -= first
    copies = [_with_copies(side, known) for side in (first, second)]
    both = copies[0] & copies[1]
    sides = ((copies[0] - both) | first, (copies[1] - both) | second)
    return tuple(_in_order(side, known.context) for side in sides)


def _with_copies(claims: set[str], known: Stories) -> set[str]:
    """Return some claims with those of other articles that print the same words of the same speaker."""
    nodes = [known.context.nodes[one] for one in claims]
    return claims | {
        other.id
        for node in nodes
        for source in known.neighbours(node.claim.source)
        for other in known.context.by_source[source]
        if _is_copy(node, other, known)
    }


def _is_copy(one: Node, two: Node, known: Stories) -> bool:
    """Tell whether two claims of two articles are one statement, by the same speaker or in a reprint."""
    if one.own_voice != two.own_voice or one.claim.act is not two.claim.act:
        return False
    reprinted = known.one_origin(one.claim.source, two.claim.source)
    if len(one.stems) < LEAST or not (one.own_voice or reprinted or _one_voice(one, two)):
        return reprinted and one.claim.text.split() == two.claim.text.split()
    either = one.stems | two.stems
    return len(one.stems & two.stems) >= COPY * len(either)


def _in_order(claims: Iterable[str], context: Context) -> tuple[str, ...]:
    return tuple(sorted(set(claims), key=lambda one: context.nodes[one].position))


def _by_value(group: list[Finding], known: Stories) -> tuple[tuple[str, ...], ...]:
    """Return a side a value: claims whose figures meet, with those that repeat the value elsewhere."""
    given: dict[str, Figure] = {}
    for finding in group:
        given |= {figure.node.id: figure for figure in finding.figures or () if figure.node.id not in given}
    for figure in _repeated(given, known):
        given.setdefault(figure.node.id, figure)
    sides = gathered(
        _in_order(given, known.context),
        lambda claim, side: not any(given[claim].misses(given[one]) for one in side),
    )
    return tuple(tuple(side) for side in sides)


def _repeated(given: dict[str, Figure], known: Stories) -> Iterator[Figure]:
    """Yield the wholes of further articles on the story that repeat one of some figures."""
    figures = given.values()
    kinds, held = {one.kind for one in figures}, {(one.low, one.high) for one in figures}
    sources = {one.node.claim.source for one in figures}
    near = set[str]().union(*map(known.neighbours, sources)) - sources
    for kind, by_source in wholes(known).items():
        for source in sorted(near & by_source.keys()) if kind in kinds else ():
            yield from (one for one in by_source[source] if (one.low, one.high) in held)


def updates(changes: Iterable[Change], disputes: Iterable[Dispute], context: Context) -> tuple[Update, ...]:
    """Return the figures that changed with time; two claims that one dispute of figures holds stay there."""
    held = [{claim for side in one.sides for claim in side} for one in disputes if one.kind == "figures"]
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
    nodes = context.nodes
    ordered = sorted(figures, key=lambda claim: (nodes[claim].reported, nodes[claim].position))
    stages = gathered(ordered, lambda claim, stage: not figures[claim].misses(figures[stage[0]]))
    return tuple(tuple(stage) for stage in stages)
