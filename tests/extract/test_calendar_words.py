"""Time expressions and the prefix dates they resolve to; Wednesday 15 May 2019 unless another anchor is given."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rates import at_rate

from claimgraph.extract.times.calendar import Anchor, common_prefix, resolve
from claimgraph.extract.times.expressions import expressions

PUBLISHED = "2019-05-15"

PAST = [
    # written in full
    ("on April 5, 2016", "2016-04-05"),
    ("on Apr. 5, 2016", "2016-04-05"),
    ("on April 5th, 2016", "2016-04-05"),
    ("on 5 April 2016", "2016-04-05"),
    ("on the 5th of April 2016", "2016-04-05"),
    ("on 2016-04-05", "2016-04-05"),
    ("on 03/04/2016", "2016"),
    ("on February 30, 2016", None),
    # without a year
    ("on April 5", "2019-04-05"),
    ("on 5 April", "2019-04-05"),
    ("on May 29th", "2018-05-29"),
    ("on May 15", "2019-05-15"),
    ("on May 17", "2019-05-17"),
    ("on December 28", "2018-12-28"),
    ("on Sept. 3", "2018-09-03"),
    ("on February 29", "2016-02-29"),
    # months
    ("in December 2003", "2003-12"),
    ("in early December 2003", "2003-12"),
    ("in Oct. 2011", "2011-10"),
    ("in December", "2018-12"),
    ("in May", "2019-05"),
    ("in March", "2019-03"),
    ("in late September", "2018-09"),
    ("last December", "2018-12"),
    ("last May", "2018-05"),
    ("last March", "2019-03"),
    ("this March", "2019-03"),
    ("last month", "2019-04"),
    ("this month", "2019-05"),
    ("earlier this month", "2019-05"),
    # years
    ("in 2008", "2008"),
    ("in late 2018", "2018"),
    ("mid-2014", "2014"),
    ("from 1988 to 1994", "1988"),
    ("in a 1988-94 war", "1988"),
    ("in 2014-15", "2014"),
    ("in the 1990s", None),
    ("in the mid-1990s", None),
    ("last year", "2018"),
    ("this year", "2019"),
    ("earlier this year", "2019"),
    ("three years ago", "2016"),
    ("a year ago", "2018"),
    ("about three years ago", None),
    ("in the summer of 2020", "2020"),
    ("in the winter of 2020", None),
    ("last autumn", "2018"),
    ("last winter", None),
    # weekdays
    ("on Wednesday", "2019-05-15"),
    ("on Tuesday", "2019-05-14"),
    ("on Thursday", "2019-05-09"),
    ("Monday", "2019-05-13"),
    ("on Monday night", "2019-05-13"),
    ("early Sunday afternoon", "2019-05-12"),
    ("Saturday’s vote", "2019-05-11"),
    ("last Friday", "2019-05-10"),
    ("last Wednesday", "2019-05-08"),
    ("this Monday", "2019-05-13"),
    ("next Monday", "2019-05"),
    ("on Friday, April 5", "2019-04-05"),
    ("on Friday, 5 April,", "2019-04-05"),
    ("on Friday, April 5, 2013", "2013-04-05"),
    # days around publication
    ("yesterday", "2019-05-14"),
    ("yesterday evening", "2019-05-14"),
    ("last night", "2019-05-14"),
    ("today", "2019-05-15"),
    ("this morning", "2019-05-15"),
    ("tonight", "2019-05-15"),
    ("tomorrow", "2019-05-16"),
    ("overnight", "2019-05"),
    ("two days ago", "2019-05-13"),
    ("10 days ago", "2019-05-05"),
    ("about two days ago", "2019-05"),
    ("two weeks ago", "2019"),
    ("a week ago", "2019-05"),
    ("three months ago", "2019"),
    ("six months ago", "2018"),
    ("nine hours ago", "2019-05"),
    # stretches
    ("over the past 48 hours", "2019-05"),
    ("in the past three days", "2019-05"),
    ("in the past week", "2019-05"),
    ("over the past month", "2019"),
    ("in the last two months", "2019"),
    ("over the past five years", None),
    ("last week", "2019-05"),
    ("this week", "2019-05"),
    ("over the weekend", "2019-05"),
    ("last weekend", "2019-05"),
    ("the previous 24 hours", "2019-05"),
    # several days
    ("from Sunday to Tuesday", "2019-05"),
    ("between Monday and Tuesday", "2019-05"),
    ("between 3 and 5 May", "2019-05"),
    ("on April 6-9", "2019-04"),
    ("from May 3 to May 9", "2019-05"),
    ("from March 30-April 4", "2019"),
    ("on 3-5 April 2016", "2016-04"),
    # counts in words
    ("twenty-five years ago", "1994"),
    ("fifteen days ago", "2019-04-30"),
]

NOTHING = [
    "hours later",
    "weeks after the vote",
    "for 20 months",
    "on the second day of the strike",
    "they may leave",
    "a march through town",
    "in recent months",
    "recently",
    "2,016 people",
    "2016 people",
    "more than 2016 votes",
    "$2016",
    "Flight 2016",
    "at 12 p.m.",
    "April Jones said",
    "told USA TODAY",
    "on This Week with",
    "in the last week of the campaign",
]

FUTURE = [
    ("on September 21", "2019-09-21"),
    ("on March 3", "2020-03-03"),
    ("on May 14", "2019-05-14"),
    ("on Friday", "2019-05-17"),
    ("on Wednesday", "2019-05-15"),
    ("in June", "2019-06"),
    ("in February", "2020-02"),
    ("next month", "2019-06"),
    ("next year", "2020"),
    ("next summer", "2019"),
    ("this coming Monday", "2019-05-20"),
    ("tomorrow", "2019-05-16"),
    ("next week", "2019-05"),
    ("next weekend", "2019-05"),
]

OTHER_ANCHORS = [
    ("on Sunday", "2016-04-03", "2016-04-03"),
    ("on Saturday", "2016-04-03", "2016-04-02"),
    ("on Wednesday", "2016-04-03", "2016-03-30"),
    ("overnight", "2016-05-01", "2016"),
    ("overnight", "2016-01-01", None),
    ("last month", "2016-01-10", "2015-12"),
    ("next month", "2016-12-10", "2017-01"),
    ("yesterday", "2016-01-01", "2015-12-31"),
    ("last week", "2016-05-02", "2016"),
    ("in November", "2016-01-10", "2015-11"),
    ("last May", "2009-01", "2008-05"),
    ("on May 29", "2009-01", "2008-05-29"),
    ("last month", "2009-01", "2008-12"),
    ("on Monday", "2009-01", None),
    ("yesterday", "2009-01", None),
    ("last year", "2009", "2008"),
    ("in June", "2009", None),
    ("on April 5", "2009", "2009-04-05"),
    ("on Monday", None, None),
    ("on April 5", None, None),
    ("last year", None, None),
    ("in 2008", None, "2008"),
    ("on April 5, 2016", None, "2016-04-05"),
    ("in December 2003", None, "2003-12"),
]


def _first(text, published=PUBLISHED, direction="past"):
    found = expressions(text)
    return resolve(found[0], Anchor.of(published), direction)[0] if found else None


@at_rate(PAST)
def test_past_expressions_resolve_to_what_is_certain(text, expected):
    assert expressions(text)
    assert _first(text) == expected


@pytest.mark.parametrize(("text", "expected"), FUTURE)
def test_coming_expressions_look_ahead(text, expected):
    assert _first(text, direction="future") == expected


@at_rate(OTHER_ANCHORS)
def test_the_anchor_is_used_only_as_far_as_it_is_known(text, published, expected):
    assert _first(text, published) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_only_look_like_dates_are_left(text):
    assert expressions(text) == []


def test_every_resolution_says_how_it_was_reckoned():
    (found,) = expressions("on Saturday")
    assert resolve(found, Anchor.of("2016-04-03")) == (
        "2016-04-02",
        "the last Saturday on or before publication, 3 April 2016",
    )


@settings(deadline=None, max_examples=60)
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2080, 1, 1)), st.integers(0, 6))
def test_a_past_weekday_is_within_the_week_before_publication(published, offset):
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[offset]
    found = date.fromisoformat(_first(f"on {name}", published.isoformat()))
    assert found.weekday() == offset
    assert timedelta(0) <= published - found < timedelta(days=7)


@settings(deadline=None, max_examples=60)
@given(
    st.dates(min_value=date(1950, 1, 1), max_value=date(2080, 1, 1)),
    st.dates(min_value=date(1950, 1, 1), max_value=date(2080, 1, 1)),
)
def test_what_two_days_share_is_a_prefix_of_both(first, second):
    shared = common_prefix(first.isoformat(), second.isoformat())
    if shared is not None:
        assert first.isoformat().startswith(shared)
        assert second.isoformat().startswith(shared)


@settings(deadline=None, max_examples=60)
@given(
    st.text(alphabet=st.sampled_from("0123456789 /-.,MayonFridaylst'’"), max_size=60),
    st.sampled_from(
        [None, "2019", "2019-02", "2019-02-28", "2019-13", "2019-02-31", "0001-01-01", "9999-12-31"]
    ),
    st.sampled_from(["past", "future", "either"]),
)
def test_any_text_resolves_to_a_prefix_date_or_nothing(text, published, direction):
    for found in expressions(text):
        assert text[found.start : found.end] == found.text
        resolved, basis = resolve(found, Anchor.of(published), direction)
        assert basis
        assert (
            resolved is None
            or [len(part) for part in resolved.split("-")] == [4, 2, 2][: resolved.count("-") + 1]
        )
