"""Actors of an article become speakers, each with its side and a stable id."""

import re
from collections.abc import Iterator

from claimgraph.extract.speakers.body_names import general_words, institution_words, organisation_key
from claimgraph.extract.speakers.cast import Actor, Cast
from claimgraph.extract.speakers.names import surname
from claimgraph.extract.speakers.vocabulary import fold, last_word, role_family, slug
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import lookalikes
from claimgraph.lexicon.sides import side_kind, side_of
from claimgraph.model import Source, Speaker, SpeakerKind, make_id

POLICE = "police"
_OF_SOMEBODY = re.compile(r"(\w+)['’]s? ")
_OF_FORCES = frozenset({"officer", "officers", "inspector"})
"""Of the police or of another force."""
_KINDS: dict[str, SpeakerKind] = {"person": "person", "office": "person", "group": "group"}


def speaker_of(actor: Actor, cast: Cast) -> Speaker:
    """Return the actor as a speaker."""
    side = side_of_actor(actor, cast)
    master = actor.spokesperson_of
    if master is None and actor.family == "spokesperson":
        master = _owner_actor(actor, cast)
    return Speaker(
        id=_identity(actor, side, cast),
        name=_readable(actor),
        kind=_kind(actor, side),
        side=side,
        role=actor.role,
        aliases=tuple(dict.fromkeys(alias for alias in actor.aliases if alias != actor.name)),
        spokesperson_of=_identity(master, side_of_actor(master, cast), cast) if master else None,
        evidence=tuple(dict.fromkeys((*actor.evidence, *_disguised(_readable(actor), *actor.aliases)))),
        place=cast.place if fold(_readable(actor)) == POLICE else None,
    )


def _disguised(*names: str) -> Iterator[str]:
    """Say of each name whether letters in it only look like the ones they are read as."""
    for name in names:
        letters = lookalikes(name)
        if letters:
            listed = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in letters)
            yield f"“{name}” holds letters of another alphabet that look like Latin ones: {listed}"


def publisher_of(source: Source) -> Speaker:
    """Return the article's own voice: its publisher, local to that publisher."""
    name = source.publisher or source.name
    return Speaker(id=make_id("p", "publisher", name), name=name, kind="publisher")


def _kind(actor: Actor, side: str | None) -> SpeakerKind:
    if actor.form == "state":
        return "organisation" if side_kind(side or "") == "organisation" else "state"
    return _KINDS.get(actor.form, "organisation")


def _readable(actor: Actor) -> str:
    """Return the fullest mention, without a leading article."""
    if actor.form in {"state", "office", "group"} or actor.local:
        return _bare(actor.name)
    if actor.form != "body":
        return _bare(actor.name)
    names = [_from_capital(alias) for alias in actor.aliases if any(char.isupper() for char in alias)] or [
        actor.name
    ]
    formal = [name for name in names if not name.lower().endswith(("forces", "troops"))]
    return _bare((formal or names)[0])


def _from_capital(name: str) -> str:
    """Cut what only describes a body off its name ("self-styled", "powerful")."""
    parts = name.split()
    while len(parts) > 1 and not parts[0][:1].isupper() and not any(part in {"of", "for"} for part in parts):
        parts.pop(0)
    return " ".join(parts)


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in {"the", "a", "an"} and rest else name


def _identity(actor: Actor, side: str | None, cast: Cast) -> str:
    if actor.form == "person" and not actor.local:
        return make_id("p", "person", cast.source, fold(actor.name), actor.gender)
    society = actor.form in {"name", "body"} and not actor.side and not actor.local
    return make_id("p", "society" if society else actor.form, side or "", actor.key.removeprefix("/"))


def side_of_actor(actor: Actor, cast: Cast) -> str | None:
    """Return the party an actor speaks for; None for those who speak for themselves."""
    if actor.form in {"person", "group"} and actor.spokesperson_of is None:
        return _side_of_role(actor, cast)
    if actor.spokesperson_of is not None:
        if actor.spokesperson_of.form == "outlet":
            return organisation_key(actor.spokesperson_of.name)
        return side_of_actor(actor.spokesperson_of, cast)
    if actor.form == "outlet":
        return None
    if actor.form == "body":
        return actor.side or _side_of_entourage(actor, cast) or _side_of_body(actor)
    if actor.form == "name":
        return (
            "police"
            if fold(actor.name) in words("institutions", "police_names")
            else organisation_key(actor.name)
        )
    return actor.side or None


def _side_of_body(actor: Actor) -> str | None:
    """Return a body's side: its own name, but nothing for a public body of an unnamed state."""
    core = institution_words(actor.name, drop_sides=False)
    society = actor.head in words("institutions", "societies") | {"party"}
    if core <= general_words() - {"police"} and not (society and len(core) > 1):
        return None
    if ("police" in core or "sheriffs" in core) and actor.head not in words("institutions", "body_words"):
        return "police"
    if core & {"prosecution", "prosecutors", "prosecutor"}:
        return "prosecution"
    return organisation_key(actor.name) or None


def _side_of_entourage(actor: Actor, cast: Cast) -> str | None:
    """Return the side of "the Roe campaign" or "Roe's office": the person's own, or that he speaks for."""
    person = _principal(actor, cast)
    if person is None:
        return None
    official = side_of_actor(person, cast) if actor.head == "office" else None
    return official or own_side(person, cast)


def _principal(actor: Actor, cast: Cast) -> Actor | None:
    """Return the one person whom "the Roe campaign" names."""
    if actor.head not in words("institutions", "entourage"):
        return None
    name = (
        actor.name.rpartition(" ")[0]
        .removesuffix("'s")
        .removesuffix("’s")
        .removesuffix("'")
        .removesuffix("’")
    )
    last = fold(surname(name))
    people = [one for one in _people(cast) if fold(surname(one.name)) == last]
    return max(people, key=lambda one: len(one.places), default=None)


