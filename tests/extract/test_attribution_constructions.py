"""One table a construction: (text, [(source, cue word, content), ...]), over many fields."""

import re

import pytest

from claimgraph.extract.attribution.finding import attributions
from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import parse
from claimgraph.model import Block, Source


def read(text: str) -> list[Attribution]:
    matches = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    blocks = tuple(Block(start=m.start(), end=m.end(), kind="body") for m in matches)
    source = Source(id="s1", name="a.txt", path="a.txt", sha256="0", text=text, blocks=blocks)
    return attributions(parse(source))


def triples(text: str) -> list[tuple[str, str, str]]:
    """Return who, the lemma of the cue and what, each with its parts joined by a bar."""
    return [
        (
            " | ".join(text[s:e] for s, e in a.source[:1]),
            a.head,
            " | ".join(text[s:e] for s, e in a.content),
        )
        for a in read(text)
    ]


INDIRECT = [
    (
        "In the words of the warden, the lock was a trap.",
        [("the warden", "word", "the lock was a trap")],
    ),
    (
        "By his own account, the warden was asleep.",
        [("his", "account", "the warden was asleep")],
    ),
    (
        "The coroner said the driver had been dead for two days.",
        [("The coroner", "say", "the driver had been dead for two days")],
    ),
    (
        "Officials in the port city insist that no oil has leaked.",
        [("Officials in the port city", "insist", "that no oil has leaked")],
    ),
    (
        "The striker admitted that he had handled the ball.",
        [("The striker", "admit", "that he had handled the ball")],
    ),
    (
        "The airline told passengers that the flight had been cancelled.",
        [("The airline", "tell", "that the flight had been cancelled")],
    ),
    (
        "Rescuers estimate that forty people are trapped.",
        [("Rescuers", "estimate", "that forty people are trapped")],
    ),
    (
        "The union warned on Monday that more strikes would follow.",
        [("The union", "warn", "that more strikes would follow")],
    ),
    (
        "The army said on Sunday the bridge had been taken.",
        [("The army", "say", "the bridge had been taken")],
    ),
    (
        "The bank announced Wednesday it would close 30 branches.",
        [("The bank", "announce", "it would close 30 branches")],
    ),
    (
        "The mayor said in a statement posted on her website that the dam was safe.",
        [("The mayor", "say", "that the dam was safe")],
    ),
    ("The dam is safe, the mayor said on Friday.", [("the mayor", "say", "The dam is safe")]),
    ("The dam, the mayor said, is safe.", [("the mayor", "say", "The dam | is safe")]),
    (
        "The firm said it had run out of cash and had closed two plants.",
        [("The firm", "say", "it had run out of cash and had closed two plants")],
    ),
]

DIRECT = [
    ('"We are closing the mine," said the manager.', [("the manager", "say", '"We are closing the mine,"')]),
    (
        "“We never saw the signal,” train driver Olu Adeyemi told the court.",
        [("train driver Olu Adeyemi", "tell", "“We never saw the signal,”")],
    ),
    (
        '"The vote was fair," she said. "Nobody was turned away."',
        [("she", "say", '"The vote was fair," | "Nobody was turned away."')],
    ),
    ('The judge said: "You knew the risk."', [("The judge", "say", '"You knew the risk."')]),
    (
        '"Magnificent, simply magnificent!" beamed the coach.',
        [("the coach", "beam", '"Magnificent, simply magnificent!"')],
    ),
    (
        "''We have nothing to hide,'' the chairman wrote.",
        [("the chairman", "write", "''We have nothing to hide,''")],
    ),
    ("‘We will appeal,’ her lawyer said.", [("her lawyer", "say", "‘We will appeal,’")]),
    ("«We will not sell,» the owner declared.", [("the owner", "declare", "«We will not sell,»")]),
    (
        "“They called it ‘a miracle’ and left,” the nurse recalled.",
        [("the nurse", "recall", "“They called it ‘a miracle’ and left,”")],
    ),
]

MIXED = [
    (
        "The regulator said the bank had “misled its customers for years.”",
        [("The regulator", "say", "the bank had “misled its customers for years.”")],
    ),
    ("The pilot called the landing “a gift.”", [("The pilot", "call", "the landing “a gift.”")]),
    (
        "The minister called on farmers “to stay calm and to sell early.”",
        [("The minister", "call", "farmers “to stay calm and to sell early.”")],
    ),
]

