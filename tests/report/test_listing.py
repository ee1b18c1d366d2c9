"""Lists read well on a terminal, in a pipe and in another program."""

import json
import re

import pytest
from findings_fixture import table

from claimgraph.model import Step
from claimgraph.report.listing import SHOWN, as_lines, as_markdown, as_steps, as_table, json_pieces


def listed(*given) -> str:
    return "".join(json_pieces(*given))


@pytest.mark.parametrize("name", list(SHOWN))
def test_every_shown_column_is_a_column(ferry_findings, name):
    frame = table(name, ferry_findings)
    assert set(SHOWN[name]) <= set(frame.columns)
    header = as_lines(name, frame.iloc[:0]).splitlines()
    assert header == ["\t".join(SHOWN[name])]


def test_lines_hold_a_row_a_claim_and_nothing_for_the_unknown(ferry_findings):
    lines = as_lines("claims", table("claims", ferry_findings)).splitlines()
    assert len(lines) == 4
    assert lines[1].split("\t")[1:4] == [
        "Northlight Lines",
        "said",
        "the ferry had struck an uncharted reef",
    ]
    assert "<NA>" not in "".join(lines)
    assert "None" not in "".join(lines)


def test_text_cannot_break_a_line_or_steer_the_terminal(ferry_findings):
    frame = table("claims", ferry_findings)
    frame["text"] = "one\ttwo\nthree \x1b[31m| <b> [red]"
    lines = as_lines("claims", frame).splitlines()
    assert len(lines) == 4
    assert all(line.count("\t") == len(SHOWN["claims"]) - 1 for line in lines)
    drawn = as_table("claims", frame, 200)
    assert "\x1b" not in drawn
    assert "[red]" in drawn
    assert r"\| \<b\> \[red\]" in as_markdown("claims", frame)


def test_a_drawn_table_keeps_to_the_width_and_leaves_out_empty_columns(ferry_findings):
    frame = table("claims", ferry_findings)
    frame["flags"] = None
    drawn = as_table("claims", frame, 100)
    assert max(map(len, drawn.splitlines())) <= 100
    assert "3 claims" in drawn
    assert "flags" not in drawn


def test_json_holds_things_as_the_report_has_them(ferry_findings):
    wanted = ferry_findings.collection.claims[1]
    found = json.loads(listed("claims", ferry_findings, None, [wanted.id]))
    assert [(one["id"], one["start"], one["end"], one["act"]) for one in found] == [
        (wanted.id, wanted.start, wanted.end, "deny")
    ]
    assert json.loads(listed("disputes", ferry_findings, None, [])) == []
    assert len(json.loads(listed("sources", ferry_findings, None, None))) == 1


def test_figures_as_json_are_their_rows(ferry_findings):
    assert json.loads(listed("figures", ferry_findings, table("figures", ferry_findings), None)) == []


def test_steps_show_their_outcome_and_their_words(ferry_findings):
    claim = ferry_findings.collection.claims[0]
    steps = [
        Step(
            name="counted", passed=True, detail="one ferry", spans=((claim.id, claim.start, claim.start + 9),)
        ),
        Step(name="when", passed=False, detail="2016 against 2020"),
        Step(name="other answer", passed=None, detail="nothing that excludes each other"),
        Step(name="other doer", passed=None, detail="nothing that excludes each other"),
    ]
    lines = as_steps(steps, ferry_findings).splitlines()
    assert lines[0] == "yes  counted: one ferry"
    assert lines[1].endswith("“the ferry”")
    assert lines[2:] == [
        "no   when: 2016 against 2020",
        "–    other answer, other doer: nothing that excludes each other",
    ]


def test_nothing_in_a_markdown_list_becomes_markup(ferry_findings):
    frame = table("sources", ferry_findings)
    frame["title"] = "![x](https://evil.example/x.png) [a](b) <img src=x> `c` **d** | e"
    line = as_markdown("sources", frame).splitlines()[2]
    assert "!\\[x\\](https" in line
    assert "\\<img" in line
    for sign in "[]`*|<":
        assert re.search(rf"(?<!\\){re.escape(sign)}", line.strip("| ").replace(" | ", " ")) is None
