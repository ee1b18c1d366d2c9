"""What the documentation says of tables and graph is what there is."""

import re
from pathlib import Path

import pytest
from findings_fixture import table

from claimgraph.graph.encoding import EDGES, NODES
from claimgraph.report import tables
from claimgraph.report.rows import TABLES

DOCS = Path(__file__).parent.parent.parent / "docs" / "notebook.md"


def rows(heading: str) -> list[list[str]]:
    part = DOCS.read_text(encoding="utf-8").split(heading, maxsplit=1)[1].split("\n#", maxsplit=1)[0]
    return [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in part.splitlines()
        if line.startswith("| `")
    ]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_documented_with_its_type(name, ferry_findings):
    documented = {column.strip("`"): kind for column, kind, _ in rows(f"### `cg.{name}()`")}
    assert documented == dict(TABLES[name][1])
    frame = table(name, ferry_findings)
    assert {column: str(kind) for column, kind in frame.dtypes.items()} == documented


def test_the_log_of_decisions_is_documented_with_its_types():
    documented = {column.strip("`"): kind for column, kind, _ in rows("### `cg.log()`")}
    assert documented == dict(tables.DECISIONS)
    assert {column: str(kind) for column, kind in tables.decisions(()).dtypes.items()} == documented


def test_every_column_says_what_it_holds():
    for name in TABLES:
        assert all(len(told) > 5 for *_, told in rows(f"### `cg.{name}()`"))


def test_every_kind_of_node_and_edge_is_documented():
    found = {re.sub("`", "", row[0]) for row in rows("## The graph")}
    assert found == set(NODES) | set(EDGES)
