"""Score a report against a list of what a careful reader found.

A gold list holds, as spans of characters in named documents: ``disputes`` (the mentions
on side ``a``, on side ``b`` and sometimes on ``others``), ``flags`` (statements to mark),
``forbidden`` (pairs that must not stand opposed) and ``noise`` (spans that must not be
claims, or must carry no flag). How they are read:

- A claim answers a mention in the same document when their ranges overlap by half of the
  shorter one or more; a mention that gives its ``line`` is compared by the line.
- A dispute answers a gold dispute when two of its sides answer two different sides of it.
  Where the gold allows the kind "update", an update answers as well.
- A gold flag is answered by a flag on, or a dispute with, a claim that answers it.
- A reported dispute is right when it answers a gold dispute, or when every side of it
  answers gold flags. Precision is the share of reported disputes that are right.
- A forbidden pair counts when a dispute or update that answers no gold dispute sets it
  on different sides.
- A noise span of the trap "boilerplate" counts when it became a claim; any other, when it
  carries a flag.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, combinations
from pathlib import PurePath
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claimgraph.errors import ClaimgraphError
from claimgraph.model import Span

PRIORITIES = ("must", "should", "could")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True)


class _Mention(_Part):
    doc: str
    start: int
    end: int
    line: Span | None = None


class _GoldDispute(_Part):
    id: str
    kind: str
    priority: str
    a: tuple[_Mention, ...]
    b: tuple[_Mention, ...]
    others: tuple[tuple[_Mention, ...], ...] = ()
    alt_kinds: tuple[str, ...] = ()

    @property
    def groups(self) -> tuple[tuple[_Mention, ...], ...]:
        return (self.a, self.b, *self.others)


class _GoldFlag(_Part):
    id: str
    kind: str
    priority: str
    spans: tuple[_Mention, ...]


class _Forbidden(_Part):
    id: str
    trap: str = ""
    a: _Mention
    b: _Mention


class _Noise(_Part):
    id: str
    trap: str = ""
    span: _Mention


class _Gold(_Part):
    disputes: tuple[_GoldDispute, ...]
    flags: tuple[_GoldFlag, ...] = ()
    forbidden: tuple[_Forbidden, ...] = ()
    noise: tuple[_Noise, ...] = ()

    def within(self, documents: Collection[str]) -> "_Gold":
        """Return the items that stand in these documents alone."""

        def inside(mentions: Iterable[_Mention]) -> bool:
            return all(mention.doc in documents for mention in mentions)

        return _Gold(
            disputes=tuple(one for one in self.disputes if inside(chain(*one.groups))),
            flags=tuple(one for one in self.flags if inside(one.spans)),
            forbidden=tuple(one for one in self.forbidden if inside((one.a, one.b))),
            noise=tuple(one for one in self.noise if inside((one.span,))),
        )


class _SourceRow(_Part):
    id: str
    name: str
    path: str = ""


class _ClaimRow(_Part):
    id: str
    source: str
    start: int
    end: int
    content: tuple[Span, ...] = ()


class _Opposed(_Part):
    id: str
    kind: str = "update"
    sides: tuple[tuple[str, ...], ...]


class _FlagRow(_Part):
    claim: str
    kind: str


class _Report(_Part):
    schema_: str = Field(alias="schema", pattern=r"^claimgraph/1$")
    sources: tuple[_SourceRow, ...]
    claims: tuple[_ClaimRow, ...]
    disputes: tuple[_Opposed, ...]
    updates: tuple[_Opposed, ...] = ()
    flags: tuple[_FlagRow, ...] = ()

    def within(self, documents: Collection[str]) -> "_Report":
        """Return what is reported of these documents alone."""
        sources = tuple(one for one in self.sources if one.name in documents)
        homes = {one.id for one in sources}
        claims = tuple(one for one in self.claims if one.source in homes)
        known = {one.id for one in claims}

        def inside(found: Iterable[_Opposed]) -> tuple[_Opposed, ...]:
            return tuple(one for one in found if known.issuperset(chain(*one.sides)))

        return _Report(
            schema_=self.schema_,
            sources=sources,
            claims=claims,
            disputes=inside(self.disputes),
            updates=inside(self.updates),
            flags=tuple(flag for flag in self.flags if flag.claim in known),
        )


_Kind = TypeVar("_Kind", bound=_Part)


@dataclass(frozen=True, slots=True)
class _Scorer:
    """A report against a gold list; places of claims by id."""

    report: _Report
    gold: _Gold
    places: Mapping[str, tuple[str, tuple[Span, ...]]]

    def hits(self, claim: str, mentions: Iterable[_Mention]) -> bool:
        document, ranges = self.places[claim]
        return any(
            mention.doc == document
            and any(_overlap(one, mention.line or (mention.start, mention.end)) for one in ranges)
            for mention in mentions
        )

    def opposes(self, found: _Opposed, groups: Iterable[Iterable[_Mention]]) -> bool:
        """Whether two different sides answer two different groups of mentions."""
        listed = [tuple(group) for group in groups]
        answered = [
            {place for place, group in enumerate(listed) if any(self.hits(claim, group) for claim in side)}
            for side in found.sides
        ]
        return any(
            one != other for first, second in combinations(answered, 2) for one in first for other in second
        )

    def answers_any(self, found: _Opposed) -> bool:
        return any(self.opposes(found, gold.groups) for gold in self.gold.disputes)

    def found(self, gold: _GoldDispute) -> bool:
        candidates = self.report.disputes
        if "update" in gold.alt_kinds:
            candidates = (*candidates, *self.report.updates)
        return any(self.opposes(one, gold.groups) for one in candidates)

    def flagged(self, gold: _GoldFlag) -> bool:
        disputed = (claim for one in self.report.disputes for side in one.sides for claim in side)
        marked = (*(flag.claim for flag in self.report.flags), *disputed)
        return any(self.hits(claim, gold.spans) for claim in marked)

    def right(self, found: _Opposed) -> bool:
        if self.answers_any(found):
            return True
        spans = tuple(span for flag in self.gold.flags for span in flag.spans)
        return all(any(self.hits(claim, spans) for claim in side) for side in found.sides)

    def forbidden(self) -> list[dict[str, str]]:
        """Return each forbidden pair that stands opposed, with what opposes it."""
        odd = [one for one in (*self.report.disputes, *self.report.updates) if not self.answers_any(one)]
        return [
            {"id": pair.id, "trap": pair.trap, "by": one.id}
            for pair in self.gold.forbidden
            for one in odd
            if self.opposes(one, ((pair.a,), (pair.b,)))
        ]

    def noise(self) -> list[str]:
        """Return the noise spans that became claims or carry flags."""
        claims = tuple(self.places)
        flags = tuple(flag.claim for flag in self.report.flags)
        return [
            noise.id
            for noise in self.gold.noise
            if any(
                self.hits(claim, (noise.span,))
                for claim in (claims if noise.trap == "boilerplate" else flags)
            )
        ]

    def kinds(self) -> tuple[int, int]:
        """Return how many matches name a kind that the gold allows, and how many matches there are."""
        named = [
            one.kind in {gold.kind, *gold.alt_kinds}
            for one in self.report.disputes
            for gold in self.gold.disputes
            if self.opposes(one, gold.groups)
        ]
        return (sum(named), len(named))


def evaluate(report: Mapping[str, Any], gold: Mapping[str, Any]) -> dict[str, Any]:
    """Score a report (its JSON, read) against a gold list (its JSON, read).

    Returns:
        ``reported`` counts; ``disputes`` and ``flags``: per priority ``{"found", "of",
        "missed"}``; ``by_kind``: ``{kind: {"found", "of"}}`` of the gold disputes;
        ``precision`` with ``right`` and ``wrong`` ids (None when nothing is reported);
        ``kind_right``; ``forbidden`` and ``noise``.

    Raises:
        ClaimgraphError: when either is not what it should be, naming the field.
    """
    return _evaluated(_read(_Report, report, "report"), _read(_Gold, gold, "gold list"))


def lacking_articles(report: Mapping[str, Any], gold: Mapping[str, Any]) -> str:
    """Return how many of the articles that a gold list is about a report lacks ("3 of 19"); empty when none.

    Raises:
        ClaimgraphError: when either is not what it should be, naming the field.
    """
    read, gold_list = _read(_Report, report, "report"), _read(_Gold, gold, "gold list")
    mentions = chain(
        (one for dispute in gold_list.disputes for group in dispute.groups for one in group),
        (one for flag in gold_list.flags for one in flag.spans),
        (one for pair in gold_list.forbidden for one in (pair.a, pair.b)),
        (one.span for one in gold_list.noise),
    )
    about = {one.doc for one in mentions}
    lacking = about - {one.name for one in read.sources}
    return f"{len(lacking)} of {len(about)}" if lacking else ""


def evaluate_stories(report: Mapping[str, Any], gold: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what ``evaluate`` returns for each story: the articles of one folder.

    What stands in two stories, an item of the list or a dispute reported, counts in neither.

    Raises:
        ClaimgraphError: when either is not what it should be, naming the field.
    """
    read, gold_list = _read(_Report, report, "report"), _read(_Gold, gold, "gold list")
    stories: dict[str, set[str]] = {}
    for source in read.sources:
        stories.setdefault(PurePath(source.path).parent.name, set()).add(source.name)
    return {
        story: _evaluated(read.within(documents), gold_list.within(documents))
        for story, documents in stories.items()
    }


