"""Named mentions: persons with their roles, bodies, states and outlets, read off the units.

A mention is what the text itself says in one place; what it has to do with other mentions
is decided in ``actors_of``. Shapes are regular expressions over the letters of ``units``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from claimgraph.extract.speakers.home import dateline_of
from claimgraph.extract.speakers.units import Row, is_headline
from claimgraph.extract.speakers.vocabulary import (
    gender_of_name,
    gender_of_role,
    is_given_name,
    outlets,
    role_family,
    spell,
    titles,
)
from claimgraph.lexicon import table, words
from claimgraph.lexicon.characters import fold
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
_AGE = re.compile(r",N[,.]")
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
    found = [one for row in rows if not is_headline(row.paragraph) for one in _in_row(row)]
    return sorted(found, key=lambda mention: mention.core)


def _in_row(row: Row) -> list[Mention]:
    """Return persons, and beside them bodies, other names and states; a state may be part of a body."""
    bodies = list(_bodies(row))
    persons = [one for one in _merged(_persons(row)) if not _only_ends(one, bodies)]
    bodies = _beside(bodies, persons)
    names = _beside(_plain(row), persons + bodies)
    return persons + bodies + names + _beside(_states(row), persons)


def _beside(found: Iterable[Mention], taken: list[Mention]) -> list[Mention]:
    """Return the mentions that share nothing with names already taken."""
    cores = [one.core for one in taken]
    return [
        one for one in found if not any(one.core[0] < end and one.core[1] > start for start, end in cores)
    ]


def _only_ends(person: Mention, bodies: list[Mention]) -> bool:
    """Whether what looks like a name is the end of a body's ("the Federation of Dock Workers")."""
    inside = [body for body in bodies if body.core[0] < person.core[0] and person.core[1] <= body.core[1]]
    return person.family is None and bool(inside)


def _merged(found: Iterator[Mention]) -> list[Mention]:
    """Join readings of the same name: the role before it wins, but for a spokesperson's."""
    best: dict[Span, Mention] = {}
    for new in found:
        old = best.setdefault(new.core, new)
        speaks = new.family == "spokesperson" != old.family
        fuller = new if new.role and (speaks or not old.role) else old
        owner = new.owner if old.owner == Owner() and new.family == old.family else fuller.owner
        best[new.core] = replace(
            fuller,
            span=(min(old.span[0], new.span[0]), max(old.span[1], new.span[1])),
            owner=owner,
            gender=old.gender or new.gender,
        )
    return list(best.values())


def _persons(row: Row) -> Iterator[Mention]:
    """Yield every reading of a name as a person's: a role before it or behind it, a body, or its own form."""
    for match in BEFORE_NAME.finditer(row.letters):
        listed = fold(row.text(match.end("role") - 1, match.end())) in words("roles", "not_persons")
        if not listed and not _is_firm(row, *match.span("name")):
            yield _with_role_before(row, match)
    for match in AFTER_NAME.finditer(row.letters):
        following = row.units[match.end()] if match.end() < len(row.units) else None
        if following is None or following.letter != "x" or following.text.endswith("ing"):
            yield _with_apposition(row, match)
    yield from (
        _with_name_last(row, match) for match in NAME_LAST.finditer(row.letters) if _may_follow(row, match)
    )
    for match in AFFILIATED.finditer(row.letters):
        if _personal(row, *match.span("name")):
            yield _affiliated(row, match)
    for match in PLAIN.finditer(row.letters):
        if _AGE.match(row.letters, match.end()) or _personal(row, *match.span()):
            yield _person(row, match.span(), match.span())


def _may_follow(row: Row, match: re.Match[str]) -> bool:
    """Whether a name behind a role and a comma is a person's: of two words and more, or a given name."""
    low, high = match.span("name")
    return is_given_name(row.units[low].text) or (high - low > 1 and not _is_firm(row, low, high))


def _with_name_last(row: Row, match: re.Match[str]) -> Mention:
    left = (_left_of(row, match.start("role")), match.start("role"))
    return _in_office(row, match, match.span("role"), (match.span("owner"), left))


