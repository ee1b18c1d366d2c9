"""Probabilities become spans."""

from dataclasses import replace

import numpy as np
import pytest

from claimgraph.extract.tagger.decode import Candidate, Decoding, decode
from claimgraph.extract.tagger.runtime import PIECES, WEIGHTS
from claimgraph.extract.tagger.windows import windows
from claimgraph.networks import tokenizer_of

TOKENIZER = tokenizer_of(WEIGHTS / PIECES)
TEXT = "Rangers said wolves, which roam here, had returned."
EVEN = Decoding(
    threshold=0.15,
    bridge=2,
    content_weight=1,
    likely=0.5,
    source_weight=1,
    weakest=0,
    unsourced=0.6,
    faint=0.3,
)
ROLE = {"O": 0, "S": 1, "U": 2, "C": 3}


def candidate(roles: str, at: str = "said", probability: float = 0.9, statement: float = 1.0) -> Candidate:
    """A candidate over the whole of TEXT; ``roles`` has a letter for each piece."""
    (window,) = windows(TOKENIZER, TEXT, [(0, len(TEXT))])
    wished = [ROLE[letter] for letter in roles]
    rows = np.full((len(window), 4), 0.1, np.float32)
    rows[np.arange(1, len(wished) + 1), wished] = 0.7
    position = next(n for n, span in enumerate(window.offsets) if span and TEXT[slice(*span)] == at)
    return Candidate(window, position, probability, statement, 0, len(window), rows)


