"""Decisions on what stands against what: which dispute each is on, and what comes of it.

Invariants
    - A decision is bound to the statements that the reviewer saw, side by side, and to the question
      (the kind of dispute; none where it was hidden or a lead was read).
    - It holds as long as each side still has one of the statements seen on it.
    - Who confirmed a dispute confirmed it, whatever is added to it and whether or not it is still
      found. Who rejected one rejected the statements seen, and reprints of their paragraphs in other
      articles: with another statement on it, it is open again.
    - Where two reviewers' last words differ, a dispute is open.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import get_args

from claimgraph.decisions.bindings import Index, Place
from claimgraph.decisions.verdicts import CONFIRMING, ON_PAIRS, REJECTING, VERDICTS
from claimgraph.model import (
    Decision,
    Dispute,
    DisputeKind,
    DisputeState,
    Lead,
    Matching,
    Reason,
    subject_by_claim,
    subject_of,
)

DAY = len("2031-03-06")
KINDS: tuple[DisputeKind, ...] = get_args(DisputeKind)
UNTOLD: DisputeKind = "contradiction"
"""What two statements that a reviewer set against each other are, when no kind was named."""
RULE = "reviewer"


@dataclass(frozen=True, slots=True)
class Bound:
    """A decision with what is left of the sides that were seen, and where in their paragraphs these stood."""

    place: int
    decision: Decision
    sides: tuple[frozenset[str], ...]
    places: tuple[frozenset[Place], ...]

    @property
    def confirms(self) -> bool:
        return self.decision.verdict in CONFIRMING

    @property
    def holds(self) -> bool:
        """Whether each side still has a statement that was seen on it."""
        apart = len(self.all_seen) == sum(map(len, self.sides))
        return len(self.sides) > 1 and all(self.sides) and apart

    @property
    def all_seen(self) -> frozenset[str]:
        return frozenset[str]().union(*self.sides)


@dataclass(frozen=True, slots=True)
class Standing:
    """What reviewers' last words on one thing come to."""

    state: DisputeState
    words: tuple[Bound, ...]

    @property
    def conflict(self) -> bool:
        """Whether two reviewers say otherwise."""
        said = {_outcome(one.decision) for one in self.words} - {"open"}
        return len(said) > 1


