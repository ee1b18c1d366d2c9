"""Look-ups by place in a parsed article agree with walking over it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import article_of

from claimgraph.extract.parse import MAX_PARAGRAPH, MOST_DEEP, SHORT_PIECE, Article

TEXT = "The ferry sank.\nNobody was hurt, the owner said.\n\nDivers went down at dawn."


@pytest.fixture(scope="module")
def article() -> Article:
    return article_of(TEXT)


@settings(deadline=None, max_examples=60)
@given(start=st.integers(0, len(TEXT)), length=st.integers(0, 40))
def test_paragraphs_and_tokens_under_a_span_are_those_that_overlap_it(
    article: Article, start: int, length: int
) -> None:
    end = min(len(TEXT), start + length)
    walked = [p for p in article.paragraphs if p.start < end and p.end > start]
    assert list(article.overlapping((start, end))) == walked
    held = [
        t.text for p in walked for t in p.doc if p.start + t.idx < end and p.start + t.idx + len(t) > start
    ]
    assert [token.text for token in article.tokens((start, end))] == held
    at = next((p for p in article.paragraphs if p.start <= start < p.end), None)
    assert article.paragraph_at(start) is at


def test_a_paragraph_holds_its_own_words(article: Article) -> None:
    for paragraph in article.paragraphs:
        assert paragraph.text == TEXT[paragraph.start : paragraph.end] == paragraph.doc.text


def test_an_endless_line_is_cut_at_white_space() -> None:
    text = "The ferry sank again. " * (MAX_PARAGRAPH // 20)
    parts = article_of(text).paragraphs
    assert len(parts) > 1
    assert all(part.end - part.start <= MAX_PARAGRAPH for part in parts)
    assert "".join(part.text for part in parts) == text


def test_typographic_and_plain_apostrophes_are_parsed_alike_and_the_text_keeps_its_own() -> None:
    typed = "There’s no leak, we’re sure, and the port’s owners can’t say who’d known."
    plain = typed.replace("’", "'")
    one, two = (article_of(text).paragraphs[0] for text in (typed, plain))
    assert one.text == typed
    assert [(token.lemma_, token.tag_, token.dep_) for token in one.doc] == [
        (token.lemma_, token.tag_, token.dep_) for token in two.doc
    ]


def test_a_closing_quotation_mark_is_no_apostrophe() -> None:
    text = "The crew said ‘we saw it’ and left the workers’ hall."
    assert article_of(text).paragraphs[0].doc.text == text


def deepest(paragraph):
    """How many tokens hang one from another."""
    level, deep = [token for token in paragraph.doc if token.head is token], 0
    while level:
        level, deep = [child for token in level for child in token.children], deep + 1
    return deep


@pytest.mark.parametrize("phrase", ["who said ", "the man who said ", "Tom, who said, "])
def test_a_sentence_that_is_no_prose_is_parsed_in_short_parts(phrase: str) -> None:
    """What reads a sentence takes up to the cube of its depth."""
    text = "The board said no. Tom is a man " + phrase * 150
    parts = article_of(text.strip()).paragraphs
    assert all(part.end - part.start <= SHORT_PIECE for part in parts)
    assert "".join(part.text for part in parts) == text.strip()
    assert all(part.text == part.doc.text == text[part.start : part.end] for part in parts)


def test_a_long_sentence_of_prose_stays_whole() -> None:
    text = (
        "The board said that "
        + ", and that ".join(f"ferry {n} of the line had sunk" for n in range(12))
        + "."
    )
    (paragraph,) = article_of(text).paragraphs
    assert paragraph.text == text
    assert deepest(paragraph) <= MOST_DEEP
