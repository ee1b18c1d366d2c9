"""Unnamed people whom the text names right after: "A judge …", and in the next paragraph "Judge Jane Roe"."""

from claimgraph.extract.speakers.anaphora import Answer
from claimgraph.extract.speakers.cast import Actor, same_role
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import role_family, singular


def named_later(scene: Scene, found: list[Answer]) -> list[Answer]:
    """Return the answers with unnamed speakers replaced by the person the text then names."""
    same: dict[int, Actor] = {}
    for actor in (actor for actors, _ in found for actor in actors):
        person = _named(scene, actor) if id(actor) not in same else None
        if person is not None:
            same[id(actor)] = person
            person.spokesperson_of = person.spokesperson_of or actor.spokesperson_of
            for alias in actor.aliases:
                person.add(alias, actor.places[0], f"“{alias}” is named right after as “{person.name}”")
    return [([same.get(id(actor), actor) for actor in actors], reason) for actors, reason in found]


def _named(scene: Scene, actor: Actor) -> Actor | None:
    """Return the one person in an unnamed actor's role who is first named right after."""
    head = singular(actor.head or actor.role or "")
    if not actor.local or actor.plural or not actor.places or role_family(head) is None:
        return None
    persons = [one for one in scene.cast.actors if one.form == "person" and not one.local]
    people = [one for one in persons if one.role and same_role(one.role, head)]
    return people[0] if len(people) == 1 and _follows(scene, actor.places[0][1], people[0].first) else None


def _follows(scene: Scene, start: int, place: int) -> bool:
    """Whether a place lies behind another in its paragraph or in the next one."""
    after = [one for one in scene.article.paragraphs if one.end > start][:2]
    return bool(after) and start < place < after[-1].end
