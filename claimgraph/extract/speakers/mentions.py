"""Named mentions: persons with their roles, bodies, states and outlets, read off the units.

A mention is what the text itself says in one place; what it has to do with other mentions
is decided in ``cast``. Shapes are regular expressions over the letters of ``units``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from claimgraph.extract.speakers.setting import dateline_of
from claimgraph.extract.speakers.units import Row, is_headline, meets
from claimgraph.lexicon import table, words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.roles import (
    gender_of_name,
    gender_of_role,
    is_given_name,
    last_word,
    outlets,
    role_family,
    singular,
    spell,
    titles,
)
from claimgraph.lexicon.sides import seats, sides_in
from claimgraph.lexicon.spelling import is_of_people
from claimgraph.model import Span

Form = Literal["person", "body", "state", "outlet", "name"]
"""A "name" is in capitals and nothing in the sentence says of what kind."""

_NAME = r"(?P<name>C(?:P{0,3}C){0,4}+)"
_NAMED = re.compile(_NAME)
_BEFORE_NAME = re.compile(
    rf"(?P<role>(?:(?:(?<![DRMT])[RMT]*Ra[CS]{{0,2}})?[RMT]*R)?)(?P<title>T*)(?<=[RT])(?P<between>(?:oD?S)?){_NAME}"
    r"(?:oD?(?P<state>S(?!p)|C{1,3}+(?![CIpM])))?(?![Mj]*I)"
)
_AFTER_NAME = re.compile(
    rf"{_NAME},(?:[NM]j?,)?[DSCIMRpjoaN]*?(?P<role>[MR]*R)"
    r"(?P<owner>(?:(?:[of]|n(?=[DSCMPjpaon]*I))[DSCIMRPjpaon]*[SCIMRj])?)"
    r"(?=(?:n[DSC]*[SC])?(?:[,.):;–—qwx]|$))"
)
_NAME_LAST = re.compile(
    rf"(?P<role>[MR]*R)(?:n[DSC]+)?(?P<owner>(?:[of][DSCIMjpa-]*[SCIMj])?),[RMT]*{_NAME}(?=[,.)x]|$)"
)
_AFFILIATED = re.compile(rf"{_NAME}[fo](?P<owner>D?[SCMpj]*I)(?!p)")
_AGED = re.compile(rf"{_NAME},N(?:,?[fo]D?[SC]+)?(?=[,.);x]|$)")
_BODY = re.compile(
    r"(?P<before>(?:(?<=D)(?:Ca(?=CI)|Ma(?=[CM]+I)))?(?:[SCM]p?|I(?=(?:[CM]p?)+I)|j(?=[SCMIj]))*)(?P<head>I+)(?P<after>(?:oD?[SCMIj]*[SCMI](?:a[CM]+)?)*)"
)
_OWNER_NAME = re.compile(rf"(?:[CSMj]*[RT](?=C))?(?P<whole>{_NAME}(?:o?D?C+)?)")
"""Whom "for House Speaker Paul Roe" names: him, and not the body in his title."""
_MEDIUM = re.compile(r" (?:news agency|newspaper|magazine|television|tv|radio|news service|broadcaster)$")
_LEFT_OWNER = re.compile(r"(?:[SCIMj]*Rp|C+o(?=C+p))?[SCIMjp]*$")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a role or body belongs to: a side, a body by its words, or neither."""

    side: str | None = None
    body: str | None = None
    span: Span | None = None


Indices = tuple[int, int]
"""Positions of units in a row, end exclusive."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One named mention. ``span`` covers role, name and apposition; ``core`` the name alone.

    ``definite`` tells of an outlet that "the" stands before it.
    """

    span: Span
    core: Span
    form: Form
    name: str
    role: str | None = None
    family: str | None = None
    owner: Owner = Owner()
    side: str | None = None
    gender: str | None = None
    head: str | None = None
    paragraph: int = 0
    definite: bool = False


