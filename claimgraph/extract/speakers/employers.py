"""Whom somebody serves by "its director", "company spokeswoman", "the union's leader".

Read after the speakers are known, so that a pronoun or a general noun before a role can be
given to whom it refers. An owner that is named is left alone.
"""

import re

from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.body_names import general_words
from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.mentions import Owner
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import last_word, singular, slug
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.sides import name_of_side, side_kind, sides_in
from claimgraph.model import Span

_SERVING = frozenset({"official", "spokesperson", "defence"})
_COURT = frozenset({"prosecution", "defence", "police"})
"""Who has no lawyer of his own in court."""
_OF_BODY = re.compile(r"(?:the|this|that)\s+(?:[a-z-]+\s+)?([a-z]+)['’]s\s", re.IGNORECASE)
_OF_PLACE = re.compile(r" of (?:the|this|that) (?:[\w-]+ )?([a-z]+)\b")
_BODYS = re.compile(r"\b([a-z]+)(?:['’]s)?\s+$", re.IGNORECASE)
_OWN = re.compile(r"(its|his|her|their)\s", re.IGNORECASE)
_OWNS = re.compile(r"\b(its|his|her|their)\s+(?:[a-z-]+\s+)?$", re.IGNORECASE)
_GENERAL = ("company_words", "body_words", "state_words")
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
    owned = actor.serves or actor.spokesperson_of or actor.owner.side or actor.side
    if owned or actor.family not in _SERVING or not is_general(actor.owner.body or ""):
        return
    master, word = _master(scene, actor, span)
    if master is not None and master is not actor and master.serves is not actor:
        actor.serves = master
        actor.evidence.append(f"“{word}” is “{master.name}”")
    else:
        _at_home(scene, actor, span)


def _master(scene: Scene, actor: Actor, span: Span) -> tuple[Actor | None, str]:
    """Return whom a pronoun or a general noun beside a role makes somebody serve, and that word."""
    before = scene.text((max(0, span[0] - _REACH), span[0]))
    pronoun = _OWN.match(scene.text(span)) or _OWNS.search(before)
    if pronoun:
        in_court = [one for one in scene.cast.actors if one.family in _COURT]
        barred = in_court if actor.family == "defence" else [actor]
        found, _ = anaphora.pronoun(scene, pronoun[1].lower(), span[0], barred=barred)
        return (found[0] if len(found) == 1 else None), pronoun[1]
    named = actor.owner.body or _noun_beside(scene, before, span)
    if named:
        return anaphora.general(scene, named, span[0]), named
    if (actor.role or "").lower() in words("roles", "of_companies"):
        return anaphora.only_of_kind(scene, "company", frozenset({"company"})), actor.role or ""
    return None, ""


def _noun_beside(scene: Scene, before: str, span: Span) -> str:
    """Return the general noun that says of what somebody is: "the union" in "the union's leader"."""
    after = scene.text((span[0], span[1] + _REACH)).partition(".")[0]
    noun = _OF_BODY.match(after) or _OF_PLACE.search(after) or _BODYS.search(before)
    named = noun[1].lower() if noun else ""
    return named if any(named in words("institutions", kind) for kind in _GENERAL) else ""


def is_general(body: str) -> bool:
    """Whether a body is called by nothing but general words ("the company", "union")."""
    known = general_words().union(*(words("institutions", kind) for kind in _GENERAL))
    told = set(fold(body).removesuffix("'s").split()) - {"the", "'s", "of", "for", "and"}
    return all(word in known or slug(word) in known for word in told)


def _at_home(scene: Scene, actor: Actor, span: Span) -> None:
    """Give an office that only a state has to the country of the story, unless the sentence names another."""
    home = scene.cast.home
    role = singular(last_word(actor.role or actor.head or ""))
    if home is None or actor.owner != Owner() or role not in words("roles", "of_states"):
        return
    paragraph = scene.article.paragraph_at(span[0])
    opening = scene.text((paragraph.start, span[0])) if paragraph else ""
    before = re.split(r"[.!?]\s|\s[-–—]+\s|\)", opening)[-1]
    others = {side for _, _, side in sides_in(before) if side_kind(side) in {"state", "territory"}} - {home}
    if not others:
        actor.owner = Owner(home)
        actor.evidence.append(f"an office of the country of the story, {name_of_side(home)}")
