"""A mere thing is told of by some cues and not by others; whole sentences through the tagger."""

import pytest

from tests.extract.test_attribution_undone import said

UNTOLD = [
    # deeds
    ("The president signed the treaty in Oslo.", "the treaty"),
    ("The singer posted a photo of her garden.", "a photo"),
    ("The port withdrew its bid for the shipyard.", "its bid"),
    ("The new phone supports two-way radio and satellite calls.", "satellite calls"),
    ("The actor is promoting the film in Lima.", "the film"),
    ("The senator overturned a rule that had weakened the act.", "a rule"),
    ("Harbour police recounted the chase on Radio Nord.", "the chase"),
    ("Weaker clubs have seen a rise in their debts.", "a rise"),
    ("The council approved the budget.", "the budget"),
    ("The goalkeeper agreed to a contract with Larkin Rovers.", "a contract"),
    # what is known already, and topics
    ("She recalled the winter they spent on the ice.", "the winter"),
    ("The film takes a look at why the dam broke.", "why the dam broke"),
    ("The mayor has strong views on how the port is run.", "how the port is run"),
    ("The family revealed his identity in a magazine.", "his identity"),
    ("The mayor then told her story.", "her story"),
    ("The minister talked about safety and the economy.", "safety"),
    ("The coach was asked about the referee.", "the referee"),
    ("The bishop discussed the strike with the miners.", "the strike"),
    # a person or thing judged: what is good or bad about it is not told
    ("The coach praised the goalkeeper.", "the goalkeeper"),
    ("The bishop praised Senator Roe.", "Senator Roe"),
    ("The champion will defend his title in Lima.", "his title"),
    ("Two unions endorsed the candidate.", "the candidate"),
    ("The senator criticised the judge.", "the judge"),
    ("The union welcomed the move.", "the move"),
    # nobody is told anything
    ("Roe offered his thoughts on the merger.", "his thoughts"),
    ("Lund shared her thoughts on the verdict.", "the verdict"),
    ("The palace did not deny the report.", "the report"),
    ("The firm did not reveal the price until the sale closed.", "the price"),
    ("The clerk declined to reveal the reason for the delay.", "the reason"),
    ("No financial terms of the sale were disclosed.", "financial terms"),
    ("The bank has not attacked all the firms that left the city.", "all the firms"),
    ("The paper did not say when the gate was shut.", "when"),
    ("The cook told a different story.", "a different story"),
    ("The bank said nothing about the loan.", "nothing"),
    ("The mayor failed to mention the leak.", "the leak"),
    ("A pilot asked not to be named.", "not to be named"),
    ("The judge always says what he thinks.", "what he thinks"),
]
TOLD = [
    ("The union rejected the accusation.", "the accusation"),
    ("The union disputed that.", "that"),
    ("The palace denied it.", "it"),
    ("The firm admitted the error.", "the error"),
    ("The mayor called it a lie.", "it a lie"),
    ("The general described the raid as a success.", "the raid as a success"),
    ("The coach praised the goalkeeper for saving a penalty.", "the goalkeeper for saving a penalty"),
    (
        "The judge criticised the police for the length of the inquiry.",
        "the police for the length of the inquiry",
    ),
    ("Residents condemned the closure.", "the closure"),
    ("The union demanded the key.", "the key"),
    ("The opposition supports the amendment.", "the amendment"),
    ("The ministry confirmed the theft.", "the theft"),
    ("The ministry announced the death of the general.", "the death of the general"),
    ("The company reported a loss.", "a loss"),
    ("The bank reported a profit of 40 million dollars.", "a profit of 40 million dollars"),
    ("The consul voiced concern about militants in the valley.", "militants in the valley"),
    ("The group claimed responsibility for the blast.", "responsibility for the blast"),
    ("Polls showed Roe leading in the north.", "Roe leading in the north"),
    ("Bridge unsafe, engineers said", "Bridge unsafe"),
    ("Farmers scoffed at the idea that rain would come.", "the idea that rain would come"),
    ("The paper reported a plan that would close nine schools.", "a plan that would close nine schools"),
    ("Lund gave his view that the bridge was safe.", "that the bridge was safe"),
    ("The minister has concerns about how the money was spent.", "how the money was spent"),
]


@pytest.mark.parametrize(("text", "words"), UNTOLD)
def test_of_a_thing_that_is_done_something_to_nothing_is_said(text, words):
    assert [one for one in said(text) if words in one] == []


@pytest.mark.parametrize(("text", "words"), TOLD)
def test_a_thing_denied_judged_or_brought_up_is_told_of(text, words):
    assert words in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody sang like her. Enough said.",
        "That being said, the bridge was the mayor's idea.",
        "The keeper may want to rethink his contract.",
        "The public deserves to know what she saw.",
        "The storm appears to have spared the harbour.",
        "The witness did not appear upset.",
    ],
)
def test_what_the_writer_thinks_or_says_in_passing_is_no_word_of_others(text):
    assert said(text) == []
