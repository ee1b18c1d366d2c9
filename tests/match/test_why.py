import pytest
from building import claim, collection_of, source, speaker

from claimgraph.errors import NotFoundError
from claimgraph.match import RULES, explain

ARTICLE = source("a.txt", "The dam held. The dam burst.", "2019-05-04")
NORTH, SOUTH = speaker("Northland", "norway"), speaker("Southland", "sudan")


def test_every_gate_and_rule_is_reported_for_any_two_claims():
    first, second = claim(ARTICLE, "The dam held", NORTH), claim(ARTICLE, "The dam burst", SOUTH)
    steps = explain(first.id, second.id, collection_of([ARTICLE], [NORTH, SOUTH], [first, second]))
    assert [step.name for step in steps] == ["disputable", "utterances", "time", "sides", "subject", *RULES]
    assert all(step.detail for step in steps)


def test_an_unknown_claim_is_named():
    first = claim(ARTICLE, "The dam held", NORTH)
    with pytest.raises(NotFoundError, match="cnothing"):
        explain(first.id, "cnothing", collection_of([ARTICLE], [NORTH], [first]))
