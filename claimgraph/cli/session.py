"""What commands do alike: open a case, take in articles, print a list."""

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from claimgraph.cli.console import check_output, emit, progress, say, say_out
from claimgraph.errors import ClaimgraphError, DetailRefusedError, InputRefusedError

if TYPE_CHECKING:
    from claimgraph.report.listing import Listing
    from claimgraph.report.setting import Setting
    from claimgraph.tracker import ClaimGraph, IngestResult

NAMED = 10
"""Files passed over that are named; the others are counted."""
NOTHING_READ = "no article could be read, so there is nothing to show"


@contextmanager
def opened(
    paths: Sequence[str] | None,
    db: Path | None,
    actors: Path | None = None,
    workers: int | None = None,
    judge: bool | None = None,
) -> "Iterator[tuple[ClaimGraph, int]]":
    """Open a case file, or memory, with the articles read, and say with which code to end."""
    from claimgraph.tracker import ClaimGraph  # noqa: PLC0415 - brings pydantic with it

    if not paths and db is None:
        raise ClaimgraphError("name articles (PATH...) or a case file (--db FILE)")
    with ClaimGraph.open(db=db, actors=actors, create=bool(paths), judge=judge) as tracker:
        code = 0
        if tracker.renewed:
            say(f"the case file was of an older version; its {tracker.renewed} articles were read again")
        for refusal in tracker.refused:
            say(str(refusal))
        if paths:
            result = ingested(tracker, paths, workers)
            if not result.read and not tracker.collection().sources:
                raise ClaimgraphError(NOTHING_READ)
            code = exit_code(result)
        yield tracker, code


@contextmanager
def case(db: Path, judge: bool | None = None) -> "Iterator[ClaimGraph]":
    """Open a case file that must exist."""
    with opened(None, db, judge=judge) as (tracker, _):
        yield tracker


def ingested(tracker: "ClaimGraph", paths: Sequence[str], workers: int | None = None) -> "IngestResult":
    """Ingest, showing progress on a terminal, and name what was refused or not read whole."""
    with progress() as show:
        stdin = getattr(sys.stdin, "buffer", None)
        result = tracker.ingest(paths, stdin=stdin, progress=show, workers=workers)
    for told in (*result.refused, *result.remarks):
        say(str(told))
    say_passed_over(result.passed_over)
    return result


def say_passed_over(names: Sequence[str]) -> None:
    """Name the files that are no articles, or as many as fit a line."""
    if names:
        named = ", ".join(names[:NAMED])
        more = len(names) - NAMED
        say(f"passed over, for they are no articles: {named}{f' and {more} more' if more > 0 else ''}")


def print_tally(result: "IngestResult", *, brief: bool = False) -> None:
    """Print what became of each article, a line each, and the counts.

    Args:
        brief: leave out what is as it was, and the counts when all is.
    """
    for standing in ("new", "changed") if brief else ("new", "changed", "kept"):
        for name in getattr(result, standing):
            say_out(f"{standing:9}{name}\n")
    for name, before in result.renamed:
        say_out(f"renamed  {name} (was {before})\n")
    for name, other in () if brief else result.same:
        say_out(f"same     {name} (as {other})\n")
    for name in result.gone:
        say_out(f"gone     {name} (kept in the case; `claimgraph remove` takes it out)\n")
    if not brief or result.new or result.changed or result.renamed:
        print_counts(result)


def print_counts(result: "IngestResult") -> None:
    """Print how many articles became what."""
    counts = [f"{len(getattr(result, each))} {each}" for each in ("new", "changed", "kept")]
    details = sum(isinstance(one, DetailRefusedError) for one in result.refused)
    counts.append(f"{len(result.refused) - details} refused")
    if details:
        counts.append(f"{details} {'detail' if details == 1 else 'details'} not used")
    counts += [
        f"{len(found)} {each}" for each in ("renamed", "same", "gone") if (found := getattr(result, each))
    ]
    say_out(", ".join(counts) + "\n")


def exit_code(result: "IngestResult") -> int:
    """Return 1 when some inputs were refused, else 0."""
    return 1 if result.refused else 0


