"""What must hold before two claims are compared at all. Each gate is one small question.

A gate returns a ``Verdict``; its docstring's first line is the question a reader is shown.
Gates are asked in the order of ``GATES``, from the cheapest and surest to the dearest.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from claimgraph.lexicon import table, words
from claimgraph.match.nodes import Context, Interval, Node, camps, overlap, per_claim
from claimgraph.model import DISPUTABLE_ACTS, Act


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a gate let a pair pass, and why in words."""

    passed: bool
    detail: str


def go(detail: str) -> Verdict:
    """Let a pair pass."""
    return Verdict(passed=True, detail=detail)


def stop(detail: str) -> Verdict:
    """Stop a pair."""
    return Verdict(passed=False, detail=detail)


Gate = Callable[[Node, Node, Context], Verdict]


def disputable(a: Node, b: Node, context: Context) -> Verdict:
    """Do both state something that can be true or false?"""
    del context
    for node in (a, b):
        if node.claim.rule == "topic":
            return stop("one only names what was talked about")
        if node.claim.act not in DISPUTABLE_ACTS:
            return stop(f"one is a {node.claim.act}, which is neither true nor false")
    return go(f"{a.claim.act} against {b.claim.act}")


def utterances(a: Node, b: Node, context: Context) -> Verdict:
    """Are they two utterances, not one statement and its own parts?

    A denial carries what it denies: "rejected accusations by the union that it …".
    """
    del context
    if a.id in {b.id, b.claim.parent} or b.id == a.claim.parent:
        inner, outer = (a, b) if b.id == a.claim.parent else (b, a)
        if a.id != b.id and outer.explicit and outer.denies and not inner.denies and _voices_differ(a, b):
            return go("the one carries the other to deny it")
        return stop("one carries the other")
    if _inside(a, b) or _inside(b, a):
        return stop("one stands inside the other, in the words of one speaker")
    if a.claim.statement == b.claim.statement and not set(a.claim.speakers) ^ set(b.claim.speakers):
        return stop("both are parts of one statement")
    return go("two statements")


def _inside(inner: Node, outer: Node) -> bool:
    """Tell whether a speaker's claim stands in words that the same speaker denies."""
    one, two = inner.claim, outer.claim
    held = one.source == two.source and two.start <= one.start and one.end <= two.end
    return held and outer.denies and bool(one.speakers) and set(one.speakers) == set(two.speakers)


def _voices_differ(a: Node, b: Node) -> bool:
    return (
        bool(a.claim.speakers)
        and bool(b.claim.speakers)
        and not set(a.claim.speakers) & set(b.claim.speakers)
    )


def time(a: Node, b: Node, context: Context) -> Verdict:
    """Can they be about the same days?"""
    del context
    if a.claim.source == b.claim.source and (a.claim.happened.date is None or b.claim.happened.date is None):
        return go("one article, and at least one gives no other day")
    if a.when is None or b.when is None:
        return stop("an undated article pairs with nothing outside itself")
    first, second = (days(node.when) for node in (a, b) if node.when)
    if overlap(a.when, b.when, slack=3):
        return go(f"{first} and {second} meet")
    return stop(f"{first} against {second}")


@lru_cache(maxsize=4096)
def days(stretch: Interval) -> str:
    """Return a stretch of days in words: "2 April 2016", "3 March to 2 April 2016"."""
    first, last = (f"{day.day} {day:%B %Y}" for day in stretch)
    return first if first == last else f"{first} to {last}"


def opposed(a: Node, b: Node, context: Context) -> Verdict:
    """Do they come from different sides?"""
    if a.sides and b.sides:
        if a.sides & b.sides:
            return stop(f"both speak for {', '.join(sorted(a.sides & b.sides))}")
        if camps(a.sides) & camps(b.sides):
            return stop(f"both stand with {', '.join(sorted(camps(a.sides) & camps(b.sides)))}")
        return go(f"{', '.join(sorted(a.sides))} against {', '.join(sorted(b.sides))}")
    if a.claim.speakers and set(a.claim.speakers) & set(b.claim.speakers):
        return stop("one speaker")
    if namesakes(a, b, context):
        return stop("speakers of one name")
    if a.own_voice and b.own_voice and a.claim.source == b.claim.source:
        return stop("one article in its own voice")
    if not a.claim.speakers or not b.claim.speakers:
        return stop("a speaker is unknown")
    return go("different speakers")


def answered(a: Node, b: Node, context: Context) -> Verdict:
    """Do they come from different sides, where one answers the other?

    As ``opposed``; but a nameless report or lawsuit can be denied though nobody knows who wrote
    it, and so can what somebody "is accused of".
    """
    if nameless_charge(a) and b.claim.speakers:
        return go("an accusation by nobody named against a named speaker")
    if not a.claim.speakers and a.claim.mention is not None and b.claim.speakers:
        text = context.sources[a.claim.source].text[slice(*a.claim.mention)]
        if set(text.lower().split()[-1:]) & set(table("cues")["nouns"]["documents"]):
            return go(f"“{text}” against a named speaker")
    return opposed(a, b, context)


def nameless_charge(node: Node) -> bool:
    """Tell whether a claim is an accusation whose accuser the text leaves out: "accused of theft"."""
    claim = node.claim
    return claim.act is Act.ACCUSE and not claim.speakers and claim.mention is None and claim.cue is not None


def namesakes(a: Node, b: Node, context: Context) -> bool:
    """Tell whether speakers bear one proper name, and nothing shows that they are of two sides."""
    if len(a.sides | b.sides) > 1:
        return False
    return not _names(a, context).isdisjoint(_names(b, context))


@per_claim
def _names(node: Node, context: Context) -> frozenset[str]:
    """Return the proper names of those who speak."""
    return frozenset(_name(speaker, context) for speaker in node.claim.speakers) - {""}


def _name(identity: str, context: Context) -> str:
    speaker = context.speakers.get(identity)
    return "" if speaker is None or speaker.kind == "publisher" else _proper(speaker.name)


@lru_cache(maxsize=4096)
def _proper(name: str) -> str:
    """Return a speaker's name where it is a proper one: "police" and "Health Ministry" may be anybody's."""
    common = words("institutions", "heads") | words("institutions", "modifiers")
    telling = [word for word in name.split() if word[:1].isupper() and word.lower() not in common]
    return name.casefold() if telling else ""


GATES: dict[str, Gate] = {"disputable": disputable, "utterances": utterances, "time": time}
"""The gates every kind of dispute needs, in order; sides, subject and scope are asked kind by kind."""


def first_failure(
    a: Node, b: Node, context: Context, gates: dict[str, Gate] | None = None
) -> tuple[str, Verdict] | None:
    """Return the name and verdict of the first gate that stops a pair, or None."""
    for name, gate in (gates or GATES).items():
        verdict = gate(a, b, context)
        if not verdict.passed:
            return name, verdict
    return None
