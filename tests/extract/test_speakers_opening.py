"""Whoever the headline or the first sentence only describes is whoever the article then names."""

import pytest
from rates import at_rate
from speakers_text import resolved

SAME = [
    (
        "next",
        "[Quarry boss] denies blast\n\nNobody was near.\n\nThe pit was empty, [Ada Pell] said on Monday.",
    ),
    (
        "next",
        (
            "A woman was cut off.\n\n[The lone survivor] of a landslide spoke of a roar on Monday.\n\n"
            "The hill came down at once, [Rosa Quint] told a court."
        ),
    ),
    (
        "role",
        "[Coroner]: three shots\n\nThe town wept.\n\nThe union's Gary Dorn spoke.\n\n[Coroner Ann Rao] spoke.",
    ),
    (
        "office",
        "[The transport minister] admitted a fault.\n\nTransport Minister [Lena Voss] told the house so.",
    ),
    (
        "employer",
        "[The company] behind a pump knew of it.\n\n[Ivo Marr, director of Kessel Pumps,] owned to it.",
    ),
    (
        "headline",
        "[Ferry captain] slept\n\n[The captain of the Lisk] slept, a court heard on a wet Monday in May.",
    ),
    (
        "below two headlines",
        (
            "Fine for skipper\n\n'It was dark,' says crew.\n\n[A trawler skipper] who sank the pier light in the "
            "harbour of Marsk denied on Monday that he slept.\n\nThe light was out, [Nils Orre] told the court."
        ),
    ),
]
OTHER = [
    (
        "named in the same paragraph",
        "[The nurse] said the ward was full. A bed was free, [Tom Lund] said.",
    ),
    (
        "a woman is no he",
        "[A skipper] told his wife to wait.\n\nThe boat was late, [Eva Lund] told her sister.",
    ),
    ("another role", "[A coroner] spoke at length.\n\nThe roads were shut, [spokesman Dag Sorn] said."),
    (
        "somebody before",
        "Chris Holt ran. [The governor] was there.\n\nThe vote was near, [Mayor Jeb Ross] said.",
    ),
    (
        "two roles",
        "[The mayor of Arden] spoke.\n\n[The mayor of Belm] spoke.\n\nIt rained, [Ada Klein] said.",
    ),
    (
        "far away",
        "[A driver] spoke of ice.\n\nIt fell.\n\nIt lay.\n\nIt froze.\n\nIt thawed, [Ida Moor] said.",
    ),
    ("a union is no firm", "[The company] was silent.\n\n[The Dock Workers] walked out at noon on Monday."),
]


def first_and_last(marked: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found, by_id = resolved(marked)
    names = [tuple(by_id[one].name for one in answer.speakers) for answer in found.of]
    return names[0], names[-1]


@at_rate(SAME, floor=0.8)
def test_a_description_is_named_below(reason, marked):
    first, last = first_and_last(marked)
    assert first == (("Kessel Pumps",) if reason == "employer" else last)


@at_rate(OTHER, floor=0.8)
def test_a_description_that_may_be_somebody_elses_stays_one(reason, marked):
    first, last = first_and_last(marked)
    assert first != last, reason


@pytest.mark.parametrize("text", ["", "[A man]", "[A man] spoke.", "\n\n[A man] spoke\n\n[she]"])
def test_an_article_of_nothing_but_an_opening_is_no_trouble(text):
    resolved(text)
