"""Networks as they are run: ONNX files with 8-bit weights, on one thread, without a training library.

Invariant: nothing is run that is not, byte for byte, what the manifest beside it names.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimgraph.errors import ClaimgraphError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MANIFEST = "manifest.json"
REMEDY = "reinstall claimgraph"
_SLOWER = ["SkipLayerNormFusion"]
"""What the runtime joins into one operation that takes longer than its parts: a sixth of the time."""
_EXACT = "session.x64quantprecision"


def verified(folder: Path, names: Sequence[str], network: str) -> dict[str, Any]:
    """Return the manifest of a folder of weights once every file is what it says.

    Args:
        folder: where the manifest and the files are.
        names: the files that must be there.
        network: what the weights are of, for the error.

    Raises:
        ClaimgraphError: the manifest or a file is missing, or a file differs.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        expected = {name: str(manifest["files"][name]) for name in names}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ClaimgraphError(
            f"the {network}'s manifest {folder / MANIFEST} cannot be read; {REMEDY}"
        ) from error
    for name, digest in expected.items():
        path = folder / name
        try:
            actual = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise ClaimgraphError(f"the {network}'s file {path} cannot be read; {REMEDY}") from error
        if actual != digest:
            raise ClaimgraphError(
                f"the {network}'s file {path} is damaged: its sha256 is not the manifest's; {REMEDY}"
            )
    return dict(manifest)


def write_manifest(folder: Path, names: Sequence[str], **told: object) -> None:
    """Write the manifest of a folder of weights: these files, each by its sha256, and what else is told."""
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    text = json.dumps({"files": files, **told}, indent=2, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def tokenizer_of(path: Path) -> "Tokenizer":
    """Return the word pieces of a tokenizer file, without truncation or padding."""
    from tokenizers import Tokenizer  # noqa: PLC0415 - only the networks need it

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def session_of(path: Path) -> "InferenceSession":
    """Return a network ready to run, on one thread: the same input gives the same bits.

    Its sums are exact on every processor. Left to itself the runtime lets a sum of 8-bit products overflow
    where the processor cannot add them in 32 bits (AVX2 and AVX512 without VNNI), and then answers otherwise.
    """
    import onnxruntime  # noqa: PLC0415 - only the networks need it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry(_EXACT, "1")
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )
