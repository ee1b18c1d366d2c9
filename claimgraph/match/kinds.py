"""The table of kinds of dispute: who may speak, on which field they differ, how sure it must be.

Every row hands on pairs of things said that exclude each other on its contested field; the one score
for "is it one event?" (``identity``), with that field left out, decides whether they do.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from claimgraph.gathering import grouped
from claimgraph.lexicon import words
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.match.clues import points_at
from claimgraph.match.context import Node
from claimgraph.match.days import apart, interval, meet
from claimgraph.match.excludes import done_once, excludes, is_known, is_other_manner, passing
from claimgraph.match.fields import FIELDS, Field, Said, is_near
from claimgraph.match.figures import Figure
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
    nodes = _asked(known)
    told = ((Said(node, one), one) for node in nodes for one in node.told if _tells(node, one) and of(one))
    for alike in grouped((one.predicate, (said, one)) for said, one in told).values():
        yield from _near_each_other(alike, known)


def _near_each_other(alike: Sequence[Told], known: Stories) -> Iterator[tuple[Told, Told]]:
    """Yield what the statements of one article, or of close ones, tell, two by two."""
    claims = [said.node.claim for said, _ in alike]
    places = grouped((claim.source, place) for place, claim in enumerate(claims))
    for place, claim in enumerate(claims):
        near = known.close_to(claim.source).intersection(places)
        for other in sorted(other for source in near for other in places[source] if other > place):
            if claim.statement != claims[other].statement:
                yield alike[place], alike[other]


def _tells(node: Node, told: Proposition) -> bool:
    """Tell whether a claim says that something was so; what it is called may answer a question as well."""
    return node.disputable or (told.answers and node.claim.act is Act.EVALUATE)


def _asked(known: Stories) -> Iterator[Node]:
    """Yield the claims asked about."""
    yield from filter(known.asks, known.context.nodes.values())


def _other_answer(known: Stories) -> Iterator[Opposed]:
    """Yield two answers to one question, but no ages: people of one family are listed side by side."""
    for (a, one), (b, two) in _told(known, lambda told: told.answers and told.predicate != "age"):
        found = excludes(one, two)
        if found is not None and _comparable_states(one.predicate, a.node, b.node):
            yield a, b, f"{one.predicate}: {found}"


def _comparable_states(predicate: str, a: Node, b: Node) -> bool:
    """Tell whether two answers are of one time: what passes is compared only side by side, or of one day.

    What two articles tell without a day of its own is of the day on which it was said.
    """
    if predicate not in passing():
        return True
    if a.days is not None and b.days is not None:
        return meet(a.days, b.days)
    between = apart(*(one.days or interval(one.claim.said.date) for one in (a, b)))
    if a.claim.source != b.claim.source:
        return between == 0
    side_by_side = "again" not in a.marks | b.marks and is_near(a.claim, b.claim)
    return side_by_side and (between or 0) <= DAYS_APART


def _other_day(known: Stories) -> Iterator[Opposed]:
    """Yield one deed done to one named thing on two days that are near each other."""
    for (a, one), (b, two) in _told(known, lambda told: _is_done(told) and not told.background):
        first, second = a.node.days, b.node.days
        if first is None or second is None or first[0] != first[1] or second[0] != second[1]:
            continue
        if one.lemma == two.lemma and 0 < (apart(first, second) or 0) <= DAYS_APART:
            yield a, b, f"on {first[0].isoformat()} against on {second[0].isoformat()}"


def _is_done(told: Proposition) -> bool:
    """Tell whether a deed is told, and told to have been done."""
    return not (told.answers or told.denied)


def _other_doer(known: Stories) -> Iterator[Opposed]:
    """Yield a deed that is done once, told of two; in a title every word has a capital, as names have.

    Of two winners whom the papers themselves tell each won another contest of the name.
    """
    for (a, one), (b, two) in _told(known, lambda told: _is_done(told) and done_once(told)):
        again = one.lemma in words("deeds", "held_again") and a.node.own_voice and b.node.own_voice
        if one.lemma != two.lemma or again or known.in_title(a.node) or known.in_title(b.node):
            continue
        found = FIELDS["doer"](a, b, known)
        if found.fit == "different":
            yield a, b, f"done by {found.detail}"


def _each_to_the_other(known: Stories) -> Iterator[Opposed]:
    """Yield a harm of which each of two is told to have done it to the other, the second one turned round."""
    for (a, one), (b, two) in _told(known, _is_harm):
        turned = two.model_copy(update={"agent": two.patient, "patient": two.agent})
        yield a, Said(b.node, turned), f"each to the other: {one.predicate}"


def _is_harm(told: Proposition) -> bool:
    """Tell whether a deed is harm done by one who is named to one who is named."""
    named = words("generic", "nouns").isdisjoint(who.head for who in told.parties)
    return is_harmful(told.predicate) and _is_done(told) and named and told.agent is not None


def _done_and_not(known: Stories) -> Iterator[Opposed]:
    """Yield a deed that one speaker tells and another says was not done."""
    for (a, one), (b, two) in _told(known, lambda told: (told.main or told.denied) and not told.answers):
        voiced = not (a.node.own_voice or b.node.own_voice or "sample" in a.node.marks & b.node.marks)
        opposed = one.denied != two.denied and not is_other_manner(one, two)
        if voiced and opposed and any(map(_is_of_one, (one, two))):
            yield a, b, f"{one.predicate}: done against not done"


def _is_of_one(told: Proposition) -> bool:
    """Tell whether a deed was done to one thing, which is named or known."""
    return told.patient is not None and (bool(told.patient.names) or is_known(told.patient))


def _once_no_once_yes(known: Stories) -> Iterator[Opposed]:
    """Yield what one side denied and then said to be so."""
    quoted = (node for node in _asked(known) if node.disputable and not node.own_voice)
    voiced = ((voice, node) for node in quoted for voice in {*node.camps, *node.claim.speakers})
    for of_one in grouped(voiced).values():
        denied = [node for node in of_one if node.claim.act is Act.DENY]
        owned = [node for node in of_one if node.claim.act is Act.ADMIT]
        for no, yes in product(denied, owned):
            apart = no.claim.statement != yes.claim.statement
            deed = not no.predicates.isdisjoint(yes.predicates)
            if apart and deed and known.close(no.claim.source, yes.claim.source):
                yield Said(no), Said(yes), "one side said no, and said yes"


def _blame(known: Stories) -> Iterator[Opposed]:
    """Yield two accusations, each of the other's side, in one sentence or one right behind the other."""
    for nodes in known.articles():
        accusing = [one for one in nodes if known.asks(one) and one.claim.act is Act.ACCUSE]
        for one, two in combinations(accusing, 2):
            if _of_one_sentence(one, two) or _accuse_each_other(one, two):
                deed = min(one.predicates & two.predicates, default="for another deed")
                yield Said(one), Said(two), f"each blames the other: {deed}"


