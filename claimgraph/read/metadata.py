"""What is told about an article beside its text: a table in the folder, a page's head, a JSON field.

Every field may be missing; nothing is guessed from a file's name or its time stamp.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from claimgraph.errors import DetailRefusedError

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
        text = path.read_bytes().decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text), strict=True))
    except OSError as error:
        return {}, [
            DetailRefusedError(str(path), f"cannot be read ({error.strerror})", "check its permissions")
        ]
    except UnicodeDecodeError:
        return {}, [DetailRefusedError(str(path), "is not UTF-8", "save it as UTF-8")]
    except csv.Error as error:
        return {}, [DetailRefusedError(str(path), f"is not a CSV table ({error})", "correct its quoting")]
    header = [cell.strip().lower() for cell in lines[0]] if lines else []
    if "file" not in header:
        wanted = ",".join(COLUMNS)
        return {}, [DetailRefusedError(str(path), "has no column 'file'", f"begin it with the line {wanted}")]
    refused = [
        DetailRefusedError(f"{path}:1", f"unknown column {name!r}", f"the columns are {', '.join(COLUMNS)}")
        for name in header
        if name not in COLUMNS
    ]
    table: dict[Path, Metadata] = {}
    for number, cells in enumerate(lines[1:], start=2):
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
    if not _is_file(target):
        yield DetailRefusedError(
            where, f"there is no file {name!r} beside it", "correct the name or drop the row"
        )
        return
    if target in table:
        yield DetailRefusedError(where, f"a second row for {name!r}", "keep one row a file")
        return
    told = row.get("published", "")
    published = prefix_date(told) if told else None
    if told and published is None:
        remedy = "write it as 2016-04-05, 2016-04 or 2016; the article is read without it"
        yield DetailRefusedError(where, f"{told!r} is not a date", remedy)
    table[target] = Metadata(
        title=row.get("title") or None,
        publisher=row.get("publisher") or None,
        published=published,
        url=row.get("url") or None,
        basis=f"{TABLE} beside the file" if published else None,
    )


def _is_file(path: Path) -> bool:
    """Say whether a file is there; a name no file system takes (a NUL, too long) is not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
