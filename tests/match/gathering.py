"""Texts read, extracted and matched, for tests that go the whole way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from claimgraph import ClaimGraph
from claimgraph.model import Claim, Collection, Dispute, Matching


@dataclass(frozen=True)
class Gathered:
    """A collection and what was found in it."""

    collection: Collection
    matching: Matching

    def story_of(self, claim: str) -> str:
        """Return the first part of the name of the article that a claim stands in ("ferry_1.txt")."""
        source = self.claims[claim].source
        return next(one.name for one in self.collection.sources if one.id == source).partition("_")[0]

    @property
    def claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.collection.claims}

    def holding(self, words: str) -> set[str]:
        """Return the claims that hold some words, or most of them."""
        found = set()
        for source in self.collection.sources:
            start = source.text.find(words)
            for claim in self.collection.claims if start >= 0 else ():
                shared = min(claim.end, start + len(words)) - max(claim.start, start)
                if claim.source == source.id and 2 * shared >= min(len(words), claim.end - claim.start):
                    found.add(claim.id)
        return found

    def disputes_of(self, first: str, second: str) -> list[Dispute]:
        """Return the disputes in which the two words stand on two sides."""
        one, two = self.holding(first), self.holding(second)
        return [
            dispute
            for dispute in self.matching.disputes
            for a in dispute.sides
            for b in dispute.sides
            if a != b and one & set(a) and two & set(b)
        ]

    def told(self) -> str:
        """Return all disputes in words, for a failing test."""
        claims = self.claims
        return "\n".join(
            f"{one.kind} {one.score} "
            + "  AGAINST  ".join(" & ".join(claims[claim].text for claim in side) for side in one.sides)
            for one in self.matching.disputes
        )


def gathered(articles: Mapping[str, str]) -> Gathered:
    """Write texts into a folder, and find everything in it."""
    with TemporaryDirectory() as folder:
        for name, text in articles.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        return opened(folder)


def opened(path: str | Path | Iterable[Path]) -> Gathered:
    """Open a folder, or files in this order; no judge orders the leads."""
    with ClaimGraph.open(path if isinstance(path, str | Path) else list(path), judge=False) as graph:
        return Gathered(graph.collection(), graph.match())
