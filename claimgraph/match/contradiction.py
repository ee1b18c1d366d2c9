"""Claims that cannot both be so, though nobody says "denied": opposite states, yes against no."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from claimgraph.lexicon import table
from claimgraph.match.doers import tells_of_doers, two_doers
from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.gates import GATES, first_failure, opposed
from claimgraph.match.holding import tells_of_holders, two_holders
from claimgraph.match.inactive import inactive, tells_of_rest
from claimgraph.match.incompatible import incompatible
from claimgraph.match.likeness import alike, shared_terms, told
from claimgraph.match.nodes import PRONOUNS, Context, Node, per_claim, same_thing
from claimgraph.match.spared import left_whole, spared, struck_places
from claimgraph.model import Act, Event, Reason

ENOUGH = 0.7
AT_LARGE = frozenset(
    {"some", "many", "others", "most", "few", "several", "people", "everybody", "everyone", "anyone", "none"}
)
"""Names of speakers who may be anybody: their "not" answers nobody."""
_OF_MANNER = re.compile(
    r"(?:\bnot|n['’]t|\bnever) (?:just |really |exactly )?(?:how|why|when|where|what|who|the way)\b"
)
"""A "not" that is said of the manner or the doer, and leaves open whether it was: "not how it was won"."""
ABOUT_ONE_THING = 3
"""Words two claims must share when the event is of no known type."""


def find(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Miss]:
    """Yield the contradictions among candidate pairs."""
    nodes = context.nodes
    answering = {one for one, node in nodes.items() if node.claim.answers}
    refusing = {one for one, node in nodes.items() if _says_no(node)}
    acting = {one for one, node in nodes.items() if _tells_a_deed(node)}
    whole = {one for one, node in nodes.items() if left_whole(node)}
    struck = {one for one, node in nodes.items() if struck_places(node)}
    for first, second in pairs:
        if first in answering and second in answering:
            yield from incompatible(nodes[first], nodes[second], context)
        if (first in whole and second in struck) or (first in struck and second in whole):
            yield from damage_in_one_place(nodes[first], nodes[second], context)
        both_act = first in acting and second in acting
        if not both_act and first not in refusing and second not in refusing:
            continue
        a, b = nodes[first], nodes[second]
        if Act.DENY in {a.claim.act, b.claim.act} or (a.own_voice and b.own_voice):
            continue
        found = (
            different_doers(a, b, context)
            or inactive(a, b, context)
            or different_holders(a, b, context)
            or opposite_polarity(a, b, context)
        )
        if found is None:
            continue
        stopped = first_failure(a, b, context, {**GATES, "sides": opposed})
        if stopped is None:
            yield found
        else:
            yield Miss(first, second, stopped[0], stopped[1].detail)


def _tells_a_deed(node: Node) -> bool:
    """Tell whether a claim can be one of two that tell of different doers, rests or holders."""
    return tells_of_doers(node) or tells_of_rest(node) or tells_of_holders(node)


def damage_in_one_place(a: Node, b: Node, context: Context) -> Iterator[Finding]:
    """Yield that a place is told to be undamaged and damaged, also by two articles in their own voice."""
    found = spared(a, b, context)
    if found is not None and first_failure(a, b, context) is None:
        yield found


@cache
def opposites() -> frozenset[tuple[str, str]]:
    """Return the pairs of words that exclude each other, both ways round."""
    pairs = [tuple(pair) for pair in table("opposites")["pairs"]]
    return frozenset((one, two) for pair in pairs for one, two in (pair, pair[::-1]))


def different_doers(a: Node, b: Node, context: Context) -> Finding | None:
    """One says somebody did it to a victim, the other that somebody else did."""
    found = two_doers(a, b, context)
    if found is None:
        return None
    first, second, detail = found
    reason = Reason(
        rule="one deed, two doers",
        detail=f"who did it to {detail}",
        spans=(on(a.claim, first.trigger), on(b.claim, second.trigger)),
    )
    return Finding("contradiction", a.id, b.id, 0.7, (reason,), f"doer {first.type}")


def different_holders(a: Node, b: Node, context: Context) -> Finding | None:
    """One says a place was taken, the other that it is still held by somebody else."""
    found = two_holders(a, b, context)
    if found is None:
        return None
    first, second, detail = found
    reason = Reason(
        rule="one place, two holders",
        detail=f"who holds {detail}",
        spans=(on(a.claim, first.trigger), on(b.claim, second.trigger)),
    )
    return Finding("contradiction", a.id, b.id, 0.7, (reason,), "holder")


def opposite_polarity(a: Node, b: Node, context: Context) -> Finding | None:
    """One says it happened, the other that it did not."""
    if not (_says_no(a) or _says_no(b)):
        return None
    match = alike(a, b, context)
    if match is None or match.score < ENOUGH:
        return None
    no_of_a, no_of_b = _negative(a, match.a), _negative(b, match.b)
    if no_of_a is None or no_of_b is None or no_of_a == no_of_b:
        return None
    if (a if no_of_a else b).own_voice:  # an article's "did not" answers nobody
        return None
    if _anybody(a, context) or _anybody(b, context) or _of_nobody(match.a) or _of_nobody(match.b):
        return None
    if (
        match.a.patient is None
        or match.b.patient is None
        or not same_thing(match.a.patient.head, match.b.patient.head)
    ):
        return None
    shared = shared_terms(a, b)
    if not context.one_story(a, b) and len({term for term in shared if context.is_rare(term)}) < 2:
        return None
    if len(shared) < 2 or (match.a.type not in table("events") and len(shared) < ABOUT_ONE_THING):
        return None
    reason = Reason(
        rule="yes against no",
        detail=f"one says it is so, the other that it is not: {match.detail}",
        spans=(on(a.claim, match.a.trigger), on(b.claim, match.b.trigger)),
    )
    return Finding("contradiction", a.id, b.id, match.score * 0.85, (reason,), f"polarity {match.a.type}")


@per_claim
def _says_no(node: Node) -> bool:
    return node.claim.polarity == "denied" or any(event.negated for event in told(node))


def _anybody(node: Node, context: Context) -> bool:
    """Tell whether only some people at large speak: "those who …", "some", "many"."""
    names = [context.speakers[one].name.lower() for one in node.claim.speakers if one in context.speakers]
    return bool(names) and all(name in PRONOUNS | AT_LARGE for name in names)


def _of_nobody(event: Event) -> bool:
    """Tell whether a deed is that of people at large: "you win a war by patience"."""
    return event.agent is not None and event.agent.text.lower() in {"you", "one"}


def _negative(node: Node, event: Event) -> bool | None:
    """Tell whether a claim says no of an event; None where it says no of another and leaves this one open."""
    if event.negated or node.claim.polarity != "denied":
        return event.negated
    if _OF_MANNER.search(node.claim.text):
        return None
    return None if any(other.negated for other in node.claim.events) else True
