"""The notebook runs from top to bottom in a kernel of its own, and is committed clean."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOK = ROOT / "notebooks" / "explore.ipynb"


def cells() -> list[dict[str, Any]]:
    return [cell for cell in json.loads(NOTEBOOK.read_text())["cells"] if cell["cell_type"] == "code"]


@pytest.mark.enable_socket  # the kernel is spoken to over the loopback
def test_it_runs_in_a_clean_place(tmp_path: Path) -> None:
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed (extra: notebook)")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed (extra: notebook)")
    nbformat = pytest.importorskip("nbformat")
    for part in ("notebooks", "data", "docs"):
        shutil.copytree(ROOT / part, tmp_path / part)
    notebook = nbformat.read(tmp_path / "notebooks" / NOTEBOOK.name, as_version=4)
    place = {"metadata": {"path": str(tmp_path / "notebooks")}}
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources=place).execute()
    shown = "".join(
        "".join(output.get("text", "")) + "".join(output.get("data", {}).get("text/plain", ""))
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    )
    assert "They stand on different sides of a dispute: " in shown
    assert "They are not a dispute: " in shown
    assert "SHA-256" in shown
    left = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {
        path.relative_to(ROOT)
        for part in ("notebooks", "data", "docs")
        for path in (ROOT / part).rglob("*")
        if path.is_file()
    }


def test_its_outputs_are_committed_small_and_clean() -> None:
    text = NOTEBOOK.read_text()
    assert len(text.encode()) < 1_500_000
    assert str(ROOT) not in text
    assert '"stderr"' not in text
    assert all(cell["outputs"] for cell in cells() if not cell["source"][-1].startswith(("import", "from")))
    assert [cell["execution_count"] for cell in cells()] == list(range(1, len(cells()) + 1))
    assert {output["output_type"] for cell in cells() for output in cell["outputs"]} <= {
        "execute_result",
        "stream",
        "display_data",
    }
