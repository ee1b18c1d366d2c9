"""Statements beside each other, headlines, and what only looks like a statement: one table each."""

import re

import pytest

from claimgraph.extract.engines import Attribution, engine
from claimgraph.extract.parse import parse
from claimgraph.model import Block, Source

Triple = tuple[str, str, str]


def read(text: str, *, title: bool = False) -> list[Attribution]:
    blocks = tuple(
        Block(start=m.start(), end=m.end(), kind="title" if title and number == 0 else "body")
        for number, m in enumerate(re.finditer(r"[^\n]+", text))
    )
    source = Source(id="s1", name="a.txt", path="a.txt", sha256="0", text=text, blocks=blocks)
    return engine("rules").attributions(parse(source))


def triples(text: str, *, title: bool = False) -> list[Triple]:
    """Return who, the lemma of the cue and what; parts of the content are joined by a bar."""
    return [
        (
            " | ".join(text[s:e] for s, e in a.source[:1]),
            a.head,
            " | ".join(text[s:e] for s, e in a.content),
        )
        for a in read(text, title=title)
    ]


NOBODY_SPEAKS = [
    "After Brazil mediates, Chad, Niger Agree on Fishing Quotas",
    "Strike at Harbour Widens, Delays Reported",
    "Harbour Bridge Reopens, Traffic Expected",
    "A Curfew Has Been Declared in Port-Louis",
    "A Truce Has Been Announced in Guinea-Bissau",
    "Peru, Chile Agree to Reopen Border Crossing",
    "State of Emergency Declared in Quito After Quake",
    "Jury shown film of raid on bakery",
    "Toll Rises, Dozens Injured, Roads Closed",
    "Rockets, a drone and a bus: accusations multiply",
    "Ferry toll: five dead, dozens hurt",
    "Peru: Two dead in quake",
]

HEADLINES = [
    ("River Flood Kills Two, Police Say", [("Police", "say", "River Flood Kills Two")]),
    ("Two dead in crash, police say", [("police", "say", "Two dead in crash")]),
    ("Mine Closed, Owner Says", [("Owner", "say", "Mine Closed")]),
    ("Adeyemi: We Will Appeal", [("Adeyemi", ":", "We Will Appeal")]),
    ("Poll: Voters Want Change", [("Poll", ":", "Voters Want Change")]),
    ("Minister: No Layoffs Planned", [("Minister", ":", "No Layoffs Planned")]),
    ("Toll of ferry fire at nine - coastguard", [("coastguard", "-", "Toll of ferry fire at nine")]),
]

NO_STATEMENT = [
    "The lake froze early, which explains why the ferry was late.",
    "The ship sank, which shows that the hull was old.",
    "Geneva: With talks at an end, Chad and Niger agreed to a fishing ban.",
    "After the vote, the two clubs agreed on a date.",
    "Neither club has commented on the transfer.",
    "The bank has not disclosed its losses.",
    "The pilot did not say why he had turned back.",
    "He left the hall without saying who had won.",
    "The trader was stopped from telling the court that he was ill.",
    "The witness asked not to be named.",
    "The clinic admitted 19 patients with burns.",
    "The man charged with the theft will appear on Monday.",
    "The report was as harsh as most insiders believed.",
    "The storm highlighted the need for a new wall.",
    "The delay raises concerns about safety.",
    "The fire claimed two lives when it swept the hall.",
    "The club is under pressure to show that it can pay.",
]

