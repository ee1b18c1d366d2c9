"""Every field answers SAME, DIFFERENT or UNKNOWN; what is not said is UNKNOWN."""

import pytest
from building import article, at_least, claim, count, deed, known_of, said_of, speaker, thing
from hypothesis import given
from hypothesis import strategies as st
from rates import at_rate

from claimgraph.match.fields import FIELDS
from claimgraph.model import Comparison, Dated, Quantity

MAYOR, DOCTOR = speaker("Ana Ruiz", kind="person", role="Mayor"), speaker("Ben Holt", kind="person")
FINN, DANE, OTHER_DANE = (
    speaker("Oulu Command", "finland"),
    speaker("Aarhus Command", "denmark"),
    speaker("Ribe Garrison", "denmark"),
)
SPEAKERS = (MAYOR, DOCTOR, FINN, DANE, OTHER_DANE)
ONE = "the warehouse in Dunmore burned on Harbour Street"
TWO = "flames gutted a depot in Dunmore at Harbour Street"


def asked(name: str, first: dict, second: dict, *, together: bool = False, days: tuple = ()) -> Comparison:
    """Ask a field of two claims; ``words`` and ``who`` of each, and any other field of a claim."""
    one, two = ({"words": ONE, **first}, {"words": TWO, **second})
    dates = days or ("2031-05-02", "2031-05-02")
    if together:
        sources = [article(f"{one['words']}.\n\n{two['words']}.", "a", dates[0])] * 2
    else:
        sources = [
            article(said["words"], name, day)
            for said, name, day in zip((one, two), "ab", dates, strict=False)
        ]
    claims = [
        claim(
            source,
            said["words"],
            said.get("who"),
            **{k: v for k, v in said.items() if k not in {"words", "who"}},
        )
        for source, said in zip(sources, (one, two), strict=False)
    ]
    known = known_of(sources[:1] if together else sources, SPEAKERS, claims)
    return FIELDS[name](said_of(known, claims[0]), said_of(known, claims[1]), known)


def told(*propositions: object, **more: object) -> dict:
    return {"propositions": propositions, **more}


def counting(*quantities: Quantity, **more: object) -> dict:
    return {"quantities": quantities, **more}


def share(percent: float, being: str) -> dict:
    """So many percent of the clerks are something."""
    clerks = thing("clerks", "clerk")
    told_of = (deed(being, patient=clerks), deed(f"is {being}", "be", patient=clerks, value=being))
    return counting(count(percent, unit="percent", event=None, of="clerks"), propositions=told_of)


def on(day: str) -> dict:
    return {"happened": Dated(date=day, basis="named")}


STORM = {"words": "the storm tore roofs off houses in Dunmore"}
TRIAL = {"words": "a tailor was acquitted of fraud by jurors"}

