"""Sources without a name: spokesmen, statements, offices, "the ministry", and unnamed people."""

import re

from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.anaphora import Answer
from claimgraph.extract.speakers.body_names import institution_words, is_national
from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.documents import writer
from claimgraph.extract.speakers.mentions import Mention, Owner
from claimgraph.extract.speakers.naming import fullest, is_addressed, side_meant
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
_PLACE_OF = re.compile(
    r"\b(?:region|republic|territory|enclave|province|state|kingdom|island|country|government)\s+of\s+(?:the\s+)?$"
)


def described(scene: Scene, phrase: Phrase) -> Answer:
    """Return whomever a phrase without a speaking name describes."""
    side = side_of(phrase.text) or side_meant(scene, phrase)
    for step in (_spokesperson, _carrier, _authority, _two, _role, _body):
        answer = step(scene, phrase, side)
        if answer is not None:
            return answer
    if phrase.head.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "PRON"}:
        return [], f"“{phrase.text}” names nobody"
    return [unnamed(scene, phrase, side)], None


def _spokesperson(scene: Scene, phrase: Phrase, side: str | None) -> Answer | None:
    head = phrase.head.lower_
    if role_family(singular(head)) != "spokesperson":
        return None
    if phrase.definite and phrase.low == head:
        known = anaphora.same_words(scene, phrase) or anaphora.by_role(scene, phrase, head)
        if known is not None:
            known.add(phrase.text, phrase.span, f"“{phrase.text}” is “{known.name}”")
            return [known], None
    owners = scene.cast.at(phrase.span)
    others = [pair for pair in owners if pair[0].form != "outlet"]
    owner = fullest(others or owners) if owners else _spoken_for(scene, phrase)
    if owner is None:
        return [unnamed(scene, phrase, side)], None
    detail = f"{owner.form}:{owner.key}:{singular(head)}"
    actor = scene.cast.local("person", f"{head} for {owner.name}", detail, owner.side)
    actor.role, actor.family, actor.spokesperson_of = head, "spokesperson", owner
    actor.add(phrase.text, phrase.span, f"“{phrase.text}” speaks for “{owner.name}”")
    return [actor], None


