"""``python -m claimgraph.training.weights``: fit the matcher's weights on labelled pairs.

Every pair that a row of the table of kinds looks at, and every claim that a denial may answer, is an
example (``examples``): right when it answers a listed dispute, wrong when it joins two stories
(``mixed``). A logistic regression with fixed signs is fitted row by row (projected gradient with
momentum, Beck and Teboulle 2009); each story counts alike, whatever its size. Figures are
leave-one-story-out: every story is scored by weights that have not seen it.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claimgraph.errors import ClaimgraphError
from claimgraph.gathering import grouped
from claimgraph.lexicon.own import VARIABLE
from claimgraph.match import leads
from claimgraph.match.clues import AGAINST
from claimgraph.model import Claim, Collection
from claimgraph.tracker import ClaimGraph
from claimgraph.training.examples import Example, Story, looked_at
from claimgraph.training.mixed import looked_across

Vector = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
ROWS = ("event", "count", "beside", "denied", "lead")
PENALTY = 2.0
"""Of the squares of the weights: few stories teach little."""
PRIOR = 0.4
"""What a weight is taken to be, by its sign, where few examples tell."""
STEPS = 600
SMALLEST = 0.02
"""A weight below it is left out."""
FOLDS_OF_NEWS = 8
"""Single articles are left out in so many parts."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m claimgraph.training.weights", description=__doc__)
    parser.add_argument(
        "stories",
        nargs="*",
        type=Path,
        metavar="ARTICLES GOLD",
        help="articles, then their gold list, in pairs",
    )
    parser.add_argument(
        "--labels",
        type=Path,
        nargs="*",
        default=[],
        metavar="LABELS.jsonl",
        help="reading labels, a collection a line",
    )
    parser.add_argument(
        "--articles", type=Path, nargs="*", default=[], help="the articles of the reading labels"
    )
    parser.add_argument(
        "--db",
        type=Path,
        action="append",
        default=[],
        metavar="CASE.db",
        help="a case whose decisions are labelled pairs; the shipped weights are moved by them",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="WEIGHTS.toml", help="where the weights go")
    options = parser.parse_args(arguments)
    try:
        figures = _run(options)
    except (ClaimgraphError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
    return 0


def _run(options: argparse.Namespace) -> dict[str, object]:
    if options.db:
        if options.stories or options.labels:
            raise ClaimgraphError("give either cases (--db) or gold lists and labels, not both")
        return _from_decisions(options.db, options.output)
    paths = list(options.stories)
    if len(paths) % 2:
        raise ClaimgraphError("give a gold list behind every file of articles")
    found = [_gold_story(*pair) for pair in zip(paths[::2], paths[1::2], strict=True)]
    for labels in options.labels:
        found.extend(story for story, _, _ in labelled(labels, options.articles))
    if not found:
        raise ClaimgraphError("nothing to learn from; give ARTICLES GOLD, or --labels with --articles")
    examples = by_row(chain(chain.from_iterable(map(looked_at, found)), looked_across(found)))
    fitted = {row: fit(examples[row]) for row in ROWS}
    if options.output is not None:
        options.output.write_text(written(fitted), encoding="utf-8")
    return {row: left_out(examples[row]) for row in ROWS}


def by_row(found: Iterable[tuple[str, Example]]) -> dict[str, tuple[Example, ...]]:
    """Return examples by whose weights they are for; every row has some, or none."""
    return dict.fromkeys(ROWS, ()) | grouped(found)


def _from_decisions(paths: Sequence[Path], output: Path | None) -> dict[str, object]:
    """Refit the shipped weights on the decisions of some cases, and say what that would change there."""
    import tempfile  # noqa: PLC0415 - where nothing is to be kept

    from claimgraph.training import decided  # noqa: PLC0415 - which fits with what is here

    cases = [decided.Case(path) for path in paths]
    examples = by_row(one for case in cases for one in case.examples())
    if not any(examples.values()):
        raise ClaimgraphError("no decided pair that the matcher weighs; confirm and reject some first")
    text = written(decided.refitted(examples))
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "weights.toml"
        trial.write_text(text, encoding="utf-8")
        told = {"weights": decided.figures(examples), "changes": decided.changes(cases, trial)}
    if output is not None:
        output.write_text(text, encoding="utf-8")
    return {**told, "use them": f"set {VARIABLE} to the file that -o names; unset it for the shipped ones"}


def _gold_story(articles: Path, gold: Path) -> Story:
    listed = json.loads(gold.read_text(encoding="utf-8"))["disputes"]
    sides = [[one["a"], one["b"], *one.get("others", [])] for one in listed]
    return _story(articles.stem, _collection([articles]), sides)


def labelled(
    labels: Path, articles: Sequence[Path], half: str = "learnt"
) -> Iterator[tuple[Story, list[tuple[str, str]], dict[int, str]]]:
    """Yield of each line of reading labels that is not packed away the story and what was said of it.

    That is the pairs of claims that are no conflict though they tempt, and how strong each conflict is.

    Args:
        half: which lines, where they say so: "learnt" or "unread".
    """
    texts: dict[str, dict[str, Any]] = {}
    for path in articles:
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            name = str(one.get("doc_id") or one["id"])
            texts[name] = {
                "id": name,
                "text": one["text"],
                "published": one.get("date") or one.get("published"),
            }
    open_ = (json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines())
    wanted = (line for line in open_ if "conflicts" in line and line.get("half", half) == half)
    for number, one in enumerate(wanted):
        held = [texts[doc] for doc in one["docs"] if doc in texts]
        if not held:
            continue
        sides = [
            [
                [dict(zip(("doc", "start", "end"), mention, strict=True)) for mention in conflict[side]]
                for side in "ab"
            ]
            for conflict in one["conflicts"]
        ]
        fold = f"news {number % FOLDS_OF_NEWS}" if len(held) == 1 else ""
        compatible = [
            [[dict(zip(("doc", "start", "end"), mention, strict=True))] for mention in pair]
            for pair in one.get("compatible", ())
        ]
        story = _story(f"lab_{one['set']}_{number}", _collection_of(held), sides, fold)
        tempting = _groups(story.collection, compatible)
        strengths = {
            place: str(conflict.get("strength", "listed")) for place, conflict in enumerate(one["conflicts"])
        }
        yield story, [(min(a), min(b)) for a, b in tempting if a and b], strengths


def _collection(paths: Sequence[Path]) -> Collection:
    with ClaimGraph.open(list(paths)) as found:
        return found.collection()


def _collection_of(articles: Sequence[Mapping[str, Any]]) -> Collection:
    import tempfile  # noqa: PLC0415 - for reading labels only

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
        return _collection([path])


def _story(
    name: str, collection: Collection, sides: Sequence[Sequence[Sequence[Mapping[str, Any]]]], fold: str = ""
) -> Story:
    return Story(name, collection, _groups(collection, sides), fold)


def _groups(
    collection: Collection, listed: Sequence[Sequence[Sequence[Mapping[str, Any]]]]
) -> list[list[set[str]]]:
    """Return the claims that answer the mentions on each side of what is listed."""
    names = {source.id: source.name for source in collection.sources}
    by_source = grouped((names[claim.source], claim) for claim in collection.claims)
    return [
        [
            {
                claim.id
                for mention in side
                for claim in by_source.get(str(mention["doc"]), ())
                if _answers(claim, mention)
            }
            for side in one
        ]
        for one in listed
    ]


def _answers(claim: Claim, mention: Mapping[str, Any]) -> bool:
    """Tell whether a claim's span and a listed mention share half of the shorter one."""
    start, end = mention.get("line") or (mention["start"], mention["end"])
    for low, high in ((claim.start, claim.end), *claim.content):
        shared = min(high, end) - max(low, start)
        if shared > 0 and 2 * shared >= min(high - low, end - start):
            return True
    return False


Weights = tuple[dict[str, float], float]
"""The weight of every answer ("story same"), and the bias."""


def fit(examples: Sequence[Example], start: Weights | None = None) -> Weights:
    """Return the weights that fit some examples best, their signs fixed.

    Args:
        start: what the weights, and the bias, are taken to be where few examples tell; by their
            signs, and no bias, when None.
    """
    names = sorted({name for one in examples for name in one.answers} | set(start[0] if start else ()))
    if start is not None and not examples:
        return start
    if not names or (start is None and not any(one.right for one in examples)):
        return {}, 0.0
    answers, right, weight = _matrix(examples, names)
    low, high = _bounds(names)
    prior = np.where(np.isinf(low) & np.isinf(high), 0.0, np.where(high > 0, PRIOR, -PRIOR))
    penalty = np.array([*([PENALTY] * len(names)), 0.0])
    if start is not None:
        prior = np.array([*(start[0].get(name, 0.0) for name in names), start[1]])
        penalty[-1] = PENALTY
    solved = _descend((answers, right, weight), (low, high), prior, penalty)
    return dict(zip(names, (float(one) for one in solved[:-1]), strict=True)), float(solved[-1])


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> tuple[Vector, Vector, Vector]:
    answers = np.array([[*(one.answers.get(name, 0.0) for name in names), 1.0] for one in examples])
    right = np.array([float(one.right) for one in examples])
    sizes: dict[str, int] = {}
    for one in examples:
        sizes[one.story] = sizes.get(one.story, 0) + 1
    weight = np.array([sizes[one.story] ** -0.5 for one in examples])
    return answers, right, weight / weight.mean()


def _bounds(names: Sequence[str]) -> tuple[Vector, Vector]:
    """Return between which numbers each weight may lie: the same speaks for, what differs against."""
    low, high = [], []
    for name in names:
        clue, _, fit_ = name.rpartition(" ")
        against = fit_ == "different" or clue in AGAINST | leads.AGAINST
        low.append(-np.inf if against else 0.0)
        high.append(0.0 if against else np.inf)
    return np.array([*low, -np.inf]), np.array([*high, np.inf])


def _descend(
    given: tuple[Vector, Vector, Vector], bounds: tuple[Vector, Vector], prior: Vector, penalty: Vector
) -> Vector:
    """Minimise the weighted log-loss within bounds, by projected gradient with momentum."""
    answers, right, weight = given
    low, high = bounds
    curvature = 0.25 * float(np.linalg.eigvalsh((answers * weight[:, None]).T @ answers)[-1]) + PENALTY
    at = ahead = np.zeros(answers.shape[1])
    momentum = 1.0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(answers @ ahead)))
        slope = answers.T @ (weight * (chance - right)) + penalty * (ahead - prior)
        following = np.clip(ahead - slope / curvature, low, high)
        step = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        ahead = following + (momentum - 1) / step * (following - at)
        at, momentum = following, step
    return at