class Judged:
    """The decisions on pairs, laid over a matching.

    Args:
        decisions: those that stand, in their order.
        index: finds the claims there are.
    """

    def __init__(self, decisions: Iterable[Decision], index: Index) -> None:
        self.index = index
        on_pairs = [one for one in decisions if one.verdict in ON_PAIRS]
        self.bound = [self._bind(place, one) for place, one in enumerate(on_pairs)]
        self._of: defaultdict[str, list[Bound]] = defaultdict(list)
        self._printed: defaultdict[Place, list[Bound]] = defaultdict(list)
        for one in self.bound:
            if one.holds:
                for claim in one.all_seen:
                    self._of[claim].append(one)
                for where in frozenset[Place]().union(*one.places):
                    self._printed[where].append(one)

    def _bind(self, place: int, decision: Decision) -> Bound:
        sides = self.index.sides(decision)
        places = tuple(
            frozenset((one.passage, one.place) for one in decision.seen if one.side == side)
            for side in range(len(sides))
        )
        return Bound(place, decision, sides, places)

    def _near(self, claims: Iterable[str]) -> list[Bound]:
        """Return the decisions that rest on any of some claims, in their order."""
        near = {one.place: one for claim in claims for one in self._of.get(claim, ())}
        return [near[place] for place in sorted(near)]

    def replaced(self, one: Bound) -> bool:
        """Tell whether the same reviewer has spoken again on what a decision is on."""
        return any(
            later.place > one.place
            and later.decision.by == one.decision.by
            and _opposes(one.sides, tuple(map(tuple, later.sides)))
            for later in self._near(one.all_seen)
        )

    def against(self, one: Bound) -> list[Bound]:
        """Return the last words of other reviewers that say otherwise of what a decision is on."""
        sides = tuple(map(tuple, one.sides))
        near = [each for each in self._near(one.all_seen) if _opposes(each.sides, sides)]
        outcomes = {_outcome(one.decision), "open"}
        return [
            each
            for each in near
            if _outcome(one.decision) != "open"
            and _outcome(each.decision) not in outcomes
            and not self.replaced(each)
        ]

    # Disputes

    def on(self, dispute: Dispute) -> Standing:
        """Return what the reviewers say of a dispute: the last word of each."""
        near = self._near(claim for side in dispute.sides for claim in side)
        last = {one.decision.by: one for one in near if self._is_on(one, dispute) and not self.replaced(one)}
        return _standing(last.values())

    def _is_on(self, one: Bound, dispute: Dispute) -> bool:
        if not _opposes(one.sides, dispute.sides):
            return False
        if one.confirms:
            return True
        return one.decision.kind in {"", dispute.kind} and not self.since(one, dispute)

    def touches(self, one: Bound, dispute: Dispute) -> bool:
        """Tell whether a dispute is on what was seen, and asks what was asked."""
        return one.decision.kind in {"", dispute.kind} and _opposes(one.sides, dispute.sides)

    def since(self, one: Bound, dispute: Dispute) -> list[str]:
        """Return the statements of a dispute that were not seen, and reprint nothing that was."""
        known = frozenset[Place]().union(*one.places)
        return [
            claim
            for side in dispute.sides
            for claim in side
            if claim not in one.all_seen and self.index.place(claim) not in known
        ]

    def applied(self, matching: Matching) -> Matching:
        """Return the matching with states, disputes that reviewers alone hold, and the leads left open."""
        if not any(one.holds for one in self.bound):
            return matching
        found: set[int] = set()
        disputes: list[Dispute] = []
        for dispute in matching.disputes:
            said = self.on(dispute)
            disputes.append(self._with(dispute, said) if said.words else dispute)
            near = self._near(claim for side in dispute.sides for claim in side)
            found.update(one.place for one in near if one.confirms and _opposes(one.sides, dispute.sides))
        leads = tuple(one for one in matching.leads if not self.of_lead(one).words)
        changes = {"disputes": (*disputes, *self._kept(found, matching)), "leads": leads}
        return matching.model_copy(update=changes)

    def _with(self, dispute: Dispute, said: Standing) -> Dispute:
        kinds = {one.decision.value for one in said.words if _names_kind(one.decision)}
        reasons = tuple(told(one.decision, self._later(one, dispute)) for one in said.words)
        changes: dict[str, object] = {
            "state": said.state,
            "reasons": (*dispute.reasons, *reasons),
        }
        if said.state == "confirmed" and len(kinds) == 1:
            changes["kind"] = kinds.pop()
        return dispute.model_copy(update=changes)

    def _later(self, one: Bound, dispute: Dispute) -> str:
        since = len(self.since(one, dispute))
        return f"{since} statement{'s' * (since != 1)} came since" if since else ""

    def _kept(self, found: set[int], matching: Matching) -> Iterator[Dispute]:
        """Yield the disputes that reviewers confirmed and that are not among those found."""
        subject = subject_by_claim(matching.subjects)
        done: set[str] = set()
        for one in self.bound:
            if not one.holds or not one.confirms or one.place in found or self.replaced(one):
                continue
            sides = self._ordered(one.sides)
            kind = _kind(one.decision)
            identity = Dispute.make_id(kind, sides)
            if identity in done:
                continue
            done.add(identity)
            near = [each for each in self._near(one.all_seen) if _opposes(each.sides, sides)]
            said = _standing({each.decision.by: each for each in near}.values())
            yield Dispute(
                id=identity,
                kind=kind,
                subject=subject_of(sides, subject),
                sides=sides,
                state=said.state,
                reasons=tuple(told(each.decision, "", self._spans(sides)) for each in said.words),
            )

    def _ordered(self, sides: Iterable[frozenset[str]]) -> tuple[tuple[str, ...], ...]:
        """Return sides, and the claims on each, in reading order."""
        order = self.index.order
        each = (tuple(sorted(side, key=order.__getitem__)) for side in sides)
        return tuple(sorted(each, key=lambda side: order[side[0]]))

    def _spans(self, sides: Iterable[Iterable[str]]) -> tuple[tuple[str, int, int], ...]:
        claims = [self.index.claims[one] for side in sides for one in side]
        return tuple((one.id, one.start, one.end) for one in claims)

    # Leads

    def of_pair(self, a: str, b: str) -> Standing:
        """Return what reviewers say of two claims, or reprints of them, whatever was asked."""
        if a not in self.index.claims or b not in self.index.claims:
            return Standing("open", ())
        first, second = self.index.place(a), self.index.place(b)
        near = {one.place: one for one in (*self._of.get(a, ()), *self._printed.get(first, ()))}
        asked = [near[place] for place in sorted(near) if _on_both(near[place], (a, first), (b, second))]
        return _standing({one.decision.by: one for one in asked}.values())

    def of_lead(self, lead: Lead) -> Standing:
        """Return what reviewers say of a lead: of its pair, else of a pair that asks the same."""
        pairs = dict.fromkeys(((lead.a, lead.b), *((one.a, one.b) for one in lead.proposals)))
        said = (self.of_pair(*pair) for pair in pairs)
        return next((one for one in said if one.words), Standing("open", ()))


def _on_both(one: Bound, a: tuple[str, Place], b: tuple[str, Place]) -> bool:
    """Tell whether two claims, each with its place, were seen on different sides."""
    return any(_was_on(a, one, i) and _was_on(b, one, j) for i, j in permutations(range(len(one.sides)), 2))


def _was_on(claim: tuple[str, Place], one: Bound, side: int) -> bool:
    return claim[0] in one.sides[side] or claim[1] in one.places[side]


def _opposes(seen: Sequence[frozenset[str]], sides: Sequence[Sequence[str]]) -> bool:
    """Tell whether what was seen on different sides stands on different sides."""
    homes = [{place for place, side in enumerate(sides) if was & set(side)} for was in seen]
    return all(homes) and all(
        one.isdisjoint(two) for place, one in enumerate(homes) for two in homes[place + 1 :]
    )


def _outcome(decision: Decision) -> DisputeState:
    if decision.verdict in CONFIRMING:
        return "confirmed"
    return "rejected" if decision.verdict in REJECTING else "open"


def _standing(last: Iterable[Bound]) -> Standing:
    words = tuple(last)
    outcomes = {_outcome(one.decision) for one in words} - {"open"}
    return Standing(outcomes.pop() if len(outcomes) == 1 else "open", words)


def _names_kind(decision: Decision) -> bool:
    return decision.verdict in CONFIRMING and decision.value in KINDS


def _kind(decision: Decision) -> DisputeKind:
    named = decision.value if _names_kind(decision) else decision.kind
    return next((kind for kind in KINDS if kind == named), UNTOLD)


def told(decision: Decision, more: str = "", spans: tuple[tuple[str, int, int], ...] = ()) -> Reason:
    """Return a reviewer's word as a reason: who, what, when and why."""
    does = VERDICTS[decision.verdict].does
    kind = f" ({decision.value.replace('_', ' ')})" if _names_kind(decision) else ""
    why = f": {decision.why}" if decision.why else ""
    note = f" ({more})" if more else ""
    return Reason(
        rule=RULE, detail=f"{decision.by} {does}{kind} on {decision.at[:DAY]}{why}{note}", spans=spans
    )
