"""The report as JSON: pydantic models, so that the schema is generated from what is written.

Fields may be added; none is renamed or dropped. Prefix dates are plain strings, their
bases stand beside them. Every list keeps the order of the findings: the same input gives
the same bytes on any machine.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from claimgraph.model import (
    Claim,
    Credit,
    DisputeKind,
    DisputeState,
    Event,
    Findings,
    FlagKind,
    Pointer,
    Polarity,
    Proposal,
    Proposition,
    Span,
    Speaker,
    Subject,
)
from claimgraph.report.cards import cards_of
from claimgraph.report.lookup import Lookup
from claimgraph.report.setting import Setting
from claimgraph.report.streams import gathered, json_list, json_object, json_value

SCHEMA: Literal["claimgraph/1"] = "claimgraph/1"


class Written(BaseModel):
    """Frozen; a reader may meet fields it does not know."""

    model_config = ConfigDict(
        frozen=True, populate_by_name=True, json_schema_serialization_defaults_required=True
    )


Kind = TypeVar("Kind", bound=Written)


class ReportDate(Written):
    """A prefix date ("2016", "2016-04", "2016-04-02"), null when unknown, and what it rests on."""

    date: str | None
    basis: str


class ReportSource(Written):
    """One article as read. Offsets of claims are into its text, which the report does not carry."""

    id: str
    name: str
    path: str
    title: str | None
    publisher: str | None
    url: str | None
    sha256: str
    published: ReportDate
    credits: tuple[Credit, ...] = ()
    also: tuple[str, ...] = Field(default=(), description="other files with the same bytes")


class ReportSpeaker(Written):
    """The actor behind mentions; ``side`` is a slug, ``side_label`` the same for readers.

    ``unnamed`` tells that the articles name nobody: "a police source".
    """

    id: str
    name: str
    kind: str
    unnamed: bool
    role: str | None
    side: str | None
    side_label: str | None
    aliases: tuple[str, ...]
    spokesperson_of: str | None
    evidence: tuple[str, ...]


class ReportQuantity(Written):
    """An interval with scope; ``low`` or ``high`` null when open on that side."""

    low: float | None
    high: float | None
    text: str
    span: Span
    unit: str
    event: str | None
    of: str | None
    of_side: str | None
    category: str | None
    own: bool | None
    approximate: bool
    window: str | None


class ReportClaim(Written):
    """One attributed statement. ``cue`` and ``mention`` are null in the article's own voice."""

    id: str
    statement: str
    source: str
    start: int
    end: int
    text: str
    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    speakers: tuple[str, ...] = Field(description="empty when unknown, several when they speak jointly")
    unknown_speaker: str | None = Field(description="why the speaker is unknown")
    via: tuple[str, ...] = Field(description="those it came through, nearest to the statement first")
    parent: str | None = Field(description="the claim that carries this one")
    subject: str | None
    act: str
    polarity: Polarity
    target: str | None = Field(description="the side an accusation is directed at")
    collective: bool
    said: str | None
    said_basis: str
    happened: str | None
    happened_basis: str
    quantities: tuple[ReportQuantity, ...]
    propositions: tuple[Proposition, ...]
    pointer: Pointer | None = Field(description="that it answers another's words, or takes back its own")
    names: tuple[str, ...]
    places: tuple[str, ...]
    hedges: tuple[str, ...]
    rule: str


class ReportReason(Written):
    """Why, in a sentence, with the words that fired the rule: (claim, start, end)."""

    rule: str
    detail: str
    spans: tuple[tuple[str, int, int], ...] = ()


class ReportDispute(Written):
    """One question on which sides differ; ``origins`` counts primary origins side by side."""

    id: str
    question: str = Field(description="the question its sides answer, in the words of the articles")
    kind: DisputeKind
    subject: str | None
    sides: tuple[tuple[str, ...], ...]
    state: DisputeState = Field(description="proposed: by a language model, decided by nobody")
    score: float
    origins: tuple[int, ...]
    reasons: tuple[ReportReason, ...]


class ReportUpdate(Written):
    """Figures or states that changed with time, oldest first, in nobody's dispute."""

    id: str
    subject: str | None
    sides: tuple[tuple[str, ...], ...]
    reasons: tuple[ReportReason, ...]


class ReportFlag(Written):
    """A mark on one claim; ``basis`` are the words, in the claim's source, it rests on."""

    claim: str
    kind: FlagKind
    detail: str
    basis: Span | None


class ReportAgreement(Written):
    """Two claims with the same truth conditions."""

    a: str
    b: str
    independent: bool
    adverse: bool
    reasons: tuple[ReportReason, ...]


