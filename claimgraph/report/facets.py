"""What the page can be filtered by: side, speaker, subject, kind, source and date.

An item of the page carries, for each facet, the values of its claims in a data attribute;
the page's script compares them with what is chosen. A facet that an item does not carry is
not asked of it. Values are slugs and ids, so that an address with a filter keeps its meaning.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from claimgraph.lexicon.sides import slug
from claimgraph.model import Claim
from claimgraph.report.lookup import Lookup
from claimgraph.report.statements import UNKNOWN_SPEAKER
from claimgraph.report.wording import WORDS, capital, shorten

NONE = "none"
"""The value of a facet that is not known."""
FACETS = (
    ("side", "Side", "All sides"),
    ("speaker", "Speaker", "All speakers"),
    ("subject", "Subject", "All subjects"),
    ("kind", "Kind", "All kinds"),
    ("sureness", "How sure", "However sure"),
    ("source", "Source", "All sources"),
)


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet, in words, with the number of cards and flagged statements it stands in."""

    value: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values, those in words first to last; ``everything`` names no choice."""

    key: str
    label: str
    everything: str
    options: tuple[Option, ...]


class Tags:
    """Gives each item of the page its data attributes, and counts what there is to choose from."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.labels: dict[str, dict[str, str]] = {key: {} for key, *_ in FACETS}

    def of(self, claims: Iterable[str], *own: str | None) -> Markup:
        """Return the data attributes of an item of claims; its own kind, subject, sureness may follow."""
        values = self.values(claims, *own)
        return Markup(" ").join(
            Markup('data-{}="{}"').format(key, " ".join(values[key])) for key in values if values[key]
        )

    def values(
        self,
        claims: Iterable[str],
        kind: str | None = None,
        subject: str | None = None,
        sureness: str | None = None,
    ) -> dict[str, list[str]]:
        """Return the values of each facet, and the dates, each once."""
        found = [self.lookup.claims[one] for one in claims]
        pairs = {
            "side": chain.from_iterable(map(self._sides, found)),
            "speaker": chain.from_iterable(map(self._speakers, found)),
            "subject": self._subjects([subject, *(claim.subject for claim in found)]),
            "kind": [self._named("kind", kind, capital(WORDS[kind]))]
            if kind
            else chain.from_iterable(map(self._kinds, found)),
            "sureness": [self._named("sureness", sureness, capital(sureness))] if sureness else [],
            "source": (self._source(claim) for claim in found),
            "dates": (self.lookup.day_of(claim) or NONE for claim in found),
        }
        return {key: list(dict.fromkeys(values)) for key, values in pairs.items()}

    def facets(self, items: Iterable[tuple[Sequence[str], Sequence[str | None]]]) -> tuple[Facet, ...]:
        """Return the facets of the items to be counted: the claims of each, and what is its own."""
        counted: dict[str, Counter[str]] = {key: Counter() for key, *_ in FACETS}
        for claims, own in items:
            values = self.values(claims, *own)
            for key, counter in counted.items():
                counter.update(values[key])
        return tuple(
            Facet(key, label, everything, self._options(key, counted[key]))
            for key, label, everything in FACETS
        )

    def _options(self, key: str, counter: Counter[str]) -> tuple[Option, ...]:
        made = [Option(value, self.labels[key][value], number) for value, number in counter.items()]
        return tuple(sorted(made, key=lambda one: (one.value == NONE, one.label.lower(), one.value)))

    def _named(self, key: str, value: str, label: str) -> str:
        self.labels[key].setdefault(value, label)
        return value

    def _sides(self, claim: Claim) -> list[str]:
        names = self.lookup.side_names
        sides = [speaker.side for speaker in self.lookup.speakers_of(claim) if speaker.side]
        if not sides:
            return [self._named("side", NONE, "no side known")]
        return [self._named("side", slug(side), names[side]) for side in sides]

    def _speakers(self, claim: Claim) -> list[str]:
        speakers = self.lookup.speakers_of(claim)
        if not speakers:
            return [self._named("speaker", NONE, UNKNOWN_SPEAKER)]
        return [self._named("speaker", one.id, shorten(one.name, 60)) for one in speakers]

    def _subjects(self, subjects: Iterable[str | None]) -> list[str]:
        labels = [label for one in subjects if (label := self.lookup.subject_label(one))]
        return [self._named("subject", slug(label), shorten(capital(label), 70)) for label in labels]

    def _kinds(self, claim: Claim) -> list[str]:
        kinds = [
            *(one.kind for one in self.lookup.disputes_of.get(claim.id, ())),
            *(one.kind for one in self.lookup.flags_of.get(claim.id, ())),
        ]
        return [self._named("kind", kind, capital(WORDS[kind])) for kind in kinds] or [NONE]

    def _source(self, claim: Claim) -> str:
        source = self.lookup.source_of(claim)
        return self._named("source", source.id, shorten(source.title or source.name, 60))
