"""Whether two accounts that one speaker gives cannot both be so.

Asked only where the words around the statements say that one replaced the other (see
``stages``): what differs between two accounts is then what the speaker changed.
"""

import re
from functools import cache
from itertools import product

from claimgraph.lexicon import table, words
from claimgraph.match.contradiction import opposites
from claimgraph.match.likeness import told
from claimgraph.match.nodes import NOT, PRONOUNS, Node, same_thing
from claimgraph.model import Event

ALONE = frozenset({"i", "we"}) | (PRONOUNS & {"he", "she", "they", "it"})
"""Pronouns by which a speaker's account means the speaker."""
ENOUGH = 2
"""Words with meaning that a yes and a no must share to be of one matter."""
_STATE = re.compile(
    r"^\W*(?:that )?(?:he|she|i|they|we) (?:(?:was|were|had been|stayed|remained|spent)\b)(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"^\W*(?:that )?(?!(?:he|she|i|they|we|it|there)\b)(?:[\w'’-]+ ){1,4}?"
    r"(?:was|were|had been)\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_HIMSELF = re.compile(r"\b(?:him|her|my|them)sel(?:f|ves)\b|[^\w\s]")
_ALONE = re.compile(r"\b(?:alone|on (?:his|her|my) own|by (?:him|her|my)self)\b")
_TOGETHER = re.compile(
    r"\bwith (?!the (?:flu|help|aid)\b)(?:(?:his|her|my|their|a|an|the|two|three|some) )?[a-z]"
)
_HOURS = re.compile(r"\b(?:morning|noon|afternoon|evening|midnight|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m)\b")


def conflict(first: Node, second: Node) -> str | None:
    """Return in words what the two accounts differ in, or None when both can be so."""
    for question in (yes_and_no, opposite_states, whereabouts, company, doer, doer_of_state, of_itself, fate):
        found = question(first, second)
        if found is not None:
            return found
    return None


def yes_and_no(first: Node, second: Node) -> str | None:
    """One says it was so, the other that it was not: the same deed, of the same thing."""
    if _negative(first) == _negative(second):
        return None
    shared = first.specific & second.specific
    for one, two in product(told(first), told(second)):
        same = one.type == two.type and _same_or_open(one, two) and one.negated != two.negated
        if same and (_patients_meet(one, two) or len(shared) >= ENOUGH):
            return f"once yes and once no ({', '.join(sorted(shared)) or one.lemma})"
    return None


def _negative(node: Node) -> bool:
    return node.denies or any(event.negated for event in told(node)) or bool(NOT.search(node.claim.text))


def _same_or_open(one: Event, two: Event) -> bool:
    """Tell whether two events can have one doer."""
    if one.agent is None or two.agent is None:
        return True
    return one.agent.head == two.agent.head or bool({one.agent.head, two.agent.head} & PRONOUNS)


def _patients_meet(one: Event, two: Event) -> bool:
    first, second = one.patient, two.patient
    return first is not None and second is not None and same_thing(first.head, second.head)


def opposite_states(first: Node, second: Node) -> str | None:
    """Each says of the speaker, or of one thing, a state that excludes the other."""
    for one, two in product(told(first), told(second)):
        pair = {(a, b) for a in (one.type, one.lemma) for b in (two.type, two.lemma)}
        if one.negated or two.negated or not pair & (opposites() | _opposite_accounts()):
            continue
        held = [
            {part.head for part in (event.agent, event.patient) if part is not None} for event in (one, two)
        ]
        if held[0] & held[1] or (held[0] & ALONE and held[1] & ALONE):
            return f"“{one.lemma}” and “{two.lemma}” exclude each other"
    return None


def otherwise(first: Node, second: Node, *, contrasted: bool) -> str | None:
    """The text gives the first account up, and the second is of the same matter.

    Asked only of neighbours. A count that changes or is added to is an update. Where the
    text says no more than "later" (not ``contrasted``), one deed must be told otherwise.
    """
    if first.claim.quantities or second.claim.quantities or first.specific == second.specific:
        return None
    states = [_STATE.match(node.claim.text) for node in (first, second)]
    if contrasted and all(states) and not _at_other_hours(first, second):
        return "where or what the speaker was"
    shared = first.specific & second.specific
    if shared and (contrasted or _same_deed_told(first, second, len(shared))):
        return f"what is told of one matter ({', '.join(sorted(shared))})"
    return None


def _same_deed_told(first: Node, second: Node, shared: int) -> bool:
    pairs = [(one, two) for one, two in product(told(first), told(second)) if one.type == two.type]
    return any(shared >= ENOUGH or (_patients_meet(*pair) and not _same_or_open(*pair)) for pair in pairs)


def doer_of_state(first: Node, second: Node) -> str | None:
    """What one says of somebody else the other says of the speaker himself, in the same words."""
    for one, other in ((first, second), (second, first)):
        own, theirs = _STATE.match(one.claim.text), _SOMEBODY.match(other.claim.text)
        if own is None or theirs is None or NOT.search(one.claim.text) or NOT.search(other.claim.text):
            continue
        rest = [" ".join(_HIMSELF.sub("", match["rest"].lower()).split()) for match in (own, theirs)]
        if rest[0] and rest[0] == rest[1]:
            return f"who it was ({rest[0]})"
    return None


def _at_other_hours(first: Node, second: Node) -> bool:
    hours = [set(_HOURS.findall(node.claim.text.lower())) for node in (first, second)]
    return bool(hours[0] and hours[1] and not hours[0] & hours[1])


@cache
def _opposite_accounts() -> frozenset[tuple[str, str]]:
    return frozenset(pair for one, two in table("accounts")["states"] for pair in ((one, two), (two, one)))


def whereabouts(first: Node, second: Node) -> str | None:
    """Each says where the speaker was, at one time, and nobody is at both places at once."""
    one, two = _place(first), _place(second)
    if one is None or two is None or one[1] == two[1]:
        return None
    if _at_other_hours(first, second):
        return None
    return f"two places at one time ({one[0]} and {two[0]})"


def _place(node: Node) -> tuple[str, str] | None:
    """Return the place where a speaker says to have been, and whether it is his home or away from it."""
    state = _STATE.match(node.claim.text)
    if state is None or NOT.search(node.claim.text):
        return None
    for found in re.findall(r"[\w'’]+", state["rest"].lower()):
        for kind in ("home", "away"):
            if found in words("accounts", kind):
                return found, kind
    return None


def company(first: Node, second: Node) -> str | None:
    """Once the speaker was alone, once with somebody."""
    rest = [
        state["rest"].lower() if (state := _STATE.match(node.claim.text)) else "" for node in (first, second)
    ]
    for alone, other in (rest, rest[::-1]):
        if _ALONE.search(alone) and _TOGETHER.search(other) and not _ALONE.search(other):
            return "alone or with somebody"
    return None


def of_itself(first: Node, second: Node) -> str | None:
    """A thing broke, sank or burned of itself, or the speaker did it."""
    for one, two in product(told(first), told(second)):
        for itself, done in ((one, two), (two, one)):
            if itself.type != done.type or itself.negated or done.negated or itself.patient is not None:
                continue
            thing, doer_of = itself.agent, done.agent
            if thing is None or done.patient is None or doer_of is None:
                continue
            if thing.head == done.patient.head and doer_of.head in ALONE:
                return f"whether it happened of itself ({itself.lemma})"
    return None


def doer(first: Node, second: Node) -> str | None:
    """One says that somebody else did what the other says the speaker did himself."""
    for one, two in product(told(first), told(second)):
        if one.type != two.type or one.negated or two.negated or not _patients_meet(one, two):
            continue
        if one.agent is None or two.agent is None:
            continue
        own = [event.agent.head in ALONE for event in (one, two) if event.agent is not None]
        if own[0] != own[1]:
            return f"who did it ({one.agent.text} or {two.agent.text})"
    return None


def fate(first: Node, second: Node) -> str | None:
    """One says a thing was taken from the speaker, the other what the speaker did with it."""
    for one, two in product(told(first), told(second)):
        if one.negated or two.negated or one.type == two.type or not _patients_meet(one, two):
            continue
        for other, own in ((one, two), (two, one)):
            by_own = own.agent is not None and own.agent.head in ALONE
            by_other = other.agent is None or other.agent.head not in ALONE
            if by_own and by_other and other.lemma in words("accounts", "losses"):
                return f"what became of it ({one.lemma} or {two.lemma})"
    return None
