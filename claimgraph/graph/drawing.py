"""The graph drawn with Bokeh: a page that asks nothing of the network."""

from collections.abc import Collection
from importlib.resources import files

from claimgraph.graph.choosing import caption, worth_drawing
from claimgraph.graph.encoding import EDGES, NODES
from claimgraph.graph.layout import Place, lay_out
from claimgraph.graph.marks import add_labels, edges_of, has_edges, members_of, nodes_of
from claimgraph.graph.page import Page, make_page
from claimgraph.graph.plotting import Figure, Renderer, add_hover, empty_figure, new_figure
from claimgraph.graph.view import Graph

TITLE = "The graph of claims"

DRAWN = 600
"""Nodes drawn at most; more cannot be told apart on a screen."""
WIDTH, HEIGHT = 1180, 760
"""Pixels of the drawing as it opens; it grows with its window."""


def draw(graph: Graph, *, seed: int = 7, most: int = DRAWN) -> Page:
    """Return the drawing of a graph as built by ``build``.

    Args:
        seed: where the layout starts from; the same seed gives the same picture.
        most: how many nodes to draw, dispute by dispute; the caption says how many are not.
    """
    from bokeh.models import TapTool  # noqa: PLC0415

    shown = worth_drawing(graph, min(most, DRAWN))
    words = caption(graph, shown)
    if not shown:
        return make_page(empty_figure("Nothing to draw: no article holds such claims."), TITLE, words)
    places = lay_out(shown, seed=seed)
    figure = new_figure(WIDTH, HEIGHT, bounds=_bounds(places.values()))
    figure.axis.visible = False
    edges = {kind: edges_of(figure, shown, kind, places) for kind in EDGES if has_edges(shown, kind)}
    nodes = {kind: nodes_of(figure, shown, kind, places) for kind in NODES if members_of(shown, kind)}
    add_labels(figure, shown, places)
    add_hover(figure, list(nodes.values()))
    figure.add_tools(TapTool(renderers=list(nodes.values()), mode="replace"))
    figure.tags = [[kind, style.forth, style.back] for kind, style in EDGES.items()]
    _explain(figure, nodes, edges)
    # a script of the page, not of Bokeh, which would need ``eval``
    script = files("claimgraph.graph").joinpath("drawing.js").read_text(encoding="utf-8")
    return make_page(figure, TITLE, words, script)


def _bounds(places: Collection[Place]) -> tuple[float, float, float, float]:
    """Return left, right, bottom and top so that all is seen and no symbol is drawn squeezed."""
    across = [x for x, _ in places]
    down = [y for _, y in places]
    width = max(max(across) - min(across) + 200, WIDTH * 0.6)
    height = max(max(down) - min(down) + 120, HEIGHT * 0.6)
    inner = (WIDTH - 150) / (HEIGHT - 20)  # what the legend leaves
    width, height = max(width, height * inner), max(height, width / inner)
    x, y = (max(across) + min(across)) / 2, (max(down) + min(down)) / 2
    return x - width / 2, x + width / 2, y - height / 2, y + height / 2


def _explain(figure: Figure, nodes: dict[str, Renderer], edges: dict[str, Renderer]) -> None:
    """Add the legend: nodes by kind, then edges; a click hides a kind."""
    from bokeh.models.annotations import Legend, LegendItem  # noqa: PLC0415

    kinds = [*reversed(nodes.items()), *reversed(edges.items())]
    items = [LegendItem(label=kind.replace("_", " "), renderers=[renderer]) for kind, renderer in kinds]
    legend = Legend(
        items=items, title="Click to hide", click_policy="hide", border_line_color=None, spacing=1,
        label_text_color="#111111", title_text_color="#333333", glyph_height=26, glyph_width=26,
    )  # fmt: skip
    figure.add_layout(legend, "right")
