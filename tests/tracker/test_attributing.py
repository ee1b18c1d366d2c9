"""Attributions printed as they are read are those that a store of the same articles gives."""

import io
import json
from pathlib import Path

import pytest

from claimgraph.cli.session import attribution
from claimgraph.errors import InputRefusedError
from claimgraph.tracker import ClaimGraph, attributing
from claimgraph.tracker.attributing import attribution_lines

TOLL = "The mine's owner said that {n} miners were hurt on 4 May 2031. The union denied that, and said it was {m}.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two dated articles, one without any date, lines of which two go by one name, and no article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "zinc.txt").write_text(TOLL.format(n=3, m=8))
    (folder / "coal.txt").write_text(TOLL.format(n=12, m=14))
    (folder / "alum.txt").write_text(
        "The minister said that the pit was safe. “It is not,” the union replied.\n"
    )
    rows = [{"id": "lead", "text": TOLL.format(n=n, m=n + 1), "published": "2031-05-05"} for n in (20, 30)]
    rows.insert(1, {"id": "beryl", "text": TOLL.format(n=40, m=50)})
    (folder / "more.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "empty.txt").write_text("")
    return folder


def test_lines_are_those_of_the_store(articles):
    found = [one for one in attribution_lines([articles]) if isinstance(one, str)]
    with ClaimGraph.open(articles) as tracker:
        assert "".join(f"{line}\n" for line in found) == "".join(attribution(tracker, None))
    assert [json.loads(line)["doc_id"] for line in found] == ["alum", "beryl", "coal", "lead", "zinc"]
    assert all(json.loads(line)["attributions"] for line in found)


def test_what_cannot_be_read_is_told_and_costs_only_itself(articles, monkeypatch):
    real = attributing.attribution_line_of

    def failing(source):
        if source.name == "coal.txt":
            raise ValueError("odd")
        return real(source)

    monkeypatch.setattr(attributing, "attribution_line_of", failing)
    found = list(attribution_lines([articles, articles / "none.txt"]))
    refused = [one for one in found if isinstance(one, InputRefusedError)]
    assert sorted(str(one).split(":")[0].rsplit("/", 1)[-1] for one in refused) == [
        "coal.txt",
        "empty.txt",
        "none.txt",
    ]
    assert len(found) - len(refused) == 4


def test_an_article_is_answered_for_before_the_next_is_read(articles):
    read: list[str] = []
    found = attribution_lines([articles / "coal.txt", articles / "zinc.txt"], progress=read.append)
    assert json.loads(str(next(found)))["doc_id"] == "coal"
    assert read == ["coal.txt"]
    assert json.loads(str(next(found)))["doc_id"] == "zinc"


def test_standard_input_is_an_article():
    (line,) = attribution_lines(["-"], stdin=io.BytesIO(TOLL.format(n=3, m=8).encode()))
    assert json.loads(str(line))["doc_id"] == "stdin"
    assert len(json.loads(str(line))["attributions"]) == 3
