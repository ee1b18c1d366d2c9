"""What a decision is bound to: the statements a reviewer saw, found again or gone.

The rule: a statement is the one that was seen when its id is the same (an id is made of the article's
bytes and the place of the words), or when the article of that name, in the version there is now, holds
the paragraph word for word, with the same words claimed at the same place in it, exactly once. Anything
else is another statement, however alike.
"""

from hashlib import sha256

from claimgraph.gathering import grouped
from claimgraph.model import Claim, Collection, Decision, Seen, Source, Span

Place = tuple[str, Span]
"""A paragraph's hash, and where in it a statement stands."""


def passage(source: Source, claim: Claim) -> Span:
    """Return the bounds of the paragraph, or paragraphs, in which a claim stands with its cue and speaker."""
    spans = [(claim.start, claim.end), *(one for one in (claim.cue, claim.mention) if one)]
    start, end = min(one[0] for one in spans), max(one[1] for one in spans)
    return source.paragraph(start, end) or (start, end)


def _place(source: Source, claim: Claim) -> Place:
    low, high = passage(source, claim)
    digest = sha256(source.text[low:high].encode("utf-8", "surrogatepass")).hexdigest()
    return digest, (claim.start - low, claim.end - low)


def seen(source: Source, claim: Claim, *, speaker: str = "", side: int = 0) -> Seen:
    """Return a claim as a reviewer sees it now.

    Args:
        speaker: who said it, as shown.
        side: the side of a dispute it stands on, from 0.
    """
    digest, place = _place(source, claim)
    return Seen(
        claim=claim.id,
        source=source.id,
        article=source.name,
        passage=digest,
        place=place,
        words=claim.text,
        speaker=speaker,
        side=side,
    )


class Index:
    """Finds what was seen among the claims there are; articles are looked through only when needed."""

    def __init__(self, collection: Collection) -> None:
        self.claims = {one.id: one for one in collection.claims}
        self.order = {one.id: place for place, one in enumerate(collection.claims)}
        self.sources = {one.id: one for one in collection.sources}
        self._named = grouped((one.name, one) for one in collection.sources)
        self._of = grouped((one.source, one) for one in collection.claims)
        self._places: dict[str, dict[Place, tuple[str, ...]]] = {}
        self._place: dict[str, Place] = {}
        self._found: dict[Seen, str | None] = {}

    def find(self, was: Seen) -> str | None:
        """Return the id of the claim that was seen, or None when it is gone."""
        if was.claim in self.claims:
            return was.claim
        if was not in self._found:
            self._found[was] = self._again(was)
        return self._found[was]

    def _again(self, was: Seen) -> str | None:
        sources = self._named.get(was.article, ())
        if len(sources) != 1:
            return None
        there = self._placed(sources[0]).get((was.passage, was.place), ())
        alike = [one for one in there if self.claims[one].text == was.words]
        return alike[0] if len(alike) == 1 else None

    def _placed(self, source: Source) -> dict[Place, tuple[str, ...]]:
        if source.id not in self._places:
            claims = self._of.get(source.id, ())
            self._places[source.id] = grouped((self.place(one.id), one.id) for one in claims)
        return self._places[source.id]

    def sides(self, decision: Decision) -> tuple[frozenset[str], ...]:
        """Return the claims seen on each side that are still there."""
        many = 1 + max((one.side for one in decision.seen), default=-1)
        found: list[set[str]] = [set() for _ in range(many)]
        for one in decision.seen:
            claim = self.find(one)
            if claim is not None:
                found[one.side].add(claim)
        return tuple(map(frozenset, found))

    def gone(self, decision: Decision) -> list[Seen]:
        """Return the statements that a decision rests on and that are no longer there."""
        return [one for one in decision.seen if self.find(one) is None]

    def place(self, claim_id: str) -> Place:
        """Return the paragraph of a claim and its place in it: the same for a reprint in another article."""
        claim = self.claims[claim_id]
        if claim_id not in self._place:
            self._place[claim_id] = _place(self.sources[claim.source], claim)
        return self._place[claim_id]
