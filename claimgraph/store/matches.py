"""What the matcher found, as rows, and what reviewers decided.

Invariants
    - A matching is replaced whole; decisions are only ever added.
    - A matching remembers the revision of the collection it was made from, so that what was
      ingested meanwhile by another process still counts as unmatched.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimgraph.lexicon.characters import writable
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
from claimgraph.store import custody, proposals
from claimgraph.store import united as uniting
from claimgraph.store.sql import firsts, get, holds, models, put

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
    """Return a number that grows with every change of the collection."""
    return int(get(connection, "revision") or 0)


def touch(connection: sqlite3.Connection, sources: Iterable[str]) -> None:
    """Record that these sources were added, replaced or removed."""
    now = revision(connection) + 1
    put(connection, "revision", str(now))
    connection.executemany(
        "INSERT OR REPLACE INTO changes VALUES (?, ?)", [(source, now) for source in sources]
    )


def pending(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the ids of the sources added, changed or removed since the last matching."""
    return tuple(firsts(connection, "SELECT source FROM changes ORDER BY source"))


def made_by(connection: sqlite3.Connection) -> str | None:
    """Return what the stored matching was made by; None when nothing was matched yet."""
    return get(connection, "matched_by")


def settled(connection: sqlite3.Connection) -> str | None:
    """Return what the case was matched by, if all is matched, who is who was kept and nobody decided.

    None: what is asked of it is answered only by reading everything.
    """
    if holds(connection, "SELECT 1 FROM changes UNION ALL SELECT 1 FROM decisions LIMIT 1"):
        return None
    return made_by(connection) if uniting.is_kept(connection) else None


def save(
    connection: sqlite3.Connection,
    matching: Matching,
    *,
    revision: int | None = None,
    made_by: str = "",
    united: Mapping[str, Speaker] | None = None,
) -> None:
    """Replace the stored matching.

    Args:
        revision: of the collection it was made from (``snapshot``); the present one when None.
        made_by: what made it, such as the program's version.
        united: the canonical speaker of each speaker of an article, by its id.
    """
    connection.execute("DELETE FROM matched")
    uniting.save(connection, united or {})
    for kind, (field, _) in _KINDS.items():
        _insert(connection, kind, getattr(matching, field))
    put(connection, "matched_by", made_by)
    custody.seal_all(connection, custody.MATCHING)
    connection.execute("DELETE FROM changes WHERE revision <= coalesce(?, revision)", (revision,))
    proposals.drop_gone(connection)


def _insert(connection: sqlite3.Connection, kind: str, found: Sequence[Model]) -> None:
    columns = _columns(_KINDS[kind][1])
    connection.executemany(
        "INSERT INTO matched VALUES (?, ?, ?, ?, ?, ?)",
        [
            (kind, place, *(one and getattr(item, one) for one in columns), item.model_dump_json())
            for place, item in enumerate(found)
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
    read = "SELECT body FROM matched WHERE kind = ? ORDER BY position"
    found = {field: tuple(models(connection, model, read, kind)) for kind, (field, model) in _KINDS.items()}
    return Matching(**found)


def rows(connection: sqlite3.Connection, places: Iterable[tuple[str, int]]) -> Matching:
    """Return the part of the stored matching that stands in some places."""
    found: dict[str, list[Model]] = {field: [] for field, _ in _KINDS.values()}
    read = "SELECT body FROM matched WHERE kind = ? AND position = ?"
    for kind, position in sorted(set(places)):
        field, model = _KINDS[kind]
        found[field] += models(connection, model, read, kind, position)
    return Matching(**found)


def claims_of(connection: sqlite3.Connection, identity: str) -> tuple[str, ...]:
    """Return the claims of the dispute or change with an id, as last matched; empty if there is none."""
    read = (
        "SELECT c.claim FROM matched m JOIN matched_claims c ON c.kind = m.kind AND c.position = m.position"
        " WHERE m.id = ? AND m.kind IN ('dispute', 'update') ORDER BY c.side, c.claim"
    )
    return tuple(firsts(connection, read, identity))


def disputes_on(connection: sqlite3.Connection, subject: str) -> list[str]:
    """Return the disputes on a subject, by its id or else by a part of its label, as last matched."""
    wanted = writable(subject)
    subjects = [wanted]
    if not holds(connection, "SELECT 1 FROM matched WHERE kind = 'subject' AND id = ?", wanted):
        told = connection.execute(
            "SELECT DISTINCT s.id, s.label FROM matched d"
            " JOIN matched s ON s.kind = 'subject' AND s.id = d.subject WHERE d.kind = 'dispute'"
        )
        subjects = [one for one, label in told if wanted.casefold() in label.casefold()]
    on = "SELECT position, id FROM matched WHERE kind = 'dispute' AND subject = ?"
    return [one for _, one in sorted(row for each in subjects for row in connection.execute(on, (each,)))]


_MORE = {"value", "kind", "shown", "seen"}
"""The fields of a decision that stand together in one column, as JSON."""


def add_decisions(connection: sqlite3.Connection, added: Iterable[Decision]) -> tuple[Decision, ...]:
    """Append reviewers' decisions that are not there yet; none is ever changed or removed.

    Returns:
        those that stood there before, oldest first, as read in the same transaction: what
        somebody else decided meanwhile is among them.
    """
    before = decisions(connection)
    known = {one.id for one in before}
    new = {one.id: one for one in added if one.id not in known}
    if new:
        connection.executemany(
            'INSERT INTO decisions (target, verdict, "by", at, why, body) VALUES (?, ?, ?, ?, ?, ?)',
            [
                (one.target, one.verdict, one.by, one.at, one.why, one.model_dump_json(include=_MORE))
                for one in new.values()
            ],
        )
        custody.seal_all(connection, custody.DECISIONS)
    return before


def decisions(connection: sqlite3.Connection) -> tuple[Decision, ...]:
    """Return every decision, in the order in which they came in."""
    found = connection.execute('SELECT target, verdict, "by", at, why, body FROM decisions ORDER BY number')
    return tuple(
        Decision(target=t, verdict=v, by=b, at=a, why=w, **json.loads(body)) for t, v, b, a, w, body in found
    )


def decided(connection: sqlite3.Connection) -> int:
    """Return how many decisions there are; they are only ever added."""
    return int(connection.execute("SELECT count(*) FROM decisions").fetchone()[0])
