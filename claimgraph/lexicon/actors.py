"""A user's own speakers: names, aliases, roles, sides and alliances, each for its time."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.periods import Period

ALWAYS = Period()


@dataclass(frozen=True, slots=True)
class Alliance:
    """With whom an actor speaks, and when."""

    name: str
    period: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One speaker as the user knows it, in one period; ``number`` counts the file's entries from 1."""

    name: str
    aliases: tuple[str, ...] = ()
    side: str | None = None
    role: str | None = None
    kind: str | None = None
    speaks_with: tuple[Alliance, ...] = ()
    period: Period = ALWAYS
    number: int = 0

    @property
    def keys(self) -> set[str]:
        """Every name of the entry as names are compared."""
        return {name_key(known) for known in (self.name, *self.aliases)}

    def __str__(self) -> str:
        """Return how a message calls the entry."""
        return f"actor {self.number} ({self.name})"


@dataclass(frozen=True, slots=True)
class Standing:
    """For whom an entry speaks, and when."""

    side: str
    period: Period


@dataclass(frozen=True, slots=True)
class Actors:
    """The user's speakers, to be looked up by any of their names."""

    entries: tuple[ActorEntry, ...] = ()

    def find(self, name: str, published: str | None) -> ActorEntry | None:
        """Return the entry that a name has in an article of a date.

        Args:
            name: the words; the entry's name or an alias.
            published: the article's prefix date; when it is None, only entries without a period
                hold. An entry with a period goes before one without.
        """
        wanted = name_key(name)
        holding = [entry for entry in self.entries if wanted in entry.keys and entry.period.holds(published)]
        return min(holding, key=lambda entry: entry.period.always, default=None)

    def standings(self, entry: ActorEntry) -> Iterator[Standing]:
        """Yield the entry's sides, each with its time: its own side, or those of whom it speaks with."""
        if entry.side:
            yield Standing(entry.side, entry.period)
            return
        for alliance in entry.speaks_with:
            inside = entry.period.shared(alliance.period)
            for other in self.entries if inside else ():
                time = inside.shared(other.period) if inside else None
                if time and other.side and name_key(alliance.name) in other.keys:
                    yield Standing(other.side, time)

    def standing(self, entry: ActorEntry, published: str | None) -> Standing | None:
        """Return for whom an entry speaks in an article of a date, if for anybody."""
        return next((one for one in self.standings(entry) if one.period.holds(published)), None)


def name_key(name: str) -> str:
    """Return a name as names are compared: without case, accents or "the"."""
    return fold(name).removeprefix("the ")
