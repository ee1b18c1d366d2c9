"""A large report on several pages: which article stands on which, and what is found on each.

Every article stands on one page: that of its story where something in the story is disputed, else on one
of those on which the rest is gathered, stories together. A dispute stands with its first statement, and
what links two pages is told on neither but in the index.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from claimgraph.gathering import grouped
from claimgraph.lexicon.sides import slug
from claimgraph.model import Agreement, Claim, Collection, Dispute, Findings, Matching, Speaker, Update
from claimgraph.report.cards import Cards
from claimgraph.report.lookup import Lookup
from claimgraph.report.shapes import Story
from claimgraph.report.storylines import Storyline

STORY = 500
"""Articles of a story on its own page; of a larger one only those in which something is disputed."""
GATHERED = 60
"""Articles, in which nothing is disputed, on one page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page: its file, its title, the ids of its articles, and its story, if it is of one."""

    name: str
    title: str
    sources: tuple[str, ...]
    story: Story | None = None


def parts(lookup: Lookup, cards: Cards, stories: Sequence[Story]) -> tuple[Part, ...]:
    """Return the pages, those of stories first, in the order of the report."""
    bound = _bound(lookup)
    made: list[Part] = []
    rest: dict[Storyline, list[str]] = {}
    story_of = {story.id: story for story in stories}
    for line in cards.lines:
        story = story_of.get(cards.places.get(line, ""))
        own = line.articles if len(line.articles) <= STORY else [one for one in line.articles if one in bound]
        if story is not None:
            made.append(Part(f"{story.id}.html", story.heading, tuple(own), story))
        taken = frozenset(own if story is not None else ())
        rest[line] = [one for one in line.articles if one not in taken]
    order = {story.id: place for place, story in enumerate(stories)}
    made.sort(key=lambda part: order[part.story.id] if part.story else len(order))
    return (*made, *_gathered(rest.values(), titled="Other articles" if made else "Articles"))


def _bound(lookup: Lookup) -> set[str]:
    """Return the articles that a dispute or a change holds."""
    matching = lookup.findings.matching
    sides = chain((one.sides for one in matching.disputes), (one.sides for one in matching.updates))
    return {lookup.claims[claim].source for side in sides for claim in chain.from_iterable(side)}


def _gathered(groups: Iterable[Sequence[str]], titled: str) -> Iterator[Part]:
    """Yield pages with the articles of some groups, a group on one page where it fits."""
    pages: list[list[str]] = []
    for group in groups:
        for at in range(0, len(group), GATHERED):
            some = group[at : at + GATHERED]
            if not pages or len(pages[-1]) + len(some) > GATHERED:
                pages.append([])
            pages[-1].extend(some)
    for place, sources in enumerate(pages, 1):
        yield Part(f"articles-{place}.html", f"{titled}, page {place} of {len(pages)}", tuple(sources))


class Parting:
    """Finds the page of a thing, and what is found on a page."""

    def __init__(self, lookup: Lookup, made: Iterable[Part]) -> None:
        self.lookup = lookup
        self._page = {source: part.name for part in made for source in part.sources}
        matching = lookup.findings.matching
        speakers = (one for one in lookup.speakers.values() if one.side and slug(one.name) == one.side)
        self._bearers = grouped((one.side, one) for one in speakers)
        self._order = {speaker: place for place, speaker in enumerate(lookup.speakers)}
        held = chain[Dispute | Update](matching.disputes, matching.updates)
        self._first = {one.id: one.sides[0][0] for one in held}
        self._claims = self._by_page((one, (one.id,)) for one in lookup.claims.values())
        self._matched: dict[str, Mapping[str, list[Any]]] = {
            "disputes": self._by_page((one, one.sides[0][:1]) for one in matching.disputes),
            "updates": self._by_page((one, one.sides[0][:1]) for one in matching.updates),
            "agreements": self._by_page((one, (one.a, one.b)) for one in matching.agreements),
            "leads": self._by_page((one, (one.a, one.b)) for one in matching.leads),
            "near_misses": self._by_page((one, (one.a, one.b)) for one in matching.near_misses),
        }

    def page_of(self, identity: str) -> str | None:
        """Return the page of an article, claim, dispute or change by its id; None for anything else."""
        claim = self._first.get(identity, identity)
        source = self.lookup.claims[claim].source if claim in self.lookup.claims else claim
        return self._page.get(source)

    def apart(self, pairs: Iterable[Agreement]) -> tuple[Agreement, ...]:
        """Return the pairs whose claims stand on two pages."""
        return tuple(one for one in pairs if self.page_of(one.a) != self.page_of(one.b))

    def on(self, part: Part) -> Lookup:
        """Return what is found on a page."""
        claims = self._claims[part.name]
        flags = (self.lookup.flags_of.get(claim.id, ()) for claim in claims)
        collection = Collection(
            sources=tuple(self.lookup.sources[one] for one in part.sources),
            speakers=tuple(self._speakers(claims)),
            claims=tuple(claims),
            flags=tuple(chain.from_iterable(flags)),
        )
        matched = {name: tuple(found[part.name]) for name, found in self._matched.items()}
        about = (*claims, *matched["disputes"], *matched["updates"])
        known = self.lookup.subjects
        subjects = tuple(known[one] for one in dict.fromkeys(each.subject for each in about) if one in known)
        matching = Matching(**matched, subjects=subjects)
        return Lookup(Findings(collection=collection, matching=matching), self.lookup.also)

    def _speakers(self, claims: Iterable[Claim]) -> list[Speaker]:
        """Return whom some claims name, whom those speak for, and who bears their sides, in their order."""
        known = self.lookup.speakers
        found: dict[str, Speaker] = {}
        targets = {claim.target for claim in claims if claim.target}
        wanted = [known[one] for claim in claims for one in (*claim.speakers, *claim.via) if one in known]
        wanted += chain.from_iterable(self._bearers.get(one, ()) for one in targets)
        while wanted:
            speaker = wanted.pop()
            if speaker.id in found:
                continue
            found[speaker.id] = speaker
            principal = known.get(speaker.spokesperson_of or "")
            wanted += [principal] if principal else []
            wanted += self._bearers.get(speaker.side, ()) if speaker.side else ()
        return sorted(found.values(), key=lambda one: self._order[one.id])

    def _by_page(self, things: Iterable[tuple[Any, Sequence[str]]]) -> Mapping[str, list[Any]]:
        """Return things by the page of the claims given with each; what links two pages is on neither."""
        found: defaultdict[str, list[Any]] = defaultdict(list)
        for thing, claims in things:
            pages = {self.page_of(claim) for claim in claims}
            page = pages.pop()
            if not pages and page is not None:
                found[page].append(thing)
        return found
