"""An article's largest figure of a kind is the whole; smaller ones are parts."""

import pytest
from building import article, at_least, claim, count, deed, known_of, node_of, speaker, thing

from claimgraph.match.stories import Stories
from claimgraph.match.wholes import across, beside, comparable, said, wholes
from claimgraph.model import Act, Claim, Dated, Quantity, Speaker

ODA, IVO = speaker("Oda Pell", kind="person"), speaker("Ivo Sand", kind="person")
LINES = (
    "villagers died in the mudslide at Orrin",
    "victims were found at the school in Orrin after the mudslide",
    "the mudslide buried people in Orrin",
)
AGAIN = tuple(line.replace("the mudslide", "the same mudslide") for line in LINES)


def told(first: list[Quantity | dict], second: list[Quantity | dict] = ()) -> tuple[Stories, list[Claim]]:
    """Return two articles with a claim a figure; a dict is whatever else a claim says."""
    sources, claims = [], []
    for name, lines, given in (("a", LINES, first), ("b", AGAIN, second)):
        source = article(".\n\n".join(lines), name)
        sources.append(source)
        for line, one in zip(lines, given, strict=False):
            more = one if isinstance(one, dict) else {"quantities": (one,)}
            claims.append(claim(source, line, **{"who": ODA, **more}))
    return known_of(sources, [ODA, IVO], claims), claims


def pairs(known: Stories) -> set[tuple[float, float]]:
    return {(a.figure.low, b.figure.low) for a, b in across(known)}


def whole(known: Stories) -> list[float]:
    (by_source,) = wholes(known).values()
    (given,) = by_source.values()
    return [one.low for one in given]


@pytest.mark.parametrize(
    ("given", "largest"),
    [
        ([count(3), count(14), count(5)], [14]),
        ([count(14), count(3)], [14]),
        ([count(14), count(14)], [14, 14]),
        ([count(14), count(10, 20)], [10]),
        ([count(14), count(3, event="injured"), count(2)], None),
        ([at_least(10), count(14)], [10, 14]),
        ([at_least(3), count(14)], [3, 14]),
        ([at_least(30), count(14)], [30]),
    ],
)
def test_the_largest_is_the_whole(given: list[Quantity], largest: list[float] | None) -> None:
    known, _ = told(given)
    if largest is None:
        assert {kind[1] for kind in wholes(known)} == {"killed", "injured"}
    elif largest == [10]:
        assert 10 in whole(known)
    else:
        assert sorted(whole(known)) == largest


def test_only_wholes_are_compared_across_articles() -> None:
    known, _ = told([count(3), count(14)], [count(19), count(5)])
    assert pairs(known) == {(14, 19)}


def test_figures_of_two_kinds_are_not_compared() -> None:
    known, _ = told([count(3)], [count(19, event="injured")])
    assert pairs(known) == set()


def test_articles_on_two_stories_are_not_compared() -> None:
    sources = [article("villagers died in the mudslide at Orrin"), article("sailors drowned off Vell", "b")]
    claims = [
        claim(source, source.text, quantities=(count(n),)) for n, source in zip((3, 9), sources, strict=False)
    ]
    assert list(across(known_of(sources, [], claims))) == []


@pytest.mark.parametrize(
    "out",
    [
        {"quantities": (count(9, additional=True),)},
        {"quantities": (count(9, unit="km", event=None),)},
        {"quantities": (count(9, text="several"),)},
        {"quantities": (count(9, event="population"),)},
        {"quantities": (count(9, of="the weavers' request"),)},
        {"quantities": (count(9),), "act": Act.DENY},
        {"quantities": (count(9),), "polarity": "denied"},
        {"quantities": (count(9),), "act": Act.DEMAND},
        {"quantities": (count(9),), "act": Act.PREDICT},
        {"quantities": (count(9),), "marks": ("other year",)},
        {"quantities": (count(9),), "happened": Dated(date="2019")},
    ],
)
def test_what_is_no_count_of_the_news_is_not_compared(out: dict) -> None:
    known, claims = told([out])
    assert list(comparable([node_of(known, claims[0])])) == []


def test_a_count_of_the_year_is_compared_when_it_is_dated_so() -> None:
    known, claims = told(
        [{"quantities": (count(9),), "marks": ("other year",), "happened": Dated(date="2031-04-30")}]
    )
    assert len(list(comparable([node_of(known, claims[0])]))) == 1


def of(who: Speaker | None, number: float, **more: object) -> dict:
    return {"who": who, "quantities": (count(number),), **more}


@pytest.mark.parametrize(
    ("first", "second", "compared"),
    [
        (of(ODA, 3), of(IVO, 9), True),
        (of(ODA, 3), of(ODA, 9), True),
        (of(ODA, 3, statement="one"), of(ODA, 9, statement="one"), False),
        (of(None, 3), of(IVO, 9), True),
        (of(None, 3, cue=(0, 1)), of(IVO, 9), False),
        (of(ODA, 3, paragraph=0), of(IVO, 9, paragraph=30), False),
    ],
)
def test_two_speakers_near_each_other_are_compared(first: dict, second: dict, compared: bool) -> None:
    known, _ = told([first, second])
    assert bool(list(beside(known))) is compared


def test_a_figure_comes_with_the_deed_that_holds_it() -> None:
    source = article(LINES[0])
    holding = deed("kill", patient=thing("villagers").model_copy(update={"span": (10, 20)}), trigger=(21, 25))
    near, far = deed("bury", trigger=(14, 18)), deed("dig", trigger=(90, 95))
    for propositions, expected in (
        ((far, near, holding), "kill"),
        ((far, near), "bury"),
        ((far,), "dig"),
        ((), None),
        ((deed("age", value="41"),), None),
    ):
        one = claim(source, LINES[0], quantities=(count(3, span=(12, 13)),), propositions=propositions)
        known = known_of([source], [], [one])
        (figure,) = comparable([node_of(known, one)])
        found = said(figure)
        assert found.figure is figure
        assert (found.proposition.predicate if found.proposition else None) == expected
