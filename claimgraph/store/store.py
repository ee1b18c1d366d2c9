"""The store: one SQLite file, or memory, behind one small class.

Invariants
    - Every change is one transaction: a process killed at any moment leaves each source
      there whole or not at all.
    - Ingesting the same article again writes nothing.
    - Decisions are never touched by ingesting or matching.
"""

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from claimgraph.errors import NotFoundError
from claimgraph.model import (
    Claim,
    Collection,
    Decision,
    Extraction,
    Findings,
    Matching,
    Proposal,
    Source,
    Speaker,
)
from claimgraph.store import (
    around,
    articles,
    beside,
    custody,
    matches,
    meta,
    opening,
    places,
    proposals,
    united,
    verify,
)
from claimgraph.store import search as searching
from claimgraph.store.articles import NO_RECEIPT, Filed, Receipt
from claimgraph.store.backup import backup
from claimgraph.store.beside import Others
from claimgraph.store.custody import Kept
from claimgraph.store.places import Twin
from claimgraph.store.proposals import Answer, Asked
from claimgraph.store.search import ClaimFilter


class Store:
    """Articles, what was extracted from them, what was matched, and what was decided.

    Open it with ``Store.open`` and close it, or use it as a context manager. Every method
    raises ``StoreError``, with the remedy, when the file cannot be read or written.
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
            path: the file.
            create: make it when it does not exist.
            busy_seconds: how long to wait while another process writes (default: 5).
            check: refuse it when its rows differ from the hashes kept of them.

        Raises:
            StoreError: it cannot be used; the message says why and what to do.
        """
        return cls(opening.connect(path, create=create, busy_seconds=busy_seconds, check=check), path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
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
        with opening.explained(self.path):
            self._connection.execute(begin)
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    # Articles

    def has(self, name: str, sha256: str) -> bool:
        """Say whether an article with that name and those bytes is stored."""
        with self._transaction("BEGIN") as connection:
            found = connection.execute("SELECT 1 FROM sources WHERE name = ? AND sha256 = ?", (name, sha256))
            return found.fetchone() is not None

    def standing(self, source_id: str, receipt: Receipt = NO_RECEIPT) -> articles.Standing:
        """Say whether an article about to come in is new, changed, or kept as it is."""
        with self._transaction("BEGIN") as connection:
            return articles.standing(connection, source_id, receipt)

    def add(self, source: Source, extraction: Extraction, receipt: Receipt = NO_RECEIPT) -> None:
        """Write an article and its extraction, in place of any older version of it."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            older = articles.older_versions(connection, source.id, receipt.location)
            for old in (source.id, *older):
                articles.remove(connection, old)
            places.leave(connection, receipt.location)
            articles.insert(connection, source, extraction, receipt)
            matches.touch(connection, (source.id, *older))

    def filed(self) -> list[Filed]:
        """Return every article with its receipt."""
        with self._transaction("BEGIN") as connection:
            return articles.filed(connection)

    def outdated(self) -> list[Filed]:
        """Return the articles whose extraction went with an older version of the database."""
        with self._transaction("BEGIN") as connection:
            return articles.filed(connection, articles.OUTDATED)

    def has_undated(self) -> bool:
        """Say whether any article has no publication date of its own."""
        with self._transaction("BEGIN") as connection:
            return articles.has_undated(connection)

    def remove(self, source_id: str) -> None:
        """Remove an article and all that was extracted from it.

        Raises:
            NotFoundError: there is no such article.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            if not articles.remove(connection, source_id):
                raise NotFoundError(f"no source {source_id}; `claimgraph sources` lists them")
            matches.touch(connection, (source_id,))

    # Places

    def twins(self, source_id: str, sha256: str, recipe: str) -> list[Twin]:
        """Return the other stored articles with the same bytes and metadata."""
        with self._transaction("BEGIN") as connection:
            return places.twins(connection, sha256, recipe, source_id)

    def move(self, source_id: str, location: str | None) -> None:
        """Record that an article's file was renamed or moved."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            places.move(connection, source_id, location)

    def add_place(self, source_id: str, location: str, name: str) -> bool:
        """Record that an article lies in another place too; say whether that is news."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            known = (name, location) in places.copies(connection).get(source_id, [])
            if not known:
                places.add(connection, source_id, location, name)
            return not known

    def copies(self) -> dict[str, list[tuple[str, str]]]:
        """Return the other places of each article that has some: (name, location)."""
        with self._transaction("BEGIN") as connection:
            return places.copies(connection)

    def locations(self) -> list[Twin]:
        """Return every article that was read from a place."""
        with self._transaction("BEGIN") as connection:
            return places.locations(connection)

    # Reading

    def collection(self) -> Collection:
        """Return everything extracted, speakers with the ids of their articles."""
        return self.snapshot()[0]

    def speakers(self) -> tuple[Speaker, ...]:
        """Return the speakers, with the ids of their articles."""
        with self._transaction("BEGIN") as connection:
            return articles.speakers(connection)

    def snapshot(self) -> tuple[Collection, int]:
        """Return the collection and its revision, as they stood at one moment."""
        with self._transaction("BEGIN") as connection:
            copies = places.copies(connection)
            return articles.collection(connection, copies), matches.revision(connection)

    def source(self, source_id: str) -> Source:
        """Return a source by its id, or by the beginning of it when that is unique.

        Raises:
            NotFoundError: there is none, or several.
        """
        return Source.model_validate_json(self._one("sources", "source", source_id))

    def claim(self, claim_id: str) -> Claim:
        """Return a claim by its id, or by the beginning of it when that is unique.

        Raises:
            NotFoundError: there is none, or several.
        """
        return Claim.model_validate_json(self._one("claims", "claim", claim_id))

    def _one(self, table: str, what: str, wanted: str) -> str:
        """Return the JSON of the row with this id, or the only row whose id begins so."""
        low = searching.clean(wanted)
        high = low + chr(sys.maxunicode)
        with self._transaction("BEGIN") as connection:
            rows = connection.execute(
                f"SELECT id, body FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT 2",  # noqa: S608
                (low, high),
            ).fetchall()
        if not rows or not low:
            raise NotFoundError(f"no {what} {wanted}; `claimgraph {what}s` lists them")
        if len(rows) > 1 and rows[0][0] != low:
            raise NotFoundError(f"several {what}s begin with {wanted}; give more of the id")
        return str(rows[0][1])

    def claim_ids(self, wanted: ClaimFilter) -> list[str]:
        """Return the ids of the claims that satisfy a filter, in reading order."""
        with self._transaction("BEGIN") as connection:
            return searching.matching_ids(connection, wanted)

    def claims(self, wanted: ClaimFilter) -> tuple[Claim, ...]:
        """Return the claims that satisfy a filter, in reading order."""
        with self._transaction("BEGIN") as connection:
            ids = searching.matching_ids(connection, wanted)
            read = "SELECT body FROM claims WHERE id = ?"
            return tuple(
                Claim.model_validate_json(connection.execute(read, (each,)).fetchone()[0]) for each in ids
            )

    def search(self, text: str) -> list[str]:
        """Return the ids of the claims that hold all the words, best match first."""
        with self._transaction("BEGIN") as connection:
            return searching.search(connection, text)

    # Custody

    def faults(self) -> list[str]:
        """Return a line for each thing that is not as it was put in: hashes, spans, references, pages."""
        with opening.explained(self.path):
            self._connection.execute("BEGIN")
            try:
                return list(verify.full(self._connection))
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")  # nothing was written

    def kept(self) -> list[Kept]:
        """Return what is kept of the reading of every source, by name."""
        with self._transaction("BEGIN") as connection:
            return custody.kept(connection)

    def backup(self, place: Path) -> None:
        """Copy everything to one file, checked; others may read and write meanwhile.

        Raises:
            StoreError: the file cannot be written, or something here is not as it was put in.
        """
        backup(self._connection, place, mode=self.path.stat().st_mode & 0o777 if self.path else 0o600)

    # Matching and decisions

    def revision(self) -> int:
        """Return a number that grows with every change of the collection."""
        with self._transaction("BEGIN") as connection:
            return matches.revision(connection)

    def pending(self) -> tuple[str, ...]:
        """Return the ids of the sources added, changed or removed since the last matching."""
        with self._transaction("BEGIN") as connection:
            return matches.pending(connection)

    def matched_by(self) -> str | None:
        """Return what the stored matching was made by; None when nothing was matched yet."""
        with self._transaction("BEGIN") as connection:
            return meta.get(connection, "matched_by")

    def save_matching(
        self,
        matching: Matching,
        *,
        revision: int | None = None,
        made_by: str = "",
        united: Mapping[str, Speaker] | None = None,
    ) -> None:
        """Replace the stored matching.

        Args:
            matching: what was found.
            revision: of the collection it was made from (``snapshot``); the present one when None.
            made_by: what made it, such as the program's version.
            united: the canonical speaker of each speaker of an article, by its id.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            made_from = matches.revision(connection) if revision is None else revision
            matches.save(connection, matching, made_from, made_by, united or {})

    def matching(self) -> Matching:
        """Return the stored matching, empty when nothing was matched yet."""
        with self._transaction("BEGIN") as connection:
            return matches.load(connection)

    def united(self) -> dict[str, Speaker]:
        """Return the canonical speaker of each speaker of an article, as last matched; empty if not kept."""
        with self._transaction("BEGIN") as connection:
            return united.load(connection)

    def knows_speakers(self) -> bool:
        """Tell whether who is who was kept when the articles were last matched."""
        with self._transaction("BEGIN") as connection:
            return united.is_kept(connection)

    def around(self, claims: Sequence[str]) -> Findings:
        """Return what stands around some claims, as it was last matched (``store.around``)."""
        with self._transaction("BEGIN") as connection:
            return around.around(connection, claims, places.copies(connection))

    def beside(self, claims: Sequence[str], others: Others) -> Findings:
        """Return some claims with what was last matched of them, and no more (``store.beside``)."""
        with self._transaction("BEGIN") as connection:
            return beside.beside(connection, claims, places.copies(connection), others)

    def settled(self) -> str | None:
        """Return what the case was matched by, if all is matched, who is who was kept and nobody decided.

        None: what is asked of it is answered only by reading everything.
        """
        with self._transaction("BEGIN") as connection:
            if matches.is_pending(connection) or matches.decided(connection):
                return None
            return meta.get(connection, "matched_by") if united.is_kept(connection) else None

    def disputes_on(self, subject: str) -> list[str]:
        """Return the disputes on a subject, by its id or a part of its label, as last matched."""
        with self._transaction("BEGIN") as connection:
            return matches.disputes_on(connection, searching.clean(subject))

    def speaking(self, wanted: str) -> set[str]:
        """Return the claims of whoever has this id, or this as part of a name or alias, as last matched."""
        with self._transaction("BEGIN") as connection:
            return united.speaking(connection, united.named(connection, searching.clean(wanted)))

    def things(self, identity: str) -> list[tuple[str, str]]:
        """Return the kind and id of the thing with an id, or of two at most whose ids begin so."""
        with self._transaction("BEGIN") as connection:
            return searching.things(connection, identity)

    def matched_claims(self, identity: str) -> tuple[str, ...]:
        """Return the claims of the dispute or change with an id, as last matched; empty if there is none."""
        with self._transaction("BEGIN") as connection:
            return matches.claims_of(connection, identity)

    def add_decisions(self, added: Sequence[Decision]) -> tuple[Decision, ...]:
        """Append reviewers' decisions that are not there yet; none is ever changed or removed.

        Returns:
            those that stood there before, oldest first, as read in the same transaction: what
            somebody else decided meanwhile is among them.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            before = matches.decisions(connection)
            known = {one.id for one in before}
            new = {one.id: one for one in added if one.id not in known}
            if new:
                matches.add_decisions(connection, new.values())
        return before

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision, in the order in which they came in."""
        with self._transaction("BEGIN") as connection:
            return matches.decisions(connection)

    def decided(self) -> int:
        """Return how many decisions there are; they are only ever added."""
        with self._transaction("BEGIN") as connection:
            return matches.decided(connection)

    # A second reader

    def ask_reader(self, asked: Iterable[Asked], model: str, at: str) -> None:
        """Keep what a model is about to be asked; an answer that is there already stays.

        Args:
            asked: the prompts.
            model: the model's name.
            at: the time in UTC, ISO 8601.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            proposals.ask(connection, asked, model, at)

    def asked(self) -> tuple[Asked, ...]:
        """Return everything a reader was ever asked, but for what fell away with its articles."""
        with self._transaction("BEGIN") as connection:
            return proposals.asked(connection)

    def save_answer(self, answer: Answer) -> None:
        """Keep a model's answer to a prompt, with what of it is believed, in place of an older one.

        Raises:
            NotFoundError: nothing like it was asked.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            if not proposals.save(connection, answer):
                raise NotFoundError(f"nothing with the hash {answer.prompt} was asked")

    def answers(self) -> tuple[Answer, ...]:
        """Return every answer, and every prompt that still waits for one, by prompt and model."""
        with self._transaction("BEGIN") as connection:
            return proposals.answers(connection)

    def proposed(self) -> str | None:
        """Return a word that changes with what readers answer; None when none was ever asked."""
        with self._transaction("BEGIN") as connection:
            return meta.get(connection, custody.READER)

    def proposals(self) -> tuple[Proposal, ...]:
        """Return what readers proposed and was believed, whether or not its claims are still there."""
        with self._transaction("BEGIN") as connection:
            return proposals.load(connection)
