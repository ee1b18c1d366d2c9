"""What a reader proposed is laid over a matching as leads, and listed as proposed only when asked."""

import pytest

from claimgraph.model import Agreement, Claim, Dispute, Lead, Matching, Proposal, Quantity, Reason, Subject
from claimgraph.tracker.proposed import DOUBTED, EVEN, accepted, doubts, suggested, with_proposals


def said(claim: str, *figures: tuple[float, int], unit: str = "people") -> Claim:
    """Return a claim that gives figures, each at its place."""
    quantities = tuple(
        Quantity(low=value, high=value, text=str(value), span=(at, at + 2), unit=unit, event="killed")
        for value, at in figures
    )
    return Claim(
        id=claim, statement=claim, source="s", start=0, end=99, text="", content=(), quantities=quantities
    )


CLAIMS = {one: said(one) for one in ("c1", "c2", "c3", "c4", "c5", "c6")}


def proposal(
    a: str, b: str, kind: str = "contradiction", words=((0, 5), (10, 15)), **more: object
) -> Proposal:
    fields = {"model": "m", "version": "1", "prompt": "p", **more}
    return Proposal(a=a, b=b, kind=kind, reason=f"{a} against {b}", words=words, **fields)


def by_reader(matching: Matching) -> list[Lead]:
    return [one for one in matching.leads if one.origin == "reader"]


def test_a_proposal_is_a_lead_with_its_reason_model_and_prompt():
    (lead,) = by_reader(with_proposals(Matching(), [proposal("c1", "c2")], CLAIMS))
    assert (lead.a, lead.b, lead.score) == ("c1", "c2", EVEN)
    assert lead.reasons[0].detail == "c1 against c2 (proposed by m, prompt 1/p)."
    assert lead.reasons[0].spans == (("c1", 0, 5), ("c2", 10, 15))


def test_a_proposal_without_its_claims_is_none():
    assert with_proposals(Matching(), [proposal("c1", "c9")], CLAIMS) == Matching()


def disputed(*spans: tuple[str, int, int]) -> Matching:
    reasons = (Reason(rule="denies", detail="no", spans=spans),) if spans else ()
    dispute = Dispute(id="d", kind="denial", subject=None, sides=(("c2", "c3"), ("c1",)), reasons=reasons)
    return Matching(disputes=(dispute,))


def test_a_pair_that_a_dispute_holds_is_no_lead():
    found = with_proposals(disputed(), [proposal("c1", "c2"), proposal("c2", "c3")], CLAIMS)
    assert [(one.a, one.b) for one in by_reader(found)] == [("c2", "c3")]


@pytest.mark.parametrize(("start", "leads"), [(0, 0), (3, 0), (20, 1)])
def test_what_a_dispute_sets_against_each_other_in_other_words_is_a_lead(start, leads):
    found = with_proposals(disputed(("c1", start, start + 5)), [proposal("c1", "c2")], CLAIMS)
    assert len(by_reader(found)) == leads


def test_what_says_the_same_as_a_pair_that_a_dispute_holds_is_no_lead():
    matching = disputed().model_copy(update={"agreements": (Agreement(a="c4", b="c1"),)})
    assert by_reader(with_proposals(matching, [proposal("c4", "c2")], CLAIMS)) == []
    assert len(by_reader(with_proposals(matching, [proposal("c5", "c2")], CLAIMS))) == 1


def test_two_figures_that_a_dispute_sets_against_each_other_are_no_lead():
    claims = {**CLAIMS, "c1": said("c1", (12, 0)), "c2": said("c2", (30, 0)), "c4": said("c4", (40, 10))}
    claims |= {"c5": said("c5", (12, 0)), "c6": said("c6", (30, 10))}
    dispute = Dispute(id="d", kind="figures", subject=None, sides=(("c1",), ("c2",)))
    matching = Matching(disputes=(dispute,))
    assert by_reader(with_proposals(matching, [proposal("c5", "c6", "figures")], claims)) == []
    assert len(by_reader(with_proposals(matching, [proposal("c5", "c4", "figures")], claims))) == 1


