"""What each row, field and clue of matching brings and costs on lists of expected disputes.

    python tests/benchmarks/ablation.py --list GOLD PATH... [--list GOLD PATH... ...]

GOLD is what ``claimgraph evaluate`` reads, PATH what ``claimgraph report`` takes. Articles are
read once; then everything is matched again without the findings of one row, without the weight of
one field or clue, or without what one field forbids, and scored on every list. The other weights
stay as they were fitted. Printed is a table in Markdown: recall of the disputes that must and that
should be found, "P", the share of reported disputes that are right, and "f", the forbidden pairs
opposed. "=" stands for the scores of the first row; ``--all`` prints the rows that change nothing
as well.
"""

import argparse
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any
from unittest.mock import patch

from claimgraph.match import deciding, identity, kinds, match, run
from claimgraph.match.context import build
from claimgraph.match.deciding import Change, Finding
from claimgraph.match.stories import Stories, stories
from claimgraph.model import Collection, Findings
from claimgraph.report.document import document
from claimgraph.report.evaluate import evaluate
from claimgraph.tracker import ClaimGraph

Without = tuple[str, Callable[[], AbstractContextManager[object]]]
"""What is left out, in words, and how."""


@dataclass(frozen=True, slots=True)
class Score:
    """One list scored; counts, not shares, so that rows can be compared by eye."""

    must: tuple[int, int]
    should: tuple[int, int]
    right: int
    reported: int
    forbidden: tuple[int, int]

    def __str__(self) -> str:
        recall = [f"{found}/{of}" for found, of in (self.must, self.should) if of]
        precision = (
            f"P {self.right / self.reported:.2f} of {self.reported}" if self.reported else "none reported"
        )
        return ", ".join((*recall, precision, f"f {self.forbidden[0]}/{self.forbidden[1]}"))


@dataclass(frozen=True)
class Expected:
    """A list, and the articles it is of."""

    gold: Path
    paths: tuple[Path, ...]

    @cached_property
    def collection(self) -> Collection:
        """Everything extracted from the articles."""
        with ClaimGraph.open(self.paths) as tracker:
            return tracker.collection()

    @cached_property
    def wanted(self) -> Mapping[str, Any]:
        """The list."""
        return json.loads(self.gold.read_text(encoding="utf-8"))

    @property
    def name(self) -> str:
        """What the list is called in the table."""
        return f"{self.gold.stem} ({len(self.collection.sources)} articles)"

    def score(self) -> Score:
        """Match the articles as the matcher stands, and score what is found."""
        findings = Findings(collection=self.collection, matching=match(self.collection))
        result = evaluate(document(findings).model_dump(mode="json", by_alias=True), self.wanted)
        found, precision, forbidden = result["disputes"], result["precision"], result["forbidden"]
        return Score(
            must=(found["must"]["found"], found["must"]["of"]),
            should=(found["should"]["found"], found["should"]["of"]),
            right=len(precision["right"]),
            reported=len(precision["right"]) + len(precision["wrong"]),
            forbidden=(forbidden["hit"], forbidden["of"]),
        )

    def rules(self) -> set[str]:
        """Return the names of everything that finds or changes something in the articles."""
        outcomes = deciding.decide(stories(build(self.collection)))
        return {one.reason.rule for one in outcomes if isinstance(one, Finding | Change)}


def without_row(name: str) -> AbstractContextManager[object]:
    """Leave out what one row finds."""
    decide = deciding.decide

    def silenced(known: Stories) -> Iterator[deciding.Outcome]:
        for one in decide(known):
            if not (isinstance(one, Finding | Change) and one.reason.rule == name):
                yield one

    return patch.object(run, "decide", silenced)


def without_weight(table: str, name: str) -> AbstractContextManager[object]:
    """Let one field or clue count for nothing in one table of weights."""
    weights = identity.weights

    def fewer(row: str) -> identity.Weights:
        found = weights(row)
        return {key: found[key] for key in found if key != name} if row == table else found

    return patch.object(identity, "weights", fewer)


def without_veto(name: str) -> AbstractContextManager[object]:
    """Let one field forbid nothing, nor be asked for."""
    rows = tuple(
        replace(
            row,
            vetoes=tuple(one for one in row.vetoes if one != name),
            needs=tuple(one for one in row.needs if one[0] != name),
        )
        for row in kinds.TABLE
    )
    return patch.object(deciding, "TABLE", rows)


def left_out(lists: Sequence[Expected]) -> Iterator[Without]:
    """Yield everything that is left out in turn."""
    for name in sorted({rule for one in lists for rule in one.rules()}):
        yield f"row “{name}”", lambda name=name: without_row(name)
    fitted = tomllib.loads((files(identity.__package__) / "weights.toml").read_text(encoding="utf-8"))
    for table, names in fitted.items():
        for name in names:
            if name != "bias":
                yield f"weight `{table}.{name}`", lambda key=(table, name): without_weight(*key)
    for name in sorted({one for row in kinds.TABLE for one in (*row.vetoes, *dict(row.needs))}):
        yield f"veto `{name}`", lambda name=name: without_veto(name)


def rows(lists: Sequence[Expected]) -> Iterator[tuple[str, tuple[Score, ...]]]:
    """Yield what is left out with the scores on each list; nothing first."""
    yield "nothing", tuple(one.score() for one in lists)
    for name, without in left_out(lists):
        with without():
            yield name, tuple(one.score() for one in lists)


def table(lists: Sequence[Expected], *, every: bool = False) -> Iterator[str]:
    """Yield the lines of the table; what changes nothing on any list is named below it."""
    whole, *others = rows(lists)
    yield f"| without | {' | '.join(one.name for one in lists)} |"
    yield f"|---|{'---|' * len(lists)}"
    yield f"| {whole[0]} | {' | '.join(map(str, whole[1]))} |"
    for name, scores in others:
        if every or scores != whole[1]:
            cells = (
                "=" if score == as_is else str(score) for score, as_is in zip(scores, whole[1], strict=True)
            )
            yield f"| {name} | {' | '.join(cells)} |"
    idle = [name for name, scores in others if scores == whole[1]]
    yield f"\nNo list changes without: {', '.join(idle) or 'nothing'}."


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--list", nargs="+", type=Path, action="append", required=True, dest="lists")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    lists = [Expected(gold, tuple(paths)) for gold, *paths in options.lists]
    print("\n".join(table(lists, every=options.all)))


if __name__ == "__main__":
    main()
