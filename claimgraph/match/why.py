"""Why a pair of claims is, or is not, a dispute: the very comparisons that decided.

The steps are those of the loop that decides (``deciding``), asked of one pair (``Stories.asked``): nothing is
worked out in another way. A pair that no row compares says so.
"""

from collections.abc import Iterator

from claimgraph.errors import NotFoundError
from claimgraph.match.antecedents import answered_by, antecedents, bar_of, is_denial
from claimgraph.match.context import Node, build
from claimgraph.match.deciding import Change, Finding, by_retraction, judged
from claimgraph.match.identity import same_event
from claimgraph.match.kinds import TABLE
from claimgraph.match.stories import Stories, stories
from claimgraph.model import Collection, Comparison, Step


def explain(a: str, b: str, collection: Collection) -> list[Step]:
    """Return every comparison and row a pair of claims passed or failed, with its evidence.

    Args:
        a: the id of one claim.
        b: the id of the other.
        collection: everything extracted.

    Raises:
        NotFoundError: there is no such claim.
    """
    known = stories(build(collection), frozenset((a, b)))
    nodes = known.context.nodes
    for one in (a, b):
        if one not in nodes:
            raise NotFoundError(f"there is no claim {one!r}")
    pair = (nodes[a], nodes[b])
    steps = [*_rows(*pair, known), *_denials(*pair, known), *_retractions(a, b, known)]
    if not any(step.passed is not None for step in steps):
        steps.append(Step(name="compared", passed=False, detail="no row of the table compares the two"))
    return steps


def _rows(one: Node, two: Node, known: Stories) -> Iterator[Step]:
    for row in TABLE:
        found = [
            (a, b, detail)
            for a, b, detail in row.opposed(known)
            if {a.node.id, b.node.id} == {one.id, two.id}
        ]
        if not found:
            yield Step(name=row.name, passed=None, detail="they say nothing that excludes each other on it")
        for a, b, detail in found:
            asked = same_event(a, b, known, row=row.weights, fields=row.fields)
            yield from map(_step, asked.comparisons)
            outcome = judged(row, a, b, detail, known)
            if isinstance(outcome, Finding):
                told = f"{outcome.reason.detail} ({outcome.score:.2f}, the bar is {row.bar:.2f})"
                yield Step(name=row.name, passed=True, detail=told, spans=outcome.reason.spans)
            elif isinstance(outcome, Change):
                yield Step(name=row.name, passed=False, detail=f"a change over time: {outcome.reason.detail}")
            else:
                yield Step(
                    name=row.name, passed=False, detail=f"stopped by “{outcome.gate}”: {outcome.detail}"
                )


def _step(one: Comparison) -> Step:
    passed = {"same": True, "different": False}.get(one.fit)
    return Step(name=one.field, passed=passed, detail=f"{one.question} {one.detail} ({one.weight:+.2f})")


def _denials(one: Node, two: Node, known: Stories) -> Iterator[Step]:
    """Tell what either of them answers, when it denies, and whether that is the other."""
    for denial, other in ((one, two), (two, one)):
        if not is_denial(denial):
            continue
        ranked = antecedents(denial, known)
        place = next((n for n, found in enumerate(ranked, 1) if found.answered.id == other.id), None)
        if place is None:
            yield Step(name="denied", passed=None, detail="the one cannot be what the other denies")
            continue
        found = ranked[place - 1]
        yield from (_step(clue) for clue in found.identity.comparisons if clue.weight)
        bar = bar_of(denial, known)
        chosen = answered_by(ranked, bar)
        better = "; another fits better" if chosen and found not in chosen else ""
        rank = f"number {place} of {len(ranked)} by score{better}"
        detail = f"{found.score:.2f} as what the other denies, the bar is {bar:.2f}; {rank}"
        yield Step(name="denied", passed=found in chosen, detail=detail)


def _retractions(a: str, b: str, known: Stories) -> Iterator[Step]:
    for found in by_retraction(known):
        if isinstance(found, Finding) and {found.a, found.b} == {a, b}:
            told = found.reason
            yield Step(name=told.rule, passed=True, detail=told.detail, spans=told.spans)
