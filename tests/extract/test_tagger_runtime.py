"""The weights are run only when they are, byte for byte, what the manifest names."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from claimgraph.errors import ClaimgraphError
from claimgraph.extract.tagger.runtime import BRANCH, ENCODER, FILES, PIECES, WEIGHTS, Runtime
from claimgraph.networks import MANIFEST, verified

TEXT = "The keeper said the lighthouse had been dark for a week. She blamed a broken cable."


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped weights that may be spoilt."""
    for name in (BRANCH, ENCODER, PIECES, MANIFEST):
        shutil.copyfile(WEIGHTS / name, tmp_path / name)
    return tmp_path


def test_the_shipped_weights_are_what_the_manifest_names() -> None:
    assert set(verified(WEIGHTS, FILES, "tagger")["files"]) == {BRANCH, ENCODER, PIECES}


def test_the_shipped_weights_are_small() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 30_000_000


@pytest.mark.parametrize("name", [BRANCH, ENCODER, PIECES])
def test_a_changed_file_is_refused_with_a_remedy(copied: Path, name: str) -> None:
    content = bytearray((copied / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / name).write_bytes(content)
    with pytest.raises(ClaimgraphError, match=rf"{name} is damaged.*reinstall claimgraph"):
        Runtime(copied)


@pytest.mark.parametrize("name", [BRANCH, ENCODER, PIECES, MANIFEST])
def test_a_missing_file_is_named_with_a_remedy(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ClaimgraphError, match=rf"{name} cannot be read.*reinstall"):
        Runtime(copied)


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"files": {"encoder.onnx": "0"}}'])
def test_a_spoilt_manifest_is_refused(copied: Path, manifest: str) -> None:
    (copied / MANIFEST).write_text(manifest, encoding="utf-8")
    with pytest.raises(ClaimgraphError, match=r"manifest.json cannot be read"):
        Runtime(copied)


def test_a_manifest_of_other_thresholds_is_refused(copied: Path) -> None:
    manifest = json.loads((copied / MANIFEST).read_text(encoding="utf-8"))
    manifest["decoding"] = {"patience": 3}
    (copied / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ClaimgraphError, match="patience"):
        Runtime(copied)


def test_candidates_come_with_probabilities_over_their_paragraph() -> None:
    (candidates,) = Runtime().candidates(TEXT, [(0, len(TEXT))], lowest=0.3)
    heads = [TEXT[slice(*one.window.offsets[one.position])] for one in candidates]
    assert {"said", "blamed"} <= set(heads)
    for one in candidates:
        assert one.roles.shape == (one.end - one.start, 4)
        assert np.allclose(one.roles.sum(1), 1, atol=1e-5)
        assert 0.3 <= one.probability <= 1
        assert 0 <= one.statement <= 1


def test_the_answers_are_those_of_every_processor() -> None:
    # Sums of 8-bit products that overflow, as they may on some processors, move these by up to .01.
    (candidates,) = Runtime().candidates(TEXT, [(0, len(TEXT))], lowest=0.3)
    assert [one.probability for one in candidates] == pytest.approx([0.98965, 0.96953], abs=3e-4)
    assert [one.statement for one in candidates] == pytest.approx([0.99988, 0.97554], abs=3e-4)
