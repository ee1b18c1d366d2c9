"""The words of the domain as frozen models, their ids, and nothing else.

Invariants
    - A ``Span`` is ``(start, end)``, end exclusive, in Python ``str`` indices into
      ``Source.text``; for every claim ``source.text[claim.start:claim.end] == claim.text``.
    - An id is a content hash of the fields that make a thing what it is: the same input
      gives the same ids on any machine, and reading twice changes nothing.
    - A date is a prefix (``"2016"``, ``"2016-04"``, ``"2016-04-02"``): what is not known is
      left out, never invented.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from itertools import combinations, product
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]


def make_id(kind: str, *identity: object) -> str:
    """Return a stable id: one letter for the kind and 12 hex digits of a SHA-256.

    Args:
        kind: a one-letter prefix ("s" source, "c" claim, "p" speaker, "e" event, "t" subject,
            "d" dispute, "l" lead, "r" decision, "u" update).
        identity: the fields that make the thing what it is; ``repr`` of each is hashed.
    """
    payload = "\x1f".join(repr(part) for part in identity)
    return kind + hashlib.sha256(payload.encode()).hexdigest()[:12]


class _Every(set[str]):
    """The names of all fields of a model, one set for all that is made of it: it never changes."""

    def __copy__(self) -> "_Every":
        return self

    def update(self, *names: Iterable[str]) -> None:
        """Add nothing: all are there."""


@cache
def _every(model: type[BaseModel]) -> _Every:
    return _Every(model.model_fields)


class Model(BaseModel):
    """Frozen, strict about unknown fields: what is stored and exported.

    Which of its fields were given is not kept, as nobody asks: a set for each was a third of the memory.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _context: Any, /) -> None:
        """Share the set of fields with all that is made of the same model."""
        object.__setattr__(self, "__pydantic_fields_set__", _every(type(self)))


class Act(StrEnum):
    """What a speaker does with a statement. Only the first five can be disputed."""

    ASSERT = "assert"
    DENY = "deny"
    ADMIT = "admit"
    ACCUSE = "accuse"
    ESTIMATE = "estimate"
    DEMAND = "demand"
    PROMISE = "promise"
    PREDICT = "predict"
    EVALUATE = "evaluate"


DISPUTABLE_ACTS = frozenset({Act.ASSERT, Act.DENY, Act.ADMIT, Act.ACCUSE, Act.ESTIMATE})

Polarity = Literal["affirmed", "denied"]
SpeakerKind = Literal["person", "organisation", "state", "group", "publisher"]
DisputeKind = Literal["denial", "contradiction", "figures", "mutual_accusation", "reversal"]
DisputeState = Literal["open", "proposed", "confirmed", "rejected"]
"""What became of a dispute. ``proposed``: a language model says so, and nobody has decided yet."""
FlagKind = Literal["unverified_figure", "unverified_claim", "not_verified"]
BlockKind = Literal["title", "heading", "body", "caption", "credit", "boilerplate"]
Factuality = Literal["actual", "possible", "future", "conditional", "demanded"]
Fit = Literal["same", "different", "unknown"]
Mark = Literal[
    "again",
    "anaphoric",
    "attacks",
    "back",
    "blanket",
    "calls false",
    "compared",
    "contrast",
    "negative",
    "other year",
    "overall",
    "own words",
    "question",
    "responds",
    "sample",
    "unknowing",
]
"""How a claim is told, as far as it says what it answers (``lexicon/discourse.toml``)."""


class Dated(Model):
    """A prefix date and what it rests on, in words a reader can check."""

    date: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    basis: str = "unknown"


class Block(Model):
    """A paragraph of a source and what it is; only title, heading and body can hold claims."""

    start: int
    end: int
    kind: BlockKind


class Credit(Model):
    """A wire, agency or page that an article says it draws on."""

    name: str
    span: Span
    kind: Literal["reporting", "reprint", "source", "byline", "copyright"] = "reporting"

    @property
    def drawn_on(self) -> bool:
        """Whether it names what the article draws on, not who wrote or owns it."""
        return self.kind in {"reporting", "reprint", "source"}


UNMARKED = "\u2060"
"""What is read in place of a character of markup: nobody sees it, and it joins what stands around it."""


