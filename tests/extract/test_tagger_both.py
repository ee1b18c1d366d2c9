"""The rules complete the tagger: what is kept, what is added, what is left out."""

import pytest
from markup import article_of

from claimgraph.extract.engines import Attribution, engine
from claimgraph.extract.tagger.both import merged

SAID = Attribution(((0, 9),), ((10, 14),), ((20, 60),), "say", "tagger")


def ruled(**changes: object) -> Attribution:
    plain = {"source": ((0, 9),), "cue": ((10, 14),), "content": ((15, 60),), "head": "say", "rule": "clause"}
    return Attribution(**{**plain, **changes})


def test_the_taggers_spans_stand_where_both_find_a_statement() -> None:
    (found,) = merged([SAID], [ruled()])
    assert (found.content, found.rule) == (SAID.content, "tagger")


def test_the_rules_tell_whom_it_came_through_and_the_head() -> None:
    tagged = Attribution(((0, 9),), ((10, 14),), ((20, 60),), "tell", "tagger")
    (found,) = merged([tagged], [ruled(via=((61, 70),), head="say")])
    assert (found.via, found.head) == (((61, 70),), "say")


def test_a_statement_with_another_cue_is_the_same_when_its_content_is() -> None:
    found = merged([SAID], [ruled(cue=((61, 66),), head="deny")])
    assert [one.head for one in found] == ["say"]


def test_the_rules_name_a_speaker_the_tagger_missed() -> None:
    (found,) = merged([Attribution((), *SAID_PARTS)], [ruled()])
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
        ({"head": "add"}, False),
        ({"head": "wonder"}, False),
    ],
)
def test_the_rules_add_what_decides_disputes(changes: dict[str, object], added: bool) -> None:
    other = ruled(source=((100, 105),), cue=((106, 112),), content=((113, 180),), **changes)
    assert len(merged([SAID], [other])) == 1 + added


def test_parents_are_found_over_both_engines() -> None:
    outer = Attribution(((0, 9),), ((10, 14),), ((15, 80),), "say", "tagger")
    inner = ruled(source=((20, 30),), cue=((31, 37),), content=((38, 80),), head="deny")
    assert [one.parent for one in merged([outer], [inner])] == [None, 0]


def test_neither_engine_finding_anything_gives_nothing() -> None:
    assert merged([], []) == []


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
