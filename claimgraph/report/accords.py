"""Agreements become groups: statements that agree on one and the same ground."""

from collections.abc import Iterable, Sequence

from claimgraph.gathering import grouped
from claimgraph.model import Agreement, Quantity, Reason
from claimgraph.report.cards import Cards, reasons
from claimgraph.report.lookup import Lookup
from claimgraph.report.phrases import around, quoted
from claimgraph.report.shapes import Accord, Statement
from claimgraph.report.storylines import Groups

SHOWN = 12
"""Statements of one group shown at most."""
NOTES = 4
"""Notes on one group shown at most."""
ADVERSE = "One side admits what the other side says."
INDEPENDENT = "At least two of them are shown to be independent of each other."
DEPENDENT = "Not shown to be independent of each other."

Ground = tuple[object, ...]
"""What two claims agree on: a figure (unit, event, interval), or a rule and the deed that both tell of."""


def accords(agreements: Iterable[Agreement], cards: Cards) -> tuple[Accord, ...]:
    """Return agreements as groups, in reading order.

    Pairs are joined only on the same ground: that A and B give one toll, and B and C one
    magnitude, does not make A and C agree.
    """
    lookup = cards.lookup
    grounds = grouped((_ground(pair, lookup), pair) for pair in agreements)
    groups = [
        (lookup.order[claims[0]], _accord(claims, edges, cards))
        for pairs in grounds.values()
        for claims, edges in _components(pairs, lookup.order)
    ]
    return tuple(accord for _, accord in sorted(groups, key=lambda group: (group[0], group[1].heading)))


def _accord(claims: Sequence[str], edges: Sequence[Agreement], cards: Cards) -> Accord:
    lookup, statements = cards.lookup, cards.statements
    figure = _figure(edges[0], lookup)
    notes = [] if figure else [why.detail for edge in edges for why in reasons(edge.reasons)]
    if any(edge.adverse for edge in edges):
        notes.insert(0, ADVERSE)
    if not any(edge.independent for edge in edges):
        notes.insert(0, DEPENDENT)
    elif not any(edge.adverse for edge in edges):
        notes.insert(0, INDEPENDENT)
    shown: dict[tuple[object, ...], Statement] = {}
    for claim in claims:
        where = lookup.claims[claim]
        shown.setdefault((where.source, where.speakers, where.start), statements.of(claim))
    return Accord(
        heading=_heading(edges[0], figure, lookup) if figure else quoted(statements.of(claims[0]).brief),
        statements=tuple(shown.values())[:SHOWN],
        left=max(0, len(shown) - SHOWN),
        notes=tuple(dict.fromkeys(notes))[:NOTES],
    )


def _heading(pair: Agreement, figure: Quantity, lookup: Lookup) -> str:
    """Return the shorter of the two clauses that give the figure, in the words of its article."""
    clauses = [
        around(lookup.source_of(claim).text, quantity.span, (claim.start, claim.end)).phrase
        for claim in (lookup.claims[pair.a], lookup.claims[pair.b])
        for quantity in claim.quantities
        if (quantity.low, quantity.high, quantity.unit) == (figure.low, figure.high, figure.unit)
    ]
    return quoted(min(clauses, key=len))


def _figure(pair: Agreement, lookup: Lookup) -> Quantity | None:
    """Return the figure that the reasons of a pair point at, and at little more."""
    pointed = (span for reason in pair.reasons for span in reason.spans)
    found = (
        one
        for claim, start, end in pointed
        for one in lookup.claims[claim].quantities
        if one.span[0] < end and start < one.span[1] and end - start <= len(one.text) + 2
    )
    return next(found, None)


def _ground(pair: Agreement, lookup: Lookup) -> Ground:
    figure = _figure(pair, lookup)
    if figure is not None:
        return (figure.unit, figure.event, figure.low, figure.high)
    return tuple((reason.rule, *_deeds(reason, lookup)) for reason in pair.reasons)


def _deeds(reason: Reason, lookup: Lookup) -> list[str]:
    """Return what the words that a reason points at tell of, each once."""
    pointed = {(claim, (start, end)) for claim, start, end in reason.spans}
    claims = dict.fromkeys(claim for claim, _, _ in reason.spans)
    told = ((claim, one) for claim in claims for one in lookup.claims[claim].propositions)
    return sorted({one.predicate for claim, one in told if (claim, one.trigger) in pointed})


def _components(
    pairs: Sequence[Agreement], order: dict[str, int]
) -> list[tuple[Sequence[str], Sequence[Agreement]]]:
    """Return groups of claims that agree, directly or through another, with the pairs that join them."""
    claims = sorted({claim for pair in pairs for claim in (pair.a, pair.b)}, key=order.__getitem__)
    groups = Groups(claims)
    for pair in pairs:
        groups.join(pair.a, pair.b)
    members = grouped((groups.top(claim), claim) for claim in claims)
    edges = grouped((groups.top(pair.a), pair) for pair in pairs)
    return [(claims, edges[top]) for top, claims in members.items()]
