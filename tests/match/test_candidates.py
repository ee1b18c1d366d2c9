import random

import pytest
from building import claim, context_of, source, speaker

from claimgraph.match import candidates as module
from claimgraph.match.candidates import candidates, joined, joined_in_sql
from claimgraph.model import Act

WHO = speaker("Somebody")


def _context(count: int, terms: tuple[str, ...] = ("dam", "burst"), act: Act = Act.ASSERT):
    articles = [
        source(f"{number}.txt", f"The dam burst, report {number}.", "2019-05-04") for number in range(count)
    ]
    claims = [claim(article, "The dam burst", WHO, terms=terms, act=act) for article in articles]
    return context_of(articles, [WHO], claims)


def test_claims_that_share_a_word_are_paired_once():
    found = candidates(_context(3))
    assert len(found.pairs) == 3
    assert all(a < b for a, b in found.pairs)
    assert found.dropped == 0


def test_claims_that_share_nothing_are_not_paired():
    article = source("a.txt", "The dam burst. The bank closed.", "2019-05-04")
    one = claim(article, "The dam burst", WHO, terms=("dam",))
    two = claim(article, "The bank closed", WHO, terms=("bank",))
    assert candidates(context_of([article], [WHO], [one, two])).pairs == ()


def test_what_cannot_be_disputed_is_not_paired():
    assert candidates(_context(3, act=Act.PREDICT)).pairs == ()


def test_a_common_key_is_capped_and_the_pairs_left_out_are_counted(monkeypatch):
    monkeypatch.setattr(module, "CAP", 4)
    found = candidates(_context(6, terms=("dam",)))
    assert len(found.pairs) == 6
    assert found.dropped == 15 - 6


@pytest.mark.parametrize("seed", range(5))
def test_plain_python_and_sql_give_the_same_pairs(seed, monkeypatch):
    monkeypatch.setattr(module, "CAP", 4)
    monkeypatch.setattr(module, "RAREST", 2)
    chance = random.Random(seed)
    words = [
        "word dam",
        "word écluse",
        "event burst dam",
        "figure killed people ",
        "word Zoll",
        "kin 0 class d",
    ]
    rows = [(f"c{n:x}", word) for n in range(40) for word in chance.sample(words, chance.randint(0, 5))]
    chance.shuffle(rows)
    plain = joined(rows)
    assert plain.pairs
    assert plain.dropped
    assert plain == joined_in_sql(rows)


def test_a_large_collection_is_joined_in_sql(monkeypatch):
    context = _context(3)
    plain = candidates(context)
    monkeypatch.setattr(module, "SMALL", 1)
    assert candidates(context) == plain


def test_no_claims_no_pairs():
    assert candidates(context_of([], [], [])).pairs == ()
