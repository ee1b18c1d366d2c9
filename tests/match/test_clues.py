"""Every clue holds where it should, and says nothing where it does not."""

import pytest
from building import article, claim, count, deed, denies, known_of, node_of, speaker, thing

from claimgraph.match.clues import (
    AGAINST,
    CLUES,
    REACH,
    UNDENIED,
    accuses,
    can_be_answered,
    can_be_answered_elsewhere,
)
from claimgraph.match.fields import FIELDS, Said
from claimgraph.model import Act, Comparison

UNION, FIRM = speaker("Cooks Guild"), speaker("Larkin Foods", kind="organisation")
ODA, IVO = speaker("Oda Pell", kind="person"), speaker("Ivo Sand", kind="person")
FINN, DANE = speaker("Oulu Command", "finland"), speaker("Aarhus Barracks", "denmark")
SPEAKERS = (UNION, FIRM, ODA, IVO, FINN, DANE)
CHARGE = "managers hid mould in the cannery"
NO = "nobody hid mould in the cannery"
ASIDE = "the weather was mild"
CLAUSE = f"{CHARGE} and {NO}."
SENTENCES = f"{CHARGE}. {NO}."
LATER = f"{CHARGE}. {ASIDE}. {NO}."
NEXT = f"{CHARGE}.\n\n{NO}."
FAR = "\n\n".join([CHARGE, *[ASIDE] * 5, NO])


def asked(
    name: str, text: str = NEXT, answered: dict | None = None, denial: dict | None = None
) -> Comparison:
    """Ask a clue of the charge and the denial of one text."""
    source = article(text)
    one = {"who": UNION, "statement": "one", **(answered or {})}
    two = {"who": FIRM, "act": Act.DENY, "pointer": denies(), "statement": "two", **(denial or {})}
    claims = [
        claim(source, one.pop("words", CHARGE), **one),
        *([claim(source, ASIDE, ODA)] if ASIDE in text else []),
        claim(source, two.pop("words", NO), **two),
    ]
    known = known_of([source], SPEAKERS, claims)
    return CLUES[name](Said(node_of(known, claims[0])), Said(node_of(known, claims[-1])), known)


def by(words: str) -> dict:
    told = deed("conceal", "hide", agent=thing(words), patient=thing("mould"), main=True)
    return {"propositions": (told,)}


HIDDEN = {"propositions": (deed("conceal", "hide", patient=thing("mould")),)}
NOT_HIDDEN = {"propositions": (deed("conceal", "hide", denied=True, patient=thing("mould")),)}
HID_LEDGERS, HID_BARRELS, HID_IT = (
    {"propositions": (deed("conceal", "hide", patient=thing(words)),)}
    for words in ("the ledgers", "the barrels", "it")
)
DID_NOT_HIDE_THEM, DID_NOT_HIDE_BARRELS = (
    {"propositions": (deed("conceal", "hide", denied=True, patient=thing(words)),)}
    for words in ("them", "the barrels")
)
DONE_BY_IVO, NOT_DONE_BY_ODA = (
    {"propositions": (deed("conceal", "hide", denied=no, agent=thing(who)),)}
    for who, no in (("Ivo Sand", False), ("Oda Pell", True))
)

