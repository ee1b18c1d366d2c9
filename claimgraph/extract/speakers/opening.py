"""Headlines and first sentences: names in capitals that the text repeats, and who is named only below.

In headlines capitals tell nothing, so only what the text below names is read. A headline and a first
sentence describe whoever they report ("Barge boss", "the lone survivor"), and the next paragraphs give the
name. So somebody without a name in the opening is the one person in that role, else whoever new speaks next.
"""

import re
from collections.abc import Iterator

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.anaphora import BODIES, Answer
from claimgraph.extract.speakers.cast import Actor, Cast, only
from claimgraph.extract.speakers.mentions import Mention
from claimgraph.extract.speakers.names import surname
from claimgraph.extract.speakers.phrases import HE, SHE
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.units import Row, is_headline, meets
from claimgraph.extract.speakers.vocabulary import is_agent, is_of_body, last_word, role_family, singular
from claimgraph.lexicon import words

HEADLINE = 16
"""Words from which the first block of an article is no headline."""
NEXT = 3
"""Blocks behind a description by which whoever it means has spoken."""
_PEOPLE = frozenset({"person", "office"})

_Told = list[tuple[Actor, Attribution]]
"""Who speaks alone in which attribution, in text order."""


# Names in headlines


def repeated_names(rows: tuple[Row, ...], cast: Cast) -> list[tuple[Mention, Actor]]:
    """Return the mentions in headlines of sides, and of actors that the text names; the longest first."""
    known = sorted(_names(cast).items(), key=lambda pair: (-len(pair[0]), pair[0]))
    found: list[tuple[Mention, Actor]] = []
    for row in rows:
        for mention, actor in _in_headline(row, known, cast) if is_headline(row.paragraph) else ():
            if not any(meets(mention.core, other.core) for other, _ in found):
                found.append((mention, actor))
    return found


def _in_headline(row: Row, known: list[tuple[str, Actor]], cast: Cast) -> Iterator[tuple[Mention, Actor]]:
    offset, index = row.paragraph.start, row.paragraph.index
    for name, actor in known:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", row.paragraph.text):
            span = (match.start() + offset, match.end() + offset)
            yield Mention(span, span, "name", name, side=actor.side, paragraph=index), actor
    for unit in row.units:
        if unit.side:
            span = (unit.start, unit.end)
            mention = Mention(span, span, "state", unit.text, side=unit.side, paragraph=index)
            yield mention, cast.state(unit.side)


def _names(cast: Cast) -> dict[str, Actor]:
    """Return the names by which the text calls its actors."""
    names: dict[str, Actor] = {}
    for actor in cast.actors:
        last = (surname(actor.name),) if actor.form == "person" else ()
        for alias in (*actor.aliases, *last) if actor.form in {"person", "body", "outlet", "name"} else ():
            if len(alias) > len("AP") and alias[:1].isupper():
                names.setdefault(alias, actor)
    return names


# Who is named below


def named_below(scene: Scene, found: list[Answer]) -> list[Answer]:
    """Return the answers with those whom the opening only describes replaced by whom the text names."""
    answers = zip(found, scene.attributions, strict=True)
    told = [(actors[0], said) for (actors, _), said in answers if len(actors) == 1 and said.source]
    told.sort(key=lambda pair: pair[1].source[0][0])
    described = _described(scene, told)
    others = [pair for pair in told if pair[0] not in described]
    same: dict[Actor, Actor] = {}
    for actor, said in described.items():
        one = _named(scene, actor, said, others)
        if one is not None:
            same[actor] = one
            place = said.source[0]
            one.add(scene.text(place), place, f"“{scene.text(place)}” is named below as “{one.name}”")
    return [([same.get(actor, actor) for actor in actors], reason) for actors, reason in found]


def _described(scene: Scene, told: _Told) -> dict[Actor, Attribution]:
    """Return whom the headline and the first sentence describe, and where they first speak."""
    blocks = scene.article.paragraphs[:2]
    if blocks and len(blocks[0].text.split()) >= HEADLINE:
        blocks = blocks[:1]
    first: dict[Actor, Attribution] = {}
    for actor, said in told:
        if _is_described(actor) and any(block.start <= said.source[0][0] < block.end for block in blocks):
            first.setdefault(actor, said)
    return first


def _named(scene: Scene, actor: Actor, said: Attribution, told: _Told) -> Actor | None:
    """Return the one named below whom the opening describes."""
    at, head = said.source[0][0], _head(actor)
    below = [(one, by) for one, by in told if by.source[0][0] > at and _can_be(actor, one)]
    open_ = _open(scene, actor, said, list(dict.fromkeys(one for one, _ in below)))
    known = only([one for one in open_ if role_family(head) and anaphora.holds(one, actor.role or head)])
    if known is not None or not below or _names_before(scene, at):
        return known
    one, by = below[0]
    near = len(scene.article.overlapping((at, by.source[0][0] + 1))) <= NEXT
    return one if near and one in open_ and not _other_role(actor, one) else None


def _open(scene: Scene, actor: Actor, said: Attribution, found: list[Actor]) -> list[Actor]:
    """Return who is new behind a description and can be called so: a union is no firm, a woman no "he"."""
    head = _head(actor)
    bodies = anaphora.of_kind(scene, head, frozenset({head}))
    named = {one for span in (*said.source, *said.content) for _, one in scene.cast.at(span)}
    new = [one for one in found if one not in named and one.first > said.source[0][0]]
    fitting = [one for one in new if one.form in _PEOPLE or one in bodies]
    gender = actor.gender or _gender(scene, said)
    return [one for one in fitting if {one.gender, gender} != {"male", "female"}]


def _gender(scene: Scene, said: Attribution) -> str | None:
    """Return the gender that the pronouns of a description's sentence tell: "told his wife"."""
    told = {token.lower_ for token in scene.article.tokens(said.source[0])[0].sent}
    he, she = not told.isdisjoint(HE), not told.isdisjoint(SHE)
    return None if he == she else "male" if he else "female"


def _names_before(scene: Scene, at: int) -> bool:
    """Whether the block of a description names a person before it, whom it may mean."""
    block = scene.article.paragraph_at(at)
    start = block.start if block is not None else at
    return any(one.last_before(at) >= start for one in scene.cast.persons())


def _is_described(actor: Actor) -> bool:
    """Whether somebody without a name, a single one, is called by a noun that tells what he is."""
    head = _head(actor)
    known = role_family(head) is not None or is_of_body(head) or is_agent(head)
    return known and (actor.form == "office" or (actor.form == "group" and not actor.plural))


def _head(actor: Actor) -> str:
    """Return the noun by which somebody is called."""
    return singular(actor.head or last_word(actor.role or ""))


def _can_be(actor: Actor, other: Actor) -> bool:
    """Whether somebody named can be called so: a firm "the company", a man "the man", either "the owner"."""
    head = _head(actor)
    body = is_of_body(head)
    person = not body or role_family(head) is not None
    forms = (BODIES if body else frozenset()) | (_PEOPLE if person else frozenset())
    return other.form in forms and not other.local


def _other_role(actor: Actor, other: Actor) -> bool:
    """Whether the roles of two are two: "the minister" is no coroner, "a nurse" no firefighter."""
    head = _head(actor)
    family = None if head in words("roles", "described") else role_family(head)
    if family == other.family == "own_voice":
        return not anaphora.holds(other, head)
    return None not in {family, other.family} and family != other.family
