"""Articles read and extracted where Spark has them: what a Python worker of Spark's does.

Each such worker keeps one process of ours that has the parser loaded, as ``ingest`` keeps several
(``tracker.workers``): an article that ends it, twice, is refused in one line, and the others go on.

Invariant: what is handed back, row by row, does not depend on how the articles were cut into pieces.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.model import Claim, Dated, Extraction, Flag, Source, Speaker
from claimgraph.read.inputs import Input
from claimgraph.read.metadata import Metadata
from claimgraph.scale.rows import Listed, inputs_of
from claimgraph.tracker.custody import reading
from claimgraph.tracker.extracting import Extractor, Outcome, Task
from claimgraph.tracker.workers import Workers

if TYPE_CHECKING:
    import pandas as pd

FIELDS = {
    "input": "int",
    "line": "long",
    "part": "int",
    "place": "string",
    "name": "string",
    "path": "string",
    "sha256": "string",
    "told": "string",
    "id": "string",
    "source": "string",
    "statements": "array<string>",
    "speakers": "array<string>",
    "flags": "array<string>",
    "reason": "string",
    "remedy": "string",
    "reader": "string",
    "model": "string",
    "rules": "string",
    "stopped": "string",
}
"""What is handed back of an article: where it stood (``part``: the refusals of its line come first), how
it was found, the article and what was extracted as JSON of the model (``statements`` is null while the
article waits for a date), why it is refused, with what it was read, what stops all articles."""
SCHEMA = ", ".join(f"{name} {kind}" for name, kind in FIELDS.items())

_FEWER = "if memory ran out, give it again with fewer cores a machine, or leave it out"
_KEPT: dict[str, Workers] = {}
"""The process of ours that this worker of Spark's keeps, by what it extracts with."""


@dataclass(frozen=True, slots=True)
class Made:
    """What every worker is given: with what to extract, the files, and what must be installed.

    ``model`` and ``rules`` are those of the machine that asks: a case is made with one version.
    """

    extractor: Extractor
    files: Mapping[int, Listed]
    model: str
    rules: str


@dataclass(frozen=True, slots=True)
class _Begun:
    """An article, or a refusal, of a row; what is known of it and what becomes of it."""

    row: dict[str, Any]
    outcome: "Future[Outcome] | None" = None


def reads(made: Made) -> "Callable[[Iterable[pd.DataFrame]], Iterator[pd.DataFrame]]":
    """Return what reads and extracts the rows of files (``ROWS``), for ``mapInPandas``."""

    def work(frames: "Iterable[pd.DataFrame]") -> "Iterator[pd.DataFrame]":
        yield from _done(frames, lambda row, workers: _begun(row, made, workers), made.extractor)

    return work


def extracts(
    made: Made, dates: Mapping[str, Dated]
) -> "Callable[[Iterable[pd.DataFrame]], Iterator[pd.DataFrame]]":
    """Return what extracts articles (``SCHEMA``) that waited for a date, for ``mapInPandas``.

    Args:
        dates: those lent, by article.
    """

    def again(row: Any, workers: Workers) -> Iterator[_Begun]:
        source = Source.model_validate_json(row.source)
        dated = source.model_copy(update={"published": dates.get(source.id, source.published)})
        known = {name: getattr(row, name) for name in FIELDS}
        yield _Begun(known, workers.submit(Task(dated, row.place)))

    def work(frames: "Iterable[pd.DataFrame]") -> "Iterator[pd.DataFrame]":
        yield from _done(frames, again, made.extractor)

    return work


def _done(
    frames: "Iterable[pd.DataFrame]",
    begin: Callable[[Any, Workers], Iterable[_Begun]],
    extractor: Extractor,
) -> "Iterator[pd.DataFrame]":
    """Yield what became of the rows of each frame, in their order."""
    import pandas as pd  # noqa: PLC0415 - Spark brings it

    workers = _workers(extractor)
    for frame in frames:
        try:
            begun = [one for row in frame.itertuples(index=False) for one in begin(row, workers)]
            rows = [one.row | (_told(one.outcome.result()) if one.outcome else {}) for one in begun]
        except ClaimgraphError as error:
            yield pd.DataFrame([_empty() | {"stopped": str(error)}], columns=list(FIELDS), dtype=object)
            return
        yield pd.DataFrame(rows, columns=list(FIELDS), dtype=object)


def _workers(extractor: Extractor) -> Workers:
    if extractor.digest not in _KEPT:
        for other in _KEPT.values():
            other.close()
        _KEPT.clear()
        _KEPT[extractor.digest] = Workers(1, extractor, _FEWER)
    return _KEPT[extractor.digest]


def _begun(row: Any, made: Made, workers: Workers) -> Iterator[_Begun]:
    """Yield what stands in a row of a file, begun to be read."""
    at = {"input": int(row.input), "line": int(row.line)}
    for part, found in enumerate(inputs_of(row, made.files)):
        known = _empty() | at | {"part": part}
        if isinstance(found, InputRefusedError):
            yield _Begun(known | _refused(found))
            continue
        with_what = reading(found)
        if (with_what.model, with_what.rules) != (made.model, made.rules):
            raise ClaimgraphError(
                f"a worker reads with {with_what.model}, {with_what.rules} and not with {made.model},"
                f" {made.rules} as the machine that asks; install the same version of claimgraph on both"
            )
        told = json.dumps(asdict(found.metadata), ensure_ascii=False)
        known |= {"place": found.where, "name": found.name, "path": found.path, "sha256": found.sha256}
        known |= {"told": told, "id": found.id, "reader": with_what.reader}
        known |= {"model": with_what.model, "rules": with_what.rules}
        yield _Begun(known, workers.submit(Task(found, found.where)))


def _empty() -> dict[str, Any]:
    return dict.fromkeys(FIELDS)


def _told(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome as cells of a row."""
    cells: dict[str, Any] = {}
    if outcome.refusal is not None:
        cells |= _refused(outcome.refusal)
    if outcome.source is not None:
        cells["source"] = outcome.source.model_dump_json()
    if outcome.extraction is not None:
        cells["statements"] = _once(outcome.extraction.claims)
        cells["speakers"] = _once(outcome.extraction.speakers)
        cells["flags"] = [one.model_dump_json() for one in outcome.extraction.flags]
    return cells


def _once(things: Iterable[Claim | Speaker]) -> list[str]:
    """Return things as JSON; two with one id are one thing, as in a case file: the first is kept."""
    first: dict[str, Claim | Speaker] = {}
    for one in things:
        first.setdefault(one.id, one)
    return [one.model_dump_json() for one in first.values()]


def _refused(refusal: InputRefusedError) -> dict[str, Any]:
    return {"place": refusal.where, "reason": refusal.reason, "remedy": refusal.remedy}


def input_of(row: Any) -> Input:
    """Return the article of a row as it was found, without its bytes."""
    metadata = Metadata(**json.loads(row.told))
    return Input(row.name, row.path, row.sha256, metadata, b"", "text", row.place)


def outcome_of(row: Any) -> Outcome:
    """Return what became of the article of a row."""
    if row.reason is not None:
        return Outcome(refusal=InputRefusedError(row.place, row.reason, row.remedy))
    source = Source.model_validate_json(row.source)
    extraction = None
    if row.statements is not None:
        extraction = Extraction(
            source=source.id,
            claims=tuple(map(Claim.model_validate_json, row.statements)),
            speakers=tuple(map(Speaker.model_validate_json, row.speakers)),
            flags=tuple(map(Flag.model_validate_json, row.flags)),
        )
    return Outcome(source, extraction)
