"""Which decisions stand: in the order of their times, without those that were taken back."""

from collections.abc import Iterable

from claimgraph.decisions.verdicts import UNDO
from claimgraph.model import Decision


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
