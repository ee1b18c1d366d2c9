"""Damage told in a place that another says came through undamaged."""

import pytest
from gathering import gather

from claimgraph.match import match

HEAD = "OSLEN, 3 May 2010 (Coast Wire)\n\nAn earthquake shook the coast near Oslen on Monday.\n\n"
DISPUTED = [
    "Residents said shops were toppled in Mirren. The governor said Mirren was undamaged.",
    "A shopkeeper said several houses collapsed in the town of Mirren. The governor said there was no damage in Mirren.",
    "The Red Cross said the village of Mirren was flattened. The governor said Mirren was spared.",
    "Residents said houses in the port of Mirren were destroyed. The governor said no buildings were damaged in Mirren.",
    "A priest said the village of Mirren was reduced to rubble. The governor said the village of Mirren was intact.",
]
NOT_DISPUTED = [
    "Residents said shops were toppled in Mirren. The governor said Tolm was undamaged.",
    "Residents said shops were toppled in Mirren. The governor said Mirren was largely undamaged.",
    "Residents said shops were toppled in Mirren. The governor said there were no immediate reports of damage in Mirren.",
    "Residents said shops were toppled in Mirren. The governor said the school in Mirren was undamaged.",
    "Residents said shops were toppled on the island of Mirren. The governor said the town of Mirren was undamaged.",
    "Residents said walls had minor cracks in Mirren. The governor said Mirren was undamaged.",
    "Residents said shops had been toppled in Mirren by an earlier earthquake. The governor said Mirren was undamaged.",
    "The governor said shops were toppled in Mirren. The governor said Mirren was undamaged.",
]


def _contradictions(folder, *articles: str) -> list[str]:
    found = match(gather(folder, {f"{number}.txt": text for number, text in enumerate(articles)}))
    return [one.kind for one in found.disputes]


@pytest.mark.parametrize("text", DISPUTED)
def test_a_place_said_to_be_whole_and_hit_is_in_dispute(tmp_path, text: str):
    assert _contradictions(tmp_path, HEAD + text) == ["contradiction"]


@pytest.mark.parametrize("text", NOT_DISPUTED)
def test_a_part_another_place_or_a_soft_word_is_not(tmp_path, text: str):
    assert _contradictions(tmp_path, HEAD + text) == []


SECOND = "OSLEN, {day} May 2010 (River News)\n\nAn earthquake shook the coast near Oslen on Monday.\n\n"


def test_two_articles_in_their_own_voice_can_tell_opposite_states_of_a_town(tmp_path):
    hit = HEAD + "Chimneys were toppled in the island's capital, Mirren City, as well as in Tolm."
    whole = SECOND.format(day=4) + "The island's main town, also called Mirren, was undamaged."
    assert _contradictions(tmp_path, hit, whole) == ["contradiction"]


def test_damage_that_is_told_a_day_later_was_not_known_before(tmp_path):
    whole = HEAD + "The island's main town, also called Mirren, was undamaged."
    hit = SECOND.format(day=4) + "Chimneys were toppled in the island's capital, Mirren City."
    assert _contradictions(tmp_path, hit, whole) == []
