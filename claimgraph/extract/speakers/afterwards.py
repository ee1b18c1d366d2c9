"""What the text tells of its actors once they are known: who is accused, whom they serve, who is named below.

Whoever is charged or pleads in court speaks for the defence. A pronoun or a general noun before a role
("its director", "company spokeswoman") is given to whom it refers; an owner that is named is left alone.
A headline and a first sentence describe whoever they report ("Barge boss", "the lone survivor"), and the
next paragraphs give the name. So somebody without a name in the opening is the one person in that role, else
whoever new speaks next.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.grammar.tree import has
from claimgraph.extract.parse import Article
from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.anaphora import BODIES, Answer
from claimgraph.extract.speakers.cast import Actor, Cast, only
from claimgraph.extract.speakers.mentions import Owner
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.roles import is_agent, is_of_body, last_word, role_family, singular
from claimgraph.lexicon.sides import name_of_side
from claimgraph.lexicon.spelling import GENERAL, is_general
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


HEADLINE = 16
"""Words from which the first block of an article is no headline."""
NEXT = 3
"""Blocks behind a description by which whoever it means has spoken."""
_PEOPLE = frozenset({"person", "office"})


def named_below(scene: Scene, found: list[Answer]) -> list[Answer]:
    """Return the answers with those whom the opening only describes replaced by whom the text names."""
    opening = _Opening(scene, found)
    same: dict[Actor, Actor] = {}
    meant = [(called, opening.named(called) or called[-1]) for called in opening.called]
    for called, one in meant:
        for actor in called:
            if actor is not one:
                same[actor] = one
                place = next(said.source[0] for told, said in opening.told if told is actor)
                one.add(scene.text(place), place, f"“{scene.text(place)}” is named below as “{one.name}”")
    return [([same.get(actor, actor) for actor in actors], reason) for actors, reason in found]


class _Opening:
    """What is said where an article opens, and who is named and speaks below."""

    def __init__(self, scene: Scene, found: Sequence[Answer]) -> None:
        self.scene = scene
        told = zip(found, scene.attributions, strict=True)
        self.told = [(actors[0], said) for (actors, _), said in told if len(actors) == 1 and said.source]
        self.told.sort(key=lambda pair: pair[1].source[0][0])
        self.called = self._described()
        self.unnamed = {actor for called in self.called for actor in called}

    def _described(self) -> list[list[Actor]]:
        """Return the single actors without a name whom the opening describes.

        The headline and the first sentence mean one by one noun ("tanker's captain", "the captain of the …").
        """
        blocks = self.scene.article.paragraphs[:3]
        last = next((n for n, block in enumerate(blocks, 1) if len(block.text.split()) >= HEADLINE), 2)
        called: defaultdict[tuple[str, int], list[Actor]] = defaultdict(list)
        for block in blocks[:last]:
            here = dict.fromkeys(one for one, by in self.told if block.start <= by.source[0][0] < block.end)
            heads = [_head(one) for one in here]
            for n, actor in enumerate(here):
                group = called[heads[n], heads[:n].count(heads[n])]  # two in one sentence are two
                group += [actor] if _is_described(actor) and actor not in group else []
        return [one for one in called.values() if one and len({*filter(None, map(self._names, one))}) < 2]

    def _names(self, actor: Actor) -> frozenset[str]:
        """Return the names in a description: "the mayor of Arden" is not the mayor of Belm."""
        return frozenset(one.name for place in actor.places[:1] for one, _ in self.scene.cast.at(place))

    def named(self, called: Sequence[Actor]) -> Actor | None:
        """Return the one named below whom the opening describes."""
        actor, own = called[-1], [said for one, said in self.told if one in called]
        at, head = own[0].source[0][0], _head(actor)
        open_ = self._open(called, own, at)
        held = [one for one in open_ if role_family(head) and anaphora.holds(one, actor.role or head)]
        return only(held) or (None if self._names_before(at) else self._next(actor, at, open_))

    def _open(self, called: Sequence[Actor], own: Sequence[Attribution], at: int) -> list[Actor]:
        """Return who is heard below a description and can be called so."""
        actor, head = called[-1], _head(called[-1])
        genders = {one.gender for one in called} - {None} or {"male", "female"}
        barred = self._beside(called, own) | self.unnamed
        heard = dict.fromkeys(one for one, _ in self.told if one not in barred and one.first > at)
        open_ = [one for one in heard if _can_be(actor, one) and one.gender in {None, *genders}]
        if is_of_body(head):
            fitting = anaphora.of_kind(self.scene, head, frozenset({head}))
            open_ = [one for one in open_ if one in fitting or one.form in _PEOPLE]
        return open_

    def _beside(self, called: Sequence[Actor], own: Sequence[Attribution]) -> set[Actor]:
        """Return who is named beside a description, but for its owner: "Acme's boss" is "Acme boss Roe"."""
        owners = frozenset[str]().union(*map(self._names, called))
        spans = (span for said in own for span in (*said.source, *said.content))
        named = (one for span in spans for _, one in self.scene.cast.at(span))
        return {one for one in named if one.owner.body not in owners}

    def _names_before(self, at: int) -> bool:
        """Whether the block of a description names a person before it, whom it may mean."""
        block = self.scene.article.paragraph_at(at)
        start = block.start if block is not None else at
        return any(one.last_before(at) >= start for one in self.scene.cast.persons())

    def _next(self, actor: Actor, at: int, open_: list[Actor]) -> Actor | None:
        """Return whoever speaks first after a description, by the next paragraphs, in whatever role."""
        named = [(one, said) for one, said in self.told if one not in self.unnamed]
        behind = [(one, said) for one, said in named if said.source[0][0] > at]
        told = ((self._employer(one) if _is_body(actor) else one, said) for one, said in behind)
        one, said = next(((one, said) for one, said in told if _can_be(actor, one)), (None, None))
        if one is None or said is None or one not in open_ or anaphora.other_role(_head(actor), one):
            return None
        far = len(self.scene.article.overlapping((at, said.source[0][0] + 1)))
        return one if 1 < far <= NEXT else None  # in one paragraph another name is another person

    def _employer(self, actor: Actor) -> Actor:
        """Return the body in whose office a person speaks; whoever speaks in none as he is."""
        inside = self.scene.cast.at(actor.owner.span) if actor.owner.span else ()
        return next((one for _, one in inside if one.form in BODIES), actor)


def _is_described(actor: Actor) -> bool:
    """Whether somebody without a name, a single one, is called by a noun that tells what he is."""
    head = _head(actor)
    known = role_family(head) or _is_body(actor) or head in words("roles", "described") or is_agent(head)
    single = actor.form == "office" or (actor.form == "group" and not actor.plural)
    return single and bool(known)


def _head(actor: Actor) -> str:
    """Return the noun by which somebody is called."""
    return singular(actor.head or last_word(actor.role or ""))


def _is_body(actor: Actor) -> bool:
    return is_of_body(_head(actor))


def _can_be(actor: Actor, other: Actor) -> bool:
    """Whether somebody named can be called so: a firm "the company", a person "the man"."""
    form = other.form
    person = not _is_body(actor) or role_family(_head(actor)) is not None  # "the owner" is either
    return not other.local and ((form in BODIES and _is_body(actor)) or (form in _PEOPLE and person))
