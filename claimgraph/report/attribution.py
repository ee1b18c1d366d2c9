"""Attributions as JSON lines, one per article, for scoring against annotated corpora."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from claimgraph.extract.attribution.finding import Spans
from claimgraph.gathering import grouped
from claimgraph.model import Claim, Collection, Source, Span

_SUFFIX = re.compile(r"\.(?:txt|text|md|markdown|html?|xhtml|pdf|jsonl?)$", re.IGNORECASE)
_THAT = re.compile(r"\b(?:that|to)(?:,|\s|[\"“«„]|''|``)+$", re.IGNORECASE)
"""A complement's first word, which a claim leaves out and annotated corpora count as content."""
_OPENING = re.compile(r"(?:[\"“«„]|''|``)(?:and|but|or|yet)\s+$", re.IGNORECASE)
"""The conjunction that opens a quotation, likewise: "And we will win."."""
_WHO = re.compile(r"[\s,(–—-]*(?P<who>who|which|that)\b(?:\s+[\w’'-]+){0,4}\s*", re.IGNORECASE)
"""A relative pronoun between a noun and its verb, with auxiliaries and adverbs after it."""
_LONGEST_THAT = 12
_JOINT = re.compile(r"(?:[^\w]|\b(?:and|or|but|that)\b)*", re.IGNORECASE)


def attribution_lines(collection: Collection) -> Iterator[str]:
    """Yield the line of each source of a collection: the claims of one statement are one attribution."""
    by_source = grouped((one.source, one) for one in collection.claims if one.cue is not None)
    for source in collection.sources:
        statements = grouped((one.statement, one) for one in by_source.get(source.id, ()))
        yield attribution_line(source, map(_spans, statements.values()))


def attribution_line(source: Source, found: Iterable[Spans]) -> str:
    """Return ``{"doc_id", "attributions": [{"source", "cue", "content"}]}`` as JSON, for one source.

    ``doc_id`` is the source's name without its suffix; spans are lists of ``[start, end]``
    into its text, the clauses of a content run together. What the article says in its own
    voice is left out.
    """
    attributions = sorted((_attribution(source.text, spans) for spans in found), key=_place)
    line = {"doc_id": _SUFFIX.sub("", source.name), "attributions": attributions}
    return json.dumps(line, ensure_ascii=False)


def _spans(claims: Sequence[Claim]) -> Spans:
    return Spans(
        tuple(claim.mention for claim in claims if claim.mention is not None),
        tuple(claim.cue for claim in claims if claim.cue is not None),
        tuple(span for claim in claims for span in claim.content),
    )


def _attribution(text: str, spans: Spans) -> dict[str, list[Span]]:
    cue = sorted(set(spans.cue))
    return {
        "source": [_relative(text, one, cue) for one in sorted(set(spans.source))],
        "cue": cue,
        "content": _with_that(text, merge(text, spans.content), cue),
    }


def _relative(text: str, source: Span, cue: Sequence[Span]) -> Span:
    """Return the "who" between a speaker and the cue: annotated corpora take it for the source."""
    following = next((start for start, _ in cue if start >= source[1]), None)
    found = _WHO.fullmatch(text, source[1], following) if following is not None else None
    return found.span("who") if found is not None else source


def _with_that(text: str, content: list[Span], cue: list[Span]) -> list[Span]:
    """Let a content begin with the "that" or "to" right before it, unless that is in the cue.

    So does each of its parts with the conjunction that opens its quotation.
    """
    if not content:
        return content
    content = [(_opening(text, start), end) for start, end in content]
    start, end = content[0]
    found = _THAT.search(text, max(0, start - _LONGEST_THAT), start)
    if found is None or any(begin <= found.start() < stop for begin, stop in cue):
        return content
    return [(found.start(), end), *content[1:]]


def _opening(text: str, start: int) -> int:
    found = _OPENING.search(text, max(0, start - _LONGEST_THAT), start)
    return found.start() if found is not None else start


def merge(text: str, spans: Iterable[Span]) -> list[Span]:
    """Run spans together that overlap, or that only punctuation or a conjunction parts."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or _JOINT.fullmatch(text, merged[-1][1], start)):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _place(attribution: dict[str, list[Span]]) -> list[Span]:
    return [*attribution["content"], *attribution["cue"], *attribution["source"]]
