"""A reviewer's words on a real case: what they do, what survives, and what is refused."""

import shutil
from pathlib import Path

import pytest

from claimgraph import ClaimGraph
from claimgraph.errors import ClaimgraphError, NotFoundError
from claimgraph.model import Lead
from claimgraph.tracker.recipes import made_by
from claimgraph.tracker.reviewing import entries, take

DAM = (
    "Dam spillway failed, valley told\n\n"
    "The water board said on 3 May 2031 that the spillway had failed and that 12 people were injured.\n\n"
    "The dam's operator, Kestrel Power, denied that the spillway had failed.\n\n"
    "The valley council said that 30 people were injured.\n"
)
QUARRY = (
    "Quarry blast injured workers\n\n"
    "Kestrel Power said on 9 June 2031 that the blast had injured two workers.\n\n"
    "The quarrymen's union denied that the blast had injured two workers.\n"
)


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    (folder / "dam.txt").write_text(DAM)
    (folder / "quarry.txt").write_text(QUARRY)
    with ClaimGraph.open(db=folder / "case.db") as tracker:
        tracker.ingest([folder / "dam.txt", folder / "quarry.txt"])
        tracker.match()
    return folder


@pytest.fixture
def folder(ingested: Path, tmp_path: Path) -> Path:
    """The articles and the case, to be changed."""
    shutil.copytree(ingested, tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture
def tracker(folder: Path):
    with ClaimGraph.open(db=folder / "case.db") as opened:
        yield opened


def of(tracker: ClaimGraph, kind: str, words: str):
    """The dispute of a kind of which a side holds some words."""
    claims = {one.id: one for one in tracker.collection().claims}
    return next(
        one
        for one in tracker.match().disputes
        if one.kind == kind and any(words in claims[claim].text for side in one.sides for claim in side)
    )


def claim_with(tracker: ClaimGraph, words: str) -> str:
    return next(one.id for one in tracker.collection().claims if words in one.text)


def speaker_named(tracker: ClaimGraph, name: str) -> str:
    return next(one.id for one in tracker.collection().speakers if name.lower() in one.name.lower())


def test_every_word_can_be_taken_back_and_leaves_the_same_report(tracker):
    before = tracker.report("json")
    dispute = of(tracker, "denial", "spillway")
    events = tracker.match().events
    claim = claim_with(tracker, "30 people")
    kestrel, union = speaker_named(tracker, "Kestrel"), speaker_named(tracker, "union")
    said = [
        (dispute.id, "reject", ""),
        (claim, "not-a-statement", ""),
        (claim_with(tracker, "spillway"), "wrong-speaker", ""),
        (kestrel, "merge", union),
        (kestrel, "rename", "Kestrel Hydro"),
        (speaker_named(tracker, "council"), "side", "Valley"),
        (events[0].id, "same", events[-1].id),
    ]
    made = [tracker.decide(*one, why="as the register says", by="Ada") for one in said]
    after = tracker.report("json")
    assert after != before
    assert claim not in after
    assert "Kestrel Hydro" in after
    assert set(tracker.log()["status"]) == {"holds"}
    for one in made[3:] + made[:3]:
        tracker.decide(one.id, "undo", why="a mistake", by="Ada")
    assert tracker.report("json") == before
    assert tracker.store.faults() == []


def test_what_was_said_survives_matching_and_reading_an_edited_article_again(folder):
    (folder / "case.db").unlink()
    with ClaimGraph.open([folder / "dam.txt", folder / "quarry.txt"], db=folder / "case.db") as tracker:
        _edited(tracker, folder)


def _edited(tracker: ClaimGraph, folder: Path) -> None:
    dam, quarry = of(tracker, "denial", "spillway"), of(tracker, "denial", "blast")
    tracker.decide(dam.id, "confirm", why="both were asked", by="Ada")
    tracker.decide(quarry.id, "reject", why="two blasts", by="Ada")
    (folder / "dam.txt").write_text(DAM.replace("30 people were", "31 people were"))
    (folder / "quarry.txt").write_text(QUARRY.replace("The quarrymen's union", "The union of the quarrymen"))
    assert len(tracker.ingest([folder / "dam.txt", folder / "quarry.txt"]).changed) == 2
    again = of(tracker, "denial", "spillway")
    assert (again.id != dam.id, again.state) == (True, "confirmed")
    assert of(tracker, "denial", "blast").state == "open"
    first, second = entries(tracker)
    assert (first.status, second.status) == ("holds", "orphaned")
    assert second.note.startswith("no longer there: “")
    assert "(quarry.txt)" in second.note
    tracker.match(full=True)
    assert of(tracker, "denial", "spillway").state == "confirmed"


def test_a_struck_claim_is_matched_no_more_and_is_in_no_list(tracker):
    dispute = of(tracker, "denial", "spillway")
    denied = dispute.sides[1][0]
    tracker.decide(denied, "wrong-words", why="cut in the middle", by="Ada")
    assert dispute.id not in [one.id for one in tracker.match().disputes]
    assert denied not in set(tracker.claims()["claim"]) | set(tracker.claim_ids(search="spillway"))
    with pytest.raises(NotFoundError):
        tracker.decide(denied, "wrong-words", why="again", by="Ada")


def test_a_claim_given_to_another_is_found_under_that_speaker(tracker):
    claim, union = claim_with(tracker, "30 people"), speaker_named(tracker, "union")
    tracker.decide(claim, "wrong-speaker", union, why="the union counted", by="Ada")
    assert claim in tracker.claim_ids(speaker="union")
    assert claim not in tracker.claim_ids(speaker="council")
    unknown = tracker.decide(claim, "wrong-speaker", why="nobody is named", by="Ada")
    assert claim not in tracker.claim_ids(speaker="union")
    assert [one.status for one in entries(tracker)] == ["replaced", "holds"]
    assert unknown.seen[0].words in DAM


def test_events_told_apart_reject_what_is_across_them(tracker):
    dispute = of(tracker, "denial", "spillway")
    of_claim = {claim: one.id for one in tracker.match().events for claim in one.claims}
    one, two = (of_claim[side[0]] for side in dispute.sides)
    others = [other for other in of_claim.values() if other not in {one, two}]
    tracker.decide(one, "same", others[0], why="one night", by="Ada")
    subjects = {event: subject.id for subject in tracker.match().subjects for event in subject.events}
    assert subjects[one] == subjects[others[0]]
    tracker.decide(one, "not-same", others[0], why="two nights", by="Ben")
    subjects = {event: subject.id for subject in tracker.match().subjects for event in subject.events}
    assert subjects[one] != subjects[others[0]]
    assert [entry.against for entry in entries(tracker)] == [("Ben: not-same",), ("Ada: same",)]


def test_the_same_word_twice_is_written_once_and_time_never_runs_back(tracker, monkeypatch):
    dispute = of(tracker, "denial", "spillway").id
    first = tracker.decide(dispute, "confirm", why="both were asked", by="Ada")
    assert tracker.decide(dispute, "confirm", why="both were asked", by="Ada") == first
    monkeypatch.setattr("claimgraph.tracker.deciding.now", lambda: "2001-01-01T00:00:00.000000+00:00")
    tracker.decide(dispute, "reject", why="on second thoughts", by="Ada")
    assert [one.verdict for one in tracker.overlay().decisions] == ["confirm", "reject"]
    assert of(tracker, "denial", "spillway").state == "rejected"


def test_two_reviewers_speak_of_one_dispute_whatever_kind_one_of_them_gave_it(tracker):
    dispute = of(tracker, "denial", "spillway").id
    tracker.decide(dispute, "other-kind", "reversal", why="one voice", by="Ada")
    tracker.decide(dispute, "reject", why="two dams", by="Ben")
    assert [one.state for one in tracker.match().disputes if one.id == dispute] == ["open"]
    assert all(one.against for one in entries(tracker))


def test_two_analysts_files_come_to_the_same_and_show_where_they_differ(tracker, folder, tmp_path):
    shutil.copy(folder / "case.db", tmp_path / "other.db")
    with ClaimGraph.open(db=tmp_path / "other.db") as other:
        for who, by, verdict in ((tracker, "Ada", "confirm"), (other, "Ben", "reject")):
            who.decide(of(who, "denial", "spillway").id, verdict, why="read twice", by=by)
            who.decide(of(who, "denial", "blast").id, "confirm", why="read twice", by=by)
            who.export("decisions", tmp_path / f"{by}.jsonl")
        taken = take(tracker, tmp_path / "Ben.jsonl")
        assert (taken.new, taken.known, taken.orphaned) == (2, 0, 0)
        assert [(one.decision.by, one.against) for one in taken.conflicts] == [("Ben", ("Ada: confirm",))]
        assert take(tracker, tmp_path / "Ben.jsonl").known == 2
        take(other, tmp_path / "Ada.jsonl")
        assert tracker.report("json") == other.report("json")
    assert of(tracker, "denial", "spillway").state == "open"
    assert of(tracker, "denial", "blast").state == "confirmed"


@pytest.mark.parametrize(
    ("target", "verdict", "value", "told"),
    [
        ("d", "merge", "", "cannot be said of d.*; say confirm, reject, other-kind, other-event or unsure"),
        ("d", "other-kind", "", "'other-kind' needs a kind: denial, "),
        ("d", "other-kind", "quarrel", "'other-kind' needs a kind: denial, "),
        ("d", "reject", "figures", "'reject' needs nothing besides"),
        ("p", "merge", "p", "'merge' needs another speaker's id"),
        ("p", "merge", "pnone", "there is no 'pnone'; `claimgraph speakers` lists them"),
        ("p", "split", "Nobody", "has no other name 'Nobody'"),
        ("p", "rename", " ", "'rename' needs a word besides: "),
        ("p", "rename", "x" * 301, "value is longer than 300 characters"),
        ("", "confirm", "", "there is no ''; name an id"),
        ("x", "confirm", "", "there is no 'x'; name an id"),
    ],
)
def test_what_cannot_be_said_is_refused_in_a_line_and_not_written(tracker, target, verdict, value, told):
    ids = {"d": of(tracker, "denial", "spillway").id, "p": speaker_named(tracker, "Kestrel")}
    with pytest.raises(ClaimgraphError, match=told):
        tracker.decide(ids.get(target, target), verdict, ids.get(value, value), why="so", by="Ada")
    assert len(tracker.log()) == 0


def test_only_your_own_word_can_be_taken_back(tracker):
    made = tracker.decide(of(tracker, "denial", "spillway").id, "confirm", why="so", by="Ada")
    with pytest.raises(ClaimgraphError, match="is Ada's word; to disagree, decide"):
        tracker.decide(made.id, "undo", why="no", by="Ben")


def test_a_confirmed_lead_is_a_dispute_and_no_longer_a_lead(tracker):
    claims = (claim_with(tracker, "12 people"), claim_with(tracker, "two workers"))
    lead = Lead(a=claims[0], b=claims[1], score=0.4)
    found = tracker.matched().model_copy(update={"leads": (lead,)})
    tracker.store.save_matching(found, made_by=made_by())
    with ClaimGraph.open(db=tracker.store.path) as again:
        assert [one.id for one in again.match().leads] == [lead.id]
        again.decide(lead.id[:6], "confirm", "figures", why="one accident", by="Ada")
        assert again.match().leads == ()
        made = again.match().disputes[-1]
        assert (made.kind, made.state, set(made.sides)) == (
            "figures",
            "confirmed",
            {(one,) for one in claims},
        )
        for kind in ("md", "html", "json", "csv"):
            assert made.id in again.report(kind) or kind == "md"
        again.decide(made.id, "reject", why="two accidents after all", by="Ada")
        assert made.id not in [one.id for one in again.match().disputes]
        assert again.match().leads == ()
