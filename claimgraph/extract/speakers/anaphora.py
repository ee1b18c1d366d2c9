"""Words that point back ("he", "the minister", "the ministry"): whom they can mean, and who is meant."""

import re
from collections.abc import Sequence

from claimgraph.extract.attribution.spans import Attribution, shared
from claimgraph.extract.grammar.tree import governed
from claimgraph.extract.speakers.antecedents import Reference, choose
from claimgraph.extract.speakers.cast import Actor, only, same_role
from claimgraph.extract.speakers.mentions import Owner
from claimgraph.extract.speakers.phrases import HE, IT, SHE, THEY, Phrase
from claimgraph.extract.speakers.scene import Scene
from claimgraph.lexicon import table, words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.roles import last_word, role_family, singular, spell
from claimgraph.lexicon.sides import side_kind
from claimgraph.lexicon.spelling import institution_words, is_of_people
from claimgraph.model import Span

Answer = tuple[list[Actor], str | None]
"""The actors, or none and the reason."""
OWN_VOICE = "whoever writes the article speaks"
"""The reason why there is no actor where the article says "I" or "we" itself, or what a thing shows."""

BODIES = frozenset({"body", "name", "state", "outlet"})
_ANSWERS = frozenset({"answer", "respond", "reply"})
_PLACED = re.compile(
    r"\b(?:across|along|around|at|beyond|from|in|inside|into|near|off|onto|outside|over|through|to|towards?) "
    r"(?:[a-z]+ )?$"
    r"|\b(?:tell|tells|told) (?:the )?$"
)


def pronoun(scene: Scene, word: str, at: int, barred: list[Actor], begin: int | None = None) -> Answer:
    """Return whom a pronoun, whose words begin at a place, means but for those barred, or why not known."""
    several = _heard_together(scene, at) if word in THEY else []
    if several:
        return several, None
    gender = _gender(word)
    kind = "person" if gender else "thing" if word in IT else "many"
    reference = Reference(kind, at, gender, begins=begin if gender else None)
    found = choose(scene, reference, can_be(scene, kind, gender, barred))
    if found is None:
        return [], f"“{word}”: nobody before it fits"
    if gender is not None:
        found.gender = gender
        found.form = "person" if found.form == "name" else found.form
    return [found], None


def _gender(word: str) -> str | None:
    return "male" if word in HE else "female" if word in SHE else None


def begins(at: int, said: Attribution) -> int | None:
    """Return where a statement begins, its source at a place included; None for an answer."""
    return None if _answers(said) else min([at, *(start for start, _ in said.content)])


def _answers(said: Attribution) -> bool:
    """Tell whether a statement answers another's, so that somebody else speaks."""
    return said.head in _ANSWERS | set(table("cues")["denial"]["verbs"])


def person(scene: Scene, phrase: Phrase, barred: Sequence[str]) -> Actor | None:
    """Return the person whom "he", or "the mayor" with nothing beside it, means; None if that is open.

    Args:
        scene: the article, once it is known who speaks where.
        phrase: a noun phrase anywhere in it.
        barred: the names of those who cannot be meant.
    """
    word, names = phrase.pronoun or phrase.low, {*map(last_word, map(fold, filter(None, barred)))}
    gender = _gender(word)
    if gender is not None:
        others = [one for one in scene.cast.actors if last_word(fold(one.name)) in names]
        reference = Reference("person", phrase.at, gender, speaks=False)
        return choose(scene, reference, can_be(scene, "person", gender, others))
    alone = phrase.tokens[0].lower_ == "the" and word == singular(word) and role_family(word) is not None
    found = by_role(scene, phrase, word) if alone else None
    return found if found is not None and last_word(fold(found.name)) not in names else None


def _heard_together(scene: Scene, at: int) -> list[Actor]:
    """Return who spoke last within reach, if they are several or a body: "they" said more."""
    floor = scene.reach(at)
    for said in scene.spoken_before(at):
        if said.at >= floor and (len(said.actors) > 1 or said.actors[0].form != "person"):
            return list(said.actors)
    return []


