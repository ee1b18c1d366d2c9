"""The commands of a case's life: take an article out, see what changed, is it as it was, a copy of it."""

from pathlib import Path
from typing import Annotated

from claimgraph.cli.commands import app
from claimgraph.cli.console import as_json, emit, say_out
from claimgraph.cli.options import AsText, NeededDatabase, NeededOut, argument, option
from claimgraph.cli.session import case


@app.command(short_help="Take an article out of a case file.")
def remove(
    sources: Annotated[
        list[str], argument("SOURCE", "The article: its name, its id or the beginning of it.")
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
    before: Annotated[Path, argument("A", "The earlier state: a case file, or a report as JSON.")],
    after: Annotated[Path, argument("B", "The later state.")],
    format: AsText = "text",
) -> int:
    """Show disputes, marks and articles that are new, gone or changed from A to B.

    Example: claimgraph diff monday.json case.db
    """
    from dataclasses import asdict  # noqa: PLC0415

    from claimgraph.report.difference import compare  # noqa: PLC0415 - brings the report with it
    from claimgraph.report.quoting import visible  # noqa: PLC0415
    from claimgraph.tracker.comparing import state  # noqa: PLC0415

    found = compare(state(before), state(after))
    if format == "json":
        emit(as_json(asdict(found)), None)
        return 0
    for key, _, changes in found.parts:
        for one in changes:
            detail = f" ({one.detail})" if one.detail else ""
            say_out(f"{key:9}{one.id}  {visible(' '.join(one.words.split()))}{detail}\n")
    say_out(f"{found.summary}\n")
    return 0


@app.command(short_help="Check that a case file is as it was written.")
def verify(
    db: NeededDatabase,
    against: Annotated[
        Path | None, option("--against FOLDER", "Compare with the articles in this folder as well.")
    ] = None,
) -> int:
    """Check hashes, spans, references and pages of a case file; ends with 1 when anything is wrong.

    Example: claimgraph verify --db case.db --against articles/
    """
    from claimgraph.report.wording import count  # noqa: PLC0415 - brings the models with it
    from claimgraph.store import Store  # noqa: PLC0415 - brings pydantic with it
    from claimgraph.tracker.custody import against as compared  # noqa: PLC0415

    with Store.open(db, create=False, check=False) as store:
        faults = store.faults()
        if against is not None and not faults:
            faults.extend(compared(store, against))
        sources = len(store.kept()) if not faults else 0
    for fault in faults:
        say_out(f"{' '.join(fault.split())}\n")
    say_out(f"{count(len(faults), 'fault')}\n" if faults else f"{count(sources, 'source')}, as written\n")
    return 1 if faults else 0


@app.command(short_help="Copy a case file to one file.")
def backup(db: NeededDatabase, output: NeededOut) -> int:
    """Copy a case file, checked, to one file that needs nothing beside it; others may work on it meanwhile.

    Example: claimgraph backup --db case.db -o case-2031-03-06.db
    """
    from claimgraph.errors import StoreError  # noqa: PLC0415 - with what raises it
    from claimgraph.store import Store  # noqa: PLC0415

    if output.exists() and db.exists() and output.samefile(db):
        raise StoreError(f"{output} is the case file itself; name another file")
    with Store.open(db, create=False) as store:
        store.backup(output)
    return 0
