"""A "that" which points back opens no clause; one that opens a clause stays where it is."""

import pytest
from markup import article_of

POINTING = [
    (
        "The clerk did tell auditors that originally, and later confessed that she had only seen a copy.",
        "tell",
        "confessed",
    ),
    ("The porter told the court that initially, then said he had been asleep.", "told", "said"),
    (
        "The guide told rescuers that at first, but later admitted that he had left the hut.",
        "told",
        "admitted",
    ),
]
OPENING = [
    ("The clerk said that, after a long day, the safe was open.", "said", "was"),
    ("The porter told the court that the lift initially stopped, then fell.", "told", "stopped"),
    ("The guide said that rescuers came and later left.", "said", "came"),
]


@pytest.mark.parametrize(("text", "first", "second"), POINTING)
def test_a_that_without_a_clause_is_what_was_told(text: str, first: str, second: str) -> None:
    doc = article_of(text).paragraphs[0].doc
    that = next(token for token in doc if token.lower_ == "that")
    verb = next(token for token in doc if token.text == second)
    assert (that.head.text, that.dep_) == (first, "dobj")
    assert (verb.head.text, verb.dep_) == (first, "conj")


@pytest.mark.parametrize(("text", "first", "second"), OPENING)
def test_a_that_before_a_clause_belongs_to_it(text: str, first: str, second: str) -> None:
    doc = article_of(text).paragraphs[0].doc
    that = next(token for token in doc if token.lower_ == "that")
    verb = next(token for token in doc if token.text == second)
    assert that.head == verb
    assert (verb.head.text, verb.dep_) == (first, "ccomp")
