"""Make the pictures of the documentation from the sample articles, with a headless Chromium.

``make pictures`` runs it; it writes ``docs/report.png`` and ``docs/graph.png``. Look at both
before you commit them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from claimgraph import ClaimGraph, ClaimgraphError

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 300_000
"""Bytes that a picture may have."""
SIZES = {"report": (1200, 1000), "graph": (1240, 900)}
"""Pixels of each picture."""


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
    return max(photograph(chromium, html, docs / f"{name}.png", SIZES[name]) for name, html in pages.items())


def photograph(chromium: str, html: str, picture: Path, size: tuple[int, int]) -> int:
    """Write a picture of a page as it opens; return 0 when it is there and small enough."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(html, encoding="utf-8")
        command = [
            chromium, "--headless", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb",
            f"--user-data-dir={folder}/profile", f"--window-size={size[0]},{size[1]}",
            "--virtual-time-budget=8000", f"--screenshot={picture}", page.as_uri(),
        ]  # fmt: skip
        if os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # Chromium refuses to run as root with it
        picture.unlink(missing_ok=True)
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)  # noqa: S603
    if not picture.is_file():
        sys.stderr.write(f"{picture.name} was not made: {done.stderr.strip()[-400:]}\n")
        return 1
    made = picture.stat().st_size
    sys.stdout.write(f"{picture.relative_to(ROOT)}: {made:,} bytes\n")
    if made > LARGEST:
        sys.stderr.write(f"{picture.name} is larger than {LARGEST:,} bytes; make the window smaller\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
