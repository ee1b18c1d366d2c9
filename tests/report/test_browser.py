"""The report page in a real browser: it asks for nothing, answers, and keeps hostile text as text."""

import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from findings_fixture import DENIAL, FIGURES, FINDINGS, MINE_ID, NEVER, UNION, WARNED

from claimgraph.model import Block, Source, Speaker
from claimgraph.report import render
from claimgraph.report.folder import pages

sync_api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium"),
]

HOSTILE = (
    "<script>window.hacked = 1</script>\n\n"
    '<img src="https://evil.example/x.png" onerror="window.hacked = 2"> said the </script> harbour had sunk.\n\n'
    '<a href="javascript:window.hacked = 3" onclick="window.hacked = 4">here</a> \u202egnihton\u202c -->'
)


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield started
        started.close()


class Visit:
    """A page with what it asked for and what it complained of."""

    def __init__(self, browser, path: Path, place: str = "", **options) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}, **options})
        self.page = self.context.new_page()
        self.requests, self.complaints = [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message) or dialog.dismiss())
        self.page.on(
            "console",
            lambda line: self.complaints.append(line.text) if line.type in {"error", "warning"} else None,
        )
        self.page.goto(path.as_uri() + place)
        if options.get("java_script_enabled", True):
            self.page.wait_for_selector("html[data-ready]")

    def cards(self) -> list[str]:
        return self.page.eval_on_selector_all(
            "article.card", "all => all.filter(one => one.checkVisibility()).map(one => one.id)"
        )

    def choose(self, name: str, label: str) -> None:
        self.page.eval_on_selector("#choose", "one => { one.open = true; }")
        self.page.select_option(f"select[name={name}]", label=label)

    def status(self) -> str:
        return self.page.inner_text("#shown")


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render(FINDINGS, "html"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A report whose article, title, address, speaker and figure all try to be markup."""
    claims = tuple(
        one.model_copy(
            update={
                "quantities": tuple(
                    part.model_copy(
                        update={"text": "</script><script>window.hacked = 5</script>", "of": "<b>x"}
                    )
                    for part in one.quantities
                )
            }
        )
        for one in FINDINGS.collection.claims
    )
    speakers = tuple(
        one.model_copy(update={"name": '"><img src=x onerror="window.hacked = 6">'})
        if one.id == UNION.id
        else one
        for one in FINDINGS.collection.speakers
    )
    article = Source(
        id="s-hostile",
        name="hostile.txt",
        path="hostile.txt",
        title='<img src=x onerror="window.hacked = 7">',
        url="javascript:window.hacked = 8",
        sha256="0" * 64,
        text=HOSTILE,
        blocks=(Block(start=0, end=len(HOSTILE), kind="body"),),
    )
    collection = FINDINGS.collection.model_copy(
        update={
            "claims": claims,
            "speakers": (*speakers, Speaker(id="p99", name="</title>", kind="group")),
            "sources": (*FINDINGS.collection.sources, article),
        }
    )
    path = tmp_path_factory.mktemp("hostile") / "report.html"
    path.write_text(render(FINDINGS.model_copy(update={"collection": collection}), "html"), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_requested_and_nothing_complained_of_while_charts_are_drawn(browser, report, scheme):
    visit = Visit(browser, report, color_scheme=scheme)
    visit.page.locator(".axis").first.scroll_into_view_if_needed()
    visit.page.wait_for_selector(".plot .bk-Canvas")
    assert visit.requests == [report.as_uri()]
    assert visit.complaints == []


def test_how_sure_leaves_the_cards_called_so_and_every_flagged_statement(browser, tmp_path):
    disputes = tuple(
        one.model_copy(update={"score": 0.4 if place else 1.0})
        for place, one in enumerate(FINDINGS.matching.disputes)
    )
    matching = FINDINGS.matching.model_copy(update={"disputes": disputes})
    path = tmp_path / "report.html"
    path.write_text(render(FINDINGS.model_copy(update={"matching": matching}), "html"), encoding="utf-8")
    visit = Visit(browser, path)
    flagged = visit.page.locator("[data-item=flagged]:visible").count()
    visit.choose("sureness", "High (1)")
    assert visit.page.locator("[data-item=dispute]:visible").count() == 1
    assert "How sure: high" in visit.page.inner_text("[data-item=dispute]:visible .kicker")
    assert visit.page.locator("[data-item=flagged]:visible").count() == flagged > 0


def test_a_kind_leaves_its_cards_its_lines_and_its_count(browser, report):
    visit = Visit(browser, report)
    assert visit.status() == "Showing 4 disputes and 2 flagged statements outside them."
    visit.choose("kind", "Figures in conflict (1)")
    assert visit.cards() == [FIGURES.id]
    assert visit.status() == "Showing 1 of 4 disputes and 0 of 2 flagged statements outside them."
    assert visit.page.locator(f'nav li[data-for="{DENIAL.id}"]').is_hidden()
    assert visit.page.locator("#denied").is_hidden()
    assert visit.page.locator("#bar").is_visible()
    visit.page.locator("#bar button").click()
    visit.page.wait_for_selector("#bar", state="hidden")  # the page answers after the click has returned
    assert len(visit.cards()) == 4


@pytest.mark.parametrize(
    ("words", "cards"),
    [
        ("engineers warning", ["d2", "d1"]),
        ("WARNÍNG", ["d2", "d1"]),
        ("erasing", ["d4"]),
        (WARNED.id, ["d1"]),
        ("zebra", []),
    ],
)
def test_a_search_finds_the_cards_that_hold_all_its_words(browser, report, words, cards):
    visit = Visit(browser, report)
    visit.page.fill("input[name=q]", words)
    assert sorted(visit.cards()) == sorted(cards)
    if not cards:
        assert visit.status().startswith("Nothing in this report answers to that.")
    again = Visit(browser, report, place=visit.page.evaluate("location.hash"))
    assert sorted(again.cards()) == sorted(cards), "the address keeps the search"


def test_each_card_and_marked_statement_shows_a_link_to_itself(browser, report):
    visit = Visit(browser, report)
    for place in visit.page.eval_on_selector_all("a.id", "all => all.map(one => one.getAttribute('href'))"):
        target = visit.page.locator(f"[id='{place[1:]}']")
        assert target.locator("a.id").first.get_attribute("href") == place
    visit.page.locator(f"#{FIGURES.id} a.id").click()
    assert visit.page.url.endswith(f"#{FIGURES.id}")
    again = Visit(browser, report, place=f"#{FIGURES.id}")
    sync_api.expect(again.page.locator(f"#{FIGURES.id} h3")).to_be_in_viewport()


def test_a_statement_is_copied_with_its_article_date_characters_and_words(browser, report):
    visit = Visit(browser, report, permissions=["clipboard-read", "clipboard-write"])
    visit.page.locator(f"#{DENIAL.id} [data-claim={WARNED.id}] .cite").click()
    visit.page.wait_for_function("() => document.querySelector('.cite:focus')?.textContent === 'Copied'")
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        "Miners' Union: “ignoring a warning from its own engineers” Eleven missing after Tarrow pit floods, "
        f"Tarrow Courier, published 3 June 2019 (mine.txt, characters {WARNED.start}–{WARNED.end}; claim {WARNED.id})."
    )
    assert visit.complaints == []


def taken(visit: Visit, kind: str) -> str:
    with visit.page.expect_download() as download:
        visit.page.click(f"#{kind}")
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_what_is_shown_can_be_taken_as_json_and_csv(browser, report):
    visit = Visit(browser, report)
    whole = json.loads(taken(visit, "json"))
    assert {row["id"] for row in whole if row["id"].startswith("d")} == {"d1", "d2", "d3", "d4"}
    visit.choose("kind", "Denied (1)")
    rows = json.loads(taken(visit, "json"))
    assert [(row["id"], row["side"], row["claim"]) for row in rows] == [
        (DENIAL.id, 1, WARNED.id),
        (DENIAL.id, 2, NEVER.id),
    ]
    assert rows[0]["words"] == WARNED.text
    assert (rows[0]["start"], rows[0]["end"]) == (WARNED.start, WARNED.end)
    assert rows[0]["speaker"] == "Miners' Union"
    assert rows[0]["article"] == "Eleven missing after Tarrow pit floods"
    table = list(csv.DictReader(io.StringIO(taken(visit, "csv"))))
    assert [row["claim"] for row in table] == [WARNED.id, NEVER.id]
    assert table[0]["quotation"].startswith("The union accused")
    assert visit.complaints == []


def test_a_spreadsheet_runs_nothing_of_what_is_taken(browser, hostile):
    visit = Visit(browser, hostile)
    visit.page.evaluate(
        "document.querySelectorAll('.statement').forEach(one => { one.dataset.speaker = '=HYPERLINK(1)'; })"
    )
    for row in csv.DictReader(io.StringIO(taken(visit, "csv"))):
        assert row["speaker"] == "'=HYPERLINK(1)"


def test_the_first_screen_shows_both_sides_of_the_gravest_disputes(browser, report):
    visit = Visit(browser, report, viewport={"width": 1280, "height": 900})
    first = visit.page.locator("#first .grave").first
    sync_api.expect(first).to_be_in_viewport()
    assert first.locator("blockquote mark").count() == 2
    assert visit.page.locator("#first .grave").count() == 3


@pytest.mark.parametrize("part", ["#timeline .thread", "#opposition .square", "#first .sides"])
def test_on_a_phone_no_part_is_cut_off(browser, report, part):
    visit = Visit(browser, report, viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    box = visit.page.locator(part).first
    box.scroll_into_view_if_needed()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    inside = box.evaluate(
        "one => one.closest('.scroll') !== null || one.getBoundingClientRect().right <= 360"
    )
    assert inside


def test_a_side_finds_the_cards_in_which_it_speaks_and_a_source_the_articles(browser, report):
    visit = Visit(browser, report)
    visit.choose("side", "Miners' Union (2)")
    assert visit.cards() == [DENIAL.id, FIGURES.id]
    visit.choose("side", "All sides")
    visit.page.select_option("select[name=source]", value=MINE_ID)
    shown = visit.page.eval_on_selector_all(
        "details.text", "all => all.filter(one => one.checkVisibility()).map(one => one.id)"
    )
    assert shown == [f"text-{MINE_ID}"]


def test_a_date_asks_for_days_that_a_prefix_date_can_be_and_undated_ones_on_demand(browser, report):
    visit = Visit(browser, report)
    visit.page.eval_on_selector("#choose", "one => { one.open = true; }")
    visit.page.fill("input[name=from]", "2019-06-20")
    assert visit.cards() == ["d2"], "only the admission of 'June 2019' can be of 20 June or later"
    visit.page.check("input[name=undated]")
    assert visit.cards() == ["d2", "d4"]
    visit.page.fill("input[name=from]", "2019-07-01")
    assert visit.cards() == ["d4"]


def test_the_address_keeps_the_filter_and_the_place(browser, report):
    visit = Visit(browser, report)
    visit.choose("kind", "Denied (1)")
    assert visit.page.url.endswith("#?kind=denial")
    visit.page.locator(f'nav a[href="#{DENIAL.id}"]').click()
    visit.page.wait_for_url("**kind=denial")
    assert visit.page.url.endswith(f"#{DENIAL.id}?kind=denial")
    again = Visit(browser, report, place=f"#{DENIAL.id}?kind=denial")
    assert again.cards() == [DENIAL.id]
    assert again.page.locator("#choose[open]").count() == 1


def test_an_unknown_filter_in_the_address_shows_everything(browser, report):
    visit = Visit(browser, report, place="#?kind=nonsense&side=%22%3E%3Cscript%3E&from=yesterday")
    assert len(visit.cards()) == 4
    assert visit.complaints == []


def test_a_link_to_what_the_filter_hides_lifts_the_filter_and_says_so(browser, report):
    visit = Visit(browser, report)
    visit.choose("kind", "Figures in conflict (1)")
    visit.page.evaluate("id => { location.hash = id; }", DENIAL.id)
    visit.page.wait_for_function("id => document.getElementById(id).checkVisibility()", arg=DENIAL.id)
    assert visit.status().startswith("The filter was lifted")
    assert len(visit.cards()) == 4


def test_a_card_leads_to_the_words_in_the_article_and_back(browser, report):
    visit = Visit(browser, report)
    visit.page.locator(f'#{DENIAL.id} a[href="#m-{WARNED.id}"]').click()
    marked = visit.page.locator(f"#m-{WARNED.id} + mark")
    marked.wait_for(state="visible")
    assert marked.inner_text() == WARNED.text
    sync_api.expect(marked).to_be_in_viewport()
    visit.page.locator(f'#text-{MINE_ID} a.ref[href="#{DENIAL.id}"]').first.click()
    sync_api.expect(visit.page.locator(f"#{DENIAL.id} h3")).to_be_in_viewport()


def test_filters_answer_to_the_keyboard(browser, report):
    visit = Visit(browser, report)
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.className") == "skip"
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.name") == "q"
    for _ in range(3):
        visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    for _ in range(4):
        visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.name") == "kind"
    visit.page.keyboard.press("ArrowDown")
    assert len(visit.cards()) == 1
    outline = visit.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_without_script_everything_is_shown_and_figures_stand_in_tables(browser, report):
    visit = Visit(browser, report, java_script_enabled=False)
    assert visit.page.locator("#filters").is_hidden()
    assert visit.page.locator("article.card").count() == 4
    assert visit.page.locator("article.card").first.is_visible()
    assert visit.page.locator(".axis table").first.is_visible()
    assert visit.page.locator(".plot").first.is_hidden()


def test_paper_has_tables_and_no_controls(browser, report):
    visit = Visit(browser, report)
    visit.choose("kind", "Figures in conflict (1)")
    visit.page.emulate_media(media="print")
    assert visit.page.locator("#filters").is_hidden()
    assert visit.page.locator("#bar").is_hidden()
    assert visit.page.locator(".plot").first.is_hidden()
    assert visit.page.pdf()[:4] == b"%PDF"


@pytest.mark.parametrize("width", [320, 400, 1600])
def test_the_page_never_scrolls_sideways(browser, report, width):
    visit = Visit(browser, report, viewport={"width": width, "height": 800})
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_headings_leave_out_no_level(browser, report):
    levels = Visit(browser, report).page.eval_on_selector_all(
        "h1, h2, h3, h4, h5, h6", "all => all.map(one => Number(one.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_hostile_article_stays_text(browser, hostile):
    visit = Visit(browser, hostile)
    visit.page.eval_on_selector("#text-s-hostile", "one => { one.open = true; }")
    shown = visit.page.inner_text("#text-s-hostile .read")
    assert "<script>window.hacked = 1</script>" in shown
    assert "</script> harbour had sunk" in shown
    assert "[U+202E]gnihton[U+202C]" in shown
    assert visit.page.evaluate("window.hacked") is None
    assert visit.page.locator("img").count() == 0
    assert visit.page.locator('a[href^="javascript"]').count() == 0
    assert visit.requests == [hostile.as_uri()]
    assert visit.complaints == []


def over_a_mark(visit: Visit) -> None:
    """Move the pointer over the first chart until it stands on a mark."""
    visit.page.locator(".axis").first.scroll_into_view_if_needed()
    visit.page.wait_for_selector(".plot .bk-Canvas")
    box = visit.page.locator(".plot .bk-CartesianFrame").first.bounding_box()
    rows = visit.page.locator(".axis").first.locator("tbody tr").count()
    down = box["height"] * 0.75 / (rows + 0.15)  # the first row stands 0.75 of a row below the top
    for across in range(4, int(box["width"]), 5):
        visit.page.mouse.move(box["x"] + across, box["y"] + down)
        if visit.page.locator(".bk-Tooltip").count():
            return
    pytest.fail("no mark was found under the pointer")


def test_hostile_words_in_a_chart_stay_text_under_the_pointer(browser, hostile):
    visit = Visit(browser, hostile)
    over_a_mark(visit)
    told = visit.page.locator(".bk-Tooltip").first.evaluate("one => (one.shadowRoot ?? one).innerHTML")
    assert "&lt;/script&gt;&lt;script&gt;window.hacked = 5&lt;/script&gt;" in told
    assert visit.page.evaluate("window.hacked") is None
    assert visit.page.locator("img").count() == 0
    assert visit.requests == [hostile.as_uri()]
    assert visit.complaints == []


def test_the_library_that_draws_is_let_style_what_it_draws(browser, report):
    visit = Visit(browser, report)
    over_a_mark(visit)
    look = visit.page.locator(".bk-Tooltip").first.evaluate(
        "one => [getComputedStyle(one).position, getComputedStyle(one).backgroundColor]"
    )
    assert look == ["fixed", "rgb(255, 255, 255)"]
    assert visit.complaints == []


def test_a_mark_in_a_chart_leads_to_its_words(browser, report):
    visit = Visit(browser, report)
    over_a_mark(visit)
    visit.page.mouse.down()
    visit.page.mouse.up()
    visit.page.wait_for_function("() => location.hash.startsWith('#m-')")
    anchor = visit.page.evaluate("location.hash").lstrip("#")
    sync_api.expect(visit.page.locator(f"[id='{anchor}'] + mark")).to_be_in_viewport()


def test_the_policy_stops_what_got_in_as_markup(browser, report):
    visit = Visit(browser, report)
    visit.page.evaluate(
        """() => document.body.insertAdjacentHTML("beforeend",
            '<img src="https://evil.example/x.png" onerror="window.hacked = 1"><b onclick="window.hacked = 2" id="b">b</b>')"""
    )
    visit.page.locator("#b").click()
    visit.page.evaluate(
        "() => { const one = document.createElement('script'); one.textContent = 'window.hacked = 3'; document.body.append(one); }"
    )
    visit.page.evaluate(
        """() => document.body.insertAdjacentHTML("beforeend",
            '<style>h1 { display: none }</style><h2 id="styled" style="display: none">h</h2>')"""
    )
    visit.page.wait_for_timeout(200)
    assert visit.page.evaluate("window.hacked") is None
    assert visit.page.locator("h1").is_visible()
    assert visit.page.locator("#styled").is_visible()
    assert all(re.search("Content Security Policy", line) for line in visit.complaints)
    assert len(visit.complaints) >= 5


@pytest.mark.parametrize("width", [390, 1200])
def test_a_mark_of_the_drawn_timeline_leads_to_its_statement(browser, report, width):
    visit = Visit(browser, report, viewport={"width": width, "height": 800})
    visit.page.eval_on_selector(".strip", "one => { one.closest('details').open = true; }")
    mark = visit.page.query_selector(".strip a")
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    target = mark.get_attribute("href")
    mark.query_selector("text").click()
    assert visit.page.url.endswith(target)
    assert visit.page.is_visible(target)
    assert visit.complaints == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("pages")
    for name, pieces in pages(FINDINGS):
        (place / name).write_text("".join(pieces), encoding="utf-8")
    return place


def test_the_index_is_searched_and_leads_to_the_pages(browser, folder):
    visit = Visit(browser, folder / "index.html")
    page = visit.page
    page.fill("input[name=q]", "union")
    assert page.inner_text("#shown").endswith("found.")
    assert page.locator("[data-find]:visible").count() < page.locator("[data-find]").count()
    page.fill("input[name=q]", "no such word")
    assert "Nothing in these lists" in page.inner_text("#shown")
    page.fill("input[name=q]", "")
    page.locator("#stories details summary").first.click()
    page.locator("#stories ol a").first.click()
    page.wait_for_selector("html[data-ready]")
    held = page.url.split("#")[1]
    assert page.locator(f"article.card[id='{held}']").is_visible()
    page.get_by_role("link", name="All stories").click()
    page.wait_for_url("**/index.html")
    assert visit.complaints == []
    assert {url.split("#")[0] for url in visit.requests} <= {one.as_uri() for one in folder.iterdir()}


def test_an_address_of_the_one_page_is_led_to_its_page(browser, folder):
    for place in (f"#{DENIAL.id}", f"#text-{MINE_ID}", f"#source-{MINE_ID}"):
        visit = Visit(browser, folder / "index.html", place)
        visit.page.wait_for_url(f"**/*-*.html{place}")
        assert visit.complaints == []


def test_without_its_script_the_index_shows_and_links_everything(browser, folder):
    visit = Visit(browser, folder / "index.html", java_script_enabled=False)
    assert (
        visit.page.locator("h3[data-find]:visible").count() == visit.page.locator("h3[data-find]").count() > 0
    )
    assert not visit.page.locator("#filters").is_visible()
    visit.page.locator("h3[data-find] a").first.click()
    assert visit.page.locator("article.card").first.is_visible()


def test_a_drawn_figure_leads_to_its_statement_on_another_page(browser, folder):
    visit = Visit(browser, folder / "figures.html")
    visit.page.wait_for_selector(".plot canvas")
    assert visit.page.locator(".plot:visible").count() > 0
    assert [one for one in visit.complaints if "bokeh" not in one] == []
