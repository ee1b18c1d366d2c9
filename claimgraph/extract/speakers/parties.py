"""Which two are "both sides"."""

import re
from collections import Counter

from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.phrases import Phrase
from claimgraph.extract.speakers.scene import Scene
from claimgraph.lexicon.sides import side_kind

_NOUN = (
    r"sides?|parties|party|countries|country|nations?|governments?|neighbou?rs?|foes|rivals|enemies|camps?|teams?"
    r"|clubs?|companies|armies"
)
PARTIES = re.compile(
    r"(?:(?:the|of|both|each|two|either|neither|all|opposing|warring|rival|conflicting|feuding|other)\s+)+"
    rf"(?:{_NOUN})$",
    re.IGNORECASE,
)
ROLE_OF_PARTIES = re.compile(
    r"(?:(?:the|both|two)\s+)*(?:sides|parties|countries|nations|governments|neighbou?rs)['’]\s+(?P<role>.+)$",
    re.IGNORECASE,
)
_ONE = re.compile(r"(?:the|the other|other|the rival|the opposing)\s+\w+$", re.IGNORECASE)
_CLEAR = 0.8
"""A third side named this often, measured by the second, leaves open which are the two."""
_MARGIN = 2
"""By how many mentions, at the least, a third side must stay behind the second."""


def names_parties(phrase: Phrase) -> bool:
    """Whether the phrase means the parties of the article ("both sides", "each", "the two countries")."""
    if phrase.low in {"both", "each"}:
        return True
    plural_or_counted = phrase.plural or re.search(
        r"\b(?:both|each|two|either|neither)\b", phrase.text, re.IGNORECASE
    )
    return bool(PARTIES.match(phrase.text)) and bool(plural_or_counted)


def role_of_parties(phrase: Phrase) -> str | None:
    """Return the role in "the countries' foreign ministers", or None."""
    match = ROLE_OF_PARTIES.match(phrase.text)
    return match["role"] if match else None


def two_parties(scene: Scene, at: int) -> list[Actor] | None:
    """Return the two parties of the article, or None when it is not clear which they are.

    They are the last two named as acting together, when both are among the three sides
    named most often; otherwise the two named most often, when a third is named clearly less.
    """
    count = _sides(scene)
    ranked = count.most_common(3)
    often = {side for side, _ in ranked}
    for said in scene.spoken_before(at):
        sides = {
            actor.side for actor in said.actors if actor.form in {"state", "body", "name"} and actor.side
        }
        if len(said.actors) == 2 and len(sides) == 2 and sides <= often:
            return list(said.actors)
    if len(ranked) < 2:
        return None
    second, third = ranked[1][1], ranked[2][1] if len(ranked) > 2 else 0
    if third and (third > _CLEAR * second or second - third < _MARGIN):
        return None
    return [scene.cast.state(side) for side, _ in sorted(ranked[:2])]


def _sides(scene: Scene) -> Counter[str]:
    """Count how often each side is named; as a subject or a speaker twice."""
    count: Counter[str] = Counter()
    for mention in scene.cast.mentions:
        side = mention.side or scene.cast.by_place[mention.core].side
        if side is not None and side_kind(side) in {"state", "territory"}:
            count[side] += 2 if scene.is_subject(mention) else 1
    for said in scene.spoken:
        count.update(
            one.side for one in said.actors if one.side and side_kind(one.side) in {"state", "territory"}
        )
    return count
