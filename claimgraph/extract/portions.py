"""A very long source is read in portions, so that time and memory stay bounded.

Invariant: a source of ordinary length is one portion, the source itself. A longer one, a
year's articles in one file say, is cut between its blocks; positions and ids stay those of the
whole source, but who "she" is, is looked for within one portion only.
"""

from collections.abc import Iterator, Sequence

from claimgraph.extract.parse import cut
from claimgraph.model import Block, Claim, Extraction, Flag, Source, Speaker

LONGEST = 100_000
"""Characters read at once: some 16,000 words, ten times a long article."""


def portions(source: Source) -> Iterator[Source]:
    """Yield the source with a part of its blocks each time, in order; whole when it is short."""
    if len(source.text) <= LONGEST:
        yield source
        return
    held: list[Block] = []
    for block in _short_blocks(source):
        if held and block.end - held[0].start > LONGEST:
            yield source.model_copy(update={"blocks": tuple(held)})
            held = []
        held.append(block)
    if held:
        yield source.model_copy(update={"blocks": tuple(held)})


def _short_blocks(source: Source) -> Iterator[Block]:
    """Yield the blocks; one without an end, as of a text without line breaks, as the parser cuts it."""
    for block in source.blocks:
        if block.end - block.start <= LONGEST:
            yield block
            continue
        for start, end in cut(source.text, block.start, block.end):
            yield Block(start=start, end=end, kind=block.kind)


def together(source: Source, read: Sequence[Extraction]) -> Extraction:
    """Return what was read from a source's portions as one extraction, each thing once."""
    if len(read) == 1:
        return read[0]
    claims: dict[str, Claim] = {}
    speakers: dict[str, Speaker] = {}
    flags: dict[Flag, None] = {}
    for one in read:
        claims |= {claim.id: claim for claim in one.claims}
        flags |= dict.fromkeys(one.flags)
        for speaker in one.speakers:
            known = speakers.get(speaker.id)
            speakers[speaker.id] = speaker if known is None else _joined(known, speaker)
    return Extraction(
        source=source.id,
        claims=tuple(claims.values()),
        speakers=tuple(speakers.values()),
        flags=tuple(flags),
    )


def _joined(one: Speaker, other: Speaker) -> Speaker:
    """Return a speaker met in two portions, with the names and the evidence of both."""
    return one.model_copy(
        update={
            "aliases": tuple(dict.fromkeys((*one.aliases, *other.aliases))),
            "evidence": tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        }
    )
