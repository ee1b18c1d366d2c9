"""The figures of a claim made comparable: closed intervals, sums and what a sum bounds included."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimgraph.match.nodes import Node, per_claim
from claimgraph.model import Quantity, Span

NEARLY = 0.1
"""What "about" allows on either side of a figure, as a share of it."""


ROUND_FROM = 1000
"""Counts from here on are often rounded without a word."""
JUST_UNDER_HALF = 0.49


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


@per_claim
def amounts(node: Node) -> tuple[Amount, ...]:
    """Return the figures of a claim, and the sum of its killed and injured where it gives both."""
    single = tuple(_amount(quantity) for quantity in node.claim.quantities)
    parts = {amount.event: amount for amount in reversed(single) if amount.event in {"killed", "injured"}}
    if len(parts) < 2:
        return (*single, *_at_most(single, parts))
    killed, injured = parts["killed"], parts["injured"]
    both = Amount(
        killed.low + injured.low,
        killed.high + injured.high,
        killed.quantity.model_copy(update={"text": f"{killed.text} + {injured.text}"}),
        (*killed.spans, *injured.spans),
        "killed and injured",
    )
    return (*single, both)


def _at_most(single: Iterable[Amount], parts: Mapping[str, Amount]) -> Iterator[Amount]:
    """Yield what a count of casualties says of the killed and the injured alone: at most as many."""
    for whole in single:
        nobody = whole.event == "injured" and whole.high == 0  # who was not hurt was not killed
        if not nobody and (whole.event != "killed and injured" or whole.high == float("inf")):
            continue
        for part in ("killed", "injured"):
            if part not in parts:
                yield Amount(0.0, whole.high, whole.quantity, whole.spans, part)


def _amount(quantity: Quantity) -> Amount:
    low = quantity.low if quantity.low is not None else 0.0
    high = quantity.high if quantity.high is not None else float("inf")
    if quantity.approximate or quantity.event == "centred":
        low, high = low * (1 - NEARLY), high * (1 + NEARLY)
    else:
        low, high = low - _rounding(low, quantity.unit), high + _rounding(high, quantity.unit)
    return Amount(low, high, quantity, (quantity.span,), quantity.event)


def _rounding(value: float, unit: str) -> float:
    """Return by how much a round figure may stand for another: just under half of its last digit's place.

    "2.1 billion" stands for anything from 2.05 to 2.15 billion. Small counts and magnitudes are exact.
    """
    exact = value < ROUND_FROM and not unit.isupper() and unit != "percent"
    if exact or unit == "magnitude" or value in {0.0, float("inf")}:
        return 0.0
    digits = f"{value:.10f}".rstrip("0").rstrip(".")
    place = (
        10 ** (len(digits) - len(digits.rstrip("0")))
        if "." not in digits
        else 10 ** -len(digits.split(".")[1])
    )
    return float(place * JUST_UNDER_HALF)


def apart(a: Amount, b: Amount) -> bool:
    """Tell whether two intervals have no number in common."""
    return a.high < b.low or b.high < a.low
