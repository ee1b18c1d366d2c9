"""The store: one SQLite file, or memory, behind one small class.

Invariants
    - Every change is one transaction: a process killed at any moment leaves each source
      there whole or not at all.
    - Ingesting the same article again writes nothing.
    - Decisions are never touched by ingesting or matching.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

from claimgraph.model import Collection
from claimgraph.store import around as around_
from claimgraph.store import articles, custody, matches, opening, places, search, sql, verify
from claimgraph.store import proposals as proposals_
from claimgraph.store import united as united_
from claimgraph.store.backup import backup

Given = ParamSpec("Given")
Told = TypeVar("Told")
Function = Callable[Concatenate[sqlite3.Connection, Given], Told]
Method = Callable[Concatenate["Store", Given], Told]


def _reads(ask: "Function[Given, Told]") -> "Method[Given, Told]":
    """Return a question to the database as a method, which asks it at one moment."""
    return _method(ask, "BEGIN")


def _writes(do: "Function[Given, Told]") -> "Method[Given, Told]":
    """Return a change of the database as a method, which makes it whole or not at all."""
    return _method(do, "BEGIN IMMEDIATE")


def _method(function: "Function[Given, Told]", begin: str) -> "Method[Given, Told]":
    @wraps(function)
    def method(self: "Store", /, *args: Given.args, **kwargs: Given.kwargs) -> Told:
        with self._transaction(begin) as connection:
            return function(connection, *args, **kwargs)

    return method


class Store:
    """Articles, what was extracted from them, what was matched, and what was decided.

    Open it with ``Store.open`` and close it, or use it as a context manager. Every method
    raises ``StoreError``, with the remedy, when the file cannot be read or written. What a
    method takes and returns is said where it is written, in the module of its table; the
    connection is the store's own.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(
        cls,
        path: Path | None,
        *,
        create: bool = True,
        busy_seconds: float | None = None,
        check: bool = True,
    ) -> Self:
        """Open a database file, or one in memory when ``path`` is None.

        Args:
            create: make it when it does not exist.
            busy_seconds: how long to wait while another process writes (default: 5).
            check: refuse it when its rows differ from the hashes kept of them (``verify.fast``).

        Raises:
            StoreError: it cannot be used; the message says why and what to do.
        """
        return cls(opening.connect(path, create=create, busy_seconds=busy_seconds, check=check), path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards.

        What was written is moved from the log beside the file into the file itself, also while
        another process has it open: a copy of the file alone then holds it.
        """
        with suppress(sqlite3.Error):  # else the log stays, and nothing is lost
            if self.path is not None and self.writable:
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        self._connection.close()

    @property
    def writable(self) -> bool:
        """Whether the file may be changed."""
        return not self._connection.execute("PRAGMA query_only").fetchone()[0]

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with opening.explained(self.path), sql.transaction(self._connection, begin):
            yield self._connection

    # Articles, and where they lie
    standing = _reads(articles.standing)
    filed = _reads(articles.filed)
    outdated = _reads(articles.outdated)
    has_undated = _reads(articles.has_undated)
    add = _writes(articles.add)
    remove = _writes(articles.remove)
    twins = _reads(places.twins)
    locations = _reads(places.locations)
    move = _writes(places.move)
    add_place = _writes(places.add)

    # Reading
    snapshot = _reads(articles.snapshot)
    source = _reads(search.source)
    claim = _reads(search.claim)
    claim_ids = _reads(search.claim_ids)
    things = _reads(search.things)
    beside = _reads(around_.beside)
    around = _reads(around_.around)

    def collection(self) -> Collection:
        """Return everything extracted, speakers with the ids of their articles."""
        return self.snapshot()[0]

    # Custody
    kept = _reads(custody.kept)

    def faults(self) -> list[str]:
        """Return a line for each thing that is not as it was put in: hashes, spans, references, pages."""
        with opening.explained(self.path), sql.transaction(self._connection, keep=False):
            return list(verify.full(self._connection))

    def backup(self, place: Path) -> None:
        """Copy everything to one file, checked; others may read and write meanwhile (``store.backup``)."""
        backup(self._connection, place, self.path.stat().st_mode & 0o777 if self.path else 0o600)

    # Matching and decisions
    revision = _reads(matches.revision)
    pending = _reads(matches.pending)
    matched_by = _reads(matches.made_by)
    settled = _reads(matches.settled)
    matching = _reads(matches.load)
    matched_claims = _reads(matches.claims_of)
    disputes_on = _reads(matches.disputes_on)
    save_matching = _writes(matches.save)
    speaking = _reads(united_.speaking)
    united = _reads(united_.load)
    decisions = _reads(matches.decisions)
    decided = _reads(matches.decided)
    add_decisions = _writes(matches.add_decisions)

    # A second reader
    asked = _reads(proposals_.asked)
    answers = _reads(proposals_.answers)
    proposed = _reads(proposals_.state)
    ask_reader = _writes(proposals_.ask)
    save_answer = _writes(proposals_.save)
    proposals = _reads(proposals_.load)
