"""The drawing of the graph fetches nothing, answers to hover and tap, and runs no article's words."""

import json
import re

import pytest

from claimgraph.graph import build
from claimgraph.graph.drawing import DRAWN, draw
from claimgraph.graph.encoding import EDGES, NODES
from claimgraph.graph.page import harmless
from claimgraph.model import Collection, Findings, Matching

HOSTILE = (
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"> "
    '</script><a href="javascript:alert(1)">x</a> $$x^2$$ \\(y\\) \\[z\\] @quote{safe} $index \u202edesrever'
)

PLACE_OF = """(node) => {
  const figure = Bokeh.documents[0].roots()[0]
  const view = Bokeh.index.get_by_id(figure.id)
  for (const renderer of figure.renderers) {
    const {node: ids, x, y} = renderer.data_source.data
    if (renderer.name === "labels" || !ids || !x) continue
    const at = Array.from(ids).indexOf(node)
    if (at < 0) continue
    const {left, top} = view.canvas_view.el.getBoundingClientRect()
    const {x_scale, y_scale} = view.frame
    return [left + x_scale.compute(x[at]), top + y_scale.compute(y[at])]
  }
}"""
SEEN = """() => {
  const figure = Bokeh.documents[0].roots()[0], found = {}
  for (const renderer of figure.renderers) {
    const {node, alpha} = renderer.data_source.data
    if (renderer.name === "labels" || !node) continue
    Array.from(node).forEach((id, i) => { found[id] = alpha[i] })
  }
  return found
}"""
LABELS = """() => {
  const data = Bokeh.documents[0].roots()[0].renderers.find((one) => one.name === "labels").data_source.data
  return Array.from(data.text).filter((_, i) => data.alpha[i] > 0)
}"""
READY = "() => Bokeh.documents.length && Bokeh.documents[0].is_idle"


def tap(page, node: str, told: str) -> None:
    """Tap a node until the page tells of it: on a busy machine a tap can last until Bokeh takes it for a press."""
    heading = page.locator("#told h2", has_text=told)
    for _ in range(20):
        page.mouse.click(*page.evaluate(PLACE_OF, node))
        page.wait_for_timeout(600)  # or two taps would be one double tap
        if heading.count():
            return
    raise AssertionError(f"the page does not tell of {node}: {page.locator('#told').inner_text()}")


def with_text(findings: Findings, text: str) -> Findings:
    """Return the findings with hostile words wherever an article's words can be."""
    first, *others = findings.collection.claims
    line, *speakers = findings.collection.speakers
    source = findings.collection.sources[0]
    collection = findings.collection.model_copy(
        update={
            "claims": (first.model_copy(update={"text": text}), *others),
            "speakers": (line.model_copy(update={"name": text, "role": text}), *speakers),
            "sources": (source.model_copy(update={"title": text, "publisher": text}),),
        }
    )
    return findings.model_copy(update={"collection": collection})


@pytest.mark.browser
@pytest.mark.enable_socket
def test_the_page_fetches_nothing_and_answers_to_hover_and_tap(ferry_findings, visit):
    visited = visit(draw(build(ferry_findings)).html)
    page = visited.page
    page.wait_for_function(READY)
    page.wait_for_function(f"() => ({LABELS})().length > 0")
    assert any("denial" in label for label in page.evaluate(LABELS))

    reef, denial, injured = (claim.id for claim in ferry_findings.collection.claims)
    page.mouse.move(*page.evaluate(PLACE_OF, reef))
    page.get_by_text("“the ferry had struck an uncharted reef”").first.wait_for(state="visible")
    look = "one => [getComputedStyle(one).position, getComputedStyle(one).maxWidth]"
    assert page.locator(".bk-Tooltip").first.evaluate(look) == ["fixed", "338px"]

    tap(page, "d-reef", told="Dispute: denial")
    seen = page.evaluate(SEEN)
    assert {node for node, alpha in seen.items() if alpha == 1} == {
        "d-reef",
        reef,
        denial,
        "p-line",
        "p-union",
    }
    assert seen[injured] < 0.5
    assert "the union denies it" in page.locator("#told").inner_text()

    tap(page, injured, told="Harbour Union")
    assert "said by Harbour Union" in page.locator("#told").inner_text()
    assert (len(visited.requests), visited.errors) == (1, [])


@pytest.mark.browser
@pytest.mark.enable_socket
def test_on_a_phone_the_drawing_keeps_its_size_and_the_page_stands_still(ferry_findings, visit):
    page = visit(draw(build(ferry_findings)).html).page
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_function(READY)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".drawing").evaluate("one => one.scrollWidth") > 800


@pytest.mark.browser
@pytest.mark.enable_socket
def test_hostile_words_stay_words(ferry_findings, visit):
    findings = with_text(ferry_findings, HOSTILE)
    visited = visit(draw(build(findings)).html)
    page = visited.page
    page.wait_for_function(READY)
    page.mouse.move(*page.evaluate(PLACE_OF, findings.collection.claims[0].id))
    page.get_by_text("<script>document.title='run'</script>").first.wait_for(state="visible")
    tap(page, "p-line", told="")
    assert "<script>" in page.locator("#told h2").inner_text()
    assert page.locator("#told img, #told a, #told script").count() == 0
    assert page.title() == "The graph of claims"
    assert (len(visited.requests), visited.errors) == (1, [])


