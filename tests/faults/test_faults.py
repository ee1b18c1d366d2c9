"""Processes killed, disks full, files locked: what was acknowledged is there, and one line says what happened.

`make faults` runs these with many more kills; the default run makes a few.
"""

import contextlib
import errno
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ferry import FERRY, make_extraction, make_matching, make_source
from sample import commands_run

from claimgraph.cli import run
from claimgraph.store import Store

KILLS = int(os.environ.get("CLAIMGRAPH_KILLS", "2"))
"""Kills at random, as many at a statement, as many at a write; and as many writes that a disk refuses."""
HERE = str(Path(__file__).parents[1])
COMMAND = [sys.executable, "-c", "from claimgraph.cli import main; main()"]

WRITER = """
import os, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from ferry import FERRY, make_extraction, make_matching, make_source
from claimgraph.model import Decision
from claimgraph.store import Receipt, Store
name, nth = sys.argv[3], int(sys.argv[4])
store = Store.open(Path(sys.argv[1]))
done = 0
def count(_statement):
    global done
    done += 1
    if done == nth:
        os.kill(os.getpid(), 9)
if nth:
    store._connection.set_trace_callback(count)
for n in range(400):
    source = make_source(name=f"{name}{n}.txt", text=FERRY + name + str(n))
    extraction = make_extraction(source)
    store.add(source, extraction, Receipt(f"/x/{name}{n}.txt"))
    print("added", source.id, flush=True)
    if n % 3 == 0:
        store.save_matching(make_matching(extraction))
        store.add_decisions([Decision(target=source.id, verdict="seen", by="Ada", at="2031-03-06")])
        print("decided", source.id, flush=True)
"""
"""Says each thing once it is acknowledged. With a number, it kills itself at that statement."""


def start(database, name="", nth=0, **options):
    command = [sys.executable, "-c", WRITER, str(database), HERE, name, str(nth)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def kept_all(database, said):
    """Everything a process said was kept is there, and nothing is wrong with the file."""
    told = [line.split() for line in said.splitlines() if len(line.split()) == 2]
    with Store.open(database) as store:
        assert store.faults() == []
        sources = {source.id for source in store.collection().sources}
        decided = {one.target for one in store.decisions()}
    assert {identity for what, identity in told if what == "added"} <= sources
    assert {identity for what, identity in told if what == "decided"} <= decided
    return len(told)


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_at_any_time_loses_nothing_that_was_acknowledged(tmp_path, seed):
    process = start(tmp_path / "a.db")
    first = process.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, 0.4))
    process.send_signal(signal.SIGKILL)
    said, _ = process.communicate()
    assert kept_all(tmp_path / "a.db", first + said) >= 1


@pytest.mark.parametrize("nth", range(2, 2 + 7 * KILLS, 7))
def test_a_kill_at_any_statement_loses_nothing_that_was_acknowledged(tmp_path, nth):
    process = start(tmp_path / "a.db", nth=nth)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    kept_all(tmp_path / "a.db", said)


