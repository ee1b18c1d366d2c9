"""Pronouns and role names: to the nearest earlier actor that number, gender and kind allow.

Who spoke last weighs more than who was merely mentioned, a subject more than an object, and
whoever is only named in somebody else's words hardly counts. When nobody fits, nobody is
returned.
"""

from collections.abc import Callable, Iterator

from claimgraph.extract.speakers.cast import Actor, institution_words, same_role
from claimgraph.extract.speakers.phrases import HE, IT, SHE, THEY, WE, Phrase
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import fold, last_word, role_family, singular, spell
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import side_kind

Answer = tuple[list[Actor], str | None]
"""The actors, or none and the reason."""

Test = Callable[[Actor], bool]

_BODIES = frozenset({"body", "name", "state", "outlet"})
_ANSWERS = frozenset({"answer", "respond", "reply"})
_ASKS = frozenset({"ask", "question", "press", "inquire", "query"})


def pronoun(scene: Scene, word: str, at: int, head: str = "") -> Answer:
    """Return whom a pronoun stands for, or the reason why that is unknown."""
    if word in WE:
        before = scene.spoken_before(at)
        return (list(before[0].actors), None) if before else ([], f"“{word}” of an unnamed speaker")
    if word in THEY:
        return _they(scene, word, at)
    if word in HE | SHE:
        gender = "male" if word in HE else "female"
        found = _prominent(scene, at, _person_of(gender), _asker(scene, at, head))
        if found is not None and found.gender is None:
            found.gender = gender
    elif word in IT:
        found = _prominent(scene, at, lambda actor: actor.form in _BODIES)
    else:
        found = None
    return ([found], None) if found else ([], f"“{word}”: nobody before it fits")


def _person_of(gender: str) -> Test:
    """Return the test for whom "he" or "she" can mean: a person, named or not, of that gender."""

    def fits(actor: Actor) -> bool:
        unnamed = (
            actor.form == "group" and not actor.plural and role_family(singular(actor.head or "")) is not None
        )
        person = (
            actor.form in {"person", "office"}
            or unnamed
            or (actor.form == "name" and _may_be_a_surname(actor.name))
        )
        return person and actor.gender in {None, gender}

    return fits


def _may_be_a_surname(name: str) -> bool:
    return " " not in name and not name.isupper() and not name.endswith("s")


def _asker(scene: Scene, at: int, head: str) -> Actor | None:
    """Return who has just asked, when the pronoun answers: the two differ."""
    before = scene.spoken_before(at)
    if head in _ANSWERS and before and before[0].head in _ASKS and len(before[0].actors) == 1:
        return before[0].actors[0]
    return None


def _they(scene: Scene, word: str, at: int) -> Answer:
    floor = scene.reach(at)
    for said in scene.spoken_before(at):
        if said.at < floor:
            break
        if scene.within_words_of_another(said.at, at):
            continue
        if len(said.actors) > 1 or said.actors[0].form != "person":
            return list(said.actors), None
    found = _prominent(scene, at, lambda actor: actor.form in {"group", "body"})
    return ([found], None) if found else ([], f"“{word}”: nobody before it fits")


def _prominent(scene: Scene, at: int, fits: Test, excluded: Actor | None = None) -> Actor | None:
    """Return the latest earlier speaker or subject that fits; failing that, the only one named near."""
    floor = scene.reach(at)
    rated: list[tuple[bool, int, Actor]] = []
    near: dict[int, Actor] = {}
    rated.extend(
        (not scene.within_words_of_another(said.at, at), said.at, said.actors[0])
        for said in scene.spoken_before(at)
        if said.at >= floor and len(said.actors) == 1 and fits(said.actors[0])
    )
    for mention in scene.cast.mentions:
        actor = scene.cast.by_place[mention.core]
        if floor <= mention.core[0] < at and fits(actor) and actor is not excluded:
            near[id(actor)] = actor
            if scene.is_subject(mention):
                rated.append((not scene.within_words_of_another(mention.core[0], at), mention.core[0], actor))
    rated = [entry for entry in rated if entry[2] is not excluded]
    if rated:
        return max(rated, key=lambda entry: entry[:2])[2]
    return next(iter(near.values())) if len(near) == 1 else None


