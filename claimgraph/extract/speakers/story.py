"""Names that tell enough only within one story: a bare surname, "the navy", a firm by its first word.

"Lund" in one article is the "Eva Lund" of another, and "the Emergencies Ministry" the Kazakh one, where
both articles name what is rare in news besides, and where only one such is known.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.kinds import is_outlet
from claimgraph.lexicon.rarity import RAREST, rarities, rarity
from claimgraph.lexicon.roles import role_family, slug, spell
from claimgraph.lexicon.sides import side_kind, sides_in
from claimgraph.lexicon.spelling import institution_words, is_of_people, surname
from claimgraph.model import Speaker

Cluster = list[Speaker]
Key = tuple[str, str]
_NAMED = frozenset({"person", "organisation"})
_HELD_BY_ONE = "official"
"""The family of roles of which a story mostly has one holder: "the mayor"."""
_DEFINITE = re.compile(r"(?i:the|his|her|its|their) (?=[^A-Z]+$)")
TELLING = 1.2 * RAREST
"""What the names must weigh that two articles of one story share: one that news seldom holds, and another."""


def joined(
    clusters: Sequence[Cluster], articles: Mapping[str, Collection[str]], names: Mapping[str, Collection[str]]
) -> list[Cluster]:
    """Return the clusters with those made one that share a name and a story.

    Args:
        clusters: the speakers that are one by themselves, the one named most fully first.
        articles: in which articles each speaker speaks.
        names: the words of the names that each article holds.
    """
    stories = _Stories(clusters, articles, _told(clusters, articles, names))
    homes = list(range(len(clusters)))
    for place in range(len(clusters)):
        home = stories.home(place)
        homes[place] = place if home is None else homes[home]
    made: dict[int, Cluster] = defaultdict(list)
    for home, cluster in zip(homes, clusters, strict=True):
        made[home] += cluster
    return [sorted(one, key=_fullness) if len(one) > len(clusters[at]) else one for at, one in made.items()]


class _Stories:
    """In which articles clusters speak, what names these hold, and by what they answer to a short one."""

    def __init__(
        self,
        clusters: Sequence[Cluster],
        articles: Mapping[str, Collection[str]],
        told: Mapping[str, frozenset[str]],
    ) -> None:
        self.clusters = clusters
        self.speaks = [{source for by in one for source in articles.get(by.id, ())} for one in clusters]
        self.held = [frozenset[str]().union(*(told.get(at, ()) for at in one)) for one in self.speaks]
        self.known: dict[tuple[Key, str], set[int]] = defaultdict(set)
        for place, cluster in enumerate(clusters):
            for key in _answers(cluster):
                for word in _telling(self.held[place], key):
                    self.known[key, word].add(place)

    def home(self, place: int) -> int | None:
        """Return the cluster that is meant by a name that tells little; None if that is open."""
        found = (self._meant(place, key) for key in _asks(self.clusters[place]))
        return next((home for home in found if home is not None), None)

    def _meant(self, place: int, key: Key) -> int | None:
        """Return the only cluster near that answers to a short name."""
        open_ = {one for word in _telling(self.held[place], key) for one in self.known.get((key, word), ())}
        near = [one for one in sorted(open_ - {place}) if self._one_story(place, one, key)]
        if key[0] == "surname" and len(near) > 1:
            near = self._likely(place, near, key[1])
        if near and key[0] == "public":
            return self._owned(place, near)
        return near[0] if len(near) == 1 else None

    def _owned(self, place: int, near: Sequence[int]) -> int | None:
        """Return of public bodies of one state at most the first that is known to be of it, or the first."""
        states = {one: _state(self.clusters[one][0]) for one in (place, *near)}
        first = min(states, key=lambda one: (states[one] is None, one))
        return first if first != place and len({*states.values()} - {None}) < 2 else None

    def _one_story(self, one: int, two: int, key: Key) -> bool:
        """Whether articles share enough names but for the one that is asked about."""
        return rarities((self.held[one] & self.held[two]) - set(key[1].split())) >= TELLING

    def _likely(self, place: int, near: Sequence[int], name: str) -> list[int]:
        """Return of namesakes those whom no article has beside the surname, or of these who is called so."""
        apart = [one for one in near if not self.speaks[one] & self.speaks[place]]
        bare = [one for one in apart if any(fold(x) == name for by in self.clusters[one] for x in by.aliases)]
        return bare if len(bare) == 1 else apart


def _told(
    clusters: Sequence[Cluster], articles: Mapping[str, Collection[str]], names: Mapping[str, Collection[str]]
) -> dict[str, frozenset[str]]:
    """Return the words of the names of each article, and of its speakers, but for those of states."""
    told = {source: set(map(fold, one)) for source, one in names.items()}
    for one in chain.from_iterable(clusters):
        named = {fold(word).removesuffix("'s") for word in one.name.split() if word[:1].isupper()}
        for source in articles.get(one.id, ()) if one.unnamed or one.kind in _NAMED else ():
            told.setdefault(source, set()).update(named)
    return {
        source: frozenset(word for word in one if not sides_in(word.title())) for source, one in told.items()
    }


def _telling(held: frozenset[str], key: Key) -> Iterator[str]:
    """Yield the names of which articles of one story share one at least: only those that do are compared."""
    yield from (word for word in held - set(key[1].split()) if rarity(word) >= RAREST / 2)


def _state(speaker: Speaker) -> str | None:
    return speaker.side if side_kind(speaker.side or "") is not None else None


def _is_public(speaker: Speaker) -> bool:
    """Whether a speaker is a public body, of which a state has one: "the navy", "the interior ministry"."""
    low = fold(speaker.name)
    heads = frozenset().union(*(words("institutions", of) for of in ("public", "one_a_state", "one_a_story")))
    body = speaker.kind in {"group", "organisation"}
    return body and any(low == head or low.endswith(f" {head}") for head in heads)


def _asks(cluster: Cluster) -> Iterator[Key]:
    """Yield by what a name that tells little asks for a fuller one."""
    first = cluster[0]
    if any(one.kind != first.kind or one.period for one in cluster):
        return
    public = _is_public(first)
    if public:
        yield "public", _public(first)
    if first.unnamed and first.kind != "group":  # "the ministry"
        yield "called", spell(first.name)
    elif not public and _is_named(first):
        yield from _asks_by_name(cluster)


def _asks_by_name(cluster: Cluster) -> Iterator[Key]:
    first, name = cluster[0], fold(cluster[0].name)
    if any(" " in one.name for one in cluster):
        return
    if first.kind == "person" or _is_bare(first):
        yield "surname", name
    if not (is_of_people(name) or is_outlet(name)):
        yield "opening", name


def is_unnamed(speaker: Speaker) -> bool:
    """Whether a speaker has no name, or is a spokesperson known by whom he speaks for alone."""
    alone = speaker.name.lower().startswith(f"{(speaker.role or '-').lower()} for ")
    return alone or speaker.unnamed or speaker.kind == "group"


def _is_named(speaker: Speaker) -> bool:
    return speaker.kind in _NAMED and not is_unnamed(speaker)


def _is_bare(speaker: Speaker) -> bool:
    """Whether nothing is known of a name but that it speaks, so that it may be a surname."""
    named = any(not _DEFINITE.match(alias) for alias in speaker.aliases)
    return not speaker.name.isupper() and not named and speaker.side == slug(speaker.name)


def _public(speaker: Speaker) -> str:
    """Return the words of a public body but for its state's."""
    return " ".join(sorted(institution_words(speaker.name, drop_sides=True)))


def _answers(cluster: Cluster) -> Iterator[Key]:
    """Yield by what a fuller name answers to a short one."""
    first = cluster[0]
    if first.period:
        return
    public = _is_public(first)
    if public:
        yield "public", _public(first)
    if not _is_named(first):
        return
    yield from {("called", called) for one in cluster for called in _called(one)}
    if " " in first.name and not public:
        parts = fold(first.name).split()
        own = parts[-1] in words("institutions", "heads") - words("institutions", "company_words")
        if not own:  # "Acme Workers' Alliance" is not Acme
            yield "opening", parts[0]
        if first.kind == "person":
            yield "surname", fold(surname(first.name))


def _called(speaker: Speaker) -> Iterator[str]:
    """Yield what somebody named is called besides: by the office, and as an article goes on."""
    if speaker.role and role_family(speaker.role) == _HELD_BY_ONE:
        yield spell(speaker.role)
    for alias in speaker.aliases:
        if _DEFINITE.match(alias):
            yield spell(_DEFINITE.sub("", alias, count=1))


def _fullness(speaker: Speaker) -> tuple[bool, int, bool, str]:
    return speaker.unnamed, -len(speaker.name.split()), speaker.side is None, speaker.id
