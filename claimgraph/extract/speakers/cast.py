"""The cast of one article: its mentions gathered into actors.

Full names come first, then surnames, short names and acronyms are given to the one actor
they fit. Two actors of two sides are never joined, whatever their names.
"""

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace

from claimgraph.extract.speakers.mentions import Mention, Owner
from claimgraph.extract.speakers.units import Row, is_headline, meets
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.roles import is_given_name, outlets, spell_role
from claimgraph.lexicon.sides import adjective_of_side, name_of_side, sides_in
from claimgraph.lexicon.spelling import (
    general_words,
    given,
    institution_words,
    is_national,
    organisation_key,
    same_person,
    short_for,
    surname,
)
from claimgraph.model import Span

_CALLS = {"state": "a name, people or seat of", "body": "the same body as"}
_IN_FULL = 3
"""Times that a name stands in full before it is taken to stand so each time."""
_LONGEST = 600
"""Characters that a role or an apposition may reach from its name."""


@dataclass(eq=False, slots=True)
class Actor:
    """Somebody who can speak, gathered from mentions; only this package sees one change."""

    form: str
    name: str
    key: str
    side: str | None = None
    role: str | None = None
    family: str | None = None
    owner: Owner = field(default_factory=Owner)
    gender: str | None = None
    head: str | None = None
    plural: bool = False
    local: bool = False
    aliases: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    spokesperson_of: "Actor | None" = None
    serves: "Actor | None" = None

    @property
    def first(self) -> int:
        """Where the text first names the actor; beyond its end, if it does not."""
        return min((start for start, _ in self.places), default=sys.maxsize)

    def last_before(self, position: int) -> int:
        """Return where the text last names the actor before a position; -1, if it does not."""
        return max((start for start, _ in self.places if start < position), default=-1)

    def distance(self, position: int) -> tuple[bool, int]:
        """Prefer earlier mentions, the nearest first."""
        last = self.last_before(position)
        return (last < 0, self.first - position if last < 0 else position - last)

    def add(self, alias: str, place: Span, why: str) -> None:
        """Take a mention in, with the reason why a further name is this actor's."""
        self.places.append(place)
        if alias not in self.aliases:
            self.evidence += [why] if self.aliases else []
            self.aliases.append(alias)


