"""Contrast groups: ten statements each, articles in which every one stands where it is said to, and pairs."""

import json
from collections import Counter
from pathlib import Path

import pytest

import claimgraph.training
from claimgraph.errors import ClaimgraphError
from claimgraph.match import match
from claimgraph.tracker import ClaimGraph
from claimgraph.training.contrasts import article, contrasts, lines, stories
from claimgraph.training.judge.pairs import of_contrasts

FILES = sorted((Path(claimgraph.training.__file__).parent / "judge" / "contrasts").glob("*.jsonl"))
EVERY = [group for path in FILES for group in contrasts(path)]
GROUPS = 60
CLAIMS, RIGHT = 0.9, 0.5
"""Share of statements that are read as claims, and of reported disputes that oppose the sides, at least."""


def test_every_group_has_three_against_three_and_four_that_tempt() -> None:
    assert len(EVERY) > 1500
    for group in EVERY:
        assert [len(group.told[side]) for side in "abc"] == [3, 3, 4], group.name
        assert all(
            who and words and verb in {"says", "denies"}
            for side in group.told.values()
            for who, verb, words in side
        )
    assert len({one.name for one in EVERY}) == len(EVERY)


def test_half_of_the_groups_were_never_learnt_from() -> None:
    halves = Counter(one.half for one in EVERY)
    assert abs(halves["unread"] - halves["learnt"]) < len(EVERY) / 10


def test_every_statement_stands_in_the_article_where_it_is_said_to() -> None:
    for group in EVERY[::20]:
        text, places = article(group)
        assert Counter(side for _, _, side in places) == {"a": 3, "b": 3, "c": 4}
        assert "\n\n".join(text[start:end] for start, end, _ in places) == text.strip()


def test_pairs_of_the_sides_are_conflicts_and_others_none() -> None:
    pairs = [one for half in ("learnt", "unread") for one in of_contrasts(FILES[0], half)]
    kinds = Counter((one.kind, one.target) for one in pairs)
    groups = sum(1 for _ in contrasts(FILES[0]))
    learnt = {group.name for group in contrasts(FILES[0]) if group.half == "learnt"}
    assert {one.story for one in of_contrasts(FILES[0])} == learnt
    assert kinds == {
        ("contrast", 1.0): 9 * groups,
        ("agreeing", 0.0): 6 * groups,
        ("beside", 0.0): 30 * groups,
    }


@pytest.mark.parametrize("broken", ["no", "{}", json.dumps({"a": [["he", "says"]], "b": [], "c": []})])
def test_a_broken_group_is_named_by_its_line(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "groups.jsonl"
    path.write_text(f"{broken}\n", encoding="utf-8")
    with pytest.raises(ClaimgraphError, match=r"groups\.jsonl, line 1"):
        list(contrasts(path))


def test_statements_are_claims_and_reported_disputes_mostly_hold(tmp_path: Path) -> None:
    groups = [one for one in EVERY if one.half == "unread"][:GROUPS]
    file = tmp_path / "groups.jsonl"
    file.write_text(lines(groups), encoding="utf-8")
    with ClaimGraph.open([file]) as read:
        found = list(stories(groups, read.collection()))
    sides = [side for story in found for side in story.groups[0]]
    assert sum(map(bool, sides)) >= CLAIMS * len(sides)
    pairs = [(story, dispute.pairs) for story in found for dispute in match(story.collection).disputes]
    right = sum(
        any(story.is_right(*pair) for pair in map(tuple, held) if len(pair) == 2) for story, held in pairs
    )
    assert right >= RIGHT * len(pairs)