def _spoken_for(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return whom a spokesman without a name beside him speaks for.

    "A union spokesman" and "a spokesman for the union" speak for the union, "a rebel spokesman" for
    none of the named;
    "a spokesman" and nothing else for whoever was named last.
    """
    served = next(
        (token for token in phrase.tokens if token.dep_ == "pobj" and token.head.head == phrase.head), None
    )
    if served is not None and served.head.lower_ in {"for", "of"}:
        noun = served.lower_
        wanted = institution_words(" ".join(one.lower_ for one in served.subtree), drop_sides=True)
        return anaphora.by_kind(scene, noun, wanted, phrase.at) or anaphora.only_of_kind(scene, noun, wanted)
    before = [
        token for token in phrase.tokens if token.i < phrase.head.i and token.pos_ in {"NOUN", "PROPN", "ADJ"}
    ]
    if not before:
        return anaphora.last_body(scene, phrase.at)
    noun = before[-1].lower_
    if noun in {"chief", "senior", "deputy", "press", "official"}:
        return anaphora.last_body(scene, phrase.at)
    wanted = institution_words(" ".join(token.lower_ for token in before), drop_sides=True)
    return anaphora.by_kind(scene, noun, wanted, phrase.at) or anaphora.only_of_kind(scene, noun, wanted)


def _carrier(scene: Scene, phrase: Phrase, _side: str | None) -> Answer | None:
    head = phrase.head.lower_
    named_after = any(token.head == phrase.head and token.dep_ in {"appos", "acl"} for token in phrase.tokens)
    if head not in words("roles", "carriers") or not phrase.definite or named_after:
        return None
    if any(is_addressed(scene, mention) for mention, _ in scene.cast.at(phrase.span)):
        return [], f"“{phrase.text}”: the text does not say who wrote it"
    issuer = writer(scene, head, phrase.at) or anaphora.issuer(scene, head, phrase.at)
    if issuer is None:
        return [], f"“{phrase.text}”: nobody before it issued one"
    issuer.add(phrase.text, phrase.span, f"“{phrase.text}” carries the words of “{issuer.name}”")
    return [issuer], None


def _authority(scene: Scene, phrase: Phrase, side: str | None) -> Answer | None:
    """Read "the Fijian side", "Abkhaz separatists", "the region of X": whoever rules is its voice."""
    head = phrase.head.lower_
    sides = sides_in(phrase.text)
    last = sides[-1][2] if sides else None
    own = side or last
    if own is None:
        return None
    rules = head in words("institutions", "state") or head in words("roles", "transparent")
    breakaway = (
        head in {"separatists", "rebels", "insurgents", "secessionists"} and side_kind(own) == "territory"
    )
    place = bool(sides) and _PLACE_OF.search(phrase.text[: sides[-1][0]]) is not None
    if place and not rules and not breakaway:
        own = last or own
    if not rules and not breakaway and not place:
        return None
    actor = scene.cast.state(own)
    actor.add(phrase.text, phrase.span, f"“{phrase.text}” speaks as {name_of_side(own)}")
    return [actor], None


def _two(scene: Scene, phrase: Phrase, _side: str | None) -> Answer | None:
    """Read "both lawyers", "the two officials": the only two of that calling whom the text has named."""
    family = role_family(singular(phrase.head.lower_))
    if not phrase.plural or family is None or not {"both", "two"} & set(phrase.low.split()):
        return None
    named = [actor for _, actor in scene.cast.before(phrase.at, ("person",)) if actor.family == family]
    return (named, None) if len(named) == _PAIR else None


_PAIR = 2


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
    if known is None and scene.cast.home and singular(head) in words("roles", "of_states"):
        return [office(scene, scene.cast.home, role)], None
    if known is None:
        return None
    known.add(phrase.text, phrase.span, f"“{phrase.text}” is the nearest earlier {head}, “{known.name}”")
    return [known], None


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
    """Read "the ministry", "the company", "the country": the nearest that can be called so."""
    head = phrase.head.lower_
    of_somebody = phrase.tokens[0].lower_ in {"his", "her", "their", "our", "my"}
    if not phrase.definite or of_somebody or role_family(head) == "own_voice":
        return None
    if side is not None and head in words("institutions", "heads"):
        return _body_of(scene, phrase, side)
    wanted = institution_words(phrase.low, drop_sides=False)
    known = anaphora.by_kind(scene, head, wanted, phrase.at)
    if known is None and scene.cast.home is not None and is_national(head, wanted):
        known = scene.cast.body(phrase.span, phrase.text, head, scene.cast.home)
    if known is None:
        return None
    known.add(phrase.text, phrase.span, f"“{phrase.text}” is the nearest earlier {head}, “{known.name}”")
    return [known], None


def _body_of(scene: Scene, phrase: Phrase, side: str) -> Answer | None:
    """Read "the ministry in Oslo": the nearest earlier body of that side that can be called so."""
    wanted = institution_words(phrase.text, drop_sides=True) - {"in"}
    for _, actor in scene.cast.before(phrase.at, ("body",)):
        if actor.side == side and wanted <= institution_words(actor.name, drop_sides=True):
            actor.add(phrase.text, phrase.span, f"“{phrase.text}” is the nearest earlier one, “{actor.name}”")
            return [actor], None
    head = phrase.head.lower_
    if not is_national(head, wanted - institution_words(_seat_words(phrase.text), drop_sides=False)):
        return None
    return [scene.cast.body(phrase.span, _IN_PLACE.sub("", phrase.text), head, side)], None


def _seat_words(text: str) -> str:
    match = _IN_PLACE.search(text)
    return match.group() if match else ""


def unnamed(scene: Scene, phrase: Phrase, side: str | None) -> Actor:
    """Return somebody without a name; the same words again in this article mean the same."""
    head = phrase.head.lower_
    forces = [one for one in scene.cast.actors if one.form == "body" and one.head == "police"]
    if phrase.low == "police" and len(forces) == 1:
        return forces[0]
    detail = _QUANTIFIERS.sub("", phrase.low)
    if (
        not phrase.plural
        and not phrase.definite
        and head not in words("roles", "groups") | words("media", "heads") | {"police"}
    ):
        detail = f"{detail}@{phrase.at}"
    family = role_family(singular(head)) or role_family(head)
    media = head in words("media", "heads") or head in {"reports", "report"}
    private = singular(head) in words("institutions", "societies") | words("institutions", "company_words")
    sideless = family == "own_voice" or media or (private and phrase.plural)
    actor = scene.cast.local("group", phrase.text, detail, None if sideless else side)
    actor.family, actor.head, actor.plural = (
        actor.family or family or _PARTIES.get(phrase.low),
        head,
        phrase.plural,
    )
    actor.gender = gender_of_role(head)
    if family == "spokesperson" and "police" in phrase.low.split():
        actor.family = "police"
    owners = [
        pair
        for pair in scene.cast.at(phrase.span)
        if pair[0].form != "state" and _owns(scene, phrase, pair[0])
    ]
    if owners and actor.owner == Owner() and family in {None, "defence", "official", "spokesperson"}:
        mention = owners[0][0]
        actor.owner = Owner(None, mention.name, mention.core)
        if head in words("institutions", "entourage"):
            actor.family = "official"
    actor.add(phrase.text, phrase.span, None)
    return actor


def _owns(scene: Scene, phrase: Phrase, mention: Mention) -> bool:
    """Whether a name in the phrase is whose the head is: before it, or after "of", "to" or "for"."""
    if mention.core[1] <= phrase.at:
        return True
    return _LINK.fullmatch(scene.text((phrase.at + len(phrase.head), mention.span[0]))) is not None
