"""Unnamed people who are named right after: a lead's protagonist, "the spokesman, Jane Roe"."""

import re

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.speakers.anaphora import Answer
from claimgraph.extract.speakers.cast import Actor, same_role
from claimgraph.extract.speakers.mentions import Mention
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import role_family, singular

_AGED = re.compile(r",\s+\d{1,2}\b")


def named_later(scene: Scene, found: list[Answer]) -> list[Answer]:
    """Return the answers with unnamed speakers replaced by the person the text then names."""
    same: dict[int, Actor] = {}
    for position, (actors, _) in enumerate(found):
        for actor in actors:
            if id(actor) not in same and _unnamed_person(actor):
                person = _introduced(scene, actor) or _lead(scene, actor, scene.attributions[position], found)
                if person is not None:
                    same[id(actor)] = person
                    person.spokesperson_of = person.spokesperson_of or actor.spokesperson_of
                    for alias, place in zip(actor.aliases, actor.places, strict=False):
                        person.add(alias, place, f"“{alias}” is named right after as “{person.name}”")
    return [([same.get(id(actor), actor) for actor in actors], reason) for actors, reason in found]


def _unnamed_person(actor: Actor) -> bool:
    if not actor.local or actor.plural or not actor.places:
        return False
    return actor.form == "person" or role_family(singular(actor.head or "")) is not None


def _introduced(scene: Scene, actor: Actor) -> Actor | None:
    """Return the person named by "The spokesman, Jane Roe," after "a spokesman", if there is just one."""
    head = actor.head or actor.role or ""
    people = [
        person
        for mention, person in _persons(scene)
        if mention.core[0] > actor.places[0][1]
        and (mention.role or "").lower() == head.lower()
        and re.match(r"(?:the|that) ", scene.text(mention.span), re.IGNORECASE) is None
        and re.search(r"\bthe $", scene.text((max(0, mention.span[0] - 4), mention.span[0])), re.IGNORECASE)
        and re.fullmatch(rf"{re.escape(mention.role or '')},\s.*", scene.text(mention.span), re.DOTALL)
    ]
    return people[0] if len(people) == 1 else None


def _lead(scene: Scene, actor: Actor, attribution: Attribution, found: list[Answer]) -> Actor | None:
    """Return the person who is the first to be named after a lead about somebody unnamed.

    The lead is the first paragraph that speaks; the person opens the next one as a speaker, was
    not named before, and has no calling but the lead's own.
    """
    if actor.form != "group" or not attribution.source:
        return None
    here = scene.article.paragraph_at(attribution.source[0][0])
    first = min((one.source[0][0] for one in scene.attributions if one.source), default=0)
    if here is None or not here.start <= first < here.end or here.index > _LATEST_LEAD:
        return None
    after = [one for one in scene.article.paragraphs if one.index > here.index][:1]
    for paragraph in after:
        opening = next(iter(paragraph.doc.sents), None)
        end = paragraph.start + (opening.end_char if opening is not None else 0)
        for mention, person in _persons(scene):
            if paragraph.start <= mention.core[0] < end and scene.is_subject(mention):
                speaks = any(person in actors for actors, _ in found)
                return person if speaks and _can_be(scene, actor, mention, person) else None
    return None


_LATEST_LEAD = 2
"""The last paragraph that can be a lead: a title and a byline may stand before it."""


def _can_be(scene: Scene, actor: Actor, mention: Mention, person: Actor) -> bool:
    """Whether nothing speaks against the unnamed and the named being one."""
    head = singular(actor.head or "")
    if min(person.places)[0] < mention.core[0] or {actor.gender, person.gender} >= {"male", "female"}:
        return False
    if person.role:
        return same_role(person.role, head)
    aged = _AGED.match(scene.text((mention.core[1], mention.core[1] + 6))) is not None
    return aged and person.family is None and role_family(head) == "own_voice"


def _persons(scene: Scene) -> list[tuple[Mention, Actor]]:
    return [(one, scene.cast.by_place[one.core]) for one in scene.cast.mentions if one.form == "person"]