class ReportLead(Written):
    """Two statements worth reading together that no rule decided; the likeliest conflicts first."""

    id: str
    a: str
    b: str
    score: float
    origin: Literal["rules", "reader"]
    reasons: tuple[ReportReason, ...]
    proposals: tuple[Proposal, ...] = Field(description="what language models say of the pair, checked")


class ReportNearMiss(Written):
    """A pair that came close; ``gate`` is the field, or the score, that kept it from being a dispute."""

    a: str
    b: str
    gate: str
    detail: str


class ReportDocument(Written):
    """The whole report. It names no winner."""

    schema_: Literal["claimgraph/1"] = Field(default=SCHEMA, alias="schema")
    sources: tuple[ReportSource, ...]
    speakers: tuple[ReportSpeaker, ...]
    subjects: tuple[Subject, ...]
    claims: tuple[ReportClaim, ...]
    disputes: tuple[ReportDispute, ...]
    updates: tuple[ReportUpdate, ...]
    flags: tuple[ReportFlag, ...]
    agreements: tuple[ReportAgreement, ...]
    leads: tuple[ReportLead, ...]
    near_misses: tuple[ReportNearMiss, ...]
    events: tuple[Event, ...] = Field(description="the happenings, article by article, that subjects link")
    dropped: int = Field(description="claims that were not compared by themselves: none, ever")


def _as(kind: type[Kind], found: Iterable[object]) -> Iterator[Kind]:
    """Yield things as the report has them: what it has of each, under the same names."""
    return (kind.model_validate(one, from_attributes=True) for one in found)


def _speaker(speaker: Speaker, lookup: Lookup) -> ReportSpeaker:
    label = lookup.side_names.get(speaker.side) if speaker.side else None
    return ReportSpeaker(**speaker.model_dump(), side_label=label)


def _claim(claim: Claim) -> ReportClaim:
    return ReportClaim(
        **claim.model_dump(exclude={"terms", "said", "happened"}),
        said=claim.said.date,
        said_basis=claim.said.basis,
        happened=claim.happened.date,
        happened_basis=claim.happened.basis,
    )


def _disputes(lookup: Lookup) -> Iterator[ReportDispute]:
    cards = cards_of(lookup.findings)
    for one in lookup.findings.matching.disputes:
        yield ReportDispute(question=cards.question(one), **one.model_dump())


_LISTS: Mapping[str, Callable[[Lookup], Iterable[BaseModel]]] = {
    "sources": lambda held: _as(ReportSource, held.sources.values()),
    "speakers": lambda held: (_speaker(one, held) for one in held.speakers.values()),
    "subjects": lambda held: held.subjects.values(),
    "claims": lambda held: map(_claim, held.claims.values()),
    "disputes": _disputes,
    "updates": lambda held: _as(ReportUpdate, held.findings.matching.updates),
    "flags": lambda held: _as(ReportFlag, held.flags),
    "agreements": lambda held: _as(ReportAgreement, held.findings.matching.agreements),
    "leads": lambda held: _as(ReportLead, held.findings.matching.leads),
    "near_misses": lambda held: _as(ReportNearMiss, held.findings.matching.near_misses),
    "events": lambda held: held.findings.matching.events,
}
"""What makes the things of each list one by one; the lists in the order in which the report has them."""


def things(findings: Findings, name: str) -> Iterator[BaseModel]:
    """Yield the things of one list of the report, made one by one: "claims", "disputes" and so on."""
    return iter(_LISTS[name](Lookup(findings)))


def document(findings: Findings) -> ReportDocument:
    """Return the findings as the report's JSON models, all at once."""
    lookup = Lookup(findings)
    lists: dict[str, Any] = {name: tuple(made(lookup)) for name, made in _LISTS.items()}
    return ReportDocument(**lists, dropped=0)


def pieces(findings: Findings, setting: Setting | None = None) -> Iterator[str]:  # noqa: ARG001 - as the others
    """Yield the report as JSON, UTF-8 characters unescaped, one space of indent."""
    yield from gathered(json_object(_fields(Lookup(findings))))
    yield "\n"


def _fields(lookup: Lookup) -> Iterator[tuple[str, Iterable[str]]]:
    yield "schema", [json_value(SCHEMA)]
    for name, made in _LISTS.items():
        yield name, json_list((one.model_dump(mode="json", by_alias=True) for one in made(lookup)), depth=1)
    yield "dropped", [json_value(0)]


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the report."""
    return ReportDocument.model_json_schema(by_alias=True, mode="serialization")
