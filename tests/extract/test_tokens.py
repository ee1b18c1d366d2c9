"""A parsed text, read out, answers as spaCy's own objects do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.extract.parse import language
from claimgraph.extract.tokens import Doc, Tokens

TEXT = (
    "“We never sold the 1,200 tonnes,” said Ida Brandt, who runs the port's yard. Two men, a clerk and his"
    " brother were hurt or killed on 5 May, police say.\nNot one crate left, the owner insists; see www.example.org."
)
WORDS = TEXT.split()
SAME = (
    "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "whitespace_", "text_with_ws",
    "is_alpha", "is_digit", "is_punct", "is_space", "is_stop", "is_upper", "like_num", "like_url",
)  # fmt: skip
RELATED = ("head", "left_edge", "right_edge")
GROUPS = ("children", "lefts", "subtree", "ancestors", "conjuncts")


@settings(deadline=None, max_examples=40)
@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
def test_every_word_tells_what_spacy_tells(words: list[str]) -> None:
    parsed = language()(" ".join(words))
    doc = Doc(parsed)
    assert doc.text == parsed.text
    assert [(one.start, one.end) for one in doc.sents] == [(one.start, one.end) for one in parsed.sents]
    for ours, theirs in zip(doc, parsed, strict=True):
        assert [getattr(ours, name) for name in SAME] == [getattr(theirs, name) for name in SAME]
        assert [getattr(ours, name).i for name in RELATED] == [getattr(theirs, name).i for name in RELATED]
        for name in GROUPS:
            assert [one.i for one in getattr(ours, name)] == [one.i for one in getattr(theirs, name)]
        assert ours.sent.start == theirs.sent.start
        assert ours.is_sent_start == bool(theirs.is_sent_start)
        assert ours.morph == theirs.morph.to_dict()
        for other in parsed:
            assert ours.is_ancestor(doc[other.i]) == theirs.is_ancestor(other)


@settings(deadline=None, max_examples=60)
@given(start=st.integers(-80, 80), end=st.integers(-80, 80))
def test_a_run_of_words_is_what_spacy_takes_for_one(start: int, end: int) -> None:
    parsed = language()(TEXT)
    ours, theirs = Doc(parsed)[start:end], parsed[start:end]
    assert (ours.start, ours.end, ours.text) == (theirs.start, theirs.end, theirs.text)
    assert [one.text for one in reversed(ours)] == [one.text for one in reversed(list(theirs))]
    if len(ours):
        assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)
        assert ours.root.i == theirs.root.i
        assert ours[:2].text == theirs[:2].text


def test_runs_of_one_text_are_equal_where_they_hold_the_same_words() -> None:
    doc, other = Doc(language()(TEXT)), Doc(language()(TEXT))
    assert doc[1:3] == doc[1:3] == Tokens(doc, 1, 3)
    assert len({doc[1:3], doc[1:3], doc[1:4]}) == 2
    assert doc[1:3] != other[1:3]
    assert doc[1:3] != [*doc[1:3]]


def test_a_neighbour_that_the_text_does_not_have_is_an_error() -> None:
    doc = Doc(language()(TEXT))
    assert doc[0].nbor().i == 1
    for token, steps in ((doc[0], -1), (doc[len(doc) - 1], 1)):
        with pytest.raises(IndexError):
            token.nbor(steps)


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("They hoped for rain.", "hoped", "hope"),
        ("Fire gutted the mill.", "gutted", "gut"),
        ("He raised taxes twice.", "taxes", "tax"),
        ("Two taxis waited.", "taxis", "taxi"),
        ("It shone on the bay.", "bay", "bay"),
    ],
)  # fmt: skip
def test_lemmas_are_mended_where_the_rules_of_spacy_miss(sentence: str, word: str, lemma: str) -> None:
    assert next(one.lemma for one in Doc(language()(sentence)) if one.text == word) == lemma
