"""Tables for a terminal, a pipe or another program: what the listing commands print.

Invariant: nothing an article says can steer a terminal: control characters are spelled out.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from claimgraph.model import Findings, Step
from claimgraph.report.quoting import visible
from claimgraph.report.streams import gathered, json_list

if TYPE_CHECKING:
    import pandas as pd

Listing = Literal["claims", "disputes", "dispute_claims", "flags", "leads", "figures", "speakers", "sources"]

SHOWN: Mapping[Listing, tuple[str, ...]] = {
    "claims": ("claim", "speaker", "did", "text", "said", "source", "flags"),
    "disputes": ("dispute", "kind", "sureness", "question", "sides", "said", "articles", "state"),
    "dispute_claims": (
        "dispute", "kind", "side", "speaker", "did", "text", "said", "source", "state", "claim",
    ),
    "flags": ("claim", "kind", "speaker", "did", "text", "detail", "source"),
    "leads": (
        "lead", "a_speaker", "a_did", "a_text", "b_speaker", "b_did", "b_text", "reasons",
        "a", "b", "lead_id",
    ),
    "figures": ("subject", "text", "event", "of", "speaker", "did", "own", "said", "source", "via", "claim"),
    "speakers": (
        "speaker", "kind", "role", "side", "aliases", "claims", "disputes", "evidence", "speaker_id",
    ),
    "sources": (
        "source", "title", "publisher", "published", "published_basis", "credits", "claims", "disputes",
    ),
}  # fmt: skip
"""The columns a reader is shown; CSV holds them all."""
ID = 13
"""Characters of an id."""
ANSWERS = {True: "yes", False: "no", None: "–"}
"""What came of a question about two claims; a dash where nothing is known, or nothing to compare."""


def as_table(name: Listing, frame: "pd.DataFrame", width: int) -> str:
    """Return the shown columns as a table drawn for a terminal so wide; empty ones are left out."""
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    things = name.replace("_", " ")
    table = Table(show_lines=True, title=f"{len(frame)} {things if len(frame) != 1 else things[:-1]}")
    if name == "dispute_claims":
        table.title = f"{frame['dispute'].nunique()} disputes"
    rows = list(_rows(name, frame))
    filled = [place for place in range(len(SHOWN[name])) if not rows or any(row[place] for row in rows)]
    for place in filled:
        column = SHOWN[name][place]
        held = column in {"claim", "dispute"}  # an id broken over two lines cannot be copied
        table.add_column(
            column.replace("_", " "), overflow="fold", no_wrap=held, min_width=ID if held else None
        )
    for row in rows:
        table.add_row(*(Text(row[place]) for place in filled))
    out = StringIO()
    Console(file=out, width=width, force_terminal=False).print(table)
    return out.getvalue()


def as_lines(name: Listing, frame: "pd.DataFrame") -> str:
    """Return the shown columns as lines with a tab between cells, a header line first."""
    lines = [SHOWN[name], *_rows(name, frame)]
    return "".join("\t".join(line) + "\n" for line in lines)


def as_markdown(name: Listing, frame: "pd.DataFrame") -> str:
    """Return the shown columns as a Markdown table; nothing in a cell becomes markup."""
    from claimgraph.report.markdown import escape  # noqa: PLC0415 - brings templates with it

    columns = [column.replace("_", " ") for column in SHOWN[name]]
    lines: list[list[str]] = [columns, ["---"] * len(columns)]
    lines += ([escape(cell) for cell in row] for row in _rows(name, frame))
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def json_pieces(
    name: Listing,
    findings: Findings,
    frame: "pd.DataFrame | None",
    ids: Collection[str] | None,
    kind: str | None = None,
) -> Iterator[str]:
    """Yield a JSON list: the things as the JSON report has them, figures as rows of their table.

    Args:
        frame: the table of figures; None for the others.
        ids: the things to keep; None for all.
        kind: the kind of things to keep; None for all.
    """
    if frame is not None:
        listed = iter(json.loads(frame.to_json(orient="records", force_ascii=False)))
    else:
        from claimgraph.report.document import things  # noqa: PLC0415 - the report's models take a while to build

        found = things(findings, "disputes" if name == "dispute_claims" else name)
        wanted = None if ids is None else frozenset(ids)
        listed = (
            one.model_dump(mode="json", by_alias=True)
            for one in found
            if (wanted is None or getattr(one, "claim" if name == "flags" else "id") in wanted)
            and kind in {None, getattr(one, "kind", None)}
        )
    yield from gathered(json_list(listed))
    yield "\n"


def as_steps(steps: Iterable[Step], findings: Findings) -> str:
    """Return the comparisons of a pair of claims and what came of them, with the words they rest on.

    A comparison is a question, answered yes or no, or left open; so is each way to be a dispute.
    """
    claims = {claim.id: claim for claim in findings.collection.claims}
    texts = {source.id: source.text for source in findings.collection.sources}
    lines: list[str] = []
    for (passed, detail, spans), alike in groupby(steps, key=lambda one: (one.passed, one.detail, one.spans)):
        lines.append(f"{ANSWERS[passed]:5}{', '.join(step.name for step in alike)}: {_cell(detail)}")
        for claim, start, end in spans:
            if claim in claims:
                words = _cell(texts[claims[claim].source][start:end])
                lines.append(f"{'':5}{claim}, characters {start} to {end}: “{words}”")
    return "".join(f"{line}\n" for line in lines)


def _rows(name: Listing, frame: "pd.DataFrame") -> Iterable[Sequence[str]]:
    """Yield the shown cells as one-line texts, empty when unknown."""
    shown = frame[list(SHOWN[name])].astype(object)
    for row in shown.where(shown.notna(), None).itertuples(index=False, name=None):
        yield [_cell(value) for value in row]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return visible(" ".join(str(value).split()))
