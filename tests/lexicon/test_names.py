"""Which words of a phrase are words of a proper name, and how they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.lexicon.names import SHORTEST, is_name_word, name_word, names_in

PHRASES = {
    "Captain Joren Vask": {"joren", "vask"},
    "Vask's lawyer": {"vask"},
    "Vask’s lawyer": {"vask"},
    "“Corvane”, the ferry": {"corvane"},
    "the island of Lisk": {"lisk"},
    "Mr. Eide": {"eide"},
    "Dr Noor Haddad": {"noor", "haddad"},
    "President Ilsa Brandt": {"ilsa", "brandt"},
    "Halden Paper (Orle)": {"halden", "paper", "orle"},
    "on Tuesday in March": set(),
    "The ferry": set(),
    "However": set(),
    "the old mill": set(),
    "Al Bo": set(),
    "McAllister-Smith": {"mcallister-smith"},
    "Ørsted and Łukasz": {"ørsted", "łukasz"},
    "": set(),
    "— ...": set(),
    "2031": set(),
}


@pytest.mark.parametrize("phrase", PHRASES)
def test_the_names_in_a_phrase(phrase: str) -> None:
    assert names_in(phrase) == PHRASES[phrase]


@pytest.mark.parametrize(
    "word", ["Vask", "Vask’s", "Vask's", "“Vask", "Vask,”", "(Vask)", "VASK", "vask", "Vask?!"]
)
def test_a_word_is_compared_without_case_marks_and_possessive(word: str) -> None:
    assert name_word(word) == "vask"


@given(st.text(max_size=30).filter(lambda text: len(text.split()) == 1).map(str.strip))
def test_a_word_of_a_name_is_in_the_names_of_its_phrase(word: str) -> None:
    assert names_in(word) == ({name_word(word)} if is_name_word(word) else frozenset())
    assert not is_name_word(word) or len(name_word(word)) >= SHORTEST


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_names_of_two_phrases_are_those_of_both(one: str, two: str) -> None:
    assert names_in(f"{one} {two}") == names_in(one) | names_in(two)


@given(st.text(alphabet=st.characters(whitelist_categories=["Ll"]), min_size=1, max_size=12))
def test_small_letters_are_no_name(word: str) -> None:
    assert not is_name_word(word)
