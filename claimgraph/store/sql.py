"""What every table is read and written with: a transaction, rows as models, a column, a single value."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from claimgraph.model import Model

Held = TypeVar("Held", bound=Model)


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str = "BEGIN", *, keep: bool = True) -> Iterator[None]:
    """Hold a transaction, which is undone when anything fails in it, or when nothing is to be kept."""
    connection.execute(begin)
    try:
        yield
        if keep:
            connection.execute("COMMIT")
    finally:
        if connection.in_transaction:  # a full disk has undone it already
            connection.execute("ROLLBACK")


def models(connection: sqlite3.Connection, model: type[Held], query: str, *bound: Any) -> Iterator[Held]:
    """Yield what stands as JSON in the one column of some rows."""
    for (body,) in connection.execute(query, bound):
        yield model.model_validate_json(body)


def firsts(connection: sqlite3.Connection, query: str, *bound: Any) -> list[str]:
    """Return the first column of some rows."""
    return [row[0] for row in connection.execute(query, bound)]


def holds(connection: sqlite3.Connection, query: str, *bound: Any) -> bool:
    """Tell whether a query finds any row."""
    return connection.execute(query, bound).fetchone() is not None


def get(connection: sqlite3.Connection, key: str) -> str | None:
    """Return a value of ``meta``, the single values a database keeps about itself; None when unset."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def put(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Set a value of ``meta``."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
