"""Disputes that say the same twice become one for a reader, with every mention of it.

An article that prints an exchange in two places, or two that print it in nearly the same words, can make two
disputes of it. Two are one when they are of one kind and each side of the one is alike to a side of the
other: it holds the same statement (and figure), or the same party's with the same words. Where figures are
disputed it is enough that one side is, and that the others give the same figures. Only what a page shows is
folded; the case file and the JSON report hold each dispute under its own id.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, permutations

from claimgraph.model import Claim, Dispute, Findings, Reason
from claimgraph.report.lookup import Lookup
from claimgraph.report.phrases import content_stems
from claimgraph.report.questions import pointed_figures

MOST_SIDES = 4
"""Sides from which on two disputes are no longer laid side by side: figures can have many."""

Trait = tuple[object, ...]
"""By what a side is known again: a statement with its figure, or a party with its words."""
Figures = tuple[tuple[float | None, float | None, str, str | None], ...]
"""Bounds, unit and event of the figures of a statement that a dispute is about."""
Also = Mapping[str, tuple[str, ...]]
"""The ids of the disputes folded into another, by the id of that one."""


@dataclass(frozen=True, slots=True)
class _Side:
    """By what a side is known again, and the figures it gives."""

    traits: frozenset[Trait]
    figures: frozenset[Figures]

    def with_(self, other: "_Side") -> "_Side":
        """Return both sides as one."""
        return _Side(self.traits | other.traits, self.figures | other.figures)


def folded(findings: Findings) -> tuple[Findings, Also]:
    """Return findings in which no two open disputes are one, and the ids that each of them stands for."""
    lookup = Lookup(findings)
    kept: dict[str, Dispute] = {}
    known: dict[str, list[_Side]] = {}
    holding: defaultdict[Trait, dict[str, None]] = defaultdict(dict)
    also: defaultdict[str, list[str]] = defaultdict(list)
    for dispute in findings.matching.disputes:
        own = list(_sides(dispute, lookup)) if _can_be_folded(dispute) else []
        near = dict.fromkeys(chain.from_iterable(holding[one] for side in own for one in side.traits))
        same = (other for other in near if kept[other].kind == dispute.kind)
        keeper, order = next(
            ((other, order) for other in same if (order := _order(known[other], own))), (dispute.id, None)
        )
        if order is None:
            kept[keeper], known[keeper] = dispute, own
        else:
            kept[keeper] = _joined(kept[keeper], dispute, order)
            known[keeper] = [held.with_(own[at]) for held, at in zip(known[keeper], order, strict=True)]
            also[keeper].append(dispute.id)
        for trait in chain.from_iterable(side.traits for side in own):
            holding[trait][keeper] = None
    if not also:
        return findings, {}
    matching = findings.matching.model_copy(update={"disputes": tuple(kept.values())})
    shown = findings.model_copy(update={"matching": matching})
    return shown, {keeper: tuple(ids) for keeper, ids in also.items()}


def _can_be_folded(dispute: Dispute) -> bool:
    """Tell whether nobody has decided on a dispute, and it has few sides."""
    return dispute.state == "open" and len(dispute.sides) <= MOST_SIDES


def _sides(dispute: Dispute, lookup: Lookup) -> Iterator[_Side]:
    """Yield by what each side is known again."""
    for side in dispute.sides:
        claims = [(one, _figures(one, dispute.reasons)) for one in map(lookup.claims.__getitem__, side)]
        traits = chain.from_iterable(_traits(one, figures, lookup) for one, figures in claims)
        counted = (figures for _, figures in claims if figures and dispute.kind == "figures")
        yield _Side(frozenset(traits), frozenset(counted))


def _figures(claim: Claim, reasons: Sequence[Reason]) -> Figures:
    """Return the figures of a claim that the reasons point at."""
    return tuple((one.low, one.high, one.unit, one.event) for one in pointed_figures(claim, reasons))


def _traits(claim: Claim, figures: Figures, lookup: Lookup) -> Iterator[Trait]:
    """Yield by what a claim is known again, with the figures it is disputed for."""
    yield claim.id, figures
    parties = tuple(sorted(speaker.side or speaker.id for speaker in lookup.speakers_of(claim)))
    words = frozenset(content_stems(claim.text)) | {one.text for one in claim.quantities}
    if parties and words:
        yield parties, claim.act, claim.polarity, words, figures


def _order(held: Sequence[_Side], own: Sequence[_Side]) -> tuple[int, ...] | None:
    """Return which of one dispute's sides is alike to each of another's; None where that does not go up."""
    if len(held) != len(own):
        return None
    for order in permutations(range(len(own))):
        pairs = [(side, own[at]) for side, at in zip(held, order, strict=True)]
        alike = [bool(one.traits & other.traits) for one, other in pairs]
        if any(alike) and all(
            same or one.figures & other.figures for same, (one, other) in zip(alike, pairs, strict=True)
        ):
            return order
    return None


def _joined(one: Dispute, other: Dispute, order: Sequence[int]) -> Dispute:
    """Return two disputes as one; how many origins a side has together was not counted."""
    sides = tuple(
        tuple(dict.fromkeys((*side, *other.sides[at]))) for side, at in zip(one.sides, order, strict=True)
    )
    reasons = tuple(dict.fromkeys((*one.reasons, *other.reasons)))
    changed = {"sides": sides, "reasons": reasons, "origins": ()}
    return one.model_copy(update=changed)
