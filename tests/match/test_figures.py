"""A figure is a closed interval: rounding, "about", bounds and sums decide which numbers are in it."""

from math import inf

import pytest
from building import article, at_least, claim, count, known_of, node_of
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.match.figures import TOGETHER, Figure, figures
from claimgraph.model import Quantity


def read(*quantities: Quantity) -> tuple[Figure, ...]:
    source = article("so many were counted")
    one = claim(source, "so many were counted", quantities=quantities)
    return figures(node_of(known_of([source], [], [one]), one))


def figure(quantity: Quantity) -> Figure:
    return read(quantity)[0]


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (count(7), 7, 7),
        (count(7, 9), 7, 9),
        (count(999), 999, 999),
        (at_least(7), 7, inf),
        (count(None, 7), 0, 7),
        (count(100, approximate=True), 90, 110),
        (count(6.1, unit="magnitude", event=None), 6.1, 6.1),
        (count(3000, unit="magnitude", event=None), 3000, 3000),
        (count(5000, unit="percent", event=None), 5000, 5000),
    ],
)
def test_the_interval_of_a_figure(quantity: Quantity, low: float, high: float) -> None:
    found = figure(quantity)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("one", "two", "meets"),
    [
        (count(30000), count(30400), True),
        (count(30000), count(34500), True),
        (count(30000), count(35500), False),
        (count(31000), count(31400), True),
        (count(31000), count(31600), False),
        (count(31234), count(31235), False),
        (count(2.1e9, unit="USD", event=None), count(2.13e9, unit="USD", event=None), True),
        (count(2.1e9, unit="USD", event=None), count(2.2e9, unit="USD", event=None), False),
        (count(300), count(301), False),
        (count(30), count(33), False),
        (count(30, approximate=True), count(33), True),
        (count(30, approximate=True), count(35), False),
        (at_least(30), count(300), True),
        (at_least(30), count(29), False),
        (at_least(30), at_least(300), True),
        (count(None, 30), count(31), False),
        (count(20, 30), count(30, 40), True),
        (count(20, 30), count(31, 40), False),
    ],
)
def test_which_figures_can_be_one(one: Quantity, two: Quantity, meets: bool) -> None:
    assert figure(one).misses(figure(two)) is not meets


def test_the_killed_and_the_injured_are_summed() -> None:
    total = read(count(4), count(10, event="injured"))[-1]
    assert (total.low, total.high, total.event) == (14, 14, TOGETHER)
    assert len(total.spans) == 2


def parts(*given: tuple[float, str], gap: int = 5, **more: object) -> tuple[Quantity, ...]:
    """Return counts told one behind the other: "two women and a man"."""
    return tuple(
        count(number, of=of, category=of, span=(n * (gap + 1), n * (gap + 1) + 1), **more)
        for n, (number, of) in enumerate(given)
    )


def test_two_counts_told_in_one_breath_are_summed() -> None:
    total = read(*parts((2, "women"), (1, "man")))[-1]
    assert (total.low, total.high, total.event) == (3, 3, "killed")
    assert len(total.spans) == 2


def test_three_counts_told_in_one_breath_are_summed() -> None:
    assert 6 in {one.low for one in read(*parts((2, "women"), (1, "man"), (3, "boys")))}


@pytest.mark.parametrize(
    "quantities",
    [
        parts((2, "women"), (3, "women")),
        parts((2, "women"), (1, "man"), gap=60),
        (count(2, of="women"), count(1, of="man", event="injured", span=(6, 7))),
        (count(2, of="women"), count(1, of="truck", unit="truck", span=(6, 7))),
        (count(2, 4, of="women"), count(1, 3, of="man", span=(6, 7))),
        (count(2, of="women", event=None), count(1, of="man", event=None, span=(6, 7))),
    ],
)
def test_what_need_not_be_parts_of_one_total_is_not_summed(quantities: tuple[Quantity, ...]) -> None:
    alike = [one for one in read(*quantities) if one.event != TOGETHER]
    assert len(alike) == len(quantities)


def test_the_first_of_two_counts_of_the_killed_makes_the_sum() -> None:
    total = read(count(4), count(2), count(10, event="injured"))[-1]
    assert (total.low, total.event) == (14, TOGETHER)


NUMBERS = st.one_of(
    st.integers(0, 10_000_000).map(float), st.floats(0, 1e9, allow_nan=False, allow_infinity=False)
)
QUANTITIES = st.one_of(
    NUMBERS.map(count),
    NUMBERS.map(at_least),
    NUMBERS.map(lambda high: count(None, high)),
    NUMBERS.map(lambda low: count(low, approximate=True)),
    st.tuples(NUMBERS, NUMBERS).map(lambda ends: count(min(ends), max(ends))),
    NUMBERS.map(lambda low: count(low, unit="USD", event=None)),
)


@given(QUANTITIES)
def test_a_figure_meets_itself_and_its_own_number(quantity: Quantity) -> None:
    found = figure(quantity)
    assert found.low <= found.high
    assert not found.misses(found)
    assert quantity.low is None or found.low <= quantity.low
    assert quantity.high is None or quantity.high <= found.high


@given(QUANTITIES, QUANTITIES)
def test_missing_is_symmetric(one: Quantity, two: Quantity) -> None:
    first, second = figure(one), figure(two)
    assert first.misses(second) == second.misses(first)


@given(QUANTITIES, QUANTITIES)
def test_two_that_miss_share_no_number(one: Quantity, two: Quantity) -> None:
    first, second = figure(one), figure(two)
    assert first.misses(second) == (max(first.low, second.low) > min(first.high, second.high))


@given(st.integers(1, 900), st.integers(1, 900))
def test_a_sum_is_of_its_parts(first: int, second: int) -> None:
    assert read(*parts((first, "women"), (second, "men")))[-1].low == first + second
