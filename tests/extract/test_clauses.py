"""Content cut into claims that can each be denied alone."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import article_of, read_marked

from claimgraph.extract.grammar.clauses import JOINING_WORDS, clauses
from claimgraph.model import Span

SPLIT = [
    # no verb is parted from its subject
    (
        "[The guard] {said|say} <the gate was open and leaving it unlocked in the dark was a mistake>.",
        ["the gate was open", "leaving it unlocked in the dark was a mistake"],
    ),
    (
        "[The owner] {said|say} <he would be glad to sell should the chance come>.",
        ["he would be glad to sell should the chance come"],
    ),
    (
        "[The judge] {said|say} <the plan the clerk had drawn up with his aides was enough to jail him>.",
        ["the plan the clerk had drawn up with his aides was enough to jail him"],
    ),
    (
        "[The coach] {said|say} <that he was not to blame and that the vote was fair, but that it had been close>.",
        ["he was not to blame", "the vote was fair", "it had been close"],
    ),
    (
        "[The bank] {said|say} <it had lost the files but had kept copies, and that nobody was hurt>.",
        ["it had lost the files", "had kept copies", "nobody was hurt"],
    ),
    (
        "[The owner] {said|say} <he had not sold or moved the barge>.",
        ["he had not sold or moved the barge"],
    ),
    (
        "[The owner] {said|say} <he had not sold the barge and moved it to the pier>.",
        ["he had not sold the barge", "moved it to the pier"],
    ),
    (
        "[The guide] {said|say} <the pass was not open, nor was the hut manned>.",
        ["the pass was not open", "nor was the hut manned"],
    ),
    (
        "<“Four barges were sunk (and) more than 30 sailors were killed and injured,”> [it] {said|say}.",
        ["Four barges were sunk", "more than 30 sailors were killed and injured"],
    ),
    (
        "[The union] {said|say} <the pit had closed and the owner had fled>.",
        ["the pit had closed", "the owner had fled"],
    ),
    (
        "[Guards] {said|say} <the firm had been raising its prices, and had used a subsidiary to hide profits>.",
        ["the firm had been raising its prices", "had used a subsidiary to hide profits"],
    ),
    (
        "[The mayor] {said|say} <that the dam was safe and that nobody had been moved>.",
        ["the dam was safe", "nobody had been moved"],
    ),
    (
        "[The club] {said|say} <it does not beat its dogs and only trains them gently>.",
        ["it does not beat its dogs", "only trains them gently"],
    ),
    (
        "<“The school was closed. The pupils were sent home.”> [The head] {said|say}.",
        ["The school was closed", "The pupils were sent home"],
    ),
    (
        "[The farmer] {said|say} <the barn burned down but the animals survived>.",
        ["the barn burned down", "the animals survived"],
    ),
    (
        "<“The plant was shut, the workers were sent home, and nobody was hurt,”> [he] {said|say}.",
        ["The plant was shut", "the workers were sent home", "nobody was hurt"],
    ),
    (
        "<“The road is open,”> [the ranger] {said|say}. <“The bridge is not.”>",
        ["The road is open", "The bridge is not"],
    ),
    (
        "[He] {said|say} <Dalton has been charged with theft and is being held in Bergen>.",
        ["Dalton has been charged with theft", "is being held in Bergen"],
    ),
    (
        "[The nurse] {said|say} <knew him from three visits; he was ill>.",
        ["knew him from three visits", "he was ill"],
    ),
]
WHOLE = [
    ("[The coroner] {said|say} <12 people were killed and injured>.", ["12 people were killed and injured"]),
    (
        "[Police] {said|say} <about 18 people were hurt and 35 arrested>.",
        ["about 18 people were hurt and 35 arrested"],
    ),
    (
        "[The bank] {said|say} <that while it had reserves, it had not used them>.",
        ["while it had reserves, it had not used them"],
    ),
    (
        "[The admiral] {said|say} <the fleet would sail if the ships were ready and the sea was calm>.",
        ["the fleet would sail if the ships were ready and the sea was calm"],
    ),
    (
        "[Sami] {said|say} <the storm flooded cellars, killing a dog and injuring two boys>.",
        ["the storm flooded cellars, killing a dog and injuring two boys"],
    ),
    (
        "[The nurse] {accused|accuse} <the clinic of lying and of stealing>.",
        ["the clinic of lying and of stealing"],
    ),
    ("[The vicar] {urged|urge} <them to stop shouting and go home>.", ["them to stop shouting and go home"]),
    ("<“Yes. The lift was broken,”> [she] {said|say}.", ["Yes. The lift was broken"]),
    (
        "[The tenant] {said|say} <the landlord was trying to “empty the house”>.",
        ["the landlord was trying to “empty the house”"],
    ),
    ("[The embassy] {denied|deny} <the report>.", ["the report"]),
    ("[The firm] {said|say} <that was a lie>.", ["that was a lie"]),
    ("[It] {promised|promise} <a “very painful” answer>.", ["a “very painful” answer"]),
    ("[The U.N.] {said|say} <aid reached the camps in the U.S.>", ["aid reached the camps in the U.S."]),
    ("[Drivers] {said|say} <fares rose by 5%>.", ["fares rose by 5%"]),
]


def texts(text: str, pieces: list[tuple[Span, ...]]) -> list[str]:
    return [" … ".join(text[start:end] for start, end in piece) for piece in pieces]


@pytest.mark.parametrize(("marked", "expected"), SPLIT)
def test_what_can_be_denied_alone_is_a_claim_of_its_own(marked: str, expected: list[str]) -> None:
    article, attribution = read_marked(marked)
    assert texts(article.source.text, clauses(article, attribution.content)) == expected


@pytest.mark.parametrize(("marked", "expected"), WHOLE)
def test_what_hangs_together_stays_one_claim(marked: str, expected: list[str]) -> None:
    article, attribution = read_marked(marked)
    assert texts(article.source.text, clauses(article, attribution.content)) == expected


def test_a_quotation_broken_by_its_cue_keeps_both_spans() -> None:
    article, attribution = read_marked("<“The tunnel,”> [the engineer] {said|say}, <“was never inspected.”>")
    assert texts(article.source.text, clauses(article, attribution.content)) == [
        "The tunnel … was never inspected"
    ]


def test_content_over_two_paragraphs_is_cut_between_them() -> None:
    article = article_of("The well ran dry\nThe cattle died")
    assert texts(article.source.text, clauses(article, ((0, 32),))) == ["The well ran dry", "The cattle died"]


def test_content_without_words_gives_no_claim() -> None:
    article = article_of("“ … ” said the clerk")
    assert clauses(article, ((0, 5),)) == []


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "dam",
        "bridge",
        "mayor",
        "was",
        "were",
        "had",
        "not",
        "burned",
        "fell",
        "killed",
        "and",
        "but",
        "that",
        "if",
        "while",
        "it",
        "they",
        "12",
        "“",
        "”",
        '"',
        "'",
        ",",
        ".",
        ";",
        "(",
        ")",
        "—",
        "é",
        "漢字",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=30), st.data())
def test_pieces_are_ordered_and_hold_every_word_of_the_content(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    article = article_of(text)
    edges = [0, *(i + 1 for i, char in enumerate(text) if char == " ")]
    start = data.draw(st.sampled_from(edges))
    end = data.draw(st.sampled_from([edge - 1 for edge in edges if edge - 1 > start] + [len(text)]))
    pieces = clauses(article, ((start, end),))
    spans = [span for piece in pieces for span in piece]
    assert spans == sorted(spans)
    assert all(start <= low < high <= end for low, high in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    kept = {word for low, high in spans for word in text[low:high].split()}
    joining = JOINING_WORDS | {"that"}
    lost = {word for word in text[start:end].split() if any(c.isalnum() for c in word)} - kept - joining
    assert not {word for word in lost if not any(word in other for other in kept)}
