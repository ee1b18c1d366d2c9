"""Where what was read in two claims speaks against a reader's word: shown beside it, never hidden."""

from collections.abc import Iterator
from itertools import product

from claimgraph.match.context import Node
from claimgraph.match.excludes import excludes
from claimgraph.model import Agreement, DisputeKind, Proposition, Span
from claimgraph.reader.apart import days_doubted, figures_doubted, shared

ANSWERING = frozenset({"denial", "contradiction"})
"""Kinds that are contested in what is said to have been so; figures were compared as figures."""
DATED = frozenset({"contradiction", "figures"})
"""Kinds in which both sides tell of one day; who denies or takes back may do so on another."""
Words = tuple[Span, Span]


def doubt(
    kind: DisputeKind,
    pair: tuple[Node, Node],
    words: Words,
    quoted: tuple[str, str],
    agreement: Agreement | None,
) -> str | None:
    """Return in words why there may be no clash by what was read in the two, None when nothing says so.

    Args:
        words: where those of each stand that the reader says clash.
        quoted: these words.
        agreement: that the rules find the two to say the same, if they do.
    """
    if agreement is not None:
        for reason in agreement.reasons:
            if _on_words(reason.spans, pair, words):
                return f"the rules find that the two say the same: {reason.detail}"
    told = figures_doubted(pair, words, quoted) if kind == "figures" else None
    if kind in ANSWERING and not _opposed(*pair):
        told = next(_same(pair, words), None)
    return told or (days_doubted(pair, quoted) if kind in DATED else None)


def _on_words(spans: tuple[tuple[str, int, int], ...], pair: tuple[Node, Node], words: Words) -> bool:
    """Tell whether spans meet the words quoted of both claims."""
    return all(
        any(claim == node.id and shared((start, end), quoted) for claim, start, end in spans)
        for node, quoted in zip(pair, words, strict=True)
    )


def _opposed(a: Node, b: Node) -> bool:
    """Tell whether one denies and the other does not, or they answer one question in two ways."""
    return a.denies != b.denies or any(
        one.predicate == two.predicate and (one.polarity != two.polarity or excludes(one, two) is not None)
        for one, two in product(a.told, b.told)
    )


def _same(pair: tuple[Node, Node], words: Words) -> Iterator[str]:
    """Yield what the words quoted of both answer alike."""
    for first, second in product(_told(pair[0], words[0]), _told(pair[1], words[1])):
        alike = first.predicate == second.predicate and first.polarity == second.polarity
        if alike and first.answers and first.value == second.value:
            yield f"both answer “{first.predicate}” with “{first.value}”"


def _told(node: Node, words: Span) -> Iterator[Proposition]:
    return (one for one in node.told if shared(one.trigger, words))
