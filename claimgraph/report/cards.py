"""A dispute becomes a card: a heading, its sides laid out alike, and why it was flagged.

Invariant: headings and key words are the articles' own (``questions``).
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain

from claimgraph.lexicon import words
from claimgraph.model import Claim, Dispute, Findings, Reason, Update
from claimgraph.report.lookup import Lookup
from claimgraph.report.questions import Questions
from claimgraph.report.shapes import Card, Happening, Refs, Section, Side, Story
from claimgraph.report.statements import UNKNOWN_SPEAKER, Statements
from claimgraph.report.storylines import Storyline, storylines
from claimgraph.report.sureness import sureness
from claimgraph.report.wording import (
    KIND_WORDS,
    capital,
    count,
    date_words,
    join,
    sentence,
    shorten,
)

HEADING = 110
"""Characters of a story's heading."""
SHOWN = 3
"""Statements of one side shown before the rest is folded away."""

GRAVEST = 3
"""Disputes on the first screen."""

CONFIRMED = (
    "confirmed",
    "Confirmed by a reviewer",
    "A person has read both sides and found them opposed. Which of them is right is not said.",
)
REJECTED = (
    "rejected",
    "Rejected by a reviewer",
    "The program set these against each other; a person has read them and found that they are not opposed.",
)
PROPOSED = (
    "proposed",
    "Proposed by a language model",
    "A language model calls these opposed. Its quotations were checked; nobody has decided.",
)


class Cards:
    """Builds cards from disputes and updates, out of statements that other parts of a report show too.

    ``numbers`` are theirs by id, once built; ``places`` the ids of the stories with disputes.
    """

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.statements = Statements(lookup)
        self.questions = Questions(lookup)
        self.numbers: dict[str, int] = {}
        self.places: dict[Storyline, str] = {}

    @cached_property
    def lines(self) -> tuple[Storyline, ...]:
        """All the stories that the articles are of."""
        return storylines(self.lookup)

    def stories(self) -> tuple[Story, ...]:
        """Return the open disputes by story and by event within it, each level with its gravest in front."""
        story_of = {source: story for story in self.lines for source in story.articles}
        grouped: dict[Storyline, dict[str | None, list[Dispute]]] = {}
        for dispute in self._in("open"):
            story = story_of[self.lookup.claims[dispute.sides[0][0]].source]
            grouped.setdefault(story, {}).setdefault(dispute.subject, []).append(dispute)
        self.places = {story: f"story-{place}" for place, story in enumerate(grouped, 1)}
        return tuple(self._story(story, events) for story, events in grouped.items())

    def decided(self, state: str) -> Section:
        """Return the disputes that a reviewer confirmed or rejected, or a model proposed; perhaps none."""
        told = next(one for one in (CONFIRMED, PROPOSED, REJECTED) if one[0] == state)
        return Section(*told, tuple(map(self.card, self._in(state))))

    def gravest(self) -> tuple[Card, ...]:
        """Return the gravest disputes that no reviewer rejected; those confirmed are no less grave."""
        ranked = sorted((*self._in("confirmed"), *self._in("open")), key=self._rank)
        return tuple(map(self.card, ranked[:GRAVEST]))

    def _in(self, state: str) -> list[Dispute]:
        """Return the disputes in a state, the gravest first."""
        found = (one for one in self.lookup.findings.matching.disputes if one.state == state)
        return sorted(found, key=self._rank)

    def _story(self, story: Storyline, events: dict[str | None, list[Dispute]]) -> Story:
        centre = self.lookup.sources[story.centre]
        dates = [date for one in story.articles if (date := self.lookup.sources[one].published.date)]
        ends = (min(dates), max(dates, key=lambda date: f"{date}-99")) if dates else ()
        happenings = []
        for subject, disputes in events.items():
            sides = (claim for dispute in disputes for side in dispute.sides for claim in side)
            label = self.lookup.heading(subject, map(self.lookup.claims.__getitem__, sides))
            happenings.append(Happening(label, tuple(map(self.card, disputes))))
        return Story(
            id=self.places[story],
            heading=shorten(centre.title or centre.name, HEADING),
            articles=len(story.articles),
            days=" to ".join(dict.fromkeys(map(date_words, ends))) or "on an unknown day",
            events=tuple(happenings),
        )

    def card(self, dispute: Dispute) -> Card:
        """Return a dispute as a card."""
        leading = self._leading(dispute)
        sides = self._sides(leading, dispute, dispute.kind, dispute.origins)
        spans = {(claim.source, claim.start, claim.end) for claims in leading for claim in claims}
        return Card(
            id=dispute.id,
            number=self.numbers.setdefault(dispute.id, len(self.numbers) + 1),
            kind=dispute.kind,
            label=KIND_WORDS[dispute.kind],
            subject=dispute.subject,
            heading=self.questions.heading(dispute, leading, dispute.kind),
            line=_line(sides),
            sides=sides,
            reasons=reasons(dispute.reasons),
            state=dispute.state,
            joint=len(spans) == 1,
            sureness=sureness(dispute) if dispute.state == "open" else None,
            also=self.lookup.also.get(dispute.id, ()),
        )

    def refs(self, claims: Iterable[str], kind: str | None = None) -> Refs:
        """Return the cards, of a kind where one is named, in which any of some claims stands."""
        disputes = (one for claim in claims for one in self.lookup.disputes_of.get(claim, ()))
        found = {(self.numbers[one.id], one.id) for one in disputes if kind in {None, one.kind}}
        return tuple(sorted(found))

    def question(self, dispute: Dispute) -> str:
        """Return the question that the sides of a dispute answer."""
        return self.questions.heading(dispute, self._leading(dispute), dispute.kind)

    def update(self, update: Update) -> Card:
        """Return figures or states that changed with time as a card, oldest first."""
        leading = self._leading(update)
        sides = self._sides(leading, update, "update")
        return Card(
            id=update.id,
            number=0,
            kind="update",
            label="changed with time",
            subject=update.subject,
            heading=self.questions.heading(update, leading, "update"),
            line=capital(" — then ".join(f"{side.name}: {side.position}" for side in sides)),
            sides=sides,
            reasons=reasons(update.reasons),
            state="open",
        )

    def _rank(self, dispute: Dispute) -> tuple[bool, bool, int, float, int]:
        """Rank a dispute: the sure ones first, then over harm to people, then what most articles tell."""
        claims = self._claims(chain.from_iterable(dispute.sides))
        first = min((self.lookup.order[claim.id] for claim in claims), default=0)
        articles = len({claim.source for claim in claims})
        harmless = not any(map(_tells_of_harm, claims))
        doubtful = dispute.state == "open" and sureness(dispute) == "low"
        return (doubtful, harmless, -articles, -round(dispute.score, 6), first)

    def _claims(self, side: Iterable[str]) -> list[Claim]:
        return [self.lookup.claims[claim] for claim in side]

    def _leading(self, found: Dispute | Update) -> list[list[Claim]]:
        """Return the claims of each side, those that the reasons point at first."""
        return [self._ranked(side, found.reasons) for side in found.sides]

    def _sides(
        self, leading: Sequence[list[Claim]], found: Dispute | Update, kind: str, origins: Sequence[int] = ()
    ) -> tuple[Side, ...]:
        """Return the sides as they are shown; how many origins each has is told where it was counted."""
        counted = origins if len(origins) == len(leading) else [None] * len(leading)
        return tuple(
            Side(
                name=join([self.statements.name(claim) for claim in claims]) or UNKNOWN_SPEAKER,
                position=self.questions.said(claims, found, kind),
                statements=tuple(self.statements.of(claim.id) for claim in claims[:SHOWN]),
                more=tuple(self.statements.of(claim.id) for claim in claims[SHOWN:]),
                origins=_origins(claims, number),
            )
            for claims, number in zip(leading, counted, strict=True)
        )

    def _ranked(self, side: Iterable[str], why: Sequence[Reason]) -> list[Claim]:
        """Return the claims of a side in the order in which the reasons point at them, then by age."""
        pointed = dict.fromkeys(span[0] for reason in why for span in reason.spans)
        order = {claim: place for place, claim in enumerate(pointed)}

        def place(claim: Claim) -> tuple[int, str, int]:
            day = self.lookup.day_of(claim) or "9"
            return (order.get(claim.id, len(order)), day, self.lookup.order[claim.id])

        return sorted(self._claims(dict.fromkeys(side)), key=place)


