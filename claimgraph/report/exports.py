"""The findings for other programs: GraphML, GEXF, JSON-LD, CSV, Parquet, each as bytes.

Invariants
    - GraphML and GEXF hold no null, list or nested attribute, and no character that XML
      forbids, so that Gephi and others open them.
    - JSON-LD names its vocabulary in line: reading it asks nothing of the network.
    - The same findings give the same bytes (Parquet: the same table).
"""

import io
import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from claimgraph.errors import ClaimgraphError
from claimgraph.model import Claim, Findings, Source, Speaker
from claimgraph.report import tables
from claimgraph.report.csvs import guard
from claimgraph.report.lookup import Lookup
from claimgraph.report.statements import safe_url

if TYPE_CHECKING:
    import pandas as pd

EXPORTS = ("graphml", "gexf", "jsonld", "csv", "parquet")
GRAPHS = frozenset({"graphml", "gexf"})
"""The exports that are written from a graph; the others from the findings."""

_FORBIDDEN_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "cg": "urn:claimgraph:terms:",
    "author": {"@type": "@id"},
    "appearance": {"@type": "@id"},
    "about": {"@type": "@id"},
    "cg:via": {"@type": "@id"},
    "cg:side": {"@type": "@id"},
    "cg:claim": {"@type": "@id"},
}
"""schema.org's words by default, ours under ``cg``; the properties that hold ids."""

_SPEAKER_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "state": "Country",
    "group": "Organization",
    "publisher": "NewsMediaOrganization",
}


def graph_bytes(graph: "nx.MultiDiGraph[str]", to: str) -> bytes:
    """Return a graph as "graphml" or "gexf".

    Args:
        graph: all its attributes are str, int, float or bool.
        to: the format.

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


def findings_bytes(findings: Findings, to: str) -> bytes:
    """Return the findings as "jsonld", or the table of claims as "csv" or "parquet".

    Raises:
        ClaimgraphError: there is no such format.
    """
    if to == "jsonld":
        return (json.dumps(json_ld(findings), ensure_ascii=False, indent=1) + "\n").encode()
    if to == "csv":
        return csv_bytes(tables.claims(findings))
    if to == "parquet":
        return _parquet(tables.claims(findings))
    raise ClaimgraphError(f"there is no export {to!r}; choose one of {', '.join(EXPORTS)}")


def csv_bytes(frame: "pd.DataFrame") -> bytes:
    """Return a table as CSV in UTF-8; a text that a spreadsheet would run is guarded."""
    text: str = frame.map(guard).to_csv(index=False, lineterminator="\n")
    return text.encode()


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


def json_ld(findings: Findings) -> dict[str, Any]:
    """Return the findings as one JSON-LD document of schema.org articles, actors and claims."""
    lookup = Lookup(findings)
    nodes = [
        *(_article(source) for source in lookup.sources.values()),
        *(_actor(speaker) for speaker in lookup.speakers.values()),
        *(
            {"@id": _iri(subject.id), "@type": "Thing", "name": subject.label}
            for subject in lookup.subjects.values()
        ),
        *(_claim(claim, lookup) for claim in lookup.claims.values()),
        *(
            {
                "@id": _iri(dispute.id),
                "@type": "cg:Dispute",
                "cg:kind": dispute.kind,
                "cg:state": dispute.state,
                "cg:sides": [{"cg:claim": [_iri(claim) for claim in side]} for side in dispute.sides],
                "description": "; ".join(reason.detail for reason in dispute.reasons),
            }
            for dispute in findings.matching.disputes
        ),
    ]
    return {"@context": CONTEXT, "@graph": nodes}


def _iri(identity: str) -> str:
    return f"urn:claimgraph:{identity}"


def _known(**fields: Any) -> dict[str, Any]:
    """Return the fields that are known, an underscore before a name standing for "@"."""
    return {
        name.replace("_", "@", 1) if name.startswith("_") else name.replace("cg_", "cg:"): value
        for name, value in fields.items()
        if value not in (None, "", [], ())
    }


def _article(source: Source) -> dict[str, Any]:
    publisher = {"@type": "NewsMediaOrganization", "name": source.publisher} if source.publisher else None
    return _known(
        _id=_iri(source.id),
        _type="NewsArticle",
        name=source.title or source.name,
        url=safe_url(source.url),
        datePublished=source.published.date,
        cg_datePublishedBasis=source.published.basis,
        publisher=publisher,
        creditText="; ".join(credit.name for credit in source.credits),
        cg_sha256=source.sha256,
    )


def _actor(speaker: Speaker) -> dict[str, Any]:
    return _known(
        _id=_iri(speaker.id),
        _type=_SPEAKER_TYPES[speaker.kind],
        name=speaker.name,
        alternateName=[alias for alias in speaker.aliases if alias != speaker.name],
        description=speaker.role,
        cg_speaksFor=speaker.side,
    )


def _claim(claim: Claim, lookup: Lookup) -> dict[str, Any]:
    return _known(
        _id=_iri(claim.id),
        _type="Claim",
        text=claim.text,
        author=[_iri(speaker.id) for speaker in lookup.speakers_of(claim)],
        appearance=_iri(claim.source),
        about=_iri(claim.subject) if claim.subject in lookup.subjects else None,
        cg_start=claim.start,
        cg_end=claim.end,
        cg_act=claim.act.value,
        cg_polarity=claim.polarity,
        cg_via=[_iri(speaker.id) for speaker in lookup.via_of(claim)],
        cg_said=claim.said.date,
        cg_happened=claim.happened.date,
    )
