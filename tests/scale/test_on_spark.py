"""What Spark makes of articles is what one process makes of them, whatever happens to the workers."""

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

pytestmark = pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None,
    reason="needs the extra 'scale' and Java",
)

MILL = (
    "The river board said on {day} May 2031 that the weir had failed and that {n} people were injured.\n\n"
    "The mill's owner, Harrow Timber, denied that the weir had failed.\n\n"
    "The parish council said that {m} people were injured. The figure could not be independently verified.\n"
)
UNDATED = "On 3 May the council said that the roads to Orrel, Penwick, Tarrow and Selby were closed.\n"
LENDER = "The county said on 3 May that the roads from Orrel to Penwick, Tarrow and Selby were open.\n"
GERMAN = "Der Rat sagte am Montag, das Wehr sei gebrochen und niemand sei dabei verletzt worden. " * 3
TABLES = ("sources", "speakers", "claims", "claim_speakers", "flags")


def article(number: int, **told: object) -> dict[str, object]:
    day = 3 + number % 9
    text = MILL.format(day=day, n=12 + number, m=40 + number)
    return {
        "id": f"a{number}",
        "text": text,
        "published": f"2031-05-{day + 1:02}",
        "publisher": f"Paper {number % 5}",
    } | told


def write_lines(place: Path) -> None:
    """Lines of all kinds: a byte order mark, both ends of lines, a bad row, an article twice and one changed."""
    rows = [json.dumps(article(number)) for number in range(14)]
    rows += ["not json", "", json.dumps({"id": "undated", "text": UNDATED}), rows[2]]
    rows += [json.dumps(article(8, id="lender", text=LENDER, published="2031-05-04"))]
    rows += [json.dumps(article(3, text=MILL.format(day=3, n=7, m=8)))]
    rows += [
        json.dumps(article(90, id="soon", published="soon")),
        json.dumps(article(91, id="german", text=GERMAN)),
    ]
    rows += [json.dumps({"id": "nothing"}), '{"id": "half", "text": "\\ud800 it said."}']
    ends = ["\r\n" if number % 2 else "\n" for number in range(len(rows))]
    text = "".join(row + end for row, end in zip(rows, ends, strict=True)).rstrip("\n")
    place.write_bytes(b"\xef\xbb\xbf" + text.encode() + b"\n\xff\xfe\n")


def write_rows(place: Path) -> None:
    rows = [article(number, id=number, published=date(2031, 5, 9)) for number in range(20, 28)]
    pq.write_table(pa.Table.from_pylist([*rows, article(99, id=99, text=None, published=None)]), place)


@dataclass(frozen=True)
class Ran:
    folder: Path
    code: int
    said: list[str]
    killed: int
    read_again: bool


def kept(folder: Path) -> set[int]:
    """Return what tells the files in which Spark keeps what it read."""
    found = set()
    for path in (folder / "tables" / "_work").glob("read-*/*.parquet"):
        with contextlib.suppress(OSError):
            found.add(path.stat().st_ino)
    return found


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "claimgraph", *arguments]


def below(parent: int) -> dict[int, str]:
    """Return the processes below one, with the words that started them."""
    children: dict[int, list[int]] = {}
    words: dict[int, str] = {}
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            pid = int(path.name)
            above = int((path / "stat").read_text().rpartition(") ")[2].split()[1])
            words[pid] = (path / "cmdline").read_text().replace("\0", " ")
            children.setdefault(above, []).append(pid)
    found, waiting = {}, [parent]
    while waiting:
        for child in children.get(waiting.pop(), []):
            found[child] = words.get(child, "")
            waiting.append(child)
    return found


def hears() -> None:
    """Let Ctrl-C reach a process, also where whoever runs the tests does not hear it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Killer(threading.Thread):
    """Ends, once each, a worker of ours and a worker of Spark's while they work; at last interrupts who asked them."""

    def __init__(self, parent: int, work: Path) -> None:
        super().__init__(daemon=True)
        self.parent, self.work, self.killed, self.over = parent, work, 0, threading.Event()

    def run(self) -> None:
        for wanted in ("claimgraph.tracker.workers", "pyspark.daemon"):
            while not self.over.wait(0.1):
                running = [pid for pid, words in sorted(below(self.parent).items()) if wanted in words]
                if len(running) > (wanted == "pyspark.daemon"):  # the first of these starts the others
                    time.sleep(0.5)
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(running[-1], signal.SIGKILL)
                        self.killed += 1
                        break
        while not self.over.wait(0.1) and not list(self.work.glob("read-*/_SUCCESS")):
            pass
        os.kill(self.parent, signal.SIGINT)


