"""What is published is only the project: no machine's paths, no strange hosts, no heavy start."""

import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SKIPPED = {
    ".git",
    ".venv",
    ".hypothesis",
    ".mypy_cache",
    ".ruff_cache",
    ".import_linter_cache",
    "__pycache__",
}
KNOWN_HOSTS = {
    "example.org", "example.com", "example.net", "www.example.org", "www.example.com",
    "github.com", "keepachangelog.com", "schema.org", "semver.org", "spdx.org", "json-schema.org",
    "www.w3.org", "purl.org", "schemas.openxmlformats.org", "pypi.org", "doi.org", "aclanthology.org", "127.0.0.1", "localhost",
}  # fmt: skip
HEAVY = (
    "spacy",
    "pandas",
    "duckdb",
    "bokeh",
    "trafilatura",
    "dateparser",
    "networkx",
    "pypdfium2",
    "numpy",
    "pyspark",
    "pyarrow",
)


def published_files() -> list[Path]:
    """The tracked files of a clone, or all files where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not SKIPPED & set(path.relative_to(ROOT).parts)]
    return [path for path in paths if path.is_file()]


def published_texts() -> Iterator[tuple[str, str]]:
    for path in published_files():
        try:
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def places_of(pattern: str, *, suffixes: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Where the pattern occurs in what is published, this file excepted."""
    return [
        (name, found.group())
        for name, text in published_texts()
        if name != "tests/test_packaging.py" and (not suffixes or name.endswith(suffixes))
        for found in re.finditer(pattern, text)
    ]


def is_known(host: str) -> bool:
    """Hosts a reader may be sent to, and the names reserved for examples (RFC 2606)."""
    name = host.lower().rstrip(".")
    return name in KNOWN_HOSTS or name.endswith((".example", ".invalid", ".test")) or name in {"example", "x"}


def test_no_path_of_a_machine_is_published() -> None:
    assert places_of(r"(?<![\w./<])/(?:work|home|root|Users|mnt|opt)/[\w.]+") == []


def test_nothing_outside_the_repository_is_read_or_named() -> None:
    assert places_of(r"\.\./(?:shared|\.library)|\.library/|\bshared/(?:seeds|gold|tools|prototype)") == []


def test_urls_point_to_known_hosts_only() -> None:
    hosts = places_of(r"(?<=https://)[\w.-]+|(?<=http://)[\w.-]+")
    assert sorted({(name, host) for name, host in hosts if not is_known(host)}) == []


def test_no_requirement_comes_from_outside_the_index() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in project["optional-dependencies"].values():
        wanted += extra
    assert [name for name in wanted if "@" in name or "://" in name] == []


def test_the_version_is_the_same_everywhere() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", ["claimgraph", "claimgraph.cli"])
def test_importing_is_light(module: str) -> None:
    code = f"import sys, json, {module}; print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
    assert [name for name in HEAVY if name in loaded] == []


def test_the_continuous_integration_script_is_executable_and_runs_the_readmes_test_command() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "make test" in script.read_text(encoding="utf-8").splitlines()
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_two_files_of_the_tests_share_a_name():
    """pytest puts every folder of tests on the path, so of two modules of one name one is not seen."""
    names = Counter(path.name for path in published_files() if path.is_relative_to(ROOT / "tests"))
    shared = {name for name, times in names.items() if times > 1 and name.endswith(".py")}
    assert shared <= {"conftest.py"}  # which pytest loads by its path
