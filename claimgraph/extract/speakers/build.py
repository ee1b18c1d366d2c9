"""Actors of an article become speakers, each with its side and a stable id."""

import re
from collections.abc import Iterator

from claimgraph.extract.speakers.cast import Actor, Cast, only
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold, lookalikes
from claimgraph.lexicon.kinds import is_person
from claimgraph.lexicon.roles import is_agent, is_given_name, is_of_body, singular, slug
from claimgraph.lexicon.sides import side_kind
from claimgraph.lexicon.spelling import (
    general_words,
    institution_words,
    is_general,
    organisation_key,
    surname,
)
from claimgraph.model import Source, Speaker, SpeakerKind, make_id

_POLICE = "police"
_DESCRIBING = re.compile(r"^(?:[a-z]\S* )+(?=[A-Z])")
"""What only describes a body, before its name: "self-styled", "powerful"."""
_OF_SOMEBODY = re.compile(r"(?<!defendant)['’]s? ")


def speaker_of(actor: Actor, cast: Cast) -> Speaker:
    """Return the actor as a speaker."""
    side = side_of_actor(actor, cast)
    name = _readable(actor)
    master = _master(actor, cast) if actor.family == "spokesperson" else actor.spokesperson_of
    return Speaker(
        id=_identity(actor, side, cast),
        name=name,
        kind=_kind(actor, side),
        unnamed=actor.form == "group",
        side=side,
        side_name=_side_name(side, actor, cast),
        role=actor.role,
        aliases=tuple(dict.fromkeys(alias for alias in actor.aliases if alias != actor.name)),
        spokesperson_of=_identity(master, side_of_actor(master, cast), cast) if master else None,
        evidence=tuple(dict.fromkeys((*actor.evidence, *_disguised(name, *actor.aliases)))),
        place=cast.place if fold(name) == _POLICE else None,
    )


def publisher_of(source: Source) -> Speaker:
    """Return the article's own voice: its publisher, local to that publisher."""
    name = source.publisher or source.name
    return Speaker(id=make_id("p", "publisher", name), name=name, kind="publisher")


def _disguised(*names: str) -> Iterator[str]:
    """Say of each name whether letters in it only look like the ones they are read as."""
    for name in names:
        letters = lookalikes(name)
        if letters:
            listed = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in letters)
            yield f"“{name}” holds letters of another alphabet that look like Latin ones: {listed}"


def _kind(actor: Actor, side: str | None) -> SpeakerKind:
    if actor.form == "state":
        return "organisation" if side_kind(side or "") == "organisation" else "state"
    if actor.form == "group":
        return _kind_of_unnamed(actor)
    return "person" if actor.form in {"person", "office"} else "organisation"


def _kind_of_unnamed(actor: Actor) -> SpeakerKind:
    """Return whether "a police source" is one person, "his office" one body, "residents" a group."""
    head = actor.head or ""
    if actor.name.lower().startswith(("one of ", "another of ")):
        head = singular(head)
    elif actor.plural or head in words("roles", "collective"):
        return "group"
    known = words("roles", "belonging") | words("roles", "informants")
    if head in known or is_person(head) or is_agent(head):
        return "person"
    return "organisation" if is_of_body(head) or head in words("media", "heads") else "group"


def _readable(actor: Actor) -> str:
    """Return the fullest mention, without a leading article or what only describes a body."""
    name = " ".join(actor.name.split())
    if actor.form == "body" and not {"of", "for"} & set(name.split()):
        name = _DESCRIBING.sub("", name)
    return re.sub(r"^(?:the|an?) (?=.)", "", name, flags=re.IGNORECASE)


def _identity(actor: Actor, side: str | None, cast: Cast) -> str:
    if actor.form == "person" and not actor.local:
        return make_id("p", "person", cast.source, fold(actor.name), actor.gender)
    society = actor.form in {"name", "body"} and not actor.side
    return make_id("p", "society" if society else actor.form, side or "", actor.key)


# Sides


def _side_name(side: str | None, actor: Actor, cast: Cast) -> str | None:
    """Return a side as the article writes it: "CNN Worldwide" for "cnn-worldwide", "Defence (McGraw)"."""
    if side is None or side_kind(side) is not None:
        return None
    first, _, of = side.partition(":")
    persons = [surname(one.name) for one in cast.persons()]
    if of:
        client = next((name for name in persons if slug(name) == of), of)
        return f"{first.capitalize()} ({client})"
    master = _master(actor, cast)
    written = (master.name if master else "", actor.owner.body or "", actor.name, *actor.aliases, *persons)
    return next((name for name in written if name and side in {organisation_key(name), slug(name)}), None)


def side_of_actor(actor: Actor, cast: Cast) -> str | None:
    """Return the party an actor speaks for; None for those who speak for themselves."""
    if actor.spokesperson_of is not None:
        return side_of_actor(actor.spokesperson_of, cast)
    if actor.form in {"person", "group"}:
        return _side_of_role(actor, cast)
    if actor.form == "body":
        person = _principal(actor, cast)
        return actor.side or (_own_side(person, cast) if person else _side_of_body(actor))
    if actor.form == "name":
        return _named_side(actor.name)
    return None if actor.form == "outlet" else actor.side


