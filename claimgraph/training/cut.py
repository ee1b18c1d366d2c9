"""Cutting a trained network smaller: the heads and the wide parts that matter least go.

How much something matters is how much the loss would change without it, to the first order:
the mean, over batches, of the size of the loss's gradient at a gate of 1 before it (heads:
Michel, Levy and Neubig 2019, "Are sixteen heads really better than one?"; single neurons:
Molchanov et al. 2017, "Pruning convolutional neural networks for resource efficient
inference"). Every layer keeps as many, so that all are as fast as each other. What is left
has to be trained on, best with the whole network as its teacher.
"""

from collections.abc import Iterable
from dataclasses import replace

import torch
from torch import Tensor

from claimgraph.training.batches import Batch
from claimgraph.training.loss import loss_of
from claimgraph.training.network import HEAD_SIZE, Layer, Network


class _Gates:
    """Ones before what a layer attends to and before what it narrows; their gradients add up."""

    def __init__(self, layer: Layer) -> None:
        self.heads = torch.ones(layer.heads, 1, requires_grad=True)
        self.width = torch.ones(layer.wide.out_features, requires_grad=True)
        self.matter_heads = torch.zeros(layer.heads)
        self.matter_width = torch.zeros(layer.wide.out_features)
        layer.out.register_forward_pre_hook(lambda _, inputs: (self._attended(inputs[0]),))
        layer.narrow.register_forward_pre_hook(lambda _, inputs: (inputs[0] * self.width,))

    def _attended(self, read: Tensor) -> Tensor:
        return (read.unflatten(-1, (-1, HEAD_SIZE)) * self.heads).flatten(-2)

    def collect(self) -> None:
        """Add the gradients of one batch to what matters, and forget them."""
        for gate, total in ((self.heads, self.matter_heads), (self.width, self.matter_width)):
            if gate.grad is not None:
                total.add_(gate.grad.abs().view_as(total))
            gate.grad = None


def cut(network: Network, batches: Iterable[Batch], heads: int, width: int) -> Network:
    """Return a smaller network, made of what matters most in this one.

    Args:
        network: a trained one; it is used up.
        batches: what its parts are judged on.
        heads: how many heads each layer keeps.
        width: how many neurons the wide part of each layer keeps.
    """
    network.eval()
    gates = {name: _Gates(layer) for name, layer in network.layers()}
    for batch in batches:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss, _, _ = loss_of(network, batch)
        loss.backward()  # type: ignore[no-untyped-call, unused-ignore]
        for gate in gates.values():
            gate.collect()
    smaller = Network(replace(network.shape, heads=heads, width=width))
    kept = dict(network.state_dict())
    for name, gate in gates.items():
        _cut_layer(kept, name, _best(gate.matter_heads, heads), _best(gate.matter_width, width))
    smaller.load_state_dict(kept)
    return smaller


def _best(matter: Tensor, count: int) -> Tensor:
    return matter.topk(count).indices.sort().values


def _cut_layer(state: dict[str, Tensor], name: str, heads: Tensor, neurons: Tensor) -> None:
    """Leave so many heads and neurons of one layer in the stored weights."""
    inside = (heads[:, None] * HEAD_SIZE + torch.arange(HEAD_SIZE)).flatten()
    attended = state[f"{name}out.weight"].shape[1]
    packed = torch.cat([inside + part * attended for part in range(3)])
    for kind in ("weight", "bias"):
        state[f"{name}query_key_value.{kind}"] = state[f"{name}query_key_value.{kind}"][packed]
        state[f"{name}wide.{kind}"] = state[f"{name}wide.{kind}"][neurons]
    state[f"{name}out.weight"] = state[f"{name}out.weight"][:, inside]
    state[f"{name}narrow.weight"] = state[f"{name}narrow.weight"][:, neurons]
