"""The symbols, lines and labels of a drawing, with what is told of each node.

What articles say is data here, never markup: the page's script sets it as text. It finds what is
drawn by its name, "node claim" or "edge said".
"""

from typing import Any

from claimgraph.graph.encoding import EDGES, NODES
from claimgraph.graph.layout import Place
from claimgraph.graph.page import harmless
from claimgraph.graph.plotting import Figure, Renderer, columns, cut
from claimgraph.graph.view import Graph

LABELLED = ("dispute", "speaker", "subject", "source", "claim")
"""Whose label goes first where there is room for one only."""
HUB = 4
"""Edges from which on a speaker is labelled before all else."""


def members_of(graph: Graph, kind: str) -> list[str]:
    """Return the nodes of a kind."""
    return [node for node, found in graph.nodes(data="kind") if found == kind]


def has_edges(graph: Graph, kind: str) -> bool:
    """Tell whether there is an edge of a kind."""
    return any(key == kind for *_, key in graph.edges(keys=True))


def nodes_of(figure: Figure, graph: Graph, kind: str, places: dict[str, Place]) -> Renderer:
    """Add the nodes of a kind."""
    style, members = NODES[kind], members_of(graph, kind)
    told = [tuple(map(harmless, _words(kind, graph.nodes[node]))) for node in members]
    source = columns(
        kind,
        node=members,
        x=[places[one][0] for one in members],
        y=[places[one][1] for one in members],
        alpha=[1.0] * len(members),
        heading=[heading for heading, _, _ in told],
        quote=[quote for _, quote, _ in told],
        detail=[detail for _, _, detail in told],
    )
    renderer = figure.scatter(
        "x", "y", source=source, marker=style.marker, size=style.size,
        fill_color=style.colour, line_color="#111111", line_width=1.2,
        fill_alpha="alpha", line_alpha="alpha", name=f"node {kind}",
    )  # fmt: skip
    renderer.nonselection_glyph = None
    renderer.selection_glyph = renderer.glyph.clone(line_width=4)
    return renderer


def _words(kind: str, node: dict[str, Any]) -> tuple[str, str, str]:
    """Return the heading, the quotation and the details of a node."""
    known = {name: str(value) for name, value in node.items()}

    def listed(*names: str) -> str:
        return " · ".join(known[name].replace("_", " ") for name in names if known.get(name))

    if kind == "claim":
        dates = [f"{word} {known[word]}" for word in ("said", "happened") if word in known]
        detail = " · ".join(filter(None, (known["act"], *dates, listed("subject", "article"))))
        return known.get("speakers", "Speaker unknown"), f"“{known['text']}”", detail
    if kind == "dispute":
        return f"Dispute: {known['label']}", known.get("why", ""), listed("subject", "state")
    if kind == "speaker":
        side = f"side: {known['side']}" if "side" in known else "side unknown"
        detail = " · ".join(filter(None, (listed("role", "actor"), side)))
        return known["label"], known.get("aliases", ""), detail
    if kind == "source":
        return known["label"], listed("publisher"), listed("published", "published_basis", "name")
    return known["label"], "", listed("event", "date")


def edges_of(figure: Figure, graph: Graph, kind: str, places: dict[str, Place]) -> Renderer:
    """Add the edges of a kind."""
    style = EDGES[kind]
    ends = [(start, end) for start, end, key in graph.edges(keys=True) if key == kind]
    source = columns(
        kind,
        start=[start for start, _ in ends],
        end=[end for _, end in ends],
        x0=[places[start][0] for start, _ in ends],
        y0=[places[start][1] for start, _ in ends],
        x1=[places[end][0] for _, end in ends],
        y1=[places[end][1] for _, end in ends],
        alpha=[1.0] * len(ends),
    )
    if style.arrow:
        from bokeh.models.annotations import Arrow, VeeHead  # noqa: PLC0415 - Bokeh takes half a second

        head = VeeHead(size=9, fill_color=style.colour, line_color=style.colour)
        head.fill_alpha = head.line_alpha = {"field": "alpha"}
        look: dict[str, Any] = {"line_color": None, "level": "underlay", "name": f"arrow {kind}"}
        ends_at: dict[str, Any] = {"x_start": "x0", "y_start": "y0", "x_end": "x1", "y_end": "y1"}
        figure.add_layout(Arrow(end=head, source=source, **ends_at, **look))
    return figure.segment(
        "x0", "y0", "x1", "y1", source=source, line_color=style.colour, line_dash=style.dash,
        line_width=style.width, line_alpha="alpha", level="underlay", name=f"edge {kind}",
    )  # fmt: skip


def add_labels(figure: Figure, graph: Graph, places: dict[str, Place]) -> None:
    """Add the labels, all hidden: the page's script shows those there is room for."""
    members = _by_weight(graph)
    kinds = [graph.nodes[node]["kind"] for node in members]
    source = columns(
        "labels",
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
    behind: dict[str, Any] = {
        "background_fill_color": "#ffffff",
        "background_fill_alpha": "back",
        "padding": 1,
    }
    figure.text(
        "x", "y", text="text", x_offset="dx", y_offset="dy", source=source, name="labels",
        text_font={"value": "Helvetica, Arial, sans-serif"}, text_font_size="12px", text_font_style="style",
        text_color="#111111", text_alpha="alpha", text_align="center", text_baseline="middle", **behind,
    )  # fmt: skip


def _by_weight(graph: Graph) -> list[str]:
    """Return the nodes in the order in which they claim room for a label: hubs, then by kind."""
    ranks = {kind: rank for rank, kind in enumerate(LABELLED)}

    def weight(node: str) -> tuple[bool, int, int]:
        kind, degree = graph.nodes[node]["kind"], graph.degree(node)
        return not (kind == "speaker" and degree >= HUB), ranks[kind], -degree

    return sorted(graph, key=weight)  # stable: else in the order of the graph


def _label(node: dict[str, Any]) -> str:
    kind, text = node["kind"], str(node["label"])
    if kind == "claim":
        return f"“{cut(text, 34)}”"
    if kind == "dispute" and node.get("subject"):
        return f"{text}: {cut(str(node['subject']).split(', reported')[0], 34)}"
    return cut(text, 36)