ANSWERS = [
    (
        "doer",
        told(deed("kill", agent=thing("the guard"))),
        told(deed("kill", agent=thing("a guard"))),
        "same",
    ),
    (
        "doer",
        told(deed("kill", agent=thing("the guard"))),
        told(deed("kill", agent=thing("guards", "guard"))),
        "unknown",
    ),
    (
        "doer",
        told(deed("fire", agent=thing("Danish troops", side="denmark"))),
        told(deed("fire", agent=thing("the pirates")), who=DANE),
        "different",
    ),
    (
        "undergoer",
        told(deed("burn", patient=thing("three depots", "depot"))),
        told(deed("burn", patient=thing("no depot", "depot"))),
        "same",
    ),
    (
        "undergoer",
        told(deed("contain", patient=thing("the fire"))),
        told(deed("contain", patient=thing("the blaze"))),
        "same",
    ),
    (
        "doer",
        told(deed("kill", agent=thing("Ana Ruiz"))),
        told(deed("kill", agent=thing("Mayor Ruiz"))),
        "same",
    ),
    (
        "doer",
        told(deed("kill", agent=thing("Ana Ruiz"))),
        told(deed("kill", agent=thing("Ben Holt"))),
        "different",
    ),
    ("doer", told(deed("kill", agent=thing("he"))), told(deed("kill", agent=thing("Ben Holt"))), "unknown"),
    (
        "doer",
        told(deed("kill", agent=thing("the guard"))),
        told(deed("kill", agent=thing("a tailor"))),
        "unknown",
    ),
    (
        "doer",
        told(deed("fire", agent=thing("Finnish troops", side="finland"))),
        told(deed("fire", agent=thing("Danish troops", side="denmark"))),
        "different",
    ),
    (
        "undergoer",
        told(deed("burn", patient=thing("the depot"))),
        told(deed("burn", patient=thing("a depot"))),
        "same",
    ),
    (
        "undergoer",
        told(deed("sink", patient=thing("the boat"))),
        told(deed("sink", patient=thing("a ship"))),
        "same",
    ),
    (
        "undergoer",
        told(deed("win", patient=thing("Aston Cup"))),
        told(deed("win", patient=thing("Velde Cup"))),
        "same",
    ),
    (
        "undergoer",
        told(deed("win", patient=thing("Aston Bowl"))),
        told(deed("win", patient=thing("Velde Cup"))),
        "different",
    ),
    (
        "undergoer",
        told(deed("burn", patient=thing("the depot"))),
        told(deed("burn", patient=thing("it"))),
        "unknown",
    ),
    (
        "undergoer",
        told(deed("burn", patient=thing("it"))),
        told(deed("burn", patient=thing("it"))),
        "unknown",
    ),
    (
        "doer",
        told(deed("kill", agent=thing("a Kent farmer"))),
        told(deed("kill", agent=thing("Ben Holt"))),
        "unknown",
    ),
    (
        "doer",
        told(deed("kill", agent=thing("a Kent farmer"))),
        told(deed("kill", agent=thing("a York nurse"))),
        "different",
    ),
    ("doer", told(deed("kill", agent=thing("a man"))), told(deed("kill", agent=thing("the man"))), "unknown"),
    ("place", {}, {}, "same"),
    (
        "place",
        {"words": "shots rang out in Dunmore", "places": ("dunmore",)},
        {"words": "shots rang out in Calder", "places": ("calder",)},
        "different",
    ),
    (
        "place",
        {"words": "shots rang out in Dunmore", "places": ("dunmore",)},
        {"words": "shots rang out"},
        "different",
    ),
    ("place", {"words": "shots rang out"}, {"words": "shots were heard"}, "unknown"),
    ("when", on("2031-04-30"), on("2031-04-30"), "same"),
    ("when", on("2031-04"), on("2031-04-12"), "same"),
    ("when", on("2031-04-30"), on("2031-05-01"), "same"),
    ("when", on("2031-04-25"), on("2031-04-30"), "different"),
    ("when", on("2028"), on("2030"), "different"),
    ("when", on("2031-01"), on("2031-04"), "different"),
    ("when", on("2031-04-30"), {}, "unknown"),
    ("when", on("2019-04-30"), {}, "different"),
    ("when", {}, {}, "unknown"),
    ("when", {"marks": ("compared",)}, {}, "different"),
    ("when", {"marks": ("compared",)}, {"marks": ("compared",)}, "unknown"),
    ("reported", {}, {}, "same"),
    ("story", {}, {}, "same"),
    ("story", STORM, TRIAL, "different"),
    (
        "story",
        {"names": ("orrin",), "words": "the warehouse burned"},
        {"names": ("vell",), "words": "the warehouse burned"},
        "different",
    ),
    ("opening", {"names": ("orrin", "solva")}, {"names": ("orrin",)}, "same"),
    ("opening", {"names": ("orrin",)}, {"names": ("vell",)}, "different"),
    ("opening", {"names": ("orrin",)}, {"names": (), "words": "the warehouse burned"}, "unknown"),
    ("wording", {}, {"words": "the warehouse burned to the ground"}, "same"),
    ("wording", STORM, TRIAL, "different"),
    ("overlap", {}, {"words": "the warehouse burned"}, "same"),
    ("counted", counting(count(3, of="sailors")), counting(count(5, of="sailors")), "same"),
    ("counted", counting(count(3)), counting(count(5)), "same"),
    ("counted", counting(count(3)), counting(count(5, event="injured")), "different"),
    ("counted", counting(count(3)), counting(count(5, unit="tank")), "different"),
    ("counted", counting(count(3, of_side="finland")), counting(count(5, of_side="denmark")), "different"),
    ("counted", counting(count(3, category="soldier")), counting(count(5, category="child")), "different"),
    ("counted", counting(count(3, category="person")), counting(count(5, category="child")), "same"),
    (
        "counted",
        counting(count(3, unit="percent", event=None, of="wages")),
        counting(count(5, unit="percent", event=None, of="turnout")),
        "different",
    ),
    ("counted", share(33, "unpaid"), share(50, "unpaid"), "same"),
    ("counted", share(33, "unpaid"), share(50, "retired"), "different"),
    (
        "counted",
        counting(count(3, of="Ostrian soldiers", category="soldier")),
        counting(count(5, of="Kelmar militiamen", category="militant")),
        "different",
    ),
    (
        "counted",
        counting(count(3, of="Ostrian soldiers", category="soldier")),
        counting(count(5, of="soldiers from Ostria", category="soldier")),
        "same",
    ),
    ("extent", counting(count(3, window="overnight")), counting(count(9)), "different"),
    ("extent", counting(count(1, text="a 10-year-old girl")), counting(count(9)), "different"),
    ("extent", counting(count(22), marks=("overall",)), counting(count(9), places=("dunmore",)), "different"),
    (
        "extent",
        counting(count(41, unit="percent", event=None), marks=("sample",)),
        counting(count(45, unit="percent", event=None), marks=("sample",)),
        "different",
    ),
    ("extent", counting(count(3), count(9)), counting(count(9)), "different"),
    ("extent", counting(count(3)), counting(count(9)), "unknown"),
    ("many", counting(count(3)), counting(count(9)), "same"),
    ("many", counting(count(3), count(7)), counting(count(9)), "different"),
    ("size", counting(count(10)), counting(count(12)), "same"),
    ("size", counting(count(3)), counting(count(4000)), "different"),
    ("size", counting(at_least(10)), counting(count(12)), "same"),
    ("voices", {"who": FINN}, {"who": DANE}, "same"),
    ("voices", {"who": OTHER_DANE}, {"who": DANE}, "different"),
    ("voices", {"who": MAYOR}, {"who": MAYOR}, "different"),
    ("voices", {"who": MAYOR}, {"who": DOCTOR}, "same"),
    ("voices", {"who": MAYOR}, {}, "same"),
    ("voices", {}, {}, "same"),
    ("background", {"marks": ("back",)}, {}, "different"),
    ("background", {}, {}, "unknown"),
    ("background", {"marks": ("back",)}, {"marks": ("back",)}, "unknown"),
]

