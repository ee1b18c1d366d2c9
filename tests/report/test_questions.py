"""Headings are neutral questions, and everything quoted in them stands in an article."""

import re

import pytest
from findings_fixture import source

from claimgraph.model import (
    Act,
    Claim,
    Collection,
    Dated,
    Dispute,
    Findings,
    Matching,
    Participant,
    Pointer,
    Proposition,
    Quantity,
    Reason,
)
from claimgraph.report.lookup import Lookup
from claimgraph.report.phrases import around, quoted, shown
from claimgraph.report.questions import Questions, asking, several

TEXT = """Bridge over the Ill closed

The city said that 40 lamps were broken on the bridge, and the guild said the work would cost 3 million marks.
Ada Klein accused the firm Ott on Monday of hiding cracks. The firm Ott denied that it had hidden anything.
The bolts were made of iron, Klein said. The bolts were made of cheap brass, Ott said.
The mayor said on Monday that the bridge would open in June.
The guild blamed the council for the delay. The dean insisted on leaving early; Ott said nobody left "before dawn".
"""
ARTICLE = source("bridge.txt", TEXT, Dated(date="2030-05-02"))


def span(words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return (at, at + len(words))


def said(words, cue=None, act=Act.ASSERT, nth=0, **fields):
    start, end = span(words, nth)
    cued = span(*cue) if isinstance(cue, tuple) else span(cue) if cue else None
    return Claim(
        id=f"c{start}", statement=f"s{start}", source=ARTICLE.id, start=start, end=end, text=words,
        content=((start, end),), cue=cued, act=act, speakers=(), **fields,
    )  # fmt: skip


def count(text, unit, low):
    return Quantity(low=low, high=low, text=text, span=span(text), unit=unit)


def told(words, trigger, patient):
    filler = Participant(text=patient, span=span(patient), head=patient.split()[-1])
    return Proposition(predicate=trigger, lemma=trigger, trigger=span(trigger), patient=filler)


LAMPS = said("40 lamps were broken on the bridge", "said that", quantities=(count("40", "lamp", 40),))
COST = said(
    "the work would cost 3 million marks", ("said", 1), quantities=(count("3 million marks", "MARK", 3e6),)
)
HIDING = said("the firm Ott on Monday of hiding cracks", "accused", Act.ACCUSE, target="ott")
HIDDEN = said("it had hidden anything", "denied that", Act.DENY, pointer=Pointer(words=span("denied")))
IRON = said("The bolts were made of iron", ("said", 2))
BRASS = said("The bolts were made of cheap brass", ("said", 3))
DELAY = said("the council for the delay", "blamed", Act.ACCUSE, target="council")
LEAVING = said("leaving early", "insisted on")
OPENING = said("that the bridge would open in June", ("said", 4))
DAWN = said('nobody left "before dawn"', ("said", 5), polarity="denied")


def dispute(kind, *sides, rule="", spans=()):
    reasons = (Reason(rule=rule, detail="", spans=spans),) if rule else ()
    return Dispute(id="d1", kind=kind, subject=None, sides=tuple((one.id,) for one in sides), reasons=reasons)


def asked(found, *sides):
    collection = Collection(sources=(ARTICLE,), claims=tuple(sides))
    questions = Questions(Lookup(Findings(collection=collection, matching=Matching(disputes=(found,)))))
    return questions.heading(found, [[one] for one in sides], found.kind), [
        questions.said([one], found, found.kind) for one in sides
    ]


@pytest.mark.parametrize(
    ("found", "sides", "heading"),
    [
        (dispute("figures", LAMPS, LAMPS), (LAMPS, LAMPS), "How many “lamps were broken on the bridge”"),
        (dispute("figures", COST, COST), (COST, COST), "How much: “the work would cost …”"),
        (
            dispute("denial", HIDING, HIDDEN),
            (HIDING, HIDDEN),
            "Whether the firm Ott is rightly accused of “hiding cracks”",
        ),
        (
            dispute("denial", DELAY, HIDDEN),
            (DELAY, HIDDEN),
            "Whether the council is to blame for “the delay”",
        ),
        (dispute("denial", LEAVING, DAWN), (LEAVING, DAWN), "In question: “leaving early”"),
        (dispute("denial", OPENING, DAWN), (OPENING, DAWN), "Whether “the bridge would open in June”"),
        (dispute("contradiction", IRON, BRASS), (IRON, BRASS), "Whether “The bolts were made of iron”"),
        (
            dispute(
                "contradiction",
                IRON,
                BRASS,
                rule="other answer",
                spans=((IRON.id, *span("of iron")), (BRASS.id, *span("of cheap brass"))),
            ),
            (IRON, BRASS),
            "Whether “of iron” or “of cheap brass”",
        ),
        (
            dispute("contradiction", IRON, BRASS, rule="other day"),
            (IRON, BRASS),
            "When: “The bolts were made of iron”",
        ),
        (
            dispute("mutual_accusation", HIDING, DELAY),
            (HIDING, DELAY),
            "Each accuses the other: “accused the firm Ott on Monday of hiding cracks”; “blamed the council for the delay”",
        ),
    ],
)
def test_a_heading_is_a_question_in_words_of_the_article(found, sides, heading):
    assert asked(found, *sides)[0] == heading


@pytest.mark.parametrize(
    ("found", "sides", "words"),
    [
        (
            dispute("figures", LAMPS, COST),
            (LAMPS, COST),
            ["“40 lamps were broken on the bridge”", "“the work would cost 3 million marks”"],
        ),
        (
            dispute("denial", HIDING, HIDDEN),
            (HIDING, HIDDEN),
            ["“accused the firm Ott on Monday of hiding cracks”", "“denied that it had hidden anything”"],
        ),
        (
            dispute("denial", LEAVING, DAWN),
            (LEAVING, DAWN),
            ["“leaving early”", "“nobody left ‘before dawn’”"],
        ),
    ],
)
def test_a_side_is_told_by_its_own_words(found, sides, words):
    assert asked(found, *sides)[1] == words


def test_a_gap_stands_where_a_figure_stood_and_clauses_end_at_their_marks():
    clause = around(TEXT, span("3 million"), (COST.start, COST.end))
    assert (clause.gap, clause.phrase) == (
        "the work would cost … marks",
        "the work would cost 3 million marks",
    )
    glued = around("the 6.1-magnitude quake", (4, 7), (0, 23))
    assert glued.gap == "the …-magnitude quake"


def test_of_many_words_those_round_the_place_are_kept():
    claim = said(TEXT[TEXT.index("Ada") : TEXT.index("The guild blamed")].strip())
    kept = shown(claim, ARTICLE, span("cheap brass"), 60)
    assert "cheap brass" in kept
    assert len(kept) <= 62
    assert kept.strip("…") in " ".join(TEXT.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It fell."', "“It fell.”"),
        ("he “fell", "“he fell”"),
        ('it was "a lie" and', "“it was ‘a lie’ and”"),
    ],
)
def test_quotation_marks_do_not_nest_in_themselves(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("who", "many"),
    [
        ("Azerbaijani soldiers", True),
        ("members of the board", True),
        ("the police", True),
        ("Bo and Li", True),
        ("Armenians", True),
        ("Azerbaijan", False),
        ("the board of directors", False),
        ("the boss", False),
        ("Ferrule Services", False),
    ],
)
def test_are_goes_with_those_who_are_several(who, many):
    assert several(who) is many