ACCORDING = [
    (
        "According to the coastguard, nine people drowned.",
        [("the coastguard", "according", "nine people drowned")],
    ),
    (
        "Nine people drowned, according to the coastguard.",
        [("the coastguard", "according", "Nine people drowned")],
    ),
    (
        "Nine people drowned, according to the coastguard, despite the calm sea.",
        [("the coastguard", "according", "Nine people drowned")],
    ),
    (
        "The wheat had been stored for years, according to the miller, even as prices rose.",
        [("the miller", "according", "The wheat had been stored for years")],
    ),
    (
        "Nine people drowned, according to the coastguard, and two are missing.",
        [("the coastguard", "according", "Nine people drowned | and two are missing")],
    ),
    (
        "Nine people, according to the coastguard, drowned off the cape.",
        [("the coastguard", "according", "Nine people | drowned off the cape")],
    ),
]

DENIALS = [
    ("The company denied the allegation.", [("The company", "deny", "the allegation")]),
    ("The company denied having dumped the waste.", [("The company", "deny", "having dumped the waste")]),
    ("The senator denies taking bribes.", [("The senator", "deny", "taking bribes")]),
    (
        "The governor rejected the figures as invented.",
        [("The governor", "reject", "the figures as invented")],
    ),
    ("The club dismissed the report.", [("The club", "dismiss", "the report")]),
    (
        "Police refuted claims that a second gunman was at large.",
        [("Police", "refute", "claims that a second gunman was at large")],
    ),
    (
        "The ministry denied the firm's report on the number of injured.",
        [("The ministry", "deny", "the firm's report on the number of injured")],
    ),
    ("The general called it a lie.", [("The general", "call", "it a lie")]),
]

ACCUSATIONS = [
    (
        "The prosecutor accused the banker of hiding millions.",
        [("The prosecutor", "accuse", "the banker of hiding millions")],
    ),
    (
        "Both teams accuse each other of cheating.",
        [("Both teams", "accuse", "each other of cheating")],
    ),
    (
        "The villagers blamed the plant for the smell.",
        [("The villagers", "blame", "the plant for the smell")],
    ),
    (
        "The north and the south accused each other of shelling villages.",
        [("The north and the south", "accuse", "each other of shelling villages")],
    ),
]

OBJECTS = [
    (
        "The clinic reported new infections, including some among nurses.",
        [("The clinic", "report", "new infections, including some among nurses")],
    ),
    (
        "The rescue of the miners has been claimed by both brigades.",
        [("both brigades", "claim", "The rescue of the miners")],
    ),
    ("The chairwoman called for an inquiry.", [("The chairwoman", "call", "an inquiry")]),
    (
        "The pope called on both sides to lay down their arms.",
        [("The pope", "call", "both sides to lay down their arms")],
    ),
    (
        "Unions urged the government to raise pensions.",
        [("Unions", "urge", "the government to raise pensions")],
    ),
    ("The goalkeeper promised to return.", [("The goalkeeper", "promise", "to return")]),
    (
        "The insurer put the damage at 40 million euros.",
        [("The insurer", "put", "the damage at 40 million euros")],
    ),
]

NOMINAL = []

REFERENCES = [
    (
        "Witnesses said the jet had bombed a school, a claim that both the army and the rebels have denied.",
        ("both the army and the rebels", "deny", "the jet had bombed a school"),
    ),
    (
        "Prosecutors allege that he paid the witness, an accusation he rejects.",
        ("he", "reject", "that he paid the witness"),
    ),
    (
        "A nurse said she was dismissed for complaining, a claim that the clinic’s owner strongly disputes.",
        ("the clinic’s owner", "dispute", "she was dismissed for complaining"),
    ),
    (
        "The firm dumped acid in the lake, which it denies.",
        ("it", "deny", "The firm dumped acid in the lake"),
    ),
]

