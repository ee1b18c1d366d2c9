"""The weights by which pronouns are resolved are fitted on articles with coreference."""

import json
import tomllib

import pytest

from claimgraph.extract.speakers.antecedents import KINDS, weights
from claimgraph.training.antecedents import PRIOR, Example, fit, main

TEXT = "Mayor Tom Okafor opened the bridge. Ann Roe came late. He said that it was safe. She said nothing."
CHAINS = (("Mayor Tom Okafor", "He"), ("Ann Roe", "She"))


def article(name):
    entities = [
        {"mentions": [[TEXT.index(words), TEXT.index(words) + len(words)] for words in chain]}
        for chain in CHAINS
    ]
    return json.dumps({"id": name, "text": TEXT, "entities": entities})


def chosen(clues, weights):
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in clues.items())


def test_what_goes_with_whom_the_annotation_names_gets_weight():
    near, far = {"far": 0.0, "subject": 1.0}, {"far": 2.0, "subject": 1.0}
    examples = [
        Example(str(n), "person", (near, far), (n % 4 > 0, n % 4 == 0), speaks=True) for n in range(40)
    ]
    found = fit(examples)
    assert found["far"] < 0
    assert chosen(near, found) > chosen(far, found)


def test_where_none_is_right_nobody_is_likeliest():
    examples = [Example(str(n), "thing", ({"far": 1.0},), (False,), speaks=True) for n in range(30)]
    assert chosen({"far": 1.0}, fit(examples)) < 0


def test_without_examples_the_weights_are_as_taken_to_be():
    assert fit([]) == pytest.approx(PRIOR)


def test_the_command_writes_a_table_for_every_kind(tmp_path, capsys):
    corpus, output = tmp_path / "coref.jsonl", tmp_path / "weights.toml"
    corpus.write_text("\n".join(article(f"a{n}") for n in range(2)) + "\n", encoding="utf-8")
    assert main([str(corpus), "-o", str(output)]) == 0
    written = tomllib.loads(output.read_text(encoding="utf-8"))
    assert set(written) == set(KINDS)
    assert "person: 4 references" in capsys.readouterr().out


def test_a_corpus_that_is_none_is_refused_in_one_line(tmp_path, capsys):
    corpus = tmp_path / "coref.jsonl"
    corpus.write_text("no article", encoding="utf-8")
    assert main([str(corpus), "-o", str(tmp_path / "weights.toml")]) == 2
    assert str(corpus) in capsys.readouterr().err


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_weights_hold_every_kind_and_prefer_the_near(kind):
    assert weights(kind)["far"] < 0
    assert weights(kind)["bias"] > 0
