"""Statements beside each other, headlines, and what only looks like a statement: one table each."""

import re

import pytest

from claimgraph.extract.attribution.finding import attributions
from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import parse
from claimgraph.model import Block, Source

Triple = tuple[str, str, str]


def read(text: str, *, title: bool = False) -> list[Attribution]:
    blocks = tuple(
        Block(start=m.start(), end=m.end(), kind="title" if title and number == 0 else "body")
        for number, m in enumerate(re.finditer(r"[^\n]+", text))
    )
    source = Source(id="s1", name="a.txt", path="a.txt", sha256="0", text=text, blocks=blocks)
    return attributions(parse(source))


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
]

NO_STATEMENT = [
    "The clinic admitted 19 patients with burns.",
    "The man charged with the theft will appear on Monday.",
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
        "The envoy suggested that the plan was flawed - “Again, we need to see details,” she said.",
        [
            ("The envoy", "suggest", "that the plan was flawed"),
            ("she", "say", "“Again, we need to see details,”"),
        ],
    ),
    (
        "One of the climbers died, the clinic said, which brings the number of deaths to six.",
        [("the clinic", "say", "One of the climbers died")],
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
]
NAMES = [
    "Sen. Ana Ruiz (a member of the budget committee)",
    "An 18-year-old sailor",
    "The mother of a 10-year-old girl",
]

NESTED = [
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
            "OLD HARBOUR: The hospital said it had treated 19 people with burns.",
            [("The hospital", "say", "it had treated 19 people with burns")],
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


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke to the crowd: “We will rebuild the bridge.\nWe will not wait.\nWe start tomorrow.”",
    ],
)
def test_a_speech_after_a_colon_runs_over_the_following_lines(text: str) -> None:
    (speech,) = read(text)
    assert [text[s:e].lower() for s, e in speech.source] == ["the mayor"]
    said = " ".join(text[s:e] for s, e in speech.content)
    assert said == re.split(r":\s", text, maxsplit=1)[1].replace("\n", " ")
