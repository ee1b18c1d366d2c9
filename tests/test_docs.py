"""What the README says can be typed, can be typed."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRACT_COMMANDS = {
    "report",
    "ingest",
    "match",
    "claims",
    "disputes",
    "figures",
    "provenance",
    "why",
    "speakers",
    "sources",
    "export",
    "evaluate",
    "schema",
}


def documented_commands() -> set[str]:
    return set(re.findall(r"^\| `(\w+)", README.split("## Commands")[1], flags=re.MULTILINE))


def shell_lines() -> list[str]:
    blocks = re.findall(r"```bash\n(.*?)```", README, flags=re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("claimgraph ")]


def claimgraph(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from claimgraph.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=300)


def test_the_readme_lists_exactly_the_commands_there_are(tmp_path: Path) -> None:
    shown = claimgraph("--help", cwd=tmp_path).stdout
    offered = set(re.findall(r"^[│|\s]*([a-z]+)\s{2,}\S", shown.split("Commands:")[1], flags=re.MULTILINE))
    assert documented_commands() == offered
    assert offered >= CONTRACT_COMMANDS


@pytest.mark.parametrize("command", sorted(CONTRACT_COMMANDS))
def test_every_command_explains_itself_and_its_options(command: str, tmp_path: Path) -> None:
    result = claimgraph(command, "--help", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    options = re.findall(r"^[│|\s]*\*?\s*(--[a-z-]+)(.*)$", result.stdout, flags=re.MULTILINE)
    assert options
    unexplained = [name for name, rest in options if len(re.findall(r"[a-z]{3,}", rest)) < 2]
    assert unexplained == []


def test_the_commands_of_the_readme_run_as_printed(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    report = claimgraph("report", "data", "--format", "json", cwd=tmp_path)
    assert report.returncode == 0, report.stderr
    dispute = json.loads(report.stdout)["disputes"][0]
    ids = {"CLAIM": dispute["sides"][0][0], "A": dispute["sides"][0][0], "B": dispute["sides"][1][0]}
    lines = shell_lines()
    assert len(lines) >= 6
    for line in lines:
        words = [ids.get(word, word) for word in shlex.split(line, comments=True)[1:]]
        result = claimgraph(*words, cwd=tmp_path)
        assert result.returncode == 0, (line, result.stderr)
        written = tmp_path / words[words.index("-o") + 1] if "-o" in words else None
        assert (
            result.stdout.strip() or words[0] in {"ingest", "match"} or (written and written.stat().st_size)
        )


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    blocks = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    assert blocks
    for block in blocks:
        code = block + "\nassert len(cg.disputes())\n"
        run = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert run.returncode == 0, run.stderr


def test_the_excerpt_in_the_readme_is_what_the_report_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    report = claimgraph("report", "data/refinery", cwd=tmp_path).stdout
    printed = [line.strip("> -*") for line in README.splitlines() if line.startswith("> ")]
    claimed = [line for line in printed if "**" in line and " · " not in line]
    assert len(claimed) >= 3
    assert [line for line in claimed if line not in report] == []


def test_files_the_documents_point_to_exist() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)\)", (ROOT / name).read_text(encoding="utf-8"))
        assert [link for link in links if not (ROOT / link).exists()] == []
