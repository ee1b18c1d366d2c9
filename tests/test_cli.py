"""The command line: results on stdout, the rest on stderr, true exit codes, never a traceback."""

import csv
import io
import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import get_args

import pytest

import claimgraph.extract
from claimgraph.cli import run
from claimgraph.cli.options import DisputeKinds, ExportFormat, FlagKinds, ReportFormat
from claimgraph.model import DisputeKind, FlagKind
from claimgraph.report import FORMATS, listing
from claimgraph.report.exports import EXPORTS
from claimgraph.store import Store, opening, schema
from claimgraph.tracker import ClaimGraph

COMMAND = [sys.executable, "-c", "from claimgraph.cli import main; main()"]
DAM = (
    "Dam spillway failed, valley told\n\n"
    "The water board said on 3 May 2031 that the spillway had failed and that 12 people were injured.\n\n"
    "The dam's operator, Kestrel Power, denied that the spillway had failed.\n\n"
    "The valley council said that 30 people were injured. The figure could not be independently verified.\n"
)
QUARRY = (
    "Quarry blast injured workers\n\n"
    "Kestrel Power said on 9 June 2031 that two workers were injured. The quarrymen's union rejected that.\n"
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "dam.txt").write_text(DAM)
    (folder / "quarry.txt").write_text(QUARRY)
    return folder


