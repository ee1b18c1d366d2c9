"""Named mentions: persons with their roles, bodies, states and outlets, read off the units.

A mention is what the text itself says in one place; what it has to do with other mentions
is decided in ``actors_of``. Shapes are regular expressions over the letters of ``units``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from claimgraph.extract.speakers.units import Row, is_headline
from claimgraph.extract.speakers.vocabulary import (
    fold,
    gender_of_name,
    gender_of_role,
    is_given_name,
    outlets,
    role_family,
    spell,
    titles,
)
from claimgraph.lexicon import table, words
from claimgraph.lexicon.sides import seats
from claimgraph.model import Span

Form = Literal["person", "body", "state", "outlet", "name"]
"""A "name" is in capitals and nothing in the sentence says of what kind."""

NAME = r"C(?:P{0,3}C){0,4}+"
BEFORE_NAME = re.compile(
    rf"(?P<role>[RMT]*[RT])(?:oD?S)?(?P<name>{NAME})(?:oD?(?P<state>S(?!p)|C{{1,3}}+(?![CIpM])))?(?![Mj]*I)"
)
AFTER_NAME = re.compile(
    rf"(?P<name>{NAME}),(?:[NM]j?,)?"
    r"(?P<apposition>[DSCIMRpjoaN]*?[MR]*R(?:[ofn][DSCIMPjpaon]*[SCIMj])?)(?:n[DSC]*[SC])?(?=[,.):;–—qwx]|$)"
)
AFFILIATED = re.compile(rf"(?P<name>{NAME})[fo](?P<owner>D?[SCMpj]*I)(?!p)")
NAME_LAST = re.compile(
    rf"(?P<role>[MR]*R)(?P<owner>(?:[of][DSCIMjpa-]*[SCIMj])?),[RMT]*(?P<name>{NAME})(?=[,.)x]|$)"
)
BODY = re.compile(
    r"(?P<before>(?:[SCM]p?|I(?=(?:[CM]p?)+I)|j(?=[SCMIj]))*)(?P<head>I+)(?P<after>(?:oD?[SCMIj]*[SCMI](?:a[CM]+)?)*)"
)
PLAIN = re.compile(NAME)
OWNER_NAME = re.compile(rf"{NAME}(?:oC+)?")
LEFT_OWNER = re.compile(r"(?:[SCIMj]*Rp)?[SCIMjp]*$")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a role or body belongs to: a side, a body by its words, or neither."""

    side: str | None = None
    body: str | None = None
    span: Span | None = None


Indices = tuple[int, int]
"""Positions of units in a row, end exclusive."""
Office = tuple[str | None, Owner, str | None]
"""A role's words, whom it belongs to, and the gender a title tells."""
NO_OFFICE: Office = (None, Owner(), None)


@dataclass(frozen=True, slots=True)
class Mention:
    """One named mention. ``span`` covers role, name and apposition; ``core`` the name alone."""

    span: Span
    core: Span
    form: Form
    name: str
    role: str | None = None
    family: str | None = None
    owner: Owner = field(default_factory=Owner)
    side: str | None = None
    gender: str | None = None
    head: str | None = None
    paragraph: int = 0


def mentions(rows: tuple[Row, ...]) -> list[Mention]:
    """Return the named mentions of an article in text order; of overlapping ones the fullest."""
    found: list[Mention] = []
    for row in rows:
        if is_headline(row.paragraph):
            continue
        found.extend(_in_row(row))
    return sorted(found, key=lambda mention: mention.core)


def _in_row(row: Row) -> list[Mention]:
    found = list(_bodies(row))
    persons = [
        person for person in _coordinated(row, _merged(_persons(row))) if not _only_ends(person, found)
    ]
    cores = [person.core for person in persons]
    bodies = [body for body in found if not _meets(body.core, cores)]
    taken = cores + [body.core for body in bodies]
    plain = [name for name in _plain(row) if not _meets(name.core, taken)]
    states = [
        Mention(
            (unit.start, unit.end),
            (unit.start, unit.end),
            "state",
            unit.text,
            side=unit.side,
            paragraph=row.paragraph.index,
        )
        for unit in row.units
        if unit.letter == "S"
    ]
    return persons + bodies + plain + [state for state in states if not _meets(state.core, cores)]


