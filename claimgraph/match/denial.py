"""Denials and what they deny, resolved from near to far.

Six readings are tried in order, and the first that finds a target is kept: the denial
stands over the very words of a claim ("a claim that both have denied"); it denies a count
("denied the report on the number of casualties"); it points back ("denied that", "rejected
the accusation"); it repeats the proposition ("denied having targeted civilians", "had not
used them"); it answers the charge before it in other words. The order of the text is not the
order of time: a target may stand after it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimgraph.lexicon import words
from claimgraph.match.contradicted import contradicted_words
from claimgraph.match.denied import (
    THE_CASE,
    accuses,
    is_aimed,
    named_sides,
    only_a_verdict,
    opposite_deed,
    plain_enough,
    points_at_report,
    points_back,
    said_before,
    what_is_denied,
    whose_deed,
    with_blame,
)
from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.gates import GATES, answered, first_failure, opposed
from claimgraph.match.likeness import Alike, alike, kin, shared_terms, told
from claimgraph.match.nodes import HARM, Context, Node, proper_names
from claimgraph.match.pointing import (
    charged_with,
    deniers,
    earlier_charges,
    named_teller,
    same_charge,
    sentence_of,
)
from claimgraph.match.stages import retracts
from claimgraph.match.wording import same_words
from claimgraph.model import DISPUTABLE_ACTS, Act, Reason, Span

ALONE = 6
"""Words before the denier from which a sentence says something of its own that may be meant."""
CONCEDING = re.compile(
    r"\W*(?:even (?:after|though|as|when|if)|although|though|despite|in spite of|when asked|asked)\b",
    re.IGNORECASE,
)
"""How a sentence begins whose opening grants something and is not what is denied."""
CLEARS = re.compile(
    r"\b(?:innocent|blameless|not guilty|did nothing wrong|no wrongdoing|not responsible|not to blame)\b"
)
"""Words that clear somebody of whatever was said."""
NAME = re.compile(r"\b[A-Z][\w’'-]+")
BACK = 2
"""Paragraphs a pointing denial may look back."""
ENOUGH = 0.6
"""Likeness from which two events are read as one."""


@dataclass(frozen=True, slots=True)
class Target:
    """A claim that a denial denies, how surely, and why in words."""

    node: Node
    score: float
    rule: str
    detail: str
    spans: tuple[tuple[str, int, int], ...] = ()


def find(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Miss]:
    """Yield a finding for every claim that a denial denies, and the misses on the way."""
    partners = _partners(pairs)
    for node in context.nodes.values():
        if not node.denies or node.claim.act not in DISPUTABLE_ACTS or node.own_voice:
            continue
        if retracts(node, context):  # of the speaker's own words: see ``reversal``
            continue
        misses: list[Miss] = []
        targets = _carried(node, context, misses) or _counted(node, context, misses)
        targets = targets or _contradicted(node, context)
        targets = targets or _told_by_name(node, context, misses)
        targets = targets or _pointed(node, context, misses)
        targets = targets or _charged(node, context, misses)
        targets = targets or _repeated(node, context, partners.get(node.id, set()), misses)
        targets = targets or _reworded(node, context, partners.get(node.id, set()), misses)
        targets = targets or _answered(node, context, misses)
        yield from misses
        yield from (_finding(node, target) for target in targets)


def _answered(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """A plain denial, in other words, of what was just said: "denied using the weapon"."""
    if not denial.explicit or denial.claim.rule == "reference" or named_teller(denial, context):
        return []
    found: list[Target] = []
    for other in reversed(_before(denial, context, BACK)):
        if found and other.claim.statement != found[0].node.claim.statement:
            break
        named = {name.lower() for name in proper_names(denial.claim.text) & proper_names(other.claim.text)}
        shared = shared_terms(denial, other) - named  # that both name somebody answers nothing
        akin = any(kin(one.type, two.type) for one in told(denial) for two in told(other))
        next_to = denial.paragraph == other.paragraph and denial.sentence - other.sentence <= 1
        aimed = is_aimed(denial, other, context)
        answers = (shared and (aimed or next_to)) or (akin and aimed)
        if not answers or opposite_deed(denial, other):
            continue
        if _allowed(denial, other, context, misses):
            words_of = ", ".join(sorted(shared)) or "a deed of the same kind"
            detail = f"the denial answers what was said of the denier just before ({words_of})"
            found.append(Target(other, 0.7, "denial in other words", detail, (on(other.claim),)))
    return found


def _reworded(denial: Node, context: Context, partners: set[str], misses: list[Miss]) -> list[Target]:
    """A denial in the claim's own words, of whatever event; nearest first, then other articles."""
    here = sorted(
        (one for one in context.by_source[denial.claim.source] if one.id != denial.id),
        key=lambda one: abs(one.claim.start - denial.claim.start),
    )
    there = [context.nodes[one] for one in sorted(partners)]
    for group in (here, [one for one in there if one.claim.source != denial.claim.source]):
        found = []
        for other in group:
            match = same_words(denial, other, context)
            if match is None or said_before(denial, other):
                continue
            if match.claimed is not None and match.denied is not None:
                alike_in = Alike(match.claimed, match.denied, match.score, "")
                if not whose_deed(denial, other, alike_in, context):
                    misses.append(
                        Miss(other.id, denial.id, "roles", "the deed denied is not the denier's own")
                    )
                    continue
            if _allowed(denial, other, context, misses):
                detail = f"the denial says the same with a “not”: {', '.join(match.shared)}"
                found.append(
                    Target(other, match.score, "denial in the same words", detail, (on(other.claim),))
                )
        if found:
            return found
    return []


