"""Figures that do not agree: intervals of one thing, one scope and one time that do not meet.

Two figures are compared only when they count the same thing (unit, event, category), of the
same side, over the same window, about one incident or one named whole. Own dead of one side
and own dead of another never compare; killed is not killed and injured, unless the parts
are added; a later and larger figure from the same side, or from nobody's, is an update.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimgraph.lexicon import table, words
from claimgraph.lexicon.sides import side_kind
from claimgraph.match.amounts import Amount, amounts, apart
from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.former import is_former, revised
from claimgraph.match.gates import GATES, Verdict, first_failure, go, opposed, stop
from claimgraph.match.incidents import incidents_of, own_incidents
from claimgraph.match.nodes import HARM, Context, Node, camps, overlap
from claimgraph.match.wholes import whole
from claimgraph.model import Act, Reason

PERSONS = frozenset({None, "person", "people", "victim"})
PERIOD = re.compile(r"(?i)(?:this|last|since|so far|the past|the last|every|each|per|a) ")
"""A stretch of time longer than an incident."""
WHO = {
    "attended": "protester",
    "laid off": "worker",
    "hold": "prisoner",
    "kidnapped": "prisoner",
    "escape": "prisoner",
    "freed": "prisoner",
}
"""Whom a count is of by what happened: "people" that marched are the marchers."""
VIOLENT = frozenset({"attack", "battle", "riot"})
RIDDEN = frozenset({"crash", "capsize"})
"""Kinds of incident (``lexicon/incidents.toml``) in which some may fight, and in which people ride."""
INSIDE = frozenset({"aboard", "missing", "rescued", "trapped", "on strike"})
"""What happens to whoever was in a vessel, a mine or a works: people there are passengers or workers."""
UNCOMPARED = frozenset(
    {"km", "mile", "metre", "meter", "m", "foot", "hour", "minute", "day", "week", "month", "year", "time"}
)
"""Units of distance and time: they say where and how long, and differ for many honest reasons."""
MEASURED = frozenset({"sentenced", "centred"})
"""What distance and time are compared of all the same: a sentence passed, the centre of a quake."""
RUNNING = HARM | {
    "displaced",
    "destroyed",
    "damaged",
    "arrested",
    "evacuated",
    "homeless",
    "rescued",
    "infected",
    "hospitalised",
    "trapped",
    "burn",
    "charged",
    "freed",
    "recovered",
    "recorded",
}
"""What is counted while it goes on: the later figure may be the larger without a conflict."""
FALLING = frozenset({"missing", "trapped"})
"""Of these the later figure may as well be the smaller."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that grew with time and that nobody disputes; ``a`` is the earlier claim."""

    a: str
    b: str
    reason: Reason
    question: str = ""


def find(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Change | Miss]:
    """Yield the figures in conflict, the updates and the near misses among candidate pairs."""
    yield from counter_figures(context)
    counting = {node.id for node in context.nodes.values() if node.claim.quantities}
    for first, second in pairs:
        if first in counting and second in counting:
            yield from _compare(context.nodes[first], context.nodes[second], context)


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
            if not _comparable(one, two) or not _differ(a, one, b, two, context):
                continue
            if _among_several(a, one, two) or _among_several(b, two, one):
                continue
            stopped = (
                first_failure(a, b, context, {**GATES, "voices": voices})
                or _time_failure(a, b)
                or _scope_failure(a, one, b, two, context)
            )
            if stopped is not None:
                yield Miss(a.id, b.id, stopped[0], f"“{one.text}” against “{two.text}”: {stopped[1].detail}")
            elif (found := _conflict_or_change(a, one, b, two, context)) is not None:
                yield found


