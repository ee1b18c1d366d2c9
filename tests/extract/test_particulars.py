"""Particulars with one value: how old, at what time of day, in what direction from where."""

from collections.abc import Iterator

import pytest
from markup import article_of
from rates import at_rate

from claimgraph.extract.grammar.sentences import by_paragraph
from claimgraph.extract.reading.participants import Passage
from claimgraph.extract.reading.propositions import particulars, read_answers
from claimgraph.model import Proposition

AGES = (
    ("Ines Aldo, 41, was arrested at the quay.", "41", "Ines Aldo"),
    ("Police arrested Ines Aldo, 41.", "41", "Ines Aldo"),
    ("A 61-year-old baker was hurt.", "61", "A 61-year-old baker"),
    ("The 17-year-old striker scored twice.", "17", "The 17-year-old striker"),
    ("The 41-year-old ferry captain was hurt.", "41", "The 41-year-old ferry captain"),
    ("A 9 year old girl was rescued.", "9", "A 9 year old girl"),
    ("Nurses treated the 30-year-old Omar Venn.", "30", "the 30-year-old Omar Venn"),
    ("The court freed Rui Santos, 52, on Monday.", "52", "Rui Santos"),
    ("Tove Lind, 33, and a colleague left.", "33", "Tove Lind"),
)
CLOCKS = (
    ("The ship sank at 9:45 p.m. on Tuesday.", "21:45", "The ship"),
    ("The blast hit the depot at 03:10.", "03:10", "The blast"),
    ("The bridge collapsed at 6 am.", "06:00", "The bridge"),
    ("The train left at 12 p.m. from Calder.", "12:00", "The train"),
    ("The train left at 12 a.m. from Calder.", "00:00", "The train"),
    ("The quake struck at 0415 GMT.", "04:15 GMT", "The quake"),
    ("The vote ended at 18:30 CET.", "18:30 CET", "The vote"),
    ("The storm made land on Monday at 2210 UTC.", "22:10 GMT", "The storm"),
    ("The ferry left at 7:05 UTC.", "07:05 GMT", "The ferry"),
    ("Witnesses heard shots at 10.20 pm.", "22:20", "Witnesses"),
)
BEARINGS = (
    ("The wreck lies 40 km south of Lisk.", "south", "Lisk"),
    ("The quake struck northwest of Porto Velmo.", "northwest", "Porto Velmo"),
    ("The tanker burned south-east of Dunmore.", "southeast", "Dunmore"),
    ("Rebels held hills north east of Tarnia.", "northeast", "Tarnia"),
    ("The plane fell off the western coast of Orrin.", "west", "Orrin"),
    ("A mine was found east of the town of Calder.", "east", "Calder"),
)
NOTHING = (
    "The drive took 6:05 of the clock.",
    "The storm tore 41 roofs off houses.",
    "The firm, 200 of whose workers struck, closed.",
    "The tower is 140 years old.",
    "A 130-year-old oak fell.",
    "The rate rose to 5.30 percent.",
    "Shares rose $5.27 on Friday.",
    "The bond fell to 4.35 in a week.",
    "Bruma drew level with 10:03 to play.",
    "With 7:42 left in the half, Sule scored.",
    "She ran the course in 2:03:15.",
    "The boat is 4.20 m long.",
    "The team won 3:2 in Bruma.",
    "The quay was closed in the morning.",
    "Turnout was 41.",
    "He moved south last year.",
    "The wind blew from the north.",
    "The score was 13 am later.",
)


def read(text: str) -> Iterator[Proposition]:
    article = article_of(text)
    for each in by_paragraph(article, [(0, len(text))]):
        yield from particulars(Passage(*each))


@pytest.mark.parametrize(("question", "rows"), [("age", AGES), ("clock", CLOCKS), ("bearing", BEARINGS)])
def test_every_particular_has_a_value_of_one_thing(question: str, rows: tuple) -> None:
    wrong = []
    for text, value, of in rows:
        found = [(one.predicate, one.value, one.patient.text if one.patient else None) for one in read(text)]
        if (question, value, of) not in found:
            wrong.append((text, found))
    assert len(wrong) <= len(rows) // 8, wrong


@at_rate([(text, question) for text in NOTHING for question in ("age", "clock", "bearing")], 0.95)
def test_what_is_no_particular_answers_nothing(text: str, question: str) -> None:
    assert [one for one in read(text) if one.predicate == question] == []


@at_rate([row[0] for row in (*AGES, *CLOCKS, *BEARINGS)], 0.95)
def test_the_words_of_a_particular_stand_in_the_text(text: str) -> None:
    for one in read(text):
        start, end = one.trigger
        assert text[start:end].strip() == text[start:end] != ""
        assert one.polarity == "affirmed"
        assert one.answers


def test_particulars_are_among_the_answers_of_a_claim() -> None:
    text = "Ines Aldo, 41, was arrested at 9:45 p.m. east of Calder."
    found = {one.predicate: one.value for one in read_answers(article_of(text), [(0, len(text))])}
    assert {"age": "41", "clock": "21:45", "bearing": "east"}.items() <= found.items()


def test_only_the_words_claimed_are_read() -> None:
    text = "Ines Aldo, 41, was arrested. The train left at 6 am."
    found = read_answers(article_of(text), [(text.index("The train"), len(text))])
    assert "clock" in {one.predicate for one in found}
    assert "age" not in {one.predicate for one in found}