OTHERS = [
    ("killing 10 people and injuring 80", "10", "killing … people"),
    (
        "killing 10 people and injuring 80",
        "80",
        "killing 10 people and injuring …",
    ),  # alone it says too little
    ("four villages had been destroyed and three people killed", "three", "… people killed"),
    ("four villages had been destroyed and three people killed", "four", "… villages had been destroyed"),
    ("two women and one man died", "two", "… women and one man died"),
]


@pytest.mark.parametrize(("text", "figure", "gap"), OTHERS)
def test_what_belongs_to_another_figure_is_left_out_where_enough_is_left(text, figure, gap):
    at = text.index(figure)
    spans = [
        (text.index(one), text.index(one) + len(one))
        for one in re.findall(r"\b(?:\d+|two|one|three|four)\b", text)
    ]
    own = (at, at + len(figure))
    assert around(text, own, (0, len(text)), [one for one in spans if one != own]).gap == gap


@pytest.mark.parametrize(
    ("text", "unit", "question"),
    [
        ("40 of its soldiers had died", "people", "How many “of its soldiers had died”"),
        ("thousands of people were hurt", "people", "How many “people were hurt”"),
        ("12 tonnes of oil were lost", "tonne", "How many “tonnes of oil were lost”"),
        ("65% of traffic was down", "percent", "How much “of traffic was down”"),
        ("a 6.1-magnitude quake struck", "magnitude", "What figure: “a …-magnitude quake struck”"),
    ],
)
def test_a_figure_is_asked_for_as_its_unit_asks(text, unit, question):
    figure = re.search(r"\d[\d.]*%?|thousands", text)
    quantity = Quantity(low=1, high=1, text=figure[0], span=figure.span(), unit=unit)
    assert asking(quantity, around(text, figure.span(), (0, len(text)))) == question
