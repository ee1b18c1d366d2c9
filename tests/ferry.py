"""Hand-made model objects on an invented ferry accident, shared by the tests of every room."""

import hashlib

from claimgraph.model import (
    Act,
    Block,
    Claim,
    Credit,
    Dated,
    Dispute,
    Extraction,
    Flag,
    Matching,
    NearMiss,
    Reason,
    Source,
    Speaker,
    Subject,
)

FERRY = (
    "Ferry sank after hitting a reef, line says\n\n"
    "Northlight Lines said on Tuesday that the ferry had struck an uncharted reef.\n\n"
    "The harbour union denied that. More than 40 passengers were injured, the union said.\n\n"
    "With reporting by Coastal Wire.\n"
)
LINE = Speaker(
    id="p-line", name="Northlight Lines", kind="organisation", side="northlight", aliases=("the line",)
)
UNION = Speaker(id="p-union", name="Harbour Union", kind="organisation", side="harbour-union")
SINKING = Subject(id="t-sinking", label="sinking of the ferry, 4 March 2031", event="accident")


def make_source(name: str = "ferry.txt", text: str = FERRY, path: str | None = None) -> Source:
    """Return a source whose blocks are its paragraphs."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(start=start, end=start + len(paragraph.rstrip("\n")), kind="body"))
        start += len(paragraph) + 2
    wire = text.find("Coastal Wire")
    return Source(
        id=Source.make_id(name, sha256),
        name=name,
        path=path or f"/articles/{name}",
        title=text.split("\n", maxsplit=1)[0],
        publisher="Harbour Post",
        published=Dated(date="2031-03-05", basis="dateline"),
        credits=(Credit(name="Coastal Wire", span=(wire, wire + 12)),) if wire >= 0 else (),
        sha256=sha256,
        text=text,
        blocks=tuple(blocks),
    )


def make_claim(
    source: Source, words: str, speaker: Speaker | None, act: Act = Act.ASSERT, **more: object
) -> Claim:
    """Return a claim on the first occurrence of some words of a source."""
    start = source.text.index(words)
    span = (start, start + len(words))
    fields = {
        "subject": SINKING.id,
        "rule": "test",
        "said": Dated(date="2031-03-04", basis="Tuesday"),
        **more,
    }
    return Claim(
        id=Claim.make_id(source.id, (span,), None),
        statement="st1",
        source=source.id,
        start=start,
        end=span[1],
        text=words,
        content=(span,),
        speakers=(speaker.id,) if speaker else (),
        act=act,
        **fields,
    )


def make_extraction(source: Source) -> Extraction:
    """Return the three claims of the ferry article."""
    claims = (
        make_claim(source, "the ferry had struck an uncharted reef", LINE),
        make_claim(source, "The harbour union denied that.", UNION, Act.DENY, polarity="denied"),
        make_claim(source, "More than 40 passengers were injured", UNION),
    )
    return Extraction(
        source=source.id,
        claims=claims,
        speakers=(LINE, UNION),
        flags=(Flag(claim=claims[2].id, kind="unverified_figure", detail="nobody has confirmed the number"),),
    )


def make_matching(extraction: Extraction) -> Matching:
    """Return one denial between the first two claims and one near miss with the third."""
    first, second, third = extraction.claims
    reason = Reason(
        rule="denied", detail="the union denies it", spans=((second.id, second.start, second.end),)
    )
    return Matching(
        disputes=(
            Dispute(
                id="d-reef",
                kind="denial",
                subject=SINKING.id,
                sides=((first.id,), (second.id,)),
                reasons=(reason,),
                origins=(1, 1),
            ),
        ),
        near_misses=(NearMiss(a=first.id, b=third.id, gate="when", detail="other days"),),
        subjects=(SINKING.model_copy(update={"claims": tuple(claim.id for claim in extraction.claims)}),),
    )