class Source(Model):
    """One article as read.

    ``text`` is the file decoded as UTF-8 with its newlines unchanged (.txt, .md), the ``text`` field
    (.jsonl) or the extracted text (all others). ``blocks`` cover the paragraphs in order, without
    overlap. ``also`` are other files with the same bytes. ``markup`` are the stretches that only
    dress a Markdown text: they are part of it, and are neither read nor shown.
    """

    id: str
    name: str
    path: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: Dated = Dated()
    credits: tuple[Credit, ...] = ()
    sha256: str
    text: str
    blocks: tuple[Block, ...] = ()
    also: tuple[str, ...] = ()
    markup: tuple[Span, ...] = ()

    @property
    def unmarked(self) -> str:
        """The text with a word joiner (U+2060) for every character of markup, of the same length."""
        parts: list[str] = []
        at = 0
        for start, end in self.markup:
            parts += (self.text[at:start], UNMARKED * (end - start))
            at = end
        return "".join((*parts, self.text[at:]))

    def paragraph(self, start: int, end: int) -> Span | None:
        """Return the bounds of the paragraph, or paragraphs, that hold a stretch; None where none does."""
        holding = [one for one in self.blocks if one.start < max(end, start + 1) and one.end > start]
        return (min(start, holding[0].start), max(end, holding[-1].end)) if holding else None

    @staticmethod
    def make_id(name: str, sha256: str) -> str:
        """Identity: the file's own name (no folder) and the hash of its raw bytes."""
        return make_id("s", name, sha256)


class Speaker(Model):
    """The actor behind mentions.

    ``side`` is the party spoken for, a lower-case slug ("azerbaijan", "acme"), and ``side_name`` how
    the articles write it, where they do; None when nobody's. ``evidence`` says, merge by merge, why
    the aliases are one speaker. ``period`` is the time for which a user's own list gives the side and
    role, in words; None when always.
    ``place`` is where people are of who have no name of their own ("police"), if that is known.
    ``unnamed`` tells that the articles name nobody: "a police source", "the company".
    """

    id: str
    name: str
    kind: SpeakerKind
    side: str | None = None
    side_name: str | None = None
    role: str | None = None
    aliases: tuple[str, ...] = ()
    spokesperson_of: str | None = None
    evidence: tuple[str, ...] = ()
    period: str | None = None
    place: str | None = None
    unnamed: bool = False


class Subject(Model):
    """What a set of claims is about: an event, linked over the articles that tell of it.

    ``label`` is in the words of those articles; ``event`` the predicate it is known by;
    ``events`` the happenings, an article each, that are this one, and ``claims`` those on it.
    """

    id: str
    label: str
    event: str | None = None
    about: tuple[str, ...] = ()
    date: str | None = None
    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


def subject_by_claim(subjects: Iterable[Subject]) -> dict[str, str]:
    """Return the subject of every claim."""
    return {claim: one.id for one in subjects for claim in one.claims}


def subject_of(sides: Iterable[Iterable[str]], subject: Mapping[str, str]) -> str | None:
    """Return the subject that most claims of a dispute are on, by the subject of every claim."""
    counted = Counter(subject[claim] for side in sides for claim in side if claim in subject)
    return min(counted, key=lambda one: (-counted[one], one)) if counted else None


class Participant(Model):
    """A phrase filling a role: who did it, to whom, with what, where.

    ``names`` are the words of proper names in it, lower case, or of whom the article means by it:
    "I" and "he" have the ``text`` of that name, "the mayor" keeps its own.
    """

    text: str
    span: Span
    head: str
    side: str | None = None
    names: tuple[str, ...] = ()


class Proposition(Model):
    """What a claim says on its subject: a predicate, who fills its roles, and whether it was so.

    ``predicate`` is a type of event (``lexicon/events.toml``), else the lemma of a verb or a
    state; with a ``value`` it is a question that has one answer at a time ("armed", "weapon",
    "age", ``lexicon/questions.toml``) and ``value`` is the answer to it on the ``patient``.
    ``background``: told in passing, in a relative clause ("the house where he was shot").
    ``main``: it is what the claim itself says, and no deed that is only mentioned in it.
    ``complement`` completes the word ("open *to talks*", "a *grave* threat *to peace*", "put it *at risk*").
    """

    predicate: str
    lemma: str
    trigger: Span
    value: str = ""
    agent: Participant | None = None
    patient: Participant | None = None
    instrument: Participant | None = None
    place: Participant | None = None
    polarity: Polarity = "affirmed"
    factuality: Factuality = "actual"
    background: bool = False
    main: bool = False
    complement: str = ""

    @property
    def answers(self) -> bool:
        """Whether this is an answer to a question, and not a deed or state by itself."""
        return bool(self.value)

    @property
    def denied(self) -> bool:
        """Whether it is said not to have been so."""
        return self.polarity == "denied"

    @property
    def parties(self) -> tuple[Participant, ...]:
        """Who does and who undergoes it, as far as it is said."""
        return tuple(role for role in (self.agent, self.patient) if role is not None)


