"""Pronouns and role names: to the nearest earlier actor that number, gender and kind allow.

Who spoke last weighs more than who was merely mentioned, a subject more than an object, and
whoever is only named in somebody else's words hardly counts. When nobody fits, nobody is
returned.
"""

import re
from collections.abc import Iterator, Sequence

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.speakers import antecedents
from claimgraph.extract.speakers.antecedents import Reference, Test
from claimgraph.extract.speakers.body_names import institution_words
from claimgraph.extract.speakers.cast import Actor, same_role
from claimgraph.extract.speakers.mentions import Mention
from claimgraph.extract.speakers.phrases import HE, IT, SHE, THEY, WE, Phrase
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.vocabulary import fold, last_word, role_family, singular, slug, spell
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import side_kind

Answer = tuple[list[Actor], str | None]
"""The actors, or none and the reason."""

_BODIES = frozenset({"body", "name", "state", "outlet"})
_CROWDS = frozenset(
    {"police", "family", "couple", "team", "group", "crew", "public", "staff", "media", "press"}
)
_ANSWERS = frozenset({"answer", "respond", "reply"})
_NEXT_LINE = 2
"""Line breaks between a statement and the reply to it."""
_ASKED = re.compile(r"\b(?:asked|pressed|questioned|quizzed)\b")
_ASKED_BY = re.compile(
    r"(?:When |After being )?(?:asked|pressed|questioned|challenged|cross-examined|quizzed) by ",
    re.IGNORECASE,
)
_OPENING = 200
"""Characters before a pronoun in which its sentence opens."""
_PLACED = re.compile(
    r"\b(?:across|along|around|at|beyond|from|in|inside|into|near|off|onto|outside|over|through|to|towards?) "
    r"(?:the )?$"
)
_LONGEST_ACRONYM = 5
_ADDRESSEE = 60
"""Characters after a cue among which whom it is addressed to is named."""
_ASKS = frozenset({"ask", "question", "press", "inquire", "query"})


def pronoun(
    scene: Scene, word: str, at: int, attribution: Attribution | None = None, barred: Sequence[Actor] = ()
) -> Answer:
    """Return whom a pronoun stands for, or the reason why that is unknown.

    Whoever is named inside the very statement that it introduces is another, and so is the
    one who has just asked or spoken when the pronoun answers.
    """
    others = others_than(scene, at, attribution) if attribution is not None else list(barred)
    if word in WE:
        before = scene.spoken_before(at)
        return (list(before[0].actors), None) if before else ([], f"“{word}” of an unnamed speaker")
    several = _heard_together(scene, at) if word in THEY else []
    if several:
        return several, None
    gender = "male" if word in HE else "female" if word in SHE else None
    kind = "person" if gender else "thing" if word in IT else "many"
    found = antecedents.choose(scene, Reference(kind, at, gender), can_be(scene, kind, gender), others)
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


def can_be(scene: Scene, kind: str, gender: str | None = None) -> Test:
    """Return the test for whom a pronoun can mean by its number, kind and gender."""
    if kind == "person":
        return _person_of(scene, gender or "")
    return _is_thing if kind == "thing" else _is_many


def _is_many(actor: Actor) -> bool:
    """Whether "they" can mean an actor: a body, or people without a name."""
    return actor.form in _BODIES or (actor.form == "group" and (actor.plural or actor.head in _CROWDS))


def _person_of(scene: Scene, gender: str) -> Test:
    """Return the test for whom "he" or "she" can mean: a person, named or not, of that gender."""

    def fits(actor: Actor) -> bool:
        unnamed = (
            actor.form == "group" and not actor.plural and role_family(singular(actor.head or "")) is not None
        )
        person = (
            actor.form in {"person", "office"}
            or unnamed
            or (actor.form == "name" and _may_be_a_surname(actor.name) and scene.has_spoken(actor))
        )
        return person and actor.gender in {None, gender}

    return fits


def _is_thing(actor: Actor) -> bool:
    """Whether "it" can mean an actor: a body, named or not."""
    unnamed = actor.form == "group" and not actor.plural and actor.head in words("institutions", "heads")
    return actor.form in _BODIES or unnamed


def _may_be_a_surname(name: str) -> bool:
    return " " not in name and not name.isupper() and not name.endswith("s")


def others_than(scene: Scene, at: int, attribution: Attribution) -> list[Actor]:
    """Return who cannot be meant by the pronoun that speaks in an attribution."""
    inside = [actor for span in attribution.content for _, actor in scene.cast.at(span)]
    cue = (attribution.cue[0][0], attribution.cue[-1][1] + _ADDRESSEE) if attribution.cue else (at, at)
    addressed = [
        actor
        for mention, actor in scene.cast.at(cue)
        if mention.core[0] > at and _is_object(scene, mention, attribution)
    ]
    return [*inside, *addressed, *_asker(scene, at, attribution.head), *_asking(scene, at)]


