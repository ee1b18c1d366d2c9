"""Findings become disputes: one a question, its sides, every mention under them, none twice.

Invariants
    - A dispute holds one question: findings are gathered only when they share a claim on the same
      side of it, or are of one figure in articles on one story.
    - A pair of claims stands in one dispute, under its most explicit kind.
"""

from collections.abc import Iterable, Iterator

from claimgraph.match.context import Context, Node
from claimgraph.match.figures import Figure
from claimgraph.match.finding import MAX_REASONS, Finding
from claimgraph.match.gathering import gathered
from claimgraph.match.origins import count
from claimgraph.match.stories import Stories
from claimgraph.match.wholes import wholes
from claimgraph.model import Dispute, DisputeKind, Reason

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
    best: dict[frozenset[str], Finding] = {}
    for finding in findings:
        pair = frozenset((finding.a, finding.b))
        held = best.get(pair)
        if held is None or (STRENGTH[finding.kind], finding.score) > (STRENGTH[held.kind], held.score):
            best[pair] = finding
    return list(best.values())


def _one_question(one: Finding, two: Finding, known: Stories) -> bool:
    """Tell whether two findings are mentions of one question."""
    nodes = known.context.nodes
    if one.reason.rule != two.reason.rule:
        return False
    if one.reason.rule == "denied" or one.kind == "reversal":
        return one.b == two.b or (one.a == two.a and _one_voice(nodes[one.b], nodes[two.b]))
    if one.question != two.question:
        return False
    if one.kind != "mutual_accusation":
        return bool({one.a, one.b} & {two.a, two.b})
    near = known.together(nodes[one.a].claim.source, nodes[two.a].claim.source)
    return near and _parties(one, nodes) == _parties(two, nodes)


def _parties(finding: Finding, nodes: dict[str, Node]) -> frozenset[frozenset[str]]:
    """Return who accuses whom, whichever way round."""
    return frozenset(_party(nodes[claim]) for claim in (finding.a, finding.b))


def _party(node: Node) -> frozenset[str]:
    return node.camps or frozenset(node.claim.speakers)


def _one_voice(one: Node, two: Node) -> bool:
    same = bool(set(one.claim.speakers) & set(two.claim.speakers)) or bool(one.camps & two.camps)
    return same or bool(one.voices & two.voices)


def _dispute(group: list[Finding], known: Stories) -> Dispute:
    context = known.context
    kind = max((one.kind for one in group), key=STRENGTH.__getitem__)  # the most explicit names it
    sides = _by_value(group, known) if kind == "figures" else _two_sides(kind, group, known)
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


def _two_sides(kind: DisputeKind, group: list[Finding], known: Stories) -> tuple[tuple[str, ...], ...]:
    """Return who claims and who denies, each with the copies of its claims in other articles."""
    nodes = known.context.nodes
    claims = {claim for finding in group for claim in (finding.a, finding.b)}
    first = _coloured(group)
    if kind == "mutual_accusation":
        party = _party(nodes[group[0].a])
        of_one = {claim for claim in claims if _party(nodes[claim]) == party}
        if of_one != claims:  # else nobody is known to speak, or one voice is on both sides
            first = of_one
    second = claims - first
    sides = [_with_copies(side, known) for side in (first, second)]
    both = sides[0] & sides[1]
    return tuple(
        _in_order((side - both) | own, known.context)
        for side, own in zip(sides, (first, second), strict=True)
    )


def _coloured(findings: Iterable[Finding]) -> set[str]:
    """Return the claims on the side of the surest finding's first: whoever opposes one of them is not."""
    first, second = set[str](), set[str]()
    waiting = list(findings)
    surest = waiting[0]
    while waiting:
        held = next((one for one in waiting if {one.a, one.b} & (first | second)), waiting[0])
        waiting.remove(held)
        turned = held.a in second or held.b in first
        first.add(held.b if turned else held.a)
        second.add(held.a if turned else held.b)
    return first - second or {
        surest.a
    }  # where every claim stands on both sides, the surest finding parts them


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
    if reprinted and _place(one) == _place(two):
        return True
    if len(one.stems) < LEAST or not (one.own_voice or reprinted or _one_voice(one, two)):
        return False
    either = one.stems | two.stems
    return len(one.stems & two.stems) >= COPY * len(either) and one.names == two.names


def _place(node: Node) -> tuple[list[str], int, int]:
    """Return the words of a claim, and where it stands in its article."""
    return node.claim.text.split(), node.claim.paragraph, node.claim.sentence


def _in_order(claims: Iterable[str], context: Context) -> tuple[str, ...]:
    return tuple(sorted(set(claims), key=lambda one: context.nodes[one].position))


def _by_value(group: list[Finding], known: Stories) -> tuple[tuple[str, ...], ...]:
    """Return a side a value: claims whose figures meet, with those that repeat the value elsewhere."""
    given: dict[str, Figure] = {}
    for finding in group:
        if finding.figures is not None:
            given.setdefault(finding.a, finding.figures[0])
            given.setdefault(finding.b, finding.figures[1])
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
