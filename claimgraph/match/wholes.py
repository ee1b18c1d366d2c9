"""Which figures an article gives of a thing as a whole, and which of its parts.

An article that gives several figures of one kind gives at most one whole: its largest, with whatever
agrees with that. The smaller ones count a part (a village of the region, one attack of the day, an
earlier state), and are compared only with what a second speaker of the same article sets beside them.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from claimgraph.gathering import grouped
from claimgraph.lexicon import words
from claimgraph.match.context import Node
from claimgraph.match.days import NO_NEWS, long_before
from claimgraph.match.fields import Said
from claimgraph.match.figures import Figure, figures
from claimgraph.match.stories import Counted, Stories
from claimgraph.model import Proposition

BESIDE = 4
"""Paragraphs within which two speakers of an article give figures of one thing."""


def comparable(nodes: Iterable[Node]) -> Iterator[Figure]:
    """Yield the figures of an article that can be set against another's."""
    for node in nodes:
        if node.disputable and not _is_history(node):
            yield from (one for one in figures(node) if (one.high == 0 or not node.denies) and _counts(one))


def _counts(figure: Figure) -> bool:
    quantity = figure.quantity
    measured = quantity.unit in words("counts", "uncompared")
    if any(one.factuality != "actual" and _in_role(figure, one) for one in figure.node.claim.propositions):
        return False  # "meant to hire 40 people" counts nobody
    wished = (quantity.of or "").rpartition(" ")[2] in words("counts", "wished")
    vague = quantity.text.lower() in words("counts", "open") or (quantity.high == 1 and quantity.of is None)
    if measured and not _is_size(figure):
        return False
    return not (vague or wished or quantity.additional or figure.event in words("counts", "standing"))


def _is_size(figure: Figure) -> bool:
    """Tell whether a measure is what a thing has by its verb or state: "was three metres high"."""
    told = said(figure).proposition
    return told is not None and told.lemma in words("counts", "valuing")


def _is_history(node: Node) -> bool:
    told = "other year" in node.marks and node.days is None
    return told or long_before(node.days, node.published, NO_NEWS)


def _by_kind(nodes: Iterable[Node]) -> dict[Counted, tuple[Figure, ...]]:
    """Return the comparable figures of an article by what they count."""
    return grouped((one.kind, one) for one in comparable(nodes))


def wholes(known: Stories) -> dict[Counted, dict[str, list[Figure]]]:
    """Return, by what is counted and by article, the figures of the whole; worked out once."""
    if known.wholes is None:
        known.wholes = {}
        for source, nodes in known.context.by_source.items():
            for kind, given in _by_kind(nodes).items():
                largest = max(given, key=lambda one: one.typical)
                whole = [one for one in given if not one.misses(largest)]
                known.wholes.setdefault(kind, {})[source] = whole
    return known.wholes


def said(figure: Figure) -> Said:
    """Return a figure with the proposition that holds it in a role, else the nearest."""

    def distance(one: Proposition) -> int:
        return 0 if _in_role(figure, one) else abs(one.trigger[0] - figure.spans[0][0])

    deeds = [one for one in figure.node.told if not one.answers]
    return Said(figure.node, min(deeds, key=distance, default=None), figure)


def _in_role(figure: Figure, told: Proposition) -> bool:
    """Tell whether a figure stands in what does, or what is done to, in a proposition."""
    start = figure.spans[0][0]
    return any(who.span[0] <= start < who.span[1] for who in told.parties)


def across(known: Stories) -> Iterator[tuple[Said, Said]]:
    """Yield the wholes of two articles that share words, kind by kind."""
    for by_source in wholes(known).values():
        asked = [[one for one in given if known.asks(one.node)] for given in by_source.values()]
        for first, second in combinations(filter(None, asked), 2):
            if known.related(first[0].node.claim.source, second[0].node.claim.source):
                yield from ((said(a), said(b)) for a, b in product(first, second))


def beside(known: Stories) -> Iterator[tuple[Said, Said]]:
    """Yield the figures of one kind that two speakers of an article give near each other."""
    for nodes in known.articles():
        for given in _by_kind(nodes).values():
            for a, b in combinations([one for one in given if known.asks(one.node)], 2):
                one, two = a.node.claim, b.node.claim
                near = abs(one.paragraph - two.paragraph) <= BESIDE and one.statement != two.statement
                if near and one.speakers and two.speakers:
                    yield said(a), said(b)
