"""A source too long for one reading is read in portions; nothing is lost and every position holds."""

import hashlib

import pytest

from claimgraph.extract import extract, portions
from claimgraph.model import Source
from claimgraph.read.blocks import read_blocks

PARAGRAPH = "Mayor Ada Holt said bridge {n} was closed on Monday. She denied that it had been repaired."


def source_of(text: str) -> Source:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Source(
        id=Source.make_id("long.txt", sha256),
        name="long.txt",
        path="long.txt",
        sha256=sha256,
        text=text,
        blocks=read_blocks(text),
    )


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "LONGEST", 400)


@pytest.mark.parametrize("between", ["\n\n", " "])
@pytest.mark.usefixtures("small")
def test_every_statement_of_every_portion_is_kept(between):
    text = between.join(PARAGRAPH.format(n=n) for n in range(30))
    source = source_of(text)
    extraction = extract(source)
    told = [claim for claim in extraction.claims if claim.cue is not None]
    assert [claim.text for claim in told if claim.act == "assert"] == [
        f"bridge {n} was closed on Monday" for n in range(30)
    ]
    assert sum(claim.act == "deny" for claim in told) == 30
    assert all(text[claim.start : claim.end] == claim.text for claim in told)
    assert len({claim.id for claim in told}) == len(told)


@pytest.mark.usefixtures("small")
def test_a_speaker_of_many_portions_is_one():
    extraction = extract(source_of("\n\n".join(PARAGRAPH.format(n=n) for n in range(30))))
    assert [speaker.name for speaker in extraction.speakers if speaker.kind == "person"] == ["Ada Holt"]


def test_a_source_of_ordinary_length_is_read_whole():
    source = source_of("\n\n".join(PARAGRAPH.format(n=n) for n in range(30)))
    assert list(portions.portions(source)) == [source]


@pytest.mark.usefixtures("small")
def test_portions_hold_every_block_once_and_in_order():
    source = source_of("\n\n".join(PARAGRAPH.format(n=n) for n in range(30)))
    read = list(portions.portions(source))
    assert len(read) > 5
    assert tuple(block for portion in read for block in portion.blocks) == source.blocks
