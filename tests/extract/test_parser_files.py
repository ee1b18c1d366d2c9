"""An altered parser is not loaded."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from claimgraph.errors import ClaimgraphError
from claimgraph.extract import parser_files
from claimgraph.extract.parse import DEFAULT_MODEL, MODEL_VARIABLE


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the parser's package, found before the real one."""
    real = Path(find_spec(DEFAULT_MODEL).origin).parent
    folder = shutil.copytree(real, tmp_path / DEFAULT_MODEL, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.syspath_prepend(tmp_path)
    for name in [one for one in sys.modules if one.split(".")[0] == DEFAULT_MODEL]:
        monkeypatch.delitem(sys.modules, name)  # what another test has loaded is found first
    return folder


def test_the_parser_as_published_passes(copied):
    parser_files.check(DEFAULT_MODEL, MODEL_VARIABLE)


@pytest.mark.parametrize("what", ["altered", "added", "removed"])
def test_an_altered_parser_is_refused_before_it_is_run(copied, what):
    if what == "altered":
        (copied / "__init__.py").write_text("import pathlib; pathlib.Path('ran').touch()\n")
    elif what == "added":
        (copied / "extra.py").write_text("")
    else:
        next(copied.rglob("config.cfg")).unlink()
    with pytest.raises(ClaimgraphError, match="is not the one claimgraph was tested with"):
        parser_files.check(DEFAULT_MODEL, MODEL_VARIABLE)


def test_a_report_with_an_altered_parser_ends_in_one_line(copied, tmp_path):
    (copied / "__init__.py").write_text("import pathlib; pathlib.Path('ran').touch()\n")
    (tmp_path / "a.txt").write_text("The board said on Monday that the dam had failed.\n")
    command = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r});"
        "from claimgraph.cli import run; sys.exit(run(['report', 'a.txt']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert MODEL_VARIABLE in done.stderr
    assert not (tmp_path / "ran").exists()
