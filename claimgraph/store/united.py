"""Who is who over all articles, as it stood when they were last matched.

Invariants
    - It is replaced whole, with the matching, in one transaction.
    - It tells nothing of what came in since: ``around`` is asked only while nothing has.
"""

import sqlite3
from collections.abc import Iterable, Mapping

from claimgraph.lexicon.characters import writable
from claimgraph.lexicon.sides import slug
from claimgraph.model import Speaker
from claimgraph.store.sql import firsts, holds, models


def save(connection: sqlite3.Connection, united: Mapping[str, Speaker]) -> None:
    """Replace what is kept by these: the canonical speaker of each speaker of an article, by its id."""
    connection.execute("DELETE FROM united")
    connection.execute("DELETE FROM canonical")
    canonical = {one.id: one for one in united.values()}
    connection.executemany(
        "INSERT INTO canonical VALUES (?, ?, ?, ?)",
        [
            (one.id, place, one.side if one.side == slug(one.name) else None, one.model_dump_json())
            for place, one in enumerate(canonical.values())
        ],
    )
    connection.executemany(
        "INSERT INTO united VALUES (?, ?)", [(identity, one.id) for identity, one in united.items()]
    )


def is_kept(connection: sqlite3.Connection) -> bool:
    """Tell whether anybody was kept."""
    return holds(connection, "SELECT 1 FROM canonical UNION ALL SELECT 1 FROM united LIMIT 1")


def load(connection: sqlite3.Connection) -> dict[str, Speaker]:
    """Return the canonical speaker of each speaker of an article, as last matched; empty if not kept."""
    canonical = {one.id: one for one in models(connection, Speaker, "SELECT body FROM canonical")}
    found = connection.execute(
        "SELECT u.id, c.id FROM united u JOIN canonical c ON c.id = u.canonical ORDER BY c.position, u.id"
    )
    return {identity: canonical[home] for identity, home in found}


def homes(connection: sqlite3.Connection, local: Iterable[str]) -> dict[str, str]:
    """Return the id of the canonical speaker of each of some speakers of articles."""
    read = "SELECT canonical FROM united WHERE id = ?"
    return {one: home for one in set(local) for home in firsts(connection, read, one)}


def speakers(
    connection: sqlite3.Connection, canonical: Iterable[str], sides: Iterable[str]
) -> tuple[Speaker, ...]:
    """Return some canonical speakers, whom they speak for, and who bears their sides or these, in order."""
    found: dict[int, Speaker] = {}
    by_id = "SELECT position, body FROM canonical WHERE id = ?"
    by_side = "SELECT position, body FROM canonical WHERE bears = ?"
    wanted = [*((by_id, one) for one in canonical), *((by_side, one) for one in sides)]
    asked: set[tuple[str, str]] = set()
    while wanted:
        question = wanted.pop()
        if question in asked:
            continue
        asked.add(question)
        for position, body in connection.execute(question[0], (question[1],)):
            found[position] = one = Speaker.model_validate_json(body)
            wanted += [(by_id, one.spokesperson_of)] if one.spokesperson_of else []
            wanted += [(by_side, one.side)] if one.side else []
    return tuple(found[position] for position in sorted(found))


def voices(connection: sqlite3.Connection, canonical: Iterable[str]) -> tuple[Speaker, ...]:
    """Return some canonical speakers, in order, without their aliases and what these rest on."""
    read = "SELECT position, json_remove(body, '$.aliases', '$.evidence') FROM canonical WHERE id = ?"
    found = [row for one in canonical for row in connection.execute(read, (one,))]
    return tuple(Speaker.model_validate_json(body) for _, body in sorted(found))


def speaking(connection: sqlite3.Connection, wanted: str) -> set[str]:
    """Return the claims of whoever has this id, or this as part of a name or alias, as last matched."""
    read = (
        "SELECT k.claim FROM united u JOIN claim_speakers k ON k.speaker = u.id AND k.role = 'speaker'"
        " WHERE u.canonical IN (SELECT id FROM canonical"
        " WHERE id = ?1 OR instr(folded(json_extract(body, '$.name')), folded(?1))"
        " OR EXISTS (SELECT 1 FROM json_each(body, '$.aliases') WHERE instr(folded(value), folded(?1))))"
    )
    return set(firsts(connection, read, writable(wanted)))
