"""Which words of a report's headings its articles do not hold."""

import re
from collections.abc import Iterator

from claimgraph.model import Findings
from claimgraph.report.page import Page, build
from claimgraph.report.questions import ASKING

NAMELESS = frozenset("a subject without a name".split())  # noqa: SIM905 - a phrase of the report's own


def words_of(text: str) -> Iterator[str]:
    yield from (word.lower() for word in re.findall(r"[^\W_]+", text))


def headings(page: Page) -> Iterator[tuple[str, frozenset[str] | None]]:
    """Yield every heading the page makes, with the articles whose words it may use; None for all of them."""
    for card in (*page.view.placed.cards, *page.view.updates.cards):
        shown = (one for side in card.sides for one in (*side.statements, *side.more))
        yield card.heading, frozenset(one.origin.id for one in shown)
    yield from ((story.heading, None) for story in page.view.placed.stories)
    for marked in page.view.marked:
        yield from ((entry.subject, None) for entry in marked.entries if entry.subject)
    for axis in page.axes.shown:
        yield axis.heading, frozenset(one.origin.id for value in axis.values for one in value.statements)
    yield from ((thread.heading, None) for thread in page.timeline.threads)
    for accord in page.view.accords:
        yield accord.heading, frozenset(one.origin.id for one in accord.statements)


def foreign(findings: Findings) -> dict[str, set[str]]:
    """Return the headings with words that are neither their articles' nor the report's own, with these."""
    held = {one.id: set(words_of(f"{one.text} {one.title or ''}")) for one in findings.collection.sources}
    found: dict[str, set[str]] = {}
    for heading, articles in headings(build(findings)):
        known = (ASKING | NAMELESS).union(*(held[one] for one in articles or held))
        if missing := set(words_of(heading)) - known:
            found[heading] = missing
    return found
