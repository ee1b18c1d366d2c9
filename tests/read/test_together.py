"""A year is lent only between articles that tell of the same days and name the same people."""

from claimgraph.model import Source
from claimgraph.read import date_together
from claimgraph.read.blocks import read_blocks
from claimgraph.read.dating import read_date
from claimgraph.read.metadata import Metadata

LENDER = (
    "Ferry Sinks Off Northern Coast\n\nThe ferry Aurelia sank on June 3 off the port of Kestrel, the coast guard said. "
    "Its owner, Maritima Holding, denied that Captain Oskar Lindqvist had been warned. © later.\n\n"
    "Copyright 2014 Delta Post\n"
)
BORROWER = (
    "Captain Denies Warning\n\nThe lawyer of Captain Oskar Lindqvist denied on Tuesday that he was warned.\n\n"
    'A first alarm came on June 1. The owner, Maritima Holding, said: "On June 3 at noon the Aurelia left Kestrel '
    'with all papers in order." The port of Kestrel has opened its logs.\n'
)


def source(name, text, **metadata):
    blocks = read_blocks(text)
    return Source(
        id=name,
        name=name,
        path=name,
        sha256="0",
        text=text,
        blocks=blocks,
        published=read_date(text, blocks, Metadata(**metadata)),
    )


def dates(*sources):
    return [each.published.date for each in date_together(sources)]


def test_year_is_lent_and_the_day_inferred_with_the_lender_named():
    lender, borrower = source("a.txt", LENDER, published="2014-06-04"), source("b.txt", BORROWER)
    assert borrower.published.date is None
    result = date_together([borrower, lender])
    assert [each.name for each in result] == ["b.txt", "a.txt"]
    assert result[0].published.date == "2014-06-03"
    assert "a.txt" in result[0].published.basis


def test_one_shared_day_whose_weekday_fits_is_enough():
    borrower = source("b.txt", BORROWER.replace("A first alarm came on June 1. ", ""))
    assert dates(source("a.txt", LENDER, published="2014-06-04"), borrower) == ["2014-06-04", "2014-06-03"]


def test_one_shared_day_whose_weekday_does_not_fit_is_not():
    borrower = source(
        "b.txt", BORROWER.replace("A first alarm came on June 1. ", "").replace("Tuesday", "Friday")
    )
    assert dates(source("a.txt", LENDER, published="2014-06-04"), borrower) == ["2014-06-04", None]


def test_other_names_lend_nothing():
    other = (
        LENDER.replace("Maritima", "Oceanica")
        .replace("Lindqvist", "Berg")
        .replace("Kestrel", "Osprey")
        .replace("Aurelia", "Borealis")
    )
    assert dates(source("a.txt", other, published="2014-06-04"), source("b.txt", BORROWER)) == [
        "2014-06-04",
        None,
    ]


def test_other_days_lend_nothing():
    other = LENDER.replace("June 3", "March 3")
    assert dates(source("a.txt", other, published="2014-03-04"), source("b.txt", BORROWER)) == [
        "2014-03-04",
        None,
    ]


def test_lenders_that_disagree_lend_nothing():
    lenders = [
        source("a.txt", LENDER, published="2014-06-04"),
        source("c.txt", LENDER, published="2015-06-04"),
    ]
    assert dates(*lenders, source("b.txt", BORROWER)) == ["2014-06-04", "2015-06-04", None]


def test_lender_with_a_year_only_lends_nothing():
    assert dates(source("a.txt", LENDER), source("b.txt", BORROWER))[1] in (None, "2014-06-03")
    assert dates(source("a.txt", LENDER, published="2014"), source("b.txt", BORROWER)) == ["2014", None]


def test_year_is_not_lent_against_a_later_year_the_text_names():
    later = BORROWER.replace("has opened its logs", "was rebuilt in 2016")
    assert dates(source("a.txt", LENDER, published="2014-06-04"), source("b.txt", later)) == [
        "2014-06-04",
        None,
    ]


def test_dated_and_lonely_sources_are_unchanged():
    lender, borrower = source("a.txt", LENDER, published="2014-06-04"), source("b.txt", BORROWER)
    assert date_together([]) == []
    assert date_together([lender]) == [lender]
    assert date_together([borrower]) == [borrower]
