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

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, permutations
from typing import Self, get_args

from claimgraph.decisions.bindings import Index, Place
from claimgraph.decisions.verdicts import CONFIRMING, ON_PAIRS, REJECTING, VERDICTS
from claimgraph.gathering import grouped
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
    def outcome(self) -> DisputeState:
        if self.decision.verdict in REJECTING:
            return "rejected"
        return "confirmed" if self.confirms else "open"

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

    @classmethod
    def of(cls, said: Iterable[Bound]) -> Self:
        """Return what some words, in their order, come to: of each reviewer the last one counts."""
        words = tuple({one.decision.by: one for one in said}.values())
        outcomes = {one.outcome for one in words} - {"open"}
        return cls(outcomes.pop() if len(outcomes) == 1 else "open", words)


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
        holding = [one for one in self.bound if one.holds]
        self._of = grouped((claim, one) for one in holding for claim in one.all_seen)
        self._printed = grouped(
            (where, one) for one in holding for where in frozenset[Place]().union(*one.places)
        )

    def _bind(self, place: int, decision: Decision) -> Bound:
        sides = self.index.sides(decision)
        places = tuple(
            frozenset((one.passage, one.place) for one in decision.seen if one.side == side)
            for side in range(len(sides))
        )
        return Bound(place, decision, sides, places)

    def _near(self, sides: Iterable[Iterable[str]]) -> list[Bound]:
        """Return the decisions that rest on any claim of some sides, in their order."""
        near = {one.place: one for claim in chain.from_iterable(sides) for one in self._of.get(claim, ())}
        return [near[place] for place in sorted(near)]

    def _opposing(self, sides: Sequence[Iterable[str]]) -> list[Bound]:
        """Return the decisions on statements that some sides hold apart, in their order."""
        return [one for one in self._near(sides) if _opposes(one.sides, sides)]

    def replaced(self, one: Bound) -> bool:
        """Tell whether the same reviewer has spoken again on what a decision is on."""
        return any(
            later.place > one.place
            and later.decision.by == one.decision.by
            and _opposes(one.sides, later.sides)
            for later in self._near(one.sides)
        )

    def against(self, one: Bound) -> list[Bound]:
        """Return the last words of other reviewers that say otherwise of what a decision is on."""
        if one.outcome == "open":
            return []
        others = [each for each in self._opposing(one.sides) if each.outcome not in {one.outcome, "open"}]
        return [each for each in others if not self.replaced(each)]

    # Disputes

    def on(self, dispute: Dispute) -> Standing:
        """Return what the reviewers say of a dispute: the last word of each."""
        near = self._opposing(dispute.sides)
        asked = [
            one
            for one in near
            if one.confirms or (self.touches(one, dispute) and not self.since(one, dispute))
        ]
        return Standing.of(one for one in asked if not self.replaced(one))

    def touches(self, one: Bound, dispute: Dispute) -> bool:
        """Tell whether a dispute is on what was seen, and asks what was asked."""
        return one.decision.kind in {"", dispute.kind} and _opposes(one.sides, dispute.sides)

    def since(self, one: Bound, dispute: Dispute) -> list[str]:
        """Return the statements of a dispute that were not seen, and reprint nothing that was."""
        known = frozenset[Place]().union(*one.places)
        unseen = (claim for claim in chain.from_iterable(dispute.sides) if claim not in one.all_seen)
        return [claim for claim in unseen if self.index.place(claim) not in known]

    def came_since(self, one: Bound, dispute: Dispute) -> str:
        """Return in words how many statements of a dispute were not seen; empty when all were."""
        since = len(self.since(one, dispute))
        return f"{since} statement{'s' * (since != 1)} came since" if since else ""

    def applied(self, matching: Matching) -> Matching:
        """Return the matching with states, disputes that reviewers alone hold, and the leads left open."""
        if not any(one.holds for one in self.bound):
            return matching
        found: set[int] = set()
        disputes: list[Dispute] = []
        for dispute in matching.disputes:
            said = self.on(dispute)
            disputes.append(self._with(dispute, said) if said.words else dispute)
            found.update(one.place for one in self._opposing(dispute.sides) if one.confirms)
        leads = tuple(one for one in matching.leads if not self.of_lead(one).words)
        changes = {"disputes": (*disputes, *self._kept(found, matching)), "leads": leads}
        return matching.model_copy(update=changes)

    def _with(self, dispute: Dispute, said: Standing) -> Dispute:
        kinds = {one.decision.value for one in said.words if _names_kind(one.decision)}
        reasons = (told(one.decision, self.came_since(one, dispute)) for one in said.words)
        changes: dict[str, object] = {"state": said.state, "reasons": (*dispute.reasons, *reasons)}
        if said.state == "confirmed" and len(kinds) == 1:
            changes["kind"] = kinds.pop()
        return dispute.model_copy(update=changes)

    def _kept(self, found: set[int], matching: Matching) -> Iterator[Dispute]:
        """Yield the disputes that reviewers confirmed and that are not among those found."""
        subject = subject_by_claim(matching.subjects)
        done: set[str] = set()
        confirmed = (one for one in self.bound if one.holds and one.confirms and one.place not in found)
        for one in confirmed:
            sides, kind = self._ordered(one.sides), _kind(one.decision)
            identity = Dispute.make_id(kind, sides)
            if identity in done or self.replaced(one):
                continue
            done.add(identity)
            said = Standing.of(self._opposing(sides))
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
        claims = [self.index.claims[one] for one in chain.from_iterable(sides)]
        return tuple((one.id, one.start, one.end) for one in claims)

    # Leads

    def of_pair(self, a: str, b: str) -> Standing:
        """Return what reviewers say of two claims, or reprints of them, whatever was asked."""
        if a not in self.index.claims or b not in self.index.claims:
            return Standing("open", ())
        first, second = self.index.place(a), self.index.place(b)
        near = {one.place: one for one in (*self._of.get(a, ()), *self._printed.get(first, ()))}
        ordered = (near[place] for place in sorted(near))
        return Standing.of(one for one in ordered if _on_both(one, (a, first), (b, second)))

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


def _opposes(seen: Sequence[frozenset[str]], sides: Sequence[Iterable[str]]) -> bool:
    """Tell whether what was seen on different sides stands on different sides."""
    homes = [{place for place, side in enumerate(sides) if not was.isdisjoint(side)} for was in seen]
    return all(homes) and all(one.isdisjoint(two) for one, two in combinations(homes, 2))


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
    detail = f"{decision.by} {does}{kind} on {decision.at[:DAY]}{why}{note}"
    return Reason(rule=RULE, detail=detail, spans=spans)
