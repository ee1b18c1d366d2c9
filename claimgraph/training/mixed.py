"""All labelled stories as one archive: what a row sets against each other over two stories is wrong.

In a newsroom's archive most articles that share names and weeks tell of different happenings. Pairs
of one story never show that; these do.
"""

from collections.abc import Iterator, Mapping, Sequence

from claimgraph.match.antecedents import candidates, denials
from claimgraph.match.clues import CLUES
from claimgraph.match.context import build
from claimgraph.match.fields import Said
from claimgraph.match.kinds import TABLE
from claimgraph.match.stories import stories
from claimgraph.model import Claim, Collection, Source, Speaker
from claimgraph.training.examples import Example, Story, asked

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
    known = stories(build(archive(found)))
    for row in TABLE:
        for a, b, _ in row.opposed(known):
            if of[a.node.claim.source].isdisjoint(of[b.node.claim.source]):
                answers = asked(a, b, known, row.fields, row)
                if answers is not None:
                    yield row.weights, _wrong(a, b, answers)
    for nodes in known.context.by_source.values():
        for denial in denials(nodes):
            for node in candidates(denial, known):
                if of[node.claim.source].isdisjoint(of[denial.claim.source]):
                    a, b = Said(node), Said(denial)
                    yield "denied", _wrong(a, b, asked(a, b, known, CLUES) or {})


def _wrong(a: Said, b: Said, answers: Mapping[str, float]) -> Example:
    return Example(ARCHIVE, ARCHIVE, answers, right=False, pair=(a.node.id, b.node.id))