def scored(examples: Sequence[Example], weights: Weights) -> Vector:
    """Return how likely each example is right."""
    held, bias = weights
    total = [
        bias + sum(held.get(name, 0.0) * degree for name, degree in one.answers.items()) for one in examples
    ]
    return np.asarray(1 / (1 + np.exp(-np.array(total))))


def left_out(examples: Sequence[Example]) -> dict[str, float]:
    """Return how well every story is ranked by weights fitted on the others."""
    chances: list[float] = []
    rights: list[bool] = []
    for fold in sorted({one.fold for one in examples}):
        rest = [one for one in examples if one.fold != fold]
        own = [one for one in examples if one.fold == fold]
        chances.extend(scored(own, fit(rest)))
        rights.extend(one.right for one in own)
    chance, right = np.array(chances), np.array(rights, dtype=np.bool_)
    return {"pairs": len(right), "right": int(right.sum()), "auc": round(area(chance, right), 3)}


def area(chance: Vector, right: Flags) -> float:
    """Return the share of right and wrong pairs that are ranked rightly (Mann and Whitney 1947)."""
    if not right.any() or right.all():
        return 0.5
    good, bad = chance[right], np.sort(chance[~right])
    below = np.searchsorted(bad, good, "left") + np.searchsorted(bad, good, "right")
    return float(below.mean() / 2 / len(bad))


def written(fitted: Mapping[str, Weights]) -> str:
    """Return the weights as the data file that the matcher reads."""
    lines = ["# Fitted on labelled pairs by `python -m claimgraph.training.weights`; not edited by hand.", ""]
    for row, (held, bias) in fitted.items():
        lines += [f"[{row}]", f"bias = {bias:.2f}"]
        table: dict[str, dict[str, float]] = {}
        for name, weight in held.items():
            clue, _, fit_ = name.rpartition(" ")
            if abs(weight) >= SMALLEST:
                table.setdefault(clue, {})[fit_] = weight
        for clue, fits in table.items():
            told = ", ".join(f"{fit_} = {weight:.2f}" for fit_, weight in sorted(fits.items(), reverse=True))
            lines.append(f"{clue} = {{ {told} }}")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
