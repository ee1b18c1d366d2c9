"""What matching costs beside extraction, in CPU seconds.

    python tests/benchmarks/matching_share.py [PATH...] [--articles 80] [--profile]

PATH is what ``claimgraph report`` takes, by default the articles of ``data/``. They are
repeated under other names and in other years until there are as many as asked for. They are
read in a process of their own. "loading" is what the first sentence costs (imports,
parser, weights); "share" is matching, with all it imports and keeping what it found, against
extraction without that loading. ``--profile`` lists the functions that matching spends its time in.
"""

import argparse
import cProfile
import json
import pstats
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from claimgraph.lexicon import table
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Source
from claimgraph.read import scan

DATA = Path(__file__).parents[2] / "data"
WARMING = "The council said on Monday that the bridge had been closed."
ROTATION = {"vowels": "aeiou", "consonants": "bcdfghklmnprstvz"}
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
"""A capitalised word that does not begin a sentence."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of one run, and how much was found."""

    loading: float
    extraction: float
    matching: float
    claims: int
    disputes: int

    @property
    def share(self) -> float:
        """Matching as a share of extraction."""
        return self.matching / self.extraction


def repeated(articles: Sequence[Source], count: int) -> Iterator[dict[str, str]]:
    """Yield so many articles as lines of a .jsonl file: these, then copies under other names."""
    for number in range(count):
        article, copy = articles[number % len(articles)], number // len(articles)
        row = {
            "id": f"{copy}-{article.name}",
            "text": renamed(article.text, copy),
            "title": renamed(article.title or "", copy),
            "publisher": f"{article.publisher} {copy}",
            "published": renamed(article.published.date or "", copy),
        }
        yield {name: value for name, value in row.items() if value}


def renamed(text: str, copy: int) -> str:
    """Return a text with its years moved and its names, but for countries and days, made others."""
    if not copy:
        return text
    common = set(table("generic")["sentence_starts"])
    names = {name for name in NAME.findall(text) if side_of(name) is None and name.lower() not in common}
    moved = YEAR.sub(lambda year: _later(year, copy), text)
    for name in sorted(names):
        moved = re.sub(rf"\b{name}\b", name[0] + "".join(_other(c, copy) for c in name[1:]), moved)
    return moved


def _later(year: re.Match[str], copy: int) -> str:
    return str(1950 + (int(year.group()) - 1950 + 11 * copy) % 75)


def _other(letter: str, copy: int) -> str:
    for letters in ROTATION.values():
        if letter in letters:
            return letters[(letters.index(letter) + copy) % len(letters)]
    return letter


def measure(path: str, profile: bool) -> Cost:
    """Read, extract and match the articles of a .jsonl file; meant for a fresh process."""
    from claimgraph.tracker import ClaimGraph  # noqa: PLC0415 - its imports are part of loading

    started = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        warming = Path(folder, "warming.txt")
        warming.write_text(WARMING, encoding="utf-8")
        ClaimGraph.open(warming).close()
    loaded = time.process_time()
    with ClaimGraph.open(path) as tracker:
        collection = tracker.collection()
        extracted = time.process_time()
        profiler = cProfile.Profile()
        if profile:
            profiler.enable()
        matching = tracker.match(full=True)
        profiler.disable()
    ended = time.process_time()
    if profile:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(25)
    return Cost(
        loaded - started,
        extracted - loaded,
        ended - extracted,
        len(collection.claims),
        len(matching.disputes),
    )


def costs(paths: Sequence[Path], articles: int, profile: bool = False) -> Cost:
    """Return what extraction and the matching after it cost."""
    sources = [found.source() for found in scan(paths) if not isinstance(found, Exception)]
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "articles.jsonl")
        rows = repeated(sources, articles or len(sources))
        lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        with get_context("spawn").Pool(1) as pool:
            return pool.apply(measure, (str(lines), profile))


def main() -> None:
    """Print a line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, default=[DATA])
    parser.add_argument("--articles", type=int, default=80, help="0 for those there are")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    print(f"{'loading':>9}{'extraction':>12}{'matching':>10}{'share':>8}{'claims':>8}{'disputes':>10}")
    cost = costs(options.paths, options.articles, options.profile)
    print(
        f"{cost.loading:9.2f}{cost.extraction:12.2f}{cost.matching:10.2f}{cost.share:8.1%}"
        f"{cost.claims:8}{cost.disputes:10}"
    )


if __name__ == "__main__":
    main()
