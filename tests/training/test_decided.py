"""Weights learned from one user's decisions: only what was decided teaches, and what changes is told."""

import json
from pathlib import Path

import pytest

from claimgraph import ClaimGraph
from claimgraph.errors import LexiconError
from claimgraph.lexicon.own import VARIABLE
from claimgraph.training.decided import ENOUGH, Case, refitted, shipped, teaches
from claimgraph.training.weights import Example, by_row, main, written

STRIKE = (
    "OSTROW, May 2, 2031 (Board Review) - The dockers' union accused Ostrow Shipping on Friday of hiding safety "
    "reports. Ostrow Shipping denied the accusation.\n\n"
    "The union said 300 dockers walked out. Ostrow Shipping said 120 dockers walked out.\n"
)


def decided(count: int, right: int, answers: dict[str, float]) -> list[Example]:
    return [Example("case", f"part {n % 5}", answers, n < right, (f"a{n}", f"b{n}")) for n in range(count)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("decided")
    (folder / "strike.txt").write_text(STRIKE)
    with ClaimGraph.open(folder / "strike.txt", db=folder / "case.db") as tracker:
        for dispute in tracker.match().disputes:
            tracker.decide(dispute.id, "confirm", why="both were asked", by="Ada")
    return folder / "case.db"


def test_few_decisions_or_all_alike_leave_the_shipped_weights_as_they_are():
    assert not teaches(decided(ENOUGH - 1, 3, {}))
    assert not teaches(decided(40, 40, {}))
    assert not teaches(decided(40, 0, {}))
    assert refitted({"denied": decided(40, 40, {"wording same": 1.0})}) == shipped()
    assert refitted({}) == shipped()


def test_an_answer_that_goes_with_rejected_pairs_loses_weight_and_keeps_its_sign():
    wrong = decided(30, 0, {"wording same": 1.0})
    right = decided(30, 30, {"overlap same": 1.0})
    before, after = shipped()["count"][0], refitted({"count": wrong + right})["count"][0]
    assert 0 <= after["wording same"] < before.get("wording same", 0.4)
    assert after["overlap same"] > before["overlap same"]
    assert all(weight >= 0 for name, weight in after.items() if name.endswith(" same"))


def test_only_decided_pairs_are_examples(made):
    case = Case(made)
    examples = [one for row in by_row(case.examples()).values() for one in row]
    assert examples
    assert all(one.right and one.pair in case.labels for one in examples)


def test_the_command_tells_what_would_change_and_writes_only_when_asked(made, tmp_path, capsys):
    assert main(["--db", str(made)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {row["refitted"] for row in told["weights"].values()} == {False}
    (change,) = told["changes"]
    assert change["disputes"][0] == change["disputes"][1]
    assert change["confirmed pairs found"][0] == change["confirmed pairs found"][2] > 0
    assert list(tmp_path.iterdir()) == []
    assert main(["--db", str(made), "-o", str(tmp_path / "own.toml")]) == 0
    assert (tmp_path / "own.toml").read_text() == written(shipped())


def test_a_users_own_weights_are_used_and_undone(made, tmp_path, monkeypatch):
    with ClaimGraph.open(db=made) as tracker:
        before = tracker.matched()
        never = {row: (dict.fromkeys(held, 0.0), -9.0) for row, (held, _) in shipped().items()}
        (tmp_path / "own.toml").write_text(written(never))
        monkeypatch.setenv(VARIABLE, str(tmp_path / "own.toml"))
        assert len(tracker.matched().disputes) < len(before.disputes)
        assert {one.state for one in tracker.match().disputes} == {"confirmed"}
        monkeypatch.delenv(VARIABLE)
        assert tracker.matched() == before


@pytest.mark.parametrize("text", ["nonsense", "[event]\nbias = 1", '[event]\nbias = "x"'])
def test_what_is_no_file_of_weights_is_one_line(made, tmp_path, monkeypatch, text):
    (tmp_path / "own.toml").write_text(text)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own.toml"))
    with (
        ClaimGraph.open(db=made) as tracker,
        pytest.raises(LexiconError, match="is not a file of weights; make it"),
    ):
        tracker.match()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none.toml"))
    with ClaimGraph.open(db=made) as tracker, pytest.raises(LexiconError, match="cannot be read"):
        tracker.match()
