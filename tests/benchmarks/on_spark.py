"""What an article costs on Spark and without it, in CPU seconds of all processes.

    python tests/benchmarks/on_spark.py [PATH...] [--few 60] [--many 300]

PATH is what ``claimgraph report`` takes, by default the articles of ``data/``, repeated as in
``matching_share``. Every way is run with few articles and with many: what the many cost besides is the cost
of an article, the rest that of starting. It needs the extra ``scale`` and Java.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from matching_share import DATA, repeated

from claimgraph.read import scan

_SCALE = ("scale", "{lines}", "-o", "{case}.d", "--db", "{case}", "--master")
WAYS = {
    "ingest --workers 1": ("ingest", "{lines}", "--db", "{case}", "--workers", "1"),
    "ingest --workers 2": ("ingest", "{lines}", "--db", "{case}", "--workers", "2"),
    "scale --master local[1]": (*_SCALE, "local[1]"),
    "scale --master local[2]": (*_SCALE, "local[2]"),
}
_TICK = os.sysconf("SC_CLK_TCK")
_EACH = 0.1
"""Seconds between two looks at the processes."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of a command and all it starts, and seconds by the clock."""

    cpu: float
    clock: float


@dataclass(frozen=True, slots=True)
class Spent:
    """What a way of reading costs: to start, and for an article more; the clock of many."""

    start: float
    article: float
    clock: float


def cost(*arguments: str) -> Cost:
    """Run a command of ours, and return what it and every process below it took."""
    started = time.perf_counter()
    spent: dict[int, float] = {}
    with subprocess.Popen(
        [sys.executable, "-m", "claimgraph", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            spent |= _spent(process.pid)
            time.sleep(_EACH)
    if process.returncode:
        raise SystemExit(f"claimgraph {' '.join(arguments)} ended with {process.returncode}")
    return Cost(sum(spent.values()), time.perf_counter() - started)


def _spent(top: int) -> dict[int, float]:
    """Return the CPU seconds so far of a process and of those below it."""
    above: dict[int, int] = {}
    taken: dict[int, float] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(") ")[2].split()
        except OSError:
            continue
        pid = int(path.parent.name)
        above[pid], taken[pid] = int(fields[1]), (int(fields[11]) + int(fields[12])) / _TICK
    found = {top}
    while more := {pid for pid, parent in above.items() if parent in found} - found:
        found |= more
    return {pid: taken[pid] for pid in found if pid in taken}


def lines(paths: Sequence[Path], folder: Path, articles: int) -> Path:
    """Write so many articles as lines, and return the file."""
    sources = [found.source() for found in scan(paths) if not isinstance(found, Exception)]
    place = folder / f"{articles}.jsonl"
    place.write_text("".join(json.dumps(row) + "\n" for row in repeated(sources, articles)), encoding="utf-8")
    return place


def measured(paths: Sequence[Path], few: int, many: int, ways: Sequence[str]) -> Iterator[tuple[str, Spent]]:
    """Yield what each way costs."""
    with tempfile.TemporaryDirectory() as folder:
        given = {count: lines(paths, Path(folder), count) for count in (few, many)}
        for number, way in enumerate(ways):
            taken = {}
            for count, place in given.items():
                case = f"{folder}/{number}-{count}.db"
                taken[count] = cost(*(one.format(lines=place, case=case) for one in WAYS[way]))
            article = (taken[many].cpu - taken[few].cpu) / (many - few)
            yield way, Spent(taken[few].cpu - few * article, article, taken[many].clock)


def main() -> None:
    """Print a table in Markdown, row by row."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, default=[DATA])
    parser.add_argument("--few", type=int, default=60)
    parser.add_argument("--many", type=int, default=300)
    options = parser.parse_args()
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {os.cpu_count()} cores, {platform.machine()}{load}\n")
    print(f"| way | articles a CPU second | CPU seconds to start | {options.many} articles by the clock |")
    print("|---|---|---|---|")
    for way, spent in measured(options.paths, options.few, options.many, list(WAYS)):
        print(f"| `{way}` | {1 / spent.article:.1f} | {spent.start:.0f} | {spent.clock:.0f} s |", flush=True)


if __name__ == "__main__":
    main()
