"""Articles as Spark finds them: a row for each line of a .jsonl file, and for each row of a Parquet file.

A line keeps its number, by which messages name it and in whose order articles come in. Spark cuts long
files into blocks that know nothing of each other, so the lines of every block are counted first.

"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.gathering import grouped
from claimgraph.read.inputs import (
    NOT_ARTICLES,
    Input,
    ending,
    files,
    lines_fault,
    longer_line,
    scan_line,
    unreadable,
)
from claimgraph.read.limits import MAX_BYTES
from claimgraph.read.metadata import Metadata
from claimgraph.read.parquet import COLUMNS, MAGIC, as_line, fault, not_utf8
from claimgraph.scale.places import Place, escaped, key
from claimgraph.tracker.ingesting import is_elsewhere

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession
    from pyspark.sql.types import DataType

LINES, PARQUET = ".jsonl", ".parquet"
ROWS = "input int, line long, data binary, cells array<binary>, is_number boolean"
"""A row found: of which file, its number, from 1; its bytes, or the cells of ``parquet.COLUMNS``."""

_MARK = b"\xef\xbb\xbf"
HEAD = 4
"""First bytes of a file that are looked at."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file to read: how messages name it, where Spark finds it, what is told of all its articles.

    ``mark``: it begins with a byte order mark, which Spark takes away and a line's hash counts.
    """

    where: str
    address: str
    metadata: Metadata
    mark: bool = False

    @property
    def is_parquet(self) -> bool:
        return self.address.lower().endswith(PARQUET)


def listed(
    spark: "SparkSession", inputs: Iterable[str], passed_over: list[str]
) -> Iterator[Listed | InputRefusedError]:
    """Yield the files to read in the order in which their articles come in, and a refusal for any other.

    Args:
        inputs: files and folders, here or in a store that Spark reaches.
        passed_over: takes the names of the visible files of a folder that are no articles.
    """
    for given in inputs:
        yield from _elsewhere(spark, given) if is_elsewhere(given) else _here(spark, given, passed_over)


def _here(spark: "SparkSession", given: str, passed_over: list[str]) -> Iterator[Listed | InputRefusedError]:
    for found in files([given], passed_over):
        if isinstance(found, InputRefusedError):
            yield found
        elif ending(found.path) == PARQUET:
            wrong = fault(found.path, found.where)
            yield wrong or Listed(found.where, Place(spark, str(found.path)).address, found.metadata)
        elif ending(found.path) == LINES:
            try:
                with found.path.open("rb") as handle:
                    head = handle.read(HEAD)
            except OSError as error:
                yield unreadable(found.where, error)
                continue
            address = Place(spark, str(found.path)).address
            yield _checked(Listed(found.where, address, found.metadata), head)
        else:
            yield _other(found.where)


def _elsewhere(spark: "SparkSession", given: str) -> Iterator[Listed | InputRefusedError]:
    place = Place(spark, given)
    if not place.exists:
        yield InputRefusedError(given, "no such file or folder", "check the spelling")
        return
    if not place.is_folder and not _is_read(Path(given)):
        yield _other(given)
        return
    addresses = sorted(place.within()) if place.is_folder else [given]
    known = [one for one in addresses if _is_read(Path(one))]
    for address in known:
        try:
            yield _checked(Listed(address, address, Metadata()), Place(spark, address).head(HEAD))
        except OSError as error:
            yield unreadable(address, error)
    if not known:
        yield InputRefusedError(given, "no article in it", f"put {LINES} or {PARQUET} files there")


def _other(where: str) -> InputRefusedError:
    reason = f"only {LINES} and {PARQUET} files are read on Spark"
    return InputRefusedError(where, reason, "add it with `claimgraph ingest`")


def _is_read(path: Path) -> bool:
    return ending(path) in {LINES, PARQUET} and path.stem.lower() not in NOT_ARTICLES


def _checked(found: Listed, head: bytes) -> Listed | InputRefusedError:
    """Return a file, unless its first bytes tell that it cannot be read."""
    if found.is_parquet:
        wrong = InputRefusedError(found.where, "not a Parquet file", "write it anew, or as .jsonl")
        return found if head == MAGIC else wrong
    fault = lines_fault(head, found.where)
    return fault or replace(found, mark=head.startswith(_MARK))


def inputs_of(row: Any, files: Mapping[int, Listed]) -> Iterator[Input | InputRefusedError]:
    """Yield the article of a row (``ROWS``), and what is wrong with it."""
    file = files[row.input]
    where = f"{file.where}:{row.line}"
    if row.data is None and row.cells is None:
        yield longer_line(where)
        return
    try:
        line = bytes(row.data) if row.cells is None else _line(row.cells, is_number=row.is_number)
    except UnicodeDecodeError:
        yield not_utf8(where)
        return
    if file.mark and row.line == 1:
        line = _MARK + line
    if line.strip():
        yield from scan_line(line, where, file.where, file.metadata)


def _line(cells: Sequence[bytes | None], *, is_number: bool) -> bytes:
    """Return the line that a row of a Parquet file is.

    Raises:
        UnicodeDecodeError: a cell is not UTF-8.
    """
    told: dict[str, str | int | None] = {
        name: bytes(cell).decode() for name, cell in zip(COLUMNS, cells, strict=True) if cell is not None
    }
    if is_number and told.get("id") is not None:
        told["id"] = int(str(told["id"]))
    return as_line(told)


def found_in(spark: "SparkSession", files: Mapping[int, Listed]) -> "tuple[DataFrame, int]":
    """Return the rows (``ROWS``) of all files, by their number in the order of reading, and how many."""
    lines = {number: one for number, one in files.items() if not one.is_parquet}
    parquet = {number: one for number, one in files.items() if one.is_parquet}
    if not parquet:
        return _lines(spark, lines) if lines else (spark.createDataFrame([], ROWS), 0)
    if not lines:
        return _cells(spark, parquet)
    (first, one), (second, two) = _lines(spark, lines), _cells(spark, parquet)
    return first.unionByName(second), one + two


def _lines(spark: "SparkSession", files: Mapping[int, Listed]) -> "tuple[DataFrame, int]":
    """Return the lines of .jsonl files. One that is too long has no bytes, and nothing follows it."""
    from pyspark.sql import functions as sql  # noqa: PLC0415 - the extra ``scale``

    read = spark.read.text([escaped(one.address) for one in files.values()], lineSep="\n").select(
        sql.col("value").cast("binary").alias("data"),
        sql.col("_metadata.file_path").alias("file"),
        sql.col("_metadata.file_block_start").alias("block"),
        sql.monotonically_increasing_id().alias("at"),
    )
    too_long = sql.octet_length("data") >= MAX_BYTES
    stop = sql.min(sql.when(too_long, sql.col("at")))
    counted = read.groupBy("file", "block").agg(sql.min("at"), sql.count("*"), stop).collect()
    blocks = numbered((Block(*one) for one in counted), _numbers(files))
    known = spark.createDataFrame(blocks, "file string, block long, input int, shift long, last long")
    line = sql.col("at") + sql.col("shift")
    rows = read.join(sql.broadcast(known), ["file", "block"]).where(line <= sql.col("last"))
    frame = rows.select(
        "input",
        line.alias("line"),
        sql.when(~too_long, sql.col("data")).alias("data"),
        sql.lit(None).cast("array<binary>").alias("cells"),
        sql.lit(False).alias("is_number"),  # noqa: FBT003
    )
    return frame, sum(one[3] for one in counted)


def _cells(spark: "SparkSession", files: Mapping[int, Listed]) -> "tuple[DataFrame, int]":
    """Return the rows of Parquet files."""
    from pyspark.sql import functions as sql  # noqa: PLC0415 - the extra ``scale``
    from pyspark.sql.types import DecimalType, IntegralType  # noqa: PLC0415

    read = spark.read.option("mergeSchema", "true").parquet(*(escaped(one.address) for one in files.values()))
    types = {one.name: one.dataType for one in read.schema.fields}
    cells = [_cell(name, types[name]) if name in types else sql.lit(None).cast("binary") for name in COLUMNS]
    is_number = isinstance(types.get("id"), IntegralType | DecimalType)
    rows = read.select(
        sql.col("_metadata.file_path").alias("file"),
        (sql.col("_metadata.row_index") + 1).alias("line"),
        sql.lit(None).cast("binary").alias("data"),
        sql.array(*cells).alias("cells"),
        sql.lit(is_number).alias("is_number"),
    )
    counted = rows.groupBy("file").count().collect()
    numbers = _numbers(files)
    inputs = [(file, numbers[key(file, quoted=True)]) for file, _ in counted]
    known = spark.createDataFrame(inputs, "file string, input int")
    frame = rows.join(sql.broadcast(known), "file").drop("file")
    return frame, sum(count for _, count in counted)


def _cell(name: str, kind: "DataType") -> "Column":
    """Return what a column tells, as the bytes of a text."""
    from pyspark.sql import functions as sql  # noqa: PLC0415 - the extra ``scale``
    from pyspark.sql.types import ArrayType, MapType, StructType, TimestampNTZType, TimestampType  # noqa: PLC0415

    if isinstance(kind, ArrayType | MapType | StructType):
        raise ClaimgraphError(f"the column {name} of the Parquet files is no text; write it as text")
    day = isinstance(kind, TimestampType | TimestampNTZType)
    return (sql.col(name).cast("date") if day else sql.col(name)).cast("string").cast("binary")


class Block(NamedTuple):
    """Lines that Spark reads together: of which file, from which byte on, the place of the first.

    ``lines`` is how many there are, ``stop`` the place of the first that is too long.
    """

    file: str
    start: int
    first: int
    lines: int
    stop: int | None


def numbered(
    blocks: Iterable[Block], numbers: Mapping[tuple[str, str, str], int]
) -> list[tuple[str, int, int, int, int]]:
    """Return of each block its file, its first byte, its input, what makes a place a line, the last line.

    Nothing behind the last line is read.

    Args:
        blocks: the blocks, in any order.
        numbers: the input of each file.
    """
    found = []
    for file, held in grouped((block.file, block) for block in blocks).items():
        lines, last, shifts = 0, None, []
        for block in sorted(held, key=lambda one: one.start):
            shift = lines + 1 - block.first
            shifts.append((block.start, shift))
            lines += block.lines
            last = block.stop + shift if last is None and block.stop is not None else last
        number = numbers[key(file, quoted=True)]
        found += [(file, start, number, shift, last or lines) for start, shift in shifts]
    return found


def _numbers(files: Mapping[int, Listed]) -> dict[tuple[str, str, str], int]:
    return {key(one.address): number for number, one in files.items()}
