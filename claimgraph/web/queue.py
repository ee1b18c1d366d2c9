"""What is to be decided, the gravest first.

Grave is what tells of harm, then of how many people, then what more articles tell. Disputes come first;
leads follow by twenties, the likeliest first, the gravest first among twenty. For a reviewer who is to
judge blind the score of a dispute settles nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.decisions.pairs import Standing
from claimgraph.lexicon import words
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.model import Claim, Decision, Dispute, Lead

if TYPE_CHECKING:
    from claimgraph.tracker import ClaimGraph

Gravity = tuple[int, bool, float, int, float]
TOGETHER = 20
"""Leads that are offered together."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides, and whether without seeing what the program and others say."""

    name: str
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A dispute or a lead, with what reviewers say of it.

    Args:
        thing: the dispute or lead.
        said: the last words of the reviewers on it.
        settled: it follows from another decision.
        turn: disputes first, then leads by twenties.
    """

    thing: Dispute | Lead
    said: Standing
    settled: bool
    turn: int

    @property
    def id(self) -> str:
        return self.thing.id

    @property
    def sides(self) -> tuple[tuple[str, ...], ...]:
        """The claims on each side."""
        return self.thing.sides if isinstance(self.thing, Dispute) else ((self.thing.a,), (self.thing.b,))

    def decided(self, reviewer: Reviewer) -> bool:
        """Whether a reviewer is not asked any more; one who judges blind is asked whatever others say."""
        own = any(one.decision.by == reviewer.name for one in self.said.words)
        return own or (not reviewer.blind and (self.settled or bool(self.said.words)))


def items(tracker: "ClaimGraph", *, blind: bool = False) -> list[Item]:
    """Return everything there is to decide, decided or not, the gravest first."""
    claims = {one.id: one for one in tracker.collection().claims}
    return sorted(_items(tracker), key=lambda one: _gravity(one, claims, blind=blind), reverse=True)  # stable


def under_way(found: list[Item], reviewer: Reviewer) -> list[Item]:
    """Return the items up to the first turn that is not done with: disputes, then twenty leads at a time."""
    turn = min((one.turn for one in found if not one.decided(reviewer)), default=None)
    return [one for one in found if turn is None or one.turn <= turn]


def last_word(tracker: "ClaimGraph", reviewer: Reviewer) -> Decision | None:
    """Return a reviewer's last word that stands."""
    own = [one for one in tracker.overlay().decisions if one.by == reviewer.name]
    return own[-1] if own else None


def _items(tracker: "ClaimGraph") -> Iterator[Item]:
    judged = tracker.overlay().judged
    states = {one.id: one.state for one in tracker.match().disputes}
    for dispute in tracker.matched().disputes:
        said = judged.on(dispute)
        across = not said.words and states.get(dispute.id, "open") != "open"
        yield Item(dispute, said, across, 0)
    for place, lead in enumerate(tracker.matched().leads):
        yield Item(lead, judged.of_lead(lead), settled=False, turn=1 + place // TOGETHER)


def _gravity(item: Item, claims: dict[str, Claim], *, blind: bool) -> Gravity:
    told = [claims[one] for side in item.sides for one in side]
    score = item.thing.score if isinstance(item.thing, Dispute) and not blind else 0.0
    people = max((many for claim in told for many in _people(claim)), default=0.0)
    harm = people > 0 or any(is_harmful(one.predicate) for claim in told for one in claim.propositions)
    return -item.turn, harm, people, len({one.source for one in told}), score


def _people(claim: Claim) -> Iterable[float]:
    """Yield how many people a claim says were harmed."""
    for quantity in claim.quantities:
        if quantity.unit == "people" and quantity.event in words("counts", "running"):
            yield quantity.low or quantity.high or 0.0
