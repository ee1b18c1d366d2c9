"""Marks on single claims: a figure or a charge that only one party stands behind."""

import pytest
from building import article, claim, count, deed, known_of, speaker, thing

from claimgraph.match.flags import ACCUSATION, UNANSWERED, UNDISCLOSED, find
from claimgraph.model import Act, Agreement, Flag, Lead, Participant, Speaker

FINN = speaker("Oulu Command", "finland")
ODA = speaker("Oda Pell", kind="person")
DANE = speaker("Danish Staff", "denmark")
CROWD = speaker("residents", kind="group", unnamed=True)
TEXT = "gunners shelled the mill and nine weavers were killed at Orrin"
CHARGE = {
    "act": Act.ACCUSE,
    "propositions": (deed("attack", agent=thing("gunners", side="denmark"), main=True),),
}


def flags(
    who: Speaker | None, *, disputed: bool = False, agreed: dict | None = None, **more: object
) -> list[Flag]:
    source = article(TEXT)
    one = claim(source, TEXT, who, **more)
    agreements = [Agreement(a=one.id, b=one.id, **agreed)] if agreed is not None else []
    others = [] if who is None or who in {FINN, ODA, CROWD} else [who]
    known = known_of([source], [FINN, ODA, CROWD, *others], [one])
    return list(find(known.context, [one.id] if disputed else [], agreements))


def nine(**more: object) -> dict:
    return {"quantities": (count(9, **more),)}


@pytest.mark.parametrize(
    ("who", "more", "kind"),
    [
        (FINN, nine(), "unverified_figure"),
        (FINN, nine(own=True), "unverified_figure"),
        (FINN, nine(own=False), "unverified_figure"),
        (CROWD, nine(), "unverified_figure"),
        (ODA, nine(), None),
        (FINN, nine(event="attended"), None),
        (ODA, {**nine(), "speakers": ()}, "unverified_figure"),
        (None, nine(), None),
        (None, {**nine(), "hedges": ("reportedly",)}, None),
        (FINN, {**nine(), "act": Act.DENY}, None),
        (FINN, {**nine(), "act": Act.DEMAND}, None),
        (FINN, CHARGE, "unverified_claim"),
        (FINN, {"propositions": (deed("capture", patient=thing("Orrin"), main=True),)}, "unverified_claim"),
        (FINN, {"propositions": (deed("capture", patient=thing("Orrin")),)}, None),
        (FINN, {"propositions": (deed("capture", denied=True, patient=thing("Orrin")),)}, None),
        (FINN, {"propositions": (deed("agree"),)}, None),
        (ODA, CHARGE, None),
        (None, CHARGE, None),
    ],
)
def test_what_is_marked(who: Speaker | None, more: dict, kind: str | None) -> None:
    assert [one.kind for one in flags(who, **more)] == ([kind] if kind else [])


def test_a_figure_is_marked_on_its_own_words_and_says_whose_count_it_is() -> None:
    for own, words in (
        (True, "its own losses"),
        (False, "the other side's losses"),
        (None, "the word of one party"),
    ):
        (one,) = flags(FINN, **nine(own=own, span=(29, 33)))
        assert one.basis == (29, 33)
        assert words in one.detail


def test_a_charge_in_dispute_is_not_marked_and_a_figure_is() -> None:
    assert flags(FINN, disputed=True, **CHARGE) == []
    assert [one.kind for one in flags(FINN, disputed=True, **nine())] == ["unverified_figure"]


@pytest.mark.parametrize(
    ("agreed", "marked"), [({"independent": True}, False), ({"adverse": True}, False), ({}, True)]
)
def test_only_who_is_independent_or_adverse_supports(agreed: dict, marked: bool) -> None:
    assert bool(flags(FINN, agreed=agreed, **CHARGE)) is marked
    assert bool(flags(FINN, agreed=agreed, **nine())) is marked


def test_a_mark_says_nothing_of_answers_that_it_cannot_know() -> None:
    (one,) = flags(FINN, **CHARGE)
    assert "no answer is recorded" not in one.detail.lower()
    assert "recognised" in one.detail


