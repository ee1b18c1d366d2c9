"""The report as CSV: a row per claim in a dispute, then a row per flag, for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from claimgraph.model import Findings
from claimgraph.report.lookup import Lookup
from claimgraph.report.outcomes import flag_rows, side_rows
from claimgraph.report.quoting import quote
from claimgraph.report.setting import Setting
from claimgraph.report.statements import safe_url
from claimgraph.report.streams import gathered
from claimgraph.report.tables import Row, claim_row, joined
from claimgraph.report.wording import WORDS, figure

COLUMNS = (
    "id", "kind", "kind_in_words", "subject", "state", "side", "origins_of_side", "why",
    "claim", "act", "polarity", "speaker", "role", "speaker_side", "printed_as", "via", "own_voice",
    "text", "sentence", "figures", "hedges", "flags",
    "source", "title", "publisher", "url",
    "published", "published_basis", "said", "said_basis", "happened", "happened_basis",
    "start", "end",
)  # fmt: skip
"""One row: the dispute or flag, the claim, where it stands. ``start``/``end`` are characters."""

_FORMULA = re.compile(r"[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff\u00ad]*[=+\-@＝＋－＠]")
"""How a text begins that some spreadsheet runs: also behind what it strips, and with the wide signs."""


def guard(value: object) -> object:
    """Return a text that a spreadsheet would run as a formula with an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield rows as CSV, guarded, a line feed after each.

    A carriage return ends a row for most programs; ``csv`` puts it in quotation marks only when it
    ends rows itself, so it does, and is taken off again.
    """
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\r\n")
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow([guard(value) for value in row])
        yield line.getvalue().removesuffix("\r\n") + "\n"


def pieces(findings: Findings, setting: Setting | None = None) -> Iterator[str]:  # noqa: ARG001 - as the others
    """Yield the disputes and flags as CSV with a header line."""
    found = ([row.get(column) for column in COLUMNS] for row in _rows(findings))
    return gathered(lines(chain([COLUMNS], found)))


def _rows(findings: Findings) -> Iterator[Row]:
    lookup = Lookup(findings)
    for row in side_rows(findings):
        own = {"id": row["dispute"], "origins_of_side": row["origins"], "why": row["reasons"]}
        yield _claim(lookup, row) | row | own
    for row in flag_rows(findings):
        own = {"id": f"{row['kind']}:{row['claim']}", "why": row["detail"], "side": None}
        yield _claim(lookup, row) | row | own


def _claim(lookup: Lookup, row: Row) -> Row:
    """Return what a spreadsheet is told besides of the claim of a row."""
    claim = lookup.claims[str(row["claim"])]
    source, speakers = lookup.source_of(claim), lookup.speakers_of(claim)
    told, quoted = claim_row(lookup, claim), quote(source, claim)
    return told | {
        "kind_in_words": WORDS[str(row["kind"])],
        "speaker_side": told["side"],
        "role": joined(speaker.role for speaker in speakers),
        "printed_as": source.text[slice(*claim.mention)] if claim.mention else None,
        "own_voice": "yes" if told["own_voice"] else "no",
        "sentence": source.text[quoted.start : quoted.end],
        "figures": " | ".join(map(figure, claim.quantities)),
        "title": source.title,
        "url": safe_url(source.url),
        "published_basis": source.published.basis,
    }
