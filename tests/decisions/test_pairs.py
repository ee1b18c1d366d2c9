"""What reviewers say of disputes and leads holds for what they saw, and for nothing else."""

from itertools import pairwise, permutations
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_case import CREW, LINE, MAYOR, UNION, Case, article, time, undo

from claimgraph.decisions import standing
from claimgraph.model import Decision, Lead, Matching

HARBOUR = "The harbour said that the ferry was held up."
OTHERS = "The pilots denied that the ferry struck a rock."
FERRY = article(LINE, UNION, CREW, MAYOR, HARBOUR)
CASE = Case(FERRY)
DENIAL = CASE.dispute(LINE, UNION)
COPY = article(LINE, OTHERS, name="copy.txt")
FIRM = "The firm said that the ferry struck a reef."


@pytest.mark.parametrize(
    ("verdict", "value", "state", "kind"),
    [
        ("confirm", "", "confirmed", "denial"),
        ("confirm", "reversal", "confirmed", "reversal"),
        ("other-kind", "figures", "confirmed", "figures"),
        ("reject", "", "rejected", "denial"),
        ("other-event", "", "rejected", "denial"),
        ("unsure", "", "open", "denial"),
    ],
)
def test_a_verdict_is_the_state_and_says_who_and_why(verdict, value, state, kind):
    judged = CASE.judged(CASE.decision(verdict, DENIAL, value=value))
    (dispute,) = judged.applied(Matching(disputes=(DENIAL,))).disputes
    assert (dispute.state, dispute.kind, dispute.id, dispute.sides) == (state, kind, DENIAL.id, DENIAL.sides)
    assert dispute.reasons[-1].detail.startswith("Ada ")
    assert dispute.reasons[-1].detail.endswith("on 2031-03-06: both were asked")


def test_the_last_word_of_one_reviewer_holds_and_two_who_disagree_leave_it_open():
    first, second = CASE.decision("confirm", DENIAL), CASE.decision("reject", DENIAL, at=2)
    assert CASE.states((first, second), DENIAL) == ["rejected"]
    other = CASE.decision("confirm", DENIAL, by="Ben", at=3)
    assert CASE.states((first, second, other), DENIAL) == ["open"]
    assert len(CASE.judged(first, second, other).on(DENIAL).words) == 2
    assert CASE.states((first, second, other, undo(second, 4)), DENIAL) == ["confirmed"]


def test_a_confirmed_dispute_stays_when_it_is_no_longer_found():
    decision = CASE.decision("confirm", DENIAL)
    (kept,) = CASE.judged(decision).applied(Matching()).disputes
    assert (kept.id, kept.kind, kept.state, set(kept.sides)) == (
        DENIAL.id,
        "denial",
        "confirmed",
        set(DENIAL.sides),
    )
    assert CASE.states((CASE.decision("reject", DENIAL),)) == []
    assert CASE.states((decision, CASE.decision("reject", DENIAL, at=2))) == []
    assert CASE.states((decision, undo(decision, 2))) == []


def test_who_confirmed_confirmed_also_what_is_added_to_it_and_it_is_told():
    grown = CASE.dispute(LINE, (UNION, HARBOUR))
    (dispute,) = CASE.judged(CASE.decision("confirm", DENIAL)).applied(Matching(disputes=(grown,))).disputes
    assert dispute.state == "confirmed"
    assert dispute.reasons[-1].detail.endswith("(1 statement came since)")


def test_who_rejected_is_asked_again_when_another_statement_comes_but_not_for_a_copy():
    case = Case(FERRY, COPY)
    decision = case.decision("reject", case.dispute(LINE, UNION))
    denial = case.dispute(LINE, UNION)
    reprinted = ((case.claim(LINE), case.claim(LINE, 1)), denial.sides[1])
    assert case.states((decision,), denial.model_copy(update={"sides": reprinted})) == ["rejected"]
    assert case.states((decision,), case.dispute(LINE, (UNION, OTHERS))) == ["open"]
    assert case.states((decision,), case.dispute((LINE, UNION), CREW)) == ["open"]
    alike = Case(FERRY, article(FIRM, name="copy.txt"))
    said = ((alike.claim(LINE), alike.claim(FIRM, 1)), (alike.claim(UNION),))
    assert alike.states((decision,), denial.model_copy(update={"sides": said})) == ["open"]


def test_a_rejected_denial_says_nothing_of_another_question_on_the_same_pair():
    decision = CASE.decision("reject", DENIAL)
    other = CASE.dispute(LINE, UNION, kind="contradiction")
    assert CASE.states((decision,), other) == ["open"]
    blind = CASE.decision("reject", DENIAL, kind="")
    assert CASE.states((blind,), other) == ["rejected"]


