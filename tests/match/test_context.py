"""What is known of each claim, worked out once from the model alone."""

import pytest
from building import article, claim, collection_of, deed, speaker, thing
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.match.context import Context, build
from claimgraph.model import Act, Claim, Dated, Source

FINN, PUBLISHER = speaker("Oulu Command", "finland"), speaker("The Ledger", "finland", kind="publisher")
ODA = speaker("Oda Pell", kind="person", aliases=("Warden Pell",))
TEXT = "the gate was open. the lamp was lit.\n\nthe mayor slept. it was late.\n\nfog fell"
LINES = ("the gate was open", "the lamp was lit", "the mayor slept", "it was late", "fog fell")


def context(claims: list[Claim], source: Source | None = None) -> Context:
    return build(collection_of([source or article(TEXT)], [FINN, PUBLISHER, ODA], claims))


def test_claims_stand_in_reading_order_by_article() -> None:
    sources = [article(TEXT), article(TEXT, "b")]
    claims = [claim(source, line) for source in sources for line in LINES]
    found = build(collection_of(sources, [], claims[::-1]))
    assert [node.claim for node in found.nodes.values()] == claims
    assert [node.position for node in found.nodes.values()] == list(range(10))
    assert [node.claim for node in found.by_source[sources[1].id]] == claims[5:]


def test_an_article_without_claims_is_there() -> None:
    assert build(collection_of([article(TEXT)], [], [])).by_source == {article(TEXT).id: []}


def test_a_claim_has_the_days_of_its_sentence_or_of_what_it_goes_on_about() -> None:
    source = article(TEXT)
    dated = {"happened": Dated(date="2031-04-30")}
    claims = [
        claim(source, LINES[0], **dated),
        claim(source, LINES[1], sentence=0),
        claim(source, LINES[2], **dated),
        claim(source, LINES[3], marks=("anaphoric",)),
        claim(source, LINES[4], marks=("anaphoric",)),
    ]
    days = [node.days for node in context(claims).nodes.values()]
    assert [one is not None for one in days] == [True, True, True, True, False]


def test_another_sentence_does_not_lend_its_days() -> None:
    source = article(TEXT)
    claims = [claim(source, LINES[0], happened=Dated(date="2031-04-30")), claim(source, LINES[1])]
    assert [node.days is None for node in context(claims).nodes.values()] == [False, True]


def test_a_publisher_speaks_for_no_camp() -> None:
    source = article(TEXT)
    claims = [claim(source, LINES[0], FINN), claim(source, LINES[1], PUBLISHER), claim(source, LINES[2], ODA)]
    camps = [node.camps for node in context(claims).nodes.values()]
    assert camps == [{"finland"}, frozenset(), frozenset()]


def test_the_voice_of_a_speaker_is_in_every_name() -> None:
    source = article(TEXT)
    (node,) = context([claim(source, LINES[0], ODA)]).nodes.values()
    assert {"oda", "pell"} <= node.voices


def test_an_unknown_speaker_is_nobody() -> None:
    source = article(TEXT)
    (node,) = context([claim(source, LINES[0], speakers=("p-gone",), cue=(0, 1))]).nodes.values()
    assert (node.camps, node.voices) == (frozenset(), frozenset())
    assert not node.own_voice


@pytest.mark.parametrize(
    ("more", "can", "no"),
    [
        ({}, True, False),
        ({"act": Act.DENY}, True, True),
        ({"polarity": "denied"}, True, True),
        ({"act": Act.DEMAND}, False, False),
        ({"act": Act.EVALUATE}, False, False),
        ({"rule": "topic"}, False, False),
    ],
)
def test_what_can_be_disputed_and_what_denies(more: dict, can: bool, no: bool) -> None:
    source = article(TEXT)
    (node,) = context([claim(source, LINES[0], ODA, **more)]).nodes.values()
    assert (node.disputable, node.denies) == (can, no)


def test_only_what_is_told_as_a_fact_is_told_and_an_answer_is_no_deed() -> None:
    source = article(TEXT)
    told = (
        deed("open", patient=thing("the gate")),
        deed("shut", factuality="possible"),
        deed("damage", value="damaged", patient=thing("the gate")),
    )
    (node,) = context([claim(source, LINES[0], propositions=told)]).nodes.values()
    assert [one.predicate for one in node.told] == ["open", "damage"]
    assert node.predicates == {"open"}


def test_general_words_and_sides_tell_nothing() -> None:
    source = article(TEXT)
    (node,) = context([claim(source, LINES[0], terms=("thing", "report", "finland", "gate"))]).nodes.values()
    assert node.stems == {"gate"}


@given(st.permutations(range(len(LINES))))
def test_the_order_in_which_claims_come_does_not_matter(order: list[int]) -> None:
    source = article(TEXT)
    claims = [claim(source, line) for line in LINES]
    assert list(context([claims[n] for n in order]).nodes) == list(context(claims).nodes)
