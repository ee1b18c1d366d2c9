"""The same articles give the same bytes, whatever the machine is set to and however they came in."""

import os
import shutil
from functools import partial

import pytest
from sample import DATA, commands_run

from claimgraph.cli import run

FORMATS = ("json", "md", "html", "csv")
SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
)


def run_here(*commands):
    for command in commands:
        assert run([str(word) for word in command]) == 0


def reports(folder, *batches, run_all=run_here):
    """The report in every format on batches of paths, taken in one after the other by one process."""
    case = folder / "case.db"
    commands = [[["ingest", *batch, "--db", case], ["match", "--db", case]] for batch in batches]
    commands.append([["report", "--db", case, "-o", folder / f"report.{kind}"] for kind in FORMATS])
    run_all(*(command for group in commands for command in group))
    return {kind: (folder / f"report.{kind}").read_bytes() for kind in FORMATS}


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    folder = tmp_path_factory.mktemp("one")
    return reports(folder, [DATA / "refinery"])


@pytest.mark.parametrize("settings", SETTINGS)
def test_hash_seed_locale_and_time_zone_change_no_byte(tmp_path, expected, settings):
    elsewhere = partial(commands_run, env={**os.environ, **settings})
    assert reports(tmp_path, [DATA / "refinery"], run_all=elsewhere) == expected


def test_in_batches_and_backwards_is_as_in_one_go(tmp_path, expected):
    """In two batches, the later articles first, each batch matched."""
    early, late = [tmp_path / name / "refinery" for name in ("early", "late")]
    files = sorted((DATA / "refinery").glob("*.txt"))
    for place, chosen in ((early, files[:3]), (late, files[3:])):
        place.mkdir(parents=True)
        shutil.copy(DATA / "refinery" / "sources.csv", place)
        for path in chosen:
            shutil.copy(path, place)
    table = (DATA / "refinery" / "sources.csv").read_text().splitlines(keepends=True)
    for place in (early, late):
        there = {path.name for path in place.iterdir()}
        lines = [line for line in table[1:] if line.split(",")[0] in there]
        (place / "sources.csv").write_text("".join([table[0], *lines]))
    found = reports(tmp_path, [late], [early])
    here, there = str(early).encode(), str(DATA / "refinery").encode()
    for kind in FORMATS:
        assert found[kind].replace(here, there).replace(str(late).encode(), there) == expected[kind], kind
