"""Acts and polarity of whole sentences, as the statements in them are found.

``act_sentences`` was labelled before it was run.
"""

from functools import cache

import pytest
from act_sentences import COMMITS_TO_NOTHING, ROWS
from markup import article_of
from rates import check_rate

from claimgraph.extract import extract
from claimgraph.model import DISPUTABLE_ACTS, Claim


@cache
def claims(text: str) -> tuple[Claim, ...]:
    return tuple(claim for claim in extract(article_of(text).source).claims if claim.cue is not None)


def over(text: str, words: str) -> list[Claim]:
    """Return the claims that hold all of the words, or else some, the shortest first."""
    start = text.index(words)
    end = start + len(words)
    found = [claim for claim in claims(text) if claim.start < end and start < claim.end]
    whole = [claim for claim in found if claim.start <= start and end <= claim.end]
    return sorted(whole or found, key=lambda claim: claim.end - claim.start)


def test_what_is_done_in_a_sentence_is_read_as_labelled():
    def read(text, _who, words, act, polarity):
        assert [(one.act, one.polarity) for one in over(text, words)[:1]] == [(act, polarity)]

    check_rate(ROWS, read, floor=0.95)


@pytest.mark.parametrize(("text", "words"), COMMITS_TO_NOTHING)
def test_who_neither_confirms_nor_denies_says_nothing_that_can_be_disputed(text, words):
    assert [claim for claim in over(text, words) if claim.act in DISPUTABLE_ACTS] == []
