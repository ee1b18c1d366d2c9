"""How well and how fast statements are attributed.

    python tests/benchmarks/attribution.py CORPUS.jsonl [--since DATE]

CORPUS.jsonl holds annotated articles as ``claimgraph.training`` reads them. They are read as users
read them, by ``claimgraph claims ... --format attribution`` in a process of its own, and scored by
kind of quote; "words/s" are words per CPU second of that whole process, "alone" without parsing,
"MB" is the process's peak memory.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimgraph.extract.attribution.finding import attributions
from claimgraph.extract.parse import parse
from claimgraph.model import Block, Source, Span
from claimgraph.training.corpus import read_corpus, stretches_of
from claimgraph.training.score import KINDS, score

_COMMAND = "from claimgraph.cli import main; main()"
COLUMNS = ("found_f1", "content_exact_f1", "source_right", "full_precision", "full_recall", "full_f1")


@dataclass(frozen=True, slots=True)
class Spans:
    """An attribution as the command prints it."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """What was found in each article, and what that took."""

    found: Mapping[str, list[Spans]]
    seconds: float
    megabytes: float


def run(articles: Sequence[Mapping[str, Any]]) -> Run:
    """Print the attributions of the articles with the command, and read them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        rows = [{"id": str(n), "text": article["text"]} for n, article in enumerate(articles)]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, "-c", _COMMAND, "claims", str(path)]
        before = _cpu()
        done = subprocess.run(
            [*command, "--format", "attribution"], capture_output=True, text=True, check=False
        )
        seconds = _cpu() - before
    if done.returncode not in {0, 1}:
        raise SystemExit(done.stderr)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    found = {
        articles[int(line["doc_id"])]["text"]: [_spans(one) for one in line["attributions"]] for line in lines
    }
    return Run(found, seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _spans(line: Mapping[str, Any]) -> Spans:
    return Spans(*(tuple((start, end) for start, end in line[part]) for part in ("source", "cue", "content")))


def alone(articles: Sequence[Mapping[str, Any]]) -> float:
    """Return the CPU seconds that attribution takes on articles parsed before."""
    parsed = [parse(_source(article["text"])) for article in articles]
    attributions(parsed[0])  # loads what it needs
    before = time.process_time()
    for article in parsed:
        attributions(article)
    return time.process_time() - before


def _source(text: str) -> Source:
    blocks = tuple(Block(start=start, end=end, kind="body") for start, end in stretches_of(text))
    return Source(id="s", name="a.txt", path="a.txt", sha256="0" * 64, text=text, blocks=blocks)


def table(figures: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Yield the lines of the table: a line for each kind of quote."""
    yield f"{'kind':10}" + "".join(f"{name.replace('_', ' '):>18}" for name in COLUMNS)
    for kind in KINDS:
        yield f"{kind:10}" + "".join(f"{figures[kind][name]:18.1f}" for name in COLUMNS)


def main() -> None:
    """Print how well, then how fast."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--since", default="")
    options = parser.parse_args()
    articles = [one for one in read_corpus(options.corpus) if str(one.get("date", "")) >= options.since]
    words = sum(len(article["text"].split()) for article in articles)
    made = run(articles)
    print(f"{len(articles)} articles, {words} words")
    print("\n".join(table(score(articles, lambda text: made.found.get(text, [])))))
    print(f"{'words/s':>10}{'alone':>10}{'MB':>8}")
    print(f"{words / made.seconds:10.0f}{words / alone(articles):10.0f}{made.megabytes:8.0f}")


if __name__ == "__main__":
    main()
