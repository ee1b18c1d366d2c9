"""Claims, speakers and articles made by hand, as small as a test of one field or row needs."""

from collections.abc import Iterable

from claimgraph.lexicon.names import names_in
from claimgraph.match.context import Node, build
from claimgraph.match.fields import Said
from claimgraph.match.figures import figures
from claimgraph.match.stories import Stories, stories
from claimgraph.model import (
    Block,
    Claim,
    Collection,
    Dated,
    Participant,
    Pointer,
    Proposition,
    Quantity,
    Source,
    Span,
    Speaker,
)

LITTLE = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "was",
        "were",
        "is",
        "are",
        "had",
        "has",
        "have",
        "been",
        "that",
        "it",
        "its",
        "his",
        "her",
        "after",
        "near",
        "not",
        "no",
        "said",
        "over",
        "than",
        "into",
    ]
)
NOWHERE = (0, 0)


def article(text: str, name: str = "a", published: str | None = "2031-05-02", **more: object) -> Source:
    """Return a source whose paragraphs are its blocks."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(start=start, end=start + len(paragraph), kind="body"))
        start += len(paragraph) + 2
    made = {
        "id": Source.make_id(name, text),
        "name": name,
        "path": name,
        "sha256": name,
        "text": text,
        "published": Dated(date=published, basis="given") if published else Dated(),
        "blocks": tuple(blocks),
    }
    return Source(**{**made, **more})


def speaker(name: str, side: str | None = None, kind: str = "organisation", **more: object) -> Speaker:
    return Speaker(id=f"p-{name}", name=name, kind=kind, side=side, **more)


def publisher(source: Source) -> Speaker:
    """Return the voice of an article itself."""
    return speaker(source.publisher or source.name, kind="publisher")


def claim(source: Source, words: str, who: Speaker | None = None, **more: object) -> Claim:
    """Return a claim on some words of a source; nobody named is the article's own voice, its publisher's.

    Terms, names, paragraph and sentence are read off the text, plainly; ``more`` overrides any field.
    A pointer made by ``denies`` stands at the claim's first character, unless it was given a place.
    """
    start = source.text.index(words)
    content = ((start, start + len(words)),)
    home, block = next((n, one) for n, one in enumerate(source.blocks) if one.start <= start < one.end)
    before = source.text[block.start : start]
    plain = [word.strip("“”.,:;’'") for word in words.split()]
    own_voice = who is None and "cue" not in more
    speakers = (publisher(source).id,) if own_voice else (who.id,) if who is not None else ()
    made: dict[str, object] = {
        "id": Claim.make_id(source.id, content, None, str(more.get("rule", ""))),
        "statement": f"a-{source.name}-{start}",
        "source": source.id,
        "start": start,
        "end": start + len(words),
        "text": words,
        "content": content,
        "cue": (0, 1) if who is not None else None,
        "mention": (0, 1) if who is not None else None,
        "speakers": speakers,
        "terms": tuple(word for word in plain if word.isalpha() and word.islower() and word not in LITTLE),
        "names": tuple(sorted(names_in(words))),
        "paragraph": home,
        "sentence": before.count(". ") + before.count(".” "),
    }
    pointer = more.get("pointer")
    if isinstance(pointer, Pointer) and pointer.words == NOWHERE:
        more["pointer"] = pointer.model_copy(update={"words": (start, start + 1)})
    return Claim(**{**made, **more})


def thing(text: str, head: str | None = None, side: str | None = None) -> Participant:
    return Participant(
        text=text,
        span=(0, len(text)),
        head=head or text.rsplit(maxsplit=1)[-1].lower(),
        side=side,
        names=tuple(sorted(names_in(text))),
    )


def deed(predicate: str, lemma: str | None = None, *, denied: bool = False, **more: object) -> Proposition:
    """Return what was done, or with a ``value`` what a question is answered."""
    made = {"predicate": predicate, "lemma": lemma or predicate, "trigger": (0, 1)}
    return Proposition(**{**made, "polarity": "denied" if denied else "affirmed", **more})


def count(
    low: float | None, high: float | None = None, event: str | None = "killed", **more: object
) -> Quantity:
    """Return a figure; one number is low and high of it."""
    high = low if high is None else high
    text = f"{low:g}" if low is not None else f"up to {high:g}"
    made = {"low": low, "high": high, "text": text, "span": (0, 1), "unit": "people", "event": event}
    return Quantity(**{**made, **more})


def at_least(low: float, **more: object) -> Quantity:
    return count(low, **more).model_copy(update={"high": None, "text": f"at least {low:g}"})


def denies(
    *,
    bare: bool = False,
    explicit: bool = True,
    noun: str | None = None,
    stance: str = "denies",
    words: Span = NOWHERE,
) -> Pointer:
    return Pointer(words=words, stance=stance, bare=bare, explicit=explicit, noun=noun)


def collection_of(
    sources: Iterable[Source], speakers: Iterable[Speaker], claims: Iterable[Claim]
) -> Collection:
    read = tuple(sources)
    voices = {one.id: one for one in (*speakers, *(publisher(source) for source in read))}
    return Collection(
        sources=read,
        speakers=tuple(voices.values()),
        claims=tuple(claims),
    )


def known_of(sources: Iterable[Source], speakers: Iterable[Speaker], claims: Iterable[Claim]) -> Stories:
    return stories(build(collection_of(sources, speakers, claims)))


def node_of(known: Stories, one: Claim) -> Node:
    return known.context.nodes[one.id]


def said_of(known: Stories, one: Claim) -> Said:
    """Return what a claim says: its first proposition and its first figure, where it has one."""
    node = node_of(known, one)
    given = figures(node)
    return Said(node, next(iter(one.propositions), None), given[0] if given else None)
