"""Commands that show: marks, one thing by its id, the graph."""

from pathlib import Path
from typing import Annotated

from claimgraph.cli.commands import app
from claimgraph.cli.console import as_json, check_output, emit, say
from claimgraph.cli.options import (
    Actors,
    Articles,
    AsList,
    AsText,
    BySubject,
    Database,
    FlagKinds,
    NeededDatabase,
    Out,
    argument,
    option,
)
from claimgraph.cli.session import case, opened, run_list


@app.command(short_help="List marks: what nobody verified.")
def flags(
    paths: Articles = None,
    db: Database = None,
    kind: Annotated[FlagKinds | None, option("--kind", "Only marks of this kind.")] = None,
    format: AsList = "table",
    output: Out = None,
    actors: Actors = None,
) -> int:
    """List statements that only one party stands behind, or that are said not to be verified.

    Example: claimgraph flags --db case.db --kind unverified_figure
    """
    return run_list("flags", paths, db, actors, format, output, kind=kind)


@app.command(short_help="Show one thing by its id.")
def show(
    identity: Annotated[str, argument("ID", "Of a claim, dispute, article, speaker or subject.")],
    db: NeededDatabase,
    format: AsText = "text",
) -> int:
    """Show a claim, dispute, change, article, speaker or subject by its id, or the beginning of it.

    Example: claimgraph show d3f2a --db case.db
    """
    from claimgraph.tracker.showing import described  # noqa: PLC0415 - brings the report with it

    with case(db) as tracker:
        thing = tracker[identity]
        text = as_json(thing.model_dump(mode="json")) if format == "json" else described(tracker, thing)
    emit(text, None)
    return 0


@app.command(short_help="Draw the graph as a page.")
def graph(
    paths: Articles = None,
    db: Database = None,
    output: Annotated[Path, option("-o --output OUT", "The page to write.")] = Path("graph.html"),
    subject: BySubject = None,
    speaker: Annotated[
        str | None, option("--speaker S", "Around this speaker: id or part of the name.")
    ] = None,
    claim: Annotated[str | None, option("--claim ID", "Around this claim.")] = None,
    dispute: Annotated[str | None, option("--dispute ID", "Around this dispute.")] = None,
    hops: Annotated[int, option("--hops", "Steps to go from there.", min=0, max=6)] = 2,
    actors: Actors = None,
) -> int:
    """Draw who says what of which subject, and who disputes it, as a page that opens anywhere.

    Without a centre it draws what lies around all disputes.

    Example: claimgraph graph --db case.db --speaker ministry -o graph.html
    """
    check_output(output)
    with opened(paths, db, actors) as (tracker, code):
        drawing = tracker.show(hops=hops, subject=subject, speaker=speaker, claim=claim, dispute=dispute)
        drawing.save(output)
    say(f"{output}: {drawing.caption}")
    return code
