"""What two articles say against each other, and what only looks like it, from text to dispute."""

import pytest
from contradiction_pairs import PAIRS, Pair

from claimgraph.extract import extract
from claimgraph.match import match
from claimgraph.model import Collection
from claimgraph.read import scan


def _kinds(folder, pair: Pair) -> list[str]:
    for name, (day, text) in zip(("first.txt", "second.txt"), (pair.first, pair.second), strict=True):
        (folder / name).write_text(f"{day}\n\n{text}\n", encoding="utf-8")
    sources = [item.source() for item in scan([folder])]
    found = [extract(source, engine="rules") for source in sources]
    collection = Collection(
        sources=tuple(sources),
        speakers=tuple({one.id: one for each in found for one in each.speakers}.values()),
        subjects=tuple({one.id: one for each in found for one in each.subjects}.values()),
        claims=tuple(claim for each in found for claim in each.claims),
    )
    return [dispute.kind for dispute in match(collection).disputes]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_two_articles_dispute_each_other_only_where_both_cannot_be_right(tmp_path, pair: Pair):
    assert _kinds(tmp_path, pair) == ([pair.kind] if pair.kind else [])
