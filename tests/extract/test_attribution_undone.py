"""Nobody speaks by what he would not do, or where no one is said to know; whole sentences through the tagger."""

import pytest

from claimgraph.extract.attribution.finding import attributions
from claimgraph.extract.reading.acts import states_nothing
from tests.extract.events_of import article


def said(text: str) -> list[str]:
    read = article(text)
    found = (one for one in attributions(read) if not states_nothing(read, one))
    return [text[start:end] for one in found for start, end in one.content]


@pytest.mark.parametrize(
    "text",
    [
        "The port declined to buy a second crane last year.",
        "The club refused to let the referee near the stand.",
        "No one knows what the harbour will look like in March.",
        "Nobody in the office said why the gate was open.",
        "The owner declined to comment on the fire.",
        "The clerk declined to say who had the key.",
        "The port did not respond to questions about the crane.",
        "The club did not offer any details of the deal.",
        "The referee did not say that the match was lost.",
        "Harlan Mills has never accused its supplier of fraud.",
        # what is done or happens, and what is only supposed
        "Harlan Mills posted a loss of two million crowns.",
        "The champion will defend her title against Ines Caldera.",
        "Ada Rowe is challenging Tom Vance for the seat held by his father.",
        "If the captain thinks that the boat is safe, the crew will sail.",
        "The mayor could end the row by telling the clerk that she will resign.",
        # what others say, and the speaker only meets
        "The mayor responded on Sunday to accusations that he had sold the pier.",
        "The skipper answered a question about whether the lock was safe.",
        "The dairy addressed complaints that the milk was sour.",
        "The captain may say that the boat is safe.",
        "The sign on the boat says that nobody may board.",
        "Only time will tell if the dam holds.",
    ],
)
def test_what_was_not_done_and_what_nobody_says_is_no_statement(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor refused to rule out a second vote.",
        "The police declined to confirm that the gate was open.",
        "The owners challenged the claim that the gate was open.",
        "The clerk did not believe that the key was lost.",
        "The clerk not only claimed that the gate was shut, but locked it.",
        "No wonder the mayor said the gate was open.",
        "Bridge unsafe, engineers said",
        "Roe said, “If the dam does not hold, we are not going to stay.”",
        "“Apparently not,” the clerk said.",
        "The mayor responded to Roe: “The pier is safe.”",
    ],
)
def test_a_stand_is_one(text):
    assert said(text)
