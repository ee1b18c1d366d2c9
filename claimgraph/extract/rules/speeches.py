"""Speeches that run over paragraphs: a quotation alone in its paragraph goes on with the speaker before."""

from dataclasses import replace

from claimgraph.extract.engines import Attribution
from claimgraph.extract.rules.passage import Passage
from claimgraph.model import Span


def continue_speeches(passages: list[Passage], found: list[Attribution]) -> list[Attribution]:
    """Add to an attribution the following paragraphs that are nothing but its quotation.

    A paragraph continues the speech when it opens with a quotation mark, holds no cue of
    its own, and the paragraph before ended inside or right after a quotation of that
    attribution.
    """
    result = list(found)
    speech: int | None = None
    for passage in passages:
        offset, stop = passage.paragraph.start, passage.paragraph.end
        own = [n for n, a in enumerate(result) if offset <= a.cue[0][0] < stop]
        loose = [
            (q.start + offset, q.end + offset)
            for q in passage.quotes
            if not _covered((q.start + offset, q.end + offset), result)
        ]
        opens = bool(passage.quotes) and not passage.text[: passage.quotes[0].start].strip()
        if speech is not None and opens and loose and not own and _bare(passage):
            result[speech] = replace(result[speech], content=tuple(sorted({*result[speech].content, *loose})))
            continue
        speech = _running(passage, result, own)
    return result


def _covered(span: Span, found: list[Attribution]) -> bool:
    return any(start < span[1] and span[0] < end for a in found for start, end in a.content)


def _bare(passage: Passage) -> bool:
    """Whether a paragraph holds hardly a word outside its quotations."""
    outside = [t for t in passage.doc if t.i not in passage.inside and t.is_alpha]
    return len(outside) <= 3


def _running(passage: Passage, found: list[Attribution], own: list[int]) -> int | None:
    """The attribution whose quotation may go on in the next paragraph."""
    offset = passage.paragraph.start
    quoted = [
        (end, number)
        for number in own
        for start, end in found[number].content
        for quote in passage.quotes
        if start < quote.end + offset and quote.start + offset < end
    ]
    return max(quoted)[1] if quoted else None
