"""The report as one HTML page: no script, no network, readable on paper, in light and dark."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimgraph.model import Findings
from claimgraph.report.quoting import visible
from claimgraph.report.view import build


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


def render(findings: Findings) -> str:
    """Return the report as a self-contained HTML page."""
    return environment().get_template("report.html.j2").render(view=build(findings)).strip() + "\n"
