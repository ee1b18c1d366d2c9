"""Words that point back ("he", "the minister", "the ministry"): whom they can mean, and who is meant."""

import re

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.speakers.antecedents import Reference, choose
from claimgraph.extract.speakers.body_names import institution_words
from claimgraph.extract.speakers.cast import Actor, same_role
from claimgraph.extract.speakers.phrases import HE, IT, SHE, THEY, WE, Phrase
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import last_word, role_family, singular, spell
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.sides import side_kind

Answer = tuple[list[Actor], str | None]
"""The actors, or none and the reason."""

BODIES = frozenset({"body", "name", "state", "outlet"})
_ANSWERS = frozenset({"answer", "respond", "reply"})
_PLACED = re.compile(
    r"\b(?:across|along|around|at|beyond|from|in|inside|into|near|off|onto|outside|over|through|to|towards?) "
    r"(?:the )?$"
)


def pronoun(
    scene: Scene,
    word: str,
    at: int,
    attribution: Attribution | None = None,
    barred: list[Actor] | None = None,
) -> Answer:
    """Return whom a pronoun stands for, or the reason why that is unknown.

    Whoever is named inside the very statement that it introduces is another, and so is the
    one who has just asked when the pronoun answers.
    """
    before = scene.spoken_before(at)
    if word in WE:
        return (list(before[0].actors), None) if before else ([], f"“{word}” of an unnamed speaker")
    several = _heard_together(scene, at) if word in THEY else []
    if several:
        return several, None
    gender = "male" if word in HE else "female" if word in SHE else None
    kind = "person" if gender else "thing" if word in IT else "many"
    others = (barred or []) if attribution is None else others_than(scene, at, attribution)
    found = choose(scene, Reference(kind, at, gender), can_be(scene, kind, gender, others))
    if found is not None and gender:
        found.gender = gender
    return ([found], None) if found else ([], f"“{word}”: nobody before it fits")


def _heard_together(scene: Scene, at: int) -> list[Actor]:
    """Return who spoke last within reach, if they are several or a body: "they" said more."""
    floor = scene.reach(at)
    for said in scene.spoken_before(at):
        near = said.at >= floor and not scene.within_words_of_another(said.at, at)
        if near and (len(said.actors) > 1 or said.actors[0].form != "person"):
            return list(said.actors)
    return []


def can_be(
    scene: Scene, kind: str, gender: str | None = None, barred: list[Actor] | None = None
) -> list[Actor]:
    """Return those whom a pronoun can mean by its number, kind and gender."""
    fits = {"person": _is_person, "thing": _is_thing, "many": _is_many}[kind]
    return [
        actor
        for actor in scene.cast.actors
        if actor not in (barred or [])
        and (gender is None or actor.gender in {None, gender})
        and fits(scene, actor)
    ]


def _is_many(_: Scene, actor: Actor) -> bool:
    """Whether "they" can mean an actor: a body, or people without a name."""
    return actor.form in BODIES or (actor.form == "group" and actor.plural)


def _is_person(scene: Scene, actor: Actor) -> bool:
    """Whether "he" can mean an actor: a person, named or not, or a bare name that has spoken."""
    unnamed = (
        actor.form == "group" and not actor.plural and role_family(singular(actor.head or "")) is not None
    )
    bare = actor.form == "name" and " " not in actor.name and scene.has_spoken(actor)
    surname = bare and not actor.name.isupper() and not actor.name.endswith("s")
    return actor.form in {"person", "office"} or unnamed or surname


def _is_thing(_: Scene, actor: Actor) -> bool:
    """Whether "it" can mean an actor: a body, named or not."""
    unnamed = actor.form == "group" and not actor.plural and actor.head in words("institutions", "heads")
    return actor.form in BODIES or unnamed


def others_than(scene: Scene, at: int, attribution: Attribution) -> list[Actor]:
    """Return who cannot be meant by the pronoun that speaks in an attribution."""
    inside = [actor for span in attribution.content for _, actor in scene.cast.at(span)]
    before = scene.spoken_before(at)
    answers = attribution.head in _ANSWERS and before and before[0].head == "ask"
    return [*inside, *(before[0].actors if answers else ())]


# Bodies


def last_body(scene: Scene, at: int) -> Actor | None:
    """Return the body that "a spokesman" speaks for: who spoke last, else the last named."""
    before = scene.spoken_before(at)
    if before and len(before[0].actors) == 1 and before[0].actors[0].form in {"body", "name", "state"}:
        return before[0].actors[0]
    earlier = [
        actor for _, actor in scene.cast.before(at, ("body", "name")) if not _only_a_place(scene, actor)
    ]
    return earlier[0] if earlier else None


def by_kind(scene: Scene, head: str, wanted: frozenset[str], at: int) -> Actor | None:
    """Return the earlier actor that can be called by this noun and is likeliest meant."""
    found = of_kind(scene, head, wanted, at)
    meant = choose(scene, Reference("body", at, None, wanted | {head}, head), found)
    return meant or (found[0] if len(found) == 1 else None)


def only_of_kind(scene: Scene, head: str, wanted: frozenset[str]) -> Actor | None:
    """Return the one actor of the article that can be called by this noun, wherever it is named."""
    found = of_kind(scene, head, wanted)
    return found[0] if len(found) == 1 else None


def general(scene: Scene, named: str, at: int) -> Actor | None:
    """Return whom "the company", "the union" or "the region" means: of those before, else the only one."""
    head = last_word(fold(named).removesuffix("'s"))
    wanted = institution_words(named, drop_sides=True)
    return by_kind(scene, head, wanted, at) or only_of_kind(scene, head, wanted)


