"""Denials decide disputes: nine in ten of our own hundred are found whole."""

import re

from denial_sentences import DENIALS
from markup import read_marked
from rates import check_rate

from claimgraph.extract.attribution.finding import attributions
from claimgraph.extract.attribution.spans import Attribution
from claimgraph.model import Span

WORD = re.compile(r"\w+")


def words(text: str, spans: tuple[Span, ...]) -> set[int]:
    """The positions of the words under some spans."""
    return {
        match.start() for match in WORD.finditer(text) for start, end in spans if start <= match.start() < end
    }


def agrees(one: set[int], other: set[int]) -> bool:
    return bool(one and other) and 2 * len(one & other) / (len(one) + len(other)) >= 0.5


def is_whole(text: str, wanted: Attribution, found: Attribution) -> bool:
    cue = words(text, wanted.cue) & words(text, found.cue)
    parts = ((wanted.source, found.source), (wanted.content, found.content))
    return bool(cue) and all(agrees(words(text, one), words(text, other)) for one, other in parts)


def test_nine_in_ten_denials_are_found_whole() -> None:
    def found(line: str) -> None:
        article, wanted = read_marked(line)
        read = attributions(article)
        assert any(is_whole(article.source.text, wanted, one) for one in read), read

    check_rate(DENIALS.splitlines(), found, floor=0.9)
