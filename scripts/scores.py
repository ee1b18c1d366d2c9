"""Print how much of a gold list a report holds: a row a story, the whole collection last.

``make scores`` runs it on ``data/``. Keep a run and look at what a change does to it:

    make scores ARGS='--save before.json'
    make scores ARGS='--against before.json'

A story is a folder of articles. Its seconds are those of reading its articles; those of the
whole collection hold the matching too. In a folder without gold.json every NAME_articles.jsonl
with its list NAME.json is a story, run by itself, and the last row is their sum. Last come the
kinds of dispute: how many of those listed were found, and how many of those reported are on the list.
"""

import argparse
import io
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from claimgraph import ClaimGraph
from claimgraph.report.evaluate import PRIORITIES, evaluate, evaluate_stories

ROOT = Path(__file__).resolve().parent.parent
WHOLE = "all"
COLUMNS = (*PRIORITIES, "flags", "right", "forbidden", "CPU s")


Kinds = Mapping[str, list[int]]
"""By kind of dispute: found, listed, right, reported."""


def main() -> int:
    """Read the articles, score the report, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=ROOT / "data",
        help="articles and gold.json, or several stories",
    )
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep the scores in a file")
    parser.add_argument("--against", type=Path, metavar="FILE", help="print the difference to a kept file")
    asked = parser.parse_args()
    earlier = json.loads(asked.against.read_text(encoding="utf-8")) if asked.against else None
    apart = not (asked.folder / "gold.json").exists()
    scores, kinds = scored_apart(asked.folder) if apart else scored(asked.folder)
    sys.stdout.write("\n".join((*table(scores, earlier), "", *by_kind(kinds))) + "\n")
    if asked.save:
        asked.save.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    return 0


def scored(folder: Path) -> tuple[dict[str, dict[str, Any]], Kinds]:
    """Return a row of scores for each story and for the whole, and the scores by kind."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    report, seconds = run(folder)
    whole = evaluate(report, gold)
    results = evaluate_stories(report, gold) | {WHOLE: whole}
    rows = {story: row(result, seconds[story]) for story, result in results.items()}
    return rows, kinds_of(report, whole)


def scored_apart(folder: Path) -> tuple[dict[str, dict[str, Any]], Kinds]:
    """Return a row of scores for each story of a folder and for their sum, and the sums by kind."""
    rows: dict[str, dict[str, Any]] = {}
    kinds: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for articles in sorted(folder.glob("*_articles.jsonl")):
        name = articles.name.removesuffix("_articles.jsonl")
        gold = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        report, seconds = run(articles)
        result = evaluate(report, gold)
        rows[name] = row(result, seconds[WHOLE])
        for kind, numbers in kinds_of(report, result).items():
            kinds[kind] = [one + other for one, other in zip(kinds[kind], numbers, strict=True)]
    columns = zip(*(one["cells"] for one in rows.values()), strict=True)
    rows[WHOLE] = {
        "cells": [(sum(found for found, _ in cells), sum(of for _, of in cells)) for cells in columns],
        "seconds": round(sum(one["seconds"] for one in rows.values()), 1),
        "missed": [missed for one in rows.values() for missed in one["missed"]],
    }
    return rows, kinds


def kinds_of(report: dict[str, Any], result: dict[str, Any]) -> Kinds:
    """Return of each kind how many are found of those listed, and how many right of those reported."""
    kind = {one["id"]: one["kind"] for one in report["disputes"]}
    right, wrong = ([kind[one] for one in result["precision"][sort]] for sort in ("right", "wrong"))
    listed = {name: (told["found"], told["of"]) for name, told in result["by_kind"].items()}
    return {
        name: [*listed.get(name, (0, 0)), right.count(name), right.count(name) + wrong.count(name)]
        for name in sorted({*listed, *right, *wrong})
    }


def by_kind(kinds: Kinds) -> Iterator[str]:
    """Yield the lines of the table by kind."""
    yield f"{'kind':<18}{'found of listed':>18}{'right of reported':>20}"
    for kind, (found, listed, right, reported) in sorted(kinds.items()):
        yield f"{kind:<18}{f'{found} of {listed}':>18}{f'{right} of {reported}':>20}"


def run(folder: Path) -> tuple[dict[str, Any], dict[str, float]]:
    """Return the report on a folder or file, and the seconds of CPU of each story and of the whole."""
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
