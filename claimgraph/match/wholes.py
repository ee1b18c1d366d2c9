"""Whether two figures are of one whole: one incident, or one thing that is named.

First what parts them is looked for (another place, another incident, another doer, a
sample), then what ties them. Where nothing ties them they are not compared.
"""

import re
from collections.abc import Callable

from claimgraph.lexicon.sides import side_kind
from claimgraph.match.amounts import Amount, amounts, apart
from claimgraph.match.gates import Verdict, go, stop
from claimgraph.match.incidents import (
    elsewhere,
    one_incident,
    other_incident,
    part_of_it,
    reporting_places,
    same_story,
)
from claimgraph.match.likeness import parted, told
from claimgraph.match.nodes import HARM, LOSSES, PRONOUNS, Context, Node, overlap

INCIDENT_UNITS = frozenset({"magnitude"})
"""Units that measure an incident itself."""
OF_AN_INCIDENT = HARM | {
    "aboard",
    "attended",
    "on strike",
    "rescued",
    "evacuated",
    "escape",
    "trapped",
    "capacity",
}
"""What is counted of an incident as a whole."""
SHARES = frozenset({"percent", "point"})
"""Units of which, as of money, an article gives many figures of many things."""
TRADED = frozenset({"buy", "purchase", "acquire", "sold", "auction", "paid"})
"""What happens to a thing that has a price."""
NAMED = frozenset({"sentenced", "centred"})
"""What is compared only of one person or one place that both name."""
OF_ONE_THING = 3
"""Rare words two figures must share when no incident ties them."""
ASIDE = 1
"""Paragraphs between two speakers whose figures stand side by side."""
SAMPLE = re.compile(r"(?i)\b(?:polls?|pollsters?|surveys?|surveyed|polled|polling|exit polls?|forecasts?)\b")
"""What is measured on a sample, or foretold: two of them may differ and both be right."""
HARMLESS = frozenset(
    {
        "dead",
        "killed",
        "injured",
        "wounded",
        "hurt",
        "missing",
        "total",
        "overall",
        "final",
        "such",
        "alleged",
        "reported",
        "voter",
        "innocent",
        "stolen",
        "estimated",
        "local",
        "its",
        "their",
        "our",
        "his",
        "her",
        "the",
    }
)
"""Modifiers that make no part of what is counted."""

Question = Callable[[Node, Amount, Node, Amount, Context], str | None]


