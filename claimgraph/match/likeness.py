"""Whether two claims are about the same event: type, what it happened to, who did it, where.

String similarity decides nothing here (see CONTRIBUTING.md): types, head nouns and shared
rare words do.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from claimgraph.lexicon import table, words
from claimgraph.match.nodes import PRONOUNS, Context, Node, per_claim, same_thing
from claimgraph.model import Event, Participant

KIN: tuple[frozenset[str], ...] = (
    frozenset({"attack", "fire", "shoot_down", "kill", "injure", "destroy", "damage"}),
    frozenset({"attack", "invade", "violate", "begin", "provoke"}),
    frozenset({"use", "fire", "attack"}),
    frozenset({"violate", "attack", "fire"}),
    frozenset({"damage", "destroy", "disrupt"}),
    frozenset({"manhandle", "attack", "abuse", "injure"}),
    frozenset({"lie", "cheat"}),
)
"""Types of events that can name one act: to shell is to use shells, to attack may be to breach a truce."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two events read as one, how surely (0 to 1), and what they share in words."""

    a: Event
    b: Event
    score: float
    detail: str


def kin_groups(kind: str) -> tuple[int, ...]:
    """Return the numbers of the groups of ``KIN`` a type of event is in."""
    return tuple(number for number, group in enumerate(KIN) if kind in group)


@cache
def kin(first: str, second: str) -> bool:
    """Tell whether two event types can name the same act."""
    return first == second or any(first in group and second in group for group in KIN)


