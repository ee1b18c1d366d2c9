"""What other programs are given can be read back by them."""

import csv
import io
import xml.etree.ElementTree as ET

import duckdb
import networkx as nx
import pytest
from findings_fixture import table

from claimgraph.errors import ClaimgraphError
from claimgraph.graph import build
from claimgraph.model import Collection, Findings, Matching
from claimgraph.report.exports import graph_bytes, pieces
from claimgraph.report.rows import csv_pieces


def whole(findings: Findings, to: str) -> bytes:
    return b"".join(pieces(findings, to))


@pytest.fixture
def odd_findings(ferry_findings: Findings) -> Findings:
    """A claim whose words hold what XML forbids, markup, and a spreadsheet's formula."""
    first, *others = ferry_findings.collection.claims
    odd = first.model_copy(update={"text": "=1+1 <b>\x00\x1b\ufffe & “é”"})
    collection = ferry_findings.collection.model_copy(update={"claims": (odd, *others)})
    return ferry_findings.model_copy(update={"collection": collection})


def test_graphml_is_read_back_node_by_node_and_edge_by_edge(odd_findings):
    graph = build(odd_findings, cap=None)
    again = nx.read_graphml(io.BytesIO(graph_bytes(graph, "graphml")), force_multigraph=True)
    assert set(again.nodes) == set(graph.nodes)
    assert {(a, b, d["kind"]) for a, b, d in again.edges(data=True)} == {
        (a, b, d["kind"]) for a, b, d in graph.edges(data=True)
    }
    claim = odd_findings.collection.claims[0].id
    assert again.nodes[claim]["text"] == "=1+1 <b>\ufffd\ufffd\ufffd & “é”"
    assert type(again.nodes["d-reef"]["score"]) is float


def test_gexf_is_read_back_with_an_id_for_every_edge(odd_findings):
    graph = build(odd_findings, cap=None)
    data = graph_bytes(graph, "gexf")
    again = nx.read_gexf(io.BytesIO(data))
    assert set(again.nodes) == set(graph.nodes)
    ids = [element.get("id") for element in ET.fromstring(data).iter() if element.tag.endswith("}edge")]
    assert len(ids) == len(set(ids)) == graph.number_of_edges()
    assert b"spell" not in data


@pytest.mark.parametrize("to", ["graphml", "gexf", "jsonld", "csv"])
def test_the_same_findings_give_the_same_bytes(ferry_findings, to):
    def once() -> bytes:
        if to in {"graphml", "gexf"}:
            return graph_bytes(build(ferry_findings, cap=None), to)
        return whole(ferry_findings, to)

    assert once() == once()


def test_csv_holds_a_row_a_claim_and_runs_no_formula(odd_findings):
    found = list(csv.DictReader(io.StringIO(whole(odd_findings, "csv").decode())))
    assert [row["claim"] for row in found] == [claim.id for claim in odd_findings.collection.claims]
    assert found[0]["text"].startswith("'=1+1")
    assert found[0]["happened"] == ""


def test_parquet_holds_the_same_table_with_its_types(ferry_findings, tmp_path):
    place = tmp_path / "claims.parquet"
    place.write_bytes(whole(ferry_findings, "parquet"))
    read = duckdb.sql(f"SELECT claim, text, start, own_voice, happened FROM '{place}'").fetchall()
    frame = table("claims", ferry_findings)
    assert read == [
        (row.claim, row.text, int(row.start), bool(row.own_voice), None) for row in frame.itertuples()
    ]


def test_parquet_is_read_back_by_another_reader_and_an_empty_table_keeps_its_types(ferry_findings):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed (extra: parquet)")
    table = parquet.read_table(io.BytesIO(whole(ferry_findings, "parquet")))
    assert table.column("claim").to_pylist() == [claim.id for claim in ferry_findings.collection.claims]
    nothing = Findings(collection=Collection(), matching=Matching())
    empty = parquet.read_table(io.BytesIO(whole(nothing, "parquet")))
    assert empty.num_rows == 0
    assert empty.schema.names == table.schema.names
    assert empty.schema.types == table.schema.types


def test_a_graph_of_nothing_is_written_and_read_back():
    graph = build(Findings(collection=Collection(), matching=Matching()), cap=None)
    assert len(nx.read_graphml(io.BytesIO(graph_bytes(graph, "graphml")))) == 0
    assert len(nx.read_gexf(io.BytesIO(graph_bytes(graph, "gexf")))) == 0


def test_an_empty_table_is_a_header(ferry_findings):
    assert "".join(csv_pieces("claims", [])).startswith("claim,statement,")


def test_an_unknown_format_is_named_with_those_there_are(ferry_findings):
    with pytest.raises(ClaimgraphError, match="choose one of graphml, gexf, jsonld, csv, parquet"):
        whole(ferry_findings, "docx")
    with pytest.raises(ClaimgraphError, match="choose one of gexf, graphml"):
        graph_bytes(build(ferry_findings), "csv")