def test_a_decision_whose_words_have_gone_moves_to_nothing_like_them():
    decision = CASE.decision("confirm", DENIAL)
    edited = Case(article("The ferry line said that the ferry struck a reef.", UNION), COPY)
    assert edited.states((decision,)) == []
    assert edited.states((decision,), edited.dispute(OTHERS, UNION)) == ["open"]
    kept = Case(article(MAYOR, LINE, CREW, UNION))
    assert kept.states((decision,), kept.dispute(LINE, UNION)) == ["confirmed"]


def test_sides_that_were_three_must_all_be_there():
    figures = CASE.dispute(CREW, MAYOR, HARBOUR, kind="figures")
    decision = CASE.decision("confirm", figures)
    without = Case(article(LINE, UNION, CREW, MAYOR))
    assert without.states((decision,)) == []
    assert without.states((decision,), without.dispute(CREW, MAYOR, kind="figures")) == ["open"]


def test_a_lead_is_not_asked_again_in_either_order_nor_of_copies():
    case = Case(FERRY, COPY)
    line, union = case.claim(LINE), case.claim(UNION)
    lead = Lead(a=union, b=line, score=0.5)
    copied = Lead(a=case.claim(LINE, 1), b=union, score=0.4)
    other = Lead(a=line, b=case.claim(CREW), score=0.3)
    assert lead.id == Lead(a=line, b=union, score=0.1).id != copied.id
    for verdict in ("confirm", "reject", "other-event", "unsure"):
        judged = case.judged(case.decision(verdict, case.dispute(LINE, UNION), kind=""))
        assert judged.applied(Matching(leads=(lead, copied, other))).leads == (other,)


def test_a_confirmed_lead_becomes_a_dispute_of_the_kind_that_was_named():
    case = Case(FERRY)
    pair = case.dispute(CREW, MAYOR)
    for value, kind in (("", "contradiction"), ("figures", "figures")):
        decision = case.decision("confirm", pair, kind="", value=value)
        (made,) = case.judged(decision).applied(Matching()).disputes
        assert (made.kind, made.state, set(made.sides)) == (kind, "confirmed", set(pair.sides))
        assert {span[0] for span in made.reasons[0].spans} == {case.claim(CREW), case.claim(MAYOR)}


PAIRS = [CASE.dispute(a, b) for a, b in permutations([LINE, UNION, CREW, MAYOR], 2)]


@st.composite
def histories(draw):
    """Decisions of three reviewers on some pairs, and some taken back."""
    made: list[Decision] = []
    for at in range(draw(st.integers(0, 12))):
        mine = [one for one in made if one.verdict != "undo"]
        if mine and draw(st.integers(0, 3)) == 0:
            made.append(undo(draw(st.sampled_from(mine)), at))
            continue
        verdict = draw(st.sampled_from(["confirm", "reject", "unsure", "other-event"]))
        made.append(
            CASE.decision(verdict, draw(st.sampled_from(PAIRS)), by=draw(st.sampled_from("ABC")), at=at)
        )
    return made


@settings(max_examples=50)
@given(histories(), st.randoms())
def test_the_state_depends_on_the_decisions_and_not_on_the_order_they_came_in(history, random):
    found = Matching(disputes=(PAIRS[0], PAIRS[5]))
    expected = CASE.judged(*history).applied(found)
    shuffled = list(history)
    random.shuffle(shuffled)
    assert CASE.judged(*shuffled, *shuffled[:3]).applied(found) == expected
    ids = [one.id for one in expected.disputes]
    assert len(ids) == len(set(ids))
    for dispute in expected.disputes[2:]:
        assert dispute.state != "rejected" or any(one.verdict == "confirm" for one in history)


@settings(max_examples=50)
@given(histories(), st.sampled_from(PAIRS))
def test_to_take_the_last_word_back_is_as_if_it_had_not_been_said(history, pair):
    found = Matching(disputes=tuple(PAIRS[:1]))
    last = CASE.decision("confirm", pair, by="D", at=50)
    assert CASE.judged(*history, last, undo(last, 51)).applied(found) == CASE.judged(*history).applied(found)
    again = undo(undo(last, 51), 52).model_copy(update={"by": "D"})
    with_it = CASE.judged(*history, last).applied(found)
    assert CASE.judged(*history, last, undo(last, 51), again).applied(found) == with_it


def test_a_thousand_decisions_are_replayed_at_once():
    paragraphs = [f"The {n} said that {n} people were hurt." for n in range(1_000)]
    case = Case(article(*paragraphs))
    pairs = [case.dispute(a, b) for a, b in pairwise(paragraphs)]
    history = [case.decision("confirm", one, at=at) for at, one in enumerate(pairs)]
    history.append(Decision(target=history[0].id, verdict="undo", by="Ada", at=time(3_000)))
    began = perf_counter()
    applied = case.judged(*history).applied(Matching(disputes=tuple(pairs)))
    assert perf_counter() - began < 1.0
    assert [one.state for one in applied.disputes].count("confirmed") == len(pairs) - 1
    assert len(standing(history)) == len(pairs) - 1