def mentions(rows: tuple[Row, ...]) -> list[Mention]:
    """Return the named mentions of an article in text order; of overlapping ones the fullest."""
    found = [one for row in rows if not is_headline(row.paragraph) for one in _in_row(row)]
    return sorted(found, key=lambda mention: mention.core)


def _in_row(row: Row) -> list[Mention]:
    """Return persons, and beside them bodies, other names and states; a state may be part of a body."""
    bodies = list(_bodies(row))
    persons = list(_merged(_persons(row)))
    persons = [one for one in persons if not _is_no_person(one, persons, bodies)]
    bodies = _beside(bodies, persons)
    names = _beside(_plain(row), persons + bodies)
    return persons + bodies + names + _beside(_states(row), persons)


def _beside(found: Iterable[Mention], taken: list[Mention]) -> list[Mention]:
    return [one for one in found if not any(meets(one.core, other.core) for other in taken)]


def _is_no_person(one: Mention, persons: list[Mention], bodies: list[Mention]) -> bool:
    """Whether words end a body's name, own an office ("Neo Networks"), or mean several people or a seat."""
    seat = any(end == len(one.name) and " " in one.name[start:] for start, end, _ in sides_in(one.name))
    if seat or is_of_people(last_word(one.name)):  # "the Roe White House", "Georgia Republicans"
        return True
    ends = any(body.core[0] < one.core[0] and one.core[1] <= body.core[1] for body in bodies)
    owns = any(person.owner.span == one.core for person in persons)
    return one.family is None and (ends or (owns and not is_given_name(one.name.split()[0])))


def _merged(found: Iterator[Mention]) -> Iterable[Mention]:
    """Join readings of the same name: a spokesperson's role wins, then the first."""
    best: dict[Span, Mention] = {}
    for new in found:
        old = best.setdefault(new.core, new)
        fuller = max(old, new, key=lambda one: (one.family == "spokesperson", one.role is not None))
        span = (min(old.span[0], new.span[0]), max(old.span[1], new.span[1]))
        best[new.core] = replace(fuller, span=span, gender=old.gender or new.gender)
    return best.values()


def _persons(row: Row) -> Iterator[Mention]:
    """Yield every reading of a name as a person's: a role before it or behind it, a body, or its own form."""
    yield from _in_offices(row)
    for match in _AFFILIATED.finditer(row.letters):
        learned = row.units[match.end() - 1].text.lower() in words("institutions", "learned")
        if _is_personal(row, *match.span("name")) and not learned:
            person = _person(row, match.span("name"), match.span(), owner=owner_in(row, *match.span("owner")))
            yield replace(person, family="official")  # staff of a body speak for it, scholars do not
    for match in _AGED.finditer(row.letters):
        yield _person(row, match.span("name"), match.span())  # "Farhad, 24, from Iran"
    for match in _NAMED.finditer(row.letters):
        low, high = match.span()
        title = row.units[low].text.lower()  # "Senators Ada Roe and Jon Reed"
        low += title.endswith("s") and high - low > 2 and role_family(singular(title)) is not None
        if _is_personal(row, low, high):
            yield _person(row, (low, high), match.span())


def _in_offices(row: Row) -> Iterator[Mention]:
    for match in _BEFORE_NAME.finditer(row.letters):
        title = titles().get(fold(row.units[match.end("title") - 1].text))
        person = _in_office(row, match, "left", "between", "state")
        yield replace(person, gender=title or person.gender)
    for match in _AFTER_NAME.finditer(row.letters):
        if not _goes_on(row, match.end()):
            yield _in_office(row, match, "owner", "left")
    for match in _NAME_LAST.finditer(row.letters):
        low, high = match.span("name")
        first, last = row.units[low].text, row.units[high - 1].text
        if is_given_name(first) or (high - low > 1 and not _is_of_no_person(last)):
            yield _in_office(row, match, "owner", "left")


