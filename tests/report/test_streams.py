"""A text made in pieces is the text, wherever it is cut; and it is not held whole on the way."""

import json
import re
import tracemalloc

import pytest
from many_articles import many

from claimgraph.policy import NONCE, sealed, sealed_pieces
from claimgraph.report import pieces, render
from claimgraph.report.exports import pieces as exported
from claimgraph.report.streams import gathered, json_list, json_object, json_value, squeezed, stripped

SPACED = "\n \n\n# One\n\n\n\nsaid “two”\u3000\n\n\n  three \n\n"


@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
def test_white_space_goes_as_it_does_from_the_whole(size):
    cut = [SPACED[at : at + size] for at in range(0, len(SPACED), size)]
    assert "".join(stripped(cut)) == SPACED.strip()
    assert "".join(squeezed(cut)) == re.sub(r"\n{3,}", "\n\n", SPACED.strip()) + "\n"
    assert "".join(stripped([])) == ""


def test_small_pieces_are_joined():
    assert list(gathered(["ab", "c", "", "defg", "h"], 3)) == ["abc", "defg", "h"]


@pytest.mark.parametrize(
    "things", [[], [1], ["a\nb “c”", {"d": [1, {"e": []}], "f": {}}, None, [], True, 2.0]]
)
def test_json_in_pieces_is_json_as_it_is_dumped(things):
    assert "".join(json_list(things)) == json.dumps(things, ensure_ascii=False, indent=1)
    whole = {"schema": "x", "things": things, "last": {"n": 1}}
    fields = [
        ("schema", [json_value("x")]),
        ("things", json_list(things, depth=1)),
        ("last", [json_value({"n": 1}, depth=1)]),
    ]
    assert "".join(json_object(fields)) == json.dumps(whole, ensure_ascii=False, indent=1)
    assert "".join(json_object([])) == "{}"


def test_a_page_in_pieces_is_sealed_as_a_whole_one():
    cut = [f"<meta {NONCE}><style {NONCE}>", "said é ", NONCE, "\n"]
    assert "".join(sealed_pieces(cut)) == sealed("".join(cut))


@pytest.mark.parametrize("to", ["json", "jsonld"])
def test_writing_more_takes_hardly_more_memory(to):
    """What is held beside the findings are ids and the piece being written."""
    sizes, peaks = [], []
    for articles in (5, 10, 60):  # what is imported and cached the first time is not compared
        findings = many(articles, disputes=4)
        tracemalloc.start()
        made = exported(findings, to) if to == "jsonld" else pieces(findings, to)
        sizes.append(sum(len(piece) for piece in made))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert sizes[2] > 4 * sizes[1]
    assert peaks[2] - peaks[1] < 0.5 * (sizes[2] - sizes[1])


def test_a_report_ends_in_one_line_feed(ferry_findings):
    for name in ("md", "html", "json", "csv"):
        text = render(ferry_findings, name)
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