@pytest.fixture
def case(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    database = tmp_path / "case.db"
    assert run(["ingest", str(articles), "--db", str(database)]) == 0
    capsys.readouterr()
    return database


class Shell:
    """Runs commands in this process and gives (code, stdout, stderr)."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: object) -> tuple[int, str, str]:
        self.capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = self.capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def process(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, check=False, timeout=120, **options
    )


# What goes wrong


def test_the_name_of_a_folder_cannot_steer_the_terminal(shell, tmp_path):
    code, _, err = shell("report", tmp_path / "a\x1b]0;b\x07\u202ec" / "d.txt")
    assert code == 2
    assert "\x1b" not in err
    assert "\u202e" not in err
    code, _, err = shell("report", "--db", tmp_path / "e\x1b[31m" / "f.db")
    assert (code, "\x1b" in err) == (2, False)


# Results


def test_a_report_goes_to_stdout_and_nothing_to_stderr(shell, articles):
    code, out, err = shell("report", articles)
    assert (code, err) == (0, "")
    assert out.startswith("# ")
    assert "Kestrel Power" in out


@pytest.mark.parametrize("name", ["r.json", "r.html", "r.csv", "r.md", "r.txt"])
def test_a_report_takes_its_format_from_the_option_or_the_files_ending(shell, articles, tmp_path, name):
    place = tmp_path / name
    assert shell("report", articles, "-o", place) == (0, "", "")
    text = place.read_text()
    expected = {"json": "{", "html": "<!doctype html", "csv": "id,kind", "md": "# ", "txt": "# "}
    assert text.lower().startswith(expected[place.suffix[1:]])
    assert shell("report", articles, "--format", "csv", "-o", place)[0] == 0
    assert place.read_text().startswith("id,kind")


def test_without_a_case_file_nothing_is_left_behind(shell, articles):
    before = sorted(articles.parent.rglob("*"))
    assert shell("report", articles)[0] == 0
    assert sorted(articles.parent.rglob("*")) == before


def test_a_report_on_a_case_file_equals_the_report_on_its_articles(shell, articles, case):
    assert (
        shell("report", articles, "--format", "json")[1]
        == shell("report", "--db", case, "--format", "json")[1]
    )


def test_a_report_with_paths_and_a_case_file_adds_to_it(shell, articles, tmp_path):
    database = tmp_path / "new.db"
    assert shell("report", articles / "dam.txt", "--db", database)[0] == 0
    assert shell("report", articles / "quarry.txt", "--db", database)[0] == 0
    assert len(json.loads(shell("sources", "--db", database, "--format", "json")[1])) == 2


def test_ingest_names_what_was_new_kept_changed_and_refused(shell, articles, tmp_path):
    database = tmp_path / "a.db"
    code, out, err = shell("ingest", articles, "--db", database)
    assert out.splitlines() == [
        "new      dam.txt",
        "new      quarry.txt",
        "2 new, 0 changed, 0 kept, 0 refused",
    ]
    (articles / "dam.txt").write_text(DAM + "\nThe board said no more.\n")
    (articles / "empty.txt").write_text("")
    code, out, err = shell("ingest", articles, "--db", database)
    assert code == 1
    assert out.splitlines()[-1] == "0 new, 1 changed, 1 kept, 1 refused"
    assert len(err.splitlines()) == 1
    assert "empty.txt: empty; " in err


def test_an_article_read_without_its_date_is_none_refused(shell, tmp_path):
    line = {"id": "dam", "text": DAM, "published": "2013-14-09"}
    (tmp_path / "dam.jsonl").write_text(json.dumps(line))
    code, out, err = shell("ingest", tmp_path / "dam.jsonl", "--db", tmp_path / "a.db")
    assert code == 1
    assert out.splitlines() == ["new      dam", "1 new, 0 changed, 0 kept, 0 refused, 1 detail not used"]
    assert "the article is read without it" in err


def test_standard_input_is_an_article(articles):
    result = process("report", "-", "--format", "json", input=DAM.encode())
    assert result.returncode == 0
    assert [source["name"] for source in json.loads(result.stdout)["sources"]] == ["stdin"]


def test_match_counts_what_it_found(shell, case):
    code, out, _ = shell("match", "--db", case)
    assert code == 0
    assert re.fullmatch(r"\d+ disputes, \d+ updates, \d+ flags, \d+ near misses\n", out)
    assert shell("match", "--db", case, "--full")[1] == out


@pytest.mark.parametrize("command", ["claims", "disputes", "figures", "speakers", "sources"])
def test_every_list_has_every_format(shell, case, command, tmp_path):
    plain = shell(command, "--db", case)
    assert plain[0] == 0
    assert len(plain[1].splitlines()) > 1
    listed = json.loads(shell(command, "--db", case, "--format", "json")[1])
    assert len(listed) >= 1
    rows = list(csv.DictReader(io.StringIO(shell(command, "--db", case, "--format", "csv")[1])))
    assert len(rows) == len(plain[1].splitlines()) - 1
    assert shell(command, "--db", case, "--format", "md")[1].startswith("| ")
    place = tmp_path / "list.csv"
    assert shell(command, "--db", case, "--format", "csv", "-o", place)[1] == ""
    assert len(list(csv.DictReader(place.open()))) == len(rows)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--search", "spillway"], True),
        (["--speaker", "kestrel"], True),
        (["--source", "quarry"], True),
        (["--disputed"], True),
        (["--unverified"], True),
        (["--speaker", "nobody at all"], False),
        (["--search", "AND OR ("], False),
    ],
)
def test_claims_are_listed_as_asked_for(shell, articles, options, expected):
    code, out, _ = shell("claims", articles, *options, "--format", "json")
    assert code == 0
    everything = json.loads(shell("claims", articles, "--format", "json")[1])
    found = json.loads(out)
    assert bool(found) is expected
    assert len(found) < len(everything)
    assert all(one in everything for one in found)


def test_attribution_is_a_json_line_an_article(shell, articles):
    code, out, _ = shell("claims", articles, "--format", "attribution")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(lines) == 2
    for line, text in zip(lines, (DAM, QUARRY), strict=True):
        assert line["attributions"]
        found = {
            (text[slice(*one["cue"][0])], text[slice(*one["content"][0])]) for one in line["attributions"]
        }
        assert any("said" in cue and "injured" in content for cue, content in found)


def test_attributions_of_chosen_claims_are_some_of_all(shell, articles, case):
    code, everything, _ = shell("claims", articles, "--format", "attribution")
    assert (code, everything) == (0, shell("claims", "--db", case, "--format", "attribution")[1])
    code, chosen, _ = shell("claims", articles, "--format", "attribution", "--search", "spillway")
    assert code == 0
    few, many = (
        [json.loads(line)["attributions"] for line in out.splitlines()] for out in (chosen, everything)
    )
    assert 0 < len(few[0]) < len(many[0])
    assert all(one["cue"] in [other["cue"] for other in many[0]] for one in few[0])
    assert few[1] == []


def test_attributions_are_printed_though_an_article_is_refused(shell, articles, tmp_path):
    whole = shell("claims", articles, "--format", "attribution")[1]
    (articles / "blank.txt").write_text(" ")
    written = tmp_path / "lines.jsonl"
    assert shell("claims", articles, "--format", "attribution")[:2] == (1, whole)
    code, out, err = shell("claims", articles, "--format", "attribution", "-o", written)
    assert (code, out, written.read_text()) == (1, "", whole)
    assert err.count("\n") == 1
    assert "blank.txt" in err
    code, out, err = shell("claims", articles / "blank.txt", "--format", "attribution")
    assert (code, out) == (2, "")
    assert "nothing to show" in err


def test_disputes_are_listed_by_kind(shell, case):
    listed = json.loads(shell("disputes", "--db", case, "--format", "json")[1])
    for kind in get_args(DisputeKinds):
        found = json.loads(shell("disputes", "--db", case, "--kind", kind, "--format", "json")[1])
        assert found == [one for one in listed if one["kind"] == kind]


def test_provenance_and_why_answer_in_words_and_as_data(shell, case):
    a, b = (one["id"] for one in json.loads(shell("claims", "--db", case, "--format", "json")[1])[:2])
    code, out, _ = shell("provenance", a[:9], "--db", case)
    assert code == 0
    assert f"claim {a}" in out
    assert "sha256: " in out
    assert json.loads(shell("provenance", a, "--db", case, "--format", "json")[1])["claim"] == a
    code, out, _ = shell("why", a, b, "--db", case)
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()[:2]] == [a, b]
    assert out.splitlines()[2].startswith("They ")
    assert {line[:5].strip() for line in out.splitlines()[3:]} <= {"yes", "no", "–", ""}
    assert [step["name"] for step in json.loads(shell("why", a, b, "--db", case, "--format", "json")[1])]


@pytest.mark.parametrize("to", EXPORTS)
def test_every_export_is_written_whole(shell, case, tmp_path, to):
    place = tmp_path / f"out.{to}"
    assert shell("export", "--db", case, "--to", to, "-o", place) == (0, "", "")
    assert place.stat().st_size > 500


def test_evaluate_scores_a_report_against_a_gold_list(shell, articles, tmp_path):
    report, gold = tmp_path / "r.json", tmp_path / "g.json"
    assert shell("report", articles, "-o", report)[0] == 0
    gold.write_text(json.dumps({"disputes": [], "flags": [], "forbidden": [], "noise": []}))
    code, out, _ = shell("evaluate", report, gold)
    assert code == 0
    assert "precision" in json.loads(out)
    assert "precision" in shell("evaluate", report, gold, "--format", "text")[1]


def test_schema_describes_the_report(shell):
    code, out, _ = shell("schema")
    assert code == 0
    assert {"sources", "claims", "disputes", "near_misses"} <= set(json.loads(out)["properties"])


HOLT = (
    "Dam spillway failed\n\nMaren Holt said on {day} that the spillway had failed.\n\n"
    "The dam's operator denied that the spillway had failed.\n"
)
HOLTS_PERIODS = (
    '[[actor]]\nname = "Maren Holt"\nrole = "energy minister"\nside = "odran"\nuntil = "{until}"\n\n'
    '[[actor]]\nname = "Kestrel Power"\nside = "kestrel"\n\n'
    '[[actor]]\nname = "Maren Holt"\nrole = "chairwoman"\nspeaks_with = "Kestrel Power"\nfrom = "2032"\n'
)


@pytest.fixture
def holt(tmp_path: Path) -> Path:
    """Two articles of different years on one person, and a folder's table that dates them."""
    folder = tmp_path / "holt"
    folder.mkdir()
    (folder / "minister.txt").write_text(HOLT.format(day="3 May 2031"))
    (folder / "company.txt").write_text(HOLT.format(day="9 June 2033"))
    (folder / "sources.csv").write_text(
        "file,title,publisher,published,url\nminister.txt,,,2031-05-04,\ncompany.txt,,,2033-06-10,\n"
    )
    return folder


def roles_by_article(report: dict) -> dict[str, tuple[str | None, str | None]]:
    names = {source["id"]: source["name"] for source in report["sources"]}
    people = {one["id"]: one for one in report["speakers"] if one["name"] == "Maren Holt"}
    return {
        names[claim["source"]]: (people[speaker]["role"], people[speaker]["side"])
        for claim in report["claims"]
        for speaker in claim["speakers"]
        if speaker in people
    }


def test_a_report_gives_a_speaker_the_role_and_side_of_the_articles_time(shell, holt, tmp_path):
    actors = tmp_path / "actors.toml"
    actors.write_text(HOLTS_PERIODS.format(until="2031"))
    code, out, err = shell("report", holt, "--actors", actors, "--format", "json")
    assert (code, err) == (0, "")
    assert roles_by_article(json.loads(out)) == {
        "minister.txt": ("energy minister", "odran"),
        "company.txt": ("chairwoman", "kestrel"),
    }


def test_a_changed_period_reads_the_articles_of_a_case_file_again(shell, holt, tmp_path):
    actors, database = tmp_path / "actors.toml", tmp_path / "holt.db"
    found = []
    for until in ("2031", "2031", "2030"):
        actors.write_text(HOLTS_PERIODS.format(until=until))
        code, out, err = shell("ingest", holt, "--db", database, "--actors", actors)
        assert code == 0, err
        report = json.loads(shell("report", "--db", database, "--format", "json")[1])
        found.append((out + err, roles_by_article(report)["minister.txt"]))
    assert [role for _, role in found] == [("energy minister", "odran")] * 2 + [(None, None)]
    assert [bool(re.search(r"\b2 changed", said)) for said, _ in found] == [False, False, True]


def test_a_mistake_in_a_period_ends_with_2_and_one_line(shell, holt, tmp_path):
    actors = tmp_path / "actors.toml"
    actors.write_text(HOLTS_PERIODS.format(until="2032-02"))
    code, out, err = shell("report", holt, "--actors", actors)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "actor 1 (Maren Holt) and actor 3 (Maren Holt) speak for both 'odran' and 'kestrel'" in err


# Failures


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "Usage: claimgraph"),
        (["nonsense"], "No such command 'nonsense'"),
        (["report"], "name articles (PATH...) or a case file (--db FILE)"),
        (["report", "gone.txt"], "no article could be read"),
        (["report", "x", "--format", "docx"], "claimgraph: --format: 'docx' is not one of"),
        (["report", "x", "-o", "x.pdf"], "x.pdf: no report is written as pdf; end the name in .md, .html"),
        (["report", ""], "an empty path: it names nothing; name a file or a folder"),
        (["report", "x", "--actors", "gone.toml"], "gone.toml"),
        (["report", "x", "-o", "no/where/r.md"], "the folder no/where does not exist"),
        (["ingest", "x"], "--db"),
        (["ingest", "x", "--db", "no/where.db"], "the folder no does not exist"),
        (["disputes", "--db", "typo.db"], "typo.db: no such database; create it with"),
        (["why", "c1", "--db", "typo.db"], "Missing argument 'B'"),
        (["export", "--db", "typo.db", "--to", "csv", "-o", "o.csv"], "typo.db: no such database"),
        (["evaluate", "gone.json", "gold.json"], "gone.json cannot be read"),
        (["disputes", "--db", "typo.db", "--kind", "quarrel"], "claimgraph: --kind: 'quarrel' is not one of"),
        *(
            ([*command, "n" * 300], "File name too long")
            for command in (
                ["report", "x", "-o"],
                ["ingest", "x", "--db"],
                ["verify", "--db"],
                ["backup", "--db", "typo.db", "-o"],
                ["report", "x", "--actors"],
                ["report"],
            )
        ),
    ],
)
def test_what_cannot_run_ends_with_2_and_one_line(shell, tmp_path, monkeypatch, arguments, expected):
    monkeypatch.chdir(tmp_path)
    code, out, err = shell(*arguments)
    assert code == 2
    assert out == ""
    assert expected in err
    assert not arguments or all(line.startswith("claimgraph: ") for line in err.splitlines())
    assert list(tmp_path.iterdir()) == []