class Pointer(Model):
    """That a claim answers another's words: denies them, calls them false, or takes its own back.

    ``words`` are those that say so. ``bare``: nothing is said beside ("denied that"), so that only
    what stands around can tell what is meant. ``noun`` is what it calls them ("figure", "accusation").
    """

    words: Span
    stance: Literal["denies", "takes back"] = "denies"
    bare: bool = False
    explicit: bool = True
    noun: str | None = None


class Event(Model):
    """One happening as one article tells of it, with the claims that tell of it.

    ``kind`` is a type of event or the lemma it is known by; ``days`` when it was, with a basis;
    ``places`` and ``names`` the proper names that say where and who, ``heads`` the nouns it is
    told with; ``ordinal`` tells it from others of its kind ("the second quake").
    ``background``: told as what went before, on other days than the rest of the article.
    """

    id: str
    source: str
    kind: str
    days: Dated = Dated()
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    ordinal: str | None = None
    background: bool = False
    claims: tuple[str, ...] = ()

    @staticmethod
    def make_id(source: str, first: str) -> str:
        """Identity: the source and the first claim that tells of it."""
        return make_id("e", source, first)


class Quantity(Model):
    """An interval with scope. ``low`` or ``high`` None: open on that side.

    ``unit`` is what is counted ("people", "tank") or measured ("USD", "magnitude", "km").
    ``event`` is what happened to them ("killed", "injured", "killed and injured",
    "destroyed", ...), ``of`` the phrase naming whom, ``of_side`` the side they belong to,
    ``category`` the class ("soldier", "civilian", "child", "person", ...). ``own`` is True
    when the speaker's side counts its own, False for another side's, None when unknown.
    ``window`` is the stretch of time counted over ("overnight", "the past 48 hours").
    ``additional`` is True for a count that comes on top of others ("another 12", "12 more").
    ``takes_up`` is where the figure stands that it goes on about ("132 were aboard. The union said 128.").
    """

    low: float | None = None
    high: float | None = None
    text: str
    span: Span
    unit: str
    event: str | None = None
    of: str | None = None
    of_side: str | None = None
    category: str | None = None
    own: bool | None = None
    approximate: bool = False
    additional: bool = False
    window: str | None = None
    takes_up: Span | None = None


