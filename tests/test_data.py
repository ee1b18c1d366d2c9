"""The sample articles and their gold list agree with each other."""

import csv
import json
from pathlib import Path

import pytest

from claimgraph.tracker import ClaimGraph

DATA = Path(__file__).parent.parent / "data"
GOLD = json.loads((DATA / "gold.json").read_text(encoding="utf-8"))
MARK = "Sample text written for claimgraph; not a news report."
KINDS = {"denial", "contradiction", "figures", "mutual_accusation", "reversal"}
PRIORITIES = {"must", "should", "could"}


def article_texts() -> dict[str, str]:
    """Every article whose offsets are offsets of the file itself, by the name the report uses."""
    texts = {path.relative_to(DATA).as_posix(): path.read_bytes().decode() for path in DATA.rglob("*.txt")}
    for path in DATA.rglob("*.jsonl"):
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        texts |= {record["id"]: record["text"] for record in records}
    return texts


TEXTS = article_texts()


def mentions() -> list[tuple[str, dict]]:
    """Every span of the gold list with the id of the item it belongs to."""
    found = []
    for dispute in GOLD["disputes"]:
        for side in (dispute["a"], dispute["b"], *dispute["others"]):
            found += [(dispute["id"], mention) for mention in side]
    for flag in GOLD["flags"]:
        found += [(flag["id"], mention) for mention in flag["spans"]]
    for pair in GOLD["forbidden"]:
        found += [(pair["id"], pair["a"]), (pair["id"], pair["b"])]
    return found + [(item["id"], item["span"]) for item in GOLD["noise"]]


def test_every_gold_span_is_the_text_it_says_it_is() -> None:
    """A wrong offset is reported with the right one, so that an edited article is quickly repaired."""
    wrong, pages = [], {}
    for path in DATA.rglob("*.html"):  # the offsets of a page are those of the text that is read of it
        with ClaimGraph.open(path) as read:
            pages[path.relative_to(DATA).as_posix()] = read.collection().sources[0].text
    for item, mention in mentions():
        text = (TEXTS | pages)[mention["doc"]]
        if text[mention["start"] : mention["end"]] != mention["text"]:
            wrong.append((item, mention["doc"], mention["text"], text.find(mention["text"])))
    assert wrong == []


def test_gold_items_are_unique_and_use_the_known_words() -> None:
    items = [item["id"] for part in ("disputes", "flags", "forbidden", "noise") for item in GOLD[part]]
    assert len(items) == len(set(items))
    assert {dispute["kind"] for dispute in GOLD["disputes"]} <= KINDS
    assert {item["priority"] for part in ("disputes", "flags") for item in GOLD[part]} <= PRIORITIES
    assert all(pair["a"] != pair["b"] for pair in GOLD["forbidden"])


def test_no_pair_is_both_wanted_and_forbidden() -> None:
    def key(mention: dict) -> tuple[str, int, int]:
        return mention["doc"], mention["start"], mention["end"]

    wanted = {
        frozenset((key(a), key(b)))
        for dispute in GOLD["disputes"]
        if "update" not in dispute["alt_kinds"]
        for a in dispute["a"]
        for b in dispute["b"]
    }
    assert not [
        pair["id"] for pair in GOLD["forbidden"] if frozenset((key(pair["a"]), key(pair["b"]))) in wanted
    ]


@pytest.mark.parametrize("folder", ["karabakh", "refinery"])
def test_sources_csv_names_every_text_beside_it_and_says_it_is_a_sample(folder: str) -> None:
    with (DATA / folder / "sources.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert {row["file"] for row in rows} == {path.name for path in (DATA / folder).glob("*.txt")}
    assert all("written for claimgraph" in row["publisher"] for row in rows)
    assert any(row["published"] for row in rows), "some dates are given"
    assert any(not row["published"] for row in rows), "some dates are left to be found in the text"


def test_every_article_is_marked_as_a_sample() -> None:
    texts = TEXTS | {path.name: path.read_text(encoding="utf-8") for path in DATA.rglob("*.html")}
    assert len(texts) >= 16
    assert [name for name, text in texts.items() if MARK not in text] == []
