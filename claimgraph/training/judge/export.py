"""A trained student becomes what is shipped: one ONNX file of 8-bit weights, word pieces and a manifest."""

import logging
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from torch import Tensor, nn

from claimgraph.judge.runtime import FILES, NETWORK, PIECES
from claimgraph.networks import write_manifest
from claimgraph.training.judge.fit import Network

_OPSET = 17
_LOG = logging.getLogger(__name__)


class _Answer(nn.Module):  # type: ignore[misc, unused-ignore]
    """One number a pair, without a mask: pairs of one length are read together."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, parts: Tensor) -> Tensor:
        read = self.model(input_ids=ids, token_type_ids=parts, attention_mask=torch.ones_like(ids))
        return read.logits[:, 0]  # type: ignore[no-any-return, unused-ignore]


def export(network: Network, folder: Path, trained: Mapping[str, Any]) -> None:
    """Write the network, its word pieces and the manifest into a folder.

    Args:
        network: a student of the BERT family.
        folder: made if need be; files in it are replaced.
        trained: what the manifest tells of the training: data, dates, figures.
    """
    from onnx import TensorProto  # noqa: PLC0415 - slow to import
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415
    from onnxruntime.transformers.optimizer import optimize_model  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    config = network.model.config
    ones = torch.ones(2, 16, dtype=torch.long)
    axes = {"ids": {0: "pairs", 1: "length"}, "parts": {0: "pairs", 1: "length"}, "answers": {0: "pairs"}}
    with TemporaryDirectory() as temporary:
        plain, joined = Path(temporary) / "plain.onnx", Path(temporary) / "joined.onnx"
        network.model.config._attn_implementation = "eager"  # noqa: SLF001 - what the runtime can join
        torch.onnx.export(
            _Answer(network.model.float().eval()),
            (ones, torch.zeros_like(ones)),
            str(plain),
            input_names=["ids", "parts"],
            output_names=["answers"],
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
        heads, width = config.num_attention_heads, config.hidden_size
        optimize_model(str(plain), model_type="bert", num_heads=heads, hidden_size=width).save_model_to_file(
            str(joined)
        )
        quantize_dynamic(
            joined,
            folder / NETWORK,
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},  # of what the runtime joined
        )
    network.pieces.backend_tokenizer.save(str(folder / PIECES))
    _LOG.info("%s: %.1f MB", NETWORK, (folder / NETWORK).stat().st_size / 1e6)
    write_manifest(folder, FILES, trained=dict(trained))
