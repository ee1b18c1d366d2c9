"""The order of work: read and extract on Spark, settle dates, write Parquet, fill the case file.

Invariants
    - The folder holds whole tables or none: they are made in a folder inside it and moved when all are there.
    - Articles that were read and extracted are kept until all is done: a run that ended before goes on there.
"""

import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.model import Dated, Source
from claimgraph.read import date_together
from claimgraph.scale import tables
from claimgraph.scale.doing import SCHEMA, Made, extracts, input_of, reads
from claimgraph.scale.filling import Done, in_order, settled
from claimgraph.scale.places import Place
from claimgraph.scale.rows import Listed, found_in, listed
from claimgraph.scale.session import session
from claimgraph.store import Reading, Store
from claimgraph.tracker import ClaimGraph, IngestResult
from claimgraph.tracker.custody import extracted
from claimgraph.tracker.extracting import Extractor, extractor_for
from claimgraph.tracker.ingesting import Intake, location

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ARTICLES_A_TASK = 100
"""Articles in one piece of work, the most that is lost with a worker; more where there are very many."""
MOST_TASKS = 20_000
"""Pieces of work at most."""
TASKS_A_CORE = 4
"""Pieces of work for each core at least: while the last are done, no core is idle for long."""

WORK = "_work"
"""The folder inside the folder in which all is made; Spark passes over such names."""
DONE = "_SUCCESS"
"""What Spark puts into a folder when all of a table is there."""
WAITS = "source is not null and statements is null"
"""Which rows are articles that wait for a date."""


