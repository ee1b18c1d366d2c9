"""Figures on one axis: every value given for a comparable quantity, by speaker and date.

Comparable are figures of one article, subject, unit, event, noun, category and side that the matcher
did not tell apart; figures of several articles only where a dispute or a change holds them together.
What is left may still differ in its scope, which stands with each value; nothing is added up and no
value is preferred.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from claimgraph.gathering import grouped
from claimgraph.lexicon.stems import stem
from claimgraph.model import Claim, Dispute, Quantity, Update
from claimgraph.report.cards import Cards
from claimgraph.report.lookup import Lookup
from claimgraph.report.phrases import TELLING, content_stems
from claimgraph.report.questions import asking, clause_of, pointed_figures
from claimgraph.report.shapes import Dating, Refs, Statement
from claimgraph.report.statements import Statements
from claimgraph.report.wording import interval, join, units

AXES = 40
"""Charts shown at most."""
VALUES = 40
"""Values on one axis at most."""
APART = frozenset({"counted", "extent", "place", "when", "reported", "story"})
"""Fields that, where they differ, say that two figures are not of one thing."""
WHOSE = {True: "own side", False: "another side", None: "side not stated"}
"""Whose losses or goods a speaker counts, seen from the speaker."""

Figure = tuple[Claim, Quantity]


@dataclass(frozen=True, slots=True)
class Value:
    """One value by one speaker, with every statement that gives it; ``scope`` is what limits it."""

    text: str
    read: str
    low: float | None
    high: float | None
    own: bool | None
    whose: str
    scope: str
    speaker: str
    date: Dating
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """Values of one quantity, oldest first; ``left`` are not shown, ``cards`` dispute them."""

    id: str
    heading: str
    articles: str
    unit: str
    values: tuple[Value, ...]
    left: int
    cards: Refs
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axes:
    """The axes shown and how many are not."""

    shown: tuple[Axis, ...]
    left: int


def axes(cards: Cards) -> Axes:
    """Return the axes on which values differ, those in dispute first."""
    lookup = cards.lookup
    groups = [group for group in _grouped(lookup) if _differ(group)]
    made = [_axis(group, cards) for group in groups + _uncovered(lookup, groups)]
    made.sort(key=lambda one: (one.cards[0][0] if one.cards else len(cards.numbers) + 1, -len(one.values)))
    shown = tuple(replace(axis, id=f"axis-{place}") for place, axis in enumerate(made[:AXES], 1))
    return Axes(shown, len(made) - len(shown))


def _differ(figures: Iterable[Figure]) -> bool:
    return len({(quantity.low, quantity.high, quantity.event) for _, quantity in figures}) > 1


def _grouped(lookup: Lookup) -> list[list[Figure]]:
    """Return the figures that can stand on one axis, in reading order."""
    told = (one for one in lookup.claims.values() if one.subject)
    alike = grouped((_of(claim, one), (claim, one)) for claim in told for one in claim.quantities)
    parted = {
        frozenset((miss.a, miss.b)) for miss in lookup.findings.matching.near_misses if miss.gate in APART
    }
    return [group for figures in alike.values() for group in _parted(figures, parted)]


def _of(claim: Claim, quantity: Quantity) -> tuple[object, ...]:
    """Return what a figure is of, as far as that is known from it alone."""
    noun = stem((quantity.of or "").lower().split(" ")[-1])
    of = (quantity.unit, quantity.event, quantity.of_side, quantity.category, noun)
    return (claim.source, claim.subject, *of)


def _parted(figures: Iterable[Figure], parted: set[frozenset[str]]) -> list[list[Figure]]:
    """Split figures so that no two in a group are told apart by the matcher."""
    groups: list[list[Figure]] = []
    for claim, quantity in figures:
        for group in groups:
            if all(frozenset((claim.id, other.id)) not in parted for other, _ in group):
                group.append((claim, quantity))
                break
        else:
            groups.append([(claim, quantity)])
    return groups


def _uncovered(lookup: Lookup, groups: Sequence[Sequence[Figure]]) -> list[list[Figure]]:
    """Return the figures of each dispute or update that no axis shows together."""
    together = [{claim.id for claim, _ in group} for group in groups]
    found = []
    disputes = (one for one in lookup.standing if one.kind == "figures")
    for one in chain[Dispute | Update](disputes, lookup.findings.matching.updates):
        claims = list(chain.from_iterable(one.sides))
        if any(group.issuperset(claims) for group in together):
            continue
        told = [
            (claim, quantity)
            for claim in map(lookup.claims.__getitem__, claims)
            for quantity in pointed_figures(claim, one.reasons) or claim.quantities
        ]
        figures = _alike(told)
        if _differ(figures):
            found.append(figures)
    return found


def _alike(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of the unit and the event that most are of; one that names no event may be of it."""
    unit = _most(one.unit for _, one in figures)
    event = _most(one.event for _, one in figures if one.event and one.unit == unit)
    return [figure for figure in figures if figure[1].unit == unit and figure[1].event in {event, None}]


