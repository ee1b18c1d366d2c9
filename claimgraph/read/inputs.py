"""Paths become inputs: what is there to read, found and hashed but not yet extracted.

Scanning reads bytes and hashes them, no more, so that unchanged inputs cost a hash. What
cannot be read comes out as an ``InputRefusedError`` in its place; the others go on.
"""

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Literal

from claimgraph.errors import DetailRefusedError, InputRefusedError
from claimgraph.lexicon.characters import writable
from claimgraph.model import Source
from claimgraph.read import parquet
from claimgraph.read.archive import captures
from claimgraph.read.feed import entries
from claimgraph.read.limits import MAX_BYTES
from claimgraph.read.metadata import TABLE, Format, Metadata, Part, read_table, told_by

FORMATS: dict[str, Format | Literal["lines", "rows", "feed", "archive"]] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".eml": "mail",
    ".docx": "word",
    ".jsonl": "lines",
    ".parquet": "rows",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "archive",
    ".warc.gz": "archive",
    ".wacz": "archive",
}
"""What is read, by the end of the file's name."""

NOT_ARTICLES = frozenset({"readme", "license", "contributing", "changelog"})
"""Files that a folder carries about itself; read when named, passed over when walked."""

STDIN = "-"

OWN_PAGE = b'<meta name="generator" content="claimgraph'
"""What a page that this program wrote holds near its beginning."""
OWN_TEXT = (b"# Disputed claims\n", b"\nMade by claimgraph ")
"""How a report in Markdown begins, and what stands near its end."""


def ending(path: Path) -> str:
    """Return the end of a file's name that tells what it is: one suffix, or two ("a.warc.gz")."""
    double = "".join(path.suffixes[-2:]).lower()
    return double if double in FORMATS else path.suffix.lower()


@dataclass(frozen=True, slots=True)
class Input:
    """One article found, which is extracted when it is asked for: ``data`` are its raw bytes.

    ``name`` is the path relative to the folder given, the file's own name, or the ``id``
    of a line of a .jsonl file; ``where`` is how messages name it.
    """

    name: str
    path: str
    sha256: str
    metadata: Metadata
    data: bytes = field(repr=False)
    format: Format = "text"
    where: str = ""

    @property
    def id(self) -> str:
        """The id its ``Source`` has: the file's own name and the hash."""
        return Source.make_id(self.name.rsplit("/", 1)[-1], self.sha256)

    def source(self, remarks: list[str] | None = None) -> Source:
        """Extract the article; ``remarks`` takes a line on what of its file is not read.

        Raises:
            InputRefusedError: it is empty, binary, not UTF-8, has no text, or is not English.
        """
        from claimgraph.read.source import read_source  # noqa: PLC0415 - scanning needs no extraction

        return read_source(self, remarks)


@dataclass(frozen=True, slots=True)
class File:
    """A file found that may hold articles: its path, its name in what was given, what a table tells of it."""

    path: Path
    name: str
    metadata: Metadata

    @property
    def where(self) -> str:
        """How messages name it."""
        return _printable(str(self.path))


class _Tables:
    """The metadata tables of the folders met, each read once and its faults told once."""

    def __init__(self) -> None:
        self._rows: dict[Path, dict[Path, Metadata]] = {}
        self._faults: dict[Path, list[DetailRefusedError]] = {}

    def row(self, path: Path, inside: Path) -> Metadata:
        """Return what the table beside a file says about it, unless a link leads to it out of the folder."""
        self._read(path.parent, inside)
        return self._rows[path.parent].get(path, Metadata())

    def faults(self, folder: Path, inside: Path) -> list[DetailRefusedError]:
        """Return what is wrong with a folder's table, the first time it is asked."""
        self._read(folder, inside)
        return self._faults.pop(folder, [])

    def _read(self, folder: Path, inside: Path) -> None:
        if folder not in self._rows:
            path = folder / TABLE
            there = path.is_file() and not _leads_out(path, os.path.realpath(inside))
            self._rows[folder], self._faults[folder] = read_table(path) if there else ({}, [])


