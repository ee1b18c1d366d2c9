"""The full text of an article with its claims marked in place, as HTML.

Every character of the text stands there once and in its order; a character that would turn
the text round is spelled out. Claims may overlap: the text is cut wherever one begins or
ends. ``m-<claim>`` is the anchor of a claim, and its disputes are linked where it ends.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from claimgraph.gathering import grouped
from claimgraph.model import Block, Claim, Source, Span
from claimgraph.report.cards import Cards
from claimgraph.report.quoting import stretches, visible
from claimgraph.report.shapes import Dating, Origin
from claimgraph.report.statements import dating, origin
from claimgraph.report.wording import FLAG_WORDS, count

Entry = tuple[str, str]
"""A flagged statement of the page: the kind of its flag and the id of the claim."""
UNREAD = frozenset({"caption", "credit", "boilerplate"})
"""Kinds of paragraphs that hold no claims."""
UNREAD_WORDS = "(captions, credits, page furniture) not read for claims."
MARK, DISPUTED = Markup("<mark>{}</mark>"), Markup('<mark class="d">{}</mark>')


@dataclass(frozen=True, slots=True)
class Article:
    """One article; ``marked`` and ``unread`` say how much is marked and how much was not read."""

    origin: Origin
    published: Dating
    day: str
    marked: str
    unread: str
    text: Markup


def articles(cards: Cards, entries: Iterable[Entry]) -> Iterator[Article]:
    """Yield the articles in reading order; ``entries`` are the flagged claims the page lists."""
    lookup = cards.lookup
    listed = frozenset(entries)
    for source in lookup.sources.values():
        own = lookup.claims_in[source.id]
        disputed = sum(claim.id in lookup.disputes_of for claim in own)
        unread = sum(block.kind in UNREAD for block in source.blocks)
        yield Article(
            origin=origin(source),
            published=dating("Published", source.published),
            day=source.published.date or "",
            marked=f"{count(len(own), 'claim')}, {disputed} in disputes",
            unread=f"{count(unread, 'grey paragraph')} {UNREAD_WORDS}" if unread else "",
            text=Markup("\n").join(_Marking(source, own, cards, listed).paragraphs()),
        )


class _Marking:
    """Cuts the text of one article where claims begin and end."""

    def __init__(
        self, source: Source, claims: Iterable[Claim], cards: Cards, listed: frozenset[Entry]
    ) -> None:
        self.source, self.cards, self.listed = source, cards, listed
        marked = [(claim, claim.content or ((claim.start, claim.end),)) for claim in claims]
        self.starts = grouped((spans[0][0], claim) for claim, spans in marked)
        self.ends = grouped((spans[-1][1], claim) for claim, spans in marked)
        disputes = cards.lookup.disputes_of
        self.spans = [(span, claim.id in disputes) for claim, spans in marked for span in spans]
        self.cuts = sorted({place for span, _ in self.spans for place in span})

    def paragraphs(self) -> Iterator[Markup]:
        """Yield the paragraphs of the article; text between blocks too."""
        for span, block in stretches(self.source):
            yield from self._paragraph(span, block)

    def _paragraph(self, span: Span, block: Block | None) -> Iterator[Markup]:
        if span[0] >= span[1]:
            return
        inner = Markup().join(self._pieces(span))
        if not self.source.text[span[0] : span[1]].strip() and not inner.strip():
            return
        kind = "off" if block and block.kind in UNREAD else "head" if block and block.kind != "body" else ""
        yield (
            Markup('<p class="{}">{}</p>').format(kind, inner) if kind else Markup("<p>{}</p>").format(inner)
        )

    def _pieces(self, span: Span) -> Iterator[Markup]:
        """Yield the text of a paragraph, anchors, marks and links to the cards in their order."""
        start, end = span
        bounds = [start, *(cut for cut in self.cuts if start < cut < end), end]
        for place, (low, high) in enumerate(pairwise(bounds)):
            if place:
                yield from self._links(low)
            yield from (Markup('<span id="m-{}"></span>').format(one.id) for one in self.starts.get(low, ()))
            text = escape(visible(self.source.text[low:high]))
            covering = [disputed for (start, end), disputed in self.spans if start <= low < end]
            yield (DISPUTED if any(covering) else MARK).format(text) if covering else text
        yield from self._links(end)

    def _links(self, place: int) -> Iterator[Markup]:
        """Yield a link to each card and entry of the claims that end here."""
        ending = self.ends.get(place, ())
        for number, identity in self.cards.refs(claim.id for claim in ending):
            yield Markup('<a class="ref" href="#{}" aria-label="dispute {}">{}</a>').format(
                identity, number, number
            )
        for claim in ending:
            for kind in dict.fromkeys(flag.kind for flag in self.cards.lookup.flags_of.get(claim.id, ())):
                if (kind, claim.id) in self.listed:
                    label = FLAG_WORDS[kind].lower()
                    yield Markup('<a class="ref" href="#{}-{}">{}</a>').format(kind, claim.id, label)
