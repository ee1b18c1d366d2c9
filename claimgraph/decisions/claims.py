"""Claims as reviewers read them: some struck, some of another speaker."""

from collections.abc import Iterable

from claimgraph.decisions.bindings import Index
from claimgraph.decisions.speakers import Cast
from claimgraph.decisions.verdicts import STRIKING
from claimgraph.model import Claim, Collection, Decision

OTHER = "a reviewer found that the words are another's"


class Readings:
    """What decisions say of single claims: which are struck, and who said the others.

    Args:
        decisions: those that stand, in their order; the last on a claim's speaker holds.
    """

    def __init__(self, decisions: Iterable[Decision], index: Index, cast: Cast) -> None:
        self.struck: set[str] = set()
        self.speakers: dict[str, tuple[str, ...]] = {}
        for decision in decisions:
            claim = index.find(decision.seen[0]) if decision.seen else None
            if claim is None:
                continue
            if decision.verdict in STRIKING:
                self.struck.add(claim)
            elif decision.verdict == "wrong-speaker":
                home = cast.home(decision.value)
                if home is not None or not decision.value:
                    self.speakers[claim] = (home,) if home else ()

    def applied(self, collection: Collection) -> Collection:
        """Return the collection without what was struck, and with the speakers given."""
        if not self.struck and not self.speakers:
            return collection
        claims = tuple(self._read(one) for one in collection.claims if one.id not in self.struck)
        flags = tuple(one for one in collection.flags if one.claim not in self.struck)
        return collection.model_copy(update={"claims": claims, "flags": flags})

    def _read(self, claim: Claim) -> Claim:
        changes: dict[str, object] = {}
        if claim.parent in self.struck:
            changes["parent"] = None
        if claim.id in self.speakers:
            known = self.speakers[claim.id]
            changes |= {"speakers": known, "unknown_speaker": None if known else OTHER}
        return claim.model_copy(update=changes) if changes else claim
