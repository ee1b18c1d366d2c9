"""The commands with which a person says what holds: a word, the log of all words, another's file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from claimgraph.cli.commands import app
from claimgraph.cli.console import as_json, check_output, emit, say_out
from claimgraph.cli.options import LogFormat, NeededDatabase, Out, argument, option
from claimgraph.cli.session import case

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.decisions.log import Entry

By = Annotated[str | None, option("--by NAME", "Who says so; else your account's name.")]


@app.command(short_help="Confirm, reject or correct what was found.")
def decide(
    target: Annotated[
        str,
        argument("ID", "A dispute, lead, speaker, claim, event or decision: its id, or the beginning of it."),
    ],
    verdict: Annotated[str, argument("VERDICT", "What you say of it (docs/review.md).")],
    db: NeededDatabase,
    why: Annotated[str, option("--why TEXT", "Why, in your own words.")],
    value: Annotated[
        str | None, argument("OF", "What some verdicts need besides: an id, a kind, a name.")
    ] = None,
    by: By = None,
) -> int:
    """Write down what you say of something found; it holds until you take it back with `undo`.

    Example: claimgraph decide d3f2a confirm --why "both were asked" --db case.db
    """
    from claimgraph.tracker.deciding import Word  # noqa: PLC0415 - brings pydantic with it
    from claimgraph.tracker.reviewing import decide as decided  # noqa: PLC0415

    with case(db) as tracker:
        said = decided(tracker, target, Word(verdict, value or "", why, by or ""))
    one = said.decision
    note = "" if said.new else " (your word already)"
    say_out(f"{one.id}  {one.by}: {one.verdict} {one.target}{f' {one.value}' * bool(one.value)}{note}\n")
    return 0


@app.command(short_help="List the decisions, and what became of them.")
def log(
    db: NeededDatabase,
    format: Annotated[LogFormat, option("--format", "How to print it.")] = "text",
    conflicts: Annotated[bool, option("--conflicts", "Only those on which reviewers disagree.")] = False,
    output: Out = None,
) -> int:
    """List every decision, oldest first, with what has become of it; as jsonl, for another analyst.

    Example: claimgraph log --db case.db --format jsonl -o mine.jsonl
    """
    from claimgraph.decisions.files import written  # noqa: PLC0415 - brings pydantic with it
    from claimgraph.tracker.reviewing import entries  # noqa: PLC0415

    check_output(output)
    with case(db) as tracker:
        listed = [one for one in entries(tracker) if one.against or not conflicts]
    if format == "jsonl":
        text = written(one.decision for one in listed)
    elif format == "json":
        text = as_json([_fields(one) for one in listed])
    else:
        text = lines(listed)
    emit(text, output)
    return 0


@app.command(name="import", short_help="Take in another analyst's decisions.")
def import_(
    files: Annotated[list[Path], argument("FILE", "Files that `claimgraph log --format jsonl` wrote.")],
    db: NeededDatabase,
) -> int:
    """Add the decisions of other analysts, and show where they disagree; nothing of yours is changed.

    Example: claimgraph import theirs.jsonl --db case.db
    """
    from claimgraph.report.wording import count  # noqa: PLC0415 - brings the models with it
    from claimgraph.tracker.reviewing import take  # noqa: PLC0415

    with case(db) as tracker:
        for file in files:
            taken = take(tracker, file)
            say_out(
                f"{file}: {taken.new} new, {taken.known} known, {taken.orphaned} orphaned,"
                f" {count(len(taken.conflicts), 'conflict')}\n"
            )
            say_out(lines(taken.conflicts))
    return 0


def lines(listed: "Iterable[Entry]") -> str:
    """Return log entries as text, two lines or three each; nothing in them can steer a terminal."""
    from claimgraph.lexicon.characters import visible  # noqa: PLC0415 - with its one user

    text: list[str] = []
    for entry in listed:
        one = entry.decision
        status = f"{entry.status}{f' ({entry.note})' if entry.note else ''}"
        text.append(
            f"{one.at[:19]}  {one.id}  {one.by}: {one.verdict} {one.value}".rstrip() + f"  [{status}]"
        )
        text.append(f"    {one.target}  {one.shown}")
        text += [f"    why: {one.why}"] if one.why else []
        text += [f"    against it: {each}" for each in entry.against]
    return "".join(f"{visible(' '.join(line.split(chr(10))))}\n" for line in text)


def _fields(entry: "Entry") -> dict[str, object]:
    one = entry.decision
    became = {"status": entry.status, "note": entry.note, "against": entry.against}
    return {"id": one.id, **one.model_dump(mode="json"), **became}


@app.command(short_help="Decide one by one, in a browser or terminal.")
def review(
    db: NeededDatabase,
    port: Annotated[int, option("--port N", "The port; a free one when 0.", min=0, max=65535)] = 0,
    by: By = None,
    blind: Annotated[bool, option("--blind", "Hide the kind, the score, and what others say.")] = False,
    terminal: Annotated[
        bool, option("--terminal", "Ask here, in the terminal, instead of serving a page.")
    ] = False,
) -> int:
    """Serve a page on this machine alone, on which disputes and leads are decided one by one.

    Example: claimgraph review --db case.db
    """
    with case(db) as tracker:
        if terminal:
            from claimgraph.web.terminal import ask  # noqa: PLC0415

            ask(tracker, by=by, blind=blind, given=sys.stdin, shown=sys.stdout)
            return 0
        from claimgraph.web.serving import serve  # noqa: PLC0415 - brings the server with it

        serve(tracker, port=port, by=by, blind=blind, tell=say_out)
    return 0