def _only_ends(person: Mention, bodies: list[Mention]) -> bool:
    """Whether what looks like a name is the end of a body's ("the Federation of Dock Workers")."""
    inside = [body for body in bodies if body.core[0] < person.core[0] and person.core[1] <= body.core[1]]
    return person.family is None and bool(inside)


def _meets(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and span[1] > start for start, end in others)


def _merged(found: Iterator[Mention]) -> list[Mention]:
    """Join readings of the same name: the role before it wins, the hull covers both."""
    best: dict[Span, Mention] = {}
    for mention in found:
        known = best.get(mention.core)
        if known is None:
            best[mention.core] = mention
            continue
        hull = (min(known.span[0], mention.span[0]), max(known.span[1], mention.span[1]))
        speaks = mention.family == "spokesperson" and known.family != "spokesperson"
        fuller = known if (known.role and not speaks) or not mention.role else mention
        owner = (
            fuller.owner
            if fuller.owner != Owner()
            else mention.owner
            if mention.family == fuller.family
            else known.owner
        )
        best[mention.core] = replace(fuller, span=hull, owner=owner, gender=known.gender or mention.gender)
    return list(best.values())


def _coordinated(row: Row, persons: list[Mention]) -> list[Mention]:
    """Give "Swedish minister A B and minister C D" its side a second time."""
    result: list[Mention] = []
    for person in sorted(persons, key=lambda mention: mention.core):
        before = result[-1] if result else None
        text = row.paragraph.text
        if (
            before
            and person.role
            and person.owner == Owner()
            and before.family == person.family == "official"
        ):
            gap = text[before.span[1] - row.paragraph.start : person.span[0] - row.paragraph.start]
            if gap.strip() in {"and", ",", ", and"}:
                result.append(replace(person, owner=before.owner))
                continue
        result.append(person)
    return result


def _persons(row: Row) -> Iterator[Mention]:
    for match in BEFORE_NAME.finditer(row.letters):
        listed = fold(row.text(match.end("role") - 1, match.end())) in words("roles", "not_persons")
        if not listed and not _organisational(row, *match.span("name")):
            yield _with_role_before(row, match)
    for match in AFTER_NAME.finditer(row.letters):
        following = row.units[match.end()] if match.end() < len(row.units) else None
        if following is None or following.letter != "x" or following.text.endswith("ing"):
            yield _with_apposition(row, match)
    for match in NAME_LAST.finditer(row.letters):
        low, high = match.span("name")
        if (high - low > 1 or is_given_name(row.units[low].text)) and not _organisational(row, low, high):
            yield _with_name_last(row, match)
    for match in AFFILIATED.finditer(row.letters):
        if _personal(row, *match.span("name")):
            yield _affiliated(row, match)
    for match in PLAIN.finditer(row.letters):
        low, high = match.span()
        aged = re.match(r",N[,.]", row.letters[high:])
        if aged or _personal(row, low, high):
            yield _person(row, (low, high), (low, high))


def _organisational(row: Row, low: int, high: int) -> bool:
    """Whether a name of several words ends like a firm's and begins like nobody's."""
    last = row.units[high - 1].text.lower()
    firm = last in words("institutions", "organisation_words") | words("institutions", "company_forms")
    return high - low > 1 and firm and not is_given_name(row.units[low].text)


def _personal(row: Row, low: int, high: int) -> bool:
    """Whether words in capitals are a person's name by their own form.

    A common given name or initials come first, or there are just two words, of which none
    belongs to the names of places and firms.
    """
    parts = [unit.text for unit in row.units[low:high]]
    low_parts = [part.lower().rstrip(".") for part in parts]
    if (
        "&" in parts
        or high - low < 2
        or row.letters[high : high + 1] == "I"
        or is_outlet_name(row.text(low, high))
    ):
        return False
    if low_parts[-1] in words("institutions", "organisation_words") | words("institutions", "company_forms"):
        return False
    if (
        (low, high) in row.people
        or is_given_name(parts[0].split("-")[0])
        or re.fullmatch(r"(?:[A-Z]\.){1,3}", parts[0])
    ):
        return True
    other = words("institutions", "organisation_words") | words("institutions", "place_words")
    shouted = any(len(part) > 2 and part.isupper() for part in parts)
    article = row.letters[max(0, low - 1) : low] == "D" and row.units[low - 1].text.lower() == "the"
    return (
        row.letters[low:high].replace("P", "") == "CC"
        and not other & set(low_parts)
        and not shouted
        and not article
    )


