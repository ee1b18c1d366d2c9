"""A judge has its say in the order of the likeliest leads; it makes no dispute and stops none."""

from math import inf

import pytest
from building import article, claim, known_of, speaker
from hypothesis import given
from hypothesis import strategies as st
from invented import whole

from claimgraph.match import match
from claimgraph.match.deciding import decide
from claimgraph.match.leads import READ, judged, leads
from claimgraph.match.stories import Stories
from claimgraph.model import Lead

ODA, IVO = speaker("Oda Pell", kind="person"), speaker("Ivo Marr", kind="person")
TOLD = (
    ("the bridge at Stave was safe all winter", ODA, {}),
    ("nobody at Stave had looked at the bridge", IVO, {"marks": ("contrast",)}),
    ("girders of the bridge at Stave were rusty", IVO, {"marks": ("contrast",)}),
)


def known() -> Stories:
    source = article(". ".join(words for words, _, _ in TOLD) + ".")
    return known_of([source], [ODA, IVO], [claim(source, words, who, **more) for words, who, more in TOLD])


def found(likely: str | None) -> list[tuple[str, Lead]]:
    """Return what is set against the first statement, by a judge that finds one statement's pairs likely."""
    stories = known()
    own = {node.id: node.claim.text for node in stories.context.nodes.values()}
    judging = None if likely is None else lambda a, b: 0.97 if likely in {a.text, b.text} else 0.65
    return [(own[one.b], one) for one in leads(stories, list(decide(stories)), (), (), judging)]


@pytest.mark.parametrize("likely", [TOLD[1][0], TOLD[2][0]])
def test_the_pair_that_the_judge_finds_likely_stands_first(likely: str) -> None:
    assert {words for words, _ in found(None)} == {TOLD[1][0], TOLD[2][0]}
    assert found(likely)[0][0] == likely


def test_what_the_judge_finds_likely_is_told_with_its_number_and_nothing_else_is() -> None:
    told = {words: lead.reasons[-1] for words, lead in found(TOLD[1][0])}
    assert told[TOLD[1][0]].rule == "judged"
    assert "readers called a conflict (0.97)" in told[TOLD[1][0]].detail
    assert told[TOLD[2][0]].rule != "judged"


def one_lead(score: float) -> tuple[Stories, Lead]:
    stories = known()
    a, b, *_ = stories.context.nodes
    return stories, Lead(a=a, b=b, score=score)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_who_finds_a_pair_likelier_raises_it(field: float, low: float, high: float) -> None:
    stories, lead = one_lead(round(field, 4))
    low, high = sorted((low, high))
    (under,), (over,) = (
        judged([lead], stories.context.nodes, lambda _a, _b, said=said: said) for said in (low, high)
    )
    assert 0 <= under.score <= over.score <= 1


def test_a_judge_that_cannot_tell_changes_no_score() -> None:
    stories, lead = one_lead(0.37)
    (same,) = judged([lead], stories.context.nodes, lambda _a, _b: 0.5)
    assert same.score == pytest.approx(lead.score, abs=1e-4)


def test_no_more_are_read_than_the_limit() -> None:
    stories, lead = one_lead(0.4)
    asked: list[float] = []
    kept = list(judged([lead] * (READ + 9), stories.context.nodes, lambda _a, _b: asked.append(inf) or 0.5))
    assert len(kept) == READ + 9
    assert len(asked) == READ


def test_a_judge_changes_leads_and_nothing_else() -> None:
    collection = whole().collection
    without, with_one = (
        match(collection),
        match(collection, lambda a, b: (len(a.text) + len(b.text)) % 97 / 97),
    )
    assert without.leads != with_one.leads
    others = set(type(without).model_fields) - {"leads"}
    assert all(getattr(without, name) == getattr(with_one, name) for name in others)
