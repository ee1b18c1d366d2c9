"""What a reader answers is kept, asked for once, and goes with the articles it is about."""

import sqlite3

import pytest
from crane import BAD, answer_line, case, extractions, good, ids, lines

from claimgraph.reader import Reader, Server
from claimgraph.reader.asking import GIVE_UP
from claimgraph.reader.counts import as_text, counted
from claimgraph.store import Store
from claimgraph.tracker import ClaimGraph
from claimgraph.tracker.extracting import extractor_for

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
BY = ids()


@pytest.fixture
def tracker():
    with case() as opened:
        yield opened


def taken(tracker: ClaimGraph, tmp_path, text: str = "", model: str = "m"):
    """Have every prompt answered alike, by a file."""
    reader = Reader(tracker)
    reader.requests(model)
    file = tmp_path / "answers.jsonl"
    file.write_text(lines(answer_line(one.hash, text or good(), model) for one in reader.prompts))
    return reader.take(file)


def pairs(tracker: ClaimGraph) -> set[frozenset[str]]:
    return {frozenset((one.a, one.b)) for one in tracker.match().leads if one.origin == "reader"}


def test_a_server_is_asked_and_its_answers_kept(tracker, served):
    seen: list[str] = []
    outcome = Reader(tracker).ask(Server(served, "good"), progress=seen.append)
    assert (outcome.answered, outcome.failed, len(seen)) == (3, [], 3)
    assert {one.model for one in tracker.store.proposals()} == {"good"}
    proposed = {frozenset((one.a, one.b)) for one in tracker.store.proposals()}
    by_rules = frozenset((BY["twelve"], BY["thirty"]))
    assert by_rules in proposed
    assert pairs(tracker) == proposed - {by_rules}  # what the rules call a dispute is no lead


def test_what_was_answered_is_not_asked_again(tracker, served):
    reader = Reader(tracker)
    reader.ask(Server(served, "again"))
    assert reader.open("again") == ()
    assert reader.ask(Server(served, "again")).answered == 0
    assert len(reader.open("another")) == 3


def test_what_could_not_be_read_is_asked_for_again(tracker, served):
    reader = Reader(tracker)
    outcome = reader.ask(Server(served, "none"))
    assert (outcome.answered, outcome.proposals, outcome.dropped) == (3, 0, {"form": 3})
    assert len(reader.open("none")) == 3


@pytest.mark.parametrize("model", [*BAD, "thousands", "500", "cut", "unfinished", "page"])
def test_whatever_a_server_answers_nothing_else_changes(tracker, served, model, monkeypatch):
    monkeypatch.setattr("claimgraph.reader.client.PAUSES", (0.0, 0.0))
    before = tracker.match()
    outcome = Reader(tracker).ask(Server(served, model))
    assert tracker.match().disputes == before.disputes
    assert outcome.answered + len(outcome.failed) == 3
    assert list(tracker.store.faults()) == []
    if model != "prose":
        assert tracker.store.proposals() == ()


def test_a_server_that_is_not_there_is_given_up(tracker, unserved):
    outcome = Reader(tracker).ask(Server(unserved, "m", at_once=1))
    assert outcome.answered == 0
    assert len(outcome.failed) <= GIVE_UP + 1
    assert len(Reader(tracker).open("m")) == 3


def test_one_pair_from_several_prompts_is_one_lead(tracker, tmp_path):
    taken(tracker, tmp_path)
    leads = [one for one in tracker.match().leads if one.origin == "reader"]
    assert len(leads) == len(pairs(tracker)) > 0
    several = max(leads, key=lambda one: len(one.proposals))
    assert len({one.prompt for one in several.proposals}) == len(several.proposals) > 1


def test_proposals_outlast_another_matching(tracker, tmp_path):
    taken(tracker, tmp_path)
    before = pairs(tracker)
    tracker.match(full=True)
    assert pairs(tracker) == before != set()


def test_proposals_go_with_their_article(tracker, tmp_path):
    taken(tracker, tmp_path)
    (first, _), (second, _) = extractions()
    tracker.store.remove(second.id)
    held = {one.id for one in tracker.store.collection().claims}
    assert all(pair <= held for pair in pairs(tracker))
    tracker.match(full=True)
    assert {one.b for one in tracker.store.proposals()} <= held
    texts = {one.prompt: one.text for one in tracker.store.answers()}
    asked = {one.hash: one.claims for one in tracker.store.asked()}
    assert [bool(texts[one]) for one in sorted(texts)] == [set(asked[one]) <= held for one in sorted(texts)]
    assert list(tracker.store.faults()) == []
    assert first.id in {one.source for one in tracker.store.collection().claims}


def test_proposals_come_back_when_an_article_is_read_again(tracker, tmp_path):
    taken(tracker, tmp_path)
    before = pairs(tracker)
    for of, extraction in extractions():
        tracker.store.add(of, extraction)
    assert pairs(tracker) == before


def test_a_model_known_by_another_name_waits_no_longer(tracker, tmp_path):
    reader = Reader(tracker)
    reader.requests("asked-as")
    file = tmp_path / "answers.jsonl"
    file.write_text(lines(answer_line(one.hash, good(), "served-as") for one in reader.prompts))
    reader.take(file)
    assert [one.model for one in counted(tracker)] == ["served-as"]
    reader.take(file, model="said-to-be")
    assert [one.model for one in counted(tracker)] == ["said-to-be", "served-as"]


def test_an_alteration_of_what_was_answered_is_found(tmp_path):
    place = tmp_path / "case.db"
    with Store.open(place) as store:
        for of, extraction in extractions():
            store.add(of, extraction)
        taken(ClaimGraph(store, extractor_for(None)), tmp_path)
        assert store.faults() == []
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE proposals SET body = replace(body, 'cannot', 'can')")
    connection.close()
    with Store.open(place, check=False) as store:
        assert store.faults() == [
            "what a second reader was asked or answered was changed since it was written"
        ]


def test_a_case_from_before_there_were_readers_opens(tmp_path):
    with Store.open(tmp_path / "case.db") as store:
        assert store.proposals() == store.answers() == store.asked() == ()
        assert store.faults() == []


def test_the_counts_say_what_came_of_a_reader(tracker, tmp_path):
    taken(tracker, tmp_path)
    (counts,) = counted(tracker)
    assert (counts.asked, counts.answered) == (3, 3)
    assert (counts.proposed, counts.by_rules, counts.confirmed, counts.rejected) == (3, 1, 0, 0)
    assert "asked 3, answered 3" in as_text([counts])
    assert as_text([]) == "No reader was asked.\n"


def test_a_person_decides_on_proposals_as_on_any_lead(tracker, tmp_path):
    taken(tracker, tmp_path)
    first, second = (one for one in tracker.match().leads if one.origin == "reader")
    tracker.decide(first.id, "confirm", by="Ada")
    tracker.decide(second.id, "reject", by="Ada")
    tracker.decide(tracker.match().disputes[0].id, "confirm", by="Ada")
    assert pairs(tracker) == set()
    (counts,) = counted(tracker)
    assert (counts.by_rules, counts.confirmed, counts.rejected) == (0, 2, 1)
    assert "decided by people: 2 confirmed, 1 rejected" in as_text([counts])
    held = {
        frozenset(one for side in dispute.sides for one in side): dispute.state
        for dispute in tracker.findings(accept_proposed=True).matching.disputes
    }
    assert held[frozenset((first.a, first.b))] == "confirmed"
    assert frozenset((second.a, second.b)) not in held
    assert "proposed" not in held.values()
