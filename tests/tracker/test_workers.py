"""Articles read by several processes are stored as if one had read them, whatever happens to the processes."""

import contextlib
import json
import os
import signal
import sqlite3
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph import ClaimGraph, ClaimgraphError
from claimgraph.read import fenced, scan
from claimgraph.tracker.extracting import Extractor, Task
from claimgraph.tracker.workers import Workers

DAM = (
    "The water board said on {day} May 2031 that the spillway had failed and that {n} people were injured.\n\n"
    "The dam's operator, Kestrel Power, denied that the spillway had failed.\n\n"
    "The valley council said that {m} people were injured. The figure could not be independently verified.\n"
)
UNDATED = "On 3 May the valley council said that 31 people were injured near Kestrel, in the Orrel valley.\n"
PLAIN = Extractor(None, "")


def children() -> set[int]:
    """Return the processes that this one started and that still run."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            pid, _, rest = path.read_text().partition(" (")
            state, parent = rest.rpartition(") ")[2].split()[:2]
            if int(parent) == os.getpid() and state != "Z":
                found.add(int(pid))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A long article before short ones, a copy, two without a year, three that cannot be read, one line twice."""
    place = tmp_path_factory.mktemp("articles")
    long = "".join(DAM.format(day=day, n=day + 9, m=day + 20) + "\n" for day in range(3, 12))
    (place / "a.txt").write_text(long)
    for name, n in zip("bcdefg", range(6), strict=True):
        (place / f"{name}.txt").write_text(DAM.format(day=3, n=12 + n, m=30 + n))
    (place / "g copy.txt").write_text((place / "g.txt").read_text())
    (place / "h.txt").write_text(UNDATED)
    (place / "i.html").write_text(f"<html><body><article><p>{UNDATED}</p></article></body></html>")
    (place / "j.pdf").write_bytes(b"%PDF-1.4 broken")
    (place / "k.txt").write_bytes(b"")
    (place / "l.txt").write_bytes(b"\xff\xfe\x00\x01")
    lines = [{"id": "x", "text": DAM.format(day=day, n=8, m=9)} for day in (3, 4)]
    (place / "m.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return place


def taken_in(folder: Path, case: Path, workers: int | None, kill: bool = False):
    """Return all rows of a case file but times of reading, its report, and what became of the articles."""
    fenced.close()  # what an earlier test began
    before, killed = children(), set()

    def progress(_name: str) -> None:
        running = children() - before
        if kill and running and not killed:
            killed.add(running.pop())
            os.kill(*killed, signal.SIGKILL)

    with ClaimGraph.open(db=case) as tracker:
        result = tracker.ingest(folder, workers=workers, progress=progress)
        told = (replace(result, refused=()), [str(one) for one in result.refused])
        report = tracker.report("json")
    fenced.close()  # of this process, which reads a page itself when it has no workers
    assert bool(killed) == kill
    assert children() == before
    tables = ("sources", "speakers", "claims", "claim_speakers", "flags", "matched", "changes")
    with contextlib.closing(sqlite3.connect(case)) as opened:
        rows = {name: opened.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    return rows, report, told


def test_two_workers_one_of_them_killed_store_what_one_process_stores(folder, tmp_path):
    alone = taken_in(folder, tmp_path / "alone.db", 1)
    several = taken_in(folder, tmp_path / "several.db", 2, kill=True)
    assert several == alone
    _, report, (result, refused) = alone
    assert (len(result.new), len(result.same), result.changed, len(refused)) == (10, 1, ("x",), 3)
    assert json.loads(report)["disputes"]


def test_an_article_that_ends_its_workers_is_refused_in_one_line(folder):
    (found,) = scan([folder / "b.txt"])
    before, stop = children(), threading.Event()

    def end_all() -> None:
        while not stop.wait(0.02):
            for one in children() - before:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)

    killing = threading.Thread(target=end_all)
    killing.start()
    workers = Workers(1, PLAIN)
    outcome = workers.submit(Task(found, "b.txt")).result(timeout=60)
    workers.close()
    stop.set()
    killing.join()
    assert str(outcome.refusal).startswith("b.txt: the process that read it was killed, 2 times; ")
    assert "--workers 1" in str(outcome.refusal)


def test_what_stops_all_articles_is_said_in_the_same_words(folder, monkeypatch):
    monkeypatch.setenv("CLAIMGRAPH_READ_SECONDS", "soon")
    said = []
    for workers in (1, 2):
        with ClaimGraph.open() as tracker, pytest.raises(ClaimgraphError) as failed:
            tracker.ingest([folder / "i.html", folder / "j.pdf"], workers=workers)
        said.append(str(failed.value))
    assert said[0] == said[1]
    assert "whole number above zero" in said[0]


def test_closing_does_not_wait_for_what_is_being_read(folder):
    (found,) = scan([folder / "a.txt"])
    before = children()
    workers = Workers(2, PLAIN)
    waiting = [workers.submit(Task(found, "a.txt")) for _ in range(20)]
    while not children() - before:
        time.sleep(0.01)
    workers.close()
    assert children() == before
    assert sum(one.cancelled() for one in waiting) >= 15
