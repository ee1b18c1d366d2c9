"""A folder of articles of one's own gives the same bytes in any order, in one go and in batches.

CLAIMGRAPH_ARTICLES=folder pytest -m benchmark tests/benchmarks/test_determinism_many.py
"""

import os
import random
from pathlib import Path

import pytest
from test_determinism import FORMATS, SETTINGS, reports

ARTICLES = os.environ.get("CLAIMGRAPH_ARTICLES")


@pytest.mark.benchmark
@pytest.mark.skipif(not ARTICLES, reason="CLAIMGRAPH_ARTICLES names no folder of articles")
def test_shuffled_and_in_two_batches_is_as_in_one_go(tmp_path):
    files = sorted(path for path in Path(ARTICLES).iterdir() if path.suffix == ".txt")
    assert len(files) > 1
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    expected = reports(one, [ARTICLES], **SETTINGS[0])
    random.Random(7).shuffle(files)
    found = reports(other, files[: len(files) // 2], files[len(files) // 2 :], **SETTINGS[1])
    assert [kind for kind in FORMATS if found[kind] != expected[kind]] == []