@pytest.mark.parametrize(
    ("figure", "marked"),
    [
        ({"number": 12_000, "event": "attended"}, True),
        ({"number": 40_000, "unit": "customer", "event": None}, True),
        ({"number": 3, "unit": "EUR", "event": "cost"}, True),
        ({"number": 14, "unit": "percent", "event": None}, True),
        ({"number": 310, "unit": "vote", "event": None}, True),
        ({"number": 7, "unit": "customer", "event": None}, False),
        ({"number": 6.1, "unit": "magnitude", "event": None}, False),
        ({"number": 48, "unit": "hour", "event": None}, False),
        ({"number": 90_000, "unit": "people", "event": "population"}, False),
    ],
)
def test_one_partys_reckoning_is_marked_as_one_partys_losses_are(figure: dict, marked: bool) -> None:
    number = figure.pop("number")
    told = {"quantities": (count(number, **figure),), "propositions": (deed("sell", main=True),)}
    assert bool(flags(ODA, **told)) is marked
    assert flags(None, **told) == []
    assert flags(ODA, disputed=True, **told) == []


SHARE = {"quantities": (count(14, unit="percent", event=None),)}
SOLD = {**SHARE, "propositions": (deed("sell", main=True),)}


@pytest.mark.parametrize(
    ("name", "marked"),
    [
        ("Oda Pell", True),
        ("Oulu Command", True),
        ("3M", True),
        ("Orrin Paper", True),
        ("Halden Poll", False),
        ("Orrin Budget Office", False),
        ("World Bank", False),
        ("Reuters", False),
    ],
)
def test_a_newspaper_or_poll_is_no_party(name: str, marked: bool) -> None:
    assert bool(flags(speaker(name), **SOLD)) is marked


@pytest.mark.parametrize(
    ("name", "marked"),
    [
        ("senior opposition figure", True),
        ("40 officers", True),
        ("exit polls taken in Orrin", False),
        ("recent studies", False),
        ("72 percent of weavers", False),
        ("records of the port", False),
        ("a recent examination by the guild", False),
    ],
)
def test_what_is_looked_up_is_no_partys_figure(name: str, marked: bool) -> None:
    assert bool(flags(speaker(name, kind="group", unnamed=True), **SOLD)) is marked


@pytest.mark.parametrize(
    "told",
    [
        (),
        (deed("sell", main=True, factuality="conditional"),),
    ],
)
def test_a_figure_only_named_or_supposed_is_not_marked(told: tuple) -> None:
    figures = {"quantities": (count(14, unit="percent", event="sold"),)}
    assert flags(ODA, **figures, propositions=told) == []
    assert flags(ODA, **figures, propositions=(deed("sell", main=True),))


def test_losses_told_in_passing_are_not_marked() -> None:
    passing = (deed("close", main=True), deed("kill", background=True))
    assert flags(CROWD, **nine(), propositions=passing) == []
    assert flags(CROWD, **nine(), propositions=(deed("close", main=True), deed("kill")))


def test_a_figure_that_two_claims_of_one_statement_hold_is_marked_once() -> None:
    source = article(TEXT)
    part = "nine weavers were killed"
    told = [claim(source, one, FINN, **nine(span=(29, 33))) for one in (TEXT, part)]
    assert len(list(find(known_of([source], [FINN], told).context, [], []))) == 1


def test_what_two_named_parties_say_is_not_marked() -> None:
    source = article(TEXT)
    one = claim(source, TEXT, ODA, **nine())
    two = claim(source, "nine weavers were killed", CROWD, quantities=(count(10),))
    known = known_of([source], [FINN, ODA, CROWD], [one, two])
    agreed = [Agreement(a=one.id, b=two.id)]
    assert [flag.claim for flag in find(known.context, [], [])] == [two.id]
    assert list(find(known.context, [], agreed)) == []


