"""Training: a few processes of one thread each, whose weights are averaged every few steps.

The word embeddings stay as they are, which keeps words that the corpus lacks in their
places. The learning rate rises over the first steps and then falls to nothing at the end of
the time or of the passes asked for. With ``epochs`` and one process a run can be repeated
exactly; with ``minutes`` the number of steps depends on the machine.
"""

import logging
import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from multiprocessing.synchronize import Barrier
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from claimgraph.training.batches import Batch, batches
from claimgraph.training.corpus import Example
from claimgraph.training.loss import loss_of
from claimgraph.training.network import Network

_LOG = logging.getLogger(__name__)
_FROZEN = ("pieces.", "positions.")
_NEW = ("head.", "flat.", "role.", "mark.", "casing.", "quoting.")
_AVERAGED_EVERY = 8
_LOGGED_EVERY = 30.0
_WARM_UP = 0.05

Articles = Sequence[Sequence[Sequence[Example]]]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train. It ends after ``epochs`` passes or, when that is 0, after ``minutes``."""

    minutes: float = 30.0
    epochs: float = 0.0
    rate: float = 2e-4
    batch: int = 8
    processes: int = 2
    seed: int = 7


def fit(
    articles: Articles, bases: Sequence[Path], output: Path, settings: Settings, teachers: Sequence[Path] = ()
) -> None:
    """Train on labelled articles and write the weights to ``output``.

    Args:
        articles: for each article its examples in each layout.
        bases: the ``model.safetensors`` of all-MiniLM-L6-v2, or weights written here before
            (``.pt``), to go on from; of several the mean is taken.
        output: where the weights go (``.pt``), now and then also while training.
        settings: how long and how fast.
        teachers: weights written here before, of any shape, whose mean is learned besides.
    """
    size = sum(parameter.numel() for _, parameter in _trained(started(bases)))
    context = multiprocessing.get_context("spawn")
    together = _Together(
        torch.zeros(settings.processes, size + 1).share_memory_(), context.Barrier(settings.processes)
    )
    work = _Work(articles, tuple(bases), output, settings, tuple(teachers))
    if settings.processes == 1:
        _train(0, work, together)
        return
    processes = [
        context.Process(target=_train, args=(rank, work, together)) for rank in range(settings.processes)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    if any(process.exitcode for process in processes):
        message = "a training process ended early; see its messages above"
        raise RuntimeError(message)


def _trained(network: Network) -> list[tuple[str, torch.nn.Parameter]]:
    return [(name, value) for name, value in network.named_parameters() if not name.startswith(_FROZEN)]


def _optimiser(network: Network, rate: float) -> torch.optim.AdamW:
    """Set what is new to learn faster than what was learned before; decay only matrices."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, value in _trained(network):
        new = name.startswith(_NEW)
        decay = 0.01 if value.ndim > 1 else 0.0
        groups.setdefault((rate * 5 if new else rate, decay), []).append(value)
    options = [
        {"params": values, "lr": speed, "base": speed, "weight_decay": decay}
        for (speed, decay), values in groups.items()
    ]
    return torch.optim.AdamW(options, betas=(0.9, 0.98), fused=True)


@dataclass(frozen=True, slots=True)
class _Work:
    """What every process is told."""

    articles: Articles
    bases: tuple[Path, ...]
    output: Path
    settings: Settings
    teachers: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Together:
    """The weights of the processes [processes, weights + 1], and how far each is, in the last column."""

    shared: Tensor
    barrier: Barrier

    @torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]
    def average(self, rank: int, network: Network, done: float) -> float:
        """Average the weights over the processes; return how far the first one is."""
        values = [value for _, value in _trained(network)]
        mine = self.shared[rank]
        torch.cat([value.reshape(-1) for value in values], out=mine[:-1])
        mine[-1] = done
        self.barrier.wait()
        mean = self.shared.mean(0)
        progress = float(self.shared[0, -1])
        self.barrier.wait()
        begin = 0
        for value in values:
            value.copy_(mean[begin : begin + value.numel()].view_as(value))
            begin += value.numel()
        return progress


def _train(rank: int, work: _Work, together: _Together) -> None:
    settings = work.settings
    torch.set_num_threads(1)
    torch.manual_seed(settings.seed + rank)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    network = started(work.bases)
    network.train()
    teachers = [started([path]).eval() for path in work.teachers]
    optimiser = _optimiser(network, settings.rate)
    windows = sum(len(layouts[0]) for layouts in work.articles)
    clock = _Clock(windows, settings)
    done, losses = 0.0, []
    for batch in _endless(work.articles, settings, rank):
        losses.append(_step(network, optimiser, batch, done, teachers))
        reached = clock.tick(len(batch.ids))
        if clock.steps % _AVERAGED_EVERY == 0:
            done = together.average(rank, network, reached)
            if done >= 1:
                break
        if rank == 0 and clock.is_due():
            heads, roles = np.mean(losses[-100:], axis=0)
            _LOG.info("%s, heads %.4f, roles %.4f, done %.2f", clock, heads, roles, done)
            torch.save(network.state_dict(), work.output)
    if rank == 0:
        torch.save(network.state_dict(), work.output)
        _LOG.info("trained: %s", clock)


def _endless(articles: Articles, settings: Settings, rank: int) -> Iterator[Batch]:
    for epoch in count():
        yield from batches(articles, settings.batch, settings.seed + epoch, (rank, settings.processes))


class _Clock:
    """How far the training is, by passes or by minutes."""

    def __init__(self, windows: int, settings: Settings) -> None:
        self.windows, self.settings = windows, settings
        self.steps, self.seen = 0, 0
        self.began = self.told = time.monotonic()

    def tick(self, windows: int) -> float:
        """Count a step; return the share of the training that is done."""
        self.steps += 1
        self.seen += windows * self.settings.processes
        if self.settings.epochs:
            return self.seen / self.windows / self.settings.epochs
        return (time.monotonic() - self.began) / 60 / self.settings.minutes

    def is_due(self) -> bool:
        """Tell whether it is time to report."""
        due = time.monotonic() - self.told > _LOGGED_EVERY
        if due:
            self.told = time.monotonic()
        return due

    def __str__(self) -> str:
        passed = time.monotonic() - self.began
        return f"{passed:.0f} s, passes {self.seen / self.windows:.2f}, step {self.steps}"


def started(bases: Sequence[Path]) -> Network:
    """Return the network to go on from, its word embeddings fixed: the mean of ``bases``."""
    if bases[0].suffix == ".pt":
        states = [torch.load(base, weights_only=True) for base in bases]
        network = Network.stored(
            {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
        )
    else:
        network = Network()
        network.load_base(bases[0])
    for name, value in network.named_parameters():
        value.requires_grad_(not name.startswith(_FROZEN))
    return network


def _step(
    network: Network, optimiser: torch.optim.AdamW, batch: Batch, done: float, teachers: Sequence[Network]
) -> tuple[float, float]:
    speed = min(1.0, done / _WARM_UP + 0.02) * (1 - done)
    for group in optimiser.param_groups:
        group["lr"] = group["base"] * max(speed, 1e-4)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss, heads, roles = loss_of(network, batch, teachers)
    loss.backward()  # type: ignore[no-untyped-call, unused-ignore]
    torch.nn.utils.clip_grad_norm_([p for group in optimiser.param_groups for p in group["params"]], 1.0)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return heads, roles


os.environ.setdefault("OMP_NUM_THREADS", "1")
