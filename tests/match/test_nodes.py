from datetime import date

import pytest
from building import claim, context_of, source, speaker

from claimgraph.match.nodes import camp, interval, overlap, per_claim, same_thing

WHO = speaker("Somebody")


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        (None, None),
        ("2016", (date(2016, 1, 1), date(2016, 12, 31))),
        ("2016-02", (date(2016, 2, 1), date(2016, 2, 29))),
        ("2016-12", (date(2016, 12, 1), date(2016, 12, 31))),
        ("2016-04-02", (date(2016, 4, 2), date(2016, 4, 2))),
    ],
)
def test_a_prefix_date_allows_all_its_days(prefix, expected):
    assert interval(prefix) == expected


def test_nothing_overlaps_an_unknown_day():
    assert not overlap(None, interval("2016"))


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("helicopter", "aircraft", True),
        ("town", "civilian", True),
        ("tank", "helicopter", False),
        ("dam", "dam", True),
    ],
)
def test_words_of_one_class_can_name_one_thing(one, two, same):
    assert same_thing(one, two) is same


def test_a_territory_counts_on_its_patrons_side_and_keeps_its_name():
    assert camp("transnistria") == "russia"
    assert camp("norway") == "norway"


def test_a_sentence_starting_claim_is_in_its_own_sentence():
    article = source("a.txt", "The dam held. The bank failed. It reopened.")
    claims = [claim(article, words, WHO) for words in ("The dam held", "The bank failed", "It reopened")]
    nodes = context_of([article], [WHO], claims).nodes
    assert [nodes[one.id].sentence for one in claims] == [0, 1, 2]


def test_what_is_asked_of_a_claim_is_worked_out_once_for_each_claim():
    article = source("a.txt", "The dam held. The bank failed.")
    nodes = context_of(
        [article], [WHO], [claim(article, words, WHO) for words in ("dam held", "bank failed")]
    ).nodes
    asked = []

    @per_claim
    def length(node):
        asked.append(node.id)
        return len(node.claim.text)

    assert [length(node) for node in (*nodes.values(), *nodes.values())] == [8, 11, 8, 11]
    assert asked == list(nodes)
