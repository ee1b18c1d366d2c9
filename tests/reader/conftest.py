"""The server that stands for a language model."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from crane import BAD, content, good, pair


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server in a process of its own."""
    answers = tmp_path_factory.mktemp("served") / "answers.json"
    thousands = content(*[pair("c0000000", "x", "c1111111", "y")] * 5000)
    answers.write_text(json.dumps({"good": good(), "thousands": thousands, **BAD}), encoding="utf-8")
    program = [sys.executable, str(Path(__file__).parent / "model_server.py"), str(answers)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        yield f"http://127.0.0.1:{port}/v1"
        process.kill()


@pytest.fixture
def unserved() -> str:
    """An address at which nobody listens."""
    return "http://127.0.0.1:1/v1"
