"""What the HTML page shows besides the view: charts, timeline, opposition, full texts, filters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimgraph.model import Findings
from claimgraph.report.cards import Cards
from claimgraph.report.facets import Facet, Tags
from claimgraph.report.fulltext import Article, articles
from claimgraph.report.opposition import Opposition, opposition
from claimgraph.report.shapes import Card, View
from claimgraph.report.timeline import Timeline, timeline
from claimgraph.report.values import Axes, axes
from claimgraph.report.view import placed, shown, view_of


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page.

    ``subjects`` gives the subject of a dispute by the id of its card; ``articles`` are made one by one, and
    can be read once.
    """

    view: View
    axes: Axes
    timeline: Timeline
    opposition: Opposition
    articles: Iterator[Article]
    facets: tuple[Facet, ...]
    tags: Tags
    subjects: dict[str, str | None]


def build(findings: Findings) -> Page:
    """Return all that the page shows."""
    cards = Cards(shown(findings))
    return page_of(view_of(cards, placed(cards)), cards)


def page_of(view: View, cards: Cards) -> Page:
    """Return the page of a view, with the builder that it was made with."""
    tags = Tags(cards.lookup)
    subjects = {dispute.id: dispute.subject for dispute in cards.lookup.findings.matching.disputes}
    listed = [(section.key, entry.statement.id) for section in view.marked for entry in section.entries]
    return Page(
        view=view,
        axes=axes(cards),
        timeline=timeline(cards),
        opposition=opposition(cards),
        articles=articles(cards, listed),
        facets=tags.facets(_countable(view, subjects)),
        tags=tags,
        subjects=subjects,
    )


def claims_of(card: Card) -> list[str]:
    """Return the ids of the claims that a card shows."""
    return [one.id for side in card.sides for one in (*side.statements, *side.more)]


def _countable(
    view: View, subjects: dict[str, str | None]
) -> Iterator[tuple[Sequence[str], str | None, str | None]]:
    """Yield what a filter counts: the cards and the flagged statements."""
    for card in view.placed.cards:
        yield claims_of(card), card.kind, subjects[card.id]
    for marked in view.marked:
        for entry in marked.entries:
            yield [entry.statement.id], marked.key, None