def own_side(actor: Actor, cast: Cast) -> str:
    """Return a politician's own side: the surname, or the whole name where two share it."""
    last = fold(surname(actor.name))
    namesakes = [one for one in _people(cast) if fold(surname(one.name)) == last]
    return slug(actor.name if len(namesakes) > 1 else surname(actor.name))


def _people(cast: Cast) -> list[Actor]:
    """Return the persons whom the article names."""
    return [one for one in cast.actors if one.form == "person" and not one.local]


def _side_of_role(actor: Actor, cast: Cast) -> str | None:
    family, head = actor.family, actor.head or ""
    if family == "police" and head in _OF_FORCES and not _tells_of_police(cast):
        return actor.side or actor.owner.side
    if head == "police" or family == "police" or _is_police(actor.owner.body):
        return actor.side or actor.owner.side or "police"
    if family == "prosecution":
        return "prosecution"
    if family == "accused":
        return f"defence:{slug(surname(actor.name))}" if actor.form == "person" else None
    if family == "defence":
        return _defence(actor, cast)
    if family == "member" and actor.form == "person":
        return own_side(actor, cast)
    if family in {"official", "spokesperson"}:
        return _served(actor, cast) or actor.side
    if actor.form == "group":
        return actor.side or _own_of_group(actor)
    return own_side(actor, cast) if _has_others_speak(actor, cast) else None


def _tells_of_police(cast: Cast) -> bool:
    """Whether the article names police: an officer of whom else is none of theirs."""
    return any(
        one.head == "police"
        or (one.family == "police" and one.head not in _OF_FORCES)
        or _is_police(one.name)
        for one in cast.actors
    )


def _own_of_group(actor: Actor) -> str | None:
    """Return the side of a society that is described but not named ("the union of seamen")."""
    described = fold(actor.name).removeprefix("the ")
    own = actor.head in words("institutions", "societies") and not actor.plural
    return slug(described) if own and described != actor.head else None


def _has_others_speak(actor: Actor, cast: Cast) -> bool:
    """Whether a person has spokespeople or a campaign: then he is a party of his own."""
    if actor.family not in {None, "own_voice"} or actor.form != "person":
        return False
    for other in cast.actors:
        serves = other.family in {"spokesperson", "defence"} and _owner_actor(other, cast) is actor
        if serves or other.spokesperson_of is actor:
            return True
        if other.form == "body" and other.head == "campaign" and _principal(other, cast) is actor:
            return True
    return False


def _is_police(body: str | None) -> bool:
    low = fold(body or "")
    if last_word(low) in words("institutions", "body_words"):
        return False
    return low in words("institutions", "police_names") or bool({"police", "sheriff's"} & set(low.split()))


def _served(actor: Actor, cast: Cast) -> str | None:
    """Return the side of the body or state that a role belongs to."""
    if actor.serves is not None:
        return _of_master(actor.serves, cast)
    if actor.owner.body:
        owner = _owner_actor(actor, cast)
        if owner is not None and owner is not actor and owner.form == "person":
            return _of_master(owner, cast)
        if owner is not None and owner is not actor:
            return _without_place_noun(side_of_actor(owner, cast), owner)
        named = any(char.isupper() for char in actor.owner.body)
        return (
            actor.owner.side
            or side_of(actor.owner.body)
            or (organisation_key(actor.owner.body) if named else None)
        )
    return actor.owner.side


def _of_master(master: Actor, cast: Cast) -> str | None:
    """Return the side of whoever serves an actor; a politician without a known state is his own."""
    side = side_of_actor(master, cast)
    if side is not None or master.form != "person" or master.family == "official":
        return side
    return own_side(master, cast)


def _without_place_noun(side: str | None, owner: Actor) -> str | None:
    """Return the side of a place's official: of "Bali Island" as of "Bali"."""
    parts = (side or "").split("-")
    if owner.form == "name" and len(parts) > 1 and parts[-1] in words("institutions", "place_nouns"):
        return "-".join(parts[:-1])
    return side


def _owner_actor(actor: Actor, cast: Cast) -> Actor | None:
    """Return the actor of the body, state or person whom a role serves."""
    if actor.serves is not None:
        return actor.serves
    if actor.owner.span is not None:
        found = cast.at(actor.owner.span)
        whole = [other for mention, other in found if other is not actor and mention.form != "state"]
        if whole:
            return whole[0]
    return cast.state(actor.owner.side) if actor.owner.side else None


def _defence(actor: Actor, cast: Cast) -> str | None:
    """Return "defence", with the surname of whoever is defended when the text says.

    A state's attorney prosecutes; a lawyer of nobody in particular speaks for nobody.
    """
    if actor.owner.side == "united-states" and actor.owner.body is None and (actor.role or "").istitle():
        return "prosecution"
    if actor.owner.body or actor.serves:
        owner = _owner_actor(actor, cast)
        if owner is not None and owner.form == "person":
            return f"defence:{slug(surname(owner.name))}"
        if owner is not None and owner.form in {"body", "name"}:
            return side_of_actor(owner, cast) or "defence"
    accused = {
        surname(other.name) for other in cast.actors if other.family == "accused" and other.form == "person"
    }
    of = _OF_SOMEBODY.search(actor.name)
    if of and role_family(of[1].lower()) != "accused":  # "the president's lawyers" defend no defendant
        accused = set()
    if len(accused) == 1:
        return f"defence:{slug(accused.pop())}"
    defends = bool({"defence", "defense", "defender"} & set(fold(actor.role or actor.head or "").split()))
    return "defence" if accused or defends else None
