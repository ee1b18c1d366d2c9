"""What is laid over the stored rows when they are read: canonical speakers, reviewers' decisions.

Invariant: both are functions of the rows alone; nothing here is stored.
"""

from collections.abc import Iterable, Sequence

from claimgraph.model import Collection, Decision, Matching, Speaker


def unified(speakers: Sequence[Speaker]) -> dict[str, Speaker]:
    """Return the canonical speaker of each speaker as resolved within an article."""
    from claimgraph.extract.speakers import unify  # noqa: PLC0415 - brings rapidfuzz with it

    mapping: dict[str, Speaker] = unify(speakers)
    return mapping


def canonical(raw: Collection) -> Collection:
    """Return the collection with each article's speakers replaced by the canonical ones."""
    mapping = unified(raw.speakers)
    ids = {local: speaker.id for local, speaker in mapping.items()}

    def renamed(speakers: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids.get(one, one) for one in speakers))

    return raw.model_copy(
        update={
            "speakers": tuple({speaker.id: speaker for speaker in mapping.values()}.values()),
            "claims": tuple(
                claim.model_copy(update={"speakers": renamed(claim.speakers), "via": renamed(claim.via)})
                for claim in raw.claims
            ),
        }
    )


def about(collection: Collection, matching: Matching) -> Collection:
    """Return the collection with each claim's subject, as it was matched."""
    subject = {claim: one.id for one in matching.subjects for claim in one.claims}
    return collection.model_copy(
        update={
            "claims": tuple(
                claim.model_copy(update={"subject": subject[claim.id]}) if claim.id in subject else claim
                for claim in collection.claims
            )
        }
    )


def decided(matching: Matching, decisions: Iterable[Decision]) -> Matching:
    """Return the matching with the last decision on each dispute as its state."""
    verdicts = {
        one.target: one.verdict for one in decisions if one.verdict in {"open", "confirmed", "rejected"}
    }
    if not verdicts:
        return matching
    disputes = tuple(
        one.model_copy(update={"state": verdicts[one.id]}) if one.id in verdicts else one
        for one in matching.disputes
    )
    return matching.model_copy(update={"disputes": disputes})
