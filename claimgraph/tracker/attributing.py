"""Attributions alone: articles are read and answered for one by one, and nothing of them is kept.

Invariant: the lines are those that the claims of the same articles would be printed as, in the
same order; an article that cannot be read, or on which a stage fails, costs only itself.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from claimgraph.errors import InputRefusedError
from claimgraph.model import Source
from claimgraph.read import Input, scan
from claimgraph.tracker.extracting import refusing
from claimgraph.tracker.ingesting import location


def attribution_lines(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[str], None] | None = None,
    remarks: list[str] | None = None,
) -> Iterator[str | InputRefusedError]:
    """Yield each article's attributions as a line of JSON, or why it could not be read.

    Args:
        paths: files, folders, or "-" for standard input.
        stdin: what "-" reads from.
        progress: called with the name of each article before it is read.
        remarks: takes a line on what of a file is not read.
    """
    inputs: dict[str, Input] = {}
    for found in scan(paths, stdin=stdin):
        if isinstance(found, InputRefusedError):
            yield found
        else:
            inputs[location(found) or found.id] = found  # the last of those that go by one name
    for found in sorted(inputs.values(), key=lambda one: (one.name, one.id)):
        if progress is not None:
            progress(found.name)
        refused: list[InputRefusedError] = []
        with refusing(found.where, refused):
            yield attribution_line_of(found.source(remarks))
        yield from refused


def attribution_line_of(source: Source) -> str:
    """Return the attributions of one article as a line of JSON."""
    from claimgraph.extract.attribution.finding import attributed  # noqa: PLC0415 - brings the parser with it
    from claimgraph.report.attribution import attribution_line  # noqa: PLC0415

    return attribution_line(source, attributed(source))
