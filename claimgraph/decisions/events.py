"""Events as reviewers know them: two made one subject, or one taken out of a subject.

Disputes that set statements of two events told apart against each other are rejected.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimgraph.decisions.bindings import Index
from claimgraph.decisions.pairs import told
from claimgraph.model import Decision, Dispute, Event, Matching, Subject, make_id


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events that somebody spoke of, as they are now."""

    decision: Decision
    one: Event
    two: Event

    @property
    def key(self) -> frozenset[str]:
        """Which two they are, whichever way round."""
        return frozenset((self.one.id, self.two.id))


def pairs(decisions: Iterable[Decision], matching: Matching, index: Index) -> list[Pair]:
    """Return the decisions on events that are there; an event is known by the statement it begins with."""
    of_claim = {claim: event for event in matching.events for claim in event.claims}
    found: list[Pair] = []
    for decision in decisions:
        if decision.verdict not in {"same", "not-same"}:
            continue
        events = [of_claim.get(index.find(one) or "") for one in decision.seen]
        match events:
            case [Event() as one, Event() as two] if one != two:
                found.append(Pair(decision, one, two))
    return found


def agreed(found: Sequence[Pair]) -> list[Pair]:
    """Return the last word of each reviewer on two events, where nobody says otherwise."""
    last = {(one.key, one.decision.by): one for one in found}
    said: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for one in last.values():
        said[one.key].add(one.decision.verdict)
    return [one for one in last.values() if len(said[one.key]) == 1]


def linked(matching: Matching, decisions: Iterable[Decision], index: Index) -> Matching:
    """Return the matching with its subjects, and the disputes across events, as reviewers know them."""
    for pair in agreed(pairs(decisions, matching, index)):
        if pair.decision.verdict == "same":
            changes: dict[str, object] = {"subjects": _joined(matching.subjects, pair)}
        else:
            disputes = tuple(_apart(one, pair) for one in matching.disputes)
            changes = {"subjects": _parted(matching.subjects, pair), "disputes": disputes}
        matching = matching.model_copy(update=changes)
    return matching


def _joined(subjects: tuple[Subject, ...], pair: Pair) -> tuple[Subject, ...]:
    holding = [one for one in subjects if pair.key & set(one.events)]
    if len(holding) < 2:
        return subjects
    first, second = holding
    about = tuple(dict.fromkeys((*first.about, *second.about)))
    events, claims = (*first.events, *second.events), (*first.claims, *second.claims)
    whole = first.model_copy(update={"events": events, "claims": claims, "about": about})
    return tuple(whole if one is first else one for one in subjects if one is not second)


def _parted(subjects: tuple[Subject, ...], pair: Pair) -> tuple[Subject, ...]:
    parted: list[Subject] = []
    event = pair.two
    for one in subjects:
        if not pair.key <= set(one.events):
            parted.append(one)
            continue
        events = tuple(other for other in one.events if other != event.id)
        claims = tuple(claim for claim in one.claims if claim not in event.claims)
        apart = Subject(
            id=make_id("t", "apart", event.id),
            label=one.label,
            event=event.kind,
            about=event.names[:3],
            date=event.days.date,
            events=(event.id,),
            claims=event.claims,
        )
        parted += [one.model_copy(update={"events": events, "claims": claims}), apart]
    return tuple(parted)


def _apart(dispute: Dispute, pair: Pair) -> Dispute:
    """Reject a dispute whose sides are each of another of the two events."""
    first, second = frozenset(pair.one.claims), frozenset(pair.two.claims)
    sides = [frozenset(side) for side in dispute.sides]
    across = len(sides) == 2 and any(one <= first and two <= second for one, two in (sides, sides[::-1]))
    if not across:
        return dispute
    reasons = (*dispute.reasons, told(pair.decision, "not one event"))
    return dispute.model_copy(update={"state": "rejected", "reasons": reasons})
