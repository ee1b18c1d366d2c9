"""Figures that do not agree: intervals of one thing, one scope and one time that do not meet.

Two figures are compared only when they count the same thing (unit, event, category), of the
same side, over the same window, about one incident or one named whole. Own dead of one side
and own dead of another never compare; killed is not killed and injured, unless the parts
are added; a later and larger figure from the same side, or from nobody's, is an update.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.gates import GATES, Verdict, first_failure, go, stop
from claimgraph.match.likeness import parted, told
from claimgraph.match.nodes import (
    HARM,
    LOSSES,
    SINGLE,
    Context,
    Node,
    camps,
    common_words,
    names_around,
    overlap,
)
from claimgraph.model import Act, Quantity, Reason, Span

NEARLY = 0.1
"""What "about" allows on either side of a figure, as a share of it."""
PERSONS = frozenset({None, "person", "people", "victim"})
INCIDENT_UNITS = frozenset({"magnitude"})
"""Units that measure an incident itself."""
UNCOMPARED = frozenset(
    {"km", "mile", "metre", "meter", "m", "foot", "hour", "minute", "day", "week", "month", "year", "time"}
)
"""Units of distance and time: they say where and how long, and differ for many honest reasons."""
SHARES = frozenset({"percent", "point"})
"""Units of which, as of money, an article gives many figures of many things."""
OF_ONE_THING = 3
"""Rare words two figures must share when no incident ties them."""
PLACED = re.compile(
    r"\b(?:in|at|near|of|around|outside)\s+(?:the\s+)?"
    r"(?:(?:city|town|village|province|state|region|eastern|western|northern|southern|central)\s+)*(?:of\s+)?"
    r"([A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*)"
)
"""A name after a preposition of place."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure made comparable: numbers, what they count, and where they stand."""

    low: float
    high: float
    quantity: Quantity
    spans: tuple[Span, ...]
    event: str | None

    @property
    def text(self) -> str:
        return self.quantity.text


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that grew with time and that nobody disputes; ``a`` is the earlier claim."""

    a: str
    b: str
    reason: Reason


def find(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Change | Miss]:
    """Yield the figures in conflict, the updates and the near misses among candidate pairs."""
    yield from counter_figures(context)
    for first, second in pairs:
        a, b = context.nodes[first], context.nodes[second]
        if not a.claim.quantities or not b.claim.quantities:
            continue
        yield from _compare(a, b, context)


def amounts(node: Node) -> tuple[Amount, ...]:
    """Return the figures of a claim, and the sum of its killed and injured where it gives both."""
    single = tuple(_amount(quantity) for quantity in node.claim.quantities)
    parts = {amount.event: amount for amount in reversed(single) if amount.event in {"killed", "injured"}}
    if len(parts) < 2:
        return single
    killed, injured = parts["killed"], parts["injured"]
    both = Amount(
        killed.low + injured.low,
        killed.high + injured.high,
        killed.quantity.model_copy(update={"text": f"{killed.text} + {injured.text}"}),
        (*killed.spans, *injured.spans),
        "killed and injured",
    )
    return (*single, both)


def _amount(quantity: Quantity) -> Amount:
    low = quantity.low if quantity.low is not None else 0.0
    high = quantity.high if quantity.high is not None else float("inf")
    if quantity.approximate:
        low, high = low * (1 - NEARLY), high * (1 + NEARLY)
    return Amount(low, high, quantity, (quantity.span,), quantity.event)


def apart(a: Amount, b: Amount) -> bool:
    """Tell whether two intervals have no number in common."""
    return a.high < b.low or b.high < a.low


def counter_figures(context: Context) -> Iterator[Finding]:
    """After a side denies a count, its own count in the next words answers the one denied."""
    for denial in context.nodes.values():
        if denial.claim.act is not Act.DENY or not denial.sides:
            continue
        near = context.near(denial, 3, 1)
        denied = [one for one in near if one.claim.start < denial.claim.start and _counts_others(one, denial)]
        answers = [
            one
            for one in near
            if one.claim.start > denial.claim.start
            and one.sides & denial.sides
            and one.paragraph == denial.paragraph
            and any(amount.event in HARM for amount in amounts(one))
        ]
        if not denied or not answers:
            continue
        latest = max(denied, key=lambda one: one.claim.start)
        for other in (one for one in denied if one.claim.statement == latest.claim.statement):
            yield from _answered(other, answers[0], denial)


def _counts_others(node: Node, denial: Node) -> bool:
    """Tell whether a claim of another side counts the casualties of the denier's side."""
    if not node.sides or camps(node.sides) & camps(denial.sides):
        return False
    return any(
        one.event in HARM and one.own is not True and (one.of_side is None or one.of_side in denial.sides)
        for one in node.claim.quantities
    )


