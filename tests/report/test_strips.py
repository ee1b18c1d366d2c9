"""Statements are drawn at their days, a lane for each party, on any width."""

import pytest

from claimgraph.report.strips import FOOT, LANES, LEVELS, MARGIN, NEAR, RISE, Told, strip


def told(party: str, day: str) -> Told:
    return Told(party, day, "●", f"{party} said", f"at-{party}-{day}")


def test_marks_stand_at_their_days_from_one_margin_to_the_other():
    drawn = strip([told("crew", "2031-05-02"), told("board", "2031-05-06"), told("crew", "2031-05-12")])
    crew, board = drawn.lanes
    assert (drawn.first, drawn.last, crew.party, board.party) == (
        "2 May 2031",
        "12 May 2031",
        "crew",
        "board",
    )
    assert [one.x for one in crew.points] == [MARGIN, 100 - MARGIN]
    assert board.points[0].x == pytest.approx(MARGIN + 0.4 * (100 - 2 * MARGIN))


def test_a_month_is_drawn_as_long_as_it_lasts():
    (month,) = strip([told("crew", "2031-05"), told("board", "2031-05-31")]).lanes[0].points
    assert (month.left, month.right) == (MARGIN, 100 - MARGIN)


@pytest.mark.parametrize("days", [[], ["2031-05-02", "2031-05-02"], ["2031-02-30", "2031-13"]])
def test_one_day_makes_no_line(days):
    assert strip([told("crew", day) for day in days]) is None


@pytest.mark.parametrize("many", [1, 3, LEVELS, LEVELS + 3])
def test_no_two_marks_of_a_lane_touch_until_it_is_full(many):
    drawn = strip([*(told("crew", "2031-05-02") for _ in range(many)), told("crew", "2031-09-02")])
    (lane,) = drawn.lanes
    levels = [(one.x, one.y) for one in lane.points]
    assert len(set(levels)) == min(many, LEVELS) + 1
    assert lane.height == min(many, LEVELS) * RISE + FOOT
    assert all(0 < one.y < lane.height for one in lane.points)


def test_marks_that_are_far_enough_apart_share_a_level():
    drawn = strip([told("crew", f"2031-05-{day:02}") for day in (1, 3, 31)])
    heights = [one.y for one in drawn.lanes[0].points]
    assert abs(drawn.lanes[0].points[1].x - drawn.lanes[0].points[0].x) > NEAR
    assert len(set(heights)) == 1


def test_parties_past_the_last_lane_are_counted():
    drawn = strip([told(f"party {place}", f"2031-05-{place:02}") for place in range(1, LANES + 3)])
    assert (len(drawn.lanes), drawn.left) == (LANES, 2)