@pytest.fixture(scope="module")
def ran(tmp_path_factory) -> Ran:
    """Articles in a folder, taken in by one process; on Spark while workers are killed, interrupted, and again."""
    folder = tmp_path_factory.mktemp("scale")
    articles = folder / "articles"
    articles.mkdir()
    write_lines(articles / "a [1], 50%20 {x}.jsonl")
    write_rows(articles / "b.parquet")
    (articles / "c.parquet").write_bytes(b"PAR1 broken")
    (articles / "d.jsonl").write_bytes(b"")
    (articles / "sources.csv").write_text("file,url\nb.parquet,https://example.org/b\n")
    options = {"cwd": folder, "capture_output": True, "text": True}
    alone = subprocess.run(
        command("ingest", "articles", "--db", "alone.db", "--workers", "1"), check=False, **options
    )
    told = ("scale", "articles", "-o", "tables", "--db", "spark.db", "--master", "local[2]")
    told += ("--conf", "spark.sql.files.maxPartitionBytes=2048")  # a file of lines is cut into several blocks
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    heard = {"preexec_fn": hears, **pipes}  # no thread runs yet
    with subprocess.Popen(command(*told), cwd=folder, **heard) as process:
        killer = Killer(process.pid, folder / "tables" / "_work")
        killer.start()
        _, said = process.communicate(timeout=300)
        killer.over.set()
        killer.join()
    assert (process.returncode, said) == (130, "claimgraph: interrupted; what was done before is kept\n")
    before, seen = kept(folder), set()
    with subprocess.Popen(command(*told), cwd=folder, **pipes) as process:
        while process.poll() is None:
            seen |= kept(folder)
            time.sleep(0.2)
        _, said = process.communicate()
    assert said == alone.stderr
    return Ran(folder, process.returncode, said.splitlines(), killer.killed, read_again=seen != before)


def rows_of(case: Path) -> dict[str, list[tuple[object, ...]]]:
    with contextlib.closing(sqlite3.connect(case)) as opened:
        return {name: opened.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}


def test_bad_rows_are_refused_by_line_and_the_rest_is_done(ran):
    assert ran.code == 1
    lines = [line.split(": ")[1] for line in ran.said]
    name = "articles/a [1], 50%20 {x}.jsonl"
    assert lines == [
        *(f"{name}:{number}" for number in (15, 21, 22, 23, 24, 25)),
        "articles/b.parquet:9", "articles/c.parquet", "articles/d.jsonl",
    ]  # fmt: skip


def test_what_is_killed_or_interrupted_loses_nothing(ran):
    assert ran.killed == 2
    assert not ran.read_again
    rows = rows_of(ran.folder / "spark.db")
    assert rows == rows_of(ran.folder / "alone.db")
    assert len(rows["sources"]) == 25


def test_the_report_is_the_same_byte_for_byte(ran):
    reports = []
    for case in ("alone.db", "spark.db"):
        told = subprocess.run(
            command("report", "--db", case, "--format", "json"),
            cwd=ran.folder,
            capture_output=True,
            check=True,
        )
        reports.append(told.stdout)
    assert reports[0] == reports[1]
    assert json.loads(reports[0])["disputes"]


def test_the_tables_hold_what_the_case_holds(ran):
    rows = rows_of(ran.folder / "alone.db")
    articles = pq.read_table(ran.folder / "tables" / "articles").to_pylist()
    statements = pq.read_table(ran.folder / "tables" / "statements").to_pylist()
    refused = pq.read_table(ran.folder / "tables" / "refused").to_pylist()
    assert sorted(one["claimgraph"] for one in articles) == sorted(row[-1] for row in rows["sources"])
    assert sorted(one["claimgraph"] for one in statements) == sorted(row[-1] for row in rows["claims"])
    assert all(len(one["speakers"]) == len(one["speaker_names"]) for one in statements)
    assert {"Harrow Timber"} <= {name for one in statements for name in one["speaker_names"]}
    assert {str(one["year"]) for one in articles} == {"2031"}
    assert next(one["basis"] for one in articles if one["name"] == "undated").count("year from lender") == 1
    assert [one["place"].rpartition(":")[2] for one in refused] == ["15", "21", "22", "23", "24", "25", "9"]
    assert sorted(path.name for path in (ran.folder / "tables").iterdir()) == [
        "articles",
        "refused",
        "statements",
    ]
