"""Decisions made, listed, and taken in from another analyst's file."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.decisions import standing
from claimgraph.decisions.files import read
from claimgraph.decisions.log import Entry, Log
from claimgraph.errors import ClaimgraphError
from claimgraph.model import Decision
from claimgraph.tracker.deciding import Desk, Word, after, said_already, who_is_here

if TYPE_CHECKING:
    from claimgraph.tracker.composer import ClaimGraph

LARGEST = 200_000_000
"""Bytes of a file of decisions that is read."""


@dataclass(frozen=True, slots=True)
class Said:
    """A decision made; ``new`` is False when it was the reviewer's last word already.

    ``before`` are those that stood in the store when it was written.
    """

    decision: Decision
    new: bool
    before: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of another analyst's decisions: how many were new or known, and who disagrees."""

    new: int
    known: int
    conflicts: tuple[Entry, ...]
    orphaned: int


def decide(tracker: "ClaimGraph", target: str, word: Word) -> Said:
    """Write a reviewer's word, unless it is that reviewer's last word on the thing already.

    Raises:
        ClaimgraphError: it cannot be said, or there is no such thing; nothing was written.
    """
    word = replace(word, by=" ".join((word.by or who_is_here()).split()))
    desk = Desk(tracker.findings(), tracker.matched(), tracker.overlay())
    made = desk.decision(desk.find(target), word)
    every = tracker.overlay().every
    last = said_already(made, standing(every))
    if last is not None:
        return Said(last, new=False, before=every)
    own = [one for one in every if one.by == made.by]
    made = made.model_copy(update={"at": after(made.at, own)})
    return Said(made, new=True, before=tracker.store.add_decisions([made]))


def entries(tracker: "ClaimGraph") -> list[Entry]:
    """Return the log: every decision with what has become of it, oldest first."""
    overlay = tracker.overlay()
    log = Log(overlay.every, overlay.extracted(), overlay.judged, overlay.cast, tracker.matched())
    return list(log.entries())


def take(tracker: "ClaimGraph", path: Path) -> Taken:
    """Add the decisions of a file, all or none; those that are there already are left.

    Raises:
        ClaimgraphError: the file cannot be read, or holds something else.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ClaimgraphError(f"{path} is larger than a file of decisions can be; name another file")
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ClaimgraphError(f"{path} cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise ClaimgraphError(f"{path} is not UTF-8; name a file of decisions") from error
    decisions = read(text, str(path))
    known = {one.id for one in tracker.store.add_decisions(decisions)}
    given = {one.id for one in decisions}
    own = [one for one in entries(tracker) if one.decision.id in given]
    return Taken(
        new=len(given - known),
        known=len(given & known),
        conflicts=tuple(one for one in own if one.against),
        orphaned=sum(one.status == "orphaned" for one in own),
    )
