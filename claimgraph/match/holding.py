"""One place, two holders: one party says it took a place that another says it still holds."""

import re

from claimgraph.match.nodes import PRONOUNS, Context, Node, per_claim
from claimgraph.match.things import contrasted, names
from claimgraph.model import Event, Participant

STILL = re.compile(r"\b(?:still|remain\w*|retain\w*|continu\w+|firmly|fully|full|complete)\b", re.IGNORECASE)
"""Words that say that nothing has changed hands."""
ENDED = re.compile(r"\b(?:until|till|before|again|retook|retaken|recaptured|then|later)\b", re.IGNORECASE)
"""Words that put one holder after another."""
OWN = frozenset({"its", "our", "their", "his", "her", "we", "i"})
_BARE = frozenset({"the", "of", "a", "an", "and", "s", "own", "forces", "troops", "fighters", "soldiers"})


def two_holders(a: Node, b: Node, context: Context) -> tuple[Event, Event, str] | None:
    """Return the taking and the holding of one place that exclude each other, and this in words."""
    for taker, holder in ((a, b), (b, a)):
        taking, holding = _takings(taker), _holdings(holder)
        if not taking or not holding or not STILL.search(holder.claim.text):
            continue
        if ENDED.search(f"{taker.claim.text} {holder.claim.text}"):
            continue
        for taken in taking:
            for held in holding:
                place = _one_place(taken.patient, held.patient)
                if place is None or contrasted(taker.claim.text, holder.claim.text):
                    continue
                if _apart(_party(taker, taken, context), _party(holder, held, context)):
                    first, second = (taken, held) if taker is a else (held, taken)
                    return first, second, f"{place}: “{_agent(taken)}” against “{_agent(held)}”"
    return None


def tells_of_holders(node: Node) -> bool:
    """Tell whether a claim can be one of two that tell of different holders."""
    return bool(_takings(node) or _holdings(node))


@per_claim
def _takings(node: Node) -> list[Event]:
    return [event for event in node.stated_events if event.type == "capture" and not event.negated]


@per_claim
def _holdings(node: Node) -> list[Event]:
    return [event for event in node.stated_events if event.type == "hold" and not event.negated]


def _agent(event: Event) -> str:
    return event.agent.text if event.agent is not None else "nobody named"


def _one_place(first: Participant | None, second: Participant | None) -> str | None:
    """Return the place that two phrases name, or the noun both have behind "the"."""
    if first is None or second is None or {first.head, second.head} & PRONOUNS:
        return None
    one, two = names(first), names(second)
    if one and two:
        return second.text if one & two else None
    definite = all(phrase.text.lower().startswith("the ") for phrase in (first, second))
    return second.text if definite and first.head == second.head else None


def _party(node: Node, event: Event, context: Context) -> frozenset[str]:
    """Return the words for who took or holds the place; for "its troops" those for the speaker too."""
    if event.agent is None:
        return frozenset()
    said = frozenset(re.findall(r"\w+", event.agent.text.lower()))
    known = [context.speakers[one] for one in node.claim.speakers if one in context.speakers]
    names_of = [name.lower() for one in known for name in (one.name, *one.aliases)]
    speakers = frozenset(word for name in names_of for word in re.findall(r"\w+", name))
    own = bool(said & (OWN | PRONOUNS))
    return (said | speakers if own else said) - _BARE - OWN - PRONOUNS


def _apart(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one and two) and not one & two
