import pytest
from building import claim, context_of, source, speaker

from claimgraph.match.gates import GATES, disputable, first_failure, opposed, time, utterances
from claimgraph.model import Act, Dated

ARTICLE = source("a.txt", "The dam held. The dam burst. The dam will hold.", "2019-05-04")
NORTH = speaker("Northland", "norway")
SOUTH = speaker("Southland", "sudan")
NOBODY = speaker("a resident")


def _pair(first, second, *, speakers=(NORTH, SOUTH, NOBODY), sources=(ARTICLE,)):
    context = context_of(list(sources), list(speakers), [first, second])
    return context.nodes[first.id], context.nodes[second.id], context


@pytest.mark.parametrize(
    ("act", "passes"), [(act, act.value in {"assert", "deny", "admit", "accuse", "estimate"}) for act in Act]
)
def test_only_what_is_true_or_false_can_be_disputed(act, passes):
    a, b, context = _pair(
        claim(ARTICLE, "The dam held", NORTH, act=act), claim(ARTICLE, "The dam burst", SOUTH)
    )
    assert disputable(a, b, context).passed is passes


def test_what_only_names_a_topic_cannot_be_disputed():
    a, b, context = _pair(
        claim(ARTICLE, "The dam held", NORTH, rule="topic"), claim(ARTICLE, "The dam burst", SOUTH)
    )
    assert not disputable(a, b, context).passed


def test_a_claim_and_the_one_that_carries_it_are_one_utterance():
    carrier = claim(ARTICLE, "The dam held", NORTH)
    carried = claim(ARTICLE, "The dam burst", SOUTH, parent=carrier.id)
    assert not utterances(*_pair(carrier, carried)).passed


def test_clauses_of_one_statement_by_one_speaker_are_one_utterance():
    first = claim(ARTICLE, "The dam held", NORTH).model_copy(update={"statement": "one"})
    second = claim(ARTICLE, "The dam burst", NORTH).model_copy(update={"statement": "one"})
    assert not utterances(*_pair(first, second)).passed


@pytest.mark.parametrize(
    ("one", "two", "passes"),
    [
        ("2019-05-02", "2019-05", True),
        ("2019-05-02", "2019-05-05", True),
        ("2019-05-02", "2018-05-02", False),
        ("2019", "2019-11-30", True),
        ("1988", "2019-05-02", False),
    ],
)
def test_events_of_different_days_do_not_pair(one, two, passes):
    first = claim(ARTICLE, "The dam held", NORTH, happened=Dated(date=one))
    second = claim(ARTICLE, "The dam burst", SOUTH, happened=Dated(date=two))
    assert time(*_pair(first, second)).passed is passes


def test_an_undated_article_pairs_with_nothing_outside_itself():
    other = source("b.txt", "The dam burst at dawn.")
    first, second = claim(ARTICLE, "The dam held", NORTH), claim(other, "The dam burst at dawn", SOUTH)
    verdict = time(*_pair(first, second, sources=(ARTICLE, other)))
    assert not verdict.passed
    assert "undated" in verdict.detail


@pytest.mark.parametrize(
    ("one", "two", "passes"),
    [
        (NORTH, SOUTH, True),
        (NORTH, NORTH, False),
        (NORTH, NOBODY, True),
        (NOBODY, NOBODY, False),
        (speaker("Luhansk militia", "luhansk"), speaker("Moscow", "russia"), False),
        (speaker("Army of A", "chad"), speaker("Ministry of A", "chad"), False),
    ],
)
def test_sides_that_stand_together_are_not_opposed(one, two, passes):
    first, second = claim(ARTICLE, "The dam held", one), claim(ARTICLE, "The dam burst", two)
    assert opposed(*_pair(first, second, speakers=(one, two))).passed is passes


def test_an_unknown_speaker_is_opposed_to_nobody():
    first, second = claim(ARTICLE, "The dam held", None), claim(ARTICLE, "The dam burst", SOUTH)
    verdict = opposed(*_pair(first, second))
    assert verdict.detail == "a speaker is unknown"


def test_the_first_gate_that_stops_a_pair_is_named():
    a, b, context = _pair(
        claim(ARTICLE, "The dam held", NORTH, act=Act.DEMAND), claim(ARTICLE, "The dam burst", SOUTH)
    )
    stopped = first_failure(a, b, context)
    assert stopped is not None
    assert stopped[0] == "disputable"
    assert list(GATES) == ["disputable", "utterances", "time"]
