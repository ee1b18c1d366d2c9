"""Sources without a name: spokesmen, statements, offices, "the ministry", "both sides", the unnamed."""

import re
from collections import Counter
from itertools import pairwise

from claimgraph.extract.grammar.tree import ANY_SUBJECT
from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.anaphora import OWN_VOICE, Answer
from claimgraph.extract.speakers.cast import Actor, only
from claimgraph.extract.speakers.mentions import Mention, Owner
from claimgraph.extract.speakers.phrases import Phrase, fullest, is_addressed
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.units import is_headline
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.kinds import is_person
from claimgraph.lexicon.roles import gender_of_role, is_agent, is_of_body, role_family, singular
from claimgraph.lexicon.sides import name_of_side, side_kind, side_of, sides_in
from claimgraph.lexicon.spelling import institution_words, is_national

_IN_PLACE = re.compile(r" in (?:the )?[A-Z].*$")
_PARTIES = {"defence": "defence", "defense": "defence", "prosecution": "prosecution"}
_MARGIN = 2
"""By how many mentions, at the least, a third side must stay behind the second of "both sides"."""
_GOING_ON = frozenset({"WDT", "WP", "WP$", "WRB", "VBN", "VBG", "CD", "IN"})
"""Tags of words that open what is told besides."""
_DATING = frozenset(
    {"this", "last", "next", "earlier", "late", "early", "in", "on", "from", "out", "released"}
)
"""Words that end a phrase only with a time behind them: "released on Monday"."""
_LINK = re.compile(r"\s+(?:of|to|for|at|with)\s+(?:the\s+)?")
_QUANTIFIERS = re.compile(r"^(?:some|many|several|most|other|these|those|the|local|top|senior)\s+")


def described(scene: Scene, phrase: Phrase) -> Answer:
    """Return whomever a phrase without a speaking name describes."""
    side = side_of(phrase.text)
    for step in (_spokesperson, _carrier, _role, _epithet, _body):
        answer = step(scene, phrase, side)
        if answer is not None:
            return answer
    if phrase.head.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "PRON"} or _is_clause(phrase):
        return [], f"“{phrase.text}” names nobody"
    if not {phrase.noun, singular(phrase.noun)}.isdisjoint(words("generic", "voiceless")):
        words_of_another = scene.is_quoted(phrase.at) or scene.within_words_of_another(phrase.at, -1)
        own = not words_of_another and scene.text((phrase.span[1], phrase.span[1] + 1)) != ":"
        return [], OWN_VOICE if own else f"“{phrase.text}” names nobody"
    if _is_topic(scene, phrase):
        return [], f"“{phrase.text}” stands in a headline, and the text names nobody so"
    return [unnamed(scene, phrase, side)], None


def _is_topic(scene: Scene, phrase: Phrase) -> bool:
    """Whether capitals of a headline are no noun for somebody: "HALDEN TRIAL: 'He lied'"."""
    paragraph, noun = scene.article.paragraph_at(phrase.at), singular(phrase.noun)
    capitals = len(phrase.tokens) > 1 and all(one.text[0].isupper() for one in phrase.tokens if one.is_alpha)
    known = is_person(noun) or is_of_body(noun) or role_family(noun) is not None
    titled = phrase.text.isupper() or (paragraph is not None and is_headline(paragraph))
    return capitals and titled and not known


def _is_clause(phrase: Phrase) -> bool:
    """Whether words tell what is done and are no noun phrase: "filed by the clerk", "he took as brides"."""
    first = phrase.tokens[0]
    doing = first.text.islower() and first.tag_ in {"VBD", "VBN"} and first.dep_ not in {"amod", "compound"}
    return len(phrase.tokens) > 1 and (doing or (first.tag_ == "PRP" and first.dep_ in ANY_SUBJECT))


def _known(phrase: Phrase, actor: Actor, why: str) -> Answer:
    """Return an actor of the cast, which a phrase now calls so too."""
    actor.add(phrase.text, phrase.span, f"“{phrase.text}” {why} “{actor.name}”")
    return [actor], None


