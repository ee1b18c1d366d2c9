"""The rules complete the tagger: what is kept, what is added, what is left out."""

import pytest
from markup import article_of

from claimgraph.extract.engines import Attribution, engine
from claimgraph.extract.tagger.both import merged

TEXT = "x" * 220 + " 40 were hurt" + "x" * 80
SAID = Attribution(((0, 9),), ((10, 14),), ((20, 60),), "say", "tagger")


def ruled(**changes: object) -> Attribution:
    plain = {"source": ((0, 9),), "cue": ((10, 14),), "content": ((15, 60),), "head": "say", "rule": "clause"}
    return Attribution(**{**plain, **changes})


def test_the_taggers_spans_stand_where_both_find_a_statement() -> None:
    (found,) = merged(TEXT, [SAID], [ruled()])
    assert (found.content, found.rule) == (SAID.content, "tagger")


def test_what_came_through_somebody_is_the_rules_whole() -> None:
    told = ruled(via=((61, 70),))
    assert merged(TEXT, [SAID], [told]) == [told]


def test_the_rules_tell_the_lemma_of_a_common_cue() -> None:
    tagged = Attribution(((0, 9),), ((10, 14),), ((20, 60),), "tell", "tagger")
    assert [one.head for one in merged(TEXT, [tagged], [ruled(head="say")])] == ["say"]


@pytest.mark.parametrize(
    ("rest", "goes_on"),
    [
        (", and had moved", True),
        (" or lost", True),
        ("en by pirates", True),
        (" deep off the coast", True),
        (", which had moved", False),
        (" on Friday", False),
        (" when she left", False),
    ],
)
def test_a_content_that_ends_too_early_goes_on_as_the_rules_have_it(rest: str, goes_on: bool) -> None:
    text = f"Ann said it was sunk{rest}."
    tagged = Attribution(((0, 3),), ((4, 8),), ((9, 20),), "say", "tagger")
    whole = ruled(source=((0, 3),), cue=((4, 8),), content=((9, len(text) - 1),))
    (found,) = merged(text, [tagged], [whole])
    assert found.content == (whole.content if goes_on else tagged.content)


def test_a_statement_with_another_cue_is_the_same_when_its_content_is() -> None:
    found = merged(TEXT, [SAID], [ruled(cue=((61, 66),), head="deny")])
    assert [one.head for one in found] == ["say"]


def test_the_rules_name_a_speaker_the_tagger_missed() -> None:
    (found,) = merged(TEXT, [Attribution((), *SAID_PARTS)], [ruled()])
    assert found.source == ((0, 9),)


SAID_PARTS = (SAID.cue, SAID.content, "say", "tagger")


@pytest.mark.parametrize(
    ("changes", "added"),
    [
        ({"head": "deny"}, True),
        ({"head": "reject"}, True),
        ({"head": "admit"}, True),
        ({"head": "accuse"}, True),
        ({"head": "according", "rule": "according"}, True),
        ({"head": "add", "via": ((190, 195),)}, True),
        ({"head": "put"}, True),
        ({"head": "add", "content": ((213, 240),)}, True),
        ({"head": "add"}, False),
        ({"head": "wonder"}, False),
    ],
)
def test_the_rules_add_what_decides_disputes(changes: dict[str, object], added: bool) -> None:
    apart = {"source": ((100, 105),), "cue": ((106, 112),), "content": ((113, 180),)}
    other = ruled(**{**apart, **changes})
    assert len(merged(TEXT, [SAID], [other])) == 1 + added


def test_parents_are_found_over_both_engines() -> None:
    outer = Attribution(((0, 9),), ((10, 14),), ((15, 80),), "say", "tagger")
    inner = ruled(source=((20, 30),), cue=((31, 37),), content=((38, 80),), head="deny")
    assert [one.parent for one in merged(TEXT, [outer], [inner])] == [None, 0]


def test_neither_engine_finding_anything_gives_nothing() -> None:
    assert merged(TEXT, [], []) == []


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The airline denied that its pilots had skipped the briefing.", "deny"),
        ("The gallery rejected claims that the painting was stolen.", "reject"),
        ("The senator's denial that he took the money was short.", "denial"),
        ("The farmers accused the dairy of short weights.", "accuse"),
    ],
)
def test_denials_and_accusations_are_found(text: str, head: str) -> None:
    assert head in [one.head for one in engine("both").attributions(article_of(text))]