HOLDING = {
    "same_sentence": [(CLAUSE, {}, {})],
    "next_sentence": [(SENTENCES, {}, {})],
    "same_paragraph": [(LATER, {}, {})],
    "next_paragraph": [(NEXT, {}, {})],
    "apart": [(FAR, {}, {})],
    "names_denier": [(NEXT, {"names": ("larkin",)}, {}), (NEXT, {"target": "denmark"}, {"who": DANE})],
    "does": [(NEXT, by("Larkin Foods"), {})],
    "names_answered": [(NEXT, {}, {"names": ("guild",)})],
    "of_pronoun": [(NEXT, by("it"), {}), (SENTENCES, by("they"), {})],
    "plain": [(NEXT, {}, {})],
    "plain_beside": [(SENTENCES, {}, {}), (CLAUSE, {}, {})],
    "accuses": [(NEXT, {"act": Act.ACCUSE}, {}), (NEXT, {"marks": ("attacks",)}, {})],
    "accuses_beside": [(SENTENCES, {"act": Act.ACCUSE}, {})],
    "last_word": [(NEXT, {}, {})],
    "last_charge": [(NEXT, {"act": Act.ACCUSE}, {}), (FAR, {"act": Act.ACCUSE}, {})],
    "central": [(NEXT, {}, {})],
    "little_else": [(NEXT, {}, {}), (FAR, {}, {})],
    "negated": [(NEXT, {}, NOT_HIDDEN)],
    "harm": [(NEXT, HIDDEN, {})],
    "noun_fits": [
        (NEXT, {"act": Act.ACCUSE}, {"pointer": denies(noun="charge")}),
        (NEXT, {"quantities": (count(3),)}, {"pointer": denies(noun="figure")}),
    ],
    "opposite": [(NEXT, HIDDEN, NOT_HIDDEN)],
    "undone": [(NEXT, HIDDEN, NOT_HIDDEN), (NEXT, HID_LEDGERS, DID_NOT_HIDE_THEM)],
    "told": [(NEXT, HIDDEN, NOT_HIDDEN), (NEXT, HIDDEN, HIDDEN)],
    "calls_false": [(NEXT, {}, {"marks": ("calls false",)})],
    "responds": [(NEXT, {}, {"marks": ("responds",)})],
    "blanket": [(NEXT, {}, {"marks": ("blanket",)})],
    "opposed": [(NEXT, {"who": FINN}, {"who": DANE})],
    "own_voice": [(NEXT, {"who": None}, {})],
    "nobody": [(NEXT, {"speakers": ()}, {}), (NEXT, {}, {"speakers": ()})],
    "attitude": [(NEXT, {"act": Act.EVALUATE}, {})],
    "short": [(NEXT, {"terms": ("mould",)}, {})],
    "merely_not": [(NEXT, {}, {"pointer": denies(explicit=False)}), (NEXT, {}, {"pointer": None})],
    "no_denial": [(NEXT, {}, {"act": Act.ASSERT, "polarity": "denied"})],
}
SILENT = {
    "same_sentence": [(SENTENCES, {}, {})],
    "next_sentence": [(CLAUSE, {}, {}), (LATER, {}, {}), (NEXT, {}, {})],
    "same_paragraph": [(SENTENCES, {}, {}), (NEXT, {}, {})],
    "next_paragraph": [(SENTENCES, {}, {}), (FAR, {}, {})],
    "apart": [(NEXT, {}, {})],
    "elsewhere": [(FAR, {}, {})],
    "names_denier": [(NEXT, {}, {}), (NEXT, {"target": "finland"}, {"who": DANE})],
    "does": [
        (NEXT, by("Ivo Sand"), {}),
        (NEXT, HIDDEN, {}),
        (NEXT, {"propositions": (deed("conceal", "hide", agent=thing("Larkin Foods")),)}, {}),
    ],
    "names_answered": [(NEXT, {}, {"names": ("pell",)})],
    "of_pronoun": [(FAR, by("it"), {}), (NEXT, by("Larkin Foods"), {})],
    "plain": [(NEXT, {}, {"pointer": denies(explicit=False)}), (NEXT, {}, {"pointer": None})],
    "plain_beside": [(NEXT, {}, {}), (SENTENCES, {}, {"pointer": denies(explicit=False)})],
    "accuses": [(NEXT, {}, {})],
    "accuses_beside": [(NEXT, {"act": Act.ACCUSE}, {}), (SENTENCES, {}, {})],
    "last_word": [(FAR, {}, {})],
    "last_charge": [(NEXT, {}, {})],
    "harm": [(NEXT, NOT_HIDDEN, {}), (NEXT, {}, {})],
    "noun_fits": [(NEXT, {"act": Act.ACCUSE}, {}), (NEXT, {}, {"pointer": denies(noun="figure")})],
    "negated": [(NEXT, {}, {}), (NEXT, {}, HIDDEN | {"act": Act.ASSERT})],
    "opposite": [(NEXT, HIDDEN, HIDDEN), (NEXT, HIDDEN, {}), (NEXT, DONE_BY_IVO, NOT_DONE_BY_ODA)],
    "undone": [(NEXT, HIDDEN, HIDDEN), (NEXT, HID_LEDGERS, DID_NOT_HIDE_BARRELS)],
    "told": [(NEXT, HIDDEN, {}), (NEXT, HID_LEDGERS, HID_BARRELS)],
    "opposed": [(NEXT, {"who": FINN}, {})],
    "own_voice": [(NEXT, {}, {})],
    "nobody": [(NEXT, {}, {}), (NEXT, {"who": None}, {})],
    "attitude": [(NEXT, {"act": Act.ACCUSE}, {})],
    "short": [(NEXT, {}, {})],
    "merely_not": [(NEXT, {}, {})],
    "no_denial": [(NEXT, {}, {})],
}


