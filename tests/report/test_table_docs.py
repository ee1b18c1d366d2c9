"""What the documentation says of tables and graph is what there is."""

import re
from pathlib import Path

import pytest

from claimgraph.graph.encoding import EDGES, NODES
from claimgraph.report import outcomes, tables

HOMES = {
    "claims": tables, "figures": tables, "speakers": tables, "sources": tables,
    "disputes": outcomes, "dispute_claims": outcomes, "flags": outcomes, "updates": outcomes,
    "agreements": outcomes, "leads": outcomes,
}  # fmt: skip
DOCS = Path(__file__).parent.parent.parent / "docs" / "notebook.md"


def rows(heading: str) -> list[list[str]]:
    part = DOCS.read_text(encoding="utf-8").split(heading, maxsplit=1)[1].split("\n#", maxsplit=1)[0]
    return [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in part.splitlines()
        if line.startswith("| `")
    ]


@pytest.mark.parametrize("name", HOMES)
def test_every_column_is_documented_with_its_type(name, ferry_findings):
    documented = {column.strip("`"): kind for column, kind, _ in rows(f"### `cg.{name}()`")}
    assert documented == dict(getattr(HOMES[name], name.upper()))
    frame = getattr(HOMES[name], name)(ferry_findings)
    assert {column: str(kind) for column, kind in frame.dtypes.items()} == documented


def test_the_log_of_decisions_is_documented_with_its_types():
    documented = {column.strip("`"): kind for column, kind, _ in rows("### `cg.log()`")}
    assert documented == dict(tables.DECISIONS)
    assert {column: str(kind) for column, kind in tables.decisions(()).dtypes.items()} == documented


def test_every_column_says_what_it_holds():
    for name in HOMES:
        assert all(len(told) > 5 for *_, told in rows(f"### `cg.{name}()`"))


def test_every_kind_of_node_and_edge_is_documented():
    found = {re.sub("`", "", row[0]) for row in rows("## The graph")}
    assert found == set(NODES) | set(EDGES)