def _answered(claimed: Node, answer: Node, denial: Node) -> Iterator[Finding]:
    for one in amounts(claimed):
        for two in amounts(answer):
            if one.event == two.event and one.event in HARM and apart(one, two):
                detail = (
                    f"“{one.text}” and “{two.text}” ({one.event}) do not meet; "
                    "the second answers a count its speaker's side denied"
                )
                spans = (
                    *(on(claimed.claim, span) for span in one.spans),
                    *(on(answer.claim, span) for span in two.spans),
                    on(denial.claim),
                )
                reason = Reason(rule="counter-figure", detail=detail, spans=spans)
                yield Finding(
                    "figures",
                    claimed.id,
                    answer.id,
                    0.92,
                    (reason,),
                    f"figure {one.event} {'+'.join(sorted(denial.sides))}",
                )


def _compare(a: Node, b: Node, context: Context) -> Iterator[Finding | Change | Miss]:
    for one in amounts(a):
        for two in amounts(b):
            if not _comparable(one, two) or not apart(one, two):
                continue
            stopped = (
                first_failure(a, b, context, {**GATES, "voices": voices})
                or _time_failure(a, b)
                or _scope_failure(a, one, b, two, context)
            )
            if stopped is not None:
                yield Miss(a.id, b.id, stopped[0], f"“{one.text}” against “{two.text}”: {stopped[1].detail}")
            else:
                yield _conflict_or_change(a, one, b, two)


def _comparable(one: Amount, two: Amount) -> bool:
    """Tell whether two figures count the same kind of thing at all."""
    if one.quantity.unit != two.quantity.unit or one.event != two.event or one.quantity.unit in UNCOMPARED:
        return False
    if one.quantity.additional or two.quantity.additional:  # "another 12" is no total
        return False
    return one.event != "population"


def voices(a: Node, b: Node, context: Context) -> Verdict:
    """Do two voices give the figures, or one voice on two occasions?"""
    del context
    if a.own_voice and b.own_voice and a.claim.source == b.claim.source:
        return stop("one article in its own voice")
    return go("two voices")


def _time_failure(a: Node, b: Node) -> tuple[str, Verdict] | None:
    """Ask for the same days also inside one article, where a figure of long ago may stand."""
    if (a.claim.happened.date or b.claim.happened.date or a.when != b.when) and not overlap(
        a.when, b.when, slack=1
    ):
        return "time", stop("one is of other days than the other")
    return None


def _scope_failure(
    a: Node, one: Amount, b: Node, two: Amount, context: Context
) -> tuple[str, Verdict] | None:
    for name, gate in (("victims", victims), ("window", window), ("whole", whole)):
        verdict = gate(a, one, b, two, context)
        if not verdict.passed:
            return name, verdict
    return None


