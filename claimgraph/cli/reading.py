"""The commands of a second reader: its questions and answers as files, and what came of them."""

from pathlib import Path
from typing import Annotated

import typer

from claimgraph.cli.asking import MODEL, ReaderModel, say_asked, say_failures, summary
from claimgraph.cli.commands import app
from claimgraph.cli.console import as_json, check_output, emit, say_out
from claimgraph.cli.options import AsText, NeededDatabase, argument, option
from claimgraph.cli.session import case

reader = typer.Typer(rich_markup_mode=None)
app.add_typer(
    reader,
    name="reader",
    help=(
        "Ask a language model by files: it proposes, a person decides.\n\n"
        "Example: claimgraph reader ask --db case.db --out requests.jsonl"
    ),
    short_help="Ask a language model by files.",
)


@reader.command(short_help="Write the questions to a file.")
def ask(
    db: NeededDatabase,
    output: Annotated[Path, option("--out -o FILE", "The file of requests to write.")],
    model: ReaderModel = MODEL,
) -> int:
    """Write what a model has not answered yet as a batch file, and say how many tokens it takes, about.

    Example: claimgraph reader ask --db case.db --out requests.jsonl
    """
    from claimgraph.reader import Reader  # noqa: PLC0415 - brings the matcher with it

    check_output(output)
    with case(db) as tracker:
        asking = Reader(tracker)
        emit(asking.requests(model), output)
        say_asked(asking, model)
    return 0


@reader.command(short_help="Take in the answers.")
def take(
    answers: Annotated[Path, argument("ANSWERS.jsonl", "The file of answers.")],
    db: NeededDatabase,
    model: Annotated[
        str | None, option("--reader-model NAME", "Who answered; else as the file says.")
    ] = None,
) -> int:
    """Check a batch file of answers, and keep as proposals what of it can be believed.

    Example: claimgraph reader take answers.jsonl --db case.db
    """
    from claimgraph.reader import Reader  # noqa: PLC0415

    with case(db) as tracker:
        outcome = Reader(tracker).take(answers, model=model)
    say_failures(outcome)
    say_out(f"{summary(outcome)}\n")
    return 1 if outcome.failed else 0


@reader.command(short_help="Tell what came of the answers.")
def report(db: NeededDatabase, format: AsText = "text") -> int:
    """Print for each model what it was asked, answered and proposed, what was dropped, what people decided.

    Example: claimgraph reader report --db case.db
    """
    from claimgraph.reader.counts import as_text, counted  # noqa: PLC0415

    with case(db) as tracker:
        found = counted(tracker)
    emit(as_json([one.as_dict() for one in found]) if format == "json" else as_text(found), None)
    return 0
