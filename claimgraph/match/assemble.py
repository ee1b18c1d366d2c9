"""Findings become dispute nodes: one question, its sides, every mention under them, none twice."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from claimgraph.lexicon import table
from claimgraph.match.finding import Finding
from claimgraph.match.nodes import Context, Node, camps, overlap
from claimgraph.match.origins import count
from claimgraph.model import Dispute, DisputeKind, Reason, make_id

STRENGTH: dict[DisputeKind, int] = {
    "denial": 4,
    "reversal": 3,
    "figures": 2,
    "contradiction": 1,
    "mutual_accusation": 0,
}
"""Where one pair is found twice, the more explicit kind is kept."""
MAX_REASONS = 6


@dataclass(slots=True)
class _Group:
    kind: DisputeKind
    findings: list[Finding] = field(default_factory=list)
    claims: set[str] = field(default_factory=set)

    def add(self, *findings: Finding) -> None:
        self.findings.extend(findings)
        self.claims.update(one for finding in findings for one in (finding.a, finding.b))


def assemble(findings: Iterable[Finding], context: Context) -> tuple[Dispute, ...]:
    """Return the disputes, the surest first."""
    kept = _once_a_pair(findings)
    groups: list[_Group] = []
    for finding in sorted(kept, key=lambda one: (-one.score, one.kind, one.a, one.b)):
        home = next((group for group in groups if _belongs(finding, group, context)), None)
        if home is None:
            groups.append(home := _Group(finding.kind))
        home.add(finding)
    disputes = [_dispute(group, context) for group in _merged(groups, context)]
    return tuple(sorted(disputes, key=lambda one: (-STRENGTH[one.kind], -one.score, one.id)))


def _merged(groups: list[_Group], context: Context) -> list[_Group]:
    """Return the groups, those that came to be of one question as one."""
    kept: list[_Group] = []
    for group in groups:
        home = next((one for one in kept if _of_one_question(one, group, context)), None)
        if home is None:
            kept.append(group)
        else:
            home.add(*group.findings)
    return kept


def _of_one_question(one: _Group, two: _Group, context: Context) -> bool:
    """Tell whether two groups share a claim of one figure, or are what one side denies of one event."""
    if one.kind != two.kind:
        return False
    if one.kind == "figures":
        return one.findings[0].question == two.findings[0].question and not one.claims.isdisjoint(two.claims)
    if one.kind != "denial":
        return False
    shared = not one.claims.isdisjoint(two.claims)
    if not shared and not _of_one_event(one, two, context):
        return False
    parties = [
        frozenset().union(*(_sides(getattr(finding, end), context) for finding in group.findings))
        for end in ("a", "b")
        for group in (one, two)
    ]
    if not camps(parties[2]) & camps(parties[3]):
        return False
    return shared or parties[0] == parties[1]


def _of_one_event(one: _Group, two: _Group, context: Context) -> bool:
    """Tell whether what is denied is told of one subject in one story."""
    first, second = (context.nodes[group.findings[0].a] for group in (one, two))
    named = first.claim.subject is not None and first.claim.subject == second.claim.subject
    return named and context.one_story(first, second)


def _once_a_pair(findings: Iterable[Finding]) -> list[Finding]:
    best: dict[frozenset[str], Finding] = {}
    for finding in findings:
        pair = frozenset((finding.a, finding.b))
        held = best.get(pair)
        if held is None or (STRENGTH[finding.kind], finding.score) > (STRENGTH[held.kind], held.score):
            best[pair] = finding
    return list(best.values())


def _belongs(finding: Finding, group: _Group, context: Context) -> bool:
    """Tell whether a finding is one more mention of a group's question."""
    if finding.kind != group.kind:
        return False
    if finding.kind == "mutual_accusation":
        return _same_exchange(finding, group.findings[0], context)
    if finding.kind == "figures":
        shared = finding.a in group.claims or finding.b in group.claims
        return shared and finding.question == group.findings[0].question
    if finding.a not in group.claims and finding.b not in group.claims:
        return False
    first = group.findings[0]
    return _sides(finding.b, context) == _sides(first.b, context) or finding.b == first.b


def _sides(claim: str, context: Context) -> frozenset[str]:
    node = context.nodes[claim]
    return node.sides or frozenset(node.claim.speakers)


