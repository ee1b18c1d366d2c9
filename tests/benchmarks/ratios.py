"""Speed and memory as ratios, all measured in one run: what a loaded or slower machine changes least.

    python tests/benchmarks/ratios.py [PATH...] [--times 3] [--few 125] [--many 500] [--read 240]

PATH is what ``claimgraph report`` takes, by default the articles of ``data/``; they are repeated
under other names and in other years until there are enough (``matching_share``). What is compared
is measured in turns, ``--times`` times, and the medians are printed: CPU seconds, but for workers
the time by the clock. Printed is a table in Markdown.
"""

import argparse
import json
import math
import os
import platform
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

from matching_share import DATA, WARMING, repeated
from on_spark import measured

from claimgraph.read import scan

Clock = Callable[[], float]
Row = tuple[str, str, str]
"""What is compared, the ratio, and what it was worked out from."""


def alone(work: Callable[..., Any], *given: Any) -> Any:
    """Do something in a process of its own."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(work, given)


def in_turns(times: int, clock: Clock, *works: Callable[[], object]) -> list[float]:
    """Return the median seconds of each of several things, done one after the other so many times."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(times):
        for seconds, work in zip(taken, works, strict=True):
            started = clock()
            work()
            seconds.append(clock() - started)
    return [median(seconds) for seconds in taken]


