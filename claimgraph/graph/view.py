"""The findings as a networkx graph, built on demand: only the part that is asked for.

Nodes carry ``kind``, ``label`` and, where known:

=========  =====================================================================================
kind       attributes
=========  =====================================================================================
source     name, publisher, published (a prefix date), published_basis, sha256
speaker    actor (person, organisation, ...), side, role, aliases (joined by "; ")
subject    event, date
claim      text, speakers (names joined by "; "), article, subject, act, polarity, said,
           happened, first_character, after_last_character
dispute    dispute (denial, contradiction, figures, mutual_accusation, reversal), state, score,
           subject, why
=========  =====================================================================================

Edges carry ``kind``, which is their key as well:

=============  ========================  ====================================================
edge           from -> to                meaning
=============  ========================  ====================================================
said           speaker -> claim          the speaker says it
via            speaker -> claim          it came through this speaker or medium
about          claim -> subject          the event or question it is about
reported_in    claim -> source           the article it stands in
speaks_for     speaker -> speaker        the first is a spokesperson of the second
disputes       claim -> dispute          it stands on side ``side`` (from 0) of the dispute
denies         claim -> claim            the first denies the second
reverses       claim -> claim            the first takes back the second, of the same party
agrees         claim -> claim            the same truth conditions; origins shown independent
repeats        claim -> claim            the same truth conditions; not shown to be independent
=============  ========================  ====================================================

Every attribute, of the graph too, is a str, int, float or bool, so that any format can
hold it; what is unknown is absent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import TypeAlias, TypedDict, Unpack

import networkx as nx

from claimgraph.errors import NotFoundError
from claimgraph.gathering import grouped
from claimgraph.model import Act, Claim, Dispute, Findings

Scalar = str | int | float | bool
Attributes = dict[str, Scalar]
Rank = tuple[int, int, int]
Graph: TypeAlias = "nx.MultiDiGraph[str]"

KINDS = ("dispute", "claim", "speaker", "subject", "source")
"""The kinds of nodes, in the order in which a cap keeps them."""
LABEL_LENGTH = 80
"""Characters of a claim shown as its node's label."""


