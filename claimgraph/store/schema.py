"""The tables, as numbered migrations, and the one function that applies them.

Invariants
    - ``user_version`` is the number of migrations applied; each is applied in a transaction
      of its own, so a database is always at exactly one version.
    - A migration that was released is never edited; a change is a new one at the end.
    - ``decisions`` only ever grows: triggers refuse every UPDATE and DELETE.
"""

import sqlite3
from collections.abc import Sequence

from claimgraph.store.sql import transaction

APPLICATION_ID = 0x436C4772
"""Marks the file as ours ("ClGr"), so that another program's database is never written to."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, location TEXT, sha256 TEXT NOT NULL, recipe TEXT NOT NULL,
    own_date TEXT NOT NULL, title TEXT, publisher TEXT, published TEXT, body TEXT NOT NULL
) STRICT;
CREATE INDEX sources_location ON sources (location);

CREATE TABLE speakers (
    source TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE, id TEXT NOT NULL,
    name TEXT NOT NULL, kind TEXT NOT NULL, side TEXT, body TEXT NOT NULL,
    PRIMARY KEY (source, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX speakers_id ON speakers (id);

CREATE TABLE subjects (
    source TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE, id TEXT NOT NULL,
    label TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (source, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX subjects_id ON subjects (id);

CREATE TABLE claims (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, act TEXT NOT NULL, polarity TEXT NOT NULL,
    subject TEXT, said TEXT, text TEXT NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX claims_source ON claims (source, start);
CREATE INDEX claims_subject ON claims (subject);
CREATE INDEX claims_act ON claims (act);

CREATE TABLE claim_speakers (
    claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('speaker', 'via')), speaker TEXT NOT NULL,
    PRIMARY KEY (claim, role, speaker)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_speakers_speaker ON claim_speakers (speaker, role);

CREATE TABLE flags (
    source TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    claim TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (source, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE claim_text USING fts5 (
    text, content = 'claims', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER claims_added AFTER INSERT ON claims BEGIN
    INSERT INTO claim_text (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER claims_removed AFTER DELETE ON claims BEGIN
    INSERT INTO claim_text (claim_text, rowid, text) VALUES ('delete', old.number, old.text);
END;

CREATE TABLE changes (source TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE matched (
    kind TEXT NOT NULL, position INTEGER NOT NULL, id TEXT, label TEXT, subject TEXT, body TEXT NOT NULL,
    PRIMARY KEY (kind, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE matched_claims (
    kind TEXT NOT NULL, position INTEGER NOT NULL, side INTEGER NOT NULL, claim TEXT NOT NULL,
    PRIMARY KEY (kind, position, side, claim),
    FOREIGN KEY (kind, position) REFERENCES matched (kind, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX matched_claims_claim ON matched_claims (claim);

CREATE TABLE decisions (
    number INTEGER PRIMARY KEY, target TEXT NOT NULL, verdict TEXT NOT NULL,
    "by" TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_target ON decisions (target);
CREATE TRIGGER decisions_kept BEFORE UPDATE ON decisions BEGIN
    SELECT RAISE (ABORT, 'decisions are append-only');
END;
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN
    SELECT RAISE (ABORT, 'decisions are append-only');
END;
"""

_CUSTODY = """
CREATE TABLE custody (
    source TEXT PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
    text_sha256 TEXT NOT NULL, read_at TEXT, reader TEXT NOT NULL, model TEXT NOT NULL,
    rules TEXT NOT NULL, seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
"""What is kept of the reading of every source (``custody``); the hash of its bytes is in ``sources``."""

_SUBJECTS_MATCHED = """
DROP INDEX claims_subject;
ALTER TABLE claims DROP COLUMN subject;
DROP TABLE subjects;
DELETE FROM matched;
DELETE FROM meta WHERE key = 'matched_by';
DELETE FROM claims;
DELETE FROM speakers;
DELETE FROM flags;
UPDATE sources SET recipe = 'outdated';
"""
"""What a claim is about is known once it was matched: its subject stands among the matched rows.

Claims hold other fields than before. The articles stand in the database whole, and are read again
when it is opened (``Store.outdated``).
"""

_SEEN = """
ALTER TABLE decisions ADD COLUMN body TEXT NOT NULL DEFAULT '{}';
DELETE FROM meta WHERE key = 'seal of the decisions';
"""
"""What a reviewer saw stands with the decision; these are sealed anew when the case is opened."""

_PLACES = """
CREATE TABLE places (
    location TEXT PRIMARY KEY, name TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX places_source ON places (source);
"""
"""Where else an article lies, byte by byte the same: it is one article all the same."""

_READER = """
CREATE TABLE reader_prompts (
    hash TEXT PRIMARY KEY, version TEXT NOT NULL, claims TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE reader_answers (
    prompt TEXT NOT NULL REFERENCES reader_prompts (hash) ON DELETE CASCADE, model TEXT NOT NULL,
    at TEXT NOT NULL, answer TEXT, dropped TEXT NOT NULL,
    PRIMARY KEY (prompt, model)
) STRICT, WITHOUT ROWID;
CREATE TABLE proposals (
    prompt TEXT NOT NULL, model TEXT NOT NULL, position INTEGER NOT NULL,
    a TEXT NOT NULL, b TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (prompt, model, position),
    FOREIGN KEY (prompt, model) REFERENCES reader_answers (prompt, model) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
"""
"""What a second reader was asked, what it answered, and what of that was believed (``proposals``)."""

_UNITED = """
CREATE TABLE canonical (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, bears TEXT, body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX canonical_bears ON canonical (bears);
CREATE TABLE united (id TEXT PRIMARY KEY, canonical TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX united_canonical ON united (canonical);
CREATE INDEX matched_id ON matched (id);
"""
"""Who is who over all articles, kept with the matching: one thing is looked up without reading all.

``bears`` is the side that a speaker has his name from, as a state has, and by which it is called.
"""

_ASKED = """
CREATE INDEX matched_subject ON matched (kind, subject, id);
"""
"""The disputes on one subject are found without reading all of them."""

MIGRATIONS: tuple[str, ...] = (_TABLES, _CUSTODY, _SUBJECTS_MATCHED, _SEEN, _PLACES, _READER, _UNITED, _ASKED)
"""The script that takes a database from version n to n + 1 stands at position n."""


def version(connection: sqlite3.Connection) -> int:
    """Return how many migrations the database has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Apply the migrations that are missing, each in a transaction of its own.

    The version is read again inside the transaction: of two processes that open a new
    file together, the second finds the work done.

    Raises:
        sqlite3.Error: a script fails; its transaction is undone.
    """
    while version(connection) < len(migrations):
        with transaction(connection, "BEGIN IMMEDIATE"):
            done = version(connection)
            if done < len(migrations):
                for statement in statements(migrations[done]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {done + 1}")


def statements(script: str) -> list[str]:
    """Split a script into statements (``executescript`` would end the open transaction)."""
    found: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return [*found, pending.strip()] if pending.strip() else found