def _evaluated(read: _Report, gold_list: _Gold) -> dict[str, Any]:
    scorer = _scorer(read, gold_list)
    found = {one.id for one in gold_list.disputes if scorer.found(one)}
    flagged = {one.id for one in gold_list.flags if scorer.flagged(one)}
    right = [one.id for one in read.disputes if scorer.right(one)]
    named, matched = scorer.kinds()
    forbidden = scorer.forbidden()
    return {
        "reported": {
            "claims": len(read.claims),
            "disputes": len(read.disputes),
            "updates": len(read.updates),
            "flags": len(read.flags),
        },
        "disputes": _by_priority(gold_list.disputes, found),
        "flags": _by_priority(gold_list.flags, flagged),
        "by_kind": {
            kind: {
                "found": sum(one.id in found for one in gold_list.disputes if one.kind == kind),
                "of": sum(one.kind == kind for one in gold_list.disputes),
            }
            for kind in sorted({one.kind for one in gold_list.disputes})
        },
        "precision": {
            "share": round(len(right) / len(read.disputes), 3) if read.disputes else None,
            "right": right,
            "wrong": [one.id for one in read.disputes if one.id not in right],
        },
        "kind_right": {"right": named, "of": matched},
        "forbidden": {
            "hit": len({one["id"] for one in forbidden}),
            "of": len(gold_list.forbidden),
            "pairs": forbidden,
        },
        "noise": {"hit": scorer.noise(), "of": len(gold_list.noise)},
    }


