"""The symbols and lines of a drawing, with what is told of each node.

What articles say is data here, never markup: the page's script sets it as text.
"""

from typing import TYPE_CHECKING, Any

from claimgraph.graph.encoding import EDGES, NODES
from claimgraph.graph.page import harmless
from claimgraph.graph.plotting import Columns

if TYPE_CHECKING:
    import networkx as nx
    from bokeh.models.renderers import GlyphRenderer
    from bokeh.plotting import figure as Figure  # noqa: N812 - a class that Bokeh spells small


def members_of(graph: "nx.MultiDiGraph[str]", kind: str) -> list[str]:
    """Return the nodes of a kind."""
    return [node for node, found in graph.nodes(data="kind") if found == kind]


def has_edges(graph: "nx.MultiDiGraph[str]", kind: str) -> bool:
    """Tell whether there is an edge of a kind."""
    return any(key == kind for *_, key in graph.edges(keys=True))


def nodes_of(
    figure: "Figure", graph: "nx.MultiDiGraph[str]", kind: str, places: dict[str, tuple[float, float]]
) -> "GlyphRenderer[Any]":
    """Add the nodes of a kind."""
    style, members = NODES[kind], members_of(graph, kind)
    columns = Columns(
        node=members, x=[places[one][0] for one in members], y=[places[one][1] for one in members]
    )
    columns.add(alpha=[1.0] * len(members), **_told(graph, kind, members))
    renderer = figure.scatter(
        "x", "y", source=columns.source(kind), marker=style.marker, size=style.size,
        fill_color=style.colour, line_color="#111111", line_width=1.2,
        fill_alpha="alpha", line_alpha="alpha", name=kind,
    )  # fmt: skip
    renderer.nonselection_glyph = None
    renderer.selection_glyph = renderer.glyph.clone(line_width=4)
    return renderer


def _told(graph: "nx.MultiDiGraph[str]", kind: str, members: list[str]) -> dict[str, list[Any]]:
    """Return what is told of each node: heading, quote and detail, and its neighbours in words."""
    told = [_words(kind, graph.nodes[node]) for node in members]
    return {
        "heading": [harmless(heading) for heading, _, _ in told],
        "quote": [harmless(quote) for _, quote, _ in told],
        "detail": [harmless(detail) for *_, detail in told],
    }


def _words(kind: str, node: dict[str, Any]) -> tuple[str, str, str]:
    """Return the heading, the quotation and the details of a node."""
    known = {name: str(value) for name, value in node.items()}

    def listed(*names: str) -> str:
        return " · ".join(known[name].replace("_", " ") for name in names if known.get(name))

    if kind == "claim":
        dates = [f"{word} {known[word]}" for word in ("said", "happened") if word in known]
        detail = " · ".join(part for part in (known["act"], *dates, listed("subject", "article")) if part)
        return known.get("speakers", "Speaker unknown"), f"“{known['text']}”", detail
    if kind == "dispute":
        return f"Dispute: {known['label']}", known.get("why", ""), listed("subject", "state")
    if kind == "speaker":
        side = f"side: {known['side']}" if "side" in known else "side unknown"
        return (
            known["label"],
            known.get("aliases", ""),
            " · ".join(filter(None, (listed("role", "actor"), side))),
        )
    if kind == "source":
        return known["label"], listed("publisher"), listed("published", "published_basis", "name")
    return known["label"], "", listed("event", "date")


def edges_of(
    figure: "Figure", graph: "nx.MultiDiGraph[str]", kind: str, places: dict[str, tuple[float, float]]
) -> "GlyphRenderer[Any]":
    """Add the edges of a kind."""
    style = EDGES[kind]
    ends = [(start, end) for start, end, key in graph.edges(keys=True) if key == kind]
    columns = Columns(
        start=[start for start, _ in ends],
        end=[end for _, end in ends],
        x0=[places[start][0] for start, _ in ends],
        y0=[places[start][1] for start, _ in ends],
        x1=[places[end][0] for _, end in ends],
        y1=[places[end][1] for _, end in ends],
        alpha=[1.0] * len(ends),
    )
    source = columns.source(kind)
    if style.arrow:
        from bokeh.models.annotations import Arrow, VeeHead  # noqa: PLC0415 - Bokeh takes half a second

        head = VeeHead(size=9, fill_color=style.colour, line_color=style.colour)
        head.fill_alpha = head.line_alpha = {"field": "alpha"}
        look: dict[str, Any] = {"line_color": None, "level": "underlay", "name": f"arrow {kind}"}
        ends_at: dict[str, Any] = {"x_start": "x0", "y_start": "y0", "x_end": "x1", "y_end": "y1"}
        figure.add_layout(Arrow(end=head, source=source, **ends_at, **look))
    return figure.segment(
        "x0", "y0", "x1", "y1", source=source, line_color=style.colour, line_dash=style.dash,
        line_width=style.width, line_alpha="alpha", level="underlay", name=kind,
    )  # fmt: skip
