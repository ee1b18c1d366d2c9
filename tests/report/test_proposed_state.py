"""What is only proposed stands visibly apart in every format, and changes nothing else of a report."""

import csv
import io
import json

import pytest
from ferry import make_extraction, make_matching, make_source

from claimgraph.model import Collection, Dispute, Findings, Reason
from claimgraph.report import render
from claimgraph.report.cards import PROPOSED

SAYS = "proposed by a language model, decided by nobody"


@pytest.fixture
def proposed() -> Findings:
    source = make_source()
    extraction = make_extraction(source)
    matching = make_matching(extraction)
    first, _, third = extraction.claims
    reason = Reason(rule="reader", detail="The two differ <b>* (proposed by m, prompt 1/abc).")
    dispute = Dispute(
        id="d-proposed", kind="contradiction", subject=None, sides=((first.id,), (third.id,)), state="proposed",
        score=0.5, reasons=(reason,),
    )  # fmt: skip
    collection = Collection(sources=(source,), speakers=extraction.speakers, claims=extraction.claims)
    changed = matching.model_copy(update={"disputes": (*matching.disputes, dispute)})
    return Findings(collection=collection, matching=changed)


def test_markdown_says_so_in_a_section_of_its_own(proposed):
    text = render(proposed, "md")
    assert f"## {PROPOSED[1]}" in text
    assert SAYS in text.split(f"## {PROPOSED[1]}")[1].lower()
    assert SAYS not in text.split(f"## {PROPOSED[1]}")[0].lower()
    assert "1 dispute," in text
    assert "1 proposal." in text


def test_the_page_says_so_in_a_section_of_its_own(proposed):
    page = render(proposed, "html")
    assert page.count(SAYS) == 1
    assert '<section class="part" id="proposed"' in page
    assert 'data-state="proposed"' in page
    assert "The two differ &lt;b&gt;" in page


def test_json_and_csv_hold_the_state(proposed):
    found = json.loads(render(proposed, "json"))["disputes"]
    assert [one["state"] for one in found] == ["open", "proposed"]
    rows = list(csv.DictReader(io.StringIO(render(proposed, "csv"))))
    assert {row["state"] for row in rows if row["id"] == "d-proposed"} == {"proposed"}


def test_nothing_else_of_the_report_changes(proposed):
    open_only = tuple(one for one in proposed.matching.disputes if one.state == "open")
    without = proposed.model_copy(
        update={"matching": proposed.matching.model_copy(update={"disputes": open_only})}
    )
    page, before = render(proposed, "html"), render(without, "html")
    for part in ("opposition", "timeline", "sources", "texts", "speakers"):
        mark = f'id="{part}"'
        assert (mark in page) == (mark in before)
    assert render(proposed, "md").split(f"## {PROPOSED[1]}")[0].count("###") == render(without, "md").count(
        "###"
    )
