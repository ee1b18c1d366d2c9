"""What a claim is about, and how it is called."""

import pytest

from claimgraph.extract.headings import clean
from claimgraph.extract.subjects import When, in_words, subject_of
from claimgraph.model import Act, Event, Participant, Quantity

DAY = When("2019-05-04", happened=True)
REPORTED = When("2019-05-04", happened=False)


def _event(kind: str, patient: str | None = None, head: str = "") -> Event:
    what = (
        Participant(text=patient, span=(0, len(patient)), head=head or patient.split()[-1])
        if patient
        else None
    )
    return Event(type=kind, trigger=(0, 1), lemma=kind, patient=what)


FIGURE = Quantity(low=9, high=9, text="nine", span=(0, 4), unit="people", event="killed", of="its miners")


@pytest.mark.parametrize(
    ("act", "events", "figures", "terms", "when", "label"),
    [
        (
            Act.ASSERT,
            (_event("shoot_down", "a cargo plane"),),
            (),
            (),
            DAY,
            "downing of cargo plane, 4 May 2019",
        ),
        (
            Act.ASSERT,
            (_event("shoot_down", "a cargo plane"),),
            (),
            (),
            REPORTED,
            "downing of cargo plane, reported May 2019",
        ),
        (Act.ASSERT, (_event("kill"),), (FIGURE,), (), DAY, "miners killed, 4 May 2019"),
        (Act.ACCUSE, (_event("attack", "the mine"),), (FIGURE,), (), DAY, "attack on mine, 4 May 2019"),
        (Act.ASSERT, (_event("attack"),), (), (), DAY, "attacks, 4 May 2019"),
        (
            Act.ASSERT,
            (_event("attack", "the area near Ordu", "area"),),
            (),
            (),
            DAY,
            "attack on area near Ordu, 4 May 2019",
        ),
        (Act.ASSERT, (), (), ("switch", "lever"), When(None, happened=False), "switch, lever"),
    ],
)
def test_a_subject_is_named_after_what_happened(act, events, figures, terms, when, label):
    found = subject_of(act, events, figures, terms, when)
    assert found is not None
    assert found.label == label


def test_nothing_to_be_about_is_no_subject():
    assert subject_of(Act.ASSERT, (), (), (), DAY) is None


def test_claims_reported_in_one_month_share_a_subject_and_events_of_two_days_do_not():
    events = (_event("attack", "the mine"),)
    first, second = (
        subject_of(Act.ASSERT, events, (), (), When(day, happened=False))
        for day in ("2019-05-04", "2019-05-20")
    )
    assert first is not None
    assert second is not None
    assert first.id == second.id
    one, two = (
        subject_of(Act.ASSERT, events, (), (), When(day, happened=True))
        for day in ("2019-05-04", "2019-05-20")
    )
    assert one is not None
    assert two is not None
    assert one.id != two.id


@pytest.mark.parametrize(
    ("day", "words"), [("2019", "2019"), ("2019-05", "May 2019"), ("2019-05-04", "4 May 2019")]
)
def test_prefix_dates_in_words(day, words):
    assert in_words(day) == words


def test_a_phrase_in_a_label_is_one_short_line():
    assert clean("  the “old\n mine”, ") == "old mine"
    assert len(clean("the " + "very long winding road " * 9)) <= 61
