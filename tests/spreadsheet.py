"""Words that a spreadsheet could run, or take for a new row, and what LibreOffice makes of a CSV file."""

import csv
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from claimgraph.report.csvs import guard, lines

HOSTILE = [
    'said\r=HYPERLINK("http://x.example")',
    "a\r\n=1+1",
    "b\n=1+1",
    "=1+1",
    "c\r",
    "\r",
    'd,"e"',
    "é\u2028f",
]
"""What would begin a row of its own, or run, in some program."""

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice Calc")


def hostile_csv(folder: Path) -> Path:
    path = folder / "cells.csv"
    rows = [[n, words, "end"] for n, words in enumerate(HOSTILE)]
    path.write_bytes("".join(lines([["n", "words", "after"], *rows])).encode())
    return path


def expected_cells() -> list[list[str]]:
    return [[str(n), guard(words), "end"] for n, words in enumerate(HOSTILE)]


def resaved(folder: Path, *paths: Path) -> list[list[list[str]]]:
    """Return the rows of CSV files after LibreOffice opened and saved them: a formula comes back as its value."""
    command = [
        "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
        "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--infilter=CSV:44,34,76,1",
        "--outdir", folder / "resaved", *paths,
    ]  # fmt: skip
    home = {**os.environ, "HOME": str(folder)}
    subprocess.run(command, check=True, capture_output=True, timeout=100, env=home)
    found = []
    for path in paths:
        with (folder / "resaved" / path.name).open(newline="", encoding="utf-8") as file:
            found.append(list(csv.reader(file)))
    return found
