"""What looks like a dispute and is none: insults, manners, other doers, asides; beside what is one."""

import pytest
from gathering import gather

from claimgraph.match import match

ENGINES = ("rules", "both")

NONE = [
    # one insult among others answers nothing
    "Mr Holm said Vance was not clever enough to run the club.\n\nVance wrote on Monday that Holm is a “bully,” a “liar” and a “coward.”",
    "The coach said the keeper cost the side two goals. The keeper said the coach was a liar, a drunk and a fool.",
    # "not the basis of", "not so long ago": nothing is called untrue
    "Aides said the minister simply believed in speaking openly. “This was not the guiding basis of our policy,” Mr Rhode said.",
    "Critics said the chain shut forty shops. “This was not the foundation of our plan,” Ms Berg, who runs the chain, said.",
    "Shopkeepers everywhere said they were losers. Ole Dahl said it was not so long ago that shops like his laughed at such ideas.",
    # a "not" said of the manner, or of people at large
    "“That is not how you win a war,” Mr Gork said. The paper said the northern troops won the war, seizing seven valleys.",
    "The coach said that is not why one wins a cup. The paper said the northern side won the cup with nine goals.",
    # what somebody else did, or what another body did not do
    "Moss told the paper he was working with Keller and with nobody else.\n\nThe head of the harbour trust, Ida Berg, said her group never worked with Keller.",
    # what was put aside is not what was done
    "The mayor said the rivals had stirred fears rather than offered solutions to the voters. The mayor said the rivals had not offered solutions to the voters.",
    # a claim that is denied is somebody's, not the article's own sentence
    "Dockers rebutted a claim of port progress.\n\nThe statement gave a partial view of the progress at the port since the strike.",
    # everybody has a campaign of his own
    "The Brisby Press said the senator suspended his campaign on Tuesday. “The campaign goes on,” Mr Holt told a crowd in Tine.",
    # nobody says what is only in question
    "The hearing may raise new questions about the role of Norland in the bombing of the pier.\n\nNorland has denied any role in the bombing.",
]  # fmt: skip
SOME = [
    "The nurse said the surgeon left the theatre during the operation. The surgeon said the nurse was a liar.",
    "Critics said the ministry sold the land to a friend. “This has no basis,” the ministry said.",
    "Critics said the ministry sold the land to a friend. “That is not so,” the ministry said.",
    "Villagers said that soldiers burned the mill. The army said soldiers did not burn the mill.",
    "The ship's mate said the master left the bridge at dawn. The master said he never left the bridge.",
    "The Brisby Press said the senator suspended his campaign on Tuesday. An aide said his campaign goes on.",
    "Lund said the dockers had blocked the pier. The dockers denied having blocked the pier.",
]  # fmt: skip


def _disputes(folder, text: str, engine: str) -> list[list[list[str]]]:
    collection = gather(folder, {"a.txt": f"Brisby, 4 May 2021\n\n{text}\n"}, engine)
    texts = {claim.id: claim.text for claim in collection.claims}
    return [[[texts[one] for one in side] for side in each.sides] for each in match(collection).disputes]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", NONE)
def test_what_answers_nobody_is_no_dispute(tmp_path, text: str, engine: str):
    assert _disputes(tmp_path, text, engine) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", SOME)
def test_what_answers_somebody_still_is_one(tmp_path, text: str, engine: str):
    (sides,) = _disputes(tmp_path, text, engine)
    assert len(sides) == 2


@pytest.mark.parametrize("engine", ENGINES)
def test_who_is_told_apart_from_the_accused_does_not_join_the_accusers(tmp_path, engine: str):
    text = (
        "Ms Ellis said that Brandt grabbed Ellis at the rally. Mr Castle's campaign said Ellis was "
        "grabbed by another man. Brandt said he had never grabbed Ellis."
    )
    (sides,) = _disputes(tmp_path, text, engine)
    assert sides == [["Brandt grabbed Ellis at the rally"], ["he had never grabbed Ellis"]]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_claim_that_is_rejected_is_the_last_one_made(tmp_path, engine: str):
    text = (
        "Ms Berg, the engineer, said the river had risen for three days. Ms Berg said the town had two ferries.\n\n"
        "Last week, Ms Berg said the builders skipped the tests. However, Rosa Lim, who built the "
        "bridge, forcefully rejected Berg's claim."
    )
    (sides,) = _disputes(tmp_path, text, engine)
    assert sides == [["the builders skipped the tests"], ["Berg's claim"]]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "sentence",
    [
        "The Brisby Herald rebuked Lund for dismissing the idea that he had a contract with the airline.",
        "The watchdog gave Lund two black marks for denying that he had a contract with the airline.",
        "Lund was criticised for denying that he had a contract with the airline.",
    ],
)
def test_who_is_judged_for_a_denial_is_the_denier(tmp_path, sentence: str, engine: str):
    collection = gather(tmp_path, {"a.txt": f"Brisby, 4 May 2021\n\n{sentence}\n"}, engine)
    names = {speaker.id: speaker.name for speaker in collection.speakers}
    (denial,) = [claim for claim in collection.claims if claim.act == "deny"]
    assert [names[one] for one in denial.speakers] == ["Lund"]