class Cast:
    """The actors of one article, to be looked up by place, name, side or role."""

    def __init__(self, source: str, found: list[Mention], home: str | None, place: str | None = None) -> None:
        self.source = source
        self.home = home
        self.place = place
        self.actors: list[Actor] = []
        self.by_place: dict[Span, Actor] = {}
        self.mentions = found
        self.surnames: dict[str, Actor] = {}
        for mention in sorted(found, key=lambda one: (_short(one) or _ownerless(one), one.core)):
            short = self._by_short_name(mention) if _short(mention) else None
            whole = self._by_institution(mention) if _ownerless(mention) else None
            self._place(mention, short or whole or self._known(mention) or self._new(mention))

    def add(self, pairs: list[tuple[Mention, Actor]]) -> None:
        """Take in further mentions of actors already known."""
        for mention, actor in pairs:
            self.by_place[mention.core] = actor
            actor.places.append(mention.core)
        self.mentions = sorted([*self.mentions, *(mention for mention, _ in pairs)], key=lambda one: one.core)

    def state(self, side: str) -> Actor:
        """Return the state, territory or international body of a side of the table."""
        return self._get("state", side, name_of_side(side) or side, side)

    def at(self, span: Span) -> list[tuple[Mention, Actor]]:
        """Return the mentions whose name lies within a span, in order."""
        near = self._near(span[0], span[1])
        return [(one, self.by_place[one.core]) for one in near if one.core[1] <= span[1]]

    def around(self, span: Span) -> list[tuple[Mention, Actor]]:
        """Return the mentions that overlap a span with role or apposition."""
        near = self._near(span[0] - _LONGEST, span[1] + _LONGEST)
        over = [one for one in near if one.span[0] < span[1] and one.span[1] > span[0]]
        return [(one, self.by_place[one.core]) for one in over]

    def mention_at(self, start: int) -> Mention | None:
        """Return the mention whose name starts at a position."""
        found = self._near(start, start + 1)
        return found[0] if found else None

    def _near(self, low: int, high: int) -> list[Mention]:
        start = bisect_left(self.mentions, low, key=lambda one: one.core[0])
        return self.mentions[start : bisect_left(self.mentions, high, lo=start, key=lambda one: one.core[0])]

    def before(self, position: int, forms: Collection[str]) -> list[tuple[int, Actor]]:
        """Return actors of some forms with their last place before a position, nearest first."""
        found = [(one.last_before(position), one) for one in self.actors if one.form in forms]
        return sorted((pair for pair in found if pair[0] >= 0), key=lambda pair: -pair[0])

    def persons(self) -> list[Actor]:
        """Return the persons whom the article names."""
        return [one for one in self.actors if one.form == "person" and not one.local]

    def office(self, side: str, office: str) -> Actor:
        """Return the unnamed holder of a side's office ("the Fijian prime minister")."""
        name = f"{adjective_of_side(side) or side} {office.lower()}"
        actor = self._get("office", f"{side}/{fold(office)}", name, side)
        actor.role, actor.family = office, "official"
        return actor

    def local(self, form: str, name: str, detail: str, side: str | None) -> Actor:
        """Return somebody unnamed, known in this article only."""
        actor = self._get(form, f"{self.source}:{detail}", name, side)
        actor.local = True
        return actor

    def _get(self, form: str, key: str, name: str, side: str | None) -> Actor:
        known = self._first(lambda one: one.form == form and one.key == key)
        return known or self._taken(Actor(form, name, key, side))

    def _taken(self, actor: Actor) -> Actor:
        self.actors.append(actor)
        return actor

    def _place(self, mention: Mention, actor: Actor) -> None:
        self.by_place[mention.core] = actor
        calls = _CALLS.get(mention.form, "a form of the name")
        actor.add(mention.name, mention.core, f"“{mention.name}” is {calls} “{actor.name}”")
        if mention.form == "person":
            self._learn(mention, actor)

    @staticmethod
    def _learn(mention: Mention, actor: Actor) -> None:
        if mention.family and actor.family is None:
            actor.role, actor.family = mention.role, mention.family
        if actor.owner == Owner() and mention.family == actor.family:
            actor.owner = mention.owner
        actor.gender = actor.gender or mention.gender
        if len(mention.name.split()) > len(actor.name.split()):
            actor.name = mention.name

    def _known(self, mention: Mention) -> Actor | None:
        if mention.form == "person":
            return self._first(lambda one: one.form == "person" and self._same(one, mention))
        if mention.form == "state":
            return self.state(mention.side or "")
        key = body_key(mention)
        if mention.side and key == f"{mention.side}/state":
            return self.state(mention.side)
        forms = {mention.form} if mention.side or mention.form == "outlet" else {"name", "body"}
        return self._first(lambda one: one.form in forms and one.key == key)

    def _first(self, test: Callable[[Actor], bool]) -> Actor | None:
        return next((actor for actor in self.actors if test(actor)), None)

    def _same(self, actor: Actor, mention: Mention) -> bool:
        """Whether a person's name is an actor's; two genders or two sides speak against it."""
        genders, sides = {actor.gender, mention.gender}, {actor.owner.side, mention.owner.side}
        apart = len(genders - {None}) > 1 or len(sides - {None}) > 1
        return not apart and same_person(actor.name, mention.name)

    def _new(self, mention: Mention) -> Actor:
        key = fold(mention.name) if mention.form == "person" else body_key(mention)
        told = (mention.side, mention.role, mention.family, mention.owner, mention.gender, mention.head)
        return self._taken(Actor(mention.form, mention.name, key, *told))

    def _by_institution(self, mention: Mention) -> Actor | None:
        """Return the body that "the Defence Ministry" can be: of the state named with it, or the story's."""
        core = institution_words(mention.name, drop_sides=False)
        for _, actor in self.before(mention.core[0], {"body"}):
            if actor.side and institution_words(actor.name, drop_sides=True) == core:
                return actor
        if self.home is not None and is_national(mention.head, core):
            return self._owned(replace(mention, side=self.home))
        return None

    def _owned(self, mention: Mention) -> Actor:
        """Return the body that a mention is with its side added, making it when it is new."""
        actor = self._known(mention) or self._new(mention)
        actor.evidence.append(f"“{mention.name}” is of {name_of_side(mention.side or '')}")
        return actor

    def body(self, span: Span, name: str, head: str, side: str) -> Actor:
        """Return the body of a side that is named without it, making it when it is new."""
        actor = self._owned(Mention(span, span, "body", name, side=side, head=head))
        actor.add(name, span, "")
        return actor

    def _by_short_name(self, mention: Mention) -> Actor | None:
        """Return the actor that a surname, given name, short name or acronym belongs to; None if unclear."""
        at, name = mention.core[0], fold(mention.name)
        alike = [actor for actor in self.persons() if self._same(actor, mention)]
        exact = [actor for actor in self.namesakes(name, at) if actor in alike]
        found = exact or alike or self._shortened(mention)
        return self._called(name, at, exact) or min(found, key=lambda one: one.distance(at), default=None)

    def _shortened(self, mention: Mention) -> list[Actor]:
        """Return the bodies that a name is short for, or else the only person before it of that given name.

        A name with which several begin is none of theirs: "Halden", beside Halden Mobile and Halden Labs.
        """
        name = fold(mention.name)
        bodies = [one for one in self.actors if mention.form != "person" and _is_short(mention.name, one)]
        persons = [one for one in self.persons() if one.first < mention.core[0] or is_given_name(name)]
        called = [one for one in persons if given(fold(one.name))[:1] == (name,)]
        beginning = {one for one in (*bodies, *called) if fold(one.name).split()[0] == name}
        if len(beginning) > 1 and not is_given_name(name):
            return []
        return bodies or (called if len(called) == 1 else [])

    def namesakes(self, name: str, at: int) -> list[Actor]:
        """Return the persons whom a bare surname can mean: not who is named in full each time before it."""
        exact = [actor for actor in self.persons() if fold(surname(actor.name)) == name]
        full = (sum(start < at and end - start > len(name) for start, end in one.places) for one in exact)
        return [one for one, times in zip(exact, full, strict=True) if times < _IN_FULL] or exact

    def _called(self, name: str, at: int, exact: list[Actor]) -> Actor | None:
        """Return whom the article calls by a bare surname: who had it before a namesake came keeps it."""
        introduced = [actor for actor in exact if actor.first < at]
        if len(introduced) == 1:
            self.surnames.setdefault(name, introduced[0])
        held = self.surnames.get(name)
        return held if held in introduced else None


