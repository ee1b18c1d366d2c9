"""The timeline puts claims where their dates are known to put them, and says what it leaves out."""

import pytest

from claimgraph.graph import timeline as module
from claimgraph.graph.timeline import timeline
from claimgraph.model import Collection, Dated, Findings, Matching

READY = "() => Bokeh.documents.length && Bokeh.documents[0].is_idle"


def with_dates(findings: Findings, *said: str | None, published: str | None = None) -> Findings:
    claims = tuple(
        claim.model_copy(update={"said": Dated(date=date)})
        for claim, date in zip(findings.collection.claims, said, strict=True)
    )
    source = findings.collection.sources[0].model_copy(update={"published": Dated(date=published)})
    collection = findings.collection.model_copy(update={"claims": claims, "sources": (source,)})
    return findings.model_copy(update={"collection": collection})


def test_what_has_no_date_is_counted_and_not_drawn(ferry_findings):
    findings = with_dates(ferry_findings, "2031-03-04", "2031-03", None)
    page = timeline(findings, findings.collection.claims)
    assert "2 claims by 2 speakers" in page.caption
    assert "Left out for want of a known date: 1" in page.caption


def test_an_articles_date_stands_in_and_is_told_apart(ferry_findings):
    findings = with_dates(ferry_findings, "2031-03-04", None, None, published="2031-03-05")
    page = timeline(findings, findings.collection.claims)
    assert "3 claims by 2 speakers" in page.caption
    assert "published 2031-03-05" in page.html
    assert "said 2031-03-04" in page.html


def test_nothing_to_draw_is_said():
    page = timeline(Findings(collection=Collection(), matching=Matching()), ())
    assert "Nothing to draw" in page.html


def test_a_day_that_no_calendar_has_is_left_out(ferry_findings):
    findings = with_dates(ferry_findings, "2031-02-30", "2031-13", "2031-03-04")
    assert "1 claim by" in timeline(findings, findings.collection.claims).caption


def test_caps_keep_disputed_claims_and_are_stated(ferry_findings, monkeypatch):
    monkeypatch.setattr(module, "CLAIMS", 2)
    page = timeline(ferry_findings, tuple(reversed(ferry_findings.collection.claims)))
    assert "1 past the first 2 are left out" in page.caption
    assert "More than 40 passengers" not in page.html
    monkeypatch.setattr(module, "LANES", 1)
    assert (
        "Left out, by speakers past the first 1"
        in timeline(ferry_findings, ferry_findings.collection.claims).caption
    )


@pytest.mark.browser
@pytest.mark.enable_socket
def test_the_page_fetches_nothing_and_makes_no_error(ferry_findings, visit):
    visited = visit(timeline(ferry_findings, ferry_findings.collection.claims).html)
    visited.page.wait_for_function(READY)
    visited.page.locator(".bk-Canvas").first.wait_for()
    assert (len(visited.requests), visited.errors) == (1, [])
