import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.lexicon import rows
from claimgraph.lexicon.sides import name_of_side, seats, side_kind, side_of, sides_in


@pytest.mark.parametrize(
    "text, side",
    [
        ("the Brazilian navy", "brazil"),
        ("Kremlin", "russia"),
        ("Washington's", "united-states"),
        ("U.S. Department of State", "united-states"),
        ("the US", "united-states"),
        ("the White House", "united-states"),
        ("Azeri helicopter", "azerbaijan"),
        ("Afghans", "afghanistan"),
        ("a Brit", "united-kingdom"),
        ("Élysée Palace", "france"),
        ("the Elysee", "france"),
        ("Côte d’Ivoire", "ivory-coast"),
        ("South Korean army", "south-korea"),
        ("the Turkish Cypriot leader", "northern-cyprus"),
        ("Jordan's King Abdullah", "jordan"),
        ("Chad President Mahamat Deby", "chad"),
        ("the Hamas-run health ministry", "gaza"),
        ("the US-led coalition", "united-states"),
        ("the defence ministry of the Republic of Finland", "finland"),
    ],
)
def test_a_phrase_belongs_to_the_state_it_names(text, side):
    assert side_of(text) == side


@pytest.mark.parametrize(
    "text, side",
    [
        ("Turkey's ambassador to France", "turkey"),
        ("the Turkish ambassador in Paris", "turkey"),
        ("the Russian embassy in London", "russia"),
        ("an ambassador of Russia to Ukraine", "russia"),
        ("France and Turkey", None),
        ("Peru, Chile", None),
    ],
)
def test_of_two_sides_the_owner_is_meant_or_nobody(text, side):
    assert side_of(text) == side


@pytest.mark.parametrize(
    "text",
    [
        "polish the shoes",
        "a turkey in the oven",
        "Denzel Washington",
        "Michael Jordan",
        "Paris Hilton",
        "New Mexico officials",
        "Russian-backed separatists",
        "pro-American demonstrators",
        "ethnic Albanians",
        "British-born engineers",
        "American Airlines",
        "the South China Sea",
        "Indianapolis",
        "",
    ],
)
def test_what_only_looks_like_a_side_is_none(text):
    assert side_of(text) is None


def test_terms_come_with_their_places_longest_first():
    text = "South Korea, Guinea-Bissau and the Democratic Republic of Congo met Serbs."
    assert [(text[a:b], side) for a, b, side in sides_in(text)] == [
        ("South Korea", "south-korea"),
        ("Guinea-Bissau", "guinea-bissau"),
        ("Democratic Republic of Congo", "democratic-republic-of-the-congo"),
        ("Serbs", "serbia"),
    ]


def test_every_row_is_known_by_each_of_its_terms():
    seen = set()
    for row in rows("countries"):
        assert row["slug"] not in seen, row["slug"]
        seen.add(row["slug"])
        assert row["kind"] in {"state", "territory", "organisation"}
        for field in ("names", "demonyms", "seats"):
            for term in filter(None, row[field].split("|")):
                assert side_of(term) == row["slug"], term


def test_the_table_holds_all_members_of_the_united_nations():
    states = {row["slug"] for row in rows("countries") if row["kind"] == "state"}
    gone_or_outside = {"soviet-union", "yugoslavia", "czechoslovakia", "east-germany", "kosovo", "vatican"}
    assert len(states - gone_or_outside) == 193


def test_a_side_has_a_name_a_kind_and_seats():
    assert name_of_side("saudi-arabia") == "Saudi Arabia"
    assert side_kind("abkhazia") == "territory"
    assert "Kremlin" in seats("russia")
    assert name_of_side("acme") is None
    assert side_kind("acme") is None
    assert seats("acme") == ()


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=60)
def test_spans_lie_in_any_text_in_order(text):
    end = 0
    for start, stop, side in sides_in(text):
        assert end <= start < stop <= len(text)
        assert side_kind(side) is not None
        end = stop
