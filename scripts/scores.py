"""Print how much of a gold list a report holds: a row a story, the whole collection last.

``make scores`` runs it on ``data/``. Keep a run and look at what a change does to it:

    make scores ARGS='--save before.json'
    make scores ARGS='--against before.json'

A story is a folder of articles. Its seconds are those of reading its articles; those of the
whole collection hold the matching too.
"""

import argparse
import io
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from claimgraph import ClaimGraph
from claimgraph.report.evaluate import PRIORITIES, evaluate, evaluate_stories

ROOT = Path(__file__).resolve().parent.parent
WHOLE = "all"
COLUMNS = (*PRIORITIES, "flags", "right", "forbidden", "CPU s")


def main() -> int:
    """Read the articles, score the report, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "data", help="articles and gold.json")
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep the scores in a file")
    parser.add_argument("--against", type=Path, metavar="FILE", help="print the difference to a kept file")
    asked = parser.parse_args()
    earlier = json.loads(asked.against.read_text(encoding="utf-8")) if asked.against else None
    scores = scored(asked.folder)
    sys.stdout.write("\n".join(table(scores, earlier)) + "\n")
    if asked.save:
        asked.save.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    return 0


def scored(folder: Path) -> dict[str, dict[str, Any]]:
    """Return a row of scores for each story and for the whole."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    report, seconds = run(folder)
    results = evaluate_stories(report, gold) | {WHOLE: evaluate(report, gold)}
    return {story: row(result, seconds[story]) for story, result in results.items()}


def run(folder: Path) -> tuple[dict[str, Any], dict[str, float]]:
    """Return the report on a folder, and the seconds of CPU of each story and of the whole."""
    with ClaimGraph.open() as other:  # loads the models before the clock runs
        other.ingest("-", stdin=io.BytesIO(b"The mayor denied that the bridge was closed on Monday."))
    ticks: list[tuple[str, float]] = []
    with ClaimGraph.open() as tracker:
        tracker.ingest(folder, progress=lambda name: ticks.append((name, time.process_time())))
        ticks.append((WHOLE, time.process_time()))
        report = json.loads(tracker.report("json"))
    seconds = defaultdict(float, {WHOLE: time.process_time() - ticks[0][1]})
    stories = {source["name"]: Path(source["path"]).parent.name for source in report["sources"]}
    for (name, began), (_, ended) in pairwise(ticks):
        seconds[stories.get(name, "")] += ended - began
    return report, seconds


def row(result: dict[str, Any], seconds: float) -> dict[str, Any]:
    """Return the numbers of one row, each with what it is of, and the ids of what is missed."""
    disputes, precision, forbidden = result["disputes"], result["precision"], result["forbidden"]
    right = len(precision["right"])
    cells = [
        *((disputes[priority]["found"], disputes[priority]["of"]) for priority in PRIORITIES),
        (result["flags"]["must"]["found"], result["flags"]["must"]["of"]),
        (right, right + len(precision["wrong"])),
        (forbidden["hit"], forbidden["of"]),
    ]
    missed = [one for priority in PRIORITIES for one in disputes[priority]["missed"]]
    return {"cells": cells, "seconds": round(seconds, 1), "missed": missed}


def table(scores: dict[str, dict[str, Any]], earlier: dict[str, dict[str, Any]] | None) -> Iterator[str]:
    """Yield the lines of the table; under a row that changed, by how much."""
    yield line("", COLUMNS)
    for story, now in scores.items():
        yield line(story, [*(f"{found} of {of}" for found, of in now["cells"]), now["seconds"]])
        before = (earlier or {}).get(story)
        if before:
            changes = [change(*pair) for pair in zip(before["cells"], now["cells"], strict=True)]
            yield line("", [*changes, f"{now['seconds'] - before['seconds']:+.1f}"])
    if earlier and WHOLE in earlier:
        missed, missed_before = (set(one[WHOLE]["missed"]) for one in (scores, earlier))
        yield f"found now: {', '.join(sorted(missed_before - missed)) or 'nothing new'}"
        yield f"missed now: {', '.join(sorted(missed - missed_before)) or 'nothing more'}"


def line(name: str, cells: Iterable[object]) -> str:
    """Return one line of the table."""
    return (f"{name:<12}" + "".join(f"{cell:>12}" for cell in cells)).rstrip()


def change(before: tuple[int, int], now: tuple[int, int]) -> str:
    """Return by how much a number changed, and what it is of where that changed too."""
    found, of = now[0] - before[0], now[1] - before[1]
    return f"{found:+d} of {of:+d}" if of else f"{found:+d}" if found else "="


if __name__ == "__main__":
    sys.exit(main())
