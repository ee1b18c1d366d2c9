"""Somebody's word is called a lie, or denied without being repeated: from one article to a dispute or none."""

import pytest
from gathering import gather

from claimgraph.match import match

CALLED_A_LIE = [
    "Ms Ellis said Brandt grabbed her by the arm at the rally. Mr Castle told reporters he thought Ellis had made up the story.",
    "Ms Ellis accused Brandt of grabbing her by the arm at the rally.\n\nMr Castle said that Ellis had fabricated the incident.",
    "The nurse said the surgeon left the theatre during the operation. The surgeon said the nurse was lying.",
    "The nurse said the surgeon left the theatre during the operation. The surgeon called her a liar.",
    "The nurse said the surgeon left the theatre during the operation. The surgeon accused the nurse of lying.",
    "Driver Ole Lund said the boss ordered him to skip the checks. The firm denied that Lund was telling the truth.",
]  # fmt: skip
NOT_A_LIE = [
    "Ms Ellis said the port minister caused the delay. Mr Castle called Ellis a pathological liar.",
    "Just 28 percent of voters said they had a good view of the mayor. “I just don't think she's been truthful,” Cecily Dunn said.",
    "A lawyer for Lund said the two cases were different and the firm kept the files. James Pell said that Lund lied to investigators.",
    "Ms Ellis said Brandt grabbed her by the arm at the rally. Mr Castle said Ellis was not lying.",
    "The geologist said the mine leaked into the river. The mayor said the village was lying in the valley below.",
    "Ms Ellis said the concert was sold out. The promoter said the singer made up for the delay with three encores.",
    "The clerk said the vault was empty. The guard admitted lying to his wife about the car.",
]  # fmt: skip
POINTING = [
    "Ms Ellis accused campaign manager Jan Brandt of grabbing her arm at a rally in Kent.\n\nEven after several videos of the incident surfaced, the Brandt campaign has denied it happened.",
    "Ms Ellis accused campaign manager Jan Brandt of grabbing her arm at a rally in Kent.\n\n“Mr. Brandt is absolutely innocent of this charge,” Hope Marsh, a campaign spokeswoman, said.",
    "Ms Ellis accused campaign manager Jan Brandt of grabbing her arm at a rally in Kent.\n\nThe campaign said nothing of the sort had happened.",
    "The report says that guards beat inmates. The prison service said the incident never occurred.",
    "The article said the mayor's staff took cash from the builder. The mayor's office called the report baseless.",
    "Marek Gates told the paper that both he and Weber were working for the party. Podesky said Gates was not working for the party.",
    "Several staff said the change amounted to a demotion for Mr Brandt. Ms Okafor rejected the idea that the change amounted to a demotion for Mr Brandt.",
]  # fmt: skip

CARRIED = [
    "The firm rejected accusations by the regulator that it had hidden test results.",
    "The minister dismissed a report by the Ledger that he had taken gifts from a builder.",
    "Sudria denied claims by Norland that its troops had crossed the border.",
    "Brask denied Norland's claim that its drones had struck the port.",
    "The bank denied allegations made by former staff that managers had ordered them to open fake accounts.",
    "The army denied that its soldiers had burned houses, as villagers claimed.",
    "The army denies villagers' charge that soldiers burned their houses.",
    "The senator said she never met the lobbyist. The lobbyist said they met twice in her office.",
]  # fmt: skip


def _disputes(folder, text: str) -> list[list[list[str]]]:
    collection = gather(folder, {"a.txt": f"Brisby, 4 May 2021\n\n{text}\n"})
    texts = {claim.id: claim.text for claim in collection.claims}
    return [[[texts[one] for one in side] for side in each.sides] for each in match(collection).disputes]


@pytest.mark.parametrize("text", CALLED_A_LIE)
def test_a_statement_that_another_calls_a_lie_is_disputed(tmp_path, text: str):
    (sides,) = _disputes(tmp_path, text)
    assert len(sides) == 2


@pytest.mark.parametrize("text", NOT_A_LIE)
def test_other_lying_disputes_nothing(tmp_path, text: str):
    assert _disputes(tmp_path, text) == []


@pytest.mark.parametrize("text", POINTING)
def test_a_denial_that_repeats_little_finds_the_statement_it_means(tmp_path, text: str):
    assert len(_disputes(tmp_path, text)) == 1


@pytest.mark.parametrize("text", CARRIED)
def test_a_denial_that_carries_what_it_denies_disputes_it(tmp_path, text: str):
    (sides,) = _disputes(tmp_path, text)
    assert len(sides) == 2


def test_a_denial_that_is_only_reported_is_not_disputed_by_its_reporter(tmp_path):
    assert _disputes(tmp_path, "The ministry said that the envoy had denied taking money.") == []
