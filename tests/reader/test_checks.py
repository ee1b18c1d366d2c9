"""Nothing that a model says is believed unchecked; what fails is dropped under its cause."""

import json

import pytest
from crane import claim, content, entry, findings, good, ids, pair, people, source
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.model import Act, Agreement, Collection, Dated, Reason
from claimgraph.reader.answers import FIELDS, KINDS, NO_CLASH, QUOTE, entries
from claimgraph.reader.checks import CAUSES, REASON, Believed, Checker
from claimgraph.reader.client import CAUSES as FAILURES
from claimgraph.reader.prompts import MOST, SIDE

BY = ids()
ASKED = tuple(one for name, one in BY.items() if name != "strike")


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(findings().collection, ())


def believed(checker: Checker, text: str, asked: tuple[str, ...] = ASKED) -> Believed:
    return checker.believed(text, asked, model="m", prompt="abc")


def test_a_good_answer_is_believed_whole(checker):
    found = believed(checker, good())
    assert found.dropped == {}
    assert [(one.kind, one.model, one.prompt) for one in found.proposals] == [
        ("denial", "m", "abc"),
        ("figures", "m", "abc"),
        ("reversal", "m", "abc"),
    ]
    texts = {one.id: one.text for one in findings().collection.sources}
    homes = {one.id: one.source for one in findings().collection.claims}
    first = found.proposals[0]
    assert texts[homes[first.b]][slice(*first.words[1])] == "denied that the crane"


def test_words_around_the_json_and_a_fence_are_passed_over(checker):
    for text in (f"Sure!\n```json\n{good()}\n```\nDone.", f"Well: {good()} That is all.", f"  {good()}\n"):
        assert len(believed(checker, text).proposals) == 3


DROPPED = {
    "no JSON": ("form", "All of this is false."),
    "half a JSON": ("form", good()[:80]),
    "a list": ("form", "[1, 2]"),
    "nested without end": ("form", "[" * 100_000),
    "an entry that is a word": ("pair", json.dumps({"disputes": ["x"]})),
    "a side that is a word": (
        "pair",
        content({**pair(BY["checked"], "checked", BY["denial"], "denied"), "b": "x"}),
    ),
    "a side without a statement": ("pair", content(entry({BY["checked"]: "checked"}, {}))),
    "a relation of its own": ("pair", content(pair(BY["checked"], "checked", BY["denial"], "denied", "lie"))),
    "a number for words": (
        "pair",
        content({**pair(BY["checked"], "", BY["denial"], ""), "a": [{"id": "c", "words": 3}]}),
    ),
    "no clash": ("no clash", content(pair(BY["checked"], "checked", BY["denial"], "denied", "agrees"))),
    "an invented id": ("id", content(pair(BY["checked"], "checked", "cffffff", "denied"))),
    "an id too short": ("id", content(pair(BY["checked"], "checked", "c", "denied"))),
    "an id not asked about": ("id", content(pair(BY["checked"], "checked", BY["strike"], "strike"))),
    "itself": ("one", content(pair(BY["checked"], "checked", BY["checked"], "May"))),
    "words of another statement": (
        "words",
        content(pair(BY["checked"], "12 people", BY["denial"], "denied")),
    ),
    "words put otherwise": ("words", content(pair(BY["checked"], "was checked", BY["denial"], "denied"))),
    "no words": ("words", content(pair(BY["checked"], " ", BY["denial"], "..."))),
    "one utterance": ("utterance", content(pair(BY["thirty"], "30 people", BY["fell"], "fell on Monday"))),
    "figures without one": ("figures", content(pair(BY["twelve"], "hurt", BY["thirty"], "30", "figures"))),
    "a denial by nobody": (
        "denier",
        content(pair(BY["checked"], "checked", BY["thirty"], "30 people", "denial")),
    ),
    "a reversal by two": (
        "voice",
        content(pair(BY["checked"], "checked", BY["denial"], "checked", "reversal")),
    ),
    "each accusing itself": (
        "voice",
        content(pair(BY["checked"], "checked", BY["unchecked"], "unchecked", "mutual_accusation")),
    ),
}


@pytest.mark.parametrize("case", DROPPED)
def test_what_fails_is_dropped_under_its_cause(checker, case):
    cause, text = DROPPED[case]
    assert believed(checker, text) == Believed((), {cause: 1})
    assert CAUSES[cause]


def test_every_cause_has_words_of_its_own():
    assert not CAUSES.keys() & FAILURES.keys()
    assert len({*CAUSES.values(), *FAILURES.values()}) == len(CAUSES) + len(FAILURES)


