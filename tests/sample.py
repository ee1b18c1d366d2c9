"""The articles of ``data/`` taken in, matched and reported by one process for all tests of a run."""

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"
COMMANDS = """
import json, sys
from claimgraph.cli import run
sys.exit(max(run(command) for command in json.load(sys.stdin)))
"""
"""Runs commands in one process, so that what they load is loaded once."""


def commands_run(*commands: Sequence[object], **options: Any) -> subprocess.CompletedProcess[str]:
    """Run commands of the program, none of which may fail, in a process of its own with these options."""
    given = json.dumps([[str(word) for word in command] for command in commands])
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS], input=given, capture_output=True, text=True, check=False, **options
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done


@dataclass(frozen=True)
class Sample:
    """The sample articles as a case, and its report as JSON; who changes them makes a copy first."""

    case: Path
    report: Path


def made(place: Path) -> Sample:
    """Return what is made in a place once, whoever of several processes comes first."""
    sample = Sample(place / "sample.db", place / "sample.json")
    with (place / "sample.lock").open("w") as waiting:
        fcntl.flock(waiting, fcntl.LOCK_EX)
        if not sample.report.exists():
            commands_run(
                ["ingest", DATA, "--db", sample.case],
                ["match", "--db", sample.case],
                ["report", "--db", sample.case, "-o", sample.report],
                env={**os.environ, "PYTHONHASHSEED": "0"},
            )
    return sample