def _goes_on(row: Row, at: int) -> bool:
    """Whether a clause goes on at a unit: with a word that is no participle."""
    return row.letters[at : at + 1] == "x" and not row.units[at].text.endswith("ing")


def _in_office(row: Row, match: re.Match[str], *places: str) -> Mention:
    """Return a person with a role, whose owner is the first named in the places where one may stand.

    The place "left" is what stands before the role ("Peru's army" in "Peru's army spokesman").
    """
    low, high = match.span("role")
    bodies = (one.start() for one in _BODY.finditer(row.letters) if one.end() == low)
    left = _LEFT_OWNER.search(row.letters[:low])
    start = next(bodies, left.start() if left else low)
    spans = [(start, low) if one == "left" else match.span(one) for one in places]
    # what stands before it is what its holder is in charge of: "Infrastructure Minister"
    portfolio = last_word(row.units[high - 1].text.lower()) in words("roles", "with_portfolio")
    found = (
        (owner, span[0])
        for span, place in zip(spans, places, strict=True)
        if (owner := owner_in(row, *span)).side or place != "left" or not portfolio
    )
    owner, start = next((pair for pair in found if pair[0] != Owner()), (Owner(), low))
    hull = (min(match.start(), start), match.end())
    return _person(row, match.span("name"), hull, row.text(low, high), owner)


def _is_personal(row: Row, low: int, high: int) -> bool:
    """Whether words in capitals are a person's name by their own form.

    A common given name or initials come first, or there are just two words, or more and then the
    last alone, of which none belongs to the names of places and firms.
    """
    name = row.text(low, high)
    if high - low < 2 or "&" in name or row.letters[high : high + 1] == "I" or is_outlet_name(name):
        return False
    first = row.units[low].text.split("-")[0]
    if is_given_name(first) or re.fullmatch(r"(?:[A-Z]\.){1,3}", first):
        return True
    if name in row.firms:
        return False
    if row.text(max(0, low - 1), low).lower() == "the" or sides_in(name):
        return False
    whole = row.letters[low:high].replace("P", "") == "CC" or row.units[high - 1].text in row.alone
    return whole and not any(map(_is_of_no_person, name.split()))


def _is_of_no_person(word: str) -> bool:
    """Whether a word is part of the names of places and firms, or shouted."""
    kinds = ("organisation_words", "place_words", "company_forms")
    known = any(word.lower().rstrip(".") in words("institutions", kind) for kind in kinds)
    return known or (len(word) > 2 and word.isupper())


def _person(row: Row, name: Indices, hull: Indices, role: str = "", owner: Owner | None = None) -> Mention:
    """Return the mention of a person from the units of the name and of all that goes with it."""
    called = row.text(*name)
    around = row.units[max(0, hull[0] - 1) : hull[1]]
    past = any(one.letter in "jxM" and one.text.lower() in words("name_words", "past") for one in around)
    return Mention(
        span=_span(row, *hull),
        core=_span(row, *name),
        form="person",
        name=called,
        role=role or None,
        family="own_voice" if role and past else family_of(role),
        owner=owner or Owner(),
        gender=gender_of_role(role) or (gender_of_name(called) if " " in called else None),
        paragraph=row.paragraph.index,
    )


def owner_in(row: Row, low: int, high: int) -> Owner:
    """Return whom the units from ``low`` up to ``high`` name: a body before a bare side."""
    letters = row.letters[low:high]
    state = next((unit for unit in row.units[low:high] if unit.letter == "S"), None)
    side = state.side if state else None
    body, name = _BODY.search(letters), _OWNER_NAME.search(letters)
    telling = body is not None and re.search(r"[SCM]", body.group()) is not None
    found = name.span("whole") if name and not telling else body.span() if body else None
    if found is not None:
        start, end = low + found[0], low + found[1]
        return Owner(side if telling else None, row.text(start, end), _span(row, start, end))
    return Owner(side, None, (state.start, state.end)) if state else Owner()


