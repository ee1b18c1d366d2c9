"""The view of a report, built once: what it shows and in which order, for any format."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from itertools import islice

from claimgraph.model import Claim, Findings, FlagKind, Lead
from claimgraph.report.accords import accords
from claimgraph.report.cards import Cards
from claimgraph.report.folding import folded
from claimgraph.report.lookup import Lookup
from claimgraph.report.replies import bearing, replies
from claimgraph.report.shapes import (
    Card,
    Count,
    LeadLine,
    Marked,
    MarkedSection,
    Said,
    Section,
    SourceLine,
    SpeakerLine,
    Story,
    View,
)
from claimgraph.report.statements import Statements, dating, origin
from claimgraph.report.undressed import undressed
from claimgraph.report.wording import sentence

LEADS = 20
"""Leads shown at most; the JSON report holds more."""
MARKED_SHOWN = 200
"""Flagged statements of one kind listed at most."""
SPEAKERS = 300
"""Speakers listed at most."""
SAID = 30
"""Statements listed under one speaker at most."""

MARKED: tuple[tuple[FlagKind, str, str], ...] = (
    (
        "unverified_figure",
        "Unverified figures",
        "One party's figure; nothing that confirms or denies it was recognised in these articles.",
    ),
    (
        "unverified_claim",
        "Unverified claims",
        "One party's word; nothing that confirms or denies it was recognised in these articles.",
    ),
    (
        "not_verified",
        "Caveats",
        "Somebody says that this could not be checked, or how far it goes is left open.",
    ),
)


def build(findings: Findings) -> View:
    """Return all that a report shows."""
    lookup = shown(findings)
    statements = Statements(lookup)
    cards = Cards(lookup, statements)
    return view_of(lookup, statements, cards, placed(cards))


def shown(findings: Findings) -> Lookup:
    """Return what a page or a printed report is made of: no markup, and no dispute twice."""
    return Lookup(*folded(undressed(findings)))


@dataclass(frozen=True, slots=True)
class Placed:
    """The disputes as cards, numbered in the order in which the report has them."""

    confirmed: Section
    stories: tuple[Story, ...]
    proposed: Section
    rejected: Section
    gravest: tuple[Card, ...]

    def on(self, stories: tuple[Story, ...], shown: Container[str]) -> "Placed":
        """Return those of a page: its stories, and the decided and proposed disputes with these ids."""
        confirmed, proposed, rejected = (
            replace(section, cards=tuple(card for card in section.cards if card.id in shown))
            for section in (self.confirmed, self.proposed, self.rejected)
        )
        return Placed(confirmed, stories, proposed, rejected, ())


def placed(cards: Cards) -> Placed:
    """Return all disputes as cards; they are numbered as they are made."""
    confirmed = cards.decided("confirmed")
    stories, proposed = cards.stories(), cards.decided("proposed")
    return Placed(confirmed, stories, proposed, cards.decided("rejected"), cards.gravest())


def view_of(
    lookup: Lookup, statements: Statements, cards: Cards, held: Placed, title: str = "Disputed claims"
) -> View:
    """Return the view made with builders that the caller goes on using, of disputes that are numbered."""
    findings = lookup.findings
    leads = findings.matching.leads
    return View(
        title=title,
        counts=counts(lookup),
        disputes=disputed(lookup),
        confirmed=held.confirmed,
        stories=held.stories,
        proposed=held.proposed,
        rejected=held.rejected,
        gravest=held.gravest,
        marked=_marked(lookup, statements, cards),
        updates=Section(
            "updates",
            "Changed with time",
            "A later article gives another figure or state; that the two are disputed was not recognised.",
            tuple(map(cards.update, findings.matching.updates)),
        ),
        accords=accords(lookup, statements),
        leads=lead_lines(leads, statements),
        leads_left=max(0, len(leads) - LEADS),
        sources=tuple(_source_lines(lookup)),
        speakers=tuple(_speaker_lines(lookup, statements, cards)),
        speakers_left=max(0, len(_speaking(lookup)) - SPEAKERS),
    )


def disputed(lookup: Lookup) -> int:
    """Return how many disputes are open or confirmed."""
    return sum(one.state in {"open", "confirmed"} for one in lookup.findings.matching.disputes)


def counts(lookup: Lookup) -> tuple[Count, ...]:
    """Return the numbers at the head of a report."""
    claims = lookup.claims.values()
    attributed = {(claim.source, claim.statement) for claim in claims if claim.cue is not None}
    states = Counter(one.state for one in lookup.findings.matching.disputes)
    disputes, proposed = states["open"] + states["confirmed"], states["proposed"]
    numbers = (
        (len(lookup.sources), "article"),
        (len(attributed), "attributed statement"),
        (len(_speaking(lookup)), "speaker"),
        (disputes, "dispute"),
        (len({flag.claim for flag in lookup.flags}), "flagged statement"),
        *([(proposed, "proposal")] if proposed else ()),
    )
    return tuple(Count(number, noun if number == 1 else noun + "s") for number, noun in numbers)


def lead_lines(leads: Iterable[Lead], statements: Statements) -> tuple[LeadLine, ...]:
    """Return the first of some leads as they are shown."""
    return tuple(_lead_line(lead, statements) for lead in islice(leads, LEADS))


def _lead_line(lead: Lead, statements: Statements) -> LeadLine:
    why = " ".join(sentence(reason.detail) for reason in lead.reasons if reason.rule == "reader")
    why = why or "; ".join(reason.detail for reason in lead.reasons)
    return LeadLine(statements.of(lead.a), statements.of(lead.b), sentence(why))


def _speaking(lookup: Lookup) -> set[str]:
    """Return the ids of those to whom something is attributed."""
    claims = lookup.claims.values()
    return {speaker for claim in claims if claim.cue is not None for speaker in claim.speakers}


def _marked(lookup: Lookup, statements: Statements, cards: Cards) -> tuple[MarkedSection, ...]:
    """Return the flagged statements by kind, those on one subject together; cards show the others."""
    sections = []
    for kind, title, intro in MARKED:
        claims = tuple(dict.fromkeys(flag.claim for flag in lookup.flags if flag.kind == kind))
        elsewhere = {
            cards.numbers[dispute.id]: dispute.id
            for claim in claims
            for dispute in lookup.disputes_of.get(claim, ())
        }
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
        sections.append(MarkedSection(kind, title, intro, entries, left, tuple(sorted(elsewhere.items()))))
    return tuple(sections)


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
    said: defaultdict[str, set[str]] = defaultdict(set)
    for claim in lookup.claims.values():
        if claim.cue is not None:
            said[claim.source].add(claim.statement)
    for source in lookup.sources.values():
        yield SourceLine(
            origin=origin(source),
            name=source.name,
            also=source.also,
            published=dating("Published", source.published),
            credits=tuple(dict.fromkeys(credit.name for credit in source.credits)),
            statements=len(said[source.id]),
            sha256=source.sha256,
        )


def _speaker_lines(lookup: Lookup, statements: Statements, cards: Cards) -> list[SpeakerLine]:
    """Return the speakers, those with most statements first, each with what they said."""
    own: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in lookup.claims.values():
        for speaker in lookup.speakers_of(claim) if claim.cue is not None else ():
            own[speaker.id].append(claim)
    counted = {one: len(said) for one, said in own.items()}  # as many as stand under the name
    ranked = sorted(own, key=lambda one: (-counted[one], lookup.speakers[one].name))[:SPEAKERS]
    lines = []
    for identity in ranked:
        speaker, claims = lookup.speakers[identity], own[identity]
        lines.append(
            SpeakerLine(
                name=speaker.name,
                role=speaker.role,
                side=lookup.side_names.get(speaker.side) if speaker.side else None,
                aliases=tuple(alias for alias in speaker.aliases if alias != speaker.name),
                statements=counted[identity],
                said=tuple(_said(claim, lookup, statements, cards) for claim in claims[:SAID]),
                left=max(0, len(claims) - SAID),
            )
        )
    return lines


def _said(claim: Claim, lookup: Lookup, statements: Statements, cards: Cards) -> Said:
    shown_in = lookup.disputes_of.get(claim.id, ())
    return Said(statements.of(claim.id), tuple(sorted((cards.numbers[one.id], one.id) for one in shown_in)))
