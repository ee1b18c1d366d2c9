"""What is laid over the stored rows when they are read: canonical speakers, reviewers' decisions.

Invariant: all of it is a function of the rows alone; nothing of it is stored but who is who, with a matching.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from claimgraph.decisions import Cast, Index, Judged, Readings, linked, standing
from claimgraph.decisions.verdicts import SHAPING
from claimgraph.model import Claim, Collection, Decision, Matching, Speaker, subject_by_claim

CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]{2,}")
"""A word in capitals where no sentence starts: mostly a name's."""
RUN = 8
"""Words in a row that are hardly said twice."""
LEAST = 5
"""Words of a shorter statement from which all of it is hardly said twice."""


def runs(text: str) -> Iterator[str]:
    """Yield the runs of words by which a statement is known again."""
    words = text.casefold().split()
    if len(words) >= LEAST:
        yield from (" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def unified(raw: Collection) -> dict[str, Speaker]:
    """Return the canonical speaker of each speaker as resolved within an article."""
    from claimgraph.extract.speakers import is_unnamed, unify  # noqa: PLC0415 - brings rapidfuzz with it

    articles: dict[str, set[str]] = {}
    names = {source.id: set(map(str.casefold, CAPITAL.findall(source.text))) for source in raw.sources}
    said: dict[str, set[str]] = {}
    unnamed = {speaker.id for speaker in raw.speakers if is_unnamed(speaker)}
    for claim in raw.claims:
        names.setdefault(claim.source, set()).update(claim.names)
        for speaker in (*claim.speakers, *claim.via):
            articles.setdefault(speaker, set()).add(claim.source)
        for speaker in unnamed.intersection(claim.speakers):
            said.setdefault(speaker, set()).update(runs(claim.text))
    mapping: dict[str, Speaker] = unify(raw.speakers, articles, names, said)
    return mapping


def about(collection: Collection, matching: Matching) -> Collection:
    """Return the collection with each claim's subject, as it was matched."""
    subject = subject_by_claim(matching.subjects)
    claims = (
        one.model_copy(update={"subject": subject[one.id]}) if one.id in subject else one
        for one in collection.claims
    )
    return collection.model_copy(update={"claims": tuple(claims)})


class Overlay:
    """The stored rows as they are read, with the decisions that stand.

    Args:
        raw: everything extracted, speakers with the ids of their articles.
        revision: the store's number for it.
        before: an overlay of the same rows with fewer decisions, whose work is used again.
        united: the canonical speaker of each speaker of an article, where that was kept.
    """

    def __init__(
        self,
        raw: Collection,
        revision: int,
        decisions: Iterable[Decision],
        before: "Overlay | None" = None,
        *,
        united: dict[str, Speaker] | None = None,
    ) -> None:
        self.raw = raw
        self.revision = revision
        self.every = tuple(decisions)
        self.decisions = standing(self.every)
        self.shape = self._shape()
        self.unified: dict[str, Speaker] = before.unified if before else united or unified(raw)
        self.indexed: Index | None = before.indexed if before else None
        self._laid: tuple[Matching, Matching] | None = None
        if before is not None and before.shape == self.shape:
            self.cast, self.readings, self.collection = before.cast, before.readings, before.collection
            self.index = before.index

    def _shape(self) -> str:
        """Return what tells apart the collections that decisions make of the same rows."""
        shaping = [one.id for one in self.decisions if one.verdict in SHAPING]
        return hashlib.sha256(" ".join(shaping).encode()).hexdigest()[:16] if shaping else ""

    @cached_property
    def cast(self) -> Cast:
        """The speakers."""
        return Cast(self.raw.speakers, self.unified, self.decisions)

    def extracted(self) -> Index:
        """Return what finds the claims as they were extracted, those that were struck among them."""
        if self.indexed is None:
            self.indexed = Index(self.raw)
        return self.indexed

    @cached_property
    def readings(self) -> Readings:
        """What decisions say of single claims."""
        return Readings(self.decisions if self.shape else (), self.extracted(), self.cast)

    @cached_property
    def collection(self) -> Collection:
        """Everything extracted, with speakers made one over all articles, without what was struck."""
        texts = {one.id: one.text for one in self.raw.sources} if self.shape else {}
        claims = tuple(self._spoken(claim, texts.get(claim.source, "")) for claim in self.raw.claims)
        speakers = tuple(self.cast.speakers.values())
        known = self.raw.model_copy(update={"speakers": speakers, "claims": claims})
        return self.readings.applied(known) if self.shape else known

    def _spoken(self, claim: Claim, text: str) -> Claim:
        """Return a claim with the canonical ids of its speakers."""
        mention = text[slice(*claim.mention)] if claim.mention else ""
        speakers = dict.fromkeys(self.cast.speaking(one, mention) for one in claim.speakers)
        via = dict.fromkeys(self.cast.speaking(one, "") for one in claim.via)
        return claim.model_copy(update={"speakers": tuple(speakers), "via": tuple(via)})

    @cached_property
    def index(self) -> Index:
        """What finds the claims that were not struck."""
        return Index(self.collection)

    @cached_property
    def judged(self) -> Judged:
        """The decisions on pairs of claims."""
        return Judged(self.decisions, self.index)

    def laid(self, matching: Matching) -> Matching:
        """Return a matching with the decisions on its events and disputes; of the same one, the same."""
        if not self.decisions:
            return matching
        if self._laid is None or self._laid[0] is not matching:
            self._laid = (matching, self.judged.applied(linked(matching, self.decisions, self.index)))
        return self._laid[1]
