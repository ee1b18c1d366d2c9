"""How many independent origins stand behind a claim. Echo is not corroboration.

A statement by a named speaker has that speaker as its origin, however many articles print
it. An article in its own voice is one origin with every article that shares passages with
it, reprints it, or draws on the same wire. What is not shown to be independent counts once.
"""

from functools import lru_cache

from claimgraph.match.context import Context, Node
from claimgraph.model import Source

SHINGLE = 8
"""Words in a row that make one shingle (Broder 1997)."""
SHARED = 4
"""Shingles two articles must share to count as one origin."""


@lru_cache(maxsize=4096)
def shingles(text: str) -> frozenset[int]:
    """Return the hashes of all runs of eight words of a text."""
    words = text.lower().split()
    return frozenset(hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1))


def same_origin(a: Source, b: Source) -> bool:
    """Tell whether two articles are not shown to be independent of each other."""
    if a.id == b.id or (a.publisher and a.publisher == b.publisher):
        return True
    wires = {credit.name.lower() for credit in a.credits} & {credit.name.lower() for credit in b.credits}
    return bool(wires) or len(shingles(a.text) & shingles(b.text)) >= SHARED


def count(nodes: list[Node], context: Context) -> int:
    """Return the number of origins shown to be independent behind some claims."""
    speakers = {one for node in nodes if not node.own_voice for one in node.claim.speakers}
    groups: list[Source] = []
    for node in nodes:
        source = context.sources[node.claim.source]
        if (node.own_voice or not node.claim.speakers) and not any(
            same_origin(source, other) for other in groups
        ):
            groups.append(source)
    return max(1, len({_body(one, context) for one in speakers}) + len(groups))


def _body(speaker: str, context: Context) -> str:
    """Return whom a speaker speaks for, by name: "police" of two articles are not shown to be two."""
    known = context.speakers.get(speaker)
    if known is None:
        return speaker
    body = context.speakers.get(known.spokesperson_of or speaker, known)
    return body.name.casefold()
