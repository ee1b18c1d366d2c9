"""Reversals, pleas and courts, from text to disputes."""

import pytest
from gathering import gather
from reversal_stories import ONLY_SEEM_SO, TAKEN_BACK, Told

from claimgraph.match import match
from claimgraph.model import Claim, Dispute


def _answers(dispute: Dispute, kinds: str, one: str, two: str, claims: dict[str, Claim]) -> bool:
    sides = [" | ".join(claims[claim].text for claim in side) for side in dispute.sides]
    first, second = sides[0], sides[1]
    return dispute.kind in kinds.split("|") and (
        (one in first and two in second) or (two in first and one in second)
    )


@pytest.mark.parametrize("story", [*TAKEN_BACK, *ONLY_SEEM_SO], ids=lambda story: story.name)
def test_a_dispute_is_found_exactly_where_an_analyst_finds_one(tmp_path, story: Told):
    collection = gather(tmp_path, story.articles)
    claims = {claim.id: claim for claim in collection.claims}
    disputes = match(collection).disputes
    said = [(one.kind, [[claims[claim].text for claim in side] for side in one.sides]) for one in disputes]
    for expected in story.disputes:
        assert any(_answers(one, *expected, claims) for one in disputes), said
    assert len(disputes) == len(story.disputes), said