def last_body(scene: Scene, at: int) -> Actor | None:
    """Return the body that "a spokesman" speaks for: who spoke last, else the last named."""
    before = scene.spoken_before(at)
    if before and len(before[0].actors) == 1 and before[0].actors[0].form in {"body", "name", "state"}:
        return before[0].actors[0]
    earlier = scene.cast.before(at, ("body", "name"))
    return earlier[0][1] if earlier else None


def issuer(scene: Scene, head: str, at: int) -> Actor | None:
    """Return who issued "the statement": the last body or person that spoke.

    A report is a body's or an outlet's; a single person has given none.
    """
    reporting = head in {"report", "dispatch", "article", "bulletin", "survey", "study"}
    forms = {"body", "name", "state"} | ({"outlet"} if reporting else {"person"})
    for said in scene.spoken_before(at):
        for actor in said.actors if len(said.actors) == 1 else ():
            medium = reporting and actor.form == "group" and (actor.head or "") in words("media", "heads")
            if actor.form in forms or medium:
                return actor
    earlier = scene.cast.before(at, ("body",))
    return earlier[0][1] if earlier else None


def role_words(phrase: Phrase) -> str:
    """Return the role a phrase names with what stands before its head: "deputy foreign minister"."""
    modifiers = words("institutions", "modifiers")
    kept = [
        token.lower_
        for token in phrase.tokens
        if token.i < phrase.head.i and (token.lower_ in modifiers or role_family(token.lower_))
    ]
    tail = ["of", "state"] if phrase.head.lower_ == "secretary" and " of state" in phrase.low else []
    return " ".join([*kept, phrase.head.lower_, *tail])


def by_role(scene: Scene, phrase: Phrase, role: str) -> Actor | None:
    """Return the nearest earlier person in that role; failing that, the only one in the article.

    "The governor of X" is not a governor known to be of Y.
    """
    persons = [
        actor for actor in scene.cast.actors if actor.form in {"person", "office"} and _in_role(actor, role)
    ]
    if role_family(last_word(role)) == "accused" and len(persons) > 1:
        persons = [actor for actor in persons if actor.role is not None and same_role(actor.role, role)][:1]
    owner = phrase.low.partition(" of ")[2]
    if owner:
        telling = set(fold(owner).split()) - {"the"}
        persons = [
            one for one in persons if not one.owner.body or telling & set(fold(one.owner.body).split())
        ]
    earlier = [(place, actor) for actor in persons if (place := _last_place(actor, phrase.at)) is not None]
    if earlier:
        return max(earlier, key=lambda pair: pair[0])[1]
    return persons[0] if len(persons) == 1 else None


def _in_role(actor: Actor, role: str) -> bool:
    if role_family(last_word(role)) == "accused":
        return actor.family == "accused"
    return actor.role is not None and same_role(actor.role, role)


def _last_place(actor: Actor, at: int) -> int | None:
    return max((start for start, _ in actor.places if start < at), default=None)


def by_kind(scene: Scene, head: str, wanted: frozenset[str], at: int) -> Actor | None:
    """Return the nearest earlier actor that can be called by this noun; who spoke comes first."""
    spoke = {id(said.actors[0]) for said in scene.spoken_before(at) if len(said.actors) == 1}
    for forms, test in _callable(head, wanted):
        found = [actor for _, actor in scene.cast.before(at, forms) if test(actor)]
        speaking = [actor for actor in found if id(actor) in spoke]
        if found:
            return (speaking or found)[0]
    return None


def _callable(head: str, wanted: frozenset[str]) -> Iterator[tuple[tuple[str, ...], Test]]:
    """Yield forms and a test for a noun, the surest first."""

    def named_so(actor: Actor) -> bool:
        return wanted <= institution_words(actor.name, drop_sides=True) | frozenset(
            spell(actor.head or "").split()
        )

    if head in words("institutions", "heads"):
        yield ("body", "name", "outlet"), named_so
    if head in words("institutions", "state_words"):
        yield ("state",), lambda actor: side_kind(actor.key) != "organisation"
    if head in words("institutions", "company_words"):
        yield ("name", "body"), lambda actor: actor.form == "name" or actor.side is None
    if head in words("media", "heads"):
        yield ("outlet",), lambda actor: actor.form == "outlet"
    if head in words("institutions", "body_words"):
        generic = head in words("institutions", "any_body")
        yield (
            ("body", "name"),
            lambda actor: actor.side is None and (generic or named_so(actor) or actor.name.isupper()),
        )
