"""Constructions of news and of courts in many fields: who says what, and how it is meant, with both engines."""

from functools import cache

import pytest
from markup import article_of
from rates import check_rate

from claimgraph.extract import extract
from claimgraph.model import Extraction

Row = tuple[str, str, str, str, str]

SERIES: list[Row] = [
    (
        "The ferry sank within minutes, the coastguard said; forty people were on board; two bodies had been found.",
        "coastguard",
        "The ferry sank within minutes",
        "assert",
        "affirmed",
    ),
    (
        "The ferry sank within minutes, the coastguard said; forty people were on board; two bodies had been found.",
        "coastguard",
        "forty people were on board",
        "assert",
        "affirmed",
    ),
    (
        "The ferry sank within minutes, the coastguard said; forty people were on board; two bodies had been found.",
        "coastguard",
        "two bodies had been found",
        "assert",
        "affirmed",
    ),
    (
        "The minister said the grid had failed; crews had been sent out; power would be back by noon.",
        "minister",
        "the grid had failed",
        "assert",
        "affirmed",
    ),
    (
        "The minister said the grid had failed; crews had been sent out; power would be back by noon.",
        "minister",
        "crews had been sent out",
        "assert",
        "affirmed",
    ),
    (
        "The minister said the grid had failed; crews had been sent out; power would be back by noon.",
        "minister",
        "power would be back by noon",
        "predict",
        "affirmed",
    ),
    (
        "The judge said the letter was genuine; it had been posted in Riga; nobody had opened it.",
        "judge",
        "the letter was genuine",
        "assert",
        "affirmed",
    ),
    (
        "The judge said the letter was genuine; it had been posted in Riga; nobody had opened it.",
        "judge",
        "it had been posted in Riga",
        "assert",
        "affirmed",
    ),
    (
        "The judge said the letter was genuine; it had been posted in Riga; nobody had opened it.",
        "judge",
        "nobody had opened it",
        "assert",
        "denied",
    ),
    (
        "The coach said the pitch was frozen; the lines could not be seen.",
        "coach",
        "the pitch was frozen",
        "assert",
        "affirmed",
    ),
    (
        "The coach said the pitch was frozen; the lines could not be seen.",
        "coach",
        "the lines could not be seen",
        "assert",
        "denied",
    ),
    (
        "The bank said profits had doubled; its loans were sound; no branch would close.",
        "bank",
        "profits had doubled",
        "assert",
        "affirmed",
    ),
    (
        "The bank said profits had doubled; its loans were sound; no branch would close.",
        "bank",
        "its loans were sound",
        "assert",
        "affirmed",
    ),
    (
        "The bank said profits had doubled; its loans were sound; no branch would close.",
        "bank",
        "no branch would close",
        "predict",
        "denied",
    ),
]
BLAMED: list[Row] = [
    (
        "The rebels hold the army responsible for the massacre.",
        "rebels",
        "the army responsible for the massacre",
        "accuse",
        "affirmed",
    ),
    (
        "Passengers blame the airline for the delays.",
        "Passengers",
        "the airline for the delays",
        "accuse",
        "affirmed",
    ),
    (
        "The court held the surgeon responsible for the death of the patient.",
        "court",
        "the surgeon responsible for the death of the patient",
        "accuse",
        "affirmed",
    ),
    (
        "The union holds managers responsible for the accident.",
        "union",
        "managers responsible for the accident",
        "accuse",
        "affirmed",
    ),
    (
        "Voters hold the president responsible for the price of bread.",
        "Voters",
        "the president responsible for the price of bread",
        "accuse",
        "affirmed",
    ),
]
NEITHER: list[Row] = [
    (
        "The club had not paid its players, nor was the stadium insured, the auditor said.",
        "auditor",
        "The club had not paid its players",
        "assert",
        "denied",
    ),
    (
        "The club had not paid its players, nor was the stadium insured, the auditor said.",
        "auditor",
        "nor was the stadium insured",
        "assert",
        "denied",
    ),
    (
        "“We did not fire, nor did we cross the river,” the colonel said.",
        "colonel",
        "We did not fire",
        "deny",
        "denied",
    ),
    (
        "“We did not fire, nor did we cross the river,” the colonel said.",
        "colonel",
        "nor did we cross the river",
        "deny",
        "denied",
    ),
    (
        "The nurse said she had not seen the chart, nor had she signed it.",
        "nurse",
        "she had not seen the chart",
        "deny",
        "denied",
    ),
    (
        "The nurse said she had not seen the chart, nor had she signed it.",
        "nurse",
        "nor had she signed it",
        "deny",
        "denied",
    ),
    (
        "The senator said he had not met the lobbyist. Nor had he taken his money, he said.",
        "senator",
        "he had not met the lobbyist",
        "deny",
        "denied",
    ),
    (
        "The senator said he had not met the lobbyist. Nor had he taken his money, he said.",
        "senator",
        "Nor had he taken his money",
        "deny",
        "denied",
    ),
    (
        "Nor was the reactor damaged, the operator insisted.",
        "operator",
        "Nor was the reactor damaged",
        "deny",
        "denied",
    ),
]
NOUNS: list[Row] = [
    (
        "The army's claim that it had shelled only barracks was met with disbelief.",
        "army",
        "it had shelled only barracks",
        "assert",
        "affirmed",
    ),
    (
        "The chairman's assertion that the firm was solvent surprised its auditors.",
        "chairman",
        "the firm was solvent",
        "assert",
        "affirmed",
    ),
    (
        "The mayor's allegation that the police had burned the ballots led to a riot.",
        "mayor",
        "the police had burned the ballots",
        "accuse",
        "affirmed",
    ),
    (
        "The chemist's assertion that the data were faked shook the institute.",
        "chemist",
        "the data were faked",
        "assert",
        "affirmed",
    ),
]
ACCORDING: list[Row] = [
    (
        "According to the prosecution, the broker bribed two judges.",
        "prosecution",
        "the broker bribed two judges",
        "accuse",
        "affirmed",
    ),
    (
        "According to the defence, the gun was never fired.",
        "defence",
        "the gun was never fired",
        "deny",
        "denied",
    ),
    (
        "The clerk, according to the prosecution, hid the money in a barn.",
        "prosecution",
        "hid the money in a barn",
        "assert",
        "affirmed",
    ),
    (
        "The tunnel was unsafe, according to the inspectors.",
        "inspectors",
        "The tunnel was unsafe",
        "assert",
        "affirmed",
    ),
    (
        "The pills were useless, according to the plaintiffs.",
        "plaintiffs",
        "The pills were useless",
        "evaluate",
        "affirmed",
    ),
]
TOLD: list[Row] = [
    (
        "The baker told the court that the oven had exploded.",
        "baker",
        "the oven had exploded",
        "assert",
        "affirmed",
    ),
    (
        "The nurse told the jury she had warned the surgeon twice.",
        "nurse",
        "she had warned the surgeon twice",
        "assert",
        "affirmed",
    ),
    (
        "A fireman told the inquest that the alarm had been switched off.",
        "fireman",
        "the alarm had been switched off",
        "assert",
        "affirmed",
    ),
    (
        "The trainer told the tribunal he had never seen the syringe.",
        "trainer",
        "he had never seen the syringe",
        "deny",
        "denied",
    ),
    (
        "The engineer told the inquiry that the girders had rusted through.",
        "engineer",
        "the girders had rusted through",
        "assert",
        "affirmed",
    ),
]
TESTIFIED: list[Row] = [
    (
        "The banker testified that he had burned the letters.",
        "banker",
        "he had burned the letters",
        "assert",
        "affirmed",
    ),
    (
        "A neighbour testified she heard three shots.",
        "neighbour",
        "she heard three shots",
        "assert",
        "affirmed",
    ),
    (
        "The admiral testified before the committee that the sonar had failed.",
        "admiral",
        "the sonar had failed",
        "assert",
        "affirmed",
    ),
    ("“The brakes were gone,” the driver testified.", "driver", "The brakes were gone", "assert", "affirmed"),
    (
        "A geneticist testified that the samples did not match.",
        "geneticist",
        "the samples did not match",
        "assert",
        "denied",
    ),
]
PLEADED: list[Row] = [
    ("The teacher pleaded not guilty to fraud.", "teacher", "guilty to fraud", "deny", "denied"),
    (
        "Two of the guards pleaded not guilty to charges of torture.",
        "Two of the guards",
        "guilty to charges of torture",
        "deny",
        "denied",
    ),
    ("The trader has pleaded not guilty.", "trader", "guilty", "deny", "denied"),
    (
        "Marta Oliveira, 41, pleaded not guilty on Monday to poisoning her husband.",
        "Marta Oliveira",
        "guilty on Monday to poisoning her husband",
        "deny",
        "denied",
    ),
    (
        "The company pleaded not guilty to polluting the river.",
        "company",
        "guilty to polluting the river",
        "deny",
        "denied",
    ),
]
WHO_DENIES: list[Row] = [
    ("The banker, who denies the charges, arrived early.", "banker", "the charges", "deny", "denied"),
    ("Ruiz, who denies murder, wept in the dock.", "Ruiz", "murder", "deny", "denied"),
    ("The cyclist, who denies doping, was booed at the start.", "cyclist", "doping", "deny", "denied"),
    (
        "The ministry, which denies the accusation, has closed the archive.",
        "ministry",
        "the accusation",
        "deny",
        "denied",
    ),
    (
        "Dr Halloran, who denies falsifying his results, has left the university.",
        "Halloran",
        "falsifying his results",
        "deny",
        "denied",
    ),
]
INNOCENCE: list[Row] = [
    ("The general has always maintained his innocence.", "general", "his innocence", "deny", "denied"),
    ("The nurse maintains her innocence.", "nurse", "her innocence", "deny", "denied"),
    (
        "The skater, who has always protested her innocence, appealed.",
        "skater",
        "her innocence",
        "deny",
        "denied",
    ),
    (
        "Her lawyer maintained the innocence of his client.",
        "Her lawyer",
        "the innocence of his client",
        "deny",
        "denied",
    ),
    ("The treasurer continues to protest his innocence.", "treasurer", "his innocence", "deny", "denied"),
]
INSISTED: list[Row] = [
    ("The actress insists she was not there.", "actress", "she was not there", "deny", "denied"),
    ("The pilot insisted that he had not been asleep.", "pilot", "he had not been asleep", "deny", "denied"),
    ("The charity insists it was not paid.", "charity", "it was not paid", "deny", "denied"),
    ("The coach insists the money was not his.", "coach", "the money was not his", "deny", "denied"),
    ("The colonel insists he was not in command.", "colonel", "he was not in command", "deny", "denied"),
]
ARGUED: list[Row] = [
    (
        "The defence argued that the confession was forced.",
        "defence",
        "the confession was forced",
        "assert",
        "affirmed",
    ),
    (
        "The prosecution argued the fire was set for the insurance.",
        "prosecution",
        "the fire was set for the insurance",
        "assert",
        "affirmed",
    ),
    (
        "The defence argued the samples had been mixed up.",
        "defence",
        "the samples had been mixed up",
        "assert",
        "affirmed",
    ),
    (
        "The prosecution said that Weller had planned the attack for months.",
        "prosecution",
        "Weller had planned the attack for months",
        "assert",
        "affirmed",
    ),
    (
        "Defence counsel said the witness had lied.",
        "Defence counsel",
        "the witness had lied",
        "accuse",
        "affirmed",
    ),
]
LAWYERS: list[Row] = [
    (
        "Lawyers for the airline say the pilots were trained.",
        "Lawyers for the airline",
        "the pilots were trained",
        "assert",
        "affirmed",
    ),
    (
        "Lawyers for Ms Duarte said she had not signed the contract.",
        "Lawyers for Ms Duarte",
        "she had not signed the contract",
        "deny",
        "denied",
    ),
    (
        "A lawyer for the club argued that the transfer was legal.",
        "lawyer for the club",
        "the transfer was legal",
        "assert",
        "affirmed",
    ),
    (
        "Attorneys for the tobacco company say the study is flawed.",
        "Attorneys for the tobacco company",
        "the study is flawed",
        "assert",
        "affirmed",
    ),
    (
        "The lawyers of the accused general say he was abroad.",
        "lawyers of the accused general",
        "he was abroad",
        "assert",
        "affirmed",
    ),
]
HEARD: list[Row] = [
    (
        "The court heard that Doyle had opened the safe.",
        "",
        "Doyle had opened the safe",
        "assert",
        "affirmed",
    ),
    ("The jury heard that the lorry was overloaded.", "", "the lorry was overloaded", "assert", "affirmed"),
    ("The inquest heard that the pump had never been cleaned.", "", "never been cleaned", "assert", "denied"),
    (
        "An inquiry heard that two trials were cut short.",
        "",
        "two trials were cut short",
        "assert",
        "affirmed",
    ),
    ("The tribunal was told that the striker had missed a test.", "", "missed a test", "assert", "affirmed"),
]
"""Nobody is named who told them so: the court itself says nothing."""
ROWS = {
    "series": SERIES,
    "blamed": BLAMED,
    "neither": NEITHER,
    "nouns": NOUNS,
    "according": ACCORDING,
    "told": TOLD,
    "testified": TESTIFIED,
    "pleaded": PLEADED,
    "who denies": WHO_DENIES,
    "innocence": INNOCENCE,
    "insisted": INSISTED,
    "argued": ARGUED,
    "lawyers": LAWYERS,
}