def format_text(result: Mapping[str, Any]) -> str:
    """Return the result of ``evaluate`` as lines for a terminal."""
    lines = []
    for name in ("disputes", "flags"):
        for priority, score in result[name].items():
            missed = f"  missed: {', '.join(score['missed'])}" if score["missed"] else ""
            lines.append(f"{name:9} {priority:7} {score['found']:3} of {score['of']}{missed}")
    lines += [
        f"kind      {kind}: {score['found']} of {score['of']}" for kind, score in result["by_kind"].items()
    ]
    precision, forbidden, noise = result["precision"], result["forbidden"], result["noise"]
    share = "nothing reported" if precision["share"] is None else f"{precision['share']:.0%}"
    reported = len(precision["right"]) + len(precision["wrong"])
    lines.append(f"precision {share} ({len(precision['right'])} of {reported} disputes reported)")
    kinds = result["kind_right"]
    lines.append(f"kind named as expected: {kinds['right']} of {kinds['of']}")
    pairs = "".join(f"\n  {one['id']} ({one['trap']}) by {one['by']}" for one in forbidden["pairs"])
    lines.append(f"forbidden pairs opposed: {forbidden['hit']} of {forbidden['of']}{pairs}")
    lines.append(f"noise: {len(noise['hit'])} of {noise['of']}{''.join(f' {one}' for one in noise['hit'])}")
    return "\n".join(lines) + "\n"


def _by_priority(gold: Iterable[_GoldDispute | _GoldFlag], found: set[str]) -> dict[str, dict[str, Any]]:
    wanted = list(gold)
    scores = {}
    for priority in (*PRIORITIES, *sorted({one.priority for one in wanted} - set(PRIORITIES))):
        ids = [one.id for one in wanted if one.priority == priority]
        scores[priority] = {
            "found": sum(one in found for one in ids),
            "of": len(ids),
            "missed": [one for one in ids if one not in found],
        }
    return scores


def _overlap(one: Span, other: Span) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and 2 * shared >= min(one[1] - one[0], other[1] - other[0])


def _scorer(report: _Report, gold: _Gold) -> _Scorer:
    names = {source.id: source.name for source in report.sources}
    for claim in report.claims:
        if claim.source not in names:
            raise ClaimgraphError(
                f"the report names no source {claim.source!r}, where claim {claim.id!r} stands"
            )
    places = {
        claim.id: (names[claim.source], ((claim.start, claim.end), *claim.content)) for claim in report.claims
    }
    used = [claim for one in (*report.disputes, *report.updates) for side in one.sides for claim in side]
    for wanted in (*used, *(flag.claim for flag in report.flags)):
        if wanted not in places:
            raise ClaimgraphError(f"the report holds no claim {wanted!r}, though a dispute or flag names it")
    return _Scorer(report, gold, places)


def _read(kind: type[_Kind], data: object, what: str) -> _Kind:
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        raise ClaimgraphError(
            f"the {what} is not what `claimgraph evaluate` reads: {where}: {first['msg'].lower()}"
        ) from error