def _span(row: Row, low: int, high: int) -> Span:
    return (row.units[low].start, row.units[high - 1].end)


def family_of(role: str) -> str | None:
    """Return the family of a role as it stands: its longest known ending decides."""
    low = role.lower().split()
    endings = (" ".join(low[first:]) for first in range(len(low)))
    ending = next((one for one in endings if role_family(one)), "")
    family, before = role_family(ending), low[: len(low) - len(ending.split())]
    if family == "official" and "police" in map(role_family, before):
        return "police"  # "Detective Sergeant": a rank of the police
    if ending in words("roles", "of_forces") and not words("roles", "of_policemen").issuperset(before):
        return "official"  # "data protection officer": the work is another
    return family


def _bodies(row: Row) -> Iterator[Mention]:
    for match in _BODY.finditer(row.letters):
        low, high = match.span()
        text = row.text(low, high)
        capital = row.units[match.start("head")].text[0].isupper() and high - low > 1
        described = "p" in match["before"] and row.units[high - 1].text in words(
            "institutions", "company_words"
        )
        if described:  # "Acme's parent company" has a name of its own
            continue
        if re.search(r"[SC]", match.group()) or capital or spell(text) in table("institutions")["unique"]:
            form: Form = "outlet" if is_outlet_name(text) else "body"
            head = row.units[match.end("head") - 1].text.lower()
            body = _mention(row, low, high, form)
            yield replace(body, side=_side_of_body(row, match, head), head=head)


def _mention(row: Row, low: int, high: int, form: Form) -> Mention:
    span = _span(row, low, high)
    return Mention(span, span, form, row.text(low, high), paragraph=row.paragraph.index)


def _side_of_body(row: Row, match: re.Match[str], head: str) -> str | None:
    """Return the state that a public body belongs to; other bodies are their own side."""
    low, high = match.span()
    of_one = table("institutions")["unique"]
    unique = of_one.get(spell(row.text(low, high))) or of_one.get(head.replace(".", ""))
    if unique:
        return str(unique)
    named = [unit.side for unit in row.units[low:high] if unit.side] or _seat(row, high)
    private = head in words("institutions", "may_be_private") and "C" in match["before"]
    public = head in words("institutions", "public") and not private
    return named[0] if named and public else None


def _seat(row: Row, high: int) -> list[str]:
    """Return the side of "the ministry in Oslo": the state of which the place is a seat."""
    after = re.match(r"nD?(?=S)", row.letters[high:])
    place = row.units[high + after.end()] if after else None
    return [place.side] if place and place.side and place.text in seats(place.side) else []


def is_outlet_name(text: str) -> bool:
    """Whether a name is an outlet's: a listed one, or one with a medium as its last word."""
    plain = fold(text).removeprefix("the ")
    if plain in outlets() or _MEDIUM.search(plain):
        return True
    first, _, last = text.rpartition(" ")
    return bool(first) and last[:1].isupper() and last.lower() in words("media", "title_words")


def _states(row: Row) -> Iterator[Mention]:
    for index, unit in enumerate(row.units):
        if unit.letter == "S":
            yield replace(_mention(row, index, index + 1, "state"), side=unit.side)


def _plain(row: Row) -> Iterator[Mention]:
    """Yield the names behind a dateline; "media" and the like alone are no name, but "the Times" is one."""
    papers = words("media", "title_words")
    dateline, _ = dateline_of(row.paragraph.text) or (0, "")
    for match in _NAMED.finditer(row.letters):
        low, high = match.span()
        text = row.text(low, high)
        if row.units[low].start - row.paragraph.start >= dateline:
            definite = row.letters[max(0, low - 1) : low] == "D"
            medium = "".join(f"{text} {one.text}" for one in row.units[high : high + 1])  # "Stern magazine"
            paper = (definite and text.lower() in papers) or any(map(is_outlet_name, (text, medium)))
            yield replace(_mention(row, low, high, "outlet" if paper else "name"), definite=definite)
