"""Claims on a line of time, a lane for each speaker, drawn with Bokeh.

Invariant: a claim stands at the day it was said. Where that is not known it stands, hollow,
at the day its article was published; where neither is known it is counted, not drawn. A month
or a year is drawn as long as it lasts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from claimgraph.graph.page import Page, harmless, make_page
from claimgraph.graph.plotting import Figure, Renderer, add_hover, columns, cut, empty_figure, new_figure
from claimgraph.lexicon.periods import days_of
from claimgraph.model import Claim, Findings

TITLE = "Timeline of claims"

LANES = 40
"""Speakers drawn at most, those with most disputed claims first."""
CLAIMS = 1_500
"""Claims drawn at most, disputed ones first, then in reading order."""

PILED = 0.5
"""Height of a claim among others of its lane and day; a lane is at least 1 high."""

STYLES: dict[str, tuple[str, str, str]] = {
    "assert": ("circle", "#56b4e9", "said"),
    "estimate": ("square", "#56b4e9", "estimated"),
    "accuse": ("triangle", "#e69f00", "accused"),
    "deny": ("inverted_triangle", "#d55e00", "denied"),
    "admit": ("diamond", "#009e73", "admitted"),
    "other": ("plus", "#666666", "demanded, promised, predicted or judged"),
}
"""Marker, colour and words of each act; acts that cannot be disputed share one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim with its place: the first and last moment of its date, and its lane."""

    claim: Claim
    lane: str
    first: datetime
    last: datetime
    printed: bool  # the date is the article's, not the statement's


def timeline(findings: Findings, claims: Sequence[Claim]) -> Page:
    """Return claims of the findings on a line of time.

    Args:
        claims: which of them, in reading order.
    """
    disputed = {one for dispute in findings.matching.disputes for side in dispute.sides for one in side}
    ranked = sorted(claims, key=lambda claim: claim.id not in disputed)  # stable: then in reading order
    marks = list(_marks(findings, ranked[:CLAIMS]))
    lanes = _lanes(marks, disputed)
    drawn = [mark for mark in marks if mark.lane in lanes]
    caption = _caption(len(claims), len(marks), drawn, lanes)
    if not drawn:
        return make_page(empty_figure("Nothing to draw: no such claim has a date."), TITLE, caption)
    middles, heights, total = _heights(drawn, lanes)
    figure = new_figure(
        1180, 140 + round(34 * total), zoom="width", x_axis_type="datetime", y_range=(total - 0.5, -0.5)
    )
    _draw_lanes(figure, findings, middles)
    _draw_disputes(figure, findings, drawn, heights)
    add_hover(figure, _draw_marks(figure, findings, drawn, heights, disputed))
    return make_page(figure, TITLE, caption)


def _caption(asked: int, dated: int, drawn: Sequence[Mark], lanes: Sequence[str]) -> str:
    claims = f"{len(drawn):,} claim{'' if len(drawn) == 1 else 's'}"
    speakers = f"{len(lanes):,} speaker{'' if len(lanes) == 1 else 's'}"
    said = [
        f"Drawn: {claims} by {speakers}.",
        "A dark ring marks a disputed claim; a dashed line joins the sides of a dispute.",
        "A hollow symbol stands at the article's date, as the day of the words is not known.",
    ]
    if asked > CLAIMS:
        said.append(f"Disputed claims come first; {asked - CLAIMS:,} past the first {CLAIMS:,} are left out.")
    if undated := min(asked, CLAIMS) - dated:
        said.append(f"Left out for want of a known date: {undated:,}.")
    if beyond := dated - len(drawn):
        said.append(f"Left out, by speakers past the first {LANES}: {beyond:,}.")
    return " ".join(said)


# Places


def _marks(findings: Findings, claims: Sequence[Claim]) -> Iterator[Mark]:
    published = {source.id: source.published.date for source in findings.collection.sources}
    known = {speaker.id for speaker in findings.collection.speakers}
    for claim in claims:
        date = claim.said.date or published.get(claim.source)
        lane = next((one for one in claim.speakers if one in known), "")
        days = days_of(date) if date is not None else None
        if days is not None:  # it is one that the calendar has
            first, last = (datetime(one.year, one.month, one.day, tzinfo=UTC) for one in days)
            yield Mark(claim, lane, first, last, claim.said.date is None)


def _lanes(marks: Sequence[Mark], disputed: set[str]) -> list[str]:
    """Return the speakers to draw, those of most disputed claims chosen, by the day they first speak."""
    said = Counter(mark.lane for mark in marks)
    contested = Counter(mark.lane for mark in marks if mark.claim.id in disputed)
    since: dict[str, datetime] = {}
    for mark in marks:
        since[mark.lane] = min(mark.first, since.get(mark.lane, mark.first))
    chosen = sorted(said, key=lambda lane: (-contested[lane], -said[lane], lane))[:LANES]
    return sorted(chosen, key=lambda lane: (since[lane], lane))


def _heights(marks: Sequence[Mark], lanes: Sequence[str]) -> tuple[dict[str, float], dict[str, float], float]:
    """Return the height of each lane's middle and of each claim, and the height of all lanes.

    Claims of one lane and day stand one above the other; a lane is as high as its highest pile.
    """
    piles: defaultdict[str, defaultdict[datetime, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        piles[mark.lane][mark.first].append(mark.claim.id)
    middles: dict[str, float] = {}
    heights: dict[str, float] = {}
    top = 0.0
    for lane in lanes:
        tallest = max(len(pile) for pile in piles[lane].values())
        height = max(1.0, (tallest + 1) * PILED)
        middles[lane] = top + (height - 1) / 2
        for pile in piles[lane].values():
            for place, claim in enumerate(pile):
                heights[claim] = middles[lane] + (place - (len(pile) - 1) / 2) * PILED
        top += height
    return middles, heights, top


def _middle(mark: Mark) -> datetime:
    return mark.first + (mark.last - mark.first) / 2


# Drawing


def _draw_lanes(figure: Figure, findings: Findings, middles: dict[str, float]) -> None:
    names = {speaker.id: speaker.name for speaker in findings.collection.speakers}
    labels: dict[Any, Any] = {
        middle: harmless(cut(names.get(lane, "speaker unknown"), 44)) for lane, middle in middles.items()
    }
    figure.yaxis.ticker = list(middles.values())
    figure.yaxis.major_label_overrides = labels
    figure.yaxis.major_label_text_font_size = "13px"
    figure.yaxis.major_label_text_color = figure.xaxis.major_label_text_color = "#111111"
    figure.ygrid.visible = True
    figure.ygrid.grid_line_color = "#e3e3e3"


def _draw_disputes(
    figure: Figure, findings: Findings, marks: Sequence[Mark], heights: dict[str, float]
) -> None:
    """Join the first drawn claim of the first side of each dispute to that of each other side."""
    where = {mark.claim.id: (_middle(mark), heights[mark.claim.id]) for mark in marks}
    joined = []
    for dispute in findings.matching.disputes:
        ends = [next((where[one] for one in side if one in where), None) for side in dispute.sides]
        found = [end for end in ends if end is not None]
        joined += [(*found[0], *other) for other in found[1:]]
    if joined:
        x0, y0, x1, y1 = map(list, zip(*joined, strict=True))
        source = columns("disputes", x0=x0, y0=y0, x1=x1, y1=y1)
        figure.segment(
            "x0", "y0", "x1", "y1", source=source, line_color="#b34700", line_width=1.6,
            line_alpha=0.6, line_dash="dashed", legend_label="a dispute", name="disputes",
        )  # fmt: skip


def _draw_marks(
    figure: Figure,
    findings: Findings,
    marks: Sequence[Mark],
    heights: dict[str, float],
    disputed: set[str],
) -> list[Renderer]:
    renderers = []
    for act, (marker, colour, words) in STYLES.items():
        chosen = [mark for mark in marks if _style(mark.claim) == act]
        if not chosen:
            continue
        source = columns(
            act,
            x=[_middle(mark) for mark in chosen],
            x0=[mark.first for mark in chosen],
            x1=[mark.last + timedelta(days=1) if mark.first != mark.last else mark.last for mark in chosen],
            y=[heights[mark.claim.id] for mark in chosen],
            fill=["#ffffff" if mark.printed else colour for mark in chosen],
            ring=[21.0 if mark.claim.id in disputed else 0.0 for mark in chosen],
            **_told(findings, chosen),
        )
        figure.segment("x0", "y", "x1", "y", source=source, line_color=colour, line_width=3, line_alpha=0.5)
        renderer = figure.scatter(
            "x", "y", source=source, marker=marker, size=12, fill_color="fill", line_color=colour,
            line_width=2, legend_label=words, name=act,
        )  # fmt: skip
        ring: dict[str, Any] = {"line_color": "#111111", "line_width": 1.5, "fill_color": None}
        circle = figure.scatter("x", "y", source=source, marker="circle", size="ring", **ring)
        renderer.js_link("visible", circle, "visible")
        renderers.append(renderer)
    legend = figure.legend[0]
    legend.orientation, legend.click_policy, legend.location = "horizontal", "hide", "left"
    legend.border_line_color = None
    figure.add_layout(legend, "above")
    return renderers


def _style(claim: Claim) -> str:
    return claim.act.value if claim.act in STYLES else "other"


def _told(findings: Findings, marks: Sequence[Mark]) -> dict[str, list[Any]]:
    """Return what is told of each mark: who, the words, when and where."""
    names = {speaker.id: speaker.name for speaker in findings.collection.speakers}
    sources = {source.id: source for source in findings.collection.sources}
    heading, quote, detail = [], [], []
    for mark in marks:
        claim, source = mark.claim, sources[mark.claim.source]
        who = "; ".join(names[one] for one in claim.speakers if one in names)
        when = f"published {source.published.date}" if mark.printed else f"said {claim.said.date}"
        heading.append(harmless(who or claim.unknown_speaker or "Speaker unknown"))
        quote.append(harmless(f"“{cut(' '.join(claim.text.split()), 400)}”"))
        detail.append(harmless(f"{claim.act.value} · {when} · {source.title or source.name} · {claim.id}"))
    return {"heading": heading, "quote": quote, "detail": detail}
