"""What a user types is searched for, never run."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.model import Extraction
from claimgraph.store import Store
from claimgraph.store.search import full_text_query


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("reef", '"reef"'),
        ("struck reef", '"struck" "reef"'),
        ('"uncharted reef"', '"uncharted reef"'),
        ("inj*", '"inj"*'),
        ('don"t', '"don""t"'),
        ("AND OR NOT", '"AND" "OR" "NOT"'),
        ("text:reef (a) ^b -c", '"text:reef" "(a)" "^b" "-c"'),
        ("* \" ' ( ) - ^", ""),
        ("", ""),
        ("re\0ef", '"re" "ef"'),
        ("\udcff reef", '"reef"'),
    ],
)
def test_words_are_quoted(typed, query):
    assert full_text_query(typed) == query


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("reef", [0]),
        ("REEF ferry", [0]),
        ("injuring", [2]),
        ("deny", [1]),
        ("passengers reef", []),
        ('"uncharted reef"', [0]),
        ('"reef uncharted"', []),
        ("passen*", [2]),
        ("nowhere", []),
    ],
)
def test_claims_are_found_by_their_words(ferry, typed, found):
    source, extraction = ferry
    with Store.open(None) as store:
        store.add(source, extraction)
        assert store.claim_ids(text=typed) == [extraction.claims[n].id for n in found]


@settings(deadline=None, max_examples=60)
@given(st.text())
def test_no_text_is_a_syntax_error(typed):
    with Store.open(None) as store:
        assert store.claim_ids(text=typed) == []
        assert store.collection().claims == Extraction(source="s").claims
