"""What excludes what: two answers to one question that cannot both be true."""

import pytest
from building import deed, thing
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.lexicon import table
from claimgraph.match.excludes import done_once, excludes, is_other_manner, passing
from claimgraph.model import Proposition

QUESTIONS = {name: entry for name, entry in table("questions").items() if "answers" in entry}
ANSWERS = [(name, answer) for name, entry in QUESTIONS.items() for answer in entry["answers"]]


def says(question: str, value: str, *, denied: bool = False, **more: object) -> Proposition:
    return deed(question, denied=denied, value=value, **more)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_answer_excludes_every_other_of_its_question(name: str) -> None:
    answers = list(QUESTIONS[name]["answers"])
    for one in answers:
        for two in answers:
            assert (excludes(says(name, one), says(name, two)) is None) == (one == two)


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_excludes_that_it_is_not_so(name: str) -> None:
    for one in QUESTIONS[name]["answers"]:
        assert excludes(says(name, one), says(name, one, denied=True)) is not None
        assert excludes(says(name, one, denied=True), says(name, one, denied=True)) is None


@pytest.mark.parametrize("name", QUESTIONS)
def test_only_where_there_is_no_third_answer_does_not_give_the_other(name: str) -> None:
    entry = QUESTIONS[name]
    for one in entry["answers"]:
        for two in set(entry["answers"]) - {one}:
            no, yes = says(name, one, denied=True), says(name, two)
            assert excludes(no, yes) is None
            both = excludes(no, says(name, two, denied=True))
            assert (both is not None) == (bool(entry.get("two_way")) and len(entry["answers"]) == 2)


@pytest.mark.parametrize("name", [name for name, entry in QUESTIONS.items() if entry.get("two_way")])
def test_a_question_without_a_third_answer_has_two(name: str) -> None:
    assert len(QUESTIONS[name]["answers"]) == 2


@given(st.sampled_from(ANSWERS), st.sampled_from(ANSWERS), st.booleans(), st.booleans())
def test_excluding_is_symmetric(one: tuple, two: tuple, no: bool, not_so: bool) -> None:
    first, second = says(*one, denied=no), says(*two, denied=not_so)
    assert (excludes(first, second) is None) == (excludes(second, first) is None)
    if one[0] != two[0]:
        assert excludes(first, second) is None


@pytest.mark.parametrize(
    ("yes", "no", "other"),
    [("strangle", "drown", True), ("drown", "drown", False), ("strangle", "kill", False)],
)
def test_who_did_not_die_of_one_thing_may_have_died_of_another(yes: str, no: str, other: bool) -> None:
    told, denied = deed("kill", yes), deed("kill", no, denied=True)
    assert is_other_manner(told, denied) == is_other_manner(denied, told) == other
    assert not is_other_manner(told, deed("kill", no))


EXCLUDING = (
    ("weapon", "a knife", "a pistol", True),
    ("weapon", "a pistol", "a rifle", True),
    ("weapon", "a gun", "a revolver", False),
    ("weapon", "a knife", "a weapon", False),
    ("weapon", "a knife", "a kitchen blade", False),
    ("weapon", "a knife", "a gadget", False),
    ("weapon", "a 9mm pistol", "a .38 pistol", True),
    ("weapon", "a rope", "a pistol", True),
    ("weapon", "a rope", "poison", False),
    ("weapon", "mortars", "rockets", False),
    ("weapon", "a knife", "pistols", False),
    ("cause", "a short circuit", "arson", True),
    ("cause", "lightning", "a cigarette", True),
    ("cause", "lightning", "the storm", False),
    ("cause", "an accident", "arson", False),
    ("cause", "a gas leak", "a gas explosion", False),
    ("cause", "pilot error", "engine failure", True),
    ("age", "41", "42", True),
    ("age", "41", "41", False),
    ("clock", "09:00", "09:45", True),
    ("clock", "09:00", "09:05", False),
    ("clock", "23:58", "00:03", False),
    ("clock", "23:30", "00:30", True),
    ("clock", "09:00 GMT", "10:00 CET", False),
    ("clock", "09:00 GMT", "10:00", False),
    ("clock", "09:00 GMT", "10:00 GMT", True),
    ("bearing", "north", "south", True),
    ("bearing", "south", "southwest", False),
    ("bearing", "northeast", "northwest", True),
    ("bearing", "east", "east", False),
)


@pytest.mark.parametrize("turned", [False, True])
def test_particulars_and_sorts(turned: bool) -> None:
    wrong = []
    for question, one, two, excluding in EXCLUDING:
        first, second = (two, one) if turned else (one, two)
        if (excludes(says(question, first), says(question, second)) is not None) != excluding:
            wrong.append((question, first, second))
    assert wrong == []


@pytest.mark.parametrize("weapon", ["a knife with two blades", "a pistol with scratches"])
def test_one_thing_whose_phrase_ends_in_s_is_one(weapon: str) -> None:
    assert excludes(says("weapon", weapon), says("weapon", "a rope")) is not None


@pytest.mark.parametrize("question", ["age", "bearing", "clock"])
def test_what_a_number_is_not_excludes_none(question: str) -> None:
    one, two = {"age": ("41", "42"), "clock": ("09:00", "10:00"), "bearing": ("north", "south")}[question]
    assert excludes(says(question, one), says(question, two, denied=True)) is None


@pytest.mark.parametrize(
    ("yes", "no", "excluding"),
    [
        ("a pistol", "a pistol", True),
        ("a pistol", "a gun", True),
        ("a pistol", "a weapon", True),
        ("a gun", "a pistol", False),
        ("a knife", "a gun", False),
    ],
)
def test_not_this_weapon_excludes_what_it_covers(yes: str, no: str, excluding: bool) -> None:
    first, second = says("weapon", yes), says("weapon", no, denied=True)
    assert (excludes(first, second) is not None) == excluding
    assert (excludes(second, first) is not None) == excluding


@pytest.mark.parametrize(
    ("one", "two", "excluding"),
    [("finland", "denmark", True), ("finland", "finland", False), (None, "denmark", False)],
)
def test_two_sides_do_not_hold_one_place(one: str | None, two: str, excluding: bool) -> None:
    first, second = (says("holder", "troops", agent=thing("troops", side=side)) for side in (one, two))
    assert (excludes(first, second) is not None) == excluding
    assert (excludes(second, first) is not None) == excluding


def test_a_deed_is_no_answer_and_other_complements_are_other_questions() -> None:
    assert excludes(deed("open"), says("open", "closed")) is None
    assert excludes(says("open", "open", complement="to talks"), says("open", "closed")) is None


def test_passing_answers_are_those_of_the_list() -> None:
    assert {"open", "alive", "works"} <= passing()
    assert not {"armed", "guilty", "weapon"} & passing()


def test_deeds_done_once_are_those_of_the_list() -> None:
    assert done_once(deed("kill", "murder"))
    assert done_once(deed("other", "kidnap"))
    assert not done_once(deed("attack", "shell"))
