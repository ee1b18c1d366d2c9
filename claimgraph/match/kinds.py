"""The table of kinds of dispute: who may speak, on which field they differ, how sure it must be.

Every row hands on pairs of things said that exclude each other on its contested field; the one score
for "is it one event?" (``identity``), with that field left out, decides whether they do.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product
from operator import itemgetter

from claimgraph.lexicon import words
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.match.clues import points_at
from claimgraph.match.context import Node
from claimgraph.match.days import apart
from claimgraph.match.excludes import PARTICULARS, done_once, excludes, is_other_manner, passing
from claimgraph.match.fields import FIELDS, Field, Said
from claimgraph.match.figures import Figure
from claimgraph.match.gathering import grouped
from claimgraph.match.stories import Stories
from claimgraph.match.wholes import across, beside
from claimgraph.model import Act, DisputeKind, Proposition

Opposed = tuple[Said, Said, str]
"""Two things said that exclude each other, and in words on what."""
Told = tuple[Said, Proposition]
"""A claim that tells something, and what it tells."""
DAYS_APART = 6
"""Days between two dates of one event at most; further apart they are of two."""
GREW = 1.5
"""How many times a lower bound another is that tells of growth ("at least 5", "more than 200")."""
NEARBY = 3
"""Paragraphs of one article within which states that pass, and mutual blame, are told of one moment."""

MOSTLY = 0.4
"""Share of the shorter's words from which a side's denial and its later word are of one matter."""


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of dispute.

    ``asks`` are the fields that tell whether it is one event, ``vetoes`` those whose DIFFERENT
    forbids it, ``needs`` those that must be the SAME to some degree; ``bar`` the score it must reach.
    """

    name: str
    kind: DisputeKind
    opposed: Callable[[Stories], Iterator[Opposed]]
    asks: tuple[str, ...]
    vetoes: tuple[str, ...]
    needs: tuple[tuple[str, float], ...] = ()
    weights: str = "event"
    bar: float = 0.5

    @property
    def fields(self) -> dict[str, Field]:
        """The fields it asks, by name."""
        return {name: FIELDS[name] for name in self.asks}


def _other_count(
    pairs: Callable[[Stories], Iterable[tuple[Said, Said]]],
) -> Callable[[Stories], Iterator[Opposed]]:
    def opposed(known: Stories) -> Iterator[Opposed]:
        for a, b in pairs(known):
            if a.figure is not None and b.figure is not None and _differ(a.figure, b.figure):
                yield a, b, f"“{a.figure.text}” against “{b.figure.text}”"

    return opposed


def _differ(one: Figure, two: Figure) -> bool:
    """Tell whether two figures exclude each other, or are bounds of which one is far above the other."""
    small, large = sorted((one, two), key=lambda figure: figure.low)
    bounds = small.high == large.high == float("inf")
    return one.misses(two) or (bounds and large.low >= GREW * max(small.low, 1.0))


def _told(known: Stories, of: Callable[[Proposition], bool]) -> Iterator[tuple[Told, Told]]:
    """Yield the propositions of one predicate, two by two, of one article or of close ones."""
    told = ((Said(node, one), one) for node in _asked(known) for one in node.told if of(one))
    for alike in grouped(told, lambda one: one[1].predicate).values():
        claims = [said.node.claim for said, _ in alike]
        places = grouped(range(len(alike)), [claim.source for claim in claims].__getitem__)
        for place, claim in enumerate(claims):
            near = known.close_to(claim.source).intersection(places)
            for other in sorted(other for source in near for other in places[source] if other > place):
                if claim.statement != claims[other].statement:
                    yield alike[place], alike[other]


def _asked(known: Stories) -> Iterator[Node]:
    """Yield the claims asked about that can be true or false."""
    yield from (node for node in known.context.nodes.values() if node.disputable and known.asks(node))


def _other_answer(known: Stories) -> Iterator[Opposed]:
    for (a, one), (b, two) in _told(known, lambda told: told.answers):
        found = excludes(one, two)
        if found is not None and _comparable_states(a, b):
            yield a, b, f"{one.predicate}: {found}"


