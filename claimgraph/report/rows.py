"""The tables row by row, for what writes them without holding one: the same rows and cells as the frames."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from claimgraph.model import Findings
from claimgraph.report import outcomes, tables
from claimgraph.report.csvs import lines
from claimgraph.report.streams import gathered
from claimgraph.report.tables import Row

TABLES: Mapping[str, tuple[Callable[[Findings], Iterable[Row]], Mapping[str, str]]] = {
    "claims": (tables.claim_rows, tables.CLAIMS),
    "figures": (tables.figure_rows, tables.FIGURES),
    "speakers": (tables.speaker_rows, tables.SPEAKERS),
    "sources": (tables.source_rows, tables.SOURCES),
    "disputes": (outcomes.dispute_rows, outcomes.DISPUTES),
    "dispute_claims": (outcomes.side_rows, outcomes.DISPUTE_CLAIMS),
    "flags": (outcomes.flag_rows, outcomes.FLAGS),
    "updates": (outcomes.update_rows, outcomes.UPDATES),
    "agreements": (outcomes.agreement_rows, outcomes.AGREEMENTS),
    "leads": (outcomes.lead_rows, outcomes.LEADS),
}
"""Each table's rows, and its columns with their types."""
BY_DISPUTE = frozenset({"disputes", "dispute_claims"})
"""Tables whose rows are chosen by dispute; the others are chosen by claim."""
_PLAIN: Mapping[str, Callable[..., object]] = {"string": str, "Int64": int, "Float64": float, "boolean": bool}


def chosen(
    name: str, findings: Findings, ids: Collection[str] | None = None, kind: str | None = None
) -> Iterator[Row]:
    """Yield the rows of a table: of these disputes or claims where some are named, of a kind where one is."""
    column = "dispute" if name in BY_DISPUTE else "claim"
    wanted = None if ids is None else frozenset(ids)
    for row in TABLES[name][0](findings):
        if (wanted is None or row[column] in wanted) and kind in {None, row.get("kind")}:
            yield row


def csv_pieces(name: str, rows: Iterable[Row]) -> Iterator[str]:
    """Yield rows of a table as CSV with a header line; a text that a spreadsheet would run is guarded."""
    columns = TABLES[name][1]
    return gathered(lines(chain([list(columns)], _cells(rows, columns))))


def _cells(rows: Iterable[Row], columns: Mapping[str, str]) -> Iterator[Sequence[object]]:
    """Yield the cells of each row as a frame of these types has them; None where nothing is known."""
    made = [(name, _PLAIN[kind]) for name, kind in columns.items()]
    for row in rows:
        yield [None if row[name] is None else plain(row[name]) for name, plain in made]