def made_with(
    tracker: "ClaimGraph",
    arguments: Sequence[str],
    *,
    since: Path | None,
    graph: Path | None,
    beside: Path | None,
) -> "Setting":
    """Return what a report says of its own making; draws the graph that it links, when one is asked for."""
    from claimgraph.report.setting import Setting  # noqa: PLC0415 - brings the package's version with it

    drawing = None
    if graph is not None:
        tracker.show().save(graph)
        drawing = quote(os.path.relpath(graph, (beside or graph).parent).replace(os.sep, "/"))
    changed = tracker.since(since) if since is not None else None
    return Setting(command=command_line(arguments), since=changed, drawing=drawing)


def command_line(arguments: Sequence[str]) -> str:
    """Return the command to be given again: without output file, or folders that only this machine has."""
    told, rest = ["claimgraph"], iter(arguments)
    for one in rest:
        if one in {"-o", "--output"}:
            next(rest, None)
        elif not one.startswith("--output="):
            told.append(Path(one).name if Path(one).is_absolute() else one)
    return shlex.join(told)


def run_list(
    name: "Listing", paths: Sequence[str] | None, db: Path | None, actors: Path | None, format: str,
    output: Path | None, asked: "Callable[[ClaimGraph], list[str] | None]" = lambda _: None,
    kind: str | None = None,
) -> int:  # fmt: skip
    """Run a command that lists what is asked for, by id; everything when these are None."""
    check_output(output)
    with opened(paths, db, actors) as (tracker, code):
        print_list(tracker, name, format, output, asked(tracker), kind)
    return code


def print_list(
    tracker: "ClaimGraph", name: "Listing", format: str, output: Path | None, ids: list[str] | None,
    kind: str | None = None,
) -> None:  # fmt: skip
    """Print a list in a format; of marks, those of a kind."""
    from claimgraph.report import listing  # noqa: PLC0415

    if format == "json":
        frame = tracker.table(name, ids) if name == "figures" else None
        around = ids if name in {"claims", "figures"} else None
        found = tracker.findings() if around is None else tracker.around(around)
        emit(listing.json_pieces(name, found, frame, ids, kind), output)
        return
    if format == "csv":
        from claimgraph.report.rows import csv_pieces  # noqa: PLC0415

        emit(csv_pieces(name, tracker.rows(name, ids, kind=kind)), output)
        return
    frame = tracker.table(name, ids, kind=kind)
    if format == "md":
        text = listing.as_markdown(name, frame)
    elif output is None and sys.stdout.isatty():
        text = listing.as_table(name, frame, shutil.get_terminal_size().columns)
    else:
        text = listing.as_lines(name, frame)
    emit(text, output)


def print_attributions(paths: Sequence[str], actors: Path | None, output: Path | None) -> int:
    """Print the attributions of articles as JSON lines, each as soon as it is read; return the exit code."""
    from claimgraph.tracker.extracting import extractor_for  # noqa: PLC0415 - brings pydantic with it

    extractor_for(actors)  # it is checked, though nobody is looked up
    refused: list[InputRefusedError] = []
    silent = output is None and sys.stdout.isatty()  # the lines show how far it is
    emit(_attributed(paths, refused, silent=silent), output)
    return 1 if refused else 0


def _attributed(paths: Sequence[str], refused: list[InputRefusedError], *, silent: bool) -> Iterator[str]:
    """Yield the attributions of articles as JSON lines; say at last what was refused, or not read whole."""
    from claimgraph.tracker.attributing import attribution_lines  # noqa: PLC0415 - brings the readers with it

    remarks: list[str] = []
    nothing = True
    with progress() as show:
        stdin, shown = getattr(sys.stdin, "buffer", None), None if silent else show
        for one in attribution_lines(paths, stdin=stdin, progress=shown, remarks=remarks):
            if isinstance(one, InputRefusedError):
                refused.append(one)
            else:
                nothing = False
                yield f"{one}\n"
    for told in (*refused, *remarks):
        say(str(told))
    if nothing:
        raise ClaimgraphError(NOTHING_READ)


def attribution(tracker: "ClaimGraph", ids: list[str] | None) -> Iterator[str]:
    """Yield attributions as JSON lines, of the claims asked for."""
    from claimgraph.report.attribution import attribution_lines  # noqa: PLC0415

    collection = tracker.collection()
    if ids is not None:
        wanted = frozenset(ids)
        chosen = tuple(claim for claim in collection.claims if claim.id in wanted)
        collection = collection.model_copy(update={"claims": chosen})
    return (f"{line}\n" for line in attribution_lines(collection))
