import pytest
from findings_fixture import ADMITTED, FINDINGS, NEVER, PUMPS, THIRTY_ONE, WARNED

from claimgraph.model import Act
from claimgraph.report.lookup import LIKELY, Lookup
from claimgraph.report.view import bearing, replies

LOOKUP = Lookup(FINDINGS)


def test_the_accuseds_next_statements_are_those_behind_it_then_those_elsewhere_on_the_subject():
    assert [one.id for one in replies(WARNED, LOOKUP)] == [NEVER.id, PUMPS.id, ADMITTED.id]


@pytest.mark.parametrize(
    "claim",
    [
        THIRTY_ONE,
        WARNED.model_copy(update={"act": Act.ASSERT}),
        WARNED.model_copy(update={"target": None}),
        WARNED.model_copy(update={"speakers": ("p1",)}),
    ],
)
def test_who_accuses_nobody_known_has_no_next_statement(claim):
    assert replies(claim, LOOKUP) == ()


def test_what_a_likely_lead_sets_beside_a_claim_bears_on_it():
    matching = FINDINGS.matching
    (lead,) = matching.leads
    for score, shown in ((LIKELY, True), (LIKELY / 2, False)):
        moved = matching.model_copy(update={"leads": (lead.model_copy(update={"score": score}),)})
        lookup = Lookup(FINDINGS.model_copy(update={"matching": moved}))
        answer = lookup.claims[lead.b].model_copy(update={"act": Act.ASSERT})
        assert [one.id for one in bearing(answer, lookup)] == ([lead.a] if shown else [])
        assert bearing(THIRTY_ONE, lookup) == ()


def test_what_the_accused_say_next_is_not_told_twice():
    told = {one.id for one in replies(WARNED, LOOKUP)}
    assert told.isdisjoint(one.id for one in bearing(WARNED, LOOKUP))
