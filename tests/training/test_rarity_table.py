"""In how many articles a word stands."""

import json
import tomllib
from collections import Counter
from pathlib import Path

from claimgraph.training.rarity import FEWEST, main, written


def test_words_are_counted_once_an_article(tmp_path: Path) -> None:
    told = ["The ferry sank twice, the ferry's owner said.", "A ferry burned, officials said."]
    texts = [*told, *(f"Ferry number {number} was late, its crew said." for number in ("one", "two"))]
    lines = (json.dumps({"id": f"a{place}", "text": text}) for place, text in enumerate(texts))
    (tmp_path / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    main([str(tmp_path / "articles.jsonl"), "-o", str(tmp_path / "rarity.toml")])
    found = tomllib.loads((tmp_path / "rarity.toml").read_text(encoding="utf-8"))
    assert (found["articles"], found["fewest"]) == (4, FEWEST)
    assert found["stems"] == {"ferr": 4}


def test_the_commonest_stand_first_and_the_rare_are_left_out() -> None:
    table = written(9, Counter({"lamp": 5, "gate": 7, "fog": FEWEST - 1}))
    assert list(tomllib.loads(table)["stems"].items()) == [("gate", 7), ("lamp", 5)]
