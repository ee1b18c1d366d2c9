"""A claim in its sentence: where the sentence begins and ends, and which words are claimed.

Nothing is rewritten: a quotation is ``source.text[start:end]`` cut into segments, some of
them marked. White space is the only thing that a page may show otherwise.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimgraph.lexicon import characters, words
from claimgraph.model import Block, Claim, Source, Span

REACH = 700
"""Characters shown at most on either side of the claimed words."""
LONGEST = 2_400
"""Characters of one quotation shown at most."""

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_OPENS = re.compile(r"\s+[\"'“‘«(\[]*[^\W_a-zß-öø-ÿ]")
_MARK = re.compile('[“”"]')
_TAIL = re.compile(r"[.,;:!?)\]]*")

visible = characters.visible


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a quotation; ``marked`` when these are the words claimed."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of a source, with the claimed words marked.

    ``before`` and ``after`` say that the sentence goes on past what is shown.
    """

    start: int
    end: int
    segments: tuple[Segment, ...]
    before: bool = False
    after: bool = False


def quote(source: Source, claim: Claim) -> Quotation:
    """Return the claim in its whole sentence, with the words that say who and how."""
    bounds = block_bounds(source, claim.start, claim.end)
    span = balanced(source.text, sentence_span(source, *with_voice(claim, bounds)), bounds)
    return cut(source, span, claim.content or ((claim.start, claim.end),))


def with_voice(claim: Claim, bounds: Span) -> Span:
    """Return the stretch of a claim with the words that say who says it and how, within some bounds."""
    start, end = claim.start, claim.end
    for span in (claim.cue, claim.mention):
        if span and bounds[0] <= span[0] and span[1] <= bounds[1]:
            start, end = min(start, span[0]), max(end, span[1])
    return start, end


def cut(source: Source, span: Span, marks: Iterable[Span]) -> Quotation:
    """Return a stretch of the source in segments; too long a stretch is cut round the first mark."""
    marked = sorted(mark for mark in marks if mark[0] < span[1] and mark[1] > span[0])
    first = marked[0][0] if marked else span[0]
    last = marked[-1][1] if marked else span[0]
    low = span[0] if first - span[0] <= REACH else first - REACH
    high = span[1] if span[1] - last <= REACH else last + REACH
    high = min(high, low + LONGEST)
    return Quotation(
        low, high, tuple(segments(source.text, (low, high), marked)), low > span[0], high < span[1]
    )


def segments(text: str, span: Span, marks: Iterable[Span]) -> Iterable[Segment]:
    """Yield a stretch of a text in segments; the marks are in order."""
    at, end = span
    for start, stop in marks:
        start, stop = max(start, at), min(stop, end)  # noqa: PLW2901 - clipped to what is left
        if start >= stop:
            continue
        if start > at:
            yield Segment(text[at:start])
        yield Segment(text[start:stop], marked=True)
        at = stop
    if at < end:
        yield Segment(text[at:end])


def block_bounds(source: Source, start: int, end: int) -> Span:
    """Return the bounds of the paragraph, or paragraphs, that hold a stretch."""
    paragraph = source.paragraph(start, end)
    if paragraph is not None:
        return paragraph
    low = source.text.rfind("\n", 0, start) + 1
    high = source.text.find("\n", end)
    return (low, high if high >= 0 else len(source.text))


def stretches(source: Source) -> Iterator[tuple[Span, Block | None]]:
    """Yield all there is in an article: its paragraphs, and what stands between them, with no block."""
    at = 0
    for block in source.blocks:
        yield (at, block.start), None
        yield (block.start, block.end), block
        at = block.end
    yield (at, len(source.text)), None


def sentence_span(source: Source, start: int, end: int) -> Span:
    """Return the bounds of the sentence, or sentences, that hold a stretch."""
    text = source.text
    low, high = block_bounds(source, start, end)
    low, high = max(low, start - LONGEST), min(high, end + LONGEST)
    left = low
    for match in _STOP.finditer(text, low, min(high, start + 1)):
        if match.end() <= start and _ends_sentence(text, match):
            left = match.end()
    right = high
    for match in _STOP.finditer(text, max(low, end - 4), high):
        if match.end() >= end and _ends_sentence(text, match):
            right = match.end()
            break
    return _strip(text, left, right)


def balanced(text: str, span: Span, bounds: Span) -> Span:
    """Extend a sentence to the quotation mark that opens, and the one that closes, what it quotes.

    A quotation can run over several sentences; cut in the middle it would look unfinished.
    Nothing is extended past ``bounds`` or by more than ``REACH`` characters.
    """
    start, end = span
    depth, unopened = 0, False
    for match in _MARK.finditer(text, start, end):
        opens = _opens(text, match)
        unopened = unopened or (not opens and depth == 0)
        depth = depth + 1 if opens else max(0, depth - 1)
    if unopened:
        before = list(_MARK.finditer(text, max(bounds[0], start - REACH), start))
        if before and _opens(text, before[-1]):
            start = before[-1].start()
    if depth:
        after = _MARK.search(text, end, min(bounds[1], end + REACH))
        if after and not _opens(text, after):
            stop = _TAIL.match(text, after.end(), bounds[1])
            end = stop.end() if stop else after.end()
    return (start, end)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a quotation mark opens: by its form, or, straight, by standing before a word."""
    if mark[0] != '"':
        return mark[0] == "“"
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return bool(after.strip()) and (not before.strip() or before in "([—–-")


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not an abbreviation's, and a capital follows."""
    if not _OPENS.match(text, stop.end()):
        return False
    if stop[0] != ".":
        return True
    before = re.search(r"[\w]+$", text[max(0, stop.start() - 20) : stop.start()])
    word = before[0].lower() if before else ""
    initial = len(word) == 1 and word.isalpha()
    return not initial and word not in words("abbreviations", "words")


def _strip(text: str, start: int, end: int) -> Span:
    begins = end - len(text[start:end].lstrip())
    return (begins, begins + len(text[start:end].strip()))
