"""What each gate and each rule of matching brings and costs on lists of expected disputes.

    python tests/benchmarks/ablation.py --list GOLD PATH... [--list GOLD PATH... ...]

GOLD is what ``claimgraph evaluate`` reads, PATH what ``claimgraph report`` takes. Articles are
read once; then everything is matched again with one gate always open, or without the
findings of one rule, and scored on every list. Printed is a table in Markdown: recall of the
disputes that must and that should be found, "P", the share of reported disputes that are
right, and "f", the forbidden pairs opposed. "=" stands for the scores of the first row;
``--all`` prints the rows that change nothing as well.

A gate is any function of ``claimgraph.match`` that returns a ``Verdict``, or a question of
``QUESTIONS``; a rule is what findings give as their first reason.
"""

import argparse
import inspect
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any
from unittest.mock import patch

import claimgraph.match
from claimgraph.match import run
from claimgraph.match.figures import Change
from claimgraph.match.finding import Finding
from claimgraph.match.gates import GATES, Verdict
from claimgraph.model import Collection, Findings
from claimgraph.report.document import document
from claimgraph.report.evaluate import evaluate
from claimgraph.tracker import ClaimGraph

QUESTIONS: dict[str, bool] = {
    "whose_deed": True,
    "plain_enough": True,
    "said_before": False,
    "opposite_deed": False,
    "only_a_verdict": False,
}
"""Questions of denials that stop pairs as gates do, with the answer that lets every pair pass."""


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
        """Match the articles with the gates and rules as they stand, and score what is found."""
        findings = Findings(collection=self.collection, matching=run.match(self.collection))
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
        """Return the first reasons of everything the rules find."""
        context = run.build(self.collection)
        pairs = run.candidates(context).pairs
        outcomes = [outcome for rule in run.RULES.values() for outcome in rule(context, pairs)]
        return {name for outcome in outcomes if (name := _rule_of(outcome)) is not None}


def modules() -> list[ModuleType]:
    """Return the modules of the matcher."""
    package = claimgraph.match
    return [import_module(f"{package.__name__}.{one.name}") for one in iter_modules(package.__path__)]


def gates() -> dict[str, Callable[..., object]]:
    """Return every gate by its name, and the questions of denials."""
    found: dict[str, Callable[..., object]] = {}
    for module in modules():
        for name, made in vars(module).items():
            own = inspect.isfunction(made) and made.__module__ == module.__name__
            if own and (name in QUESTIONS or (_is_gate(made) and name not in {"go", "stop"})):
                found[name] = made
    return found


def _is_gate(function: Callable[..., object]) -> bool:
    return inspect.signature(function).return_annotation in {Verdict, "Verdict"}


@contextmanager
def always_open(name: str, gate: Callable[..., object]) -> Iterator[None]:
    """Let every pair pass a gate, wherever the matcher asks it."""
    answer = QUESTIONS.get(name, Verdict(passed=True, detail="not asked"))

    def passing(*asked: object) -> object:
        del asked
        return answer

    with ExitStack() as stack:
        for module in modules():
            if vars(module).get(name) is gate:
                stack.enter_context(patch.object(module, name, passing))
        if GATES.get(name) is gate:
            stack.enter_context(patch.dict(GATES, {name: passing}))
        yield


@contextmanager
def without_rule(name: str) -> Iterator[None]:
    """Leave out what one rule finds."""

    def silenced(rule: run.Rule) -> run.Rule:
        return lambda context, pairs: (one for one in rule(context, pairs) if _rule_of(one) != name)

    with patch.dict(run.RULES, {kind: silenced(rule) for kind, rule in run.RULES.items()}):
        yield


def _rule_of(outcome: object) -> str | None:
    """Return the name of the rule a finding or an update stands on."""
    if isinstance(outcome, Finding):
        return outcome.reasons[0].rule
    return outcome.reason.rule if isinstance(outcome, Change) else None


def rows(lists: Sequence[Expected]) -> Iterator[tuple[str, tuple[Score, ...]]]:
    """Yield what is left out with the scores on each list: nothing, each gate, each rule."""
    yield "nothing", tuple(one.score() for one in lists)
    for name, gate in sorted(gates().items()):
        with always_open(name, gate):
            yield f"gate `{name}`", tuple(one.score() for one in lists)
    for name in sorted({rule for one in lists for rule in one.rules()}):
        with without_rule(name):
            yield f"rule “{name}”", tuple(one.score() for one in lists)


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
