"""What did not act is held against what it is said to have done."""

import pytest
from gathering import gather

from claimgraph.match import match

EXCLUDED = [
    "Sudrian officials said a Norlandic K-77 shot down a Sudrian transport plane. Norland's president said its K-77 fighter jets have been grounded since May.",
    "Norland's president admitted that the K-77 jets stayed in the country after the exercise, but insisted that they have remained grounded. Sudrian officials claimed that a Norlandic K-77 shot down a Sudrian plane.",
    "Fishermen said the Tern rammed their boat off the cape. The coast guard said the Tern was docked all week.",
]  # fmt: skip
COMPATIBLE = [
    "Sudrian officials said a Norlandic K-77 shot down a Sudrian plane. Norland's president said its transport planes have been grounded since May.",
    "Fishermen said the patrol ship Tern rammed their boat off the cape. The coast guard said the ferry Heron was docked all week.",
    "Nordair said its Dash fleet was grounded. Nordair said later that its Dash planes flew to nine towns.",
]  # fmt: skip


def _kinds(folder, text: str) -> list[str]:
    return [
        each.kind for each in match(gather(folder, {"a.txt": f"Brisby, 4 May 2021\n\n{text}\n"})).disputes
    ]


@pytest.mark.parametrize("text", EXCLUDED)
def test_a_thing_at_rest_did_nothing_elsewhere(tmp_path, text: str):
    assert _kinds(tmp_path, text) == ["contradiction"]


@pytest.mark.parametrize("text", COMPATIBLE)
def test_another_thing_at_rest_excludes_nothing(tmp_path, text: str):
    assert _kinds(tmp_path, text) == []
