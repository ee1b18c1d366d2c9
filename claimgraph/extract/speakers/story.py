"""Names that tell enough only within one story: a bare surname, a ministry without its country.

"Lund" in one article is the "Eva Lund" of another, and "the Emergencies Ministry" the Kazakh one, where
both articles name what is rare in news besides; and only where one such is known.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from claimgraph.extract.speakers.names import surname
from claimgraph.extract.speakers.vocabulary import slug
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.rarity import RAREST, rarities
from claimgraph.lexicon.sides import side_kind, sides_in
from claimgraph.model import Speaker

Cluster = list[Speaker]
Key = tuple[str, str]
TELLING = RAREST
"""What the names must weigh that two articles share, to be of one story: one that news seldom holds."""


def joined(
    clusters: Sequence[Cluster], articles: Mapping[str, Collection[str]], names: Mapping[str, Collection[str]]
) -> list[Cluster]:
    """Return the clusters with those made one that share a name and a story.

    Args:
        clusters: the speakers that are one by themselves, the one named most fully first.
        articles: in which articles each speaker speaks.
        names: the words of the names that each article holds.
    """
    held = {source: set(map(fold, one)) for source, one in names.items()}
    for one in chain.from_iterable(clusters):
        for source in articles.get(one.id, ()) if one.kind in {"person", "organisation"} else ():
            held.setdefault(source, set()).update(fold(one.name).split())
    told = {
        source: frozenset(word for word in one if not sides_in(word.title())) for source, one in held.items()
    }
    of = [_held(cluster, articles, told) for cluster in clusters]
    full: dict[Key, list[int]] = defaultdict(list)
    for place, cluster in enumerate(clusters):
        for key in _answers(cluster):
            full[key].append(place)
    made: dict[int, Cluster] = {}
    joins: set[int] = set()
    for place, cluster in enumerate(clusters):
        asked = _asks(cluster)
        open_ = full.get(asked, []) if asked else []
        near = [one for one in open_ if asked and _one_story(of[place], of[one], asked)]
        home = near[0] if len(near) == 1 else place
        joins |= {home} - {place}
        made.setdefault(home, []).extend(cluster)
    return [sorted(one, key=_fullness) if place in joins else one for place, one in made.items()]


def _held(
    cluster: Cluster, articles: Mapping[str, Collection[str]], held: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """Return the words of names in all articles in which a cluster speaks."""
    sources = {source for one in cluster for source in articles.get(one.id, ())}
    return frozenset().union(*(held.get(source, frozenset()) for source in sources))


def _one_story(one: frozenset[str], two: frozenset[str], key: Key) -> bool:
    """Whether articles share enough names but for the one that is asked about."""
    return rarities((one & two) - set(key[1].split())) >= TELLING


def _asks(cluster: Cluster) -> Key | None:
    """Return by what a name that tells little asks for a fuller one."""
    first = cluster[0]
    if any(one.kind != first.kind or one.period for one in cluster):
        return None
    if not any(" " in one.name for one in cluster) and (first.kind == "person" or _is_bare(first)):
        return "surname", fold(first.name)
    if first.kind == "organisation" and side_kind(first.side or "") is None:
        return "of a state", fold(first.name)
    return None


def _is_bare(speaker: Speaker) -> bool:
    """Whether nothing is known of a name but that it speaks, so that it may be a surname."""
    bare = speaker.kind == "organisation" and not speaker.name.isupper() and not speaker.aliases
    return bare and speaker.side == slug(speaker.name)


def _answers(cluster: Cluster) -> Iterator[Key]:
    """Yield by what a fuller name answers to a short one."""
    first = cluster[0]
    if first.kind == "person" and " " in first.name and not first.period:
        yield "surname", fold(surname(first.name))
    if first.kind == "organisation" and side_kind(first.side or "") is not None:
        yield from (("of a state", name) for name in {fold(one.name) for one in cluster})


def _fullness(speaker: Speaker) -> tuple[int, bool, str]:
    return -len(speaker.name.split()), speaker.side is None, speaker.id
