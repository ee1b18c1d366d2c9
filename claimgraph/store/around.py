"""What was found of some claims, without reading the rest: all around them, or what stands beside them alone.

Invariants
    - Whatever is asked of one of the claims, of its article, or of a dispute in which it stands is answered
      ``around`` them as it is over everything.
    - ``beside`` them their articles, speakers, subjects, flags, agreements and disputes are those of
      everything. Other claims are there only where these refer to them.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from claimgraph.model import Claim, Collection, Findings, Flag, Matching, Source, subject_by_claim
from claimgraph.store import articles, matches, places, united
from claimgraph.store.sql import firsts, models

Others = Literal["absent", "named", "whole"]
"""How the claims are told that those asked for agree with, are disputed by or stand within.

Not at all; by name, all that a single claim is shown with: speakers without aliases, articles without text
but for those of the claims asked for, of which the paragraphs are there in which these stand; or whole.
"""

_REFERRED = ("dispute", "update", "agreement", "lead")
"""Kinds of rows whose other claims are told as well."""
_BESIDE = ("agreement", "dispute", "flag", "subject", "update")
"""Kinds of rows that are told of single claims."""
_IN_SOURCE = "SELECT body FROM claims WHERE source = ?"
_FLAGS = "SELECT body FROM flags WHERE source = ?"
_WHOLE = "SELECT body FROM sources WHERE id = ?"
_NAMED = (
    "SELECT json_set(json_remove(body, '$.blocks', '$.markup', '$.credits'), '$.text', '')"
    " FROM sources WHERE id = ?"
)


def around(connection: sqlite3.Connection, claims: Sequence[str]) -> Findings:
    """Return the articles of some claims, of what they agree with or are disputed by, and what was matched.

    Args:
        claims: their ids; those that are not there are passed over.
    """
    told = _by_id(connection, [*claims, *_referred(connection, _placed(connection, claims))])
    known: dict[str, Claim] = {}
    for source in _sources(told):
        known |= {one.id: one for one in models(connection, Claim, _IN_SOURCE, source)}
    rows = _placed(connection, known)
    beyond = _by_id(connection, [one for one in _referred(connection, rows) if one not in known])
    known |= beyond
    matching = matches.rows(connection, [*rows, *_placed(connection, beyond, ("subject",))])
    read = [_source(connection, one, (), "whole") for one in _sources(known)]
    collection = _collected(connection, read, known.values(), matching)
    flags = tuple(
        flag
        for one in collection.sources
        for flag in models(connection, Flag, f"{_FLAGS} ORDER BY position", one.id)
        if flag.claim in known
    )
    return Findings(collection=collection.model_copy(update={"flags": flags}), matching=matching)


def beside(connection: sqlite3.Connection, asked: Sequence[str], others: Others) -> Findings:
    """Return some claims with what was last matched of them, and no more.

    Args:
        asked: their ids; those that are not there are passed over.
        others: how the claims are told to which these refer.
    """
    held = _by_id(connection, asked)
    rows = _placed(connection, held, _BESIDE)
    known = dict(held)
    if others != "absent":
        known |= _by_id(connection, [one for one in _referred(connection, rows) if one not in known])
        known |= _nested(connection, held.values())
    if others == "whole":
        rows = sorted({*rows, *_placed(connection, known, ("subject",))})
    matching = matches.rows(connection, rows)
    read = [_source(connection, one, held.values(), others) for one in _sources(known)]
    collection = _collected(connection, read, known.values(), matching, named=others == "named")
    flags = tuple(
        flag
        for one in held.values()
        for flag in models(connection, Flag, f"{_FLAGS} AND claim = ? ORDER BY position", one.source, one.id)
    )
    return Findings(collection=collection.model_copy(update={"flags": flags}), matching=matching)


def _collected(
    connection: sqlite3.Connection,
    sources: Iterable[Source],
    claims: Iterable[Claim],
    matching: Matching,
    *,
    named: bool = False,
) -> Collection:
    """Return articles and claims in the order of all, with canonical speakers and subjects; no flags.

    ``named``: speakers are told by name only.
    """
    homes = united.homes(connection, (who for one in claims for who in (*one.speakers, *one.via)))
    subject = subject_by_claim(matching.subjects)
    copies = places.copies(connection)
    read = [articles.with_copies(one, copies) for one in sorted(sources, key=lambda one: (one.name, one.id))]
    order = {one.id: place for place, one in enumerate(read)}
    said = [_spoken(one, homes, subject) for one in claims]
    said.sort(key=lambda one: (order[one.source], one.start, one.end, one.id))
    who = {one for claim in said for one in (*claim.speakers, *claim.via)}
    sides = {one.target for one in said if one.target}
    speakers = united.voices(connection, who) if named else united.speakers(connection, who, sides)
    return Collection(sources=tuple(read), speakers=speakers, claims=tuple(said))


def _spoken(claim: Claim, homes: Mapping[str, str], subject: Mapping[str, str]) -> Claim:
    """Return a claim with the canonical ids of its speakers, and its subject."""
    changes: dict[str, object] = {
        role: tuple(dict.fromkeys(homes.get(one, one) for one in getattr(claim, role)))
        for role in ("speakers", "via")
    }
    if claim.id in subject:
        changes["subject"] = subject[claim.id]
    return claim.model_copy(update=changes)


def _by_id(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Claim]:
    """Return the claims with these ids; those that are not there are passed over."""
    read = "SELECT body FROM claims WHERE id = ?"
    return {one: claim for one in dict.fromkeys(ids) for claim in models(connection, Claim, read, one)}


def _sources(claims: Mapping[str, Claim]) -> set[str]:
    return {one.source for one in claims.values()}


def _nested(connection: sqlite3.Connection, claims: Iterable[Claim]) -> dict[str, Claim]:
    """Return the claims that some are told within, and those told within them."""
    found: dict[str, Claim] = {}
    within = f"{_IN_SOURCE} AND json_extract(body, '$.parent') = ?"
    for one in claims:
        if one.parent:
            found |= _by_id(connection, (one.parent,))
        found |= {other.id: other for other in models(connection, Claim, within, one.source, one.id)}
    return found


def _source(connection: sqlite3.Connection, identity: str, asked: Iterable[Claim], others: Others) -> Source:
    """Return an article, by name with no more of it than the claims asked for stand in."""
    own = [one for one in asked if one.source == identity]
    (body,) = firsts(connection, _NAMED if others == "named" and not own else _WHOLE, identity)
    if others != "named" or not own:
        return Source.model_validate_json(body)
    read = json.loads(body)
    read["blocks"] = [block for block in read["blocks"] if any(_holds(block, one) for one in own)]
    return Source.model_validate(read)


def _holds(block: Mapping[str, int], claim: Claim) -> bool:
    return block["start"] < max(claim.end, claim.start + 1) and block["end"] > claim.start


def _placed(
    connection: sqlite3.Connection, claims: Iterable[str], kinds: Sequence[str] = ()
) -> list[tuple[str, int]]:
    """Return the places, among what was matched, of the rows in which some claims stand."""
    read = "SELECT DISTINCT kind, position FROM matched_claims WHERE claim = ?"
    found = {(kind, place) for one in claims for kind, place in connection.execute(read, (one,))}
    return sorted(one for one in found if not kinds or one[0] in kinds)


def _referred(connection: sqlite3.Connection, rows: Iterable[tuple[str, int]]) -> list[str]:
    """Return the claims of the rows that oppose or liken claims, each once."""
    read = "SELECT claim FROM matched_claims WHERE kind = ? AND position = ? ORDER BY side, claim"
    found = [claim for row in rows if row[0] in _REFERRED for claim in firsts(connection, read, *row)]
    return list(dict.fromkeys(found))
