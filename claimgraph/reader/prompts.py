"""What a second reader is asked: prompts on each article, and on each story over its articles.

Every claim that can be disputed stands in the prompt of its article, and once more in a prompt over the
articles on its story, beside the claims of its event; a sentence that several articles print stands there
once. So their number grows with the articles and the claims, and never with the pairs. Long articles are
cut by paragraphs, with overlap.

Invariant: the same collection gives the same prompts, to the byte, on any machine.
"""

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import networkx as nx

from claimgraph.gathering import grouped
from claimgraph.match.context import build
from claimgraph.match.stories import stories
from claimgraph.model import Claim, Findings, Source
from claimgraph.reader.gathering import Sentences, by_figures, once
from claimgraph.reader.layout import LONGEST, Layout, Unit, disputable, filled, flat, short_ids, templates

VERSION = str(templates()["version"])
"""The version of the templates."""
MOST = 25
"""Entries of one answer that are believed at most."""
SIDE = 8
"""Statements on one side of an entry that are believed at most."""
LIMIT = 20_000
"""Characters of statements in a prompt, about: with a usual answer it fits a context of 8,192 tokens."""
A_CLAIM = 90
"""Characters of the line of a statement, about."""
OVERLAP = 1_200
"""Characters that two parts of one article share at most, in whole paragraphs."""
AGAIN = 1 / 3
"""Prompts on a story, for each with its sentences once, in which what is near and was parted meets."""
GROUPS = 6
"""Groups of sentences on one matter that a prompt has room for at least."""
LETTERS = 7
"""Letters of an English word that are one token, about."""

_PIECES = re.compile(r"[^\W\d_]+|\d|[^\w\s]|_")


@dataclass(frozen=True)
class Prompt:
    """One question to a reader. ``claims`` are the ids asked about, ``about`` says in words what it is on."""

    system: str
    user: str
    claims: tuple[str, ...]
    about: str

    @cached_property
    def hash(self) -> str:
        """The first 16 hex digits of the SHA-256 over the version and all words of the prompt."""
        text = f"{VERSION}\x1f{self.system}\x1f{self.user}"
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @cached_property
    def tokens(self) -> int:
        """How many tokens the prompt takes, about; another model's tokens are others."""
        return estimate(self.system) + estimate(self.user)

    @property
    def version(self) -> str:
        """The version of the templates it was made with."""
        return VERSION

    @property
    def messages(self) -> list[dict[str, str]]:
        """The prompt in the form of chat completions."""
        return [{"role": "system", "content": self.system}, {"role": "user", "content": self.user}]


def estimate(text: str) -> int:
    """Return how many tokens a text takes, about: digits and signs one each, words by their letters."""
    return sum(math.ceil(len(one) / LETTERS) for one in _PIECES.findall(text))


def prompts(findings: Findings) -> tuple[Prompt, ...]:
    """Return all that a reader is asked about some findings: article by article, then story by story."""
    asking = _Asking(findings)
    return (*asking.of_articles(), *asking.of_stories())


