"""What no rule decided and is worth reading together: something sets it apart, and nothing twice."""

from itertools import combinations

import pytest
from building import article, claim, count, denies, known_of, speaker
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import whole

from claimgraph.match.deciding import Miss, decide
from claimgraph.match.leads import LEAST, MOST, OF_ONE_CLAIM, Tried, clues, leads, pairs, try_all
from claimgraph.model import Act, Claim, Lead

ODA, IVO = speaker("Oda Pell", kind="person"), speaker("Ivo Marr", kind="person")
GUILD = speaker("Cooks Guild")


def found(*told: tuple[str, object, dict], gap: str = ".\n\n") -> tuple[tuple[Lead, ...], list[Claim]]:
    """Return the leads of one article with a claim a paragraph, and its claims."""
    source = article(gap.join(words for words, _, _ in told) + ".")
    claims = [claim(source, words, who, **more) for words, who, more in told]
    known = known_of([source], [ODA, IVO, GUILD], claims)
    return leads(known, list(decide(known)), (), ()), claims


@pytest.mark.parametrize(
    "second",
    [
        {"marks": ("contrast",)},
        {"marks": ("responds",)},
        {"marks": ("calls false",)},
        {"marks": ("attacks",)},
        {"act": Act.ACCUSE},
        {"act": Act.DENY, "pointer": denies(bare=True)},
    ],
    ids=["contrast", "an answer", "called false", "an attack", "an accusation", "a denial"],
)
def test_neighbours_that_a_word_sets_apart_are_a_lead(second: dict) -> None:
    (lead,), (one, two) = found(
        ("the bridge at Stave was safe all winter", ODA, {}),
        ("nobody at Stave had looked at the bridge", IVO, second),
    )
    assert {lead.a, lead.b} == {one.id, two.id}
    assert lead.origin == "rules"
    assert 0 < lead.score < 1
    assert lead.reasons
    assert all(reason.detail for reason in lead.reasons)


@pytest.mark.parametrize(
    ("words", "who", "more"),
    [
        ("the bridge at Stave was built in spring", IVO, {}),
        ("the bridge at Stave was shut, Pell went on", ODA, {"marks": ("contrast",)}),
        ("the bridge at Stave will be shut", IVO, {"act": Act.PREDICT, "marks": ("contrast",)}),
    ],
    ids=["nothing sets it apart", "the same speaker goes on", "a forecast"],
)
def test_what_nothing_sets_apart_is_no_lead(words: str, who: object, more: dict) -> None:
    none, _ = found(("the bridge at Stave was safe all winter", ODA, {}), (words, who, more))
    assert none == ()


def test_two_speakers_of_one_paragraph_are_a_lead_though_no_word_sets_them_apart() -> None:
    told = (
        ("the bridge at Stave was safe all winter", ODA, {}),
        ("two spans of the bridge at Stave hung by a bolt", IVO, {"paragraph": 0}),
    )
    (lead,), claims = found(*told, gap=". ")
    assert {lead.a, lead.b} == {one.id for one in claims}


def test_a_contrast_far_away_is_no_lead() -> None:
    rain = ("rain fell over the hills", GUILD, {})
    none, _ = found(
        ("the bridge was safe all winter", ODA, {}),
        rain,
        rain,
        ("nobody looked", IVO, {"marks": ("contrast",)}),
    )
    assert not [one for one in none if one.score > 0.5]
    ids = [{one.a, one.b} for one in none]
    assert all(len(pair) == 2 for pair in ids)


def test_values_of_one_unit_that_share_rare_words_are_looked_at_in_two_articles() -> None:
    first = article("the levee at Stave cost 3 crowns", name="a")
    second = article("the levee at Stave cost 9 crowns", name="b")
    told = [
        claim(first, "the levee at Stave cost 3 crowns", ODA, quantities=[count(3, unit="crowns")]),
        claim(second, "the levee at Stave cost 9 crowns", IVO, quantities=[count(9, unit="crowns")]),
    ]
    known = known_of([first, second], [ODA, IVO], told)
    looked_at = [{a.id, b.id} for a, b in pairs(known, Tried())]
    assert looked_at == [{one.id for one in told}]


def test_no_claim_fills_the_list_and_copies_stand_once() -> None:
    told = [("the bridge at Stave was safe all winter", ODA, {})]
    told += [
        (
            f"warning number {name} about bridge timber was ignored",
            IVO,
            {"marks": ("contrast", "calls false")},
        )
        for name in ("alpha", "beta", "gamma")
    ]
    some, _ = found(*told, gap=". ")
    times = [one for lead in some for one in (lead.a, lead.b)]
    assert max(map(times.count, times)) <= OF_ONE_CLAIM
    assert len(some) == 1  # the three are one statement printed thrice


@pytest.fixture(scope="module")
def matched():
    return whole()


def test_nothing_in_a_dispute_or_agreed_is_a_lead(matched) -> None:
    held = {
        frozenset((a, b))
        for dispute in matched.matching.disputes
        for one, two in combinations(dispute.sides, 2)
        for a in one
        for b in two
    }
    held |= {frozenset((one.a, one.b)) for one in matched.matching.agreements}
    shown = [frozenset((one.a, one.b)) for one in matched.matching.leads]
    assert shown
    assert not held & set(shown)
    assert len(shown) == len(set(shown)) <= MOST


def test_leads_stand_likeliest_first_and_tell_of_two_utterances(matched) -> None:
    claims = {one.id: one for one in matched.collection.claims}
    scores = [one.score for one in matched.matching.leads]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= LEAST
    assert all(one.reasons for one in matched.matching.leads)
    assert all(
        claims[one.a].statement != claims[one.b].statement or claims[one.a].source != claims[one.b].source
        for one in matched.matching.leads
    )


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz"), st.floats(-1, 3)), max_size=12))
@settings(max_examples=40, deadline=None)
def test_what_a_veto_stopped_is_not_tried_and_shares_stay_within_one(misses: list) -> None:
    tried = try_all(Miss(a, b, "score", "told", share, "denied") for a, b, share in misses)
    assert all(0 < share <= 1 for share in tried.denied.values())
    assert set(tried.denied) == {frozenset((a, b)) for a, b, share in misses if share > 0}


def test_every_clue_has_a_question_and_words() -> None:
    for name, ask in clues(Tried()).items():
        assert (ask.__doc__ or "").endswith("?"), name
