"""A long text is answered for in bounded memory, and nothing of it is lost.

pytest -m benchmark tests/benchmarks/test_long_text.py
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import resource, sys
from claimgraph.cli import run
code = run(["claims", sys.argv[1], "--format", "attribution", "-o", sys.argv[2]])
print(code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
PARAGRAPHS = (
    "The harbour master of port {n} said on Monday that ferry {n} had left its berth late.",
    "Its owner denied that its ramp had been open. “We checked the ramp of ferry {n} twice,” a mate told the inquiry.",
    "Rain fell on the quay of port {n} for most of the day, and the shops along it closed early.",
    "According to the coastguard, the wind reached {n} knots. A union accused the owner of ferry {n} of hiding a report.",
)
PARAGRAPH_GROUPS = 1000
"""Some 430 kB."""


def attributed(folder: Path, groups: int) -> tuple[int, int]:
    """Return how many attributions are printed of a text of so many groups, and the peak memory in MB."""
    text = folder / "port.txt"
    text.write_text("\n\n".join(line.format(n=n + 10) for n in range(groups) for line in PARAGRAPHS))
    out = folder / "lines.jsonl"
    command = [sys.executable, "-c", RUN, text, out]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    code, megabytes = done.stdout.split()
    assert code == "0", done.stderr
    return len(json.loads(out.read_text())["attributions"]), int(megabytes)


@pytest.mark.benchmark
def test_memory_hardly_grows_with_the_length_of_a_text(tmp_path):
    short, less = attributed(tmp_path, PARAGRAPH_GROUPS // 4)
    long, more = attributed(tmp_path, PARAGRAPH_GROUPS)
    assert short >= 4 * (PARAGRAPH_GROUPS // 4)
    assert long == pytest.approx(4 * short, rel=0.02)
    assert more < less + 100
