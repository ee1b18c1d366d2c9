"""The graph drawn with Bokeh: a page that asks nothing of the network.

Kinds of nodes differ by shape as well as colour, kinds of edges by dashes as well; disputes
are the largest and only crossed symbols. The symbols' colours are those of Okabe and Ito,
"Color universal design" (2008), which colour-blind readers tell apart.

What articles say is data here, never markup: the page's script sets it as text.
"""

from collections import Counter
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import networkx as nx

from claimgraph.graph.layout import lay_out
from claimgraph.graph.page import Page, harmless, make_page
from claimgraph.graph.plotting import Columns, add_hover, empty_figure, new_figure

if TYPE_CHECKING:
    from bokeh.models.renderers import GlyphRenderer
    from bokeh.plotting import figure as Figure  # noqa: N812 - a class that Bokeh spells small

DRAWN = 600
"""Nodes drawn at most; more cannot be told apart on a screen."""
WIDTH, HEIGHT = 1180, 760
"""Pixels of the drawing as it opens; it grows with its window."""


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """How a kind of node looks: a Bokeh marker, its size in pixels, its colour."""

    marker: str
    size: int
    colour: str
    plural: str


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """How a kind of edge looks, and what it says, from its start to its end and back."""

    colour: str
    dash: str
    width: float
    forth: str
    back: str
    arrow: bool = False


NODES: dict[str, NodeStyle] = {  # drawn in this order, the last on top
    "source": NodeStyle("triangle", 13, "#767676", "sources"),
    "subject": NodeStyle("hex", 14, "#009e73", "subjects"),
    "claim": NodeStyle("square", 11, "#f0c05a", "claims"),
    "speaker": NodeStyle("circle", 16, "#0072b2", "speakers"),
    "dispute": NodeStyle("diamond_cross", 28, "#d55e00", "disputes"),
}
EDGES: dict[str, EdgeStyle] = {
    "reported_in": EdgeStyle("#9a9a9a", "dotted", 1.0, "reported in", "reports"),
    "about": EdgeStyle("#009e73", "dotted", 1.2, "about", "subject of"),
    "via": EdgeStyle("#0072b2", "dotted", 1.4, "passed on", "came through"),
    "said": EdgeStyle("#0072b2", "solid", 1.4, "said", "said by"),
    "speaks_for": EdgeStyle("#0072b2", "dashdot", 1.4, "speaks for", "spoken for by", arrow=True),
    "agrees": EdgeStyle("#117733", "solid", 2.2, "agrees with", "agrees with"),
    "repeats": EdgeStyle("#117733", "dashed", 1.6, "repeats", "repeated by"),
    "disputes": EdgeStyle("#b34700", "solid", 2.6, "stands on a side of", "sides"),
    "denies": EdgeStyle("#b34700", "dashed", 2.0, "denies", "denied by", arrow=True),
    "reverses": EdgeStyle("#8a3d77", "dashed", 2.4, "takes back", "taken back by", arrow=True),
}
LABELLED = ("dispute", "speaker", "subject", "source", "claim")
"""Whose label goes first where there is room for one only."""
HUB = 4
"""Edges from which on a speaker is labelled before all else."""

TOOLTIP = """<div style="max-width:26em;font:13px/1.4 system-ui,sans-serif;color:#111">
<b>@heading</b><br>@quote<br><span style="color:#555">@detail</span></div>"""


def draw(
    graph: "nx.MultiDiGraph[str]", *, seed: int = 7, most: int = DRAWN, title: str = "The graph of claims"
) -> Page:
    """Return the drawing of a graph as built by ``build``.

    Args:
        graph: what to draw.
        seed: where the layout starts from; the same seed gives the same picture.
        most: how many nodes to draw, dispute by dispute; the caption says how many are not.
        title: what the page is called.
    """
    shown = _worth_drawing(graph, min(most, DRAWN))
    caption = _caption(graph, shown)
    if not shown:
        return make_page(empty_figure("Nothing to draw: no article holds such claims."), title, caption)
    places = lay_out(shown, seed=seed)
    figure = new_figure(WIDTH, HEIGHT, bounds=_bounds(list(places.values())))
    figure.axis.visible = False
    edges = {kind: _edge_renderer(figure, shown, kind, places) for kind in EDGES if _has(shown, kind)}
    nodes = {kind: _node_renderer(figure, shown, kind, places) for kind in NODES if _members(shown, kind)}
    labels = _label_renderer(figure, shown, places)
    _behave(figure, nodes, edges, labels)
    _explain(figure, nodes, edges)
    return make_page(figure, title, caption)


