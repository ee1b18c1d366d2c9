"""Everything in a report by its id: built once, read by every format."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from claimgraph.gathering import grouped
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import slug
from claimgraph.lexicon.stems import stem
from claimgraph.model import Claim, Dispute, Findings, Flag, Source, Speaker, Subject
from claimgraph.report.wording import capital, title_case

SHORT = 20
"""Characters up to which a label may open a statement without being all that it says."""
LIKELY = 0.05
"""Score of a lead from which one in four is a conflict, by readers' labels."""


@dataclass(frozen=True)
class Lookup:
    """Findings with their things by id. Nothing is computed that is not asked for.

    ``also`` are the ids of disputes that are folded into another, by the id of that one (``folding``).
    """

    findings: Findings
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id, in reading order."""
        return {source.id: source for source in self.findings.collection.sources}

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """Speakers by id."""
        return {speaker.id: speaker for speaker in self.findings.collection.speakers}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id, in reading order."""
        return {claim.id: claim for claim in self.findings.collection.claims}

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """Subjects by id."""
        return {subject.id: subject for subject in self.findings.matching.subjects}

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """Flags of extraction and of matching, each once, by reading order of their claims."""
        both = chain(self.findings.collection.flags, self.findings.matching.flags)
        return tuple(
            sorted(dict.fromkeys(both), key=lambda flag: self.order.get(flag.claim, len(self.order)))
        )

    @cached_property
    def flags_of(self) -> dict[str, tuple[Flag, ...]]:
        """Flags by the id of the claim they mark."""
        return grouped((flag.claim, flag) for flag in self.flags)

    @cached_property
    def disputes_of(self) -> dict[str, tuple[Dispute, ...]]:
        """Disputes by the id of a claim on one of their sides; what is only proposed is none."""
        disputes = (one for one in self.findings.matching.disputes if one.state != "proposed")
        return grouped(
            (claim, one) for one in disputes for claim in dict.fromkeys(chain.from_iterable(one.sides))
        )

    @cached_property
    def standing(self) -> tuple[Dispute, ...]:
        """The disputes that no reviewer rejected and that are not only proposed."""
        disputes = self.findings.matching.disputes
        return tuple(one for one in disputes if one.state in {"open", "confirmed"})

    @cached_property
    def beside(self) -> dict[str, tuple[str, ...]]:
        """The claims that likely leads set beside each claim, the likeliest first."""
        likely = (one for one in self.findings.matching.leads if one.score >= LIKELY)
        return grouped(pair for one in likely for pair in ((one.a, one.b), (one.b, one.a)))

    @cached_property
    def attributed(self) -> dict[str, tuple[Claim, ...]]:
        """The claims attributed to each speaker, in reading order."""
        claims = (claim for claim in self.claims.values() if claim.cue is not None)
        return grouped((speaker.id, claim) for claim in claims for speaker in self.speakers_of(claim))

    @cached_property
    def claims_in(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each source, in reading order."""
        empty = dict.fromkeys(self.sources, ())
        return empty | grouped((claim.source, claim) for claim in self.claims.values())

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each claim in reading order."""
        return {claim: place for place, claim in enumerate(self.claims)}

    @cached_property
    def side_names(self) -> dict[str, str]:
        """A readable name for each side: of whoever bears it, as written, else its slug in capitals."""
        names: dict[str, str] = {}
        for speaker in self.speakers.values():
            if speaker.side and slug(speaker.name) == speaker.side:
                names.setdefault(speaker.side, speaker.name)
        for speaker in self.speakers.values():
            if speaker.side and speaker.side_name:
                names.setdefault(speaker.side, speaker.side_name)
        sides = {speaker.side for speaker in self.speakers.values() if speaker.side}
        sides |= {claim.target for claim in self.claims.values() if claim.target}
        return {side: names.get(side, title_case(side)) for side in sorted(sides)}

    def source_of(self, claim: Claim) -> Source:
        """Return the source a claim stands in."""
        return self.sources[claim.source]

    def speakers_of(self, claim: Claim) -> tuple[Speaker, ...]:
        """Return the speakers of a claim; empty when unknown."""
        return tuple(self.speakers[one] for one in claim.speakers if one in self.speakers)

    def via_of(self, claim: Claim) -> tuple[Speaker, ...]:
        """Return those a claim came through, nearest to the statement first."""
        return tuple(self.speakers[one] for one in claim.via if one in self.speakers)

    def day_of(self, claim: Claim) -> str | None:
        """Return the prefix date a claim was said or, where that is not known, its article published."""
        return claim.said.date or self.source_of(claim).published.date

    def subject_label(self, subject: str | None) -> str | None:
        """Return the readable label of a subject, or None."""
        found = self.subjects.get(subject) if subject else None
        return found.label if found and found.label else None

    def heading(self, subject: str | None, claims: Iterable[Claim]) -> str | None:
        """Return a subject's label to stand over claims; None when none holds a word of it, or is it."""
        label, texts = self.subject_label(subject), [" ".join(one.text.split()) for one in claims]
        if label is None or any(text.startswith(label.rstrip("…")) for text in texts if len(label) > SHORT):
            return None
        held = chain.from_iterable(map(_stems, texts))
        return None if _stems(label).isdisjoint(held) else capital(label)


def _stems(text: str) -> frozenset[str]:
    """Return the stems of the words that say something."""
    return frozenset(map(stem, re.findall(r"\w+", text.lower()))) - words("apart", "function")
