"""The one loop that decides: every row's pairs are scored, and denials are asked what they answer.

Each pair becomes a finding, a change over time, or a near miss with the field that stopped it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from claimgraph.lexicon import words
from claimgraph.match.antecedents import (
    Antecedent,
    answered_by,
    antecedents,
    bar_of,
    is_denial,
    score_of,
    taken_back,
)
from claimgraph.match.fields import Said
from claimgraph.match.figures import Figure
from claimgraph.match.identity import Identity, same_event
from claimgraph.match.kinds import TABLE, Row
from claimgraph.match.stories import Stories
from claimgraph.model import Act, Claim, DisputeKind, Reason, Span

DAY = len("2016-04-02")
RUNNERS_UP = 3
"""Claims that a denial may answer as well, the likeliest, that are kept as near misses."""
MAX_REASONS = 6
"""Reasons kept of one dispute or update."""


@dataclass(frozen=True, eq=False, slots=True)
class Finding:
    """One opposed pair, before pairs are gathered into disputes.

    ``a`` and ``b`` are claim ids; in a denial ``b`` denies, in a reversal ``b`` is the later word.
    ``question`` says on what they differ: findings on other questions are other disputes.
    ``figures`` are those of a conflict of figures.
    """

    kind: DisputeKind
    a: str
    b: str
    question: str
    identity: Identity
    reason: Reason
    figures: tuple[Figure, Figure] | None = None

    @property
    def score(self) -> float:
        return self.identity.score


@dataclass(frozen=True, eq=False, slots=True)
class Change:
    """A figure that changed with time and that nobody disputes, the earlier first."""

    before: Figure
    after: Figure
    question: str
    reason: Reason

    @property
    def a(self) -> str:
        return self.before.node.id

    @property
    def b(self) -> str:
        return self.after.node.id


@dataclass(frozen=True, eq=False, slots=True)
class Miss:
    """A pair that a field, or too low a score, kept from being a dispute.

    ``score`` is its share of the bar that ``rule`` sets, 0 where a field forbids it.
    """

    a: str
    b: str
    gate: str
    detail: str
    score: float = 0.0
    rule: str = ""


def on(claim: Claim, span: Span | None = None) -> tuple[str, int, int]:
    """Return a reason's span: some words of a claim, or all of it."""
    start, end = span or (claim.start, claim.end)
    return (claim.id, start, end)


Outcome = Finding | Change | Miss


def decide(known: Stories) -> Iterator[Outcome]:
    """Yield what every row finds, changes and stops, in a fixed order."""
    for row in TABLE:
        yield from by_row(row, known)
    yield from by_denial(known)
    yield from by_retraction(known)


def by_row(row: Row, known: Stories) -> Iterator[Outcome]:
    """Yield the outcomes of one row of the table."""
    for a, b, detail in row.opposed(known):
        yield judged(row, a, b, detail, known)


def judged(row: Row, a: Said, b: Said, detail: str, known: Stories) -> Outcome:
    """Return what a row says of two things said that exclude each other."""
    found = same_event(a, b, known, row=row.weights, fields=row.fields, vetoes=row.vetoes)
    first, second = a.node.id, b.node.id
    stopped = _stopped(row, found)
    if stopped is not None:
        gate, told, score = stopped
        return Miss(first, second, gate, f"{detail}: {told}", score, row.name if score else "")
    question = _question(row, a)
    spans = tuple(on(said.node.claim, span) for said in (a, b) for span in said.spans)
    reason = Reason(rule=row.name, detail=f"{detail}; {found.detail()}", spans=spans)
    if a.figure is None or b.figure is None:
        return Finding(row.kind, first, second, question, found, reason)
    if _changed(a.figure, b.figure):
        before, after = sorted((a.figure, b.figure), key=lambda one: one.node.reported[:DAY])
        return Change(before, after, question, reason)
    if not a.figure.misses(b.figure):
        return Miss(first, second, "size", f"{detail}: both can be true")
    return Finding(row.kind, first, second, question, found, reason, (a.figure, b.figure))


def _stopped(row: Row, found: Identity) -> tuple[str, str, float] | None:
    """Return the field that stops a pair, why in words, and the share of the bar it reaches."""
    if found.veto is not None:
        return found.veto.field, found.veto.detail, 0.0
    fits = {one.field: one for one, _ in found.answers}
    for name, least in row.needs:
        if fits[name].fit != "same" or fits[name].degree < least:
            return name, f"not shown to be the same ({fits[name].detail})", found.score
    if found.score < row.bar:
        return "score", f"{found.score:.2f}, below {row.bar:.2f}", found.score / row.bar
    return None


def _question(row: Row, a: Said) -> str:
    if a.figure is not None:
        return f"figure {' '.join(a.figure.kind)}"
    return f"{row.name} {a.proposition.predicate if a.proposition else ''}"


def _changed(one: Figure, two: Figure) -> bool:
    """Tell whether the later of two reports counts on, and they do not speak for two sides."""
    if one.event not in words("counts", "running") or one.node.opposes(two.node):
        return False
    (earlier, before), (later, after) = sorted(
        ((figure.node.reported[:DAY], figure) for figure in (one, two)), key=itemgetter(0)
    )
    return bool(earlier) and earlier != later and after.low >= before.low


def by_denial(known: Stories) -> Iterator[Outcome]:
    """Yield what every denial answers."""
    for nodes in known.context.by_source.values():
        for denial in filter(is_denial, nodes):
            ranked = antecedents(denial, known)
            bar = bar_of(denial, known)
            chosen = answered_by(ranked, bar)
            yield from (_denied(one) for one in chosen)
            gate = "another fits better" if chosen else "score"
            for one in [one for one in ranked if one not in chosen][:RUNNERS_UP]:
                detail = f"{one.score:.2f} as what the denial answers: {one.identity.detail()}"
                yield Miss(one.answered.id, denial.id, gate, detail, one.score / bar, "denied")


def _denied(one: Antecedent) -> Finding:
    pointer = one.denial.claim.pointer
    kind: DisputeKind = "denial" if one.denial.claim.act is Act.DENY else "contradiction"
    spans = (on(one.answered.claim), on(one.denial.claim, pointer.words if pointer is not None else None))
    reason = Reason(rule="denied", detail=one.identity.detail(), spans=spans)
    return Finding(kind, one.answered.id, one.denial.id, f"denial {one.denial.id}", one.identity, reason)


def by_retraction(known: Stories) -> Iterator[Outcome]:
    """Yield what a speaker said before and took back."""
    for nodes in known.articles():
        for later in nodes:
            earlier = taken_back(later, nodes)
            if earlier is not None:
                identity = score_of(later, earlier, known)
                spans = (on(earlier.claim), on(later.claim))
                reason = Reason(rule="taken back", detail="the same speaker takes it back", spans=spans)
                yield Finding("reversal", earlier.id, later.id, f"reversal {later.id}", identity, reason)
