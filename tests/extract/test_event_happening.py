"""What is negated, and what is told as only possible, future or demanded."""

import pytest
from events_of import events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army did not shell the town.", "attack"),
        ("The army has never shelled the town.", "attack"),
        ("No troops shelled the town.", "attack"),
        ("None of the villages were shelled.", "attack"),
        ("The army neither shelled the town nor burned it.", "attack"),
        ("The guards neither searched nor punched the boy.", "manhandle"),
        ("There was no inspection.", "exist"),
        ("He isn't the one who fired the shot.", "fire"),
        ("The army carried out no attack.", "attack"),
        ("There is no evidence that there was an order.", "exist"),
    ],
)
def test_what_is_said_not_to_have_happened_is_denied(text, kind):
    assert [event for event in events(text) if event.predicate == kind and event.denied]


@pytest.mark.parametrize(
    ("text", "kind", "factuality"),
    [
        ("The army shelled the town.", "attack", "actual"),
        ("The army will shell the town.", "attack", "future"),
        ("The army might shell the town.", "attack", "possible"),
        ("They urged the army to stop the strike.", "halt", "demanded"),
        ("That is enough to win the vote.", "win", "possible"),
    ],
)
def test_what_only_may_be_is_not_actual(text, kind, factuality):
    assert [event.factuality for event in events(text) if event.predicate == kind] == [factuality]
