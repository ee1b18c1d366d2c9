"""Which claims: by their words (FTS5) and by their columns.

Invariant: what a user types is only ever a bound parameter; in full-text search each word
is quoted, so no character of it is read as query syntax.
"""

import re
import sqlite3
import sys

from claimgraph.errors import NotFoundError
from claimgraph.lexicon.characters import writable
from claimgraph.model import Claim, Source
from claimgraph.store.sql import Held, firsts

_SOURCE = """
    s.id = :source OR instr(folded(s.name), folded(:source)) OR instr(folded(s.title), folded(:source))
    OR instr(folded(s.publisher), folded(:source))
"""
_TEXT = "c.number IN (SELECT rowid FROM claim_text WHERE claim_text MATCH :query)"
_WORDS = re.compile(r'"([^"]*)"|(\S+)')


def full_text_query(text: str) -> str:
    """Quote a user's words for FTS5; an empty string when nothing in them can be searched."""
    words: list[str] = []
    for phrase, word in _WORDS.findall(writable(text).replace("\0", " ")):
        wanted = phrase or word
        if not any(character.isalnum() for character in wanted):
            continue
        prefix = "*" if word.endswith("*") else ""
        words.append('"' + wanted.rstrip("*").replace('"', '""') + '"' + prefix)
    return " ".join(words)


def claim_ids(
    connection: sqlite3.Connection, *, source: str | None = None, text: str | None = None
) -> list[str]:
    """Return the ids of the claims that satisfy what is asked, in reading order; None asks nothing.

    Args:
        source: an id, or a part of a source's name, title or publisher.
        text: words that must all occur; "quoted words" stand together, ``evacuat*`` is a beginning.
    """
    conditions, bound = [], {}
    if source is not None:
        conditions.append(f"({_SOURCE})")
        bound["source"] = writable(source)
    if text is not None:
        conditions.append(_TEXT)
        bound["query"] = full_text_query(text)
        if not bound["query"]:
            return []
    found = connection.execute(
        "SELECT c.id FROM claims c JOIN sources s ON s.id = c.source"  # noqa: S608 - conditions are ours
        f' WHERE {" AND ".join(conditions) or "1"} ORDER BY s.name, s.id, c.start, c."end", c.id',
        bound,
    )
    return [row[0] for row in found]


def claim(connection: sqlite3.Connection, claim_id: str) -> Claim:
    """Return a claim by its id, or by the beginning of it when that is unique.

    Raises:
        NotFoundError: there is none, or several.
    """
    return _one(connection, Claim, "claim", claim_id)


def source(connection: sqlite3.Connection, source_id: str) -> Source:
    """Return a source by its id, or by the beginning of it when that is unique.

    Raises:
        NotFoundError: there is none, or several.
    """
    return _one(connection, Source, "source", source_id)


def _one(connection: sqlite3.Connection, model: type[Held], what: str, wanted: str) -> Held:
    low = writable(wanted)
    read = f"SELECT id, body FROM {what}s WHERE id >= ? AND id < ? ORDER BY id LIMIT 2"  # noqa: S608
    rows = connection.execute(read, (low, low + chr(sys.maxunicode))).fetchall()
    if not rows or not low:
        raise NotFoundError(f"no {what} {wanted}; `claimgraph {what}s` lists them")
    if len(rows) > 1 and rows[0][0] != low:
        raise NotFoundError(f"several {what}s begin with {wanted}; give more of the id")
    return model.model_validate_json(rows[0][1])


_WITH_IDS = {
    "claim": "SELECT id FROM claims WHERE {}",
    "source": "SELECT id FROM sources WHERE {}",
    "speaker": "SELECT id FROM canonical WHERE {}",
    "dispute": "SELECT id FROM matched WHERE kind = 'dispute' AND {}",
    "update": "SELECT id FROM matched WHERE kind = 'update' AND {}",
    "subject": "SELECT id FROM matched WHERE kind = 'subject' AND {}",
}
"""What has an id that a user may give."""


def things(connection: sqlite3.Connection, identity: str) -> list[tuple[str, str]]:
    """Return the kind and id of the thing with an id, or of two at most whose ids begin so."""
    wanted = writable(identity)
    for condition, bound in (
        ("id = ?", (wanted,)),
        ("id >= ? AND id < ?", (wanted, wanted + chr(sys.maxunicode))),
    ):
        found = [
            (kind, one)
            for kind, read in _WITH_IDS.items()
            for one in firsts(connection, f"{read.format(condition)} LIMIT 2", *bound)
        ]
        if found or not wanted:
            break
    return found[:2]