def _person(row: Row, name: Indices, hull: Indices, office: Office = NO_OFFICE) -> Mention:
    """Return the mention of a person from the units of the name and of all that goes with it."""
    role, owner, gender = office
    units = row.units
    left = {unit.text.lower() for unit in units[max(0, hull[0] - 1) : hull[1]] if unit.letter in "jxM"}
    past = bool(role) and bool(left & words("name_words", "past"))
    words_of_name = row.text(*name)
    return Mention(
        span=(units[hull[0]].start, units[hull[1] - 1].end),
        core=(units[name[0]].start, units[name[1] - 1].end),
        form="person",
        name=words_of_name,
        role=role,
        family="own_voice" if past else family_of(role, owner),
        owner=owner,
        gender=gender
        or gender_of_role(role or "")
        or (gender_of_name(words_of_name) if name[1] - name[0] > 1 else None),
        paragraph=row.paragraph.index,
    )


def _with_role_before(row: Row, match: re.Match[str]) -> Mention:
    low, high = match.span("role")
    gender = titles().get(fold(row.units[high - 1].text))
    while high > low and row.letters[high - 1] == "T":
        high -= 1
    role = row.text(low, high) or None
    start = low
    owner = Owner()
    if role:
        left = LEFT_OWNER.search(row.letters[:low])
        start = left.start() if left else low
        owner = owner_in(row, start, low)
        if owner == Owner():
            start = low
        if owner == Owner() and row.letters[match.end("role") : match.start("name")]:
            owner = owner_in(row, match.end("role"), match.start("name"))
        if owner == Owner() and match["state"]:
            owner = owner_in(row, *match.span("state"))
    return _person(row, match.span("name"), (start, match.end()), (role, owner, gender))


def _affiliated(row: Row, match: re.Match[str]) -> Mention:
    """Read "Jane Roe from the Red Cross": staff of a body speak for it, scholars do not."""
    owner = owner_in(row, *match.span("owner"))
    person = _person(row, match.span("name"), match.span(), (None, owner, None))
    scholarly = row.units[match.end("owner") - 1].text.lower() in words("institutions", "learned")
    return person if scholarly else replace(person, family="official")


def _with_apposition(row: Row, match: re.Match[str]) -> Mention:
    low, high = match.span("apposition")
    letters = row.letters[low:high]
    inner = re.search(r"[MR]*R(?=[of]|$)", letters) or re.search(r"[MR]*R", letters)
    if inner is None:
        return _person(row, match.span("name"), match.span("name"))
    role = row.text(low + inner.start(), low + inner.end())
    owner = owner_in(row, low + inner.end(), high)
    if letters[inner.end() :].startswith("n") and owner.body is None:
        owner = Owner()  # where somebody works is not for whom: "director of operations in Peru"
    if owner == Owner():
        owner = owner_in(row, low, low + inner.start())
    return _person(row, match.span("name"), (match.start("name"), high), (role, owner, None))


def _with_name_last(row: Row, match: re.Match[str]) -> Mention:
    low, high = match.span("role")
    owner = owner_in(row, *match.span("owner"))
    start = low
    if owner == Owner():
        left = LEFT_OWNER.search(row.letters[:low])
        start = left.start() if left else low
        owner = owner_in(row, start, low)
    office = (row.text(low, high), owner, None)
    return _person(row, match.span("name"), (start, match.end("name")), office)


