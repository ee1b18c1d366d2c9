"""The order of the stages inside an article, and nothing else: what each reads is its own module's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import compress, count

from claimgraph.extract.attribution.finding import attributions
from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.counts.quantities import quantities
from claimgraph.extract.grammar.clauses import clauses
from claimgraph.extract.parse import Article, parse
from claimgraph.extract.plain import plain
from claimgraph.extract.portions import portions, together
from claimgraph.extract.reading.acts import read_act, states_nothing
from claimgraph.extract.reading.caveats import caveats
from claimgraph.extract.reading.own_voice import own_voice
from claimgraph.extract.reading.propositions import Teller, read_answers, read_events
from claimgraph.extract.reading.telling import content_terms, read_pointer, telling
from claimgraph.extract.speakers import Resolution, Resolved, resolve
from claimgraph.extract.times.dates import Times
from claimgraph.lexicon import words
from claimgraph.lexicon.actors import Actors
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.lexicon.sides import sides_in
from claimgraph.model import Act, Claim, Extraction, Proposition, Quantity, Source, Span, make_id

RECIPROCAL = re.compile(r"\b(?:each other|one another|the other(?: side| party)?)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """What is gathered for one article while its claims are made."""

    article: Article
    resolution: Resolution
    times: Times
    sides: dict[str, str | None]
    persons: dict[str, str]


def extract(source: Source, *, actors: Actors | None = None) -> Extraction:
    """Return every claim of one source, with its speakers, subjects and caveats.

    Args:
        source: the article as read.
        actors: a user's own speakers, aliases and sides, if any.
    """
    read = plain(source)
    given = source if read is None else read.source
    found = together(given, [_extract(portion, actors) for portion in portions(given)])
    return found if read is None else read.restored(found)


def _extract(source: Source, actors: Actors | None) -> Extraction:
    """Read one portion of a source, which is nearly always the whole."""
    article = parse(source)
    found, silent = _stating(article, attributions(article))
    found = [*found, *own_voice(article, found)]
    resolution = resolve(article, [*found, *silent], actors=actors)  # "he" may be one who would not say
    draft = _draft(article, resolution)
    resolved = zip(found, resolution.of[: len(found)], strict=True)
    by_attribution = [list(_claims(draft, *each)) for each in resolved]
    unique = {claim.id: claim for claim in _with_parents(found, by_attribution)}
    claims = sorted(unique.values(), key=lambda claim: (claim.start, claim.end, claim.id))
    used = {speaker for claim in claims for speaker in (*claim.speakers, *claim.via)}
    used |= {one.spokesperson_of for one in resolution.speakers if one.id in used and one.spokesperson_of}
    return Extraction(
        source=source.id,
        claims=tuple(claims),
        speakers=tuple(speaker for speaker in resolution.speakers if speaker.id in used),
        flags=tuple(caveats(article, claims)),
    )


def _draft(article: Article, resolution: Resolution) -> _Draft:
    persons = (one for one in resolution.speakers if one.kind == "person" and not one.unnamed)
    return _Draft(
        article,
        resolution,
        Times(article),
        sides={speaker.id: speaker.side for speaker in resolution.speakers},
        persons={one.id: one.name for one in persons},
    )


def _claims(draft: _Draft, attribution: Attribution, resolved: Resolved) -> Iterator[Claim]:
    """Yield the claims of one statement, one or two a clause."""
    for content in clauses(draft.article, attribution.content):
        yield from _directed(draft, _claim(draft, attribution, resolved, content), attribution)


def _stating(article: Article, found: list[Attribution]) -> tuple[list[Attribution], list[Attribution]]:
    """Part what says something from what does not; what stood in one of the latter stands by itself then."""
    states = [not states_nothing(article, one) for one in found]
    now = {old: new for new, old in enumerate(compress(count(), states))}
    kept = [
        replace(one, parent=now.get(one.parent) if one.parent is not None else None)
        for one in compress(found, states)
    ]
    return kept, [one for one, said in zip(found, states, strict=True) if not said]


def _claim(draft: _Draft, attribution: Attribution, resolved: Resolved, content: tuple[Span, ...]) -> Claim:
    article, source = draft.article, draft.article.source
    cue = _hull(attribution.cue)
    own_voice_claim = not attribution.cue and not attribution.source
    # "a claim that X denies": the words denied are another's, and X's own statement is the denial of them
    whole = (*content, *attribution.cue, *attribution.source) if attribution.rule == "reference" else content
    start, end = _hull(whole) or (0, 0)
    side = _side(draft, resolved.speakers)
    reading = read_act(article, attribution, content, side=side)
    teller = _teller(draft, resolved.speakers, side)
    propositions = (*read_events(article, content, teller), *read_answers(article, content, teller))
    said = source.published if own_voice_claim else draft.times.said(cue, resolved.mention, content)
    told = telling(article, attribution, content)
    return Claim(
        id=Claim.make_id(source.id, content, cue),
        statement=make_id("a", source.id, attribution.cue, attribution.content),
        source=source.id,
        start=start,
        end=end,
        text=source.text[start:end],
        content=content,
        cue=cue,
        mention=resolved.mention,
        speakers=resolved.speakers,
        via=tuple(one for one in resolved.via if one not in resolved.speakers),
        act=reading.act,
        polarity=reading.polarity,
        pointer=read_pointer(article, reading.denial, cue, content, propositions),
        said=said,
        happened=draft.times.happened(content, cue),
        quantities=tuple(_with_owner(quantity, side) for quantity in quantities(article, content)),
        propositions=propositions,
        hedges=reading.hedges,
        terms=content_terms(article, content),
        names=told.names,
        places=told.places,
        marks=told.marks,
        paragraph=told.paragraph,
        sentence=told.sentence,
        target=_target(draft, reading.act, propositions, content, side),
        collective=resolved.collective,
        unknown_speaker=resolved.unknown,
        rule=attribution.rule,
    )


def _hull(spans: tuple[Span, ...]) -> Span | None:
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def _side(draft: _Draft, speakers: tuple[str, ...]) -> str | None:
    """Return the one side all the speakers speak for, if there is one."""
    sides = {draft.sides.get(speaker) for speaker in speakers}
    return sides.pop() if len(sides) == 1 else None


def _teller(draft: _Draft, speakers: tuple[str, ...], side: str | None) -> Teller:
    """Return whose words a claim holds: the name of a single person, the side, and whom pronouns mean."""
    name = draft.persons.get(speakers[0], "") if len(speakers) == 1 else ""
    return Teller(name, side, draft.resolution.meant)


def _with_owner(quantity: Quantity, side: str | None) -> Quantity:
    """Say whether the speaker's side counts its own: "its servicemen", or a phrase of its own name."""
    first = (quantity.of or "").split(" ", 1)[0].lower()
    if first in words("grammar", "own") and quantity.of_side is None:
        return quantity.model_copy(update={"own": True, "of_side": side})
    if quantity.of_side is not None and side is not None:
        return quantity.model_copy(update={"own": quantity.of_side == side})
    return quantity