def _spokesperson(scene: Scene, phrase: Phrase, side: str | None) -> Answer | None:
    head = phrase.noun
    if role_family(singular(head)) != "spokesperson":
        return None
    known = anaphora.by_role(scene, phrase, head) if phrase.definite and phrase.low == head else None
    if known is not None:
        return _known(phrase, known, "is")
    owner = fullest(scene.cast.at(phrase.span)) or _spoken_for(scene, phrase)
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
    before, _, after = phrase.low.partition(phrase.noun)
    beside = after.partition(" for ")[2] or after.partition(" of ")[2] or before.strip()
    if beside:
        return anaphora.general(scene, beside, phrase.at)
    spoke = (one.actors[0] for one in scene.spoken_before(phrase.at)[:1])
    return next((one for one in spoke if one.form in {"body", "name", "state"}), None)


def _carrier(scene: Scene, phrase: Phrase, _side: str | None) -> Answer | None:
    """Read "the statement" as whoever issued it, who spoke last."""
    head = phrase.noun
    if head not in words("roles", "carriers") or not phrase.definite:
        return None
    if any(is_addressed(scene, mention) for mention, _ in scene.cast.at(phrase.span)):
        return [], f"“{phrase.text}”: the text does not say who wrote it"
    spoke = (one.actors[0] for one in scene.spoken_before(phrase.at) if len(one.actors) == 1)
    found = next((one for one in spoke if _issues(one, reporting=head in words("roles", "reports"))), None)
    if found is None:
        return [], f"“{phrase.text}”: nobody before it issued one"
    return _known(phrase, found, "carries the words of")


def _issues(actor: Actor, *, reporting: bool) -> bool:
    """Whether an actor issues statements; a report is a body's or a medium's, and no person's."""
    medium = actor.form == "outlet" or actor.head in words("media", "heads")
    body = actor.form in {"body", "name", "state"} or is_of_body(actor.head or "")
    return body or (medium if reporting else actor.form == "person")


def _role(scene: Scene, phrase: Phrase, side: str | None) -> Answer | None:
    """Read "the Fijian minister" as the office, "the minister" as the likeliest person in it."""
    head = singular(phrase.noun)
    if role_family(head) is None or phrase.plural or phrase.indefinite:
        return None
    role = anaphora.role_words(phrase)
    if side is not None and _is_office(scene, phrase):
        return [office(scene, side, role)], None
    if not phrase.definite:
        return None
    known = anaphora.by_role(scene, phrase, role)
    if known is not None and not anaphora.is_elsewhere(scene, phrase, known):
        return _known(phrase, known, f"is the likeliest {head} named before,")
    home = scene.cast.home if head in words("roles", "of_states") else None
    return ([office(scene, home, role)], None) if home else None


def _epithet(scene: Scene, phrase: Phrase, side: str | None) -> Answer | None:
    """Read "the senator", "the former mayor", "the 54-year-old" like "he": as whoever is spoken of.

    "The envoy", of whom nothing else in the article is called so, is him of whom it just told.
    """
    head = singular(phrase.noun)
    if not phrase.the_one or not (_varies(phrase, head) or _tells_more(phrase, head)):
        return None
    find = anaphora.by_epithet if _varies(phrase, head) else anaphora.by_turn
    known = find(scene, phrase, gender_of_role(head), side)
    return _known(phrase, known, "is another word for") if known is not None else None


def _varies(phrase: Phrase, head: str) -> bool:
    """Whether news calls somebody so whom it has named; a "former official" may be anybody."""
    offices = words("roles", "offices") | words("roles", "member")
    was = phrase.past and phrase.tokens[-1] == phrase.head and head in offices
    return was or head in words("roles", "epithets") or phrase.nationals or phrase.low.endswith("-year-old")


def _tells_more(phrase: Phrase, head: str) -> bool:
    """Whether a noun for a person may tell more of somebody named: nobody's, and none that goes unnamed."""
    owned = any(one.dep_ in {"poss", "prep"} for one in phrase.head.children)
    return (is_person(head) or is_agent(head)) and not owned and head not in words("roles", "unnamed")