def can_be(scene: Scene, kind: str, gender: str | None, barred: list[Actor]) -> list[Actor]:
    """Return those whom a pronoun can mean by its number, kind and gender."""
    genders = {None, gender} if gender else {None, "male", "female"}
    open_ = [one for one in scene.cast.actors if one.gender in genders and one not in barred]
    return [one for one in open_ if _fits(scene, one, kind)]


def _fits(scene: Scene, actor: Actor, kind: str) -> bool:
    """Whether "he" (a person), "it" (a thing) or "they" (many) can mean an actor.

    "He" can be a bare name that has spoken; "it" and "they" are bodies.
    """
    if actor.form == "group":
        return _fits_unnamed(actor, kind)
    if kind != "person":
        return actor.form in BODIES
    return actor.form in {"person", "office"} or (_is_surname(actor) and scene.has_spoken(actor))


def _fits_unnamed(actor: Actor, kind: str) -> bool:
    if kind == "many" or actor.plural:
        return kind == "many" and actor.plural
    if kind == "person":
        return role_family(singular(actor.head or "")) is not None
    return actor.head in words("institutions", "heads")


def _is_surname(actor: Actor) -> bool:
    """Whether one word in capitals can be a surname: "Kress", but not "Democrats"."""
    alone = actor.form == "name" and re.fullmatch(r"\S*[a-z]\S*?(?<![^ainrs]s)", actor.name) is not None
    return alone and not is_of_people(actor.name)


def others_than(scene: Scene, at: int, attribution: Attribution) -> list[Actor]:
    """Return who cannot be meant by the pronoun that speaks in an attribution.

    Whoever is named in the statement that it introduces, or behind it ("he said of Roe"), and who has just
    asked when it answers; of words denied, whoever told them: "Ann said Bob had stolen it, which he denies".
    """
    tellers = _tellers(scene, attribution) if attribution.head in table("cues")["denial"]["verbs"] else []
    if tellers:
        return tellers
    spans = (*attribution.content, *_spoken_of(scene, at))
    inside = [actor for span in spans for _, actor in scene.cast.at(span)]
    last = scene.spoken_before(at)[:1] if attribution.head in _ANSWERS else []
    return [*inside, *(actor for one in last if one.head == "ask" for actor in one.actors)]


def _tellers(scene: Scene, denial: Attribution) -> list[Actor]:
    """Return who told what is denied; he may tell his own denial."""
    told = (one for one in scene.attributions if one.source and shared(one.content, denial.content))
    heard = {one.source[0][0] for one in told if one is not denial and not shared(one.content, denial.cue)}
    return [actor for said in scene.spoken if said.at in heard for actor in said.actors]


def _spoken_of(scene: Scene, at: int) -> list[Span]:
    """Return the noun behind "of" or "about" at the verb of which the word at a place is the subject."""
    paragraph = scene.article.paragraph_at(at)
    nouns = (governed(one.head, "of", "about") for one in scene.article.tokens((at, at + 1)))
    return [paragraph.span(list(one.subtree)) for one in nouns if one is not None and paragraph is not None]


# Bodies


def by_kind(
    scene: Scene, head: str, wanted: frozenset[str], at: int, side: str | None = None
) -> Actor | None:
    """Return the earlier actor (of a side) that can be called by this noun and is likeliest meant."""
    found = [one for one in of_kind(scene, head, wanted, at) if side in {None, one.side}]
    return choose(scene, Reference("body", at, None, wanted | {head}, head), found) or only(found)


def general(scene: Scene, named: str, at: int) -> Actor | None:
    """Return whom "the company", "the union" or "the region" means: of those before, else the only one."""
    head = last_word(fold(named).removesuffix("'s"))
    wanted = institution_words(named, drop_sides=True)
    return by_kind(scene, head, wanted, at) or only(of_kind(scene, head, wanted))


def of_kind(scene: Scene, head: str, wanted: frozenset[str], at: int | None = None) -> list[Actor]:
    """Return the actors (before a place) that can be called by this noun: that surely can, else any."""
    actors = scene.cast.actors if at is None else [actor for _, actor in scene.cast.before(at, BODIES)]
    fitting = [(actor, _fitness(scene, actor, head, wanted)) for actor in actors if actor.form in BODIES]
    best = max((fit for _, fit in fitting), default=0)
    return [actor for actor, fit in fitting if fit == best and best]


