"""Pairs of labelled articles and of decided cases."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimgraph.judge import Wording
from claimgraph.training.decided import Case
from claimgraph.training.judge.pairs import Pair, of_story
from claimgraph.training.weights import labelled


def of_labels(labels: Path, articles: Sequence[Path]) -> Iterator[Pair]:
    """Yield the pairs of reading labels, a collection a line; what is packed away is passed over."""
    for story, tempting, strength in labelled(labels, articles):
        yield from of_story(story, tempting, strength)


def of_cases(cases: Sequence[Path]) -> Iterator[Pair]:
    """Yield the pairs of claims that reviewers decided on, where they agree."""
    for case in map(Case, cases):
        word = Wording(case.collection)
        claims = {one.id: one for one in case.collection.claims}
        for (a, b), right in case.labels.items():
            if a < b:
                yield Pair(case.name, word(claims[a]), word(claims[b]), float(right), "decided", (a, b))
