"""The report as one HTML page: no network, readable without its script and on paper, light and dark.

The page carries a policy that lets nothing be loaded and no script run but its own two,
named by their hashes: what an article smuggled in could not run even as markup.
"""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimgraph.model import Findings
from claimgraph.report import charts
from claimgraph.report.page import build, claims_of
from claimgraph.report.quoting import visible
from claimgraph.report.setting import Setting

OPEN = 6
"""Charts shown at once; the others are folded away."""
LISTED = 40
"""Disputes of one kind listed at once in the contents; the others are folded away."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What the page's script draws in the element with this id."""

    id: str
    text: Markup


def _finalize(value: Any) -> Any:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def environment() -> Environment:
    """Return the template environment: everything is escaped, hidden characters are spelled out."""
    return Environment(
        loader=PackageLoader("claimgraph.report"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def policy(*scripts: str) -> str:
    """Return the content security policy: these scripts, inline styles, and nothing from anywhere."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def render(findings: Findings, setting: Setting | None = None) -> str:
    """Return the report as a self-contained HTML page."""
    page = build(findings)
    drawn = [Chart(one.id, Markup(charts.chart(one))) for one in page.axes.shown]  # noqa: S704 - "<" is escaped
    library = charts.script() if drawn else ""
    script = files("claimgraph.report").joinpath("templates/page.js").read_text(encoding="utf-8")
    template = environment().get_template("report.html.j2")
    text = template.render(
        page=page,
        setting=setting or Setting(),
        claims_of=claims_of,
        signs=charts.SIGNS,
        charts=drawn,
        charts_open=OPEN,
        listed=LISTED,
        sided=any(value.whose for axis in page.axes.shown for value in axis.values),
        library=Markup(library),  # noqa: S704 - BokehJS as installed
        script=Markup(script),  # noqa: S704 - the page's own
        policy=Markup(policy(script, library) if library else policy(script)),  # noqa: S704 - hashes and keywords
    )
    return text.strip() + "\n"
