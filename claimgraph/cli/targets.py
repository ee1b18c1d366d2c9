"""Where a report goes: to stdout, a file, or a folder of pages."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self, get_args

from claimgraph.cli.console import check_output, emit, say
from claimgraph.cli.options import ReportFormat
from claimgraph.errors import ClaimgraphError

ENDINGS: Mapping[str, ReportFormat] = {one: one for one in get_args(ReportFormat)} | {
    "htm": "html",
    "markdown": "md",
}
"""The format that the ending of a name stands for."""
OTHERS = frozenset({"pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods"})
"""Endings of what no report is written as."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place and the format of what is written there; ``place`` is None for stdout."""

    place: Path | None
    format: ReportFormat
    folder: bool = False

    @classmethod
    def of(cls, output: str | None, format: ReportFormat | None) -> Self:
        """Return what was asked for: a folder where the name ends so, or is one and HTML is asked for.

        Raises:
            ClaimgraphError: a folder is named, and a format that is one file; or the ending is of no report.
        """
        if output is None:
            return cls(None, format or "md")
        place = Path(output)
        named = output.endswith(("/", os.sep))
        if named and format not in {None, "html"}:
            raise ClaimgraphError(f"{output} is a folder, and only html makes one; name a file in it")
        if named or (format == "html" and place.is_dir()):
            return cls(place, "html", folder=True)
        ending = place.suffix.lower().lstrip(".")
        if ending in OTHERS:
            remedy = "end the name in .md, .html, .json or .csv; a browser prints the .html to PDF"
            raise ClaimgraphError(f"{output}: no report is written as {ending}; {remedy}")
        return cls(place, format or ENDINGS.get(ending) or "md")

    @property
    def first(self) -> Path | None:
        """The file that is opened first."""
        return self.place / "index.html" if self.place and self.folder else self.place

    def check(self) -> None:
        """Refuse a place that cannot be written to, before the work is done."""
        if self.folder and self.place:
            from claimgraph.report.writing import check_folder  # noqa: PLC0415 - one of two

            check_folder(self.place)
        else:
            check_output(self.place)

    def write(self, pieces: Iterable[str]) -> None:
        """Write a report in one piece, and say so when it is a page that is slow to open."""
        size = 0

        def counted() -> Iterator[str]:
            nonlocal size
            for piece in pieces:
                size += len(piece) if piece.isascii() else len(piece.encode())
                yield piece

        emit(counted(), self.place)
        if self.format == "html":
            from claimgraph.report.html import LARGE  # noqa: PLC0415 - was needed for the page

            if size >= LARGE:
                name = self.place or "the page"
                say(
                    f"{name} has {size / 1e6:.0f} MB, which a browser takes seconds to open;"
                    " -o FOLDER/ writes an index and a page a story"
                )

    def write_pages(self, pages: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Write a report as a folder of pages."""
        from claimgraph.report.writing import write_folder  # noqa: PLC0415 - brings the report with it

        if self.place:
            files = ((name, (piece.encode() for piece in pieces)) for name, pieces in pages)
            write_folder(self.place, files)