@pytest.fixture(scope="module")
def disk(tmp_path_factory):
    """Return the environment of a process whose disk fails at the n-th write to the case."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs a C compiler and Linux")
    library = tmp_path_factory.mktemp("disk") / "broken_disk.so"
    source = Path(__file__).with_name("broken_disk.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)

    def broken(nth, number):
        told = {"FAULT_FILE": "a.db", "FAULT_AT": str(nth), "FAULT_ERRNO": str(number)}
        return {**os.environ, "LD_PRELOAD": str(library), **told}

    return broken


@pytest.mark.parametrize("nth", range(1, 1 + 5 * KILLS, 5))
def test_a_kill_in_the_middle_of_a_write_loses_nothing_that_was_acknowledged(tmp_path, disk, nth):
    process = start(tmp_path / "a.db", env=disk(nth, 0))
    said, _ = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    kept_all(tmp_path / "a.db", said)


REFUSED = {
    errno.ENOSPC: re.compile("cannot be (read or )?written: .*full"),
    errno.EIO: re.compile("cannot be read or written: the disk reports an error"),
}
"""SQLite tells a full disk from a broken one at a write, but not where it waits for the disk."""


@pytest.mark.parametrize("number", REFUSED, ids=["full", "broken"])
@pytest.mark.parametrize("nth", range(3, 3 + 11 * KILLS, 11))
def test_a_write_that_the_disk_refuses_loses_nothing_that_was_acknowledged(tmp_path, disk, nth, number):
    process = start(tmp_path / "a.db", env=disk(nth, number))
    said, err = process.communicate(timeout=60)
    if number == errno.ENOSPC or process.returncode:  # an error that comes only once may do no harm
        assert REFUSED[number].search(err.splitlines()[-1])
        assert process.returncode == 1
    kept_all(tmp_path / "a.db", said)


def test_two_writers_lose_nothing_to_each_other(tmp_path):
    writers = [start(tmp_path / "a.db", name) for name in "ab"]
    first = [one.stdout.readline() for _ in range(6) for one in writers]
    for one in writers:
        one.send_signal(signal.SIGKILL)
    said = [one.communicate() for one in writers]
    assert kept_all(tmp_path / "a.db", "".join((*first, *(out for out, _ in said)))) > 10
    assert "Error" not in "".join(err for _, err in said)


@pytest.mark.parametrize("kilobytes", [4, 260])
def test_a_full_disk_is_said_in_one_line_and_what_fitted_is_kept(tmp_path, kilobytes):
    """A limit on the size of files stands for the disk: the system refuses the write in the same way."""

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(FERRY + f"Number {number}.\n")
    command = [*COMMAND, "ingest", str(tmp_path), "--db", str(tmp_path / "a.db")]
    done = subprocess.run(command, preexec_fn=limit, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "a.db cannot be" in line
    assert "rollback" not in line
    assert "nobody expected" not in line
    if kilobytes > 100:  # the tables themselves take 200
        assert "the same command takes up the rest" in line
        kept = int(line.split("(")[-1].split()[0])
        with Store.open(tmp_path / "a.db") as store:
            assert store.faults() == []
            assert len(store.collection().sources) == kept


def filled(path):
    with Store.open(path) as store:
        source = make_source()
        store.add(source, make_extraction(source))
    return path


def test_a_lock_says_how_much_is_kept(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("claimgraph.store.opening.BUSY_SECONDS", 0.1)
    path, article = filled(tmp_path / "a.db"), tmp_path / "b.txt"
    article.write_text(FERRY)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert run(["ingest", str(article), "--db", str(path)]) == 2
    holder.close()
    assert "is locked by another program" in (err := capsys.readouterr().err)
    assert "0 articles taken in before that are kept; the same command takes up the rest" in err


def test_matching_what_cannot_be_written_is_said_and_reading_it_is_answered(tmp_path, capsys, monkeypatch):
    path = filled(tmp_path / "a.db")
    monkeypatch.setattr(os, "access", lambda _place, mode: mode != os.W_OK)
    assert run(["match", "--db", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "the disputes found are not kept:" in err
    assert "read-only" in err
    assert run(["disputes", "--db", str(path)]) == 0
    assert capsys.readouterr().err == ""


def test_reading_needs_no_write(tmp_path):
    """Where no file can be made or grow, a case is still read."""

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    path = filled(tmp_path / "a.db")
    told = commands_run(
        *([command, "--db", path] for command in ("disputes", "report", "claims")), preexec_fn=limit
    )
    assert told.stderr == ""
    reported, _, claims = told.stdout.partition("\nclaim\t")
    assert "reef" in reported
    assert "reef" in claims


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_standard_output_is_said(tmp_path):
    path = filled(tmp_path / "a.db")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "claims", "--db", str(path)], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )  # fmt: skip
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "standard output cannot be written (No space left on device)" in line


def test_a_link_that_leads_to_itself_is_said(tmp_path, capsys):
    path = tmp_path / "loop.db"
    path.symlink_to(path)
    (tmp_path / "a.txt").write_text(FERRY)
    assert run(["ingest", str(tmp_path / "a.txt"), "--db", str(path)]) == 2
    assert "leads back to itself" in capsys.readouterr().err


def _heeding_interrupts() -> None:
    """Let a process be interrupted though the tests run in the background, where a shell has that ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_keeps_what_was_done(tmp_path, workers):
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(FERRY + f"Number {number}.\n")
    process = subprocess.Popen(
        [*COMMAND, "ingest", str(tmp_path), "--db", str(tmp_path / "a.db"), "--workers", workers],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=_heeding_interrupts,  # noqa: PLW1509 - nothing else runs in a test
    )  # fmt: skip
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with contextlib.suppress(sqlite3.Error), sqlite3.connect(tmp_path / "a.db") as seen:
            if seen.execute("SELECT count(*) FROM sources").fetchone()[0]:
                break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.splitlines() == ["claimgraph: interrupted; what was done before is kept"]
    with Store.open(tmp_path / "a.db") as store:
        assert store.faults() == []
        assert store.collection().sources


def test_a_matching_that_is_written_twice_at_once_is_whole(tmp_path):
    path = filled(tmp_path / "a.db")
    with Store.open(path) as one, Store.open(path) as other:
        extraction = make_extraction(make_source())
        one.save_matching(make_matching(extraction))
        other.save_matching(make_matching(extraction))
        assert one.faults() == []
