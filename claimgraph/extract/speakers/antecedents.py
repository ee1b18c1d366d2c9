"""Who is meant by a pronoun or a description: all that it can mean are scored by one table of weights.

What it cannot mean (by number, gender, kind, or because it is spoken to) is left out before. The
weights are in ``antecedents.toml``, fitted by ``python -m claimgraph.training.antecedents`` on
annotated coreference; the score of nobody is 0, and below it nobody is meant. The model is a
multinomial logit over the candidates and nobody (McFadden 1974), as in rankers of antecedents
(Denis and Baldridge 2008).
"""

import math
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.scene import Scene

Weights = Mapping[str, float]
KINDS = ("person", "thing", "many", "role", "body")
"""What is looked for: by "he" and "she", by "it", by "they", by "the minister", by "the ministry"."""
PRONOUNS = KINDS[:3]
_OPENING = 2
"""Paragraphs at the head of an article, in which stands whom it is about."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that point back: of which kind, where, and the gender or the words that they tell.

    ``head`` is a description's noun; ``speaks``, whether they are a statement's source; ``begins``, where.
    """

    kind: str
    at: int
    gender: str | None = None
    words: frozenset[str] = frozenset()
    head: str = ""
    speaks: bool = True
    begins: int | None = None


Option = tuple[Actor, dict[str, float]]
"""One whom a reference can mean, and what speaks for and against."""


@cache
def weights(kind: str) -> Weights:
    """Return the weights for one kind of reference."""
    text = (files(__package__) / "antecedents.toml").read_text(encoding="utf-8")
    found: dict[str, float] = tomllib.loads(text).get(kind, {})
    return found


def choose(scene: Scene, reference: Reference, fitting: Collection[Actor]) -> Actor | None:
    """Return whom of those who fit a reference means; nobody where nobody is likelier than all of them."""
    table = weights(reference.kind)
    scores = {actor: score(table, clues) for actor, clues in options(scene, reference, fitting)}
    best = max(scores, key=lambda actor: scores[actor], default=None)
    return best if best is not None and scores[best] > 0 else None


def score(table: Weights, clues: Mapping[str, float]) -> float:
    """Return the score of one option."""
    return table.get("bias", 0.0) + sum(table.get(clue, 0.0) * value for clue, value in clues.items())


def options(scene: Scene, reference: Reference, fitting: Collection[Actor]) -> Iterator[Option]:
    """Yield those who fit and are named or heard before within reach, with their clues."""
    floor = scene.reach(reference.at) if reference.kind in PRONOUNS else 0
    said = [one for one in scene.spoken_before(reference.at) if one.at >= floor]
    last = said[: int(reference.speaks)]
    going_on = scene.going_on(reference.begins) if reference.begins is not None else ()
    for actor in fitting:
        heard = next((one.at for one in said if one.actors == (actor,)), -1)
        named = actor.last_before(reference.at)
        if max(heard, named) >= floor:
            clues = _clues(scene, reference, actor, heard, named if named >= floor else -1)
            clues["heard_last"] = float(any(actor in one.actors for one in last))
            yield actor, {**clues, "going_on": float(going_on == (actor,))}


def _clues(scene: Scene, reference: Reference, actor: Actor, heard: int, named: int) -> dict[str, float]:
    mention = scene.cast.mention_at(named)
    named_as_subject = mention is not None and scene.is_subject(mention)
    place = max(heard, named)
    between = scene.sentences_between(place, reference.at)
    clues = {
        "far": math.log1p(between),
        "here": float(between == 0),
        "subject": float(heard >= named or named_as_subject),
        "topic": float(named_as_subject and scene.is_before(named, reference.at)),
        "reported": float(scene.within_words_of_another(place, reference.at)),
        "heard": float(heard >= 0),
        "often": math.log1p(sum(start < reference.at for start, _ in actor.places)),
        "opening": float(actor.first < scene.article.paragraphs[:_OPENING][-1].end),
        "unnamed": float(actor.local),
        "full": float(actor.form == "person" and " " in actor.name and not actor.local),
        "gender": float(reference.gender is not None and actor.gender == reference.gender),
        "plural": float(actor.plural),
    }
    if reference.words:
        told = " ".join((actor.name, actor.role or "", actor.head or "", *actor.aliases))
        own = frozenset(told.lower().replace("-", " ").split())
        clues["shared"] = len(reference.words & own) / len(reference.words)
        clues["called"] = float(reference.head in own)
    return clues