def _is_office(scene: Scene, phrase: Phrase) -> bool:
    """Whether a role is an office of the state that a phrase names, and not of a body in it."""
    inside = [mention.form for mention, _ in scene.cast.at(phrase.span)]
    return role_family(phrase.noun) == "official" and not {"body", "name"} & set(inside)


def office(scene: Scene, side: str, role: str) -> Actor:
    """Return who holds an office of a side; unnamed, when the article names nobody."""
    ofside = [one for one in scene.cast.actors if one.form == "person" and one.owner.side == side]
    known = only([one for one in ofside if anaphora.holds(one, role)])
    if known is not None:
        known.evidence.append(f"holds the office “{role}” of {name_of_side(side) or side}")
        return known
    return scene.cast.office(side, " ".join(word.capitalize() for word in role.split()))


def _body(scene: Scene, phrase: Phrase, side: str | None) -> Answer | None:
    """Read "the ministry", "the company", "the country": the likeliest that can be called so."""
    head = phrase.noun
    pointing = phrase.tokens[0].lower_ in {"the", "this", "that", "these", "those", "its"}
    if not pointing or role_family(head) == "own_voice":
        return None
    named = _IN_PLACE.sub("", phrase.text)  # "the ministry in Oslo"
    wanted = institution_words(named if side else phrase.low, drop_sides=side is not None)
    own = side if head in words("institutions", "heads") else None
    known = _heard_so(scene, phrase) or anaphora.by_kind(scene, head, wanted, phrase.at, own)
    if known is not None:
        return _known(phrase, known, f"is the likeliest {head} named before,")
    owner = side or scene.cast.home
    if owner is None or not is_national(head, wanted):
        return None
    return [scene.cast.body(phrase.span, named, head, owner)], None


