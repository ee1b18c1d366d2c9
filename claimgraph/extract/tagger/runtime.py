"""The network as it is run: two ONNX files of 8-bit weights, one thread, no training library.

Invariant: nothing is run that is not, byte for byte, what the manifest beside it names.
Windows are read one at a time, so that memory does not grow with the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claimgraph.errors import ClaimgraphError
from claimgraph.extract.tagger.decode import Candidate, Decoding
from claimgraph.extract.tagger.windows import Window, windows
from claimgraph.memory import nothing_thrown_away
from claimgraph.model import Span
from claimgraph.networks import MANIFEST, REMEDY, session_of, tokenizer_of, verified

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights"
ENCODER, BRANCH, PIECES = FILES = "encoder.onnx", "branch.onnx", "tokenizer.json"
LOWEST = 0.08
"""Probability below which a word is not looked at as a cue; thresholds for taking it lie above."""
SURE = 0.5
"""Probability from which a cue is marked as another one while its neighbour's content is sought."""
_TOGETHER = 8
"""Cues of one paragraph that are read at once."""


def softmax(scores: "Floats") -> "Floats":
    """Return probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


@dataclass(frozen=True, slots=True)
class _Cues:
    """What a window's words may be cues: parallel to its pieces."""

    probability: "Floats"
    statement: "Floats"
    looked_at: "Integers"


class Runtime:
    """The tagger's network on one thread.

    Args:
        folder: where the weights and their manifest are.

    Raises:
        ClaimgraphError: a file is missing or is not the one that the manifest names.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        manifest = verified(folder, FILES, "tagger")
        try:
            self.decoding = Decoding(**manifest.get("decoding", {}))
        except TypeError as error:
            raise ClaimgraphError(f"{folder / MANIFEST} cannot be read ({error}); {REMEDY}") from error
        self.tokenizer = tokenizer_of(folder / PIECES)
        self._encoder = session_of(folder / ENCODER)
        self._branch = session_of(folder / BRANCH)

    def candidates(
        self, text: str, stretches: Sequence[Span], lowest: float = LOWEST
    ) -> Iterator[list[Candidate]]:
        """Yield the possible cues of a text, a window at a time, in order.

        Args:
            text: the text that the candidates' positions point into.
            stretches: its paragraphs.
            lowest: probability from which a word is looked at as a cue.
        """
        for window in windows(self.tokenizer, text, stretches):
            yield list(self._candidates_of(window, lowest))

    def _candidates_of(self, window: Window, lowest: float) -> Iterator[Candidate]:
        # One window at a time: no padding, no mask, and the states stay in the processor's cache.
        inputs = {"ids": window.ids, "casing": window.casing, "quoting": window.quoting}
        states, heads = self._encoder.run(None, {name: np.array([row]) for name, row in inputs.items()})
        cues = _cues(window, softmax(heads[0]), lowest)
        by_crop: dict[tuple[int, int], list[int]] = {}
        for position in cues.looked_at:
            by_crop.setdefault(window.crop(int(position)), []).append(int(position))
        for (start, end), positions in by_crop.items():
            for begin in range(0, len(positions), _TOGETHER):
                part = positions[begin : begin + _TOGETHER]
                every = self._roles(
                    states[0, start:end], cues.probability[start:end], [p - start for p in part]
                )
                for position, roles in zip(part, every, strict=True):
                    probability, statement = cues.probability[position], cues.statement[position]
                    yield Candidate(window, position, float(probability), float(statement), start, end, roles)

    def _roles(self, states: "Floats", cues: "Floats", positions: Sequence[int]) -> "Floats":
        """Return the roles [positions, length, 4] of one crop, for each cue in it that is asked about."""
        marks = np.tile(np.where(cues >= SURE, 2, 0), (len(positions), 1))
        marks[np.arange(len(positions)), positions] = 1
        around = np.tile(states, (len(positions), 1, 1))
        return softmax(self._branch.run(None, {"states": around, "marks": marks})[0])


def _cues(window: Window, kinds: "Floats", lowest: float) -> _Cues:
    """Read the kinds [length, 3]: only the first piece of a word of the window's own is a head."""
    possible = (np.array(window.own) >= 0) & np.array(window.first)
    probability = np.where(possible, 1 - kinds[:, 0], 0)
    statement = kinds[:, 1] / np.maximum(kinds[:, 1:].sum(1), 1e-6)
    return _Cues(probability, statement, np.flatnonzero(probability >= lowest))


@cache
@nothing_thrown_away()
def shared_runtime(folder: Path = WEIGHTS) -> Runtime:
    """Load the weights once per process."""
    return Runtime(folder)