def shown(spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [TEXT[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("roles", "source", "content"),
    [
        # pieces: Rangers said wolves , which roam here , had returned .
        ("SUCCCCCCCCO", ["Rangers"], ["wolves, which roam here, had returned"]),
        ("SUCOOOOOCCO", ["Rangers"], ["wolves", "had returned"]),
        ("SUCCCCOCCCO", ["Rangers"], ["wolves, which roam here, had returned"]),
        ("OUCCCCCCCCO", [], ["wolves, which roam here, had returned"]),
        ("SUCCCCCUCCO", ["Rangers"], ["wolves, which roam here, had returned"]),
        ("SUCCCCCCSSO", ["had returned"], ["wolves, which roam here,"]),
    ],
)
def test_roles_become_spans(roles: str, source: list[str], content: list[str]) -> None:
    (found,) = decode(TEXT, [candidate(roles)], EVEN)
    assert (shown(found.source), shown(found.cue)) == (source, ["said"])
    assert shown(found.content) == content


def test_a_cue_without_content_is_none() -> None:
    assert decode(TEXT, [candidate("SUOOOOOOOOO")], EVEN) == []


def test_a_cue_below_the_threshold_is_none() -> None:
    assert decode(TEXT, [candidate("SUCCCCCCCCO", probability=0.1)], EVEN) == []


def test_a_likely_cue_whose_content_and_source_are_blurred_is_none() -> None:
    blurred = candidate("SUCCCCCCCCO")
    blurred.roles[:] = np.where(blurred.roles > 0.5, 0.4, 0.2)
    assert decode(TEXT, [blurred], replace(EVEN, likely=0.3, threshold=0.2)) == []
    (kept,) = decode(TEXT, [blurred], replace(EVEN, likely=0.3, threshold=0.1))
    assert kept.probability == pytest.approx(0.9 * 0.4 * 0.4, rel=0.01)


def test_a_likely_source_is_taken_where_no_word_is_one_before_all() -> None:
    faint = candidate("OUCCCCCCCCO")
    faint.roles[1] = [0.5, 0.4, 0.05, 0.05]
    assert shown(decode(TEXT, [faint], EVEN)[0].source) == ["Rangers"]
    assert decode(TEXT, [faint], replace(EVEN, faint=0.45))[0].source == ()


def test_an_article_at_the_end_of_the_cue_goes_to_the_content() -> None:
    text = "The potter announced a sale of kilns"
    (window,) = windows(TOKENIZER, text, [(0, len(text))])
    rows = np.full((len(window), 4), 0.1, np.float32)
    rows[np.arange(1, len(window) - 1), [1, 1, 2, 2, 3, 3, 3, *[3] * (len(window) - 9)]] = 0.7
    place = next(n for n, span in enumerate(window.offsets) if span and text[slice(*span)] == "announced")
    (found,) = decode(text, [Candidate(window, place, 0.9, 1.0, 0, len(window), rows)], EVEN)
    assert [text[start:end] for start, end in (*found.cue, *found.content)] == [
        "announced",
        "a sale of kilns",
    ]


def test_an_article_right_before_the_source_is_the_sources() -> None:
    text = "Wolves had returned, the rangers said."
    (window,) = windows(TOKENIZER, text, [(0, len(text))])
    rows = np.full((len(window), 4), 0.1, np.float32)
    rows[np.arange(1, 10), [ROLE[letter] for letter in "CCCCCSUOO"[:9]]] = 0.7
    position = next(n for n, span in enumerate(window.offsets) if span and text[slice(*span)] == "said")
    (found,) = decode(text, [Candidate(window, position, 0.9, 1.0, 0, len(window), rows)], EVEN)
    assert [text[slice(*span)] for span in found.source] == ["the rangers"]
    assert [text[slice(*span)] for span in found.content] == ["Wolves had returned,"]


def test_a_head_in_a_surer_ones_cue_is_none() -> None:
    longer = candidate("SUUUUUUUCCO")
    other = candidate("SSSSSUCCCCO", at="roam", probability=0.65)
    assert [shown(found.cue) for found in decode(TEXT, [other, longer], EVEN)] == [
        ["said wolves, which roam here,"]
    ]


def test_a_longer_bridge_joins_parts_of_the_content() -> None:
    (found,) = decode(TEXT, [candidate("SUCOOOOOCCO")], replace(EVEN, bridge=3))
    assert shown(found.content) == ["wolves, which roam here, had returned"]


def test_weak_parts_of_the_content_are_dropped() -> None:
    weak = candidate("SUCOOOOOCCO")
    weak.roles[3] = [0.2, 0.2, 0.2, 0.4]
    (found,) = decode(TEXT, [weak], replace(EVEN, weakest=0.6))
    assert shown(found.content) == ["had returned"]


def test_a_likely_word_is_content_where_no_other_role_has_it() -> None:
    near = candidate("SUOCCCCCCCO")
    near.roles[3] = [0.5, 0.05, 0.05, 0.4]
    assert shown(decode(TEXT, [near], EVEN)[0].content) != ["wolves, which roam here, had returned"]
    eager = decode(TEXT, [near], replace(EVEN, likely=0.38))
    assert shown(eager[0].content) == ["wolves, which roam here, had returned"]


def test_a_word_of_the_source_is_no_content_however_likely() -> None:
    torn = candidate("SUCCCCCCCCO")
    torn.roles[1] = [0.05, 0.5, 0.05, 0.4]
    (found,) = decode(TEXT, [torn], replace(EVEN, likely=0.3))
    assert shown(found.source) == ["Rangers"]


def quoted_around(text: str, cue: str) -> Candidate:
    """A candidate whose content is everything in quotation marks that is read with its cue."""
    for window in windows(TOKENIZER, text, [(0, len(text))]):
        for place, span in enumerate(window.offsets):
            if span and text[slice(*span)] == cue and window.own[place] >= 0:
                start, end = window.crop(place)
                rows = np.full((end - start, 4), 0.05, np.float32)
                inside = [3 if state else 0 for state in window.quoting[start:end]]
                rows[np.arange(end - start), inside] = 0.85
                return Candidate(window, place, 0.9, 1.0, start, end, rows)
    raise AssertionError(cue)


LONG = " ".join(f"The herd crossed ridge number {number} before dawn." for number in range(40))


@pytest.mark.parametrize(
    "text",
    [f"The ranger explained: “{LONG}” Then it rained.", f"It rained. “{LONG}” the ranger explained."],
)
def test_a_quotation_too_long_to_be_read_at_once_is_whole(text: str) -> None:
    (found,) = decode(text, [quoted_around(text, "explained")], EVEN)
    assert [text[start:end] for start, end in found.content] == [f"“{LONG}”"]
