"""How far a statement goes: up to where another speaks, over the quotations of further paragraphs."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import article_of

from claimgraph.extract.attribution.ends import with_ends
from claimgraph.extract.attribution.finding import attributions
from claimgraph.extract.attribution.missed import with_missed
from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import parse
from claimgraph.model import Block, Source


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


def read(text: str) -> list[Attribution]:
    blocks = tuple(
        Block(start=m.start(), end=m.end(), kind="body")
        for m in re.finditer(r"[^\n]+", text)
        if m.group().strip()
    )
    source = Source(id="s1", name="a.txt", path="a.txt", sha256="0", text=text, blocks=blocks)
    return attributions(parse(source))


def contents(text: str) -> list[list[str]]:
    """Return the parts of what is said, without marks and commas at their ends."""
    return [[bare(text[s:e]) for s, e in found.content] for found in read(text)]


def bare(words: str) -> str:
    return words.strip('“”",.')


SPEECHES = [
    pytest.param(
        "“I was calm before the race,” Marden said.\n“One thing for me, I did not look at the clock.\nWe had a plan.”\nHe won.",
        [
            "“I was calm before the race,”",
            "“One thing for me, I did not look at the clock.",
            "We had a plan.”",
        ],
        id="the next paragraph opens with a few words before its clause",
    ),
    pytest.param(
        "“The furnace failed at dawn,” the engineer said. “Nobody saw it.\n“By noon it was out.”",
        ["“The furnace failed at dawn,”", "“Nobody saw it.", "“By noon it was out.”"],
        id="no closing mark at the paragraph's end",
    ),
    pytest.param(
        "“The furnace failed at dawn,” the engineer said.\n“By noon it was out.”",
        ["“The furnace failed at dawn,”", "“By noon it was out.”"],
        id="the next paragraph is the same speaker's quotation",
    ),
    pytest.param(
        'The captain said: "We hit a rock.\nThe pumps failed."',
        ['"We hit a rock.', 'The pumps failed."'],
        id="the mark closes in the next paragraph",
    ),
    pytest.param(
        '"I heard the glass break.\nI ran outside," said the clerk.',
        ['"I heard the glass break.', 'I ran outside,"'],
        id="the cue stands in the second paragraph",
    ),
    pytest.param(
        "The jury was told by the widow how it began. She said:\n“He never came home.”",
        ["“He never came home.”"],
        id="a colon introduces the next paragraph",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEECHES)
def test_a_speech_is_followed_over_paragraphs(text, expected):
    assert contents(text)[-1] == [bare(words) for words in expected]


def test_another_speaker_ends_a_speech():
    text = "“The nets were full,” the skipper said.\n“We saw nothing,” the mate said."
    assert contents(text) == [["The nets were full"], ["We saw nothing"]]


def test_a_paragraph_of_narrative_ends_a_speech():
    text = "“The nets were full,” the skipper said.\nThe harbour was quiet.\n“Fresh fish” read a sign over the door."
    assert ["The nets were full"] in contents(text)


ODD = [
    "“““”” said ‘’",
    '"He said "no" to me," said "the "man".',
    "THE MINISTER SAID: “NO!” “",
    "\u202e said \ud7ff \U0001f600 \x00 said",
    "according to",
    "per",
    ":::: - - -",
    "'' '' said '' ''",
    "in the words of",
    "said said said said that that",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_never_raises_and_spans_stay_inside(text):
    for found in read(text):
        for start, end in (*found.source, *found.cue, *found.content, *found.via):
            assert 0 <= start < end <= len(text)


def test_one_odd_paragraph_does_not_cost_the_others():
    text = "“““ ” „ « said\n\nThe bailiff said the door was locked.\n\n“"
    assert ["the door was locked"] in contents(text)


PIECES = st.sampled_from(
    [
        "said",
        "The judge",
        "denied",
        "according to",
        "“",
        "”",
        '"',
        "''",
        "'",
        "«",
        "»",
        ",",
        ".",
        ":",
        "\n",
        "that",
        "he",
        "was",
        "quoted as saying",
        "by",
        "which",
        "claim",
        "-",
        "Q:",
        "\u00a0",
        "é",
        "🙂",
        "who",
        "accused",
        "of",
    ]
)


@settings(deadline=None, max_examples=40)
@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=30).map(" ".join)))
def test_any_text_gives_ordered_spans_inside_it(text):
    found = read(text)
    for attribution in found:
        assert attribution.cue
        assert attribution.content
        assert attribution.parent is None or 0 <= attribution.parent < len(found)
        for spans in (attribution.source, attribution.cue, attribution.content):
            for start, end in spans:
                assert 0 <= start < end <= len(text)
        assert list(attribution.content) == sorted(attribution.content)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The gate was open, the warden said. Mr Roe laughed. “There is no gate.”", ["the warden", "Mr Roe"]),
        ("“It was dark,” the warden said. He shrugged. “There is no gate.”", ["the warden"]),
        ("“It was dark,” the warden said. “There is no gate.”", ["the warden"]),
        ("The mayor was blunt. “There is no gate.”", ["The mayor"]),
        ("“There is no gate” – Ann Roe, warden", ["Ann Roe"]),
        ("“The Long Gate” – in cinemas now", []),
        ("The signs were clear. “There is no gate.”", []),
    ],
)
def test_a_quotation_alone_is_whose_who_acts_before_it(text: str, who: list[str]) -> None:
    assert [text[s:e] for found in read(text) for s, e in found.source] == who
