"""A copy of a database as one file, taken while others may be reading and writing it."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from claimgraph.errors import StoreError
from claimgraph.partial import partial
from claimgraph.store import opening, verify


def backup(connection: sqlite3.Connection, place: Path, mode: int) -> None:
    """Copy a database to a file: whole and checked, or not at all.

    Args:
        place: the file to write; an older database there is replaced.
        mode: the permissions of a new file; an older one's stay.

    Raises:
        StoreError: the place cannot be written, holds something else, or the copy does not
            hold what was put into the database. What stood there is as it was.
    """
    try:
        _check(place)
        with opening.explained(place), partial(place) as (_, part):
            try:
                _copy(connection, part, place)
                part.chmod(place.stat().st_mode & 0o777 if place.exists() else mode)
                part.replace(place)
                _settle(place.parent)
            finally:
                part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{place} cannot be written ({error.strerror}); choose another place") from error


def _check(place: Path) -> None:
    """Refuse a place whose file is not a database: it may be the only copy of something."""
    if place.is_dir():
        raise StoreError(f"{place} is a folder; name a file in it")
    if not place.parent.is_dir():
        raise StoreError(f"{place}: the folder {place.parent} does not exist; make it first")
    if place.exists() and opening.head(place) != opening.MAGIC:
        raise StoreError(f"{place} is there already and is no database; name another file")


def _copy(connection: sqlite3.Connection, part: Path, place: Path) -> None:
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # all in one file, no log beside it
        faults = list(verify.full(copy))
    if faults:
        raise StoreError(
            f"{place} was not written: {faults[0]} (of {len(faults)} faults); see `claimgraph verify`"
        )
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Have the new name itself on the disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