def _comparable_states(a: Said, b: Said) -> bool:
    """Tell whether two answers are of one time: what passes is compared only side by side, or of one day."""
    predicate = a.proposition.predicate if a.proposition else ""
    if predicate == "age":
        return _one_person(a, b) or (_unnamed(a, b) and _beside(a.node, b.node))
    if predicate in PARTICULARS or predicate not in passing():
        return True
    if a.node.days is not None and b.node.days is not None:
        return apart(a.node.days, b.node.days) == 0
    one_moment = "again" not in a.node.marks | b.node.marks
    return one_moment and a.node.claim.source == b.node.claim.source and _beside(a.node, b.node)


def _unnamed(a: Said, b: Said) -> bool:
    """Tell whether two claims of one article name nobody: "the striker was 19", "he is 23"."""
    told = (said.proposition for said in (a, b))
    named = any(one is not None and one.patient is not None and one.patient.names for one in told)
    return not named and a.node.claim.source == b.node.claim.source


def _one_person(a: Said, b: Said) -> bool:
    """Tell whether two phrases name one person in full: a family name alone may be another's."""
    one, two = (
        frozenset(said.proposition.patient.names)
        if said.proposition and said.proposition.patient
        else frozenset()
        for said in (a, b)
    )
    dated = a.node.published is not None and b.node.published is not None
    return dated and bool(one) and (one == two or len(one & two) > 1)


def _other_day(known: Stories) -> Iterator[Opposed]:
    """Yield one deed done to one named thing on two days that are near each other."""
    for (a, _), (b, _) in _told(known, lambda one: not one.answers and not one.denied and not one.background):
        first, second = a.node.days, b.node.days
        if first is None or second is None or first[0] != first[1] or second[0] != second[1]:
            continue
        if 0 < apart(first, second) <= DAYS_APART:
            yield a, b, f"on {first[0].isoformat()} against on {second[0].isoformat()}"


def _other_doer(known: Stories) -> Iterator[Opposed]:
    for (a, one), (b, _) in _told(known, lambda told: not told.answers and not told.denied):
        titled = a.node.title or b.node.title  # where every word has a capital, none is known for a name
        if done_once(one.predicate, one.lemma) and not titled:
            found = FIELDS["doer"](a, b, known)
            if found.fit == "different":
                yield a, b, f"done by {found.detail}"


def _yes_and_no(known: Stories) -> Iterator[Opposed]:
    wide = words("deeds", "occurring")
    for (a, one), (b, two) in _told(known, lambda told: not told.answers and told.predicate not in wide):
        same = one.polarity == two.polarity or is_other_manner(one, two)
        if same or a.node.claim.source == b.node.claim.source:
            continue  # inside an article the denial is asked what it answers
        yes, no = (b, a) if one.denied else (a, b)
        by_one = one.agent is two.agent is None or FIELDS["doer"](a, b, known).fit == "same"
        if by_one and no.node.denies and not no.node.own_voice:
            yield yes, no, f"“{one.predicate}” was, and was not"


def _once_no_once_yes(known: Stories) -> Iterator[Opposed]:
    """Yield what one side denied and then owned to, or said to be so and not so."""
    quoted = (node for node in _asked(known) if not node.own_voice)
    voiced = ((voice, node) for node in quoted for voice in {*node.camps, *node.claim.speakers})
    for of_one in grouped(voiced, itemgetter(0)).values():
        denied = [node for _, node in of_one if node.claim.act is Act.DENY]
        owned = [node for _, node in of_one if not node.denies] if denied else []
        for no, yes in product(denied, owned):
            if _turned(no, yes, known):
                yield Said(no), Said(yes), "one side said no, and said yes"


def _turned(no: Node, yes: Node, known: Stories) -> bool:
    """Tell whether a side owns to what it denied, or says of mostly the same in one story that it is so."""
    one, two = no.claim, yes.claim
    if one.statement == two.statement:
        return False
    if two.act is Act.ADMIT:
        of_one = not no.predicates.isdisjoint(yes.predicates) or _alike(no, yes, known)
        return of_one and known.close(one.source, two.source)
    return known.together(one.source, two.source) and _alike(no, yes, known) and _say_yes_and_no(no, yes)


def _alike(no: Node, yes: Node, known: Stories) -> bool:
    return FIELDS["overlap"](Said(no), Said(yes), known).degree >= MOSTLY


