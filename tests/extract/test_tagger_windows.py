"""Text becomes windows that cover it, with offsets that hold."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimgraph.extract.tagger.runtime import PIECES, WEIGHTS
from claimgraph.extract.tagger.windows import (
    CLS,
    CONTEXT,
    LONGEST_CHUNK,
    LONGEST_WINDOW,
    SEP,
    Window,
    casing_of,
    windows,
)
from claimgraph.networks import tokenizer_of

TOKENIZER = tokenizer_of(WEIGHTS / PIECES)
PARAGRAPHS = (
    "The orchard’s owners said on Friday that frost had cost them half of the cherries.",
    "“We lit fires between the rows,” Ilse Brandt told reporters. “It was not enough.”",
)


def lines(text: str) -> list[tuple[int, int]]:
    """The non-empty lines of a text as stretches."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def windows_of(text: str) -> list[Window]:
    return list(windows(TOKENIZER, text, lines(text)))


def own_spans(made: list[Window]) -> list[tuple[int, int]]:
    return [
        span
        for window in made
        for span, own in zip(window.offsets, window.own, strict=True)
        if span is not None and own >= 0
    ]


@given(st.text(max_size=300))
@example("a\ud800b “c")
@example("''\n``\n’’ ‘")
@settings(deadline=None, max_examples=60)
def test_offsets_lie_in_the_text_in_order_whatever_it_is(text: str) -> None:
    spans = own_spans(windows_of(text))
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(st.lists(st.text(st.sampled_from("abcXYZ ,.\"'“”‘’"), max_size=200), max_size=6))
@settings(deadline=None, max_examples=60)
def test_every_letter_stands_in_exactly_one_window_of_its_own(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    covered = [place for start, end in own_spans(windows_of(text)) for place in range(start, end)]
    letters = [place for place, character in enumerate(text) if character.isalpha()]
    assert [place for place in sorted(covered) if text[place].isalpha()] == letters


@pytest.mark.parametrize("separator", ["\n", "\n\n", " "])
def test_each_piece_is_the_text_it_points_to(separator: str) -> None:
    text = separator.join(PARAGRAPHS * 9)
    for window in windows_of(text):
        for piece, span in zip(window.ids, window.offsets, strict=True):
            if span is not None:
                shown = text[slice(*span)].lower().translate(str.maketrans("“”’", '""\''))
                assert TOKENIZER.id_to_token(piece).removeprefix("##") == shown


def test_windows_and_chunks_stay_within_their_sizes() -> None:
    made = windows_of(" ".join(PARAGRAPHS * 40) + "\n" + "x" * 4000)
    assert max(len(window) for window in made) <= LONGEST_WINDOW
    assert max(end - start for window in made for start, end in window.bounds.values()) <= LONGEST_CHUNK


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = " ".join(PARAGRAPHS * 10)
    chunks = [window.offsets[start] for window in windows_of(text) for start, _ in window.bounds.values()]
    assert len(chunks) > 2
    assert all(start == 0 or text[:start].rstrip().endswith((".", ".”")) for start, _ in chunks)


def test_the_beginning_of_a_cut_paragraph_is_shown_with_its_rest_but_is_not_its_own() -> None:
    made = windows_of(" ".join(PARAGRAPHS * 40))
    assert len(made) > 1
    shown = [span for span, own in zip(made[1].offsets, made[1].own, strict=True) if span and own < 0]
    assert len(shown) == CONTEXT
    assert set(shown) < set(own_spans(made[:1]))


def test_a_paragraph_before_a_window_is_not_shown_but_marked_off() -> None:
    made = windows_of("\n".join(PARAGRAPHS * 9))
    assert len(made) > 1
    assert made[0].ids[:2] != [CLS, SEP]
    for window in made[1:]:
        assert window.ids[:2] == [CLS, SEP]
        assert all(own >= 0 for span, own in zip(window.offsets, window.own, strict=True) if span)


@pytest.mark.parametrize(
    "quoted",
    ["“We saw it”", '"We saw it"', "«We saw it»", "‘We saw it’", "''We saw it''", "``We saw it''"],
)
def test_every_style_of_quotation_looks_the_same(quoted: str) -> None:
    pieces = {text: windows_of(f"{text}, said Ann.")[0] for text in (quoted, "“We saw it”")}
    assert pieces[quoted].ids == pieces["“We saw it”"].ids
    assert pieces[quoted].quoting == pieces["“We saw it”"].quoting == [0, 2, 1, 1, 1, 3, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("following", "inside"),
    [("Nobody was hurt.", 0), ("“And it was red,” said Ann.", 1), ("It was red,” said Ann.", 1)],
)
def test_a_mark_that_never_closes_and_is_not_taken_up_opens_nothing(following: str, inside: int) -> None:
    first = "“We saw it, said Ann."
    (window,) = windows_of(f"{first}\n{following}")
    assert window.offsets[2] == (1, 3)
    assert window.quoting[2] == inside


@pytest.mark.parametrize(
    ("word", "expected"),
    [("1,200", 0), ("mayor", 1), ("Mayor", 2), ("A", 2), ("NATO", 3), ("McLeod", 4), ("iPhone", 4), ("", 0)],
)
def test_casing_classes(word: str, expected: int) -> None:
    assert casing_of(word) == expected


def test_nothing_to_read_gives_no_window() -> None:
    assert windows_of("") == windows_of(" \n\t\n") == []
