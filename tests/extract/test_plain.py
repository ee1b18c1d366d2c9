"""Characters nobody sees change nothing that is read, and every span stands in the text as it is."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.extract import extract
from claimgraph.extract.attribution.finding import attributed
from claimgraph.extract.plain import plain
from claimgraph.extract.speakers.unify import unify
from claimgraph.lexicon.characters import UNSEEN
from claimgraph.model import Block, Source

PLAIN = (
    "Dam failed at Kestrel\n\n"
    "Viktor Marlöw, the mayor, said on 3 May 2031 that the dam had failed and that 12 people were injured.\n\n"
    "He denied that the dam had been sold. The figure could not be independently verified.\n"
)
DRESSED = {
    "soft hyphens": PLAIN.replace("Marlöw", "Mar\u00adlöw").replace("injured", "in\u00adjured"),
    "zero width": PLAIN.replace("Marlöw", "Mar\u200blöw").replace("said", "sa\u200did"),
    "letters in two parts": unicodedata.normalize("NFD", PLAIN),
    "directions": PLAIN.replace("Viktor", "\u202eViktor\u202c").replace("denied", "\u200edenied"),
    "a mark at the start": "\ufeff" + PLAIN,
    "all of them": "\ufeff"
    + unicodedata.normalize("NFD", PLAIN.replace("Marlöw", "M\u00ada\u200brlöw\u00ad")),
}


def source_of(text, identity="s1"):
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(start=start, end=start + len(part.rstrip("\n")), kind="body"))
        start += len(part) + 2
    return Source(
        id=identity, name="dam.txt", path="dam.txt", sha256="0" * 64, text=text, blocks=tuple(blocks)
    )


def told(extraction):
    """What was found, but for where it stands."""
    return [
        (
            claim.act,
            claim.polarity,
            claim.terms,
            claim.speakers,
            claim.said,
            [(q.low, q.high) for q in claim.quantities],
        )
        for claim in extraction.claims
    ]


@pytest.mark.parametrize("text", DRESSED.values(), ids=DRESSED)
def test_what_nobody_sees_changes_nothing_that_is_read(text):
    bare, found = extract(source_of(PLAIN)), extract(source_of(text))
    assert len(found.claims) >= 3
    assert told(found) == told(bare)
    assert found.speakers == bare.speakers
    assert "Viktor Marlöw" in {speaker.name for speaker in found.speakers}
    assert [flag.kind for flag in found.flags] == [flag.kind for flag in bare.flags]


@pytest.mark.parametrize("text", DRESSED.values(), ids=DRESSED)
def test_every_span_stands_in_the_text_as_it_is(text):
    for claim in extract(source_of(text)).claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.start == min(start for start, _ in claim.content)
        for span in (*claim.content, claim.cue, claim.mention, *(one.span for one in claim.quantities)):
            if span:
                words = text[slice(*span)]
                assert words == words.strip("\ufeff \u00ad\u200b\u202c")
                assert not unicodedata.combining(text[span[1] : span[1] + 1] or " ")
    mentions = {text[slice(*claim.mention)] for claim in extract(source_of(text)).claims if claim.mention}
    bare = {unicodedata.normalize("NFC", re.sub(f"[{UNSEEN}]", "", one)) for one in mentions}
    assert any(one.startswith("Viktor Marlöw") for one in bare)


@pytest.mark.parametrize("text", DRESSED.values(), ids=DRESSED)
def test_attributions_stand_where_the_claims_stand(text):
    found = {span for one in attributed(source_of(text)) for span in one.content}
    assert found
    assert found <= {span for claim in extract(source_of(text)).claims for span in claim.content}


def test_ordinary_text_is_read_as_it_is():
    assert plain(source_of("The café’s owner said “no” — twice; naïve.\n")) is None


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="ab o\u0308\u0301\u00ad\u200b\u202e.\n", max_size=40), st.data())
def test_positions_go_there_and_back(text, data):
    read = plain(source_of(text))
    if read is None:
        return
    copy = read.source.text
    start = data.draw(st.integers(0, len(copy)))
    end = data.draw(st.integers(start, len(copy)))
    low, high = read.back((start, end))
    assert 0 <= low <= high <= len(text)
    again = plain(source_of(text[low:high]))
    bare = text[low:high] if again is None else again.source.text
    assert bare == copy[start:end] or unicodedata.normalize("NFC", bare) == unicodedata.normalize(
        "NFC", copy[start:end]
    )
    for block in read.source.blocks:
        assert 0 <= block.start <= block.end <= len(copy)


def test_a_name_with_letters_that_look_alike_is_marked_and_stays_apart():
    real = extract(source_of(PLAIN.replace("Marlöw", "Marlow"), "s1"))
    false = extract(source_of(PLAIN.replace("Marlöw", "M\u0430rlow"), "s2"))
    (speaker,) = [one for one in false.speakers if one.kind == "person"]
    assert any("look like Latin ones: “\u0430” (U+0430)" in line for line in speaker.evidence)
    (known,) = [one for one in real.speakers if one.kind == "person"]
    assert not known.evidence or "look like" not in " ".join(known.evidence)
    canonical = unify([known, speaker])
    assert canonical[known.id].id != canonical[speaker.id].id
