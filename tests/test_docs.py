"""What the README says can be typed, can be typed."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from claimgraph.cli import run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRACT_COMMANDS = {
    "report",
    "ingest",
    "match",
    "claims",
    "disputes",
    "leads",
    "figures",
    "provenance",
    "why",
    "speakers",
    "sources",
    "export",
    "evaluate",
    "schema",
    "verify",
    "backup",
    "decide",
    "log",
    "import",
    "review",
    "reader",
    "scale",
}


def documented_commands() -> set[str]:
    return set(re.findall(r"^\| `(\w+)", README.split("## Commands")[1], flags=re.MULTILINE))


def shell_lines() -> list[str]:
    blocks = re.findall(r"```bash\n(.*?)```", README, flags=re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("claimgraph ")]


class Shell:
    """Types commands in a folder of its own, beside a copy of the sample articles."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self.capsys.readouterr()
        code = run(list(arguments))
        return (code, *self.capsys.readouterr())

    def ids(self, database: str) -> dict[str, str]:
        """Return what CLAIM, A and B may stand for."""
        code, listed, errors = self("disputes", "--db", database, "--format", "json")
        assert code == 0, errors
        found = json.loads(listed)
        sides = (found["disputes"] if isinstance(found, dict) else found)[0]["sides"]
        return {"CLAIM": sides[0][0], "A": sides[0][0], "B": sides[1][0]}


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Shell(capsys)


def test_the_readme_lists_exactly_the_commands_there_are(shell: Shell) -> None:
    _, shown, _ = shell("--help")
    offered = set(re.findall(r"^[│|\s]*([a-z]+)\s{2,}\S", shown.split("Commands:")[1], flags=re.MULTILINE))
    assert documented_commands() == offered
    assert offered >= CONTRACT_COMMANDS


@pytest.mark.parametrize("command", sorted(CONTRACT_COMMANDS))
def test_every_command_explains_itself_and_its_options(command: str, shell: Shell) -> None:
    code, shown, errors = shell(command, "--help")
    assert code == 0, errors
    options = re.findall(r"^[│|\s]*\*?\s*(--[a-z-]+)(.*)$", shown, flags=re.MULTILINE)
    assert options
    unexplained = [name for name, rest in options if len(re.findall(r"[a-z]{3,}", rest)) < 2]
    assert unexplained == []


def test_the_commands_of_the_readme_run_as_printed_and_say_what_it_quotes(
    shell: Shell, tmp_path: Path
) -> None:
    lines = shell_lines()
    assert len(lines) >= 6
    ids: dict[str, str] = {}
    said = {}
    for line in lines:
        words = shlex.split(line, comments=True)[1:]
        if {"CLAIM", "A", "B"} & set(words):
            ids = ids or shell.ids("case.db")
        words = [ids.get(word, word) for word in words]
        code, said[line], errors = shell(*words)
        assert code == 0, (line, errors)
        written = tmp_path / words[words.index("-o") + 1] if "-o" in words else None
        assert said[line].strip() or words[0] in {"ingest", "match"} or (written and written.stat().st_size)
    printed = [line.strip("> -*") for line in README.splitlines() if line.startswith("> ")]
    quoted = [line for line in printed if "**" in line and " · " not in line]
    assert len(quoted) >= 3
    assert [line for line in quoted if line not in said["claimgraph report data/refinery"]] == []


@pytest.mark.usefixtures("shell")
def test_the_python_of_the_readme_runs() -> None:
    blocks = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    assert blocks
    for block in blocks:
        names: dict[str, object] = {}
        exec(block, names)
        assert len(names["cg"].disputes())


def test_files_the_documents_point_to_exist() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)\)", (ROOT / name).read_text(encoding="utf-8"))
        assert [link for link in links if not (ROOT / link).exists()] == []
