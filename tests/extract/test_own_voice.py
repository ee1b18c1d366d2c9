"""The article's own statements, beside and outside what others are credited with."""

import pytest
from markup import article_of, read_marked
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimgraph.extract.reading.own_voice import _worded, own_voice

KEPT = [
    ("More than 40 miners were trapped on Monday.", ["More than 40 miners were trapped on Monday"]),
    ("The army attacked the port at dawn.", ["The army attacked the port at dawn"]),
    ("Two firms signed the contract in Lima.", ["Two firms signed the contract in Lima"]),
    ("Dozens have died since the flood.", ["Dozens have died since the flood"]),
    ("A judge sentenced the banker and the crowd fled.", ["A judge sentenced the banker", "the crowd fled"]),
    ("The claims could not be verified.", ["The claims could not be verified"]),
    ("It was not clear who had paid.", ["It was not clear who had paid"]),
    ("The tower has collapsed.", ["The tower has collapsed"]),
    ("The banker was reportedly hoping for a pardon.", ["The banker was reportedly hoping for a pardon"]),
    ("The storm appears to have spared the harbour.", ["The storm appears to have spared the harbour"]),
    ("There seems to be little interest.", ["There seems to be little interest"]),
    ("The vet allegedly watered down the vaccine.", ["The vet allegedly watered down the vaccine"]),
]
LEFT_OUT = [
    "Who attacked the port?",
    "Stop the attack now.",
    "Read more about our 12 best recipes?",
    "The valley is known for its wine.",
    "The banker will reportedly hope for a pardon.",
    "The team hopes for a better season.",
    "The president could attack the plan.",
    "The police will arrest the thief.",
    "Subscribe to our newsletter.",
    "He was born in 1953.",
    "The film of the 1972 race is popular.",
    "To the judge it seems odd.",
    "The band appears on Monday.",
    "The keeper looks to join a bigger club.",
    "“The army attacked the port at dawn.”",
]
BESIDE = [
    ("[The mayor] {said|say} <the bridge was safe>, and 20 cars crossed it.", ["20 cars crossed it"]),
    (
        "[Doctors] {reported|report} <new cases> as the toll from the fever rose above 40.",
        ["the toll from the fever rose above 40"],
    ),
    (
        "[The firm] {said|say} <it was shocked>. Its plant exploded on Friday.",
        ["Its plant exploded on Friday"],
    ),
    ("[They] {said|say} <the dam leaked>, and had used sand to hide it.", []),
    ("[Guards] {said|say} <the door was shut> when the fire began.", []),
]


def texts(marked: str) -> list[str]:
    article, attribution = read_marked(marked)
    credited = [attribution] if attribution.content else []
    return [
        " … ".join(article.source.text[start:end] for start, end in found.content)
        for found in own_voice(article, credited)
    ]


@pytest.mark.parametrize(("text", "expected"), KEPT)
def test_figures_events_and_caveats_are_the_articles_own_statements(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize("text", LEFT_OUT)
def test_questions_orders_plans_and_background_are_not(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(("marked", "expected"), BESIDE)
def test_what_stands_beside_an_attribution_is_the_articles_own(marked: str, expected: list[str]) -> None:
    assert texts(marked) == expected


def test_own_statements_have_neither_source_nor_cue() -> None:
    (found,) = own_voice(article_of("The tower has collapsed."), [])
    assert (found.source, found.cue, found.head, found.rule) == ((), (), "", "own voice")


@pytest.mark.parametrize(
    ("text", "adverb"),
    [
        ("Two firms have reportedly signed the contract in Lima.", "reportedly"),
        ("Allegedly, the banker attacked a guard on Monday.", "Allegedly"),
        ("The army attacked the port, which was supposedly empty, at dawn.", ""),
    ],
)
def test_hearsay_is_passed_on_from_nobody_named(text: str, adverb: str) -> None:
    article = article_of(text)
    (found,) = own_voice(article, [])
    assert [article.source.text[start:end] for start, end in found.cue] == [adverb] * bool(adverb)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six dead as ferry sinks off Bergen", 1),
        ("Ferry sinks off Bergen", 1),
        ("Why we love ferries", 0),
        ("'The ferry sank off Bergen': a harbour in grief", 0),
        ("Ten things to know for today", 0),
        ("16GB internal memory", 0),
        ("Three arrests in Bergen", 1),
        ("Life on the coast", 0),
    ],
)
def test_a_headline_counts_when_it_carries_a_figure_or_an_event(text: str, expected: int) -> None:
    assert len(own_voice(article_of(text, kind="heading"), [])) == expected


def test_a_run_without_a_word_is_no_statement() -> None:
    vocab = Vocab()
    assert _worded(list(Doc(vocab, words=["•"]))) == []
    assert [token.text for token in _worded(list(Doc(vocab, words=["•", "it", "rained", "."])))] == [
        "it",
        "rained",
    ]