def test_one_pair_of_several_prompts_and_models_is_one_lead():
    several = [
        proposal("c1", "c2"),
        proposal("c2", "c1", "denial", words=((10, 15), (0, 5)), prompt="q"),
        proposal("c1", "c2", model="n"),
        proposal("c1", "c2", prompt="r"),
    ]
    (lead,) = by_reader(with_proposals(Matching(), several, CLAIMS))
    assert len(lead.proposals) == 4
    assert [one.detail.split("(")[1] for one in lead.reasons] == [
        "proposed by m, prompt 1/p).",
        "proposed by m, prompt 1/q).",
        "proposed by n, prompt 1/p).",
    ]


def test_a_lead_of_the_rules_keeps_its_reasons_behind_the_reader_s():
    rules = Lead(a="c2", b="c1", score=0.9, reasons=(Reason(rule="contrast", detail="but"),))
    found = with_proposals(
        Matching(leads=(rules, Lead(a="c3", b="c4", score=0.8))), [proposal("c1", "c2")], CLAIMS
    )
    assert [one.origin for one in found.leads] == ["reader", "rules"]
    assert found.leads[0].score == 0.9
    assert [one.rule for one in found.leads[0].reasons] == ["reader", "contrast"]


def test_a_doubtful_proposal_stands_behind_the_others_and_says_so():
    found = with_proposals(
        Matching(), [proposal("c1", "c2", doubt="both say so"), proposal("c3", "c4")], CLAIMS
    )
    assert [one.score for one in by_reader(found)] == [EVEN, DOUBTED]
    assert by_reader(found)[1].reasons[0].detail.endswith("Doubtful: both say so.")


def accept(*proposals: Proposal, claims: dict[str, Claim] = CLAIMS) -> list[Dispute]:
    subject = Subject(id="t", label="pier", claims=("c2",))
    matching = accepted(with_proposals(Matching(subjects=(subject,)), proposals, claims), claims)
    assert by_reader(matching) == []
    return list(matching.disputes)


def test_accepted_proposals_are_proposed_disputes():
    (one,) = accept(proposal("c1", "c2", "denial"))
    assert (one.state, one.kind, one.sides, one.subject) == ("proposed", "denial", (("c1",), ("c2",)), "t")


GATHERED = {
    "one denial of two statements": (("c1", "c3"), ("c2", "c3"), "denial", (0, 5), 1),
    "one statement with two others": (("c1", "c2"), ("c1", "c3"), "contradiction", (0, 5), 1),
    "other words of one statement": (("c1", "c2"), ("c1", "c3"), "contradiction", (20, 25), 2),
    "the other way round": (("c1", "c2"), ("c3", "c1"), "contradiction", (0, 99), 1),
    "denied by whom it denies": (("c1", "c2"), ("c3", "c1"), "denial", (0, 99), 2),
    "nothing in common": (("c1", "c2"), ("c3", "c4"), "contradiction", (0, 5), 2),
}


@pytest.mark.parametrize("case", GATHERED)
def test_proposals_of_one_clash_are_one_dispute(case):
    first, second, kind, words, disputes = GATHERED[case]
    found = accept(proposal(*first, kind), proposal(*second, kind, words=(words, (0, 99))))
    assert len(found) == disputes
    assert len({reason.detail for one in found for reason in one.reasons}) == 2


def test_the_pairs_of_one_entry_are_one_lead_and_one_dispute():
    entry = [
        proposal("c1", "c3", question="p.0"),
        proposal("c2", "c4", question="p.0"),
        proposal("c5", "c6", question="p.1"),
    ]
    found = with_proposals(Matching(), entry, CLAIMS)
    assert [(one.a, one.b, len(one.proposals)) for one in by_reader(found)] == [
        ("c1", "c3", 2), ("c5", "c6", 1),
    ]  # fmt: skip
    assert [one.sides for one in accept(*entry)] == [(("c1", "c2"), ("c3", "c4")), (("c5",), ("c6",))]


def test_entries_of_two_models_are_two_questions_unless_they_share_a_statement():
    one, two = proposal("c1", "c2", question="p.0"), proposal("c3", "c4", question="p.0", model="n")
    assert len(accept(one, two)) == 2


