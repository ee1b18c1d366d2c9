"""What the matcher found, as rows, and what reviewers decided.

Invariants
    - A matching is replaced whole; decisions are only ever added.
    - A matching remembers the revision of the collection it was made from, so that what was
      ingested meanwhile by another process still counts as unmatched.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimgraph.model import (
    Agreement,
    Decision,
    Dispute,
    Event,
    Flag,
    Lead,
    Matching,
    Model,
    NearMiss,
    Speaker,
    Subject,
    Update,
)
from claimgraph.store import custody, proposals, united
from claimgraph.store.meta import get, put

_KINDS: dict[str, tuple[str, type[Model]]] = {
    "dispute": ("disputes", Dispute),
    "update": ("updates", Update),
    "flag": ("flags", Flag),
    "agreement": ("agreements", Agreement),
    "lead": ("leads", Lead),
    "near_miss": ("near_misses", NearMiss),
    "event": ("events", Event),
    "subject": ("subjects", Subject),
}
"""The kind of a row in ``matched``, the field of ``Matching`` it belongs to, and its model."""


def revision(connection: sqlite3.Connection) -> int:
    """Return how many times the collection was changed."""
    return int(get(connection, "revision") or 0)


def touch(connection: sqlite3.Connection, sources: Iterable[str]) -> None:
    """Record that these sources were added, replaced or removed."""
    now = revision(connection) + 1
    put(connection, "revision", str(now))
    connection.executemany(
        "INSERT OR REPLACE INTO changes VALUES (?, ?)", [(source, now) for source in sources]
    )


def pending(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the ids of the sources changed since the last matching."""
    return tuple(row[0] for row in connection.execute("SELECT source FROM changes ORDER BY source"))


def is_pending(connection: sqlite3.Connection) -> bool:
    """Tell whether any source was changed since the last matching."""
    return connection.execute("SELECT 1 FROM changes LIMIT 1").fetchone() is not None


def save(
    connection: sqlite3.Connection,
    matching: Matching,
    at_revision: int,
    made_by: str,
    who: Mapping[str, Speaker],
) -> None:
    """Replace the stored matching by this one, made from the collection at a revision; and who is who."""
    connection.execute("DELETE FROM matched")
    united.save(connection, who)
    for kind, (field, _) in _KINDS.items():
        _insert(connection, kind, getattr(matching, field))
    put(connection, "matched_by", made_by)
    put(connection, custody.MATCHING, custody.of_matching(connection))
    connection.execute("DELETE FROM changes WHERE revision <= ?", (at_revision,))
    proposals.drop_gone(connection)


def _insert(connection: sqlite3.Connection, kind: str, found: Sequence[Model]) -> None:
    columns = _columns(_KINDS[kind][1])
    connection.executemany(
        "INSERT INTO matched VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                kind,
                position,
                *(getattr(item, one) if one else None for one in columns),
                item.model_dump_json(),
            )
            for position, item in enumerate(found)
        ],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO matched_claims VALUES (?, ?, ?, ?)",
        [
            (kind, position, side, claim)
            for position, item in enumerate(found)
            for side, claims in enumerate(_sides(item))
            for claim in claims
        ],
    )


def _columns(model: type[Model]) -> tuple[str | None, ...]:
    """Return the fields that stand in columns of their own, None for one the model lacks.

    They are its id, the word it is looked up by (a subject's label, another's kind or gate) and
    its subject. To ask each item for a field it lacks is slow.
    """
    label = next((field for field in ("label", "kind", "gate") if field in model.model_fields), None)
    return tuple(field if field in model.model_fields else None for field in ("id", label or "", "subject"))


def _sides(item: Model) -> Iterator[Sequence[str]]:
    match item:
        case Dispute() | Update():
            yield from item.sides
        case Agreement() | Lead() | NearMiss():
            yield from ((item.a,), (item.b,))
        case Event() | Subject():
            yield item.claims
        case Flag():
            yield (item.claim,)


def load(connection: sqlite3.Connection) -> Matching:
    """Return the stored matching, empty when nothing was matched yet."""
    found = {
        field: tuple(
            model.model_validate_json(body)
            for (body,) in connection.execute(
                "SELECT body FROM matched WHERE kind = ? ORDER BY position", (kind,)
            )
        )
        for kind, (field, model) in _KINDS.items()
    }
    return Matching(**found)


def rows(connection: sqlite3.Connection, places: Iterable[tuple[str, int]]) -> Matching:
    """Return the part of the stored matching that stands in some places."""
    found: dict[str, list[Model]] = {field: [] for field, _ in _KINDS.values()}
    read = "SELECT body FROM matched WHERE kind = ? AND position = ?"
    for kind, position in sorted(set(places)):
        field, model = _KINDS[kind]
        body = connection.execute(read, (kind, position)).fetchone()[0]
        found[field].append(model.model_validate_json(body))
    return Matching(**found)


def claims_of(connection: sqlite3.Connection, identity: str) -> tuple[str, ...]:
    """Return the claims of the dispute or change with an id; empty if there is none."""
    found = connection.execute(
        "SELECT c.claim FROM matched m JOIN matched_claims c ON c.kind = m.kind AND c.position = m.position"
        " WHERE m.id = ? AND m.kind IN ('dispute', 'update') ORDER BY c.side, c.claim",
        (identity,),
    )
    return tuple(row[0] for row in found)


def disputes_on(connection: sqlite3.Connection, wanted: str) -> list[str]:
    """Return the disputes on the subject with this id, or on those with this in their label, in order."""
    on = "SELECT id, position FROM matched WHERE kind = 'dispute' AND subject = ?"
    subject = "SELECT 1 FROM matched WHERE kind = 'subject' AND id = ?"
    if connection.execute(subject, (wanted,)).fetchone() is not None:
        subjects = [wanted]
    else:
        told = connection.execute(
            "SELECT DISTINCT s.id, s.label FROM matched d"
            " JOIN matched s ON s.kind = 'subject' AND s.id = d.subject WHERE d.kind = 'dispute'"
        )
        subjects = [one for one, label in told if wanted.casefold() in label.casefold()]
    found = {position: one for each in subjects for one, position in connection.execute(on, (each,))}
    return [found[position] for position in sorted(found)]


_MORE = {"value", "kind", "shown", "seen"}
"""The fields of a decision that stand together in one column, as JSON."""


def add_decisions(connection: sqlite3.Connection, added: Iterable[Decision]) -> None:
    """Append reviewers' words, in their order, and seal all there are."""
    connection.executemany(
        'INSERT INTO decisions (target, verdict, "by", at, why, body) VALUES (?, ?, ?, ?, ?, ?)',
        [
            (one.target, one.verdict, one.by, one.at, one.why, one.model_dump_json(include=_MORE))
            for one in added
        ],
    )
    put(connection, custody.DECISIONS, custody.of_decisions(connection))


def decisions(connection: sqlite3.Connection) -> tuple[Decision, ...]:
    """Return every decision, in the order in which they came in."""
    found = connection.execute('SELECT target, verdict, "by", at, why, body FROM decisions ORDER BY number')
    return tuple(
        Decision(target=t, verdict=v, by=b, at=a, why=w, **json.loads(body)) for t, v, b, a, w, body in found
    )


def decided(connection: sqlite3.Connection) -> int:
    """Return how many decisions there are."""
    return int(connection.execute("SELECT count(*) FROM decisions").fetchone()[0])
