"""Marks on single claims: a figure or a charge that only one party stands behind."""

import pytest
from building import article, claim, count, deed, known_of, speaker, thing

from claimgraph.match.flags import find
from claimgraph.model import Act, Agreement, Dated, Flag, Speaker

FINN = speaker("Oulu Command", "finland")
ODA = speaker("Oda Pell", kind="person")
CROWD = speaker("residents", kind="group")
TEXT = "gunners shelled the mill and nine weavers were killed at Orrin"
CHARGE = {"act": Act.ACCUSE, "propositions": (deed("attack", agent=thing("gunners", side="denmark")),)}


def flags(
    who: Speaker | None, *, disputed: bool = False, agreed: dict | None = None, **more: object
) -> list[Flag]:
    source = article(TEXT)
    one = claim(source, TEXT, who, **more)
    agreements = [Agreement(a=one.id, b="c-other", **agreed)] if agreed is not None else []
    known = known_of([source], [FINN, ODA, CROWD], [one], padding=0)
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
        (None, {**nine(), "hedges": ("reportedly",)}, "unverified_figure"),
        (None, {**nine(), "hedges": ("reportedly",), "happened": Dated(date="2019")}, None),
        (FINN, {**nine(), "act": Act.DENY}, None),
        (FINN, {**nine(), "act": Act.DEMAND}, None),
        (FINN, CHARGE, "unverified_claim"),
        (FINN, {**CHARGE, "act": Act.ASSERT}, "unverified_claim"),
        (FINN, {"propositions": (deed("capture", patient=thing("Orrin")),)}, "unverified_claim"),
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
