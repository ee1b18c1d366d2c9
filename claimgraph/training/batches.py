"""Examples become batches: of like length, shuffled by seed, lightly disturbed."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from claimgraph.training.corpus import Cue, Example

POOL = 40
"""Batches sorted by length together; more wastes less padding, fewer mix better."""
_DISTURBED = 0.03
_FORGOTTEN = 0.15
_INVENTED = 0.015


@dataclass(frozen=True, slots=True)
class Crops:
    """What stands around cues, a row a cue [cues, longest].

    ``places`` are positions in the batch's windows laid end to end, for gathering states.
    """

    places: Tensor
    mask: Tensor
    marks: Tensor
    roles: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows [windows, length] and the crops around their cues, short ones apart from long ones."""

    ids: Tensor
    casing: Tensor
    quoting: Tensor
    mask: Tensor
    own: Tensor
    heads: Tensor
    flat: Tensor
    crops: tuple[Crops, ...]


def batches(
    articles: Sequence[Sequence[Sequence[Example]]], size: int, seed: int, share: tuple[int, int]
) -> Iterator[Batch]:
    """Yield one pass over the articles, each in one of its layouts.

    Args:
        size: windows a batch.
        seed: the pass's own; the same for all processes.
        share: which part of the batches this process takes, of how many.
    """
    choose = random.Random(seed)  # noqa: S311 - no secret
    chosen = [example for layouts in articles for example in choose.choice(layouts)]
    choose.shuffle(chosen)
    groups: list[list[Example]] = []
    for begin in range(0, len(chosen), size * POOL):
        pool = sorted(chosen[begin : begin + size * POOL], key=_cost)
        groups += [pool[low : low + size] for low in range(0, len(pool), size)]
    choose.shuffle(groups)
    part, parts = share
    rng = np.random.default_rng((seed, part))
    for group in groups[part : len(groups) - len(groups) % parts : parts]:
        yield collate(group, rng)


def _cost(example: Example) -> int:
    return len(example.ids) * 5 + 2 * sum(cue.end - cue.start for cue in example.cues)


def collate(group: Sequence[Example], rng: np.random.Generator | None = None) -> Batch:
    """Pad examples into one batch; with ``rng``, disturb casing, quotations and the other cues' marks."""
    length = max(len(example.ids) for example in group)
    shape = (len(group), length)
    plain = {
        name: np.zeros(shape, np.int64)
        for name in ("ids", "casing", "quoting", "mask", "own", "heads", "flat")
    }
    for row, example in enumerate(group):
        count = len(example.ids)
        for name, values in (("ids", example.ids), ("heads", example.heads), ("flat", example.flat)):
            plain[name][row, :count] = values
        plain["own"][row, :count] = example.own
        plain["mask"][row, :count] = 1
        casing, quoting = _disturbed(example, rng)
        plain["casing"][row, :count], plain["quoting"][row, :count] = casing, quoting
    tensors = {name: torch.from_numpy(values) for name, values in plain.items()}
    cues = sorted(
        ((row, cue) for row, example in enumerate(group) for cue in example.cues),
        key=lambda one: _width(one[1]),
    )
    parts = [part for part in _parted(cues) if part]
    return Batch(**tensors, crops=tuple(_crops(group, part, length, rng) for part in parts))


def _width(cue: Cue) -> int:
    return cue.end - cue.start


def _parted(cues: list[tuple[int, Cue]]) -> tuple[list[tuple[int, Cue]], ...]:
    """Cut sorted cues into short and long ones where that pads least."""
    if not cues:
        return ()
    widest = _width(cues[-1][1])
    costs = [number * _width(cues[number - 1][1]) - number * widest for number in range(1, len(cues) + 1)]
    cut = int(np.argmin(costs)) + 1
    return cues[:cut], cues[cut:]


def _crops(
    group: Sequence[Example], cues: Sequence[tuple[int, Cue]], length: int, rng: np.random.Generator | None
) -> Crops:
    shape = (len(cues), max(_width(cue) for _, cue in cues))
    arrays = {name: np.zeros(shape, np.int64) for name in ("places", "mask", "marks", "roles")}
    for number, (row, cue) in enumerate(cues):
        width = _width(cue)
        arrays["places"][number, :width] = np.arange(row * length + cue.start, row * length + cue.end)
        arrays["mask"][number, :width] = 1
        arrays["marks"][number, :width] = _marks(group[row], cue, rng)
        arrays["roles"][number, :width] = cue.roles
    return Crops(**{name: torch.from_numpy(values) for name, values in arrays.items()})


def _disturbed(example: Example, rng: np.random.Generator | None) -> tuple[np.ndarray, np.ndarray]:
    """Now and then show a window all in capitals, all in lower case, or with its quotations unseen."""
    casing, quoting = example.casing, example.quoting
    if rng is None:
        return casing, quoting
    if rng.random() < 2 * _DISTURBED:
        casing = np.where(casing > 0, 3 if rng.random() < 0.5 else 1, 0)
    if rng.random() < _DISTURBED:
        quoting = np.zeros_like(quoting)
    return casing, quoting


def _marks(example: Example, cue: Cue, rng: np.random.Generator | None) -> np.ndarray:
    """Mark the cue asked about with 1 and the other cues with 2, as unsurely as they will be known."""
    others = example.heads[cue.start : cue.end] > 0
    if rng is not None:
        others = others & (rng.random(len(others)) >= _FORGOTTEN)
        others = others | ((rng.random(len(others)) < _INVENTED) & example.own[cue.start : cue.end])
    marks = np.where(others, 2, 0)
    marks[cue.position - cue.start] = 1
    return marks
