"""Single values the database keeps about itself."""

import sqlite3


def get(connection: sqlite3.Connection, key: str) -> str | None:
    """Return a value of ``meta``, None when unset."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def put(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Set a value of ``meta``."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
