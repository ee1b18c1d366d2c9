"""How far a statement goes: behind its hearer, up to where another speaks, over the quotations that go on.

"The army said four had died, but the rebels put the figure at thirty": the second clause is no word of
the army's. It is told apart from "the army said that the rebels put it at thirty" by the parse alone: its
verb stands beside the first verb, not below it. A quotation alone in its paragraph goes on with the
speaker before; one without words for saying belongs to whoever acts in the sentence before it.

Invariant: an attribution's cue never changes; only quotations of neighbouring paragraphs that belong to
nobody are added to its content.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claimgraph.extract.attribution.spans import Attribution, cue_verb, shared, trimmed, without
from claimgraph.extract.grammar.nouns import RELATIVE, full_name, is_person
from claimgraph.extract.grammar.sentences import in_quotation, is_quote, roots
from claimgraph.extract.grammar.tree import ANY_SUBJECT, AUXILIARIES, above, child, children, following, has
from claimgraph.extract.grammar.verbs import is_finite
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.quotes import MARKS, Quote, over_paragraphs
from claimgraph.extract.tokens import Token, Tokens
from claimgraph.lexicon import table, words
from claimgraph.model import Span

_QUOTED = re.compile(r"[“\"][^“”\"]*[.,!?…][”\"](?=[^“”\"]*\w)(?![^“”\"]*[“”\"])")
"""A quotation with words behind it that hold no further mark."""
_STOPS = frozenset(".!?…")
_CREDIT = re.compile(r"\s*([-–—])\s*([^\W\d_][^,.!?:;]{2,40})(?:,[^.!?]{0,60})?\s*")
"""A dash and a name, perhaps with an office, as they end a line: "“We will not sell” – Ann Roe, grocer"."""
_FEW_WORDS = 3
"""Words outside its quotations up to which a paragraph is nothing but a quotation."""


def with_ends(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions, each without the clauses beside it that others, or the writer, tell."""
    return [_begun(article, _within_clause(article, _ended(article, one, found))) for one in found]


def _within_clause(article: Article, one: Attribution) -> Attribution:
    """Leave out what is told of who speaks: "Roe, who said he fell | died", "his claim that it fell | is"."""
    cue = article.tokens(*one.cue)[-1]
    said = [token for token in article.tokens(*one.content) if token.lower_ not in RELATIVE]
    for below, main in pairwise((cue, *cue.ancestors)):
        who = child(main, *ANY_SUBJECT)
        apart = cue.pos_ == "NOUN" or cue.dep_ == "relcl" or below.right_edge.text == ","
        if who is None or main not in said or not apart:
            continue
        if who.i <= cue.i < said[0].i <= below.right_edge.i:
            rest = (below.right_edge.until, one.content[-1][1])
            return replace(one, content=trimmed(article.source.text, without(one.content, rest)))
    return one


def _begun(article: Article, one: Attribution) -> Attribution:
    """Leave out who is told, or of whom: "persuade voters | that it works", "added of Roe | : “He lied”"."""
    start, said = one.content[0][0], article.tokens(*one.content)
    apart = said[0].lower_ == "without" and said[0].head == cue_verb(article, one)
    that = next((token for token in said if token.lower_ == "that"), None) if apart else None
    first = _behind_hearer(roots(said)) if that is None else that.nbor()  # "without proof that | he lied"
    if first is None:
        return _closed(article, one)
    return replace(one, content=without(one.content, (start, first.at)))


def _behind_hearer(tops: list[Token]) -> Token | None:
    """Return where what is said begins, if its hearer stands before: "told Roe | he", "asked us | why"."""
    if not tops:
        return None
    hearer, asking = tops[0], words("grammar", "asking")
    told = next((top for top in tops[1:] if top.dep_ == "ccomp" and is_finite(top)), None)
    if told is None or hearer.dep_ not in {"dobj", "dative", "pobj"}:
        return None
    if hearer.left_edge.lower_ in asking or hearer.lemma in table("cues")["nouns"]["reference"]:
        return None  # "asked what tools he had", "rejected the claim that"
    first = told.left_edge
    first = first.nbor(-1) if first.i and following(first, -1) in MARKS else first
    addressed = hearer.head.lemma in table("cues")["verbs"]["addressed"] and told.head == hearer.head
    return first if addressed or first.lower_ in asking or is_quote(first) else None


def _closed(article: Article, one: Attribution) -> Attribution:
    """Leave out the speaker behind a quotation: "“Resign!” | the mayor's rival, Ada Roe, wrote"."""
    (start, end), text = one.content[-1], article.source.text
    quoted = _QUOTED.match(text, start, end)
    behind = min((span[0] for span in (*one.source, *one.cue) if span[0] >= end), default=None)
    if quoted is None or behind is None or text[end:behind].strip(" ,"):
        return one
    return replace(one, content=(*one.content[:-1], (start, quoted.end())))


def _ended(article: Article, one: Attribution, found: Sequence[Attribution]) -> Attribution:
    inside = [other for other in found if _stands_inside(other, one)]
    verb = cue_verb(article, one)
    if verb is None:
        return one
    for other in inside:
        beside = cue_verb(article, other)
        if beside is None or not _speaks_beside(article, other, beside, verb):
            continue
        start = min(first for first, _ in other.source)
        if beside.dep_ == "advcl":  # with the "while" before it
            start = min(start, beside.left_edge.at)
        begins = tuple(span for span in one.content if span[0] < start)
        one = replace(one, content=without(begins, (start, one.content[-1][1]))) if begins else one
    return one


def _stands_inside(inner: Attribution, outer: Attribution) -> bool:
    """Tell whether somebody speaks inside what another is said to say."""
    inside = inner.source and shared(inner.source, outer.content) == shared(inner.source, inner.source)
    return bool(inside and shared(inner.cue, outer.content))


def _speaks_beside(article: Article, other: Attribution, beside: Token, verb: Token) -> bool:
    """Tell whether a verb of saying is joined to another as its equal, with a subject of its own."""
    named = {token.i for token in article.tokens(*other.source)}
    own = any(subject.i in named for subject in children(beside, *ANY_SUBJECT))
    if not own:
        return False
    if above(beside, "conj") is above(verb, "conj"):
        return True
    first, marks = above(beside, "conj", "advcl"), {one.lower_ for one in children(beside, "mark")}
    apart = marks <= words("discourse", "contrast") if beside.dep_ == "advcl" else not marks
    plain = has(beside, "ccomp") and not has(beside, *AUXILIARIES)
    return apart and plain and verb in (first, first.head)


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
