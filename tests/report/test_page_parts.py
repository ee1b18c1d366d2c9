"""The parts of the page beside the cards: axes, timeline, opposition, full texts, filters."""

import json
import re
from html import unescape

import pytest
from findings_fixture import (
    ACCUSATIONS,
    ADMITTED,
    DENIAL,
    ERASED,
    FIGURES,
    FINDINGS,
    INVENTED,
    LATER_ID,
    MINE,
    MINE_ID,
    NEVER,
    REVERSAL,
    SOURCES,
    THIRTY_ONE,
    TWELVE,
    WARNED,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.embedded import library
from claimgraph.model import (
    Block,
    Claim,
    Collection,
    Findings,
    Matching,
    NearMiss,
    Quantity,
    Source,
    Update,
)
from claimgraph.policy import NONCE, STYLED, policy
from claimgraph.report import charts, render
from claimgraph.report.cards import Cards
from claimgraph.report.fulltext import articles
from claimgraph.report.html import LISTED
from claimgraph.report.lookup import Lookup
from claimgraph.report.opposition import opposition
from claimgraph.report.page import build
from claimgraph.report.quoting import visible
from claimgraph.report.timeline import timeline
from claimgraph.report.values import AXES, Axes, axes

EMPTY = Findings(collection=Collection(), matching=Matching())


def parts(findings=FINDINGS):
    """Return what every part is built from."""
    cards = Cards(Lookup(findings))
    cards.stories()
    return cards


def changed(claims=None, **matching):
    """Return the findings with other claims, or other things matched."""
    collection = FINDINGS.collection
    if claims:
        held = tuple(claims.get(one.id, one) for one in collection.claims)
        new = tuple(one for key, one in claims.items() if key not in {each.id for each in collection.claims})
        collection = collection.model_copy(update={"claims": (*held, *new)})
    return Findings(collection=collection, matching=FINDINGS.matching.model_copy(update=matching))


def counting(number: int, low: float | None, high: float | None, own: bool | None = None, **fields) -> Claim:
    """Return a claim of the miners' union on how many are missing."""
    quantity = Quantity(
        low=low, high=high, text=str(low or high), span=(0, 2), unit="people", event="missing", own=own
    )
    base = {"id": f"cx{number}", "subject": "t9", "quantities": (quantity,)}
    return THIRTY_ONE.model_copy(update={**base, **fields})


# --- values on one axis -------------------------------------------------------------------


def test_figures_in_dispute_stand_on_one_axis_whose_they_are_beside_them():
    shown = axes(parts()).shown
    disputed = next(one for one in shown if one.cards)
    assert disputed.cards == ((3, FIGURES.id),)
    assert [(one.text, one.low, one.high, one.whose) for one in disputed.values] == [
        ("12 trapped", 12, 12, "own side"),
        ("at least 31", 31, None, "side not stated"),
    ]
    assert disputed.values[0].speaker == "Lena Voss"
    assert disputed.values[0].date.label == "Said"


def test_the_same_value_of_the_same_speaker_is_one_row_with_all_its_statements():
    again = counting(1, 5, 5), counting(2, 5, 5), counting(3, 7, 7)
    (axis,) = [one for one in axes(parts(changed({one.id: one for one in again}))).shown if not one.cards][:1]
    assert [(one.low, len(one.statements)) for one in axis.values] == [(5, 2), (7, 1)]


@pytest.mark.parametrize("values", [[5], [5, 5]], ids=["single", "all alike"])
def test_values_that_do_not_differ_make_no_axis(values):
    claims = {
        f"cx{place}": counting(place, value, value, speakers=(f"p{place}",))
        for place, value in enumerate(values, 1)
    }
    assert not [one for one in axes(parts(changed(claims))).shown if "cx1" in one.claims]


@pytest.mark.parametrize(("gate", "together"), [("when", False), ("counted", False), ("many", True)])
def test_what_a_field_tells_apart_is_not_drawn_together(gate, together):
    one, other = counting(1, 5, 5), counting(2, 7, 7)
    misses = (NearMiss(a="cx2", b="cx1", gate=gate, detail=""),)
    shown = axes(parts(changed({"cx1": one, "cx2": other}, near_misses=misses))).shown
    assert any({"cx1", "cx2"} <= set(axis.claims) for axis in shown) is together


@pytest.mark.parametrize("together", [False, True])
def test_figures_of_two_articles_stand_on_one_axis_only_where_something_matched_holds_them(together):
    one, other = counting(1, 5, 5), counting(2, 7, 7, source=LATER_ID)
    sides = (("cx1",), ("cx2",))
    updates = (Update(id="u2", subject=None, sides=sides),) if together else ()
    shown = axes(parts(changed({"cx1": one, "cx2": other}, updates=updates))).shown
    assert any({"cx1", "cx2"} <= set(axis.claims) for axis in shown) is together


def test_past_the_cap_axes_are_counted_and_not_shown():
    claims = {
        f"cx{number}": counting(number, number, number, subject=f"s{number // 2}")
        for number in range(2, 2 * AXES + 20)
    }
    found = axes(parts(changed(claims)))
    assert len(found.shown) == AXES
    assert found.left > 0
    assert f"{found.left} more quantities with several values" in render(changed(claims), "html")


def test_own_figures_and_those_of_another_side_differ_in_shape_and_in_words():
    one, other = counting(1, 5, 5, own=True), counting(2, 7, None, own=False)
    (axis,) = [
        axis for axis in axes(parts(changed({"cx1": one, "cx2": other}))).shown if "cx1" in axis.claims
    ]
    labels = [charts.label(value) for value in axis.values]
    assert labels[0].startswith("● 5")
    assert "own side" in labels[0]
    assert labels[1].startswith("◆ 7")
    assert "another side" in labels[1]
    assert {charts.MARKERS[True][0], charts.MARKERS[False][0], charts.MARKERS[None][0]} == {
        "circle",
        "diamond",
        "square",
    }


def test_an_axis_without_sides_says_nothing_of_sides():
    claims = {"cx1": counting(1, 5, 5), "cx2": counting(2, 7, 7)}
    (axis,) = [axis for axis in axes(parts(changed(claims))).shown if "cx1" in axis.claims]
    assert {value.whose for value in axis.values} == {""}


# --- charts -------------------------------------------------------------------------------


def test_a_chart_is_the_same_text_each_time_and_closes_no_script():
    hostile = counting(1, 5, 5)
    quantity = hostile.quantities[0].model_copy(update={"text": "</script><!--"})
    claims = {
        "cx1": hostile.model_copy(update={"quantities": (quantity,)}),
        "cx2": counting(2, 9000, None, own=False),
    }
    found = [axis for axis in axes(parts(changed(claims))).shown if "cx1" in axis.claims]
    text = charts.chart(found[0])
    assert text == charts.chart(found[0])
    assert "<" not in text
    assert "</script><!--" in json.dumps(json.loads(text), ensure_ascii=False)
    assert "LogScale" in text


def test_the_colours_of_charts_are_the_ones_of_the_page():
    html = render(FINDINGS, "html")
    light = re.search(r":root \{(.*?)\}", html, re.DOTALL)[1]
    script = html[html.rindex("<script>") :]
    for name, colour in charts.COLOURS.items():
        assert f"--{name}: {colour};" in light
        assert f'"{colour}": "--{name}"' in script


def test_the_library_is_carried_once_and_only_for_charts():
    assert render(FINDINGS, "html").count('<script type="text/plain" id="bokeh">') == 1
    without = render(EMPTY, "html")
    assert "bokeh" not in without[: without.rindex("<script>")]
    assert len(without) < 60_000


def test_the_policy_names_the_scripts_and_nothing_else():
    html = render(FINDINGS, "html")
    script = html[html.rindex("<script>") + 8 : html.rindex("</script>")]
    stated = unescape(re.search(r'Content-Security-Policy" content="(.*?)"', html)[1])
    nonce = re.search(r'<style nonce="(.*?)">', html)[1]
    assert stated == policy(STYLED, script, library()).replace(NONCE, nonce)
    assert NONCE not in html


# --- timeline -----------------------------------------------------------------------------


def test_a_subject_is_told_from_its_accusation_over_its_denial_to_its_admission():
    (thread,) = [one for one in timeline(parts()).threads if one.id == "time-t2"]
    told = [(one.day, one.kind, one.statement.id) for one in thread.moments]
    assert told == [
        ("2019-06", "admission", ADMITTED.id),
        ("2019-06-03", "accusation", WARNED.id),
        ("2019-06-03", "denial", NEVER.id),
    ]
    assert thread.summary == "3 statements, 1 denial, 1 admission, 1 accusation"
    assert thread.moments[1].date.label == "Published"
    assert thread.moments[2].date.label == "Said"
    assert thread.moments[1].happened.date == "March 2019"
    assert thread.moments[2].cards == ((1, REVERSAL.id), (2, DENIAL.id))


def test_what_has_no_date_stands_apart():
    third = ERASED.model_copy(update={"id": "cx3"})
    threads = timeline(parts(changed({"cx3": third}))).threads
    (thread,) = [one for one in threads if one.id == "time-t4"]
    assert thread.moments == ()
    assert {one.statement.id for one in thread.undated} == {ERASED.id, INVENTED.id, "cx3"}
    assert "Date unknown" in render(changed({"cx3": third}), "html")


def test_two_statements_of_one_day_are_counted_and_left_to_their_card():
    found = timeline(parts())
    assert "time-t4" not in {one.id for one in found.threads}
    assert found.brief >= 1


# --- who disputes whom --------------------------------------------------------------------


def table(findings=FINDINGS):
    found = opposition(parts(findings))
    return {
        (row.party, party): [identity for _, identity in cards]
        for row in found.rows
        for party, cards in zip(found.disputed, row.cells, strict=True)
        if cards
    }


def test_a_denial_counts_for_the_denier_and_other_kinds_both_ways():
    assert table() == {
        ("Tarrow Minerals", "Miners' Union"): [DENIAL.id, FIGURES.id],
        ("Miners' Union", "Tarrow Minerals"): [FIGURES.id],
        ("Tarrow Minerals", "Tarrow Minerals"): [REVERSAL.id],
        ("Prosecution", "Piet Lange"): [ACCUSATIONS.id],
        ("Piet Lange", "Prosecution"): [ACCUSATIONS.id],
    }


def test_what_a_reviewer_rejected_is_not_counted():
    rejected = FIGURES.model_copy(update={"state": "rejected"})
    assert ("Miners' Union", "Tarrow Minerals") not in table(changed(disputes=(DENIAL, rejected)))


def test_a_party_without_a_side_goes_by_its_name_and_an_unknown_one_is_called_so():
    unknown = TWELVE.model_copy(update={"speakers": ()})
    assert ("Speaker unknown", "Miners' Union") in table(changed({TWELVE.id: unknown}, disputes=(FIGURES,)))


# --- full texts ---------------------------------------------------------------------------


def plain(html):
    """Return the text of a marked article, without what the marking put in."""
    html = re.sub(r'<a class="ref".*?</a>', "", html)
    return unescape(re.sub(r"<[^>]+>", "", html))


def squeezed(text):
    return re.sub(r"\s+", "", text)


def marked(source, claims=(), disputes=()):
    findings = Findings(
        collection=Collection(sources=(source,), claims=tuple(claims)), matching=Matching(disputes=disputes)
    )
    (article,) = articles(parts(findings), ())
    return article


def test_an_article_keeps_every_character_and_marks_each_claim_once():
    found = {one.origin.id: one for one in articles(parts(), ())}
    assert squeezed(plain(found[MINE_ID].text)) == squeezed(MINE)
    for claim in FINDINGS.collection.claims:
        text = found[claim.source].text
        assert text.count(f'id="m-{claim.id}"') == 1
    assert f'<a class="ref" href="#{DENIAL.id}" aria-label="dispute 2">2</a>' in found[MINE_ID].text
    assert f'href="#{REVERSAL.id}"' in found[LATER_ID].text


TEXT = st.text(alphabet="ab .\n<&\"'>\u202e\u2066é", min_size=1, max_size=60)


@settings(deadline=None, max_examples=60)
@given(TEXT, st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=6), st.integers(0, 60))
def test_claims_may_overlap_and_cross_paragraphs_and_nothing_of_the_text_is_lost(text, spans, cut):
    cut = min(cut, len(text))
    blocks = tuple(
        Block(start=start, end=end, kind="body") for start, end in ((0, cut), (cut, len(text))) if start < end
    )
    source = Source(id="s1", name="a", path="a", sha256="0", text=text, blocks=blocks)
    claims = [
        TWELVE.model_copy(
            update={"id": f"c{place}", "source": "s1", "start": start, "end": end, "content": ((start, end),)}
        )
        for place, (start, length) in enumerate(spans)
        if (end := min(len(text), start + length)) > start
    ]
    html = marked(source, claims).text
    assert squeezed(plain(html)) == squeezed(visible(text))
    assert html.count("<mark") == html.count("</mark>")
    for claim in claims:
        assert html.count(f'id="m-{claim.id}"') == 1


