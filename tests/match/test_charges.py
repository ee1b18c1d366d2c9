"""Charges and what answers them: counts in court, the only charge made, charges called false in passing."""

import pytest
from gathering import gather

from claimgraph.match import match

DATE = "9 October 2017\n\n"

ANSWERED = [
    (
        (
            "A bookkeeper has accused her uncle of sexually abusing her for two years.\n\n"
            "The court sat for an hour.\n\n"
            "The 48-year-old accused has denied four charges of indecent assault and one of rape."
        ),
        "her uncle of sexually abusing her",
        "four charges of indecent assault",
    ),
    (
        (
            "A letter to the council alleged a brewery illegally dumped yeast in the canal.\n\n"
            "The town clerk said it came in June.\n\n"
            "A manager at Olmer Ales told the council the allegations were false."
        ),
        "dumped yeast",
        "the allegations were false",
    ),
    (
        "Farmers accused the quarry of blasting at night. “The quarry disputes each of the accusations,” the quarry said.",
        "the quarry of blasting at night",
        "disputes each of the accusations",
    ),
    (
        (
            "Norland said that a Sudrian diplomat bribed two customs officers.\n\n"
            "“It is not the first time that Norland has made baseless accusations against our staff,” Sudria's embassy "
            "minister, Lena Holt, said."
        ),
        "bribed two customs officers",
        "baseless accusations",
    ),
    (
        (
            "The mayor accused the rowing club of bribing two inspectors. The club later issued a statement labelling "
            "the accusation “ludicrous and fabricated”."
        ),
        "bribing two inspectors",
        "ludicrous and fabricated",
    ),
    (
        (
            "The union said that the mill burned waste at night. The mill's director, Olaf Berg, said he was tired of "
            "these unfounded allegations."
        ),
        "burned waste at night",
        "these unfounded allegations",
    ),
    (
        "The warden said the bull charged at the walkers. A witness, Ida Holm, said the bull did not charge at the walkers.",
        "charged at the walkers",
        "did not charge",
    ),
    (
        "The ski club rejected Jan Moe's claim that contaminated wax caused his fall.",
        "contaminated wax caused his fall",
        "Jan Moe's claim",
    ),
    (
        (
            "The young skater testified on Monday that the coach locked her in a gym.\n\n"
            "The coach's lawyer, Tom Pryce, told the court that the troubled young skater was making up the allegations."
        ),
        "locked her in a gym",
        "making up the allegations",
    ),
]
PRESS = [
    (
        "The Omani chess union denied British media reports that it had agreed to rig two matches.",
        "it had agreed to rig two matches",
        "media reports that it",
    ),
    (
        "The bank denied newspaper reports that it had fired 40 clerks.",
        "it had fired 40 clerks",
        "newspaper reports that",
    ),
]
NAMELESS = [
    (
        "A guard accused of stealing jewels from the museum is denying he took part in the theft.",
        "accused of stealing jewels",
        "he took part in the theft",
    ),
    (
        "The mayor, who is accused of taking bribes from a builder, denies the charges.",
        "accused of taking bribes",
        "the charges",
    ),
    (
        "Olaf Berg has been accused of forging tickets. Berg denied forging any tickets.",
        "forging tickets",
        "forging any tickets",
    ),
]
PARTS = [
    (
        (
            "Norland accused Sudria of hacking two airports. “The evidence shows that Sudria is behind the "
            "hacking,” a Norlandic general said.\n\nSudria has denied it was behind the outage."
        ),
        "Sudria is behind the hacking",
        "it was behind the outage",
    ),
    (
        (
            "The coach blamed Olav Dahl for the fire at the stadium. The club has 300 members, its chairman said.\n\n"
            "“I had nothing to do with it,” Dahl said."
        ),
        "Olav Dahl for the fire",
        "nothing to do with it",
    ),
    (
        (
            "Kenya accuses Somalia of having a role in Monday's raid on a hospital. Somalia denies any role in the raid."
        ),
        "Somalia of having a role",
        "any role in the raid",
    ),
]
NO_PART = [
    # who is accused is another
    "A driver accused of hitting a child was released. The mayor denied the charges against her.",
    # rebels of a nation are not its army
    (
        "A rebel leader, Ana Mori, blamed Ugandan troops for the killings. A Ugandan rebel group denied it took part in the "
        "killings of May."
    ),
    # a part in another matter
    "The coach blamed Olav Dahl for the fire at the stadium. Dahl denied any role in the sale of the land.",
    # a part in somebody's success is no charge
    "The critic said that Olav Dahl had painted the ceiling. Dahl said he had no part in the concert.",
]
UNANSWERED = [
    # what another took back
    (
        "The pupil's father had put his brother up to making charges, a lawyer said on Monday.\n\n"
        "The lawyer spoke of the brother's allegations, which he later recanted."
    ),
    # a suit against somebody says nothing by itself
    "The county has sued Harlow Chemicals. Harlow pushed back against the “unfounded” reports.",
    # two charges were made: which is meant is open
    (
        "A letter alleged a brewery dumped yeast in the canal. A driver accused a haulier of dumping tyres in the wood.\n\n"
        "The town clerk said it rained.\n\nThe harbour was calm, a fisherman said.\n\n"
        "A manager at Olmer Ales told the council the allegations were false."
    ),
    # a warning of what nobody in particular claims
    (
        "The union said that the mill burned waste at night. The mill's director, Olaf Berg, warned of false claims on "
        "social media."
    ),
    # his own false claims
    "The union said that the mill burned waste at night. A clerk, Olaf Berg, said he had made false claims for years.",
    # another's crime of the same kind
    "Ida Holm accused Peter Lund of assaulting her on a ferry.\n\nIn another court Karl Moe denied three charges of assault.",
    # a letter that pleased, no claim with a clause
    "Jan Moe said the gang that robbed banks fled to the coast. The ski club said the coast was quiet.",
]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [*ANSWERED, *PRESS, *NAMELESS, *PARTS],
    ids=[row[2] for row in (*ANSWERED, *PRESS, *NAMELESS, *PARTS)],
)
def test_a_charge_and_what_answers_it_are_a_denial_or_a_contradiction(tmp_path, text, one, other):
    collection = gather(tmp_path, {"one.txt": DATE + text})
    claims = {claim.id: claim.text for claim in collection.claims}
    disputes = match(collection).disputes
    said = [[" | ".join(claims[claim] for claim in side) for side in dispute.sides] for dispute in disputes]
    assert [True for first, second in said if one in first and other in second] == [True], said
    assert {dispute.kind for dispute in disputes} <= {"denial", "contradiction"}


