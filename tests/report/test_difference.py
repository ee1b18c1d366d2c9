"""What changed between two reports, whatever became of ids."""

import json

import pytest
from findings_fixture import DENIAL, FINDINGS, NEVER, PUMPS, WARNED

from claimgraph.report import render
from claimgraph.report.difference import compare

BEFORE = json.loads(render(FINDINGS, "json"))


def report(**matching):
    made = FINDINGS.matching.model_copy(update=matching)
    return json.loads(render(FINDINGS.model_copy(update={"matching": made}), "json"))


def ids(changes):
    return [one.id for one in changes]


def test_the_same_state_twice_has_no_change():
    found = compare(BEFORE, BEFORE)
    assert all(not changes for _, _, changes in found.parts)
    assert found.summary == (
        "0 new disputes, 0 changed, 0 gone; 0 new marks, 0 gone; 0 new articles, 0 gone."
    )


def test_what_is_new_in_one_direction_is_gone_in_the_other():
    fewer = report(disputes=FINDINGS.matching.disputes[1:], flags=())
    there, back = compare(fewer, BEFORE), compare(BEFORE, fewer)
    assert ids(there.new) == ids(back.gone) == ["d4"]
    assert there.new[0].words.startswith("Each accuses the other")
    assert len(there.marked) == len(back.unmarked) == 2
    assert there.gone == back.new == ()


@pytest.mark.parametrize(
    ("changed", "detail"),
    [
        ({"state": "confirmed"}, "open before, confirmed now"),
        ({"kind": "contradiction"}, "denial before, contradiction now"),
        ({"sides": ((WARNED.id,), (NEVER.id, PUMPS.id)), "id": "d77"}, "1 statement more"),
        ({"id": "d77"}, ""),
    ],
)
def test_a_dispute_is_one_and_the_same_while_both_its_sides_are(changed, detail):
    others = tuple(one for one in FINDINGS.matching.disputes if one.id != DENIAL.id)
    found = compare(BEFORE, report(disputes=(*others, DENIAL.model_copy(update=changed))))
    assert (found.new, found.gone) == ((), ())
    assert [one.detail for one in found.changed] == ([detail] if detail else [])


def test_other_ids_of_the_same_words_are_no_change():
    renamed = json.loads(json.dumps(BEFORE))
    for one in renamed["claims"]:
        one["id"] = f"{one['id']}9"
    for one in renamed["disputes"]:
        one["id"] = f"{one['id']}9"
        one["sides"] = [[f"{claim}9" for claim in side] for side in one["sides"]]
    for one in renamed["flags"]:
        one["claim"] = f"{one['claim']}9"
    found = compare(BEFORE, renamed)
    assert all(not changes for _, _, changes in found.parts)


def test_reports_without_questions_are_told_by_their_words():
    old = json.loads(json.dumps(BEFORE))
    for one in old["disputes"]:
        del one["question"]
    gone = compare(old, report(disputes=())).gone
    assert any("“ignoring a warning from its own engineers” / “" in one.words for one in gone)