CHAINED = [
    (
        "The mill burned for hours, the fire chief said, adding that nobody was hurt.",
        [
            ("the fire chief", "say", "The mill burned for hours"),
            ("the fire chief", "add", "that nobody was hurt"),
        ],
    ),
    (
        "The carrier grounded its fleet, citing a software fault.",
        [("The carrier", "cite", "a software fault")],
    ),
    (
        "The premier condemned the raid and said talks would go on.",
        [("The premier", "condemn", "the raid"), ("The premier", "say", "talks would go on")],
    ),
    (
        "A spokesman declined to comment but said the plant was safe.",
        [("A spokesman", "decline", "to comment"), ("A spokesman", "say", "the plant was safe")],
    ),
    (
        "The guild said it was ready to talk, while the studios insisted that the offer was final.",
        [("The guild", "say", "it was ready to talk"), ("the studios", "insist", "that the offer was final")],
    ),
    (
        "The trustees said that the auditor had denied the error.",
        [
            ("The trustees", "say", "that the auditor had denied the error"),
            ("the auditor", "deny", "the error"),
        ],
    ),
    (
        "The statement also said the fund was solvent. The report added that reserves had grown.",
        [("The statement", "say", "the fund was solvent"), ("The report", "add", "that reserves had grown")],
    ),
    (
        "The toll keeps rising, with the governor saying 12 bodies had been found.",
        [("the governor", "say", "12 bodies had been found")],
    ),
    (
        "The envoy held talks with both leaders, urging them to sign.",
        [("The envoy", "urge", "them to sign")],
    ),
    (
        "The captain was quick to add that nobody was to blame.",
        [("The captain", "add", "that nobody was to blame")],
    ),
    (
        "State radio quoted the governor as saying 12 bodies had been found.",
        [("the governor", "say", "12 bodies had been found")],
    ),
]


NOT_STATEMENTS = [
    "The claims could not be independently verified.",
    "The war claimed 30,000 lives.",
    "The bank closed 30 branches in March.",
    "The reports are filed every week.",
    "She wore what looked like a “costume” to the ball.",
    "The ceasefire reportedly held overnight.",
    "The agency was not able to verify whether the fire was out.",
]

ONLINE = [
    ("The singer tweeted that the tour was off.", [("The singer", "tweet", "that the tour was off")]),
    (
        "The envoy wrote on Twitter that talks had failed.",
        [("The envoy", "write", "that talks had failed")],
    ),
    ('"We are safe," the club posted.', [("the club", "post", '"We are safe,"')]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*INDIRECT, *DIRECT, *MIXED, *ACCORDING, *DENIALS, *ACCUSATIONS, *OBJECTS, *CHAINED, *ONLINE],
)
def test_who_says_what_is_read_exactly(text, expected):
    assert triples(text) == expected


@pytest.mark.parametrize(("text", "expected"), [*NOMINAL, *REFERENCES])
def test_a_statement_inside_another_construction_is_found(text, expected):
    assert expected in triples(text)


@pytest.mark.parametrize("text", NOT_STATEMENTS)
def test_words_that_state_nothing_give_nothing(text):
    assert triples(text) == []


VIA = [
    ("The colonel, quoted by local radio, said the fort had fallen.", "The colonel", "local radio"),
    (
        "The colonel was quoted as saying by the state agency that the fort had fallen.",
        "The colonel",
        "the state agency",
    ),
    ("The trainer told Reuters that the horse was fit.", "The trainer", "Reuters"),
    (
        "The minister said in an interview with Radio Nord that taxes would fall.",
        "The minister",
        "Radio Nord",
    ),
]


@pytest.mark.parametrize(("text", "source", "via"), VIA)
def test_whom_a_statement_came_through_is_kept_apart_from_who_made_it(text, source, via):
    (found,) = read(text)
    assert text[slice(*found.source[0])] == source
    assert [text[s:e] for s, e in found.via] == [via]


def test_hearers_without_a_name_are_no_channel():
    (found,) = read("The trainer told reporters that the horse was fit.")
    assert found.via == ()


def test_a_carried_statement_points_at_the_one_that_carries_it():
    outer, inner = read("The trustees said that the auditor had denied the error.")
    assert (outer.parent, inner.parent) == (None, 0)


def test_a_relative_pronoun_keeps_whom_it_stands_for():
    text = "The charge was read by Ada Okoro, who said the hearing would be short."
    (found,) = [a for a in read(text) if a.head == "say"]
    assert [text[s:e] for s, e in found.source] == ["Ada Okoro", "who"]


def test_the_time_of_the_saying_stays_out_and_the_time_said_stays_in():
    text = "On Friday, the utility said power had been cut on Thursday."
    assert triples(text) == [("the utility", "say", "power had been cut on Thursday")]
