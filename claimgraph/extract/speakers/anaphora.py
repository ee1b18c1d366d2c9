"""Pronouns and role names: to the nearest earlier actor that number, gender and kind allow.

Who spoke last weighs more than who was merely mentioned; a subject more than an object.
When nobody fits, nobody is returned.
"""

from collections import Counter

from claimgraph.extract.parse import Article
from claimgraph.extract.speakers.cast import Actor, Cast, institution_words, same_role
from claimgraph.extract.speakers.phrases import HE, IT, SHE, THEY, WE, Phrase
from claimgraph.extract.speakers.vocabulary import role_family, singular, spell
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import side_kind

Spoken = list[tuple[int, list[Actor]]]

PRONOUNS = HE | SHE | IT | THEY | WE | {"who", "which"}
_BODIES = ("body", "name", "state", "outlet", "group")
_FAR = 3
"""Paragraphs back to which a pronoun may reach."""
_SUBJECTS = {"nsubj", "nsubjpass", "appos"}


def pronoun(
    cast: Cast, article: Article, spoken: Spoken, word: str, at: int
) -> tuple[list[Actor], str | None]:
    """Return whom a pronoun stands for, or the reason why that is unknown."""
    if word in WE:
        return (spoken[-1][1], None) if spoken else ([], f"“{word}” of an unnamed speaker")
    if word in THEY:
        return _they(cast, article, spoken, word, at)
    wanted = {"person"} if word in HE | SHE else set(_BODIES) - {"group"}
    gender = "male" if word in HE else "female" if word in SHE else None
    found = _prominent(cast, article, spoken, at, wanted, gender)
    if found is None:
        return [], f"“{word}”: nobody before it fits"
    if gender and found.gender is None:
        found.gender = gender
    return [found], None


def _they(cast: Cast, article: Article, spoken: Spoken, word: str, at: int) -> tuple[list[Actor], str | None]:
    floor = _reach(article, at)
    for position, actors in reversed([entry for entry in spoken if floor <= entry[0] < at]):
        if len(actors) > 1 or any(actor.form != "person" for actor in actors):
            return actors, None
        if actors[0].gender is None and position >= floor:
            return actors, None
    found = _prominent(cast, article, spoken, at, {"group", "body"}, None)
    return ([found], None) if found else ([], f"“{word}”: nobody before it fits")


def _reach(article: Article, at: int) -> int:
    """Return where the text begins to which a pronoun may reach back."""
    starts = [paragraph.start for paragraph in article.paragraphs if paragraph.start <= at]
    return starts[max(0, len(starts) - 1 - _FAR)] if starts else 0


def _prominent(
    cast: Cast, article: Article, spoken: Spoken, at: int, forms: set[str], gender: str | None
) -> Actor | None:
    """Return the latest earlier speaker or subject that fits; failing that, the only mention near."""
    floor = _reach(article, at)

    def fits(actor: Actor) -> bool:
        local_person = actor.form == "group" and not actor.plural and gender is not None
        agrees = not gender or actor.gender in {None, gender}
        return agrees and (actor.form in forms or local_person)

    spoke = [
        (position, actor)
        for position, actors in spoken
        if floor <= position < at and len(actors) == 1
        for actor in actors
        if fits(actor)
    ]
    subjects = []
    near: dict[int, Actor] = {}
    for mention in cast.mentions:
        actor = cast.by_place[mention.core]
        if floor <= mention.core[0] < at and fits(actor):
            near[id(actor)] = actor
            if _is_subject(article, mention.core[0], mention.core[1]):
                subjects.append((mention.core[0], actor))
    best = max(spoke + subjects, key=lambda pair: pair[0], default=None)
    if best is not None:
        return best[1]
    return next(iter(near.values())) if len(near) == 1 else None


def _is_subject(article: Article, start: int, end: int) -> bool:
    return any(token.dep_ in _SUBJECTS for token in article.tokens((start, end)))


