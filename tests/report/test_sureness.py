"""How sure a dispute is called: by its score, and by what it rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.match.kinds import TABLE
from claimgraph.model import Dispute, Reason
from claimgraph.report.sureness import GRADES, HIGH, HIGH_ELSE, LOW, sureness

RULES = [*HIGH, "other answer", "other doer", "each blames the other"]
scores = st.floats(0, 1)


def dispute(rule: str, score: float) -> Dispute:
    reasons = (Reason(rule=rule, detail="told"),) if rule else ()
    return Dispute(
        id="d1", kind="contradiction", subject=None, sides=(("a",), ("b",)), score=score, reasons=reasons
    )


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(("score", "grade"), [(0.0, "low"), (LOW - 0.01, "low"), (1.0, "high")])
def test_the_ends_are_the_same_whatever_it_rests_on(rule: str, score: float, grade: str) -> None:
    assert sureness(dispute(rule, score)) == grade


@given(rule=st.sampled_from(RULES), one=scores, two=scores)
def test_a_higher_score_is_never_called_less_sure(rule: str, one: float, two: float) -> None:
    small, large = sorted((one, two))
    assert GRADES.index(sureness(dispute(rule, large))) <= GRADES.index(sureness(dispute(rule, small)))


def test_a_denial_takes_more_than_two_figures() -> None:
    assert sureness(dispute("denied", 0.7)) == "fair"
    assert sureness(dispute("other count", 0.7)) == "high"
    assert sureness(dispute("", HIGH_ELSE)) == "high"


def test_the_rules_with_a_bar_of_their_own_are_rules_of_the_matcher() -> None:
    assert set(HIGH) <= {"denied", *(row.name for row in TABLE)}
