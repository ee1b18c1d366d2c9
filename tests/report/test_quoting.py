import pytest
from findings_fixture import source
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.model import Claim, Dated
from claimgraph.report.quoting import LONGEST, quote, sentence_span, visible


def article(text):
    return source("a.txt", text, Dated())


def claim_of(one, start, end):
    return Claim(
        id="c1",
        statement="x",
        source=one.id,
        start=start,
        end=end,
        text=one.text[start:end],
        content=((start, end),),
    )


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Rain fell. The dam held. Fish died.", "dam", "The dam held."),
        ("Rain fell. Mr. Ode saw the dam burst. Fish died.", "burst", "Mr. Ode saw the dam burst."),
        (
            "Rain fell. The U.S. Embassy closed at noon. Fish died.",
            "closed",
            "The U.S. Embassy closed at noon.",
        ),
        ("Rain fell. Sales rose 2.5 percent in May. Fish died.", "percent", "Sales rose 2.5 percent in May."),
        ("“It held.” “It broke!” she said. Fish died.", "broke", "“It broke!” she said."),
        ("Rain fell. “It broke,” she said.", "broke", "“It broke,” she said."),
        ("Did it hold? Nobody knows… It may. Fish died.", "knows", "Nobody knows…"),
        ("Head line\n\nThe dam held\n\nFish died.", "dam", "The dam held"),
        (
            "Rain fell. The dam held and the river sank. Fish died.",
            "held and the river sank. Fish",
            "The dam held and the river sank. Fish died.",
        ),
        ("Only this", "Only this", "Only this"),
        ("Rain fell.\nThe dam\nheld firm. Fish died.", "held", "The dam\nheld firm."),
        ("It rose to No. 7 on the list. Fish died.", "list", "It rose to No. 7 on the list."),
    ],
)
def test_a_claim_is_shown_in_its_sentence(text, words, expected):
    one = article(text)
    start = text.index(words)
    low, high = sentence_span(one, start, start + len(words))
    assert text[low:high] == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Rain fell. Ode said “the dam held. It was a lie”. Fish died.",
            "the dam held",
            "Ode said “the dam held. It was a lie”.",
        ),
        ("“It held. It broke,” she said. Fish died.", "It broke", "“It held. It broke,” she said."),
        ('"It held. It broke," she said. Fish died.', "It broke", '"It held. It broke," she said.'),
        ("Rain fell. “It held.\n\nIt broke,” she said.", "It held", "“It held."),
        ("She said “no.” The dam “held.” Fish died.", "held", "The dam “held.”"),
    ],
)
def test_a_quotation_over_several_sentences_is_shown_to_its_marks(text, words, expected):
    one = article(text)
    start = text.index(words)
    quoted = quote(one, claim_of(one, start, start + len(words)))
    assert "".join(segment.text for segment in quoted.segments) == expected


def test_the_words_that_say_who_are_shown_even_from_the_sentence_before():
    text = "Ode spoke at noon. The dam held. Fish died."
    one = article(text)
    claim = claim_of(one, text.index("The dam"), text.index(" Fish")).model_copy(update={"mention": (0, 3)})
    assert (
        "".join(segment.text for segment in quote(one, claim).segments) == "Ode spoke at noon. The dam held."
    )


def test_broken_quotations_are_marked_piece_by_piece():
    text = "“We,” he said, “never knew.”"
    one = article(text)
    claim = claim_of(one, 0, len(text)).model_copy(update={"content": ((0, 5), (15, len(text)))})
    assert [(segment.text, segment.marked) for segment in quote(one, claim).segments] == [
        ("“We,”", True),
        (" he said, ", False),
        ("“never knew.”", True),
    ]


def test_a_paragraph_without_an_end_is_cut_with_a_sign_on_both_sides():
    text = "word " * 5000
    one = article(text.strip())
    quoted = quote(one, claim_of(one, 12_000, 12_010))
    assert quoted.before
    assert quoted.after
    assert quoted.end - quoted.start <= LONGEST


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain “text” — é\n", "plain “text” — é\n"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\x1b[31mb", "a[U+001B][31mb"),
        ("naïve\u200b", "naïve\u200b"),
    ],
)
def test_characters_that_change_how_a_page_looks_are_spelled_out(text, expected):
    assert visible(text) == expected


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="aB. \n”“!\u00e9\u202e", min_size=1, max_size=80), st.data())
def test_a_quotation_is_a_stretch_of_the_source_that_holds_the_claim(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    one = article(text)
    quoted = quote(one, claim_of(one, start, end))
    assert "".join(segment.text for segment in quoted.segments) == text[quoted.start : quoted.end]
    marked = "".join(segment.text for segment in quoted.segments if segment.marked)
    assert marked.strip() == text[start:end].strip()