def only(found: list[Actor]) -> Actor | None:
    """Return the actor that is the only one."""
    return found[0] if len(found) == 1 else None


def same_role(a: str, b: str) -> bool:
    """Whether two roles are one office: the last words decide, an office is not its deputy."""
    first, second = spell_role(a), spell_role(b)
    small = {"deputy", "vice", "assistant", "former", "acting"}
    return (first & small) == (second & small) and (first <= second or second <= first)


def body_key(mention: Mention) -> str:
    """Return what makes a body this one: its side and its words, whatever their order."""
    if mention.form != "body" or mention.side is None:
        return organisation_key(mention.name)
    core = institution_words(mention.name, drop_sides=True)
    rules = core <= words("institutions", "state")
    return f"{mention.side}/{'state' if rules else '-'.join(sorted(core))}"


def _is_short(name: str, actor: Actor) -> bool:
    """Whether a word can stand for an actor: of a firm its first, of a paper its last, of any its initials.

    The first word of a public body or a society is its town.
    """
    if actor.form == "outlet":
        return actor.name.split()[-1] == name
    local = words("institutions", "public") | words("institutions", "societies") | _LOCAL
    whole = (
        name.isupper()
        or actor.form == "name"
        or (actor.form == "body" and actor.head not in local - {"services"})
    )
    return actor.form in {"body", "name", "state"} and whole and short_for(name, actor.name)


_LOCAL = frozenset({"party", "hospital", "university"})


def _ownerless(mention: Mention) -> bool:
    """Whether a public body stands without the state it is of ("the Defence Ministry")."""
    if mention.form != "body" or mention.side is not None or sides_in(mention.name):
        return False
    public = mention.head in words("institutions", "public")
    return public or institution_words(mention.name, drop_sides=False) <= general_words()


def _short(mention: Mention) -> bool:
    """Whether a name may be short for another: one word, "Guardian" too; "the Courier" is a paper."""
    paper = mention.form == "outlet" and mention.name.lower() in words("media", "title_words")
    definite = mention.definite or f"the {fold(mention.name)}" not in outlets()  # nobody says "the Bloomberg"
    alone = mention.form in {"person", "name"} or (mention.form == "outlet" and not definite)
    return (alone and " " not in mention.name) or paper


def repeated_names(rows: tuple[Row, ...], cast: Cast) -> list[tuple[Mention, Actor]]:
    """Return mentions in headlines, whose capitals tell nothing, of sides and actors that the text has."""
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
