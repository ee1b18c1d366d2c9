"""A claim is put to the judge by itself: who says or denies it, and of a short one its sentence."""

import pytest

from claimgraph.judge import Wording
from claimgraph.judge.wording import LONGEST, NOBODY, SHORT
from claimgraph.model import Act, Claim, Collection, Source, Speaker

MIRA = Speaker(id="p-mira", name="Mira Sand", kind="person")
TEXT = "Nobody slept. The mayor took a bribe, she said. It rained over the whole valley until the next morning came."


def worded(words: str, text: str = TEXT, **more: object) -> str:
    """Return how a claim on some words of a text is put to the judge; Mira says it unless told otherwise."""
    source = Source(id="s", name="a", path="a", sha256="a", text=text)
    start = text.index(words)
    end = start + len(words)
    made = {"id": "c", "statement": "a", "source": "s", "start": start, "end": end, "text": words}
    made |= {"content": ((start, end),), "speakers": (MIRA.id,), **more}
    claim = Claim(**made)
    return Wording(Collection(sources=(source,), speakers=(MIRA,), claims=(claim,)))(claim)


def test_a_long_claim_is_its_speaker_and_its_words() -> None:
    words = "It rained over the whole valley until the next morning came"
    assert worded(words) == f"Mira Sand says: {words}"


def test_a_short_claim_brings_its_sentence_and_no_other() -> None:
    told = worded("took a bribe")
    assert told == "Mira Sand says: took a bribe | The mayor took a bribe, she said."
    assert len("took a bribe") < SHORT


def test_a_denial_says_so() -> None:
    assert worded("took a bribe", act=Act.DENY).startswith("Mira Sand denies: ")


def test_who_is_not_known_is_called_so() -> None:
    assert worded("took a bribe", speakers=()).startswith(f"{NOBODY} says: ")


@pytest.mark.parametrize("times", [1, 60])
def test_only_so_much_is_read(times: int) -> None:
    words = "it rained and rained " * times + "over the whole valley"
    told = worded(words, words)
    assert len(told) <= len("Mira Sand says: ") + LONGEST
