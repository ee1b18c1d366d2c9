"""Hostile words in every place an article has, through every output, read by what reads each format."""

import csv
import io
import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import rdflib
from spreadsheet import hostile_csv, needs_libreoffice, resaved

from claimgraph import ClaimGraph
from claimgraph.cli import run

PAYLOADS = {
    "script": "<script>document.title='run'</script>",
    "image": '<img src="https://evil.example/x.png" onerror="document.title=1">',
    "closing": "</script></style></textarea>--><svg onload=alert(1)>",
    "link": "[x](javascript:alert(1)) ![y](https://evil.example/y.png)",
    "formula": '=HYPERLINK("https://evil.example")',
    "return": "said\r=1+1\r\n@SUM(1)",
    "escape": "\x1b]0;owned\x07\x9b31m",
    "direction": "\u202eevil\u202c \u2066x\u2069",
    "template": "{{ 7*7 }} {% for x in y %} ${7*7} <%= 7 %>",
    "table": "a | b \\| c `d` ~~e~~ # f",
    "xml": "]]> <!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]> &y; \x0b\ufffe",
    "json": '"}], "x": [{"\\',
}
FORMATS = ("md", "html", "json", "csv")
EXPORTS = ("graphml", "gexf", "jsonld", "csv")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory) -> dict[str, Path]:
    """Every output of a case whose articles say such things in their text, title, publisher, address and name."""
    folder = tmp_path_factory.mktemp("hostile")
    lines = []
    for name, words in PAYLOADS.items():
        for number, says in enumerate(("said", "denied")):
            text = (
                f"Dam at {name} failed\n\nViktor Marlow, the mayor, {says} on 3 May 2031 that the dam of {words} had failed.\n\n"
                f"“{words},” the union said on 4 May 2031. The board said that {12 + number} people were injured at {words}.\n\n"
                + "Rain fell on the valley for most of that week, and the road along the river was closed. "
                * 3
            )
            lines.append(
                json.dumps(
                    {"id": f"{name}{number}", "text": text, "title": words, "publisher": words,
                     "url": f"javascript:{words}", "published": "2031-05-04"}
                )
            )  # fmt: skip
    (folder / "hostile.jsonl").write_text("\n".join(lines))
    case = folder / "case.db"
    assert run(["ingest", str(folder / "hostile.jsonl"), "--db", str(case)]) == 0
    made = {}
    for kind in FORMATS:
        made[f"report.{kind}"] = folder / f"report.{kind}"
        assert run(["report", "--db", str(case), "-o", str(made[f"report.{kind}"])]) == 0
    for kind in EXPORTS:
        made[f"export.{kind}"] = folder / f"export.{kind}"
        assert run(["export", "--db", str(case), "--to", kind, "-o", str(made[f"export.{kind}"])]) == 0
    for listing in ("claims", "disputes", "figures", "speakers", "sources"):
        for kind in ("table", "md", "csv"):
            made[f"{listing}.{kind}"] = folder / f"{listing}.{kind}"
            command = [listing, "--db", str(case), "--format", kind, "-o", str(made[f"{listing}.{kind}"])]
            assert run(command) == 0
    with ClaimGraph.open(db=case) as tracker:
        for name, drawing in (("graph", tracker.show()), ("timeline", tracker.timeline())):
            made[f"{name}.html"] = drawing.save(folder / f"{name}.html")
    return made


def test_something_hostile_is_in_every_report(outputs):
    for kind in FORMATS:
        assert "evil" in outputs[f"report.{kind}"].read_text(encoding="utf-8")


def test_no_text_output_can_steer_a_terminal(outputs):
    for name, path in outputs.items():
        if name.endswith((".md", ".table", ".html")):
            assert (
                re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", path.read_text())
                is None
            ), name


def test_no_markdown_output_loads_an_image_or_holds_markup(outputs):
    for name, path in outputs.items():
        if name.endswith(".md"):
            text = path.read_text()
            assert re.search(r"(?<!\\)!?\[[^\]\\]*\]\((?!#)", text) is None, name
            assert re.search(r"(?<!\\)<(?:script|img|svg)", text) is None, name


def test_no_csv_output_begins_a_row_or_a_cell_that_runs(outputs):
    for name, path in outputs.items():
        if not name.endswith(".csv"):
            continue
        with path.open(newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        assert len({len(row) for row in rows}) == 1, name
        running = [cell for row in rows for cell in row if re.match(r"\s*[=+@\-](?!\d*\.?\d*$)", cell)]
        assert running == [], name


def as_a_spreadsheet_has_it(cell):
    """Return a cell with newlines, truth values and numbers as a spreadsheet writes them."""
    cell = re.sub("\r\n?", "\n", cell).lower()
    return re.sub(r"^(\d+) ?%$", r"\1.00%", re.sub(r"^(-?\d+)\.0$", r"\1", cell))


@needs_libreoffice
def test_every_cell_comes_back_from_a_spreadsheet_as_the_words_it_was(outputs, tmp_path):
    files = [hostile_csv(tmp_path), *(path for name, path in outputs.items() if name.endswith(".csv"))]
    for path, rows in zip(files, resaved(tmp_path, *files), strict=True):
        with path.open(newline="", encoding="utf-8") as ours:
            written = [[as_a_spreadsheet_has_it(cell) for cell in row] for row in csv.reader(ours)]
        assert [[cell.lower() for cell in row] for row in rows] == written, path.name


def test_the_graphs_are_xml_without_entities(outputs):
    for kind in ("graphml", "gexf"):
        data = outputs[f"export.{kind}"].read_bytes()
        assert b"<!ENTITY" not in data
        assert len(list(ET.fromstring(data).iter())) > 20


def test_the_linked_data_is_read_without_the_network(outputs):
    graph = rdflib.Graph().parse(outputs["export.jsonld"], format="json-ld")
    assert len(graph) > 20


def test_the_json_report_holds_the_words_as_they_are(outputs):
    text = outputs["report.json"].read_text(encoding="utf-8")
    report = json.loads(text)
    assert {source["title"] for source in report["sources"]} >= {PAYLOADS["script"], PAYLOADS["formula"]}
    assert json.loads(io.StringIO(text).read()) == report


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PAGES = {
    "report.html": "() => document.documentElement.dataset.ready",
    "graph.html": "() => Bokeh.documents.length && Bokeh.documents[0].is_idle",
    "timeline.html": "() => Bokeh.documents.length && Bokeh.documents[0].is_idle",
}
"""The pages, and what is true of each once it has done what it does by itself."""
HANDLERS = (
    "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/.test(a.name))).length"
)


@pytest.mark.browser
@pytest.mark.enable_socket
@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
def test_the_pages_run_and_load_nothing_in_a_browser(outputs):
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra: test)")
    asked, said = [], []
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, ready in PAGES.items():
            page = browser.new_page()
            page.on("request", lambda request: asked.append(request.url))
            page.on("dialog", lambda dialog: said.append(dialog.message) or dialog.dismiss())
            page.on("pageerror", lambda error: said.append(str(error)))
            page.on(
                "console", lambda line: said.append(line.text) if line.type in {"error", "warning"} else None
            )
            page.goto(outputs[name].as_uri())
            page.wait_for_function(ready)
            links = page.eval_on_selector_all("a", "all => all.map(one => one.href.baseVal ?? one.href)")
            assert not [link for link in links if link.startswith("javascript:")], name
            assert page.evaluate(HANDLERS) == 0, name
            assert page.title() != "run", name
        browser.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert said == []
