"""Counts in how many articles a claim holds each word, for ``claimgraph/lexicon/rarity.toml``.

``python -m claimgraph.training.rarity ARTICLES... -o FILE``, on what ``claimgraph ingest`` reads.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from claimgraph.match.context import build
from claimgraph.model import Collection
from claimgraph.tracker import ClaimGraph

FEWEST = 3
"""Articles that hold a word which the table names; all others count as this rare."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m claimgraph.training.rarity", description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path, help="files or folders of articles")
    parser.add_argument("-o", "--output", required=True, type=Path, help="the table to write")
    said = parser.parse_args(arguments)
    with ClaimGraph.open(said.articles) as tracker:
        table = written(*counted(tracker.collection()))
    said.output.write_text(table, encoding="utf-8")


def counted(collection: Collection) -> tuple[int, Counter[str]]:
    """Return how many articles hold claims, and in the claims of how many each stem stands."""
    held = [nodes for nodes in build(collection).by_source.values() if nodes]
    stems = (frozenset[str]().union(*(node.stems for node in nodes)) for nodes in held)
    return len(held), Counter(stem for article in stems for stem in article)


def written(total: int, stems: Counter[str]) -> str:
    """Return the table, the commonest words first."""
    kept = sorted((-count, stem) for stem, count in stems.items() if count >= FEWEST)
    head = (
        "# In how many of `articles` news articles a claim holds a word of this stem; rarer ones count as\n"
        "# `fewest`. Made by `python -m claimgraph.training.rarity`.\n"
    )
    lines = (f'"{stem}" = {-count}\n' for count, stem in kept)
    return f"{head}articles = {total}\nfewest = {FEWEST}\n\n[stems]\n{''.join(lines)}"


if __name__ == "__main__":
    main()
