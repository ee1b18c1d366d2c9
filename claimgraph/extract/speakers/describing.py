"""Sources without a name: spokesmen, statements, offices, "the ministry", and unnamed people."""

import re

from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.anaphora import Answer
from claimgraph.extract.speakers.body_names import institution_words, is_national
from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.mentions import Mention, Owner
from claimgraph.extract.speakers.naming import fullest, is_addressed
from claimgraph.extract.speakers.phrases import Phrase
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import gender_of_role, role_family, singular
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import name_of_side, side_kind, side_of, sides_in

_MANY_HOLD = frozenset({"official", "diplomat", "officer"})
_IN_PLACE = re.compile(r" in (?:the )?[A-Z].*$")
_PARTIES = {"defence": "defence", "defense": "defence", "prosecution": "prosecution"}
_LINK = re.compile(r"\s+(?:of|to|for|at|with)\s+(?:the\s+)?")
_QUANTIFIERS = re.compile(r"^(?:some|many|several|most|other|these|those|the|local|top|senior)\s+")


def described(scene: Scene, phrase: Phrase) -> Answer:
    """Return whomever a phrase without a speaking name describes."""
    side = side_of(phrase.text) or _side_of_rebels(scene, phrase)
    for step in (_spokesperson, _carrier, _authority, _role, _body):
        answer = step(scene, phrase, side)
        if answer is not None:
            return answer
    if phrase.head.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "PRON"}:
        return [], f"“{phrase.text}” names nobody"
    return [unnamed(scene, phrase, side)], None


def _side_of_rebels(scene: Scene, phrase: Phrase) -> str | None:
    """Return the territory that "the separatists" are of, when the article knows just one."""
    if not words("institutions", "breakaway") & {singular(word) for word in phrase.low.split()}:
        return None
    territories = {m.side for m in scene.cast.mentions if m.side and side_kind(m.side) == "territory"}
    return territories.pop() if len(territories) == 1 else None


def _known(phrase: Phrase, actor: Actor, why: str) -> Answer:
    """Return an actor of the cast, which a phrase now calls so too."""
    actor.add(phrase.text, phrase.span, f"“{phrase.text}” {why} “{actor.name}”")
    return [actor], None


def _spokesperson(scene: Scene, phrase: Phrase, side: str | None) -> Answer | None:
    head = phrase.head.lower_
    if role_family(singular(head)) != "spokesperson":
        return None
    if phrase.definite and phrase.low == head:
        known = anaphora.same_words(scene, phrase) or anaphora.by_role(scene, phrase, head)
        if known is not None:
            return _known(phrase, known, "is")
    owners = scene.cast.at(phrase.span)
    named = [pair for pair in owners if pair[0].form != "outlet"] or owners
    owner = fullest(named) if named else _spoken_for(scene, phrase)
    if owner is None:
        return [unnamed(scene, phrase, side)], None
    detail = f"{owner.form}:{owner.key}:{singular(head)}"
    actor = scene.cast.local("person", f"{head} for {owner.name}", detail, owner.side)
    actor.role, actor.family, actor.spokesperson_of = head, "spokesperson", owner
    return _known(phrase, actor, "speaks for")


