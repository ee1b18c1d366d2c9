"""Where articles lie: a file renamed is the same article, and so is a copy of it, byte by byte.

Invariants
    - An article keeps its id, and what was decided on it, when its file is renamed or moved.
    - A place holds one article: what lies there now takes it from what lay there before.
"""

import sqlite3
from dataclasses import dataclass

from claimgraph.store import custody


@dataclass(frozen=True, slots=True)
class Twin:
    """A stored article with the same bytes and metadata; ``location`` is None when it had no place."""

    id: str
    name: str
    location: str | None


def twins(connection: sqlite3.Connection, sha256: str, recipe: str, besides: str) -> list[Twin]:
    """Return the stored articles with these bytes, extracted with the same recipe, but for one id."""
    found = connection.execute(
        "SELECT id, name, location FROM sources WHERE sha256 = ? AND recipe = ? AND id <> ?"
        " ORDER BY name, id",
        (sha256, recipe, besides),
    )
    return [Twin(*row) for row in found]


def move(connection: sqlite3.Connection, source: str, location: str | None) -> None:
    """Record that an article lies elsewhere now."""
    leave(connection, location)
    connection.execute("UPDATE sources SET location = ? WHERE id = ?", (location, source))
    custody.reseal(connection, source)


def add(connection: sqlite3.Connection, source: str, location: str, name: str) -> None:
    """Record that an article lies in another place as well."""
    leave(connection, location)
    connection.execute("INSERT INTO places VALUES (?, ?, ?)", (location, name, source))
    custody.reseal(connection, source)


def leave(connection: sqlite3.Connection, location: str | None) -> None:
    """Forget which copy lay in a place."""
    found = connection.execute("SELECT source FROM places WHERE location = ?", (location,)).fetchone()
    if found is not None:
        connection.execute("DELETE FROM places WHERE location = ?", (location,))
        custody.reseal(connection, found[0])


def copies(connection: sqlite3.Connection) -> dict[str, list[tuple[str, str]]]:
    """Return the other places of each article that has some: their names and locations, by name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for source, name, location in connection.execute(
        "SELECT source, name, location FROM places ORDER BY name, location"
    ):
        found.setdefault(source, []).append((name, location))
    return found


def locations(connection: sqlite3.Connection) -> list[Twin]:
    """Return every article that has a place, by name."""
    found = connection.execute(
        "SELECT id, name, location FROM sources WHERE location IS NOT NULL ORDER BY name, id"
    )
    return [Twin(*row) for row in found]