@cache
def read(text: str, engine: str) -> Extraction:
    return extract(article_of(text).source, engine=engine)


def told(text: str, engine: str) -> list[tuple[str, str, str, str]]:
    extraction = read(text, engine)
    names = {speaker.id: speaker.name for speaker in extraction.speakers}
    return [
        (", ".join(names[one] for one in claim.speakers), claim.text, claim.act, claim.polarity)
        for claim in extraction.claims
        if claim.cue is not None
    ]


@pytest.mark.parametrize("engine", ["rules", "both"])
def test_who_says_what_and_how_it_is_meant(engine):
    def read(text, who, words, act, polarity):
        found = [claim for claim in told(text, engine) if claim[1].endswith(words)]
        assert [(claim[0], *claim[2:]) for claim in found] == [(who, act, polarity)], told(text, engine)

    check_rate(ROWS, read)


@pytest.mark.parametrize(("text", "who", "words", "act", "polarity"), HEARD)
def test_what_a_court_hears_is_said_by_somebody_unnamed(text, who, words, act, polarity):
    found = [claim for claim in told(text, "rules") if claim[1].endswith(words)]
    assert [(claim[0], *claim[2:]) for claim in found] == [(who, act, polarity)], told(text, "rules")


NOT_REPORTED = [
    ("“We shall go,” said the king; the queen had left.", "the queen had left"),
    ("It rained all night; the mayor denied a report of floods.", "It rained all night"),
    ("The club said the goalkeeper was fit; it denied a report that he would be sold.", "The club said"),
    ("The guards had warned the surgeon twice.", "the surgeon"),
    ("Officers held the men in the yard for hours.", "the men"),
    ("The pilot took the train to Ghent.", "the train"),
    ("The owner pointed the lamp at the door.", "the lamp"),
    ("Neighbours heard that the bridge was closed and turned back.", "the bridge was closed"),
]


@pytest.mark.parametrize(("text", "words"), NOT_REPORTED)
def test_what_nobody_says_is_no_statement(text, words):
    assert not [claim for claim in told(text, "rules") if claim[1].startswith(words)]