def _affiliated(row: Row, match: re.Match[str]) -> Mention:
    """Read "Jane Roe from the Red Cross": staff of a body speak for it, scholars do not."""
    person = _person(row, match.span("name"), match.span(), owner=owner_in(row, *match.span("owner")))
    scholarly = row.units[match.end("owner") - 1].text.lower() in words("institutions", "learned")
    return person if scholarly else replace(person, family="official")


def _is_firm(row: Row, low: int, high: int) -> bool:
    """Whether a name of several words ends like a firm's and begins like nobody's."""
    firms = words("institutions", "organisation_words") | words("institutions", "company_forms")
    ends = row.units[high - 1].text.lower().rstrip(".") in firms
    return ends and high - low > 1 and not is_given_name(row.units[low].text)


def _personal(row: Row, low: int, high: int) -> bool:
    """Whether words in capitals are a person's name by their own form.

    A common given name or initials come first, or there are just two words, of which none
    belongs to the names of places and firms.
    """
    parts = [unit.text for unit in row.units[low:high]]
    of_body = row.letters[high : high + 1] == "I" or is_outlet_name(row.text(low, high))
    if "&" in parts or high - low < 2 or of_body or _is_firm(row, low, high):
        return False
    given = is_given_name(parts[0].split("-")[0]) or re.fullmatch(r"(?:[A-Z]\.){1,3}", parts[0])
    if (low, high) in row.people or given:
        return True
    other = words("institutions", "organisation_words") | words("institutions", "place_words")
    shouted = any(len(part) > 2 and part.isupper() for part in parts)
    article = low > 0 and row.units[low - 1].text.lower() == "the"
    two = row.letters[low:high].replace("P", "") == "CC"
    return two and not shouted and not article and not other & {part.lower().rstrip(".") for part in parts}


def _person(
    row: Row, name: Indices, hull: Indices, role: str | None = None, owner: Owner | None = None
) -> Mention:
    """Return the mention of a person from the units of the name and of all that goes with it."""
    units = row.units
    left = {unit.text.lower() for unit in units[max(0, hull[0] - 1) : hull[1]] if unit.letter in "jxM"}
    past = bool(role) and not left.isdisjoint(words("name_words", "past"))
    words_of_name = row.text(*name)
    given = gender_of_name(words_of_name) if name[1] - name[0] > 1 else None
    return Mention(
        span=_span(row, *hull),
        core=_span(row, *name),
        form="person",
        name=words_of_name,
        role=role,
        family="own_voice" if past else family_of(role, owner or Owner()),
        owner=owner or Owner(),
        gender=gender_of_role(role or "") or given,
        paragraph=row.paragraph.index,
    )


def _in_office(row: Row, match: re.Match[str], role: Indices, owners: tuple[Indices, ...]) -> Mention:
    """Return a person with a role, whose owner is the first named where one may stand."""
    found = ((owner_in(row, *at), at[0]) for at in owners)
    owner, start = next((pair for pair in found if pair[0] != Owner()), (Owner(), role[0]))
    end = max(match.end("name"), role[1]) if match.re is NAME_LAST else match.end()
    hull = (min(match.start("name"), role[0], start), end)
    return _person(row, match.span("name"), hull, row.text(*role), owner)


def _left_of(row: Row, at: int) -> int:
    """Return where what may own the role at a place begins: "Peru's army" in "Peru's army spokesman"."""
    left = LEFT_OWNER.search(row.letters[:at])
    return left.start() if left else at


def _with_role_before(row: Row, match: re.Match[str]) -> Mention:
    low, high = match.span("role")
    gender = titles().get(fold(row.units[high - 1].text))
    high -= len(match["role"]) - len(match["role"].rstrip("T"))
    owners = ((_left_of(row, low), low), (match.end("role"), match.start("name")), match.span("state"))
    if high == low:
        found = _person(row, match.span("name"), match.span())
    else:
        found = _in_office(row, match, (low, high), tuple(at for at in owners if at[0] < at[1]))
    return replace(found, gender=gender or found.gender)


