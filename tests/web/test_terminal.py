"""The same review over a line of text: what is asked, kept and taken back."""

import io

import pytest
from review_case import make_case, propose

from claimgraph import ClaimGraph
from claimgraph.web.terminal import ask


@pytest.fixture
def tracker(tmp_path):
    make_case(tmp_path / "case.db", 3)
    with ClaimGraph.open(db=tmp_path / "case.db") as opened:
        yield opened


def answered(tracker: ClaimGraph, *lines: str, blind: bool = False) -> str:
    out = io.StringIO()
    ask(tracker, by="Ada", blind=blind, given=io.StringIO("".join(f"{line}\n" for line in lines)), shown=out)
    return out.getvalue()


def test_answers_are_kept_with_their_reasons_until_nothing_is_left(tracker):
    shown = answered(tracker, "y", "n two ferries", "z", "u", "e")
    assert list(tracker.log()["verdict"]) == ["confirm", "reject", "undo", "unsure", "other-event"]
    assert tracker.log()["why"][1] == "two ferries"
    assert "0 of 3 decided" in shown
    assert "Denied, score 0.50." in shown
    assert shown.endswith("3 of 3 decided\nNothing is left to decide.\n")


def test_an_answer_nobody_knows_is_asked_again_and_later_comes_last(tracker):
    shown = answered(tracker, "x", "", "z", "a", "s", "q")
    assert "The harbour union denied that ferry 2 had struck anything." in " ".join(shown.split())
    assert len(tracker.log()) == 0
    assert "You have said nothing yet." in shown
    firsts = [line for line in shown.splitlines() if line.startswith("Northlight Lines said that »ferry")]
    assert len(set(firsts)) == 2


def test_the_end_of_input_stops_and_blind_hides(tracker):
    tracker.decide(tracker.match().disputes[0].id, "confirm", why="so", by="Ben")
    shown = answered(tracker, blind=True)
    for hidden in ("Denied", "score", "Ben"):
        assert hidden not in shown


def test_what_a_model_proposes_and_what_speaks_against_it_is_said(tracker):
    propose(tracker.store, "reversal", (0, 3), doubt="they may be of other days")
    shown = " ".join(answered(tracker, "y", "y", "y", "q").split())
    assert "A language model proposes it as “Taken back”; that is no finding" in shown
    assert "Doubtful: they may be of other days." in shown
