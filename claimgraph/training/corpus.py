"""Annotated articles become examples: windows with what is to be found in them.

A line of the corpus is a JSON object with ``text``, ``date`` and ``attributions``, each with
spans ``source``, ``cue``, ``content`` and, when known, ``cue_head`` and ``speech`` (False for
what is no statement: a plan, a like). Articles are read as they are laid out and, for
robustness, also without line breaks and with a sentence a line.
"""

import json
import random
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claimgraph.errors import InputRefusedError
from claimgraph.extract.tagger.windows import Window, windows
from claimgraph.model import Span
from claimgraph.training.variety import varied, without_marks

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

ROLE = {"source": 1, "cue": 2, "content": 3}
LAYOUTS = ("as it is", "one line", "a sentence a line")
_LINE = re.compile(r"[^\n]+")
_BREAK = re.compile(r"\n")
_AFTER_SENTENCE = re.compile(r"(?<=[a-z)][.!?]) (?=[A-Z“\"])|(?<=[.!?][”\"]) (?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue of a window: where its head is, what is searched, and each piece's role in it."""

    position: int
    start: int
    end: int
    roles: "NDArray[np.int8]"


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its labels, all [length]: ``heads`` 0 none, 1 statement, 2 other; ``flat`` any role."""

    ids: "NDArray[np.int64]"
    casing: "NDArray[np.int64]"
    quoting: "NDArray[np.int64]"
    own: "NDArray[np.bool_]"
    heads: "NDArray[np.int64]"
    flat: "NDArray[np.int64]"
    cues: tuple[Cue, ...]


def read_corpus(path: Path) -> list[dict[str, Any]]:
    """Return the articles of a JSON-lines file, oldest first."""
    with path.open(encoding="utf-8") as lines:
        articles = [
            _article(path, number, line) for number, line in enumerate(lines, start=1) if line.strip()
        ]
    return sorted(
        articles, key=lambda article: (str(article.get("date", "")), str(article.get("doc_id", "")))
    )


def _article(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        article = json.loads(line)
    except ValueError:
        article = None
    whole = isinstance(article, dict) and isinstance(article.get("text"), str)
    if not whole or not isinstance(article.get("attributions"), list):
        raise InputRefusedError(
            f"{path}:{number}",
            "no annotated article",
            "give a JSON object with text and attributions (see docs/tagger.md)",
        )
    return dict(article)


def stretches_of(text: str) -> list[Span]:
    """Return the lines of a text that hold something, as the corpus's paragraphs."""
    return [(match.start(), match.end()) for match in _LINE.finditer(text) if match.group().strip()]


def laid_out(text: str, layout: str) -> str:
    """Return the text in another layout, of the same length, so that offsets hold."""
    if layout == "one line":
        return _BREAK.sub(" ", text)
    if layout == "a sentence a line":
        return _AFTER_SENTENCE.sub("\n", text)
    return text


def examples(
    tokenizer: "Tokenizer", articles: Sequence[Mapping[str, Any]], *, seed: int = 0
) -> list[list[list[Example]]]:
    """Return for each article its examples in each of its variants.

    Every article comes as it is, twice with other names and verbs, and once so and in another layout.
    """
    choose = random.Random(seed)  # noqa: S311 - no secret
    return [
        [list(_examples_of(tokenizer, variant)) for variant in variants(article, choose)]
        for article in articles
    ]


def variants(article: Mapping[str, Any], choose: random.Random) -> Iterator[Mapping[str, Any]]:
    """Yield the article as it is and as it could have been written."""
    yield article
    yield varied(article, choose)
    yield varied(article, choose)
    other = varied(article, choose)
    layout = choose.choice((*LAYOUTS[1:], None))
    yield without_marks(other) if layout is None else {**other, "text": laid_out(other["text"], layout)}


def _examples_of(tokenizer: "Tokenizer", article: Mapping[str, Any]) -> Iterator[Example]:
    text = article["text"]
    for window in windows(tokenizer, text, stretches_of(text)):
        yield label(window, article["attributions"])


def label(window: Window, attributions: Sequence[Mapping[str, Any]]) -> Example:
    """Mark in a window what the annotators found in its text."""
    placed = [(place, span) for place, span in enumerate(window.offsets) if span is not None]
    ends = [span[1] for _, span in placed]
    length = len(window)
    heads, flat = np.zeros(length, np.int64), np.zeros(length, np.int64)

    def under(span: Sequence[int]) -> list[int]:
        low = bisect_right(ends, span[0])
        high = low
        while high < len(placed) and placed[high][1][0] < span[1]:
            high += 1
        return [place for place, _ in placed[low:high]]

    cues = []
    for attribution in attributions:
        roles = np.zeros(length, np.int8)
        for name in ("content", "source", "cue"):
            for span in attribution[name]:
                roles[under(span)] = ROLE[name]
        if not roles.any():
            continue
        flat = np.where(roles, roles, flat)
        head = attribution.get("cue_head") or next(iter(attribution["cue"]), None)
        at = [place for place in under(head) if window.own[place] >= 0] if head else []
        if at:
            heads[at[0]] = 1 if attribution.get("speech", True) else 2
            start, end = window.crop(at[0])
            cues.append(Cue(at[0], start, end, roles[start:end]))
    return Example(
        np.array(window.ids),
        np.array(window.casing),
        np.array(window.quoting),
        np.array(window.own) >= 0,
        heads,
        flat.astype(np.int64),
        tuple(cues),
    )
