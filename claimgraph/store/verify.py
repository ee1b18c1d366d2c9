"""What a database holds against what was put into it.

Two forms: the fast one compares hashes and is run whenever a case is opened; the full one
reads every span, every reference and every page of the file as well. Both only read.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from pydantic import ValidationError

from claimgraph.model import Claim, Flag, Source, Span
from claimgraph.store import custody, matches, proposals, schema
from claimgraph.store.sql import models

Check = Callable[[sqlite3.Connection], Iterator[str]]
"""Yields a line for every fault found, each saying what is wrong and where."""


def fast(connection: sqlite3.Connection) -> Iterator[str]:
    """Check pages and indexes, and compare tables, texts and rows with their hashes.

    It takes about a third of the time that reading everything takes (tests/benchmarks).
    """
    for check in (_tables, _file, _texts, _seals):
        yield from check(connection)


def full(connection: sqlite3.Connection) -> Iterator[str]:
    """Make every check there is.

    A check that the damage itself stops is a fault of its own; the others go on.
    """
    for check in (_tables, _file, _search, _texts, _seals, _references, _spans, _matched, _proposed):
        try:
            yield from check(connection)
        except (sqlite3.Error, ValidationError, ValueError) as error:
            told = str(error).splitlines()[0]
            yield f"{check.__name__.strip('_')}: cannot be checked to the end ({told})"


def _file(connection: sqlite3.Connection) -> Iterator[str]:
    """SQLite's own check of every page and index."""
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"SQLite: {' '.join(line.split())}"


def _search(connection: sqlite3.Connection) -> Iterator[str]:
    """The search index holds the words of the claims. Its own check counts as writing, and writes nothing."""
    if connection.execute("PRAGMA query_only").fetchone()[0]:
        return
    try:
        connection.execute("INSERT INTO claim_text (claim_text, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield f"the index of words is damaged ({error})"


def _tables(connection: sqlite3.Connection) -> Iterator[str]:
    """Tables, indexes and triggers are those that this version makes."""
    there, expected = _schema(connection), _expected()
    for name in sorted(there.keys() | expected.keys()):
        if there.get(name) != expected.get(name):
            what = "is missing" if name not in there else "is not claimgraph's own"
            yield f"the {' '.join(name)} {what if name in expected else 'does not belong there'}"


@cache
def _expected() -> Mapping[tuple[str, str], str | None]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        schema.migrate(connection)
        return _schema(connection)
    finally:
        connection.close()


def _schema(connection: sqlite3.Connection) -> dict[tuple[str, str], str | None]:
    """Return what makes the tables; SQLite's own, and those of its search, are its own affair."""
    found = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema"
        " WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'claim_text_%'"
    )
    return {(kind, name): sql for kind, name, sql in found}


def _texts(connection: sqlite3.Connection) -> Iterator[str]:
    """The text of every source is the one that was read."""
    found = connection.execute(
        "SELECT s.id, s.name, s.sha256, s.body, k.text_sha256 FROM sources s"
        " LEFT JOIN custody k ON k.source = s.id ORDER BY s.name, s.id"
    )
    for identity, name, sha256, body, kept in found:
        source = Source.model_validate_json(body)
        if kept is None:
            yield f"source {identity} ({name}): no record of its reading is kept"
        elif custody.sha256(source.text) != kept:
            yield f"source {identity} ({name}): its text is not the one that was read (the hash differs)"
        if (source.id, source.sha256) != (identity, sha256) or not _named(source):
            yield f"source {identity} ({name}): its id is not that of its name and hash"


def _named(source: Source) -> bool:
    return Source.make_id(source.name.rsplit("/", 1)[-1], source.sha256) == source.id


