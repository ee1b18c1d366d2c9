"""What the drawings share: columns, an empty figure, tools. Bokeh is imported when used."""

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    import bokeh.models.renderers
    import bokeh.plotting

Figure: TypeAlias = "bokeh.plotting.figure"
Renderer: TypeAlias = "bokeh.models.renderers.GlyphRenderer[Any]"

_TOOLTIP = "<b>@heading</b><br>@quote<br>@detail"
"""Without a style of its own, which the page's policy would not let in; the page says how it looks."""


def columns(name: str, **values: list[Any]) -> "bokeh.models.ColumnDataSource":
    """Return columns of one length as a Bokeh source of that name."""
    from bokeh.models import ColumnDataSource  # noqa: PLC0415

    return ColumnDataSource(data=values, name=name)


def cut(text: str, limit: int) -> str:
    """Return a text, or its beginning with an ellipsis, in so many characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip(" ,;:.") + "…"


def new_figure(
    width: int,
    height: int,
    *,
    bounds: tuple[float, float, float, float] | None = None,
    zoom: Literal["both", "width"] = "both",
    **more: Any,
) -> Figure:
    """Return an empty figure with pan, zoom and reset, which fills its window.

    Args:
        width: pixels of its shape; it keeps the ratio.
        height: as ``width``.
        bounds: left, right, bottom and top of what is seen first; None: as the data goes.
        zoom: what the wheel stretches.
        more: what else Bokeh's ``figure`` takes.
    """
    from bokeh.models import WheelZoomTool  # noqa: PLC0415
    from bokeh.plotting import figure  # noqa: PLC0415

    if bounds is not None:
        left, right, bottom, top = bounds
        more |= {"x_range": (left, right), "y_range": (bottom, top)}
    made = figure(
        width=width, height=height, sizing_mode="scale_width", tools="pan,reset,save",
        toolbar_location="above", background_fill_color="#ffffff", border_fill_color="#ffffff",
        outline_line_color="#cccccc", **more,
    )  # fmt: skip
    made.grid.visible = False
    made.toolbar.logo = None
    wheel = WheelZoomTool(zoom_on_axis=False, dimensions=zoom)
    made.add_tools(wheel)
    made.toolbar.active_scroll = wheel
    return made


def add_hover(figure: Figure, renderers: "Sequence[Renderer]") -> None:
    """Show heading, quote and detail over the symbols; Bokeh escapes the values put into it."""
    from bokeh.models import HoverTool  # noqa: PLC0415

    figure.add_tools(HoverTool(renderers=list(renderers), tooltips=_TOOLTIP, attachment="horizontal"))


def empty_figure(message: str) -> Figure:
    """Return a figure that only says why it is empty."""
    made = new_figure(900, 160, bounds=(0, 1, 0, 1))
    made.axis.visible = False
    made.text([0.5], [0.5], text=[message], text_align="center", text_color="#111111", text_font_size="15px")
    return made
