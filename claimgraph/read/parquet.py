"""Parquet files: an article a row, with the fields of a line of a .jsonl file as columns.

Invariant: a row is the line of JSON that ``as_line`` makes of it, on one machine and on many; by it an
article is known again.
"""

import json
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claimgraph.errors import InputRefusedError

COLUMNS = ("id", "text", "title", "published", "publisher", "url")
"""What is read of a row; only the first two must be there."""
MAGIC = b"PAR1"
"""How such a file begins."""
OWN = "claimgraph"
"""The column of a table that this program wrote in which what a row holds stands whole."""

_AT_ONCE = 64
"""Rows held at a time."""
_REMEDY = "write it anew, or as .jsonl"


def lines(path: Path, where: str) -> Iterator[bytes | InputRefusedError]:
    """Yield the rows of a file as lines, each or why it is none.

    Raises:
        InputRefusedError: the file cannot be read, or not behind some row.
    """
    wrong = fault(path, where)
    if wrong is not None:
        raise wrong
    import pyarrow as pa  # noqa: PLC0415 - the extra ``parquet``
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    number = 0
    try:
        with ParquetFile(path) as file:
            columns = [name for name in COLUMNS if name in file.schema_arrow.names]
            for batch in file.iter_batches(_AT_ONCE, columns=columns):
                days = {
                    name: batch.column(name).cast(pa.date32())
                    for name in columns
                    if pa.types.is_temporal(batch.column(name).type)
                }
                for at in range(batch.num_rows):
                    number += 1
                    cells = {name: days.get(name, batch.column(name))[at].as_py() for name in columns}
                    yield _line(cells, f"{where}:{number}")
    except pa.ArrowException as error:
        reason = f"is damaged behind row {number} ({_first_line(error)})"
        raise InputRefusedError(where, reason, _REMEDY) from error


def fault(path: Path, where: str) -> InputRefusedError | None:
    """Return why a file cannot be read as articles; None when it can."""
    if find_spec("pyarrow") is None:
        return InputRefusedError(
            where, "reading Parquet files needs a further library", "pip install 'claimgraph[parquet]'"
        )
    import pyarrow as pa  # noqa: PLC0415 - the extra ``parquet``
    from pyarrow.parquet import read_schema  # noqa: PLC0415

    try:
        schema = read_schema(path)
    except pa.ArrowException as error:
        return InputRefusedError(where, f"not a readable Parquet file ({_first_line(error)})", _REMEDY)
    if OWN in schema.names:
        reason = "a table of claimgraph's own, not articles"
        return InputRefusedError(where, reason, "keep tables in a folder of their own")
    for name in COLUMNS[:2]:
        if name not in schema.names:
            return InputRefusedError(
                where, f"has no column {name!r}", f"its columns are {', '.join(COLUMNS)}"
            )
    for name in COLUMNS:
        if name in schema.names and not _is_read(name, schema.field(name).type):
            kind = schema.field(name).type
            return InputRefusedError(where, f"its column {name!r} is no text ({kind})", "write it as text")
    return None


def _is_read(name: str, kind: Any) -> bool:
    from pyarrow import types  # noqa: PLC0415

    inner = kind.value_type if types.is_dictionary(kind) else kind
    is_text = types.is_string(inner) or types.is_large_string(inner) or types.is_null(inner)
    if is_text or types.is_binary(inner) or types.is_large_binary(inner):
        return True
    if name == "published":
        return bool(types.is_date(inner) or types.is_timestamp(inner))
    return bool(name == "id" and types.is_integer(inner))


def _line(cells: Mapping[str, Any], where: str) -> bytes | InputRefusedError:
    """Return the line that a row is."""
    told: dict[str, str | int | None] = {}
    try:
        for name, value in cells.items():
            text = value.decode() if isinstance(value, bytes) else value
            told[name] = text if text is None or isinstance(text, int) else str(text)
        return as_line(told)
    except UnicodeDecodeError:
        return not_utf8(where)


def as_line(cells: Mapping[str, str | int | None]) -> bytes:
    """Return the line of a .jsonl file that says what a row says: in the order of ``COLUMNS``, no nulls."""
    told = {name: cells[name] for name in COLUMNS if cells.get(name) is not None}
    return json.dumps(told, ensure_ascii=False).encode()


def not_utf8(where: str) -> InputRefusedError:
    """Return the refusal of a row of which a cell is no text."""
    return InputRefusedError(where, "not UTF-8", "write the file as UTF-8 anew")


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__).rstrip(".")
