"""Whether two statements are known to be of other days, or only seem to be; and how their figures differ.

What is known keeps a pair from being believed. What only seems so makes it doubtful: a day that the
sentence before gives, a day that one of several deeds is of.
"""

import re
from itertools import product

from claimgraph.extract.counts.numbers import numbers
from claimgraph.match.context import Node
from claimgraph.match.days import Interval, interval, meet
from claimgraph.match.figures import Figure, figures
from claimgraph.model import Span

_TIME_WORDS = re.compile("“([^”]+)” in the text")
"""How the basis of a day names the words it rests on."""
WITHOUT_END = float("inf")

BOUNDS = "both are bounds on one side, and both can be true"
UNITS = "they count in other words ({one}, {two})"
UNREAD = "what their figures count was not read"
OTHER_DAYS = "they may be of other days ({one} and {two})"


def days_apart(pair: tuple[Node, Node], quoted: tuple[str, str]) -> bool:
    """Tell whether two statements are known to be of other days, where the day is not itself what clashes."""
    one, two = (_known(node) for node in pair)
    return one is not None and two is not None and not meet(one, two) and not _contested(pair, quoted)


def days_doubted(pair: tuple[Node, Node], quoted: tuple[str, str]) -> str | None:
    """Return in words that two statements seem to be of other days; None when they do not."""
    one, two = (None if _when_said(node) else node.days for node in pair)
    if one is None or two is None or meet(one, two) or _contested(pair, quoted):
        return None
    return OTHER_DAYS.format(one=_told(one), two=_told(two))


def _known(node: Node) -> Interval | None:
    """Return the days of a claim's one deed, as the claim itself gives them.

    The day of a plea or of an answer is when it was said, and not when that happened which it is about; of
    several deeds nobody knows which the day is of.
    """
    alone = len(node.predicates) <= 1 and not _when_said(node)
    return interval(node.claim.happened.date) if alone else None


def _when_said(node: Node) -> bool:
    """Tell whether the only day of a claim is the one on which somebody said it."""
    claim = node.claim
    return not node.own_voice and claim.happened.date is not None and claim.happened.date == claim.said.date


def _contested(pair: tuple[Node, Node], quoted: tuple[str, str]) -> bool:
    """Tell whether the words quoted of both are, or hold, the words that give their days."""
    return all(
        any(" ".join(words.split()) in said for words in _TIME_WORDS.findall(node.claim.happened.basis))
        for node, said in zip(pair, quoted, strict=True)
    )


def _told(days: Interval) -> str:
    first, last = (one.isoformat() for one in days)
    return first if first == last else f"{first} to {last}"


def figures_doubted(pair: tuple[Node, Node], words: tuple[Span, Span], quoted: tuple[str, str]) -> str | None:
    """Return "" when the words quoted hold two figures of one unit that have no number in common.

    Returns:
        Why they may be no clash all the same, where that is not so plain; None when they are none.
    """
    couples = list(product(*map(_quoted, pair, words)))
    if not couples:
        return UNREAD if _other_numbers(*quoted) else None
    alike = [(one, two) for one, two in couples if one.quantity.unit == two.quantity.unit]
    if any(one.misses(two) for one, two in alike):
        return ""
    if alike:
        return BOUNDS if any(_bounds(one, two) for one, two in alike) else None
    apart = ((one, two) for one, two in couples if one.misses(two) or _bounds(one, two))
    return next((UNITS.format(one=one.quantity.unit, two=two.quantity.unit) for one, two in apart), None)


def _quoted(node: Node, words: Span) -> list[Figure]:
    """Return the figures of a claim that stand in some words of it."""
    return [one for one in figures(node) if any(shared(span, words) for span in one.spans)]


def shared(one: Span, two: Span) -> bool:
    """Tell whether two stretches share a character."""
    return one[0] < two[1] and two[0] < one[1]


def _bounds(one: Figure, two: Figure) -> bool:
    """Tell whether two figures are open on one side, and end in other numbers on the other ("at least")."""
    if one.high == two.high == WITHOUT_END:
        return one.low != two.low
    open_below = one.quantity.low is None and two.quantity.low is None
    return open_below and one.high != two.high


def _other_numbers(one: str, two: str) -> bool:
    """Tell whether each of two texts holds a number that the other does not."""
    first, second = ({(each.low, each.high) for each in numbers(text)} for text in (one, two))
    return bool(first - second and second - first)
