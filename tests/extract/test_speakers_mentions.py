import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speakers_text import article_of

from claimgraph.extract.speakers.mentions import mentions
from claimgraph.extract.speakers.units import rows
from claimgraph.lexicon.roles import role_family, singular, slug, spell
from claimgraph.lexicon.spelling import same_person, same_word


def forms(text):
    return [(mention.form, mention.name) for mention in mentions(rows(article_of(text)))]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("They met Norwegian Prime Minister Kari Dahl.", [("person", "Kari Dahl")]),
        (
            "They met J.K. Harper and Jan van den Berg.",
            [("person", "J.K. Harper"), ("person", "Jan van den Berg")],
        ),
        ("They met the Norwegian Ministry of Fisheries.", [("body", "Norwegian Ministry of Fisheries")]),
        ("They met the Federation of Dock Workers there.", [("body", "Federation of Dock Workers")]),
        ("They met the Parks and Recreation Department.", [("body", "Parks and Recreation Department")]),
        ("They met the Trade and Industry Ministry there.", [("body", "Trade and Industry Ministry")]),
        ("They met the Fish and Wildlife Service there.", [("body", "Fish and Wildlife Service")]),
        (
            "They read the Capital Gazette and Reuters.",
            [("outlet", "Capital Gazette"), ("outlet", "Reuters")],
        ),
        (
            "They read the Times of India and the Kyiv Post.",
            [("outlet", "Times of India"), ("outlet", "Kyiv Post")],
        ),
        ("They read Brightwater magazine.", [("outlet", "Brightwater")]),
        ("A spokesman for Fenwick Parcel spoke.", [("name", "Fenwick Parcel")]),
        ("Fenwick Parcel withdrew its offer.", [("name", "Fenwick Parcel")]),
        ("Fenwick Parcel, which is in debt, left.", [("name", "Fenwick Parcel")]),
        ("They met Farhad, 24, from Iran, there.", [("person", "Farhad")]),
        ("They met Brightwater Chemicals twice.", [("name", "Brightwater Chemicals")]),
        ("Orrin Will Welcome All Weavers From Brightwater Chemicals.", []),
        ("They left Norway on Monday in April.", [("state", "Norway")]),
    ],
)
def test_names_are_read_by_their_shape(text, expected):
    assert [pair for pair in forms(text) if pair[0] != "state" or expected[0][0] == "state"] == expected


def test_a_headline_names_nobody_by_its_capitals_alone():
    assert forms("Mayor Opens Long Awaited Bridge After Delay") == []


@pytest.mark.parametrize(
    "text", ["Marco Rossi Says Ann Vance Threatens Him.", "Marco Rossi Accuses Ann Vance!"]
)
def test_the_verb_of_a_headline_is_part_of_no_name(text):
    assert forms(text) == [("person", "Marco Rossi"), ("person", "Ann Vance")]


@pytest.mark.parametrize(
    "a, b, same",
    [
        ("Sergei Ivanov", "Sergey Ivanov", True),
        ("Aleksandr Petrov", "Alexander Petrov", True),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Jane Roe", "Roe", True),
        ("J. Roe", "Jane Roe", True),
        ("Jane Mary Roe", "Jane Roe", True),
        ("John Hale Jr.", "John Hale", False),
        ("Anna Berg", "Otto Berg", False),
        ("Marco Rossi", "Marco Bossi", False),
        ("Daniel Petrov", "Danielle Petrov", False),
        ("Li Wei", "Li Wen", False),
    ],
)
def test_two_spellings_are_one_name_or_not(a, b, same):
    assert same_person(a, b) is same


@given(st.text(max_size=12), st.text(max_size=12))
@settings(deadline=None, max_examples=60)
def test_sameness_of_words_is_symmetric(a, b):
    assert same_word(a, b) == same_word(b, a)


@pytest.mark.parametrize(
    "role, family",
    [
        ("prime minister", "official"),
        ("spokeswoman", "spokesperson"),
        ("public defender", "defence"),
        ("lecturer", "own_voice"),
        ("zebra", None),
    ],
)
def test_roles_have_families(role, family):
    assert role_family(role) == family


@pytest.mark.parametrize(
    "plural, one",
    [
        ("spokesmen", "spokesman"),
        ("deputies", "deputy"),
        ("judges", "judge"),
        ("spokespeople", "spokesperson"),
        ("boss", "boss"),
    ],
)
def test_plurals_of_roles(plural, one):
    assert singular(plural) == one


def test_bodies_are_spelt_one_way():
    assert spell("Ministry of Defense") == spell("ministry of defence")
    assert slug("Jane's Shipping Co.") == "janes-shipping-co"


def test_a_sentence_all_in_capitals_is_no_headline():
    assert ("person", "JUAN PEREZ") in forms(
        "PRESIDENT JUAN PEREZ SAID THE REBELS KILLED NINE SOLDIERS ON MONDAY."
    )


def test_a_month_is_no_spelling_of_a_name():
    assert not same_word("Marsh", "March")
    found = mentions(rows(article_of("Judge Olga Marck said the fine was due on March 7.")))
    assert [one.name for one in found] == ["Olga Marck"]