def test_paragraphs_that_were_not_read_are_grey_and_counted():
    source = SOURCES[0]
    blocks = (*source.blocks[:-1], source.blocks[-1].model_copy(update={"kind": "boilerplate"}))
    article = marked(source.model_copy(update={"blocks": blocks}))
    assert article.text.count('<p class="off">') == 1
    assert article.unread.startswith("1 grey paragraph (")


# --- filters ------------------------------------------------------------------------------


def test_each_facet_offers_what_cards_and_flagged_statements_hold_with_their_number():
    found = {
        facet.key: {(one.value, one.label, one.number) for one in facet.options}
        for facet in build(FINDINGS).facets
    }
    assert ("tarrow-minerals", "Tarrow Minerals", 4) in found["side"]
    assert ("none", "no side known", 1) in found["side"]
    assert ("p3", "Miners' Union", 2) in found["speaker"]
    assert ("denial", "Denied", 1) in found["kind"]
    assert ("unverified_figure", "Unverified figure", 1) in found["kind"]
    assert ("warning-before-the-flood-at-tarrow", "Warning before the flood at Tarrow", 2) in found["subject"]
    assert (LATER_ID, "Tarrow Minerals admits it was warned", 2) in found["source"]


def test_a_card_carries_the_values_of_its_claims():
    html = render(FINDINGS, "html")
    card = re.search(rf'<article class="card" id="{REVERSAL.id}"[^>]*>', html)[0]
    assert 'data-kind="reversal"' in card
    assert 'data-side="tarrow-minerals"' in card
    assert 'data-dates="2019-06-03 2019-06"' in card
    assert f'data-source="{MINE_ID} {LATER_ID}"' in card


def test_a_page_on_nothing_has_none_of_the_parts():
    page = build(EMPTY)
    assert page.axes == Axes((), 0)
    assert page.timeline.threads == ()
    assert page.opposition.rows == ()
    assert list(page.articles) == []


def test_a_long_list_of_contents_is_folded_and_says_how_many_more():
    sides = DENIAL.sides * 3  # so many sides are not compared with another dispute's
    copies = tuple(
        DENIAL.model_copy(update={"id": f"dx{place}", "score": 0.5, "sides": sides})
        for place in range(LISTED + 5)
    )
    html = render(changed(disputes=copies), "html")
    contents = html[html.index("<nav") : html.index("</nav>")]
    assert "<summary>5 more</summary>" in contents
    assert contents.count("<li data-for=") == LISTED + 5
