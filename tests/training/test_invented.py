"""The invented stories: their labels stand on their texts, and the plain ones are found at a rate."""

import json
from collections import Counter
from pathlib import Path

import pytest

import claimgraph.training
from claimgraph.match import match
from claimgraph.training.speakers import rates, scored, statements
from claimgraph.training.weights import labelled

STORIES = Path(claimgraph.training.__file__).parent / "stories"
NAMES = ("reports", "stories", "trios")
FOUND, WRONG = 0.3, 0.15
STORIES_READ = 12
"""Stories in which speakers are scored: as many as there is time for."""
COVERED, PRECISION, RECALL = 0.9, 0.85, {"within": 0.65, "across": 0.35}


def lines(name: str) -> list[dict]:
    return [json.loads(line) for line in (STORIES / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_every_label_stands_on_words_of_its_articles(name: str) -> None:
    texts = {one["id"]: one["text"] for one in lines(f"{name}_articles.jsonl")}
    for label in lines(f"{name}_labels.jsonl"):
        sides = [conflict[side] for conflict in label["conflicts"] for side in "ab"]
        spans = [span for side in sides for span in side] + [
            span for pair in label["compatible"] for span in pair
        ]
        assert {doc for doc, _, _ in spans} <= set(label["docs"]) <= texts.keys()
        assert all(texts[doc][start:end].strip() == texts[doc][start:end] != "" for doc, start, end in spans)
        assert label["half"] in {"learnt", "unread"}
        assert all(conflict["strength"] in {"plain", "soft", "small"} for conflict in label["conflicts"])


@pytest.mark.parametrize("name", NAMES)
def test_half_of_the_stories_at_least_were_never_learnt_from(name: str) -> None:
    halves = [label["half"] for label in lines(f"{name}_labels.jsonl")]
    assert halves.count("unread") >= halves.count("learnt") > 0


def counted(tmp_path: Path, sort: str) -> tuple[int, int, int]:
    """Return the reports, those with a right dispute, and those with a wrong one, among the unread of a sort."""
    unread = [one for one in lines("reports_labels.jsonl") if (one["set"], one["half"]) == (sort, "unread")]
    file = tmp_path / "labels.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in unread), encoding="utf-8")
    read = right = wrong = 0
    for story, _, _ in labelled(file, [STORIES / "reports_articles.jsonl"], "unread"):
        pairs = [
            [tuple(pair) for pair in one.pairs if len(pair) == 2] for one in match(story.collection).disputes
        ]
        held = [any(story.is_right(*pair) for pair in dispute) for dispute in pairs]
        read, right, wrong = read + 1, right + any(held), wrong + (not all(held))
    return read, right, wrong


def test_plain_contradictions_of_reports_never_learnt_from_are_found(tmp_path: Path) -> None:
    read, right, wrong = counted(tmp_path, "plain")
    assert right >= FOUND * read
    assert wrong <= WRONG * read


def test_reports_in_which_nothing_contradicts_give_hardly_a_dispute(tmp_path: Path) -> None:
    read, _, wrong = counted(tmp_path, "none")
    assert wrong <= WRONG * read


@pytest.mark.parametrize("name", ["stories", "trios"])
def test_every_speaker_label_stands_on_words_of_its_article(name: str) -> None:
    texts = {one["id"]: one["text"] for one in lines(f"{name}_articles.jsonl")}
    for one in lines(f"{name}_speakers.jsonl"):
        start, end = one.get("mention", (one["start"], one["end"]))
        assert texts[one["doc"]][start:end].strip()
        assert one["speakers"]
        assert one["half"] in {"learnt", "unread"}


def test_who_speaks_is_told_alike_in_stories_never_learnt_from(tmp_path: Path) -> None:
    spoken = list(statements(STORIES / "stories_speakers.jsonl", "unread"))
    docs = {one.doc for one in spoken}
    told = [one for one in lines("stories_labels.jsonl") if docs.issuperset(one["docs"])]
    file = tmp_path / "labels.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in told[:STORIES_READ]), encoding="utf-8")
    counts: Counter[str] = Counter()
    for story, _, _ in labelled(file, [STORIES / "stories_articles.jsonl"], "unread"):
        counts.update(scored(spoken, story.collection))
    assert counts["covered"] >= COVERED * counts["labelled"] > 0
    for where, least in RECALL.items():
        precision, recall = rates(counts, where)
        assert precision >= PRECISION, where
        assert recall >= least, where
