"""The options and arguments that commands share, and the choices they allow."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

ReportFormat = Literal["md", "html", "json", "csv"]
ListFormat = Literal["table", "json", "csv", "md"]
ClaimFormat = Literal["table", "json", "csv", "md", "attribution"]
TextFormat = Literal["text", "json"]
LogFormat = Literal["text", "json", "jsonl"]
ExportFormat = Literal["graphml", "gexf", "jsonld", "csv", "parquet"]
DisputeKinds = Literal["denial", "contradiction", "figures", "mutual_accusation", "reversal"]
FlagKinds = Literal["unverified_figure", "unverified_claim", "not_verified"]


def option(usage: str, help: str, **limits: Any) -> Any:
    """Return an option, told as it is used: ``-o --output OUT``; a choice or a switch has no word behind."""
    words = usage.split()
    value = None if words[-1].startswith("-") else words.pop()
    return typer.Option(*words, metavar=value, help=help, **limits)


def argument(name: str, help: str) -> Any:
    """Return an argument."""
    return typer.Argument(metavar=name, help=help)


Articles = Annotated[list[str] | None, argument("PATH", "Articles: files, folders, or - for stdin.")]
Database = Annotated[Path | None, option("--db FILE", "The case file, a database.")]
NeededDatabase = Annotated[Path, option("--db FILE", "The case file, a database.")]
Actors = Annotated[
    Path | None,
    option("--actors FILE", "Your own speakers, with sides and roles for a time (TOML, see docs/actors.md)."),
]
Judge = Annotated[
    bool | None,
    option(
        "--judge/--no-judge",
        "Let the judge of pairs order the leads, or not; else as the case was matched last.",
    ),
]
Workers = Annotated[
    int | None,
    option("--workers N", "Processes that read; else one a core, where there is enough to read.", min=1),
]
Out = Annotated[Path | None, option("-o --output OUT", "Write to this file, whole or not at all.")]
NeededOut = Annotated[Path, option("-o --output OUT", "The file to write.")]
ReportOut = Annotated[
    str | None,
    option(
        "-o --output OUT", "Write to this file, whole or not at all; to a folder (FOLDER/), a page a story."
    ),
]
BySubject = Annotated[str | None, option("--subject S", "Only on this subject: id or part of it.")]
AsList = Annotated[ListFormat, option("--format", "How to print the list.")]
AsText = Annotated[TextFormat, option("--format", "How to print the answer.")]