_SPEAKING = frozenset({"i", "we", "you"})
_ANYBODY = frozenset({"anybody", "anyone", "nobody", "no one", "no-one", "a soul"})
_OTHER_SEX = (
    frozenset({"he", "she"}),
    frozenset({"him", "her"}),
    frozenset({"he", "her"}),
    frozenset({"she", "him"}),
)
"""Pronouns that cannot mean one person."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
ALSO_SHARED = 2
"""Words claims of two articles share at least when one says there was no such thing."""


def alike(a: Node, b: Node, context: Context) -> Alike | None:
    """Return the best pair of events of two claims that can be one event, or None."""
    best: Alike | None = None
    if not _may_be_alike(a, b):
        return best
    for first in told(a):
        for second in told(b):
            found = _compare(a, first, b, second, context)
            if found is not None and (best is None or found.score > best.score):
                best = found
    if best is None and a.claim.source == b.claim.source:
        return _missing_in_passing(a, b) or _missing_in_passing(b, a, swapped=True)
    return best


def _missing_in_passing(a: Node, b: Node, *, swapped: bool = False) -> Alike | None:
    """Return that one claim tells in passing of what the other, of its article, says there was none of."""
    if "exist" not in _types(a):
        return None
    one, two = (set(_YEAR.findall(node.claim.text)) for node in (a, b))
    if one and two and not one & two:
        return None
    for absent in told(a):
        for event in b.actual_events if absent.type == "exist" else ():
            missing = _said_missing(absent, b, event) if event.presupposed else None
            if missing and event.lemma in shared_terms(a, b):
                first, second = (event, absent) if swapped else (absent, event)
                return Alike(first, second, 0.75, f"whether there was {missing}")
    return None


def _may_be_alike(a: Node, b: Node) -> bool:
    """Tell quickly whether any two events can be compared: most pairs have none of one kind."""
    two = _types(b)
    return not _akin(a).isdisjoint(two) or "exist" in two or "exist" in _types(a)


def may_share_an_event(a: Node, b: Node) -> bool:
    """Tell quickly whether an event of a claim, even one it only mentions, can be one another states."""
    mentioned = _mentioned(a)
    return not _akin(b).isdisjoint(mentioned) or "exist" in mentioned or "exist" in _types(b)


@per_claim
def _mentioned(node: Node) -> frozenset[str]:
    return frozenset(event.type for event in node.actual_events)


@per_claim
def _types(node: Node) -> frozenset[str]:
    return frozenset(event.type for event in told(node))


@per_claim
def _akin(node: Node) -> frozenset[str]:
    """Return the types of events that can name an act which a claim tells of."""
    types = _types(node)
    return types.union(*(group for group in KIN if not group.isdisjoint(types)))


def told(node: Node) -> tuple[Event, ...]:
    """Return the events a claim states, without those it only mentions in passing."""
    return node.stated_events


def _compare(a: Node, first: Event, b: Node, second: Event, context: Context) -> Alike | None:
    if "exist" in {first.type, second.type}:
        missing = _said_missing(first, b, second) or _said_missing(second, a, first)
        enough = 1 if a.claim.source == b.claim.source else ALSO_SHARED
        if missing and len(shared_terms(a, b)) >= enough:
            return Alike(first, second, 0.75, f"whether there was {missing}")
    if not kin(first.type, second.type) or parted(first.agent, second.agent):
        return None
    if parted(first.patient, second.patient):
        return None
    shared = shared_terms(a, b) - {first.lemma, second.lemma}
    things = shared_thing(a, first, b, second) or _anybody(first, second)
    exact = first.type == second.type
    if things and (exact or shared):
        base = 0.75 if exact else 0.6
        return Alike(
            first,
            second,
            min(1.0, base + 0.08 * len(shared)),
            _in_words(first, second, things),
        )
    rare = {term for term in _named_by_one(first, second) & shared if context.is_rare(term)}
    if exact and rare:
        return Alike(
            first,
            second,
            min(0.9, 0.55 + 0.1 * len(rare)),
            _in_words(first, second, ", ".join(sorted(rare))),
        )
    return None


def _said_missing(absent: Event, node: Node, event: Event) -> str | None:
    """Return what one event says there was none of and the other tells of ("there was no inspection")."""
    if absent.type != "exist" or not absent.negated or absent.patient is None or event.negated:
        return None
    thing = absent.patient.head
    if thing in words("generic", "nouns") or thing in words("generic", "claim_nouns"):
        return None
    told_of = {one.head for one in (event.agent, event.patient) if one is not None} | {event.lemma}
    return absent.patient.text if thing in told_of and thing in node.terms else None


def _named_by_one(first: Event, second: Event) -> frozenset[str]:
    """Return the words for what an event happened to, where the other leaves it open or to a pronoun."""
    one, two = first.patient, second.patient
    if one is not None and two is not None and one.head not in PRONOUNS and two.head not in PRONOUNS:
        return frozenset()
    named = [part for part in (one, two) if part is not None and part.head not in PRONOUNS]
    told_as = (word.strip("“”\"'‘’.,").lower() for part in named for word in part.text.split())
    return frozenset((*told_as, *(part.head for part in named)))


def parted(first: Participant | None, second: Participant | None) -> bool:
    """Tell whether two participants are known to belong to different sides, or bear different names."""
    if first is not None and second is not None and {first.head, second.head} in _OTHER_SEX:
        return True
    if first is not None and second is not None and not first.side and not second.side:
        one, two = _proper(first), _proper(second)
        if one and two and not one & two:
            return True
    return (
        first is not None
        and second is not None
        and bool(first.side and second.side)
        and first.side != second.side
    )


def _proper(one: Participant) -> frozenset[str]:
    """Return the capitalised words of a participant whose head is a name."""
    return _capitalised(one.text, one.head)


@lru_cache(maxsize=8192)
def _capitalised(text: str, head: str) -> frozenset[str]:
    words_of = (word.strip("“”\"'‘’.,") for word in text.split())
    capitals = frozenset(word.lower() for word in words_of if word[:1].isupper())
    pronoun = head in PRONOUNS or head in _SPEAKING  # "I" and "He" name nobody
    return capitals if head in capitals and not pronoun else frozenset()


def _anybody(first: Event, second: Event) -> str | None:
    """Return "anybody" where one denies the deed whoever it was done to: "I never threatened anybody"."""
    for one, two in ((first, second), (second, first)):
        named = one.patient.text.lower() if one.patient is not None else ""
        if one.negated and not two.negated and named in _ANYBODY and one.type == two.type:
            return named
    return None


def _next_to(a: Node, b: Node) -> bool:
    """Tell whether two claims stand in one sentence or in sentences side by side."""
    together = a.claim.source == b.claim.source and a.paragraph == b.paragraph
    return together and abs(a.sentence - b.sentence) <= 1


def shared_thing(a: Node, first: Event, b: Node, second: Event) -> str | None:
    """Return in words what two events happened to, when it can be one thing."""
    general = words("generic", "nouns")
    one, two = first.patient, second.patient
    if one is None or two is None:
        return None
    if one.head in PRONOUNS or two.head in PRONOUNS:
        named, other = (two, a) if one.head in PRONOUNS else (one, b)
        meant = named.head in other.terms or (first.lemma == second.lemma and _next_to(a, b))
        return named.head if meant and named.head not in general else None
    if one.head in general or two.head in general:
        return None
    if same_thing(one.head, two.head):
        return one.head if one.head == two.head else f"{one.head} and {two.head}"
    if first.type not in table("events"):
        return None
    by_class = _class_of_named(a, one, two) or _class_of_named(b, two, one)
    if by_class and first.type == second.type:
        return by_class
    modifiers = _bare_words(one) & _bare_words(two)
    shared = {word for word in modifiers if word in a.specific and word in b.specific}
    if shared:
        return ", ".join(sorted(shared))
    return _by_modifier(one, two) or _by_modifier(two, one)


def _bare_words(one: Participant) -> frozenset[str]:
    """Return the words for a participant without stops and owners' endings: "Hale's left arm" is Hale's."""
    return frozenset(re.sub(r"['’]s?$", "", word.lower().strip('.,“”"')) for word in one.text.split())


def _class_of_named(node: Node, named: Participant, other: Participant) -> str | None:
    """Return what a named patient is, by the words beside it: "shelling Ordu and other towns"."""
    if not _proper(named):
        return None
    kind = next(
        (term for term in node.claim.terms if term != other.head and same_thing(term, other.head)), None
    )
    return f"{kind} and {other.head}" if kind else None


def _by_modifier(one: Participant, two: Participant) -> str | None:
    """Return the shared class when a modifier names it: "civilian settlements" against "civilians"."""
    for word in one.text.lower().split():
        if same_thing(word.rstrip("s"), two.head) and word.rstrip("s") != one.head:
            return f"{one.text} and {two.text}"
    return None


def shared_terms(a: Node, b: Node) -> frozenset[str]:
    """Return the words with meaning that two claims share."""
    return a.specific & b.specific


def _in_words(first: Event, second: Event, things: str) -> str:
    """Say what makes two events one: the deed, once or under two names, and the thing."""
    one, two = _name(first), _name(second)
    return f"{one} ({things})" if one == two else f"{one} or {two} ({things})"


def _name(event: Event) -> str:
    entry = table("events").get(event.type)
    return str(entry["bare"]) if entry else event.lemma
