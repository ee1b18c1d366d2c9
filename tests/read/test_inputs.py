"""What is there to read is found and hashed; what cannot be read is one clear line."""

import hashlib
import json
import os
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.errors import InputRefusedError
from claimgraph.read import Input, scan
from claimgraph.read.limits import MAX_BYTES

TEXT = "The ferry operator denied that the crew had been warned about the storm before it left the harbour.\n"


def put(folder, name, content=TEXT):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def names(*paths, **options):
    return [found.name for found in scan(paths, **options) if isinstance(found, Input)]


def refused(*paths, **options):
    return [found for found in scan(paths, **options) if isinstance(found, InputRefusedError)]


def test_file_is_named_by_its_own_name_and_hashed(tmp_path):
    path = put(tmp_path, "ferry.txt")
    (found,) = scan([path])
    assert (found.name, found.path) == ("ferry.txt", str(path))
    assert found.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert found.source().id == found.id


def test_folder_is_walked_in_order_without_hidden_or_foreign_files(tmp_path):
    for name in (
        "b.txt",
        "a/z.md",
        "a/b/c.html",
        ".hidden.txt",
        ".git/x.txt",
        "notes.csv",
        "map.png",
        "x.json",
        "README.md",
    ):
        put(tmp_path, name)
    assert names(tmp_path) == ["a/b/c.html", "a/z.md", "b.txt"]
    assert refused(tmp_path) == []


def test_readme_is_read_when_named(tmp_path):
    assert names(put(tmp_path, "README.md")) == ["README.md"]


def test_same_article_given_twice_comes_once(tmp_path):
    path = put(tmp_path, "ferry.txt")
    assert names(path, path, tmp_path) == ["ferry.txt"]


def test_lines_are_articles_named_by_their_id(tmp_path):
    rows = [
        {"id": "a1", "text": TEXT, "title": "Ferry"},
        {"id": 7, "text": TEXT, "published": "2014-06-03T10:00:00Z"},
    ]
    path = put(tmp_path, "all.jsonl", "\n".join(json.dumps(row) for row in rows) + "\n\n")
    first, second = scan([path])
    assert [first.name, second.name] == ["a1", "7"]
    assert first.source().title == "Ferry"
    assert second.source().published.date == "2014-06-03"
    assert first.source().text == TEXT


BROKEN_LINES = [
    ("not json", "not a JSON object"),
    ('["a list"]', "not a JSON object"),
    ('{"text": "x"}', "no id"),
    ('{"id": " ", "text": "x"}', "no id"),
    ('{"id": "a"}', "no text"),
    ('{"id": "a", "text": " "}', "no text"),
    ('{"id": "a", "text": 5}', "no text"),
    ('{"id": "a", "text": "x", "title": 5}', "title is not text"),
    ('{"id": "a", "text": "half \\ud800"}', "half a character"),
    ("[" * 100_000, "not a JSON object"),
    ('{"id": "a", "text": ' + "9" * 5000 + "}", "not a JSON object"),
]


@pytest.mark.parametrize(("line", "reason"), BROKEN_LINES)
def test_broken_line_is_refused_by_number_and_the_others_go_on(tmp_path, line, reason):
    good = json.dumps({"id": "good", "text": TEXT})
    path = put(tmp_path, "all.jsonl", f"{good}\n{line}\n{good.replace('good', 'also')}\n")
    (error,) = refused(path)
    assert error.where == f"{path}:2"
    assert reason in error.reason
    assert names(path) == ["good", "also"]


def test_line_that_is_not_utf8_is_refused_alone(tmp_path):
    good = json.dumps({"id": "good", "text": TEXT}).encode()
    path = put(tmp_path, "all.jsonl", b'{"id": "caf\xe9"}\n' + good)
    assert [error.reason for error in refused(path)] == ["not UTF-8"]
    assert names(path) == ["good"]


def test_bad_date_in_a_line_is_told_and_the_article_read_without_it(tmp_path):
    path = put(tmp_path, "all.jsonl", json.dumps({"id": "a", "text": TEXT, "published": "31/02/2014"}))
    (error,) = refused(path)
    assert "not a date" in error.reason
    (found,) = (found for found in scan([path]) if isinstance(found, Input))
    assert found.source().published.date is None


def test_standard_input_is_plain_text():
    (found,) = scan(["-"], stdin=BytesIO(TEXT.encode()))
    assert (found.name, found.path) == ("stdin", "-")
    assert found.source().text == TEXT


def refusals(folder):
    put(folder, "empty.txt", b"")
    put(folder, "blank.txt", b" \n\n ")
    put(folder, "table.csv", "a,b")
    put(folder, "image.png", b"\x89PNG")
    put(folder, "none.jsonl", b"")
    put(folder, "wide.jsonl", "x".encode("utf-16"))
    (folder / "nothing").mkdir()
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    os.mkfifo(folder / "pipe.txt")
    return {
        "missing.txt": "no such file",
        "empty.txt": "empty",
        "blank.txt": "empty",
        "table.csv": "not an article format",
        "image.png": "not an article format",
        "none.jsonl": "empty",
        "wide.jsonl": "UTF-16",
        "nothing": "no article in it",
        "loop.txt": "cannot be read",
        "pipe.txt": "not a regular file",
        "bad\x00name.txt": "cannot be read",
        "bad\nname.txt": "no such file",
    }