@pytest.mark.parametrize("text", [*UNANSWERED, *NO_PART], ids=[text[:50] for text in [*UNANSWERED, *NO_PART]])
def test_what_answers_nobody_is_no_dispute(tmp_path, text):
    collection = gather(tmp_path, {"one.txt": DATE + text})
    claims = {claim.id: claim.text for claim in collection.claims}
    assert [
        [claims[claim] for side in one.sides for claim in side] for one in match(collection).disputes
    ] == []


def _sides(tmp_path, articles: dict[str, str]) -> list[list[str]]:
    collection = gather(tmp_path, articles)
    claims = {claim.id: claim.text for claim in collection.claims}
    return [
        [" | ".join(claims[claim] for claim in side) for side in one.sides]
        for one in match(collection).disputes
        if one.kind == "denial"
    ]


def test_whoever_only_tells_of_the_deed_is_not_denied_where_another_blames_the_denier(tmp_path):
    text = (
        "The charity said that a school it runs in Tavo was bombed on Monday. Norland blamed Sudria for the bombing.\n\n"
        "Sudria denied that it had bombed a school."
    )
    ((first, second),) = _sides(tmp_path, {"one.txt": DATE + text})
    assert "Sudria for the bombing" in first
    assert "a school it runs" not in first
    assert "had bombed a school" in second


def test_another_count_of_another_raid_is_not_what_is_denied(tmp_path):
    text = (
        "Norland said that its forces had killed seven Sudrian soldiers. In May, raiders killed 19 soldiers at Tavo.\n\n"
        "Sudria denied that seven soldiers had been killed."
    )
    ((first, _),) = _sides(tmp_path, {"one.txt": DATE + text})
    assert "killed seven Sudrian soldiers" in first
    assert "19 soldiers" not in first


def test_what_one_side_denies_of_one_charge_is_one_dispute(tmp_path):
    text = (
        "Norland's army said that Sudrian troops attacked a post at Tavo and killed five guards.\n\n"
        "Sudria rejected the Norlandic claim. Sudria's army denied attacking a post at Tavo.\n\n"
        "A Norlandic general said that Sudrian troops attacked a post at Tavo before dawn."
    )
    assert len(_sides(tmp_path, {"one.txt": DATE + text})) == 1


def test_fire_from_a_sides_positions_is_that_sides_fire(tmp_path):
    text = "Kenya accused Somalia of shelling a village. Somalia's army said that there was shelling from the Kenyan side."
    collection = gather(tmp_path, {"one.txt": DATE + text})
    assert [one.kind for one in match(collection).disputes] == ["mutual_accusation"]


def test_whoever_is_accused_does_not_accuse(tmp_path):
    collection = gather(
        tmp_path, {"one.txt": DATE + "A guard accused of stealing jewels fled to Peru on Monday."}
    )
    accusing = [claim for claim in collection.claims if claim.act == "accuse"]
    assert [claim.speakers for claim in accusing] == [()]
    assert "A guard" in accusing[0].text


def test_a_ministers_office_speaks_for_whom_he_speaks_for(tmp_path):
    text = "Turkish Prime Minister Deniz Aydin said the recording was fake. Aydin's office said the recording was fabricated."
    collection = gather(tmp_path, {"one.txt": DATE + text})
    assert {speaker.side for speaker in collection.speakers if "Aydin" in speaker.name} == {"turkey"}
    assert match(collection).disputes == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "The opposition accused the Turkish government of jailing writers to please Moscow, a charge the government "
                "denies."
            ),
            "Turkey",
        ),
        (
            (
                "Dahl has accused the government of President Ruiz of persecution to please Beijing, a charge denied by the "
                "administration."
            ),
            "government of President Ruiz",
        ),
    ],
)
def test_a_charge_is_denied_by_the_government_it_names(tmp_path, text, name):
    collection = gather(tmp_path, {"one.txt": DATE + text})
    named = {speaker.id: speaker.name for speaker in collection.speakers}
    denials = [claim for claim in collection.claims if claim.act == "deny"]
    assert [[named[one] for one in claim.speakers] for claim in denials] == [[name]]


def test_who_charges_that_a_thing_is_forged_denies_it(tmp_path):
    collection = gather(tmp_path, {"one.txt": DATE + "Dahl again charged that the tapes were fabricated."})
    assert [claim.act for claim in collection.claims] == ["deny"]
