"""The decisions as a log: each with what has become of it, and who says otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from claimgraph.decisions.bindings import Index
from claimgraph.decisions.events import agreed, pairs
from claimgraph.decisions.pairs import Bound, Judged
from claimgraph.decisions.speakers import Cast
from claimgraph.decisions.verdicts import UNDO, VERDICTS, replayed, taken_back
from claimgraph.gathering import grouped
from claimgraph.model import Decision, Dispute, Matching, Seen

REPLACED = "a later word of the same reviewer holds"
DISPUTED = frozenset({"rename", "side", "wrong-speaker"})
"""Verdicts on one thing on which two reviewers can disagree by what they say besides."""
Status = Literal["holds", "taken back", "replaced", "orphaned", "asked again", "undo", "unknown"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision and what has become of it: ``note`` says why, ``against`` are those who say otherwise."""

    decision: Decision
    status: Status
    note: str = ""
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Log:
    """Reads every decision against what is there now.

    Args:
        decisions: all of them.
        index: finds the claims as they were extracted.
        judged: the decisions on pairs, on what was not struck.
        cast: the speakers as they are now.
        matching: as found, without decisions.
    """

    decisions: Sequence[Decision]
    index: Index
    judged: Judged
    cast: Cast
    matching: Matching

    def entries(self) -> Iterator[Entry]:
        """Yield an entry for each decision, oldest first."""
        void = taken_back(self.decisions)
        bound = {one.decision.id: one for one in self.judged.bound}
        ordered = replayed(self.decisions)
        disputes = grouped(
            (claim, one) for one in self.matching.disputes for claim in chain.from_iterable(one.sides)
        )
        for place, one in enumerate(ordered):
            if one.id in void:
                yield Entry(one, "taken back")
            elif one.verdict == UNDO:
                yield Entry(one, "undo")
            elif one.id in bound:
                yield self._of_pair(bound[one.id], disputes)
            elif one.verdict not in VERDICTS:
                yield Entry(one, "unknown", "a verdict of another version of claimgraph; it changes nothing")
            else:
                later = [each for each in ordered[place + 1 :] if each.id not in void]
                yield self._of_other(one, later)

    def _of_pair(self, one: Bound, disputes: Mapping[str, Sequence[Dispute]]) -> Entry:
        against = tuple(f"{each.decision.by}: {each.decision.verdict}" for each in self.judged.against(one))
        if not one.holds:
            gone = _quoted(self.judged.index.gone(one.decision))
            return Entry(one.decision, "orphaned", f"no longer there: {gone}")
        if self.judged.replaced(one):
            return Entry(one.decision, "replaced", REPLACED)
        near = [each for claim in sorted(one.all_seen) for each in disputes.get(claim, ())]
        for dispute in () if one.confirms else near:
            if self.judged.touches(one, dispute) and (came := self.judged.came_since(one, dispute)):
                return Entry(one.decision, "asked again", f"{came}; {dispute.id} is open", against)
        return Entry(one.decision, "holds", "", against)

    def _of_other(self, one: Decision, later: Sequence[Decision]) -> Entry:
        gone = self._gone(one)
        if gone:
            return Entry(one, "orphaned", f"no longer there: {gone}")
        same = [each for each in later if _on_same(each, one)]
        sole = one.verdict in {*DISPUTED, "rate"}
        if sole and any(each.by == one.by for each in same):
            return Entry(one, "replaced", REPLACED)
        return Entry(one, "holds", "", self._against(one))

    def _against(self, one: Decision) -> tuple[str, ...]:
        if VERDICTS[one.verdict].on == "event":
            return self._against_events(one)
        if one.verdict not in DISPUTED:
            return ()
        last = {each.by: each for each in replayed(self.decisions) if _on_same(each, one)}
        others = (each for each in last.values() if each.value != one.value)
        return tuple(f"{each.by}: {each.verdict} {each.value}" for each in others)

    def _against_events(self, one: Decision) -> tuple[str, ...]:
        found = pairs(self.decisions, self.matching, self.index)
        own = next((each for each in found if each.decision == one), None)
        if own is None or own in agreed(found):
            return ()
        others = (each.decision for each in found if each.key == own.key)
        return tuple(f"{each.by}: {each.verdict}" for each in others if each.verdict != one.verdict)

    def _gone(self, one: Decision) -> str:
        """Return what a decision rests on and is not there; empty when all is."""
        if VERDICTS[one.verdict].on != "speaker":
            return _quoted(self.index.gone(one))
        if self.cast.home(one.target) is None:
            return f"the speaker {one.shown}"
        if VERDICTS[one.verdict].needs == "speaker" and self.cast.home(one.value) is None:
            return f"the speaker {one.value}"
        return ""


def _on_same(one: Decision, other: Decision) -> bool:
    return (one.target, one.verdict) == (other.target, other.verdict)


def _quoted(statements: Iterable[Seen]) -> str:
    return "; ".join(f"“{each.words}” ({each.article})" for each in statements)