def test_every_refused_path_is_one_line_with_a_remedy(tmp_path):
    for name, reason in refusals(tmp_path).items():
        (error,) = scan([f"{tmp_path}/{name}"])
        assert isinstance(error, InputRefusedError), name
        assert reason in error.reason, name
        assert error.remedy
        assert "\n" not in str(error)


def test_empty_standard_input_is_refused():
    assert [error.reason for error in refused("-", stdin=BytesIO(b" "))] == ["empty"]
    assert [error.reason for error in refused("-")] == ["empty"]


def test_article_over_the_limit_is_refused(tmp_path):
    path = put(tmp_path, "huge.txt")
    with path.open("r+b") as handle:
        handle.truncate(MAX_BYTES + 1)
    assert [error.reason for error in refused(path)] == ["larger than 32 MB"]


def test_line_over_the_limit_is_refused(tmp_path):
    path = put(tmp_path, "huge.jsonl", json.dumps({"id": "a", "text": TEXT}) + "\n")
    with path.open("r+b") as handle:
        handle.truncate(MAX_BYTES + 1000)
    assert [error.where for error in refused(path)] == [f"{path}:2"]
    assert names(path) == ["a"]


def test_links_to_folders_are_followed_once(tmp_path):
    put(tmp_path, "in/a.txt")
    (tmp_path / "in" / "back").symlink_to(tmp_path)
    (tmp_path / "in" / "dead.txt").symlink_to(tmp_path / "gone.txt")
    assert names(tmp_path) == ["in/a.txt"]
    assert [error.reason for error in refused(tmp_path)] == ["no such file or folder"]


def test_a_link_out_of_the_folder_is_named_and_not_followed(tmp_path):
    secret, folder = put(tmp_path, "elsewhere/secret.txt"), tmp_path / "folder"
    put(tmp_path, "folder/a.txt")
    (folder / "out.txt").symlink_to(secret)
    (folder / "outside").symlink_to(secret.parent)
    (folder / "map.png").symlink_to(secret)
    (folder / "again.md").symlink_to(folder / "a.txt")
    assert names(folder) == ["a.txt", "again.md"]
    assert [error.reason for error in refused(folder)] == ["a link out of the folder"] * 2
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    assert names(folder / "link") == ["secret.txt"]  # named, so asked for
    assert names(folder / "out.txt") == ["out.txt"]


def test_a_table_that_a_link_leads_to_out_of_the_folder_is_named_and_not_read(tmp_path):
    put(tmp_path, "folder/a.txt")
    table = tmp_path / "elsewhere.csv"
    table.write_text("file,title\na.txt,From elsewhere\n")
    (tmp_path / "folder" / "sources.csv").symlink_to(table)
    (found,) = [one for one in scan([tmp_path / "folder"]) if isinstance(one, Input)]
    assert found.metadata.title is None
    assert [error.reason for error in refused(tmp_path / "folder")] == ["a link out of the folder"]
    (found,) = [one for one in scan([tmp_path]) if isinstance(one, Input)]  # here it lies within
    assert found.metadata.title == "From elsewhere"


def test_folders_may_lie_very_deep(tmp_path):
    put(tmp_path, "top.txt")
    here = os.open(tmp_path, os.O_RDONLY)
    try:
        for _ in range(1_800):
            os.mkdir("d", dir_fd=here)
            inner = os.open("d", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = inner
        bottom = os.open("bottom.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here)
        os.write(bottom, TEXT.encode())
        os.close(bottom)
    finally:
        os.close(here)
    assert names(tmp_path) == ["d/" * 1_800 + "bottom.txt", "top.txt"]
    subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)  # shutil calls itself at every depth


def test_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    path = put(tmp_path, "secret.txt")
    opened = Path.open

    def forbid(self, *args, **kwargs):
        if self.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", forbid)
    assert [error.reason for error in refused(path)] == ["permission denied"]


def test_folder_that_may_not_be_read_is_refused_and_the_rest_goes_on(tmp_path, monkeypatch):
    put(tmp_path, "a.txt")
    put(tmp_path, "closed/b.txt")
    listed = os.scandir

    def forbid(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", forbid)
    assert names(tmp_path) == ["a.txt"]
    assert [error.reason for error in refused(tmp_path)] == ["permission denied"]


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_become_an_article_or_one_line(data):
    (found,) = scan(["-"], stdin=BytesIO(data))
    outcome = found if isinstance(found, InputRefusedError) else extracted(found)
    if isinstance(outcome, InputRefusedError):
        assert "\n" not in str(outcome)
    else:
        assert outcome.text.encode() == data


def extracted(found):
    """The source, or the refusal when there is none."""
    try:
        return found.source()
    except InputRefusedError as error:
        return error
