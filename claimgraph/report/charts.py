"""Axes of figures as Bokeh documents, written as JSON and drawn by the page's own script.

The shape of a mark and the words beside it say whose figure it is; colour only repeats
that. An interval that is open on one side ends in an arrow, never at an invented number.
"""

from collections.abc import Callable, Sequence
from typing import Any, Literal

from claimgraph.embedded import item
from claimgraph.report.quoting import visible
from claimgraph.report.values import Axis, Value
from claimgraph.report.wording import shorten

Ends = tuple[float, float]

COLOURS = {
    "paper": "#fdfcf8",
    "ink": "#1d1c1a",
    "soft": "#5b574f",
    "rule": "#d8d3c6",
    "own": "#1d4e79",
    "other": "#8a3d0c",
}
"""Colours by the name of the page's own variable; the script swaps them for its present values."""
MARKERS = {True: ("circle", "own", 1), False: ("diamond", "other", 1), None: ("square", "soft", 0)}
"""The marker, its colour and how full it is, by whose figure it is."""
SIGNS = {True: "●", False: "◆", None: "□"}
"""The same as a character, for the label and the table."""
ROW = 64
"""Height of one value in pixels."""
LOGARITHMIC = 50
"""From this ratio of the largest to the smallest number on, the axis is logarithmic."""
FONT = "Inter, Segoe UI, Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"


def chart(axis: Axis, at: Callable[[str], str] | None = None) -> str:
    """Return an axis as JSON that the page's script draws.

    Args:
        at: gives the address of what has an id; None where it stands on the same page.
    """
    return item(_plot(axis, at))


def label(value: Value) -> str:
    """Return the two lines over a value: its sign and words and who; when, whose, in how many articles."""
    when = value.date.date if value.date.date != "unknown" else "date unknown"
    parts = [when]
    parts += [value.whose] if value.whose else []
    articles = len({one.origin.id for one in value.statements})
    parts += [f"{articles} articles"] if articles > 1 else []
    first = f"{SIGNS[value.own]} {shorten(value.text, 40)} · {shorten(value.speaker, 34)}"
    return visible(first) + "\n" + visible(" · ".join(parts))


def _plot(axis: Axis, at: Callable[[str], str] | None) -> Any:
    from bokeh.models import HoverTool, OpenURL, Range1d, TapTool  # noqa: PLC0415
    from bokeh.plotting import figure  # noqa: PLC0415

    rows, kind = len(axis.values), _scale(axis.values)
    whole, ends = _range(axis.values)
    plot = figure(
        height=rows * ROW + 64,
        sizing_mode="stretch_width",
        x_range=Range1d(start=whole[0], end=whole[1]),
        y_range=Range1d(start=-0.4, end=rows - 0.25),
        x_axis_type=kind,
        toolbar_location=None,
        tools="",
        background_fill_alpha=0,
        border_fill_alpha=0,
        outline_line_color=None,
        output_backend="canvas",
    )
    _style(plot, f"{axis.unit}{', logarithmic scale' if kind == 'log' else ''}")
    placed = [(rows - 1 - place, one) for place, one in enumerate(axis.values)]
    _intervals(plot, placed, ends)
    _labels(plot, placed)
    hit = _marks(plot, placed, at)
    tooltips = [("", "@speaker"), ("", "“@text”, read as @read"), ("", "@scope"), ("", "@when")]
    plot.add_tools(
        HoverTool(renderers=[hit], tooltips=tooltips),
        TapTool(renderers=[hit], callback=OpenURL(url="@place" if at else "#m-@claim", same_tab=True)),
    )
    return plot


def _style(plot: Any, title: str) -> None:
    ink, soft, rule = COLOURS["ink"], COLOURS["soft"], COLOURS["rule"]
    plot.yaxis.visible = False
    plot.ygrid.visible = False
    plot.xgrid.grid_line_color = rule
    axis = plot.xaxis
    axis.axis_label = title
    axis.axis_label_text_font = axis.major_label_text_font = FONT
    axis.axis_label_text_font_style = "normal"
    axis.axis_label_text_font_size = axis.major_label_text_font_size = "13px"
    axis.axis_label_text_color, axis.major_label_text_color = soft, ink
    axis.axis_line_color = axis.major_tick_line_color = soft
    axis.minor_tick_line_color = None
    if hasattr(axis.formatter, "use_scientific"):
        axis.formatter.use_scientific = False
    axis.ticker.desired_num_ticks = 4


