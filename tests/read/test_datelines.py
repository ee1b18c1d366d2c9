"""Datelines: on a line of their own they date, before a sentence they are no part of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rates import at_rate

from claimgraph.read.blocks import read_blocks
from claimgraph.read.credits import read_credits
from claimgraph.read.datelines import dateline_end, is_publication_line
from claimgraph.read.dating import read_date
from claimgraph.read.metadata import Metadata

BODY = "The swimming pool of the school was closed after a pipe burst in the hall, the headteacher said on the phone."
FILLER = (
    "Pupils were sent home before noon, and the council promised to mend the pipe before the holidays begin."
)

LINES = [
    ("Norvale, 3 May 2019 (Sample Wire)", "2019-05-03"),
    ("Meadow Notebook, Thursday, 8 October 2020", "2020-10-08"),
    ("PARIS (AP) — March 3, 2017", "2017-03-03"),
    ("By Jane Roe | Published: 12/31/2018 10:05 am", "2018-12-31"),
    ("Last updated at 9:00 GMT on Tuesday 4 June 2013", "2013-06-04"),
    ("Thursday June 4th, 2015", "2015-06-04"),
    ("Published 2019-05-03T10:00:00Z", "2019-05-03"),
    ("Published: May 3, 2019, 10:05 a.m. EDT", "2019-05-03"),
    ("3 May 2019 • 10:05am", "2019-05-03"),
    ("Posted on 3 May 2019 by Jane Roe", "2019-05-03"),
    ("Jane Roe, 3 May 2019", "2019-05-03"),
    ("By Jane Roe, Meadow Gazette, 3 May 2019", "2019-05-03"),
    ("By JANE ROE MAY 3, 2019", "2019-05-03"),
    ("The Meadow Gazette - Friday, May 3, 2019", "2019-05-03"),
    ("Fri 03 May 2019 10.05 BST", "2019-05-03"),
    ("03-May-2019", "2019-05-03"),
    ("2019/05/03 10:05", "2019-05-03"),
    ("First published on Fri 3 May 2019 10.05 BST", "2019-05-03"),
    ("Issued: 3 May 2019, Norvale", "2019-05-03"),
    ("Norvale | 3 May 2019", "2019-05-03"),
    ("NORVALE, May 3, 2019", "2019-05-03"),
    ("Published by Jane Roe on May 3, 2019", "2019-05-03"),
    ("Meadow Gazette, 3 May 2019, page 4", "2019-05-03"),
    ("Sample Wire, 3 May 2019, 14:20", "2019-05-03"),
    ("[Friday, May 3, 2019]", "2019-05-03"),
    ("**Norvale, 3 May 2019**", "2019-05-03"),
    ("Jane Roe / 3 May 2019", "2019-05-03"),
    ("Friday 3 May 2019 at 10:05", "2019-05-03"),
]
PREFIXES = [
    ("NORVALE, Oct 5 2020 - ", "2020-10-05"),
    ("NORVALE, May 3, 2019 (Sample Wire) - ", "2019-05-03"),
    ("NORVALE (Sample Wire) - May 3, 2019 - ", "2019-05-03"),
    ("Norvale, 3 May 2019 – ", "2019-05-03"),
    ("Norvale, 3 May 2019 (Sample Wire): ", "2019-05-03"),
    ("3 May 2019, Norvale - ", "2019-05-03"),
    ("May 3, 2019 (NORVALE) - ", "2019-05-03"),
    ("(Norvale, 3 May 2019) - ", "2019-05-03"),
    ("NORVALE, May 3 (Xinhua) -- ", None),
    ("LISBON (Reuters) - ", None),
    ("LISBON, October 5. /TASS/. ", None),
    ("Lisbon: ", None),
    ("NEW NORVALE -- ", None),
    ("NORVALE (AP) _ ", None),
    ("NORVALE, Ohio (MP) — ", None),
    ("NORVALE, Philippines (PPS) - ", None),
    ("San Felipe, Chile — ", None),
    ("ST. NORVALE, Mo. (AP) — ", None),
    ("Nairobi, Kenya | AFP | ", None),
    ("(Reuters) - ", None),
]
NO_PREFIXES = [
    "Ann Lee — The mayor's sister — left.",
    "Ruiz: I never saw the letter.",
    "RUIZ: I never saw the letter.",
    "Chile: The generals left the talks.",
    "3 May 2019 - The bridge opens.",
    "The Ministry of Health - The largest employer - is moving.",
    "Doctors said on 3 May 2019 - The day of the storm - that nobody was hurt.",
    "Ruiz (Labour) - The minister of sport - resigned.",
    "UN — The body met.",
    "FARMERS LOSE THEIR COURT CASE - The village of Norvale hoped for more.",
    "Norvale Rovers 3 - Meadow Town 1",
    "The vote - The third this year - failed.",
    "Lisbon — where the talks were held — is calm.",
]
NO_LINES = [
    "The Bridge Closes on 3 May 2019, says mayor",
    "Norvale and Meadow",
    "A fire on 3 May 2019 destroyed the school.",
    "Norvale, May 3",
    "Copyright laws of 2019 in Norvale",
]


def article(*paragraphs):
    return "\n\n".join(["Burst pipe closes the pool of a school", *paragraphs, FILLER]) + "\n"


@at_rate(LINES)
def test_a_line_of_place_day_and_names_dates_the_article_and_holds_no_claim(line, expected):
    text = article(line, BODY)
    blocks = read_blocks(text)
    assert read_date(text, blocks, Metadata()).date == expected
    assert [text[b.start : b.end] for b in blocks if b.kind in {"heading", "body"}] == [BODY, FILLER]


def test_a_line_of_name_and_day_above_the_title_is_not_the_title():
    text = "Meadow Notebook, Thursday, 8 October 2020\n\n" + article(BODY)
    blocks = read_blocks(text)
    titles = [text[block.start : block.end] for block in blocks if block.kind == "title"]
    assert titles == ["Burst pipe closes the pool of a school"]
    assert read_date(text, blocks, Metadata()).date == "2020-10-08"


@pytest.mark.parametrize(("prefix", "expected"), PREFIXES)
def test_a_dateline_is_cut_off_the_paragraph_and_still_dates(prefix, expected):
    text = article(prefix + BODY)
    blocks = read_blocks(text)
    assert [text[block.start : block.end] for block in blocks if block.kind == "body"] == [BODY, FILLER]
    assert read_date(text, blocks, Metadata()).date == expected


@pytest.mark.parametrize("day", ["March 4, 2031 - ", "Tuesday, 4 March 2031 — ", "2031-03-04 – "])
def test_a_day_before_a_dash_under_a_byline_dates_and_is_in_no_statement(day):
    text = article("By Ana Duarte", day + BODY)
    blocks = read_blocks(text)
    assert [text[block.start : block.end] for block in blocks if block.kind == "body"] == [BODY, FILLER]
    assert read_date(text, blocks, Metadata()).date == "2031-03-04"


@pytest.mark.parametrize("opening", ["On 4 March 2031 — ", "March 2031 — ", "4 March 2031: "])
def test_a_date_that_opens_a_sentence_or_has_no_day_is_no_dateline(opening):
    assert dateline_end(opening + BODY, day_alone=True) is None


def test_days_that_head_one_paragraph_after_another_do_not_date_the_article():
    text = article("March 4, 2031 - " + BODY, "March 9, 2031 - " + FILLER.replace("Pupils", "Teachers"))
    found = read_date(text, read_blocks(text), Metadata())
    assert found.date is None
    assert found.basis == "nothing says that 'March 4, 2031' is the day of publication"


@pytest.mark.parametrize("sentence", NO_PREFIXES)
def test_what_opens_a_sentence_is_no_dateline(sentence):
    assert dateline_end(sentence) is None


@pytest.mark.parametrize("line", NO_LINES)
def test_a_line_with_other_words_or_no_year_is_no_publication_line(line):
    assert not is_publication_line(line)


def test_a_dateline_below_the_opening_stays_in_its_paragraph():
    text = article(
        BODY, FILLER.replace("Pupils", "Teachers"), "NORVALE (AP) — " + BODY.replace("pool", "hall")
    )
    blocks = read_blocks(text)
    assert any(
        text[block.start : block.end].startswith("NORVALE") for block in blocks if block.kind == "body"
    )


def test_the_agency_of_a_dateline_is_credited():
    text = article("LIMA (Reuters) - " + BODY)
    (credit,) = read_credits(text, read_blocks(text), Metadata()).credits
    assert (credit.name, text[slice(*credit.span)]) == ("Reuters", "Reuters")


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="ABab (),-—:/|3 ", max_size=120))
def test_any_text_is_cut_inside_or_not_at_all(text):
    end = dateline_end(text)
    assert end is None or 0 < end < len(text)
