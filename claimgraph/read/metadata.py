"""What is told about an article beside its text: a table in the folder, a page's head, a JSON field.

Every field may be missing; nothing is guessed from a file's name or its time stamp.
Here too is what passes between those who find articles, those who extract their texts, and ``Source``.
"""

import csv
import io
import os.path
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Literal

from claimgraph.errors import DetailRefusedError

Format = Literal["text", "markdown", "html", "pdf", "mail", "word", "fragment"]
"""How the bytes of an article are read."""

TABLE = "sources.csv"
"""The file that gives metadata for the files beside it."""

COLUMNS = ("file", "title", "publisher", "published", "url")

_PREFIX_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{2}:?\d{2}.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is told about an article.

    ``basis`` says where ``published`` (a prefix date) was told; ``captured`` is the day on which an
    archive took its copy.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    basis: str | None = None
    captured: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """Return these fields, filled up from another's; a date keeps its own basis."""
        merged = {
            field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(self)
        }
        merged["basis"] = self.basis if self.published else other.basis
        return Metadata(**merged)


@dataclass(frozen=True, slots=True)
class Part:
    """An article as it lies in a file: its name there, its bytes, how they are read, what is told of it."""

    name: str
    data: bytes
    format: Format
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of an article, what its file says about it, and in words what of it was left aside."""

    text: str
    metadata: Metadata = Metadata()
    aside: str = ""
    begins: int = 0
    """Where the article begins: behind what a file says about itself."""
    raw: str | None = None
    """The text as it stands in the file, where ``text`` has other signs for markup."""


def prefix_date(text: str) -> str | None:
    """Return a year, month or day as a prefix date ("2016", "2016-04", "2016-04-05").

    A time of day after it is dropped. None when it is not an existing date in that form.
    """
    match = _PREFIX_DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def read_table(path: Path) -> tuple[dict[Path, Metadata], list[DetailRefusedError]]:
    """Read a ``sources.csv``: metadata by file, and what had to be left aside, line by line."""
    try:
        lines = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig")), strict=True))
    except OSError as error:
        wrong = (f"cannot be read ({error.strerror})", "check its permissions")
    except UnicodeDecodeError:
        wrong = ("is not UTF-8", "save it as UTF-8")
    except csv.Error as error:
        wrong = (f"is not a CSV table ({error})", "correct its quoting")
    else:
        header = [cell.strip().lower() for cell in lines[0]] if lines else []
        if "file" in header:
            return _read_rows(path, header, lines[1:])
        wrong = ("has no column 'file'", f"begin it with the line {','.join(COLUMNS)}")
    return {}, [DetailRefusedError(str(path), *wrong)]


def _read_rows(
    path: Path, header: list[str], lines: list[list[str]]
) -> tuple[dict[Path, Metadata], list[DetailRefusedError]]:
    refused = [
        DetailRefusedError(f"{path}:1", f"unknown column {name!r}", f"the columns are {', '.join(COLUMNS)}")
        for name in header
        if name not in COLUMNS
    ]
    table: dict[Path, Metadata] = {}
    for number, cells in enumerate(lines, start=2):
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        if any(row.values()):
            refused.extend(_read_row(path, number, row, table))
    return table, refused


def _read_row(
    path: Path, number: int, row: dict[str, str], table: dict[Path, Metadata]
) -> Iterator[DetailRefusedError]:
    """Add one row to the table, or say what is wrong with it."""
    where = f"{path}:{number}"
    name = row.get("file", "")
    target = path.parent / name
    if not name:
        yield DetailRefusedError(where, "the row names no file", "fill its cell 'file'")
        return
    if not os.path.isfile(target):  # noqa: PTH113 - also where no file system takes the name
        yield DetailRefusedError(
            where, f"there is no file {name!r} beside it", "correct the name or drop the row"
        )
        return
    if target in table:
        yield DetailRefusedError(where, f"a second row for {name!r}", "keep one row a file")
        return
    table[target], wrong = told_by(row, f"{TABLE} beside the file", where)
    if wrong is not None:
        yield wrong


def told_by(
    row: Mapping[str, str | None], basis: str, where: str
) -> tuple[Metadata, DetailRefusedError | None]:
    """Return what a row says of an article, without a date that is none, and why it is none.

    Args:
        row: of a table, or of a .jsonl file.
        basis: what the date rests on.
        where: how messages name the row.
    """
    told = {name: row.get(name) or None for name in ("title", "publisher", "url")}
    day = row.get("published") or ""
    published = prefix_date(day)
    wrong = None
    if day and published is None:
        remedy = "write it as 2016-04-05, 2016-04 or 2016; the article is read without it"
        wrong = DetailRefusedError(where, f"published: {day!r} is not a date", remedy)
    return Metadata(**told, published=published, basis=basis if published else None), wrong


def message_date(text: str) -> str | None:
    """Return the day of a date as messages and feeds write it (RFC 2822), in the sender's own time."""
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except ValueError:
        return None
