"""What came of a reader's answers, model by model: the measure of whether it is worth asking."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from claimgraph.model import Proposal
from claimgraph.reader import checks, client
from claimgraph.tracker.questions import Alike, questions

if TYPE_CHECKING:
    from claimgraph.tracker import ClaimGraph

CAUSES: Mapping[str, str] = {**checks.CAUSES, **client.CAUSES}


@dataclass(slots=True)
class Counts:
    """What one model was asked and answered.

    Args:
        model: its name.
        asked: prompts.
        answered: answers to them.
        proposed: questions that are proposed, each once.
        by_rules: of these, what the rules call a dispute as well.
        doubtful: of these, what the fields speak against wherever it is proposed.
        confirmed: of these, what a person confirmed.
        rejected: of these, what a person rejected.
        dropped: what was dropped, or brought no answer, by cause.
    """

    model: str
    asked: int = 0
    answered: int = 0
    proposed: int = 0
    by_rules: int = 0
    doubtful: int = 0
    confirmed: int = 0
    rejected: int = 0
    dropped: Counter[str] = field(default_factory=Counter)

    def as_dict(self) -> dict[str, Any]:
        """Return the counts as JSON holds them."""
        return asdict(self) | {"dropped": dict(sorted(self.dropped.items()))}


def counted(tracker: "ClaimGraph") -> list[Counts]:
    """Return the counts of every model that was ever asked, by name."""
    by_model: dict[str, Counts] = {}
    proposals: dict[str, list[Proposal]] = {}
    for answer in tracker.store.answers():
        counts = by_model.setdefault(answer.model, Counts(answer.model))
        counts.asked += 1
        counts.answered += answer.text is not None
        counts.dropped.update(answer.dropped)
        proposals.setdefault(answer.model, []).extend(answer.proposals)
    matching = tracker.match()
    alike = Alike({one.id: one for one in tracker.collection().claims}, matching.agreements)
    judged = tracker.overlay().judged
    states = {pair: dispute.state for dispute in matching.disputes for pair in dispute.pairs}
    for model, proposed in proposals.items():
        counts = by_model[model]
        for question in questions(proposed, alike):
            found = question.proposals
            pairs = {frozenset((one.a, one.b)): (one.a, one.b) for one in found}
            said = {states.get(pair, "") for pair in pairs}
            said |= {judged.of_pair(*pair).state for pair in pairs.values()}
            counts.proposed += 1
            counts.doubtful += all(one.doubt is not None for one in found)
            counts.by_rules += any(states.get(pair) == "open" for pair in pairs)
            counts.confirmed += "confirmed" in said
            counts.rejected += "rejected" in said
    return [by_model[model] for model in sorted(by_model)]


def in_words(dropped: Mapping[str, int]) -> str:
    """Return what was dropped in words, most often first."""
    ranked = sorted(dropped.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{many} {CAUSES[cause]}" for cause, many in ranked)


def as_text(found: list[Counts]) -> str:
    """Return the counts as lines."""
    if not found:
        return "No reader was asked.\n"
    lines = []
    for one in found:
        lines += [
            f"{one.model}: asked {one.asked}, answered {one.answered}",
            f"  proposed {one.proposed}: {one.by_rules} found by the rules too, {one.doubtful} doubtful",
            f"  decided by people: {one.confirmed} confirmed, {one.rejected} rejected",
            f"  dropped: {in_words(one.dropped) or 'nothing'}",
        ]
    return "\n".join(lines) + "\n"
