"""Examples for the judge: what readers listed is a conflict, what they named as tempting and passed over is not."""

import json
from collections import Counter
from pathlib import Path

import pytest

from claimgraph.errors import ClaimgraphError
from claimgraph.tracker import ClaimGraph
from claimgraph.training.examples import Story
from claimgraph.training.judge.__main__ import main
from claimgraph.training.judge.kept import unread
from claimgraph.training.judge.pairs import (
    OF_ONE_CONFLICT,
    Pair,
    answered,
    loaded,
    of_mini_stories,
    of_story,
    thinned,
    written,
)
from claimgraph.training.judge.score import table

ARTICLE = (
    "VARN, May 2, 2031 (Varn Mail) - The union said 300 dockers walked out. Varn Shipping said 120 dockers walked "
    "out.\n\nHarbour master Pavel Nemec said the crane was working. Clerk Ada Holm said the crane was broken.\n"
)
MINI = {
    "topic": "a quay",
    "s": [
        ["Nemec", "says", "the crane worked"],
        ["Holm", "says", "it had not moved since May"],
        ["Holm", "says", "it rained"],
    ],
    "c": [[0, 1, "status"]],
}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    path = tmp_path_factory.mktemp("articles") / "quay.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    with ClaimGraph.open(path) as tracker:
        collection = tracker.collection()
    of = {
        words: {one.id for one in collection.claims if words in one.text}
        for words in ("300", "120", "crane was")
    }
    assert all(of.values())
    return Story("quay", collection, [[of["300"], of["120"]]])


def test_a_listed_conflict_is_a_pair_and_is_called_by_its_strength(story: Story) -> None:
    conflicts = [one for one in of_story(story, strength={0: "plain"}) if one.conflict]
    assert conflicts
    assert {one.kind for one in conflicts} == {"plain"}
    assert len(conflicts) <= OF_ONE_CONFLICT
    assert all("300" in one.one + one.two and "120" in one.one + one.two for one in conflicts)


def test_what_no_list_names_is_no_conflict_and_stands_once(story: Story) -> None:
    pairs = of_story(story)
    assert {one.kind for one in pairs if not one.conflict} <= {"looked at", "chance"}
    assert max(Counter(frozenset(one.claims) for one in pairs).values()) == 1


def test_a_tempting_pair_that_is_listed_as_a_conflict_stays_one(story: Story) -> None:
    (one, *_), (two, *_) = (sorted(side) for side in story.groups[0])
    pairs = {frozenset(pair.claims): pair for pair in of_story(story, tempting=[(one, two)])}
    assert pairs[frozenset((one, two))].conflict


def test_the_pairs_are_the_same_each_time(story: Story) -> None:
    assert of_story(story) == of_story(story)


def test_a_mini_story_gives_all_its_pairs(tmp_path: Path) -> None:
    path = tmp_path / "mini.jsonl"
    path.write_text(json.dumps(MINI) + "\n", encoding="utf-8")
    pairs = list(of_mini_stories(path))
    assert [one.target for one in pairs] == [1.0, 0.0, 0.0]
    assert pairs[0].one == "Nemec says: the crane worked"


@pytest.mark.parametrize(
    "broken", ["{}", "no", json.dumps({**MINI, "c": [[0, 9, "who"]]}), json.dumps({**MINI, "c": [[1, 1]]})]
)
def test_a_broken_mini_story_is_named_by_its_line(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "mini.jsonl"
    path.write_text(f"{json.dumps(MINI)}\n{broken}\n", encoding="utf-8")
    with pytest.raises(ClaimgraphError, match=r"mini\.jsonl, line 2"):
        list(of_mini_stories(path))


def some(conflicts: int, others: int) -> list[Pair]:
    return [
        Pair(
            f"s{number}",
            "a says: b",
            "c says: d",
            float(number < conflicts),
            "plain" if number < conflicts else "chance",
        )
        for number in range(conflicts + others)
    ]


def test_thinning_keeps_every_conflict() -> None:
    kept = thinned(some(5, 100), 2)
    assert sum(one.conflict for one in kept) == 5
    assert len(kept) == 15


def test_a_teacher_has_its_share_of_the_target() -> None:
    (one, two) = answered(some(1, 1), [0.5, 0.5], 0.5)
    assert (one.target, two.target) == (0.75, 0.25)


def test_pairs_are_read_as_they_were_written(tmp_path: Path) -> None:
    written(some(2, 2), tmp_path / "pairs.jsonl")
    assert loaded(tmp_path / "pairs.jsonl") == some(2, 2)


def test_no_file_of_pairs_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "odd.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(ClaimgraphError, match=r"odd\.jsonl is no file of pairs.*judge pairs"):
        loaded(tmp_path / "odd.jsonl")


def test_one_story_in_five_is_kept_for_scoring() -> None:
    kept = sum(unread(f"story {number}") for number in range(1000))
    assert 150 < kept < 250


def test_the_table_ranks_each_kind_against_each() -> None:
    told = table(some(2, 2), [0.9, 0.2, 0.1, 0.3])
    assert told == {"plain against chance": {"conflicts": 2, "others": 2, "auc": 0.75}}


def test_the_command_splits_what_is_learnt_from_what_is_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mini.jsonl"
    path.write_text((json.dumps(MINI) + "\n") * 40, encoding="utf-8")
    for flags, output in (([], "learn.jsonl"), (["--unread"], "score.jsonl")):
        assert main(["pairs", "--stories", str(path), *flags, "-o", str(tmp_path / output)]) == 0
    learn, score = ({one.story for one in loaded(tmp_path / name)} for name in ("learn.jsonl", "score.jsonl"))
    assert learn
    assert score
    assert not learn & score
    capsys.readouterr()


def test_nothing_to_learn_from_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pairs", "-o", str(tmp_path / "none.jsonl")]) == 2
    assert "no pair to learn from" in capsys.readouterr().err
