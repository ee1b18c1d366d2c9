"""What a report shows, as plain data: Markdown and HTML read these and nothing else.

Every string is as it stands in the article or in words for the reader, unescaped: the
formats escape. Sides are alike in every respect; nothing says which of them is right.
"""

from collections.abc import Container
from dataclasses import dataclass, replace

from claimgraph.model import Reason
from claimgraph.report.quoting import Quotation
from claimgraph.report.sureness import Sureness
from claimgraph.report.wording import SURENESS_WORDS, UNKNOWN

Refs = tuple[tuple[int, str], ...]
"""Cards, each by its number and its id."""
Counts = tuple[tuple[int, str], ...]
"""Numbers of the summary, each with its noun."""


@dataclass(frozen=True, slots=True)
class Dating:
    """A date in words ("unknown" when it is) and what it rests on."""

    label: str
    date: str
    basis: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it.

    ``printed`` is what the article calls the speaker where that is not the name ("They"),
    ``unknown`` why the speaker is not known, ``details`` the role and the side.
    """

    name: str
    details: tuple[str, ...] = ()
    printed: str | None = None
    via: str | None = None
    unknown: str | None = None
    own_voice: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """The article a statement stands in. ``url`` is None unless it is http or https."""

    id: str
    label: str
    short: str
    publisher: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Caveat:
    """A flag on a statement, with the words of the article it rests on when they lie elsewhere."""

    label: str
    detail: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim as shown: who, what, where, when, and what must be said with it."""

    id: str
    voice: Voice
    position: str
    quotation: Quotation
    brief: str
    start: int
    end: int
    origin: Origin
    dates: tuple[Dating, Dating, Dating]
    figures: tuple[str, ...]
    hedges: tuple[str, ...]
    caveats: tuple[Caveat, ...]
    citation: str

    @property
    def dated(self) -> Dating:
        """When it was said or, where that is not known, when its article was published."""
        published, said, _ = self.dates
        return published if said.date == UNKNOWN else said


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a card: first the statements to show, then the rest."""

    name: str
    position: str
    statements: tuple[Statement, ...]
    more: tuple[Statement, ...]
    origins: str


@dataclass(frozen=True, slots=True)
class Card:
    """A dispute or an update.

    ``joint``: all sides stand in one and the same sentence; ``also``: the ids of disputes that are folded in;
    ``sureness``: how surely its sides are opposed, while nobody decided.
    """

    id: str
    number: int
    kind: str
    label: str
    subject: str | None
    heading: str
    line: str
    sides: tuple[Side, ...]
    reasons: tuple[Reason, ...]
    state: str
    joint: bool = False
    also: tuple[str, ...] = ()
    sureness: Sureness | None = None

    @property
    def sure(self) -> str:
        """The same in words; "" where a person decided, or a change is told."""
        return SURENESS_WORDS[self.sureness] if self.sureness is not None else ""

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that it shows."""
        return tuple(one.id for side in self.sides for one in (*side.statements, *side.more))


@dataclass(frozen=True, slots=True)
class Happening:
    """The disputes on one event; ``label`` names it in the articles' words, None when no claim does."""

    label: str | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The disputes of one story, event by event; ``days`` says when its articles were published."""

    id: str
    heading: str
    articles: int
    days: str
    events: tuple[Happening, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All of its cards in the order of the report."""
        return tuple(card for event in self.events for card in event.cards)


@dataclass(frozen=True, slots=True)
class Section:
    """Cards of one part of the report."""

    key: str
    title: str
    intro: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A flagged statement that no card shows.

    ``next`` is what the accused say next where it accuses, ``beside`` what leads set beside it.
    """

    statement: Statement
    subject: str | None
    next: tuple[Statement, ...] = ()
    beside: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedSection:
    """Flagged statements of one kind; ``elsewhere`` are the numbers of cards that show the others."""

    key: str
    title: str
    intro: str
    entries: tuple[Marked, ...]
    left: int
    elsewhere: Refs


@dataclass(frozen=True, slots=True)
class Accord:
    """Statements with the same truth conditions, and what is known of their independence."""

    heading: str
    statements: tuple[Statement, ...]
    left: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeadLine:
    """Two statements worth reading together, and why."""

    a: Statement
    b: Statement
    why: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One article in the list of sources."""

    origin: Origin
    name: str
    also: tuple[str, ...]
    published: Dating
    credits: tuple[str, ...]
    statements: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in the list of its speaker, with the cards (number, id) it stands in."""

    statement: Statement
    cards: Refs


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """One speaker with what they said; ``left`` statements are not shown."""

    name: str
    role: str | None
    side: str | None
    aliases: tuple[str, ...]
    statements: int
    said: tuple[Said, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Placed:
    """The disputes as cards, numbered in the order in which the report has them."""

    confirmed: Section
    stories: tuple[Story, ...]
    proposed: Section
    rejected: Section
    gravest: tuple[Card, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every dispute in the order of the report."""
        told = (card for story in self.stories for card in story.cards)
        return (*self.confirmed.cards, *told, *self.proposed.cards, *self.rejected.cards)

    def on(self, stories: tuple[Story, ...], shown: Container[str]) -> "Placed":
        """Return those of a page: its stories, and the decided and proposed disputes with these ids."""
        confirmed, proposed, rejected = (
            replace(section, cards=tuple(card for card in section.cards if card.id in shown))
            for section in (self.confirmed, self.proposed, self.rejected)
        )
        return Placed(confirmed, stories, proposed, rejected, ())


@dataclass(frozen=True, slots=True)
class View:
    """The whole report. ``disputes`` counts those that are open or confirmed."""

    title: str
    counts: Counts
    disputes: int
    placed: Placed
    marked: tuple[MarkedSection, ...]
    updates: Section
    accords: tuple[Accord, ...]
    leads: tuple[LeadLine, ...]
    leads_left: int
    sources: tuple[SourceLine, ...]
    speakers: tuple[SpeakerLine, ...]
    speakers_left: int
    unattributed: int