class _Asking:
    """Makes the prompts of some findings."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.layout = Layout(findings)
        self.known = stories(build(findings.collection))
        by_source: dict[str, list[Claim]] = {one.id: [] for one in findings.collection.sources}
        for claim in findings.collection.claims:
            if disputable(claim):
                by_source[claim.source].append(claim)
        self.units = {
            source.id: self.layout.units(source, by_source[source.id])
            for source in findings.collection.sources
        }

    def of_articles(self) -> Iterator[Prompt]:
        for source in self.findings.collection.sources:
            parts = [part for part in _cut(self.units[source.id]) if _many(part)]
            for number, part in enumerate(parts, 1):
                ids = short_ids(claim for unit in part for claim in unit.claims)
                told = [self.layout.head(source, "A"), *self._told(part, ids, {})]
                about = source.title or source.name
                yield self._prompt("article", told, part, about, part=(number, len(parts)))

    def of_stories(self) -> Iterator[Prompt]:
        for sources in self._stories():
            parts = [part for part in self._parts(sources) if _many([unit for _, unit in part])]
            for number, part in enumerate(parts, 1):
                yield self._of_story(sources, part, (number, len(parts)))

    def _of_story(
        self, sources: Sequence[Source], part: Sequence[tuple[str, Unit]], place: tuple[int, int]
    ) -> Prompt:
        units = [unit for _, unit in part]
        printing = {one for unit in units for one in unit.sources}
        held = [source for source in sources if source.id in printing]
        ids = short_ids(claim for unit in units for claim in unit.claims)
        labels = {source.id: f"A{number}" for number, source in enumerate(held, 1)}
        told = [self.layout.head(source, labels[source.id]) for source in held]
        for label, group in groupby(part, key=lambda one: one[0]):
            told += [label, *self._told([unit for _, unit in group], ids, labels)]
        about = f"{len(held)} articles on {held[0].title or held[0].name}"
        return self._prompt("events", told, units, about, part=place, articles=len(held))

    def _prompt(
        self,
        template: str,
        told: Sequence[str],
        units: Iterable[Unit],
        about: str,
        *,
        part: tuple[int, int],
        **more: int,
    ) -> Prompt:
        number, of = part
        place = filled("part", number=number, of=of) if of > 1 else ""
        claims = tuple(dict.fromkeys(claim.id for unit in units for claim in unit.claims))
        user = filled(template, part=place, statements="\n".join(told), **more)
        return Prompt(
            filled("system", most=MOST, side=SIDE), user, claims, f"{' '.join(about.split())[:80]}{place}"
        )

    def _told(self, units: Iterable[Unit], ids: dict[str, str], labels: dict[str, str]) -> list[str]:
        named = ((unit, ", ".join(labels[one] for one in unit.sources if one in labels)) for unit in units)
        return [line for unit, label in named for line in self.layout.lines(unit, ids, label)]

    def _stories(self) -> list[list[Source]]:
        """Return the articles of each story that two or more tell, in reading order.

        An article that is close to none goes with the nearest that it is related to.
        """
        known = self.known
        sources = self.findings.collection.sources
        linked = nx.Graph()
        linked.add_nodes_from(source.id for source in sources)
        linked.add_edges_from(
            (one, two) for one in known.profiles for two in known.close_to(one) if one < two
        )
        for one in [one for one in linked if not linked.degree(one)]:
            nearest = max(
                known.neighbours(one), key=lambda other: (known.nearness(one, other), other), default=None
            )
            if nearest is not None:
                linked.add_edge(one, nearest)
        home = {one: place for place, found in enumerate(nx.connected_components(linked)) for one in found}
        together = grouped((home[source.id], source) for source in sources)
        return [[*found] for found in together.values() if len(found) > 1]

    def _parts(self, sources: Iterable[Source]) -> Iterator[list[tuple[str, Unit]]]:
        """Yield the sentences of a story, prompt by prompt, each under what it counts or is about."""
        printed = [unit for source in sources for unit in self.units[source.id]]
        units = once(printed, self.layout.words)
        told = Sentences(units, self.known.context.nodes, _size)
        groups = self._groups(told)
        parts = [[groups[one] for one in part] for part in told.packed([one for _, one in groups], LIMIT)]
        for part in (*parts, *self._again(told, parts)):
            yield [(label, units[place]) for label, group in part for place in group]

    def _again(
        self, told: Sentences, parts: Sequence[Sequence[tuple[str, list[int]]]]
    ) -> list[list[tuple[str, list[int]]]]:
        """Return further parts of what is near each other and stands in no part together."""
        if len(parts) < 2:
            return []
        held = [[place for _, group in part for place in group] for part in parts]
        again = told.parted(held, LIMIT // GROUPS, round(len(parts) * AGAIN) * LIMIT)
        return [[self._matter(told, again[one]) for one in part] for part in told.packed(again, LIMIT)]

    def _groups(self, told: Sentences) -> list[tuple[str, list[int]]]:
        """Return the sentences of a story by what they count, else by what they are about; then the rest."""
        counted = by_figures(told.units)
        counting = [
            (filled("figures", label=" ".join(kind).strip()), group)
            for kind, places in counted.items()
            for group in told.grouped(places, LIMIT // GROUPS)
        ]
        found = frozenset(place for _, group in counting for place in group)
        rest = [place for place in range(len(told.units)) if place not in found]
        matters = [self._matter(told, group) for group in told.grouped(rest, LIMIT // GROUPS)]
        return [*counting, *sorted(matters, key=lambda one: len(one[1]) == 1)]

    def _matter(self, told: Sentences, group: list[int]) -> tuple[str, list[int]]:
        """Return sentences with the line that says what they are about."""
        if len(group) == 1:
            return str(templates()["rest"]), group
        return filled("matter", label=self._label(told.units[one] for one in group)), group

    def _label(self, group: Iterable[Unit]) -> str:
        """Return the label of the event that most claims of a group are of."""
        events = Counter(one.subject for unit in group for one in unit.claims if one.subject)
        event = max(events, key=lambda one: events[one], default=None)
        return flat(self.layout.lookup.subject_label(event) or str(templates()["unlabelled"]))


def _many(units: Iterable[Unit]) -> bool:
    """Tell whether there are two claims at least."""
    return sum(len(unit.claims) for unit in units) > 1


def _size(unit: Unit) -> int:
    """Return about how many characters a sentence takes with its claims."""
    return min(unit.span[1] - unit.span[0], LONGEST) + A_CLAIM * len(unit.claims)


def _cut(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Cut an article into parts by paragraphs; each begins with the last ones of the part before it."""
    paragraphs = [list(group) for _, group in groupby(units, key=lambda unit: unit.paragraph)]
    sizes = [sum(map(_size, group)) for group in paragraphs]
    start = 0
    while start < len(paragraphs):
        end, size = start, 0
        while end < len(paragraphs) and (end == start or size + sizes[end] <= LIMIT):
            size += sizes[end]
            end += 1
        yield [unit for group in paragraphs[start:end] for unit in group]
        if end == len(paragraphs):
            return
        shared = 0
        following = end
        while following - 1 > start and shared + sizes[following - 1] <= OVERLAP:
            following -= 1
            shared += sizes[following]
        start = following
