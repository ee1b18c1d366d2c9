"""What the text tells of its actors once they are known: who is accused, and whom they serve.

Whoever is charged or pleads in court speaks for the defence. A pronoun or a general noun before a role
("its director", "company spokeswoman") is given to whom it refers; an owner that is named is left alone.
"""

import re

from claimgraph.extract.grammar.tree import has
from claimgraph.extract.parse import Article
from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.body_names import GENERAL, is_general
from claimgraph.extract.speakers.cast import Actor, Cast, only
from claimgraph.extract.speakers.mentions import Owner
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import last_word, singular
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import name_of_side
from claimgraph.model import Span

_SERVING = frozenset({"official", "spokesperson", "defence"})
_COURT = frozenset({"prosecution", "defence", "police"})
"""Who has no lawyer of his own in court."""
_OWN = re.compile(r"(its|his|her|their)\s", re.IGNORECASE)
_OWNS = re.compile(r"\b(its|his|her|their)\s+(?:[a-z-]+\s+)?$", re.IGNORECASE)
_BESIDE = re.compile(r"(?:^(?=[\w -]+['’]s )| of )(?:the|this|that) (?:[\w-]+ )?([a-z]+)\b", re.IGNORECASE)
_REACH = 40
"""Characters before a role in which it says whose it is."""


def mark_accused(article: Article, cast: Cast) -> None:
    """Mark the persons without an office whom the text says to be charged, or to plead."""
    for mention in cast.mentions:
        actor = cast.by_place[mention.core]
        private = actor.form == "person" and actor.family in {None, "own_voice"}
        if private and any(map(_is_accused, article.tokens(mention.core))):
            actor.family, actor.role = "accused", actor.role or "defendant"


def _is_accused(token: Token) -> bool:
    """Whether a name pleads or is charged, in its own clause or in one that describes it."""
    verb = token.head
    telling = [one for one in token.children if one.dep_ == "relcl"]
    telling += [verb] if token.dep_ == "nsubjpass" else []
    return (token.dep_ == "nsubj" and verb.lemma_ == "plead") or any(map(_is_charged, telling))


def _is_charged(verb: Token) -> bool:
    return has(verb, "auxpass", "nsubjpass") and verb.lemma_ in words("roles", "charging")


def link_employers(scene: Scene) -> None:
    """Give everybody who serves somebody unnamed the actor whom he serves."""
    for mention in scene.cast.mentions:
        if mention.form == "person" and mention.role:
            _link(scene, scene.cast.by_place[mention.core], mention.span)
    for actor in list(scene.cast.actors):
        if actor.form == "group":
            _link(scene, actor, actor.places[0])


def _link(scene: Scene, actor: Actor, span: Span) -> None:
    owned = actor.serves or actor.owner.side or actor.side
    if owned or actor.family not in _SERVING or not is_general(actor.owner.body or ""):
        return
    master, word = _master(scene, actor, span)
    if master is None:
        _at_home(scene, actor)
    elif master.serves is not actor:
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
    named, role = actor.owner.body or _noun_beside(scene, span), (actor.role or "").lower()
    if named:
        return anaphora.general(scene, named, span[0]), named
    company = role in words("roles", "of_companies")
    return only(anaphora.of_kind(scene, "company", frozenset({"company"}))) if company else None, role


def _noun_beside(scene: Scene, span: Span) -> str:
    """Return the general noun that says of what somebody is: "the union's leader", "mayor of the town"."""
    after = scene.text((span[0], span[1] + _REACH)).partition(".")[0]
    nouns = [match[1].lower() for match in _BESIDE.finditer(after)]
    return next((noun for kind in GENERAL for noun in nouns if noun in words("institutions", kind)), "")


def _at_home(scene: Scene, actor: Actor) -> None:
    """Give an office that only a state has to the country of the story."""
    home = scene.cast.home
    role = singular(last_word(actor.role or actor.head or ""))
    if home is not None and actor.owner == Owner() and role in words("roles", "of_states"):
        actor.owner = Owner(home)
        actor.evidence.append(f"an office of the country of the story, {name_of_side(home)}")
