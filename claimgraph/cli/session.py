"""What commands do alike: open a case, take in articles, print a list."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.cli.console import check_output, emit, progress, say, say_out
from claimgraph.cli.options import ListFormat
from claimgraph.errors import ClaimgraphError, InputRefusedError

if TYPE_CHECKING:
    from claimgraph.report.listing import Listing
    from claimgraph.tracker import ClaimGraph, IngestResult

NOTHING_READ = "no article could be read, so there is nothing to show"


@contextmanager
def opened(
    paths: Sequence[str] | None, db: Path | None, actors: Path | None = None
) -> "Iterator[tuple[ClaimGraph, int]]":
    """Open a case file, or memory, with the articles read, and say with which code to end."""
    from claimgraph.tracker import ClaimGraph  # noqa: PLC0415 - brings pydantic with it

    if not paths and db is None:
        raise ClaimgraphError("name articles (PATH...) or a case file (--db FILE)")
    with ClaimGraph.open(db=db, actors=actors, create=bool(paths)) as tracker:
        code = 0
        if tracker.renewed:
            say(f"the case file was of an older version; its {tracker.renewed} articles were read again")
        for refusal in tracker.refused:
            say(str(refusal))
        if paths:
            result = ingested(tracker, paths)
            if not result.read and not tracker.collection().sources:
                raise ClaimgraphError(NOTHING_READ)
            code = exit_code(result)
        yield tracker, code


@contextmanager
def case(db: Path) -> "Iterator[ClaimGraph]":
    """Open a case file that must exist."""
    with opened(None, db) as (tracker, _):
        yield tracker


def ingested(tracker: "ClaimGraph", paths: Sequence[str]) -> "IngestResult":
    """Ingest, showing progress on a terminal, and name what was refused or not read whole."""
    with progress() as show:
        result = tracker.ingest(paths, stdin=getattr(sys.stdin, "buffer", None), progress=show)
    for told in (*result.refused, *result.remarks):
        say(str(told))
    return result


def exit_code(result: "IngestResult") -> int:
    """Return 1 when some inputs were refused, else 0."""
    return 1 if result.refused else 0


def print_all(
    name: "Listing", paths: Sequence[str] | None, db: Path | None, format: ListFormat, output: Path | None
) -> int:  # fmt: skip
    """Run a command that lists everything of one kind."""
    check_output(output)
    with opened(paths, db) as (tracker, code):
        print_list(tracker, name, format.value, output, None)
    return code


def print_list(
    tracker: "ClaimGraph", name: "Listing", format: str, output: Path | None, ids: list[str] | None
) -> None:  # fmt: skip
    """Print a list in a format."""
    from claimgraph.report import listing  # noqa: PLC0415

    if format == "json":
        frame = tracker.table(name, ids) if name == "figures" else None
        emit(listing.as_json(name, tracker.findings(), frame, ids), output)
        return
    frame = tracker.table(name, ids)
    if format == "csv":
        from claimgraph.report.exports import csv_bytes  # noqa: PLC0415

        text = csv_bytes(frame).decode()
    elif format == "md":
        text = listing.as_markdown(name, frame)
    elif output is None and sys.stdout.isatty():
        text = listing.as_table(name, frame, shutil.get_terminal_size().columns)
    else:
        text = listing.as_lines(name, frame)
    emit(text, output)


def print_attributions(
    paths: Sequence[str], actors: Path | None, output: Path | None
) -> int:  # fmt: skip
    """Print the attributions of articles as JSON lines, each as soon as it is read; return the exit code."""
    from claimgraph.tracker.attributing import attribution_lines  # noqa: PLC0415 - brings the readers with it
    from claimgraph.tracker.ingesting import extractor_for  # noqa: PLC0415

    extractor_for(actors)  # it is checked, though nobody is looked up
    lines: list[str] = []
    refused: list[InputRefusedError] = []
    remarks: list[str] = []
    printed = 0
    own_terminal = output is not None or not sys.stdout.isatty()  # else the lines show how far it is
    with progress() as show:
        stdin = getattr(sys.stdin, "buffer", None)
        shown = show if own_terminal else None
        for one in attribution_lines(paths, stdin=stdin, progress=shown, remarks=remarks):
            if isinstance(one, InputRefusedError):
                refused.append(one)
                continue
            printed += 1
            if output is None:
                say_out(f"{one}\n")
            else:
                lines.append(f"{one}\n")
    for told in (*refused, *remarks):
        say(str(told))
    if not printed:
        raise ClaimgraphError(NOTHING_READ)
    if output is not None:
        emit("".join(lines), output)
    return 1 if refused else 0


def attribution(tracker: "ClaimGraph", ids: list[str] | None) -> str:
    """Return attributions as JSON lines, of the claims asked for."""
    from claimgraph.report import attribution_lines  # noqa: PLC0415

    collection = tracker.collection()
    if ids is not None:
        wanted = frozenset(ids)
        chosen = tuple(claim for claim in collection.claims if claim.id in wanted)
        collection = collection.model_copy(update={"claims": chosen})
    return "".join(f"{line}\n" for line in attribution_lines(collection))
