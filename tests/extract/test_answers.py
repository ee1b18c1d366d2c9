"""What a sentence answers on questions with one answer: of what, and whether it is told as a fact."""

import pytest
from rates import at_rate

from claimgraph.extract.parse import parse
from claimgraph.extract.reading.propositions import Teller, read_answers
from claimgraph.model import Block, Source

ANNA = Teller("Anna Brook", "defence:marsh")

ASSERTED = (
    ("The guard was armed.", "armed", "armed", "The guard"),
    ("The trade talks were over.", "going_on", "has ended", "The trade talks"),
    ("The guard was holding a rifle.", "armed", "armed", "The guard"),
    ("The guard was not armed.", "armed", "not armed", "The guard"),
    ("Police shot the unarmed pedlar.", "armed", "unarmed", "the unarmed pedlar"),
    ("The pedlar, Omar Quill, was unarmed.", "armed", "unarmed", "The pedlar, Omar Quill"),
    ("The mill in Oban was left intact, the fleet was destroyed.", "damage", "damaged", "the fleet"),
    ("The suspect is in custody.", "custody", "in custody", "The suspect"),
    ("Shipments were on schedule.", "schedule", "on time", "Shipments"),
    ("The poet took his own life.", "death", "suicide", "The poet"),
    ("Rowan was pushed off the pier.", "fall", "pushed", "Rowan"),
    ("They deliberately sank the ferry.", "deliberate", "deliberate", "the ferry"),
    ("The senate rejected the budget.", "consent", "refused", "the budget"),
    ("Fog caused the collision.", "cause", "Fog", "the collision"),
    ("The collision was due to black ice.", "cause", "black ice", "The collision"),
    ("The clerk was stabbed with a razor.", "weapon", "a razor", "The clerk"),
    ("The pistol was a .38 revolver, not a shotgun.", "weapon", "not a shotgun", "The pistol"),
    ("Rowan was aiming at the lamp.", "target", "the lamp", "Rowan"),
    ("Danish troops held the village of Lomi.", "holder", "Danish troops", "the village of Lomi"),
    ("Lomi was captured by Danish troops.", "holder", "Danish troops", "Lomi"),
    ("A gang of youths set it alight.", "cause", "A gang of youths", "it"),
    ("A candle set fire to the barn.", "cause", "A candle", "the barn"),
    ("It was a genuine letter.", "genuine", "genuine", "It"),
    ("The well was safe to use.", "safe", "safe", "The well"),
    ("The clerk was beaten to death.", "death", "killing", "The clerk"),
    ("The clerk was held in a Lomi jail.", "custody", "in custody", "The clerk"),
    ("Rowan fired into the air.", "aim", "in the air", "Rowan"),
    ("I was sober.", "sober", "sober", "Anna Brook"),
    ("My client was sober.", "sober", "sober", "Marsh"),
    ("They kept the ferry intact.", "damage", "undamaged", "the ferry"),
    ("The army held the men in jail.", "custody", "in custody", "the men"),
    ("Rebels took over the village of Lomi.", "holder", "Rebels", "the village of Lomi"),
    ("The pump works.", "works", "working", "The pump"),
    ("The strike went on.", "going_on", "goes on", "The strike"),
    ("It is not true that the guard was armed.", "armed", "not armed", "the guard"),
    ("There is no proof that Rowan fled or was armed.", "armed", "not armed", "Rowan"),
)
NOT_ASSERTED = (
    "The guard pulled out a flute.",
    "If the guard was armed, he hid it.",
    "The guard may have been armed.",
    "The guard will be armed.",
    "Was the guard armed?",
    "She feared that the guard was armed.",
    "He was charged with murdering the poet.",
    "The shop might be open on Sunday.",
    "Prices shot up on the exchange.",
    "Prices jumped on the exchange.",
    "She works hard.",
    "The choir went on to win.",
    "The referee stopped the boxer.",
    "The party endorsed the senator.",
    "The cook was full of praise.",
    "Two weeks remain.",
    "The Otters took on the Herons.",
    "The outlook for this type of cancer is grim.",
    "The public mood is sour.",
    "The Otters took Lomi to five sets.",
    "The plant is ready to fight.",
    "It was a perfect shot.",
    "You have a club.",
    "The state works toward reform.",
    "The fleet first anchored off Lomi.",
    "She leaves behind a son.",
    "The vote pushed the count above ten.",
    "The group disputed claims that police shot the boy.",
    "The gains of Operation Dawn grew.",
    "Lund and Roe had ten percent, Quill and Marsh, 11 and 8 percent.",
)


def _answers(text: str, teller: Teller = ANNA) -> list[tuple[str, str, str]]:
    source = Source(
        id="s",
        name="a",
        path="a",
        sha256="a",
        text=text,
        blocks=(Block(start=0, end=len(text), kind="body"),),
    )
    return [
        (
            one.predicate,
            f"not {one.value}" if one.denied else one.value,
            one.patient.text if one.patient else "",
        )
        for one in read_answers(parse(source), ((0, len(text)),), teller)
    ]


@at_rate(ASSERTED)
def test_an_answer_is_read_with_what_it_is_of(text: str, question: str, value: str, of: str):
    assert (question, value, of) in _answers(text)


@pytest.mark.parametrize("text", NOT_ASSERTED)
def test_what_is_supposed_asked_feared_or_charged_answers_nothing(text: str):
    assert _answers(text) == []


def test_a_word_completed_in_another_way_is_another_word():
    source_text = "The board was open to talks."
    source = Source(
        id="s",
        name="a",
        path="a",
        sha256="a",
        text=source_text,
        blocks=(Block(start=0, end=len(source_text), kind="body"),),
    )
    (answer,) = read_answers(parse(source), ((0, len(source_text)),))
    assert (answer.predicate, answer.complement) == ("open", "to talk")
