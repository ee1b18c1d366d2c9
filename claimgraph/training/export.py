"""Trained weights become what is shipped: two ONNX files of 8-bit weights and a manifest."""

import logging
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from claimgraph import networks
from claimgraph.extract.tagger.decode import Decoding
from claimgraph.extract.tagger.runtime import BRANCH, ENCODER, PIECES
from claimgraph.training.network import HEAD_SIZE, HIDDEN, Network

_OPSET = 17
_LOG = logging.getLogger(__name__)


class _Encoder(nn.Module):  # type: ignore[misc, unused-ignore]
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, casing: Tensor, quoting: Tensor) -> tuple[Tensor, Tensor]:
        states, heads, _ = self.network.encode(ids, casing, quoting, None)
        return states, heads


class _Branch(nn.Module):  # type: ignore[misc, unused-ignore]
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, states: Tensor, marks: Tensor) -> Tensor:
        return self.network.roles(states, marks, None)


class _Attention(torch.autograd.Function):  # type: ignore[misc, unused-ignore]
    """The attention of a layer, exported as one operation of the runtime, which is twice as fast."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        shape = (*query.shape[:2], heads, HEAD_SIZE)
        query, key, value = (part.view(shape).transpose(1, 2) for part in (query, key, value))
        read = functional.scaled_dot_product_attention(query, key, value)
        return read.transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        made = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        made.setType(query.type())
        return made


def _attend(heads: int, packed: Tensor, _: Tensor | None) -> Tensor:
    return _Attention.apply(*packed.chunk(3, -1), heads)  # type: ignore[no-any-return, unused-ignore]


def export(weights: Path, tokenizer: Path, folder: Path, trained: Mapping[str, Any]) -> None:
    """Write the network, its word pieces and the manifest into a folder.

    Args:
        weights: the trained ``.pt`` file.
        tokenizer: the ``tokenizer.json`` of the base model.
        folder: made if need be; files in it are replaced.
        trained: what the manifest tells of the training: data, dates, figures.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network = Network.stored(torch.load(weights, weights_only=True))
    network.eval()
    for _, layer in network.layers():
        layer.attend = partial(_attend, layer.heads)  # type: ignore[method-assign, unused-ignore]
    ones, zeros = torch.ones(2, 16, dtype=torch.long), torch.zeros(2, 16, dtype=torch.long)
    states = torch.randn(2, 16, HIDDEN)
    _quantised(
        _Encoder(network),
        (ones, zeros, zeros),
        ["ids", "casing", "quoting"],
        ["states", "heads"],
        folder / ENCODER,
    )
    _quantised(_Branch(network), (states, zeros), ["states", "marks"], ["roles"], folder / BRANCH)
    if tokenizer.resolve() != (folder / PIECES).resolve():
        shutil.copyfile(tokenizer, folder / PIECES)
    write_manifest(folder, trained, Decoding())


def write_manifest(folder: Path, trained: Mapping[str, Any], decoding: Decoding) -> None:
    """Name every file of the folder by its sha256."""
    names = (BRANCH, ENCODER, PIECES)
    networks.write_manifest(folder, names, decoding=asdict(decoding), trained=dict(trained))


def _quantised(
    module: nn.Module, inputs: tuple[Tensor, ...], names: list[str], outputs: list[str], path: Path
) -> None:
    """Export one half of the network and store its matrices in 8 bits, a scale a column."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415 - slow to import

    axes = {name: {0: "rows", 1: "length"} for name in [*names, *outputs]}
    with TemporaryDirectory() as temporary:
        plain = Path(temporary) / "plain.onnx"
        torch.onnx.export(
            module.eval(),
            inputs,
            str(plain),
            input_names=names,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True)
    _LOG.info("%s: %.1f MB", path.name, path.stat().st_size / 1e6)
