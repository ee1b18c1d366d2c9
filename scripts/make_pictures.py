"""Make the pictures of the documentation from the sample articles, with Debian's Chromium.

``make pictures`` runs it; it writes ``docs/report.png`` and ``docs/graph.png``. Look at both
before you commit them.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from claimgraph import ClaimGraph, ClaimgraphError

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 300_000
"""Bytes that a picture may have."""
SIZES = {"report": (1200, 1000), "graph": (1240, 900)}
"""Pixels of each picture."""
PLACES = {"report": "", "graph": ""}
"""Where each page is opened: at its beginning."""
SETTLING = 3_000
"""Milliseconds for charts to be drawn once they come into view."""


def main() -> int:
    """Make both pictures; say what is missing otherwise."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.stderr.write("chromium is not installed; on Debian: apt-get install chromium\n")
        return 2
    docs = ROOT / "docs"
    docs.mkdir(exist_ok=True)
    try:
        with ClaimGraph.open(ROOT / "data" / "karabakh") as cg:
            pages = {"report": cg.report("html"), "graph": cg.show().html}
    except ClaimgraphError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    made = photograph(chromium, pages, docs)
    for picture in made:
        sys.stdout.write(f"{picture.relative_to(ROOT)}: {picture.stat().st_size:,} bytes\n")
    if too_large := [picture.name for picture in made if picture.stat().st_size > LARGEST]:
        sys.stderr.write(f"larger than {LARGEST:,} bytes, make the window smaller: {', '.join(too_large)}\n")
        return 1
    return 0


def photograph(chromium: str, pages: dict[str, str], folder: Path) -> list[Path]:
    """Write a picture of each page as it opens, and return the pictures."""
    made = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, html in pages.items():
            file = Path(place, f"{name}.html")
            file.write_text(html, encoding="utf-8")
            width, height = SIZES[name]
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            page.goto(file.as_uri() + PLACES[name])
            page.wait_for_timeout(SETTLING)
            page.screenshot(path=folder / f"{name}.png")
            made.append(folder / f"{name}.png")
        browser.close()
    return made


if __name__ == "__main__":
    sys.exit(main())
