"""Why a pair is, or is not, a dispute: the steps are what decided."""

from itertools import combinations

import pytest
from building import article, claim, collection_of, deed, denies, speaker, thing
from invented import whole

from claimgraph.errors import NotFoundError
from claimgraph.match import explain
from claimgraph.match.antecedents import BAR_OF_FEW
from claimgraph.match.clues import CLUES
from claimgraph.match.fields import FIELDS
from claimgraph.match.kinds import TABLE
from claimgraph.model import Act, Claim, Collection, Dated, Step

ODA, IVO = speaker("Oda Pell", kind="person"), speaker("Ivo Sand", kind="person")
ONE = "the stone bridge over the Solva was destroyed by the flood wave"
TWO = "the stone bridge over the Solva was intact after the flood wave"
THREE = "a tailor won the chess cup in Ostrow"
ROWS = {row.name for row in TABLE}


def collection(**more: object) -> tuple[Collection, list[Claim]]:
    sources = [article(ONE), article(TWO, "b"), article(THREE, "c")]
    answers = (("damaged", {}), ("undamaged", more))
    claims = [
        claim(
            source,
            source.text,
            who,
            **{
                "propositions": (
                    deed("damage", value=value, patient=thing("the stone bridge over the Solva")),
                ),
                "happened": Dated(date="2031-05-01"),
                **other,
            },
        )
        for source, who, (value, other) in zip(sources, (ODA, IVO), answers, strict=False)
    ]
    claims.append(claim(sources[2], THREE, ODA))
    return collection_of(sources, [ODA, IVO], claims), claims


def named(steps: list[Step], name: str) -> list[Step]:
    return [one for one in steps if one.name == name]


def test_a_dispute_names_its_row_and_the_fields_that_decided() -> None:
    held, (a, b, _) = collection()
    steps = explain(a.id, b.id, held)
    (row,) = named(steps, "other answer")
    assert row.passed is True
    assert row.spans
    assert "the bar is" in row.detail
    (undergoer,) = named(steps, "undergoer")
    assert undergoer.passed is True
    assert FIELDS["undergoer"].__doc__ in undergoer.detail
    assert {one.name for one in steps} <= ROWS | set(FIELDS) | {"denied", "compared"}


def test_every_row_is_told_whether_it_compares_the_pair_or_not() -> None:
    held, (a, b, _) = collection()
    steps = explain(a.id, b.id, held)
    assert {one.name for one in steps} >= ROWS
    assert all(one.passed is None for one in steps if one.name in ROWS - {"other answer"})


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"happened": Dated(date="2031-04-02")}, "when"),
        ({"speakers": (ODA.id,)}, "voices"),
        ({"propositions": (deed("damage", value="undamaged", patient=thing("the chapel")),)}, "undergoer"),
    ],
)
def test_what_stopped_a_pair_is_named(more: dict, field: str) -> None:
    held, (a, b, _) = collection(**more)
    steps = explain(a.id, b.id, held)
    (row,) = named(steps, "other answer")
    assert row.passed is False
    assert f"“{field}”" in row.detail
    (asked,) = named(steps, field)
    assert asked.passed is not True


def test_a_pair_that_nothing_compares_says_so() -> None:
    held, (a, _, c) = collection()
    steps = explain(a.id, c.id, held)
    assert named(steps, "compared")[0].passed is False
    assert all(one.passed is None for one in steps if one.name != "compared")


@pytest.mark.parametrize("place", [0, 1])
def test_an_unknown_claim_is_named(place: int) -> None:
    held, (a, *_) = collection()
    pair = [a.id, a.id]
    pair[place] = "c-gone"
    with pytest.raises(NotFoundError, match="c-gone"):
        explain(*pair, held)


def test_the_order_of_the_pair_does_not_matter() -> None:
    held, (a, b, _) = collection()
    assert explain(a.id, b.id, held) == explain(b.id, a.id, held)


def test_a_denial_tells_what_it_answers_and_its_place_in_the_ranking() -> None:
    charge, aside, no = "Larkin Foods hid mould in the cannery", "rain fell all week", "the accusation"
    source = article(f"{aside}.\n\n{charge}. {no}.")
    claims = [
        claim(source, aside, ODA),
        claim(source, charge, ODA, act=Act.ACCUSE, marks=("attacks",)),
        claim(source, no, IVO, act=Act.DENY, pointer=denies(noun="charge"), marks=("responds",)),
    ]
    held = collection_of([source], [ODA, IVO], claims)
    steps = explain(claims[1].id, claims[2].id, held)
    (found,) = named(steps, "denied")
    assert found.passed is True
    assert found.detail.endswith(
        f"as what the other denies, the bar is {BAR_OF_FEW:.2f}; number 1 of 2 by score"
    )
    assert {one.name for one in steps} & set(CLUES) >= {"accuses", "next_sentence"}
    (other,) = named(explain(claims[0].id, claims[2].id, held), "denied")
    assert other.passed is False
    (none,) = named(explain(claims[2].id, claims[2].id, held), "denied")[:1]
    assert none.passed is None


def test_what_is_found_is_explained_as_found() -> None:
    """Every pair that a row or a denial found has a step that passed, and none was found that fails them all."""
    found = whole()
    for dispute in found.matching.disputes:
        rules = {reason.rule for reason in dispute.reasons}
        passed = {
            step.name
            for first, second in combinations(dispute.sides, 2)
            for a in first
            for b in second
            for step in explain(a, b, found.collection)
            if step.passed and step.name in ROWS | {"denied"}
        }
        assert rules <= passed


def test_near_misses_are_explained_as_stopped() -> None:
    found = whole()
    held = {(one.a, one.b) for one in found.matching.near_misses[:12]}
    assert held
    for a, b in sorted(held):
        steps = [one for one in explain(a, b, found.collection) if one.name in ROWS | {"denied"}]
        assert any(one.passed is False for one in steps)
