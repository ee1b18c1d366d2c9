"""Stretches of days: what a prefix date allows, whether two meet, how far apart they are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.match.days import apart, interval, meet


@pytest.mark.parametrize(
    ("prefix", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-04", "2031-04-01", "2031-04-30"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-12", "2031-12-01", "2031-12-31"),
        ("2031-04-09", "2031-04-09", "2031-04-09"),
    ],
)
def test_a_prefix_allows_these_days(prefix: str, first: str, last: str) -> None:
    assert interval(prefix) == (date.fromisoformat(first), date.fromisoformat(last))


def test_no_date_is_no_stretch() -> None:
    assert interval(None) is None


STRETCHES = st.tuples(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 400)).map(
    lambda one: (one[0], one[0] + timedelta(days=one[1]))
)


@given(STRETCHES, STRETCHES, st.integers(0, 60))
def test_meeting_is_symmetric_and_grows_with_the_slack(one: tuple, two: tuple, slack: int) -> None:
    assert meet(one, two, slack) == meet(two, one, slack)
    assert not meet(one, two, slack) or meet(one, two, slack + 1)
    assert meet(one, one)


@given(STRETCHES, STRETCHES)
def test_days_between_are_those_of_slack_that_join(one: tuple, two: tuple) -> None:
    days = apart(one, two)
    assert days == apart(two, one) >= 0
    assert (days == 0) == meet(one, two)
    assert meet(one, two, days)
    assert days == 0 or not meet(one, two, days - 1)


@given(st.dates(date(1, 1, 1), date(9998, 12, 31)))
def test_a_day_lies_in_its_month_and_its_year(day: date) -> None:
    text = day.isoformat()
    own, month, year = (interval(text[:length]) for length in (10, 7, 4))
    assert own is not None
    assert month is not None
    assert year is not None
    assert year[0] <= month[0] <= own[0] == day == own[1] <= month[1] <= year[1]
