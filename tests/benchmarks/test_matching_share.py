"""How much CPU time matching takes beside extraction, on the sample articles as they are."""

import pytest
from matching_share import DATA, costs


@pytest.mark.benchmark
def test_what_matching_costs_beside_extraction(record_property, capsys):
    cost = costs([DATA], 0)
    record_property("share", round(cost.share, 4))
    line = f"extraction {cost.extraction:.2f} s, matching {cost.matching:.2f} s, {cost.share:.1%}"
    with capsys.disabled():
        print(f"\n{line}")  # noqa: T201 - what was measured is for reading
    assert cost.claims
    assert cost.disputes
