"""Opening a database file, and saying in one line why it cannot be used.

Invariants
    - Every ``sqlite3.Error`` that leaves this room does so as a ``StoreError`` that names the
      file and what the user can do.
    - A database whose rows differ from their hashes is not read, let alone written to.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from claimgraph.errors import StoreError
from claimgraph.store import custody, schema, verify
from claimgraph.store.sql import holds, transaction

BUSY_SECONDS = 5.0
"""How long a statement waits for another process's write to end."""

_CREATE = "create it with `claimgraph ingest PATH... --db FILE`"
_REMEDIES = {
    "SQLITE_BUSY": "is locked by another program; close that program or try again",
    "SQLITE_LOCKED": "is locked by another program; close that program or try again",
    "SQLITE_READONLY": "is read-only; make the file and its folder writable, or work on a copy",
    "SQLITE_NOTADB": "is not a claimgraph database; name another file",
    "SQLITE_CORRUPT": "is damaged; restore a copy, or delete it and ingest the articles again",
    "SQLITE_FULL": "cannot be written: the disk is full; free some space",
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error; see whether it is full or damaged",
    "SQLITE_CANTOPEN": "cannot be opened; check that the file and its folder may be read and written",
    "SQLITE_PERM": "may not be opened by you; check its permissions",
}
_NO_WRITE = frozenset({"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMOPEN"})
"""Errors of opening after which a file can still be read: the log beside it could not be made."""
MAGIC = b"SQLite format 3\0"
"""How a file of SQLite begins."""


@contextmanager
def explained(where: Path | None) -> Iterator[None]:
    """Turn what SQLite or the system refuses, and a row that cannot be read, into a ``StoreError``."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{where} cannot be opened ({error.strerror}); check the path") from error
    except (ValidationError, UnicodeError) as error:  # a row, or SQLite's own message on a damaged name
        raise StoreError(f"{where or 'the database in memory'} {_REMEDIES['SQLITE_CORRUPT']}") from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", None) or ""
        family = "_".join(code.split("_")[:2])
        told = " ".join(str(error).split())
        known = "SQLITE_CORRUPT" if told.startswith("malformed") else family
        what = _REMEDIES.get(known, f"cannot be used ({told}); restore a copy or report this")
        raise StoreError(f"{where or 'the database in memory'} {what}") from error


def connect(
    path: Path | None, *, create: bool, busy_seconds: float | None = None, check: bool = True
) -> sqlite3.Connection:
    """Return a connection to a database that is ours, up to date, and as it was written (``Store.open``).

    Raises:
        StoreError: with the reason and the remedy; nothing was changed.
    """
    wait = BUSY_SECONDS if busy_seconds is None else busy_seconds
    with explained(path):
        if path is None:
            connection = _connection("file::memory:", wait)
            _bring_up_to_date(connection)
            return connection
        _check_place(path, create=create)
        there = path.exists() and path.stat().st_size > 0
        # the log beside the file needs the folder too
        if there and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            connection = _read_only(path, wait)
        else:
            connection = _read_write(path, wait, create=create, there=there)
        with _closed_if_refused(connection):
            if check:
                _check_whole(connection, path)
        return connection


@contextmanager
def _closed_if_refused(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _read_write(path: Path, wait: float, *, create: bool, there: bool) -> sqlite3.Connection:
    """Open for reading and writing; for reading alone where the disk takes no write."""
    connection = _connection(f"{path.resolve().as_uri()}?mode=rwc", wait)
    try:
        with _closed_if_refused(connection):
            _prepare(connection, path, create=create)
    except sqlite3.OperationalError as error:
        if not there or getattr(error, "sqlite_errorname", "") not in _NO_WRITE:
            raise
        return _read_only(path, wait)
    return connection


def _check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database that does not hold what was put into it, as it stands at one moment."""
    with transaction(connection, keep=False):
        fault = next(verify.fast(connection), None)
    if fault is not None:
        raise StoreError(
            f"{path}: {fault}; `claimgraph verify` lists all that is wrong; restore a backup,"
            " or delete the database and ingest the articles again"
        )


def _connection(uri: str, busy_seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=busy_seconds, isolation_level=None)
    connection.create_function("folded", 1, lambda text: text and text.casefold(), deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _check_place(path: Path, *, create: bool) -> None:
    try:
        path.resolve()
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{path} is a link that leads back to itself; name another file") from error
    if path.is_dir():
        raise StoreError(f"{path} is a folder, not a database; name a file, such as {path / 'claims.db'}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist; make it first")
    if not create and not path.exists():
        raise StoreError(f"{path}: no such database; {_CREATE}")
    # SQLite would take a file of a few bytes for an empty database
    if path.exists() and head(path) not in {b"", MAGIC}:
        raise StoreError(f"{path} {_REMEDIES['SQLITE_NOTADB']}")


def head(path: Path) -> bytes:
    """Return the first bytes of a file, as many as ``MAGIC`` has.

    Raises:
        StoreError: the system does not let it be read.
    """
    try:
        with path.open("rb") as handle:
            return handle.read(len(MAGIC))
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror}); check the path") from error


def _read_only(path: Path, busy_seconds: float) -> sqlite3.Connection:
    """Open for reading a file that may not be written.

    A database in WAL mode wants to make files beside itself even to be read; where it
    cannot, and no log is left to replay, the file is read as one that nobody changes.
    """
    log = path.with_name(path.name + "-wal")
    settled = not log.exists() or log.stat().st_size == 0
    how = "immutable=1" if settled else "mode=ro"
    connection = _connection(f"{path.resolve().as_uri()}?{how}", busy_seconds)
    with _closed_if_refused(connection):
        _check_ours(connection, path, oldest=len(schema.MIGRATIONS))
        connection.execute("PRAGMA query_only = ON")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    if holds(connection, "SELECT 1 FROM sqlite_schema"):
        _check_ours(connection, path)
    elif not create:
        raise StoreError(f"{path} is empty; {_CREATE}")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlasts a power cut
    _bring_up_to_date(connection)


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Apply the missing migrations, and seal what older versions left unsealed."""
    schema.migrate(connection)
    if custody.adopted(connection):
        return
    with transaction(connection, "BEGIN IMMEDIATE"):
        if not custody.adopted(connection):
            custody.adopt(connection)


def _check_ours(connection: sqlite3.Connection, path: Path, oldest: int = 0) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise StoreError(f"{path} is not a claimgraph database; name another file")
    if schema.version(connection) > len(schema.MIGRATIONS):
        raise StoreError(
            f"{path} was written by a newer version of claimgraph; upgrade claimgraph to read it"
        )
    if schema.version(connection) < oldest:
        raise StoreError(f"{path} is of an older version and read-only; make it writable, or work on a copy")
