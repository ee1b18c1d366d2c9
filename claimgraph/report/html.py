"""The report as one HTML page: no network, readable without its script and on paper, light and dark.

The page carries a policy that lets nothing be loaded and nothing run or look but its own:
what an article smuggled in could not act even as markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain

from markupsafe import Markup

from claimgraph import embedded
from claimgraph.model import Findings
from claimgraph.policy import NONCE, STYLED, policy, sealed_pieces
from claimgraph.report import charts
from claimgraph.report.page import build, claims_of
from claimgraph.report.quoting import visible
from claimgraph.report.setting import Setting
from claimgraph.report.streams import gathered, stripped
from claimgraph.report.templating import environment

OPEN = 6
"""Charts shown at once; the others are folded away."""
LISTED = 40
"""Disputes of one kind listed at once in the contents; the others are folded away."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What the page's script draws in the element with this id."""

    id: str
    text: Markup


def pieces(findings: Findings, setting: Setting | None = None) -> Iterator[str]:
    """Yield the report as a self-contained HTML page."""
    page = build(findings)
    drawn = [Chart(one.id, Markup(charts.chart(one))) for one in page.axes.shown]  # noqa: S704 - "<" is escaped
    library = embedded.library() if drawn else ""
    script = files("claimgraph.report").joinpath("templates/page.js").read_text(encoding="utf-8")
    scripts = (STYLED, script, library) if library else (script,)
    template = environment("claimgraph.report", visible).get_template("report.html.j2")
    made = template.generate(
        page=page,
        setting=setting or Setting(),
        claims_of=claims_of,
        signs=charts.SIGNS,
        charts=drawn,
        charts_open=OPEN,
        listed=LISTED,
        sided=any(value.whose for axis in page.axes.shown for value in axis.values),
        styled=Markup(STYLED),  # noqa: S704 - the page's own
        library=Markup(library),  # noqa: S704 - BokehJS as installed
        script=Markup(script),  # noqa: S704 - the page's own
        policy=Markup(policy(*scripts)),  # noqa: S704 - hashes and keywords
        nonce=NONCE,
    )
    return sealed_pieces(chain(stripped(gathered(made)), ["\n"]))
