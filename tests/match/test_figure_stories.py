"""Figures that disagree, changed or only look alike, over the whole way from text to report."""

from itertools import permutations

import pytest
from disaster_figure_stories import DISASTER_FIGURE_STORIES
from figure_pairs import FIGURE_PAIRS
from figure_stories import FIGURE_STORIES, FigureStory
from gathering import gather
from more_figure_stories import MORE_FIGURE_STORIES
from wire_figure_stories import WIRE_FIGURE_STORIES

from claimgraph.match import match


def _opposed(sides, one, two, claims):
    """Tell whether claims holding these words are on different sides."""
    held = [" | ".join(claims[claim] for claim in side) for side in sides]
    return any(one in first and two in second for first, second in permutations(held, 2))


def _found(collection):
    claims = {claim.id: claim.text for claim in collection.claims}
    matching = match(collection)
    disputes = [one.sides for one in matching.disputes if one.kind == "figures"]
    return claims, disputes, [one.sides for one in matching.updates]


@pytest.mark.parametrize(
    "story",
    FIGURE_STORIES + MORE_FIGURE_STORIES + WIRE_FIGURE_STORIES + DISASTER_FIGURE_STORIES,
    ids=lambda story: story.name,
)
def test_figures_are_set_against_each_other_only_where_an_analyst_does_it(tmp_path, story: FigureStory):
    articles = {f"{number}.txt": text for number, text in enumerate(story.articles)}
    claims, disputes, updates = _found(gather(tmp_path, articles))
    for wanted, reported in ((story.disputes, disputes), (story.updates, updates)):
        for one, two in wanted:
            assert any(_opposed(sides, one, two, claims) for sides in reported), (one, two)
        for sides in reported:
            said = [[claims[claim] for claim in side] for side in sides]
            assert any(_opposed(sides, one, two, claims) for one, two in wanted), said
    for one, two in story.apart:
        assert not any(_opposed(sides, one, two, claims) for sides in (*disputes, *updates)), (one, two)


@pytest.mark.parametrize(("text", "expected"), FIGURE_PAIRS)
def test_two_speakers_figures_of_one_thing_dispute_each_other(tmp_path, text: str, expected):
    collection = gather(tmp_path, {"a.txt": f"SELLIN, 11 May 2012\n\n{text}"})
    claims, disputes, updates = _found(collection)
    said = [[[claims[claim] for claim in side] for side in sides] for sides in disputes]
    assert not updates
    assert len(disputes) == (expected is not None), said
    assert expected is None or _opposed(disputes[0], *expected, claims), said


def test_every_mention_of_a_disputed_figure_stands_under_its_side_and_an_echo_is_no_origin(tmp_path):
    story = next(one for one in MORE_FIGURE_STORIES if "three agencies" in one.name)
    collection = gather(tmp_path, {f"{number}.txt": text for number, text in enumerate(story.articles)})
    (dispute,) = (one for one in match(collection).disputes if one.kind == "figures")
    articles = {claim.id: claim.source for claim in collection.claims}
    assert [len({articles[claim] for claim in side}) for side in dispute.sides] == [2, 2]
    assert dispute.origins == (1, 1)
