"""Across articles: which speakers, as each article has them, are one.

Persons are one by their full name, however it is spelt; by a surname or an office only where
nothing else holds it. What an article takes to be somebody's side is often only where he works, so
it forbids nothing, unless it is a state of the table or comes from the user's own list. Bodies are
one by their name, its short form or its initials. Unnamed people are nobody's, but for the police
of one place, and those who are called alike and say the same words, as in a report printed twice.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from claimgraph.extract.speakers.cast import same_role
from claimgraph.extract.speakers.story import is_unnamed, joined
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.roles import slug, spell_role
from claimgraph.lexicon.sides import side_kind
from claimgraph.lexicon.spelling import (
    called,
    called_alike,
    initials,
    same_person,
    short_for,
    spellings,
    surname,
)
from claimgraph.model import Speaker

_KNOWN_IN = 10
"""Of so many articles that have a speaker, one at least must know the side that all are given."""
Block = tuple[str, str]
_Told = tuple[str | bool | None, ...]


def unify(
    speakers: Iterable[Speaker],
    articles: Mapping[str, Collection[str]] | None = None,
    names: Mapping[str, Collection[str]] | None = None,
    said: Mapping[str, Collection[str]] | None = None,
) -> dict[str, Speaker]:
    """Map every speaker's id to its canonical speaker.

    Args:
        speakers: as each article has them.
        articles: in which articles each of them speaks, by id.
        names: the words of the names that each article holds; what only tells within one story
            ("Lund") is made one where both are known.
        said: the runs of words by which the statements of each unnamed one are known again, by id.
    """
    by_id: dict[str, list[Speaker]] = defaultdict(list)
    for speaker in speakers:
        by_id[speaker.id].append(speaker)
    merged = {identity: _united(group) for identity, group in by_id.items()}
    found = merged.values()  # named persons first, the fullest name before all
    ranked = sorted(found, key=lambda one: (_is_office(one), -one.name.count(" "), one.side is None, one.id))
    clusters = joined(_clusters(ranked), articles or {}, names or {})
    canonical = {
        member.id: _united(cluster, *(_reason(cluster[0], one) for one in cluster[1:]))
        for cluster in _printed_again(clusters, said or {})
        for member in cluster
    }
    return {identity: _rewired(speaker, canonical) for identity, speaker in canonical.items()}


def _clusters(speakers: list[Speaker]) -> list[list[Speaker]]:
    """Put each speaker to the one cluster before it that it belongs to; with none or two, it begins its own.

    Of two clusters the one that holds the very name, where but one does, is meant.

    Only those that share a block are compared, and of a cluster only members that differ in what is
    compared, so that the time grows with the number of speakers and not with that of their pairs.
    """
    found: list[list[Speaker]] = []
    telling: list[dict[_Told, Speaker]] = []
    by_block: dict[Block, set[int]] = defaultdict(set)
    for speaker in speakers:
        near = {number for key in blocks(speaker) for number in by_block[key]}
        fitting = [number for number in sorted(near) if _fits(telling[number].values(), speaker)]
        namesakes = [
            number
            for number in (fitting if len(fitting) > 1 else ())
            if any(fold(one.name) == fold(speaker.name) for one in telling[number].values())
        ]
        (home,) = next((one for one in (fitting, namesakes) if len(one) == 1), [len(found)])
        if home == len(found):
            found.append([])
            telling.append({})
        found[home].append(speaker)
        telling[home].setdefault(_told(speaker), speaker)
        for key in blocks(speaker):
            by_block[key].add(home)
    return found


def _printed_again(
    clusters: Iterable[list[Speaker]], said: Mapping[str, Collection[str]]
) -> Iterator[list[Speaker]]:
    """Yield the clusters, those of unnamed speakers as one who are called alike and say the same words."""
    made: list[list[Speaker]] = []
    saying: dict[tuple[str, str], list[Speaker]] = {}
    for cluster in clusters:
        unnamed = [one for one in cluster if is_unnamed(one)]
        told = {(fold(one.name), run) for one in unnamed for run in said.get(one.id, ())}
        home = next((saying[key] for key in sorted(told) if key in saying), None)
        if home is None:
            home = []
            made.append(home)
        home += cluster
        for key in told:
            saying.setdefault(key, home)
    yield from made


def _told(speaker: Speaker) -> _Told:
    """Return all of a speaker that ``_one`` and ``_apart`` ask about."""
    own = (speaker.kind, speaker.name, speaker.unnamed)
    return (*own, speaker.side, speaker.role, speaker.place, speaker.period)


def _fits(members: Collection[Speaker], speaker: Speaker) -> bool:
    alike = any(_one(member, speaker) for member in members)
    return alike and not any(_apart(member, speaker) for member in members)


def blocks(speaker: Speaker) -> Iterator[Block]:
    """Yield what a speaker shares, in one of them at least, with whoever it can be one with."""
    if is_unnamed(speaker):
        if speaker.place is not None:
            yield "place", speaker.place
        return
    if speaker.kind == "organisation":
        yield "name", called(speaker.name)
        yield "initials", initials(speaker.name)
        if speaker.name.isupper():
            yield "initials", speaker.name.replace(".", "")
    if speaker.kind == "person":
        for word in spell_role(speaker.role) if speaker.role and speaker.side else ():
            yield f"office of {speaker.side}", word
        for key in spellings(surname(speaker.name)):
            yield "surname", key


def _is_office(speaker: Speaker) -> bool:
    role = (speaker.role or "").lower()
    return speaker.kind == "person" and bool(role) and speaker.name.lower().endswith(role)


def _apart(a: Speaker, b: Speaker) -> bool:
    """Whether two speakers cannot be one: of two states, of two times of a user's list."""
    if a.period != b.period:  # what a user's list says of a time holds for nobody outside it
        return True
    states = all(side_kind(side or "") in {"state", "territory"} for side in (a.side, b.side))
    return a.kind == b.kind == "person" and a.side != b.side and states