class Claim(Model):
    """One attributed statement, down to one clause or sentence of what was said.

    ``statement`` groups the claims of one attribution (one cue, one speaker, several
    clauses). ``content`` holds the words claimed, ``start``/``end`` their hull.
    ``cue`` and ``mention`` are None when the article speaks in its own voice, and then
    the speaker is the publisher. ``via`` are the speakers or media it came through,
    nearest to the statement first. ``parent`` is the claim that carries this one
    ("X said that Y had denied Z"). ``terms`` are the content lemmas and ``names`` the words of
    proper names, lower case, ``places`` those that say where; ``paragraph`` and ``sentence``
    count in the source and in the paragraph.
    ``propositions`` are what it says, ``pointer`` that it answers another's words; ``subject`` is
    known once it was matched. ``target`` is the side an accusation is directed at.
    """

    id: str
    statement: str
    source: str
    start: int
    end: int
    text: str
    content: tuple[Span, ...]
    cue: Span | None = None
    mention: Span | None = None
    speakers: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    parent: str | None = None
    subject: str | None = None
    act: Act = Act.ASSERT
    polarity: Polarity = "affirmed"
    said: Dated = Dated()
    happened: Dated = Dated()
    quantities: tuple[Quantity, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    pointer: Pointer | None = None
    hedges: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    paragraph: int = 0
    sentence: int = 0
    target: str | None = None
    collective: bool = False
    unknown_speaker: str | None = None
    rule: str = ""

    @staticmethod
    def make_id(source: str, content: tuple[Span, ...], cue: Span | None, direction: str = "") -> str:
        """Identity: the source, the words claimed, the cue, and for "each other" the direction."""
        return make_id("c", source, content, cue, direction)


class Flag(Model):
    """A mark on one claim. ``basis`` is the span, in the claim's source, it rests on."""

    claim: str
    kind: FlagKind
    detail: str
    basis: Span | None = None


class Extraction(Model):
    """All that one source yields. Speakers are as resolved within that article."""

    source: str
    claims: tuple[Claim, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    flags: tuple[Flag, ...] = ()


class Reason(Model):
    """Why: the rule's name, one sentence for the reader, and the words that fired it.

    A span is ``(claim id, start, end)`` in the text of that claim's source.
    """

    rule: str
    detail: str
    spans: tuple[tuple[str, int, int], ...] = ()


class Dispute(Model):
    """One question on which sides differ. ``sides`` hold claim ids."""

    id: str
    kind: DisputeKind
    subject: str | None
    sides: tuple[tuple[str, ...], ...]
    state: DisputeState = "open"
    score: float = 1.0
    reasons: tuple[Reason, ...] = ()
    origins: tuple[int, ...] = ()

    @staticmethod
    def make_id(kind: str, sides: Iterable[Iterable[str]]) -> str:
        """Identity: the kind, and the first by id of the claims on each side."""
        return make_id("d", kind, tuple(sorted(min(side) for side in sides)))

    @property
    def pairs(self) -> frozenset[frozenset[str]]:
        """Return every two claims that stand on two sides."""
        apart = combinations(self.sides, 2)
        return frozenset(frozenset(pair) for one, two in apart for pair in product(one, two))


class Update(Model):
    """Figures or states that changed with time and are in nobody's dispute, oldest first."""

    id: str
    subject: str | None
    sides: tuple[tuple[str, ...], ...]
    reasons: tuple[Reason, ...] = ()


class Agreement(Model):
    """Two claims with the same truth conditions. Independence must be shown, not assumed."""

    a: str
    b: str
    independent: bool = False
    adverse: bool = False
    reasons: tuple[Reason, ...] = ()


class Comparison(Model):
    """One field's answer on two claims: the same, different, or not known, with a detail in words.

    ``question`` is the field's own, as a reader is asked it. ``degree`` says how much, from 0 to 1,
    and ``weight`` what it added to the score.
    """

    field: str
    question: str
    fit: Fit
    detail: str
    degree: float = 1.0
    weight: float = 0.0


class NearMiss(Model):
    """A pair that one field, or too low a score, kept from being a dispute."""

    a: str
    b: str
    gate: str
    detail: str


class Proposal(Model):
    """What a language model says of two claims. It was checked, and is no finding.

    In a denial ``b`` denies, in a reversal ``b`` is the later word. ``words`` are those that clash, a span
    in the source of each claim; ``doubt`` says where the fields speak against it. ``prompt`` is the hash
    of what was asked and ``version`` that of the templates. Proposals of one answer that share their
    ``question`` are of one entry, with several statements on its sides.
    """

    a: str
    b: str
    kind: DisputeKind
    reason: str
    words: tuple[Span, Span]
    model: str
    version: str
    prompt: str
    question: str = ""
    doubt: str | None = None


class Lead(Model):
    """Two claims worth reading together that no rule decided. Never called a dispute.

    ``score`` orders leads, between 0 and 1; ``origin`` says who proposes it. A reader's lead holds the
    ``proposals`` of its question, by one model or several: of this pair, and of others that ask the same.
    """

    a: str
    b: str
    score: float
    origin: Literal["rules", "reader"] = "rules"
    reasons: tuple[Reason, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    @property
    def id(self) -> str:
        """Identity: the two claims, whichever way round."""
        return make_id("l", *sorted((self.a, self.b)))


class Seen(Model):
    """A statement as a reviewer saw it: its words, who said them, and where they stood.

    ``passage`` is the SHA-256 of the paragraph it stands in (or paragraphs), ``place`` where in it: by these
    the statement is known again in a later version of the article. ``side`` is the side it stood on.
    """

    claim: str
    source: str
    article: str
    passage: str
    place: Span
    words: str
    speaker: str = ""
    side: int = Field(default=0, ge=0, lt=100)


class Decision(Model):
    """A reviewer's word on a dispute, lead, speaker, claim or event, or on an earlier word. Append-only.

    ``value`` is what the verdict needs besides: another speaker, a kind, a name. ``kind`` is the question as
    the reviewer saw it (the kind of the dispute; empty when it was not told), ``shown`` the thing in
    words, and ``seen`` the statements it rests on. ``at`` is the time in UTC, ISO 8601.
    """

    target: str
    verdict: str
    by: str
    at: str
    why: str = ""
    value: str = ""
    kind: str = ""
    shown: str = ""
    seen: tuple[Seen, ...] = ()

    @property
    def id(self) -> str:
        """Identity: all of it."""
        return make_id("r", self.model_dump_json())


class Collection(Model):
    """What the matcher and the reports read: everything extracted, by id, in reading order."""

    sources: tuple[Source, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    claims: tuple[Claim, ...] = ()
    flags: tuple[Flag, ...] = ()


class Matching(Model):
    """What the matcher found. ``subjects`` are the events, linked over the articles."""

    disputes: tuple[Dispute, ...] = ()
    updates: tuple[Update, ...] = ()
    flags: tuple[Flag, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    leads: tuple[Lead, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    events: tuple[Event, ...] = ()
    subjects: tuple[Subject, ...] = ()


class Step(Model):
    """One comparison, or one row of the table of kinds, on a pair of claims: outcome and evidence."""

    name: str
    passed: bool | None
    detail: str
    spans: tuple[tuple[str, int, int], ...] = ()


class Findings(Model):
    """A collection and what was matched in it: the whole of a report."""

    collection: Collection
    matching: Matching
