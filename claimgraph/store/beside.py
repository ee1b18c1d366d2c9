"""What stands beside some claims, and no more: what is asked of single claims, in as few rows as answer it.

Invariant: of the claims asked for, their articles, speakers, subjects, flags, agreements and disputes are
those of everything. Other claims are there only where these refer to them.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from claimgraph.model import Claim, Findings, Flag, Source
from claimgraph.store import articles, matches
from claimgraph.store.around import claims_of, collected, placed, referred

Others = Literal["absent", "named", "whole"]
"""How the claims are told that those asked for agree with, are disputed by or stand within.

Not at all; by name, all that a single claim is shown with: speakers without aliases, articles without text
but for those of the claims asked for, of which the paragraphs are there in which these stand; or whole.
"""

_KINDS = ("agreement", "dispute", "flag", "subject", "update")
_WITHIN = "SELECT body FROM claims WHERE source = ? AND json_extract(body, '$.parent') = ?"
_FLAGS = "SELECT body FROM flags WHERE source = ? AND claim = ? ORDER BY position"
_WHOLE = "SELECT body FROM sources WHERE id = ?"
_NAMED = (
    "SELECT json_set(json_remove(body, '$.blocks', '$.markup', '$.credits'), '$.text', '')"
    " FROM sources WHERE id = ?"
)


def beside(
    connection: sqlite3.Connection,
    asked: Sequence[str],
    copies: Mapping[str, Sequence[tuple[str, str]]],
    others: Others,
) -> Findings:
    """Return some claims with what was found of them.

    Args:
        connection: the database, in a transaction.
        asked: their ids; those that are not there are passed over.
        copies: the other places of each article.
        others: how the claims are told to which these refer.
    """
    held = _by_id(connection, asked)
    rows = placed(connection, held, _KINDS)
    known = dict(held)
    if others != "absent":
        known |= _by_id(connection, [one for one in referred(connection, rows) if one not in known])
        known |= _nested(connection, tuple(held.values()))
    if others == "whole":
        rows = sorted({*rows, *placed(connection, known, ("subject",))})
    matching = matches.rows(connection, rows)
    read = [
        articles.with_copies(_source(connection, identity, held.values(), others), copies)
        for identity in {one.source for one in known.values()}
    ]
    flags = [
        Flag.model_validate_json(body)
        for one in held.values()
        for (body,) in connection.execute(_FLAGS, (one.source, one.id))
    ]
    told = collected(connection, read, list(known.values()), matching, named=others == "named")
    return Findings(collection=told.model_copy(update={"flags": tuple(flags)}), matching=matching)


def _by_id(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Claim]:
    return {one.id: one for one in claims_of(connection, dict.fromkeys(ids))}


def _nested(connection: sqlite3.Connection, claims: Iterable[Claim]) -> dict[str, Claim]:
    """Return the claims that some are told within, and those told within them."""
    found: dict[str, Claim] = {}
    for one in claims:
        if one.parent:
            found |= _by_id(connection, (one.parent,))
        for (body,) in connection.execute(_WITHIN, (one.source, one.id)):
            within = Claim.model_validate_json(body)
            found[within.id] = within
    return found


def _source(connection: sqlite3.Connection, identity: str, asked: Iterable[Claim], others: Others) -> Source:
    """Return an article, by name with no more of it than the claims asked for stand in."""
    own = [one for one in asked if one.source == identity]
    if others == "named" and not own:
        return Source.model_validate_json(connection.execute(_NAMED, (identity,)).fetchone()[0])
    body = connection.execute(_WHOLE, (identity,)).fetchone()[0]
    if others != "named":
        return Source.model_validate_json(body)
    read = json.loads(body)
    read["blocks"] = [block for block in read["blocks"] if any(_holds(block, one) for one in own)]
    return Source.model_validate(read)


def _holds(block: Mapping[str, int], claim: Claim) -> bool:
    return block["start"] < max(claim.end, claim.start + 1) and block["end"] > claim.start