def _one(a: Speaker, b: Speaker) -> bool:
    if is_unnamed(a) and is_unnamed(b):
        return a.place is not None and a.place == b.place
    if a.kind != b.kind or is_unnamed(a) or is_unnamed(b):
        return False
    return _one_body(a, b) if a.kind == "organisation" else _one_person(a, b)


def _one_body(a: Speaker, b: Speaker) -> bool:
    """Whether two names are one body's: "the Associated Press" and "AP"."""
    if {side_kind(a.side or ""), side_kind(b.side or "")} - {None, "organisation"}:
        return False
    long, short = sorted((a.name, b.name), key=len, reverse=True)
    return called(long) == called(short) or (short.isupper() and len(short) > 1 and short_for(short, long))


def _one_person(a: Speaker, b: Speaker) -> bool:
    """Whether two persons are one: of two the named one, or the one with the fuller name, comes first."""
    one_office = bool(a.role and b.role and same_role(a.role, b.role))
    if _is_office(b):
        return one_office and not _is_office(a) and a.side == b.side and b.side is not None
    return called_alike(a.name, b.name) or (_told_alike(a, b, one_office) and same_person(a.name, b.name))


def _told_alike(a: Speaker, b: Speaker, one_office: bool) -> bool:
    """Whether the same is told of two persons: of full names the office or side, of a surname the office."""
    first, second = _beyond_himself(a), _beyond_himself(b)
    if " " in b.name:
        return one_office or (first == second and first is not None)
    return one_office and (first == second or None in {first, second})


def _beyond_himself(speaker: Speaker) -> str | None:
    """Return a person's side, unless it tells nothing: his own name, or "the union" of some article."""
    untold = {slug(surname(speaker.name)), slug(speaker.name)} | words("institutions", "body_words")
    return None if speaker.side in untold | words("institutions", "company_words") else speaker.side


def _reason(first: Speaker, other: Speaker) -> str:
    why = "the names are one name or forms of it"
    if is_unnamed(first):
        printed_again = "they are called alike and say the same words"
        why = printed_again if first.place is None else f"both are of {first.place}"
    elif other.unnamed:
        why = "articles on the same call nobody else so"
    elif _is_office(other):
        why = f"nobody else is known to hold that office of {first.side}"
    elif first.side and first.side == other.side:
        why += f", and both speak for {first.side}"
    return f"“{other.name}” and “{first.name}” are one: {why}"


def _united(group: list[Speaker], *reasons: str) -> Speaker:
    """Return the speakers as one: named as the first of them, with the side that most of them have."""
    first, side = group[0], _side(group)
    names = [alias for one in group for alias in (one.name, *one.aliases)]
    return first.model_copy(
        update={
            "role": next(filter(None, (one.role for one in group)), None),
            "side": side,
            "side_name": next((one.side_name for one in group if one.side == side and one.side_name), None),
            "aliases": tuple(sorted({*names} - {first.name})),
            "evidence": tuple(dict.fromkeys([*(line for one in group for line in one.evidence), *reasons])),
        }
    )


def _side(group: list[Speaker]) -> str | None:
    """Return the side of most; one that says more than the own name goes first.

    What fewer than one in ten have is likelier misread than known.
    """
    alike = [one for one in group if one.kind == group[0].kind]  # a bare surname's own name is no side
    telling = [side for one in alike if (side := _beyond_himself(one))]
    votes = Counter(telling or [one.side for one in alike if one.side])
    side = max(votes, key=lambda one: votes[one], default=None)
    return side if side and votes[side] * _KNOWN_IN >= len(alike) else None


def _rewired(speaker: Speaker, canonical: dict[str, Speaker]) -> Speaker:
    master = canonical.get(speaker.spokesperson_of or "")
    return speaker.model_copy(update={"spokesperson_of": master.id}) if master else speaker