def cards_of(findings: Findings) -> Cards:
    """Return the builder of cards of findings, in words without markup."""
    return Cards(Lookup(undressed(findings)))


def undressed(findings: Findings) -> Findings:
    """Return findings whose texts have a word joiner for every sign of markup; every position stays.

    So a reader of a page or a printed report sees a Markdown text; tables and exports quote it as it stands.
    """
    texts = {one.id: one.unmarked for one in findings.collection.sources if one.markup}
    if not texts:
        return findings

    def bare(claim: Claim) -> Claim:
        text = texts.get(claim.source)
        return claim if text is None else claim.model_copy(update={"text": text[claim.start : claim.end]})

    collection = findings.collection
    sources = tuple(
        one.model_copy(update={"text": texts[one.id], "markup": ()}) if one.id in texts else one
        for one in collection.sources
    )
    update = {"sources": sources, "claims": tuple(map(bare, collection.claims))}
    return findings.model_copy(update={"collection": collection.model_copy(update=update)})


def _tells_of_harm(claim: Claim) -> bool:
    """Tell whether a statement counts victims, or says that somebody was harmed."""
    counted = any(one.unit == "people" and one.event in words("counts", "losses") for one in claim.quantities)
    return counted or any(one.predicate in words("counts", "bodily") for one in claim.propositions)


def _line(sides: Sequence[Side]) -> str:
    """Return the card in one line: each side with its key words, or all sides with the words they share."""
    said = {side.position for side in sides}
    if len(said) > 1:
        return capital(" — ".join(f"{side.name}: {side.position}" for side in sides))
    names = dict.fromkeys(side.name for side in sides)
    return capital(f"{' — '.join(names)}: {said.pop()}")


def _origins(claims: Iterable[Claim], origins: int | None) -> str:
    """Return how many origins some claims have, or in how many articles they stand."""
    articles = count(len({claim.source for claim in claims}), "article")
    if origins is not None:
        return f"{count(origins, 'origin', 'distinct origins')}, in {articles}"
    return articles if articles == "1 article" else f"{articles}, not shown to be independent"


def reasons(found: Sequence[Reason]) -> tuple[Reason, ...]:
    """Return reasons as sentences, each once."""
    return tuple(dict.fromkeys(Reason(rule=one.rule, detail=sentence(one.detail)) for one in found))