def _with_apposition(row: Row, match: re.Match[str]) -> Mention:
    low, high = match.span("apposition")
    letters = row.letters[low:high]
    inner = re.search(r"[MR]*R(?=[of]|$)", letters) or re.search(r"[MR]*R", letters)
    if inner is None:
        return _person(row, match.span("name"), match.span("name"))
    start, end = low + inner.start(), low + inner.end()
    # where somebody works is not for whom: "director of operations in Peru"
    works_in = row.letters[end:high].startswith("n") and owner_in(row, end, high).body is None
    owners = ((low, start),) if works_in else ((end, high), (low, start))
    found = _in_office(row, match, (start, end), owners)
    return replace(found, span=(found.span[0], row.units[high - 1].end))


def owner_in(row: Row, low: int, high: int) -> Owner:
    """Return whom the units from ``low`` up to ``high`` name: a body before a bare side."""
    letters = row.letters[low:high]
    side = next((unit for unit in row.units[low:high] if unit.letter == "S"), None)
    body, name = BODY.search(letters), OWNER_NAME.search(letters)
    telling = body is not None and re.search(r"[SCM]", body.group()) is not None
    found = body if telling or name is None else name
    if found is not None:
        start, end = low + found.start(), low + found.end()
        return Owner(side.side if side and telling else None, row.text(start, end), _span(row, start, end))
    return Owner(side.side, None, (side.start, side.end)) if side else Owner()


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
        text, span = row.text(low, high), _span(row, low, high)
        capital = row.units[match.start("head")].text[0].isupper() and high - low > 1
        if re.search(r"[SC]", match.group()) or capital or spell(text) in table("institutions")["unique"]:
            form: Form = "outlet" if is_outlet_name(text) else "body"
            head = row.units[match.end("head") - 1].text.lower()
            side = _side_of_body(row, match, head)
            yield Mention(span, span, form, text, side=side, head=head, paragraph=row.paragraph.index)


def _side_of_body(row: Row, match: re.Match[str], head: str) -> str | None:
    """Return the state that a public body belongs to; other bodies are their own side."""
    low, high = match.span()
    unique = table("institutions")["unique"].get(spell(row.text(low, high)))
    named = list(dict.fromkeys(unit.side for unit in row.units[low:high] if unit.side)) or _seat(
        row, head, high
    )
    private = head in words("institutions", "may_be_private") and ("C" in match["before"] or len(named) > 1)
    public = head in words("institutions", "public") and named and not private
    return str(unique) if unique else named[0] if public else None


def _seat(row: Row, head: str, high: int) -> list[str]:
    """Return the side of "the ministry in Oslo": the state of which the place is a seat."""
    after = re.match(r"nD?(S)", row.letters[high:])
    unit = row.units[high + after.start(1)] if after and head in words("institutions", "seated") else None
    return [unit.side] if unit and unit.side and unit.text in seats(unit.side) else []


def is_outlet_name(text: str) -> bool:
    """Whether a name is an outlet's: a listed one, or one with a medium as its last word."""
    plain = fold(text).removeprefix("the ")
    if plain in outlets():
        return True
    first, _, last = text.rpartition(" ")
    if re.search(r" (?:news agency|newspaper|magazine|television|tv|radio|news service|broadcaster)$", plain):
        return any(char.isupper() for char in first)
    return bool(first) and last[:1].isupper() and last.lower() in words("media", "title_words")


def _states(row: Row) -> Iterator[Mention]:
    for unit in row.units:
        if unit.letter == "S":
            span = (unit.start, unit.end)
            yield Mention(span, span, "state", unit.text, side=unit.side, paragraph=row.paragraph.index)


def _plain(row: Row) -> Iterator[Mention]:
    titled, media = words("media", "title_words"), words("media", "heads")
    dateline, _ = dateline_of(row.paragraph.text) or (0, "")
    for match in PLAIN.finditer(row.letters):
        low, high = match.span()
        if row.units[low].start - row.paragraph.start < dateline:
            continue
        text = row.text(low, high)
        told = text.lower() in media and (
            text.lower() not in titled or text.lower() in {"tv", "radio", "news"}
        )
        paper = row.letters[max(0, low - 1) : low] == "D" and text.lower() in titled
        form: Form = "outlet" if paper or is_outlet_name(text) else "name"
        if not told:
            yield Mention(
                _span(row, low, high), _span(row, low, high), form, text, paragraph=row.paragraph.index
            )