def _fitness(scene: Scene, actor: Actor, head: str, wanted: frozenset[str]) -> int:
    """Return how surely a noun can mean an actor: 2 by its name, 1 by its kind alone."""
    if actor.form == "state":
        return 2 * _is_state(actor, head)
    named = wanted <= institution_words(actor.name, drop_sides=True) | _kinds_of(actor)
    if (named and not wanted.isdisjoint(_kinds_of(actor))) or (head == "union" and _is_union(actor)):
        return 2
    if actor.form == "outlet":
        return int(head in words("media", "heads"))
    firm = head in words("institutions", "company_words") and _is_company(scene, actor)
    return int(actor.side is None and (firm or head in words("institutions", "any_body")))


def _kinds_of(actor: Actor) -> set[str]:
    """Return the nouns by which the head of a body's name lets it be called: a ministry is a department."""
    head = spell(actor.head or "")
    alike = (group.split() for group in table("institutions")["alike"])
    return set(head.split()).union(*(group for group in alike if head in group))


def _is_union(actor: Actor) -> bool:
    return not words("institutions", "union_words").isdisjoint(fold(actor.name).split())


def _is_state(actor: Actor, head: str) -> bool:
    """Whether "the country" or "the region" can mean a state or territory."""
    kinds = {"territory"} if head in {"region", "enclave", "territory"} else {"state", "territory"}
    return head in words("institutions", "state_words") and side_kind(actor.key) in kinds


def _is_company(scene: Scene, actor: Actor) -> bool:
    """Whether "the company" can mean an actor: no body of another sort, and no mere place."""
    if actor.form == "body":
        return actor.head in words("institutions", "company_words")
    place = fold(actor.name) in words("places", "regions") | words("places", "cities")
    if place or _is_union(actor) or is_of_people(actor.name):
        return False
    return not all(_PLACED.search(scene.text((max(0, at - 16), at))) for at, _ in actor.places)


# Persons


def role_words(phrase: Phrase) -> str:
    """Return the role a phrase names with what stands before its head: "deputy foreign minister"."""
    modifiers = words("institutions", "modifiers")
    before = [token for token in phrase.tokens if token.i < phrase.head.i and token.dep_ != "poss"]
    kept = [token.lower_ for token in before if token.lower_ in modifiers or role_family(token.lower_)]
    tail = ["of state"] if "secretary of state" in phrase.low else []
    return " ".join([*kept, phrase.noun, *tail])


def by_role(scene: Scene, phrase: Phrase, role: str) -> Actor | None:
    """Return the person in that role whom the text means; failing that, the only one in the article.

    Failing that too, the last unnamed person called by the same words ("an aide ...", "the aide").
    """
    persons = [one for one in in_role(scene, role) if not (phrase.past and one.family == "official")]
    reference = Reference("role", phrase.at, None, described_by(phrase), phrase.noun)
    return choose(scene, reference, persons) or only(persons) or called_so(scene, phrase)


def in_role(scene: Scene, role: str) -> list[Actor]:
    """Return the persons in a role."""
    return [one for one in scene.cast.actors if one.form in {"person", "office"} and holds(one, role)]


def holds(actor: Actor, role: str) -> bool:
    """Whether an actor is told to be in an office."""
    return actor.role is not None and same_role(actor.role, role)


