"""How large the report page is, how long it takes to make, and how soon it answers in a browser."""

import time
from pathlib import Path

import pytest
from many_articles import many
from playwright.sync_api import sync_playwright

from claimgraph.report import render

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MOST = 15_000_000
"""Bytes of a page on 500 articles of 600 words."""


@pytest.mark.benchmark
@pytest.mark.browser
@pytest.mark.enable_socket
@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium")
def test_five_hundred_articles_stay_usable(tmp_path, record_property, capsys):
    findings = many()
    started = time.perf_counter()
    page_text = render(findings, "html")
    made = time.perf_counter() - started
    page_file = tmp_path / "report.html"
    page_file.write_text(page_text, encoding="utf-8")
    words = sum(len(source.text.split()) for source in findings.collection.sources)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(page_file.as_uri())
        page.wait_for_selector("html[data-ready]")
        ready = page.evaluate("performance.now()")
        filtered = page.evaluate(
            """async () => {
                const field = document.querySelector("select[name=side]");
                const began = performance.now();
                field.value = field.options[2].value;
                field.dispatchEvent(new Event("input", { bubbles: true }));
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                return performance.now() - began;
            }"""
        )
        shown = page.inner_text("#shown")
        nodes = page.evaluate("document.getElementsByTagName('*').length")
        browser.close()
    numbers = {
        "words": words,
        "bytes": len(page_text.encode()),
        "seconds to make": round(made, 2),
        "milliseconds to interactive": round(ready),
        "milliseconds to filter": round(filtered),
        "elements": nodes,
    }
    for name, value in numbers.items():
        record_property(name, value)
    with capsys.disabled():
        print(f"\n{numbers} {shown}")  # noqa: T201 - what was measured is for reading
    assert numbers["bytes"] < MOST
    assert " of 300 disputes" in shown
