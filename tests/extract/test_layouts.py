"""The same statements are found however the text is laid out."""

import re
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from layout_articles import ARTICLES, LAYOUTS, blank_lines
from rates import check_rate

from claimgraph.errors import InputRefusedError
from claimgraph.extract import extract
from claimgraph.extract.plain import legible, lowered
from claimgraph.model import Extraction, Source
from claimgraph.read import scan

UNSEEN = re.compile("[\u00ad\u200b\ufeff]")
NAMELESS = frozenset({"capitals", "lower case"})
"""Where every name is written alike, nobody can tell whom "she" stands for: the speaker stays unknown."""


def source_of(folder: Path, text: str) -> Source:
    path = folder / "article.txt"
    path.write_bytes(text.encode())
    return next(iter(scan([path]))).source()


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", UNSEEN.sub("", text))).lower()


def said(extraction: Extraction) -> list[tuple[str, str]]:
    """Return (speakers, words) of every attributed claim, without marks and in small letters."""
    names = {speaker.id: speaker.name for speaker in extraction.speakers}
    return [
        (plain(", ".join(names[one] for one in claim.speakers)), plain(claim.text))
        for claim in extraction.claims
        if claim.cue is not None
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_loses_no_statement_and_no_speaker(layout, tmp_path):
    read = {
        name: said(extract(source_of(tmp_path, LAYOUTS[layout](article))))
        for name, (article, _) in ARTICLES.items()
    }

    def kept(name, speaker, words):
        given = [who for who, content in read[name] if words in content and len(content) < len(words) + 12]
        known = any(speaker in who.split() for who in given)
        assert known or (layout in NAMELESS and given == [""]), read[name]

    rows = [
        (name, speaker.lower(), words.lower())
        for name, (_, expected) in ARTICLES.items()
        for speaker, words in sorted(expected)
    ]
    check_rate(rows, kept, floor=0.9)  # one statement of the three articles may be lost


NESTED = [
    "“He told me ‘the valve is shut’ and left,” the engineer said.",
    "\"He told me 'the valve is shut' and left,\" the engineer said.",
    "‘He told me “the valve is shut” and left,’ the engineer said.",
    "«He told me “the valve is shut” and left,» the engineer said.",
]


@pytest.mark.parametrize("text", NESTED)
def test_a_quotation_in_a_quotation_belongs_to_the_outer_speaker(text, tmp_path):
    found = said(extract(source_of(tmp_path, text)))
    assert any(who == "engineer" and content.startswith("he told me") for who, content in found), found


LEGIBLE = [
    ("co\u00adoperate", "co\u00adoperate"),
    ("&ldquo;No,&rdquo; he said", "      “No,”       he said"),
    ("he didn&#39;t go", "he didn't     go"),
    ("fish&nbsp;and chips", "fish      and chips"),
    ("AT&T; and R&D", "AT&T; and R&D"),
    ("🚨 Flood 🌊", "  Flood  "),
    ("7 °C, 5 €", "7 °C, 5 €"),
]


@pytest.mark.parametrize(("text", "expected"), LEGIBLE)
def test_what_dresses_a_text_is_set_aside_in_place(text, expected):
    assert legible(text) == expected.ljust(len(text))[: len(text)]


SIGNS = st.sampled_from(
    [
        *"“”\"'‘’„«»`.,:;?!-–—()[]<>&#;\n\t\r ",
        "\u200b",
        "\ufeff",
        "\u00ad",
        "\u00a0",
        "&ldquo;",
        "&#39;",
        "🚨",
        "İ",
    ]
)
WORDS = st.sampled_from(
    (
        *("said", "Mayor", "Anna", "Holt", "denied", "that", "the", "bridge", "of", "had", "been", "closed"),
        *("police", "accused", "him", "40", "according", "to", "she", "not", "nor", "claim", "told", "court"),
        *(
            "heard",
            "pleaded",
            "guilty",
            "responsible",
            "Q:",
            "A:",
            "HOLT:",
            "•",
            "and",
            "who",
            "which",
            "both",
        ),
    )
)
PRINTED = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200)
TEXTS = st.one_of(PRINTED, st.lists(st.one_of(SIGNS, WORDS), max_size=60).map(" ".join))


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_reading_keeps_every_position(text):
    assert len(legible(text)) == len(text)
    assert len(lowered(text)) == len(text)


@settings(deadline=None, max_examples=20)
@given(text=TEXTS)
def test_no_text_makes_extraction_fail_and_every_claim_stands_in_it(text, tmp_path_factory):
    try:
        source = source_of(tmp_path_factory.getbasetemp(), text + " The clerk said the door was locked.")
    except InputRefusedError:  # mostly signs of another script: no English article
        reject()
    for claim in extract(source).claims:
        assert source.text[claim.start : claim.end] == claim.text
        assert all(claim.start <= start < end <= claim.end for start, end in claim.content)


@settings(deadline=None, max_examples=12)
@given(odd=TEXTS.filter(lambda text: "\n" not in text and "\r" not in text))
def test_one_odd_paragraph_costs_no_statement_of_the_others(odd, tmp_path_factory):
    article, expected = ARTICLES["trial"]
    text = blank_lines(article)
    first, rest = text.split("\n\n", 1)
    found = said(extract(source_of(tmp_path_factory.getbasetemp(), f"{first}\n\n{odd}\n\n{rest}")))
    contents = [content for _, content in found]
    assert all(any(words.lower() in content for content in contents) for _, words in expected), (
        odd,
        contents,
    )
