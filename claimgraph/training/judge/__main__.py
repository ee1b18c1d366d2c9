"""``python -m claimgraph.training.judge STEP``: make pairs, train, let a teacher answer, export, score."""

import argparse
import importlib.util
import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claimgraph.errors import ClaimgraphError

_NEEDED = ("torch", "transformers", "onnx", "onnxruntime", "tokenizers", "safetensors")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.ERROR, format="%(message)s", stream=sys.stderr)
    logging.getLogger("claimgraph").setLevel(logging.INFO)
    try:
        told = options.run(options)
    except ClaimgraphError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claimgraph.training.judge", description="Make the judge of pairs, a step at a time."
    )
    steps = parser.add_subparsers(required=True, metavar="STEP")
    making = steps.add_parser("pairs", help="make examples of labels, mini-stories and decisions")
    making.add_argument(
        "--labels", type=Path, metavar="LABELS.jsonl", help="reading labels, a collection a line"
    )
    making.add_argument("--articles", type=Path, nargs="*", default=[], help="the articles of the labels")
    making.add_argument("--stories", type=Path, nargs="*", default=[], help="mini-stories, one a line")
    making.add_argument("--contrasts", type=Path, nargs="*", default=[], help="contrast groups, one a line")
    making.add_argument("--db", type=Path, nargs="*", default=[], help="cases whose decisions are labels")
    making.add_argument(
        "--unread", action="store_true", help="those kept for scoring, not those to learn from"
    )
    making.set_defaults(run=_pairs)
    training = steps.add_parser("fit", help="train a network on pairs")
    training.add_argument("pairs", type=Path, nargs="+", metavar="PAIRS.jsonl")
    training.add_argument("--base", type=Path, required=True, metavar="DIR", help="the network to start from")
    training.add_argument(
        "--others", type=float, default=3.0, help="other pairs for each conflict, at most (3)"
    )
    training.add_argument("--epochs", type=int, default=2, help="passes (2)")
    training.add_argument("--rate", type=float, default=4e-5, help="learning rate (0.00004)")
    training.add_argument("--frozen", type=int, default=0, help="layers from below that stay (0)")
    training.set_defaults(run=_fit)
    answering = steps.add_parser("soften", help="mix a teacher's answers into the targets of pairs")
    answering.add_argument("pairs", type=Path, nargs="+", metavar="PAIRS.jsonl")
    answering.add_argument("--teacher", type=Path, required=True, metavar="DIR")
    answering.add_argument("--share", type=float, default=0.5, help="how much is the teacher's (0.5)")
    answering.add_argument(
        "--others", type=float, default=8.0, help="other pairs for each conflict, at most (8)"
    )
    answering.set_defaults(run=_soften)
    writing = steps.add_parser("export", help="write a student as it is shipped")
    writing.add_argument("network", type=Path, metavar="DIR")
    writing.add_argument("--trained", type=Path, help="JSON that the manifest tells of the training")
    writing.set_defaults(run=_export)
    scoring = steps.add_parser("score", help="how well pairs are ranked by a network, or by what is shipped")
    scoring.add_argument("pairs", type=Path, nargs="+", metavar="PAIRS.jsonl")
    scoring.add_argument(
        "--network", type=Path, metavar="DIR", help="a trained network; else what is shipped"
    )
    scoring.set_defaults(run=_score)
    for step in (making, training, answering, writing):
        step.add_argument("-o", "--output", type=Path, required=True)
    return parser


def _needed() -> None:
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise ClaimgraphError(f"training needs {', '.join(missing)}; pip install 'claimgraph[train]'")


def _pairs(options: argparse.Namespace) -> dict[str, int]:
    from claimgraph.training.judge import pairs  # noqa: PLC0415 - brings the matcher with it
    from claimgraph.training.judge.kept import unread  # noqa: PLC0415
    from claimgraph.training.judge.labels import of_cases, of_labels  # noqa: PLC0415

    found = [one for path in options.stories for one in pairs.of_mini_stories(path)]
    found += of_cases(options.db)
    if options.labels is not None:
        found += of_labels(options.labels, options.articles)
    kept = [one for one in found if unread(one.story) is options.unread]
    half = "unread" if options.unread else "learnt"  # the half that `make labelled` measures stays unread
    kept += [one for path in options.contrasts for one in pairs.of_contrasts(path, half)]
    if not kept:
        raise ClaimgraphError(
            "no pair to learn from; give --labels with --articles, --stories, --contrasts or --db"
        )
    pairs.written(kept, options.output)
    return {"pairs": len(kept), "conflicts": sum(one.conflict for one in kept)}


def _given(paths: Sequence[Path]) -> "list[Any]":
    from claimgraph.training.judge.pairs import loaded  # noqa: PLC0415

    return [one for path in paths for one in loaded(path)]


def _fit(options: argparse.Namespace) -> dict[str, int]:
    _needed()
    from claimgraph.training.judge.fit import Network, Settings, fit  # noqa: PLC0415 - needs torch
    from claimgraph.training.judge.pairs import thinned  # noqa: PLC0415

    chosen = thinned(_given(options.pairs), options.others)
    network = Network(options.base)
    fit(network, chosen, Settings(epochs=options.epochs, rate=options.rate, frozen=options.frozen))
    network.save(options.output)
    return {"pairs": len(chosen), "conflicts": sum(one.conflict for one in chosen)}


def _soften(options: argparse.Namespace) -> dict[str, int]:
    _needed()
    from claimgraph.training.judge.fit import Network  # noqa: PLC0415 - needs torch
    from claimgraph.training.judge.pairs import answered, thinned, written  # noqa: PLC0415

    chosen = thinned(_given(options.pairs), options.others)
    written(answered(chosen, Network(options.teacher).answers(chosen), options.share), options.output)
    return {"pairs": len(chosen)}


def _export(options: argparse.Namespace) -> dict[str, str]:
    _needed()
    from claimgraph.training.judge.export import export  # noqa: PLC0415 - needs torch
    from claimgraph.training.judge.fit import Network  # noqa: PLC0415

    told = json.loads(options.trained.read_text(encoding="utf-8")) if options.trained else {}
    export(Network(options.network), options.output, told)
    return {"written": str(options.output)}


def _score(options: argparse.Namespace) -> dict[str, Any]:
    from claimgraph.training.judge.score import table  # noqa: PLC0415

    given = _given(options.pairs)
    if options.network is None:
        from claimgraph.judge import shared_judge  # noqa: PLC0415

        judge = shared_judge()
        return table(given, [judge(one.one, one.two) for one in given])
    _needed()
    from claimgraph.training.judge.fit import Network  # noqa: PLC0415 - needs torch

    network = Network(options.network)
    return table(given, network.answers(given))


if __name__ == "__main__":
    sys.exit(main())