def _most(of: Iterable[str]) -> str | None:
    """Return what comes most often, the first of several; None of nothing."""
    return next((value for value, _ in Counter(of).most_common(1)), None)


def _identity(figure: Figure) -> tuple[object, ...]:
    """What makes a value one row: who gives it, which interval, of what, over which time."""
    claim, quantity = figure
    who = claim.speakers or (claim.source, claim.unknown_speaker)
    return (who, quantity.low, quantity.high, quantity.event, quantity.own, quantity.window)


def _axis(figures: Sequence[Figure], cards: Cards) -> Axis:
    lookup, statements = cards.lookup, cards.statements
    rows = grouped((_identity(figure), figure) for figure in figures)
    dated = [min(row, key=lambda one: _day(one[0], lookup)) for row in rows.values()]
    pairs = sorted(
        zip(dated, rows.values(), strict=True), key=lambda pair: (_day(pair[0][0], lookup), pair[0][0].id)
    )
    sided = any(one.own is not None for _, one in figures)
    mixed = len({one.event for _, one in figures}) > 1
    values = tuple(_value(first, row, statements, sided=sided, mixed=mixed) for first, row in pairs)
    claims = tuple(dict.fromkeys(claim.id for claim, _ in figures))
    quantity = figures[0][1]
    titles = [statements.of(claim.id).origin.label for claim, _ in figures]
    return Axis(
        id="",
        heading=_question(figures, lookup),
        articles=join(titles, 2),
        unit=" ".join(filter(None, (units(quantity), "" if mixed else quantity.event))),
        values=values[:VALUES],
        left=max(0, len(values) - VALUES),
        cards=cards.refs(claims, "figures"),
        claims=claims,
    )


def _question(figures: Iterable[Figure], lookup: Lookup) -> str:
    """Return what the figures answer, in the words of the shortest clause that gives one."""
    clauses = [(clause_of(claim, quantity, lookup), quantity) for claim, quantity in figures]
    clause, quantity = min(
        clauses,
        key=lambda one: (len(content_stems(one[0].gap)) < TELLING, bool(one[0].before), len(one[0].gap)),
    )
    return asking(quantity, clause)


def _day(claim: Claim, lookup: Lookup) -> str:
    """Return the date that a value is ordered by; what is undated comes last."""
    return lookup.day_of(claim) or "9999"


def _value(
    first: Figure, row: Sequence[Figure], statements: Statements, *, sided: bool, mixed: bool
) -> Value:
    """Return one row: whose it is where sides play a part, what happened where that is not one thing."""
    claim, quantity = first
    text = " ".join(quantity.text.split())
    shown = tuple(statements.of(one) for one in dict.fromkeys(each.id for each, _ in row))
    scope = [f"over {quantity.window}" if quantity.window else "", f"of {quantity.of}" if quantity.of else ""]
    return Value(
        text=f"{text} {quantity.event}" if mixed and quantity.event else text,
        read=" ".join([interval(quantity), units(quantity), quantity.event or ""]).strip(),
        low=quantity.low,
        high=quantity.high,
        own=quantity.own,
        whose=WHOSE[quantity.own] if sided else "",
        scope="; ".join(part for part in scope if part),
        speaker=statements.name(claim),
        date=shown[0].dated,
        statements=shown,
    )