def _seals(connection: sqlite3.Connection) -> Iterator[str]:
    """The rows of every source, of the matching, the decisions and the reader are those that were written."""
    kept = connection.execute("SELECT source, seal FROM custody ORDER BY source").fetchall()
    for source, made in kept:
        if custody.of_source(connection, source) != made:
            yield f"source {source}: its rows were changed since they were written"
    for what, told in (
        (custody.MATCHING, "the disputes and what else was matched were changed since they were written"),
        (custody.DECISIONS, "the decisions were changed since they were written"),
        (custody.READER, "what a second reader was asked or answered was changed since it was written"),
    ):
        if custody.sealed(connection, what) != custody.of_all(connection, what):
            yield told


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    """What refers to another row refers to one that is there."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to one of {parent} that is not there"
    orphans = {
        "flags": "SELECT claim FROM flags WHERE claim NOT IN (SELECT id FROM claims)",
        "claims": "SELECT c.id FROM claim_speakers k JOIN claims c ON c.id = k.claim"
        " WHERE NOT EXISTS (SELECT 1 FROM speakers p WHERE p.source = c.source AND p.id = k.speaker)",
    }
    for table, query in orphans.items():
        for (identity,) in connection.execute(query):
            yield f"{table}: {identity} names a claim or speaker that is not there"


def _spans(connection: sqlite3.Connection) -> Iterator[str]:
    """Every claim stands where it says, and so does all that it points to."""
    found = connection.execute(
        "SELECT s.id, s.body, c.body FROM claims c JOIN sources s ON s.id = c.source ORDER BY s.id, c.id"
    )
    read: tuple[str, str] = ("", "")
    for identity, source, body in found:
        if read[0] != identity:
            read = (identity, Source.model_validate_json(source).text)
        claim = Claim.model_validate_json(body)
        if read[1][claim.start : claim.end] != claim.text:
            yield f"claim {claim.id}: its words do not stand at {claim.start}-{claim.end} of {identity}"
        outside = [span for span in _spans_of(claim) if not 0 <= span[0] <= span[1] <= len(read[1])]
        if outside:
            yield f"claim {claim.id}: {outside[0]} lies outside the text of {identity}"
    lengths = _lengths(connection)
    for source, body in connection.execute("SELECT source, body FROM flags ORDER BY source, position"):
        flag = Flag.model_validate_json(body)
        if flag.basis and not 0 <= flag.basis[0] <= flag.basis[1] <= lengths.get(source, -1):
            yield f"the flag on {flag.claim}: {flag.basis} lies outside the text of {source}"


def _spans_of(claim: Claim) -> Iterable[Span]:
    yield (claim.start, claim.end)
    yield from claim.content
    yield from (span for span in (claim.cue, claim.mention, claim.pointer and claim.pointer.words) if span)
    yield from (one.trigger for one in claim.propositions)
    yield from (quantity.span for quantity in claim.quantities)


def _lengths(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the length of the text of each article, by the ids of the article and of its claims."""
    found = {one.id: len(one.text) for one in models(connection, Source, "SELECT body FROM sources")}
    held = connection.execute("SELECT id, source FROM claims")
    return found | {claim: found[source] for claim, source in held if source in found}


def _matched(connection: sqlite3.Connection) -> Iterator[str]:
    """What was matched names claims that are there, unless articles came or went since."""
    if matches.pending(connection):
        return
    found = connection.execute(
        "SELECT DISTINCT kind, claim FROM matched_claims WHERE claim NOT IN (SELECT id FROM claims)"
    )
    for kind, claim in found:
        yield f"a {kind.replace('_', ' ')} names the claim {claim}, which is not there"
    lengths = _lengths(connection)
    for dispute in matches.load(connection).disputes:
        for claim, start, end in (span for reason in dispute.reasons for span in reason.spans):
            if not 0 <= start <= end <= lengths.get(claim, -1):
                yield f"dispute {dispute.id}: {start}-{end} lies outside the text of claim {claim}"


def _proposed(connection: sqlite3.Connection) -> Iterator[str]:
    """What a reader proposed names claims that are there, and words that stand in them."""
    if matches.pending(connection):
        return
    lengths = _lengths(connection)
    for one in proposals.load(connection):
        for claim, (start, end) in zip((one.a, one.b), one.words, strict=True):
            if not 0 <= start <= end <= lengths.get(claim, -1):
                yield f"a proposal names words that do not stand in the claim {claim}"
