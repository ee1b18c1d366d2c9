import pytest
from findings_fixture import ADMITTED, FINDINGS, NINE, PUMPS, THIRTY_ONE, TWELVE, WARNED, reason

from claimgraph.model import Agreement, Findings, Matching, Reason
from claimgraph.report.accords import ADVERSE, DEPENDENT, INDEPENDENT, accords
from claimgraph.report.lookup import Lookup
from claimgraph.report.statements import Statements


def grouped(*pairs):
    lookup = Lookup(Findings(collection=FINDINGS.collection, matching=Matching(agreements=pairs)))
    return accords(lookup, Statements(lookup))


def on_figure(a, b):
    """Return an agreement on the first figure of each claim."""
    spans = tuple((one.id, *one.quantities[0].span) for one in (a, b))
    return Agreement(
        a=a.id, b=b.id, reasons=(Reason(rule="same figure", detail="both give it", spans=spans),)
    )


def on_event(a, b, **fields):
    return Agreement(a=a.id, b=b.id, reasons=(reason("same event", "both say it", a, b),), **fields)


def ids(accord):
    return [one.id for one in accord.statements]


def test_statements_that_agree_through_another_are_one_group_in_reading_order():
    (accord,) = grouped(on_event(PUMPS, ADMITTED), on_event(WARNED, PUMPS))
    assert ids(accord) == [WARNED.id, PUMPS.id, ADMITTED.id]


def test_agreement_on_a_figure_and_on_an_event_are_two_groups():
    groups = grouped(on_figure(TWELVE, THIRTY_ONE), on_event(THIRTY_ONE, NINE))
    assert [ids(group) for group in groups] == [[TWELVE.id, THIRTY_ONE.id], [THIRTY_ONE.id, NINE.id]]


def test_a_group_on_a_figure_is_headed_by_it():
    (group,) = grouped(on_figure(TWELVE, THIRTY_ONE))
    assert group.heading == "12 miners trapped: miners underground at Tarrow, 3 June 2019"


@pytest.mark.parametrize(
    ("fields", "notes"),
    [
        ({}, [DEPENDENT, "Both say it."]),
        ({"independent": True}, [INDEPENDENT, "Both say it."]),
        ({"adverse": True, "independent": True}, [ADVERSE, "Both say it."]),
    ],
)
def test_a_group_says_what_is_known_of_its_independence(fields, notes):
    (group,) = grouped(on_event(WARNED, ADMITTED, **fields))
    assert list(group.notes) == notes


def test_without_agreements_there_are_no_groups():
    assert grouped() == ()
