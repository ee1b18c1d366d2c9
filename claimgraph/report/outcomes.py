"""What the matcher found as tidy pandas frames: disputes, marks, changes, agreements.

As in ``tables``: columns are documented by name, their types are the same when a frame is empty.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from claimgraph.model import Findings
from claimgraph.report.cards import cards_of
from claimgraph.report.lookup import Lookup
from claimgraph.report.tables import Row, frame, joined, shared

if TYPE_CHECKING:
    import pandas as pd

DISPUTES: Mapping[str, str] = {
    "dispute": "string",
    "kind": "string",
    "question": "string",  # in the words of the articles
    "sides": "string",  # who stands on each side, sides parted by " — "
    "said": "string",  # the key words of each side, parted alike
    "subject": "string",
    "state": "string",
    "score": "Float64",
    "claims": "Int64",
    "articles": "Int64",
    "reasons": "string",
    "subject_id": "string",
}
DISPUTE_CLAIMS: Mapping[str, str] = {
    "dispute": "string",
    "kind": "string",
    "subject": "string",
    "state": "string",
    "score": "Float64",
    "side": "Int64",  # 1, 2, ...: the place of the side, not its rank
    "origins": "Int64",  # primary origins behind the side; <NA> when not counted
    "claim": "string",
    "speaker": "string",
    "speaker_side": "string",
    "act": "string",
    "text": "string",
    "source": "string",
    "published": "string",
    "said": "string",
    "reasons": "string",
    "subject_id": "string",
    "source_id": "string",
}
FLAGS: Mapping[str, str] = {
    "claim": "string",
    "kind": "string",
    "detail": "string",
    "basis": "string",  # the words it rests on
    "speaker": "string",
    "side": "string",
    "text": "string",
    "subject": "string",
    "source": "string",
    "publisher": "string",
    "published": "string",
    "start": "Int64",
    "end": "Int64",
    "source_id": "string",
}
UPDATES: Mapping[str, str] = {
    "update": "string",
    "question": "string",
    "step": "Int64",  # 1 is the oldest
    "claim": "string",
    "speaker": "string",
    "text": "string",
    "subject": "string",
    "source": "string",
    "published": "string",
    "said": "string",
    "source_id": "string",
}
AGREEMENTS: Mapping[str, str] = {
    "a": "string",  # the two claims
    "b": "string",
    "independent": "boolean",  # shown to be independent of each other
    "adverse": "boolean",  # one side admits what the other says
    "a_speaker": "string",
    "b_speaker": "string",
    "a_text": "string",
    "b_text": "string",
    "a_source": "string",
    "b_source": "string",
    "reasons": "string",
}
LEADS: Mapping[str, str] = {
    "lead": "Int64",  # its place, the likeliest conflict first
    "score": "Float64",
    "origin": "string",  # who proposes it: rules, or a reader
    "a": "string",  # the earlier claim's id
    "a_speaker": "string",
    "a_text": "string",
    "a_source": "string",
    "b": "string",
    "b_speaker": "string",
    "b_text": "string",
    "b_source": "string",
    "reasons": "string",
    "lead_id": "string",
}


def disputes(findings: Findings) -> "pd.DataFrame":
    """Return a row per dispute; columns as in ``DISPUTES``."""
    return frame(dispute_rows(findings), DISPUTES)


def dispute_claims(findings: Findings) -> "pd.DataFrame":
    """Return a row per claim on a side of a dispute; columns as in ``DISPUTE_CLAIMS``."""
    return frame(side_rows(findings), DISPUTE_CLAIMS)


def flags(findings: Findings) -> "pd.DataFrame":
    """Return a row per mark on a claim, in reading order; columns as in ``FLAGS``."""
    return frame(flag_rows(findings), FLAGS)


def updates(findings: Findings) -> "pd.DataFrame":
    """Return a row per claim of what changed with time, oldest first; columns as in ``UPDATES``."""
    return frame(update_rows(findings), UPDATES)


def agreements(findings: Findings) -> "pd.DataFrame":
    """Return a row per pair of claims that agree; columns as in ``AGREEMENTS``."""
    return frame(agreement_rows(findings), AGREEMENTS)


def leads(findings: Findings) -> "pd.DataFrame":
    """Return a row per pair to be read together, the likeliest conflicts first; columns as in ``LEADS``."""
    return frame(lead_rows(findings), LEADS)


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
            "claims": len(claims),
            "articles": len({lookup.claims[claim].source for claim in claims}),
            "reasons": joined(f"{reason.rule}: {reason.detail}" for reason in dispute.reasons),
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
                    "reasons": joined(f"{reason.rule}: {reason.detail}" for reason in dispute.reasons),
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
            "reasons": joined(f"{reason.rule}: {reason.detail}" for reason in pair.reasons),
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
        for column in ("speaker", "text", "source")
    }
    return told | {"a": a, "b": b}