class Around(TypedDict, total=False):
    """What the graph is to be built around: ids, or parts of a label or name."""

    subject: str | None
    speaker: str | None
    claim: str | None
    dispute: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge before it is drawn. A plain dataclass: there may be millions."""

    start: str
    end: str
    kind: str
    attributes: tuple[tuple[str, Scalar], ...] = ()


def build(findings: Findings, *, hops: int = 2, cap: int | None = 200, **around: Unpack[Around]) -> Graph:
    """Return the graph of the findings, or of what lies around something.

    Args:
        hops: how many edges away from the centre to go, against their direction too.
        cap: how many nodes the centre may have and a hop may add (and the whole graph may have,
            without a centre); disputes come first, then disputed claims, then what these
            touch, then the rest, each by kind and in reading order. None: no cap.
        around: ``subject``, ``speaker``, ``claim`` or ``dispute``, an id or a part of the label
            or name (of a claim or dispute: the beginning of its id; of a dispute also its
            kind, or "all"); several are joined. None: everything.

    Returns:
        A ``MultiDiGraph`` whose attributes ``hops``, ``cap`` and ``left_out`` (the number of
        nodes that caps kept away) say what it shows.

    Raises:
        NotFoundError: nothing answers to what was asked for.
    """
    nodes = _nodes(findings)
    edges = [edge for edge in _edges(findings) if edge.start in nodes and edge.end in nodes]
    centre = _centre(findings, around)
    ranks = _ranks(findings, nodes, edges)
    if centre is None:
        kept, left_out = _reach(nodes, (), 0, cap, ranks)
    else:
        kept, left_out = _reach(centre, edges, hops, cap, ranks)
    graph: Graph = nx.MultiDiGraph(hops=hops, cap=-1 if cap is None else cap, left_out=left_out)
    graph.add_nodes_from((node, attributes) for node, attributes in nodes.items() if node in kept)
    for edge in edges:
        if edge.start in kept and edge.end in kept:
            graph.add_edge(edge.start, edge.end, key=edge.kind, kind=edge.kind, **dict(edge.attributes))
    return graph


def _known(**attributes: Scalar | None) -> Attributes:
    """Return the attributes that are known."""
    return {name: value for name, value in attributes.items() if value is not None}


def _nodes(findings: Findings) -> dict[str, Attributes]:
    """Return every node by its id, in reading order."""
    collection, matching = findings.collection, findings.matching
    nodes: dict[str, Attributes] = {}
    for source in collection.sources:
        nodes[source.id] = _known(
            kind="source", label=source.title or source.name, name=source.name, publisher=source.publisher,
            published=source.published.date, published_basis=source.published.basis, sha256=source.sha256,
        )  # fmt: skip
    for speaker in collection.speakers:
        nodes[speaker.id] = _known(
            kind="speaker", label=speaker.name, actor=speaker.kind, side=speaker.side, role=speaker.role,
            aliases="; ".join(speaker.aliases) or None,
        )  # fmt: skip
    for subject in matching.subjects:
        nodes[subject.id] = _known(
            kind="subject", label=subject.label, event=subject.event, date=subject.date
        )
    labels = {node: str(attributes["label"]) for node, attributes in nodes.items()}
    for claim in collection.claims:
        nodes[claim.id] = _claim_node(claim, labels)
    for dispute in matching.disputes:
        nodes[dispute.id] = _known(
            kind="dispute", label=dispute.kind.replace("_", " "), dispute=dispute.kind, state=dispute.state,
            score=dispute.score, subject=labels.get(dispute.subject or ""),
            why="; ".join(reason.detail for reason in dispute.reasons) or None,
        )  # fmt: skip
    return nodes


def _claim_node(claim: Claim, labels: dict[str, str]) -> Attributes:
    """Return what a claim tells, with the labels of its neighbours: it is read where these are cut off."""
    words = " ".join(claim.text.split())
    label = words if len(words) <= LABEL_LENGTH else words[: LABEL_LENGTH - 1].rstrip() + "…"
    return _known(
        kind="claim", label=label, text=words,
        speakers="; ".join(labels[one] for one in claim.speakers if one in labels) or claim.unknown_speaker,
        article=labels.get(claim.source), subject=labels.get(claim.subject or ""),
        act=claim.act.value, polarity=claim.polarity, said=claim.said.date, happened=claim.happened.date,
        first_character=claim.start, after_last_character=claim.end,  # "start" and "end" are times in GEXF
    )  # fmt: skip


def _edges(findings: Findings) -> Iterator[Edge]:
    """Yield every edge; the ends of some may be unknown and have no node."""
    for speaker in findings.collection.speakers:
        if speaker.spokesperson_of:
            yield Edge(speaker.id, speaker.spokesperson_of, "speaks_for")
    for claim in findings.collection.claims:
        yield Edge(claim.id, claim.source, "reported_in")
        if claim.subject:
            yield Edge(claim.id, claim.subject, "about")
        for speaker_id in claim.speakers:
            yield Edge(speaker_id, claim.id, "said")
        for speaker_id in claim.via:
            yield Edge(speaker_id, claim.id, "via")
    claims = {claim.id: claim for claim in findings.collection.claims}
    for dispute in findings.matching.disputes:
        yield from _dispute_edges(dispute, claims)
    for agreement in findings.matching.agreements:
        kind = "agrees" if agreement.independent else "repeats"
        yield Edge(agreement.a, agreement.b, kind, (("adverse", agreement.adverse),))


def _dispute_edges(dispute: Dispute, claims: dict[str, Claim]) -> Iterator[Edge]:
    for side, members in enumerate(dispute.sides):
        for claim in members:
            yield Edge(claim, dispute.id, "disputes", (("side", side),))
    for earlier, later in combinations(dispute.sides, 2):
        for a, b in product(earlier, later):
            if a in claims and b in claims:
                yield from _opposition(dispute, claims[a], claims[b])


def _opposition(dispute: Dispute, first: Claim, second: Claim) -> Iterator[Edge]:
    """Yield the directed edge of a denial or reversal, where it is clear who answers whom."""
    if dispute.kind == "denial":
        if _denies(first) != _denies(second):
            denying, denied = (first, second) if _denies(first) else (second, first)
            yield Edge(denying.id, denied.id, "denies")
    elif dispute.kind == "reversal":  # the matcher puts the later word last
        yield Edge(second.id, first.id, "reverses")


def _denies(claim: Claim) -> bool:
    return claim.act is Act.DENY or claim.polarity == "denied"


def _ranks(findings: Findings, nodes: dict[str, Attributes], edges: Iterable[Edge]) -> dict[str, Rank]:
    """Rank disputes first, then disputed claims, then what touches these, speakers before articles."""
    disputes = findings.matching.disputes
    disputed = {claim for dispute in disputes for side in dispute.sides for claim in side}
    ranks = {**dict.fromkeys((one.id for one in disputes), 0), **dict.fromkeys(disputed, 1)}
    for edge in edges:
        for one, other in ((edge.start, edge.end), (edge.end, edge.start)):
            if one in disputed:
                ranks.setdefault(other, 2)
    return {
        node: (ranks.get(node, 3), KINDS.index(str(attributes["kind"])), place)
        for place, (node, attributes) in enumerate(nodes.items())
    }


def _centre(findings: Findings, around: Around) -> list[str] | None:
    """Return the ids the graph is built around; None for everything."""
    wanted = {name: str(value) for name, value in around.items() if value is not None}
    centre: list[str] = []
    for name, text in wanted.items():
        found = _answering(findings, name, text)
        if not found:
            raise NotFoundError(f"no {name} {text!r}; look at the list of {name}s")
        centre.extend(found)
    return list(dict.fromkeys(centre)) if wanted else None


def _answering(findings: Findings, name: str, text: str) -> list[str]:
    """Return the ids of the subjects, speakers, claims or disputes that answer to a text."""
    collection, matching = findings.collection, findings.matching
    if name == "claim":
        return _beginning(text, [claim.id for claim in collection.claims])
    if name == "dispute":
        kinds = {text.casefold().replace(" ", "_")}
        found = [one.id for one in matching.disputes if kinds & {one.kind, "all"}]
        return found or _beginning(text, [one.id for one in matching.disputes])
    if name == "subject":
        return _named(text, {one.id: one.label for one in matching.subjects})
    if name == "speaker":
        return _named(text, {one.id: "\n".join((one.name, *one.aliases)) for one in collection.speakers})
    raise NotFoundError(f"no graph around a {name}; name a subject, speaker, claim or dispute")


def _beginning(text: str, ids: list[str]) -> list[str]:
    return [text] if text in ids else [one for one in ids if text and one.startswith(text)]


def _named(text: str, labels: dict[str, str]) -> list[str]:
    if text in labels:
        return [text]
    return [one for one, label in labels.items() if text.casefold() in label.casefold()]


def _reach(
    centre: Iterable[str], edges: Iterable[Edge], hops: int, cap: int | None, ranks: dict[str, Rank]
) -> tuple[set[str], int]:
    """Return the nodes within so many hops of the centre, and how many the cap left out."""
    neighbours = grouped(pair for one in edges for pair in ((one.start, one.end), (one.end, one.start)))
    kept: set[str] = set()
    left_out: set[str] = set()
    reached = set(centre)
    for _ in range(max(hops, 0) + 1):
        frontier = sorted(reached, key=ranks.__getitem__)[:cap]
        kept |= set(frontier)
        left_out |= reached
        reached = {other for node in frontier for other in neighbours.get(node, ())} - kept
    return kept, len(left_out - kept)
