"""The whole way, on invented stories: what must be found, what must not, and the same every time."""

import json

import pytest
from gathering import gathered
from invented import STORIES, whole
from rates import check_rate

from claimgraph import ClaimGraph

MUST = {name: list(story.disputed) for name, story in STORIES.items()}
MUST_NOT = {name: list(story.undisputed) for name, story in STORIES.items()}


def test_every_pair_stands_in_its_articles() -> None:
    for story in STORIES.values():
        texts = " ".join(story.articles.values())
        for pair in (*story.disputed, *story.undisputed):
            assert all(words in texts for words in pair), pair


def test_what_must_be_disputed_is_found() -> None:
    def check(one: str, two: str) -> None:
        assert whole().disputes_of(one, two), "not found"

    check_rate(MUST, check, 0.7)


@pytest.mark.parametrize("story", STORIES)
def test_of_every_story_by_itself_most_is_found(story: str) -> None:
    def check(one: str, two: str) -> None:
        assert whole(story).disputes_of(one, two), "not found"

    check_rate(MUST[story], check, 0.5)


def test_what_is_of_two_things_is_not_disputed() -> None:
    def check(one: str, two: str) -> None:
        assert not whole().disputes_of(one, two)

    check_rate(MUST_NOT, check, 1.0)


def test_no_dispute_update_or_agreement_joins_two_stories() -> None:
    found = whole()
    held = [*found.matching.disputes, *found.matching.updates]
    joined = [{found.story_of(claim) for side in one.sides for claim in side} for one in held]
    joined += [{found.story_of(one.a), found.story_of(one.b)} for one in found.matching.agreements]
    assert [one for one in joined if len(one) > 1] == []


def test_few_disputes_are_found_that_nobody_listed() -> None:
    found = whole()
    listed = [pair for pairs in MUST.values() for pair in pairs]
    right = {one.id for pair in listed for one in found.disputes_of(*pair)}
    assert len(found.matching.disputes) - len(right) <= len(listed) / 3, found.told()


@pytest.mark.parametrize(
    "denial",
    [
        "The company denied the allegation.",
        "Larkin rejected the accusations.",
        "Larkin denies it.",
        "Larkin has denied wrongdoing.",
        "Larkin called it a lie.",
        "“Nonsense,” a spokesman for Larkin said.",
        "Larkin denied all of this.",
        "Larkin denied everything.",
        "Larkin denied both.",
    ],
)
def test_a_denial_in_hardly_a_word_is_of_the_accusation_before_it(denial: str) -> None:
    charge = "The cooks’ guild accused Larkin of hiding a report on mould in the cannery."
    text = f"Mould in a cannery\n\nSTAVE, June 3, 2031 - {charge} {denial}\n\nRain fell over the hills.\n"
    assert [one.kind for one in gathered({"a.txt": text}).matching.disputes] == ["denial"]


def test_whoever_denies_stands_on_the_second_side_of_a_denial() -> None:
    found = whole()
    for dispute in found.matching.disputes:
        if dispute.kind == "denial":
            claims = [found.claims[claim] for claim in dispute.sides[1]]
            assert any(one.act == "deny" or one.polarity == "denied" or one.pointer for one in claims)


def test_the_same_articles_give_the_same_bytes() -> None:
    articles = {name: text for story in STORIES.values() for name, text in story.articles.items()}
    first, second = (
        json.dumps(one.matching.model_dump(mode="json")) for one in (whole(), gathered(articles))
    )
    assert first == second


def test_why_tells_a_found_pair(tmp_path: object) -> None:
    found = whole()
    folder = tmp_path
    for name, text in STORIES["mill"].articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    with ClaimGraph.open(folder) as graph:
        (one, *_) = graph.match().disputes
        assert one.id in {dispute.id for dispute in found.matching.disputes}
        told = graph.why(one.sides[0][0], one.sides[1][0])
    assert "denied" in str(told)


def test_what_two_stories_say_of_each_other_hangs_on_no_third() -> None:
    alone = {story: whole(story).matching for story in STORIES}
    together = whole().matching
    for kind in ("disputes", "updates", "agreements"):
        single = {one.model_dump_json() for found in alone.values() for one in getattr(found, kind)}
        assert {one.model_dump_json() for one in getattr(together, kind)} == single, kind


def test_an_article_printed_twice_gives_every_dispute_once() -> None:
    said = "The cooks’ guild accused Larkin of hiding a report on mould in the cannery. Larkin denied it."
    text = f"Mould in a cannery\n\nSTAVE, June 3, 2031 - {said}\n\nRain fell over the {{}}.\n"
    twice = {name: text.format(name) for name in ("hills", "harbour")}
    found = gathered({f"{name}.txt": article for name, article in twice.items()})
    (dispute,) = found.matching.disputes
    assert [{found.claims[claim].source for claim in side} for side in dispute.sides] == [
        {one.id for one in found.collection.sources}
    ] * 2


def test_no_two_disputes_have_one_id() -> None:
    ids = [one.id for one in whole().matching.disputes]
    assert len(ids) == len({*ids})
