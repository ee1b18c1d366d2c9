import pytest
from findings_fixture import ADMITTED, FINDINGS, NEVER, PUMPS, THIRTY_ONE, WARNED

from claimgraph.model import Act
from claimgraph.report.lookup import Lookup
from claimgraph.report.replies import replies

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
