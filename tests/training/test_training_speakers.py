"""Pairs of labelled statements: joined, merged, split, or left out."""

from collections import Counter

import pytest
from ferry import make_extraction, make_source

from claimgraph.model import Collection
from claimgraph.training.speakers import Statement, coreference, rates, scored

SOURCE = make_source()
EXTRACTED = make_extraction(SOURCE)
COLLECTION = Collection(sources=(SOURCE,), speakers=EXTRACTED.speakers, claims=EXTRACTED.claims)
CLAIM = next(claim for claim in EXTRACTED.claims if claim.speakers)


def statement(*speakers: str, others: tuple[str, ...] = ()) -> Statement:
    return Statement(SOURCE.name, CLAIM.content[0], frozenset(speakers), frozenset(others))


@pytest.mark.parametrize(
    ("one", "two", "outcome"),
    [
        (statement("roe"), statement("roe"), "right"),
        (statement("roe"), statement("lund"), "merged"),
        (statement("roe", others=("lund",)), statement("lund"), "left out"),
        (statement("roe", "lund"), statement("lund"), "left out"),
    ],
)
def test_two_statements_of_one_claim_are_joined(one: Statement, two: Statement, outcome: str) -> None:
    assert scored([one, two], COLLECTION) == {"labelled": 2, "covered": 2, f"within {outcome}": 1}


def test_statements_elsewhere_are_not_counted_and_those_without_a_claim_are_not_covered() -> None:
    elsewhere = Statement("another.txt", (0, 40), frozenset({"roe"}), frozenset())
    nowhere = Statement(SOURCE.name, (0, 0), frozenset({"roe"}), frozenset())
    assert scored([elsewhere], COLLECTION) == {"labelled": 0, "covered": 0}
    assert scored([nowhere], COLLECTION)["covered"] == 0


def test_rates_are_of_what_is_joined_and_of_what_should_be() -> None:
    counts = Counter({"within right": 6, "within merged": 2, "within split": 6})
    assert rates(counts, "within") == (0.75, 0.5)
    assert rates(counts, "across") == (0, 0)


def test_the_learnt_half_becomes_coreference_with_every_mention_of_a_name(tmp_path) -> None:
    articles, labels = tmp_path / "a.jsonl", tmp_path / "l.jsonl"
    articles.write_text('{"id": "a", "text": "Ana Roe spoke. She left. Roe wept."}\n', encoding="utf-8")
    row = '{{"half": "{}", "doc": "a", "start": 15, "end": 24, "speakers": ["roe"], "mention": [15, 18]}}\n'
    labels.write_text(row.format("learnt") + row.format("unread"), encoding="utf-8")
    (found,) = coreference(labels, articles)
    assert found["entities"] == [{"mentions": [(0, 7), (15, 18), (25, 28)]}]
