"""What one says ends where a clause with a speaker of its own begins, or the writer goes on."""

import pytest
from markup import article_of

from claimgraph.extract.attribution.ends import with_ends
from claimgraph.extract.attribution.missed import with_missed
from claimgraph.extract.attribution.spans import Attribution


def _attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    places = [(text.index(words), text.index(words) + len(words)) for words in (source, cue, content)]
    return Attribution(source=(places[0],), cue=(places[1],), content=(places[2],), head="say", rule="test")


def _said(text: str, source: str, content: str) -> str:
    """Return what is left of a content that runs on, with the second speaker read off the parse."""
    article = article_of(text)
    found = with_missed(article, [_attribution(text, source, "said", content)])
    return " ".join(text[start:end] for start, end in with_ends(article, found)[0].content)


@pytest.mark.parametrize(
    ("text", "source", "content", "left"),
    [
        (
            "The guard said that he fled and his brother said he had stayed.",
            "The guard",
            "that he fled and his brother said he had stayed",
            "that he fled and ",
        ),
        (
            "The army said 12 barges were lost, but the rebels put the figure at 30.",
            "The army",
            "12 barges were lost, but the rebels put the figure at 30",
            "12 barges were lost, but ",
        ),
        (
            "The union said three men were beaten, while the firm insisted that nobody was touched.",
            "The union",
            "three men were beaten, while the firm insisted that nobody was touched",
            "three men were beaten, ",
        ),
    ],
)
def test_a_second_speaker_ends_what_the_first_says(text, source, content, left):
    assert _said(text, source, content) == left


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The nurse said that her son had told her that he fled.", "The nurse", "that her son had told her that he fled"),
        ("The mayor said that the dam held and that engineers said so in May.", "The mayor", "that the dam held and that engineers said so in May"),
        ("The cook said the soup was cold because the waiter denied that it was late.", "The cook", "the soup was cold because the waiter denied that it was late"),
    ],
)  # fmt: skip
def test_what_is_reported_of_another_stays(text, source, content):
    assert _said(text, source, content) == content


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "left"),
    [
        ("The mayor tried to persuade the voters of his town that the dam was safe.", "The mayor", "tried to persuade", "the voters of his town that the dam was safe", "that the dam was safe"),
        ("The skipper told the judge he was asleep.", "The skipper", "told", "the judge he was asleep", "he was asleep"),
        ("We asked our readers which film they liked.", "We", "asked", "our readers which film they liked", "which film they liked"),
        ("Roe added about Lund: “He sleeps too long.”", "Roe", "added about", "Lund: “He sleeps too long.”", "“He sleeps too long.”"),
        ("“He should resign!” the mayor's rival, Ada Roe, wrote on Sunday.", "Ada Roe", "wrote", "“He should resign!” the mayor's rival", "“He should resign!”"),
        ("The union rejected the claim that the pit was safe.", "The union", "rejected", "the claim that the pit was safe", "the claim that the pit was safe"),
        ("The mayor wants the firm to leave.", "The mayor", "wants", "the firm to leave", "the firm to leave"),
        ("The baker, who said he had closed the oven, left the town.", "who", "said", "he had closed the oven, left the town", "he had closed the oven"),
        ("His claim that the oven was shut was rejected by a jury.", "His", "claim", "that the oven was shut was rejected by a jury", "that the oven was shut"),
        ("The coach called the rule “a joke,” and left.", "The coach", "called", "the rule “a joke,”", "the rule “a joke,”"),
    ],
)  # fmt: skip
def test_the_hearer_and_the_speaker_are_none_of_what_is_said(text, source, cue, content, left):
    (found,) = with_ends(article_of(text), [_attribution(text, source, cue, content)])
    assert [text[start:end] for start, end in found.content] == [left]
