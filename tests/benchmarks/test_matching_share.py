"""How much CPU time matching takes beside extraction, on the sample articles as they are."""

import pytest
from matching_share import DATA, costs


@pytest.mark.benchmark
def test_what_matching_costs_beside_extraction(record_property, capsys):
    for engine, cost in costs([DATA], 0, ["rules", "both"]):
        record_property(engine, round(cost.share, 4))
        line = (
            f"{engine}: extraction {cost.extraction:.2f} s, matching {cost.matching:.2f} s, {cost.share:.1%}"
        )
        with capsys.disabled():
            print(f"\n{line}")  # noqa: T201 - what was measured is for reading
        assert cost.claims
        assert cost.disputes
