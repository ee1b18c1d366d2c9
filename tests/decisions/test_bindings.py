"""A decision is bound to the words that were seen: they are found again, or gone, never exchanged."""

from hypothesis import given
from hypothesis import strategies as st
from small_case import CREW, LINE, MAYOR, UNION, Case, article, claims_of

from claimgraph.decisions import seen
from claimgraph.decisions.bindings import passage

BEFORE = article(LINE, UNION, CREW)
PARAGRAPHS = st.lists(st.sampled_from([LINE, UNION, CREW, MAYOR]), min_size=1, max_size=5)


def saw(number: int):
    return seen(BEFORE, claims_of(BEFORE)[number])


def test_what_is_there_unchanged_is_found():
    case = Case(BEFORE)
    assert [case.index.find(saw(n)) for n in range(3)] == [one.id for one in case.collection.claims]


def test_a_paragraph_that_another_edit_left_alone_is_found_in_the_new_version():
    case = Case(article(MAYOR, LINE, "The harbour union denied that the ferry struck a reef.", CREW))
    assert case.index.find(saw(0)) == case.claim(LINE)
    assert case.index.find(saw(2)) == case.claim(CREW)
    assert case.index.find(saw(1)) is None


def test_a_paragraph_told_twice_or_in_another_article_is_not_taken_for_it():
    assert Case(article(LINE, LINE)).index.find(saw(0)) is None
    assert Case(article(LINE, name="other.txt")).index.find(saw(0)) is None
    twins = Case(article(LINE, CREW), article(LINE, name="ferry.txt"))
    assert twins.index.find(saw(0)) is None


@given(PARAGRAPHS, PARAGRAPHS)
def test_what_is_found_has_the_words_and_the_paragraph_that_were_seen(before, after):
    old, case = article(*before), Case(article(*after))
    sources = {one.id: one for one in case.collection.sources}
    for claim in claims_of(old):
        was = seen(old, claim)
        found = case.index.find(was)
        held = claim.text in {one.text for one in case.collection.claims}
        if found is None:
            assert not held or after.count(old.text[slice(*passage(old, claim))]) != 1
            continue
        now = case.index.claims[found]
        source = sources[now.source]
        assert source.name == old.name
        assert now.text == was.words
        assert source.text[slice(*passage(source, now))] == old.text[slice(*passage(old, claim))]
