"""The labels of a drawing: whose comes first, and what it says."""

from typing import TYPE_CHECKING, Any

from claimgraph.graph.encoding import NODES
from claimgraph.graph.page import harmless
from claimgraph.graph.plotting import Columns

if TYPE_CHECKING:
    import networkx as nx
    from bokeh.models.renderers import GlyphRenderer
    from bokeh.plotting import figure as Figure  # noqa: N812 - a class that Bokeh spells small

LABELLED = ("dispute", "speaker", "subject", "source", "claim")
"""Whose label goes first where there is room for one only."""
HUB = 4
"""Edges from which on a speaker is labelled before all else."""


def labels_of(
    figure: "Figure", graph: "nx.MultiDiGraph[str]", places: dict[str, tuple[float, float]]
) -> "GlyphRenderer[Any]":
    """Add the labels, all hidden: the page's script shows those there is room for."""
    members = _by_weight(graph)
    kinds = [graph.nodes[node]["kind"] for node in members]
    columns = Columns(
        node=members,
        kind=kinds,
        x=[places[node][0] for node in members],
        y=[places[node][1] for node in members],
        text=[""] * len(members),
        long=[harmless(_label(graph.nodes[node])) for node in members],
        short=[
            graph.nodes[node]["label"] if kind == "dispute" else ""
            for node, kind in zip(members, kinds, strict=True)
        ],
        reach=[NODES[kind].size / 2 for kind in kinds],
        style=["bold" if kind == "dispute" else "italic" if kind == "claim" else "normal" for kind in kinds],
        alpha=[0.0] * len(members),
        dx=[0.0] * len(members),
        dy=[0.0] * len(members),
        back=[0.0] * len(members),
    )
    look: dict[str, Any] = {
        "text_font": {"value": "Helvetica, Arial, sans-serif"},
        "text_font_size": "12px",
        "text_font_style": "style",
        "text_color": "#111111",
        "text_alpha": "alpha",
        "text_align": "center",
        "text_baseline": "middle",
        "background_fill_color": "#ffffff",
        "background_fill_alpha": "back",
        "padding": 1,
    }
    return figure.text(
        "x",
        "y",
        text="text",
        x_offset="dx",
        y_offset="dy",
        source=columns.source("labels"),
        name="labels",
        **look,
    )


def _by_weight(graph: "nx.MultiDiGraph[str]") -> list[str]:
    """Return the nodes in the order in which they claim room for a label: hubs, then by kind."""
    ranks = {kind: rank for rank, kind in enumerate(LABELLED)}

    def weight(node: str) -> tuple[bool, int, int]:
        kind, degree = graph.nodes[node]["kind"], graph.degree(node)
        return not (kind == "speaker" and degree >= HUB), ranks[kind], -degree

    return sorted(graph, key=weight)  # stable: else in the order of the graph


def _label(node: dict[str, Any]) -> str:
    kind, text = node["kind"], str(node["label"])
    if kind == "claim":
        return f"“{_cut(text, 34)}”"
    if kind == "dispute" and node.get("subject"):
        return f"{text}: {_cut(str(node['subject']).split(', reported')[0], 34)}"
    return _cut(text, 36)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip(" ,;:.") + "…"
