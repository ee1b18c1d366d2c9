"""All attributions of an article, in the order in which they are completed; of a source as spans alone.

Invariant: the spans are those that the claims of the same source have. Only the spans of a source's
portions are held, so that memory grows by little with its length.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from claimgraph.extract.attribution.ends import with_ends, with_speeches
from claimgraph.extract.attribution.missed import with_missed
from claimgraph.extract.attribution.references import with_references
from claimgraph.extract.attribution.sources import with_channels, with_relays, with_sources
from claimgraph.extract.attribution.spans import TOPIC, Attribution, trimmed
from claimgraph.extract.grammar.clauses import clauses
from claimgraph.extract.grammar.verbs import is_finite
from claimgraph.extract.parse import Article, parse
from claimgraph.extract.plain import plain
from claimgraph.extract.portions import portions
from claimgraph.extract.tagger.repair import is_scrap
from claimgraph.extract.tagger.runtime import Tagger
from claimgraph.lexicon import words
from claimgraph.model import Source, Span


def attributions(article: Article, tagger: Tagger | None = None) -> list[Attribution]:
    """Return the attributions of an article in text order; never raises on odd text.

    Args:
        article: the parsed source.
        tagger: the network to read with; None for the shipped one.
    """
    read = (tagger or Tagger()).attributions(article)
    found = [one for one in read if not is_scrap(article, one)]
    found = with_channels(article, found)
    found = with_missed(article, found)
    found = with_sources(article, found)
    found = with_relays(article, found)
    found = with_references(article, found)
    found = with_speeches(article, found)
    found = with_ends(article, found)
    found = [_topical(article, one) for one in found]
    found = [whole for one in found if (whole := _trimmed(article.source.text, one)).content]
    return _nested(sorted(found, key=lambda one: (one.cue, one.content)))


def _topical(article: Article, one: Attribution) -> Attribution:
    """Mark what is only talked about: "spoke of 40 dead", "mentioned the fire"."""
    if one.head not in words("cues", "topic"):
        return one
    told = any(is_finite(token) for token in article.tokens(*one.content))
    return one if told else replace(one, rule=TOPIC)


def _trimmed(text: str, one: Attribution) -> Attribution:
    return replace(one, source=trimmed(text, one.source), content=trimmed(text, one.content))


def _nested(found: Sequence[Attribution]) -> list[Attribution]:
    """Point each attribution at the smallest one whose content holds its cue: "X said Y had denied Z".

    They come in the order of their cues, so that only contents that began and go on are looked at.
    """
    spans = [(start, end, number) for number, one in enumerate(found) for start, end in one.content]
    ahead = sorted(spans, reverse=True)  # the last in the text first
    lengths = [sum(end - start for start, end in one.content) for one in found]
    open_spans: list[tuple[int, int, int]] = []
    result = []
    for position, inner in enumerate(found):
        start, end = inner.cue[0]
        while ahead and ahead[-1][0] <= start:
            open_spans.append(ahead.pop())
        open_spans = [span for span in open_spans if span[1] > start]
        holders = {number for _, stop, number in open_spans if end <= stop and number != position}
        smallest = min(holders, key=lambda one: (lengths[one], one), default=None)
        result.append(replace(inner, parent=smallest))
    return result


@dataclass(frozen=True, slots=True)
class Spans:
    """One statement: who, the words that attribute, and what is said, each in any order."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def attributed(source: Source) -> Iterator[Spans]:
    """Yield what a source attributes to somebody, portion by portion."""
    read = plain(source)
    for portion in portions(source if read is None else read.source):
        article = parse(portion)
        for one in statements(article, attributions(article)):
            if read is None:
                yield one
            else:
                yield Spans(*(read.all_back(each) for each in (one.source, one.cue, one.content)))


def statements(article: Article, found: Sequence[Attribution]) -> Iterator[Spans]:
    """Yield each statement of an article once, with the words that its claims would have."""
    cued = [(one, (one.cue[0][0], max(end for _, end in one.cue))) for one in found if one.cue]
    by_claim = {(content, cue): one for one, cue in cued for content in clauses(article, one.content)}
    by_statement: defaultdict[object, list[tuple[tuple[Span, ...], Span, Attribution]]] = defaultdict(list)
    for (content, cue), one in by_claim.items():
        by_statement[one.cue, one.content].append((content, cue, one))
    for claims in by_statement.values():
        contents, cues, statements_of = zip(*claims, strict=True)
        yield Spans(
            source=tuple(one.source[0] for one in statements_of if one.source),
            cue=cues,
            content=tuple(chain.from_iterable(contents)),
        )
