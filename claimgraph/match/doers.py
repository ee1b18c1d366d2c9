"""Two doers of one deed: one act on one victim, told as the work of two who cannot both be meant."""

from claimgraph.lexicon import words
from claimgraph.lexicon.sorts import exclude
from claimgraph.match.nodes import HARM, PRONOUNS, Context, Node, camps, per_claim
from claimgraph.match.things import contrasted, names, one_thing
from claimgraph.model import Event, Participant


def two_doers(a: Node, b: Node, context: Context) -> tuple[Event, Event, str] | None:
    """Return two events that tell one deed of two doers, and this in words."""
    if _done_once(a).isdisjoint(_done_once(b)):
        return None
    for first in a.actual_events:
        for second in b.actual_events:
            if not _one_deed(first, second) or first.agent is None or second.agent is None:
                continue
            if not apart(first.agent, second.agent) or _each_other(a, first.agent, b, second.agent):
                continue
            if first.patient is None or second.patient is None or _is_many(a) or _is_many(b):
                continue
            if _is_bare(first.patient) or _is_bare(second.patient) or contrasted(a.claim.text, b.claim.text):
                continue
            if one_thing(a, first.patient, b, second.patient, context).passed:
                return (
                    first,
                    second,
                    f"{first.patient.text}: “{first.agent.text}” against “{second.agent.text}”",
                )
    return None


def _is_bare(victim: Participant) -> bool:
    """Tell whether victims are told without saying which: "killed miners" may be of others."""
    return victim.text.split()[:1] == [victim.text] and victim.text[:1].islower() and victim.text[-1:] == "s"


def tells_of_doers(node: Node) -> bool:
    """Tell whether a claim can be one of two that tell a deed of different doers."""
    return bool(_done_once(node))


@per_claim
def _done_once(node: Node) -> frozenset[str]:
    """Return the names of the deeds that a claim tells as done, and that are done once."""
    done = (event for event in node.actual_events if not event.negated)
    return frozenset(name for event in done for name in (event.type, event.lemma)) & words("deeds", "once")


def _one_deed(first: Event, second: Event) -> bool:
    """Tell whether two events are of one deed that is done once, both told as done."""
    if first.negated or second.negated:
        return False
    return bool({first.type, first.lemma} & {second.type, second.lemma} & words("deeds", "once"))


def apart(first: Participant, second: Participant) -> bool:
    """Tell whether two doers cannot be one: two sides, two names, or two sorts of people."""
    if {first.head, second.head} & PRONOUNS:
        return False
    if first.side and second.side:
        return not camps({first.side}) & camps({second.side})
    one, two = names(first), names(second)
    if first.head in one and second.head in two:
        return not one & two
    return exclude(first.text, second.text, "doer")


def _each_other(a: Node, first: Participant, b: Node, second: Participant) -> bool:
    """Tell whether each side says it was the other: that is a mutual accusation."""
    if not first.side or not second.side:
        return False
    return camps({first.side}) <= camps(b.sides) and camps({second.side}) <= camps(a.sides)


def _is_many(node: Node) -> bool:
    """Tell whether a claim counts victims: several may have several killers."""
    return any(quantity.event in HARM and (quantity.low or 0) > 1 for quantity in node.claim.quantities)
