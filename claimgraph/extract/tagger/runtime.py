"""The network as it is run: two ONNX files of 8-bit weights, one thread, no training library.

Invariant: nothing is run that is not, byte for byte, what the manifest beside it names.
Windows are read a few at a time, so that memory does not grow with the text.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claimgraph.errors import ClaimgraphError
from claimgraph.extract.tagger.decode import Candidate, Decoding
from claimgraph.extract.tagger.windows import Window, windows
from claimgraph.model import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Integers = NDArray[np.int64]
    Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights"
MANIFEST = "manifest.json"
ENCODER, BRANCH, PIECES = "encoder.onnx", "branch.onnx", "tokenizer.json"
LOWEST = 0.08
"""Probability below which a word is not looked at as a cue; thresholds for taking it lie above."""
SURE = 0.5
"""Probability from which a cue is marked as another one while its neighbour's content is sought."""
_POOL = 48
_TOGETHER = 8
_CROPS = 12


def softmax(scores: "Floats") -> "Floats":
    """Return probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


@dataclass(frozen=True, slots=True)
class _Found:
    """A possible cue before its roles are read; ``row`` is its window's in the states at hand."""

    row: int
    window: Window
    position: int
    probability: float
    statement: float
    start: int
    end: int
    marks: "Integers"


class Runtime:
    """The tagger's network on one thread.

    Args:
        folder: where the weights and their manifest are.

    Raises:
        ClaimgraphError: a file is missing or is not the one that the manifest names.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        manifest = verified(folder)
        try:
            self.decoding = Decoding(**manifest.get("decoding", {}))
        except TypeError as error:
            raise ClaimgraphError(f"{folder / MANIFEST} cannot be read ({error}); {_REMEDY}") from error
        self.tokenizer = tokenizer_of(folder / PIECES)
        self._encoder = _session(folder / ENCODER)
        self._branch = _session(folder / BRANCH)

    def candidates(
        self, text: str, stretches: Sequence[Span], lowest: float = LOWEST
    ) -> Iterator[list[Candidate]]:
        """Yield the possible cues of a text, some windows at a time, in order.

        Args:
            text: the text that the candidates' positions point into.
            stretches: its paragraphs.
            lowest: probability from which a word is looked at as a cue.
        """
        stream = windows(self.tokenizer, text, stretches)
        while pool := list(islice(stream, _POOL)):
            by_length = sorted(range(len(pool)), key=lambda number: len(pool[number]))
            found: list[list[Candidate]] = [[] for _ in pool]
            for begin in range(0, len(by_length), _TOGETHER):
                numbers = by_length[begin : begin + _TOGETHER]
                for number, candidate in self._read([pool[n] for n in numbers], lowest):
                    found[numbers[number]].append(candidate)
            yield [candidate for of_window in found for candidate in of_window]

    def _read(self, group: Sequence[Window], lowest: float) -> Iterator[tuple[int, Candidate]]:
        inputs = {
            "ids": _padded(window.ids for window in group),
            "casing": _padded(window.casing for window in group),
            "quoting": _padded(window.quoting for window in group),
            "mask": _padded([1] * len(window) for window in group),
        }
        states, heads = self._encoder.run(None, inputs)
        kinds = softmax(heads)
        found = sorted(_heads(group, kinds, lowest), key=lambda one: one.end - one.start)
        for begin in range(0, len(found), _CROPS):
            part = found[begin : begin + _CROPS]
            for one, roles in zip(part, self._roles(part, states), strict=True):
                yield (
                    one.row,
                    Candidate(
                        one.window, one.position, one.probability, one.statement, one.start, one.end, roles
                    ),
                )

    def _roles(self, part: Sequence[_Found], states: "Floats") -> Iterator["Floats"]:
        longest = max(one.end - one.start for one in part)
        around = np.zeros((len(part), longest, states.shape[2]), np.float32)
        for row, one in enumerate(part):
            around[row, : one.end - one.start] = states[one.row, one.start : one.end]
        inputs = {
            "states": around,
            "marks": _padded(one.marks for one in part),
            "mask": _padded([1] * (one.end - one.start) for one in part),
        }
        roles = softmax(self._branch.run(None, inputs)[0])
        for row, one in enumerate(part):
            yield roles[row, : one.end - one.start]


def _heads(group: Sequence[Window], kinds: "Floats", lowest: float) -> Iterator[_Found]:
    """Yield the words that may be cues: the first pieces of words of their own chunk."""
    for row, window in enumerate(group):
        own = np.array(window.own) >= 0
        cues = np.where(own & np.array(window.first), 1 - kinds[row, : len(window), 0], 0)
        sure = cues >= SURE
        for position in np.flatnonzero(cues >= lowest):
            start, end = window.crop(int(position))
            marks = np.where(sure[start:end], 2, 0).astype(np.int64)
            marks[position - start] = 1
            statement = float(kinds[row, position, 1] / max(float(kinds[row, position, 1:].sum()), 1e-6))
            yield _Found(row, window, int(position), float(cues[position]), statement, start, end, marks)


def _padded(rows: "Iterable[Sequence[int] | Integers]") -> "Integers":
    listed = list(rows)
    padded = np.zeros((len(listed), max(len(row) for row in listed)), np.int64)
    for number, row in enumerate(listed):
        padded[number, : len(row)] = row
    return padded


def tokenizer_of(path: Path) -> "Tokenizer":
    """Return the word pieces of a tokenizer file, without truncation or padding."""
    from tokenizers import Tokenizer  # noqa: PLC0415 - only the tagger needs it

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _session(path: Path) -> "InferenceSession":
    import onnxruntime  # noqa: PLC0415 - only the tagger needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


_REMEDY = "reinstall claimgraph, or use --engine rules, which needs no weights"


def verified(folder: Path) -> dict[str, Any]:
    """Return the manifest of a folder of weights once every file is what it says.

    Raises:
        ClaimgraphError: the manifest or a file is missing, or a file differs.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        expected = {name: str(manifest["files"][name]) for name in (ENCODER, BRANCH, PIECES)}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ClaimgraphError(
            f"the tagger's manifest {folder / MANIFEST} cannot be read; {_REMEDY}"
        ) from error
    for name, digest in expected.items():
        path = folder / name
        try:
            actual = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise ClaimgraphError(f"the tagger's file {path} cannot be read; {_REMEDY}") from error
        if actual != digest:
            raise ClaimgraphError(
                f"the tagger's file {path} is damaged: its sha256 is not the manifest's; {_REMEDY}"
            )
    return dict(manifest)


@cache
def shared_runtime() -> Runtime:
    """Load the shipped weights once per process."""
    return Runtime()
