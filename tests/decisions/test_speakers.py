"""Speakers made one, told apart, renamed and given sides by reviewers."""

from small_case import time

from claimgraph.decisions import Cast
from claimgraph.model import Decision, Speaker

ADA = Speaker(id="p-ada", name="Ada Holm", kind="person", side="union")
HOLM = Speaker(id="p-holm", name="Holm", kind="person", side="union")
MAYOR = Speaker(id="p-mayor", name="Per Lund", kind="person", side="town", role="mayor")
AIDE = Speaker(id="p-aide", name="aide", kind="person", spokesperson_of="p-mayor")
LOCAL = (ADA, HOLM, MAYOR, AIDE)
ONE = ADA.model_copy(update={"aliases": ("Holm",)})
CANONICAL = {"p-ada": ONE, "p-holm": ONE, "p-mayor": MAYOR, "p-aide": AIDE}


def cast(*said: tuple[str, str, str]) -> Cast:
    decisions = [
        Decision(target=target, verdict=verdict, value=value, by="Eva", at=time(at), why="the register")
        for at, (target, verdict, value) in enumerate(said)
    ]
    return Cast(LOCAL, CANONICAL, decisions)


def test_without_decisions_the_speakers_are_the_canonical_ones():
    known = cast()
    assert list(known.speakers.values()) == [ONE, MAYOR, AIDE]
    assert known.speaking("p-holm", "Holm") == "p-ada"


def test_two_made_one_keep_the_first_name_and_both_names_lead_to_it():
    known = cast(("p-holm", "merge", "p-mayor"))
    assert set(known.speakers) == {"p-ada", "p-aide"}
    assert known.speaking("p-mayor", "Lund") == known.speaking("p-ada", "") == "p-ada"
    merged = known.speakers["p-ada"]
    assert (merged.name, merged.side, merged.role) == ("Ada Holm", "union", "mayor")
    assert merged.aliases == ("Holm", "Per Lund")
    assert merged.evidence[-1] == "Eva took “Per Lund” and “Ada Holm” for one: the register"
    assert known.speakers["p-aide"].spokesperson_of == "p-ada"


def test_a_name_told_apart_is_a_speaker_of_its_own_where_it_is_printed():
    known = cast(("p-ada", "split", "Holm"))
    own = known.speaking("p-holm", "Holm")
    assert own not in {"p-ada", "p-mayor"}
    assert known.speaking("p-ada", "the Holm") == own
    assert known.speaking("p-ada", "Ada Holm") == "p-ada"
    assert known.speakers[own].name == "Holm"
    assert known.speakers[own].side == "union"
    assert known.speakers["p-ada"].aliases == ()


def test_a_speaker_told_apart_can_be_made_one_with_another():
    own = cast(("p-ada", "split", "Holm")).speaking("p-holm", "Holm")
    known = cast(("p-ada", "split", "Holm"), ("p-mayor", "merge", own))
    assert known.speaking("p-holm", "Holm") == known.speaking("p-ada", "Holm") == "p-mayor"


def test_names_and_sides_are_given_and_taken():
    known = cast(("p-mayor", "rename", "Per K. Lund"), ("p-ada", "side", "none"), ("p-mayor", "side", "port"))
    assert known.speakers["p-mayor"].name == "Per K. Lund"
    assert known.speakers["p-mayor"].aliases == ("Per Lund",)
    assert known.speakers["p-mayor"].side == "port"
    assert known.speakers["p-ada"].side is None


def test_what_names_nobody_changes_nothing():
    said = [
        ("p-gone", "merge", "p-ada"),
        ("p-ada", "merge", "p-gone"),
        ("p-ada", "merge", "p-holm"),
        ("p-ada", "split", "Ada Holm"),
    ]
    assert cast(*said).speakers == cast().speakers
