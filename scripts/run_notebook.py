"""Run ``notebooks/explore.ipynb`` from top to bottom and write it back with clean outputs.

``make outputs`` runs it. Clean: no times, no paths of this machine, no output but what a
reader sees, so that a change in the file is a change in what is found.
"""

import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = ROOT / "notebooks" / "explore.ipynb"
LARGEST = 1_500_000
"""Bytes that the notebook may have."""


def main() -> int:
    """Run the notebook and write it back, unless it holds what it should not."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        resources={"metadata": {"path": str(NOTEBOOK.parent)}},
    ).execute()
    clean(notebook)
    text = nbformat.writes(notebook, version=4) + "\n"
    if str(ROOT) in text or str(Path.home()) + "/" in text:
        sys.stderr.write("an output holds a path of this machine; change the cell\n")
        return 1
    if len(text.encode()) > LARGEST:
        sys.stderr.write(f"the notebook is larger than {LARGEST:,} bytes; save drawings instead\n")
        return 1
    NOTEBOOK.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{NOTEBOOK.relative_to(ROOT)}: {len(text.encode()):,} bytes\n")
    return 0


def clean(notebook: Any) -> None:
    """Leave in each cell what a reader sees: no times of running, no warnings, no version of Python."""
    notebook.metadata = {"kernelspec": notebook.metadata.kernelspec, "language_info": {"name": "python"}}
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs = [one for one in cell.outputs if one.get("name") != "stderr"]
            for output in cell.outputs:
                output.pop("metadata", None) if output.output_type == "stream" else None


if __name__ == "__main__":
    sys.exit(main())
