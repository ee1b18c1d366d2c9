"""Which articles tell of one story, and what an article as a whole holds."""

import pytest
from building import article, claim, count, known_of, node_of

from claimgraph.match.figures import figures
from claimgraph.match.stories import Stories
from claimgraph.model import Source

FIRE = ("flames gutted the grain depot at Dunmore", "sparks reached the grain silo at Dunmore docks")
FIRE_TOO = ("the grain depot at Dunmore burned", "firemen soaked the grain silo near Dunmore docks")
CHESS = ("a tailor won the chess cup at Ostrow", "the rook ending took nine hours in Ostrow")


def told(*articles: tuple[str, ...], days: tuple[str | None, ...] = ()) -> tuple[Stories, list[Source]]:
    sources = [
        article(".\n\n".join(lines), name, day)
        for name, lines, day in zip("abcd", articles, days or ("2031-05-02",) * len(articles), strict=False)
    ]
    claims = [claim(source, line) for source, lines in zip(sources, articles, strict=False) for line in lines]
    return known_of(sources, [], claims), sources


def test_articles_on_one_story_are_nearer_than_on_two() -> None:
    known, (fire, too, chess) = told(FIRE, FIRE_TOO, CHESS)
    assert known.nearness(fire.id, too.id) > 0.3
    assert known.nearness(fire.id, chess.id) < 0.06
    assert known.related(fire.id, too.id)
    assert not known.related(fire.id, chess.id)


def test_one_word_in_common_makes_no_neighbours() -> None:
    known, (fire, other) = told(FIRE, ("a flock of sheep ate the grain of Vell",))
    assert known.nearness(fire.id, other.id) > 0
    assert not known.related(fire.id, other.id)


def test_a_brief_is_found_by_the_names_in_what_it_claims_nothing_of() -> None:
    sources = [
        article(f"{opening}.\n\nAt least {count} people were hurt", name, "2031-05-02")
        for name, opening, count in (
            ("a", "Thick smoke hung over Dunmore Ferry on Friday", "nine"),
            ("b", "A fire at Dunmore Ferry is out", "six"),
            ("c", "A fire at Ostrow is out", "two"),
        )
    ]
    claims = [claim(one, one.text.split("least ")[1]) for one in sources]
    known = known_of(sources, [], claims)
    one, two, other = (source.id for source in sources)
    assert known.related(one, two)
    assert known.shared_lead(one, two) == 1
    assert not known.related(one, other)


def test_nearness_is_symmetric_and_full_with_itself() -> None:
    known, sources = told(FIRE, FIRE_TOO, CHESS)
    for one in sources:
        assert known.nearness(one.id, one.id) == 1
        for two in sources:
            assert known.nearness(one.id, two.id) == known.nearness(two.id, one.id)
            assert 0 <= known.nearness(one.id, two.id) <= 1 + 1e-9
            assert known.related(one.id, two.id) == known.related(two.id, one.id)
            assert known.shared_lead(one.id, two.id) == known.shared_lead(two.id, one.id)
            assert known.one_origin(one.id, two.id) == known.one_origin(two.id, one.id)


def test_neighbours_are_related_and_never_the_article_itself() -> None:
    known, sources = told(FIRE, FIRE_TOO, CHESS)
    for one in sources:
        others = [two.id for two in sources if known.related(one.id, two.id)]
        assert sorted(others) == sorted(known.neighbours(one.id))
        assert one.id not in known.neighbours(one.id)


def test_the_names_of_the_opening_are_shared_or_not() -> None:
    known, (fire, too, chess) = told(FIRE, FIRE_TOO, CHESS)
    assert known.shared_lead(fire.id, too.id) == 1
    assert known.shared_lead(fire.id, chess.id) == 0
    assert "dunmore" in known.profiles[fire.id].names
    assert {"grain", "depot"} <= known.profiles[fire.id].opening


@pytest.mark.parametrize(
    ("days", "between"),
    [
        (("2031-05-02", "2031-05-02"), 0),
        (("2031-05-02", "2031-05-09"), 7),
        (("2031-05", "2031-05-09"), 0),
        (("2031-05-02", None), None),
        ((None, None), None),
    ],
)
def test_days_between_articles(days: tuple, between: int | None) -> None:
    known, (one, two) = told(FIRE, FIRE_TOO, days=days)
    assert known.days_between(one.id, two.id) == between
    assert known.days_between(two.id, one.id) == between


@pytest.mark.parametrize(
    ("days", "related", "together"),
    [
        (("2031-05-02", "2031-05-02"), True, True),
        (("2031-05-02", "2031-05-12"), True, True),
        (("2031-05-02", "2031-08-02"), True, False),
        (("2021-05-02", "2031-05-02"), False, False),
        (("2031-05-02", None), True, True),
    ],
)
def test_a_story_goes_on_for_a_while_and_one_event_is_told_in_weeks(
    days: tuple, related: bool, together: bool
) -> None:
    known, (one, two) = told(FIRE, FIRE_TOO, days=days)
    assert known.related(one.id, two.id) is related
    assert known.close(one.id, two.id) is related
    assert known.together(one.id, two.id) is together
    assert known.together(one.id, one.id)
    assert known.together(two.id, one.id) is together


def test_an_article_knows_its_figures() -> None:
    source, other = article(".\n\n".join(FIRE)), article(".\n\n".join(FIRE_TOO), "b")
    claims = [
        claim(source, FIRE[0], quantities=(count(3),)),
        claim(source, FIRE[1], quantities=(count(9), count(9))),
        claim(other, FIRE_TOO[0], quantities=(count(9, event="injured"),)),
    ]
    known = known_of([source, other], [], claims)
    three, injured = (figures(node_of(known, one))[0] for one in (claims[0], claims[2]))
    assert known.values(source.id, three) == {(3, 3), (9, 9)}
    assert known.values(source.id, injured) == known.values(other.id, three) == frozenset()


def test_an_article_without_claims_is_near_to_none() -> None:
    known, (empty, fire) = told((), FIRE)
    assert known.nearness(empty.id, fire.id) == 0
    assert known.neighbours(empty.id) == {}
