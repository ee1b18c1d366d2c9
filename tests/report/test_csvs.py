import csv
import io

import pandas as pd
import pytest
from findings_fixture import FINDINGS, NEVER, SOURCES, TWELVE, WARNED
from spreadsheet import expected_cells, hostile_csv

from claimgraph.model import Collection, Findings, Matching
from claimgraph.report import render
from claimgraph.report.csvs import COLUMNS, guard

ROWS = list(csv.DictReader(io.StringIO(render(FINDINGS, "csv"))))


def test_there_is_a_row_per_claim_in_a_dispute_and_a_row_per_flag():
    assert [row["kind"] for row in ROWS] == [
        *["mutual_accusation"] * 2, *["figures"] * 2, *["reversal"] * 2, *["denial"] * 2,
        "not_verified", "unverified_claim", "unverified_figure",
    ]  # fmt: skip


def test_a_row_says_who_what_where_and_when():
    row = next(row for row in ROWS if row["kind"] == "denial" and row["claim"] == NEVER.id)
    expected = {
        "side": "2",
        "speaker": "Tarrow Minerals",
        "act": "deny",
        "polarity": "denied",
        "text": '"No such warning was ever received,"',
        "sentence": '"No such warning was ever received," Tarrow Minerals said.',
        "source": "mine.txt",
        "published": "2019-06-03",
        "said": "2019-06-03",
        "happened": "",
        "start": str(NEVER.start),
        "url": "https://courier.example/mine?id=7&x=1",
        "origins_of_side": "1",
    }
    assert {name: row[name] for name in expected} == expected


def test_a_row_of_a_flagged_claim_names_its_flags_and_figures():
    row = next(row for row in ROWS if row["kind"] == "figures" and row["claim"] == TWELVE.id)
    assert row["flags"] == "not_verified"
    assert row["figures"].startswith("“12” people; trapped")


@pytest.mark.parametrize(
    "start", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", " =1", "\u200b=1", "＝1", "\ufeff@a"]
)
def test_text_that_a_spreadsheet_would_run_is_guarded(start):
    assert guard(start) == f"'{start}"


@pytest.mark.parametrize("plain", ["a=1", "", 5, -5, None, "'x"])
def test_other_values_are_left_as_they_are(plain):
    assert guard(plain) == plain


def test_a_formula_for_a_title_does_not_reach_the_spreadsheet():
    sources = (SOURCES[0].model_copy(update={"title": '=HYPERLINK("http://x.example")'}), *SOURCES[1:])
    collection = FINDINGS.collection.model_copy(update={"sources": sources})
    text = render(FINDINGS.model_copy(update={"collection": collection}), "csv")
    titles = {row["title"] for row in csv.DictReader(io.StringIO(text)) if row["claim"] == WARNED.id}
    assert titles == {'\'=HYPERLINK("http://x.example")'}


def test_without_findings_only_the_header_stands():
    text = render(Findings(collection=Collection(), matching=Matching()), "csv")
    assert text == ",".join(COLUMNS) + "\n"


def test_no_character_of_a_text_begins_a_row_for_csv(tmp_path):
    with hostile_csv(tmp_path).open(newline="", encoding="utf-8") as file:
        assert list(csv.reader(file))[1:] == expected_cells()


@pytest.mark.parametrize("engine", ["c", "python"])
def test_no_character_of_a_text_begins_a_row_for_pandas(tmp_path, engine):
    frame = pd.read_csv(hostile_csv(tmp_path), dtype=str, engine=engine)
    assert [[a, b.replace("\r\n", "\n"), c] for a, b, c in frame.to_numpy().tolist()] == [
        [a, b.replace("\r\n", "\n"), c] for a, b, c in expected_cells()
    ]
