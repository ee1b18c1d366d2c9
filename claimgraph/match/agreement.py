"""Claims with the same truth conditions. An adverse party's admission is the strongest support there is.

Invariant: two claims agree only where no field that can differ does: not the days, the place, the
figure or the polarity, nor a number or word of time of their texts.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from operator import itemgetter

from claimgraph.lexicon.stems import stem
from claimgraph.lexicon.telling import telling
from claimgraph.match.context import Node
from claimgraph.match.fields import FIELDS, Said
from claimgraph.match.figures import Figure
from claimgraph.match.finding import on
from claimgraph.match.gathering import grouped
from claimgraph.match.stories import Stories
from claimgraph.match.wholes import comparable
from claimgraph.model import Act, Agreement, Comparison, Proposition, Reason

UNDIFFERING = ("place", "when", "story", "doer")
ENOUGH = 0.45
"""Share of the shorter's words that two claims of one deed share before they are taken to say the same."""


def find(known: Stories) -> Iterator[Agreement]:
    """Yield the agreements of different speakers, in articles on one story."""
    seen: set[tuple[str, str]] = set()
    for a, b in _pairs(known):
        pair = (a.node.id, b.node.id)
        if pair in seen or not _independent_voices(a.node, b.node):
            continue
        reason = _agrees(a, b, known)
        if reason is not None:
            seen.add(pair)
            yield _agreement(a.node, b.node, reason, known)


def _pairs(known: Stories) -> Iterator[tuple[Said, Said]]:
    """Yield what may agree: figures of one value, and deeds of one predicate done to one noun."""
    told = (one for nodes in known.context.by_source.values() for one in (*_figures(nodes), *_deeds(nodes)))
    for alike in grouped(told, itemgetter(0)).values():
        for (_, a), (_, b) in combinations(alike, 2):
            first, second = a.node.claim.source, b.node.claim.source
            if first == second or known.related(first, second):
                yield a, b


def _figures(nodes: Iterable[Node]) -> Iterator[tuple[tuple[object, ...], Said]]:
    for one in comparable(nodes):
        yield ("figure", one.quantity.unit, one.event, one.low, one.high), Said(one.node, figure=one)


def _deeds(nodes: Iterable[Node]) -> Iterator[tuple[tuple[object, ...], Said]]:
    for node in nodes:
        if node.disputable and not node.claim.quantities and not node.denies:
            for one in node.told:
                if one.patient is not None and not one.answers and not one.background:
                    yield ("deed", one.predicate, one.polarity, one.patient.head), Said(node, one)


def _independent_voices(one: Node, two: Node) -> bool:
    """Tell whether two claims are of two speakers, and accuse no two parties."""
    if one.id == two.id or set(one.claim.speakers) & set(two.claim.speakers):
        return False
    return one.claim.target == two.claim.target or None in {one.claim.target, two.claim.target}


def _agrees(a: Said, b: Said, known: Stories) -> Reason | None:
    answers = {name: FIELDS[name](a, b, known) for name in (*UNDIFFERING, "undergoer", "counted", "overlap")}
    if any(answers[name].fit == "different" for name in UNDIFFERING):
        return None
    told = _same_deed(a, b, answers) if a.figure is None else _same_figure(a, b, a.figure, answers)
    if told is None:
        return None
    spans = (on(a.node.claim, a.spans[0]), on(b.node.claim, b.spans[0]))
    return Reason(rule="same deed" if a.figure is None else "same figure", detail=told, spans=spans)


def _same_figure(a: Said, b: Said, figure: Figure, answers: dict[str, Comparison]) -> str | None:
    apart = answers["overlap"].degree < ENOUGH or _tell_apart(a.node.claim.text, b.node.claim.text)
    if answers["counted"].fit != "same" or (apart and not figure.event):  # nothing else tells of what it is
        return None
    return f"both give “{figure.text}” ({figure.event or figure.quantity.unit})"


def _same_deed(a: Said, b: Said, answers: dict[str, Comparison]) -> str | None:
    if a.proposition is None or b.proposition is None:
        return None
    if answers["undergoer"].fit != "same" or answers["overlap"].degree < ENOUGH:
        return None
    if _tell_apart(a.node.claim.text, b.node.claim.text) or _other_filler(a.proposition, b.proposition):
        return None
    return f"both tell of “{a.proposition.predicate}”: {answers['undergoer'].detail}"


def _tell_apart(one: str, two: str) -> bool:
    """Tell whether each of two texts has a number or a word of time that the other lacks."""
    first, second = telling(one), telling(two)
    return not (first <= second or second <= first)


def _other_filler(one: Proposition, two: Proposition) -> bool:
    """Tell whether two deeds are told of two places, or with two things."""
    roles = ((one.place, two.place), (one.instrument, two.instrument))
    return any(a and b and stem(a.head) != stem(b.head) for a, b in roles)


def _agreement(one: Node, two: Node, reason: Reason, known: Stories) -> Agreement:
    adverse = one.opposes(two) and Act.ADMIT in {one.claim.act, two.claim.act}
    apart = not known.one_origin(one.claim.source, two.claim.source)
    return Agreement(
        a=one.id,
        b=two.id,
        independent=adverse or (apart and one.own_voice and two.own_voice),
        adverse=adverse,
        reasons=(reason,),
    )
