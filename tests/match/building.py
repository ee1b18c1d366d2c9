"""Claims, speakers and sources made by hand, as small as a test of one gate or rule needs."""

from claimgraph.match.nodes import Context, build
from claimgraph.model import Block, Claim, Collection, Dated, Quantity, Source, Speaker


def source(name: str, text: str, published: str | None = None, **more: object) -> Source:
    return Source(
        id=Source.make_id(name, name),
        name=name,
        path=name,
        sha256=name,
        text=text,
        published=Dated(date=published, basis="given") if published else Dated(),
        blocks=(Block(start=0, end=len(text), kind="body"),),
        **more,
    )


def speaker(name: str, side: str | None = None, kind: str = "organisation", **more: object) -> Speaker:
    return Speaker(id=f"p{name}", name=name, kind=kind, side=side, **more)


def claim(article: Source, words: str, who: Speaker | None, **more: object) -> Claim:
    start = article.text.index(words)
    content = ((start, start + len(words)),)
    own = who is None or who.kind == "publisher"
    return Claim(
        id=Claim.make_id(article.id, content, None),
        statement=f"a{start}",
        source=article.id,
        start=start,
        end=start + len(words),
        text=words,
        content=content,
        cue=None if own else (0, 1),
        mention=None if own else (0, 1),
        speakers=(who.id,) if who else (),
        **more,
    )


def figure(words: str, low: float | None, high: float | None, **more: object) -> Quantity:
    return Quantity(
        low=low, high=high, text=words, span=(0, len(words)), unit=more.pop("unit", "people"), **more
    )


def context_of(sources: list[Source], speakers: list[Speaker], claims: list[Claim]) -> Context:
    return build(collection_of(sources, speakers, claims))


def collection_of(sources: list[Source], speakers: list[Speaker], claims: list[Claim]) -> Collection:
    return Collection(sources=tuple(sources), speakers=tuple(speakers), claims=tuple(claims))
