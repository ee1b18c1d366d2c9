"""A denial in the words of what it denies, of whatever event: "did not attend the meeting".

Events tell most denials, but they need a known type or a thing that it happened to. Here two
claims are held against each other word by word: nearly all that a denial says, except that it
is not so, must stand in the claim, its verb among it. More is asked of a bare "not" than of
"denied", and more of another article than of the denial's own.
"""

import re
from dataclasses import dataclass

from claimgraph.match.denied import denying_words, points_at_report
from claimgraph.match.likeness import parted, told
from claimgraph.match.nodes import PRONOUNS, Context, Node, same_thing
from claimgraph.model import Act, Event, Participant

COVERED = 0.7
"""Share of a denial's words with meaning that the claim has too."""
MEANT = 0.4
"""Share of the claim's words that a bare "not" repeats: it must be what the claim is about."""
FEWEST = 2
OPEN_FEWEST = 3
"""Words shared at least by a bare "not", and by claims of two stories."""
SELF = frozenset({"i", "we", "he", "she", "they"})
NOT_SUCH = re.compile(
    r"\W*(?:[Tt]hat )?(?:it|this|that|these|those|they|he|she|[Tt]he \w+|[A-Z]\w+) "
    r"(?:was|were|is|are|had been|has been)(?: not|n['’]t| never) (?:an? |the )?\w+",
    re.IGNORECASE,
)
"""A bare "it was not a …"."""
NAMELESS = frozenset({"the", "a", "an", "of", "and", "or", "neither", "nor", "both", "any", "no", "not"})
FORMS_OF_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lady"})


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that a denial shares with a claim, and the events they tell, when they tell one."""

    shared: tuple[str, ...]
    score: float
    claimed: Event | None = None
    denied: Event | None = None


def same_words(denial: Node, other: Node, context: Context) -> Wording | None:
    """Return what makes a denial one of this very claim, by its words, or None."""
    said = _said(denial)
    shared = said & (other.specific | _speaker(other, context))
    if other.denies or len(shared) < FEWEST or len(shared) < COVERED * len(said):
        return None
    if other.own_voice and points_at_report(denial):  # a claim that is denied is somebody's
        return None
    if _is_not_such(denial, said, other, context):
        return Wording(tuple(sorted(shared)), 0.75)
    if not _enough(denial, other, shared, context) or _other_figures(denial, other):
        return None
    events = _events(denial)
    if not events:
        return _of_words(denial, shared) if not _only_supposed(other) else None
    pair = _one_event(events, denial, other, context)
    return None if pair is None else Wording(tuple(sorted(shared)), 0.8, *pair)


def _is_not_such(denial: Node, said: frozenset[str], other: Node, context: Context) -> bool:
    """Tell whether one says that a thing "was not a training flight" which the other calls just that."""
    if denial.claim.events or not context.one_story(denial, other) or not NOT_SUCH.match(denial.claim.text):
        return False
    called = [one for event in told(other) for one in (event.agent, event.patient) if one is not None]
    return any(
        said <= _words(one.text) and not one.text.lower().startswith(("no ", "not ")) for one in called
    )


def _speaker(other: Node, context: Context) -> frozenset[str]:
    """Return the names of a claim's speaker, where the speaker is in it: "said he was working for them"."""
    heads = {event.agent.head for event in told(other) if event.agent is not None}
    if not heads & SELF:
        return frozenset()
    return _names(other, context)


def _said(denial: Node) -> frozenset[str]:
    """Return the words with meaning of what is denied; the verb of "did not attend" is one of them."""
    denying = denying_words(denial) if denial.explicit else frozenset()
    return denial.specific - denying - FORMS_OF_ADDRESS


def _enough(denial: Node, other: Node, shared: frozenset[str], context: Context) -> bool:
    rare = sum(context.is_rare(term) for term in shared)
    if not context.one_story(denial, other) and (rare < FEWEST or len(shared) < OPEN_FEWEST):
        return False
    if denial.explicit:
        return rare > 0
    about_it = len(shared) >= MEANT * len(other.specific - FORMS_OF_ADDRESS)
    answers = denial.claim.act is Act.DENY and denial.claim.source == other.claim.source
    return rare > 0 and about_it and len(shared) >= (FEWEST if answers else OPEN_FEWEST)


def _other_figures(denial: Node, other: Node) -> bool:
    """Tell whether both give figures, of which none agree: that is a dispute about a figure, if any."""
    one = {(figure.low, figure.high) for figure in denial.claim.quantities}
    two = {(figure.low, figure.high) for figure in other.claim.quantities}
    return bool(one and two and not one & two)


def _events(denial: Node) -> tuple[Event, ...]:
    """Return what is said not to have happened."""
    negated = tuple(event for event in denial.actual_events if event.negated)
    return negated or (denial.actual_events if denial.explicit else ())


def _of_words(denial: Node, shared: frozenset[str]) -> Wording | None:
    """Read a denial of no event, as "the idea that it was a demotion": only a plain one, and all of it."""
    return Wording(tuple(sorted(shared)), 0.7) if denial.explicit and shared == _said(denial) else None


def _only_supposed(other: Node) -> bool:
    """Tell whether a claim tells of no event as a fact, but only as possible, wished or planned."""
    return bool(other.claim.events) and not told(other)


def _one_event(
    denied: tuple[Event, ...], denial: Node, other: Node, context: Context
) -> tuple[Event, Event] | None:
    """Return an event of the claim and the denied one when both are one verb's, of the same people."""
    for second in denied:
        for first in told(other):
            if first.negated or first.lemma != second.lemma:
                continue
            if parted(first.patient, second.patient):
                continue
            if _one_doer(other, first, denial, second, context):
                return first, second
    return None


def _one_doer(other: Node, first: Event, denial: Node, second: Event, context: Context) -> bool:
    """Tell whether two events can have one doer: named alike, left open, or the speaker as "he" or "we"."""
    if parted(first.agent, second.agent):
        return False
    one, two = _doer(other, first, context), _doer(denial, second, context)
    return not one or not two or bool(one & two) or _same_sort(first.agent, second.agent)


def _doer(node: Node, event: Event, context: Context) -> frozenset[str]:
    """Return the words for who did it; none when that is open."""
    if event.agent is None:
        return frozenset()
    if event.agent.head in SELF - {"they", "we"}:  # who "they" are is open: "they met twice"
        return _names(node, context)
    return frozenset() if event.agent.head in PRONOUNS | SELF else _words(event.agent.text)


def _same_sort(one: Participant | None, two: Participant | None) -> bool:
    return one is not None and two is not None and same_thing(one.head, two.head)


def _names(node: Node, context: Context) -> frozenset[str]:
    known = [context.speakers[one] for one in node.claim.speakers if one in context.speakers]
    return frozenset().union(*(_words(name) for one in known for name in (one.name, *one.aliases)))


def _words(text: str) -> frozenset[str]:
    found = {word.strip("“”\"'‘’.,").removesuffix("’s").removesuffix("'s").lower() for word in text.split()}
    return frozenset(found - NAMELESS)
