"""Who disputes whom: parties by parties, each cell the disputes in which the row stands against the column.

A denial counts for the party that denies. Contradictions, figures and mutual accusations
have no first and no second: they count both ways. Taking back one's own word stands on the
diagonal. What a reviewer rejected, and what is only proposed, is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

from claimgraph.model import Claim, Dispute
from claimgraph.report.cards import Cards
from claimgraph.report.lookup import Lookup
from claimgraph.report.shapes import Refs
from claimgraph.report.statements import UNKNOWN_SPEAKER
from claimgraph.report.wording import position

PARTIES = 12
"""Parties shown at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """A party, and for each column the cards (number, id) in which it disputes that party."""

    party: str
    cells: tuple[Refs, ...]


@dataclass(frozen=True, slots=True)
class Opposition:
    """Those who dispute by those who are disputed; ``left`` parties with fewer disputes are not shown."""

    disputed: tuple[str, ...]
    rows: tuple[Row, ...]
    left: int


def opposition(cards: Cards) -> Opposition:
    """Return who disputes whom; the parties with most disputes first."""
    cells: defaultdict[tuple[str, str], set[tuple[int, str]]] = defaultdict(set)
    for dispute in cards.lookup.standing:
        for pair in _pairs(dispute, cards.lookup):
            cells[pair].add((cards.numbers[dispute.id], dispute.id))
    ranked = _ranked(cells)
    shown = ranked[:PARTIES]
    disputing = [one for one in shown if any((one, other) in cells for other in shown)]
    disputed = tuple(one for one in shown if any((other, one) in cells for other in shown))
    rows = tuple(
        Row(one, tuple(tuple(sorted(cells.get((one, other), ()))) for other in disputed)) for one in disputing
    )
    return Opposition(disputed, rows, len(ranked) - len(shown))


def _ranked(cells: Mapping[tuple[str, str], set[tuple[int, str]]]) -> list[str]:
    """Return the parties to any dispute, those with most first."""
    involved: Counter[str] = Counter()
    for pair, found in cells.items():
        involved.update(dict.fromkeys(pair, len(found)))
    return sorted(involved, key=lambda party: (-involved[party], party))


def parties(claim: Claim, lookup: Lookup) -> tuple[str, ...]:
    """Return for whom a claim speaks: the sides of its speakers, else their names, else unknown."""
    named = (
        lookup.side_names[speaker.side] if speaker.side else speaker.name
        for speaker in lookup.speakers_of(claim)
    )
    return tuple(dict.fromkeys(named)) or (UNKNOWN_SPEAKER,)


def _pairs(dispute: Dispute, lookup: Lookup) -> Iterator[tuple[str, str]]:
    sides = [[lookup.claims[one] for one in side] for side in dispute.sides]
    for disputing, disputed in permutations(sides, 2):
        if dispute.kind == "denial" and not _denies(disputing, sides):
            continue
        for one in _voices(disputing, lookup):
            for other in _voices(disputed, lookup):
                yield one, other


def _voices(side: Iterable[Claim], lookup: Lookup) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for claim in side for party in parties(claim, lookup)))


def _denies(side: Iterable[Claim], sides: Iterable[Iterable[Claim]]) -> bool:
    """Whether a side is the one that denies; where none or every side does, each one is."""
    deniers = [any(position(claim) == "denied" for claim in one) for one in sides]
    return any(position(claim) == "denied" for claim in side) or not any(deniers)
