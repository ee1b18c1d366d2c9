"""The whole way from text to disputes on small invented stories."""

import pytest
from stories import STORIES, Story

from claimgraph.extract import extract
from claimgraph.match import match
from claimgraph.model import Claim, Collection, Dispute, Extraction
from claimgraph.read import scan


def _collect(tmp_path, story: Story) -> Collection:
    for name, text in story.articles.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    sources = [item.source() for item in scan([tmp_path])]
    extractions: list[Extraction] = [extract(source, engine="rules") for source in sources]
    return Collection(
        sources=tuple(sources),
        speakers=tuple({one.id: one for found in extractions for one in found.speakers}.values()),
        subjects=tuple({one.id: one for found in extractions for one in found.subjects}.values()),
        claims=tuple(claim for found in extractions for claim in found.claims),
        flags=tuple(flag for found in extractions for flag in found.flags),
    )


def _answers(dispute: Dispute, kind: str, one: str, two: str, claims: dict[str, Claim]) -> bool:
    sides = [[claims[claim].text for claim in side] for side in dispute.sides]
    found = [{words for words in (one, two) if any(words in text for text in side)} for side in sides]
    opposed = any(one in a and two in b for a in found for b in found if a is not b)
    return dispute.kind == kind and opposed


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_the_disputes_found_are_those_an_analyst_finds(tmp_path, story: Story):
    collection = _collect(tmp_path, story)
    claims = {claim.id: claim for claim in collection.claims}
    disputes = match(collection).disputes
    said = [(one.kind, [[claims[claim].text for claim in side] for side in one.sides]) for one in disputes]
    for expected in story.disputes:
        assert any(_answers(one, *expected, claims) for one in disputes), said
    assert len(disputes) == len(story.disputes), said
