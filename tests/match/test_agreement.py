"""Claims agree where two say the same and no field that can differ does."""

import pytest
from building import article, claim, count, deed, known_of, speaker, thing
from invented import whole
from rates import check_rate

from claimgraph.match.agreement import find
from claimgraph.model import Act, Agreement, Credit, Dated, Speaker

ODA, IVO = speaker("Oda Pell", kind="person"), speaker("Ivo Sand", kind="person")
FINN, DANE = speaker("Oulu Command", "finland"), speaker("Aarhus Barracks", "denmark")
SPEAKERS = (ODA, IVO, FINN, DANE)
ONE = "the tidal wave killed nine weavers at the quay of Porto Velmo"
TWO = "nine weavers died at the quay of Porto Velmo when the tidal wave came"
SAME_DAY = {"happened": Dated(date="2031-05-01", basis="named")}
NINE = {**SAME_DAY, "quantities": (count(9, of="weavers"),)}
BURNED = {**SAME_DAY, "propositions": (deed("burn", patient=thing("the quay store")),)}


def agreements(
    a: dict, b: dict, who: tuple[Speaker | None, Speaker | None] = (ODA, IVO), **more: object
) -> list[Agreement]:
    """Return what two claims agree on, in two articles printed on these days."""
    printed = more.get("printed", ("2031-05-02", "2031-05-02"))
    words = more.get("words", (ONE, TWO))
    credit = (Credit(name="Coast Wire", span=(0, 1)),) if more.get("wire") else ()
    sources = [
        article(text, name, day, credits=credit)
        for text, name, day in zip(words, "ab", printed, strict=False)
    ]
    claims = [
        claim(source, source.text, one, **said)
        for source, one, said in zip(sources, who, (a, b), strict=False)
    ]
    return list(find(known_of(sources, SPEAKERS, claims)))


@pytest.mark.parametrize(("said", "rule"), [(NINE, "same figure"), (BURNED, "same deed")])
def test_two_who_say_the_same_agree(said: dict, rule: str) -> None:
    (one,) = agreements(said, said)
    assert [reason.rule for reason in one.reasons] == [rule]
    assert one.reasons[0].spans
    assert not one.adverse


@pytest.mark.parametrize(
    ("words", "agree"),
    [
        (("the quay store burned at noon", "the quay store burned at dusk"), False),
        (("the quay store burned at noon", "the quay store burned at 9 a.m."), False),
        (("the quay store burned on Monday", "the quay store burned on Tuesday"), False),
        (("the quay store burned on Monday", "the quay store burned"), True),
        (("the quay store burned for two days", "the quay store burned for six days"), False),
    ],
)
def test_what_differs_in_a_number_or_a_word_of_time_is_not_the_same(
    words: tuple[str, str], agree: bool
) -> None:
    assert bool(agreements(BURNED, BURNED, words=words)) is agree


def customers(*numbers: float, unit: str = "customers") -> dict:
    return {**SAME_DAY, "quantities": tuple(count(one, event=None, unit=unit, of=unit) for one in numbers)}


@pytest.mark.parametrize(
    ("words", "agree"),
    [
        (
            (
                "18,000 customers of the grid were without power",
                "the grid left 18,000 customers without power",
            ),
            True,
        ),
        (
            (
                "18,000 customers of the grid were without power",
                "the shop lost 18,000 customers to a rival chain",
            ),
            False,
        ),
        (
            (
                "18,000 customers against 900 of the grid were without power",
                "18,000 customers of the grid were without power against 700",
            ),
            False,
        ),
    ],
    ids=["of one thing", "of another", "with another figure beside it"],
)
def test_a_figure_of_no_deed_agrees_where_the_words_around_it_do(words: tuple[str, str], agree: bool) -> None:
    told = customers(18_000)
    assert bool(agreements(told, told, words=words)) is agree