def victims(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> Verdict:
    """Are the same people or things counted?"""
    del context
    first, second = _whose(a, one), _whose(b, two)
    if first != second and (first or second):
        return stop(f"of {first or 'nobody named'} against of {second or 'nobody named'}")
    x, y = one.quantity.category, two.quantity.category
    if x != y and not (x in PERSONS and y in PERSONS):
        return stop(f"{x or 'people'} against {y or 'people'}")
    return go("the same are counted")


def _whose(node: Node, amount: Amount) -> str | None:
    """Return whose people are counted; a side that names nobody counts its own."""
    quantity = amount.quantity
    if quantity.of_side:
        return quantity.of_side
    if quantity.own and len(node.sides) == 1:
        return next(iter(node.sides))
    return None


def window(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> Verdict:
    """Are they counted over the same stretch of time?"""
    del context
    x, y = one.quantity.window, two.quantity.window
    if x and y and x.lower() != y.lower():
        return stop(f"“{x}” against “{y}”")
    if (x or y) and a.claim.source != b.claim.source:
        return stop(f"only one is counted over “{x or y}”")
    return go("the same time")


def whole(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> Verdict:
    """Are both figures of one incident, or of one thing that is named?"""
    if one.event in HARM and one.quantity.of_side and one.quantity.own != two.quantity.own:
        return go("one side counts its own, another side counts the same")
    strange = elsewhere(a, b, context) or elsewhere(b, a, context)
    if strange:
        return stop(f"one is about {strange}, which the other's article does not mention")
    if one.quantity.unit in INCIDENT_UNITS and (
        told_apart(a, one, b, context) or told_apart(b, two, a, context)
    ):
        return stop("one article tells of two such incidents, and the other's is the other one")
    places = names_around(a, context) & names_around(b, context)
    incidents = incidents_of(a, context) & incidents_of(b, context)
    if one.event in HARM or one.quantity.unit in INCIDENT_UNITS:
        if incidents and places:
            return go(f"one incident ({', '.join(sorted(incidents))}) at {', '.join(sorted(places)[:3])}")
        return stop("no incident named that both are about")
    shared = {term for term in a.specific & b.specific if context.is_rare(term)} - {one.quantity.unit}
    if (one.event in LOSSES or _one_stuff(one, two)) and incidents and places and _counted_alike(one, two):
        return go(f"both count what was {one.event} in one incident")
    shared = {term for term in a.specific & b.specific if context.is_rare(term)} - {one.quantity.unit}
    if any(parted(x.agent, y.agent) for x in told(a) for y in told(b) if x.type == y.type):
        return stop("different people or bodies did it")
    if one.quantity.unit.isupper() or one.quantity.unit == "percent":
        named_alike = one.quantity.of is not None and one.quantity.of == two.quantity.of
        if not named_alike:
            return stop("a sum or a share, and not shown to be of one thing")
    named = not a.own_voice and not b.own_voice and bool(one.event) and _counted_alike(one, two)
    if one.quantity.unit.isupper() or one.quantity.unit in SHARES:
        named = named and bool(one.quantity.of) and one.quantity.of == two.quantity.of
    if named and len(shared) >= OF_ONE_THING:
        return go(f"two speakers, and both are about {', '.join(sorted(shared))}")
    return stop("not shown to be about one thing")


def _one_stuff(one: Amount, two: Amount) -> bool:
    """Tell whether both measure a thing called the same ("tonnes of benzene"), and not a sum or a share."""
    counted = one.quantity.of is not None and one.quantity.of == two.quantity.of
    return counted and not one.quantity.unit.isupper() and one.quantity.unit != "percent"


def _counted_alike(one: Amount, two: Amount) -> bool:
    first = {word.lower() for word in (one.quantity.of or one.quantity.unit).split()}
    second = {word.lower() for word in (two.quantity.of or two.quantity.unit).split()}
    return bool(first & second)


def incidents_of(node: Node, context: Context) -> frozenset[str]:
    """Return the types of single incident a claim is about: its own, else its article's chief one.

    A claim whose event has a date of its own outside the article's time is about another
    incident, and only about those it names.
    """
    own = frozenset(event.type for event in node.claim.events if event.type in SINGLE)
    if own or (node.when is not None and not overlap(node.when, node.published, slack=45)):
        return own
    return context.chief_incident(node.claim.source)


def told_apart(node: Node, amount: Amount, other: Node, context: Context) -> bool:
    """Tell whether a claim's own article dates another incident of the kind to the other claim's day."""
    if node.claim.happened.date is not None or other.claim.source == node.claim.source:
        return False
    return any(
        one.claim.happened.date is not None
        and overlap(one.when, other.when)
        and overlap(one.when, other.published, slack=2)
        and any(
            figure.quantity.unit == amount.quantity.unit and apart(figure, amount) for figure in amounts(one)
        )
        for one in context.by_source[node.claim.source]
        if one.own_voice
    )


def elsewhere(node: Node, other: Node, context: Context) -> str | None:
    """Return the places a claim is about, when the other's article mentions none of them."""
    places = _places(node)
    text = context.sources[other.claim.source].text
    if not places or any(re.search(rf"\b{re.escape(place)}", text) for place in places):
        return None
    return ", ".join(sorted(places))


def _places(node: Node) -> frozenset[str]:
    """Return the names that stand after a preposition of place in a claim."""
    found = re.findall(PLACED, node.claim.text)
    return frozenset(name.split(",")[0] for name in found if name.lower() not in common_words())


def _conflict_or_change(a: Node, one: Amount, b: Node, two: Amount) -> Finding | Change:
    spans = (*(on(a.claim, span) for span in one.spans), *(on(b.claim, span) for span in two.spans))
    what = one.event or one.quantity.unit
    if _is_update(a, one, b, two):
        earlier, later = (a, b) if _day(a) <= _day(b) else (b, a)
        detail = (
            f"“{one.text}” and “{two.text}” ({what}): the later report gives the larger figure, "
            "and nobody contradicts the earlier by name"
        )
        return Change(earlier.id, later.id, Reason(rule="update over time", detail=detail, spans=spans))
    detail = f"“{one.text}” and “{two.text}” ({what}) do not meet"
    reason = Reason(rule="intervals apart", detail=detail, spans=spans)
    question = f"figure {what} {one.quantity.of_side or ''}"
    return Finding(
        "figures", a.id, b.id, 0.8, (reason,), question, ((one.low, one.high), (two.low, two.high))
    )


def _day(node: Node) -> str:
    return node.claim.said.date or (node.published[1].isoformat() if node.published else "")


def _is_update(a: Node, one: Amount, b: Node, two: Amount) -> bool:
    """Tell whether a later figure merely grew: from the same side, or from nobody's."""
    first, second = _day(a)[:10], _day(b)[:10]
    if (
        not first
        or not second
        or first == second
        or one.event not in HARM | {"displaced", "destroyed", "damaged", "arrested"}
    ):
        return False
    if a.sides and b.sides and not camps(a.sides) & camps(b.sides):
        return False
    earlier, later = (one, two) if first < second else (two, one)
    return later.low >= earlier.low