def _intervals(plot: Any, placed: Sequence[tuple[int, Value]], ends: Ends) -> None:
    """Draw a thin line for each row and each interval as a bar, with an arrow where it is open."""
    low, high = ends
    rows = [place for place, _ in placed]
    across = ([plot.x_range.start] * len(rows), rows, [plot.x_range.end] * len(rows), rows)
    plot.segment(*across, line_color=COLOURS["rule"], line_dash=[2, 4])
    plot.segment(
        [one.low if one.low is not None else low for _, one in placed],
        rows,
        [one.high if one.high is not None else high for _, one in placed],
        rows,
        line_color=[_paint(one) for _, one in placed],
        line_width=5,
        line_alpha=0.55,
    )
    opened = [
        (low if one.low is None else high, place, 1.5707963 if one.low is None else -1.5707963, _paint(one))
        for place, one in placed
        if one.low is None or one.high is None
    ]
    if opened:
        x, y, turned, paint = (list(column) for column in zip(*opened, strict=True))
        plot.scatter(x, y, angle=turned, marker="triangle", size=13, color=paint)


def _labels(plot: Any, placed: Sequence[tuple[int, Value]]) -> None:
    from bokeh.core.properties import value as fixed  # noqa: PLC0415
    from bokeh.models import ColumnDataSource  # noqa: PLC0415
    from bokeh.models.annotations import LabelSet  # noqa: PLC0415

    data: Any = {
        "y": [place for place, _ in placed],
        "label": [label(one) for _, one in placed],
    }
    plot.add_layout(
        LabelSet(
            x=0,
            x_units="screen",
            y="y",
            y_offset=10,
            text="label",
            source=ColumnDataSource(data),
            text_font=fixed(FONT),
            text_font_size="13px",
            text_color=COLOURS["ink"],
            background_fill_color=COLOURS["paper"],
        )
    )


def _marks(plot: Any, placed: Sequence[tuple[int, Value]], at: Callable[[str], str] | None) -> Any:
    """Draw a mark at each number that was given, as one renderer: each costs some 20 ms to write."""
    from bokeh.models import ColumnDataSource  # noqa: PLC0415

    given = [
        (number, place, one)
        for place, one in placed
        for number in dict.fromkeys((one.low, one.high))
        if number is not None
    ]
    columns: Any = {
        "x": [number for number, _, _ in given],
        "y": [place for _, place, _ in given],
        "marker": [MARKERS[one.own][0] for *_, one in given],
        "colour": [_paint(one) for *_, one in given],
        "fill": [MARKERS[one.own][2] for *_, one in given],
        "speaker": [visible(one.speaker) for *_, one in given],
        "text": [visible(one.text) for *_, one in given],
        "read": [visible(one.read) for *_, one in given],
        "scope": [visible("; ".join(filter(None, (one.whose, one.scope)))) for *_, one in given],
        "when": [visible(f"{one.date.label} {one.date.date} · {one.date.basis}") for *_, one in given],
        "claim": [one.statements[0].id for *_, one in given],
    }
    if at:
        columns["place"] = [at(f"m-{claim}") for claim in columns["claim"]]
    return plot.scatter(
        "x",
        "y",
        source=ColumnDataSource(columns),
        marker="marker",
        size=14,
        fill_color="colour",
        fill_alpha="fill",
        line_color="colour",
        line_width=2,
    )


def _paint(value: Value) -> str:
    return COLOURS[MARKERS[value.own][1]]


def _numbers(values: Sequence[Value]) -> list[float]:
    return [number for one in values for number in (one.low, one.high) if number is not None]


def _scale(values: Sequence[Value]) -> Literal["log", "linear"]:
    numbers = _numbers(values)
    return "log" if min(numbers) > 0 and max(numbers) / min(numbers) >= LOGARITHMIC else "linear"


def _range(values: Sequence[Value]) -> tuple[Ends, Ends]:
    """Return the ends of the axis, and within them where intervals that are open go to.

    The axis begins at nought, unless it is logarithmic or a value lies below nought.
    """
    numbers = _numbers(values)
    low, high = min(numbers), max(numbers)
    if _scale(values) == "log":
        return (low / 1.7, high * 2.2), (low / 1.4, high * 1.8)
    floor = min(low, 0)
    room = (high - floor) or 1
    least = floor - room * 0.1 if floor < 0 else 0
    return (floor - room * (0.14 if floor < 0 else 0.03), high + room * 0.14), (least, high + room * 0.1)
