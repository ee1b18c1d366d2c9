"""What training makes small: how far the network is from the annotators, and from its teachers.

Teachers are networks trained before; their mean probabilities are learned besides the
annotations (Hinton, Vinyals and Dean 2015, "Distilling the knowledge in a neural network").
They say more than the annotations: where an edge could as well be a word further on.
"""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from claimgraph.training.batches import Batch, Crops
from claimgraph.training.network import HIDDEN, Network

_HEAD_WEIGHT, _FLAT_WEIGHT, _SMOOTHING = 4.0, 0.3, 0.03
_EDGE_WEIGHT = 2.0
"""How much more a word counts where a source, cue or content begins or ends."""
_TAUGHT = 0.6
"""Share of the loss that is the distance from the teachers, where there are any."""


def loss_of(network: Network, batch: Batch, teachers: Sequence[Network] = ()) -> tuple[Tensor, float, float]:
    """Return the loss of a batch, and its parts for cue heads and for roles."""
    states, head, flat = network.encode(batch.ids, batch.casing, batch.quoting, batch.mask)
    taught, read = _heads_taught(teachers, batch)
    own = batch.own.bool()
    heads = _mixed(functional.cross_entropy(head.float()[own], batch.heads[own]), head[own], taught, own)
    loss = _HEAD_WEIGHT * heads + _FLAT_WEIGHT * functional.cross_entropy(flat.float()[own], batch.flat[own])
    if not batch.crops:
        return loss, heads.item(), 0.0
    total, weight = torch.zeros(()), torch.zeros(())
    for crops in batch.crops:
        logits = _roles(network, states, crops)
        shown = crops.mask.bool()
        losses = functional.cross_entropy(
            logits[shown], crops.roles[shown], label_smoothing=_SMOOTHING, reduction="none"
        )
        if teachers:
            with torch.no_grad():
                every = [
                    _roles(teacher, inside, crops).softmax(-1)
                    for teacher, inside in zip(teachers, read, strict=True)
                ]
            soft = functional.cross_entropy(logits[shown], _mean(every)[shown], reduction="none")
            losses = (1 - _TAUGHT) * losses + _TAUGHT * soft
        weights = edge_weights(crops.roles)[shown]
        total = total + (losses * weights).sum()
        weight = weight + weights.sum()
    roles = total / weight
    return loss + roles, heads.item(), roles.item()


def edge_weights(roles: Tensor) -> Tensor:
    """Let the words on either side of where a role begins or ends count for more than the others."""
    changes = functional.pad((roles[:, 1:] != roles[:, :-1]).float(), (1, 1))
    return 1 + _EDGE_WEIGHT * torch.maximum(changes[:, :-1], changes[:, 1:])


def _roles(network: Network, states: Tensor, crops: Crops) -> Tensor:
    """Read the crops out of the windows they stand in: logits of the roles [cues, length, 4]."""
    around = functional.embedding(crops.places, states.reshape(-1, HIDDEN))
    return network.roles(around, crops.marks, crops.mask).float()


@torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]
def _heads_taught(teachers: Sequence[Network], batch: Batch) -> tuple[Tensor | None, list[Tensor]]:
    """Return the teachers' mean probabilities of cue heads, and what each reads in the windows."""
    read = [teacher.encode(batch.ids, batch.casing, batch.quoting, batch.mask) for teacher in teachers]
    states = [states for states, _, _ in read]
    return (_mean([head.float().softmax(-1) for _, head, _ in read]) if read else None), states


def _mixed(annotated: Tensor, logits: Tensor, taught: Tensor | None, shown: Tensor) -> Tensor:
    if taught is None:
        return annotated
    return (1 - _TAUGHT) * annotated + _TAUGHT * functional.cross_entropy(logits.float(), taught[shown])


def _mean(every: Sequence[Tensor]) -> Tensor:
    return torch.stack(list(every)).mean(0)