def of_kind(scene: Scene, head: str, wanted: frozenset[str], at: int | None = None) -> list[Actor]:
    """Return the actors (before a place) that can be called by this noun: that surely can, else any."""
    actors = scene.cast.actors if at is None else [actor for _, actor in scene.cast.before(at, BODIES)]
    fitting = [(actor, _fitness(scene, actor, head, wanted)) for actor in actors if actor.form in BODIES]
    best = max((fit for _, fit in fitting), default=0)
    return [actor for actor, fit in fitting if fit == best and best]


def _fitness(scene: Scene, actor: Actor, head: str, wanted: frozenset[str]) -> int:
    """Return how surely a noun can mean an actor: 2 by its name or as it is called, 1 by its kind alone."""
    if actor.form == "state":
        kinds = {"territory"} if head in {"region", "enclave", "territory"} else {"state", "territory"}
        return 2 * (head in words("institutions", "state_words") and side_kind(actor.key) in kinds)
    named = wanted <= institution_words(actor.name, drop_sides=True) | set(spell(actor.head or "").split())
    apposed = actor.side is None and _is_of_body(head) and called(scene, actor, head)
    if apposed or (named and head in words("institutions", "heads")):
        return 2
    if actor.form == "outlet":
        return int(head in words("media", "heads"))
    return int(actor.side is None and _fits_by_kind(scene, actor, head, named=named))


def _is_of_body(head: str) -> bool:
    return head in words("institutions", "body_words") or head in words("institutions", "company_words")


def _fits_by_kind(scene: Scene, actor: Actor, head: str, *, named: bool) -> bool:
    """Whether a noun can mean a body of no state by its kind: "the organisation", "the company"."""
    body = head in words("institutions", "body_words")
    anybody = head in words("institutions", "any_body") and (actor.form == "body" or body)
    firm = head in words("institutions", "company_words") and is_company(scene, actor)
    return anybody or firm or (body and named)


def is_company(scene: Scene, actor: Actor) -> bool:
    """Whether "the company" can mean an actor: no body of another sort, no mere place, no ship."""
    if actor.form == "body":
        return actor.side is None and actor.head in words("institutions", "company_words")
    return actor.form == "name" and not _only_a_place(scene, actor) and not _is_named_thing(scene, actor)


def _is_named_thing(scene: Scene, actor: Actor) -> bool:
    """Whether a name is told to be a ship's, a film's or a river's: "the ferry Anna"."""
    before = (scene.text((max(0, at - 40), at)).split()[-1:] for at, _ in actor.places)
    return any(word.lower() in words("name_words", "bearers") for found in before for word in found)


def _only_a_place(scene: Scene, actor: Actor) -> bool:
    """Whether a name stands after "in", "at" or "near" wherever it is."""
    return all(_PLACED.search(scene.text((max(0, at - 16), at))) for at, _ in actor.places)


def called(scene: Scene, actor: Actor, head: str) -> bool:
    """Whether the text calls an actor by a noun beside its name: "Acme, the main contractor"."""
    after = re.compile(rf",\s+(?:the|a|an|its|their)\s+(?:[\w-]+\s+){{0,4}}?{re.escape(head)}\b")
    before = re.compile(rf"\b{re.escape(head)},?\s+$", re.IGNORECASE)
    return any(
        after.match(scene.text((end, end + 80))) or before.search(scene.text((max(0, start - 40), start)))
        for start, end in actor.places
    )


# Persons


def role_words(phrase: Phrase) -> str:
    """Return the role a phrase names with what stands before its head: "deputy foreign minister"."""
    modifiers = words("institutions", "modifiers")
    before = [token for token in phrase.tokens if token.i < phrase.head.i and token.dep_ != "poss"]
    kept = [token.lower_ for token in before if token.lower_ in modifiers or role_family(token.lower_)]
    tail = ["of state"] if phrase.head.lower_ == "secretary" and " of state" in phrase.low else []
    return " ".join([*kept, phrase.head.lower_, *tail])


def by_role(scene: Scene, phrase: Phrase, role: str) -> Actor | None:
    """Return the person in that role whom the text means; failing that, the only one in the article."""
    persons = in_role(scene, phrase, role)
    reference = Reference("role", phrase.at, None, described_by(phrase), phrase.head.lower_)
    return choose(scene, reference, persons) or (persons[0] if len(persons) == 1 else None)


def in_role(scene: Scene, phrase: Phrase, role: str) -> list[Actor]:
    """Return the persons in a role; "the governor of X" is not a governor known to be of Y."""
    accused = role_family(last_word(role)) == "accused"
    owner = phrase.low.partition(" of ")[2]
    telling = set(fold(owner).removesuffix("'s").split()) - {"the"}
    return [
        actor
        for actor in scene.cast.actors
        if actor.form in {"person", "office"}
        and (actor.family == "accused" if accused else actor.role is not None and same_role(actor.role, role))
        and (not (owner and actor.owner.body) or telling & set(fold(actor.owner.body or "").split()))
    ]


def same_words(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the nearest earlier unnamed person called by the same noun ("an aide ...", "the aide")."""
    floor = scene.reach(phrase.at)
    near = [
        (start, actor)
        for actor in scene.cast.actors
        if actor.local
        and not actor.plural
        and (actor.head or actor.role or "").lower() == phrase.head.lower_
        and set(phrase.low.split()) <= set(fold(" ".join(actor.aliases)).split())
        for start, _ in actor.places
        if floor <= start < phrase.at
    ]
    return max(near, key=lambda pair: pair[0])[1] if near else None


def described_by(phrase: Phrase) -> frozenset[str]:
    """Return the words of a description but for its article."""
    return frozenset(token.lower_ for token in phrase.tokens if token.pos_ in {"NOUN", "PROPN", "ADJ"})
