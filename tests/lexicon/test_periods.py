"""A prefix date as a stretch of days."""

import pytest

from claimgraph.lexicon.periods import days_of


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        ("2031-05-02", ("2031-05-02", "2031-05-02")),
        ("2024-02-10", ("2024-02-10", "2024-02-10")),
        ("2032-02", ("2032-02-01", "2032-02-29")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2031", ("2031-01-01", "2031-12-31")),
        ("2031-02-30", None),
        ("2031-13", None),
        ("0000", None),
    ],
)
def test_a_prefix_date_lasts_as_long_as_it_is_vague(day, ends):
    found = days_of(day)
    assert (found and tuple(one.isoformat() for one in found)) == ends