def test_what_two_sides_say_alike_is_one_question():
    same = (Agreement(a="c1", b="c3"), Agreement(a="c4", b="c2"))
    both = [proposal("c1", "c2"), proposal("c3", "c4")]
    matching = with_proposals(Matching(agreements=same), both, CLAIMS)
    assert len(accepted(matching, CLAIMS).disputes) == 1
    matching = with_proposals(Matching(agreements=same[:1]), both, CLAIMS)
    assert len(accepted(matching, CLAIMS).disputes) == 2


def test_two_questions_between_two_statements_are_one_lead_and_two_disputes():
    both = [proposal("c1", "c2"), proposal("c1", "c2", words=((20, 25), (30, 35)))]
    (lead,) = by_reader(with_proposals(Matching(), both, CLAIMS))
    assert len(lead.proposals) == 2
    assert len({one.id for one in accept(*both)}) == 2


def figures(*claims: Claim, pairs: tuple[tuple[str, str], ...]) -> list[tuple[tuple[str, ...], ...]]:
    """Return the sides of the disputes that proposals on figures become."""
    return [
        one.sides
        for one in accept(
            *(proposal(a, b, "figures", words=((0, 9), (0, 9))) for a, b in pairs),
            claims=CLAIMS | {one.id: one for one in claims},
        )
    ]


def test_the_same_two_figures_are_one_question():
    counts = (said("c1", (12, 0)), said("c2", (30, 0)), said("c3", (30, 0)), said("c4", (12, 0)))
    assert figures(*counts, pairs=(("c1", "c2"), ("c3", "c4"))) == [(("c1", "c4"), ("c2", "c3"))]


def test_a_third_figure_stands_on_a_side_of_its_own():
    counts = (said("c1", (12, 0)), said("c2", (30, 0)), said("c3", (40, 0)))
    assert figures(*counts, pairs=(("c1", "c2"), ("c1", "c3"))) == [(("c1",), ("c2",), ("c3",))]
    assert figures(*counts, pairs=(("c1", "c2"), ("c3", "c2"))) == [(("c1",), ("c2",), ("c3",))]


def test_other_figures_are_another_question():
    counts = (said("c1", (12, 0)), said("c2", (30, 0)), said("c3", (12, 0)), said("c4", (50, 0)))
    assert len(figures(*counts, pairs=(("c1", "c2"), ("c3", "c4")))) == 2
    ships = (said("c3", (12, 0), unit="ship"), said("c4", (30, 0), unit="ship"))
    assert len(figures(*counts[:2], *ships, pairs=(("c1", "c2"), ("c3", "c4")))) == 2


def test_a_denial_and_a_contradiction_in_the_same_words_are_one_question():
    (one,) = accept(proposal("c2", "c1"), proposal("c1", "c2", "denial", words=((10, 15), (0, 5))))
    assert (one.kind, one.sides) == ("denial", (("c1",), ("c2",)))


def test_proposals_of_two_kinds_are_two_disputes():
    assert len(accept(proposal("c1", "c2", "denial"), proposal("c1", "c3", "reversal"))) == 2


def test_a_lead_suggests_the_kind_that_most_give_its_pair():
    several = [
        proposal("c1", "c2", "denial"),
        proposal("c1", "c2", prompt="q"),
        proposal("c1", "c2", "denial", prompt="r", doubt="x"),
    ]
    (lead,) = by_reader(with_proposals(Matching(), several, CLAIMS))
    assert (suggested(lead), doubts(lead)) == ("denial", ())
    assert suggested(Lead(a="c1", b="c2", score=0.5)) is None
    (lead,) = by_reader(with_proposals(Matching(), several[2:], CLAIMS))
    assert doubts(lead) == ("x",)


def test_a_question_is_shown_by_a_pair_that_is_not_doubtful():
    entry = [proposal("c1", "c3", question="p.0", doubt="x"), proposal("c2", "c3", question="p.0")]
    (lead,) = by_reader(with_proposals(Matching(), entry, CLAIMS))
    assert (lead.a, lead.score) == ("c2", EVEN)
