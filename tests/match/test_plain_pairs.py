"""Two statements that plainly exclude each other, in many fields, and two that do not: as rates.

``|`` parts two articles of one day. What is missed is missed for want of a word or a row, and listed by the
test; what is found in a pair that agrees or tells of two things is a false dispute.
"""

from gathering import gathered
from rates import check_rate

DISPUTED = {
    "who holds a place": [
        (
            "Russia said on Friday that its troops had captured the town of Avdiivka. | Ukraine said on Friday "
            "that its forces still held the town of Avdiivka."
        ),
        (
            "The Russian Defence Ministry said it had taken full control of the town of Avdiivka. The Ukrainian "
            "General Staff said Ukrainian troops remained in control of the town of Avdiivka."
        ),
    ],
    "what brought it about": [
        (
            "The railway said the derailment near Orlo was caused by a broken rail. The union said the derailment "
            "was caused by excessive speed."
        ),
        (
            "The mayor said the fire at the Harlow mill was started by faulty wiring. | Police said the fire at "
            "the Harlow mill was caused by arson."
        ),
        "Turkey said a mine sank the frigate Orel. The Greek navy said its missiles had sunk the frigate Orel.",
        (
            "The airline said the plane crashed due to engine failure. Investigators said the plane crashed "
            "because of pilot error."
        ),
        (
            "Ukrainian troops shot down the jet, Kyiv said. Moscow said that the jet crashed because of an "
            "engine failure."
        ),
        (
            "The company blamed the spill on a lightning strike. Residents said the spill was the result of poor "
            "maintenance."
        ),
    ],
    "what it cost, and what share it is": [
        "The ministry said the bridge cost $40 million. The opposition said the bridge cost $95 million.",
        (
            "The company said its vaccine was 95 percent effective. Researchers said the vaccine was 62 percent "
            "effective."
        ),
        (
            "The union said 300,000 people had marched in Rome on Saturday. | Police said about 60,000 people had "
            "marched in Rome on Saturday."
        ),
        (
            "Shots were heard at a school in Pine Hill on Tuesday. The sheriff said two pupils were wounded. | "
            "Pupils ran from a school in Pine Hill on Tuesday. The doctor said six pupils were wounded."
        ),
        (
            "The drug was tested in Kenda. The firm Orla said the drug cut deaths by 65 percent. | A trial was "
            "held in Kenda. Eva Lind, a doctor, said the drug cut deaths by 33 percent."
        ),
    ],
    "a yes and a no": [
        "The union said that Eva Lund attended the meeting on 4 May. Lund said she was not at the meeting.",
        (
            "Residents said nobody had warned them of the flood. The mayor said residents had been warned two "
            "days before the flood."
        ),
        (
            "Kosovo said Serbian troops had crossed the border on Friday. Serbia said none of its troops had "
            "crossed the border."
        ),
        (
            "The general said he had not ordered the attack. Two officers said that the general had ordered the "
            "attack."
        ),
    ],
    "a state": [
        (
            "The rebels said that their leader, Omar Hadi, had been killed in the raid. The government said Omar "
            "Hadi was alive."
        ),
        "Police said the man was armed with a knife. Witnesses said that the man was unarmed.",
        "The opposition said the election had been rigged. The commission said the election was free and fair.",
    ],
    "a day": [
        (
            "The ministry said the contract was signed on 3 March. The company said the contract was signed on 9 "
            "March."
        ),
    ],
    "a denial": [
        (
            "Azerbaijan said on Sunday that Armenian forces had violated the ceasefire. Armenia said its forces "
            "had not violated the ceasefire."
        ),
        (
            "The Red Cross said its convoy was attacked near Drobno on Friday. The army said there had been no "
            "attack on the convoy."
        ),
        "Police said Lund had confessed to the theft. Lund's lawyer said his client had confessed to nothing.",
        (
            "The ministry said Ukrainian forces used cluster munitions in the town of Izyum. Kyiv denied using "
            "cluster munitions."
        ),
    ],
    "who did it, who began, and to whom": [
        "The union said the guards had attacked the pickets. The manager said the pickets attacked the guards.",
        (
            "The army said the separatists had fired first. The separatist commander, Olaf Dunn, said the soldiers "
            "had opened fire first."
        ),
        (
            "The Workers' Front accused the police of burning its office in Orlo. The police chief, Ida Holm, said "
            "party workers had burned the office."
        ),
        "The mayor said bandits killed the priest. The bishop said soldiers had killed the priest.",
        "Police said arson was behind the fire. The owner said an electrical fault had caused the fire.",
        "The coroner said the fire was started deliberately. The fire chief said the fire was caused by lightning.",
    ],
    "how it was, under another word": [
        "The farmers said the blaze was out of control. The fire service said the fire had been contained.",
        "The driver said the brakes had failed. The company said the brakes were working.",
        "The envoy said the talks were a success. The rebels said the talks had failed.",
        "The union said the police had lied to the judge. The police chief said the police had told the truth.",
        "The lawyer said the killing was justified. The widow said the killing was unjustified.",
        "The aunt said the doctor refused to treat the girl. The hospital said the girl was treated at once.",
    ],
    "how large a thing is": [
        "Officials said the wave was three metres high. Fishermen said the wave was ten metres high.",
        "The firm said the tunnel was 340 metres long. | The inspector said the tunnel was 410 metres long.",
        "The firm said the crane weighed 40 tonnes. The union said that the crane weighed 65 tonnes.",
    ],
    "who is meant by a pronoun or a role": [
        (
            "Karl Weber, the judge, heard the case. A clerk said he had read the letter. | Lawyers said the "
            "judge, Karl Weber, had not read the letter."
        ),
        (
            "The paper named Tom Lund as its editor. “He was fired, full stop,” said Eva Dorn, the owner. | The "
            "union said Lund had not been dismissed."
        ),
    ],
}
UNDISPUTED = [
    # one later than the other
    (
        "Russia said on Monday that its troops had captured the town of Avdiivka. Ukraine said in January that "
        "its forces held the town of Avdiivka."
    ),
    # the same, or a part of it
    (
        "The railway said the derailment was caused by a broken rail. The union said the derailment was caused by "
        "a defective track."
    ),
    "The ministry said the bridge cost $40 million. The opposition said the bridge cost about $41 million.",
    "Police said the man was armed with a knife. Witnesses said that the man had a knife.",
    "The union said residents had been warned of the flood. The mayor said residents had been warned twice.",
    (
        "The airline said the plane crashed because of fog. Investigators said the plane crashed because of "
        "heavy snow."
    ),
    "Police said three suspects were released on Sunday. The judge said the main suspect was still in custody.",
    # of two things, persons or measures
    "The union said the guards had attacked the pickets. The manager said the guards had attacked the drivers.",
    "The union said the brakes had failed. The company said the engine was working.",
    "The firm said the tunnel was 340 metres long. The inspector said the bridge was 410 metres long.",
    "The firm said the tunnel was 340 metres long. The inspector said the tunnel was 12 metres wide.",
    (
        "The paper named Tom Lund as its editor. “He was fired, full stop,” said Eva Dorn, the owner. | The "
        "union said Karl Weber had not been dismissed."
    ),
    (
        "Ada Roe spoke for Tom Lund. Roe said he was holding a fundraiser. Karl Weber said that he had not held a "
        "fundraiser."
    ),
    "The ministry said the bridge cost $40 million. The opposition said the tunnel cost $95 million.",
    (
        "The company said its vaccine was 95 percent effective. Researchers said the older drug was 62 percent "
        "effective."
    ),
    (
        "The mayor said the fire at the Harlow mill was started by faulty wiring. | Police said the fire at the "
        "Orrin depot was caused by arson."
    ),
    "The ministry said the contract was signed on 3 March. The company said the lease was signed on 9 March.",
    (
        "Russia said on Friday that its troops had captured the town of Avdiivka. | Ukraine said on Friday that "
        "its forces held the town of Kupiansk."
    ),
    (
        "The firm paid $3 million for the land, its owner said. The council said the firm paid $2 million for the "
        "road."
    ),
    (
        "A ferry sank off Cebara on Sunday. The coast guard said 60 passengers were aboard. | A ferry sank off "
        "Cebara on Sunday. The port said the ferry was licensed to carry 40 passengers."
    ),
    (
        "A fire at the Gdara depot killed five workers on Tuesday, the mayor said. | A fire at the Gdara depot "
        "killed two firefighters on Tuesday, the fire chief said."
    ),
    (
        "Shots were heard at a school in Pine Hill on Tuesday. The sheriff said two pupils were wounded. | Pupils "
        "ran from a college in Oak Dale on Tuesday. The doctor said six pupils were wounded."
    ),
]


def _found(text: str) -> str:
    articles = {f"a{place}.txt": one.strip() for place, one in enumerate(text.split(" | "))}
    dated = {
        name: f"A report\n\nORLO, March 8, 2023 (Lisk Courier) - {one}" for name, one in articles.items()
    }
    found = gathered(dated)
    return found.told() if found.matching.disputes else ""


def test_what_plainly_excludes_each_other_is_mostly_found() -> None:
    def check(text: str) -> None:
        assert _found(text), "not found"

    check_rate(DISPUTED, check, 0.8)


def test_what_agrees_or_is_of_two_things_is_not_disputed() -> None:
    def check(text: str) -> None:
        assert not _found(text), _found(text)

    check_rate(UNDISPUTED, check, 0.95)