def _spoken_for(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return whom a spokesman without a name beside him speaks for.

    "A union spokesman" and "a spokesman for the union" speak for the union, "a rebel spokesman"
    for none of the named; "a spokesman" and nothing else for whoever was named last.
    """
    after = [
        token
        for token in phrase.tokens
        if token.dep_ == "pobj" and token.head.lower_ in {"for", "of"} and token.head.head == phrase.head
    ]
    if after:
        return anaphora.general(scene, " ".join(one.lower_ for one in after[0].subtree), phrase.at)
    nominal = {"NOUN", "PROPN", "ADJ"}
    before = [one.lower_ for one in phrase.tokens if one.i < phrase.head.i and one.pos_ in nominal]
    if not before or before[-1] in words("roles", "ranking"):
        return anaphora.last_body(scene, phrase.at)
    return anaphora.general(scene, " ".join(before), phrase.at)


def _carrier(scene: Scene, phrase: Phrase, _side: str | None) -> Answer | None:
    head = phrase.head.lower_
    named_after = any(token.head == phrase.head and token.dep_ in {"appos", "acl"} for token in phrase.tokens)
    if head not in words("roles", "carriers") or not phrase.definite or named_after:
        return None
    if any(is_addressed(scene, mention) for mention, _ in scene.cast.at(phrase.span)):
        return [], f"“{phrase.text}”: the text does not say who wrote it"
    found = _issuer(scene, head, phrase.at)
    if found is None:
        return [], f"“{phrase.text}”: nobody before it issued one"
    return _known(phrase, found, "carries the words of")


def _issuer(scene: Scene, head: str, at: int) -> Actor | None:
    """Return who issued "the statement": the last body or person that spoke.

    A report is a body's or an outlet's; a single person has given none.
    """
    reporting = head in words("roles", "reports")
    forms = {"body", "name", "state", "outlet" if reporting else "person"}
    media = words("media", "heads") if reporting else frozenset()
    spoke = (one.actors[0] for one in scene.spoken_before(at) if len(one.actors) == 1)
    issued = (one for one in spoke if one.form in forms or (one.form == "group" and one.head in media))
    earlier = (actor for _, actor in scene.cast.before(at, ("body",)))
    return next(issued, None) or next(earlier, None)


def _authority(scene: Scene, phrase: Phrase, side: str | None) -> Answer | None:
    """Read "the Fijian side", "Abkhaz separatists": whoever rules is the voice of the state or territory."""
    head = phrase.head.lower_
    sides = sides_in(phrase.text)
    own = side or (sides[-1][2] if sides else None)
    rules = head in words("institutions", "state") or head in words("roles", "transparent")
    rebels = singular(head) in words("institutions", "breakaway") and side_kind(own or "") == "territory"
    if own is None or not (rules or rebels):
        return None
    return _known(phrase, scene.cast.state(own), "speaks as")


def _role(scene: Scene, phrase: Phrase, side: str | None) -> Answer | None:
    head = phrase.head.lower_
    family = role_family(singular(head))
    if family is None or phrase.plural or phrase.indefinite:
        return None
    role = anaphora.role_words(phrase)
    inner = any(pair[0].form in {"body", "name"} for pair in scene.cast.at(phrase.span))
    if side is not None and family == "official" and head not in _MANY_HOLD and not inner:
        return [office(scene, side, role)], None
    if not phrase.definite:
        return None
    known = anaphora.by_role(scene, phrase, role) or anaphora.same_words(scene, phrase)
    if known is not None:
        return _known(phrase, known, f"is the likeliest {head} named before,")
    if scene.cast.home and singular(head) in words("roles", "of_states"):
        return [office(scene, scene.cast.home, role)], None
    return None


def office(scene: Scene, side: str, role: str) -> Actor:
    """Return who holds an office of a side; unnamed, when the article names nobody."""
    known = scene.cast.holder(side, role)
    if known is not None:
        known.evidence.append(f"holds the office “{role}” of {name_of_side(side) or side}")
        return known
    actor = scene.cast.office(side, " ".join(word.capitalize() for word in role.split()))
    actor.family = "official"
    return actor


def _body(scene: Scene, phrase: Phrase, side: str | None) -> Answer | None:
    """Read "the ministry", "the company", "the country": the likeliest that can be called so."""
    head = phrase.head.lower_
    of_somebody = phrase.tokens[0].lower_ in {"his", "her", "their", "our", "my"}
    if not phrase.definite or of_somebody or role_family(head) == "own_voice":
        return None
    named = _IN_PLACE.sub("", phrase.text) if side is not None else phrase.low
    wanted = institution_words(named, drop_sides=side is not None)
    if side is None or head not in words("institutions", "heads"):
        known = anaphora.by_kind(scene, head, wanted, phrase.at)
    else:  # "the ministry in Oslo"
        bodies = [actor for _, actor in scene.cast.before(phrase.at, ("body",)) if actor.side == side]
        known = next((one for one in bodies if wanted <= institution_words(one.name, drop_sides=True)), None)
    if known is not None:
        return _known(phrase, known, f"is the likeliest {head} named before,")
    owner = side or scene.cast.home
    if owner is None or not is_national(head, wanted):
        return None
    return [scene.cast.body(phrase.span, _IN_PLACE.sub("", phrase.text), head, owner)], None


def unnamed(scene: Scene, phrase: Phrase, side: str | None) -> Actor:
    """Return somebody without a name; the same words again in this article mean the same."""
    head = phrase.head.lower_
    forces = [one for one in scene.cast.actors if one.form == "body" and one.head == "police"]
    if phrase.low == "police" and len(forces) == 1:
        return forces[0]
    family = role_family(singular(head)) or role_family(head)
    sideless = family == "own_voice" or _is_medium(head) or (phrase.plural and _is_private(singular(head)))
    actor = scene.cast.local("group", phrase.text, _known_by(phrase), None if sideless else side)
    actor.family = actor.family or family or _PARTIES.get(phrase.low)
    actor.head, actor.plural, actor.gender = head, phrase.plural, gender_of_role(head)
    if family in {None, "defence", "official", "spokesperson"}:
        _give_owner(scene, phrase, actor)
    actor.add(phrase.text, phrase.span, None)
    return actor


def _is_medium(head: str) -> bool:
    return head in words("media", "heads") or head in {"reports", "report"}


def _is_private(noun: str) -> bool:
    return noun in words("institutions", "societies") or noun in words("institutions", "company_words")


def _known_by(phrase: Phrase) -> str:
    """Return the words by which somebody unnamed is known again; "an official" is another each time."""
    head, detail = phrase.head.lower_, _QUANTIFIERS.sub("", phrase.low)
    several = phrase.plural or head in words("roles", "groups") | words("media", "heads") | {"police"}
    return detail if several or phrase.definite else f"{detail}@{phrase.at}"


def _give_owner(scene: Scene, phrase: Phrase, actor: Actor) -> None:
    """Let somebody unnamed serve whom the phrase names: "an aide to Lund", "Lund's office"."""
    inside = (one for one, _ in scene.cast.at(phrase.span) if one.form != "state")
    owner = next((one for one in inside if _owns(scene, phrase, one)), None)
    if owner is not None and actor.owner == Owner():
        actor.owner = Owner(None, owner.name, owner.core)
    if owner is not None and phrase.head.lower_ in words("institutions", "entourage"):
        actor.family = "official"


def _owns(scene: Scene, phrase: Phrase, name: Mention) -> bool:
    """Whether a name in the phrase is whose the head is: before it, or after "of", "to" or "for"."""
    between = scene.text((phrase.at + len(phrase.head), name.span[0]))
    return name.core[1] <= phrase.at or _LINK.fullmatch(between) is not None
