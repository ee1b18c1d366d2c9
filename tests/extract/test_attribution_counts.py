"""Two counts of one sentence, each given to whoever gave it."""

import pytest

from claimgraph.extract import extract
from claimgraph.model import Block, Source

TABLE = [
    (
        "Police said 3,000 people marched, although organisers put the figure closer to two million.",
        {("Police", "3,000 people marched"), ("organisers", "the figure closer to two million")},
    ),
    ("Doctors put the toll above 40.", {("Doctors", "the toll above 40")}),
    ("The mayor put the fire out near the harbour.", set()),
    ("The coach put the ball over the line in the two opening games.", set()),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_each_count_is_its_givers(text: str, expected: set[tuple[str, str]]):
    blocks = (Block(start=0, end=len(text), kind="body"),)
    source = Source(id="s1", name="a.txt", path="a.txt", sha256="0", text=text, blocks=blocks)
    claims = [claim for claim in extract(source).claims if claim.mention is not None]
    assert {(text[slice(*claim.mention)], claim.text) for claim in claims} == expected