def scan(
    paths: Iterable[str | Path], *, stdin: BinaryIO | None = None, passed_over: list[str] | None = None
) -> Iterator[Input | InputRefusedError]:
    """Find the articles under files, folders and ``-`` (standard input, plain text).

    A folder is walked in sorted order; hidden files and files of other kinds are passed
    over. The same article found twice (same name, same bytes) comes out once.

    Args:
        stdin: what ``-`` reads from.
        passed_over: takes the names of the visible files of a folder that are no articles.
    """
    seen: set[str] = set()
    tables = _Tables()
    aside = [] if passed_over is None else passed_over
    for given in map(str, paths):
        inputs = iter([_from_stdin(stdin)]) if given == STDIN else _scan_one(given, tables, aside)
        for found in inputs:
            if isinstance(found, Input):
                if found.id in seen:
                    continue
                seen.add(found.id)
            yield found


def files(paths: Iterable[str | Path], passed_over: list[str]) -> Iterator[File | InputRefusedError]:
    """Find the files of articles under files and folders, as ``scan`` does, without opening them."""
    tables = _Tables()
    for given in paths:
        yield from _find(str(given), tables, passed_over)


def _scan_one(given: str, tables: "_Tables", aside: list[str]) -> Iterator[Input | InputRefusedError]:
    """Scan one path as the user named it."""
    for found in _find(given, tables, aside):
        if not isinstance(found, File):
            yield found
            continue
        try:
            yield from _scan_file(found, aside)
        except InputRefusedError as refusal:
            yield refusal
        except OSError as error:
            yield unreadable(found.where, error)


def _find(given: str, tables: "_Tables", aside: list[str]) -> Iterator[File | InputRefusedError]:
    """Find the files of one path as the user named it."""
    if not given.strip():  # a path would take it for the current folder
        yield InputRefusedError(
            "an empty path", "it names nothing", "name a file or a folder; '.' is the current one"
        )
        return
    path = Path(given)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield unreadable(given, error)
        return
    if stat.S_ISDIR(mode):
        yield from _find_inside(path, tables, aside)
    elif ending(path) not in FORMATS:
        yield InputRefusedError(
            given, f"not an article format ({path.suffix or 'no ending'})", f"save it as {', '.join(FORMATS)}"
        )
    elif not stat.S_ISREG(mode):
        yield InputRefusedError(given, "not a regular file", "pass its text on standard input as '-'")
    else:
        yield File(path, path.name, tables.row(path, path.parent))


def _find_inside(folder: Path, tables: "_Tables", aside: list[str]) -> Iterator[File | InputRefusedError]:
    """Walk a folder in sorted order, each real folder once."""
    articles = 0
    for path in _walk(folder):
        if isinstance(path, InputRefusedError):
            yield path
        elif path.name == TABLE:
            yield from tables.faults(path.parent, folder)
        elif ending(path) in FORMATS and path.stem.lower() not in NOT_ARTICLES:
            articles += 1
            yield File(path, path.relative_to(folder).as_posix(), tables.row(path, folder))
        else:
            aside.append(_printable(path.relative_to(folder).as_posix()))
    if not articles:
        yield InputRefusedError(str(folder), "no article in it", f"put {', '.join(FORMATS)} files there")


