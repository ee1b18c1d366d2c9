"""Denials that repeat what they deny: the same event, or nearly the same words.

The denial's own article is searched first, then the others.
"""

from claimgraph.match.denied import (
    is_aimed,
    other_count,
    plain_enough,
    said_before,
    what_is_denied,
    whose_deed,
    with_blame,
)
from claimgraph.match.finding import Miss, on
from claimgraph.match.likeness import Alike, alike, kin, may_share_an_event, told
from claimgraph.match.nodes import Context, Node
from claimgraph.match.targets import Target, allowed
from claimgraph.match.wording import same_words
from claimgraph.model import Act

ENOUGH = 0.6
"""Likeness from which two events are read as one."""


def repeated(denial: Node, context: Context, partners: set[str], misses: list[Miss]) -> list[Target]:
    """A denial that repeats the proposition, in its article first, then in the others."""
    reading = what_is_denied(denial)
    if not reading.claim.events:
        return []
    near = [other for other in context.by_source[denial.claim.source] if other.id != denial.id]
    far = [
        context.nodes[one]
        for one in sorted(partners)
        if context.nodes[one].claim.source != denial.claim.source
    ]
    for group, enough in ((near, ENOUGH), (far, ENOUGH + 0.1)):
        found = []
        for other in group:
            if not may_share_an_event(other, reading):
                continue
            match = alike(with_blame(other, denial), reading, context)
            if match is None or match.score < enough or match.a.negated:
                continue
            if said_before(reading, other):
                misses.append(
                    Miss(other.id, denial.id, "time", "the denial was printed before what it would deny")
                )
                continue
            if other_count(denial, other) or not plain_enough(reading, other, match, context):
                continue
            if not whose_deed(reading, other, match, context):
                misses.append(Miss(other.id, denial.id, "roles", "the deed denied is not the denier's own"))
            elif allowed(denial, other, context, misses):
                spans = (on(other.claim, match.a.trigger), on(denial.claim, match.b.trigger))
                found.append(
                    Target(
                        other,
                        match.score,
                        "denial of the same event",
                        f"what is denied is what the other says: {match.detail}",
                        spans,
                    )
                )
        found = _blamed_for_it(reading, found, context, misses)
        if found:
            best = max(target.score for target in found)
            return [target for target in found if target.score >= best - 0.2]
    return []


def _blamed_for_it(reading: Node, found: list[Target], context: Context, misses: list[Miss]) -> list[Target]:
    """Return whoever blames the denier, where what was found only tells that the deed was done.

    "A school was hit, the charity said" blames nobody: where another says "Norland hit it",
    that is what Norland denies.
    """
    naming = [one for one in found if _names_doer(one.node, reading, context)]
    if naming or not reading.explicit:
        return naming or found
    kinds = {event.type for event in told(reading)}
    blaming = [
        other
        for other in context.by_source[reading.claim.source]
        if other.claim.act is Act.ACCUSE
        and not other.claim.rule.endswith("; each other")
        and is_aimed(reading, other, context)
        and any(kin(event.type, kind) and not event.negated for event in told(other) for kind in kinds)
        and allowed(reading, other, context, misses)
    ]
    detail = "whoever denies the deed is blamed for one of its kind"
    charged = [Target(one, 0.75, "denial of the same event", detail, (on(one.claim),)) for one in blaming]
    return charged or found


def _names_doer(other: Node, denial: Node, context: Context) -> bool:
    doers = any(event.agent is not None for event in told(other) if event.type in _deeds(denial))
    return doers or is_aimed(denial, other, context)


def _deeds(denial: Node) -> frozenset[str]:
    return frozenset(event.type for event in told(denial))


def reworded(denial: Node, context: Context, partners: set[str], misses: list[Miss]) -> list[Target]:
    """A denial in the claim's own words, of whatever event; nearest first, then other articles."""
    here = sorted(
        (one for one in context.by_source[denial.claim.source] if one.id != denial.id),
        key=lambda one: abs(one.claim.start - denial.claim.start),
    )
    there = [context.nodes[one] for one in sorted(partners)]
    for group in (here, [one for one in there if one.claim.source != denial.claim.source]):
        found = []
        for other in group:
            match = same_words(denial, other, context)
            if match is None or said_before(denial, other):
                continue
            if match.claimed is not None and match.denied is not None:
                alike_in = Alike(match.claimed, match.denied, match.score, "")
                if not whose_deed(denial, other, alike_in, context):
                    misses.append(
                        Miss(other.id, denial.id, "roles", "the deed denied is not the denier's own")
                    )
                    continue
            if allowed(denial, other, context, misses):
                detail = f"the denial says the same with a “not”: {', '.join(match.shared)}"
                found.append(
                    Target(other, match.score, "denial in the same words", detail, (on(other.claim),))
                )
        if found:
            return found
    return []
