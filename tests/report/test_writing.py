"""A file is written whole or not at all."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from claimgraph.errors import ClaimgraphError
from claimgraph.partial import partial
from claimgraph.report import writing
from claimgraph.report.writing import write_folder, write_whole


def test_the_new_file_takes_the_place_of_the_old(tmp_path):
    place = tmp_path / "r.md"
    place.write_bytes(b"old")
    place.chmod(0o640)
    write_whole(place, b"new")
    assert place.read_bytes() == b"new"
    assert stat.S_IMODE(place.stat().st_mode) == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["r.md"]


def test_a_new_file_has_the_usual_permissions(tmp_path):
    write_whole(tmp_path / "a", b"")
    (tmp_path / "b").touch()
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    place = tmp_path / "r.md"
    place.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(ClaimgraphError, match=r"r\.md cannot be written \(No space left on device\)"):
        write_whole(place, b"new")
    assert place.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["r.md"]


def test_a_link_is_followed_not_replaced(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_missing_folder_and_a_folder_are_refused(tmp_path):
    with pytest.raises(ClaimgraphError, match="does not exist; make it first"):
        write_whole(tmp_path / "no" / "r.md", b"")
    with pytest.raises(ClaimgraphError, match="is a folder; name a file"):
        write_whole(tmp_path, b"")


def test_what_is_no_regular_file_is_written_to():
    write_whole(Path("/dev/null"), b"gone")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


KILLED_WHILE_WRITING = """
import os, sys
from pathlib import Path
from claimgraph.partial import partial
with partial(Path(sys.argv[1])) as (file, _):
    file.write(b"half")
    file.flush()
    os.kill(os.getpid(), 9)
"""


def test_what_a_killed_process_left_is_swept_and_what_another_writes_is_not(tmp_path):
    place = tmp_path / "report.md"
    subprocess.run([sys.executable, "-c", KILLED_WHILE_WRITING, str(place)], check=False)
    assert len(list(tmp_path.iterdir())) == 1
    with partial(tmp_path / "report.md") as (_, other):
        write_whole(place, b"whole")
        assert sorted(tmp_path.iterdir()) == sorted([place, other])
    assert [one.name for one in tmp_path.iterdir()] == ["report.md"]


def test_a_link_that_leads_to_itself_is_named(tmp_path):
    place = tmp_path / "loop.md"
    place.symlink_to(place)
    with pytest.raises(ClaimgraphError, match="leads back to itself"):
        write_whole(place, b"x")


PAGE = b'<!doctype html>\n<meta name="generator" content="claimgraph 1.0">'


def test_a_folder_takes_the_place_of_an_earlier_report(tmp_path):
    place = tmp_path / "report"
    write_folder(place, [("index.html", [PAGE, b"1"]), ("story-2.html", [PAGE])])
    write_folder(place, [("index.html", iter([PAGE, b"2"]))])
    assert [(each.name, each.read_bytes()) for each in place.iterdir()] == [("index.html", PAGE + b"2")]
    assert [each.name for each in tmp_path.iterdir()] == ["report"]


def test_a_folder_that_fails_leaves_the_earlier_one(tmp_path):
    def broken():
        yield "index.html", [PAGE, b"2"]
        raise ZeroDivisionError

    place = tmp_path / "report"
    write_folder(place, [("index.html", [PAGE])])
    with pytest.raises(ZeroDivisionError):
        write_folder(place, broken())
    assert (place / "index.html").read_bytes() == PAGE
    assert [each.name for each in tmp_path.iterdir()] == ["report"]


@pytest.mark.parametrize(
    ("name", "data"), [("mine.txt", b"x"), ("index.html", b"<p>mine"), ("a/b.html", PAGE)]
)
def test_a_folder_with_other_files_is_left_alone(tmp_path, name, data):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ClaimgraphError, match="no page of a report; name a new or an empty folder"):
        write_folder(tmp_path, [("index.html", [PAGE])])
    assert (tmp_path / name).read_bytes() == data


def test_a_folder_is_not_written_over_a_file_or_into_nowhere(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ClaimgraphError, match="is a file; name a folder"):
        write_folder(tmp_path / "file", [])
    with pytest.raises(ClaimgraphError, match="does not exist; make it first"):
        write_folder(tmp_path / "no" / "report", [])


def test_what_a_killed_process_left_of_a_folder_is_swept(tmp_path):
    left = tmp_path / ".report.abc.part"
    left.mkdir()
    (left / "index.html").write_bytes(PAGE)
    write_folder(tmp_path / "report", [("index.html", [PAGE])])
    assert [each.name for each in tmp_path.iterdir()] == ["report"]
