import pytest
from findings_fixture import ADMITTED, FINDINGS, NINE, PUMPS, THIRTY_ONE, TWELVE, WARNED, reason

from claimgraph.model import Agreement, Findings, Matching, Proposition, Reason
from claimgraph.report.accords import ADVERSE, DEPENDENT, INDEPENDENT, accords
from claimgraph.report.cards import Cards
from claimgraph.report.lookup import Lookup


def grouped(*pairs):
    lookup = Lookup(Findings(collection=FINDINGS.collection, matching=Matching(agreements=pairs)))
    return accords(pairs, Cards(lookup))


def on_figure(a, b):
    """Return an agreement on the first figure of each claim."""
    spans = tuple((one.id, *one.quantities[0].span) for one in (a, b))
    return Agreement(
        a=a.id, b=b.id, reasons=(Reason(rule="same figure", detail="both give it", spans=spans),)
    )


def on_event(a, b, **fields):
    return Agreement(a=a.id, b=b.id, reasons=(reason("same deed", "both say it", a, b),), **fields)


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
    assert group.heading == "“12 miners had been working on the lower level”"


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


def test_agreements_on_two_deeds_are_two_groups_though_a_claim_tells_of_both():
    told = {}
    for one, words in ((WARNED, "ignoring warning"), (PUMPS, "ran warning"), (ADMITTED, "ran")):
        propositions = tuple(
            Proposition(predicate=word, lemma=word, trigger=(one.start + place, one.start + place + 1))
            for place, word in enumerate(words.split())
        )
        told[one.id] = one.model_copy(update={"propositions": propositions})
    collection = FINDINGS.collection.model_copy(
        update={"claims": tuple(told.get(one.id, one) for one in FINDINGS.collection.claims)}
    )

    def on_deed(a, b, word):
        spans = tuple(
            (one.id, *said.trigger)
            for one in (told[a.id], told[b.id])
            for said in one.propositions
            if said.predicate == word
        )
        return Agreement(a=a.id, b=b.id, reasons=(Reason(rule="same deed", detail=word, spans=spans),))

    pairs = (on_deed(WARNED, PUMPS, "warning"), on_deed(PUMPS, ADMITTED, "ran"))
    lookup = Lookup(Findings(collection=collection, matching=Matching(agreements=pairs)))
    groups = accords(pairs, Cards(lookup))
    assert [ids(group) for group in groups] == [[WARNED.id, PUMPS.id], [PUMPS.id, ADMITTED.id]]


def test_without_agreements_there_are_no_groups():
    assert grouped() == ()
