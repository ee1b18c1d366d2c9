"""Reads an ``actors.toml``; what it cannot say is refused in one line."""

import tomllib
from collections.abc import Collection
from difflib import get_close_matches
from itertools import combinations
from pathlib import Path
from typing import Any

from claimgraph.errors import LexiconError
from claimgraph.lexicon.actors import ActorEntry, Actors, Alliance, name_key
from claimgraph.lexicon.periods import Period, days_of

_TEXTS = ("name", "side", "role", "kind")
_DATES = ("from", "until")
KEYS = ("name", "aliases", "side", "role", "kind", "speaks_with", "from", "until")
"""What an ``[[actor]]`` may say."""
ALLIANCE_KEYS = ("name", "from", "until")
"""What an ``[[actor.speaks_with]]`` may say."""
KINDS = ("group", "organisation", "person", "state")
"""What an actor may be."""


def load_actors(path: Path | str) -> Actors:
    """Read an ``actors.toml``, as docs/actors.md describes it.

    Raises:
        LexiconError: the file cannot be read, or says something it cannot say.
    """
    where = Path(path)
    try:
        content = tomllib.loads(where.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(
            f"{where}: cannot be read ({error}); give a UTF-8 file with [[actor]] tables"
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{where}: is not TOML ({error}); correct it there") from error
    unknown = sorted(set(content) - {"actor"})
    tables = content.get("actor", [])
    if unknown or not isinstance(tables, list):
        raise LexiconError(f"{where}: {', '.join(unknown) or 'actor'} is not expected; use [[actor]] tables")
    actors = Actors(tuple(_entry(where, number, raw) for number, raw in enumerate(tables, 1)))
    _check_alliances(where, actors)
    _check_names(where, actors)
    _check_sides(where, actors)
    return actors


# One table


def _entry(where: Path, number: int, raw: Any) -> ActorEntry:
    place = f"{where}: actor {number}"
    if not isinstance(raw, dict) or not isinstance(raw.get("name"), str) or not raw["name"].strip():
        raise LexiconError(f'{place} has no name; add name = "…"')
    place = f"{place} ({raw['name']})"
    _check_keys(place, raw, KEYS)
    for key in _TEXTS:
        if not isinstance(raw.get(key, ""), str):
            raise LexiconError(f"{place}: {key} must be a string; put it in quotes")
    aliases = raw.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise LexiconError(f'{place}: aliases must be a list of strings; write aliases = ["…", "…"]')
    if raw.get("kind", "person") not in KINDS:
        raise LexiconError(
            f"{place}: kind must be one of {', '.join(KINDS)}{_nearest(raw.get('kind'), KINDS)}"
        )
    return ActorEntry(
        name=raw["name"],
        aliases=tuple(aliases),
        side=raw.get("side"),
        role=raw.get("role"),
        kind=raw.get("kind"),
        speaks_with=_alliances(place, raw.get("speaks_with", [])),
        period=_period(place, raw),
        number=number,
    )


def _alliances(place: str, raw: Any) -> tuple[Alliance, ...]:
    place = f"{place}: speaks_with"
    tables = raw if isinstance(raw, list) else [raw]
    found = []
    for one in tables:
        table = {"name": one} if isinstance(one, str) else one
        if not isinstance(table, dict) or not isinstance(table.get("name"), str) or not table["name"].strip():
            raise LexiconError(
                f'{place} names nobody; write speaks_with = "…", or [[actor.speaks_with]] with name = "…"'
            )
        _check_keys(place, table, ALLIANCE_KEYS)
        found.append(Alliance(table["name"], _period(place, table)))
    return tuple(found)


def _period(place: str, raw: dict[str, Any]) -> Period:
    for key in _DATES:
        value = raw.get(key)
        if value is not None and not (isinstance(value, str) and days_of(value)):
            raise LexiconError(
                f"{place}: {key} = {value} is no date; write it in quotes, "
                'as "2016", "2016-04" or "2016-04-02"'
            )
    period = Period(raw.get("from"), raw.get("until"))
    if period.first > period.last:
        raise LexiconError(
            f"{place}: from {period.start} is after until {period.end}; exchange the two dates"
        )
    return period


def _check_keys(place: str, raw: dict[str, Any], known: Collection[str]) -> None:
    for key in raw:
        if key not in known:
            raise LexiconError(f"{place}: {key!r} is not known{_nearest(key, known)}; use {', '.join(known)}")


def _nearest(word: Any, known: Collection[str]) -> str:
    near = get_close_matches(str(word).lower(), known, n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""


# All tables together


def _check_alliances(where: Path, actors: Actors) -> None:
    """Whom somebody speaks with is an actor, at a time when both are there."""
    for entry in actors.entries:
        for alliance in entry.speaks_with:
            others = [other for other in actors.entries if name_key(alliance.name) in other.keys]
            if not others:
                raise LexiconError(
                    f"{where}: {entry} speaks with {alliance.name!r}, who is no actor; "
                    f"add an [[actor]] of that name"
                )
            inside = entry.period.shared(alliance.period)
            if inside is None or not any(inside.shared(other.period) for other in others):
                raise LexiconError(
                    f"{where}: {entry} speaks with {alliance.name!r} at no time at which both are listed; "
                    f"correct from and until"
                )


def _check_names(where: Path, actors: Actors) -> None:
    """At no time does one name mean two actors."""
    for one, other in combinations(actors.entries, 2):
        both = one.period.shared(other.period)
        names = sorted(one.keys & other.keys)
        if both and names and name_key(one.name) != name_key(other.name):
            raise LexiconError(
                f"{where}: {names[0]!r} names both {one} and {other}{_time(both)}; keep it with one"
            )


def _check_sides(where: Path, actors: Actors) -> None:
    """At no time does one actor speak for two sides."""
    standings = [(entry, standing) for entry in actors.entries for standing in actors.standings(entry)]
    for (one, first), (other, second) in combinations(standings, 2):
        both = first.period.shared(second.period)
        if both and first.side != second.side and name_key(one.name) == name_key(other.name):
            raise LexiconError(
                f"{where}: {one} and {other} speak for both {first.side!r} and {second.side!r}{_time(both)}; "
                "give them from and until so that one ends before the other begins"
            )


def _time(period: Period) -> str:
    return "" if period.always else f" {period}"
