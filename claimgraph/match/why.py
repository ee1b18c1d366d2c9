"""Why a pair of claims is, or is not, a dispute: every gate and rule, asked for any two claims."""

from claimgraph.errors import NotFoundError
from claimgraph.match.figures import Change
from claimgraph.match.finding import Finding, Miss
from claimgraph.match.gates import GATES, opposed
from claimgraph.match.likeness import alike
from claimgraph.match.nodes import Context, Node, build
from claimgraph.match.run import RULES
from claimgraph.model import Collection, Step


def explain(a: str, b: str, collection: Collection) -> tuple[Step, ...]:
    """Return the path of a pair: the gates in order, then each rule with its evidence.

    Args:
        a: id of one claim.
        b: id of the other.
        collection: the claims to look among.

    Raises:
        NotFoundError: an id is not that of a claim of the collection.
    """
    context = build(collection)
    for one in (a, b):
        if one not in context.nodes:
            raise NotFoundError(f"no claim {one}; `claimgraph claims` lists the ids")
    first, second = context.nodes[a], context.nodes[b]
    return (*_gate_steps(first, second, context), *_rule_steps(a, b, context))


def _gate_steps(a: Node, b: Node, context: Context) -> list[Step]:
    steps: list[Step] = []
    for name, gate in {**GATES, "sides": opposed}.items():
        verdict = gate(a, b, context)
        question = (gate.__doc__ or name).strip().splitlines()[0]
        steps.append(Step(name=name, passed=verdict.passed, detail=f"{question} {verdict.detail}"))
    match = alike(a, b, context)
    detail = match.detail if match else "no event of one is an event of the other"
    steps.append(
        Step(name="subject", passed=match is not None, detail=f"Are they about the same event? {detail}")
    )
    return steps


def _rule_steps(a: str, b: str, context: Context) -> list[Step]:
    pair = (min(a, b), max(a, b))
    steps: list[Step] = []
    for name, rule in RULES.items():
        outcomes = [one for one in rule(context, [pair]) if {one.a, one.b} == {a, b}]
        found = next((one for one in outcomes if isinstance(one, Finding)), None)
        change = next((one for one in outcomes if isinstance(one, Change)), None)
        miss = next((one for one in outcomes if isinstance(one, Miss)), None)
        if found is not None:
            steps.extend(
                Step(name=name, passed=True, detail=reason.detail, spans=reason.spans)
                for reason in found.reasons
            )
        elif change is not None:
            steps.append(
                Step(name=name, passed=False, detail=change.reason.detail, spans=change.reason.spans)
            )
        elif miss is not None:
            steps.append(
                Step(name=name, passed=False, detail=f"stopped at the gate “{miss.gate}”: {miss.detail}")
            )
        else:
            steps.append(Step(name=name, passed=False, detail="found nothing that opposes them"))
    return steps
