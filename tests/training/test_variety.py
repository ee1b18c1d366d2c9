"""Articles in other words keep their annotations."""

import random

import pytest

from claimgraph import lexicon
from claimgraph.training.corpus import variants
from claimgraph.training.variety import rewritten, varied, without_marks

TEXT = (
    "“The pier is safe,” Maria Lopez said. Kenyan divers told Lopez that the piles had cracked. "
    "She says nobody asked the divers. Later Lopez left for Texas."
)


def at(part: str, nth: int = 0) -> list[int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(part, start + 1)
    return [start, start + len(part)]


def attribution(source: list[int], cue: list[int], content: list[int], head: list[int]) -> dict[str, object]:
    return {"source": [source], "cue": [cue], "content": [content], "source_head": head, "cue_head": cue}


ARTICLE = {
    "text": TEXT,
    "attributions": [
        attribution(at("Maria Lopez"), at("said"), at("“The pier is safe,”"), at("Lopez")),
        attribution(at("Kenyan divers"), at("told"), at("that the piles had cracked"), at("divers")),
        attribution(at("She"), at("says"), at("nobody asked the divers"), at("She")),
    ],
}
SEEDS = range(12)


def parts(article: dict[str, object], number: int) -> dict[str, str]:
    one = article["attributions"][number]
    spans = {name: one[name][0] for name in ("source", "cue", "content")} | {"head": one["source_head"]}
    return {name: article["text"][start:end] for name, (start, end) in spans.items()}


@pytest.mark.parametrize(
    ("old", "new"),
    [("pier", "landing stage"), ("“", ""), ("Lopez", "Li"), ("piles had cracked.", "piles had")],
)
def test_annotations_move_with_their_words(old: str, new: str) -> None:
    start, end = at(old)
    changed = rewritten(ARTICLE, [(start, end, new)])
    assert changed["text"] == TEXT.replace(old, new, 1)
    for number in range(3):
        before = {name: words.replace(old, new, 1) for name, words in parts(ARTICLE, number).items()}
        after = parts(changed, number)
        for name in ("source", "cue", "head"):
            assert after[name] in (before[name], parts(ARTICLE, number)[name])
        assert parts(changed, 2)["content"] == "nobody asked the divers"


def test_of_changes_that_overlap_the_first_is_made() -> None:
    start, end = at("Maria Lopez")
    changed = rewritten(ARTICLE, [(end - 5, end, "Li"), (start, end, "The warden")])
    assert parts(changed, 0)["source"] == "The warden"


def test_quotation_marks_go_and_their_words_stay() -> None:
    changed = without_marks(ARTICLE)
    assert "“" not in changed["text"]
    assert parts(changed, 0)["content"] == "The pier is safe,"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_person_keeps_one_new_name(seed: int) -> None:
    changed = varied(ARTICLE, random.Random(seed))
    head = parts(changed, 0)["head"]
    assert head in str(lexicon.table("variety")["surnames"]).split()
    assert parts(changed, 0)["source"].endswith(f" {head}")
    assert changed["text"].count(head) == 3
    assert parts(changed, 1)["source"].endswith(" divers")


@pytest.mark.parametrize("seed", SEEDS)
def test_said_becomes_a_verb_of_its_tense_and_place(seed: int) -> None:
    table = lexicon.table("variety")
    changed = varied(ARTICLE, random.Random(seed))
    assert parts(changed, 0)["cue"] in ["said", *table["behind"]]
    assert parts(changed, 1)["cue"] == "told"
    assert parts(changed, 2)["cue"] in ["says", *(now for _, now in table["verbs"])]


def test_every_verb_behind_is_a_verb() -> None:
    table = lexicon.table("variety")
    assert set(table["behind"]) <= {past for past, _ in table["verbs"]}


def test_an_article_comes_as_it_is_first_and_then_changed() -> None:
    shown = list(variants(ARTICLE, random.Random(3)))
    assert shown[0] == ARTICLE
    assert len({article["text"] for article in shown}) == len(shown) == 4
    assert all(len(article["attributions"]) == 3 for article in shown)
