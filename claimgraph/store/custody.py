"""What was read and kept of every source, sealed, so that a later change shows.

Invariants
    - A seal is the SHA-256 of rows as they are stored; it is written in the transaction that
      writes the rows.
    - Seals find damage and careless editing. Whoever rewrites the seals as well is found only
      by the articles themselves (``claimgraph verify --against FOLDER``), or by a backup.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from claimgraph.model import Source
from claimgraph.store import united
from claimgraph.store.sql import get, holds, models, put


@dataclass(frozen=True, slots=True)
class Reading:
    """When and with what an article was read; empty words are not known.

    Args:
        at: the time of reading, UTC, ISO 8601; None when it was read by a version that kept none.
        reader: what turned its bytes into text.
        model: what parsed it and marked its statements.
        rules: what read the statements.
    """

    at: str | None = None
    reader: str = ""
    model: str = ""
    rules: str = ""


UNKNOWN = Reading()


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a source: its id and name, where it was read from, its hashes and its reading."""

    id: str
    name: str
    location: str | None
    sha256: str
    text_sha256: str
    reading: Reading


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=bytes.hex)
_AT_ONCE = 500
"""Rows encoded in one call: a call for each took three times as long."""

_OF_A_SOURCE = (
    "SELECT * FROM sources WHERE id = ?",
    "SELECT source, text_sha256, read_at, reader, model, rules FROM custody WHERE source = ?",
    "SELECT * FROM speakers WHERE source = ? ORDER BY id",
    (
        'SELECT id, source, start, "end", act, polarity, said, text, body FROM claims'
        ' WHERE source = ? ORDER BY start, "end", id'
    ),
    (
        "SELECT k.* FROM claims c JOIN claim_speakers k ON k.claim = c.id WHERE c.source = ?"
        " ORDER BY k.claim, k.role, k.speaker"
    ),
    "SELECT * FROM flags WHERE source = ? ORDER BY position",
)
"""Every row of one source. The numbers of claims are left out: they tell in which order sources came."""

_PLACES = "SELECT * FROM places WHERE source = ? ORDER BY location"
"""Where else it lies. Sealed where there is such a place: seals made before there were any still hold."""

MATCHING, DECISIONS, READER = "seal of the matching", "seal of the decisions", "seal of the reader"
"""Where the three seals stand in ``meta``."""

_OF_ALL = {
    MATCHING: (
        "SELECT * FROM matched ORDER BY kind, position",
        "SELECT * FROM matched_claims ORDER BY kind, position, side, claim",
        "SELECT value FROM meta WHERE key IN ('dropped', 'matched_by') ORDER BY key",
    ),
    DECISIONS: ("SELECT * FROM decisions ORDER BY number",),
    READER: (
        "SELECT * FROM reader_prompts ORDER BY hash",
        "SELECT * FROM reader_answers ORDER BY prompt, model",
        "SELECT * FROM proposals ORDER BY prompt, model, position",
    ),
}
"""Every row under each of the three."""
_UNITED = ("SELECT * FROM canonical ORDER BY position", "SELECT * FROM united ORDER BY id")
"""Who is who, kept with the matching. Sealed where it was kept: seals made before it was still hold."""


def sha256(text: str) -> str:
    """Return the SHA-256 of a text as UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def seal(connection: sqlite3.Connection, queries: Iterable[str], *bound: Any) -> str:
    """Return the SHA-256 over the rows of some queries, in hex."""
    digest = hashlib.sha256()
    for query in queries:
        digest.update(b"\n")
        cursor = connection.execute(query, bound)
        while rows := cursor.fetchmany(_AT_ONCE):
            digest.update(_ENCODER.encode(rows)[1:-1].encode())
            digest.update(b",")
    return digest.hexdigest()


def of_source(connection: sqlite3.Connection, source: str) -> str:
    """Return the seal that the stored rows of a source have now."""
    elsewhere = holds(connection, _PLACES, source)
    return seal(connection, (*_OF_A_SOURCE, _PLACES) if elsewhere else _OF_A_SOURCE, source)


def of_all(connection: sqlite3.Connection, what: str) -> str:
    """Return the seal that the matching, the decisions or all of the reader has now."""
    with_speakers = what == MATCHING and united.is_kept(connection)
    return seal(connection, (*_OF_ALL[what], *_UNITED) if with_speakers else _OF_ALL[what])


def sealed(connection: sqlite3.Connection, what: str) -> str | None:
    """Return the seal written last; of the reader, where none ever was, that of no rows."""
    unasked = hashlib.sha256(b"\n" * len(_OF_ALL[READER])).hexdigest() if what == READER else None
    return get(connection, what) or unasked


def seal_all(connection: sqlite3.Connection, what: str) -> None:
    """Seal the matching, the decisions or all of the reader, in the transaction that changed it."""
    put(connection, what, of_all(connection, what))


def keep(connection: sqlite3.Connection, source: Source, reading: Reading) -> None:
    """Write what is kept of a source whose rows have just been written, and seal them all."""
    connection.execute(
        "INSERT INTO custody (source, text_sha256, read_at, reader, model, rules, seal)"
        " VALUES (?, ?, ?, ?, ?, ?, '')",
        (source.id, sha256(source.text), reading.at, reading.reader, reading.model, reading.rules),
    )
    reseal(connection, source.id)


def reseal(connection: sqlite3.Connection, source: str) -> None:
    """Seal the rows of a source as they are now, in the transaction that changed them."""
    made = of_source(connection, source)
    connection.execute("UPDATE custody SET seal = ? WHERE source = ?", (made, source))


def kept(connection: sqlite3.Connection) -> list[Kept]:
    """Return what is kept of every source, by name."""
    found = connection.execute(
        "SELECT s.id, s.name, s.location, s.sha256, k.text_sha256, k.read_at, k.reader, k.model, k.rules"
        " FROM sources s JOIN custody k ON k.source = s.id ORDER BY s.name, s.id"
    )
    return [
        Kept(identity, name, place, raw, text, Reading(*reading))
        for identity, name, place, raw, text, *reading in found
    ]


def adopted(connection: sqlite3.Connection) -> bool:
    """Say whether everything in the database has been sealed once."""
    return get(connection, DECISIONS) is not None


def adopt(connection: sqlite3.Connection) -> None:
    """Seal what an older version wrote without seals: from here on a change shows."""
    unsealed = "SELECT body FROM sources WHERE id NOT IN (SELECT source FROM custody)"
    for source in tuple(models(connection, Source, unsealed)):
        keep(connection, source, UNKNOWN)
    for what in (MATCHING, DECISIONS):
        if get(connection, what) is None:  # one that stands is left: what was changed since shows
            seal_all(connection, what)
