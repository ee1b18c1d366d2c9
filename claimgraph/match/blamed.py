"""Denials of a part in something: "it was behind the raid", "nothing to do with it", "any role in it".

They name no deed of their own. Meant is the nearest claim that lays such a thing on the
denier; where what it is is named, the claim must be of it.
"""

import re

from claimgraph.lexicon import words
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.match.denied import is_aimed
from claimgraph.match.finding import Miss, on
from claimgraph.match.gates import nameless_charge
from claimgraph.match.likeness import kin, shared_terms, told
from claimgraph.match.nodes import Context, Node, camps
from claimgraph.match.targets import Target, allowed
from claimgraph.model import Act

BACK = 4
"""Paragraphs before a denial in which the charge is looked for; after it, half as many."""
EARLY = 60
"""Characters of a denial within which it says that it is of a part in something."""
_PART = re.compile(
    r"\b(?:behind|responsible for|to blame for|involved (?:in|with)|implicated in|linked (?:to|with)"
    r"|complicit in|connected (?:to|with)|a party to|part (?:of|in)|(?:no|any)thing to do with"
    r"|(?:any|no|its|his|her|their)"
    r" (?:part|role|hand|involvement|responsibility|links?|connections?|complicity)"
    r"(?: whatsoever)? (?:in|for|to|with))\b(?P<what>.*)",
    re.DOTALL,
)
_POINTS = re.compile(r"\W*(?:(?:any|all) of )?(?:it|this|that|them|these|those)\b(?!\s+\w)")
_DEFINITE = re.compile(r"\W*(?:the|this|that|these|those|such)\s")


def blamed(denial: Node, context: Context, misses: list[Miss]) -> list[Target]:
    """Return what lays on the denier that in which he denies a part."""
    what = what_part(denial) if denial.explicit else None
    if what is None:
        return []
    charges = [
        other
        for other in context.near(denial, BACK, BACK // 2)
        if _lays_on(other, denial, context) and not set(other.claim.speakers) & set(denial.claim.speakers)
    ]
    before = [one for one in charges if one.claim.start < denial.claim.start]
    for group in (before[::-1], [one for one in charges if one not in before]):
        meant = [one for one in group if _of_it(what, denial, one, group)]
        kept = [one for one in meant if allowed(denial, one, context, misses)]
        if kept:
            detail = "a part in it is denied; this lays it on the denier"
            return [
                Target(one, 0.8, "denial of a part in it", detail, (on(one.claim),))
                for one in kept
                if one.claim.statement == kept[0].claim.statement or shared_terms(one, kept[0])
            ]
    return []


def what_part(denial: Node) -> str | None:
    """Return in what a part is denied, in words; None where the denial is of something else."""
    found = _PART.search(denial.claim.text)
    return found["what"] if found is not None and found.start() <= EARLY else None


def _lays_on(other: Node, denial: Node, context: Context) -> bool:
    """Tell whether a claim accuses the denier, says that he was behind it, or tells his harmful deed."""
    if other.own_voice or other.denies or other.claim.rule.endswith("; each other"):
        return False
    if set(denial.claim.speakers) & set(other.claim.via) or _put_by(other, context) & denial.sides:
        return False  # as the denier himself puts it
    here = (other.paragraph, other.sentence) == (denial.paragraph, denial.sentence)
    if not is_aimed(denial, other, context) and not (nameless_charge(other) and here):
        return False
    own = any(
        is_harmful(event.type)
        and event.agent is not None
        and event.agent.side
        and camps({event.agent.side}) & camps(denial.sides)
        for event in told(other)
    )
    return other.claim.act is Act.ACCUSE or own or _PART.search(other.claim.text) is not None


def _put_by(other: Node, context: Context) -> frozenset[str]:
    """Return the sides of those in whose words a claim is told."""
    through = (context.speakers[one].side for one in other.claim.via if one in context.speakers)
    return frozenset(side for side in through if side)


def _of_it(what: str, denial: Node, other: Node, group: list[Node]) -> bool:
    """Tell whether a claim is of what the denial names, or the denial only points."""
    if not what.strip(" .,”\"'’") or _POINTS.match(what):
        return True
    akin = any(kin(one.type, two.type) for one in denial.claim.events for two in other.claim.events)
    if akin or shared_terms(denial, other):
        return True
    if _DEFINITE.match(what) is None or not _is_incident(what, denial):
        return False
    one_statement = len({one.claim.statement for one in group}) == 1
    return one_statement or bool(frozenset.intersection(*(_deeds(one) for one in group)))


def _is_incident(what: str, denial: Node) -> bool:
    """Tell whether what is named is a misdeed or mishap, by whatever name: "the raid", "the affair"."""
    named = set(re.findall(r"[\w-]+", what.lower())[:4])
    return bool(_deeds(denial)) or bool(named & words("pointers", "incidents"))


def _deeds(node: Node) -> frozenset[str]:
    return frozenset(event.type for event in node.claim.events if is_harmful(event.type))


__all__ = ["blamed", "what_part"]