@pytest.mark.parametrize("name", HOLDING)
def test_a_clue_holds(name: str) -> None:
    for text, answered, denial in HOLDING[name]:
        found = asked(name, text, answered, denial)
        assert found.fit == "same", (text, answered, denial)
        assert 0 < found.degree <= 1


@pytest.mark.parametrize("name", SILENT)
def test_a_clue_that_does_not_hold_says_nothing(name: str) -> None:
    for text, answered, denial in SILENT[name]:
        found = asked(name, text, answered, denial)
        assert (found.fit, found.degree) == ("unknown", 0.0), (text, answered, denial)


def test_every_clue_is_asked_here_or_is_a_field() -> None:
    assert set(HOLDING) | {"elsewhere"} == set(CLUES) - set(FIELDS)
    assert set(CLUES) & set(FIELDS) == {"wording", "overlap", "place", "opening"}
    assert set(CLUES) > AGAINST


@pytest.mark.parametrize("name", CLUES)
def test_every_clue_has_a_question(name: str) -> None:
    question = CLUES[name].__doc__ or ""
    assert question.endswith("?")
    assert asked(name).question == question
    assert [CLUES[other].__doc__ for other in CLUES].count(question) == 1


def test_another_article_is_known_as_such() -> None:
    source, other = article(f"{CHARGE}\n\n{NO}"), article(f"it is not true that {NO}", "b")
    one, two = claim(source, CHARGE, UNION), claim(other, NO, FIRM, act=Act.DENY, pointer=denies())
    known = known_of([source, other], SPEAKERS, [one, two])
    said = Said(node_of(known, one)), Said(node_of(known, two))
    assert CLUES["elsewhere"](*said, known).fit == "same"
    for near in ("same_sentence", "next_sentence", "same_paragraph", "apart"):
        assert CLUES[near](*said, known).fit == "unknown"


def test_the_further_apart_the_more_so_at_most_in_full() -> None:
    degrees = [
        asked("apart", "\n\n".join([CHARGE, *[ASIDE] * gap, NO])).degree
        for gap in (0, 1, 3, 6, REACH, REACH + 4)
    ]
    assert degrees == sorted(degrees)
    assert degrees[0] == 0
    assert degrees[-1] == 1


def test_the_last_charge_is_the_nearest_of_several() -> None:
    source = article(f"{CHARGE}.\n\nmanagers bribed the inspector.\n\n{NO}.")
    first = claim(source, CHARGE, UNION, act=Act.ACCUSE)
    second = claim(source, "managers bribed the inspector", UNION, act=Act.ACCUSE)
    denial = claim(source, NO, FIRM, act=Act.DENY, pointer=denies())
    known = known_of([source], SPEAKERS, [first, second, denial])
    held = [
        CLUES["last_charge"](Said(node_of(known, one)), Said(node_of(known, denial)), known)
        for one in (first, second)
    ]
    assert [one.fit for one in held] == ["unknown", "same"]


ANSWERABLE = [
    ({}, {}, True),
    ({"act": Act.ACCUSE}, {}, True),
    ({"who": None}, {}, True),
    ({"who": FIRM}, {}, False),
    ({"who": DANE}, {"who": speaker("Ribe Garrison", "denmark")}, False),
    ({"who": FINN}, {"who": DANE}, True),
    ({"act": Act.DENY}, {}, False),
    ({"marks": ("question",)}, {}, False),
    *[({"act": act}, {}, False) for act in sorted(UNDENIED)],
]


