"""A subject's label stands only over claims that hold a word of it."""

import pytest
from findings_fixture import FINDINGS

from claimgraph.model import Matching, Subject
from claimgraph.report.lookup import Lookup

CLAIM = FINDINGS.collection.claims[0]


@pytest.mark.parametrize(
    ("label", "stands"),
    [
        (max(CLAIM.text.split(), key=len).strip(".,"), True),
        ("quoll; heliotrope", False),
        ("the of and", False),
        (CLAIM.text, False),
        ("", False),
    ],
)
def test_a_heading_is_borne_out_by_a_claim_beneath(label, stands):
    matching = Matching(subjects=(Subject(id="t1", label=label, claims=(CLAIM.id,)),))
    found = Lookup(FINDINGS.model_copy(update={"matching": matching}))
    heading = found.heading("t1", [CLAIM])
    assert heading == (label[:1].upper() + label[1:] if stands else None)
    assert found.heading(None, [CLAIM]) is None
    assert found.heading("t1", []) is None
