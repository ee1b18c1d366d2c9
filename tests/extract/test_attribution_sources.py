"""Speakers that the network leaves out or mistakes, and through whom a statement came."""

from dataclasses import replace

import pytest
from markup import article_of

from claimgraph.extract.attribution.finding import attributions
from claimgraph.extract.attribution.sources import with_sources
from claimgraph.extract.attribution.spans import Attribution


def marked(text: str, source: str, cue: str, content: str) -> Attribution:
    """An attribution of words that stand once in the text."""
    parts = (source, cue, content)
    spans = [((text.index(part), text.index(part) + len(part)),) if part else () for part in parts]
    return Attribution(*spans, "say", "tagger")


def sources(text: str, *rows: tuple[str, str, str]) -> list[list[str]]:
    found = with_sources(article_of(text), [marked(text, *row) for row in rows])
    return [[text[s:e] for s, e in one.source] for one in found]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The warden, who said the gate was open, has left.", "who", ["The warden", "who"]),
        (
            "A museum in Ghent, which said the gate was open, is shut.",
            "which",
            ["A museum in Ghent", "which"],
        ),
        ("The warden said the gate was open.", "", ["The warden"]),
        ("It was said the gate was open.", "", []),
    ],
)
def test_the_parse_tells_who_speaks(text: str, source: str, expected: list[str]) -> None:
    assert sources(text, (source, "said", "the gate was open")) == [expected]


def test_who_stands_in_what_is_said_does_not_say_it() -> None:
    text = "The warden said the gate was open."
    assert sources(text, ("", "said", "The warden said the gate was open")) == [[]]


def test_hearsay_has_no_speaker() -> None:
    text = "Legend has it that a monk hid the gold."
    one = replace(marked(text, "Legend", "has it", "that a monk hid the gold"), head="have")
    assert with_sources(article_of(text), [one])[0].source == ()


@pytest.mark.parametrize(
    ("text", "who", "said", "kept"),
    [
        ("Clerk took the coins, jury told", "jury", "Clerk took the coins", []),
        ("Clerk took the coins, MPs told", "MPs", "Clerk took the coins", []),
        ("Clerk took the coins, warden told inquiry", "warden", "Clerk took the coins", ["warden"]),
        ("The panel told the clerk that the coins were lost.", "The panel", "that the coins were lost", ["The panel"]),
    ],
)  # fmt: skip
def test_who_is_told_in_a_headline_does_not_tell(text: str, who: str, said: str, kept: list[str]) -> None:
    one = replace(marked(text, who, "told", said), head="tell")
    found = with_sources(article_of(text), [one])[0]
    assert [text[start:end] for start, end in found.source] == kept


# Text, who, what, through whom.
CAME_THROUGH = [
    ("The colonel, quoted by local radio, said the fort had fallen.", "The colonel", "the fort had fallen", ["local radio"]),
    ("The colonel was quoted as saying by the state agency that the fort had fallen.", "The colonel", "that the fort had fallen", ["the state agency"]),
    ("The bridge had collapsed, Norwegian officials were quoted by Reuters as saying.", "Norwegian officials", "The bridge had collapsed", ["Reuters"]),
    ("The mayor was quoted by local radio as saying the bridge was safe.", "The mayor", "the bridge was safe", ["local radio"]),
    ("State radio quoted the governor as saying 12 bodies had been found.", "the governor", "12 bodies had been found", ["State radio"]),
    ("The trainer told Reuters that the horse was fit.", "The trainer", "that the horse was fit", ["Reuters"]),
    ("The minister said in an interview with Radio Nord that taxes would fall.", "The minister", "that taxes would fall", ["Radio Nord"]),
    ("The trainer told reporters that the horse was fit.", "The trainer", "that the horse was fit", []),
    ("The trainer told the magazine that the horse was fit.", "The trainer", "that the horse was fit", ["the magazine"]),
    ("The trainer said on CNN that the horse was fit.", "The trainer", "that the horse was fit", ["CNN"]),
    ("In a number of interviews with Radio Nord, the trainer insisted that taxes would fall.", "the trainer", "that taxes would fall", ["Radio Nord"]),
    ("The trainer said on Monday that the horse was fit.", "The trainer", "that the horse was fit", []),
    ("The trainer told CNN's Mara Brandt that the horse was fit.", "The trainer", "that the horse was fit", ["CNN's", "CNN's Mara Brandt"]),
    ("Speaking on CNN, the trainer said that the horse was fit.", "the trainer", "that the horse was fit", ["CNN"]),
    ("In a CNN interview, the trainer said that the horse was fit.", "the trainer", "that the horse was fit", ["CNN"]),
    ("In a statement sent to Reuters, the trainer said that the horse was fit.", "the trainer", "that the horse was fit", ["Reuters"]),
    ("“The horse is fit,” the trainer said, according to Radio Nord.", "the trainer", "“The horse is fit,”", ["Radio Nord"]),
    ("“The horse is fit,” the trainer said in a letter, according to Radio Nord.", "the trainer", "“The horse is fit,”", ["Radio Nord"]),
    ("Radio Nord, citing two officials, said that the horse was fit.", "Radio Nord", "that the horse was fit", []),
    ("Radio Nord said, citing the governor, that the horse was fit.", "Radio Nord", "that the horse was fit", []),
    ("The owner sold the stable to Reuters, saying that the horse was fit.", "The owner", "that the horse was fit", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "what", "via"), CAME_THROUGH)
def test_whom_a_statement_came_through_is_kept_apart_from_who_made_it(
    text: str, who: str, what: str, via: list[str]
) -> None:
    (found,) = attributions(article_of(text))
    assert [text[s:e] for s, e in found.source] == [who]
    assert [text[s:e] for s, e in found.content] == [what]
    assert [text[s:e] for s, e in found.via] == via
