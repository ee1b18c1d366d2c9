"""Whose words does a denial answer? One ranking of everything else that its article says.

Every claim of the article near a denial is scored by one table of clues (``clues``); the best wins if it
reaches the bar, with whatever else of the same statement, or as good, says the same; the runner-up is
kept as a near miss. No first match wins.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimgraph.match.clues import (
    CLUES,
    REACH,
    UNDENIED,
    can_be_answered,
    can_be_answered_elsewhere,
    is_bare,
    is_plain,
)
from claimgraph.match.context import Node
from claimgraph.match.fields import Said
from claimgraph.match.identity import Identity, same_event
from claimgraph.match.stories import Stories
from claimgraph.model import Act

BAR = 0.4
"""Score from which a denial that says so itself is taken to answer a claim; by readers' labels half of those
at the bar do, of those below it one in seven."""
BAR_OF_NOT = 0.5
"""The same for what only says "not": two in three at the bar, and below it one in three."""
BAR_OF_FEW, FEW = 0.33, 4
"""The same where an article holds so few statements that little else can be denied (by short reports)."""
AS_GOOD = 0.8
"""Share of the best score from which another claim that shares words with the best is answered as well."""
SAME_STATEMENT = 0.5
"""Share of the bar from which a further clause of the statement answered is answered as well."""


@dataclass(frozen=True, eq=False, slots=True)
class Antecedent:
    """A claim that a denial may answer, with the clues for and against it."""

    denial: Node
    answered: Node
    identity: Identity

    @property
    def score(self) -> float:
        return self.identity.score


def is_denial(node: Node) -> bool:
    """Tell whether a claim says of something that it is not so, in somebody's name."""
    claim, pointer = node.claim, node.claim.pointer
    if node.own_voice or claim.act in UNDENIED or "question" in node.marks:
        return False
    if pointer is not None:
        return pointer.stance == "denies"
    said_so = "calls false" in node.marks or (node.denies and "unknowing" not in node.marks)
    return said_so and claim.act is not Act.EVALUATE


def antecedents(denial: Node, known: Stories) -> list[Antecedent]:
    """Return what a denial may answer, likeliest first."""
    found = [Antecedent(denial, node, score_of(denial, node, known)) for node in candidates(denial, known)]
    return sorted(found, key=lambda one: (-one.score, abs(one.answered.position - denial.position)))


def candidates(denial: Node, known: Stories) -> Iterator[Node]:
    """Yield what a denial may answer: near it, or, of one that says what it denies, elsewhere."""
    source = denial.claim.source
    near = [node for node in known.context.by_source[source] if can_be_answered(node, denial)]
    if is_bare(denial):
        yield from _just_said(near, denial) or near
        return
    yield from near
    for other in (one for one in known.neighbours(source) if known.together(source, one)):
        nodes = known.context.by_source[other]
        yield from (node for node in nodes if can_be_answered_elsewhere(node, denial))


def _just_said(near: Sequence[Node], denial: Node) -> list[Node]:
    """Return what "it" or "the claim" means: what its sentence said before, or else the one before said."""
    claim = denial.claim
    here = [node for node in near if node.claim.paragraph == claim.paragraph]
    same = [node for node in here if node.claim.sentence == claim.sentence and node.claim.start < claim.start]
    return same or [node for node in here if node.claim.sentence == claim.sentence - 1 and not node.own_voice]


def bar_of(denial: Node, known: Stories) -> float:
    """Return the score from which a denial is taken to answer a claim."""
    if len(known.context.by_source[denial.claim.source]) <= FEW:
        return BAR_OF_FEW
    return BAR if is_plain(denial) else BAR_OF_NOT


def answered_by(ranked: Sequence[Antecedent], bar: float) -> list[Antecedent]:
    """Return what is answered: the best, and what is of its statement or as good, above the bar."""
    if not ranked or ranked[0].score < bar:
        return []
    first, good = ranked[0].answered, max(bar, AS_GOOD * ranked[0].score)

    def is_answered(one: Antecedent) -> bool:
        if one.answered.claim.statement == first.claim.statement:
            return one.score >= SAME_STATEMENT * bar
        return one.score >= good and not one.answered.stems.isdisjoint(first.stems)

    return list(filter(is_answered, ranked))


def score_of(denial: Node, answered: Node, known: Stories) -> Identity:
    """Score one claim as what a denial answers."""
    return same_event(Said(answered), Said(denial), known, row="denied", fields=CLUES)


def taken_back(later: Node, nodes: Iterable[Node]) -> Node | None:
    """Return what a retraction takes back: the likest that its speaker said before, else the last beside."""
    pointer = later.claim.pointer
    if pointer is None or pointer.stance != "takes back" or later.own_voice:
        return None
    before = [one for one in nodes if one.position < later.position and _can_be_taken_back(one, later)]
    best = max(before, key=lambda one: (len(one.stems & later.stems), one.position), default=None)
    return best if best is not None and (best.stems & later.stems or _is_beside(best, later)) else None


def _is_beside(earlier: Node, later: Node) -> bool:
    one, other = earlier.claim, later.claim
    return one.paragraph == other.paragraph and other.sentence - one.sentence <= 1


def _can_be_taken_back(earlier: Node, later: Node) -> bool:
    one, other = earlier.claim, later.claim
    near = other.paragraph - one.paragraph <= REACH and one.statement != other.statement
    return near and earlier.disputable and not set(one.speakers).isdisjoint(other.speakers)