def test_a_figure_that_another_speaker_gives_is_not_marked() -> None:
    source = article(TEXT)
    one = claim(source, "nine weavers were killed", CROWD, **nine())
    two = claim(source, TEXT, ODA, **nine())
    assert list(find(known_of([source], [ODA, CROWD], [one, two]).context, [], [])) == []
    assert len(list(find(known_of([source], [ODA, CROWD], [one]).context, [], []))) == 1


def test_a_figure_that_one_speaker_gives_twice_is_marked_once() -> None:
    source = article(TEXT)
    twice = [claim(source, words, CROWD, **nine()) for words in (TEXT, "nine weavers were killed")]
    assert len(list(find(known_of([source], [CROWD], twice).context, [], []))) == 1


def test_an_accusation_is_of_harm() -> None:
    pedalled = {"act": Act.ACCUSE, "propositions": (deed("pedal", agent=thing("gunners"), main=True),)}
    assert not flags(FINN, **pedalled)
    assert flags(FINN, **pedalled, target="denmark")


def test_an_estimate_is_without_a_named_source_only_where_the_article_names_none() -> None:
    (unnamed,) = flags(ODA, **{**nine(), "speakers": (), "mention": None})
    (unknown,) = flags(ODA, **{**nine(), "speakers": (), "mention": (0, 7)})
    assert "without a named source" in unnamed.detail
    assert "without a named source" not in unknown.detail


@pytest.mark.parametrize(
    ("name", "marked"),
    [
        ("two people close to the inquiry", True),
        ("person familiar with the talks", True),
        ("source at the palace", True),
        ("insiders", True),
        ("miners", False),
        ("deputy of the mayor", False),
    ],
)
def test_a_source_kept_from_the_reader_backs_nothing(name: str, marked: bool) -> None:
    told = {"propositions": (deed("sell", main=True),)}
    found = flags(speaker(name, kind="group", unnamed=True), **told)
    assert [UNDISCLOSED in one.detail for one in found] == ([True] if marked else [])
    assert not flags(speaker(name, kind="group", unnamed=True), disputed=True, **told)
    assert not flags(speaker(name, kind="group"), **told)


@pytest.mark.parametrize(
    ("agent", "patient", "later", "marked"),
    [
        (thing("Oda Pell"), None, ODA, False),
        (thing("gunners", side="finland"), None, FINN, False),
        (thing("Oda Pell"), None, CROWD, True),
        (thing("gunners"), thing("Oda Pell"), ODA, True),
    ],
)
def test_an_accusation_after_which_the_accused_speaks_is_not_called_unanswered(
    agent: Participant, patient: Participant | None, later: Speaker, marked: bool
) -> None:
    words = "the weavers left early"
    source = article(f"{TEXT}.\n\n{words}.")
    told = (deed("attack", agent=agent, patient=patient, main=True),)
    charge = claim(source, TEXT, DANE, act=Act.ACCUSE, propositions=told)
    everybody = [FINN, ODA, CROWD, DANE]
    context = known_of([source], everybody, [charge, claim(source, words, later)]).context
    assert bool([one for one in find(context, [], []) if one.claim == charge.id]) is marked


@pytest.mark.parametrize(
    ("led", "twin", "before", "told"),
    [
        (False, False, False, f"{ACCUSATION}; {UNANSWERED}"),
        (True, False, False, ACCUSATION),
        (False, True, False, ACCUSATION),
        (False, False, True, ACCUSATION),
    ],
)
def test_a_charge_that_something_may_answer_is_not_called_unanswered(
    led: bool, twin: bool, before: bool, told: str
) -> None:
    words = "the mill was empty"
    source, other = article(f"{words}.\n\n{TEXT}."), article(TEXT, name="other")
    charge, again = (claim(one, TEXT, FINN, **CHARGE) for one in (source, other))
    reply = claim(source, words, DANE if before else ODA)
    context = known_of([source, other], [FINN, ODA, DANE], [charge, again, reply]).context
    agreed = [Agreement(a=charge.id, b=again.id, independent=False)]
    leads = [Lead(a=charge.id, b=reply.id, score=0.1)] if led else []
    found = find(context, [again.id] if twin else [], agreed, leads)
    assert [one.detail for one in found if one.claim == charge.id] == [told]