def _asking(scene: Scene, at: int) -> list[Actor]:
    """Return who asks in the words that open a sentence: "Asked by Rudd whether …, she said"."""
    before = scene.text((max(0, at - _OPENING), at))
    opening = max(before.rfind(". "), before.rfind("\n"), before.rfind("” "), before.rfind('" ')) + 1
    asked = _ASKED_BY.match(before[opening:].lstrip())
    if asked is None:
        return []
    start = at - len(before[opening:].lstrip()) + asked.end()
    return [actor for _, actor in scene.cast.at((start, at))][:1]


def _asker(scene: Scene, at: int, head: str) -> list[Actor]:
    """Return who has just asked, or just spoken to whom it is that replies."""
    before = scene.spoken_before(at)
    if head not in _ANSWERS or not before or len(before[0].actors) != 1:
        return []
    between = scene.text((before[0].at, at))
    replies = head == "reply" and between.count("\n") <= _NEXT_LINE and not _ASKED.search(between)
    return list(before[0].actors) if before[0].head in _ASKS or replies else []


def _is_object(scene: Scene, mention: Mention, attribution: Attribution) -> bool:
    tokens = scene.article.tokens(mention.core)
    cue = {token.i for span in attribution.cue for token in scene.article.tokens(span)}
    return any(token.dep_ in {"dobj", "dative"} and token.head.i in cue for token in tokens)


def last_body(scene: Scene, at: int) -> Actor | None:
    """Return the body that "a spokesman" speaks for: who spoke last, else the last named."""
    before = scene.spoken_before(at)
    if before and len(before[0].actors) == 1 and before[0].actors[0].form in {"body", "name", "state"}:
        return before[0].actors[0]
    earlier = [pair for pair in scene.cast.before(at, ("body", "name")) if not _only_a_place(scene, pair[1])]
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
        if token.i < phrase.head.i
        and token.dep_ != "poss"
        and (token.lower_ in modifiers or role_family(token.lower_))
    ]
    tail = ["of", "state"] if phrase.head.lower_ == "secretary" and " of state" in phrase.low else []
    return " ".join([*kept, phrase.head.lower_, *tail])


def by_role(scene: Scene, phrase: Phrase, role: str) -> Actor | None:
    """Return the person in that role whom the text means; failing that, the only one in the article."""
    persons = in_role(scene, phrase, role)
    fitting = {id(actor) for actor in persons}
    reference = Reference("role", phrase.at, None, described_by(phrase), phrase.head.lower_)
    found = antecedents.choose(scene, reference, lambda actor: id(actor) in fitting)
    return found or (persons[0] if len(persons) == 1 else None)


def in_role(scene: Scene, phrase: Phrase, role: str) -> list[Actor]:
    """Return the persons in a role; "the governor of X" is not a governor known to be of Y."""
    persons = [
        actor for actor in scene.cast.actors if actor.form in {"person", "office"} and _in_role(actor, role)
    ]
    if role_family(last_word(role)) == "accused" and len(persons) > 1:
        persons = [actor for actor in persons if actor.role is not None and same_role(actor.role, role)][:1]
    owner = phrase.low.partition(" of ")[2] or _possessor(phrase)
    telling = set(fold(owner).removesuffix("'s").split()) - {"the"}
    return [
        one
        for one in persons
        if not (owner and one.owner.body) or telling & set(fold(one.owner.body or "").split())
    ]


def _possessor(phrase: Phrase) -> str:
    """Return whose the head is, when a noun says so: "the union" in "the union's leader"."""
    owned = [token for token in phrase.tokens if token.tag_ == "POS" and token.i < phrase.head.i]
    return phrase.text[: phrase.offset + owned[-1].idx - phrase.span[0]] if owned else ""


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


def _in_role(actor: Actor, role: str) -> bool:
    if role_family(last_word(role)) == "accused":
        return actor.family == "accused"
    return actor.role is not None and same_role(actor.role, role)


def described_by(phrase: Phrase) -> frozenset[str]:
    """Return the words of a description but for its article."""
    return frozenset(token.lower_ for token in phrase.tokens if token.pos_ in {"NOUN", "PROPN", "ADJ"})


def by_kind(scene: Scene, head: str, wanted: frozenset[str], at: int) -> Actor | None:
    """Return the earlier actor that can be called by this noun and is likeliest meant."""
    found = of_kind(scene, head, wanted, at)
    fitting = {id(actor) for actor in found}
    reference = Reference("body", at, None, wanted | {head}, head)
    meant = antecedents.choose(scene, reference, lambda actor: id(actor) in fitting)
    return meant or (found[0] if len(found) == 1 else None)


