"""The matcher's weights are fitted on labelled pairs with their signs fixed, and judged on unseen stories."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.match.clues import AGAINST, CLUES
from claimgraph.match.fields import FIELDS
from claimgraph.model import Collection
from claimgraph.tracker import ClaimGraph
from claimgraph.training.mixed import looked_across
from claimgraph.training.weights import (
    ROWS,
    SMALLEST,
    Example,
    Story,
    _answers,
    area,
    fit,
    left_out,
    main,
    scored,
    written,
)

STRIKE = (
    "OSTROW, May 2, 2031 (Board Review) - The dockers' union accused Ostrow Shipping on Friday of hiding safety "
    "reports. Ostrow Shipping denied the accusation.\n\n"
    "Union leader Hana Dvorak said the crane at the quay was broken. Harbour master Pavel Nemec said the crane at "
    "the quay was working.\n\n"
    "The union said 300 dockers walked out. Ostrow Shipping said 120 dockers walked out.\n"
)
PAIRS = (
    ("hiding safety reports", "the accusation"),
    ("the crane at the quay was broken", "the crane at the quay was working"),
    ("300 dockers walked out", "120 dockers walked out"),
)


def example(story: str, answers: Mapping[str, float], right: bool) -> Example:
    return Example(story=story, fold=story, answers=answers, right=right)


def learned(name: str, *, helps: bool) -> float:
    """Return the weight of an answer that goes with what is right, or with what is wrong."""
    examples = [
        example(f"story {number % 3}", {name: 1.0} if right == helps else {"story same": 1.0}, right)
        for number, right in enumerate([True, False] * 30)
    ]
    weights, _ = fit(examples)
    return weights[name]


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_the_same_speaks_for_it_and_what_differs_against_it_whatever_the_examples_say(name: str) -> None:
    for helps in (True, False):
        assert learned(f"{name} same", helps=helps) >= 0
        assert learned(f"{name} different", helps=helps) <= 0


@pytest.mark.parametrize("name", sorted(set(CLUES) - set(FIELDS)))
def test_a_clue_speaks_its_way(name: str) -> None:
    for helps in (True, False):
        weight = learned(f"{name} same", helps=helps)
        assert weight <= 0 if name in AGAINST else weight >= 0


def test_what_goes_with_what_is_right_weighs_more() -> None:
    assert learned("wording same", helps=True) > learned("wording same", helps=False)
    assert learned("when different", helps=True) > learned("when different", helps=False)


def test_nothing_is_learned_from_nothing_right() -> None:
    assert fit([]) == ({}, 0.0)
    assert fit([example("a", {"wording same": 1.0}, right=False)]) == ({}, 0.0)
    assert fit([example("a", {}, right=True)]) == ({}, 0.0)


def test_rare_rights_make_the_bias_speak_against() -> None:
    rare = [example("a", {"wording same": 0.5}, right=number == 0) for number in range(40)]
    often = [example("a", {"wording same": 0.5}, right=number != 0) for number in range(40)]
    assert fit(rare)[1] < fit(often)[1]


EXAMPLES = st.lists(
    st.builds(
        example,
        st.sampled_from(["a", "b", "c"]),
        st.dictionaries(
            st.sampled_from(
                ["wording same", "wording different", "when different", "apart same", "plain same"]
            ),
            st.floats(0.1, 1),
            max_size=4,
        ),
        st.booleans(),
    ),
    max_size=20,
)


@given(EXAMPLES)
@settings(max_examples=40, deadline=None)
def test_any_examples_give_weights_of_the_right_sign_and_chances(examples: list[Example]) -> None:
    weights, bias = fit(examples)
    assert np.isfinite([bias, *weights.values()]).all()
    for name, weight in weights.items():
        against = name.endswith("different") or name.startswith("apart")
        assert weight <= 0 if against else weight >= 0
    chances = scored(examples, (weights, bias))
    assert ((chances >= 0) & (chances <= 1)).all()


@given(EXAMPLES)
@settings(max_examples=20, deadline=None)
def test_fitting_twice_gives_the_same(examples: list[Example]) -> None:
    assert fit(examples) == fit(examples)


def test_right_pairs_are_ranked_above_wrong_ones() -> None:
    right = [example(f"story {n}", {"wording same": 0.9}, right=True) for n in range(4)]
    wrong = [example(f"story {n}", {"wording same": 0.1}, right=False) for n in range(4) for _ in range(3)]
    figures = left_out([*right, *wrong])
    assert (figures["pairs"], figures["right"]) == (16, 4)
    assert figures["auc"] == 1


def test_a_story_is_judged_by_weights_that_have_not_seen_it() -> None:
    """In the one story wording speaks for, in the other against; neither can learn from itself."""
    one = [
        example("one", {"plain same": 1.0 if n % 2 else 0.0, "wording same": 1.0}, right=bool(n % 2))
        for n in range(8)
    ]
    two = [
        example("two", {"plain same": 0.0 if n % 2 else 1.0, "wording same": 1.0}, right=bool(n % 2))
        for n in range(8)
    ]
    assert left_out([*one, *two])["auc"] <= 0.5
    assert left_out(one)["auc"] <= 0.5


@pytest.mark.parametrize(
    ("chances", "rights", "auc"),
    [
        ((0.9, 0.1), (True, False), 1),
        ((0.1, 0.9), (True, False), 0),
        ((0.5, 0.5), (True, False), 0.5),
        ((0.9, 0.5, 0.7), (True, False, True), 1),
        ((0.9, 0.5, 0.4), (True, False, True), 0.5),
        ((0.9, 0.5), (True, True), 0.5),
        ((), (), 0.5),
    ],
)
def test_the_share_ranked_rightly(chances: tuple, rights: tuple, auc: float) -> None:
    assert area(np.array(chances), np.array(rights, dtype=np.bool_)) == auc


def test_what_is_written_is_what_the_matcher_reads() -> None:
    weights = {"wording same": 1.234, "wording different": -0.5, "when different": -SMALLEST / 2}
    text = written(dict.fromkeys(ROWS, (weights, -3.456)))
    for row, table in tomllib.loads(text).items():
        assert row in ROWS
        assert table == {"bias": -3.46, "wording": {"same": 1.23, "different": -0.5}}
    assert text.startswith("# ")


def test_a_pair_is_right_when_it_stands_on_two_sides_of_one_dispute() -> None:
    story = Story("a", Collection(), [[{"c1", "c2"}, {"c3"}], [{"c4"}, {"c1"}, {"c5"}]])
    assert story.is_right("c1", "c3")
    assert story.is_right("c3", "c2")
    assert story.is_right("c4", "c1")
    assert story.is_right("c4", "c5")
    assert not story.is_right("c1", "c2")
    assert not story.is_right("c3", "c4")
    assert not story.is_right("c1", "c9")


def test_a_mention_is_a_claim_when_they_share_half_of_the_shorter() -> None:
    class Spanned:
        start, end, content = 10, 30, ((10, 30),)

    for mention, answers in (
        ({"start": 10, "end": 30}, True),
        ({"start": 0, "end": 20}, True),
        ({"start": 12, "end": 14}, True),
        ({"start": 29, "end": 60}, False),
        ({"start": 30, "end": 40}, False),
        ({"start": 90, "end": 99, "line": [10, 30]}, True),
    ):
        assert _answers(Spanned, mention) is answers


def write_story(folder: Path) -> list[str]:
    """Write articles and their gold list; return their paths."""
    articles, gold = folder / "strike.jsonl", folder / "gold.json"
    articles.write_text(
        json.dumps({"id": "strike", "text": STRIKE, "published": "2031-05-02"}) + "\n", encoding="utf-8"
    )
    gold.write_text(
        json.dumps({"disputes": [{"a": [mention(one)], "b": [mention(two)]} for one, two in PAIRS]}),
        encoding="utf-8",
    )
    return [str(articles), str(gold)]


def mention(words: str) -> dict[str, object]:
    start = STRIKE.index(words)
    return {"doc": "strike", "start": start, "end": start + len(words), "text": words}


def test_the_command_learns_from_articles_and_their_gold_list(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    output = tmp_path / "weights.toml"
    assert main([*write_story(tmp_path), "-o", str(output)]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert set(figures) == set(ROWS)
    assert figures["denied"]["right"] >= 1
    assert sum(row["right"] for row in figures.values()) >= 2
    table = tomllib.loads(output.read_text(encoding="utf-8"))
    assert set(table) == set(ROWS)
    for row in ROWS:
        assert set(table[row]) - {"bias"} <= set(FIELDS) | set(CLUES)


def test_the_command_learns_from_reading_labels(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    articles, labels = tmp_path / "articles.jsonl", tmp_path / "labels.jsonl"
    articles.write_text(
        json.dumps({"doc_id": "strike", "text": STRIKE, "date": "2031-05-02"}) + "\n", encoding="utf-8"
    )
    conflicts = [
        {
            side: [["strike", mention(words)["start"], mention(words)["end"]]]
            for side, words in zip("ab", pair, strict=False)
        }
        for pair in PAIRS
    ]
    lines = [
        {"set": "one", "docs": ["strike"], "conflicts": conflicts},
        {"set": "packed", "docs": ["strike"]},
        {"set": "gone", "docs": ["elsewhere"], "conflicts": []},
    ]
    labels.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert main(["--labels", str(labels), "--articles", str(articles)]) == 0
    assert json.loads(capsys.readouterr().out)["denied"]["right"] >= 1


def test_what_two_stories_tell_alike_is_learned_to_be_wrong(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    found = []
    for folder, walked in (("one", "300"), ("two", "900")):
        text = STRIKE.replace("300", walked)
        path = tmp_path / folder / f"{folder}.jsonl"
        path.write_text(json.dumps({"id": folder, "text": text, "published": "2031-05-02"}), encoding="utf-8")
        with ClaimGraph.open([path]) as tracker:
            found.append(Story(folder, tracker.collection(), []))
    across = list(looked_across(found))
    assert {row for row, _ in across} >= {"count"}
    assert not any(one.right for _, one in across)
    assert list(looked_across(found[:1])) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [([], "nothing to learn from"), (["a.jsonl"], "gold list"), (["gone.jsonl", "gone.json"], "gone.json")],
)
def test_the_command_says_in_one_line_what_it_lacks(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
