"""The options and arguments that commands share, and the choices they allow."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class ReportFormat(StrEnum):
    """What a report can be written as."""

    MD = "md"
    HTML = "html"
    JSON = "json"
    CSV = "csv"


class ListFormat(StrEnum):
    """What a list can be printed as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class ClaimFormat(StrEnum):
    """What a list of claims can be printed as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    ATTRIBUTION = "attribution"


class TextFormat(StrEnum):
    """What an answer can be printed as."""

    TEXT = "text"
    JSON = "json"


class LogFormat(StrEnum):
    """What the log of decisions can be printed as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class ExportFormat(StrEnum):
    """What the graph and the claims can be exported as."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    JSONLD = "jsonld"
    CSV = "csv"
    PARQUET = "parquet"


class DisputeKinds(StrEnum):
    """The kinds of dispute."""

    DENIAL = "denial"
    CONTRADICTION = "contradiction"
    FIGURES = "figures"
    MUTUAL_ACCUSATION = "mutual_accusation"
    REVERSAL = "reversal"


Articles = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Articles: files, folders, or - for stdin.", show_default=False),
]
Database = Annotated[
    Path | None, typer.Option("--db", metavar="FILE", help="The case file, a database.", show_default=False)
]
NeededDatabase = Annotated[
    Path, typer.Option("--db", metavar="FILE", help="The case file, a database.", show_default=False)
]
Actors = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="Your own speakers, with sides and roles for a time (TOML, see docs/actors.md).",
        show_default=False,
    ),
]
Judge = Annotated[
    bool | None,
    typer.Option(
        "--judge/--no-judge",
        help="Let the judge of pairs order the leads, or not; else as the case was matched last.",
        show_default=False,
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        help="Processes that read; else one a core, where there is enough to read.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="OUT", help="Write to this file, whole or not at all.", show_default=False
    ),
]
ReportOut = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        help="Write to this file, whole or not at all; to a folder (FOLDER/), a page a story.",
        show_default=False,
    ),
]
BySubject = Annotated[
    str | None,
    typer.Option(
        "--subject", metavar="S", help="Only on this subject: id or part of it.", show_default=False
    ),
]
AsList = Annotated[ListFormat, typer.Option("--format", help="How to print the list.")]
AsText = Annotated[TextFormat, typer.Option("--format", help="How to print the answer.")]
