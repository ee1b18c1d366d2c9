"""What of a graph a picture shows, and what it says of the rest."""

from collections import Counter

import networkx as nx

from claimgraph.graph.encoding import NODES
from claimgraph.graph.view import Graph


def worth_drawing(graph: Graph, most: int) -> Graph:
    """Return so much of the graph, without what a picture gains nothing by."""
    left = _pruned(graph)
    return left if len(left) <= most else _pruned(left.subgraph(_first(left, most)))


def _pruned(graph: Graph) -> Graph:
    """Return the graph without subjects of one claim, which say no more than the claim, and strays."""
    left = graph.copy()
    if len(graph) > 12:
        kinds = graph.nodes(data="kind")
        left.remove_nodes_from([node for node, kind in kinds if kind == "subject" and graph.degree(node) < 2])
    strays = [node for node in left if not left.degree(node)]
    if len(strays) < len(left):
        left.remove_nodes_from(strays)
    return left


def _first(graph: Graph, most: int) -> list[str]:
    """Return so many nodes: dispute after dispute with its claims and whatever touches these."""
    chosen: dict[str, None] = {}
    ranks = {"dispute": 0, "claim": 1}
    for start in sorted(graph, key=lambda node: ranks.get(graph.nodes[node]["kind"], 2)):  # stable
        claims = nx.all_neighbors(graph, start) if graph.nodes[start]["kind"] == "dispute" else ()
        group = dict.fromkeys((start, *claims))
        group |= dict.fromkeys(other for claim in tuple(group) for other in nx.all_neighbors(graph, claim))
        fresh = [node for node in group if node not in chosen]
        if chosen and len(chosen) + len(fresh) > most:
            break
        chosen |= dict.fromkeys(fresh[: most - len(chosen)])
    return list(chosen)


def caption(graph: Graph, shown: Graph) -> str:
    """Return what is drawn and what is not, in words."""
    counts = Counter(kind for _, kind in shown.nodes(data="kind"))
    parts = [f"{n} {kind}{'' if n == 1 else 's'}" for kind in reversed(NODES) if (n := counts[kind])]
    said = [f"Drawn: {', '.join(parts) or 'nothing'}."]
    if left_out := graph.graph.get("left_out", 0):
        said.append(
            f"{left_out:,} more lie as near and were left out by the cap of {graph.graph['cap']} per step."
        )
    if undrawn := len(graph) - len(shown):
        cut = len(shown) < len(_pruned(graph))
        more = sum(kind == "dispute" for _, kind in graph.nodes(data="kind")) - counts["dispute"]
        disputes = f", {more:,} of them disputes" if more else ""
        said.append(
            f"{undrawn:,} are in the graph and not drawn{disputes}: subjects of a single claim, "
            f"nodes without edges{', and what there is no room for' if cut else ''}."
        )
    return " ".join(said)