def owner_in(row: Row, low: int, high: int) -> Owner:
    """Return whom the units from ``low`` up to ``high`` name: a body before a bare side."""
    letters = row.letters[low:high]
    sides = [unit for unit in row.units[low:high] if unit.letter == "S"]
    body = BODY.search(letters)
    if body and re.search(r"[SCM]", body.group()):
        start, end = low + body.start(), low + body.end()
        if "C" in body.group() or sides or "I" in body.group():
            return Owner(sides[0].side if sides else None, row.text(start, end), _span(row, start, end))
    name = OWNER_NAME.search(letters)
    if name:
        start, end = low + name.start(), low + name.end()
        return Owner(None, row.text(start, end), _span(row, start, end))
    if body:
        start, end = low + body.start(), low + body.end()
        return Owner(None, row.text(start, end), _span(row, start, end))
    if sides:
        return Owner(sides[0].side, None, (sides[0].start, sides[0].end))
    return Owner()


def _span(row: Row, low: int, high: int) -> Span:
    return (row.units[low].start, row.units[high - 1].end)


def family_of(role: str | None, owner: Owner) -> str | None:
    """Return the family of a role as it stands: its longest known ending decides."""
    if not role:
        return None
    low = role.lower().split()
    for first in range(len(low)):
        family = role_family(" ".join(low[first:]))
        if family == "official" and "police" in {role_family(word) for word in low}:
            return "police"  # "Detective Sergeant": a rank of the police
        if family == "spokesperson" and " ".join(low[first:]) == "representative" and owner == Owner():
            return "member"
        if family:
            return family
    return None


def _bodies(row: Row) -> Iterator[Mention]:
    for match in BODY.finditer(row.letters):
        low, high = match.span()
        text = row.text(low, high)
        own_capital = row.units[match.start("head")].text[0].isupper()
        unique = table("institutions")["unique"].get(spell(text))
        if not re.search(r"[SC]", match.group()) and not (own_capital and high - low > 1) and not unique:
            continue
        sides = [unit.side for unit in row.units[low:high] if unit.letter == "S"]
        head = row.units[match.end("head") - 1].text.lower()
        outlet = is_outlet_name(text)
        yield Mention(
            span=_span(row, low, high),
            core=_span(row, low, high),
            form="outlet" if outlet else "body",
            name=text,
            side=_side_of_body(head, sides or _seat(row, head, high), unique, match.group("before")),
            head=head,
            paragraph=row.paragraph.index,
        )


def _seat(row: Row, head: str, high: int) -> list[str | None]:
    """Return the side of "the ministry in Oslo": the state of which the place is a seat."""
    after = re.match(r"nD?(S)", row.letters[high:])
    if not after or head not in words("institutions", "seated"):
        return []
    unit = row.units[high + after.start(1)]
    return [unit.side] if unit.side and unit.text in seats(unit.side) else []


def is_outlet_name(text: str) -> bool:
    """Whether a name is an outlet's: a listed one, or one with a medium as its last word."""
    plain = fold(text).removeprefix("the ")
    if plain in outlets():
        return True
    first, _, last = text.rpartition(" ")
    if re.search(r" (?:news agency|newspaper|magazine|television|tv|radio|news service|broadcaster)$", plain):
        return any(char.isupper() for char in first)
    return bool(first) and last[:1].isupper() and last.lower() in words("media", "title_words")


def _side_of_body(head: str, sides: list[str | None], unique: str | None, letters: str) -> str | None:
    """Return the state that a public body belongs to; other bodies are their own side."""
    if unique:
        return str(unique)
    named = list(dict.fromkeys(side for side in sides if side))
    if not named or head not in words("institutions", "public"):
        return None
    own = head in words("institutions", "may_be_private") and ("C" in letters or len(named) > 1)
    return None if own else named[0]


def _plain(row: Row) -> Iterator[Mention]:
    for match in PLAIN.finditer(row.letters):
        low, high = match.span()
        text = row.text(low, high)
        low_text = text.lower()
        if low_text in words("media", "heads") and low_text not in words("media", "title_words") - {
            "tv",
            "radio",
            "news",
        }:
            continue
        paper = row.letters[max(0, low - 1) : low] == "D" and low_text in words("media", "title_words")
        form: Form = "outlet" if paper or is_outlet_name(text) else "name"
        yield Mention(_span(row, low, high), _span(row, low, high), form, text, paragraph=row.paragraph.index)
