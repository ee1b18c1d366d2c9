"""Where articles lie: a file renamed is the same article, and so is a copy of it, byte by byte.

Invariants
    - An article keeps its id, and what was decided on it, when its file is renamed or moved.
    - A place holds one article: what lies there now takes it from what lay there before.
"""

import sqlite3
from dataclasses import dataclass

from claimgraph.gathering import grouped
from claimgraph.store import custody
from claimgraph.store.sql import firsts, holds


@dataclass(frozen=True, slots=True)
class Twin:
    """A stored article with the same bytes and metadata; ``location`` is None when it had no place."""

    id: str
    name: str
    location: str | None


def twins(connection: sqlite3.Connection, source: str, sha256: str, recipe: str) -> list[Twin]:
    """Return the other stored articles with the same bytes and metadata, by name."""
    found = connection.execute(
        "SELECT id, name, location FROM sources WHERE sha256 = ? AND recipe = ? AND id <> ?"
        " ORDER BY name, id",
        (sha256, recipe, source),
    )
    return [Twin(*row) for row in found]


def move(connection: sqlite3.Connection, source: str, location: str | None) -> None:
    """Record that an article's file was renamed or moved."""
    leave(connection, location)
    connection.execute("UPDATE sources SET location = ? WHERE id = ?", (location, source))
    custody.reseal(connection, source)


def add(connection: sqlite3.Connection, source: str, location: str, name: str) -> None:
    """Record that an article lies in another place too."""
    known = "SELECT 1 FROM places WHERE location = ? AND name = ? AND source = ?"
    if holds(connection, known, location, name, source):
        return
    leave(connection, location)
    connection.execute("INSERT INTO places VALUES (?, ?, ?)", (location, name, source))
    custody.reseal(connection, source)


def leave(connection: sqlite3.Connection, location: str | None) -> None:
    """Forget which copy lay in a place."""
    for source in firsts(connection, "SELECT source FROM places WHERE location = ?", location):
        connection.execute("DELETE FROM places WHERE location = ?", (location,))
        custody.reseal(connection, source)


def copies(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return the names under which each article lies in other places, of those that do."""
    return grouped(connection.execute("SELECT source, name FROM places ORDER BY name, location"))


def locations(connection: sqlite3.Connection) -> list[Twin]:
    """Return every article that was read from a place, by name."""
    found = connection.execute(
        "SELECT id, name, location FROM sources WHERE location IS NOT NULL ORDER BY name, id"
    )
    return [Twin(*row) for row in found]
