"""Sources and what was extracted from them, as rows.

Invariants
    - Everything of a source is written, and removed, in the caller's one transaction.
    - The model's JSON stands whole beside the columns that are queried.
    - Speakers keep the ids they have within their article.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from claimgraph.errors import NotFoundError
from claimgraph.model import Claim, Collection, Dated, Extraction, Flag, Source, Speaker
from claimgraph.store import custody, matches, places
from claimgraph.store.custody import UNKNOWN, Reading
from claimgraph.store.sql import Held, firsts, holds, models

Standing = Literal["new", "changed", "kept"]
"""What an article is to the store: unseen, seen in another version, or there already."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """How an article came in.

    Args:
        location: where it was read from; what was read there before is an older version.
            None: it has no place and replaces only itself.
        recipe: with what it was extracted; another recipe counts as a change.
        own_date: when its own text or metadata say it was published, where other articles
            have lent it a date since; None: the date it has is its own.
        reading: when and with what it was read.
    """

    location: str | None = None
    recipe: str = ""
    own_date: Dated | None = None
    reading: Reading = UNKNOWN


NO_RECEIPT = Receipt()
OUTDATED = "outdated"
"""The recipe of an article of which a migration removed what was extracted."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A stored article with its receipt, whose ``own_date`` is always given."""

    source: Source
    receipt: Receipt

    @property
    def as_read(self) -> Source:
        """The article with no date but its own."""
        return self.source.model_copy(update={"published": self.receipt.own_date})


def standing(connection: sqlite3.Connection, source: str, receipt: Receipt = NO_RECEIPT) -> Standing:
    """Say whether an article about to come in is new, changed, or kept as it is."""
    recipes = firsts(connection, "SELECT recipe FROM sources WHERE id = ?", source)
    if _older_versions(connection, source, receipt.location):
        return "changed"
    if not recipes:
        return "new"
    return "kept" if recipes == [receipt.recipe] else "changed"


def filed(connection: sqlite3.Connection, recipe: str | None = None) -> list[Filed]:
    """Return every article with its receipt, or those of one recipe."""
    rows = connection.execute(
        "SELECT s.body, s.location, s.recipe, s.own_date, k.read_at, k.reader, k.model, k.rules"
        " FROM sources s JOIN custody k ON k.source = s.id"
        " WHERE s.recipe = coalesce(?, s.recipe) ORDER BY s.name, s.id",
        (recipe,),
    )
    return [
        Filed(
            Source.model_validate_json(body),
            Receipt(location, recipe, Dated.model_validate_json(own_date), Reading(*reading)),
        )
        for body, location, recipe, own_date, *reading in rows
    ]


def outdated(connection: sqlite3.Connection) -> list[Filed]:
    """Return the articles whose extraction went with an older version of the database."""
    return filed(connection, OUTDATED)


def has_undated(connection: sqlite3.Connection) -> bool:
    """Say whether any article has no publication date of its own."""
    return holds(connection, "SELECT 1 FROM sources WHERE json_extract(own_date, '$.date') IS NULL LIMIT 1")


def _older_versions(connection: sqlite3.Connection, source: str, location: str | None) -> list[str]:
    """Return the ids of the other sources that were read from the same place."""
    return firsts(connection, "SELECT id FROM sources WHERE location = ? AND id <> ?", location, source)


def remove(connection: sqlite3.Connection, source: str) -> None:
    """Remove an article and all that was extracted from it.

    Raises:
        NotFoundError: there is no such article.
    """
    if not connection.execute("DELETE FROM sources WHERE id = ?", (source,)).rowcount:
        raise NotFoundError(f"no source {source}; `claimgraph sources` lists them")
    matches.touch(connection, (source,))


def add(
    connection: sqlite3.Connection, source: Source, extraction: Extraction, receipt: Receipt = NO_RECEIPT
) -> None:
    """Write an article and its extraction, in place of any older version of it."""
    replaced = (source.id, *_older_versions(connection, source.id, receipt.location))
    connection.executemany("DELETE FROM sources WHERE id = ?", [(one,) for one in replaced])
    places.leave(connection, receipt.location)
    _insert(connection, source, extraction, receipt)
    matches.touch(connection, replaced)


def _insert(connection: sqlite3.Connection, source: Source, extraction: Extraction, receipt: Receipt) -> None:
    """Write a source and its extraction. Two things with one id are one thing: the first is kept."""
    connection.execute(
        "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source.id, source.name, receipt.location, source.sha256, receipt.recipe,
            (receipt.own_date or source.published).model_dump_json(),
            source.title, source.publisher, source.published.date, source.model_dump_json(),
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT OR IGNORE INTO speakers VALUES (?, ?, ?, ?, ?, ?)",
        [(source.id, p.id, p.name, p.kind, p.side, p.model_dump_json()) for p in extraction.speakers],
    )
    _insert_claims(connection, extraction.claims)
    connection.executemany(
        "INSERT INTO flags VALUES (?, ?, ?, ?, ?)",
        [(source.id, n, f.claim, f.kind, f.model_dump_json()) for n, f in enumerate(extraction.flags)],
    )
    custody.keep(connection, source, receipt.reading)


def _insert_claims(connection: sqlite3.Connection, claims: Iterable[Claim]) -> None:
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(claim.id, claim)
    unique = first.values()
    connection.executemany(
        'INSERT INTO claims (id, source, start, "end", act, polarity, said, text, body)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (c.id, c.source, c.start, c.end, c.act.value, c.polarity, c.said.date, c.text,
             c.model_dump_json())
            for c in unique
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT OR IGNORE INTO claim_speakers VALUES (?, ?, ?)",
        [
            (claim.id, role, speaker)
            for claim in unique
            for role, speakers in (("speaker", claim.speakers), ("via", claim.via))
            for speaker in speakers
        ],
    )


def with_copies(source: Source, copies: Mapping[str, tuple[str, ...]]) -> Source:
    """Return a source with the other names under which it lies."""
    return source.model_copy(update={"also": copies[source.id]}) if source.id in copies else source


def collection(connection: sqlite3.Connection) -> Collection:
    """Return everything extracted, in an order that does not depend on when it was added."""
    copies = places.copies(connection)

    def every(model: type[Held], table: str, order: str) -> tuple[Held, ...]:
        """Return all of a table, article by article."""
        joined = f"SELECT one.body FROM {table} one JOIN sources s ON s.id = one.source"  # noqa: S608
        return tuple(models(connection, model, f"{joined} ORDER BY s.name, s.id, {order}"))

    read = models(connection, Source, "SELECT body FROM sources ORDER BY name, id")
    return Collection(
        sources=tuple(with_copies(one, copies) for one in read),
        speakers=every(Speaker, "speakers", "one.id"),
        claims=every(Claim, "claims", 'one.start, one."end", one.id'),
        flags=every(Flag, "flags", "one.position"),
    )


def snapshot(connection: sqlite3.Connection) -> tuple[Collection, int]:
    """Return the collection and its revision, as they stood at one moment."""
    return collection(connection), matches.revision(connection)
