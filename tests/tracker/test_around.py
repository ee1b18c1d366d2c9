"""One thing is looked up without reading the whole case, and the answer is the same."""

import sqlite3
from pathlib import Path

import pytest

from claimgraph import ClaimGraph
from claimgraph.errors import NotFoundError, StoreError
from claimgraph.store import Store, articles
from claimgraph.tracker.showing import described


@pytest.fixture(scope="module")
def case(sample) -> Path:
    return sample.case


@pytest.fixture
def unread(monkeypatch):
    """Make it an error to read the whole case."""

    def read(*_):
        raise AssertionError("the whole case was read")

    monkeypatch.setattr(articles, "collection", read)


@pytest.fixture(scope="module")
def whole(case) -> dict[str, str]:
    """What everything in the case is described as, by a tracker that has read it all."""
    with ClaimGraph.open(db=case) as tracker:
        found = tracker.findings()
        things = (*found.collection.claims, *found.matching.disputes, *found.matching.updates)
        return {one.id: described(tracker, one) for one in things}


def test_every_claim_and_dispute_is_told_as_by_who_has_read_all(case, whole, unread):
    with ClaimGraph.open(db=case) as tracker:
        told = {identity: described(tracker, tracker[identity]) for identity in whole}
    assert len(told) > 200
    assert [identity for identity, text in told.items() if text != whole[identity]] == []


@pytest.mark.parametrize("query", [{"search": "refinery"}, {"source": "01"}, {"speaker": "ministry"}])
def test_a_list_of_claims_holds_the_same_rows(case, query, monkeypatch):
    with ClaimGraph.open(db=case) as tracker:
        tracker.findings()
        expected = tracker.claims(**query)
    assert len(expected) > 0
    monkeypatch.setattr(articles, "collection", None)
    with ClaimGraph.open(db=case) as tracker:
        found = tracker.claims(**query)
    assert found.to_dict("records") == expected.to_dict("records")


@pytest.mark.parametrize("wanted", ["a", "refinery", "no such subject"])
def test_the_disputes_on_a_subject_are_the_same_rows(case, wanted, monkeypatch):
    with ClaimGraph.open(db=case) as tracker:
        tracker.findings()
        subject = next(one.subject for one in tracker.match().disputes if one.subject)
        asked = (subject, wanted)
        expected = [(tracker.disputes(subject=one), tracker.dispute_claims(subject=one)) for one in asked]
    assert len(expected[0][0]) > 0
    monkeypatch.setattr(articles, "collection", None)
    with ClaimGraph.open(db=case) as tracker:
        found = [(tracker.disputes(subject=one), tracker.dispute_claims(subject=one)) for one in asked]
    for frames, told in zip(expected, found, strict=True):
        assert [one.to_dict("records") for one in frames] == [one.to_dict("records") for one in told]


def test_the_beginning_of_an_id_is_enough_when_no_other_begins_so(case, whole, unread):
    identity = min(whole)
    others = [one for one in whole if one != identity]
    least = next(
        n for n in range(1, len(identity)) if not any(one.startswith(identity[:n]) for one in others)
    )
    with ClaimGraph.open(db=case) as tracker:
        assert tracker[identity[: least + 1]].id == identity


def test_what_is_not_there_is_said_not_to_be(case):
    with ClaimGraph.open(db=case) as tracker, pytest.raises(NotFoundError, match="nothing has the id zz"):
        _ = tracker["zz"]
    with ClaimGraph.open(db=case) as tracker, pytest.raises(NotFoundError, match="ids begin with c"):
        _ = tracker["c"]


def copy_of(case: Path, path: Path) -> Path:
    with Store.open(case) as store:
        store.backup(path)
    return path


def test_a_decision_is_seen_at_once(case, whole, tmp_path):
    path = copy_of(case, tmp_path / "copy.db")
    dispute = next(one for one in whole if one.startswith("d"))
    with ClaimGraph.open(db=path) as tracker:
        tracker.decide(dispute, "reject", why="of two buildings", by="Ada")
    with ClaimGraph.open(db=path) as tracker:
        assert tracker[dispute].state == "rejected"


def test_what_came_in_since_is_matched_first(case, whole, tmp_path):
    path = copy_of(case, tmp_path / "copy.db")
    article = tmp_path / "late.txt"
    article.write_text("The harbour board said on Monday that nine people were hurt when the pier fell.\n")
    with ClaimGraph.open(db=path) as tracker:
        tracker.ingest(article)
        (claim,) = tracker.claim_ids(search="pier fell")
        assert tracker.provenance(claim).text
        assert tracker.store.pending() == ()


def test_a_case_of_which_nobody_kept_who_is_who_is_read_whole(case, whole, tmp_path):
    path = copy_of(case, tmp_path / "copy.db")
    with Store.open(path) as store:
        matching, made_by = store.matching(), store.matched_by()
        store.save_matching(matching, made_by=made_by)
    identity = next(one for one in whole if one.startswith("c"))
    with ClaimGraph.open(db=path) as tracker:
        assert described(tracker, tracker[identity]) == whole[identity]


@pytest.mark.parametrize("statement", ["UPDATE united SET canonical = 'p1'", "DELETE FROM canonical"])
def test_who_is_who_is_sealed(case, tmp_path, statement):
    path = copy_of(case, tmp_path / "copy.db")
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="were changed"):
        ClaimGraph.open(db=path)
