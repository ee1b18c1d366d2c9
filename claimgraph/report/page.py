"""What the HTML page shows besides the view: charts, timeline, opposition, full texts, filters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimgraph.model import Findings
from claimgraph.report.cards import Cards
from claimgraph.report.facets import Facet, Tags
from claimgraph.report.fulltext import Article, articles
from claimgraph.report.opposition import Opposition, opposition
from claimgraph.report.shapes import View
from claimgraph.report.timeline import Timeline, timeline
from claimgraph.report.values import Axes, axes
from claimgraph.report.view import placed, shown, view_of


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page; its ``articles`` are made one by one, and can be read once."""

    view: View
    axes: Axes
    timeline: Timeline
    opposition: Opposition
    articles: Iterator[Article]
    facets: tuple[Facet, ...]
    tags: Tags


def build(findings: Findings) -> Page:
    """Return all that the page shows."""
    cards = Cards(shown(findings))
    return page_of(view_of(cards, placed(cards)), cards)


def page_of(view: View, cards: Cards) -> Page:
    """Return the page of a view, with the builder that it was made with."""
    tags = Tags(cards.lookup)
    listed = [(section.key, entry.statement.id) for section in view.marked for entry in section.entries]
    return Page(
        view=view,
        axes=axes(cards),
        timeline=timeline(cards),
        opposition=opposition(cards),
        articles=articles(cards, listed),
        facets=tags.facets(_countable(view)),
        tags=tags,
    )


def _countable(view: View) -> Iterator[tuple[Sequence[str], Sequence[str | None]]]:
    """Yield what a filter counts: the cards and the flagged statements."""
    for card in view.placed.cards:
        yield card.claims, (card.kind, card.subject, card.sureness)
    for marked in view.marked:
        for entry in marked.entries:
            yield [entry.statement.id], (marked.key,)