BESIDE = [
    # a pronoun and what it can stand for, in neighbouring paragraphs of one article
    ("undergoer", told(deed("burn", patient=thing("the depot"))), told(deed("burn", patient=thing("it"))), "same"),
    ("undergoer", told(deed("burn", patient=thing("it"))), told(deed("burn", patient=thing("the depot"))), "same"),
    ("undergoer", told(deed("burn", patient=thing("the depot"))), told(deed("burn", patient=thing("him"))), "unknown"),
    ("doer", told(deed("pay", agent=thing("the nurse"))), told(deed("pay", agent=thing("she"))), "same"),
    ("doer", told(deed("pay", agent=thing("Ana Ruiz"))), told(deed("pay", agent=thing("I")), who=MAYOR), "same"),
    ("doer", told(deed("pay", agent=thing("Ana Ruiz"))), told(deed("pay", agent=thing("I")), who=DOCTOR), "unknown"),
    ("doer", told(deed("pay", agent=thing("the mayor"))), told(deed("pay", agent=thing("I")), who=MAYOR), "same"),
    ("doer", told(deed("pay", agent=thing("the mayor"))), told(deed("pay", agent=thing("I")), who=DOCTOR), "unknown"),
    ("doer", told(deed("pay", agent=thing("he"))), told(deed("pay", agent=thing("he"))), "unknown"),
    ("extent", counting(count(19, window="five years")), counting(count(4, takes_up=(0, 1))), "unknown"),
    ("takes_up", counting(count(40)), counting(count(12, takes_up=(0, 1))), "same"),
    ("takes_up", counting(count(40)), counting(count(12)), "unknown"),
    ("takes_up", counting(count(40)), counting(count(12, takes_up=(7, 9))), "unknown"),
    ("counted", counting(count(40, unit="goat")), counting(count(12, event=None, takes_up=(0, 1))), "same"),
    ("nearby", {}, {}, "same"),
]  # fmt: skip


