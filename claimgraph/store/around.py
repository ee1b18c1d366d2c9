"""What stands around some claims, without reading the rest: their articles, and all that was matched there.

Invariant: whatever is asked of one of the claims, of its article, or of a dispute in which it stands is
answered here as it is over everything.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimgraph.model import Claim, Collection, Findings, Flag, Matching, Source, subject_by_claim
from claimgraph.store import articles, matches, united

_REFERRED = ("dispute", "update", "agreement", "lead")
"""Kinds of rows whose other claims are told as well."""


def around(
    connection: sqlite3.Connection, claims: Sequence[str], copies: Mapping[str, Sequence[tuple[str, str]]]
) -> Findings:
    """Return the articles of some claims, of what they agree with or are disputed by, and what was matched.

    Args:
        connection: the database, in a transaction.
        claims: their ids; those that are not there are passed over.
        copies: the other places of each article.
    """
    rows = placed(connection, claims)
    told = [*claims, *referred(connection, rows)]
    sources = set(_sources_of(connection, told))
    held = _claims_in(connection, sources)
    rows = placed(connection, [one.id for one in held])
    known = {one.id for one in held}
    beyond = [one for one in referred(connection, rows) if one not in known]
    held += claims_of(connection, beyond)
    sources |= {one.source for one in held}
    kept = matches.rows(connection, [*rows, *placed(connection, beyond, ("subject",))])
    read = [articles.with_copies(_source(connection, one), copies) for one in sources]
    collection = collected(connection, read, held, kept)
    ids = {one.id for one in held}
    flags = (flag for one in collection.sources for flag in _flags(connection, one.id) if flag.claim in ids)
    return Findings(collection=collection.model_copy(update={"flags": tuple(flags)}), matching=kept)


def collected(
    connection: sqlite3.Connection,
    sources: Iterable[Source],
    claims: Sequence[Claim],
    matching: Matching,
    *,
    named: bool = False,
) -> Collection:
    """Return articles and claims in the order of all, with canonical speakers and subjects; no flags.

    Args:
        connection: the database, in a transaction.
        sources: the articles of the claims, as they are told.
        claims: as they were extracted.
        matching: what was matched of them, with their subjects.
        named: whether speakers are told by name only.
    """
    homes = united.homes(connection, (who for one in claims for who in (*one.speakers, *one.via)))
    subject = subject_by_claim(matching.subjects)
    read = sorted(sources, key=lambda one: (one.name, one.id))
    order = {one.id: place for place, one in enumerate(read)}
    said = [_spoken(one, homes, subject) for one in claims]
    said.sort(key=lambda one: (order[one.source], one.start, one.end, one.id))
    who = {one for claim in said for one in (*claim.speakers, *claim.via)}
    sides = {one.target for one in said if one.target}
    speakers = united.voices(connection, who) if named else united.speakers(connection, who, sides)
    return Collection(sources=tuple(read), speakers=speakers, claims=tuple(said))


def _source(connection: sqlite3.Connection, identity: str) -> Source:
    (body,) = connection.execute("SELECT body FROM sources WHERE id = ?", (identity,)).fetchone()
    return Source.model_validate_json(body)


def _spoken(claim: Claim, homes: Mapping[str, str], subject: Mapping[str, str]) -> Claim:
    """Return a claim with the canonical ids of its speakers, and its subject."""
    changes: dict[str, object] = {
        role: tuple(dict.fromkeys(homes.get(one, one) for one in getattr(claim, role)))
        for role in ("speakers", "via")
    }
    if claim.id in subject:
        changes["subject"] = subject[claim.id]
    return claim.model_copy(update=changes)


def _flags(connection: sqlite3.Connection, source: str) -> Iterator[Flag]:
    found = connection.execute("SELECT body FROM flags WHERE source = ? ORDER BY position", (source,))
    return (Flag.model_validate_json(body) for (body,) in found)


def _sources_of(connection: sqlite3.Connection, claims: Iterable[str]) -> Iterator[str]:
    for one in claims:
        row = connection.execute("SELECT source FROM claims WHERE id = ?", (one,)).fetchone()
        if row is not None:
            yield row[0]


def _claims_in(connection: sqlite3.Connection, sources: Iterable[str]) -> list[Claim]:
    return [
        Claim.model_validate_json(body)
        for one in sources
        for (body,) in connection.execute("SELECT body FROM claims WHERE source = ?", (one,))
    ]


def claims_of(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Claim]:
    """Return the claims with these ids; those that are not there are passed over."""
    found = (connection.execute("SELECT body FROM claims WHERE id = ?", (one,)).fetchone() for one in ids)
    return [Claim.model_validate_json(row[0]) for row in found if row is not None]


def placed(
    connection: sqlite3.Connection, claims: Iterable[str], kinds: Sequence[str] = ()
) -> list[tuple[str, int]]:
    """Return the places, among what was matched, of the rows in which some claims stand."""
    read = "SELECT DISTINCT kind, position FROM matched_claims WHERE claim = ?"
    found = {(kind, place) for one in claims for kind, place in connection.execute(read, (one,))}
    return sorted(one for one in found if not kinds or one[0] in kinds)


def referred(connection: sqlite3.Connection, rows: Iterable[tuple[str, int]]) -> list[str]:
    """Return the claims of the rows that oppose or liken claims, each once."""
    read = "SELECT claim FROM matched_claims WHERE kind = ? AND position = ? ORDER BY side, claim"
    return list(
        dict.fromkeys(
            claim for row in rows if row[0] in _REFERRED for (claim,) in connection.execute(read, row)
        )
    )