def last_body(cast: Cast, spoken: Spoken, at: int) -> Actor | None:
    """Return the body that "a spokesman" speaks for: who spoke last, else the last named."""
    for _, actors in reversed([entry for entry in spoken if entry[0] < at]):
        if len(actors) == 1 and actors[0].form in {"body", "name", "state"}:
            return actors[0]
        break
    earlier = cast.before(at, ("body", "name"))
    return earlier[0][1] if earlier else None


def issuer(cast: Cast, spoken: Spoken, at: int) -> Actor | None:
    """Return who issued "the statement": the last body or person that spoke."""
    for _, actors in reversed([entry for entry in spoken if entry[0] < at]):
        if len(actors) == 1 and actors[0].form in {"body", "name", "state", "person"}:
            return actors[0]
    earlier = cast.before(at, ("body",))
    return earlier[0][1] if earlier else None


def role_words(phrase: Phrase) -> str:
    """Return the role that a phrase names, with what stands before its head: "deputy foreign minister"."""
    modifiers = words("institutions", "modifiers")
    kept = [
        token.lower_
        for token in phrase.tokens
        if token.i < phrase.head.i and (token.lower_ in modifiers or role_family(token.lower_))
    ]
    tail = ["of", "state"] if phrase.head.lower_ == "secretary" and " of state" in phrase.low else []
    return " ".join([*kept, singular(phrase.head.lower_) if phrase.plural else phrase.head.lower_, *tail])


def by_role(cast: Cast, role: str, at: int) -> Actor | None:
    """Return the nearest earlier person in that role; failing that, the only one in the article."""
    persons = [actor for actor in cast.actors if actor.role and same_role(actor.role, role)]
    earlier = [
        (max(start for start, _ in actor.places if start < at), actor)
        for actor in persons
        if any(start < at for start, _ in actor.places)
    ]
    if earlier:
        return max(earlier, key=lambda pair: pair[0])[1]
    return persons[0] if len(persons) == 1 else None


def by_kind(cast: Cast, spoken: Spoken, head: str, wanted: frozenset[str], at: int) -> Actor | None:
    """Return the nearest earlier actor that can be called by this noun."""
    recent = {id(actor) for _, actors in spoken if len(actors) == 1 for actor in actors}
    for forms, test in _callable(head, wanted):
        found = [(start, actor) for start, actor in cast.before(at, forms) if test(actor)]
        speaking = [pair for pair in found if id(pair[1]) in recent]
        if found:
            return (speaking or found)[0][1]
    return None


def _callable(head: str, wanted: frozenset[str]):  # type: ignore[no-untyped-def]
    """Yield the forms and the test for a noun, the surest first."""
    if head in words("institutions", "heads"):
        yield (
            ("body", "name", "outlet"),
            lambda actor: wanted <= institution_words(actor.name, drop_sides=True) | _heads(actor),
        )
    if head in words("institutions", "company_words"):
        yield ("name", "body"), lambda actor: actor.form == "name" or actor.side is None
    if head in words("media", "heads"):
        yield ("outlet",), lambda actor: True
    if head in words("institutions", "body_words"):
        yield ("body", "name"), lambda actor: True
    if head in words("institutions", "state_words"):
        yield ("state",), lambda actor: side_kind(actor.key) != "organisation"


def _heads(actor: Actor) -> frozenset[str]:
    return frozenset(spell(actor.head or "").split())


def two_parties(cast: Cast, article: Article, spoken: Spoken, at: int) -> list[Actor] | None:
    """Return the two parties of the article, or None when it is not clear which they are.

    The parties are the sides named most often as acting or accused. They are clear when a
    third side is named clearly less often than the second.
    """
    count: Counter[str] = Counter()
    for mention in cast.mentions:
        actor = cast.by_place[mention.core]
        side = mention.side or actor.side
        if side is not None and side_kind(side) in {"state", "territory"}:
            count[side] += 2 if _is_subject(article, *mention.core) else 1
    for _, actors in spoken:
        count.update(
            actor.side for actor in actors if actor.side and side_kind(actor.side) in {"state", "territory"}
        )
    ranked = count.most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[2][1] > 0.8 * ranked[1][1]):
        return None
    return [cast.state(side) for side, _ in sorted(ranked[:2])]