@at_rate(BESIDE, floor=1.0)
def test_a_field_answers_of_neighbouring_claims(name: str, first: dict, second: dict, fit: str) -> None:
    assert asked(name, first, second, together=True).fit == fit


def test_claims_of_two_articles_are_never_nearby() -> None:
    assert asked("nearby", {}, {}).fit == "unknown"


@at_rate(ANSWERS, floor=1.0)
def test_a_field_answers(name: str, first: dict, second: dict, fit: str) -> None:
    found = asked(name, first, second)
    assert found.fit == fit, found.detail


@at_rate(ANSWERS, floor=1.0)
def test_a_field_answers_both_ways_alike(name: str, first: dict, second: dict, fit: str) -> None:
    first, second = {"words": ONE, **first}, {"words": TWO, **second}
    one, two = asked(name, first, second), asked(name, second, first)
    assert (one.fit, one.degree) == (two.fit, two.degree)


@at_rate(ANSWERS, floor=1.0)
def test_an_answer_has_a_degree_and_words(name: str, first: dict, second: dict, fit: str) -> None:
    found = asked(name, first, second)
    assert found.field == name
    assert 0 <= found.degree <= 1
    assert (found.degree == 0) == (found.fit == "unknown")
    assert found.detail
    assert found.question.endswith("?")


def test_every_field_is_asked_in_the_table() -> None:
    table = (*ANSWERS, *BESIDE)
    assert {name for name, *_ in table} == set(FIELDS)
    fits = {(name, fit) for name, _, _, fit in table}
    never = {name for name in FIELDS if (name, "different") not in fits}
    assert never == {"overlap", "reported", "takes_up", "nearby"}


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_has_a_question_that_is_its_docstring(name: str) -> None:
    question = FIELDS[name].__doc__ or ""
    assert question.endswith("?")
    assert len(question) <= 90
    assert [FIELDS[other].__doc__ for other in FIELDS].count(question) == 1


FULL = {
    "doer": told(deed("kill", agent=thing("Ana Ruiz"))),
    "undergoer": told(deed("kill", patient=thing("Ana Ruiz"))),
    "place": {"places": ("dunmore",)},
    "when": on("2031-04-30"),
    "counted": counting(count(3)),
    "extent": counting(count(3, window="overnight")),
    "many": counting(count(3), count(8)),
    "size": counting(count(3)),
    "overlap": {"who": MAYOR},
}
"""What the field asks after, as one claim gives it; the other says none of it."""
NOTHING = {"words": "it is so", "terms": (), "names": ()}


@pytest.mark.parametrize("name", FULL)
@pytest.mark.parametrize("turned", [False, True])
def test_what_one_does_not_say_is_unknown(name: str, turned: bool) -> None:
    both = (NOTHING, FULL[name]) if turned else (FULL[name], NOTHING)
    together = name == "place"  # of two articles, the other's own names tell
    assert asked(name, *both, together=together).fit == "unknown"


@pytest.mark.parametrize("name", sorted(set(FULL) - {"overlap"}))
def test_what_neither_says_is_unknown(name: str) -> None:
    assert (
        asked(name, NOTHING, {**NOTHING, "words": "that was it"}, together=name == "place").fit == "unknown"
    )


@given(st.sampled_from(sorted(set(FULL))), st.sampled_from(sorted(FULL)))
def test_what_else_is_said_makes_no_missing_value_known(name: str, also: str) -> None:
    """A claim that gives everything but what is asked answers as one that gives nothing."""
    keys = set(FULL[name])
    rest = {key: value for key, value in FULL[also].items() if key not in keys}
    if {"doer", "undergoer"} & {name}:
        rest = {key: value for key, value in rest.items() if key != "propositions"}
    assert asked(name, FULL[name], {**NOTHING, **rest}, together=name == "place").fit == "unknown"