ELSEWHERE = (
    "the tidal wave killed nine weavers at the quay of Porto Velmo",
    "nine weavers died at the quay of Port Ash",
)
DIFFERING = {
    "another figure": (NINE, {**NINE, "quantities": (count(8, of="weavers"),)}, {}),
    "other days": (NINE, {**NINE, "happened": Dated(date="2031-04-12")}, {}),
    "another year": (BURNED, {**BURNED, "happened": Dated(date="2028")}, {}),
    "another place": (
        {**NINE, "places": ("velmo",), "names": ("velmo",)},
        {**NINE, "places": ("ash",), "names": ("ash",)},
        {"words": ELSEWHERE},
    ),
    "the injured": (NINE, {**NINE, "quantities": (count(9, of="weavers", event="injured"),)}, {}),
    "another class": (
        {**NINE, "quantities": (count(9, category="child"),)},
        {**NINE, "quantities": (count(9, category="soldier"),)},
        {},
    ),
    "on two sides": (
        {**NINE, "quantities": (count(9, of_side="finland"),)},
        {**NINE, "quantities": (count(9, of_side="denmark"),)},
        {},
    ),
    "not so": (
        BURNED,
        {**SAME_DAY, "propositions": (deed("burn", denied=True, patient=thing("the quay store")),)},
        {},
    ),
    "a denial": (BURNED, {**BURNED, "act": Act.DENY}, {}),
    "another thing": (BURNED, {**SAME_DAY, "propositions": (deed("burn", patient=thing("the chapel")),)}, {}),
    "another deed": (
        BURNED,
        {**SAME_DAY, "propositions": (deed("flood", patient=thing("the quay store")),)},
        {},
    ),
    "another doer": (
        {
            **SAME_DAY,
            "propositions": (deed("burn", agent=thing("Ana Ruiz"), patient=thing("the quay store")),),
        },
        {
            **SAME_DAY,
            "propositions": (deed("burn", agent=thing("Ben Holt"), patient=thing("the quay store")),),
        },
        {},
    ),
    "only possible": (
        BURNED,
        {**SAME_DAY, "propositions": (deed("burn", factuality="possible", patient=thing("the quay store")),)},
        {},
    ),
    "one speaker": (BURNED, BURNED, {"who": (ODA, ODA)}),
    "two parties accused": ({**BURNED, "target": "finland"}, {**BURNED, "target": "denmark"}, {}),
    "a demand": ({**BURNED, "act": Act.DEMAND}, BURNED, {}),
    "another matter": (
        BURNED,
        BURNED,
        {"words": (ONE, "sparrows nest in the clock tower of Ostrow every spring")},
    ),
    "a part of several": (NINE, {**NINE, "quantities": (count(9, of="weavers", additional=True),)}, {}),
}


def test_nobody_agrees_where_something_differs() -> None:
    def check(a: dict, b: dict, more: dict) -> None:
        more = dict(more)
        who = more.pop("who", (ODA, IVO))
        assert agreements(a, b, who, **more) == []
        assert agreements(b, a, who[::-1], **more) == []

    check_rate({name: [row] for name, row in DIFFERING.items()}, check, 1.0)


def test_who_admits_to_the_other_side_supports_it_most() -> None:
    (one,) = agreements({**BURNED, "act": Act.ACCUSE}, {**BURNED, "act": Act.ADMIT}, (FINN, DANE))
    assert (one.adverse, one.independent) == (True, True)
    (other,) = agreements(BURNED, BURNED, (FINN, DANE))
    assert (other.adverse, other.independent) == (False, False)


def test_two_articles_in_their_own_voice_are_independent_unless_they_draw_on_one_wire() -> None:
    (one,) = agreements(BURNED, BURNED, (None, None))
    assert one.independent
    (other,) = agreements(BURNED, BURNED, (None, None), wire=True)
    assert not other.independent
    (named,) = agreements(BURNED, BURNED, (ODA, IVO))
    assert not named.independent


@pytest.mark.parametrize(("kind", "who", "agree"), [("title", None, 0), ("body", None, 1), ("title", IVO, 1)])
def test_a_headline_is_no_second_voice_beside_its_own_article(
    kind: str, who: Speaker | None, agree: int
) -> None:
    told = article(f"{ONE}\n\n{TWO}")
    first, second = told.blocks
    told = told.model_copy(update={"blocks": (first.model_copy(update={"kind": kind}), second)})
    claims = [claim(told, ONE, who, **NINE), claim(told, TWO, ODA, **NINE)]
    assert len(list(find(known_of([told], SPEAKERS, claims)))) == agree


def test_what_is_told_within_a_statement_does_not_agree_with_it() -> None:
    told = article(f"The port said {ONE}.")
    claims = [claim(told, f"The port said {ONE}", ODA, **NINE), claim(told, ONE, IVO, **NINE)]
    assert list(find(known_of([told], SPEAKERS, claims))) == []


def test_a_pair_agrees_once() -> None:
    both = {**NINE, "propositions": BURNED["propositions"], "quantities": (count(9), count(9))}
    assert len(agreements(both, both)) == 1


def test_whole_stories_agree_in_no_pair_that_they_dispute() -> None:
    found = whole()
    claims = found.claims
    opposed = [
        {a, b}
        for one in found.matching.disputes
        for x in one.sides
        for y in one.sides
        if x != y
        for a in x
        for b in y
    ]
    for one in found.matching.agreements:
        assert {one.a, one.b} not in opposed
        assert found.story_of(one.a) == found.story_of(one.b)
        assert claims[one.a].polarity == claims[one.b].polarity
