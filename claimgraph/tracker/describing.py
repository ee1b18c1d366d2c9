"""One thing of a case as plain text, for a terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimgraph.model import Claim, Dispute, Source, Speaker, Subject, Update

if TYPE_CHECKING:
    import pandas as pd

    from claimgraph.tracker.composer import ClaimGraph, Thing


def described(tracker: "ClaimGraph", thing: "Thing") -> str:
    """Return what is known of a thing: a claim with where it stands, a dispute with its sides, a row else."""
    from claimgraph.report.quoting import visible  # noqa: PLC0415

    if isinstance(thing, Claim):
        return tracker.provenance(thing.id).as_text()
    if isinstance(thing, Dispute | Update):
        from claimgraph.report.markdown import one_card  # noqa: PLC0415 - brings templates with it

        return one_card(tracker.around([one for side in thing.sides for one in side]), thing.id)
    lines = _subject(tracker, thing) if isinstance(thing, Subject) else _row(tracker, thing)
    return "".join(f"{name}: {visible(' '.join(value.split()))}\n" for name, value in lines)


def _row(tracker: "ClaimGraph", thing: Source | Speaker) -> Iterator[tuple[str, str]]:
    """Yield the columns of an article's or a speaker's row that are known."""
    source = isinstance(thing, Source)
    frame: pd.DataFrame = tracker.sources() if source else tracker.speakers()
    column = "source_id" if source else "speaker_id"
    row = frame[frame[column] == thing.id].iloc[0].dropna()
    yield from ((str(name), str(value)) for name, value in row.items())


def _subject(tracker: "ClaimGraph", thing: Subject) -> Iterator[tuple[str, str]]:
    """Yield what a subject is called, and the claims on it."""
    yield "subject", thing.label
    claims = {one.id: one for one in tracker.collection().claims}
    for claim in thing.claims:
        if claim in claims:
            yield claim, claims[claim].text
