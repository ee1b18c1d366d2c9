"""Constructions of news and of courts in many fields: who says what, and how it is meant."""

from functools import cache

import pytest
from labels import labelled
from markup import article_of
from rates import check_rate

from claimgraph.extract import extract
from claimgraph.model import Extraction

SENTENCES = {
    "series": """
<coastguard: assert+ The ferry sank within minutes>, the coastguard said; <coastguard: assert+ forty people were on board>; <coastguard: assert+ two bodies had been found>.
The minister said <minister: assert+ the grid had failed>; <minister: assert+ crews had been sent out>; <minister: predict+ power would be back by noon>.
The judge said <judge: assert+ the letter was genuine>; <judge: assert+ it had been posted in Riga>; <judge: assert- nobody had opened it>.
The coach said <coach: assert+ the pitch was frozen>; <coach: assert- the lines could not be seen>.
The bank said <bank: assert+ profits had doubled>; <bank: assert+ its loans were sound>; <bank: predict- no branch would close>.
""",
    "blamed": """
The rebels hold <rebels: accuse+ the army responsible for the massacre>.
Passengers blame <Passengers: accuse+ the airline for the delays>.
The court held <court: accuse+ the surgeon responsible for the death of the patient>.
The union holds <union: accuse+ managers responsible for the accident>.
Voters hold <Voters: accuse+ the president responsible for the price of bread>.
""",
    "neither": """
<auditor: assert- The club had not paid its players>, <auditor: assert- nor was the stadium insured>, the auditor said.
“<colonel: deny- We did not fire>, <colonel: deny- nor did we cross the river>,” the colonel said.
The nurse said <nurse: deny- she had not seen the chart>, <nurse: deny- nor had she signed it>.
The senator said <senator: deny- he had not met the lobbyist>. <senator: deny- Nor had he taken his money>, he said.
<operator: deny- Nor was the reactor damaged>, the operator insisted.
""",
    "nouns": """
The army's claim that <army: assert+ it had shelled only barracks> was met with disbelief.
The chairman's assertion that <chairman: assert+ the firm was solvent> surprised its auditors.
The mayor's allegation that <mayor: accuse+ the police had burned the ballots> led to a riot.
The chemist's assertion that <chemist: assert+ the data were faked> shook the institute.
""",
    "according": """
According to the prosecution, <prosecution: accuse+ the broker bribed two judges>.
According to the defence, <defence: deny- the gun was never fired>.
The clerk, according to the prosecution, <prosecution: assert+ hid the money in a barn>.
<inspectors: assert+ The tunnel was unsafe>, according to the inspectors.
<plaintiffs: evaluate+ The pills were useless>, according to the plaintiffs.
""",
    "told": """
The baker told the court that <baker: assert+ the oven had exploded>.
The nurse told the jury <nurse: assert+ she had warned the surgeon twice>.
A fireman told the inquest that <fireman: assert+ the alarm had been switched off>.
The trainer told the tribunal <trainer: deny- he had never seen the syringe>.
The engineer told the inquiry that <engineer: assert+ the girders had rusted through>.
""",
    "testified": """
The banker testified that <banker: assert+ he had burned the letters>.
A neighbour testified <neighbour: assert+ she heard three shots>.
The admiral testified before the committee that <admiral: assert+ the sonar had failed>.
“<driver: assert+ The brakes were gone>,” the driver testified.
A geneticist testified that <geneticist: assert- the samples did not match>.
""",
    "pleaded": """
The teacher pleaded not <teacher: deny- guilty to fraud>.
Two of the guards pleaded not <Two of the guards: deny- guilty to charges of torture>.
The trader has pleaded not <trader: deny- guilty>.
Marta Oliveira, 41, pleaded not guilty on Monday <Marta Oliveira: deny- to poisoning her husband>.
The company pleaded not <company: deny- guilty to polluting the river>.
""",
    "who denies": """
The banker, who denies <banker: deny- the charges>, arrived early.
Ruiz, who denies <Ruiz: deny- murder>, wept in the dock.
The cyclist, who denies <cyclist: deny- doping>, was booed at the start.
The ministry, which denies <ministry: deny- the accusation>, has closed the archive.
Dr Halloran, who denies <Halloran: deny- falsifying his results>, has left the university.
""",
    "innocence": """
The general has always maintained <general: deny- his innocence>.
The nurse maintains <nurse: deny- her innocence>.
The skater, who has always protested <skater: deny- her innocence>, appealed.
Her lawyer maintained <Her lawyer: deny- the innocence of his client>.
The treasurer continues to protest <treasurer: deny- his innocence>.
""",
    "insisted": """
The actress insists <actress: deny- she was not there>.
The pilot insisted that <pilot: deny- he had not been asleep>.
The charity insists <charity: deny- it was not paid>.
The coach insists <coach: deny- the money was not his>.
The colonel insists <colonel: deny- he was not in command>.
""",
    "argued": """
The defence argued that <defence: assert+ the confession was forced>.
The prosecution argued <prosecution: assert+ the fire was set for the insurance>.
The defence argued <defence: assert+ the samples had been mixed up>.
The prosecution said that <prosecution: assert+ Weller had planned the attack for months>.
Defence counsel said <Defence counsel: accuse+ the witness had lied>.
""",
    "lawyers": """
Lawyers for the airline say <Lawyers for the airline: assert+ the pilots were trained>.
Lawyers for Ms Duarte said <Lawyers for Ms Duarte: deny- she had not signed the contract>.
A lawyer for the club argued that <lawyer for the club: assert+ the transfer was legal>.
Attorneys for the tobacco company say <Attorneys for the tobacco company: assert+ the study is flawed>.
The lawyers of the accused general say <lawyers of the accused general: assert+ he was abroad>.
""",
}
HEARD = """
The court heard that <: assert+ Doyle had opened the safe>.
The jury heard that <: assert+ the lorry was overloaded>.
The inquest heard that the pump had <: assert- never been cleaned>.
An inquiry heard that <: assert+ two trials were cut short>.
The tribunal was told that the striker had <: assert+ missed a test>.
"""
"""Nobody is named who told them so: the court itself says nothing."""


