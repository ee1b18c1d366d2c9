"""Who says what as spans alone, for those who ask no more: no claim is made of it.

Invariant: the spans are those that the claims of the same source have. Only the spans of a
source's portions are held, so that memory grows by little with its length.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from claimgraph.extract.attribution.finding import attributions
from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.grammar.clauses import clauses
from claimgraph.extract.parse import Article, parse
from claimgraph.extract.plain import plain
from claimgraph.extract.portions import portions
from claimgraph.model import Source, Span


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
