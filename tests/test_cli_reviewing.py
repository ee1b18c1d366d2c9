"""Decisions from the command line: said, listed, handed on, taken back."""

import json
import shutil
from pathlib import Path

import pytest

from claimgraph.cli import run

DAM = (
    "Dam spillway failed, valley told\n\n"
    "The water board said on 3 May 2031 that the spillway had failed and that 12 people were injured.\n\n"
    "The dam's operator, Kestrel Power, denied that the spillway had failed.\n\n"
    "The valley council said that 30 people were injured.\n"
)


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    (folder / "dam.txt").write_text(DAM)
    assert run(["ingest", str(folder / "dam.txt"), "--db", str(folder / "case.db")]) == 0
    assert run(["match", "--db", str(folder / "case.db")]) == 0
    return folder / "case.db"


class Shell:
    def __init__(self, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.case, self.capsys = case, capsys

    def __call__(self, *arguments: object, code: int = 0) -> str:
        """Run a command on the case; return what it prints, or what it says on stderr when it fails."""
        self.capsys.readouterr()
        assert run([*map(str, arguments), "--db", str(self.case)]) == code
        out, err = self.capsys.readouterr()
        assert "Traceback" not in err
        return err if code else out

    def dispute(self) -> dict:
        return json.loads(self("disputes", "--format", "json"))[0]


@pytest.fixture
def shell(ingested: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(Path(shutil.copy(ingested, tmp_path / "case.db")), capsys)


def test_a_word_is_kept_listed_and_taken_back(shell):
    dispute = shell.dispute()["id"]
    printed = shell("decide", dispute[:5], "confirm", "--why", "both were asked", "--by", "Ada")
    decision = printed.split()[0]
    assert printed == f"{decision}  Ada: confirm {dispute}\n"
    assert shell.dispute()["state"] == "confirmed"
    again = shell("decide", dispute, "confirm", "--why", "both were asked", "--by", "Ada")
    assert again.endswith("(your word already)\n")
    shell("decide", decision, "undo", "--why", "a slip", "--by", "Ada")
    assert shell.dispute()["state"] == "open"
    listed = json.loads(shell("log", "--format", "json"))
    assert [(one["verdict"], one["status"]) for one in listed] == [
        ("confirm", "taken back"),
        ("undo", "undo"),
    ]
    assert "Ada: confirm  [taken back]" in shell("log")


def test_another_analysts_file_is_taken_in_and_conflicts_are_shown(shell, tmp_path):
    dispute = shell.dispute()["id"]
    shell("decide", dispute, "confirm", "--why", "both were asked", "--by", "Ada")
    shell("log", "--format", "jsonl", "-o", tmp_path / "ada.jsonl")
    shutil.copy(shell.case, tmp_path / "other.db")
    shell("decide", dispute, "reject", "--why", "another dam", "--by", "Ben\x1b[31m")
    theirs = tmp_path / "ben.jsonl"
    shell("log", "--format", "jsonl", "-o", theirs)
    other = Shell(tmp_path / "other.db", shell.capsys)
    printed = other("import", theirs)
    assert printed.startswith(f"{theirs}: 1 new, 1 known, 0 orphaned, 2 conflicts\n")
    assert "against it: Ada: confirm" in printed
    assert "\x1b" not in printed
    assert other.dispute()["state"] == "open"
    assert len(json.loads(other("log", "--conflicts", "--format", "json"))) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("decide", "dnone", "confirm", "--why", "x"),
            "there is no 'dnone'; `claimgraph disputes` lists them",
        ),
        (("decide", "Kestrel Power", "praise", "--why", "x"), "'praise' cannot be said of p"),
        (("import", "none.jsonl"), "none.jsonl cannot be read (No such file or directory); check the path"),
    ],
)
def test_what_cannot_be_done_is_one_line(shell, arguments, told):
    line = shell(*arguments, code=2)
    assert told in line
    assert line.count("\n") == 1
    assert shell("log") == ""


def test_a_decision_needs_a_reason(shell):
    assert "Missing option '--why'" in shell("decide", "d", "confirm", code=2)