@dataclass(frozen=True, slots=True)
class Scaled:
    """What came of it: how many articles and statements, what was refused, what became of the case file."""

    articles: int
    statements: int
    refused: tuple[InputRefusedError, ...]
    passed_over: tuple[str, ...] = ()
    case: IngestResult | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for.

    Args:
        inputs: .jsonl and .parquet files, and folders of them; addresses that Spark reaches, too.
        output: the folder of the tables; what an earlier run wrote there is replaced.
        db: the case file; without it, none is made.
        actors: a file of the user's own speakers, aliases and sides.
        master: where Spark runs.
        settings: Spark's own, by name.
    """

    inputs: Sequence[str]
    output: str
    db: Path | None = None
    actors: Path | None = None
    master: str = "local[*]"
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Job:
    """An order under way: the files to read and those refused, by their place among all; with what; where."""

    spark: "SparkSession"
    order: Order
    files: dict[int, Listed]
    refused: dict[int, InputRefusedError]
    extractor: Extractor
    work: Place

    @property
    def made(self) -> Made:
        """What every worker is given."""
        here = extracted(Reading())
        return Made(self.extractor, self.files, here.model, here.rules)


def scale(order: Order, progress: Callable[[str], None] | None = None) -> Scaled:
    """Read articles on Spark, write what they say as Parquet, and fill a case file with it.

    Args:
        progress: called with the name of each article before it is stored in the case file.

    Raises:
        ClaimgraphError: Spark is missing or fails, or a file cannot be used.
    """
    extractor = extractor_for(order.actors)
    if order.db is not None:
        ClaimGraph.open(db=order.db).close()  # whether it can be used is told before the work
    with session(order.master, order.settings) as spark:
        folder = Place(spark, order.output)
        _check(folder, order.output)
        passed_over: list[str] = []
        job = _Job(spark, order, *_listed(spark, order.inputs, passed_over), extractor, folder / WORK)
        done = _read(job)
        dated = _settled(job, done) if done.where(WAITS).take(1) else None
        ready = done if dated is None else done.where(f"not ({WAITS})").unionByName(dated)
        counts = tables.write(ready, job.work / "made")
        for name in tables.NAMES:
            (folder / name).remove()
            (job.work / "made" / name).move(folder / name)
        case = None if order.db is None else _filled(job, done, dated, progress)
        refused = _refused(job, ready) if case is None else case.refused
        job.work.remove()
    return Scaled(*counts, refused, tuple(passed_over), case)


def _check(folder: Place, named: str) -> None:
    """Refuse a folder that holds what no run of ours wrote."""
    if not folder.exists:
        return
    if not folder.is_folder:
        raise ClaimgraphError(f"{named} is a file; name a folder for the tables")
    others = [one for one in folder.names() if one not in {*tables.NAMES, WORK}]
    if others:
        raise ClaimgraphError(
            f"{named} holds {others[0]}, which would be lost among tables; name a new folder"
        )


def _listed(
    spark: "SparkSession", inputs: Sequence[str], passed_over: list[str]
) -> tuple[dict[int, Listed], dict[int, InputRefusedError]]:
    """Return the files to read and those that are refused, each file once."""
    read: dict[int, Listed] = {}
    refused: dict[int, InputRefusedError] = {}
    addresses: set[str] = set()
    for number, found in enumerate(listed(spark, inputs, passed_over)):
        if isinstance(found, InputRefusedError):
            refused[number] = found
        elif found.address not in addresses:
            addresses.add(found.address)
            read[number] = found
    return read, refused


def _pieces(job: _Job, articles: int) -> int:
    """Return into how many pieces the work on so many articles is cut."""
    cores: int = job.spark.sparkContext.defaultParallelism
    fair = min(MOST_TASKS, math.ceil(articles / ARTICLES_A_TASK))
    return max(1, fair, min(articles, TASKS_A_CORE * cores))


def _read(job: _Job) -> "DataFrame":
    """Read every article, and extract those that say when they were published, unless that is done."""
    name = f"read-{_digest(job)}"
    if (job.work / name / DONE).exists:
        for other in job.work.names():
            if other != name:
                (job.work / other).remove()
        return job.spark.read.parquet((job.work / name).address)
    job.work.remove()
    rows, count = found_in(job.spark, job.files)
    read = rows.repartition(_pieces(job, count)).mapInPandas(reads(job.made), SCHEMA)
    return _kept(job, read, name)


def _digest(job: _Job) -> str:
    """Return what tells one reading from another: the files as they are, and with what they are read."""
    files = [(number, one, Place(job.spark, one.address).stamp) for number, one in job.files.items()]
    with_what = (job.extractor.digest, job.made.model, job.made.rules)
    return hashlib.sha256(repr((files, with_what)).encode("utf-8", "replace")).hexdigest()[:16]


def _settled(job: _Job, done: "DataFrame") -> "DataFrame":
    """Date the articles that wait by what the others tell, and extract them."""
    waits = done.where(WAITS)
    dates = _dates(tables.live(done), job.order.db)
    count = waits.count()
    again = waits.repartition(_pieces(job, count)).mapInPandas(extracts(job.made, dates), SCHEMA)
    return _kept(job, again, "settled")


def _kept(job: _Job, done: "DataFrame", name: str) -> "DataFrame":
    """Do what is to be done, once, and return it as it is kept.

    Raises:
        ClaimgraphError: something stops all articles.
    """
    place = (job.work / name).address
    done.write.parquet(place)
    kept = job.spark.read.parquet(place)
    stopped = kept.where("stopped is not null").select("stopped").first()
    if stopped is not None:
        job.work.remove()
        raise ClaimgraphError(stopped[0])
    return kept


def _dates(read: "DataFrame", db: Path | None) -> dict[str, Dated]:
    """Return the dates lent to articles that do not tell theirs, by those read and those in the case."""
    sources: dict[str, Source] = {}
    places: set[str | None] = set()
    for row in read.select("source", "told", "name", "path", "sha256", "place").toLocalIterator():
        one = Source.model_validate_json(row.source)
        sources[one.id] = one
        places.add(location(input_of(row)))
    if db is not None and db.exists():
        with Store.open(db, create=False) as store:
            for filed in store.filed():
                if filed.receipt.location not in places:
                    sources.setdefault(filed.source.id, filed.as_read)
    return {
        one.id: one.published
        for one in date_together(sorted(sources.values(), key=lambda one: (one.name, one.id)))
        if one.published != sources[one.id].published
    }


def _filled(
    job: _Job, done: "DataFrame", dated: "DataFrame | None", progress: Callable[[str], None] | None
) -> IngestResult:
    """Put what was done into the case file."""
    known = Done[Any](job.extractor)
    settled(() if dated is None else dated.toLocalIterator(), known)
    found = in_order(done, job.refused, known)
    with ClaimGraph.open(db=job.order.db, actors=job.order.actors) as tracker:
        intake = Intake(tracker.store, job.extractor, underway=known)
        return tracker.take_in(found, intake, job.order.inputs, progress)


def _refused(job: _Job, ready: "DataFrame") -> tuple[InputRefusedError, ...]:
    """Return what was refused, in the order in which it stands, an article once."""
    found: dict[tuple[int, int, int], InputRefusedError] = {
        (number, 0, 0): refusal for number, refusal in job.refused.items()
    }
    seen: set[str] = set()
    for row in ready.where("reason is not null").orderBy("input", "line", "part").toLocalIterator():
        if row.id is None or row.id not in seen:
            found[row.input, row.line, row.part] = InputRefusedError(row.place, row.reason, row.remedy)
        seen.add(row.id)
    return tuple(found[at] for at in sorted(found))
