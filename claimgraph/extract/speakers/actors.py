"""A user's own speakers: names, aliases, roles and sides from an ``actors.toml``."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimgraph.errors import LexiconError
from claimgraph.extract.speakers.vocabulary import fold

_LISTS = ("aliases",)
_TEXTS = ("name", "side", "role", "speaks_with", "kind")
_KINDS = {"person", "organisation", "state", "group"}


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One speaker as the user knows it."""

    name: str
    aliases: tuple[str, ...] = ()
    side: str | None = None
    role: str | None = None
    kind: str | None = None
    speaks_with: str | None = None


@dataclass(frozen=True, slots=True)
class Actors:
    """The user's speakers, to be looked up by any of their names."""

    entries: tuple[ActorEntry, ...] = ()

    def find(self, name: str) -> ActorEntry | None:
        """Return the entry of which the words are a name or an alias."""
        wanted = fold(name).removeprefix("the ")
        for entry in self.entries:
            if wanted in {fold(known).removeprefix("the ") for known in (entry.name, *entry.aliases)}:
                return entry
        return None

    def side(self, entry: ActorEntry) -> str | None:
        """Return an entry's side: its own, or that of whom it speaks with."""
        if entry.side or not entry.speaks_with:
            return entry.side
        other = self.find(entry.speaks_with)
        return other.side if other else None


def load_actors(path: Path | str) -> Actors:
    """Read an ``actors.toml``.

    The file holds tables ``[[actor]]`` with ``name`` and, as wanted, ``aliases`` (a list),
    ``side`` (a slug such as "norway" or "acme"), ``role``, ``kind`` and ``speaks_with`` (the
    name of another actor whose side it shares).

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
    _check_names(where, actors)
    return actors


def _entry(where: Path, number: int, raw: Any) -> ActorEntry:
    place = f"{where}: actor {number}"
    if not isinstance(raw, dict) or not isinstance(raw.get("name"), str) or not raw["name"].strip():
        raise LexiconError(f'{place} has no name; add name = "…"')
    for key, value in raw.items():
        if key not in (*_LISTS, *_TEXTS):
            raise LexiconError(
                f"{place} ({raw['name']}): {key!r} is not known; use {', '.join((*_TEXTS, *_LISTS))}"
            )
        if key in _LISTS and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            raise LexiconError(f"{place} ({raw['name']}): {key} must be a list of strings")
        if key in _TEXTS and not isinstance(value, str):
            raise LexiconError(f"{place} ({raw['name']}): {key} must be a string")
    if raw.get("kind", "person") not in _KINDS:
        raise LexiconError(f"{place} ({raw['name']}): kind must be one of {', '.join(sorted(_KINDS))}")
    return ActorEntry(
        raw["name"],
        tuple(raw.get("aliases", ())),
        raw.get("side"),
        raw.get("role"),
        raw.get("kind"),
        raw.get("speaks_with"),
    )


def _check_names(where: Path, actors: Actors) -> None:
    seen: dict[str, str] = {}
    for entry in actors.entries:
        for name in {fold(known) for known in (entry.name, *entry.aliases)}:
            if name in seen and seen[name] != entry.name:
                raise LexiconError(
                    f"{where}: {name!r} names both {seen[name]} and {entry.name}; keep it with one"
                )
            seen[name] = entry.name
        if entry.speaks_with and actors.find(entry.speaks_with) is None:
            raise LexiconError(
                f"{where}: {entry.name} speaks with {entry.speaks_with!r}, who is no actor; add one"
            )
