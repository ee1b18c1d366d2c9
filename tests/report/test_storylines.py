"""Articles on one story share names; those of two do not."""

import pytest
from findings_fixture import FINDINGS, source

from claimgraph.model import Collection, Dated, Findings, Matching, Subject
from claimgraph.report.lookup import Lookup
from claimgraph.report.storylines import storylines

TEXTS = {
    "a.txt": "The ferry\n\nThe ferry of Orrin sank off Lisk, said Ada Klein of the harbour board in Lisk.",
    "b.txt": "Inquiry\n\nAn inquiry heard that Ada Klein warned the crew before leaving Lisk for Orrin.",
    "c.txt": "Vote\n\nThe council of Brennick adopted the budget, and mayor Odile Farr signed it in Brennick.",
    "d.txt": "Nothing\n\nno name stands here at all.",
}


def grouped(*names, linked=()):
    sources = tuple(source(name, TEXTS[name], Dated()) for name in names)
    matching = Matching(subjects=linked)
    lookup = Lookup(Findings(collection=Collection(sources=sources), matching=matching))
    held = {one.id: one.name for one in sources}
    return [tuple(held[one] for one in story.articles) for story in storylines(lookup)]


def test_articles_that_share_names_are_one_story_in_reading_order():
    assert grouped("a.txt", "c.txt", "b.txt", "d.txt") == [("a.txt", "b.txt"), ("c.txt",), ("d.txt",)]


@pytest.mark.parametrize("names", [(), ("d.txt",)])
def test_few_or_no_articles_are_no_trouble(names):
    assert grouped(*names) == [(name,) for name in names]


def test_an_event_told_in_two_articles_makes_them_one_story():
    apart = storylines(Lookup(FINDINGS.model_copy(update={"matching": Matching()})))
    linking = Subject(id="t9", label="x", claims=tuple(one.id for one in FINDINGS.collection.claims))
    together = storylines(Lookup(FINDINGS.model_copy(update={"matching": Matching(subjects=(linking,))})))
    assert len(apart) > len(together) == 1
    assert together[0].centre in together[0].articles
