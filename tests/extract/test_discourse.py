"""How a claim is told: where it stands, the names in it, and the marks of what it answers."""

from functools import cache

import pytest
from markup import article_of, read_marked
from rates import at_rate, check_rate

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import parse
from claimgraph.extract.reading.telling import Telling, telling
from claimgraph.model import Dated

MARKED = {
    "anaphoric": [
        "[Ada Kerr] {said|say} <it was open>.",
        "<That is a matter for the court,> [Ivo Sand] {said|say}.",
        "[The mayor] {said|say} <they had left the quarry>.",
    ],
    "attacks": [
        "[The union] {accused|accuse} <Larkin Foods of hiding mould>.",
        "[The coach] {blamed|blame} <the referee for the defeat>.",
        "[Prosecutors] {alleged|allege} <the banker forged letters>.",
    ],
    "responds": [
        "[Larkin Foods] {denied|deny} <the accusation>.",
        "<The gate was open,> [Ivo Sand] {replied|reply}.",
        "[The bank] {insisted|insist} <the vault was sealed>.",
        "<The vault was sealed,> [the banker] {hit back|hit}.",
    ],
    "back": [
        "[The mayor] {said|say} <the bridge had been closed earlier>.",
        "[The mayor] {said|say} <the former quarry was flooded>.",
        "[The clerk] {said|say} <nine ships were lost last year>.",
    ],
    "blanket": [
        "[The bank] {denied|deny} <any wrongdoing>.",
        "[The sailor] {denied|deny} <involvement in the theft>.",
    ],
    "calls false": [
        "[Ada Kerr] {said|say} <the story was a lie>.",
        "<The report is false,> [the palace] {said|say}.",
        "[The senator] {called|call} <the charges baseless>.",
    ],
    "contrast": [
        "But [Larkin Foods] {denied|deny} <the accusation>.",
        "However, [Ivo Sand] {said|say} <the gate was open>.",
        "[The mayor] {said|say} <the dam held, although water rose>.",
    ],
    "negative": [
        "[The mayor] {said|say} <the dam did not burst>.",
        "[The mayor] {said|say} <nobody was hurt>.",
        "[The mayor] {said|say} <the quarry was never flooded>.",
        "[The mayor] {said|say} <the dam didn't burst>.",
    ],
    "other year": ["[The mayor] {said|say} <the bridge fell in 1987>."],
    "overall": [
        "[The mayor] {said|say} <12 dams burst nationwide>.",
        "[The ministry] {said|say} <40 barns burned in the whole country>.",
    ],
    "compared": [
        "[The port] {said|say} <a year earlier nine ships had burned>.",
        "[The union] {said|say} <the list stood at 7,900 three months before>.",
    ],
    "again": [
        "[The mayor] {said|say} <the bridge was open again>.",
        "[The port] {said|say} <the quay had reopened>.",
    ],
    "unknowing": [
        "[The mayor] {said|say} <he did not know whether the dam held>.",
        "[The navy] {said|say} <it was not clear why the frigate turned>.",
    ],
    "own words": [
        "<We opened the gate,> [the guards] {said|say}.",
        "<My client slept at home,> [the lawyer] {said|say}.",
    ],
    "question": ["<Was the gate open?> [Ivo Sand] {asked|ask}."],
    "sample": [
        "[The pollster] {said|say} <a survey put the mayor ahead>.",
        "[The bank] {said|say} <its forecast was a rise of two percent>.",
    ],
}
UNMARKED = (
    "[The mayor] {said|say} <the dam at Orrin burst on Monday>.",
    "[Prosecutors] {said|say} <the banker forged three letters>.",
    "[The navy] {said|say} <a frigate struck a reef near Lisk>.",
    "[The club] {said|say} <the striker joined the squad>.",
    "[The ministry] {announced|announce} <the ferry had sailed>.",
    "[The skipper] {said|say} <the ferry took the wrong channel>.",
    "[The club] {said|say} <the visit set off a storm of speculation>.",
)


@cache
def told(marked: str, published: str = "2031-05-02") -> Telling:
    article, attribution = read_marked(marked)
    if published:
        dated = article.source.model_copy(update={"published": Dated(date=published)})
        article = parse(dated)
    return telling(article, attribution, attribution.content)


def test_a_mark_is_seen() -> None:
    def check(mark: str, sentence: str) -> None:
        found = told(sentence).marks
        assert mark in found, found

    check_rate({mark: [(mark, one) for one in sentences] for mark, sentences in MARKED.items()}, check, 0.95)


