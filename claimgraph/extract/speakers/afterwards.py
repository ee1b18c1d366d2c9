"""What the text tells of its speakers once they are known: whom they serve, and who is named later.

A pronoun or a general noun before a role ("its director", "company spokeswoman") is then given to
whom it refers; an owner that is named is left alone. "A judge …" is the "Judge Jane Roe" of the
next paragraph.
"""

import re

from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.anaphora import Answer
from claimgraph.extract.speakers.body_names import GENERAL, is_general
from claimgraph.extract.speakers.cast import Actor, only
from claimgraph.extract.speakers.mentions import Owner
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import last_word, role_family, singular
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import name_of_side, sides_in
from claimgraph.model import Span

_SERVING = frozenset({"official", "spokesperson", "defence"})
_COURT = frozenset({"prosecution", "defence", "police"})
"""Who has no lawyer of his own in court."""
_OWN = re.compile(r"(its|his|her|their)\s", re.IGNORECASE)
_OWNS = re.compile(r"\b(its|his|her|their)\s+(?:[a-z-]+\s+)?$", re.IGNORECASE)
_BESIDE = re.compile(r"(?:^(?=[\w -]+['’]s )| of )(?:the|this|that) (?:[\w-]+ )?([a-z]+)\b", re.IGNORECASE)
_REACH = 40
"""Characters before a role in which it says whose it is."""


def link_employers(scene: Scene) -> None:
    """Give everybody who serves somebody unnamed the actor whom he serves."""
    for mention in scene.cast.mentions:
        if mention.form == "person" and mention.role:
            _link(scene, scene.cast.by_place[mention.core], mention.span)
    for actor in list(scene.cast.actors):
        if actor.form == "group" and actor.places:
            _link(scene, actor, actor.places[0])


def _link(scene: Scene, actor: Actor, span: Span) -> None:
    owned = actor.serves or actor.owner.side or actor.side
    if owned or actor.family not in _SERVING or not is_general(actor.owner.body or ""):
        return
    master, word = _master(scene, actor, span)
    if master is None:
        _at_home(scene, actor, span)
    elif master is not actor and master.serves is not actor:
        actor.serves = master
        actor.evidence.append(f"“{word}” is “{master.name}”")


def _master(scene: Scene, actor: Actor, span: Span) -> tuple[Actor | None, str]:
    """Return whom a pronoun or a general noun beside a role makes somebody serve, and that word."""
    before = scene.text((max(0, span[0] - _REACH), span[0]))
    pronoun = _OWN.match(scene.text(span)) or _OWNS.search(before)
    if pronoun:
        in_court = [one for one in scene.cast.actors if one.family in _COURT]
        barred = in_court if actor.family == "defence" else [actor]
        found, _ = anaphora.pronoun(scene, pronoun[1].lower(), span[0], barred)
        return only(found), pronoun[1]
    named = actor.owner.body or _noun_beside(scene, span)
    if named:
        return anaphora.general(scene, named, span[0]), named
    role = (actor.role or "").lower()
    company = role in words("roles", "of_companies")
    return anaphora.only_of_kind(scene, "company", frozenset({"company"})) if company else None, role


def _noun_beside(scene: Scene, span: Span) -> str:
    """Return the general noun that says of what somebody is: "the union's leader", "mayor of the town"."""
    after = scene.text((span[0], span[1] + _REACH)).partition(".")[0]
    nouns = [match[1].lower() for match in _BESIDE.finditer(after)]
    return next((noun for kind in GENERAL for noun in nouns if noun in words("institutions", kind)), "")


def _at_home(scene: Scene, actor: Actor, span: Span) -> None:
    """Give an office that only a state has to the country of the story, unless the sentence names another."""
    home = scene.cast.home
    role = singular(last_word(actor.role or actor.head or ""))
    if home is None or actor.owner != Owner() or role not in words("roles", "of_states"):
        return
    before = scene.text((scene.sentence_start(span[0]), span[0]))
    if {side for _, _, side in sides_in(before)} <= {home}:
        actor.owner = Owner(home)
        actor.evidence.append(f"an office of the country of the story, {name_of_side(home)}")


def named_later(scene: Scene, found: list[Answer]) -> list[Answer]:
    """Return the answers with unnamed speakers replaced by the person the text then names."""
    speakers = dict.fromkeys(actor for actors, _ in found for actor in actors)
    same = {actor: person for actor in speakers if (person := _named(scene, actor))}
    for actor, person in same.items():
        person.spokesperson_of = person.spokesperson_of or actor.spokesperson_of
        for alias in actor.aliases:
            person.add(alias, actor.places[0], f"“{alias}” is named right after as “{person.name}”")
    return [([same.get(actor, actor) for actor in actors], reason) for actors, reason in found]


def _named(scene: Scene, actor: Actor) -> Actor | None:
    """Return the one person in an unnamed actor's role who is named first after it, by the next paragraph."""
    role = singular(actor.head or actor.role or "")
    if not actor.local or actor.plural or role_family(role) is None:
        return None
    at = actor.places[0][1]
    person = only([one for one in scene.cast.persons() if anaphora.holds(one, role)])
    near = scene.article.overlapping((at, person.first + 1))[:3] if person else ()
    return person if len(near) in {1, 2} else None
