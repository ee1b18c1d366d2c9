"""What keeps `claimgraph scale` from running is told in a line."""

import os
import subprocess
import sys

import pytest

from claimgraph.cli import run
from claimgraph.scale import session

WITHOUT = (
    "import sys; sys.modules[{name!r}] = None\nfrom claimgraph.cli import run\nsys.exit(run(sys.argv[1:]))"
)


def ask(tmp_path, *arguments: str, without: str = "nothing", **environment: str) -> tuple[int, str]:
    """Run the command where there is no such module, and return its code and what it said."""
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "The mayor denied it."}\n')
    code = WITHOUT.format(name=without)
    told = ("scale", "a.jsonl", "-o", "tables", *arguments)
    done = subprocess.run(
        [sys.executable, "-c", code, *told],
        cwd=tmp_path, capture_output=True, text=True, check=False, env=os.environ | environment,
    )  # fmt: skip
    return done.returncode, done.stderr


def test_without_spark_it_says_what_to_install(tmp_path):
    code, said = ask(tmp_path, without="pyspark")
    assert (code, said.count("\n")) == (2, 1)
    assert "pip install 'claimgraph[scale]'" in said


def test_without_java_it_says_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(session, "find_spec", lambda name: name)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert run(["scale", "a.jsonl", "-o", str(tmp_path / "tables")]) == 2
    said = capsys.readouterr().err
    assert "install Java 17 or 21" in said
    assert str(tmp_path) in said


@pytest.mark.parametrize("told", ["spark.ui.enabled", "=true"])
def test_a_setting_that_is_none_is_named(told, capsys):
    assert run(["scale", "a.jsonl", "-o", "tables", "--conf", told]) == 2
    assert f"--conf {told} is no setting" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        "An error occurred while calling o5.open.\n: java.io.IOException: no space\n\tat java.base/x\n",
        "\n  An exception was thrown from the worker.\nTraceback (most recent call last):\njava.io.IOException: no space\n",
        "java.io.IOException: no space",
    ],
)
def test_of_an_error_of_sparks_the_line_is_told_that_says_something(words):
    assert session._told(words) == "java.io.IOException: no space"


@pytest.mark.parametrize(
    "master, tried",
    [
        ("local", "local[1,4]"),
        ("local[2]", "local[2,4]"),
        ("local[*]", "local[*,4]"),
        ("local[2,1]",) * 2,
        ("yarn",) * 2,
    ],
)
def test_on_one_machine_work_is_tried_again_as_on_many(master, tried):
    assert session._with_tries(master) == tried
