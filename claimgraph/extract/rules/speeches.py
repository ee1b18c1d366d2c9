"""Speeches that run over paragraphs: a quotation alone in its paragraph goes on with the speaker before."""

from dataclasses import replace

from claimgraph.extract.engines import Attribution
from claimgraph.extract.rules.passage import Passage
from claimgraph.model import Span

_FEW_WORDS = 3


def continue_speeches(passages: list[Passage], found: list[Attribution]) -> list[Attribution]:
    """Add to an attribution the quotations of neighbouring paragraphs that belong to it.

    A paragraph that is nothing but a quotation continues the speech of the one before; a
    quotation that closes in a later paragraph is one with its other part, wherever its
    cue stands; a paragraph that ends with a colon introduces the next one.
    """
    result = list(found)
    speech: int | None = None
    for index, passage in enumerate(passages):
        own = _own(passage, result)
        loose = _loose(passage, result)
        if passage.carried:
            speech = _carry(passages, index, result, speech)
            loose = _loose(passage, result)
        opens = bool(passage.quotes) and not passage.text[: passage.quotes[0].start].strip()
        if speech is not None and opens and not own and _is_bare(passage):
            result[speech] = _extended(result[speech], loose)
            continue
        speech = _running(passage, result, own)
    return result


def _carry(passages: list[Passage], index: int, result: list[Attribution], speech: int | None) -> int | None:
    """Join both parts of a quotation that was open when the paragraph before ended."""
    passage = passages[index]
    opening = passage.quotes[0]
    span = (opening.start + passage.paragraph.start, opening.end + passage.paragraph.start)
    owner = next((n for n, a in enumerate(result) if _covered(span, [a])), None)
    if owner is None:
        if speech is not None:
            result[speech] = _extended(result[speech], [span])
        return speech
    while index > 0 and passages[index].carried:
        index -= 1
        before = [s for s in _loose(passages[index], result) if s[1] == _last_quote_end(passages[index])]
        result[owner] = _extended(result[owner], before)
    return owner


def _last_quote_end(passage: Passage) -> int:
    return passage.quotes[-1].end + passage.paragraph.start if passage.quotes else -1


def _extended(attribution: Attribution, spans: list[Span]) -> Attribution:
    return replace(attribution, content=tuple(sorted({*attribution.content, *spans})))


def _own(passage: Passage, found: list[Attribution]) -> list[int]:
    """The positions of the attributions whose cue stands in the paragraph."""
    start, end = passage.paragraph.start, passage.paragraph.end
    return [number for number, attribution in enumerate(found) if start <= attribution.cue[0][0] < end]


def _loose(passage: Passage, found: list[Attribution]) -> list[Span]:
    """The paragraph's quotations that belong to nobody yet."""
    offset = passage.paragraph.start
    spans = [(quote.start + offset, quote.end + offset) for quote in passage.quotes]
    return [span for span in spans if not _covered(span, found)]


def _covered(span: Span, found: list[Attribution]) -> bool:
    return any(start < span[1] and span[0] < end for a in found for start, end in a.content)


def _is_bare(passage: Passage) -> bool:
    """Whether a paragraph holds hardly a word outside its quotations."""
    return sum(1 for t in passage.doc if t.i not in passage.inside and t.is_alpha) <= _FEW_WORDS


def _running(passage: Passage, found: list[Attribution], own: list[int]) -> int | None:
    """The attribution whose quotation may go on in the next paragraph, or is to follow there."""
    if own and passage.text.rstrip().endswith(":"):
        return own[-1]
    last = [number for number in own if not found[number].content]
    if last:
        return last[-1]
    offset = passage.paragraph.start
    quoted = [
        (end, number)
        for number in own
        for start, end in found[number].content
        for quote in passage.quotes
        if start < quote.end + offset and quote.start + offset < end
    ]
    return max(quoted)[1] if quoted else None