def called_so(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the last unnamed person called by the same words: "a source", and then "the source"."""
    floor = scene.reach(phrase.at)
    for place, actor in scene.cast.before(phrase.at, {"group", "person", "office"}):
        told = set(fold(" ".join(actor.aliases)).split())
        called = (actor.head or actor.role) == phrase.noun and told.issuperset(phrase.low.split())
        if called and place >= floor and actor.local and not actor.plural:
            return actor
    return None


def by_epithet(scene: Scene, phrase: Phrase, gender: str | None, side: str | None) -> Actor | None:
    """Return whom another word for him means: who spoke right before, else whom a pronoun would mean."""
    said = _said(scene, phrase)
    fitting = _called(scene, phrase, gender, side)
    last = [] if said is not None and _answers(said) else scene.spoken_before(phrase.at)[:1]
    near = (one for one in last if one.head != "ask" and scene.sentences_between(one.at, phrase.at) <= 1)
    going_on = only([actor for one in near for actor in one.actors if actor in fitting])
    reference = Reference("person", phrase.at, gender, described_by(phrase), phrase.noun)
    return going_on or choose(scene, reference, fitting)


def by_turn(scene: Scene, phrase: Phrase, gender: str | None, side: str | None) -> Actor | None:
    """Return whom a description that nothing explains means: of whom the sentence before it tells.

    "Roe said …. The envoy said …": he spoke last, or is the subject, in one paragraph, and has no other role.
    """
    said, head = _said(scene, phrase), singular(phrase.noun)
    begin = begins(phrase.at, said) if said is not None else None
    if begin is None:
        return None
    told = scene.told_before(begin)
    if told is None or re.search(rf"\b{head}\b", scene.sentence_before(begin)):
        return None
    same = not other_role(head, told) and _tells_more(scene, phrase, told)
    elsewhere = told.owner != Owner() and is_elsewhere(scene, phrase, told)
    return told if same and not elsewhere and told in _open_to(scene, phrase, gender, side) else None


def _tells_more(scene: Scene, phrase: Phrase, told: Actor) -> bool:
    """Whether a noun may tell more of somebody; an office only of whom the article does not introduce."""
    head = singular(phrase.noun)
    if head in words("roles", "varied") | words("roles", "member"):
        return True
    if role_family(head) == "official":
        return " " not in told.name and told.family != "official"
    return len(phrase.tokens) > 2 or scene.has_spoken(told)  # but "Roe hit a van. The driver said"


def _said(scene: Scene, phrase: Phrase) -> Attribution | None:
    """Return the statement of which a phrase is the source."""
    return next((one for one in scene.attributions if shared(one.source, (phrase.span,))), None)


def _open_to(scene: Scene, phrase: Phrase, gender: str | None, side: str | None) -> list[Actor]:
    """Return the persons named before whom a description can mean by gender and side."""
    said = _said(scene, phrase)
    barred = [actor for _, actor in scene.cast.at(phrase.span)]
    barred += others_than(scene, phrase.at, said) if said is not None else []
    barred += in_role(scene, phrase.noun) if phrase.past else []  # "the former chief" is no chief now
    open_ = [one for one in can_be(scene, "person", gender, barred) if one.first < phrase.at]
    return [one for one in open_ if not one.local and len({side, one.side} - {None}) < 2]


def _called(scene: Scene, phrase: Phrase, gender: str | None, side: str | None) -> list[Actor]:
    """Return of these those of whom the text tells the place or trade of the description, if any."""
    of_side = _open_to(scene, phrase, gender, side)
    fitting = [one for one in of_side if not is_elsewhere(scene, phrase, one)]
    party = any(one.pos_ == "ADJ" and one.text[0].isupper() for one in phrase.tokens)
    return fitting or ([] if party and len(of_side) > 1 else of_side)  # which of two is of it is not told


def other_role(head: str, other: Actor) -> bool:
    """Whether a noun and the role of somebody are two: "the minister" is no coroner."""
    family = None if head in words("roles", "described") else role_family(head)
    if None in {family, other.family} or {family, other.family} == {"official", "member"}:
        return False
    if family == other.family == "own_voice":  # a nurse is no firefighter
        role = last_word(other.role or "").lower().rstrip(".")
        return not holds(other, head) and role not in words("roles", "described")
    return family != other.family


def is_elsewhere(scene: Scene, phrase: Phrase, actor: Actor) -> bool:
    """Whether a description names a place or trade that nothing tells of an actor: "the Florida senator"."""
    around = [one.span for place in actor.places for one, who in scene.cast.at(place) if who is actor]
    told = fold(" ".join((*map(scene.text, around), *actor.aliases, str(actor.owner.body)))).split()
    before = (one for one in phrase.tokens if one.pos_ != "DET" and one.text[0].isupper())
    named = {one.lower_ for one in before if one.i < phrase.head.i}
    return bool(named) and named.isdisjoint(told)


def described_by(phrase: Phrase) -> frozenset[str]:
    """Return the words of a description but for its article."""
    return frozenset(token.lower_ for token in phrase.tokens if token.pos_ in {"NOUN", "PROPN", "ADJ"})
