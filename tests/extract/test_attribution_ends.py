"""What one says ends where a clause with a speaker of its own begins."""

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
