"""Whom somebody serves by "its director", "company spokeswoman", "the chief executive".

Read after the speakers are known, so that a pronoun or a general noun before a role can be
given to whom it refers. An owner that is named is left alone.
"""

import re

from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.body_names import institution_words
from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.home import dateline_of
from claimgraph.extract.speakers.mentions import Owner
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import fold, last_word, singular
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import name_of_side, side_kind, sides_in
from claimgraph.model import Span

_SERVING = frozenset({"official", "spokesperson", "defence"})
_COURT = frozenset({"prosecution", "defence", "police"})
"""Who has no lawyer of his own in court."""
_INNER = re.compile(r"(?:the|this|that)\s+(?:[a-z-]+\s+)?([a-z]+)['’]s\s", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b([Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[a-z-]+\s+)?$")
_OWN = re.compile(r"(its|his|her|their)\s", re.IGNORECASE)
_PLACE = re.compile(
    r"\bof (?:the|this|that) (?:[\w-]+ )?(region|territory|enclave|republic|country|nation)\b"
)
_BEFORE = re.compile(r"(?:\b(?:the|this)\s+)?\b([a-z]+)(?:['’]s)?\s+$", re.IGNORECASE)


def link_employers(scene: Scene) -> None:
    """Give everybody who serves somebody unnamed the actor whom he serves."""
    for mention in scene.cast.mentions:
        if mention.form == "person" and mention.role and mention.family in _SERVING:
            _link(scene, scene.cast.by_place[mention.core], mention.span)
    for actor in list(scene.cast.actors):
        if actor.form == "group" and actor.places:
            _link(scene, actor, actor.places[0])


def _link(scene: Scene, actor: Actor, span: Span) -> None:
    if (
        actor.serves
        or actor.spokesperson_of
        or actor.family not in _SERVING
        or actor.owner.side
        or actor.side
    ):
        return
    if actor.owner.body and not is_general(actor.owner.body):
        return
    master, why = _master(scene, actor, span)
    if master is None or master is actor or master.serves is actor:
        _at_home(scene, actor, span)
        return
    actor.serves = master
    actor.evidence.append(f"{why} is “{master.name}”")


def _master(scene: Scene, actor: Actor, span: Span) -> tuple[Actor | None, str]:
    """Return whom a pronoun, a general noun or the office itself makes somebody serve, and the words."""
    before = scene.text((max(0, span[0] - 40), span[0]))
    pronoun = _OWN.match(scene.text(span)) or _POSSESSIVE.search(before)
    if pronoun:
        word = pronoun[1].lower()
        barred = (
            [one for one in scene.cast.actors if one.family in _COURT]
            if actor.family == "defence"
            else [actor]
        )
        found, _ = anaphora.pronoun(scene, word, span[0], barred=barred)
        return (found[0] if len(found) == 1 else None), f"“{word}”"
    if actor.owner.body and actor.owner.span:
        return _general(scene, actor.owner.body, actor.owner.span[0])
    inner = _INNER.match(scene.text(span))
    if inner:
        return _general(scene, inner[1], span[0])
    place = _PLACE.search(scene.text((span[0], span[1] + 60)).partition(".")[0])
    if place and actor.form == "person":
        return _general(scene, place[1], span[0])
    noun = _BEFORE.search(before)
    if noun and noun[1].lower() in words("institutions", "company_words") | words(
        "institutions", "body_words"
    ):
        return _general(scene, noun[1], span[0])
    if (actor.role or "").lower() in words("roles", "of_companies") and not _indefinite(scene, span):
        return _only_company(scene, span[0]), f"the company whose {(actor.role or '').lower()} “{actor.name}”"
    return None, ""


def _general(scene: Scene, phrase: str, at: int) -> tuple[Actor | None, str]:
    """Return whom "the company", "the union" or "the region" means: the nearest before, else the only one."""
    head = last_word(fold(phrase).removesuffix("'s"))
    wanted = institution_words(phrase, drop_sides=False)
    found = anaphora.by_kind(scene, head, wanted, at) or anaphora.only_of_kind(scene, head, wanted)
    return found, f"“{phrase}”"


def _only_company(scene: Scene, at: int) -> Actor | None:
    """Return the one firm or society that the text has named so far."""
    named = [
        actor for _, actor in scene.cast.before(at, ("name", "body")) if anaphora.is_company(scene, actor)
    ]
    telling = [actor for actor in named if _acts(scene, actor, at)]
    return telling[0] if len(telling) == 1 else None


def _acts(scene: Scene, actor: Actor, at: int) -> bool:
    """Whether an actor is a subject, a speaker or somebody's employer before a place of the text."""
    if any(actor in said.actors for said in scene.spoken_before(at)):
        return True
    if any(one.owner.span in actor.places or one.serves is actor for one in scene.cast.actors):
        return True
    subjects = [
        one for one in scene.cast.mentions if scene.cast.by_place[one.core] is actor and one.core[0] < at
    ]
    return any(scene.is_subject(one) for one in subjects)


def _indefinite(scene: Scene, span: Span) -> bool:
    before = scene.text((max(0, span[0] - 12), span[0]))
    return re.search(r"\b(?:a|an|another|one|former|ex)[\s-]+$", before, re.IGNORECASE) is not None


def is_general(body: str) -> bool:
    """Whether a body is called by nothing but general words ("the company", "union")."""
    known = (
        words("institutions", "heads")
        | words("institutions", "modifiers")
        | words("institutions", "company_words")
        | words("institutions", "body_words")
    )
    return all(
        word in known | {"the", "'s", "of", "for", "and"} for word in fold(body).removesuffix("'s").split()
    )


def _at_home(scene: Scene, actor: Actor, span: Span) -> None:
    """Give an office that only a state has to the country of the story."""
    home = scene.cast.home
    role = singular(last_word(actor.role or actor.head or ""))
    if home is None or actor.owner != Owner() or role not in words("roles", "of_states"):
        return
    paragraph = scene.article.paragraph_at(span[0])
    start = paragraph.start if paragraph else 0
    line = dateline_of(scene.text((start, span[0]))) if paragraph else None
    before = re.split(r"[.!?]\s", scene.text((start + (line[0] if line else 0), span[0])))[-1]
    others = {side for _, _, side in sides_in(before) if side_kind(side) in {"state", "territory"}} - {home}
    if not others:
        actor.owner = Owner(home)
        actor.evidence.append(f"an office of the country of the story, {name_of_side(home)}")