def pointed_at(denial: Node, context: Context) -> list[Node]:
    """Return the claims that a denial means without saying what it denies ("denied that")."""
    misses: list[Miss] = []
    return [target.node for target in _carried(denial, context, misses) or _pointed(denial, context, misses)]


def _contradicted(denial: Node, context: Context) -> list[Target]:
    """A denial of somebody's word, whatever it was: "contradicted her"."""
    detail = "whoever is contradicted said this just before"
    return [
        Target(one, 0.85, "denial of somebody's word", detail, (on(one.claim),))
        for one in contradicted_words(denial, context)
    ]


def _partners(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    partners: dict[str, set[str]] = {}
    for a, b in pairs:
        partners.setdefault(a, set()).add(b)
        partners.setdefault(b, set()).add(a)
    return partners


def _finding(denial: Node, target: Target) -> Finding:
    explicit = denial.claim.act is Act.DENY
    detail = Reason(rule=target.rule, detail=target.detail, spans=(*target.spans, on(denial.claim)))
    return Finding(
        kind="denial" if explicit else "contradiction",
        a=target.node.id,
        b=denial.id,
        score=target.score if explicit else target.score * 0.8,
        reasons=(detail,),
        question=f"denial {denial.id}",
    )


def _allowed(denial: Node, other: Node, context: Context, misses: list[Miss]) -> bool:
    """Ask the gates of a pair, keeping what stopped it."""
    if other.denies or retracts(other, context):
        return False
    if only_a_verdict(denial, other, context):
        misses.append(Miss(other.id, denial.id, "roles", "a court finds on a plea, which disputes nothing"))
        return False
    sides = answered if denial.explicit or points_back(denial) else opposed
    stopped = first_failure(other, denial, context, {**GATES, "sides": sides})
    if stopped is not None:
        misses.append(Miss(other.id, denial.id, stopped[0], stopped[1].detail))
    return stopped is None


def _carried(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """A denial over the very words of another's claim."""
    found = []
    for other in context.near(denial, 1, 1):
        covers_cue = denial.claim.cue is not None and _inside(
            denial.claim.cue, (other.claim.start, other.claim.end)
        )
        if covers_cue or not _covers(denial.claim.content, other.claim.content):
            continue
        if _allowed(denial, other, context, misses):
            found.append(
                Target(
                    other,
                    0.98,
                    "denial of the very words",
                    "the denial is said of these very words",
                    (on(other.claim),),
                )
            )
    return found


def _covers(first: tuple[Span, ...], second: tuple[Span, ...]) -> bool:
    common = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in first for b in second)
    shorter = min(sum(b - a for a, b in first), sum(b - a for a, b in second))
    return shorter > 0 and common >= 0.5 * shorter


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _counted(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """A denial of a count: "the report on the number of casualties"."""
    if not denial.terms & words("generic", "figure_nouns") or denial.claim.quantities:
        return []
    named = named_sides(denial)
    found: list[Target] = []
    for other in reversed(_before(denial, context, BACK + 1)):
        figures = [one for one in other.claim.quantities if one.event in HARM and one.own is not True]
        if not figures or (named and not named & other.sides):
            continue
        if found and found[0].node.claim.statement != other.claim.statement:
            break
        if _allowed(denial, other, context, misses):
            spans = tuple(on(other.claim, figure.span) for figure in figures)
            found.append(
                Target(
                    other,
                    0.95,
                    "denial of a count",
                    "the denial names the count of casualties that was given just before",
                    spans,
                )
            )
    return found


def _before(denial: Node, context: Context, paragraphs: int) -> list[Node]:
    return [other for other in context.near(denial, paragraphs) if other.claim.start < denial.claim.start]


def _pointed(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """A denial that points back to the nearest claim against the denier."""
    named = _reporters(denial, context) | _cleared(denial)
    if not points_back(denial, named):
        return []
    here = [one for one in _before(denial, context, 0) if one.sentence == denial.sentence]
    if here:  # "X is widely seen as Y, but Z denies that": the words just before, and nothing farther
        return _said_just_before(denial, here, context, misses)
    if _says_something_first(denial, context):
        return []
    ranked = sorted(
        ((_closeness(denial, other, context), other) for other in _before(denial, context, BACK)),
        key=lambda pair: (-pair[0], -pair[1].claim.start),
    )
    for closeness, other in ranked:
        allowed = _judged(denial, other, context) or (
            closeness > 0 and accuses(other) and _allowed(denial, other, context, misses)
        )
        if closeness > 0 and charged_with(denial, other) and allowed:
            detail = "the denial points back to the accusation before it"
            siblings = [
                one
                for one in context.near(other, 0)
                if one.claim.statement == other.claim.statement and _allowed(denial, one, context, [])
            ]
            return [
                Target(one, closeness, "denial pointing back", detail, (on(one.claim),))
                for one in (other, *siblings)
            ]
    return []


def _told_by_name(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """A denial of what somebody it names has told: "the Herald's report was misleading"."""
    found = named_teller(denial, context) if denial.explicit else None
    if found is None:
        return []
    name, said = found
    detail = f"the denial is of what {name} told"
    allowed = [other for other in said if _allowed(denial, other, context, misses)]
    return [Target(other, 0.85, "denial of what one told", detail, (on(other.claim),)) for other in allowed]


def _charged(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """A denial that names the charge, or speaks of charges made farther back in the article."""
    if not denial.explicit:
        return []
    same = [(other, "the denial names the charge") for other in same_charge(denial, context)]
    meant = same or [
        (other, "the denial is of charges; this is the last one before it")
        for other in (earlier_charges(denial, context) if points_back(denial) else [])
    ]
    return [
        Target(other, 0.75, "denial of a charge", detail, (on(other.claim),))
        for other, detail in meant
        if _allowed(denial, other, context, misses)
    ]


def _said_just_before(denial: Node, here: list[Node], context: Context, misses: list[Miss]) -> list[Target]:
    """What the same sentence says before the denial; a judgement that somebody denies is disputed too."""
    detail = "the denial points back to what the same sentence says before it"
    for other in reversed(here):
        if _judged(denial, other, context) or _allowed(denial, other, context, misses):
            return [Target(other, 0.9, "denial pointing back", detail, (on(other.claim),))]
    return []


def _judged(denial: Node, other: Node, context: Context) -> bool:
    """Tell whether the other is a judgement or belief of somebody else: what is denied of it is disputed."""
    return other.claim.act is Act.EVALUATE and not other.denies and opposed(other, denial, context).passed


def _reporters(denial: Node, context: Context) -> frozenset[str]:
    """Return the words of a denial that name who made a claim before it, as "the Gazette report" does."""
    if not points_at_report(denial):
        return frozenset()
    return frozenset().union(*(_named(denial, other, context) for other in _before(denial, context, BACK)))


def _cleared(denial: Node) -> frozenset[str]:
    """Return the names in a denial that only clears somebody: "Mr Lind is innocent of this charge"."""
    if not denial.explicit or not CLEARS.search(denial.claim.text):
        return frozenset()
    return frozenset(name.lower() for name in NAME.findall(denial.claim.text))


def _named(denial: Node, other: Node, context: Context) -> frozenset[str]:
    """Return the words of a denial that are in a name of the other claim's speaker."""
    known = [context.speakers[one] for one in other.claim.speakers if one in context.speakers]
    named = {word.lower() for one in known for name in (one.name, *one.aliases) for word in name.split()}
    return denial.terms & named


def _says_something_first(denial: Node, context: Context) -> bool:
    """Tell whether its sentence says something of its own before the denier is named, which may be meant.

    "Even after the video surfaced, the club denied it" does not: what is granted is not meant.
    """
    text = context.sources[denial.claim.source].text
    start = min(span[0] for span in (denial.claim.mention, denial.claim.cue, (denial.claim.start, 0)) if span)
    opening = re.split(r"[.!?][”\"’')\]]*\s+|\n", text[max(0, start - 600) : start])[-1]
    return len(opening.split()) > ALONE and CONCEDING.match(opening) is None


def _closeness(denial: Node, other: Node, context: Context) -> float:
    """Return how likely a pointing denial means a claim: said of the denier, and near."""
    whose = points_at_report(denial) and _named(denial, other, context)
    meant = THE_CASE.fullmatch(denial.claim.text) and deniers(denial, context) & proper_names(
        sentence_of(other, context)
    )
    aimed = is_aimed(denial, other, context) or whose or meant
    apart = denial.paragraph - other.paragraph
    next_to = apart == 0 and 0 <= denial.sentence - other.sentence <= 1
    if aimed:
        return 0.95 if next_to else 0.85 if apart == 0 else 0.75 if apart == 1 else 0.6
    if next_to and other.claim.act in {Act.ACCUSE, Act.ASSERT, Act.ESTIMATE, Act.EVALUATE}:
        return 0.7
    if apart == 1 and other.claim.act is Act.ACCUSE:
        return 0.55
    return 0.0


def _repeated(denial: Node, context: Context, partners: set[str], misses: list[Miss]) -> list[Target]:
    """A denial that repeats the proposition, in its article first, then in the others."""
    reading = what_is_denied(denial)
    if not reading.claim.events:
        return []
    near = [other for other in context.by_source[denial.claim.source] if other.id != denial.id]
    far = [
        context.nodes[one]
        for one in sorted(partners)
        if context.nodes[one].claim.source != denial.claim.source
    ]
    for group, enough in ((near, ENOUGH), (far, ENOUGH + 0.1)):
        found = []
        for other in group:
            match = alike(with_blame(other, denial), reading, context)
            if match is None or match.score < enough or match.a.negated:
                continue
            if said_before(reading, other):
                misses.append(
                    Miss(other.id, denial.id, "time", "the denial was printed before what it would deny")
                )
                continue
            if not plain_enough(reading, other, match, context):
                continue
            if not whose_deed(reading, other, match, context):
                misses.append(Miss(other.id, denial.id, "roles", "the deed denied is not the denier's own"))
            elif _allowed(denial, other, context, misses):
                spans = (on(other.claim, match.a.trigger), on(denial.claim, match.b.trigger))
                found.append(
                    Target(
                        other,
                        match.score,
                        "denial of the same event",
                        f"what is denied is what the other says: {match.detail}",
                        spans,
                    )
                )
        if found:
            best = max(target.score for target in found)
            return [target for target in found if target.score >= best - 0.2]
    return []
