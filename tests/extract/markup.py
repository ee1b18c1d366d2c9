"""Sentences marked up by hand: [who says it], {the cue|lemma of its head}, <what is said>."""

import hashlib
import re
from functools import lru_cache

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import Article, parse
from claimgraph.model import Block, Source, Span

MARK = re.compile(r"[\[{<]|\|[\w ]+\}|[\]}>]")


@lru_cache(maxsize=1024)
def article_of(text: str, kind: str = "body") -> Article:
    """Return the text parsed, a block per line."""
    blocks = tuple(Block(start=m.start(), end=m.end(), kind=kind) for m in re.finditer(r"[^\n]+", text))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return parse(
        Source(
            id=Source.make_id("t.txt", sha256),
            name="t.txt",
            path="t.txt",
            sha256=sha256,
            text=text,
            blocks=blocks,
        )
    )


def read_marked(marked: str) -> tuple[Article, Attribution]:
    """Return the article without its marks, and the attribution they mark."""
    spans: dict[str, list[Span]] = {"[": [], "{": [], "<": []}
    plain, last, opened, head = "", 0, {}, ""
    for mark in MARK.finditer(marked):
        plain += marked[last : mark.start()]
        last = mark.end()
        if mark.group() in spans:
            opened[mark.group()] = len(plain)
            continue
        closer = mark.group()[-1]
        opener = {"]": "[", "}": "{", ">": "<"}[closer]
        if closer == "}":
            head = mark.group()[1:-1]
        spans[opener].append((opened[opener], len(plain)))
    plain += marked[last:]
    attribution = Attribution(tuple(spans["["]), tuple(spans["{"]), tuple(spans["<"]), head, "marked by hand")
    return article_of(plain), attribution
