"""The verdicts there are: on what each is, what it needs, what it means; and which decisions stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from claimgraph.model import Decision

Target = Literal["pair", "speaker", "claim", "event", "decision"]
Needs = Literal["nothing", "kind", "maybe kind", "speaker", "maybe speaker", "event", "name", "words"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict. ``does`` is what it does, in the past, as a log prints it."""

    on: Target
    needs: Needs
    does: str
    means: str


UNDO = "undo"

VERDICTS: dict[str, Verdict] = {
    "confirm": Verdict("pair", "maybe kind", "confirmed it", "they are opposed, as it says"),
    "reject": Verdict("pair", "nothing", "rejected it", "they are not opposed"),
    "other-kind": Verdict("pair", "kind", "confirmed it, as another kind", "they are opposed in another way"),
    "other-event": Verdict(
        "pair", "nothing", "rejected it, as of other events", "they speak of other events"
    ),
    "unsure": Verdict("pair", "nothing", "left it open", "it cannot be told; do not ask again"),
    "merge": Verdict("speaker", "speaker", "took for one", "the two are one speaker"),
    "split": Verdict("speaker", "name", "told apart", "who is printed so is another speaker"),
    "rename": Verdict("speaker", "name", "renamed", "the speaker's name is this"),
    "side": Verdict("speaker", "name", "gave a side", "the speaker speaks for this side ('none': nobody's)"),
    "not-a-statement": Verdict("claim", "nothing", "struck", "nobody states this"),
    "wrong-words": Verdict("claim", "nothing", "struck, for its words", "these are not the words stated"),
    "wrong-speaker": Verdict(
        "claim", "maybe speaker", "gave another speaker", "another said it (not known who, if left out)"
    ),
    "rate": Verdict("claim", "words", "rated", "your own verdict on what is claimed, in your words"),
    "same": Verdict("event", "event", "took for one event", "the two are one event"),
    "not-same": Verdict("event", "event", "told apart", "the two are not one event"),
    UNDO: Verdict("decision", "nothing", "took back", "take back your own earlier word"),
}

CONFIRMING = frozenset({"confirm", "other-kind"})
REJECTING = frozenset({"reject", "other-event"})
ON_PAIRS = frozenset(name for name, one in VERDICTS.items() if one.on == "pair")
STRIKING = frozenset({"not-a-statement", "wrong-words"})
SHAPING = STRIKING | {"wrong-speaker", "merge", "split", "rename", "side"}
"""Verdicts that change what the matcher is given: disputes are found anew after them."""
LONGEST = {"by": 80, "why": 4_000, "value": 300}
"""Characters that a reviewer may write at most."""


def on(target: Target) -> list[str]:
    """Return the verdicts on a kind of thing."""
    return [name for name, one in VERDICTS.items() if one.on == target]


def replayed(decisions: Iterable[Decision]) -> list[Decision]:
    """Return decisions in the order of their times, whichever file they came from, each once."""
    return sorted({one.id: one for one in decisions}.values(), key=lambda one: (one.at, one.id))


def taken_back(decisions: Iterable[Decision]) -> set[str]:
    """Return the ids of decisions that were taken back; to take back an undo is to decide again."""
    void: set[str] = set()
    for one in reversed(replayed(decisions)):
        if one.verdict == UNDO and one.id not in void:
            void.add(one.target)
    return void


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that stand, in the order of their times."""
    ordered = replayed(decisions)
    void = taken_back(ordered)
    return tuple(one for one in ordered if one.verdict != UNDO and one.id not in void)
