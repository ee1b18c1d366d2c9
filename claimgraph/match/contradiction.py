"""Claims that cannot both be so, though nobody says "denied": opposite states, yes against no."""

from collections.abc import Iterable, Iterator
from functools import cache

from claimgraph.lexicon import table, words
from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.gates import GATES, first_failure, opposed
from claimgraph.match.likeness import alike, shared_terms
from claimgraph.match.nodes import PRONOUNS, Context, Node, same_thing
from claimgraph.model import Act, Event, Reason

ENOUGH = 0.7
ABOUT_ONE_THING = 3
"""Words two claims must share when the event is of no known type."""


def find(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Miss]:
    """Yield the contradictions among candidate pairs."""
    for first, second in pairs:
        a, b = context.nodes[first], context.nodes[second]
        if Act.DENY in {a.claim.act, b.claim.act} or (a.own_voice and b.own_voice):
            continue
        found = opposite_states(a, b, context) or opposite_polarity(a, b, context)
        if found is None:
            continue
        stopped = first_failure(a, b, context, {**GATES, "sides": opposed})
        if stopped is None:
            yield found
        else:
            yield Miss(first, second, stopped[0], stopped[1].detail)


@cache
def opposites() -> frozenset[tuple[str, str]]:
    """Return the pairs of words that exclude each other, both ways round."""
    pairs = [tuple(pair) for pair in table("opposites")["pairs"]]
    return frozenset((one, two) for pair in pairs for one, two in (pair, pair[::-1]))


def opposite_states(a: Node, b: Node, context: Context) -> Finding | None:
    """One says a thing is in a state that excludes what the other says of it."""
    for first in a.actual_events:
        for second in b.actual_events:
            if first.negated or second.negated:
                continue
            words_of = {(x, y) for x in (first.type, first.lemma) for y in (second.type, second.lemma)}
            if not words_of & opposites():
                continue
            shared = _about_one_thing(a, first, b, second, context)
            if shared:
                detail = f"“{first.lemma}” and “{second.lemma}” exclude each other; both are about {shared}"
                reason = Reason(
                    rule="opposite states",
                    detail=detail,
                    spans=(on(a.claim, first.trigger), on(b.claim, second.trigger)),
                )
                return Finding("contradiction", a.id, b.id, 0.75, (reason,), f"states {shared}")
    return None


def _about_one_thing(a: Node, first: Event, b: Node, second: Event, context: Context) -> str | None:
    """Return what both events are about; a pronoun stands for what its speaker named just before."""
    mine = _things(a, first, context)
    theirs = _things(b, second, context)
    general = words("generic", "nouns")
    known = (a.specific | context.meant(a)) & (b.specific | context.meant(b))
    shared = {x for x in mine & theirs & known if x not in general and context.is_rare(x)}
    return ", ".join(sorted(shared)) if shared else None


def _things(node: Node, event: Event, context: Context) -> frozenset[str]:
    """Return the words for what takes part in an event."""
    named: set[str] = set()
    for one in (event.agent, event.patient):
        if one is None:
            continue
        if one.head in PRONOUNS:
            named |= context.meant(node)
        else:
            named |= {word.strip("“”\"'.,’").lower() for word in one.text.split()} | {one.head}
    return frozenset(named)


def opposite_polarity(a: Node, b: Node, context: Context) -> Finding | None:
    """One says it happened, the other that it did not."""
    match = alike(a, b, context)
    if match is None or match.score < ENOUGH or _negative(a, match.a) == _negative(b, match.b):
        return None
    if (a if _negative(a, match.a) else b).own_voice:  # an article's "did not" answers nobody
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


def _negative(node: Node, event: Event) -> bool:
    return event.negated or node.claim.polarity == "denied"
