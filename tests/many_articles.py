"""A large collection made by hand: invented articles with claims, figures, denials and flags.

The words are put together by a seeded generator, so that every run measures the same page.
"""

import hashlib
import random
from itertools import pairwise

from claimgraph.model import (
    Act,
    Block,
    Claim,
    Collection,
    Dated,
    Dispute,
    Findings,
    Flag,
    Matching,
    NearMiss,
    Quantity,
    Reason,
    Source,
    Speaker,
    Subject,
)

PLACES = (
    "Orrel",
    "Vastmere",
    "Quenby",
    "Halde",
    "Isterna",
    "Pellow",
    "Corvane",
    "Dunmarch",
    "Sarrow",
    "Tolm",
)
BODIES = ("port authority", "miners' union", "water board", "election office", "rail company", "fire service")
THINGS = (
    "the north pier",
    "the ballot boxes",
    "the old dam",
    "the signal box",
    "the grain store",
    "the ferry",
)
DEEDS = ("collapsed", "was opened", "was closed without notice", "was searched", "burned", "was sold")
FILLER = (
    "Trucks waited along the coast road while crews cleared timber and glass from the yard.",
    "A meeting of the district council was put off twice before members agreed on a date.",
    "Rain fell through most of the week, and the lower meadows stood under water until Friday.",
    "Shops in the market street kept their shutters down, and the bakery sold out before nine.",
    "The records of the inquiry fill eleven boxes, which are kept in a room behind the library.",
)


def _speakers(number: int) -> tuple[Speaker, ...]:
    pairs = [(place, body) for place in PLACES for body in BODIES][:number]
    return tuple(
        Speaker(
            id=f"p{place}-{body}".replace(" ", "_").replace("'", ""),
            name=f"{place} {body}",
            kind="organisation",
            side=place.lower(),
        )
        for place, body in pairs
    )


def _sentence(chance: random.Random, speaker: Speaker, act: Act) -> tuple[str, str, str, int | None]:
    """Return the words before the claim, the claim, the cue within the former, and a figure."""
    cue = {Act.DENY: "denied", Act.ACCUSE: "charged", Act.ADMIT: "admitted"}.get(act, "said")
    figure = chance.choice((None, None, chance.randint(2, 90)))
    what = (
        f"at least {figure} people were injured near {chance.choice(THINGS)} in {chance.choice(PLACES)}"
        if figure
        else f"{chance.choice(THINGS)} in {chance.choice(PLACES)} {chance.choice(DEEDS)} before the inspection"
    )
    return f"The {speaker.name} {cue} that ", what, cue, figure


def _article(number: int, chance: random.Random, speakers: tuple[Speaker, ...]) -> tuple[Source, list[Claim]]:
    date = f"203{number % 8}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    parts, blocks, drafts, at = [], [], [], 0
    for paragraph in range(15):
        start = at
        if paragraph == 0:
            words = f"Report {number} from {chance.choice(PLACES)}"
            kind = "title"
        elif paragraph == 14:
            words, kind = "Sign up for the letter of the week and share this page.", "boilerplate"
        else:
            speaker, act = (
                chance.choice(speakers),
                chance.choice((Act.ASSERT, Act.ASSERT, Act.DENY, Act.ACCUSE, Act.ADMIT)),
            )
            lead, claimed, cue, figure = _sentence(chance, speaker, act)
            words = f"{lead}{claimed}. {' '.join(chance.sample(FILLER, 2))}"
            drafts.append((at + len(lead), claimed, at + lead.index(cue), cue, speaker, act, figure))
            kind = "body"
        parts.append(words)
        at += len(words)
        blocks.append(Block(start=start, end=at, kind=kind))
        at += 2
    text = "\n\n".join(parts)
    name = f"report-{number:03}.txt"
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(
        id=Source.make_id(name, digest),
        name=name,
        path=name,
        title=parts[0],
        publisher=f"The {chance.choice(PLACES)} Courier",
        published=Dated(date=date, basis="dateline"),
        sha256=digest,
        text=text,
        blocks=tuple(blocks),
    )
    return source, [_claim(source, draft, chance) for draft in drafts]


def _claim(source: Source, draft: tuple, chance: random.Random) -> Claim:
    start, words, cue_at, cue, speaker, act, figure = draft
    end = start + len(words)
    quantities = ()
    if figure:
        at = words.index("at least")
        printed = f"at least {figure}"
        quantities = (
            Quantity(
                low=figure,
                text=printed,
                span=(start + at, start + at + len(printed)),
                unit="people",
                event="injured",
                own=chance.choice((True, False, None)),
            ),
        )
    return Claim(
        id=Claim.make_id(source.id, ((start, end),), (cue_at, cue_at + len(cue))),
        statement=f"{source.id}:{cue_at}",
        source=source.id,
        start=start,
        end=end,
        text=words,
        content=((start, end),),
        cue=(cue_at, cue_at + len(cue)),
        speakers=(speaker.id,),
        subject=f"t{chance.randrange(400)}",
        act=act,
        polarity="denied" if act is Act.DENY else "affirmed",
        said=Dated(date=source.published.date, basis="the day of the article"),
        quantities=quantities,
    )


def _disputes(claims: list[Claim], number: int, chance: random.Random) -> tuple[Dispute, ...]:
    chosen = chance.sample(claims, number * 2)
    kinds = ("denial", "denial", "contradiction", "figures", "mutual_accusation")
    return tuple(
        Dispute(
            id=f"d{place}",
            kind=kinds[place % len(kinds)],
            subject=one.subject,
            sides=((one.id,), (other.id,)),
            reasons=(Reason(rule="made", detail="put side by side for measuring"),),
        )
        for place, (one, other) in enumerate(zip(chosen[::2], chosen[1::2], strict=True))
    )


def many(articles: int = 500, disputes: int = 300) -> Findings:
    """Return findings on so many articles of about 600 words, 13 claims each."""
    chance = random.Random(7)
    speakers = _speakers(60)
    made = [_article(number, chance, speakers) for number in range(articles)]
    claims = [claim for _, own in made for claim in own]
    disputed = _disputes(claims, disputes, chance)
    flagged = chance.sample(claims, min(len(claims), articles * 3))
    return Findings(
        collection=Collection(
            sources=tuple(source for source, _ in made),
            speakers=speakers,
            claims=tuple(claims),
        ),
        matching=Matching(
            disputes=disputed,
            flags=tuple(
                Flag(
                    claim=one.id,
                    kind=("unverified_figure" if one.quantities else "unverified_claim"),
                    detail="no response",
                )
                for one in flagged
            ),
            near_misses=tuple(
                NearMiss(a=one.id, b=other.id, gate="when", detail="other days")
                for one, other in pairwise(chance.sample(claims, articles))
            ),
            subjects=tuple(
                Subject(
                    id=f"t{place}", label=f"{THINGS[place % 6][4:]} of {PLACES[place % 10]}, case {place}"
                )
                for place in range(400)
            ),
        ),
    )
