"""A second reader on the command line: by files and live, off unless it is asked for."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from crane import answer_line, content, lines, pair

from claimgraph.cli import run
from claimgraph.reader.client import KEY_VARIABLE

ARTICLE = (
    "Crane fell at Osk quay\n\n"
    "Osk Port said on 2 June 2031 that its crane had been checked in May.\n\n"
    "A mechanic of the firm Lund told the Osk Post that nobody had looked at it since the winter.\n"
)
pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crane")
    (folder / "crane.txt").write_text(ARTICLE)
    assert run(["ingest", str(folder / "crane.txt"), "--db", str(folder / "case.db")]) == 0
    return folder / "case.db"


@pytest.fixture
def case(filled: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "case.db"
    copy.write_bytes(filled.read_bytes())
    return copy


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]):
    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([str(one) for one in arguments])
        return (code, *capsys.readouterr())

    return call


def claims(shell, case: Path) -> tuple[str, str]:
    _, listed, _ = shell("claims", "--db", case, "--format", "json")
    found = json.loads(listed)
    found = found["claims"] if isinstance(found, dict) else found
    by_text = {one["text"]: one["id"] for one in found}
    return (
        next(one for text, one in by_text.items() if "had been checked" in text),
        next(one for text, one in by_text.items() if "nobody had looked" in text),
    )


@pytest.fixture
def answered(shell, case: Path, tmp_path: Path) -> tuple[Path, str, str]:
    """A case in which a reader's one proposal was taken in, and its two claims."""
    requests, answers = tmp_path / "requests.jsonl", tmp_path / "answers.jsonl"
    code, out, err = shell("reader", "ask", "--db", case, "--out", requests, "--reader-model", "lund-7b")
    assert (code, out) == (0, "")
    assert "1 prompts, about" in err
    asked = [json.loads(line) for line in requests.read_text().splitlines()]
    a, b = claims(shell, case)
    found = content(pair(a, "had been checked in May", b, "nobody had looked at it", "denial"))
    answers.write_text(
        lines(answer_line(one["custom_id"].removeprefix("claimgraph-"), found, "lund-7b-q4") for one in asked)
    )
    code, out, err = shell("reader", "take", answers, "--db", case)
    assert (code, out, err) == (0, "1 answers, 1 proposals\n", "")
    return case, a, b


def test_a_proposal_is_a_lead_and_no_dispute(shell, answered):
    case, a, b = answered
    code, out, _ = shell("report", "--db", case, "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert not any({a, b} <= {one for side in each["sides"] for one in side} for each in found["disputes"])
    (lead,) = [one for one in found["leads"] if one["origin"] == "reader"]
    assert {lead["a"], lead["b"]} == {a, b}
    assert lead["proposals"][0]["model"] == "lund-7b-q4"
    assert lead["proposals"][0]["version"]


@pytest.mark.parametrize("kind", ["md", "html", "json", "csv"])
def test_proposals_are_listed_among_the_disputes_only_when_that_is_said(shell, answered, kind):
    case, _, _ = answered
    plain = shell("report", "--db", case, "--format", kind)[1]
    listed = shell("report", "--db", case, "--format", kind, "--accept-proposed")[1]
    marks = {
        "md": "decided by nobody.**",
        "html": 'data-state="proposed">',
        "json": '"state": "proposed"',
        "csv": ",proposed,",
    }
    mark = marks[kind].removesuffix(">")
    assert mark not in plain.replace('article.card[data-state="proposed"]', "")
    assert mark in listed.replace('article.card[data-state="proposed"]', "")


def test_why_shows_the_reader_s_reason_beside_the_comparisons(shell, answered):
    case, a, b = answered
    code, out, _ = shell("why", a, b, "--db", case)
    assert code == 0
    assert "They cannot both be so (proposed by lund-7b-q4" in out
    assert "A reader proposes that they are a dispute" in out
    steps = json.loads(shell("why", a, b, "--db", case, "--format", "json")[1])
    assert [one["passed"] for one in steps if one["name"] == "reader"] == [None]
    assert len(steps) > 1


def test_what_came_of_a_reader_is_counted(shell, answered):
    case, _, _ = answered
    code, out, _ = shell("reader", "report", "--db", case)
    assert (code, out.splitlines()[0]) == (0, "lund-7b-q4: asked 1, answered 1")
    (counts,) = json.loads(shell("reader", "report", "--db", case, "--format", "json")[1])
    assert (counts["proposed"], counts["dropped"]) == (1, {})
    assert shell("verify", "--db", case)[0] == 0


def test_a_bad_line_of_answers_is_named_and_ends_with_one(shell, answered, tmp_path):
    case, _, _ = answered
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{\n")
    code, out, err = shell("reader", "take", bad, "--db", case)
    assert (code, out) == (1, "0 answers, 0 proposals\n")
    assert err == "claimgraph: bad.jsonl:1: no JSON\n"


def test_a_server_is_asked_when_its_address_is_given(shell, case, served):
    code, _, err = shell("match", "--db", case, "--reader", served, "--reader-model", "none")
    assert code == 0
    assert "1 prompts, about" in err
    assert "1 no JSON in the form asked for" in err
    code, out, err = shell("report", "--db", case, "--reader", served, "--reader-model", "invented")
    assert code == 0
    assert out.startswith("# Disputed claims")
    assert "1 an id that was not asked about" in err


def test_a_server_that_is_not_there_is_named_once_and_the_report_is_written(shell, case, unserved):
    _, before, _ = shell("report", "--db", case)
    code, out, err = shell("report", "--db", case, "--reader", unserved)
    assert code == 0
    assert out.replace(f" --reader {unserved}", "") == before  # it says how it was made
    assert err.count("crane.txt") + err.count("Crane fell") == 1
    assert "no connection to the server" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--reader", "https://models.example/v1"), "another machine"),
        (("--reader", "models"), "no address of a server"),
        (("--reader-remote",), "name the server"),
    ],
)
def test_text_does_not_leave_by_mistake(shell, case, arguments, told):
    code, out, err = shell("report", "--db", case, *arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1


def test_where_text_goes_is_said_when_it_leaves(shell, case, monkeypatch):
    monkeypatch.setenv(KEY_VARIABLE, "k")
    monkeypatch.setattr("claimgraph.reader.client.PAUSES", (0.0, 0.0))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    code, _, err = shell("match", "--db", case, "--reader", "https://models.example/v1", "--reader-remote")
    assert code == 0
    assert "the words of the articles go to models.example" in err


def test_nothing_is_asked_and_httpx_not_loaded_unless_that_is_said(case):
    program = (
        "import sys; from claimgraph.cli import run; code = run(['report', '--db', sys.argv[1]]);"
        "sys.exit(code or any(name.split('.')[0] == 'httpx' or 'claimgraph.reader' in name for name in sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(case)], capture_output=True, check=False)
    assert ended.returncode == 0


@pytest.mark.parametrize("command", ["ask", "take", "report"])
def test_each_command_of_the_reader_has_an_example(shell, command):
    code, out, err = shell("reader", command, "--help")
    assert (code, err) == (0, "")
    assert f"Example: claimgraph reader {command}" in out
