"""Texts read and extracted into one collection, for tests that go the whole way."""

from pathlib import Path

from claimgraph.extract import extract
from claimgraph.model import Collection, Extraction
from claimgraph.read import scan


def gather(folder: Path, articles: dict[str, str], engine: str = "rules") -> Collection:
    """Write texts into a folder, read and extract them."""
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    sources = [item.source() for item in scan([folder])]
    extractions: list[Extraction] = [extract(source, engine=engine) for source in sources]
    return Collection(
        sources=tuple(sources),
        speakers=tuple({one.id: one for found in extractions for one in found.speakers}.values()),
        subjects=tuple({one.id: one for found in extractions for one in found.subjects}.values()),
        claims=tuple(claim for found in extractions for claim in found.claims),
        flags=tuple(flag for found in extractions for flag in found.flags),
    )