@cache
def read(text: str) -> Extraction:
    return extract(article_of(text).source)


def told(text: str) -> list[tuple[str, str, str, str]]:
    extraction = read(text)
    names = {speaker.id: speaker.name for speaker in extraction.speakers}
    return [
        (", ".join(names[one] for one in claim.speakers), claim.text, claim.act, claim.polarity)
        for claim in extraction.claims
        if claim.cue is not None
    ]


def test_who_says_what_and_how_it_is_meant():
    def read(text, who, words, act, polarity):
        found = [claim for claim in told(text) if claim[1].endswith(words)]
        assert [(claim[0], *claim[2:]) for claim in found] == [(who, act, polarity)], told(text)

    check_rate({group: labelled(lines) for group, lines in SENTENCES.items()}, read, floor=0.9)


@pytest.mark.parametrize(("text", "who", "words", "act", "polarity"), labelled(HEARD))
def test_what_a_court_hears_is_said_by_somebody_unnamed(text, who, words, act, polarity):
    found = [claim for claim in told(text) if claim[1].endswith(words)]
    assert [(claim[0], *claim[2:]) for claim in found] == [(who, act, polarity)], told(text)


NOT_REPORTED = [
    ("“We shall go,” said the king; the queen had left.", "the queen had left"),
    ("It rained all night; the mayor denied a report of floods.", "It rained all night"),
    ("The club said the goalkeeper was fit; it denied a report that he would be sold.", "The club said"),
    ("Officers held the men in the yard for hours.", "the men"),
    ("The pilot took the train to Ghent.", "the train"),
    ("The owner pointed the lamp at the door.", "the lamp"),
]


@pytest.mark.parametrize(("text", "words"), NOT_REPORTED)
def test_what_nobody_says_is_no_statement(text, words):
    assert not [claim for claim in told(text) if claim[1].startswith(words)]
