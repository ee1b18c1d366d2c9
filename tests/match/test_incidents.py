import pytest
from building import claim, context_of, figure, source, speaker

from claimgraph.match.amounts import amounts, apart
from claimgraph.match.former import is_former
from claimgraph.match.incidents import is_another, named, part_of_it, places_in

POLICE = speaker("police")


def _node(text, words, low=40.0, unit="people"):
    article = source("a.txt", text, "2012-05-11")
    start = article.text.index(f"{low:.0f}") if f"{low:.0f}" in text else 0
    number = figure(f"{low:.0f}", low, low, event="killed", unit=unit).model_copy(
        update={"span": (start, start + len(f"{low:.0f}"))}
    )
    one = claim(article, words, POLICE, quantities=(number,))
    context = context_of([article], [POLICE], [one])
    return context.nodes[one.id], context


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A blast tore through the mill.", {"explode"}),
        ("The blaze was out by noon.", {"burn"}),
        ("In March prices rose.", set()),
        ("The march ended at noon; the marchers went home.", {"march"}),
        ("A suicide bomber struck as clashes went on.", {"attack", "battle"}),
    ],
)
def test_an_incident_is_known_by_its_words(text, kinds):
    assert named(text) == kinds


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("A separate fire burned 40 homes.", True),
        ("A separate blaze burned 40 homes.", True),
        ("Earlier on Sunday a bomb killed 40 people.", True),
        ("The bomb killed 40 people.", False),
    ],
)
def test_one_more_incident_is_told_from_the_articles_own(text, another):
    assert is_another(_node(text, text)[0]) is another


def test_a_place_within_counts_only_behind_in_or_at():
    words = "in Morwen, at Sellin and near Hadra on Friday in May"
    assert places_in(words, within=True) == {"Morwen", "Sellin"}
    assert places_in(words) == {"Morwen", "Sellin", "Hadra"}


def test_a_count_of_one_place_is_a_part_of_what_the_first_sentence_tells():
    text = (
        "Floods across the north of the country killed many people on Friday. "
        "In Hadra 40 people died. Police said 60 people died."
    )
    part, context = _node(text, "In Hadra 40 people died")
    whole = _node(text, "60 people died", 60.0)[0]
    assert part_of_it(part, whole, context) == "Hadra"
    assert part_of_it(whole, part, context) is None


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("The toll, initially put at 40, was lowered.", True),
        ("The toll was revised down from 40.", True),
        ("Earlier estimates spoke of 40 dead.", True),
        ("Officials had reported 40 dead.", False),
        ("The toll was put at 40.", False),
    ],
)
def test_a_figure_given_up_is_told_by_the_words_before_it(text, former):
    node, context = _node(text, text)
    assert is_former(node, amounts(node)[0], context) is former


@pytest.mark.parametrize(
    ("one", "two", "unit", "differ"),
    [
        (2.1e9, 2.08e9, "USD", False),
        (2.1e9, 2.4e9, "USD", True),
        (25000.0, 25400.0, "people", False),
        (2000.0, 3000.0, "people", True),
        (300.0, 304.0, "people", True),
        (5.8, 5.9, "magnitude", True),
        (3.2, 3.24, "percent", False),
    ],
)
def test_a_round_figure_stands_for_what_rounds_to_it(one, two, unit, differ):
    first, second = (
        _node(f"There were {low:.0f} of them.", "There were", low, unit)[0] for low in (one, two)
    )
    assert apart(amounts(first)[0], amounts(second)[0]) is differ
