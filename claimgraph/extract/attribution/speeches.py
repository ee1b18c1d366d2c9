"""Speeches that run over paragraphs: a quotation alone in its paragraph goes on with the speaker before.

A quotation without words for saying belongs to whoever acts in the sentence before it.

Invariant: an attribution's cue never changes; only quotations of neighbouring paragraphs that
belong to nobody are added to its content.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimgraph.extract.attribution.spans import Attribution, shared
from claimgraph.extract.grammar.nouns import full_name
from claimgraph.extract.grammar.tree import ANY_SUBJECT, child, lemma
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.quotes import MARKS, Quote, over_paragraphs
from claimgraph.model import Span

_FEW_WORDS = 3
"""Words outside its quotations up to which a paragraph is nothing but a quotation."""


def with_speeches(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions with the quotations of the following paragraphs that belong to them.

    A paragraph of nothing but a quotation goes on with whoever was quoted in the one before; so
    does the rest of a quotation that was still open there.
    """
    kept = [part for one in found for part in _by_actor(article, one, found)]
    texts = [paragraph.text for paragraph in article.paragraphs]
    running: int | None = None
    for paragraph, quotes in zip(article.paragraphs, over_paragraphs(texts), strict=True):
        own = [n for n, one in enumerate(kept) if paragraph.start <= one.cue[0][0] < paragraph.end]
        spans = [(paragraph.start + quote.start, paragraph.start + quote.end) for quote in quotes]
        going_on = spans[: _going_on(paragraph, quotes)] if running is not None else []
        if running is not None and going_on:
            kept[running] = _with_loose(kept[running], going_on, [kept[n] for n in own])
        if own or not going_on:
            running = _last_quoted(kept, own, spans)
    return kept


def _by_actor(article: Article, one: Attribution, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield a statement without the quotations before which somebody else acts, and those as his.

    "…, Lund said. Mr Roe laughed. “There is no tree on that road.”": the tree is Roe's.
    """
    taken = tuple(span for other in found for span in (*other.source, *other.cue, *other.content))
    kept = []
    for span in one.content:
        acting = _acting_before(article, one, span, taken)
        if acting is None:
            kept.append(span)
        else:
            yield replace(acting, content=(span,))
    if kept:
        yield replace(one, content=tuple(kept))


def _acting_before(
    article: Article, one: Attribution, span: Span, taken: tuple[Span, ...]
) -> Attribution | None:
    """Return who does something in a sentence of nobody's words between a cue and a quotation behind it."""
    paragraph = article.paragraph_at(span[0])
    if paragraph is None or span[0] < one.cue[-1][1] or article.source.text[span[0]] not in MARKS:
        return None
    at = span[0] - paragraph.start
    before = [sent for sent in paragraph.doc.sents if sent.end_char <= at]
    sent = before[-1] if before else None
    if sent is None or paragraph.start + sent.start_char < one.cue[-1][1]:
        return None
    told = (paragraph.start + sent.start_char, paragraph.start + sent.end_char)
    who = child(sent.root, *ANY_SUBJECT)
    if who is None or who.pos_ != "PROPN" or shared((told,), taken):
        return None
    source, cue = paragraph.span(full_name(who, sent.root)), paragraph.span([sent.root])
    return Attribution((source,), (cue,), (), lemma(sent.root), "actor")


def _with_loose(one: Attribution, spans: Sequence[Span], others: Sequence[Attribution]) -> Attribution:
    """Add to a statement the quotations that belong to nobody else, whole if it has a part of them."""
    taken = (*one.cue, *(span for other in others for span in (*other.content, *other.cue)))
    loose = tuple(span for span in spans if not shared((span,), taken))
    return replace(one, content=tuple(sorted({*(s for s in one.content if not shared((s,), loose)), *loose})))


def _going_on(paragraph: Paragraph, quotes: Sequence[Quote]) -> int:
    """Return how many quotations of a paragraph, from its first, may go on with the speaker before.

    All where hardly a word stands outside them; the first alone where it was open before.
    """
    if not quotes:
        return 0
    inside = {place for quote in quotes for place in range(quote.start, quote.end)}
    outside = sum(token.is_alpha and token.idx not in inside for token in paragraph.doc)
    if outside <= _FEW_WORDS and not paragraph.text[: quotes[0].start].strip():
        return len(quotes)
    return int(quotes[0].start == 0 and paragraph.text[:1] not in MARKS)


def _last_quoted(found: Sequence[Attribution], own: Sequence[int], spans: Sequence[Span]) -> int | None:
    """Return which of a paragraph's statements was quoted last, so that its speech may go on."""
    quoted = [number for number in own if shared(found[number].content, tuple(spans))]
    return max(
        quoted, key=lambda number: (max(end for _, end in found[number].content), number), default=None
    )