@pytest.mark.parametrize(("answered", "denial", "can"), ANSWERABLE)
@pytest.mark.parametrize("elsewhere", [False, True])
def test_whose_words_can_be_answered(answered: dict, denial: dict, can: bool, elsewhere: bool) -> None:
    source = article(NEXT)
    other = article(NO, "b") if elsewhere else source
    one = claim(source, CHARGE, **{"who": UNION, **answered})
    two = claim(other, NO, **{"who": FIRM, "act": Act.DENY, **denial})
    sources = [source, other] if elsewhere else [source]
    known = known_of(sources, [*SPEAKERS, speaker("Ribe Garrison", "denmark")], [one, two])
    asks = can_be_answered_elsewhere if elsewhere else can_be_answered
    assert asks(node_of(known, one), node_of(known, two)) is can


@pytest.mark.xfail(
    reason="reported: two sides with a body of one name are taken for one voice in two articles"
)
def test_bodies_of_one_name_on_two_sides_answer_each_other_from_article_to_article() -> None:
    finns, danes = (
        speaker("Finland Defence Ministry", "finland"),
        speaker("Denmark Defence Ministry", "denmark"),
    )
    sources = [article(CHARGE), article(NO, "b")]
    one = claim(sources[0], CHARGE, finns, act=Act.ACCUSE)
    two = claim(sources[1], NO, danes, act=Act.DENY, pointer=denies())
    known = known_of(sources, [finns, danes], [one, two])
    assert can_be_answered_elsewhere(node_of(known, one), node_of(known, two))


def test_nobody_answers_what_is_out_of_reach_or_a_part_of_his_own_words() -> None:
    text = "\n\n".join([CHARGE, *[ASIDE] * REACH, NO])
    source = article(text)
    one, two = claim(source, CHARGE, UNION), claim(source, NO, FIRM, act=Act.DENY)
    inner = claim(source, "hid mould", ODA)
    known = known_of([source], SPEAKERS, [one, two, inner])
    assert not can_be_answered(node_of(known, one), node_of(known, two))
    assert not can_be_answered(node_of(known, inner), node_of(known, one))
    assert not can_be_answered(node_of(known, one), node_of(known, one))


def test_what_agrees_with_a_denial_or_is_a_sample_beside_one_is_not_answered() -> None:
    source = article(NEXT)
    for one, two, can in (
        (HIDDEN, NOT_HIDDEN, True),
        (NOT_HIDDEN, NOT_HIDDEN, False),
        ({"marks": ("sample",)}, {"marks": ("sample",)}, False),
        ({"marks": ("sample",)}, {}, True),
    ):
        claims = [claim(source, CHARGE, UNION, **one), claim(source, NO, FIRM, act=Act.DENY, **two)]
        nodes = [node_of(known_of([source], SPEAKERS, claims), held) for held in claims]
        assert can_be_answered(*nodes) is can


def test_who_tells_of_a_denial_is_not_denied() -> None:
    source = article(f"the mayor heard that {NO}.")
    one = claim(source, f"the mayor heard that {NO}", ODA)
    two = claim(source, NO, FIRM, act=Act.DENY, pointer=denies())
    known = known_of([source], SPEAKERS, [one, two])
    assert not can_be_answered(node_of(known, one), node_of(known, two))


def test_only_a_plain_denial_answers_the_very_words_it_is_of() -> None:
    source = article(NEXT)
    for explicit in (True, False):
        one = claim(source, CHARGE, UNION, act=Act.ACCUSE)
        pointer = denies(explicit=explicit, words=(len(CHARGE), len(CHARGE) + 1))
        two = claim(source, CHARGE, FIRM, act=Act.DENY, pointer=pointer, id="c-two")
        known = known_of([source], SPEAKERS, [one, two])
        assert can_be_answered(node_of(known, one), node_of(known, two)) is explicit


def test_who_complains_accuses() -> None:
    source = article(NEXT)
    for more, so in (({"act": Act.ACCUSE}, True), ({"marks": ("attacks",)}, True), ({}, False)):
        one = claim(source, CHARGE, UNION, **more)
        assert accuses(node_of(known_of([source], SPEAKERS, [one]), one)) is so