JOINED = [
    (
        "Police officials said the protesters had burned down a market, and accused the opposition of planning it.",
        [
            ("Police officials", "say", "the protesters had burned down a market"),
            ("Police officials", "accuse", "the opposition of planning it"),
        ],
    ),
    (
        "Officials said one worker was killed and 32 were injured, and accused the builder of locking the gates.",
        [
            ("Officials", "say", "one worker was killed and 32 were injured"),
            ("Officials", "accuse", "the builder of locking the gates"),
        ],
    ),
    (
        "The union said the owner had locked the gates and accused the workers of theft.",
        [
            ("The union", "say", "the owner had locked the gates"),
            ("The union", "accuse", "the workers of theft"),
        ],
    ),
    (
        "Scouts said the hut had burned down, and the governor accused campers of lighting fires.",
        [
            ("Scouts", "say", "the hut had burned down"),
            ("the governor", "accuse", "campers of lighting fires"),
        ],
    ),
    (
        "The agency said the ferry had sunk, but most passengers had been saved.",
        [("The agency", "say", "the ferry had sunk, but most passengers had been saved")],
    ),
    (
        "The bank said it had lost the files but had kept copies, and that nobody was hurt.",
        [("The bank", "say", "it had lost the files but had kept copies, and that nobody was hurt")],
    ),
    (
        "The agency said that the ferry had sunk, but that most passengers were safe.",
        [("The agency", "say", "that the ferry had sunk, but that most passengers were safe")],
    ),
    (
        "Rescuers said the hut had burned down, but the mayor denied it.",
        [("Rescuers", "say", "the hut had burned down"), ("the mayor", "deny", "it")],
    ),
    (
        "The bank said it had lost the files; it added that no customer was affected.",
        [("The bank", "say", "it had lost the files"), ("it", "add", "that no customer was affected")],
    ),
    (
        "The airline admitted that the check had been late, but insisted that its planes have remained grounded.",
        [
            ("The airline", "admit", "that the check had been late"),
            ("The airline", "insist", "that its planes have remained grounded"),
        ],
    ),
    (
        "The union said that pay had fallen, to which the owner replied: “It's just not true.”",
        [("The union", "say", "that pay had fallen"), ("the owner", "reply", "“It's just not true.”")],
    ),
    (
        "Forty boats sank, said Ana Prado, the head of the port; ten of them were ferries, she added.",
        [
            ("Ana Prado, the head of the port", "say", "Forty boats sank"),
            ("she", "add", "ten of them were ferries"),
        ],
    ),
    (
        "The mine is closed, the owner said, and the miners have been paid, the union reported.",
        [
            ("the owner", "say", "The mine is closed"),
            ("the union", "report", "the miners have been paid"),
        ],
    ),
    (
        "The envoy suggested that the plan was flawed - “Again, we need to see details,” she said.",
        [
            ("The envoy", "suggest", "that the plan was flawed"),
            ("she", "say", "“Again, we need to see details,”"),
        ],
    ),
    (
        "The hospital denied that two babies had been swapped, as the family alleges.",
        [
            ("The hospital", "deny", "that two babies had been swapped"),
            ("the family", "allege", "that two babies had been swapped"),
        ],
    ),
    (
        "One of the climbers died, the clinic said, which brings the number of deaths to six.",
        [("the clinic", "say", "One of the climbers died")],
    ),
    (
        "The envoy condemned what he described as attacks on clinics.",
        [("he", "describe", "what | as attacks on clinics")],
    ),
    (
        "The minister spoke of what he called sabotage.",
        [("he", "call", "what | sabotage")],
    ),
]

ENDINGS = [
    (
        "Chad has moved about 4,000 fighters from northern Libya to Niger, Kenya's envoy in Oslo said last week.",
        [
            (
                "Kenya's envoy in Oslo",
                "say",
                "Chad has moved about 4,000 fighters from northern Libya to Niger",
            )
        ],
    ),
    (
        "The firm has shipped nearly 500 crates to the island, the growers' office in Davao reported last year.",
        [
            (
                "the growers' office in Davao",
                "report",
                "The firm has shipped nearly 500 crates to the island",
            )
        ],
    ),
    (
        "The talks will go on in spring, the king's adviser said on Monday.",
        [("the king's adviser", "say", "The talks will go on in spring")],
    ),
]

APPOSED = [
    (
        "The tenants' group also says that the boiler failed; an allegation that the landlord dismisses as untrue.",
        [
            ("The tenants' group", "say", "that the boiler failed"),
            ("the landlord", "dismiss", "that the boiler failed"),
        ],
    ),
    (
        "The union says the plant locked its doors — a charge that the owner, Delmar Foods, rejects as invented.",
        [
            ("The union", "say", "the plant locked its doors"),
            ("the owner, Delmar Foods", "reject", "the plant locked its doors"),
        ],
    ),
    (
        "The suit says the bank hid losses, allegations the bank denies.",
        [("The suit", "say", "the bank hid losses"), ("the bank", "deny", "the bank hid losses")],
    ),
    (
        "The opposition says votes were bought, which the ruling party denies.",
        [
            ("The opposition", "say", "votes were bought"),
            ("the ruling party", "deny", "votes were bought"),
        ],
    ),
    (
        "Inspectors found mould in the silo, a claim rejected by the operator.",
        [("the operator", "reject", "Inspectors found mould in the silo")],
    ),
    (
        "The paper said the singer had been paid twice - an accusation her manager called absurd.",
        [
            ("The paper", "say", "the singer had been paid twice"),
            ("her manager", "call", "the singer had been paid twice | absurd"),
        ],
    ),
]