def _walk(top: Path) -> Iterator[Path | InputRefusedError]:
    """Yield the visible regular files below a folder, sorted; links inside it are followed, loops are not.

    A link that leads out of the folder is refused: whoever wrote the folder would choose what is
    read from elsewhere. Folders are kept in a list, not in calls inside one another: they can lie
    thousands deep.
    """
    inside = os.path.realpath(top)
    seen: set[tuple[int, int]] = set()
    waiting: list[Path] = [top]
    while waiting:
        path = waiting.pop()
        try:
            told = path.stat()
            if path != top and _leads_out(path, inside):
                if stat.S_ISDIR(told.st_mode) or ending(path) in FORMATS or path.name == TABLE:
                    remedy = "to read it, name what it leads to as a PATH of its own"
                    yield InputRefusedError(_printable(str(path)), "a link out of the folder", remedy)
                continue
            if not stat.S_ISDIR(told.st_mode):
                if stat.S_ISREG(told.st_mode):
                    yield path
                continue
            if (told.st_dev, told.st_ino) in seen:
                continue
            seen.add((told.st_dev, told.st_ino))
            names = sorted(entry.name for entry in os.scandir(path) if not entry.name.startswith("."))
        except OSError as error:
            if path == top or not path.is_symlink() or ending(path) in FORMATS:
                yield unreadable(str(path), error)
            continue
        waiting.extend(path / name for name in reversed(names))


def _leads_out(path: Path, folder: str) -> bool:
    """Say whether a path is a link to what does not lie in a folder, given by its real path."""
    return path.is_symlink() and os.path.commonpath((os.path.realpath(path), folder)) != folder


def _scan_file(found: File, aside: list[str]) -> Iterator[Input | InputRefusedError]:
    """Read one file: an article, or a line, an entry or a record an article.

    Raises:
        InputRefusedError: it cannot be read, or not to its end.
        OSError: the system will not read it.
    """
    path, where, kind = found.path, found.where, FORMATS[ending(found.path)]
    if kind == "lines":
        yield from _scan_lines(found)
    elif kind == "rows":
        yield from _scan_rows(found)
    elif kind == "archive":
        yield from _scan_parts(captures(path, where, aside), found)
    else:
        with path.open("rb") as handle:
            data = _whole(handle, where)
        if kind == "feed":
            yield from _scan_parts(entries(data, where), found)
        elif is_own(data):
            reason = "a report of claimgraph's own, not an article"
            raise InputRefusedError(where, reason, "keep reports in a folder of their own")
        else:
            yield _input(Part(found.name, data, kind, found.metadata), where, where)


def _whole(handle: BinaryIO, where: str) -> bytes:
    """Return all bytes of a file.

    Raises:
        InputRefusedError: they are too many, or none.
    """
    data = handle.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputRefusedError(where, "larger than 32 MB", "split it into one file an article")
    if not data.strip():
        raise InputRefusedError(where, "empty", "put the article's text into it, or leave it out")
    return data


def is_own(data: bytes) -> bool:
    """Say whether bytes are a report or drawing that this program wrote."""
    begins, ends = OWN_TEXT
    return OWN_PAGE in data[:6000] or (data.startswith(begins) and ends in data[-1000:])


def _input(part: Part, path: str, where: str) -> Input:
    digest = hashlib.sha256(part.data).hexdigest()
    return Input(_printable(part.name), path, digest, part.metadata, part.data, part.format, where)


def _from_stdin(stdin: BinaryIO | None) -> Input | InputRefusedError:
    """Read standard input as one plain-text article."""
    where = "standard input"
    try:
        data = _whole(stdin or BytesIO(), where)
    except InputRefusedError as refusal:
        return refusal
    except (OSError, ValueError) as error:
        return unreadable(where, error)
    return _input(Part("stdin", data, "text", Metadata()), STDIN, where)


def _scan_lines(found: File) -> Iterator[Input | InputRefusedError]:
    """Read a .jsonl file, an article a line, without holding more than one line.

    Raises:
        InputRefusedError: it cannot be read, or not behind a line that is too long.
    """
    where = found.where
    with found.path.open("rb") as handle:
        if fault := lines_fault(handle.read(2), where):
            raise fault
        handle.seek(0)
        lines = iter(lambda: handle.readline(MAX_BYTES + 1), b"")
        for number, line in enumerate(lines, start=1):
            if len(line) > MAX_BYTES:
                raise longer_line(f"{where}:{number}")
            if line.strip():
                yield from scan_line(line, f"{where}:{number}", where, found.metadata)


