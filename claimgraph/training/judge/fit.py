"""One network on two worded claims, trained on what it should answer: teacher and student alike.

A cross-encoder (Devlin et al. 2019) with one number as its answer. A student's targets are its
teacher's answers (Hinton, Vinyals and Dean 2015).
"""

import logging
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import binary_cross_entropy_with_logits
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from claimgraph.errors import ClaimgraphError
from claimgraph.judge.runtime import LENGTH
from claimgraph.training.judge.pairs import Pair

_LOG = logging.getLogger(__name__)
TOLD = 50
"""Steps after which the loss is told."""
WARM = 40
"""Steps in which the rate rises."""
AT_ONCE = 64
"""Pairs that are answered at once."""
_SHORT = torch.backends.cpu.get_cpu_capability() not in {"DEFAULT", "AVX2"}
"""Whether 16-bit sums are quick: without AVX-512 they take twenty times as long as 32-bit ones."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a network is trained.

    ``frozen`` are the layers, from below, that stay as they are; ``rare`` what a conflict weighs
    against another pair.
    """

    epochs: int = 2
    rate: float = 4e-5
    batch: int = 32
    frozen: int = 0
    rare: float = 2.0
    seed: int = 3


class Network:
    """A cross-encoder with its word pieces, from a folder that holds both.

    Raises:
        ClaimgraphError: the folder holds none.
    """

    def __init__(self, folder: Path) -> None:
        if not (folder / "config.json").is_file():
            raise ClaimgraphError(
                f"{folder} holds no network; give the folder of a base, or one that fit wrote"
            )
        self.pieces: Any = AutoTokenizer.from_pretrained(  # nosec B615
            str(folder), local_files_only=True
        )
        self.model: Any = AutoModelForSequenceClassification.from_pretrained(  # nosec B615
            str(folder), num_labels=1, local_files_only=True
        )

    def save(self, folder: Path) -> None:
        """Write the weights and the word pieces."""
        self.model.save_pretrained(folder)
        self.pieces.save_pretrained(folder)

    def logits(self, pairs: Sequence[Pair], *, turned: bool = False) -> torch.Tensor:
        """Return one number a pair; ``turned`` reads the second claim first."""
        one, two = [pair.one for pair in pairs], [pair.two for pair in pairs]
        if turned:
            one, two = two, one
        read = self.pieces(one, two, truncation=True, max_length=LENGTH, padding=True, return_tensors="pt")
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_SHORT):
            return self.model(**read).logits.float()[:, 0]  # type: ignore[no-any-return, unused-ignore]

    @torch.no_grad()  # type: ignore[misc, untyped-decorator, unused-ignore]
    def answers(self, pairs: Sequence[Pair]) -> list[float]:
        """Return how alike each pair is to a conflict, as a probability, in the order of the pairs."""
        self.model.eval()
        order = sorted(range(len(pairs)), key=lambda place: len(pairs[place].one) + len(pairs[place].two))
        found = [0.0] * len(pairs)
        for start in range(0, len(order), AT_ONCE):
            places = order[start : start + AT_ONCE]
            chances = torch.sigmoid(self.logits([pairs[place] for place in places])).tolist()
            for place, chance in zip(places, chances, strict=True):
                found[place] = chance
        return found


def fit(network: Network, pairs: Sequence[Pair], settings: Settings) -> None:
    """Train a network on pairs, each read in an order drawn by chance."""
    torch.manual_seed(settings.seed)
    choose = random.Random(settings.seed)  # noqa: S311 - no secret
    _freeze(network, settings.frozen)
    learning = [one for one in network.model.parameters() if one.requires_grad]
    optimizer = torch.optim.AdamW(learning, lr=settings.rate, weight_decay=0.01)
    total = settings.epochs * -(-len(pairs) // settings.batch)
    started, recent, step = time.monotonic(), 0.0, 0
    for _ in range(settings.epochs):
        network.model.train()
        for batch in _batches(pairs, settings.batch, choose):
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = settings.rate * min(1.0, step / WARM) * max(0.05, 1 - step / total)
            target = torch.tensor([one.target for one in batch])
            weight = 1 + (settings.rare - 1) * target
            logits = network.logits(batch, turned=choose.random() < 0.5)
            loss = (binary_cross_entropy_with_logits(logits, target, reduction="none") * weight).mean()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            optimizer.step()
            optimizer.zero_grad()
            recent += float(loss.detach())
            if step % TOLD == 0:
                took = time.monotonic() - started
                _LOG.info("step %d of %d, loss %.3f, %.0f s", step, total, recent / TOLD, took)
                recent = 0.0


def _freeze(network: Network, layers: int) -> None:
    """Keep the word pieces' vectors and the lowest layers as they are."""
    if layers:
        base = network.model.base_model
        for part in (base.embeddings, *base.encoder.layer[:layers]):
            for one in part.parameters():
                one.requires_grad = False


def _batches(pairs: Sequence[Pair], size: int, choose: random.Random) -> Iterator[list[Pair]]:
    """Yield all pairs once, in batches of like length, the batches in an order drawn by chance."""
    shuffled = choose.sample(list(pairs), len(pairs))
    shuffled.sort(key=lambda one: (len(one.one) + len(one.two)) // 40)
    batches = [shuffled[start : start + size] for start in range(0, len(shuffled), size)]
    choose.shuffle(batches)
    yield from batches
