"""The judge as it is run: one ONNX file of 8-bit weights, one thread, one pair at a time.

Invariants
    - Both orders of a pair are read, so that neither claim is the first: the answer is symmetric.
    - The same pair gets the same answer on one machine, bit for bit, whatever was asked before.
"""

import math
from functools import cache
from pathlib import Path

import numpy as np

from claimgraph.memory import nothing_thrown_away
from claimgraph.networks import session_of, tokenizer_of, verified

WEIGHTS = Path(__file__).parent / "weights"
NETWORK, PIECES = FILES = "judge.onnx", "tokenizer.json"
LENGTH = 112
"""Word pieces of a pair that are read; the longer statement is cut first."""


class Judge:
    """The judge's network.

    Raises:
        ClaimgraphError: a file is missing or is not the one that the manifest names.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        verified(folder, FILES, "judge")
        self._tokenizer = tokenizer_of(folder / PIECES)
        self._tokenizer.enable_truncation(LENGTH, strategy="longest_first")
        self._session = session_of(folder / NETWORK)

    def __call__(self, one: str, two: str) -> float:
        """Return how alike two worded claims are to pairs that readers called a conflict, 0 to 1."""
        both = [self._tokenizer.encode(one, two), self._tokenizer.encode(two, one)]
        ids, parts = ([getattr(pair, name) for pair in both] for name in ("ids", "type_ids"))
        (found,) = self._session.run(None, {"ids": np.array(ids), "parts": np.array(parts)})
        return 1 / (1 + math.exp(-float(found.mean())))


@cache
@nothing_thrown_away()
def shared_judge() -> Judge:
    """Load the shipped weights once per process."""
    return Judge()
