"""Claims with the same truth conditions. An adverse party's admission is the strongest support there is.

Invariant: two claims agree only where no field that can differ does: not the days, the place, the
figure or the polarity, nor a number or word of time of their texts.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from claimgraph.gathering import grouped
from claimgraph.lexicon.telling import telling
from claimgraph.match.context import Node
from claimgraph.match.deciding import on
from claimgraph.match.fields import FIELDS, Said
from claimgraph.match.stories import Stories
from claimgraph.match.wholes import comparable
from claimgraph.model import Act, Agreement, Reason

UNDIFFERING = ("place", "when", "story", "doer")
Given = tuple[tuple[object, ...], Said, str]
"""What is grouped by, what is said, and in words what another says as well."""
ENOUGH = 0.45
"""Share of the shorter's words that two claims of one deed share before they are taken to say the same."""


def find(known: Stories) -> Iterator[Agreement]:
    """Yield the agreements of different speakers, in articles on one story."""
    seen: set[tuple[str, str]] = set()
    for a, b, told in _pairs(known):
        pair = (a.node.id, b.node.id)
        if pair in seen or not _independent_voices(a.node, b.node):
            continue
        reason = _agrees(a, b, told, known)
        if reason is not None:
            seen.add(pair)
            yield _agreement(a.node, b.node, reason, known)


def _pairs(known: Stories) -> Iterator[tuple[Said, Said, str]]:
    """Yield what may agree, and on what: figures of one value, deeds of one predicate done to one noun."""
    given = (one for nodes in known.context.by_source.values() for one in (*_figures(nodes), *_deeds(nodes)))
    for alike in grouped((one[0], one) for one in given).values():
        for (_, a, told), (_, b, _) in combinations(alike, 2):
            first, second = a.node.claim.source, b.node.claim.source
            own = first == second and not (_sums_up(a, known) or _sums_up(b, known))
            if own or known.related(first, second):
                yield a, b, told


def _sums_up(said: Said, known: Stories) -> bool:
    """Tell whether it is a headline's own words, which repeat what its article tells."""
    return said.node.own_voice and known.in_title(said.node)


def _figures(nodes: Iterable[Node]) -> Iterator[Given]:
    for one in comparable(nodes):
        key = ("figure", one.quantity.unit, one.event, one.low, one.high)
        yield key, Said(one.node, figure=one), f"both give “{one.text}” ({one.event or one.quantity.unit})"


def _deeds(nodes: Iterable[Node]) -> Iterator[Given]:
    for node in nodes:
        if node.disputable and not node.claim.quantities and not node.denies:
            for one in node.told:
                if one.patient is not None and not one.answers and not one.background:
                    key = ("deed", one.predicate, one.polarity, one.patient.head)
                    yield key, Said(node, one), f"both tell of “{one.predicate}”"


def _independent_voices(one: Node, two: Node) -> bool:
    """Tell whether two claims are of two speakers, none within the other, and accuse no two parties."""
    first, second = one.claim, two.claim
    within = first.source == second.source and first.start < second.end and second.start < first.end
    if within or set(first.speakers) & set(second.speakers):
        return False
    return one.claim.target == two.claim.target or None in {one.claim.target, two.claim.target}


def _agrees(a: Said, b: Said, told: str, known: Stories) -> Reason | None:
    """Return why two things said agree: nothing differs, and they give one figure or tell one deed."""
    answers = {name: FIELDS[name](a, b, known) for name in (*UNDIFFERING, "undergoer", "counted", "overlap")}
    if any(answers[name].fit == "different" for name in UNDIFFERING):
        return None
    alike = answers["overlap"].degree >= ENOUGH and not _tell_apart(a.node.claim.text, b.node.claim.text)
    spans = (on(a.node.claim, a.spans[0]), on(b.node.claim, b.spans[0]))
    if a.figure is None:
        found = answers["undergoer"]
        reason = Reason(rule="same deed", detail=f"{told}: {found.detail}", spans=spans)
    else:
        found = answers["counted"]
        alike |= a.figure.event is not None  # what befell them tells of what it is
        reason = Reason(rule="same figure", detail=told, spans=spans)
    return reason if alike and found.fit == "same" else None


def _tell_apart(one: str, two: str) -> bool:
    """Tell whether each of two texts has a number or a word of time that the other lacks."""
    first, second = telling(one), telling(two)
    return not (first <= second or second <= first)


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