def test_what_cannot_be_disputed_is_never_believed(checker):
    text = content(pair(BY["checked"], "checked", BY["strike"], "strike"))
    assert believed(checker, text, tuple(BY.values())).dropped == {"act": 1}


def test_statements_of_other_days_are_dropped():
    of = source("days.txt", "Osk said the pier fell. Lund said the pier stood. Hem said the pier sank.\n")
    speaker = findings().collection.speakers[0]
    told = [
        claim(of, words, speaker, happened=Dated(date=date, basis="x"), sentence=place)
        for place, (words, date) in enumerate(
            (("the pier fell", "2031-05"), ("the pier stood", "2031-06-01"), ("the pier sank", None))
        )
    ]
    checker = Checker(Collection(sources=(of,), speakers=(speaker,), claims=tuple(told)), ())
    asked = tuple(one.id for one in told)
    fell, stood, sank = asked
    text = content(pair(fell, "fell", stood, "stood"), pair(fell, "fell", sank, "sank"))
    found = checker.believed(text, asked, model="m", prompt="p")
    assert found.dropped == {"days": 1}
    assert [(one.a, one.b) for one in found.proposals] == [(fell, sank)]


def test_figures_that_meet_are_dropped(checker):
    same = content(
        pair(BY["twelve"], "12 people", BY["twelve"], "12"), pair(BY["twelve"], "12", BY["thirty"], "30")
    )
    assert believed(checker, same).dropped == {"one": 1}
    of = source("meet.txt", "Osk said 12 people were hurt. Hem said 12 were hurt.\n")
    speaker = findings().collection.speakers[0]
    told = [
        claim(of, "12 people were hurt", speaker, quantities=people(of, 12)),
        claim(
            of, "12 were hurt", speaker, quantities=(people(of, 12)[0].model_copy(update={"span": (44, 46)}),)
        ),
    ]
    checker = Checker(Collection(sources=(of,), speakers=(speaker,), claims=tuple(told)), ())
    text = content(pair(told[0].id, "12 people", told[1].id, "12 were", "figures"))
    assert checker.believed(text, [one.id for one in told], model="m", prompt="p").dropped == {"figures": 1}


def test_white_space_may_differ_and_nothing_else(checker):
    text = content(pair(BY["fell"], " the crane  fell on", BY["unchecked"], "left\nunchecked"))
    assert len(believed(checker, text).proposals) == 1


def test_the_beginning_of_an_id_as_printed_is_enough(checker):
    text = content(pair(BY["checked"][:6], "checked", f"[{BY['unchecked'][:8]}]", "unchecked"))
    assert [(one.a, one.b) for one in believed(checker, text).proposals] == [(BY["checked"], BY["unchecked"])]


def test_one_statement_may_stand_without_a_list(checker):
    alone = pair(BY["checked"], "checked", BY["unchecked"], "unchecked")
    alone["a"], alone["b"] = alone["a"][0], alone["b"][0]
    assert len(believed(checker, content(alone)).proposals) == 1


def test_an_entry_holds_all_statements_of_either_side_in_as_few_pairs_as_can_be(checker):
    text = content(
        entry(
            {BY["checked"]: "had been checked in May"}, {BY["denial"]: "denied", BY["unchecked"]: "unchecked"}
        )
    )
    found = believed(checker, text)
    assert found.dropped == {}
    assert [(one.a, one.b) for one in found.proposals] == [
        (BY["checked"], BY["denial"]), (BY["checked"], BY["unchecked"]),
    ]  # fmt: skip
    assert len({one.question for one in found.proposals}) == 1


def test_two_entries_are_two_questions_even_of_one_pair(checker):
    one = pair(BY["thirty"], "30 people", BY["twelve"], "12 people", "figures")
    two = pair(BY["thirty"], "hurt", BY["twelve"], "were hurt")
    found = believed(checker, content(one, two))
    assert len({one.question for one in found.proposals}) == len(found.proposals) == 2


def test_what_fails_in_an_entry_is_left_out_and_counted_and_the_rest_believed(checker):
    text = content(
        entry(
            {BY["checked"]: "checked", "cffffff": "x", BY["fell"]: "the crane"},
            {BY["denial"]: "denied", BY["unchecked"]: "no such words", BY["checked"]: "May"},
            "denial",
        )
    )
    found = believed(checker, text)
    assert found.dropped == {"id": 1, "one": 1, "words": 1}
    assert {(one.a, one.b) for one in found.proposals} == {
        (BY["checked"], BY["denial"]), (BY["fell"], BY["denial"]),
    }  # fmt: skip