def test_refused_inputs_are_named_and_the_rest_is_done(shell, articles):
    (articles / "empty.txt").write_text("")
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 9)
    code, out, err = shell("report", articles, articles / "gone.txt", "--format", "json")
    assert code == 1
    assert len(json.loads(out)["sources"]) == 2
    lines = err.splitlines()
    assert len(lines) == 3
    assert all("; " in line and line.startswith("claimgraph: ") for line in lines)


def test_a_claim_that_is_not_there_is_said(shell, case):
    for arguments in (["provenance", "c0"], ["why", "c0", "c1"]):
        code, out, err = shell(*arguments, "--db", case)
        assert (code, out) == (2, "")
        assert "no claim c0; `claimgraph claims` lists them" in err


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"a": 1}', b"\xff\xfe"])
def test_a_report_that_is_none_cannot_be_evaluated(shell, tmp_path, content):
    place = tmp_path / "r.json"
    place.write_bytes(content)
    code, out, err = shell("evaluate", place, place)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_an_unexpected_failure_asks_to_be_reported(shell, articles, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("claimgraph.tracker.ClaimGraph.report_pieces", broken)
    code, out, err = shell("report", articles)
    assert (code, out) == (2, "")
    assert "ZeroDivisionError" in err
    assert "CLAIMGRAPH_DEBUG=1" in err
    monkeypatch.setenv("CLAIMGRAPH_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["report", str(articles)])


def test_an_interruption_ends_with_130(shell, articles, monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(claimgraph.extract, "extract", interrupted)
    code, out, err = shell("report", articles)
    assert (code, out) == (130, "")
    assert err == "claimgraph: interrupted; what was done before is kept\n"


def test_a_reader_that_goes_away_is_no_error(case):
    with subprocess.Popen([*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 0


def test_a_locked_case_file_says_so(case, shell, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.1)
    holder = sqlite3.connect(case, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        code, out, err = shell("match", "--db", case, "--full")
        assert (code, out) == (2, "")
        assert "is locked by another program; close that program or try again" in err
    finally:
        holder.close()


def test_a_case_file_of_a_newer_version_says_so(shell, case):
    connection = sqlite3.connect(case)
    connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    connection.close()
    code, out, err = shell("disputes", "--db", case)
    assert (code, out) == (2, "")
    assert "newer version of claimgraph; upgrade claimgraph" in err


def test_a_read_only_case_file_is_read_and_not_written(shell, case, articles, monkeypatch):
    monkeypatch.setattr(os, "access", lambda place, mode: mode != os.W_OK)
    assert shell("claims", "--db", case)[0] == 0
    assert shell("disputes", "--db", case)[0] == 0
    (articles / "more.txt").write_text(QUARRY + "\nThe board said no more.\n")
    code, _, err = shell("ingest", articles, "--db", case)
    assert code == 2
    assert "is read-only; make the file and its folder writable, or work on a copy" in err


def test_a_killed_ingest_is_taken_up_where_it_stopped(shell, tmp_path):
    database, lines = tmp_path / "a.db", tmp_path / "many.jsonl"
    texts = (
        f"The board said that {n} wells were closed. The farmers denied that.\n" * 3 for n in range(2, 62)
    )
    lines.write_text(
        "".join(json.dumps({"id": f"a{n}", "text": text}) + "\n" for n, text in enumerate(texts))
    )
    running = subprocess.Popen(
        [*COMMAND, "ingest", str(lines), "--db", str(database)], stdout=subprocess.DEVNULL
    )
    for _ in range(1500):
        time.sleep(0.02)
        if database.exists() and stored(database):
            break
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    before = stored(database)
    assert 0 < before < 60
    code, out, _ = shell("ingest", lines, "--db", database)
    assert code == 0
    assert out.splitlines()[-1] == f"{60 - before} new, 0 changed, {before} kept, 0 refused"
    assert stored(database) == 60


def stored(database: Path) -> int:
    """How many articles a case file holds, 0 while it is being made."""
    try:
        connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
        try:
            return connection.execute("SELECT count(*) FROM sources").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error:
        return 0


# Manners


def test_a_terminal_gets_a_drawn_table_and_progress(articles):
    leader, follower = pty.openpty()
    error_leader, error_follower = pty.openpty()
    try:
        running = subprocess.Popen(
            [*COMMAND, "claims", str(articles)],
            stdout=follower,
            stderr=error_follower,
            stdin=subprocess.DEVNULL,
        )
        os.close(follower)
        os.close(error_follower)
        out, err = read_all(leader), read_all(error_leader)
        assert running.wait(60) == 0
    finally:
        os.close(leader)
        os.close(error_leader)
    assert "┃" in out
    assert "reading 1: dam.txt" in err
    assert "reading 2: quarry.txt" in err


def read_all(descriptor: int) -> str:
    parts = []
    try:
        while part := os.read(descriptor, 65536):
            parts.append(part)
    except OSError:  # the other end was closed
        pass
    return b"".join(parts).decode()


def test_help_answers_at_once_and_loads_nothing_heavy():
    script = (
        "import sys\nfrom claimgraph.cli import run\ncode = run(['--help'])\n"
        "heavy = {'spacy', 'pandas', 'numpy', 'pydantic', 'duckdb', 'networkx', 'bokeh', 'trafilatura', 'dateparser'}\n"
        "print('loaded', sorted(heavy & set(sys.modules)))\nsys.exit(code)"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "loaded []"
    spent = sum(os.times()[2:4])
    subprocess.run([*COMMAND, "--help"], capture_output=True, check=True)
    assert sum(os.times()[2:4]) - spent < 1.0  # 0.1 on an idle machine


def test_every_command_has_an_example(shell):
    listed = shell("--help")[1].split("Commands:")[1].splitlines()
    assert [line.split()[0] for line in listed if line.strip()] == COMMANDS
    for command in COMMANDS:
        code, out, err = shell(command, "--help")
        assert (code, err) == (0, "")
        assert f"Example: claimgraph {command}" in out


COMMANDS = [
    "report", "ingest", "match", "claims", "disputes", "leads", "figures", "provenance", "why",
    "speakers", "sources", "export", "evaluate", "schema", "remove", "diff", "verify", "backup", "flags", "show",
    "graph", "decide", "log", "import", "review", "scale", "reader",
]  # fmt: skip


def test_version_is_printed(shell):
    assert shell("--version") == (0, f"claimgraph {claimgraph.__version__}\n", "")


def test_the_choices_offered_are_those_there_are():
    assert list(get_args(ReportFormat)) == list(FORMATS)
    assert list(get_args(ExportFormat)) == list(EXPORTS)
    assert set(get_args(DisputeKinds)) == set(get_args(DisputeKind))
    assert set(get_args(FlagKinds)) == set(get_args(FlagKind))


def test_the_store_of_a_case_is_whole_after_every_command(case, shell):
    for command in ("match", "disputes", "figures", "sources"):
        shell(command, "--db", case)
    with Store.open(case, create=False) as store:
        assert store.pending() == ()
    assert not case.with_name("case.db-wal").exists()


def test_a_renamed_file_keeps_its_article_and_a_copy_is_no_second_one(case, articles, shell):
    before = json.loads(shell("sources", "--db", case, "--format", "json")[1])
    (articles / "dam.txt").rename(articles / "spillway.txt")
    (articles / "quarry_copy.txt").write_text(QUARRY)
    code, out, err = shell("ingest", articles, "--db", case)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "kept     quarry.txt",
        "renamed  spillway.txt (was dam.txt)",
        "same     quarry_copy.txt (as quarry.txt)",
        "0 new, 0 changed, 1 kept, 0 refused, 1 renamed, 1 same",
    ]
    again = shell("ingest", articles, "--db", case)[1].splitlines()[-1]
    assert again == "0 new, 0 changed, 2 kept, 0 refused, 1 same"
    after = json.loads(shell("sources", "--db", case, "--format", "json")[1])
    assert [one["id"] for one in after] == [one["id"] for one in before]
    assert [one["also"] for one in after] == [[], ["quarry_copy.txt"]]
    assert shell("verify", "--db", case)[0] == 0


def test_a_copy_that_is_edited_becomes_an_article_of_its_own(case, articles, shell):
    copy = articles / "copy.txt"
    copy.write_text(QUARRY)
    shell("ingest", articles, "--db", case)
    copy.write_text(QUARRY.replace("two workers", "six workers"))
    assert "new      copy.txt" in shell("ingest", articles, "--db", case)[1]
    listed = json.loads(shell("sources", "--db", case, "--format", "json")[1])
    assert [(one["name"], one["also"]) for one in listed] == [
        ("copy.txt", []),
        ("dam.txt", []),
        ("quarry.txt", []),
    ]
    assert shell("verify", "--db", case)[0] == 0


def test_a_deleted_file_is_told_and_taken_out_on_demand(case, articles, shell, tmp_path):
    earlier = tmp_path / "earlier.json"
    shell("report", "--db", case, "-o", earlier)
    (articles / "dam.txt").unlink()
    out = shell("ingest", articles, "--db", case)[1]
    assert "gone     dam.txt (kept in the case; `claimgraph remove` takes it out)" in out
    assert shell("remove", "dam.txt", "--db", case) == (0, "removed  dam.txt\n", "")
    assert "no source dam.txt" in shell("remove", "dam.txt", "--db", case)[2]
    changed = json.loads(shell("diff", earlier, case, "--format", "json")[1])
    assert [one["words"] for one in changed["removed"]] == ["Dam spillway failed, valley told"]
    assert changed["gone"]
    assert changed["new"] == changed["added"] == []
    told = shell("diff", earlier, case)[1].splitlines()
    assert told[-1].endswith("0 new articles, 1 gone.")
    assert "Since the earlier report" in shell("report", "--db", case, "--since", earlier)[1]
    assert 'id="since"' in shell("report", "--db", case, "--since", earlier, "--format", "html")[1]


@pytest.mark.parametrize("ending", ["html", "md"])
def test_a_folder_with_earlier_reports_in_it_is_read_without_them(articles, shell, ending):
    assert shell("report", articles, "-o", articles / f"out.{ending}")[0] == 0
    code, out, err = shell("report", articles, "--format", "json")
    assert code == 1
    assert f"out.{ending}: a report of claimgraph's own, not an article; keep reports in a folder" in err
    assert [one["name"] for one in json.loads(out)["sources"]] == ["dam.txt", "quarry.txt"]


def test_the_footer_names_version_and_command_and_no_folder_of_this_machine(articles, shell):
    html = shell("report", articles, "--format", "html", "-o", articles / "x.html") and (
        articles / "x.html"
    ).read_text(encoding="utf-8")
    footer = html[html.index("<footer>") : html.index("</footer>")]
    assert f"claimgraph {claimgraph.__version__}" in footer
    assert "claimgraph report articles --format html</code>" in footer
    assert str(articles.parent) not in html


def test_marks_are_listed_by_kind(case, shell):
    listed = json.loads(shell("flags", "--db", case, "--format", "json")[1])
    kinds = {one["kind"] for one in listed}
    assert kinds
    for kind in kinds:
        found = json.loads(shell("flags", "--db", case, "--kind", kind, "--format", "json")[1])
        assert found == [one for one in listed if one["kind"] == kind]
        assert len(shell("flags", "--db", case, "--kind", kind)[1].splitlines()) == len(found) + 1


def test_each_thing_is_shown_by_its_id(case, shell):
    report = json.loads(shell("report", "--db", case, "--format", "json")[1])
    for kind, words in (
        ("claims", "text"),
        ("sources", "title"),
        ("speakers", "name"),
        ("subjects", "label"),
    ):
        thing = report[kind][0]
        code, out, _ = shell("show", thing["id"], "--db", case)
        assert code == 0
        assert " ".join(thing[words].split()) in " ".join(out.split())
    dispute = report["disputes"][0]
    out = shell("show", dispute["id"][:8], "--db", case)[1]
    assert out.startswith(dispute["question"])
    assert (
        json.loads(shell("show", dispute["id"], "--db", case, "--format", "json")[1])["id"] == dispute["id"]
    )
    assert "nothing has the id q1" in shell("show", "q1", "--db", case)[2]
    assert "ids begin with c" in shell("show", "c", "--db", case)[2]


def test_the_graph_is_drawn_as_a_page_and_linked_from_the_report(case, shell, tmp_path):
    code, out, err = shell("graph", "--db", case, "-o", tmp_path / "graph.html")
    assert (code, out) == (0, "")
    assert "Drawn: " in err
    assert "Content-Security-Policy" in (tmp_path / "graph.html").read_text(encoding="utf-8")
    page = tmp_path / "report.html"
    assert shell("report", "--db", case, "--graph", tmp_path / "drawn.html", "-o", page)[0] == 0
    assert '<a href="drawn.html">The graph</a>' in page.read_text(encoding="utf-8")
    assert (tmp_path / "drawn.html").exists()


def test_a_list_of_other_articles_is_told_before_the_score(shell, articles, tmp_path):
    report, gold = tmp_path / "report.json", tmp_path / "gold.json"
    shell("report", articles, "-o", report)
    span = {"doc": "elsewhere.txt", "start": 0, "end": 4}
    gold.write_text(json.dumps({"disputes": [], "noise": [{"id": "n1", "span": span}]}))
    code, _, err = shell("evaluate", report, gold)
    assert code == 0
    assert "lacks 1 of 1 of the articles of" in err


def test_a_watched_folder_is_taken_in_again_when_it_changes(articles, tmp_path):
    database = tmp_path / "watched.db"
    started = subprocess.Popen(
        [*COMMAND, "ingest", articles, "--db", database, "--watch"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert started.stdout.readline() == "new      dam.txt\n"
        while not started.stdout.readline().startswith("2 new"):
            pass
        assert "watching for changes" in started.stderr.readline()
        (articles / "late.txt").write_text(QUARRY.replace("two", "six"))
        assert started.stdout.readline() == "new      late.txt\n"
    finally:
        started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=30)
    assert started.returncode == 0
    assert "no longer watching" in err


def test_ids_are_never_broken_over_lines(case):
    with ClaimGraph.open(case) as tracker:
        for name in ("claims", "disputes", "dispute_claims", "flags"):
            frame = tracker.table(name)
            shown = listing.as_table(name, frame, 60)
            column = "dispute" if name.startswith("dispute") else "claim"
            assert all(one in shown for one in frame[column])


def test_a_report_is_written_as_a_folder_of_pages(shell, case, tmp_path):
    place = tmp_path / "pages"
    code, out, err = shell("report", "--db", case, "-o", f"{place}/", "--graph", tmp_path / "g.html")
    assert (code, out, err) == (0, "", "")
    assert 'href="../g.html"' in (place / "index.html").read_text()
    code, _, err = shell("report", "--db", case, "--format", "html", "-o", place)
    assert (code, err) == (0, "")
    code, _, err = shell("report", "--db", case, "--format", "md", "-o", f"{place}/")
    assert code == 2
    assert "only html makes one; name a file in it" in err
    (place / "notes.txt").touch()
    code, _, err = shell("report", "--db", case, "-o", f"{place}/")
    assert code == 2
    assert "holds notes.txt, which is no page of a report" in err


def test_a_page_that_is_slow_to_open_is_said_to_be(shell, case, tmp_path, monkeypatch):
    monkeypatch.setattr("claimgraph.report.html.LARGE", 1000)
    code, out, err = shell("report", "--db", case, "--format", "html")
    assert code == 0
    assert out.endswith("</html>\n")
    assert err.startswith("claimgraph: the page has 1 MB, which a browser takes seconds to open; -o FOLDER/")