def test_inside_an_article_two_places_are_two_and_one_place_is_open() -> None:
    calder = {"words": "flames gutted a mill in Calder", "places": ("calder",)}
    dunmore = {"words": "a warehouse burned in Dunmore", "places": ("dunmore",)}
    assert asked("place", dunmore, calder, together=True).fit == "different"
    assert asked("place", dunmore, {"words": "flames gutted a mill"}, together=True).fit == "unknown"


@pytest.mark.parametrize(
    ("days", "fit"),
    [
        (("2031-05-02", "2031-05-02"), "same"),
        (("2031-05-02", "2031-05-14"), "same"),
        (("2031-05-02", "2031-06-02"), "different"),
        (("2031-05-02", "2031-11-02"), "different"),
        ((None, "2031-05-02"), "unknown"),
        ((None, None), "unknown"),
    ],
)
def test_articles_are_reported_weeks_or_months_apart(days: tuple, fit: str) -> None:
    assert asked("reported", {}, {}, days=days).fit == fit
    assert asked("reported", {}, {}, days=days[::-1]).fit == fit


def test_the_nearer_in_time_they_are_reported_the_more_it_says() -> None:
    degrees = [
        asked("reported", {}, {}, days=("2031-05-02", day)).degree
        for day in ("2031-05-02", "2031-05-04", "2031-05-12")
    ]
    assert degrees == sorted(degrees, reverse=True)
    assert degrees[0] == 1


def test_the_further_apart_they_are_reported_the_more_it_says() -> None:
    degrees = [
        asked("reported", {}, {}, days=("2031-05-02", day)).degree
        for day in ("2031-05-25", "2031-06-09", "2032-05-02")
    ]
    assert degrees == sorted(degrees)
    assert degrees[0] < degrees[-1] == 1


def test_a_territory_and_its_patron_are_one_side() -> None:
    first = told(deed("fire", agent=thing("the troops", "troop", "abkhazia")))
    second = told(deed("fire", agent=thing("their troops", "troop", "russia")))
    assert asked("doer", first, second).fit == "same"


@pytest.mark.parametrize(
    ("first", "second"),
    [("Finnish troops", "Finland's army"), ("Danish pilots", "Denmark"), ("Russians", "Russia")],
)
def test_a_side_under_two_names_is_no_two_doers(first: str, second: str) -> None:
    side = {"F": "finland", "D": "denmark", "R": "russia"}[first[0]]
    one, two = (told(deed("fire", agent=thing(words, side=side))) for words in (first, second))
    assert asked("doer", one, two).fit != "different"


@pytest.mark.parametrize(("first", "second"), [("2029", "2030"), ("2031-03", "2031-04")])
def test_years_and_months_that_follow_each_other_are_two(first: str, second: str) -> None:
    assert asked("when", on(first), on(second)).fit != "same"


def test_words_of_a_claim_without_any_are_missing() -> None:
    assert asked("wording", {}, NOTHING).fit == "unknown"


def test_an_unknown_speaker_may_be_anybody() -> None:
    unknown = {"cue": (0, 1), "mention": None}
    assert asked("voices", unknown, {"who": MAYOR}).fit == "unknown"


def test_articles_without_a_common_passage_speak_for_themselves() -> None:
    assert asked("voices", {}, {}).fit == "same"
    assert asked("voices", {}, {}, together=True).fit == "different"


def test_two_speakers_of_one_name_may_be_one() -> None:
    chief, other = speaker("Police Chief Moro", kind="person"), speaker("Moro", kind="person")
    source = article("the gate was open.\n\nthe gate was shut.")
    claims = [claim(source, "the gate was open", chief), claim(source, "the gate was shut", other)]
    known = known_of([source], [chief, other], claims)
    assert FIELDS["voices"](said_of(known, claims[0]), said_of(known, claims[1]), known).fit == "different"
