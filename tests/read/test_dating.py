"""When an article was published: from its text alone, with a basis that is true, or not at all."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.read.blocks import read_blocks
from claimgraph.read.dating import read_date
from claimgraph.read.metadata import Metadata

FILLER = "Residents of the valley said the bridge had been closed to lorries for weeks and nobody had told them why."


def dated(text, **metadata):
    return read_date(text, read_blocks(text), Metadata(**metadata))


def article(*paragraphs):
    return "\n\n".join(["River Bridge Closed After Inspection", *paragraphs, FILLER]) + "\n"


LINES = [
    ("Published: 12 May 2014", "2014-05-12"),
    ("Posted on May 12, 2014", "2014-05-12"),
    ("May 12, 2014", "2014-05-12"),
    ("Monday, May 12, 2014", "2014-05-12"),
    ("Monday 12 May 2014 17.05 BST", "2014-05-12"),
    ("2014-05-12", "2014-05-12"),
    ("2014-05-12 10:30", "2014-05-12"),
    ("Last updated: 12 May 2014, 3:45 pm", "2014-05-12"),
    ("Published 25/12/2014", "2014-12-25"),
    ("Published 12/25/2014", "2014-12-25"),
    ("Published 25.12.2014", "2014-12-25"),
    ("Update Wednesday 05/03/2014:", "2014-03-05"),
    ("Update Saturday 05/03/2014:", "2014-05-03"),
    ("By Ana Duarte | May 12, 2014", "2014-05-12"),
    ("Published: May 2014", "2014-05"),
    ("Published 07/07/2014", "2014-07-07"),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_dated_line_gives_the_day(line, expected):
    result = dated(
        article(line, "Engineers shut the river bridge after finding cracks in two of its pillars.")
    )
    assert result.date == expected
    assert "dateline" in result.basis


def test_published_line_wins_over_an_update():
    text = article(
        "Updated: 14 May 2014", "Published: 12 May 2014", "Engineers shut the river bridge after a check."
    )
    assert dated(text).date == "2014-05-12"


def test_figure_date_open_in_its_order_gives_the_year_only():
    result = dated(article("Published 05/03/2014", "Engineers shut the river bridge after finding cracks."))
    assert result.date == "2014"
    assert "which figure is the month" in result.basis


def test_figure_date_with_a_weekday_that_fits_neither_order_gives_the_year_only():
    assert (
        dated(article("Update Monday 05/03/2014:", "Engineers shut the bridge after finding cracks.")).date
        == "2014"
    )


def test_written_weekday_that_does_not_fit_makes_no_date():
    text = article(
        "Friday, May 12, 2014", "Engineers shut the river bridge after finding cracks in its pillars."
    )
    assert dated(text).date is None


DATELINES = [
    "LIMA, May 12, 2014 (Reuters) - A bus left the road in the mountains and at least nine people died, police said.",
    "LIMA (Reuters), May 12, 2014 — A bus left the road in the mountains and at least nine people died, police said.",
    "Lima, 12 May 2014 – A bus left the road in the mountains and at least nine people died, police said.",
]


@pytest.mark.parametrize("opening", DATELINES)
def test_agency_dateline_gives_the_day(opening):
    assert dated(article(opening)).date == "2014-05-12"


def test_agency_dateline_takes_its_year_from_the_copyright_line():
    text = article("LIMA, May 12 (Reuters) - A bus left the road and at least nine people died, police said.")
    result = dated(text + "\n\nCopyright 2014 Andes Post. All rights reserved.\n")
    assert result.date == "2014-05-12"
    assert "Copyright 2014" in result.basis


INFERRED = {
    "weekday and day together, year from the copyright line": (
        "The dam failed on Tuesday, June 3, and flooded two villages, the water board said.",
        "© 2014 Delta Press",
        "2014-06-03",
    ),
    "the latest day somebody spoke on, without weekdays": (
        "The mine owner said on June 3 that all shafts had been sealed. Gas was first smelt on June 1.",
        "Copyright (c) 2014. Delta Press, Inc.",
        "2014-06-03",
    ),
    "the opening's weekday fits the day somebody spoke on": (
        (
            "The airline grounded its fleet on Tuesday.\n\nA crack was found on May 31 at the hangar.\n\n"
            'In a notice the airline said: "On June 3 at noon all flights are halted until each wing is checked."'
        ),
        "© 2014 Delta Press",
        "2014-06-03",
    ),
    "a caption's date settles the year": (
        (
            "Workers at the closed hangar, June 1, 2014. (Rosa Diaz/AP)\n\nThe airline grounded its fleet on Tuesday.\n\n"
            'In a notice the airline said: "On June 3 at noon all flights are halted until each wing is checked."'
        ),
        "",
        "2014-06-03",
    ),
    "a caption in another language settles the year": (
        (
            "Des ouvriers devant le hangar de la compagnie, le 1 juin 2014. Photo de Rosa Diaz/AFP\n\n"
            "The airline grounded its fleet on Tuesday.\n\n"
            'In a notice the airline said: "On June 3 at noon all flights are halted until each wing is checked."'
        ),
        "",
        "2014-06-03",
    ),
    "a full date just before settles the year": (
        (
            "The flood began on May 30, 2014, after a week of rain.\n\nThe governor said on June 3 that the dam was safe. "
            "The governor said on June 3 that nobody would be moved."
        ),
        "",
        "2014-06-03",
    ),
    "a beginning and its length reach the weekday": (
        (
            "The dockers and the port agreed on Saturday to end two weeks of strikes.\n\n"
            "The walkout began November 8 when talks on overtime failed."
        ),
        "Copyright 2014 Harbour Times",
        "2014-11-22",
    ),
    "a record told by length and by start gives the year": (
        (
            "The dockers and the port agreed on Saturday to end two weeks of strikes, the longest stoppage in more than a "
            "quarter-century.\n\nThe walkout began November 9, the longest since a lockout that ended in 1988."
        ),
        "",
        "2014-11-22",
    ),
    "a day called today": (
        "The court today, June 3, freed the two editors, their lawyer said.",
        "© 2014 Delta Press",
        "2014-06-03",
    ),
    "a day called yesterday": (
        "The court freed the two editors yesterday (June 3), their lawyer said.",
        "© 2014 Delta Press",
        "2014-06-04",
    ),
    "an event whose days are known, beside a day to come": (
        (
            "The two governments will sign the fishing treaty, the foreign ministry announced Thursday.\n\n"
            "The president praised the deal at Wednesday's G20 summit.\n\n"
            "The signing will take place in the old port on November 26."
        ),
        "",
        "2022-11-17",
    ),
    "an event in the first year after a past one": (
        (
            "The two governments will sign the fishing treaty, the foreign ministry announced Tuesday.\n\n"
            "The president praised the deal at Monday's G20 summit, after the talks that failed in 2019.\n\n"
            "The signing will take place in the old port on November 26."
        ),
        "",
        "2024-11-19",
    ),
    "a full date in the opening, spoken on": (
        "The appeals court ruled on 3 June 2014 that the licence was void, and ordered the quarry to close.",
        "",
        "2014-06-03",
    ),
    "a copyright year alone": (
        "The quarry must close, the appeals court ruled this week.",
        "Copyright 2014 Delta Press",
        "2014",
    ),
}


@pytest.mark.parametrize(("body", "tail", "expected"), INFERRED.values(), ids=INFERRED.keys())
def test_inferred_date(body, tail, expected):
    text = article(*body.split("\n\n")) + (f"\n\n{tail}\n" if tail else "")
    assert dated(text).date == expected


NOT_GUESSED = {
    "no date at all": "The quarry must close, the appeals court ruled.",
    "a weekday alone": "The quarry must close, the appeals court ruled on Tuesday.",
    "a day without a year": "The mine owner said on June 3 that all shafts had been sealed, and said on June 3 that he was sorry.",
    "weekday and day without a year": "The dam failed on Tuesday, June 3, and flooded two villages, the water board said.",
    "a year long past": "The dam was built in 1974 and the water board said on Tuesday that it was safe.",
    "a past year near a weekday and day": "The dam, repaired in 2013, failed on Tuesday, June 3, the water board said.",
    "a future year": "The dam will be replaced by 2030, the water board said on Tuesday.",
    "a full date of an old event": "The bank, which collapsed on September 15, 2008, owed the town millions, the mayor said.",
    "an old date named in the opening": "It was on 4 October 1957 that the first satellite flew, a museum said in a new exhibition.",
    "a number that looks like a year": "The company hired 2014 people and lost 1999 of them, it said on Friday.",
    "a day still to come": "The vote will be held on November 8, the electoral board said on Tuesday.",
    "the name of an attack": "He spoke at the memorial for the Sept. 11 attacks on Friday and said nothing of the report.",
    "months that are words": "The minister may march with the miners, her office said, but she will not speak.",
    "a length without its year": "The worst storm in more than a decade began on June 3 and lasted two weeks, forecasters said.",
    "a footer with a span of years": "The quarry must close, the appeals court ruled.\n\n© 2005-2019 Delta Press. All rights reserved.",
    "two copyright years": "The quarry must close.\n\n© 2012 Delta Press. All rights reserved.\n\nCopyright 2015 Hill Radio.",
    "a copyright year that a weekday contradicts": (
        "The dam failed on Tuesday, June 3, the water board said.\n\n© 2019 Delta Press. All rights reserved."
    ),
    "a reader's comment with a date": (
        "The quarry must close, the court ruled.\n\n3 thoughts on “River Bridge Closed After Inspection”\n\n"
        "Tomas says:\n\nJune 5, 2014 at 10:12 pm"
    ),
    "a schedule inside the text": (
        "The quarry must close, the appeals court ruled after a hearing that lasted most of the day.\n\n"
        "The owners said they would appeal against the ruling and called it a disaster for the town.\n\n"
        "Friday, December 5, 2014\n\nThe next hearing is open to the public and begins in the morning."
    ),
}


@pytest.mark.parametrize("body", NOT_GUESSED.values(), ids=NOT_GUESSED.keys())
def test_nothing_is_guessed(body):
    result = dated(article(*body.split("\n\n")))
    assert result.date is None
    assert result.basis


def test_metadata_wins_and_keeps_its_basis():
    text = article("Published: 12 May 2014", "Engineers shut the river bridge after finding cracks.")
    result = dated(text, published="2013-01", basis="sources.csv beside the file")
    assert (result.date, result.basis) == ("2013-01", "sources.csv beside the file")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/news/2014/05/12/bridge.html", "2014-05-12"),
        ("https://example.org/2014/may/12/bridge", "2014-05-12"),
        ("https://example.org/2014/05/bridge", "2014-05"),
        ("https://example.org/2014/13/12/bridge", None),
        ("https://example.org/story/20140512", None),
        (None, None),
    ],
)
def test_address_gives_the_date_it_holds(url, expected):
    assert dated(article("Engineers shut the river bridge."), url=url).date == expected


def test_basis_names_what_the_date_rests_on():
    text = article("The dam failed on Tuesday, June 3, and flooded two villages, the water board said.")
    result = dated(text + "\n\n© 2014 Delta Press\n")
    assert "'Tuesday, June 3'" in result.basis
    assert "© 2014" in result.basis
    assert "3 June 2014 was a Tuesday" in result.basis


@settings(deadline=None, max_examples=60)
@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)))
def test_every_day_survives_being_written_out(day):
    line = f"Published: {day:%A}, {day:%B} {day.day}, {day.year}"
    assert dated(article(line, "Engineers shut the river bridge after a check.")).date == day.isoformat()


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_any_text_is_dated_or_not_without_an_error(text):
    result = dated(text)
    assert result.date is None or len(result.date) in (4, 7, 10)
