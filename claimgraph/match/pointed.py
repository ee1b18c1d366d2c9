"""Denials that point: at what was said just before, at a report somebody is named for, at a charge.

They say little or nothing of what they deny ("denied that", "the claims", "the Herald's report
was misleading"), so that it is found by where it stands and whom it is said of.
"""

import re

from claimgraph.lexicon import words
from claimgraph.match.denied import THE_CASE, accuses, is_aimed, points_at_report, points_back
from claimgraph.match.finding import Miss, on
from claimgraph.match.gates import opposed
from claimgraph.match.nodes import Context, Node, proper_names
from claimgraph.match.pointing import (
    charged_with,
    deniers,
    earlier_charges,
    named_teller,
    only_charges,
    same_charge,
    sentence_of,
)
from claimgraph.match.targets import BACK, Target, allowed, before
from claimgraph.model import Act

ALONE = 6
"""Words before the denier from which a sentence says something of its own that may be meant."""
FEWEST = 3
"""Words of a judgement that says something: "sued Acme" judges nothing."""
REPEATED = 2
"""Words with meaning by which an earlier statement is repeated in the last one."""
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


def pointed(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """A denial that points back to the nearest claim against the denier."""
    named = _reporters(denial, context) | _cleared(denial)
    if not points_back(denial, named):
        return []
    here = [one for one in before(denial, context, 0) if one.sentence == denial.sentence]
    if here:  # "X is widely seen as Y, but Z denies that": the words just before, and nothing farther
        return _said_justbefore(denial, here, context, misses)
    if _says_something_first(denial, context):
        return []
    ranked = sorted(
        ((_closeness(denial, other, context), other) for other in before(denial, context, BACK)),
        key=lambda pair: (-pair[0], -pair[1].claim.start),
    )
    for closeness, other in ranked:
        fits = _judged(denial, other, context) or (
            closeness > 0 and accuses(other) and allowed(denial, other, context, misses)
        )
        if closeness > 0 and charged_with(denial, other) and fits:
            detail = "the denial points back to the accusation before it"
            siblings = [
                one
                for one in context.near(other, 0)
                if one.claim.statement == other.claim.statement and allowed(denial, one, context, [])
            ]
            return [
                Target(one, closeness, "denial pointing back", detail, (on(one.claim),))
                for one in (other, *siblings)
            ]
    return []


def _said_justbefore(denial: Node, here: list[Node], context: Context, misses: list[Miss]) -> list[Target]:
    """What the same sentence says before the denial; a judgement that somebody denies is disputed too."""
    detail = "the denial points back to what the same sentence says before it"
    for other in reversed(here):
        if _judged(denial, other, context) or allowed(denial, other, context, misses):
            return [Target(other, 0.9, "denial pointing back", detail, (on(other.claim),))]
    return []


def told_by_name(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """A denial of what somebody it names has told: "the Herald's report was misleading"."""
    found = named_teller(denial, context) if denial.explicit else None
    if found is None:
        return []
    name, said = found
    detail = f"the denial is of what {name} told"
    kept = [other for other in _meant(denial, said) if allowed(denial, other, context, misses)]
    return [Target(other, 0.85, "denial of what one told", detail, (on(other.claim),)) for other in kept]


def _meant(denial: Node, said: list[Node]) -> list[Node]:
    """Return what of a teller's words a denial is of: a report whole, of what was said the last that was.

    What the last statement repeats of earlier ones belongs to it; what it only embeds does not.
    """
    if not denial.terms & words("pointers", "utterances") or denial.terms & words("pointers", "documents"):
        return said
    outer = [one for one in said if not any(_embeds(other, one) for other in said)]
    if not outer:
        return []
    last = [one for one in outer if one.claim.statement == outer[-1].claim.statement]
    known = frozenset().union(*(one.specific for one in last))
    return [one for one in outer if one in last or len(one.specific & known) >= REPEATED]


def _embeds(other: Node, one: Node) -> bool:
    whole, part = other.claim, one.claim
    return whole.statement != part.statement and whole.start <= part.start and part.end <= whole.end


def charged(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """A denial that names the charge, or speaks of charges made farther back in the article."""
    if not denial.explicit:
        return []
    same = [(other, "the denial names the charge") for other in same_charge(denial, context)]
    meant = same or [
        (other, "the denial is of charges; this is the last one before it")
        for other in (_last_charges(denial, context) if points_back(denial) else [])
    ]
    return [
        Target(other, 0.75, "denial of a charge", detail, (on(other.claim),))
        for other, detail in meant
        if allowed(denial, other, context, misses)
    ]


def _last_charges(denial: Node, context: Context) -> list[Node]:
    return earlier_charges(denial, context) or only_charges(denial, context)


def _judged(denial: Node, other: Node, context: Context) -> bool:
    """Tell whether the other is a judgement or belief of somebody else: what is denied of it is disputed."""
    says = other.claim.act is Act.EVALUATE and len(other.claim.text.split()) >= FEWEST
    return says and not other.denies and opposed(other, denial, context).passed


def _reporters(denial: Node, context: Context) -> frozenset[str]:
    """Return the words of a denial that name who made a claim before it, as "the Gazette report" does."""
    if not points_at_report(denial):
        return frozenset()
    return frozenset().union(*(_named(denial, other, context) for other in before(denial, context, BACK)))


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
