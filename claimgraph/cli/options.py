"""The options and arguments that commands share, and the choices they allow."""

from pathlib import Path
from typing import Annotated, Literal

import typer

ReportFormat = Literal["md", "html", "json", "csv"]
ListFormat = Literal["table", "json", "csv", "md"]
ClaimFormat = Literal["table", "json", "csv", "md", "attribution"]
TextFormat = Literal["text", "json"]
LogFormat = Literal["text", "json", "jsonl"]
ExportFormat = Literal["graphml", "gexf", "jsonld", "csv", "parquet"]
DisputeKinds = Literal["denial", "contradiction", "figures", "mutual_accusation", "reversal"]
FlagKinds = Literal["unverified_figure", "unverified_claim", "not_verified"]

Articles = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Articles: files, folders, or - for stdin."),
]
Database = Annotated[Path | None, typer.Option("--db", metavar="FILE", help="The case file, a database.")]
NeededDatabase = Annotated[Path, typer.Option("--db", metavar="FILE", help="The case file, a database.")]
Actors = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="Your own speakers, with sides and roles for a time (TOML, see docs/actors.md).",
    ),
]
Judge = Annotated[
    bool | None,
    typer.Option(
        "--judge/--no-judge",
        help="Let the judge of pairs order the leads, or not; else as the case was matched last.",
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        help="Processes that read; else one a core, where there is enough to read.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="OUT", help="Write to this file, whole or not at all."),
]
NeededOut = Annotated[Path, typer.Option("-o", "--output", metavar="OUT", help="The file to write.")]
ReportOut = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        help="Write to this file, whole or not at all; to a folder (FOLDER/), a page a story.",
    ),
]
BySubject = Annotated[
    str | None,
    typer.Option("--subject", metavar="S", help="Only on this subject: id or part of it."),
]
AsList = Annotated[ListFormat, typer.Option("--format", help="How to print the list.")]
AsText = Annotated[TextFormat, typer.Option("--format", help="How to print the answer.")]
