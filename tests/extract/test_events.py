"""Predicates read as events: type and roles, and what is told in passing."""

from events_of import events
from rates import at_rate


@at_rate(
    [
        ("Rebels shot down a cargo plane.", "shoot_down", "rebel", "plane"),
        ("A cargo plane was shot down by rebels.", "shoot_down", "rebel", "plane"),
        ("The information about the downed plane was a lie.", "shoot_down", None, "plane"),
        ("The company dumped waste.", "pollute", "company", "waste"),
        ("The police accused the firm of dumping waste.", "pollute", "firm", "waste"),
        ("Militants shelled a village.", "attack", "militant", "village"),
        ("The army rejected reports that its jets had shelled a village.", "attack", "jet", "village"),
        ("The village shelled by militants was empty.", "attack", "militant", "village"),
        ("The Chadian attack on a village killed nine people.", "attack", "chadian", "village"),
        ("Nine people died in the fire.", "kill", None, "people"),
        ("More than 40 guards were killed and injured.", "injure", None, "guard"),
        ("The soldiers used mortars to shell a town.", "attack", "soldier", "town"),
        ("The bridge collapsed.", "collapse", None, "bridge"),
        ("Narvik had fallen.", "capture", None, "narvik"),
        ("The jets have remained grounded.", "grounded", None, "jet"),
        ("The rescue went smoothly.", "smooth", None, "rescue"),
        ("There was a shortage of tents.", "exist", None, "shortage"),
        ("Shells were fired at the hospital.", "attack", None, "shell"),
        ("Some of the nurses were killed.", "kill", None, "nurse"),
        ("The broker was working for the ministry.", "work", "broker", "ministry"),
        ("The envoy never met with the rebels.", "meet", "envoy", "rebel"),
        ("The guard grabbed the reporter.", "manhandle", "guard", "reporter"),
        ("The clerk turned over the letters.", "turn over", "clerk", "letter"),
        ("The clerk turned the offer down.", "turn down", "clerk", "offer"),
        ("The boy made up the story.", "make up", "boy", "story"),
    ],
)
def test_who_did_what_to_whom(text, kind, agent, patient):
    found = [event for event in events(text) if event.predicate == kind]
    assert found, [event.predicate for event in events(text)]
    assert (found[0].agent.head if found[0].agent else None) == agent
    assert (found[0].patient.head if found[0].patient else None) == patient


def test_a_cease_fire_is_no_fire():
    assert "attack" not in [event.predicate for event in events("They reached a cease-fire.")]


def test_a_time_after_a_preposition_is_nothing_done_to():
    (landed,) = [event for event in events("The rockets landed on Sunday.") if event.lemma == "land"]
    assert landed.patient is None


def test_its_and_our_are_the_speakers_own():
    (lost,) = [
        event
        for event in events("Its helicopter was shot down.", side="chad")
        if event.predicate == "shoot_down"
    ]
    assert lost.patient is not None
    assert lost.patient.side == "chad"


def test_a_relative_clause_tells_in_passing():
    found = {event.predicate: event for event in events("They found the house where the guard was killed.")}
    assert found["kill"].background
