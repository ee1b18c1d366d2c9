"""Marked texts for the tests of speakers: ``[…]`` is a source, ``|`` parts two articles."""

import re

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import parse
from claimgraph.extract.speakers import resolve, unify
from claimgraph.model import Block, Source

MARK = re.compile(r"\[([^\]]*)\]")


def article_of(text, name="article"):
    """Return a text as a parsed article; each line is a paragraph."""
    blocks = tuple(Block(start=m.start(), end=m.end(), kind="body") for m in re.finditer(r"[^\n]+", text))
    return parse(Source(id=f"s-{name}", name=name, path=name, sha256="0", text=text, blocks=blocks))


def read(marked, name="article"):
    """Return a parsed article and an attribution for each marked source."""
    text, spans, shift = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[shift : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        shift = match.end()
    text += marked[shift:]
    return article_of(text, name), [
        Attribution((span,), ((span[1], span[1] + 1),), ((span[1] + 1, span[1] + 2),), "say", "test")
        for span in spans
    ]


def speakers_of(marked):
    """Return the unified speakers of each marked source, over all articles."""
    everyone, found = [], []
    for number, part in enumerate(marked.split("|")):
        resolution = resolve(*read(part.strip(), f"article-{number}"))
        everyone.extend(resolution.speakers)
        found.extend(resolution.of)
    unified = unify(everyone)
    return [tuple(unified[one] for one in resolved.speakers) for resolved in found]


def resolved(marked, actors=None):
    """Return the resolution of one article and its speakers by id."""
    resolution = resolve(*read(marked), actors)
    return resolution, {speaker.id: speaker for speaker in resolution.speakers}


def last(marked, actors=None):
    """Return the speakers of the last marked source, and its answer."""
    resolution, by_id = resolved(marked, actors)
    return [by_id[one] for one in resolution.of[-1].speakers], resolution.of[-1]
