"""Who published an article, and whose work it says it draws on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.read.blocks import read_blocks
from claimgraph.read.credits import read_credits
from claimgraph.read.metadata import Metadata

TITLE = "Dam Safety Report Kept From Villagers"
BODY = "The water board denied that it had kept the report from villagers living below the dam, and said it was online."
MORE = "Villagers said they had asked for the report four times and had never been sent a copy of any of its pages."


def credited(*lines, body=BODY, **metadata):
    text = "\n\n".join([TITLE, body, MORE, *lines])
    found = read_credits(text, read_blocks(text), Metadata(**metadata))
    assert all(text[slice(*credit.span)].split() == credit.name.split() for credit in found.credits)
    return found


CREDITS = [
    (
        "With reporting by AFP, AP, Interfax, and Reuters.",
        [("reporting", name) for name in ("AFP", "AP", "Interfax", "Reuters")],
    ),
    (
        "With reporting by Delta Radio's Northern and Southern services, AFP and Reuters",
        [("reporting", "Delta Radio"), ("reporting", "AFP"), ("reporting", "Reuters")],
    ),
    ("With inputs from agencies and PTI", [("reporting", "PTI")]),
    (
        "Sources: Reuters, HILL.COM, Delta Post",
        [("source", "Reuters"), ("source", "HILL.COM"), ("source", "Delta Post")],
    ),
    ("With reporting by Reuters and the Delta Post", [("reporting", "Reuters"), ("reporting", "Delta Post")]),
    ("Source: Xinhua", [("source", "Xinhua")]),
    ("By Ana Duarte and Tomas Berg", [("byline", "Ana Duarte"), ("byline", "Tomas Berg")]),
    ("Reprinted with the permission of Delta Radio, 12 Harbour St.", [("reprint", "Delta Radio")]),
    ("Republished from The Hill Herald", [("reprint", "The Hill Herald")]),
    ("This article was originally published by Delta Post.", [("reprint", "Delta Post")]),
    ("Originally published by", []),
    (
        "Copyright (c) 2014. Delta Radio, Inc. Reprinted with the permission of Delta Media Group.",
        [("copyright", "Delta Radio"), ("reprint", "Delta Media Group")],
    ),
    ("Copyright 2014 The Associated Press. All rights reserved.", [("copyright", "The Associated Press")]),
    ("© Delta Post 2014", [("copyright", "Delta Post")]),
    (
        "Reporting by Ana Duarte; Editing by Tomas Berg",
        [("reporting", "Ana Duarte"), ("reporting", "Tomas Berg")],
    ),
    ("Image courtesy: AFP", []),
    ("Photo: Ana Duarte/Reuters", []),
]


@pytest.mark.parametrize(("line", "expected"), CREDITS)
def test_credit_line_gives_its_names(line, expected):
    assert [(credit.kind, credit.name) for credit in credited(line).credits] == expected


PUBLISHERS = [
    ("Copyright (c) 2014. Delta Radio, Inc. Reprinted with permission.", "Delta Radio"),
    ("© 2014 Delta Post. All rights reserved.", "Delta Post"),
    ("© Delta Post 2014", "Delta Post"),
    ("Follow Delta Post on Twitter: @deltapost", "Delta Post"),
    ("Subscribe to Delta Post's Telegram channel for updates.", "Delta Post"),
    ("This article was originally published by Delta Post.", "Delta Post"),
    ("Follow us on Twitter", None),
    ("Sources: Reuters, AP", None),
    ("Image courtesy: AFP", None),
    ("Share this article", None),
]


@pytest.mark.parametrize(("line", "expected"), PUBLISHERS)
def test_publisher_is_what_the_page_names_or_nobody(line, expected):
    assert credited(line).publisher == expected


def test_writer_to_follow_is_not_the_publisher():
    assert credited("By Ana Duarte", "Follow Ana Duarte on Twitter @anaduarte").publisher is None


def test_metadata_names_title_and_publisher_first():
    found = credited("© 2014 Delta Post", title="Told Title", publisher="Told Post")
    assert (found.title, found.publisher) == ("Told Title", "Told Post")


def test_address_names_the_site_when_nothing_else_does():
    assert credited(url="https://www.example.org/2014/dam").publisher == "example.org"
    assert credited(url="http://[broken").publisher is None


def test_agency_in_the_dateline_is_credited_and_publishes():
    found = credited(
        body="LIMA (Reuters) - The water board denied that it had kept the report from the villagers."
    )
    assert [(credit.kind, credit.name) for credit in found.credits] == [("reporting", "Reuters")]
    assert found.publisher == "Reuters"


def test_brackets_that_hold_no_agency_are_no_credit():
    found = credited(
        body="The water board (WB) - the owner of the dam - denied that it had kept the report from anybody."
    )
    assert found.credits == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Reuters was not immediately able to verify the figures.",
        "AFP could not independently verify the figures given by the board.",
        "The Associated Press has not been able to verify the figures.",
    ],
)
def test_agency_that_could_not_verify_is_credited(sentence):
    found = credited(body=f"{BODY} {sentence}")
    assert [credit.kind for credit in found.credits] == ["reporting"]


def test_agency_that_somebody_spoke_to_is_no_credit():
    assert (
        credited(body=f"{BODY} A villager told Reuters that she could not verify the figures.").credits == ()
    )


def test_title_is_the_first_line_when_none_is_marked():
    text = f"{BODY}\n{MORE}"
    assert read_credits(text, read_blocks(text), Metadata()).title == BODY


def test_title_is_unknown_when_the_first_line_is_too_long_to_be_one():
    text = " ".join([BODY, MORE] * 3)
    assert read_credits(text, read_blocks(text), Metadata()).title is None


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(codec="utf-8"), max_size=200), st.sampled_from([line for line, _ in CREDITS]))
def test_credits_stand_where_they_say_in_any_text(text, line):
    text = f"{text}\n\n{line}\n\n{text}"
    for credit in read_credits(text, read_blocks(text), Metadata()).credits:
        assert " ".join(text[slice(*credit.span)].split()) == credit.name


@pytest.mark.parametrize(
    ("bracket", "publisher"),
    [
        ("Brennick Gazette", "Brennick Gazette"),
        ("Coast Agency", "Coast Agency"),
        ("local time", None),
        ("Northern Province", None),
    ],
)
def test_an_outlet_in_the_brackets_of_a_dateline_is_the_publisher(bracket, publisher):
    text = (
        f"Tram adopted\n\nBRENNICK, 3 March 2032 ({bracket}) - The council adopted a tram line on Tuesday.\n"
    )
    blocks = read_blocks(text, None)
    assert read_credits(text, blocks, Metadata()).publisher == publisher


MASTHEADS = [
    (("Brennick Gazette",), "Brennick Gazette"),
    (("THE TOWER LEDGER",), "THE TOWER LEDGER"),
    (("Marrin Press | Monday, 3 May 2031",), "Marrin Press"),
    (("The Marrow Times - Politics",), "The Marrow Times"),
    (("Radio Marrin",), "Radio Marrin"),
    (("www.brennickgazette.example",), "brennickgazette.example"),
    (("The Of And",), None),  # words that only join others
    (("The Islander, 3 May 2031",), "The Islander"),
    (("The Islander", "3 May 2031"), "The Islander"),
    (("By Ana Duarte, Brennick Gazette",), "Brennick Gazette"),
    (("Brennick Daily | By Ana Duarte | 3 May 2031",), "Brennick Daily"),
    (("The Business Chronicle", "By Ana Duarte"), "The Business Chronicle"),
    (("Marrin News Agency",), "Marrin News Agency"),
    (("Channel 6 Marrin", "3 May 2031"), "Channel 6 Marrin"),
    (("Channel 6 Marrin",), None),  # it could be a heading
    (("Channel 6 Plan Dropped", "3 May 2031"), None),
    (("Breaking News Agency",), None),
    (("Marrin Water Agency",), None),  # it could be whom the article is about
    (("The Islander",), None),  # it could be a heading
    (("World News",), None),
    (("Brennick, 3 May 2031",), None),  # it could be a place
    (("Fire Service",), None),
    (("By Ana Duarte",), None),
    (("Source: Brennick Gazette",), None),
    (("Good News for Villagers Below the Dam",), None),
]


@pytest.mark.parametrize("below", [False, True], ids=["above the title", "below it"])
@pytest.mark.parametrize(("lines", "expected"), MASTHEADS)
def test_a_masthead_names_the_publisher_and_is_not_the_title(lines, expected, below):
    text = "\n\n".join([TITLE, *lines, BODY, MORE] if below else [*lines, TITLE, BODY, MORE])
    blocks = read_blocks(text)
    found = read_credits(text, blocks, Metadata())
    assert found.publisher == expected
    if expected:
        assert found.title == TITLE
        assert all("Gazette" not in text[one.start : one.end] for one in blocks if one.kind == "body")


def test_the_only_line_above_the_words_is_the_title_whatever_it_ends_with():
    text = f"Harbour Board Times\n\n{BODY}\n\n{MORE}"
    found = read_credits(text, read_blocks(text), Metadata())
    assert (found.title, found.publisher) == ("Harbour Board Times", None)


def test_beside_a_masthead_two_words_can_be_the_title():
    text = f"Coastal Times\n15 January 2032\n\nFamilies sue\n\n{BODY}\n\n{MORE}"
    found = read_credits(text, read_blocks(text), Metadata())
    assert (found.title, found.publisher) == ("Families sue", "Coastal Times")


def test_an_agency_between_strokes_in_a_dateline_publishes():
    assert credited(body=f"BRENNICK, May 3 /Coast Wire/ -- {BODY}").publisher == "Coast Wire"