def _say_yes_and_no(no: Node, yes: Node) -> bool:
    return any(
        one.predicate == two.predicate and one.denied and not two.denied and not one.answers
        for one in no.told
        for two in yes.told
    )


def _blame(known: Stories) -> Iterator[Opposed]:
    """Yield two accusations, each of the other's side, one right behind the other."""
    for nodes in known.articles():
        accusing = (one for one in nodes if _blames(one) and not one.each_other)
        for one, two in combinations(filter(known.asks, accusing), 2):
            apart = one.camps.isdisjoint(two.camps) and set(one.claim.speakers).isdisjoint(two.claim.speakers)
            if apart and _beside(one, two) and points_at(one, two) and points_at(two, one):
                deed = min(_harms(one) & _harms(two), default="for another deed")
                if one.claim.act is two.claim.act is Act.ACCUSE or _harms(one) & _harms(two):
                    yield Said(one), Said(two), f"each blames the other: {deed}"


def _blames(node: Node) -> bool:
    """Tell whether a claim accuses, or tells a harm that others than its speaker did."""
    told = (one.agent for one in node.told if is_harmful(one.predicate) and not one.denied)
    others = any(agent is not None and node.voices.isdisjoint(agent.names) and agent.names for agent in told)
    return node.claim.act is Act.ACCUSE or (others and not node.own_voice)


def _harms(node: Node) -> frozenset[str]:
    return frozenset(one.predicate for one in node.told if is_harmful(one.predicate) and not one.denied)


def _beside(one: Node, two: Node) -> bool:
    return abs(one.claim.paragraph - two.claim.paragraph) <= NEARBY


OF_ONE_EVENT = (
    "predicate", "undergoer", "doer", "place", "when", "story", "wording", "overlap", "voices", "background",
)  # fmt: skip
OF_ONE_COUNT = (
    "counted", "extent", "place", "when", "reported", "story", "opening", "many", "size", "wording",
    "overlap", "voices", "background",
)  # fmt: skip
OF_COUNTS_BESIDE = (
    "takes_up", "counted", "extent", "place", "when", "nearby", "many", "size", "wording", "overlap",
    "voices", "background",
)  # fmt: skip
APART = ("place", "when", "story", "undergoer", "voices")


def _but(name: str) -> tuple[str, ...]:
    return tuple(one for one in OF_ONE_EVENT if one != name)


TABLE: tuple[Row, ...] = (
    Row(
        "other count", "figures", _other_count(across), OF_ONE_COUNT,
        ("counted", "extent", "place", "when", "reported", "story"),
        needs=(("counted", 0.5),), weights="count", bar=0.33,
    ),
    Row(
        "other count beside", "figures", _other_count(beside), OF_COUNTS_BESIDE,
        ("counted", "extent", "place", "when", "voices"),
        needs=(("counted", 0.5),), weights="beside", bar=0.33,
    ),
    Row(
        "other answer", "contradiction", _other_answer, OF_ONE_EVENT, APART,
        needs=(("undergoer", 0.8),), bar=0.33,
    ),
    Row(
        "other day", "contradiction", _other_day, _but("when"),
        ("place", "story", "undergoer", "doer", "voices"),
        needs=(("undergoer", 1.0), ("predicate", 1.0), ("overlap", 0.3)), bar=0.1,
    ),
    Row(
        "other doer", "contradiction", _other_doer, _but("doer"), APART,
        needs=(("undergoer", 0.8), ("predicate", 1.0)), bar=0.33,
    ),
    Row(
        "yes and no", "contradiction", _yes_and_no, OF_ONE_EVENT, (*APART, "doer"),
        needs=(("undergoer", 0.8),), bar=0.2,
    ),
    Row(
        "once no, once yes", "reversal", _once_no_once_yes, _but("voices"), ("place", "when", "story"),
        needs=(("wording", 0.25),), bar=0.2,
    ),
    Row(
        "each blames the other", "mutual_accusation", _blame, ("place", "when", "story", "wording"),
        ("when", "story"), bar=0.1,
    ),
)  # fmt: skip
"""Every kind but the denials, which are asked what they answer (``antecedents``)."""
