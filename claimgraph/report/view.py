"""The view of a report, built once: what it shows and in which order, for any format."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from claimgraph.lexicon.kinds import is_outlet
from claimgraph.model import Act, Claim, Findings, FlagKind, Lead
from claimgraph.report.accords import accords
from claimgraph.report.cards import Cards, undressed
from claimgraph.report.folding import folded
from claimgraph.report.lookup import Lookup
from claimgraph.report.shapes import (
    Counts,
    LeadLine,
    Marked,
    MarkedSection,
    Placed,
    Said,
    Section,
    SourceLine,
    SpeakerLine,
    View,
)
from claimgraph.report.statements import Statements, dating, origin
from claimgraph.report.wording import sentence

LEADS = 20
"""Leads shown at most; the JSON report holds more."""
MARKED_SHOWN = 200
"""Flagged statements of one kind listed at most."""
REPLIES = 3
"""Statements of the accused, or that bear on a flagged statement, shown at most."""
SPEAKERS = 300
"""Speakers listed at most."""
SAID = 30
"""Statements listed under one speaker at most."""

MARKED: tuple[tuple[FlagKind, str, str], ...] = (
    (
        "unverified_figure",
        "Unverified figures",
        "One party's figure; no confirmation by another was recognised in these articles.",
    ),
    (
        "unverified_claim",
        "Unverified claims",
        "One party's word; no confirmation by another was recognised in these articles.",
    ),
    (
        "not_verified",
        "Caveats",
        "Somebody says that this could not be checked, or how far it goes is left open.",
    ),
)


def build(findings: Findings) -> View:
    """Return all that a report shows."""
    cards = Cards(shown(findings))
    return view_of(cards, placed(cards))


def shown(findings: Findings) -> Lookup:
    """Return what a page or a printed report is made of: no markup, and no dispute twice."""
    return Lookup(*folded(undressed(findings)))


def placed(cards: Cards) -> Placed:
    """Return all disputes as cards; they are numbered as they are made."""
    confirmed = cards.decided("confirmed")
    stories, proposed = cards.stories(), cards.decided("proposed")
    return Placed(confirmed, stories, proposed, cards.decided("rejected"), cards.gravest())


def view_of(cards: Cards, held: Placed, title: str = "Disputed claims") -> View:
    """Return the view made with a builder that the caller goes on using, of disputes that are numbered."""
    lookup, statements, matching = cards.lookup, cards.statements, cards.lookup.findings.matching
    return View(
        title=title,
        counts=counts(lookup),
        disputes=len(lookup.standing),
        placed=held,
        marked=_marked(cards),
        updates=Section(
            "updates",
            "Changed with time",
            "A later article gives another figure or state; that the two are disputed was not recognised.",
            tuple(map(cards.update, matching.updates)),
        ),
        accords=accords(matching.agreements, cards),
        leads=lead_lines(matching.leads, statements),
        leads_left=max(0, len(matching.leads) - LEADS),
        sources=tuple(_source_lines(lookup)),
        speakers=tuple(_speaker_lines(cards)),
        speakers_left=max(0, len(lookup.attributed) - SPEAKERS),
        unattributed=len(
            {
                (claim.source, claim.statement)
                for claim in lookup.claims.values()
                if claim.cue is not None and not lookup.speakers_of(claim)
            }
        ),
    )


def counts(lookup: Lookup) -> Counts:
    """Return the numbers at the head of a report."""
    claims = lookup.claims.values()
    attributed = {(claim.source, claim.statement) for claim in claims if claim.cue is not None}
    proposed = sum(one.state == "proposed" for one in lookup.findings.matching.disputes)
    numbers = (
        (len(lookup.sources), "article"),
        (len(attributed), "attributed statement"),
        (len(lookup.attributed), "speaker"),
        (len(lookup.standing), "dispute"),
        (len({flag.claim for flag in lookup.flags}), "flagged statement"),
        *([(proposed, "proposal")] if proposed else ()),
    )
    return tuple((number, noun if number == 1 else noun + "s") for number, noun in numbers)


def lead_lines(leads: Iterable[Lead], statements: Statements) -> tuple[LeadLine, ...]:
    """Return the first of some leads as they are shown."""
    return tuple(_lead_line(lead, statements) for lead in islice(leads, LEADS))


def _lead_line(lead: Lead, statements: Statements) -> LeadLine:
    why = " ".join(sentence(reason.detail) for reason in lead.reasons if reason.rule == "reader")
    why = why or "; ".join(reason.detail for reason in lead.reasons)
    return LeadLine(statements.of(lead.a), statements.of(lead.b), sentence(why))


def _marked(cards: Cards) -> tuple[MarkedSection, ...]:
    """Return the flagged statements by kind, those on one subject together; cards show the others."""
    lookup, statements = cards.lookup, cards.statements
    sections = []
    for kind, title, intro in MARKED:
        claims = tuple(dict.fromkeys(flag.claim for flag in lookup.flags if flag.kind == kind))
        own = _once(lookup.claims[claim] for claim in claims if claim not in lookup.disputes_of)
        labels = [lookup.heading(claim.subject, [claim]) for claim in own]
        first = {label: place for place, label in reversed(list(enumerate(labels)))}
        ranked = sorted(zip(own, labels, strict=True), key=lambda pair: first[pair[1]])
        entries = tuple(
            Marked(
                statements.of(claim.id),
                label,
                tuple(statements.of(one.id) for one in replies(claim, lookup)),
                tuple(statements.of(one.id) for one in bearing(claim, lookup)),
            )
            for claim, label in ranked[:MARKED_SHOWN]
        )
        left = max(0, len(own) - MARKED_SHOWN)
        sections.append(MarkedSection(kind, title, intro, entries, left, cards.refs(claims)))
    return tuple(sections)


def replies(claim: Claim, lookup: Lookup) -> tuple[Claim, ...]:
    """Return what the accused say next: behind the claim in its article, then on its subject elsewhere.

    Empty where it does not accuse, or where no statement is attributed to the accused.
    """
    if claim.act is not Act.ACCUSE:
        return ()
    told = (one for one in lookup.claims.values() if one.cue is not None and _follows(one, claim))
    found = (one for one in told if _accused(one, claim, lookup))
    return tuple(sorted(found, key=lambda one: one.source != claim.source)[:REPLIES])


def _follows(one: Claim, claim: Claim) -> bool:
    """Tell whether a statement stands behind another, or in another article and is on its subject."""
    if one.source == claim.source:
        return one.start >= claim.end
    return claim.subject is not None and one.subject == claim.subject


def _accused(one: Claim, claim: Claim, lookup: Lookup) -> bool:
    """Tell whether a statement is by the side, or by somebody named, that a claim accuses."""
    if set(one.speakers) & set(claim.speakers):
        return False
    words = claim.text.casefold()
    return any(
        (claim.target is not None and speaker.side == claim.target) or speaker.name.casefold() in words
        for speaker in lookup.speakers_of(one)
    )


def bearing(claim: Claim, lookup: Lookup) -> tuple[Claim, ...]:
    """Return what leads set beside a claim, the likeliest first, but for what the accused say next.

    That nothing stands here, or among the replies, does not say that there is nothing.
    """
    apart = {one.id for one in replies(claim, lookup)}
    beside = (lookup.claims[one] for one in lookup.beside.get(claim.id, ()) if one not in apart)
    return tuple(islice(beside, REPLIES))


def _once(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims without those whose words the same speaker's earlier one holds."""
    kept: defaultdict[tuple[str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    once = []
    for claim in claims:
        known = kept[claim.source, claim.speakers]
        if not any(one.start <= claim.start and claim.end <= one.end for one in known):
            known.append(claim)
            once.append(claim)
    return once


def _source_lines(lookup: Lookup) -> Iterable[SourceLine]:
    for source in lookup.sources.values():
        said = {claim.statement for claim in lookup.claims_in[source.id] if claim.cue is not None}
        yield SourceLine(
            origin=origin(source),
            name=source.name,
            also=source.also,
            published=dating("Published", source.published),
            credits=tuple(
                dict.fromkeys(
                    one.name
                    for one in source.credits
                    if one.drawn_on or (one.kind == "byline" and is_outlet(one.name))
                )
            ),
            statements=len(said),
            sha256=source.sha256,
        )


def _speaker_lines(cards: Cards) -> Iterator[SpeakerLine]:
    """Yield the speakers, those with most statements first, each with what they said."""
    lookup = cards.lookup
    told = ((lookup.speakers[one], claims) for one, claims in lookup.attributed.items())
    for speaker, claims in sorted(told, key=lambda one: (-len(one[1]), one[0].name))[:SPEAKERS]:
        yield SpeakerLine(
            name=speaker.name,
            role=speaker.role,
            side=lookup.side_names.get(speaker.side) if speaker.side else None,
            aliases=tuple(alias for alias in speaker.aliases if alias != speaker.name),
            statements=len(claims),  # as many as stand under the name
            said=tuple(Said(cards.statements.of(one.id), cards.refs([one.id])) for one in claims[:SAID]),
            left=max(0, len(claims) - SAID),
        )
