"""The report as CSV: a row per claim in a dispute, then a row per flag, for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from claimgraph.model import Claim, Findings, Flag, Reason
from claimgraph.report.lookup import Lookup
from claimgraph.report.quoting import quote
from claimgraph.report.setting import Setting
from claimgraph.report.statements import safe_url
from claimgraph.report.streams import gathered
from claimgraph.report.wording import FLAG_WORDS, KIND_WORDS, figure

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
    lookup = Lookup(findings)
    found = chain(_disputes(lookup), (_flag(lookup, flag) for flag in lookup.flags))
    rows = ([row.get(column, "") for column in COLUMNS] for row in found)
    return gathered(lines(chain([COLUMNS], rows)))


def _disputes(lookup: Lookup) -> Iterator[dict[str, object]]:
    for dispute in lookup.findings.matching.disputes:
        known = len(dispute.origins) == len(dispute.sides)
        for place, side in enumerate(dispute.sides):
            for claim in side:
                yield {
                    "id": dispute.id,
                    "kind": dispute.kind,
                    "kind_in_words": KIND_WORDS[dispute.kind],
                    "subject": lookup.subject_label(dispute.subject),
                    "state": dispute.state,
                    "side": place + 1,
                    "origins_of_side": dispute.origins[place] if known else "",
                    "why": _why(dispute.reasons),
                } | _claim(lookup, lookup.claims[claim])


def _flag(lookup: Lookup, flag: Flag) -> dict[str, object]:
    claim = lookup.claims[flag.claim]
    return {
        "id": f"{flag.kind}:{flag.claim}",
        "kind": flag.kind,
        "kind_in_words": FLAG_WORDS[flag.kind],
        "subject": lookup.subject_label(claim.subject),
        "why": flag.detail,
    } | _claim(lookup, claim)


def _why(reasons: Sequence[Reason]) -> str:
    return "; ".join(dict.fromkeys(f"{reason.rule}: {reason.detail}" for reason in reasons))


def _claim(lookup: Lookup, claim: Claim) -> dict[str, object]:
    source, speakers = lookup.source_of(claim), lookup.speakers_of(claim)
    quoted = quote(source, claim)
    sides = [lookup.side_names[speaker.side] for speaker in speakers if speaker.side]
    return {
        "claim": claim.id,
        "act": str(claim.act),
        "polarity": claim.polarity,
        "speaker": "; ".join(speaker.name for speaker in speakers),
        "role": "; ".join(speaker.role for speaker in speakers if speaker.role),
        "speaker_side": "; ".join(dict.fromkeys(sides)),
        "printed_as": source.text[slice(*claim.mention)] if claim.mention else "",
        "via": "; ".join(speaker.name for speaker in lookup.via_of(claim)),
        "own_voice": "yes" if claim.cue is None and claim.mention is None else "no",
        "text": claim.text,
        "sentence": source.text[quoted.start : quoted.end],
        "figures": " | ".join(map(figure, claim.quantities)),
        "hedges": "; ".join(claim.hedges),
        "flags": "; ".join(dict.fromkeys(flag.kind for flag in lookup.flags_of.get(claim.id, ()))),
        "source": source.name,
        "title": source.title,
        "publisher": source.publisher,
        "url": safe_url(source.url),
        "published": source.published.date,
        "published_basis": source.published.basis,
        "said": claim.said.date,
        "said_basis": claim.said.basis,
        "happened": claim.happened.date,
        "happened_basis": claim.happened.basis,
        "start": claim.start,
        "end": claim.end,
    }
