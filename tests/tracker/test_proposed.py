"""What a reader proposed is laid over a matching as leads, and listed as proposed only when asked."""

import pytest

from claimgraph.model import Claim, Dispute, Lead, Matching, Proposal, Quantity, Reason, Subject
from claimgraph.tracker.proposed import DOUBTED, EVEN, accepted, with_proposals

CLAIMS = frozenset({"c1", "c2", "c3", "c4"})


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


def test_a_pair_that_a_dispute_holds_is_no_lead():
    dispute = Dispute(id="d", kind="denial", subject=None, sides=(("c2", "c3"), ("c1",)))
    matching = Matching(disputes=(dispute,))
    found = with_proposals(matching, [proposal("c1", "c2"), proposal("c2", "c3")], CLAIMS)
    assert [(one.a, one.b) for one in by_reader(found)] == [("c2", "c3")]


def test_one_pair_of_several_prompts_and_models_is_one_lead():
    several = [
        proposal("c1", "c2"),
        proposal("c2", "c1", "denial", prompt="q"),
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


def accept(*proposals: Proposal, counting: tuple[Claim, ...] = ()) -> list[Dispute]:
    subject = Subject(id="t", label="pier", claims=("c2",))
    matching = accepted(with_proposals(Matching(subjects=(subject,)), proposals, CLAIMS), counting)
    assert by_reader(matching) == []
    return list(matching.disputes)


def test_accepted_proposals_are_proposed_disputes():
    (one,) = accept(proposal("c1", "c2", "denial"))
    assert (one.state, one.kind, one.sides, one.subject) == ("proposed", "denial", (("c1",), ("c2",)), "t")


GATHERED = {
    "one denial of two statements": (("c1", "c3"), ("c2", "c3"), "denial", (0, 5), 1),
    "one statement with two others": (("c1", "c2"), ("c1", "c3"), "contradiction", (0, 5), 1),
    "other words of one statement": (("c1", "c2"), ("c1", "c3"), "contradiction", (20, 25), 2),
    "on the other side": (("c1", "c2"), ("c3", "c1"), "contradiction", (0, 5), 2),
    "nothing in common": (("c1", "c2"), ("c3", "c4"), "contradiction", (0, 5), 2),
}


@pytest.mark.parametrize("case", GATHERED)
def test_proposals_of_one_clash_are_one_dispute(case):
    first, second, kind, words, disputes = GATHERED[case]
    found = accept(proposal(*first, kind), proposal(*second, kind, words=(words, (10, 15))))
    assert len(found) == disputes
    assert sum(len(one.reasons) for one in found) == 2


def counting(claim: str, value: float, start: int) -> Claim:
    quantity = Quantity(low=value, high=value, text=str(value), span=(start, start + 2), unit="people")
    return Claim(
        id=claim, statement=claim, source="s", start=0, end=99, text="", content=(), quantities=(quantity,)
    )


@pytest.mark.parametrize(("third", "disputes"), [(12, 1), (40, 2)])
def test_figures_of_one_side_are_of_one_value(third, disputes):
    claims = (counting("c1", 12, 0), counting("c2", 30, 10), counting("c3", third, 0))
    found = accept(proposal("c1", "c2", "figures"), proposal("c3", "c2", "figures"), counting=claims)
    assert len(found) == disputes


def test_proposals_of_two_kinds_are_two_disputes():
    assert len(accept(proposal("c1", "c2", "denial"), proposal("c1", "c3", "reversal"))) == 2