def megabytes() -> float:
    """Return the most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def extraction(lines: str, times: int) -> list[float]:
    """Return the seconds of extraction, of the same paragraphs in the whole parser, and without its names."""
    import spacy  # noqa: PLC0415 - what loading takes is not compared

    from claimgraph.extract import extract  # noqa: PLC0415
    from claimgraph.extract.parse import CLAIM_KINDS, DEFAULT_MODEL  # noqa: PLC0415

    sources = [found.source() for found in scan([lines]) if not isinstance(found, Exception)]
    texts = [
        one.text[block.start : block.end]
        for one in sources
        for block in one.blocks
        if block.kind in CLAIM_KINDS
    ]
    whole, nameless = spacy.load(DEFAULT_MODEL), spacy.load(DEFAULT_MODEL, exclude=["ner"])
    extract(sources[0])
    list(whole.pipe([WARMING])), list(nameless.pipe([WARMING]))
    return in_turns(
        times,
        time.process_time,
        lambda: [extract(one) for one in sources],
        lambda: list(whole.pipe(texts)),
        lambda: list(nameless.pipe(texts)),
    )


def ingested(lines: str, case: str, workers: int) -> float:
    """Take articles into a case file, and return the peak memory of the process that does."""
    from claimgraph.tracker import ClaimGraph  # noqa: PLC0415

    with ClaimGraph.open(db=case) as tracker:
        tracker.ingest(lines, workers=workers)
    return megabytes()


def matched(case: str, times: int) -> tuple[float, float]:
    """Return the seconds that matching a case takes, and the peak memory of the process."""
    from claimgraph.match import match  # noqa: PLC0415
    from claimgraph.tracker import ClaimGraph  # noqa: PLC0415

    with ClaimGraph.open(db=case) as tracker:
        collection = tracker.collection()
    (seconds,) = in_turns(times, time.process_time, lambda: match(collection))
    return seconds, megabytes()


def stored(case: str, times: int) -> list[float]:
    """Return the seconds of storing all articles of a case, and of writing as many bytes as bare rows."""
    from claimgraph.model import Extraction  # noqa: PLC0415
    from claimgraph.store import Store  # noqa: PLC0415

    with Store.open(Path(case)) as store:
        held = store.collection()
    of: dict[str, list[Any]] = {source.id: [] for source in held.sources}
    for claim in held.claims:
        of[claim.source].append(claim)
    voices = {one.id: one for one in held.speakers}
    given = [
        (source, Extraction(source=source.id, claims=tuple(of[source.id]), speakers=tuple(
            voices[each] for each in sorted({one for claim in of[source.id] for one in (*claim.speakers, *claim.via)})
        )))
        for source in held.sources
    ]  # fmt: skip
    bare = [
        (one.id, one.model_dump_json())
        for source, extraction in given
        for one in (source, *extraction.claims, *extraction.speakers)
    ]

    def store_all() -> None:
        with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder, "case.db")) as store:
            for source, extraction in given:
                store.add(source, extraction)

    def write_bare() -> None:
        with tempfile.TemporaryDirectory() as folder:
            connection = sqlite3.connect(Path(folder, "bare.db"))
            connection.execute("CREATE TABLE rows (id TEXT, body TEXT)")
            connection.executemany("INSERT INTO rows VALUES (?, ?)", bare)
            connection.commit()
            connection.close()

    return in_turns(times, time.process_time, store_all, write_bare)


def written(paths: Sequence[Path], folder: Path, name: str, articles: int) -> str:
    """Write so many articles as lines, and return the file."""
    sources = [found.source() for found in scan(paths) if not isinstance(found, Exception)]
    place = folder / f"{name}.jsonl"
    rows = repeated(sources, articles)
    place.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(place)


def ratios(paths: Sequence[Path], folder: Path, options: argparse.Namespace) -> Iterator[Row]:
    """Yield what is measured, one after the other."""
    times = options.times
    read = written(paths, folder, "read", options.read)
    took, whole, nameless = alone(extraction, read, times)
    what = f"{options.read} articles, CPU {took:.1f} s against {whole:.1f} s"
    yield "speed of extraction, the whole spaCy pipeline 1", f"{whole / took:.2f}", what
    yield "the same, spaCy without its names", f"{nameless / took:.2f}", f"against {nameless:.1f} s"

    turns = iter(range(10_000))
    one, two = in_turns(
        times,
        time.perf_counter,
        *(
            lambda workers=workers: alone(ingested, read, str(folder / f"{next(turns)}.db"), workers)
            for workers in (1, 2)
        ),
    )
    what = f"{options.read} articles, {one:.1f} s against {two:.1f} s by the clock, start and all"
    yield "speed of ingest with two workers, one 1", f"{one / two:.2f}", what

    cases = {}
    for articles in (options.few, options.many):
        cases[articles] = str(folder / f"case{articles}.db")
        alone(ingested, written(paths, folder, f"lines{articles}", articles), cases[articles], 2)
    (few, less), (many, more) = (alone(matched, case, times) for case in cases.values())
    power = math.log(many / few) / math.log(options.many / options.few)
    what = f"{options.few} articles {few:.1f} s, {options.many} articles {many:.1f} s of CPU"
    yield "exponent of matching", f"{power:.2f}", what
    yield "peak memory of it", f"{more / less:.2f}", f"{less:.0f} MB, then {more:.0f} MB"

    if find_spec("pyspark") is not None:
        ways = ("ingest --workers 1", "scale --master local[1]")
        here, spark = (spent for _, spent in measured(paths, options.read // 4, options.read, ways))
        what = f"CPU {here.article:.2f} s an article against {spark.article:.2f} s, start apart ({spark.start:.0f} s)"
        yield "speed of Spark, one process 1", f"{here.article / spark.article:.2f}", what

    kept, bare = alone(stored, cases[options.few], times)
    what = f"{options.few} articles, CPU {kept:.2f} s against {bare:.2f} s"
    yield "cost of storing, bare executemany 1", f"{kept / bare:.1f}", what


def main() -> None:
    """Print the table, row by row."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, default=[DATA])
    for name, default in (("--times", 3), ("--few", 125), ("--many", 500), ("--read", 240)):
        parser.add_argument(name, type=int, default=default)
    options = parser.parse_args()
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}{load}"
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {machine}, median of {options.times}\n")
    print("| what | ratio | from |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for row in ratios(options.paths, Path(folder), options):
            print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