def _same_exchange(one: Finding, two: Finding, context: Context) -> bool:
    """Tell whether two mutual accusations are one: the same parties, the same deed, the same days."""
    if one.question != two.question:
        return {one.a, one.b} <= {two.a, two.b}
    first, second = context.nodes[one.a], context.nodes[two.a]
    parties = [camps(_sides(f.a, context)) | camps(_sides(f.b, context)) for f in (one, two)]
    return parties[0] == parties[1] and (
        first.claim.source == second.claim.source or overlap(first.when, second.when)
    )


def _dispute(group: _Group, context: Context) -> Dispute:
    sides = _coloured(group, context) if group.kind == "figures" else _two_sides(group, context)
    reasons: dict[tuple[str, str], Reason] = {}
    for finding in group.findings:
        for reason in finding.reasons:
            reasons.setdefault((reason.rule, reason.detail), reason)
    return Dispute(
        id=make_id("d", group.kind, tuple(min(side) for side in sides)),
        kind=group.kind,
        subject=_subject(_telling(group, sides, context)),
        sides=sides,
        score=round(max(finding.score for finding in group.findings), 3),
        reasons=tuple(reasons.values())[:MAX_REASONS],
        origins=tuple(count([context.nodes[one] for one in side], context) for side in sides),
    )


def _in_order(claims: Iterable[str], context: Context) -> tuple[str, ...]:
    return tuple(sorted(set(claims), key=context.position.__getitem__))


def _two_sides(group: _Group, context: Context) -> tuple[tuple[str, ...], ...]:
    """Return who claims and who denies; in mutual accusations, party by party."""
    if group.kind != "mutual_accusation":
        second = {finding.b for finding in group.findings}
        first = {finding.a for finding in group.findings} - second
        return (_in_order(first, context), _in_order(second, context))
    start = group.findings[0]
    one = camps(_sides(start.a, context))
    left, right = {start.a}, {start.b}
    for claim in sorted(group.claims - {start.a, start.b}):
        (left if camps(_sides(claim, context)) & one else right).add(claim)
    return (_in_order(left, context), _in_order(right, context))


def _coloured(group: _Group, context: Context) -> tuple[tuple[str, ...], ...]:
    """Return groups of claims without a conflict inside: every value that differs is a side."""
    conflicts: dict[str, set[str]] = {}
    values: dict[str, tuple[float, float]] = {}
    for finding in group.findings:
        if finding.values is not None:
            values.update({finding.a: finding.values[0], finding.b: finding.values[1]})
        conflicts.setdefault(finding.a, set()).add(finding.b)
        conflicts.setdefault(finding.b, set()).add(finding.a)
    sides: list[list[str]] = []
    for claim in _in_order(conflicts, context):
        home = next((side for side in sides if _agree(claim, side, conflicts, values)), None)
        if home is None:
            sides.append([claim])
        else:
            home.append(claim)
    return tuple(tuple(side) for side in sides)


def _agree(
    claim: str, side: list[str], conflicts: dict[str, set[str]], values: dict[str, tuple[float, float]]
) -> bool:
    """Tell whether a claim's figure meets every figure of a side."""
    if conflicts[claim] & set(side):
        return False
    low, high = values.get(claim, (0.0, float("inf")))
    return all(low <= values[one][1] and values[one][0] <= high for one in side if one in values)


def _telling(group: _Group, sides: tuple[tuple[str, ...], ...], context: Context) -> list[Node]:
    """Return the claims that are about what is disputed; of figures those whose first figure it is."""
    members = [context.nodes[one] for side in sides for one in side]
    if group.kind != "figures":
        return members
    spans = {span for finding in group.findings for reason in finding.reasons for span in reason.spans}
    first = [(node, next((one for one in node.claim.quantities if one.event), None)) for node in members]
    return [node for node, one in first if one is not None and (node.id, *one.span) in spans]


def _subject(members: Iterable[Node]) -> str | None:
    """Return what the dispute is about: the subject of the first claim that affirms something."""
    ranked = sorted(members, key=_rank)
    return next((node.claim.subject for node in ranked if node.claim.subject), None)


def _rank(node: Node) -> tuple[bool, bool, bool]:
    """Prefer what affirms, tells of a known type of event, and names what it happened to."""
    known = [event for event in node.claim.events if event.type in table("events")]
    return (node.denies, not known, not any(event.patient is not None for event in known))
