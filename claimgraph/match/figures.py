"""The figures of a claim made comparable: closed intervals, and the sum of the parts it gives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from claimgraph.gathering import grouped
from claimgraph.lexicon import words
from claimgraph.match.context import Node
from claimgraph.model import Quantity, Span

NEARLY = 0.1
"""What "about" allows on either side of a figure, as a share of it."""
ROUND_FROM = 1000
"""Counts from here on are often rounded without a word."""
JOINED = 25
"""Characters between two counts that are told in one breath ("two women and a man")."""
JUST_UNDER_HALF = 0.49
PARTS = ("killed", "injured")
TOGETHER = "killed and injured"
EXACT = frozenset({"magnitude", "percent"})
"""Units whose last digit is meant."""


@dataclass(frozen=True, eq=False, slots=True)
class Figure:
    """A figure as a closed interval, what it counts, and where it stands."""

    node: Node
    quantity: Quantity
    low: float
    high: float
    event: str | None
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return self.quantity.text

    @property
    def kind(self) -> tuple[str, str]:
        """What is counted: the unit, and what befell them where that is of an event as a whole."""
        whole = self.event in words("counts", "running") | words("counts", "of_events")
        return self.quantity.unit, str(self.event) if whole else ""

    @property
    def typical(self) -> float:
        """The number it is ranked by: its middle, or, of a lower bound, the bound."""
        return self.low if self.high == float("inf") else (self.low + self.high) / 2

    def misses(self, other: "Figure") -> bool:
        """Tell whether two intervals have no number in common."""
        return self.high < other.low or other.high < self.low


def figures(node: Node) -> tuple[Figure, ...]:
    """Return the figures of a claim, and the sum of its killed and injured where it gives both."""
    single = tuple(_figure(node, quantity) for quantity in node.claim.quantities)
    return (*single, *_sums(node, single))


def _sums(node: Node, single: tuple[Figure, ...]) -> Iterator[Figure]:
    exact = (one for one in single if one.event is not None and one.low == one.high)
    alike = grouped(((one.quantity.unit, one.event), one) for one in exact)
    for run in chain.from_iterable(map(_runs, alike.values())):
        yield _sum(node, run, run[0].event)
    parts = {one.event: one for one in reversed(single) if one.event in PARTS}
    if len(parts) == len(PARTS):
        yield _sum(node, [parts[name] for name in PARTS], TOGETHER)


def _runs(alike: Sequence[Figure]) -> list[list[Figure]]:
    """Return the counts told in one breath: "two women, a man and three boys died" are six."""
    runs = [[*alike[:1]]]
    for one, two in pairwise(alike):
        told = one.quantity.of and two.quantity.of and one.quantity.of != two.quantity.of
        if 0 < two.spans[0][0] - one.spans[0][1] <= JOINED and told:
            runs[-1].append(two)
        else:
            runs.append([two])
    return [run for run in runs if len(run) > 1]


def _sum(node: Node, parts: list[Figure], event: str | None) -> Figure:
    text = " + ".join(one.text for one in parts)
    return Figure(
        node,
        parts[0].quantity.model_copy(update={"text": text, "event": event, "category": None}),
        sum(one.low for one in parts),
        sum(one.high for one in parts),
        event,
        tuple(span for one in parts for span in one.spans),
    )


def _figure(node: Node, quantity: Quantity) -> Figure:
    low = quantity.low if quantity.low is not None else 0.0
    high = quantity.high if quantity.high is not None else float("inf")
    if quantity.approximate:
        low, high = low * (1 - NEARLY), high * (1 + NEARLY)
    else:
        low, high = low - _rounding(low, quantity.unit), high + _rounding(high, quantity.unit)
    return Figure(node, quantity, low, high, quantity.event, (quantity.span,))


def _rounding(value: float, unit: str) -> float:
    """Return by how much a round figure may stand for another: just under half of its last digit's place.

    "2.1 billion" stands for anything from 2.05 to 2.15 billion. Small counts and magnitudes are exact.
    """
    if value in {0.0, float("inf")} or unit in EXACT or (value < ROUND_FROM and not unit.isupper()):
        return 0.0
    digits = f"{value:.10f}".rstrip("0").rstrip(".")
    if "." in digits:
        return float(10 ** -len(digits.split(".")[1]) * JUST_UNDER_HALF)
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10**zeros * JUST_UNDER_HALF)
