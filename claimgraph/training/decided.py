"""Weights for one user: decisions of a case are labelled pairs; the shipped weights are believed first.

Only what was decided teaches: a pair that nobody spoke of is neither right nor wrong. What would change
is told before anybody uses the new weights: which disputes come and go in the same cases, and how many of
those confirmed and rejected would be found.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import combinations, product
from pathlib import Path
from zlib import crc32

import numpy as np

from claimgraph.decisions.pairs import Judged
from claimgraph.decisions.verdicts import CONFIRMING, REJECTING
from claimgraph.lexicon.own import VARIABLE
from claimgraph.match import match
from claimgraph.match.identity import table
from claimgraph.model import Collection, Dispute
from claimgraph.tracker import ClaimGraph
from claimgraph.training.examples import Example, Story, looked_at
from claimgraph.training.weights import Weights, area, fit, scored

FOLDS = 5
"""Decided pairs are left out in so many parts."""
ENOUGH = 12
"""Decided pairs of a row from which its weights are moved."""
TOLD = 20
"""Disputes that come or go, listed at most."""

Pair = tuple[str, str]
Labels = Mapping[Pair, bool]


class Case:
    """A case with what its reviewers say of pairs of claims, where they agree."""

    def __init__(self, path: Path) -> None:
        with ClaimGraph.open(db=path, create=False) as tracker:
            self.collection: Collection = tracker.collection()
            self.labels: Labels = dict(_labels(tracker.overlay().judged))
        self.name = path.stem

    def examples(self) -> Iterator[tuple[str, Example]]:
        """Yield the decided pairs that a row looks at, by whose weights."""
        groups = [[{a}, {b}] for (a, b), right in self.labels.items() if right and a < b]
        for row, one in looked_at(Story(self.name, self.collection, groups)):
            if one.pair in self.labels:
                fold = f"part {crc32(' '.join(sorted(one.pair)).encode()) % FOLDS}"
                yield row, Example(self.name, fold, one.answers, self.labels[one.pair], one.pair)


def _labels(judged: Judged) -> Iterator[tuple[Pair, bool]]:
    """Yield the pairs that were decided, both ways round, and whether they are opposed."""
    for one in judged.bound:
        spoken = one.decision.verdict in CONFIRMING | REJECTING
        if not spoken or not one.holds or judged.replaced(one) or judged.against(one):
            continue
        for first, second in combinations(one.sides, 2):
            for a, b in product(sorted(first), sorted(second)):
                yield (a, b), one.confirms
                yield (b, a), one.confirms


def shipped() -> dict[str, Weights]:
    """Return the shipped weights, by row, as they are fitted."""
    return {
        row: (
            {
                f"{name} {fit_}": weight
                for name, fits in own.items()
                if name != "bias"
                for fit_, weight in fits.items()
            },
            float(own["bias"]),
        )
        for row, own in table(None).items()
    }


def refitted(examples: Mapping[str, Sequence[Example]]) -> dict[str, Weights]:
    """Return the shipped weights, moved by decided pairs as far as these press them.

    A row of which few pairs were decided, or all alike, is left as it is: who decides on what was
    found sees little of what was not, and would press every weight one way.
    """
    return {
        row: fit(examples[row], start) if teaches(examples.get(row, ())) else start
        for row, start in shipped().items()
    }


def teaches(examples: Sequence[Example]) -> bool:
    """Tell whether decided pairs are enough to learn from: some confirmed, some rejected."""
    right = sum(one.right for one in examples)
    return len(examples) >= ENOUGH and 0 < right < len(examples)


def figures(examples: Mapping[str, Sequence[Example]]) -> dict[str, dict[str, object]]:
    """Return for each row how many pairs were decided, and how well they are ranked, left out and not."""
    told: dict[str, dict[str, object]] = {}
    for row, start in shipped().items():
        own = list(examples.get(row, ()))
        right = np.array([one.right for one in own], dtype=np.bool_)
        both = teaches(own)
        told[row] = {
            "decided": len(own),
            "confirmed": int(right.sum()),
            "refitted": teaches(own),
            "auc shipped": round(area(scored(own, start), right), 3) if both else None,
            "auc refitted, left out": round(area(_left_out(own, start), right), 3) if both else None,
        }
    return told


def _left_out(examples: Sequence[Example], start: Weights) -> "np.typing.NDArray[np.float64]":
    """Return how likely each pair is right by weights refitted on the other parts."""
    chances = np.zeros(len(examples))
    for fold in {one.fold for one in examples}:
        own = [place for place, one in enumerate(examples) if one.fold == fold]
        rest = fit([one for one in examples if one.fold != fold], start)
        chances[own] = scored([examples[place] for place in own], rest)
    return chances


def changes(cases: Iterable[Case], weights: Path) -> list[dict[str, object]]:
    """Return what a file of weights would change in some cases, against the shipped ones.

    Raises:
        LexiconError: it is no file of weights.
    """
    return [_change(case, weights.resolve()) for case in cases]


def _change(case: Case, weights: Path) -> dict[str, object]:
    with _using(None):
        before = match(case.collection).disputes
    with _using(weights):
        after = match(case.collection).disputes
    had, has = (set().union(*map(_pairs, found)) if found else set() for found in (before, after))
    right = {pair for pair, label in case.labels.items() if label and pair[0] < pair[1]}
    wrong = {pair for pair, label in case.labels.items() if not label and pair[0] < pair[1]}
    words = {one.id: " ".join(one.text.split()) for one in case.collection.claims}

    def listed(pairs: set[Pair]) -> list[str]:
        return [f"“{words[a]}” / “{words[b]}”" for a, b in sorted(pairs)[:TOLD]]

    return {
        "case": case.name,
        "disputes": [len(before), len(after)],
        "confirmed pairs found": [len(right & had), len(right & has), len(right)],
        "rejected pairs found": [len(wrong & had), len(wrong & has), len(wrong)],
        "pairs that come": listed(has - had),
        "pairs that go": listed(had - has),
    }


def _pairs(dispute: Dispute) -> set[Pair]:
    return {(min(pair), max(pair)) for pair in dispute.pairs}


@contextmanager
def _using(weights: Path | None) -> Iterator[None]:
    """Match by these weights, or the shipped ones, and afterwards by those before."""
    before = os.environ.pop(VARIABLE, None)
    if weights is not None:
        os.environ[VARIABLE] = str(weights)
    try:
        yield
    finally:
        os.environ.pop(VARIABLE, None)
        if before is not None:
            os.environ[VARIABLE] = before
