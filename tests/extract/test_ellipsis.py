"""Figures whose noun is left out: they count what the last figure before them counts."""

import pytest
from markup import article_of
from rates import at_rate

from claimgraph.extract.counts.quantities import quantities

# a text; what is claimed last in it, with the figure; its unit, what befell them, of what; the figure it goes on about
TAKEN_UP = [
    # the number is all that is said
    ("The line said 132 people were aboard. The union said 128.", "128", "people", "aboard", "people", "132"),
    ("The mayor said the fire burned 1,200 hectares. The rangers said 3,400.", "3,400", "hectare", "burn", None, "1,200"),
    ("The party said turnout was 22 percent. The board announced 61 percent.", "61 percent", "percent", None, "turnout", "22 percent"),
    # "it", "there" and words for a figure
    ("Aides said 40 goats had died. The herdsman said it was 12.", "it was 12", "goat", "killed", "goats", "40"),
    ("The line said 132 people were on board. The port said there were 150.", "there were 150", "people", "aboard", "people", "132"),
    ("The firm said it had cut 400 jobs. The union said the real number was 900.", "the real number was 900", "job", "cut", "jobs", "400"),
    ("The army said 12 barges were destroyed. The rebels put the figure at 30.", "the figure at 30", "barge", "destroyed", "barges", "12"),
    ("Roe took $50,000 from the builder. Her campaign put the sum at $5,000.", "the sum at $5,000", "USD", "take", None, "$50,000"),
    # a verb that stands for the one before, or that meets with things
    ("The school said 14 pupils fell ill. Parents said at least 40 did.", "at least 40 did", "people", "infected", "pupils", "14"),
    ("The union said 3,000 clerks had walked out. The bank said only 400 had.", "only 400 had", "people", "on strike", "clerks", "3,000"),
    ("Officers said three bridges had collapsed. The miller counted five.", "The miller counted five", "bridge", "destroyed", "bridges", "three"),
    ("Hosts said 50,000 people took part in the march. The city said only 300 showed up.", "only 300 showed up", "people", "attended", "people", "50,000"),
    # in the paragraph above
    ("Aides said 40 goats had died.\nThe herdsman said it was 12.", "it was 12", "goat", "killed", "goats", "40"),
]  # fmt: skip
NOUN_ONLY = [
    ("The village has 300 cows. The vet said 40 had left.", "40 had left", ("cow", "leave", "cows")),
    ("The navy said it hit two drones. The rebels said only one had been lost.", "only one had been lost", ("drone", "lose", "drones")),
]  # fmt: skip
NOT = [
    "The line said 132 people were aboard. Six of the crew spoke.",
    "Poles put the share at 50 percent. Among farmers, the figure is 75 percent.",
    "The crash killed four people. The number of trams rose to six.",
    "Two drivers met. One said the road was dry.",
    "The gas was checked by two laboratories. The ministry added: eleven of them.",
    "Twenty-six men are in hospital. The doctor said five were on ventilators.",
    "The toll rose to 30 pounds. The mine said it pays 50 million pounds in tolls.",
    "Sales rose 57 percent. The rival said it was 50 percent more than in spring.",
    "The tower has 40 floors. The guard was born in 1962.",
]


def _last(text: str, said: str):
    """Return the last figure of what is said last in a text, a paragraph a line."""
    start = text.rindex(said)
    found = quantities(article_of(text), ((start, start + len(said)),))
    return found[-1] if found else None


@at_rate(TAKEN_UP, 0.9)
def test_a_figure_without_a_noun_goes_on_about_the_last(text, said, unit, event, of, before):
    figure = _last(text, said)
    assert figure is not None
    assert (figure.unit, figure.event, figure.of) == (unit, event, of)
    assert figure.takes_up is not None
    assert text[slice(*figure.takes_up)] == before


@pytest.mark.parametrize(("text", "said", "told"), NOUN_ONLY)
def test_of_another_deed_only_the_noun_is_taken_up(text, said, told):
    figure = _last(text, said)
    assert (figure.unit, figure.event, figure.of, figure.takes_up) == (*told, None)


@pytest.mark.parametrize("text", NOT)
def test_what_says_of_what_it_is_goes_on_about_nothing(text):
    figure = _last(text, text)
    assert figure is None or figure.takes_up is None
