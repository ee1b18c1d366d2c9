"""A real browser for the tests of pages; they are skipped where there is none."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass
class Visit:
    """A page that is open, and what it did that it should not do."""

    page: Any
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")  # one that stays open would bar the browser of other tests
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra: test)")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Return a function that opens HTML as a file and records requests and errors."""
    pages = []

    def open_page(html: str) -> Visit:
        place = tmp_path / "page.html"
        place.write_text(html, encoding="utf-8")
        page = browser.new_page(viewport={"width": 1300, "height": 1000})
        pages.append(page)
        made = Visit(page)
        page.on("request", lambda request: made.requests.append(request.url))
        page.on("pageerror", lambda error: made.errors.append(str(error)))
        page.on(
            "console",
            lambda message: (
                made.errors.append(message.text) if message.type in {"error", "warning"} else None
            ),
        )
        page.on("dialog", lambda dialog: (made.errors.append("a dialog opened"), dialog.dismiss()))
        page.goto(place.as_uri())
        return made

    yield open_page
    for page in pages:
        page.close()