def _heard_so(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return who spoke last without a name, if "the office" is "the union's office" so."""
    heard = [one for said in scene.spoken_before(phrase.at)[:1] for one in said.actors]
    return only([one for one in heard if one.local and one.head == phrase.low])


def unnamed(scene: Scene, phrase: Phrase, side: str | None) -> Actor:
    """Return somebody without a name; the same words again in this article mean the same."""
    forces = [one for one in scene.cast.actors if one.form in {"body", "group"} and one.head == "police"]
    if phrase.low == "police" and len(forces) == 1:
        return forces[0]
    before = anaphora.called_so(scene, phrase) if phrase.definite and not phrase.plural else None
    if before is not None:
        before.add(phrase.text, phrase.span, f"“{phrase.text}” is “{before.name}”")
        return before
    head = phrase.noun
    family = role_family(singular(head))
    sideless = family == "own_voice" or phrase.nationals or not _is_of_side(phrase)
    actor = scene.cast.local("group", _short(phrase), _known_by(phrase), None if sideless else side)
    actor.family = actor.family or family or _PARTIES.get(phrase.low)
    actor.head, actor.plural, actor.gender = head, phrase.plural, gender_of_role(head)
    if family in {None, "defence", "official", "spokesperson"}:
        _give_owner(scene, phrase, actor)
    actor.add(phrase.text, phrase.span, f"“{phrase.text}” is “{actor.name}”")
    return actor


def _short(phrase: Phrase) -> str:
    """Return a description without what goes on about it, or when: "aged 15", "released on Monday"."""
    tokens = phrase.tokens
    for mark, following in pairwise(tokens):
        if mark.text == "," and (following.tag_ in _GOING_ON or following.lower_ in {"aged", "a", "an"}):
            return phrase.text[: mark.idx + phrase.offset - phrase.span[0]].rstrip()
    dated = list(tokens)
    while len(dated) > 1 and (dated[-1].lower_ in _DATING or dated[-1].lemma in words("generic", "calendar")):
        dated.pop()
    if len(dated) == len(tokens) or dated[-1].i != phrase.head.i:
        return phrase.text
    return phrase.text[: phrase.span_of(dated)[1] - phrase.span[0]]


def _is_of_side(phrase: Phrase) -> bool:
    """Whether somebody unnamed is of the side named before the noun or right behind: "officials in Japan".

    No thing is ("a poll of American voters"), and media, firms and societies speak for no state.
    """
    noun, head = singular(phrase.noun), phrase.head
    private = words("institutions", "societies") | words("institutions", "company_words")
    known = is_person(noun) or is_of_body(noun) or phrase.noun in words("roles", "groups")
    if not known or phrase.noun in words("media", "heads") or (phrase.plural and noun in private):
        return False
    near = (one for one in phrase.tokens if one.i <= head.i or (one.dep_ == "pobj" and one.head.head == head))
    places = [one.idx + phrase.offset - phrase.span[0] for one in near]
    return any(start <= at < end for at in places for start, end, _ in sides_in(phrase.text))


def _known_by(phrase: Phrase) -> str:
    """Return the words by which somebody unnamed is known again; "an official" is another each time."""
    head, detail = phrase.noun, _QUANTIFIERS.sub("", phrase.low)
    several = phrase.plural or head in words("roles", "groups") | words("media", "heads") | {"police"}
    name = len(phrase.tokens) == 1 and phrase.head.tag_ == "NNP"
    return detail if several or name or phrase.definite else f"{detail}@{phrase.at}"


def _give_owner(scene: Scene, phrase: Phrase, actor: Actor) -> None:
    """Let somebody unnamed serve whom the phrase names: "an aide to Lund", "Lund's office"."""
    names = [one for one, _ in scene.cast.at(phrase.span) if one.form != "state"]
    name = next((one for one in names if _owns(scene, phrase, one)), None)
    if name is not None and actor.owner == Owner():
        actor.owner = Owner(None, name.name, name.core)
    if name is not None and phrase.noun in words("institutions", "entourage"):
        actor.family = "official"


def _owns(scene: Scene, phrase: Phrase, name: Mention) -> bool:
    """Whether a name in the phrase is whose the head is: before it, or after "of", "to" or "for"."""
    between = scene.text((phrase.at + len(phrase.head), name.span[0]))
    return name.core[1] <= phrase.at or _LINK.fullmatch(between) is not None


# Parties


def both_sides(scene: Scene, phrase: Phrase) -> Answer | None:
    """Return the parties of the article ("both sides") or their ministers; None if that is not meant."""
    parties, possessive, role = fold(phrase.text).partition("' ")
    said = parties.split()
    counted = phrase.plural or not {"both", "each", "two", "either", "neither"}.isdisjoint(said)
    if not counted or not (_are_parties(said) or said in (["both"], ["each"])):
        return None
    two = _two_parties(scene, phrase.at)
    if possessive:
        two = [office(scene, one.side, singular(role)) for one in two if one.side]
    return two, None if two else f"“{phrase.text}”: the text does not make clear which two"


def _are_parties(said: list[str]) -> bool:
    party = len(said) > 1 and singular(said[-1]) in words("institutions", "parties")
    return party and words("institutions", "party_words").issuperset(said[:-1])


def _two_parties(scene: Scene, at: int) -> list[Actor]:
    """Return the two parties of the article, or nobody when it is not clear which they are.

    They are the last two named as acting together, when both are among the three sides
    named most often; otherwise the two named most often, when a third is named clearly less.
    """
    ranked = _sides(scene).most_common(3)
    often = {side for side, _ in ranked}
    for said in scene.spoken_before(at):
        sides = {actor.side for actor in said.actors}
        if len(said.actors) == len(sides) == 2 and sides <= often:
            return list(said.actors)
    close = len(ranked) > 2 and ranked[1][1] - ranked[2][1] < _MARGIN
    two = [] if close or len(ranked) < 2 else sorted(ranked[:2])
    return [scene.cast.state(side) for side, _ in two]


def _sides(scene: Scene) -> Counter[str]:
    """Count how often each state or territory is named; as a subject or a speaker twice."""
    count: Counter[str] = Counter()
    for mention in scene.cast.mentions:
        count[mention.side or ""] += 2 if scene.is_subject(mention) else 1
    count.update(one.side or "" for said in scene.spoken for one in said.actors)
    return Counter({side: n for side, n in count.items() if side_kind(side) in {"state", "territory"}})
