"""Which two are "both sides"."""

from collections import Counter

from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.phrases import Phrase
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import singular
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.sides import side_kind

_CLEAR = 0.8
"""A third side named this often, measured by the second, leaves open which are the two."""
_MARGIN = 2
"""By how many mentions, at the least, a third side must stay behind the second."""


def names_parties(phrase: Phrase) -> bool:
    """Whether the phrase means the parties of the article ("both sides", "each", "the two countries")."""
    said = fold(phrase.text).split()
    counted = phrase.plural or not {"both", "each", "two", "either", "neither"}.isdisjoint(said)
    return said in (["both"], ["each"]) or (counted and _are_parties(said))


def role_of_parties(phrase: Phrase) -> str | None:
    """Return the role in "the countries' foreign ministers", or None."""
    parties, mark, role = fold(phrase.text).partition("' ")
    return role if mark and _are_parties(parties.split()) else None


def _are_parties(said: list[str]) -> bool:
    party = bool(said) and singular(said[-1]) in words("institutions", "parties")
    return party and len(said) > 1 and set(said[:-1]) <= words("institutions", "party_words")


def two_parties(scene: Scene, at: int) -> list[Actor] | None:
    """Return the two parties of the article, or None when it is not clear which they are.

    They are the last two named as acting together, when both are among the three sides
    named most often; otherwise the two named most often, when a third is named clearly less.
    """
    ranked = _sides(scene).most_common(3)
    often = {side for side, _ in ranked}
    for said in scene.spoken_before(at):
        sides = {actor.side for actor in said.actors if actor.form in {"state", "body", "name"}}
        if len(said.actors) == len(sides) == 2 and sides <= often:
            return list(said.actors)
    if len(ranked) < 2:
        return None
    second, third = ranked[1][1], ranked[2][1] if len(ranked) > 2 else 0
    if third and (third > _CLEAR * second or second - third < _MARGIN):
        return None
    return [scene.cast.state(side) for side, _ in sorted(ranked[:2])]


def _sides(scene: Scene) -> Counter[str]:
    """Count how often each state or territory is named; as a subject or a speaker twice."""
    count: Counter[str] = Counter()
    for mention in scene.cast.mentions:
        side = mention.side or scene.cast.by_place[mention.core].side
        count[side or ""] += 2 if scene.is_subject(mention) else 1
    count.update(one.side or "" for said in scene.spoken for one in said.actors)
    return Counter({side: n for side, n in count.items() if side_kind(side) in {"state", "territory"}})
