"""Denials and what they deny, resolved from near to far.

Seven readings are tried in order, and the first that finds a target is kept: the denial
stands over the very words of a claim ("a claim that both have denied"); it denies a count
("denied the report on the number of casualties"); it points back ("denied that", "rejected
the accusation"); it is of a part in something ("any role in the raid"); it repeats the
proposition ("denied having targeted civilians", "had not used them"), or its words; it answers
the charge before it in other words. The order of the text is not the order of time: a target
may stand after it.
"""

import re
from collections.abc import Iterable, Iterator

from claimgraph.lexicon import words
from claimgraph.match.announced import is_by_a_statement
from claimgraph.match.blamed import blamed
from claimgraph.match.contradicted import contradicted_words
from claimgraph.match.denied import is_aimed, named_sides, opposite_deed
from claimgraph.match.finding import Finding, Miss, on
from claimgraph.match.likeness import kin, shared_terms, told
from claimgraph.match.nodes import HARM, Context, Node, proper_names
from claimgraph.match.pointed import charged, pointed, told_by_name
from claimgraph.match.pointing import named_teller
from claimgraph.match.repeated import repeated, reworded
from claimgraph.match.stages import retracts
from claimgraph.match.targets import BACK, Target, allowed, before
from claimgraph.model import DISPUTABLE_ACTS, Act, Reason, Span

_QUESTIONS = re.compile(r"\bquestions? (?:about|over|of|on|as to|whether|regarding|concerning|surrounding)\b")


def find(context: Context, pairs: Iterable[tuple[str, str]]) -> Iterator[Finding | Miss]:
    """Yield a finding for every claim that a denial denies, and the misses on the way."""
    denials = [
        node
        for node in context.nodes.values()
        if node.denies and node.claim.act in DISPUTABLE_ACTS and not node.own_voice
    ]
    partners = _partners(denials, pairs)
    for node in denials:
        if retracts(node, context):  # of the speaker's own words: see ``reversal``
            continue
        if is_by_a_statement(node, context):  # "that contradicts …": see ``announced``
            continue
        misses: list[Miss] = []
        targets = _carried(node, context, misses) or _counted(node, context, misses)
        targets = targets or _contradicted(node, context)
        targets = targets or told_by_name(node, context, misses)
        targets = targets or pointed(node, context, misses)
        targets = targets or charged(node, context, misses)
        targets = targets or blamed(node, context, misses)
        targets = targets or repeated(node, context, partners[node.id], misses)
        targets = targets or reworded(node, context, partners[node.id], misses)
        targets = targets or _answered(node, context, misses)
        yield from misses
        yield from (_finding(node, target) for target in targets)


def _answered(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """A plain denial, in other words, of what was just said: "denied using the weapon"."""
    if not denial.explicit or denial.claim.rule == "reference" or named_teller(denial, context):
        return []
    found: list[Target] = []
    for other in reversed(before(denial, context, BACK)):
        if found and other.claim.statement != found[0].node.claim.statement:
            break
        named = {name.lower() for name in proper_names(denial.claim.text) & proper_names(other.claim.text)}
        shared = shared_terms(denial, other) - named  # that both name somebody answers nothing
        akin = any(kin(one.type, two.type) for one in told(denial) for two in told(other))
        next_to = denial.paragraph == other.paragraph and denial.sentence - other.sentence <= 1
        aimed = is_aimed(denial, other, context)
        answers = (shared and (aimed or next_to)) or (akin and aimed)
        if not answers or opposite_deed(denial, other) or _only_asks(other):
            continue
        if allowed(denial, other, context, misses):
            words_of = ", ".join(sorted(shared)) or "a deed of the same kind"
            detail = f"the denial answers what was said of the denier just before ({words_of})"
            found.append(Target(other, 0.7, "denial in other words", detail, (on(other.claim),)))
    return found


def _only_asks(other: Node) -> bool:
    """Tell whether an article says only that something is in question, which nobody has said."""
    return other.own_voice and _QUESTIONS.search(other.claim.text) is not None


def pointed_at(denial: Node, context: Context) -> list[Node]:
    """Return the claims that a denial means without saying what it denies ("denied that")."""
    misses: list[Miss] = []
    return [target.node for target in _carried(denial, context, misses) or pointed(denial, context, misses)]


def _contradicted(denial: Node, context: Context) -> list[Target]:
    """A denial of somebody's word, whatever it was: "contradicted her"."""
    detail = "whoever is contradicted said this just before"
    return [
        Target(one, 0.85, "denial of somebody's word", detail, (on(one.claim),))
        for one in contradicted_words(denial, context)
    ]


def _partners(denials: Iterable[Node], pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the claims that each denial is paired with."""
    partners: dict[str, set[str]] = {denial.id: set() for denial in denials}
    for a, b in pairs:
        if a in partners:
            partners[a].add(b)
        if b in partners:
            partners[b].add(a)
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


def _carried(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """A denial over the very words of another's claim."""
    found = []
    for other in context.near(denial, 1, 1):
        covers_cue = denial.claim.cue is not None and _inside(
            denial.claim.cue, (other.claim.start, other.claim.end)
        )
        if covers_cue or not _covers(denial.claim.content, other.claim.content):
            continue
        if allowed(denial, other, context, misses):
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
    for other in reversed(before(denial, context, BACK + 1)):
        figures = [one for one in other.claim.quantities if one.event in HARM and one.own is not True]
        if not figures or (named and not named & other.sides):
            continue
        if found and found[0].node.claim.statement != other.claim.statement:
            break
        if allowed(denial, other, context, misses):
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