@at_rate(
    [
        (mark, one)
        for mark, listed in MARKED.items()
        for one in listed
        for mark in MARKED
        if one not in MARKED[mark]
    ],
    0.85,
)
def test_a_sentence_has_few_marks_beside_its_own(mark: str, sentence: str) -> None:
    assert mark not in told(sentence).marks


@pytest.mark.parametrize("sentence", UNMARKED)
def test_a_plain_statement_has_no_mark(sentence: str) -> None:
    assert told(sentence).marks == ()


@pytest.mark.parametrize(
    ("year", "published", "other"),
    [
        ("1987", "2031-05-02", True),
        ("2030", "2031-05-02", True),
        ("2031", "2031-05-02", False),
        ("2045", "2031-05-02", False),
        ("1066", "2031-05-02", False),
        ("1987", "", False),
    ],
)
def test_a_year_before_the_article_is_another(year: str, published: str, other: bool) -> None:
    marks = told(f"[The mayor] {{said|say}} <the bridge fell in {year}>.", published).marks
    assert ("other year" in marks) is other


PLACES = (
    ("[The mayor] {said|say} <the dam near Orrin burst>.", {"orrin"}, {"orrin"}),
    ("[The mayor] {said|say} <a shell hit the market in the town of Velmo>.", {"velmo"}, {"velmo"}),
    ("[The mayor] {said|say} <Ines Aldo left the quay>.", {"ines", "aldo"}, set()),
    (
        "[The mayor] {said|say} <Ines Aldo was arrested in Porto Velmo>.",
        {"ines", "aldo", "porto", "velmo"},
        {"porto", "velmo"},
    ),
    ("[The mayor] {said|say} <the trawler was lost off Lisk>.", {"lisk"}, {"lisk"}),
    ("[The mayor] {said|say} <the quay was closed on Monday>.", set(), set()),
    (
        "[The mayor] {said|say} <Mr Vask met Captain Rell at Dunmore>.",
        {"vask", "rell", "dunmore"},
        {"dunmore"},
    ),
    ("[The mayor] {said|say} <the quay was closed>.", set(), set()),
    ("[The mayor] {said|say} <the dam burst north of Orrin>.", {"orrin"}, {"orrin"}),
    ("[The mayor] {said|say} <the bus burned on the road from Orrin>.", {"orrin"}, {"orrin"}),
    ("[The mayor] {said|say} <shells fell on the village of Velmo>.", {"velmo"}, {"velmo"}),
    ("[The mayor] {said|say} <talks between Vask and Rell had failed>.", {"vask", "rell"}, set()),
    ("[The mayor] {said|say} <the fire at 0900 GMT was out>.", {"gmt"}, set()),
)


@pytest.mark.parametrize(("sentence", "names", "places"), PLACES)
def test_the_names_and_the_places_of_a_claim(sentence: str, names: set[str], places: set[str]) -> None:
    found = told(sentence)
    assert set(found.names) == names
    assert set(found.places) == places
    assert len(found.names) == len(set(found.names))


def test_the_names_outside_a_claim_are_not_in_it() -> None:
    assert told("[Ivo Sand of Calder] {said|say} <the quay was closed>.").names == ()


TEXT = "The quay was shut. Nobody came.\nA bell rang. The mayor slept. Rain fell.\nIt was late."


@pytest.mark.parametrize(
    ("words", "paragraph", "sentence"),
    [
        ("The quay was shut", 0, 0),
        ("Nobody came", 0, 1),
        ("A bell rang", 1, 0),
        ("mayor slept", 1, 1),
        ("Rain fell", 1, 2),
        ("It was late", 2, 0),
    ],
)
def test_a_claim_stands_in_a_paragraph_and_a_sentence(words: str, paragraph: int, sentence: int) -> None:
    span = (TEXT.index(words), TEXT.index(words) + len(words))
    found = telling(article_of(TEXT), Attribution((), (), (span,), "", "own voice"), (span,))
    assert (found.paragraph, found.sentence) == (paragraph, sentence)


def test_no_claim_depends_on_another() -> None:
    """The marks of a claim are the same beside other claims of its attribution."""
    article, attribution = read_marked(
        "[The mayor] {said|say} <the dam held> and <nobody was hurt in Orrin>."
    )
    first, second = ((span,) for span in attribution.content)
    assert "negative" not in telling(article, attribution, first).marks
    assert "negative" in telling(article, attribution, second).marks
    assert telling(article, attribution, first).names == ()
