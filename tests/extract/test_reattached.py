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
GARDEN_PATHS = [
    (
        "The ski club rejected Jan Moe's claim that contaminated wax caused his fall.",
        "claim",
        "wax",
        "caused",
    ),
    (
        "The bank denied the union's allegation that stolen files showed a loss.",
        "allegation",
        "files",
        "showed",
    ),
]
RELATIVES = [
    ("The gang that robbed banks fled.", "robbed", "gang"),
    ("The board denied the report that shook investors.", "shook", "report"),
]


@pytest.mark.parametrize(("text", "noun", "thing", "verb"), GARDEN_PATHS)
def test_a_participle_before_a_noun_is_not_the_verb_of_a_claim(
    text: str, noun: str, thing: str, verb: str
) -> None:
    words = {token.text: token for token in article_of(text).paragraphs[0].doc}
    assert (words[verb].head.text, words[verb].dep_) == (noun, "acl")
    assert (words[thing].head.text, words[thing].dep_) == (verb, "nsubj")
    assert words[noun].dep_ == "dobj"


@pytest.mark.parametrize(("text", "verb", "noun"), RELATIVES)
def test_what_a_thing_did_stays_its_relative_clause(text: str, verb: str, noun: str) -> None:
    words = {token.text: token for token in article_of(text).paragraphs[0].doc}
    assert words[verb].head.text == noun


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