def _worth_drawing(graph: "nx.MultiDiGraph[str]", most: int) -> "nx.MultiDiGraph[str]":
    """Return so much of the graph, without what a picture gains nothing by."""
    left = _pruned(graph)
    return left if len(left) <= most else _pruned(left.subgraph(_first(left, most)))


def _pruned(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """Return the graph without subjects of one claim, which say no more than the claim, and strays."""
    left = graph.copy()
    if len(graph) > 12:
        kinds = graph.nodes(data="kind")
        left.remove_nodes_from([node for node, kind in kinds if kind == "subject" and graph.degree(node) < 2])
    strays = [node for node in left if not left.degree(node)]
    if len(strays) < len(left):
        left.remove_nodes_from(strays)
    return left


def _first(graph: "nx.MultiDiGraph[str]", most: int) -> list[str]:
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


def _caption(graph: "nx.MultiDiGraph[str]", shown: "nx.MultiDiGraph[str]") -> str:
    counts = Counter(kind for _, kind in shown.nodes(data="kind"))
    parts = [
        f"{counts[kind]} {style.plural if counts[kind] != 1 else kind}"
        for kind, style in reversed(NODES.items())
        if counts[kind]
    ]
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


def _members(graph: "nx.MultiDiGraph[str]", kind: str) -> list[str]:
    return [node for node, found in graph.nodes(data="kind") if found == kind]


def _has(graph: "nx.MultiDiGraph[str]", kind: str) -> bool:
    return any(key == kind for *_, key in graph.edges(keys=True))


def _bounds(places: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Return left, right, bottom and top so that all is seen and no symbol is drawn squeezed."""
    across = [x for x, _ in places]
    down = [y for _, y in places]
    width = max(max(across) - min(across) + 200, WIDTH * 0.6)
    height = max(max(down) - min(down) + 120, HEIGHT * 0.6)
    inner = (WIDTH - 150) / (HEIGHT - 20)  # what the legend leaves
    width, height = max(width, height * inner), max(height, width / inner)
    x, y = (max(across) + min(across)) / 2, (max(down) + min(down)) / 2
    return x - width / 2, x + width / 2, y - height / 2, y + height / 2


# Nodes and edges


def _node_renderer(
    figure: "Figure", graph: "nx.MultiDiGraph[str]", kind: str, places: dict[str, tuple[float, float]]
) -> "GlyphRenderer[Any]":
    style, members = NODES[kind], _members(graph, kind)
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


def _edge_renderer(
    figure: "Figure", graph: "nx.MultiDiGraph[str]", kind: str, places: dict[str, tuple[float, float]]
) -> "GlyphRenderer[Any]":
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


def _label_renderer(
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


# What the drawing does


def _behave(
    figure: "Figure",
    nodes: dict[str, "GlyphRenderer[Any]"],
    edges: dict[str, "GlyphRenderer[Any]"],
    labels: "GlyphRenderer[Any]",
) -> None:
    """Add hovering, tapping, and labels that give way to each other."""
    from bokeh.models import CustomJS, TapTool  # noqa: PLC0415

    add_hover(figure, list(nodes.values()), TOOLTIP)
    figure.add_tools(TapTool(renderers=list(nodes.values()), mode="replace"))
    script = CustomJS(
        args={
            "figure": figure,
            "nodes": nodes,
            "edges": edges,
            "labels": labels,
            "words": {kind: [style.forth, style.back] for kind, style in EDGES.items()},
        },
        code=files("claimgraph.graph").joinpath("drawing.js").read_text(encoding="utf-8"),
    )
    for renderer in nodes.values():
        renderer.data_source.selected.js_on_change("indices", script)
    for renderer in (*nodes.values(), *edges.values()):
        renderer.js_on_change("visible", script)
    for extent in (figure.x_range, figure.y_range):
        extent.js_on_change("start", script)
        extent.js_on_change("end", script)
    figure.js_on_change("inner_width", script)
    figure.js_on_change("inner_height", script)


def _explain(
    figure: "Figure", nodes: dict[str, "GlyphRenderer[Any]"], edges: dict[str, "GlyphRenderer[Any]"]
) -> None:
    """Add the legend: nodes by kind, then edges; a click hides a kind."""
    from bokeh.models.annotations import Legend, LegendItem  # noqa: PLC0415

    kinds = [*reversed(nodes.items()), *reversed(edges.items())]
    items = [LegendItem(label=kind.replace("_", " "), renderers=[renderer]) for kind, renderer in kinds]
    legend = Legend(
        items=items, title="Click to hide", click_policy="hide", border_line_color=None, spacing=1,
        label_text_color="#111111", title_text_color="#333333", glyph_height=26, glyph_width=26,
    )  # fmt: skip
    figure.add_layout(legend, "right")
