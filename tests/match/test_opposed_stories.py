"""Two statements side by side: what cannot both be so is a dispute, and nothing else is."""

import pytest
from gathering import gather
from opposed_stories import COMPATIBLE, DATE, OPPOSED

from claimgraph.match import match


@pytest.mark.parametrize(("text", "one", "other"), OPPOSED, ids=[row[0][:60] for row in OPPOSED])
def test_what_cannot_both_be_so_is_one_dispute(tmp_path, text, one, other):
    collection = gather(tmp_path, {"one.txt": DATE + text})
    claims = {claim.id: claim.text for claim in collection.claims}
    (dispute,) = match(collection).disputes
    sides = [" ".join(claims[claim] for claim in side) for side in dispute.sides]
    assert any(one in first and other in second for first, second in (sides, sides[::-1])), sides


@pytest.mark.parametrize("text", COMPATIBLE, ids=[text[:60] for text in COMPATIBLE])
def test_what_can_both_be_so_is_none(tmp_path, text):
    collection = gather(tmp_path, {"one.txt": DATE + text})
    assert match(collection).disputes == ()
