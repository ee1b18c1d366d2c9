"""The report as a folder of HTML pages, for what is too large for one: an index, and a page a story.

Invariants
    - Nothing is told twice as two things: a dispute has the number and the id that it has on one page.
    - Every link leads to a place that is there: on the page itself, or on another page of the folder.
    - One page at a time is held.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimgraph.model import Collection, Findings, Matching
from claimgraph.report.accords import accords
from claimgraph.report.cards import Cards
from claimgraph.report.facets import Tags
from claimgraph.report.html import Pages
from claimgraph.report.lookup import Lookup
from claimgraph.report.opposition import Opposition, opposition
from claimgraph.report.page import Page, page_of
from claimgraph.report.parting import Part, Parting, parts
from claimgraph.report.setting import Setting
from claimgraph.report.shapes import Accord, Counts, LeadLine, Placed
from claimgraph.report.statements import TITLE
from claimgraph.report.values import Axes, axes
from claimgraph.report.view import LEADS, counts, lead_lines, placed, shown, view_of
from claimgraph.report.wording import date_words, shorten

INDEX = "index.html"
FIGURES = "figures.html"
SPEAKERS = 5_000
"""Speakers in the index at most, those with most statements."""
PAGES = 3
"""Pages named beside a speaker at most, those with most of the statements."""
PREFIXES = ("m-", "source-", "text-")
"""What stands before an id where a page has a place for a claim, for an article and for its text."""

File = tuple[str, Iterator[str]]
"""The name of a page, and what it holds, in pieces."""


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article in the index; ``disputes`` counts those in which it stands."""

    id: str
    label: str
    publisher: str | None
    date: str
    disputes: int


@dataclass(frozen=True, slots=True)
class ListedSpeaker:
    """A speaker in the index, with the pages (file, title) that hold most of the statements."""

    name: str
    role: str | None
    statements: int
    pages: tuple[tuple[str, str], ...]
    left: int


@dataclass(frozen=True, slots=True)
class Index:
    """What the index shows; ``figures`` is the page on which figures are drawn, if there is one."""

    title: str
    counts: Counts
    disputes: int
    placed: Placed
    opposition: Opposition
    accords: tuple[Accord, ...]
    leads: tuple[LeadLine, ...]
    leads_left: int
    articles: tuple[ListedArticle, ...]
    speakers: tuple[ListedSpeaker, ...]
    speakers_left: int
    figures: str | None = None


class Addresses:
    """Gives the address of what has an id, seen from the page that is being made."""

    def __init__(self, parting: Parting) -> None:
        self._parting = parting
        self.current = INDEX

    def __call__(self, identity: str) -> str:
        """Return the address; of what is not known, a place on the page itself."""
        bare = next((identity.removeprefix(one) for one in PREFIXES if identity.startswith(one)), identity)
        page = self._parting.page_of(identity) or self._parting.page_of(bare)
        return f"#{identity}" if page in {None, self.current} else f"{page}#{identity}"


def pages(findings: Findings, setting: Setting | None = None) -> Iterator[File]:
    """Yield the pages of a report; each is to be read whole before the next is asked for."""
    setting = setting or Setting()
    lookup = shown(findings)
    cards = Cards(lookup)
    held = placed(cards)
    made = parts(lookup, cards, held.stories)
    parting = Parting(lookup, made)
    figures = axes(cards)
    addresses = Addresses(parting)
    first = Pages(setting, addresses)
    index = _index(cards, held, made, parting)
    yield INDEX, first.index(replace(index, figures=FIGURES) if figures.shown else index)
    if figures.shown:
        addresses.current = FIGURES
        yield FIGURES, first.report(_drawn(figures, cards), "figures.html.j2", index=INDEX)
    others = Pages(replace(setting, since=None), addresses)
    for part in made:
        addresses.current = part.name
        yield part.name, others.report(_page(part, parting, cards, held), index=INDEX, draws=False)


def _page(part: Part, parting: Parting, cards: Cards, held: Placed) -> Page:
    """Return the page of one part; its disputes are those that were made into cards already."""
    own = Cards(parting.on(part))
    own.numbers = cards.numbers
    disputes = frozenset(one.id for one in own.lookup.findings.matching.disputes)
    shown = held.on((part.story,) if part.story else (), disputes)
    return page_of(view_of(own, shown, part.title), own)


def _drawn(figures: Axes, cards: Cards) -> Page:
    """Return the page that holds the figures alone."""
    nothing = Cards(Lookup(Findings(collection=Collection(), matching=Matching())))
    empty = page_of(view_of(nothing, placed(nothing), "Figures side by side"), nothing)
    return replace(empty, axes=figures, tags=Tags(cards.lookup))


def _index(cards: Cards, held: Placed, made: Sequence[Part], parting: Parting) -> Index:
    lookup, statements = cards.lookup, cards.statements
    matching = lookup.findings.matching
    speakers = list(_speakers(lookup, made, parting))
    return Index(
        title="Disputed claims",
        counts=counts(lookup),
        disputes=len(lookup.standing),
        placed=held,
        opposition=opposition(cards),
        accords=accords(parting.apart(matching.agreements), cards),
        leads=lead_lines(matching.leads, statements),
        leads_left=max(0, len(matching.leads) - LEADS),
        articles=tuple(_articles(lookup)),
        speakers=tuple(speakers[:SPEAKERS]),
        speakers_left=max(0, len(speakers) - SPEAKERS),
    )


def _articles(lookup: Lookup) -> Iterator[ListedArticle]:
    """Yield every article in reading order."""
    for source in lookup.sources.values():
        claims = lookup.claims_in[source.id]
        disputes = {one.id for claim in claims for one in lookup.disputes_of.get(claim.id, ())}
        label = shorten(source.title or source.name, TITLE)
        date = date_words(source.published.date)
        yield ListedArticle(source.id, label, source.publisher, date, len(disputes))


def _speakers(lookup: Lookup, made: Iterable[Part], parting: Parting) -> list[ListedSpeaker]:
    """Return those to whom something is attributed, with most statements first, and where they speak."""
    title = {part.name: part.title for part in made}
    said: dict[str, Counter[str]] = {}
    for speaker, claims in lookup.attributed.items():
        statements = dict.fromkeys((claim.source, claim.statement) for claim in claims)
        said[speaker] = Counter(parting.page_of(source) or INDEX for source, _ in statements)
    ranked = sorted(said, key=lambda one: (-said[one].total(), lookup.speakers[one].name))
    return [
        ListedSpeaker(
            lookup.speakers[one].name,
            lookup.speakers[one].role,
            said[one].total(),
            tuple((page, title[page]) for page, _ in said[one].most_common(PAGES)),
            max(0, len(said[one]) - PAGES),
        )
        for one in ranked
    ]
