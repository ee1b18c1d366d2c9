"""The commands that care for a case file: is it as it was, and a copy of it."""

from pathlib import Path
from typing import Annotated

import typer

from claimgraph.cli.commands import app
from claimgraph.cli.console import say_out
from claimgraph.cli.options import NeededDatabase


@app.command(short_help="Check that a case file is as it was written.")
def verify(
    db: NeededDatabase,
    against: Annotated[
        Path | None,
        typer.Option(
            "--against",
            metavar="FOLDER",
            help="Compare with the articles in this folder as well.",
            show_default=False,
        ),
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
def backup(
    db: NeededDatabase,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="OUT", help="The file to write.", show_default=False)
    ],
) -> int:
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