def whole(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> Verdict:
    """Are both figures of one incident, or of one thing that is named?"""
    if one.event in HARM and one.quantity.of_side and one.quantity.own != two.quantity.own:
        return go("one side counts its own, another side counts the same")
    for question in PARTING:
        if (found := question(a, one, b, two, context)) is not None:
            return stop(found)
    for question in TYING:
        if (found := question(a, one, b, two, context)) is not None:
            return go(found)
    return stop("not shown to be about one incident or one thing")


def _other_places(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> str | None:
    """One is about a place that the other's article does not mention."""
    del one, two
    strange = elsewhere(a, b, context) or elsewhere(b, a, context)
    return f"one is about {strange}, which the other's article does not mention" if strange else None


def _part(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> str | None:
    """One counts in a place that is a part of where the other counts."""
    del two
    if one.quantity.unit in INCIDENT_UNITS or one.event in NAMED:
        return None
    reporting = [reporting_places(node, context) for node in (a, b)]
    if reporting[0] != reporting[1]:
        return f"one is what {', '.join(sorted(reporting[0] ^ reporting[1]))} reports of itself"
    place = part_of_it(a, b, context) or part_of_it(b, a, context)
    return f"one counts in {place}" if place else None


def _other_incident(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> str | None:
    """They name incidents of different kinds, or an article tells of two of one kind."""
    if one.quantity.unit in INCIDENT_UNITS and (
        told_apart(a, one, b, context) or told_apart(b, two, a, context)
    ):
        return "one article tells of two such incidents, and the other's is the other one"
    return other_incident(a, b)


def _other_doers(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> str | None:
    """Different people or bodies did it."""
    del two, context
    if one.event in HARM or one.quantity.unit in INCIDENT_UNITS:
        return None
    for x in told(a):
        for y in told(b):
            if x.type != y.type:
                continue
            if parted(x.agent, y.agent):
                return "different people or bodies did it"
            both_say_they = (
                x.agent is not None
                and y.agent is not None
                and {x.agent.head, y.agent.head} <= PRONOUNS
                and not set(a.claim.speakers) & set(b.claim.speakers)
            )
            if both_say_they:
                return "each speaks of itself"
    return None


def _other_measure(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> str | None:
    """What is counted or measured does not go by one name; or it was measured on a sample."""
    x, y = one.quantity, two.quantity
    if _has_a_name(one):
        if x.of is None or y.of is None or not _same_name(x.of, y.of):
            return "a sum, a share or a sentence, and not shown to be of one thing"
        texts = (_with_speakers(node, context) for node in (a, b))
        return "one is of a sample" if any(SAMPLE.search(text) for text in texts) else None
    if one.event in OF_AN_INCIDENT or x.unit in INCIDENT_UNITS:
        return None
    if x.of and y.of and _modifiers(x.of) != _modifiers(y.of):
        return f"of {x.of} against of {y.of}"
    return None


def _has_a_name(one: Amount) -> bool:
    """Tell whether a figure means something only with the name of what it measures, checked before."""
    return one.quantity.unit.isupper() or one.quantity.unit in SHARES or one.event in NAMED


def _with_speakers(node: Node, context: Context) -> str:
    names = (context.speakers[one].name for one in node.claim.speakers if one in context.speakers)
    return " ".join((node.claim.text, *names))


def _same_name(first: str, second: str) -> bool:
    """Tell whether two phrases name one measure, or one person by the last name."""
    x, y = (
        {word for word in re.findall(r"[\w-]+", one.lower()) if word not in HARMLESS}
        for one in (first, second)
    )
    if x == y:
        return bool(x)
    last = [re.findall(r"[\w-]+", one)[-1:] for one in (first, second)]
    return last[0] == last[1] and bool(last[0]) and last[0][0][:1].isupper()


def _modifiers(phrase: str) -> frozenset[str]:
    """Return the words before the head of a phrase that single out a part."""
    before = re.split(r"\s(?:of|from)\s", phrase.lower())[0].split()[:-1]
    return frozenset(before) - HARMLESS


def _by_incident(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> str | None:
    """One incident, and both count what it did as a whole."""
    of_it = one.event in OF_AN_INCIDENT | {"centred"} or one.quantity.unit in INCIDENT_UNITS
    counted = (one.event in LOSSES or _one_stuff(one, two) or one.quantity.unit.isupper()) and _counted_alike(
        one, two
    )
    return one_incident(a, b, context) if of_it or counted else None


def _side_by_side(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> str | None:
    """Two speakers, one beside the other, count or measure the same thing."""
    near = a.claim.source == b.claim.source and abs(a.paragraph - b.paragraph) <= ASIDE
    if not near or not _two_speakers(a, b, context) or not (one.event or two.event or _has_a_name(one)):
        return None
    if _each_of_its_own(a, one, b, two):
        return None
    if (
        one.quantity.unit in SHARES
        and one.event not in {None, *LOSSES}
        and not _same_matter(a, one, b, context)
    ):
        return None
    alike = one.quantity.unit == "people" or _counted_alike(one, two)
    return "two speakers side by side give the same measure" if alike else None


def _same_matter(a: Node, one: Amount, b: Node, context: Context) -> bool:
    """Tell whether two claims of a share of one body say the same of it: "of voters" is not enough."""
    own = {word.lower() for word in (one.quantity.of or "").split()} | {one.event}
    shared = {term for term in a.specific & b.specific if context.is_rare(term)} - own
    return len(shared) > 1


def _each_of_its_own(a: Node, one: Amount, b: Node, two: Amount) -> bool:
    """Tell whether two states may each count losses of their own, whose they are not being said."""
    if one.event not in HARM or (one.quantity.of_side and two.quantity.of_side):
        return False
    states = any(side_kind(side) == "state" for side in a.sides | b.sides)
    return states and bool(a.sides and b.sides) and not a.sides & b.sides


def _two_speakers(a: Node, b: Node, context: Context) -> bool:
    """Tell whether two named speakers give the figures who are not two offices of one kind."""
    if a.own_voice or b.own_voice or set(a.claim.speakers) & set(b.claim.speakers):
        return False
    heads = [
        {
            context.speakers[one].name.lower().split()[-1]
            for one in node.claim.speakers
            if one in context.speakers
        }
        for node in (a, b)
    ]
    return bool(heads[0]) and bool(heads[1]) and not heads[0] & heads[1]


def _by_words(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> str | None:
    """Two speakers, and the claims share rare words."""
    if a.own_voice or b.own_voice or not one.event or one.event in HARM or not _counted_alike(one, two):
        return None
    shared = {term for term in a.specific & b.specific if context.is_rare(term)} - {one.quantity.unit}
    if len(shared) < OF_ONE_THING:
        return None
    return f"two speakers, and both are about {', '.join(sorted(shared))}"


def _of_one_name(a: Node, one: Amount, b: Node, two: Amount, context: Context) -> str | None:
    """One person's sentence or one thing's price, named, told in articles on one story."""
    del two
    name = (one.quantity.of or "").split()
    priced = one.quantity.unit.isupper() and one.event in TRADED and bool(name) and name[-1][:1].isupper()
    if not (priced or one.event == "sentenced") or not same_story(a, b, context, once=False):
        return None
    return f"both are of {one.quantity.of}"


PARTING: tuple[Question, ...] = (_other_places, _part, _other_incident, _other_doers, _other_measure)
TYING: tuple[Question, ...] = (_by_incident, _side_by_side, _of_one_name, _by_words)


def _one_stuff(one: Amount, two: Amount) -> bool:
    """Tell whether both measure a thing called the same ("tonnes of benzene"), and not a sum or a share."""
    counted = one.quantity.of is not None and one.quantity.of == two.quantity.of
    if one.quantity.unit == "people" and one.event is None:  # people of whom nothing is told
        return False
    return counted and not one.quantity.unit.isupper() and one.quantity.unit not in SHARES


def _counted_alike(one: Amount, two: Amount) -> bool:
    first = {word.lower() for word in (one.quantity.of or one.quantity.unit).split()}
    second = {word.lower() for word in (two.quantity.of or two.quantity.unit).split()}
    return bool(first & second)


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