def _target(
    draft: _Draft, act: Act, said: tuple[Proposition, ...], content: tuple[Span, ...], side: str | None
) -> str | None:
    """Return the side an accusation is directed at: who is said to have done the harm."""
    if act is not Act.ACCUSE:
        return None
    for one in said:
        if one.agent is not None and one.agent.side not in {None, side} and is_harmful(one.predicate):
            return one.agent.side
    text = " ".join(draft.article.source.text[start:end] for start, end in content)
    return next((found for _, _, found in sides_in(text) if found != side), None)


def _directed(draft: _Draft, claim: Claim, attribution: Attribution) -> Iterator[Claim]:
    """Expand "each accused the other of X" into one claim a side, over the same words."""
    text = draft.article.source.text
    accusing = claim.act is Act.ACCUSE or attribution.head in {"accuse", "blame"}
    told = " ".join(text[start:end] for start, end in (*attribution.cue, *attribution.content))
    if not accusing or not RECIPROCAL.search(told) or len(claim.speakers) not in {0, 2}:
        yield claim
        return
    for direction in (0, 1):
        # Two parties the text does not name still make two claims; both speakers stay unknown.
        speaker = claim.speakers[direction : direction + 1]
        other = claim.speakers[1 - direction : 2 - direction]
        yield claim.model_copy(
            update={
                "id": Claim.make_id(claim.source, claim.content, claim.cue, f"direction {direction + 1}"),
                "speakers": speaker,
                "target": draft.sides.get(other[0]) if other else None,
                "act": Act.ACCUSE,
                "collective": True,
                "rule": f"{claim.rule}; each other",
            }
        )


def _with_parents(found: list[Attribution], by_attribution: list[list[Claim]]) -> list[Claim]:
    """Link a statement carried by another to the claim that carries it."""
    claims: list[Claim] = []
    for attribution, made in zip(found, by_attribution, strict=True):
        carriers = by_attribution[attribution.parent] if attribution.parent is not None else []
        for claim in made:
            carrier = next(
                (one for one in carriers if one.start <= claim.start < one.end and one.id != claim.id), None
            )
            claims.append(_carried(claim, carrier) if carrier else claim)
    return claims


def _carried(claim: Claim, carrier: Claim) -> Claim:
    """Say through whom a statement came: its carrier, and whom that one came through."""
    through = (*claim.via, *carrier.speakers, *carrier.via)
    via = tuple(dict.fromkeys(one for one in through if one not in claim.speakers))
    return claim.model_copy(update={"parent": carrier.id, "via": via})