def _differ(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> bool:
    return apart(one, two) or _grew(a, one, b, two) or far_below(a, one, b, two, context)


def _among_several(node: Node, one: Amount, other: Amount) -> bool:
    """Tell whether a claim gives several such figures, and another of them is the other's."""
    return any(
        figure.quantity.span != one.quantity.span and _comparable(figure, other) and not apart(figure, other)
        for figure in amounts(node)
        if figure.event == one.event and figure.quantity.category == one.quantity.category
    )


def far_below(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> bool:
    """Tell whether one speaker's "up to 90" stands beside another's figure of less than half of it.

    Whoever says "up to 90" holds 90 to be possible; side by side with "only five" the two tell
    of two counts. Of figures further apart in the text only what excludes each other is kept.
    """
    if a.claim.source != b.claim.source or a.own_voice or b.own_voice or abs(a.paragraph - b.paragraph) > 1:
        return False
    if set(a.claim.speakers) & set(b.claim.speakers) or not a.claim.speakers or not b.claim.speakers:
        return False
    if one.event not in RUNNING | {"attended"} or not opposed(a, b, context).passed:
        return False
    high, low = (one, two) if one.high >= two.high else (two, one)
    bounded = high.quantity.low is None and high.quantity.high is not None
    return bounded and 0 < low.high < high.high / 2


def _comparable(one: Amount, two: Amount) -> bool:
    """Tell whether two figures count the same kind of thing at all."""
    if one.quantity.unit != two.quantity.unit or not (one.event == two.event or _one_stuff(one, two)):
        return False
    if one.quantity.unit in UNCOMPARED and one.event not in MEASURED:
        return False
    if one.quantity.additional or two.quantity.additional:  # "another 12" is no total
        return False
    return one.event != "population"


def _one_stuff(one: Amount, two: Amount) -> bool:
    """Tell whether both measure one stuff, and only one says what became of it ("400 barrels of crude")."""
    measured = one.quantity.unit in table("units")["measure"]
    return measured and None in {one.event, two.event} and one.quantity.of == two.quantity.of is not None


def voices(a: Node, b: Node, context: Context) -> Verdict:
    """Do two voices give the figures, or one voice on two occasions?"""
    if a.claim.source != b.claim.source:
        return go("two articles")
    if a.own_voice and b.own_voice:
        return stop("one article in its own voice")
    if _one_body(a, b, context) and _day(a) == _day(b):
        return stop("one speaker, who is not shown to have spoken on two days")
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
    first, second = _whose(a, one), _whose(b, two)
    if first != second and (first or second):
        return stop(f"of {first or 'nobody named'} against of {second or 'nobody named'}")
    x, y = one.quantity.category, two.quantity.category
    told_apart = any(_is_a_part(amount) for amount in (one, two))
    there = set() if told_apart else _who(one.event) | _all_there(a, b, context)
    if x != y and not ({x, y} - PERSONS <= there | {WHO.get(one.event or "")}):
        return stop(f"{x or 'people'} against {y or 'people'}")
    return go("the same are counted")


def _who(event: str | None) -> set[str | None]:
    """Return who "people" are by what happened: those missing from a ferry are its passengers."""
    return {"passenger", "worker"} if event in INSIDE else {WHO.get(event or "")}


def _is_a_part(amount: Amount) -> bool:
    """Tell whether the counted are named as some of those there: civilians, firefighters, guards."""
    head = (amount.quantity.of or "").lower().split(" of ")[0].split()[-1:]
    worker = amount.quantity.category == "worker" and not set(head) & words("circumstances", "workforce")
    return worker or "civilian" in (amount.quantity.of or "").lower()


def _all_there(a: Node, b: Node, context: Context) -> set[str | None]:
    """Return who the people of an accident are: nobody fights in a stampede, passengers die in a crash."""
    kinds = incidents_of(a, context) | incidents_of(b, context)
    if not kinds or kinds & VIOLENT:
        return set()
    return {"civilian", "passenger"} if kinds & RIDDEN else {"civilian"}


def _counted_class(amount: Amount) -> str:
    """Return which people are counted, empty where it is all of them."""
    category = amount.quantity.category
    return "" if category in PERSONS | _who(amount.event) else category or ""


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
    x, y = _window(a, one), _window(b, two)
    if x and y and x.lower() != y.lower():
        return stop(f"“{x}” against “{y}”")
    longer = PERIOD.match(x or y or "") is not None
    if (x or y) and x != y and (longer or a.claim.source != b.claim.source):
        return stop(f"only one is counted over “{x or y}”")
    return go("the same time")


def _window(node: Node, amount: Amount) -> str | None:
    """Return the time counted over; "last month's stampede killed 40" only says when it happened."""
    said = amount.quantity.window
    last = said is not None and said.lower() in {"this week", "last week", "last month", "last year"}
    once = last and any(table("incidents").get(kind, {}).get("once") for kind in own_incidents(node))
    return None if once else said


def _conflict_or_change(
    a: Node, one: Amount, b: Node, two: Amount, context: Context
) -> Finding | Change | None:
    spans = (*(on(a.claim, span) for span in one.spans), *(on(b.claim, span) for span in two.spans))
    what = one.event or one.quantity.unit
    counted = _counted_class(one) if one.quantity.category == two.quantity.category else ""
    question = f"figure {what} {one.quantity.of_side or ''} {counted}"
    why = _changed(a, one, b, two, context)
    if why is not None:
        earlier, later = (a, b) if _stage(a, one, context) <= _stage(b, two, context) else (b, a)
        detail = f"“{one.text}” and “{two.text}” ({what}): {why}"
        return Change(
            earlier.id, later.id, Reason(rule="update over time", detail=detail, spans=spans), question
        )
    if not apart(one, two) and not far_below(a, one, b, two, context):
        return None  # "at least 9" and later 12 are compatible, whoever says so
    meet = "do not meet" if apart(one, two) else "are far apart"
    detail = f"“{one.text}” and “{two.text}” ({what}) {meet}"
    reason = Reason(rule="intervals apart", detail=detail, spans=spans)
    return Finding(
        "figures", a.id, b.id, 0.8, (reason,), question, ((one.low, one.high), (two.low, two.high))
    )


def _of_two_states(a: Node, b: Node) -> bool:
    """Tell whether two states speak: what one gave up is no word of the other."""
    states = all(any(side_kind(side) == "state" for side in node.sides) for node in (a, b))
    return states and not camps(a.sides) & camps(b.sides)


def _stage(node: Node, amount: Amount, context: Context) -> tuple[bool, str]:
    """Return what orders two figures in time: the one given up comes first, then the day."""
    return (not is_former(node, amount, context), _day(node))


def _day(node: Node) -> str:
    return (node.claim.said.date or (node.published[1].isoformat() if node.published else ""))[:10]


def _grew(a: Node, one: Amount, b: Node, two: Amount) -> bool:
    """Tell whether a count that was open upwards has moved up: "at least 12", a day later 47."""
    if one.event not in RUNNING or not _day(a) or not _day(b) or _day(a) == _day(b):
        return False
    earlier, later = (one, two) if _day(a) < _day(b) else (two, one)
    vague = set(earlier.text.lower().split()) & set(table("numbers")["vague"])
    return earlier.high == float("inf") and later.low > earlier.low and not vague


def _one_body(a: Node, b: Node, context: Context) -> bool:
    """Tell whether the same speaker gives both figures; of other articles by name.

    An outlet carries the figures of others.
    """
    if a.own_voice or b.own_voice:
        return False
    first, second = (
        {context.speakers[one].name.casefold() for one in node.claim.speakers if one in context.speakers}
        for node in (a, b)
    )
    carried = any(name.split()[-1] in words("media", "heads") for name in first if name)
    return bool(first) and first == second and not carried


def _changed(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> str | None:
    """Return in words why two figures are an update: one merely grew, or its own giver revised it."""
    strangers = not a.own_voice and not b.own_voice and not set(a.claim.speakers) & set(b.claim.speakers)
    former = any(is_former(node, amount, context, own=strangers) for node, amount in ((a, one), (b, two)))
    if former and not _of_two_states(a, b):
        return "the text says that one was given up for another"
    if revised(one, two, context, (a.claim.source, b.claim.source)):
        return "an article says that the one became the other"
    first, second = _day(a), _day(b)
    if not first or not second or first == second:
        return None
    if _one_body(a, b, context):
        return "one speaker gave both, the second on a later day"
    if one.event not in RUNNING:
        return None
    if apart(one, two) and a.sides and b.sides and not camps(a.sides) & camps(b.sides):
        return None
    earlier, later = (one, two) if first < second else (two, one)
    if later.low >= earlier.low or one.event in FALLING:
        return (
            "the later report gives the larger figure, and nobody contradicts the earlier by name"
            if later.low >= earlier.low
            else "the count goes down with time, and nobody contradicts the earlier by name"
        )
    return None
