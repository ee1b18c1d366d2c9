"""Decisions travel as lines of JSON, each whole or refused."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_case import time

from claimgraph.decisions.files import read, written
from claimgraph.errors import ClaimgraphError
from claimgraph.model import Decision, Seen

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SEEN = st.builds(
    Seen, claim=TEXT, source=TEXT, article=TEXT, passage=TEXT, place=st.tuples(st.integers(0, 9), st.integers(0, 9)),
    words=TEXT, speaker=TEXT, side=st.integers(0, 3),
)  # fmt: skip
DECISIONS = st.builds(
    Decision, target=TEXT, verdict=TEXT, by=TEXT, why=TEXT, value=TEXT, kind=TEXT, shown=TEXT,
    at=st.datetimes().map(lambda one: one.replace(year=2031).isoformat(timespec="microseconds") + "+00:00"),
    seen=st.lists(SEEN, max_size=3).map(tuple),
)  # fmt: skip


@settings(max_examples=50)
@given(st.lists(DECISIONS, max_size=3))
def test_what_is_written_is_read_back(decisions):
    assert read(written(decisions), "a.jsonl") == decisions


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"verdict": "confirm"}, "line 2: the decision was changed since it was written"),
        ({"more": 1}, "line 2: not a decision"),
        ({"seen": "x"}, "line 2: not a decision"),
        ({"id": None}, "line 2: the decision was changed"),
    ],
)
def test_a_line_that_was_changed_is_refused_by_its_number(change, told):
    first = Decision(target="d1", verdict="reject", by="Ada", at=time(1))
    line = json.loads(written([first])) | change
    with pytest.raises(ClaimgraphError, match=rf"a\.jsonl, {told}.*; export it again"):
        read(f"\n{json.dumps(line)}\n", "a.jsonl")


@pytest.mark.parametrize("line", ["{", "[]", "null", '"x"', "{}", "[" * 9_000, "x" * 100_001])
def test_what_is_no_decision_is_refused(line):
    with pytest.raises(ClaimgraphError, match="line 1: "):
        read(line, "a.jsonl")


def test_a_side_or_a_word_beyond_all_measure_is_refused():
    saw = Seen(claim="c", source="s", article="a", passage="p", place=(0, 1), words="w")
    line = json.loads(written([Decision(target="d1", verdict="reject", by="Ada", at=time(1), seen=(saw,))]))
    line["seen"][0]["side"] = 1_000_000_000
    with pytest.raises(ClaimgraphError, match="not a decision"):
        read(json.dumps(line), "a.jsonl")
    with pytest.raises(ClaimgraphError, match="longer than a decision can be"):
        read(written([Decision(target="d1", verdict="reject", by="A" * 81, at=time(1))]), "a.jsonl")


def test_a_time_that_is_none_is_refused():
    with pytest.raises(ClaimgraphError, match="'yesterday' is no time in UTC"):
        read(written([Decision(target="d1", verdict="reject", by="Ada", at="yesterday")]), "a.jsonl")
