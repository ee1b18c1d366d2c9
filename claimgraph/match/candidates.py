"""Which pairs of claims are worth comparing: those that share a rare key.

Every claim gets keys (event types with what they happened to, kinds of figures, content
words). Its rarest keys are kept and claims joined on them; a key that too many claims share
is cut off at ``CAP`` claims, and the pairs this leaves out are counted, never hidden.

Small collections are joined in plain Python, large ones in SQL by DuckDB, in memory: loading
DuckDB takes longer than joining a thousand claims. Both give the same pairs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimgraph.match.incompatible import answer_keys
from claimgraph.match.likeness import kin_groups
from claimgraph.match.nodes import Context, Node, classes
from claimgraph.match.spared import place_keys
from claimgraph.model import DISPUTABLE_ACTS

RAREST = 8
"""Keys kept for one claim, the rarest first."""
CAP = 60
"""Claims of one key that are paired; the rest of such a key is dropped and counted."""
SMALL = 60_000
"""Keys up to which plain Python is as fast as starting DuckDB: those of some five thousand claims."""

Row = tuple[str, str]
"""A claim's id and one of its keys."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of claim ids, smaller first, and how many pairs the cap left out."""

    pairs: tuple[tuple[str, str], ...]
    dropped: int


def candidates(context: Context) -> Candidates:
    """Return the pairs of disputable claims that share one of their rarest keys."""
    rows = [
        (node.id, key)
        for node in context.nodes.values()
        if node.claim.act in DISPUTABLE_ACTS
        for key in sorted(keys(node, context))
    ]
    return joined(rows) if len(rows) <= SMALL else joined_in_sql(rows)


def joined(rows: Sequence[Row]) -> Candidates:
    """Join claims on their rarest keys, in plain Python."""
    claims: dict[str, list[str]] = {}
    for claim, key in rows:
        claims.setdefault(key, []).append(claim)
    ranked: dict[str, list[tuple[int, str]]] = {}
    for key, sharing in claims.items():
        if len(sharing) > 1:
            for claim in sorted(sharing)[:CAP]:
                ranked.setdefault(claim, []).append((len(sharing), key))
    chosen: dict[str, list[str]] = {}
    for claim, sizes in sorted(ranked.items()):
        for _, key in sorted(sizes)[:RAREST]:
            chosen.setdefault(key, []).append(claim)
    pairs = {pair for sharing in chosen.values() for pair in combinations(sharing, 2)}
    dropped = sum(_pairs_of(len(one)) - _pairs_of(CAP) for one in claims.values() if len(one) > CAP)
    return Candidates(tuple(sorted(pairs)), dropped)


def _pairs_of(size: int) -> int:
    return size * (size - 1) // 2


def joined_in_sql(rows: Sequence[Row]) -> Candidates:
    """Join claims on their rarest keys, set-based, in SQL."""
    import duckdb  # noqa: PLC0415 - half a second to import, needed for large collections only
    import pandas as pd  # noqa: PLC0415

    connection = duckdb.connect(":memory:", config={"threads": 1})
    connection.register("keys", pd.DataFrame(rows, columns=["claim", "key"]))
    pairs = connection.execute(PAIRS, {"rarest": RAREST, "cap": CAP}).fetchall()
    left_out = connection.execute(DROPPED, {"cap": CAP}).fetchall()
    connection.close()
    return Candidates(tuple((str(a), str(b)) for a, b in pairs), int(left_out[0][0] or 0))


RANKED = """
    counted AS (SELECT claim, key, count(*) OVER (PARTITION BY key) AS size,
                       row_number() OVER (PARTITION BY key ORDER BY claim) AS place FROM keys),
    chosen AS (SELECT claim, key FROM counted WHERE size > 1 AND place <= $cap
               QUALIFY row_number() OVER (PARTITION BY claim ORDER BY size, key) <= $rarest)
"""
PAIRS = f"""
    WITH {RANKED}
    SELECT DISTINCT a.claim, b.claim FROM chosen a JOIN chosen b ON a.key = b.key AND a.claim < b.claim
    ORDER BY 1, 2
"""  # noqa: S608 - constants of this module only
DROPPED = """
    SELECT sum(size * (size - 1) // 2 - $cap * ($cap - 1) // 2)
    FROM (SELECT count(*) AS size FROM keys GROUP BY key) WHERE size > $cap
"""


def keys(node: Node, context: Context) -> frozenset[str]:
    """Return the keys of one claim; a pronoun brings the words of what its speaker said before it."""
    words = node.specific | context.meant(node)
    return frozenset(
        (
            *_event_keys(node),
            *_figure_keys(node),
            *answer_keys(node, context),
            *place_keys(node),
            *(f"word {term}" for term in words),
        )
    )


def _event_keys(node: Node) -> Iterator[str]:
    for event in node.claim.events:
        if event.patient is not None:
            yield f"event {event.type} {event.patient.head}"
            for name in classes().get(event.patient.head, ()):
                yield f"event {event.type} class {name}"
                yield from (f"kin {group} class {name}" for group in kin_groups(event.type))


def _figure_keys(node: Node) -> Iterator[str]:
    for quantity in node.claim.quantities:
        yield f"figure {quantity.event} {quantity.unit} {quantity.of_side or ''}"
    events = {quantity.event for quantity in node.claim.quantities}
    if {"killed", "injured"} <= events:
        yield "figure killed and injured people "
    nobody = any(one.event == "injured" and one.high == 0 for one in node.claim.quantities)
    if "killed and injured" in events or nobody:  # that nobody was hurt says that nobody was killed
        yield "figure killed people "
        yield "figure injured people "
