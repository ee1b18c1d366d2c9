"""The article says that accounts differ: which two it means, and where it only compares."""

import pytest
from announced_stories import ANNOUNCED, COMPARED, DATE
from gathering import gather

from claimgraph.match import match
from claimgraph.match.why import explain
from claimgraph.model import Collection, Dispute


def _said(dispute: Dispute, collection: Collection) -> list[list[str]]:
    claims = {claim.id: claim.text for claim in collection.claims}
    return [[claims[one] for one in side] for side in dispute.sides]


@pytest.mark.parametrize(("text", "pairs"), ANNOUNCED, ids=[text[:50] for text, _ in ANNOUNCED])
def test_the_two_accounts_an_article_sets_against_each_other_are_a_dispute(tmp_path, text, pairs):
    collection = gather(tmp_path, {"one.txt": DATE + text})
    disputes = match(collection).disputes
    sides = [_said(dispute, collection) for dispute in disputes]
    for one, other in pairs:
        assert any(
            any(one in said for said in first) and any(other in said for said in second)
            for first, second in sides
        ), sides
    assert len(disputes) == len(pairs), sides


@pytest.mark.parametrize("text", COMPARED, ids=[text[:50] for text in COMPARED])
def test_words_that_only_compare_set_nobody_against_anybody(tmp_path, text):
    collection = gather(tmp_path, {"one.txt": DATE + text})
    disputes = match(collection).disputes
    assert [_said(dispute, collection) for dispute in disputes] == []


def test_the_reason_quotes_the_words_of_the_article_and_is_told_when_asked_why(tmp_path):
    text = "The trainer said the horse was healthy. But the vet saw things differently, saying the horse was lame."
    collection = gather(tmp_path, {"one.txt": DATE + text})
    (dispute,) = match(collection).disputes
    (reason,) = dispute.reasons
    _, start, end = reason.spans[-1]
    assert dispute.kind == "contradiction"
    assert collection.sources[0].text[start:end] == "saw things differently"
    steps = explain(dispute.sides[0][0], dispute.sides[1][0], collection)
    assert any(step.passed and "saw things differently" in step.detail for step in steps)


def test_what_a_person_says_in_contradicting_somebody_stands_with_the_denial(tmp_path):
    text = (
        "Councillor Ruth Calder said the minutes were shown to every member. "
        "Councillor Paul Dray contradicted her, saying the minutes were kept in a drawer."
    )
    collection = gather(tmp_path, {"one.txt": DATE + text})
    (dispute,) = match(collection).disputes
    assert dispute.kind == "denial"
    assert _said(dispute, collection)[1] == ["her", "the minutes were kept in a drawer"]
