"""Speeches that run over paragraphs: a quotation alone in its paragraph goes on with the speaker before.

A quotation without words for saying belongs to whoever acts in the sentence before it.

Invariant: an attribution's cue never changes; only quotations of neighbouring paragraphs that
belong to nobody are added to its content.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimgraph.extract.attribution.spans import Attribution, shared, without
from claimgraph.extract.grammar.nouns import full_name, is_person
from claimgraph.extract.grammar.sentences import in_quotation
from claimgraph.extract.grammar.tree import ANY_SUBJECT, child
from claimgraph.extract.grammar.verbs import is_finite
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.quotes import MARKS, Quote, over_paragraphs
from claimgraph.extract.tokens import Token, Tokens
from claimgraph.model import Span

_STOPS = frozenset(".!?…")
_CREDIT = re.compile(r"\s*([-–—])\s*([^\W\d_][^,.!?:;]{2,40})(?:,[^.!?]{0,60})?\s*")
"""A dash and a name, perhaps with an office, as they end a line: "“We will not sell” – Ann Roe, grocer"."""
_FEW_WORDS = 3
"""Words outside its quotations up to which a paragraph is nothing but a quotation."""


def with_speeches(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions with the quotations of the following paragraphs that belong to them.

    A paragraph of nothing but a quotation goes on with whoever was quoted in the one before; so
    does the rest of a quotation that was still open there.
    """
    kept = list(found)
    texts = [paragraph.text for paragraph in article.paragraphs]
    running: int | None = None
    for paragraph, quotes in zip(article.paragraphs, over_paragraphs(texts), strict=True):
        for quote in quotes:
            _claim(paragraph, quote, kept)
        own = [n for n, one in enumerate(kept) if paragraph.start <= one.cue[0][0] < paragraph.end]
        spans = [(paragraph.start + quote.start, paragraph.start + quote.end) for quote in quotes]
        going_on = spans[: _going_on(paragraph, quotes)] if running is not None else []
        if running is not None and going_on:
            kept[running] = _with_loose(kept[running], going_on, [kept[n] for n in own])
        if own or not going_on:
            running = _last_quoted(kept, own, (*spans, (paragraph.end, len(article.source.text))))
    return kept


def _claim(paragraph: Paragraph, quote: Quote, found: list[Attribution]) -> None:
    """Give a quotation to whoever signs it, or to who speaks, or else acts, in the sentence before it.

    "…, Lund said according to Radio Nord. “There is no tree.”": nobody else is found to say it.
    "…, Lund said. Mr Roe laughed. “There is no tree.”": the tree is Roe's, whoever was found to say it.
    """
    span = (paragraph.start + quote.start, paragraph.start + quote.end)
    holder = next((one for one in found if shared((span,), (*one.source, *one.cue, *one.content))), None)
    if holder is None and not quote.start:
        found += _credited(paragraph, span)
    before = [one for one in paragraph.doc.sents if paragraph.start + one.end_char <= span[0]]
    if not before or not _is_whole(paragraph.text, quote):
        return
    told = paragraph.span(before[-1])
    speaking = [one for one in found if shared((told,), (*one.cue, *one.content))]
    if speaking and holder is None:
        last = found.index(speaking[-1])
        found[last] = replace(found[last], content=tuple(sorted((*found[last].content, span))))
    who = None if speaking else _actor(before[-1], named=holder is not None)
    if who is None or (holder is not None and told[0] < holder.cue[-1][1]):
        return
    if holder is not None:
        found[found.index(holder)] = replace(holder, content=without(holder.content, span))
    verb = before[-1].root
    source, cue = paragraph.span(full_name(who, verb)), paragraph.span([verb])
    found.append(Attribution((source,), (cue,), (span,), verb.lemma, "actor"))


def _credited(paragraph: Paragraph, quoted: Span) -> Iterator[Attribution]:
    """Yield a quotation that a name behind a dash signs."""
    credit = _CREDIT.fullmatch(paragraph.text, quoted[1] - paragraph.start)
    if credit is not None and any(map(is_finite, paragraph.tokens(*quoted))):
        dash, name = ((paragraph.start + s, paragraph.start + e) for s, e in map(credit.span, (1, 2)))
        yield Attribution((name,), (dash,), (quoted,), credit[1], "credit")


def _actor(sentence: Tokens, *, named: bool) -> Token | None:
    """Return the person who acts in a sentence, outside quotation marks."""
    who = child(sentence.root, *ANY_SUBJECT)
    if who is None or in_quotation(who):
        return None
    return who if who.pos_ == "PROPN" or (is_person(who) and not named) else None


def _is_whole(text: str, quote: Quote) -> bool:
    """Tell whether a quotation holds whole sentences and stands between sentences."""
    said, behind = text[quote.start : quote.end], text[quote.end :].lstrip()
    begins = text[: quote.start].rstrip()[-1:] in _STOPS.union(MARKS)
    ends = said[-2:-1] in _STOPS and not behind[:1].islower()
    return begins and ends and quote.closed and len(said.split()) > _FEW_WORDS


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