@pytest.mark.browser
@pytest.mark.enable_socket
def test_a_notebook_shows_it_in_a_frame_that_cannot_reach_out(ferry_findings, visit):
    visited = visit(f"<!doctype html><title>notebook</title>{draw(build(ferry_findings))._repr_html_()}")
    frame = visited.page.frame_locator("iframe")
    frame.locator("#told p").wait_for()
    assert visited.page.locator("iframe").get_attribute("sandbox") == "allow-scripts allow-downloads"
    assert [url for url in visited.requests if not url.startswith(("file:", "about:"))] == []
    assert visited.errors == []


def test_kinds_differ_by_more_than_colour():
    assert len({style.marker for style in NODES.values()}) == len(NODES)
    assert max(NODES.values(), key=lambda style: style.size) is NODES["dispute"]
    assert len({(style.dash, style.width, style.arrow) for style in EDGES.values()}) >= 7


def test_every_kind_of_node_and_edge_of_the_graph_has_a_look(ferry_findings):
    graph = build(ferry_findings, cap=None)
    assert {kind for _, kind in graph.nodes(data="kind")} <= set(NODES)
    assert {key for *_, key in graph.edges(keys=True)} <= set(EDGES)


def test_the_page_is_whole(ferry_findings):
    html = draw(build(ferry_findings)).html
    assert "default-src 'none'" in html
    assert re.search(r"script-src ('sha256-[\w+/=]+' ?)+;", html)
    assert "unsafe-" not in html.split("</title>")[0]
    assert re.search(r"\son\w+=", re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)) is None
    assert not re.search(r"<(script|img|link|iframe)\b[^>]*\b(src|href)=", html)


def test_the_same_graph_is_the_same_page(ferry_findings):
    assert draw(build(ferry_findings)).html == draw(build(ferry_findings)).html


def test_the_caption_says_what_is_drawn_and_what_is_left_out(ferry_findings):
    whole = draw(build(ferry_findings))
    assert "1 dispute, 2 speakers, 3 claims, 1 subject, 1 source" in str(whole)
    capped = draw(build(ferry_findings, claim=ferry_findings.collection.claims[0].id, hops=1, cap=2))
    assert "3 more lie as near and were left out by the cap of 2 per step" in capped.caption


def test_nothing_to_draw_is_said():
    page = draw(build(Findings(collection=Collection(), matching=Matching())))
    assert "Nothing to draw" in page.html
    assert page.caption == "Drawn: nothing."


def test_a_huge_graph_is_drawn_in_part_and_says_so(ferry_findings):
    first = ferry_findings.collection.claims[0]
    many = tuple(first.model_copy(update={"id": f"c{number}"}) for number in range(DRAWN + 200))
    collection = ferry_findings.collection.model_copy(update={"claims": many})
    findings = Findings(collection=collection, matching=Matching(subjects=ferry_findings.matching.subjects))
    page = draw(build(findings, cap=None))
    assert f"Drawn: 1 speaker, {DRAWN - 3} claims, 1 subject, 1 source" in page.caption
    assert "what there is no room for" in page.caption
    assert len(page.html) < 4_000_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("costs $5 and $6", "costs $5 and $6"),
        ("$$x$$", "$\u2060$x$\u2060$"),
        (r"\(x\)", "\\\u2060(x\\)"),
        ("a\u202eb", "a[U+202E]b"),
    ],
)
def test_nothing_is_taken_for_a_formula_and_nothing_hides(text, expected):
    assert harmless(text) == expected


def test_the_words_of_an_article_are_data_in_the_page(ferry_findings):
    html = draw(build(with_text(ferry_findings, HOSTILE))).html
    assert "<script>document.title" not in html
    assert json.dumps("onerror")[1:-1] in html


def test_a_drawing_with_too_little_room_holds_whole_disputes(ferry_findings):
    first, second, _ = ferry_findings.collection.claims
    copies, disputes = [], []
    for number in range(30):
        pair = [one.model_copy(update={"id": f"{one.id}-{number}"}) for one in (first, second)]
        copies += pair
        sides = tuple((one.id,) for one in pair)
        disputes.append(
            ferry_findings.matching.disputes[0].model_copy(update={"id": f"d{number}", "sides": sides})
        )
    collection = ferry_findings.collection.model_copy(update={"claims": tuple(copies)})
    subjects = ferry_findings.matching.subjects
    findings = Findings(collection=collection, matching=Matching(disputes=tuple(disputes), subjects=subjects))
    caption = draw(build(findings, dispute="all", cap=None), most=20).caption
    assert "Drawn: 5 disputes, 2 speakers, 10 claims, 1 subject, 1 source." in caption
    assert "25 of them disputes" in caption
