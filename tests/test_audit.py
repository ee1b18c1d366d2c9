"""What is said of the packages installed: weak, not weak, or not known; the last is never called sound."""

import runpy
from pathlib import Path

import pytest

verdict = runpy.run_path(str(Path(__file__).parents[1] / "scripts" / "audit.py"))["verdict"]
SOUND = {"name": "ferry", "version": "1.0", "vulns": []}
WEAK = {"name": "reef", "version": "2.0", "vulns": [{"id": "X-1"}, {"id": "X-2"}]}
UNKNOWN = {"name": "wharf", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "code", "told"),
    [
        ([SOUND, UNKNOWN], 0, "pip-audit: 1 of 2 packages known there, 0 weak\n"),
        ([SOUND, WEAK], 1, "reef 2.0: X-1, X-2\npip-audit: 2 of 2 packages known there, 1 weak\n"),
        ([UNKNOWN], 0, "pip-audit was told of none of the 1 packages here; nothing is known\n"),
    ],
)
def test_only_what_was_asked_of_is_counted(packages, code, told):
    assert verdict(packages) == (code, told)
