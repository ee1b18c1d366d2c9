"""Across articles: which local speakers are one. Only within one side; nobody unnamed."""

from collections import defaultdict
from collections.abc import Iterable

from claimgraph.extract.speakers.cast import same_role
from claimgraph.extract.speakers.names import same_person, surname
from claimgraph.extract.speakers.vocabulary import fold, slug
from claimgraph.lexicon import words
from claimgraph.model import Speaker


def unify(speakers: Iterable[Speaker]) -> dict[str, Speaker]:
    """Map every speaker's id to its canonical speaker.

    Two speakers are one when they have the same id, or are persons of one side whose names
    are one name however it is romanised, or share a full name and at most one of them has a
    known side, or when one of them is an unnamed office that only the other holds.
    """
    by_id: dict[str, list[Speaker]] = defaultdict(list)
    for speaker in speakers:
        by_id[speaker.id].append(speaker)
    merged = {identity: _united(group, ()) for identity, group in by_id.items()}
    clusters: list[list[Speaker]] = []
    for speaker in sorted(merged.values(), key=lambda one: (one.side is None, _rank(one), one.id)):
        home = _home(speaker, clusters)
        if home is None:
            clusters.append([speaker])
        else:
            home.append(speaker)
    canonical = {member.id: _united(cluster, _reasons(cluster)) for cluster in clusters for member in cluster}
    return {identity: _rewired(speaker, canonical) for identity, speaker in canonical.items()}


def _rank(speaker: Speaker) -> tuple[int, int]:
    """Named persons first, the fullest name before all."""
    return (_is_office(speaker), -len(speaker.name.split()))


def _is_office(speaker: Speaker) -> bool:
    return bool(
        speaker.kind == "person" and speaker.role and speaker.name.lower().endswith(speaker.role.lower())
    )


def _home(speaker: Speaker, clusters: list[list[Speaker]]) -> list[Speaker] | None:
    """Return the one cluster a speaker belongs to; with two, none."""
    fitting = [cluster for cluster in clusters if _one(cluster[0], speaker)]
    return fitting[0] if len(fitting) == 1 else None


def _one(a: Speaker, b: Speaker) -> bool:
    if a.kind != "person" or b.kind != "person" or a.spokesperson_of != b.spokesperson_of:
        return False
    if a.period != b.period:  # what a user's list says of a time holds for nobody outside it
        return False
    if _unnamed(a) or _unnamed(b):
        return False
    if _is_office(b) and not _is_office(a):
        return a.side is not None and a.side == b.side and same_role(a.role or "-", b.role or "-")
    if _is_office(a) or _is_office(b):
        return False
    whole = " " in a.name and " " in b.name
    first, second = _beyond_himself(a), _beyond_himself(b)
    if first is not None and first == second:
        roles = not a.role or not b.role or same_role(a.role, b.role)
        return same_person(a.name, b.name) and (whole or roles)
    if first is not None and second is not None:
        return False
    shared_role = bool(a.role and b.role and same_role(a.role, b.role))
    return whole and (fold(a.name) == fold(b.name) or (shared_role and same_person(a.name, b.name)))


def _beyond_himself(speaker: Speaker) -> str | None:
    """Return a person's side, unless it tells nothing: his own name, or "the union" of some article."""
    untold = {slug(surname(speaker.name)), slug(speaker.name)} | words("institutions", "body_words")
    return None if speaker.side in untold | words("institutions", "company_words") else speaker.side


def _unnamed(speaker: Speaker) -> bool:
    """Whether a spokesperson is known by whom he speaks for alone."""
    return speaker.name.lower().startswith(f"{(speaker.role or '-').lower()} for ")


def _reasons(cluster: list[Speaker]) -> tuple[str, ...]:
    first = cluster[0]
    where = f"both speak for {first.side}" if first.side else "nothing speaks against it"
    return tuple(
        f"“{other.name}” and “{first.name}” are one: the names are forms of one name and {where}"
        for other in cluster[1:]
    )


def _united(group: list[Speaker], reasons: tuple[str, ...]) -> Speaker:
    first = group[0]
    names = [alias for one in group for alias in (one.name, *one.aliases)]
    return first.model_copy(
        update={
            "role": next((one.role for one in group if one.role), None),
            "side": next((side for one in group if (side := _beyond_himself(one))), None) or first.side,
            "aliases": tuple(sorted({alias for alias in names if alias != first.name})),
            "evidence": tuple(dict.fromkeys([*(line for one in group for line in one.evidence), *reasons])),
        }
    )


def _rewired(speaker: Speaker, canonical: dict[str, Speaker]) -> Speaker:
    master = canonical.get(speaker.spokesperson_of or "")
    if master is None:
        return speaker
    side = speaker.side or (master.side if master.kind == "person" else None)
    return speaker.model_copy(update={"spokesperson_of": master.id, "side": side})