def test_a_statement_that_fits_none_of_the_other_side_is_counted_by_why(checker):
    text = content(
        entry({BY["twelve"]: "12 people", BY["checked"]: "checked"}, {BY["thirty"]: "30 people"}, "figures")
    )
    found = believed(checker, text)
    assert [(one.a, one.b) for one in found.proposals] == [(BY["twelve"], BY["thirty"])]
    assert found.dropped == {"figures": 1}


def test_a_side_is_read_up_to_its_length(checker):
    long = pair(BY["checked"], "checked", BY["unchecked"], "unchecked")
    long["b"] *= 3 * SIDE
    found = believed(checker, content(long))
    assert (len(found.proposals), found.dropped) == (1, {"many": 2 * SIDE})


def test_whoever_denies_stands_second(checker):
    text = content(pair(BY["denial"], "denied", BY["checked"], "checked", "denial"))
    assert [(one.a, one.b) for one in believed(checker, text).proposals] == [(BY["checked"], BY["denial"])]


def test_one_pair_is_proposed_once_and_thousands_not_at_all(checker):
    one = pair(BY["checked"], "checked", BY["unchecked"], "unchecked")
    found = believed(checker, content(*[one] * 5000))
    assert len(found.proposals) == 1
    assert found.dropped == {"many": 5000 - MOST}


def test_a_statement_that_is_gone_is_dropped(checker):
    gone = "c0123456789ab"
    text = content(pair(gone, "x", BY["checked"], "checked"))
    assert believed(checker, text, (*ASKED, gone)).dropped == {"gone": 1}


def test_a_long_reason_is_cut_and_what_steers_a_terminal_spelled_out(checker):
    text = content(
        pair(BY["checked"], "checked", BY["unchecked"], "unchecked", reason="\x1b[31m\n" + "x" * 9999)
    )
    reason = believed(checker, text).proposals[0].reason
    assert len(reason) == REASON
    assert reason.startswith("[U+001B][31m xx")


def test_what_the_rules_call_the_same_is_doubtful():
    both = Reason(
        rule="same deed",
        detail="both tell of “check”",
        spans=((BY["checked"], 0, 999), (BY["unchecked"], 0, 999)),
    )
    agreement = Agreement(a=BY["unchecked"], b=BY["checked"], reasons=(both,))
    checker = Checker(findings().collection, (agreement,))
    text = content(
        pair(BY["checked"], "checked", BY["unchecked"], "unchecked"),
        pair(BY["checked"], "checked", BY["denial"], "denied"),
    )
    doubts = [one.doubt for one in believed(checker, text).proposals]
    assert doubts == ["the rules find that the two say the same: both tell of “check”", None]


def test_halves_of_characters_are_no_harm(checker):
    text = content(pair(BY["checked"], "checked", BY["unchecked"], "unchecked", reason="half \ud800 of one"))
    reason = believed(checker, text).proposals[0].reason
    assert reason == "half ? of one"


WORDS = st.sampled_from(
    ["12 people", "checked", "denied", "", "the crane", "fell  on Monday", "\x00", "." * 50]
)
NAMED = st.sampled_from([*BY.values(), "c", "cffffff", BY["checked"][:6], ""])
SIDES = st.lists(st.fixed_dictionaries({"id": NAMED, "words": WORDS | st.text(max_size=9)}), max_size=4)
ENTRIES = st.fixed_dictionaries(
    {
        "reason": st.text(max_size=20) | st.none(),
        "relation": st.sampled_from([*KINDS, *NO_CLASH, "lie"]),
        "a": SIDES, "b": SIDES,
    }
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*FIELDS, *QUOTE, "disputes"]), inner)
    ),
    max_leaves=12,
)


@given(
    st.one_of(
        st.text(max_size=200), JSON.map(json.dumps), st.lists(ENTRIES, max_size=6).map(lambda x: content(*x))
    )
)
def test_any_answer_gives_only_pairs_that_were_asked_about_and_words_that_stand_there(text):
    found = believed(CHECKER, text)
    told = [one for one in entries(text) or () if one is not None]
    assert len(found.proposals) <= sum(len(one.a) + len(one.b) - 1 for one in told)
    assert len({one.question for one in found.proposals}) <= len(told)
    for one in found.proposals:
        assert {one.a, one.b} <= set(ASKED)
        for named, words in zip((one.a, one.b), one.words, strict=True):
            assert CHECKER.context.nodes[named].claim.act is not Act.PROMISE
            assert 0 <= words[0] < words[1]


CHECKER = Checker(findings().collection, ())