def _named_side(name: str) -> str | None:
    """Return the side that a name is, but nothing for a general word ("Union leader")."""
    return None if is_general(name) else organisation_key(name)


def _side_of_body(actor: Actor) -> str | None:
    """Return a body's side: its own name, but nothing for a public body of an unnamed state."""
    if _is_police(actor.name):
        return _POLICE
    society = actor.head in words("institutions", "societies") | {"party"}
    general = institution_words(actor.name, drop_sides=False) <= general_words()
    return None if general and not society else organisation_key(_readable(actor))


def _is_police(name: str) -> bool:
    """Whether a body is of the police; a union of officers is not, nor who hears complaints about them."""
    parts = set(fold(name).split())
    return not parts.isdisjoint({"police", "sheriff's"}) and not parts & words(
        "institutions", "police_watchers"
    )


def _principal(actor: Actor, cast: Cast) -> Actor | None:
    """Return the one person whom "the Roe campaign" or "Roe's office" names."""
    if actor.head not in words("institutions", "entourage"):
        return None
    last = surname(fold(actor.name).rpartition(" ")[0]).removesuffix("'s").removesuffix("'")
    people = [one for one in cast.persons() if fold(surname(one.name)) == last]
    return max(people, key=lambda one: len(one.places), default=None)


def _own_side(actor: Actor, cast: Cast) -> str | None:
    """Return a politician's own side: the surname, or the whole name where two share it."""
    last = fold(surname(actor.name))
    namesakes = [one for one in cast.persons() if fold(surname(one.name)) == last]
    return slug(actor.name) if len(namesakes) > 1 else _family_name(actor)


def _family_name(actor: Actor) -> str | None:
    """Return a person's surname as a slug; None where no more than a given name is known: "Sir Neil"."""
    return None if is_given_name(actor.name) else slug(surname(actor.name))


def _defence_of(client: Actor | None) -> str | None:
    last = _family_name(client) if client is not None else None
    return f"defence:{last}" if last is not None else None


def _side_of_role(actor: Actor, cast: Cast) -> str | None:
    """Return the side that a person or a group has by what they are."""
    family = actor.family
    if _POLICE in {actor.head, family} or _is_police(actor.owner.body or ""):
        return actor.side or (None if actor.head in words("roles", "of_forces") else _POLICE)
    if family == "prosecution":
        return family
    if family == "defence":
        return _defence(actor, cast)
    if family in {"official", "spokesperson"}:
        return _served(actor, cast) or actor.side
    return actor.side if actor.form == "group" else _side_of_oneself(actor, cast)


def _side_of_oneself(actor: Actor, cast: Cast) -> str | None:
    """Return the side of a person who is a party himself: accused, elected, or heard through others."""
    if actor.family == "accused":
        return _defence_of(actor)
    serving = {_service(one, actor, cast) for one in cast.actors}
    if actor.family == "member" or {"campaign", "spokesperson"} & serving:
        return _own_side(actor, cast)
    return _defence_of(actor) if "defence" in serving else None


def _service(other: Actor, actor: Actor, cast: Cast) -> str | None:
    """Return as what somebody speaks or campaigns for a person, who is a party of his own then."""
    master = _principal(other, cast) if other.form == "body" else _master(other, cast)
    return (other.head if other.form == "body" else other.family) if master is actor else None


def _served(actor: Actor, cast: Cast) -> str | None:
    master = _master(actor, cast)
    if master is None:
        body = actor.owner.body or ""
        return _named_side(body) if any(map(str.isupper, body)) else None
    side = side_of_actor(master, cast)
    if side is None and master.form == "person" and master.family != "official":
        return _own_side(master, cast)
    return side


def _master(actor: Actor, cast: Cast) -> Actor | None:
    owner = actor.owner
    told = actor.spokesperson_of or actor.serves
    if told is not None:
        return told
    inside = cast.at(owner.span) if owner.span else []
    whole = owner.body or ""  # "New York", inside "New York Communities for Change", is none
    named = (
        other for one, other in inside if one.form != "state" and (one.form != "name" or one.name == whole)
    )
    return next(named, cast.state(owner.side) if owner.side else None)


def _defence(actor: Actor, cast: Cast) -> str | None:
    """Return "defence" with the surname of whoever is defended: who is named with it, or the only accused.

    "The president's lawyers" defend no defendant, and a lawyer of nobody in particular speaks for nobody.
    """
    master = _master(actor, cast) if actor.owner.body or actor.serves else None
    if master is not None and master.form != "person":
        return side_of_actor(master, cast)
    accused = [one for one in cast.persons() if one.family == "accused"]
    if master is not None:
        return _side_of_oneself(master, cast) or _defence_of(master)
    return None if _OF_SOMEBODY.search(actor.name) else _defence_of(only(accused))
