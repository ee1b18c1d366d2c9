"""The findings for other programs: GraphML, GEXF, JSON-LD, CSV, Parquet.

Invariants
    - GraphML and GEXF hold no null, list or nested attribute, and no character that XML
      forbids, so that Gephi and others open them.
    - JSON-LD names its vocabulary in line: reading it asks nothing of the network.
    - The same findings give the same bytes (Parquet: the same table).
"""

import io
import re
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from claimgraph.errors import ClaimgraphError
from claimgraph.model import Decision, Findings
from claimgraph.report import tables
from claimgraph.report.rows import csv_pieces
from claimgraph.report.streams import gathered, json_list, json_object, json_value

if TYPE_CHECKING:
    import pandas as pd

EXPORTS = ("graphml", "gexf", "jsonld", "csv", "parquet")
GRAPHS = frozenset({"graphml", "gexf"})
"""The exports that are written from a graph; the others from the findings."""

_FORBIDDEN_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graph_bytes(graph: "nx.MultiDiGraph[str]", to: str) -> bytes:
    """Return a graph as "graphml" or "gexf".

    Args:
        graph: all its attributes are str, int, float or bool.

    Raises:
        ClaimgraphError: when there is no such format.
    """
    if to not in GRAPHS:
        raise ClaimgraphError(f"there is no graph format {to!r}; choose one of {', '.join(sorted(GRAPHS))}")
    clean: nx.MultiDiGraph[str] = nx.MultiDiGraph(**_clean(graph.graph))
    clean.add_nodes_from((node, _clean(attributes)) for node, attributes in graph.nodes(data=True))
    for number, (start, end, key, attributes) in enumerate(graph.edges(keys=True, data=True)):
        clean.add_edge(start, end, key=key, id=f"e{number}", **_clean(attributes))
    out = io.BytesIO()
    if to == "graphml":
        nx.write_graphml_xml(clean, out, edge_id_from_attribute="id")
    else:
        nx.write_gexf(clean, out, version="1.2draft")
    return out.getvalue()


def _clean(attributes: dict[str, Any]) -> dict[str, Any]:
    """Return attributes without what XML cannot hold."""
    return {
        name: _FORBIDDEN_IN_XML.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }


def pieces(findings: Findings, to: str, *, decisions: Iterable[Decision] = ()) -> Iterator[bytes]:
    """Yield the findings as "jsonld", or the claims as "csv" or "parquet", to be written piece by piece.

    Args:
        decisions: the reviewers' decisions, oldest first; only JSON-LD holds them.

    Raises:
        ClaimgraphError: there is no such format.
    """
    if to == "jsonld":
        from claimgraph.report.linked import CONTEXT, nodes  # noqa: PLC0415 - only this export needs it

        fields = {
            "@context": [json_value(CONTEXT, depth=1)],
            "@graph": json_list(nodes(findings, decisions), depth=1),
        }
        text = chain(gathered(json_object(fields.items())), ["\n"])
        return (piece.encode() for piece in text)
    if to == "csv":
        return (piece.encode() for piece in csv_pieces("claims", tables.claim_rows(findings)))
    if to == "parquet":
        return iter([_parquet(tables.frame(tables.claim_rows(findings), tables.CLAIMS))])
    raise ClaimgraphError(f"there is no export {to!r}; choose one of {', '.join(EXPORTS)}")


def _parquet(frame: "pd.DataFrame") -> bytes:
    """Return a table as Parquet. DuckDB writes it, which is here already; it writes only to files."""
    import duckdb  # noqa: PLC0415 - only this export needs it

    with (
        tempfile.TemporaryDirectory() as folder,
        duckdb.connect(config={"autoinstall_known_extensions": "false"}) as connection,
    ):
        place = Path(folder, "claims.parquet")
        connection.register("exported", frame)
        connection.table("exported").write_parquet(str(place))
        return place.read_bytes()
