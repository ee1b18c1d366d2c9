"""Articles cut, doubled, shuffled and spiked: each is read or refused in one line, in time; nothing breaks.

`make fuzz FUZZ=100000` makes so many; the default run makes a few. The same number gives the same inputs.
`ARTICLES=folder` mutates the .txt, .html, .jsonl and .pdf files of a folder of yours as well.
"""

import io
import json
import os
import random
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from claimgraph import ClaimGraph
from claimgraph.errors import InputRefusedError
from claimgraph.extract import extract
from claimgraph.model import Extraction, Source
from claimgraph.read import scan

INPUTS = int(os.environ.get("CLAIMGRAPH_FUZZ", "50"))
BATCHES = max(10, INPUTS // 1_000)
"""A batch is kept, matched and reported as one case: its memory is limited, and grows with its inputs."""
EXTRACTED = 10
"""One input of so many that could be read is extracted as well."""
PATIENCE = 120
"""Seconds after which an input counts as one that never ends; the slowest takes a few."""
MEMORY = 1024
"""Megabytes by which a batch may make the process grow."""
DATA = Path(__file__).parents[2] / "data"
GIVEN = os.environ.get("CLAIMGRAPH_FUZZ_ARTICLES")
FORMATS = ("md", "html", "json", "csv")
SPIKES = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", "\u202e".encode(), "\u00ad".encode(), "o\u0308".encode(), b"<", b"</body>",
    b"<div>" * 50, b"<!--", b'"' * 20, "“".encode(), b"who said " * 20, b"\r", b"\n\n", b"\\", b"{", b"9" * 400,
    b"=1+1", b"31 February 2014", "\U0001f4a3".encode(), b"\xed\xa0\x80", b"%PDF", b"stream\n", b"&#x0;", b" " * 500,
]  # fmt: skip


def pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0, invariant=1)
    canvas.drawString(
        50, 700, "The board said on Monday that the spillway had failed and 12 people were hurt."
    )
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def articles() -> list[tuple[str, bytes]]:
    found = [
        (path.suffix, path.read_bytes())
        for folder in (DATA, *([Path(GIVEN)] if GIVEN else []))
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".txt", ".html", ".jsonl", ".pdf"}
    ]
    html = [
        (".html", b"<article><p>" + data.replace(b"\n\n", b"<p>") + b"</article>") for _, data in found[:3]
    ]
    return [*found, *html, (".pdf", pdf())]


def mutated(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 2, 8))):
        at, to = sorted(chance.choices(range(len(data) + 1), k=2))
        to = min(to, at + 2_000)
        piece = data[at:to]
        change = chance.randrange(6)
        if change == 0:
            data = data[:at] + data[to:]
        elif change == 1:
            data = data[:at] + piece * chance.choice((2, 5)) + data[to:]
        elif change == 2:
            data = data[:at] + chance.choice(SPIKES) + data[at:]
        elif change == 3:
            data = data[:at] + bytes(byte ^ chance.randrange(256) for byte in piece[:8]) + data[at + 8 :]
        elif change == 4:
            words = piece.split(b" ")
            chance.shuffle(words)
            data = data[:at] + b" ".join(words) + data[to:]
        else:
            data = data[: max(at, 1)]
    return data


@contextmanager
def in_time():
    def late(*_):
        raise AssertionError(f"still at it after {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def in_memory():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < MEMORY, f"{grown:.0f} MB"


def taken(path: Path, number: int) -> Iterator[tuple[Source, Extraction]]:
    """Read what is in a file, and extract some of it; only a refusal of one line may come of it."""
    for found in scan([path]):
        try:
            if isinstance(found, InputRefusedError):
                raise found
            source = found.source()
        except InputRefusedError as refusal:
            told = (str(refusal), refusal.remedy)
        else:
            told = None
        if told is not None:
            assert "\n" not in told[0]
            assert told[1]
            continue
        if number % EXTRACTED == 0:
            extraction = extract(source)
            assert all(source.text[claim.start : claim.end] == claim.text for claim in extraction.claims)
            yield source, extraction


def reported(kept: list[tuple[Source, Extraction]]) -> None:
    """Keep what was extracted, match it, and write every report of it."""
    with ClaimGraph.open() as tracker:
        for source, extraction in kept:
            tracker.store.add(source, extraction)
        assert all(tracker.report(kind) for kind in FORMATS)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_mutation_of_an_article_breaks_anything(tmp_path, articles, batch):
    chance, kept = random.Random(batch), []
    with in_memory():
        for number in range(INPUTS // BATCHES):
            suffix, data = chance.choice(articles)
            path = tmp_path / f"input{suffix}"
            path.write_bytes(mutated(data, chance))
            with in_time():
                kept += taken(path, number)
        reported(kept)


WORDS = [
    "the", "said", "denied", "that", "who", "of", "12", "more", "than", "“", "”", '"', "'", "(", ")", "—", ",", ".",
    ":", ";", "?", "!", "\n", "\n\n", "Tom", "Ann", "Kestrel", "Power", "ministry", "killed", "on", "Monday", "3",
    "May", "2031", "not", "no", "he", "she", "it", "they", "accused", "each", "other", "according", "to", "claim",
    "and", "but", "was", "were", "had", "been",
]  # fmt: skip


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_words_in_an_article_break_its_extraction(tmp_path, batch):
    """Odd sentences of ordinary words: what a parser has never seen."""
    chance, kept = random.Random(1000 + batch), []
    with in_memory():
        for number in range(INPUTS // BATCHES // 5):
            text = " ".join(chance.choices(WORDS, k=chance.choice((5, 60, 300))))
            path = tmp_path / "input.jsonl"
            path.write_text(json.dumps({"id": str(number), "text": text}))
            with in_time():
                kept += taken(path, 0)
        reported(kept)


@settings(
    deadline=None, max_examples=INPUTS // 2, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # fmt: skip
@given(st.sampled_from([".txt", ".md", ".html", ".pdf", ".jsonl"]), st.binary() | st.text().map(str.encode))
def test_no_bytes_break_a_reader(tmp_path, suffix, data):
    path = tmp_path / f"input{suffix}"
    path.write_bytes(data)
    with in_time():
        assert list(taken(path, 1)) == []
