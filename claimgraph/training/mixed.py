"""All labelled stories as one archive: what a row sets against each other over two stories is wrong.

In a newsroom's archive most articles that share names and weeks tell of different happenings. Pairs
of one story never show that; these do.
"""

from collections.abc import Iterator, Sequence

from claimgraph.match.context import build
from claimgraph.match.fields import Said
from claimgraph.match.stories import stories
from claimgraph.model import Claim, Collection, Source, Speaker
from claimgraph.training.examples import Example, Story, scored

ARCHIVE = "archive"
"""The story, and the fold, that all these examples are of."""


def archive(found: Sequence[Story]) -> Collection:
    """Return the articles of all stories as one collection; what stands in two of them is taken once."""
    sources: dict[str, Source] = {}
    speakers: dict[str, Speaker] = {}
    claims: dict[str, Claim] = {}
    for story in found:
        held = story.collection
        sources |= {one.id: one for one in held.sources}
        speakers |= {one.id: one for one in held.speakers}
        claims |= {one.id: one for one in held.claims}
    return Collection(
        sources=tuple(sources.values()), speakers=tuple(speakers.values()), claims=tuple(claims.values())
    )


def looked_across(found: Sequence[Story]) -> Iterator[tuple[str, Example]]:
    """Yield every pair of two stories that is scored, by whose weights; none is right."""
    of: dict[str, set[str]] = {}
    for story in found:
        for source in story.collection.sources:
            of.setdefault(source.id, set()).add(story.name)

    def of_two(a: Said, b: Said) -> bool:
        return of[a.node.claim.source].isdisjoint(of[b.node.claim.source])

    for row, a, b, answers in scored(stories(build(archive(found))), of_two):
        yield row, Example(ARCHIVE, ARCHIVE, answers, right=False, pair=(a.node.id, b.node.id))
