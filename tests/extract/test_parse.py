"""A source becomes parsed paragraphs whose positions are its own; an altered parser is not loaded."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import article_of

from claimgraph.errors import ClaimgraphError
from claimgraph.extract.parse import (
    DEFAULT_MODEL,
    MAX_PARAGRAPH,
    MODEL_VARIABLE,
    MOST_DEEP,
    SHORT_PIECE,
    Article,
    check_parser,
)

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


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the parser's package, found before the real one."""
    real = Path(find_spec(DEFAULT_MODEL).origin).parent
    folder = shutil.copytree(real, tmp_path / DEFAULT_MODEL, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.syspath_prepend(tmp_path)
    for name in [one for one in sys.modules if one.split(".")[0] == DEFAULT_MODEL]:
        monkeypatch.delitem(sys.modules, name)  # what another test has loaded is found first
    return folder


def test_the_parser_as_published_passes(copied):
    check_parser(DEFAULT_MODEL, MODEL_VARIABLE)


@pytest.mark.parametrize("what", ["altered", "added", "removed"])
def test_an_altered_parser_is_refused_before_it_is_run(copied, what):
    if what == "altered":
        (copied / "__init__.py").write_text("import pathlib; pathlib.Path('ran').touch()\n")
    elif what == "added":
        (copied / "extra.py").write_text("")
    else:
        next(copied.rglob("config.cfg")).unlink()
    with pytest.raises(ClaimgraphError, match="is not the one claimgraph was tested with"):
        check_parser(DEFAULT_MODEL, MODEL_VARIABLE)


def test_a_report_with_an_altered_parser_ends_in_one_line(copied, tmp_path):
    (copied / "__init__.py").write_text("import pathlib; pathlib.Path('ran').touch()\n")
    (tmp_path / "a.txt").write_text("The board said on Monday that the dam had failed.\n")
    command = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r});"
        "from claimgraph.cli import run; sys.exit(run(['report', 'a.txt']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert MODEL_VARIABLE in done.stderr
    assert not (tmp_path / "ran").exists()
