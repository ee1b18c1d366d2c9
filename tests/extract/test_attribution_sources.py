"""Speakers that the network leaves out, or names by a pronoun alone."""

from dataclasses import replace

import pytest
from markup import article_of

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
