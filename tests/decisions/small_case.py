"""A hand-made case for the tests of decisions: articles of one paragraph a statement, and disputes on them."""

import hashlib

from claimgraph.decisions import Index, Judged, seen, standing
from claimgraph.model import Block, Claim, Collection, Decision, Dispute, Matching, Source, make_id

LINE = "The line said that the ferry struck a reef."
UNION = "The union denied that anything had struck the ferry."
CREW = "The crew said that twelve people were hurt."
MAYOR = "The mayor said that thirty people were hurt."


def article(*paragraphs: str, name: str = "ferry.txt") -> Source:
    text = "\n\n".join(paragraphs)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(start=start, end=start + len(paragraph), kind="body"))
        start += len(paragraph) + 2
    return Source(
        id=Source.make_id(name, sha256),
        name=name,
        path=f"/a/{name}",
        sha256=sha256,
        text=text,
        blocks=tuple(blocks),
    )


def claims_of(source: Source) -> tuple[Claim, ...]:
    """A claim a paragraph: what stands behind its third word."""
    found = []
    for block in source.blocks:
        text = source.text[block.start : block.end]
        start = block.start + len(" ".join(text.split()[:3])) + 1
        span = (start, block.end)
        found.append(
            Claim(
                id=Claim.make_id(source.id, (span,), None), statement="s", source=source.id, start=start,
                end=block.end, text=source.text[start : block.end], content=(span,),
            )
        )  # fmt: skip
    return tuple(found)


class Case:
    """Articles with their claims; a statement is named by the beginning of its paragraph."""

    def __init__(self, *sources: Source) -> None:
        claims = tuple(claim for source in sources for claim in claims_of(source))
        self.collection = Collection(sources=sources, claims=claims)
        self.index = Index(self.collection)

    def claim(self, paragraph: str, place: int = 0) -> str:
        words = " ".join(paragraph.split()[3:])
        return [one.id for one in self.collection.claims if one.text == words][place]

    def dispute(self, *sides: str | tuple[str, ...], kind: str = "denial") -> Dispute:
        found = tuple(
            tuple(self.claim(one) for one in ((side,) if isinstance(side, str) else side)) for side in sides
        )
        return Dispute(
            id=make_id("d", kind, tuple(sorted(min(side) for side in found))),
            kind=kind,
            subject=None,
            sides=found,
        )

    def decision(
        self, verdict: str, dispute: Dispute, *, by: str = "Ada", at: int = 1, **more: object
    ) -> Decision:
        sources = {one.id: one for one in self.collection.sources}
        claims = {one.id: one for one in self.collection.claims}
        saw = tuple(
            seen(sources[claims[one].source], claims[one], side=place)
            for place, side in enumerate(dispute.sides)
            for one in side
        )
        return Decision(
            target=dispute.id, verdict=verdict, by=by, at=time(at), seen=saw,
            **{"kind": dispute.kind, "why": "both were asked", **more},
        )  # fmt: skip

    def judged(self, *decisions: Decision) -> Judged:
        return Judged(standing(decisions), self.index)

    def states(self, decisions: tuple[Decision, ...], *disputes: Dispute) -> list[str]:
        matching = self.judged(*decisions).applied(Matching(disputes=disputes))
        return [one.state for one in matching.disputes]


def time(at: int) -> str:
    return f"2031-03-06T10:{at // 60:02}:{at % 60:02}.000000+00:00"


def undo(decision: Decision, at: int) -> Decision:
    return Decision(target=decision.id, verdict="undo", by=decision.by, at=time(at))
