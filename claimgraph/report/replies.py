"""What may answer a flagged statement, as links: that none was recognised does not say that there is none."""

from collections.abc import Iterator
from itertools import islice

from claimgraph.model import Act, Claim
from claimgraph.report.lookup import Lookup

SHOWN = 3
"""Statements of the accused, or that bear on it, shown at most."""


def replies(claim: Claim, lookup: Lookup) -> tuple[Claim, ...]:
    """Return what the accused say next: behind the claim in its article, then on its subject elsewhere.

    Empty where it does not accuse, or where no statement is attributed to the accused.
    """
    if claim.act is not Act.ACCUSE:
        return ()
    return tuple(islice(dict.fromkeys(_of_accused(claim, lookup)), SHOWN))


def bearing(claim: Claim, lookup: Lookup) -> tuple[Claim, ...]:
    """Return what leads set beside a claim, the likeliest first, but for what the accused say next."""
    apart = {one.id for one in replies(claim, lookup)}
    beside = (lookup.claims[one] for one in lookup.beside.get(claim.id, ()) if one not in apart)
    return tuple(islice(beside, SHOWN))


def _of_accused(claim: Claim, lookup: Lookup) -> Iterator[Claim]:
    told = [one for one in lookup.claims.values() if one.cue is not None]
    behind = (one for one in told if one.source == claim.source and one.start >= claim.end)
    yield from (one for one in behind if _accused(one, claim, lookup))
    elsewhere = (one for one in told if claim.subject and one.subject == claim.subject)
    yield from (one for one in elsewhere if one.source != claim.source and _accused(one, claim, lookup))


def _accused(one: Claim, claim: Claim, lookup: Lookup) -> bool:
    """Tell whether a statement is by the side, or by somebody named, that a claim accuses."""
    if one.id == claim.id or set(one.speakers) & set(claim.speakers):
        return False
    words = claim.text.casefold()
    return any(
        (claim.target is not None and speaker.side == claim.target) or speaker.name.casefold() in words
        for speaker in lookup.speakers_of(one)
    )