def _scan_rows(found: File) -> Iterator[Input | InputRefusedError]:
    """Read a Parquet file, an article a row, without holding more than a few."""
    for number, line in enumerate(parquet.lines(found.path, found.where), start=1):
        if isinstance(line, InputRefusedError):
            yield line
        else:
            yield from scan_line(line, f"{found.where}:{number}", found.where, found.metadata)


def _scan_parts(
    parts: Iterable[Part | InputRefusedError], found: File
) -> Iterator[Input | InputRefusedError]:
    """Read a file that holds several articles, each with what is told of it there."""
    for part in parts:
        if isinstance(part, InputRefusedError):
            yield part
        else:
            where = f"{found.where}: {_printable(part.name)}"
            yield _input(replace(part, metadata=part.metadata.over(found.metadata)), found.where, where)


def lines_fault(head: bytes, where: str) -> InputRefusedError | None:
    """Return why a .jsonl file that begins with these bytes, two at least, is not read; None when it is."""
    if not head:
        return InputRefusedError(where, "empty", "put an article a line into it, or leave it out")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return InputRefusedError(where, "is UTF-16, not UTF-8", "save it as UTF-8")
    return None


def longer_line(where: str) -> InputRefusedError:
    """Return the refusal of a line that is too long; behind one in a .jsonl file nothing is read."""
    return InputRefusedError(where, "a line larger than 32 MB", "split the file by hand")


def scan_line(line: bytes, where: str, path: str, metadata: Metadata) -> Iterator[Input | InputRefusedError]:
    """Read one line of a .jsonl file, or a row of a Parquet file as one.

    What comes out is an article, a refusal, or both: an article without what it tells wrongly.

    Args:
        where: how messages name it.
        path: the file, as it was named.
        metadata: what is told of every article of the file.
    """
    if len(line) > MAX_BYTES:
        yield longer_line(where)
        return
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else "not a JSON object"
        yield InputRefusedError(where, reason, 'write {"id": …, "text": …} on one line')
        return
    problem = _line_problem(row)
    if problem:
        yield InputRefusedError(where, *problem)
        return
    told, wrong = told_by(row, "the field 'published' of the article's line", where)
    if wrong is not None:
        yield wrong
    name = _printable(str(row["id"]))
    digest = hashlib.sha256(line.strip()).hexdigest()
    yield Input(name, path, digest, told.over(metadata), row["text"].encode(), "text", where)


def _line_problem(row: Any) -> tuple[str, str] | None:
    """Return the reason and remedy when a JSON value is not an article."""
    if not isinstance(row, dict):
        return "not a JSON object", 'write {"id": …, "text": …} on one line'
    if not isinstance(row.get("id"), str | int) or not str(row["id"]).strip():
        return "the article has no id", "give it an 'id' of its own"
    if not isinstance(row.get("text"), str) or not row["text"].strip():
        return "the article has no text", "put its words into the field 'text'"
    try:
        json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return "it holds half a character (a lone surrogate)", "write the file as UTF-8 anew"
    for name in ("title", "published", "publisher", "url"):
        if not isinstance(row.get(name), str | None):
            return f"its {name} is not text", f"put {name} in quotation marks, or leave it out"
    return None


def unreadable(where: str, error: Exception) -> InputRefusedError:
    """Say in words why the system will not read a path."""
    known: dict[type[Exception], tuple[str, str]] = {
        FileNotFoundError: ("no such file or folder", "check the spelling"),
        PermissionError: ("permission denied", "make it readable for you"),
    }
    detail = getattr(error, "strerror", None) or str(error)
    reason, remedy = known.get(type(error), (f"cannot be read ({detail})", "check the path"))
    return InputRefusedError(_printable(where), reason, remedy)


def _printable(text: str) -> str:
    """Return a name that can be printed on one line and stored as UTF-8."""
    return "".join(char if char.isprintable() else "?" for char in writable(text))
