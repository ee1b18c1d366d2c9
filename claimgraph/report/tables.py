"""The findings as tidy pandas frames, for notebooks and spreadsheets.

What each column holds is told in docs/notebook.md; their types are the same when the frame is
empty. Texts are "string", numbers "Int64" or "Float64", yes or no "boolean"; what is
unknown is <NA>, never a made-up value. Dates are prefix strings ("2016-04"), because a
month is not a day.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claimgraph.decisions.log import Entry
from claimgraph.gathering import grouped
from claimgraph.model import Claim, Findings, Reason
from claimgraph.report.lookup import Lookup
from claimgraph.report.wording import did

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, object]


def columns(told: str) -> Mapping[str, str]:
    """Return columns with their types, each told as "name:type", or as "name" where it holds texts."""
    parted = (one.partition(":") for one in told.split())
    return {name: kind or "string" for name, _, kind in parted}


CLAIMS = columns(
    "claim statement source publisher published speaker side via own_voice:boolean did act polarity text"
    " subject said said_basis happened happened_basis hedges figures:Int64 disputes:Int64 flags"
    " start:Int64 end:Int64 source_id subject_id"
)
FIGURES = columns(
    "subject event unit of of_side category text low:Float64 high:Float64 approximate:boolean window"
    " speaker did side own:boolean said happened source publisher published via disputes:Int64 flags claim"
    " start:Int64 end:Int64"
)
SPEAKERS = columns(
    "speaker kind role side speaks_for aliases statements:Int64 claims:Int64 articles:Int64"
    " disputes:Int64 flags:Int64 evidence speaker_id"
)
SOURCES = columns(
    "source title publisher url published published_basis credits statements:Int64 claims:Int64"
    " disputes:Int64 flags:Int64 characters:Int64 sha256 path source_id"
)
DECISIONS = columns("decision at by target shown verdict value why status note against")


def frame(rows: Iterable[Row], columns: Mapping[str, str]) -> "pd.DataFrame":
    """Return rows as a frame with these columns and types."""
    import pandas as pd  # noqa: PLC0415 - takes a second to import; only tables need it

    made = list(rows)
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in made], dtype=kind) for name, kind in columns.items()}
    )


def joined(parts: Iterable[str | None]) -> str | None:
    """Return the known parts, each once, parted by "; "; None when none is known."""
    return "; ".join(dict.fromkeys(part for part in parts if part)) or None


def why(reasons: Iterable[Reason]) -> str | None:
    """Return the rules that gave a thing, each with what it says."""
    return joined(f"{reason.rule}: {reason.detail}" for reason in reasons)


def shared(lookup: Lookup, claim: Claim) -> Row:
    """Return the columns that tables of claims have in common."""
    source, who = lookup.source_of(claim), lookup.speakers_of(claim)
    return {
        "claim": claim.id,
        "source": source.name,
        "source_id": source.id,
        "publisher": source.publisher,
        "published": source.published.date,
        "speaker": joined(speaker.name for speaker in who),
        "side": joined(lookup.side_names[speaker.side] for speaker in who if speaker.side),
        "via": joined(speaker.name for speaker in lookup.via_of(claim)),
        "did": did(claim, source.text),
        "act": str(claim.act),
        "text": claim.text,
        "subject": lookup.subject_label(claim.subject),
        "subject_id": claim.subject,
        "said": claim.said.date,
        "happened": claim.happened.date,
        "disputes": len(lookup.disputes_of.get(claim.id, ())),
        "flags": joined(flag.kind for flag in lookup.flags_of.get(claim.id, ())),
        "start": claim.start,
        "end": claim.end,
    }


def claim_rows(findings: Findings) -> Iterator[Row]:
    """Yield a row per claim, in reading order."""
    lookup = Lookup(findings)
    return (claim_row(lookup, claim) for claim in lookup.claims.values())


def claim_row(lookup: Lookup, claim: Claim) -> Row:
    """Return the columns of a claim in the table of claims."""
    return shared(lookup, claim) | {
        "statement": claim.statement,
        "own_voice": claim.cue is None and claim.mention is None,
        "polarity": claim.polarity,
        "said_basis": claim.said.basis,
        "happened_basis": claim.happened.basis,
        "hedges": joined(claim.hedges),
        "figures": len(claim.quantities),
    }


def figure_rows(findings: Findings) -> list[Row]:
    """Return a row per quantity claimed, those on one matter side by side."""
    rows = list(_figure_rows(Lookup(findings)))
    rows.sort(key=lambda row: tuple(str(row[key] or "") for key in ("subject", "event", "unit", "published")))
    return rows


def _figure_rows(lookup: Lookup) -> Iterator[Row]:
    for claim in lookup.claims.values():
        for quantity in claim.quantities:
            side = quantity.of_side
            yield shared(lookup, claim) | {
                "event": quantity.event,
                "unit": quantity.unit,
                "of": quantity.of,
                "of_side": lookup.side_names.get(side, side) if side else None,
                "category": quantity.category,
                "text": quantity.text,
                "low": quantity.low,
                "high": quantity.high,
                "approximate": quantity.approximate,
                "window": quantity.window,
                "own": quantity.own,
                "start": quantity.span[0],
                "end": quantity.span[1],
            }


def decisions(entries: Iterable[Entry]) -> "pd.DataFrame":
    """Return a row for each decision, oldest first (see ``DECISIONS``)."""
    rows: Iterator[Row] = (
        {
            "decision": one.decision.id,
            "at": one.decision.at,
            "by": one.decision.by,
            "target": one.decision.target,
            "shown": one.decision.shown,
            "verdict": one.decision.verdict,
            "value": one.decision.value or None,
            "why": one.decision.why or None,
            "status": one.status,
            "note": one.note or None,
            "against": joined(one.against),
        }
        for one in entries
    )
    return frame(rows, DECISIONS)


def _counts(lookup: Lookup, own: Sequence[Claim]) -> Row:
    """Return what a speaker's or a source's claims add up to."""
    disputes_of = {dispute.id for claim in own for dispute in lookup.disputes_of.get(claim.id, ())}
    return {
        "statements": len({(claim.source, claim.statement) for claim in own if claim.cue is not None}),
        "claims": len(own),
        "disputes": len(disputes_of),
        "flags": sum(len(lookup.flags_of.get(claim.id, ())) for claim in own),
    }


def speaker_rows(findings: Findings) -> Iterator[Row]:
    """Yield a row per speaker, in the order of the findings."""
    lookup = Lookup(findings)
    said = grouped(
        (speaker.id, claim) for claim in lookup.claims.values() for speaker in lookup.speakers_of(claim)
    )
    for speaker in lookup.speakers.values():
        own = said.get(speaker.id, ())
        principal = lookup.speakers.get(speaker.spokesperson_of or "")
        yield _counts(lookup, own) | {
            "speaker": speaker.name,
            "kind": speaker.kind,
            "role": speaker.role,
            "side": lookup.side_names.get(speaker.side) if speaker.side else None,
            "speaks_for": principal.name if principal else None,
            "aliases": joined(speaker.aliases),
            "articles": len({claim.source for claim in own}),
            "evidence": joined(speaker.evidence),
            "speaker_id": speaker.id,
        }


def source_rows(findings: Findings) -> Iterator[Row]:
    """Yield a row per article, in reading order."""
    lookup = Lookup(findings)
    for source in lookup.sources.values():
        yield _counts(lookup, lookup.claims_in[source.id]) | {
            "source": source.name,
            "title": source.title,
            "publisher": source.publisher,
            "url": source.url,
            "published": source.published.date,
            "published_basis": source.published.basis,
            "credits": joined(credit.name for credit in source.credits),
            "characters": len(source.text),
            "sha256": source.sha256,
            "path": source.path,
            "source_id": source.id,
        }
