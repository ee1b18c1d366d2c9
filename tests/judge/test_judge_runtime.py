"""The judge reads pairs in both orders, gives the same bits each time, and runs only checked weights."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.errors import ClaimgraphError
from claimgraph.judge import Judge, shared_judge
from claimgraph.judge.runtime import FILES, LENGTH, WEIGHTS
from claimgraph.networks import MANIFEST
from claimgraph.training.judge import STORIES
from claimgraph.training.judge.kept import unread
from claimgraph.training.judge.pairs import of_mini_stories, thinned
from claimgraph.training.judge.score import table

WORDS = st.lists(
    st.sampled_from(["mill", "dam", "burst", "never", "says:", "mayor", "14", "the,", "“no”", "|", "✓"]),
    max_size=40,
).map(" ".join)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped weights that may be spoilt."""
    for name in (*FILES, MANIFEST):
        shutil.copyfile(WEIGHTS / name, tmp_path / name)
    return tmp_path


def test_the_shipped_weights_are_small() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 30_000_000


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused_with_a_remedy(copied: Path, name: str) -> None:
    content = bytearray((copied / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / name).write_bytes(content)
    with pytest.raises(ClaimgraphError, match=rf"{name} is damaged.*reinstall claimgraph"):
        Judge(copied)


@given(WORDS, WORDS)
@settings(max_examples=25, deadline=None)
def test_an_answer_is_a_probability_and_asks_for_no_order(one: str, two: str) -> None:
    judge = shared_judge()
    answer = judge(one, two)
    assert 0 <= answer <= 1
    assert judge(two, one) == pytest.approx(answer, abs=1e-6)
    assert judge(one, two) == answer


def test_what_is_longer_than_is_read_is_cut() -> None:
    long = "the dam burst " * LENGTH
    assert 0 <= shared_judge()(long, "nothing burst") <= 1


def test_another_process_gets_the_same_bits() -> None:
    asked = ("the mayor says: the dam held", "villagers says: the water came through the wall at night")
    program = f"from claimgraph.judge import shared_judge; print(shared_judge()(*{asked!r}).hex())"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert float.fromhex(told.strip()) == shared_judge()(*asked)


def test_conflicts_of_stories_it_never_learnt_from_are_ranked_above_the_other_pairs() -> None:
    pairs = [
        one for path in sorted(STORIES.glob("*.jsonl")) for one in of_mini_stories(path) if unread(one.story)
    ]
    some = thinned(pairs, 2)[::12]
    judge = shared_judge()
    ranks = table(some, [judge(one.one, one.two) for one in some])
    assert ranks["invented against invented"]["conflicts"] > 60
    assert ranks["invented against invented"]["auc"] > 0.75


@pytest.mark.parametrize(
    ("one", "two", "answer"),
    [
        ("The mill burned down in May.", "The mill never burned.", 0.5969),
        ("Fourteen drowned.", "Two drowned, the mayor said.", 0.4422),
        ("The dam is safe.", "The dam holds, engineers said.", 0.5220),
    ],
)
def test_the_answers_are_those_of_every_processor(one: str, two: str, answer: float) -> None:
    # Sums of 8-bit products that overflow, as they may on some processors, move these by up to .17.
    assert shared_judge()(one, two) == pytest.approx(answer, abs=2e-3)
