"""Which claims: by their words (FTS5) and by their columns.

Invariant: what a user types is only ever a bound parameter; in full-text search each word
is quoted, so no character of it is read as query syntax.
"""

import re
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.model import Act

_SPEAKERS = "c.id IN (SELECT claim FROM claim_speakers WHERE role = 'speaker' AND speaker IN ({}))"
_SPEAKER = """
    EXISTS (
        SELECT 1 FROM claim_speakers k JOIN speakers p ON p.source = c.source AND p.id = k.speaker
        WHERE k.claim = c.id AND k.role = 'speaker' AND (
            p.id = ? OR instr(folded(p.name), folded(?))
            OR EXISTS (SELECT 1 FROM json_each(p.body, '$.aliases') WHERE instr(folded(value), folded(?)))
        )
    )
"""
_SOURCE = """
    s.id = ? OR instr(folded(s.name), folded(?)) OR instr(folded(s.title), folded(?))
    OR instr(folded(s.publisher), folded(?))
"""
_TEXT = "c.number IN (SELECT rowid FROM claim_text WHERE claim_text MATCH ?)"
_WORDS = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What a claim must satisfy; None or an empty tuple asks nothing.

    Args:
        speakers: ids of speakers as stored, article by article; one of them must speak.
        speaker: an id, or a part of a speaker's name or alias.
        source: an id, or a part of a source's name, title or publisher.
        acts: one of these.
        text: words that must all occur; "quoted words" stand together, ``evacuat*`` is a beginning.
    """

    speakers: tuple[str, ...] | None = None
    speaker: str | None = None
    source: str | None = None
    acts: tuple[Act, ...] = ()
    text: str | None = None


def full_text_query(text: str) -> str:
    """Quote a user's words for FTS5; an empty string when nothing in them can be searched."""
    words: list[str] = []
    for phrase, word in _WORDS.findall(clean(text).replace("\0", " ")):
        wanted = phrase or word
        if not any(character.isalnum() for character in wanted):
            continue
        prefix = "*" if word.endswith("*") else ""
        words.append('"' + wanted.rstrip("*").replace('"', '""') + '"' + prefix)
    return " ".join(words)


def search(connection: sqlite3.Connection, text: str) -> list[str]:
    """Return the ids of the claims that hold all the words, best match first."""
    query = full_text_query(text)
    if not query:
        return []
    found = connection.execute(
        "SELECT claims.id FROM claim_text JOIN claims ON claims.number = claim_text.rowid"
        " WHERE claim_text MATCH ? ORDER BY bm25(claim_text), claims.id",
        (query,),
    )
    return [row[0] for row in found]


def matching_ids(connection: sqlite3.Connection, wanted: ClaimFilter) -> list[str]:
    """Return the ids of the claims that satisfy a filter, in reading order."""
    conditions = list(_conditions(wanted))
    where = " AND ".join(f"({condition})" for condition, _ in conditions) or "1"
    values = [value for _, bound in conditions for value in bound]
    found = connection.execute(
        "SELECT c.id FROM claims c JOIN sources s ON s.id = c.source"  # noqa: S608 - conditions are ours
        f' WHERE {where} ORDER BY s.name, s.id, c.start, c."end", c.id',
        values,
    )
    return [row[0] for row in found]


def _conditions(wanted: ClaimFilter) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each condition asked for, with the values to bind, one for every mark in it."""
    if wanted.speakers is not None:
        yield _SPEAKERS.format(_marks(wanted.speakers)), wanted.speakers
    if wanted.speaker is not None:
        yield _SPEAKER, (clean(wanted.speaker),) * 3
    if wanted.source is not None:
        yield _SOURCE, (clean(wanted.source),) * 4
    if wanted.acts:
        yield f"c.act IN ({_marks(wanted.acts)})", tuple(act.value for act in wanted.acts)
    if wanted.text is not None:
        query = full_text_query(wanted.text)
        yield (_TEXT, (query,)) if query else ("0", ())


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


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
    wanted = clean(identity)
    for condition, bound in (
        ("id = ?", (wanted,)),
        ("id >= ? AND id < ?", (wanted, wanted + chr(sys.maxunicode))),
    ):
        found = [
            (kind, row[0])
            for kind, read in _WITH_IDS.items()
            for row in connection.execute(f"{read.format(condition)} LIMIT 2", bound)
        ]
        if found or not wanted:
            break
    return found[:2]


def clean(text: str) -> str:
    """Replace what SQLite cannot hold: halves of characters, from a badly encoded command line."""
    return text.encode("utf-8", "replace").decode()
