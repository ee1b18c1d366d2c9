"""Quotation spans of paragraphs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.extract.quotes import over_paragraphs, quotations

TABLE = [
    ('"We won," he said. "Again."', ['"We won,"', '"Again."']),
    ("“We won,” he said.", ["“We won,”"]),
    ("“didn't sell a ticket.\"", ["“didn't sell a ticket.\""]),
    ("“They said “no” to us,” she said.", ["“They said “no” to us,”"]),
    ("''We won,'' he said. ''Again.''", ["''We won,''", "''Again.''"]),
    ("‘We’re done,’ she said. ‘No.’", ["‘We’re done,’", "‘No.’"]),
    ("the players' union said 'we will not', and left", ["'we will not'"]),
    ("«Oui», dit-il", ["«Oui»"]),
    ("„Ja“, sagte er", ["„Ja“"]),
    ('a 5\'10" man and a 12" gun', []),
    ("don't, can't, o'clock, the dogs' home", []),
    ("“Unclosed speech runs on", ["“Unclosed speech runs on"]),
    ("“Stray. “Closed,” he said.", ["“Closed,”"]),
    ("“A”“B”", ["“A”", "“B”"]),
    ("", []),
    ("”", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_quotations_are_found_with_their_marks(text, expected):
    assert [text[q.start : q.end] for q in quotations(text)] == expected


def test_a_quotation_without_its_closing_mark_says_so():
    (quote,) = quotations("“It went on and on")
    assert not quote.closed


OVER = [
    (['He said: "One.', "Two.", 'Three." Four.'], [['"One.'], ["Two."], ['Three."']]),
    (["“One.", "“Two.”"], [["“One."], ["“Two.”"]]),
    (['A 12" pipe.', "Nothing."], [[], []]),
    (['"One.', "Two.", "Three."], [['"One.'], [], []]),
]


@pytest.mark.parametrize(("texts", "expected"), OVER)
def test_a_quotation_is_followed_to_the_paragraph_that_closes_it(texts, expected):
    found = over_paragraphs(texts)
    assert [[t[q.start : q.end] for q in quotes] for t, quotes in zip(texts, found, strict=True)] == expected


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(alphabet="ab “”\"'‘’«»„`.,\n", max_size=40), max_size=5))
def test_quotations_come_in_order_and_never_overlap(texts):
    for text, quotes in zip(texts, over_paragraphs(texts), strict=True):
        last = 0
        for quote in quotes:
            assert last <= quote.start < quote.end <= len(text)
            last = quote.end