INNER = [
    (
        "The call came as several small countries urged a halt, worried that the dam could burst.",
        ("several small countries", "worry", "that the dam could burst"),
    ),
    (
        "The plan fell through after the mayors objected, fearing that buses would be late.",
        ("the mayors", "fear", "that buses would be late"),
    ),
]

SPEAKERS = [
    ("Sen. Ana Ruiz (a member of the budget committee) says the bill is dead.", "say", "the bill is dead"),
    ("An 18-year-old sailor said the mast had snapped.", "say", "the mast had snapped"),
    ("The mother of a 10-year-old girl said the bus had not stopped.", "say", "the bus had not stopped"),
    ("In the latest poll, 40 percent said they would not vote.", "say", "they would not vote"),
    ("He cited a study according to which bees dislike the paint.", "according", "bees dislike the paint"),
]
NAMES = [
    "Sen. Ana Ruiz (a member of the budget committee)",
    "An 18-year-old sailor",
    "The mother of a 10-year-old girl",
    "40 percent",
    "a study",
]

NESTED = [
    (
        "He said the pilot had told him that the engine was on fire.",
        "that the engine was on fire",
        "the pilot had told him that the engine was on fire",
    ),
    (
        "The clerk testified that the manager had admitted that the safe was empty.",
        "that the safe was empty",
        "that the manager had admitted that the safe was empty",
    ),
]


@pytest.mark.parametrize("text", NOBODY_SPEAKS)
@pytest.mark.parametrize("title", [True, False])
def test_a_headline_that_names_no_speaker_makes_no_statement(text: str, title: bool) -> None:
    assert triples(text, title=title) == []


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_a_headline_that_names_its_speaker_is_read(text: str, expected: list[Triple]) -> None:
    assert triples(text, title=True) == expected


@pytest.mark.parametrize("text", NO_STATEMENT)
def test_what_nobody_said_makes_no_statement(text: str) -> None:
    assert triples(text) == []


@pytest.mark.parametrize(("text", "expected"), JOINED + ENDINGS + APPOSED)
def test_neighbours_keep_to_their_own_words(text: str, expected: list[Triple]) -> None:
    assert sorted(triples(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("row", "name"), list(zip(SPEAKERS, NAMES, strict=True)), ids=[row[0] for row in SPEAKERS]
)
def test_the_whole_name_of_a_speaker_is_kept(row: Triple, name: str) -> None:
    text, cue, said = row
    assert (name, cue, said) in triples(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Geneva: The bridge is closed, the mayor said.", [("the mayor", "say", "The bridge is closed")]),
        (
            "Lima, March 3: The bridge is closed, the mayor said on Friday.",
            [("the mayor", "say", "The bridge is closed")],
        ),
        (
            "OLD HARBOUR: The hospital said it had treated 19 people with burns.",
            [("The hospital", "say", "it had treated 19 people with burns")],
        ),
        (
            "HOST: Why did you go?\nGUEST: I wanted to see it.",
            [("HOST", ":", "Why did you go?"), ("GUEST", ":", "I wanted to see it")],
        ),
    ],
)
def test_a_dateline_is_neither_speaker_nor_said(text: str, expected: list[Triple]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(("text", "expected"), INNER)
def test_only_those_who_feel_are_said_to_fear(text: str, expected: Triple) -> None:
    assert expected in triples(text)


@pytest.mark.parametrize(("text", "inner", "outer"), NESTED)
def test_a_statement_carried_by_another_names_its_parent(text: str, inner: str, outer: str) -> None:
    found = read(text)
    contents = [" | ".join(text[s:e] for s, e in a.content) for a in found]
    child = found[contents.index(inner)]
    assert child.parent is not None
    assert contents[child.parent] == outer


def test_whom_a_whole_statement_came_through_makes_no_second_one() -> None:
    text = "The border will reopen, the palace announced Monday on the first day of the talks, according to Fokus."
    (told,) = read(text)
    assert [text[s:e] for s, e in told.source + told.content] == ["the palace", "The border will reopen"]
    assert [text[s:e] for s, e in told.via] == ["Fokus"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke to the crowd: “We will rebuild the bridge.\nWe will not wait.\nWe start tomorrow.”",
        'The mayor opened the meeting with a warning: "Sales fell.\nThey will fall again."',
        'In her speech the mayor said:\n"The road is open.\nNobody was hurt."',
    ],
)
def test_a_speech_after_a_colon_runs_over_the_following_lines(text: str) -> None:
    (speech,) = read(text)
    assert [text[s:e].lower() for s, e in speech.source] == ["the mayor"]
    said = " ".join(text[s:e] for s, e in speech.content)
    assert said == re.split(r":\s", text, maxsplit=1)[1].replace("\n", " ")
