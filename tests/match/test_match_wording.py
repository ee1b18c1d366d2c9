"""Denials in the words of what they deny, whatever the verb: from two articles to a dispute or none."""

import pytest
from gathering import gather

from claimgraph.match import match

SAID_AGAIN = [
    ("Harlan told the tribunal that the mayor was working for the developers.",
     "Osgood said the mayor was not working for the developers."),
    ("Mills said Carver attended the meeting in Lund.",
     "Carver said he did not attend the meeting in Lund."),
    ("The regulator said the bank had shared the passwords with a contractor.",
     "The bank said it had not shared the passwords with any contractor."),
    ("The coach said the striker skipped training before the semi-final.",
     "The striker denied skipping training before the semi-final."),
    ("Nurses at the clinic said the vaccine freezer failed overnight.",
     "The clinic's director said the vaccine freezer never failed overnight."),
    ("Investigators said the pilot slept during the approach.",
     "The pilots' union said the pilot had not slept during the approach."),
    ("Residents said the siren sounded before the wave.",
     "The harbour office denied that the siren sounded before the wave."),
    ("Prosecutors said Lindqvist emailed the recipe to a rival brewery.",
     "Lindqvist testified that he never emailed the recipe to the rival brewery."),
]  # fmt: skip
SOMETHING_ELSE = [
    ("Gates said he was working with Weber on the harbour project.",
     "Ina Holm said her group never worked with Weber or Gates."),
    ("Mills said Carver attended the meeting in Lund.",
     "Dunn said he did not attend the dinner in Oslo."),
    ("Mills said Carver attended the meeting in Lund.",
     "Dunn said she did not attend the meeting in Oslo with Baker."),
    ("The regulator said the bank might have shared the passwords with a contractor.",
     "The bank said it had not shared the accounts with a newspaper."),
    ("The coach said the striker skipped training before the semi-final.",
     "The goalkeeper said he had not skipped breakfast before the match."),
    ("The mayor said the council would approve the bridge.",
     "The council said it had not approved the stadium."),
    ("Residents said the siren sounded before the wave.",
     "The harbour office said it had not heard about the wave."),
    ("Analysts said the airline could sell the terminal next year.",
     "The airline said it had not sold the hotel."),
    ("Harlan told the tribunal that the mayor was working for the developers.",
     "Harlan said the mayor was not working for the developers in those years."),
]  # fmt: skip


def _kinds(folder, first: str, second: str) -> list[str]:
    articles = {"a.txt": f"Brisby, 4 May 2021\n\n{first}\n", "b.txt": f"Brisby, 5 May 2021\n\n{second}\n"}
    return [dispute.kind for dispute in match(gather(folder, articles)).disputes]


@pytest.mark.parametrize(("claim", "denial"), SAID_AGAIN)
def test_a_denial_in_the_same_words_is_set_against_the_claim(tmp_path, claim: str, denial: str):
    assert len(_kinds(tmp_path, claim, denial)) == 1


@pytest.mark.parametrize(("claim", "denial"), SOMETHING_ELSE)
def test_a_denial_of_something_else_is_not(tmp_path, claim: str, denial: str):
    assert _kinds(tmp_path, claim, denial) == []


POINTING = [
    "The navy said its frigate sank a smugglers' supply boat off the cape. The owner said it was not a smugglers' supply boat.",
    "Colleagues believed the manager was spreading stories about Lind. Holt, now a pundit, has denied that that was the case.",
    "Two lawsuits have accused the academy of using deceptive practices. Jill Maris, a lawyer for the academy, said the allegations had no substance.",
    "The Gazette reported that half of the minister's meetings were with donors. The minister's spokesman said the Gazette report was misleading.",
]  # fmt: skip


@pytest.mark.parametrize("text", POINTING)
def test_a_denial_that_only_points_back_finds_what_it_means(tmp_path, text: str):
    found = match(gather(tmp_path, {"a.txt": f"Brisby, 4 May 2021\n\n{text}\n"})).disputes
    assert [dispute.kind for dispute in found] == ["denial"]
