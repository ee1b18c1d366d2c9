"""What the matcher found as tidy pandas frames: disputes, marks, changes, agreements.

As in ``tables``: columns are told in docs/notebook.md, their types are the same when a frame is empty.
"""

from collections.abc import Iterator
from itertools import chain

from claimgraph.model import Findings
from claimgraph.report.cards import cards_of
from claimgraph.report.lookup import Lookup
from claimgraph.report.sureness import sureness
from claimgraph.report.tables import Row, columns, joined, shared, why

DISPUTES = columns(
    "dispute kind question sides said subject state score:Float64 sureness claims:Int64 articles:Int64"
    " reasons subject_id"
)
DISPUTE_CLAIMS = columns(
    "dispute kind subject state score:Float64 side:Int64 origins:Int64 claim speaker speaker_side did act"
    " text source published said reasons subject_id source_id"
)
FLAGS = columns(
    "claim kind detail basis speaker did side text subject source publisher published start:Int64 end:Int64"
    " source_id"
)
UPDATES = columns("update question step:Int64 claim speaker text subject source published said source_id")
AGREEMENTS = columns(
    "a b independent:boolean adverse:boolean a_speaker b_speaker a_did b_did a_text b_text a_source b_source"
    " reasons"
)
LEADS = columns(
    "lead:Int64 score:Float64 origin a a_speaker a_did a_text a_source b b_speaker b_did b_text"
    " b_source reasons lead_id"
)


def dispute_rows(findings: Findings) -> Iterator[Row]:
    """Yield a row per dispute."""
    lookup, cards = Lookup(findings), cards_of(findings)
    for dispute in lookup.findings.matching.disputes:
        card = cards.card(dispute)
        claims = dict.fromkeys(chain.from_iterable(dispute.sides))
        yield {
            "dispute": dispute.id,
            "kind": dispute.kind,
            "question": card.heading,
            "sides": " — ".join(side.name for side in card.sides),
            "said": " — ".join(side.position for side in card.sides),
            "subject": lookup.subject_label(dispute.subject),
            "state": dispute.state,
            "score": dispute.score,
            "sureness": sureness(dispute),
            "claims": len(claims),
            "articles": len({lookup.claims[claim].source for claim in claims}),
            "reasons": why(dispute.reasons),
            "subject_id": dispute.subject,
        }


def side_rows(findings: Findings) -> Iterator[Row]:
    """Yield a row per claim on a side of a dispute."""
    lookup = Lookup(findings)
    for dispute in lookup.findings.matching.disputes:
        counted = len(dispute.origins) == len(dispute.sides)
        for place, side in enumerate(dispute.sides):
            for claim in side:
                row = shared(lookup, lookup.claims[claim])
                yield row | {
                    "dispute": dispute.id,
                    "kind": dispute.kind,
                    "subject": lookup.subject_label(dispute.subject),
                    "subject_id": dispute.subject,
                    "state": dispute.state,
                    "score": dispute.score,
                    "side": place + 1,
                    "origins": dispute.origins[place] if counted else None,
                    "speaker_side": row["side"],
                    "reasons": why(dispute.reasons),
                }


def flag_rows(findings: Findings) -> Iterator[Row]:
    """Yield a row per mark on a claim, in reading order."""
    lookup = Lookup(findings)
    for flag in lookup.flags:
        claim = lookup.claims[flag.claim]
        basis = lookup.source_of(claim).text[slice(*flag.basis)] if flag.basis else None
        yield shared(lookup, claim) | {"kind": flag.kind, "detail": flag.detail, "basis": basis}


def update_rows(findings: Findings) -> Iterator[Row]:
    """Yield a row per claim of what changed with time, oldest first."""
    lookup, cards = Lookup(findings), cards_of(findings)
    for update in lookup.findings.matching.updates:
        question = cards.update(update).heading
        for step, side in enumerate(update.sides, 1):
            for claim in side:
                row = shared(lookup, lookup.claims[claim])
                yield row | {"update": update.id, "question": question, "step": step}


def agreement_rows(findings: Findings) -> Iterator[Row]:
    """Yield a row per pair of claims that agree."""
    lookup = Lookup(findings)
    for pair in lookup.findings.matching.agreements:
        yield _both(lookup, pair.a, pair.b) | {
            "independent": pair.independent,
            "adverse": pair.adverse,
            "reasons": why(pair.reasons),
        }


def lead_rows(findings: Findings) -> Iterator[Row]:
    """Yield a row per pair to be read together, the likeliest conflicts first."""
    lookup = Lookup(findings)
    for place, lead in enumerate(lookup.findings.matching.leads, 1):
        yield _both(lookup, lead.a, lead.b) | {
            "lead": place,
            "score": lead.score,
            "origin": lead.origin,
            "reasons": joined(reason.detail for reason in lead.reasons),
            "lead_id": lead.id,
        }


def _both(lookup: Lookup, a: str, b: str) -> Row:
    """Return the columns of two claims that stand side by side."""
    rows = {name: shared(lookup, lookup.claims[claim]) for name, claim in (("a", a), ("b", b))}
    told = {
        f"{name}_{column}": row[column]
        for name, row in rows.items()
        for column in ("speaker", "did", "text", "source")
    }
    return told | {"a": a, "b": b}
