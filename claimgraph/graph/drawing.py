"""The graph drawn with Bokeh: a page that asks nothing of the network."""

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from claimgraph.graph.choosing import caption, worth_drawing
from claimgraph.graph.encoding import EDGES, NODES
from claimgraph.graph.labels import labels_of
from claimgraph.graph.layout import lay_out
from claimgraph.graph.marks import edges_of, has_edges, members_of, nodes_of
from claimgraph.graph.page import Page, make_page
from claimgraph.graph.plotting import add_hover, empty_figure, new_figure

if TYPE_CHECKING:
    import networkx as nx
    from bokeh.models.renderers import GlyphRenderer
    from bokeh.plotting import figure as Figure  # noqa: N812 - a class that Bokeh spells small

DRAWN = 600
"""Nodes drawn at most; more cannot be told apart on a screen."""
WIDTH, HEIGHT = 1180, 760
"""Pixels of the drawing as it opens; it grows with its window."""


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
    shown = worth_drawing(graph, min(most, DRAWN))
    words = caption(graph, shown)
    if not shown:
        return make_page(empty_figure("Nothing to draw: no article holds such claims."), title, words)
    places = lay_out(shown, seed=seed)
    figure = new_figure(WIDTH, HEIGHT, bounds=_bounds(list(places.values())))
    figure.axis.visible = False
    edges = {kind: edges_of(figure, shown, kind, places) for kind in EDGES if has_edges(shown, kind)}
    nodes = {kind: nodes_of(figure, shown, kind, places) for kind in NODES if members_of(shown, kind)}
    labels = labels_of(figure, shown, places)
    _behave(figure, nodes, edges, labels)
    _explain(figure, nodes, edges)
    return make_page(figure, title, words, _script())


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


def _behave(
    figure: "Figure",
    nodes: dict[str, "GlyphRenderer[Any]"],
    edges: dict[str, "GlyphRenderer[Any]"],
    labels: "GlyphRenderer[Any]",
) -> None:
    """Add hovering and tapping, and name what the page's script paints: by kind, with the words of edges."""
    from bokeh.models import TapTool  # noqa: PLC0415

    add_hover(figure, list(nodes.values()))
    figure.add_tools(TapTool(renderers=list(nodes.values()), mode="replace"))
    for sort, renderers in (("node", nodes), ("edge", edges)):
        for kind, renderer in renderers.items():
            renderer.name = f"{sort} {kind}"
    labels.name = "labels"
    figure.tags = [[kind, style.forth, style.back] for kind, style in EDGES.items()]


def _script() -> str:
    """Return what paints the drawing. A script of the page, not of Bokeh, which would need ``eval``."""
    return files("claimgraph.graph").joinpath("drawing.js").read_text(encoding="utf-8")


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
