"""The commands. Each reads its options, asks ``ClaimGraph``, and prints the answer."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from claimgraph.cli import asking
from claimgraph.cli.console import as_json, check_output, emit, read_json, say, say_out
from claimgraph.cli.options import (
    Actors,
    Articles,
    AsList,
    AsText,
    BySubject,
    ClaimFormat,
    Database,
    DisputeKinds,
    ExportFormat,
    Judge,
    NeededDatabase,
    NeededOut,
    Out,
    ReportFormat,
    ReportOut,
    TextFormat,
    Workers,
    argument,
    option,
)
from claimgraph.cli.session import (
    attribution,
    case,
    exit_code,
    ingested,
    made_with,
    opened,
    print_attributions,
    print_list,
    print_tally,
    run_list,
)
from claimgraph.cli.targets import Target
from claimgraph.errors import StoreError

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def claimgraph(
    context: typer.Context,
    version: Annotated[bool, option("--version", "Print the version and stop.")] = False,
) -> None:
    """Who said what, who denies it, which numbers do not agree. Works offline."""
    if version:
        from claimgraph import __version__  # noqa: PLC0415

        say_out(f"claimgraph {__version__}\n")
    elif context.invoked_subcommand is None:
        sys.stderr.write(context.get_help() + "\n")
        raise typer.Exit(2)


@app.command(short_help="Read, match and report in one go.")
def report(
    context: typer.Context,
    paths: Articles = None,
    db: Database = None,
    format: Annotated[
        ReportFormat | None, option("--format", "The report's format; else by the ending of OUT, or md.")
    ] = None,
    output: ReportOut = None,
    actors: Actors = None,
    since: Annotated[
        Path | None, option("--since EARLIER", "Show what changed since this case file, or report as JSON.")
    ] = None,
    graph: Annotated[
        Path | None, option("--graph FILE", "Draw the graph to this page too, and link it.")
    ] = None,
    accept_proposed: Annotated[
        bool,
        option("--accept-proposed", "List what a second reader proposes among the disputes, as proposed."),
    ] = False,
    reader: asking.ReaderUrl = None,
    reader_model: asking.ReaderModel = asking.MODEL,
    reader_remote: asking.ReaderRemote = False,
    reader_seconds: asking.ReaderSeconds = asking.SECONDS,
    reader_at_once: asking.ReaderAtOnce = asking.AT_ONCE,
    workers: Workers = None,
    judge: Judge = None,
) -> int:
    """Read articles, find the disputes and write the report.

    With --db the articles are added to the case file, and the report is on all of it;
    without, nothing is left behind.

    Example: claimgraph report articles/ --format html -o report.html

    Of thousands of articles, as a folder with a page a story: claimgraph report --db case.db -o report/
    """
    target = Target.of(output, format)
    target.check()
    check_output(graph)
    server = asking.server_at(reader, reader_model, reader_remote, reader_seconds, reader_at_once)
    with opened(paths, db, actors, workers, judge) as (tracker, code):
        asking.ask_live(tracker, server)
        setting = made_with(tracker, context.obj or (), since=since, graph=graph, beside=target.first)
        if target.folder:
            target.write_pages(tracker.report_pages(setting=setting, accept_proposed=accept_proposed))
        else:
            target.write(
                tracker.report_pieces(target.format, setting=setting, accept_proposed=accept_proposed)
            )
    return code


@app.command(short_help="Add articles to a case file.")
def ingest(
    paths: Annotated[list[str], argument("PATH", "Articles: files, folders, or - for stdin.")],
    db: NeededDatabase,
    actors: Actors = None,
    watch: Annotated[
        bool, option("--watch", "Go on: take in what is added or changed, until Ctrl-C.")
    ] = False,
    workers: Workers = None,
) -> int:
    """Add articles to a case file, which is made if there is none.

    Articles that are there unchanged are skipped; a changed file replaces its older version. A file
    that was renamed, or copied byte by byte, is the article it was.

    Example: claimgraph ingest articles/ --db case.db
    """
    from claimgraph.cli.watching import watched  # noqa: PLC0415 - most commands do without
    from claimgraph.tracker import ClaimGraph  # noqa: PLC0415

    def take() -> int:
        with ClaimGraph.open(db=db, actors=actors) as tracker:
            result = ingested(tracker, paths, workers)
        print_tally(result, brief=watch)
        return exit_code(result)

    return watched(paths, take) if watch else take()


@app.command(short_help="Find the disputes of a case file.")
def match(
    db: NeededDatabase,
    full: Annotated[bool, option("--full", "Match again even if nothing changed.")] = False,
    reader: asking.ReaderUrl = None,
    reader_model: asking.ReaderModel = asking.MODEL,
    reader_remote: asking.ReaderRemote = False,
    reader_seconds: asking.ReaderSeconds = asking.SECONDS,
    reader_at_once: asking.ReaderAtOnce = asking.AT_ONCE,
    judge: Judge = None,
) -> int:
    """Find the disputes again, if articles were added or changed since; with --reader, ask a model too.

    Example: claimgraph match --db case.db
    """
    server = asking.server_at(reader, reader_model, reader_remote, reader_seconds, reader_at_once)
    with case(db, judge) as tracker:
        found = tracker.match(full=full)
        if tracker.unkept is not None:
            raise StoreError(f"the disputes found are not kept: {tracker.unkept}")
        asking.ask_live(tracker, server)
    flags, near = len(found.flags), len(found.near_misses)
    counts = f"{len(found.disputes)} disputes, {len(found.updates)} updates, {flags} flags"
    say_out(f"{counts}, {near} near misses\n")
    return 0


@app.command(short_help="List statements: who says what.")
def claims(
    paths: Articles = None,
    db: Database = None,
    speaker: Annotated[
        str | None, option("--speaker S", "Only by this speaker: id or part of the name.")
    ] = None,
    subject: BySubject = None,
    source: Annotated[
        str | None, option("--source S", "Only in this article: id or part of its name.")
    ] = None,
    disputed: Annotated[bool, option("--disputed", "Only what stands in a dispute.")] = False,
    unverified: Annotated[bool, option("--unverified", "Only what is marked unverified.")] = False,
    search: Annotated[str | None, option("--search TEXT", "Only with all these words.")] = None,
    format: Annotated[ClaimFormat, option("--format", "How to print the list.")] = "table",
    output: Out = None,
    actors: Actors = None,
) -> int:
    """List statements, by speaker, subject, article or words.

    Example: claimgraph claims articles/ --speaker ministry --search "power plant"
    """
    check_output(output)
    query: dict[str, Any] = {
        "speaker": speaker, "subject": subject, "source": source,
        "disputed": disputed, "unverified": unverified, "search": search,
    }  # fmt: skip
    asked = any(query.values())
    if format == "attribution" and paths and db is None and not asked:
        return print_attributions(paths, actors, output)
    with opened(paths, db, actors) as (tracker, code):
        ids = tracker.claim_ids(**query) if asked else None
        if format == "attribution":
            emit(attribution(tracker, ids), output)
        else:
            print_list(tracker, "claims", format, output, ids)
    return code


@app.command(short_help="List disputes, by kind or subject.")
def disputes(
    paths: Articles = None,
    db: Database = None,
    kind: Annotated[DisputeKinds | None, option("--kind", "Only disputes of this kind.")] = None,
    subject: BySubject = None,
    statements: Annotated[bool, option("--statements", "A row for each statement on a side.")] = False,
    format: AsList = "table",
    output: Out = None,
    actors: Actors = None,
) -> int:
    """List disputes, a row each: the question, who is on which side, and their words.

    Example: claimgraph disputes --db case.db --kind denial
    """
    return run_list(
        "dispute_claims" if statements else "disputes", paths, db, actors, format, output,
        lambda tracker: tracker.dispute_ids(kind=kind, subject=subject),
    )  # fmt: skip


@app.command(short_help="List pairs to read together.")
def leads(
    paths: Articles = None, db: Database = None, format: AsList = "table", output: Out = None,
    actors: Actors = None,
) -> int:  # fmt: skip
    """List pairs of statements that no rule calls a dispute but that are worth reading together.

    The likeliest conflicts stand first; most are none.

    Example: claimgraph leads --db case.db
    """
    return run_list("leads", paths, db, actors, format, output)


@app.command(short_help="List figures side by side.")
def figures(
    paths: Articles = None,
    db: Database = None,
    subject: BySubject = None,
    format: AsList = "table",
    output: Out = None,
    actors: Actors = None,
) -> int:
    """List who gives which number, when, of whom: their own or another's.

    Example: claimgraph figures --db case.db --subject flood
    """
    return run_list(
        "figures", paths, db, actors, format, output,
        lambda tracker: None if subject is None else tracker.claim_ids(subject=subject),
    )  # fmt: skip


@app.command(short_help="Show what a claim stands on.")
def provenance(
    claim: Annotated[str, argument("CLAIM", "The claim's id, or the beginning of it.")],
    db: NeededDatabase,
    format: AsText = "text",
) -> int:
    """Show a claim's sentence, article and credits, and what repeats or disputes it.

    Example: claimgraph provenance c3f2a --db case.db
    """
    with case(db) as tracker:
        found = tracker.provenance(claim)
    emit(as_json(found.as_dict()) if format == "json" else found.as_text(), None)
    return 0


@app.command(short_help="Why two claims are a dispute, or not.")
def why(
    a: Annotated[str, argument("A", "A claim's id.")],
    b: Annotated[str, argument("B", "Another claim's id.")],
    db: NeededDatabase,
    format: AsText = "text",
) -> int:
    """Show what a pair of claims was compared on and what came of it, with the evidence.

    Example: claimgraph why c3f2a c901b --db case.db
    """
    with case(db) as tracker:
        steps = tracker.why(a, b)
        as_data = [step.model_dump(mode="json") for step in steps]
        emit(as_json(as_data) if format == "json" else str(steps), None)
    return 0


@app.command(short_help="List speakers and their evidence.")
def speakers(
    paths: Articles = None, db: Database = None, format: AsList = "table", output: Out = None,
    actors: Actors = None,
) -> int:  # fmt: skip
    """List speakers with aliases, role, side, counts, and why names were merged.

    Example: claimgraph speakers --db case.db
    """
    return run_list("speakers", paths, db, actors, format, output)


@app.command(short_help="List articles with their dates.")
def sources(
    paths: Articles = None, db: Database = None, format: AsList = "table", output: Out = None,
    actors: Actors = None,
) -> int:  # fmt: skip
    """List articles with their dates, what the dates rest on, credits and counts.

    Example: claimgraph sources --db case.db
    """
    return run_list("sources", paths, db, actors, format, output)


@app.command(short_help="Write the graph or the claims to a file.")
def export(
    db: NeededDatabase,
    to: Annotated[ExportFormat, option("--to", "The format of the file.")],
    output: NeededOut,
) -> int:
    """Write the graph (graphml, gexf, jsonld) or the table of claims (csv, parquet).

    Example: claimgraph export --db case.db --to gexf -o case.gexf
    """
    from claimgraph.report.writing import write_whole  # noqa: PLC0415

    check_output(output)
    with case(db) as tracker:
        write_whole(output, tracker.export_pieces(to))
    return 0


@app.command(short_help="Compare a report with a gold list.")
def evaluate(
    report: Annotated[Path, argument("REPORT.json", "A report as JSON.")],
    gold: Annotated[Path, argument("GOLD.json", "The gold list.")],
    format: Annotated[
        TextFormat | None, option("--format", "How to print it; json when not to a terminal.")
    ] = None,
) -> int:
    """Print recall by priority and kind, precision, and forbidden pairs reported.

    Example: claimgraph evaluate report.json gold.json
    """
    from claimgraph.report.evaluate import evaluate as scored  # noqa: PLC0415
    from claimgraph.report.evaluate import format_text, lacking_articles  # noqa: PLC0415

    told, wanted = read_json(report), read_json(gold)
    if lacking := lacking_articles(told, wanted):
        say(f"{report} lacks {lacking} of the articles of {gold}: what stands in them counts as missed")
    result = scored(told, wanted)
    as_text = format == "text" or (format is None and sys.stdout.isatty())
    emit(format_text(result) if as_text else as_json(result), None)
    return 0


@app.command(short_help="Print the JSON Schema of the report.")
def schema(output: Out = None) -> int:
    """Print the JSON Schema of the JSON report.

    Example: claimgraph schema -o report.schema.json
    """
    from claimgraph.report.document import schema as report_schema  # noqa: PLC0415

    check_output(output)
    emit(as_json(report_schema()), output)
    return 0