def _of_one_sentence(one: Node, two: Node) -> bool:
    """Tell whether two claims are the halves of "each accused the other of X", over the same words."""
    return one.each_other and two.each_other and one.claim.content == two.claim.content


def _accuse_each_other(one: Node, two: Node) -> bool:
    if one.each_other or two.each_other or not is_near(one.claim, two.claim):
        return False
    of_two = one.camps.isdisjoint(two.camps) and set(one.claim.speakers).isdisjoint(two.claim.speakers)
    return of_two and points_at(one, two) and points_at(two, one)


OF_ONE_EVENT = (
    "undergoer", "doer", "place", "when", "story", "wording", "overlap", "voices", "background",
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
        needs=(("undergoer", 1.0), ("overlap", 0.3)), bar=0.1,
    ),
    Row(
        "other doer", "contradiction", _other_doer, _but("doer"), APART,
        needs=(("undergoer", 0.8),), bar=0.33,
    ),
    Row(
        "done and not done", "contradiction", _done_and_not, OF_ONE_EVENT, (*APART, "doer"),
        needs=(("undergoer", 0.8),), bar=0.5,
    ),
    Row(
        "each to the other", "mutual_accusation", _each_to_the_other, OF_ONE_EVENT, APART,
        needs=(("doer", 0.8), ("undergoer", 0.8)), bar=0.33,
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
