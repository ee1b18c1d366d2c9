"""The commands of a case's life: take an article out, see what changed."""

from pathlib import Path
from typing import Annotated

import typer

from claimgraph.cli.commands import app
from claimgraph.cli.console import as_json, emit, say_out
from claimgraph.cli.options import AsText, NeededDatabase, TextFormat
from claimgraph.cli.session import case


@app.command(short_help="Take an article out of a case file.")
def remove(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="The article: its name, its id or the beginning of it."),
    ],
    db: NeededDatabase,
) -> int:
    """Take articles, and all that was found in them, out of a case file. Reviewers' decisions stay.

    Example: claimgraph remove letter.txt --db case.db
    """
    with case(db) as tracker:
        for source in sources:
            say_out(f"removed  {tracker.remove(source)}\n")
    return 0


@app.command(short_help="What changed between two states.")
def diff(
    before: Annotated[
        Path, typer.Argument(metavar="A", help="The earlier state: a case file, or a report as JSON.")
    ],
    after: Annotated[Path, typer.Argument(metavar="B", help="The later state.")],
    format: AsText = TextFormat.TEXT,
) -> int:
    """Show disputes, marks and articles that are new, gone or changed from A to B.

    Example: claimgraph diff monday.json case.db
    """
    from dataclasses import asdict  # noqa: PLC0415

    from claimgraph.report.difference import compare  # noqa: PLC0415 - brings the report with it
    from claimgraph.report.quoting import visible  # noqa: PLC0415
    from claimgraph.tracker.comparing import state  # noqa: PLC0415

    found = compare(state(before), state(after))
    if format is TextFormat.JSON:
        emit(as_json(asdict(found)), None)
        return 0
    for key, _, changes in found.parts:
        for one in changes:
            detail = f" ({one.detail})" if one.detail else ""
            say_out(f"{key:9}{one.id}  {visible(' '.join(one.words.split()))}{detail}\n")
    say_out(f"{found.summary}\n")
    return 0
