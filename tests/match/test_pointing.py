"""What a denial points at: mere pointers, charges named, tellers named, and nothing else."""

import pytest
from gathering import gather

from claimgraph.match import match
from claimgraph.match.sentences import around

Pair = tuple[str, str]

STORIES: tuple[tuple[str, str, tuple[Pair, ...]], ...] = (
    (
        "that it happened",
        (
            "A nurse, Ilse Brandt, accused the surgeon Peter Voss of throwing a tray at her on Friday.\n\n"
            "Voss has denied it happened."
        ),
        (("throwing a tray at her", "it happened"),),
    ),
    (
        "that it was the case, a paragraph on",
        (
            "Ms. Lind was replaced on the advice of Mr. Oster's bankers, who believed she was leaking the accounts.\n\n"
            "Ms. Lind, now a teacher, has denied that that was the case."
        ),
        (("leaking the accounts", "that was the case"),),
    ),
    (
        "whose word it is",
        (
            "The Herald said Corvin Bank paid 12 inspectors. A rival, Tess Moor, said Corvin's branches were dirty.\n\n"
            "Corvin Bank's spokesman, Lee Hart, said the Herald report was false."
        ),
        (("Corvin Bank paid 12 inspectors", "the Herald report was false"),),
    ),
    (
        "charges made far before",
        (
            "The regulator accused Marlow Energy of rigging prices in the north.\n\n"
            "Prices have doubled since then, the trade body said.\n\n"
            "The company employs 400 people, its website says.\n\n"
            "Winter is the busiest season, shopkeepers said.\n\n"
            "Marlow Energy said the allegations were without merit."
        ),
        (("rigging prices", "the allegations were without merit"),),
    ),
    (
        "the kind of charge",
        (
            "Former patients said the Dunmore clinic had defrauded them. The clinic opened in 2001, its director said.\n\n"
            "The Dunmore clinic denied the fraud claims."
        ),
        (("had defrauded them", "the fraud claims"),),
    ),
    (
        "a denial of charges is of no milder word",
        (
            "The mayor, Olga Reiss, said that the festival cost two million euros.\n\n"
            "The town has two bridges, residents said.\n\n"
            "Reiss's deputy, Karl Brunn, said the allegations were nonsense."
        ),
        (),
    ),
)


@pytest.mark.parametrize(("name", "text", "wanted"), STORIES, ids=[name for name, *_ in STORIES])
def test_a_denial_is_of_what_it_points_at(tmp_path, name: str, text: str, wanted: tuple[Pair, ...]):
    collection = gather(tmp_path, {f"{name}.txt": f"3 May 2012\n\n{text}"})
    said = {claim.id: claim.text for claim in collection.claims}
    found = [
        [[said[one] for one in side] for side in dispute.sides] for dispute in match(collection).disputes
    ]
    for one, two in wanted:
        assert any(
            any(one in text for text in sides[0]) and any(two in text for text in sides[1]) for sides in found
        ), found
    assert len(found) == len(wanted), found


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Hale met Gen. Roy of the U.S. Army in St. Ives. He left.",
        "“Is it so?” he asked Dr. Lind. She nodded.",
    ],
)
def test_abbreviations_end_no_sentence(text: str):
    last = text.rindex(". ") + 2
    assert around(text, last, len(text)) == (last, len(text))
