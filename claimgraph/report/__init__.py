"""The report: JSON, Markdown, HTML, CSV, tables. Each line can be traced and none takes sides.

Formats are imported when asked for.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from claimgraph.model import Findings
    from claimgraph.report.setting import Setting

__all__ = ["FORMATS", "Format", "pieces", "render"]

Format = Literal["md", "html", "json", "csv"]
FORMATS: tuple[Format, ...] = ("md", "html", "json", "csv")


def pieces(findings: "Findings", format: Format, setting: "Setting | None" = None) -> Iterator[str]:  # noqa: A002 - the option's own name
    """Return the report in one of the formats, ending in a newline, to be written piece by piece.

    Raises:
        ClaimgraphError: when there is no such format.
    """
    from importlib import import_module  # noqa: PLC0415 - formats bring jinja2 with them

    from claimgraph.errors import ClaimgraphError  # noqa: PLC0415

    modules = {"md": "markdown", "html": "html", "json": "document", "csv": "csvs"}
    if format not in modules:
        raise ClaimgraphError(f"there is no report format {format!r}; choose one of {', '.join(modules)}")
    made: Iterator[str] = import_module(f"claimgraph.report.{modules[format]}").pieces(findings, setting)
    return made


def render(findings: "Findings", format: Format, setting: "Setting | None" = None) -> str:  # noqa: A002
    """Return the report in one of the formats as one text (see ``pieces``)."""
    return "".join(pieces(findings, format, setting))