def of_kind(scene: Scene, head: str, wanted: frozenset[str], at: int) -> list[Actor]:
    """Return the earlier actors that can be called by this noun: those that surely can, else any."""
    for forms, test in _callable(scene, head, wanted):
        found = [actor for _, actor in scene.cast.before(at, forms) if test(actor)]
        if found:
            return found
    return []


def only_of_kind(scene: Scene, head: str, wanted: frozenset[str]) -> Actor | None:
    """Return the one actor of the article that can be called by this noun, wherever it is named."""
    for forms, test in _callable(scene, head, wanted):
        found = [actor for actor in scene.cast.actors if actor.form in forms and test(actor)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _callable(scene: Scene, head: str, wanted: frozenset[str]) -> Iterator[tuple[tuple[str, ...], Test]]:
    """Yield forms and a test for a noun, the surest first."""

    def named_so(actor: Actor) -> bool:
        return wanted <= institution_words(actor.name, drop_sides=True) | frozenset(
            spell(actor.head or "").split()
        )

    if head in words("institutions", "heads"):
        yield ("body", "name", "outlet"), named_so
    if head in words("institutions", "company_words") | words("institutions", "body_words"):
        yield ("name", "body"), lambda actor: actor.side is None and called(scene, actor, head)
    if head in words("institutions", "state_words"):
        yield ("state",), lambda actor: side_kind(actor.key) == _kind_of_place(head, actor)
    if head in words("institutions", "company_words"):
        anybody = head in words("institutions", "any_body")
        yield (
            ("name", "body"),
            lambda actor: is_company(scene, actor) or (anybody and actor.form == "body" and not actor.side),
        )
    if head in words("media", "heads"):
        yield ("outlet",), lambda actor: actor.form == "outlet"
    if head in words("institutions", "body_words"):
        generic = head in words("institutions", "any_body")
        bare = wanted == frozenset({slug(spell(head))}) and head not in words("institutions", "entourage")
        yield (
            ("body", "name"),
            lambda actor: actor.side is None and (generic or named_so(actor) or (bare and _acronym(actor))),
        )
    if head in {"club", "team", "side"}:
        yield ("name", "body"), lambda actor: actor.side is None and _is_club(scene, actor)


def _acronym(actor: Actor) -> bool:
    return actor.name.isupper() and 1 < len(actor.name) <= _LONGEST_ACRONYM


def _is_club(scene: Scene, actor: Actor) -> bool:
    """Whether an actor is called like a club, or has a coach or players."""
    if last_word(fold(actor.name)) in words("institutions", "club_words"):
        return True
    return any(
        one.owner.span in actor.places and last_word(one.role or "").lower() in words("roles", "club_roles")
        for one in scene.cast.actors
    )


def is_company(scene: Scene, actor: Actor) -> bool:
    """Whether "the company" can mean an actor: no body of another sort, no mere place."""
    if actor.form == "body":
        return actor.side is None and actor.head in words("institutions", "company_words")
    return actor.form == "name" and not _only_a_place(scene, actor) and not _is_named_thing(scene, actor)


def _is_named_thing(scene: Scene, actor: Actor) -> bool:
    """Whether a name is told to be a ship's, a film's or a river's: "the ferry Anna"."""
    before = (scene.text((max(0, at - 40), at)).split()[-1:] for at, _ in actor.places)
    return any(word.lower() in words("name_words", "bearers") for found in before for word in found)


def _only_a_place(scene: Scene, actor: Actor) -> bool:
    """Whether a name stands after "in", "at" or "near" wherever it is, or opens a dateline."""
    return all(
        _PLACED.search(scene.text((max(0, at - 16), at))) or scene.opens_dateline(at)
        for at, _ in actor.places
    )


def called(scene: Scene, actor: Actor, head: str) -> bool:
    """Whether the text calls an actor by a noun beside its name: "Acme, the main contractor"."""
    after = re.compile(rf",\s+(?:the|a|an|its|their)\s+(?:[\w-]+\s+){{0,4}}?{re.escape(head)}\b")
    before = re.compile(rf"\b{re.escape(head)},?\s+$", re.IGNORECASE)
    return any(
        after.match(scene.text((end, end + 80))) or before.search(scene.text((max(0, start - 40), start)))
        for start, end in actor.places
    )


def _kind_of_place(head: str, actor: Actor) -> str:
    """Return the kind of side that a noun can mean: "the enclave" is no state."""
    kind = side_kind(actor.key) or ""
    if head in {"region", "enclave", "territory"}:
        return "territory"
    return kind if kind != "organisation" else ""
