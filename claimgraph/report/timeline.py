"""What was said of a subject, in the order of time: claims, denials, admissions, with their dates.

A statement stands at the day it was said or, where that is not known, at the day its
article was published, and the page says which. What has neither stands apart.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain

from claimgraph.model import Act, Claim
from claimgraph.report.cards import Cards
from claimgraph.report.lookup import Lookup
from claimgraph.report.opposition import parties
from claimgraph.report.shapes import Dating, Refs, Statement
from claimgraph.report.strips import Strip, Told, strip
from claimgraph.report.wording import capital, count, position

THREADS = 60
"""Subjects shown at most."""
MOMENTS = 40
"""Statements of one subject shown at most."""
MANY = 3
"""Statements from which on a subject has a timeline even when all are of one day."""

SIGNS = {Act.DENY: "✕", Act.ADMIT: "◆", Act.ACCUSE: "▲"}
"""A sign for what a statement is, beside what its speaker did; everything else is a plain dot."""
NOUNS = {Act.DENY: "denial", Act.ADMIT: "admission", Act.ACCUSE: "accusation"}
"""What the signs stand for."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One statement at its day; ``day`` is the prefix date, empty when unknown."""

    id: str
    day: str
    date: Dating
    sign: str
    kind: str
    statement: Statement
    happened: Dating | None
    cards: Refs


@dataclass(frozen=True, slots=True)
class Thread:
    """A subject with its statements, oldest first, drawn where they are of several days, and those undated.

    ``left`` statements are not shown.
    """

    id: str
    heading: str
    strip: Strip | None
    moments: tuple[Moment, ...]
    undated: tuple[Moment, ...]
    left: int
    summary: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The subjects shown, how many are not, and on how many two statements of one day are all."""

    threads: tuple[Thread, ...]
    left: int
    brief: int


def timeline(cards: Cards) -> Timeline:
    """Return the subjects on which something is denied, admitted or disputed, disputed ones first."""
    lookup = cards.lookup
    of, first = _by_subject(cards)
    answered = [
        subject
        for subject, claims in of.items()
        if len(claims) > 1 and (subject in first or _answered(lookup.claims[one] for one in claims))
    ]
    told = [subject for subject in answered if not _is_brief(of[subject], lookup)]
    told.sort(key=lambda subject: (first.get(subject, len(cards.numbers) + 1), -len(of[subject])))
    threads = tuple(_thread(subject, of[subject], cards) for subject in told[:THREADS])
    return Timeline(threads, max(0, len(told) - THREADS), len(answered) - len(told))


def _by_subject(cards: Cards) -> tuple[dict[str, dict[str, None]], dict[str, int]]:
    """Return the claims on each subject, and of what is disputed the number of its first dispute."""
    of: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for claim in cards.lookup.claims.values():
        if claim.subject:
            of[claim.subject][claim.id] = None
    first: dict[str, int] = {}
    for dispute in cards.lookup.standing:
        if dispute.subject:
            of[dispute.subject].update(dict.fromkeys(chain.from_iterable(dispute.sides)))
            number = cards.numbers[dispute.id]
            first[dispute.subject] = min(first.get(dispute.subject, number), number)
    return of, first


def _is_brief(claims: Collection[str], lookup: Lookup) -> bool:
    """Tell whether a few statements of one day are all."""
    return len(claims) < MANY and len({lookup.day_of(lookup.claims[one]) for one in claims}) < 2


def _answered(claims: Iterable[Claim]) -> bool:
    return any(position(claim) == "denied" or claim.act is Act.ADMIT for claim in claims)


def _thread(subject: str, claims: Iterable[str], cards: Cards) -> Thread:
    lookup = cards.lookup
    found = [_moment(subject, lookup.claims[one], cards) for one in claims]
    found.sort(key=lambda one: (one.day, lookup.order[one.statement.id]))
    dated = tuple(one for one in found if one.day)
    undated = tuple(one for one in found if not one.day)
    shown = dated[:MOMENTS]
    apart = undated[: MOMENTS - len(shown)]
    return Thread(
        id=f"time-{subject}",
        heading=capital(lookup.subject_label(subject) or "a subject without a name"),
        strip=strip([_told(one, lookup) for one in shown]),
        moments=shown,
        undated=apart,
        left=len(found) - len(shown) - len(apart),
        summary=_summary([one.kind for one in found]),
        claims=tuple(one.statement.id for one in found),
    )


def _summary(kinds: list[str]) -> str:
    """Return how many statements there are and how many of them deny, admit or accuse."""
    number = Counter(kinds)
    told = [count(number[noun], noun) for noun in NOUNS.values() if number[noun]]
    return ", ".join([f"{len(kinds)} statements", *told])


def _told(one: Moment, lookup: Lookup) -> Told:
    """Return a statement as it is drawn."""
    statement = one.statement
    party = next(iter(parties(lookup.claims[statement.id], lookup)))
    words = f"{statement.voice.name} {statement.position}, {one.date.date}: “{statement.brief}”"
    return Told(party, one.day, one.sign, words, one.id)


def _moment(subject: str, claim: Claim, cards: Cards) -> Moment:
    statement = cards.statements.of(claim.id)
    return Moment(
        id=f"at-{subject}-{claim.id}",
        day=cards.lookup.day_of(claim) or "",
        date=statement.dated,
        sign=SIGNS.get(claim.act, "●"),
        kind=NOUNS.get(claim.act, "statement"),
        statement=statement,
        happened=statement.dates[2] if claim.happened.date else None,
        cards=cards.refs([claim.id]),
    )
