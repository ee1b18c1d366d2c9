"""What a notebook or a terminal is shown: a summary, an explanation, a drawing; one thing of a case.

The first three are plain text as ``str()`` and HTML in Jupyter. Nothing here is computed that a table or
the report does not hold as well, and nothing asks the network.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, overload

from claimgraph.errors import InputRefusedError
from claimgraph.model import (
    Claim,
    Dispute,
    Findings,
    Proposal,
    Reason,
    Source,
    Speaker,
    Step,
    Subject,
    Update,
)
from claimgraph.report.listing import ANSWERS
from claimgraph.report.wording import KIND_WORDS, count
from claimgraph.tracker.proposed import quoted, reader_says

if TYPE_CHECKING:
    from claimgraph.graph.page import Page
    from claimgraph.tracker.composer import ClaimGraph, Thing

READER = "reader"
"""The name of the step that tells what a second reader says."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a collection holds, counted."""

    counts: tuple[tuple[str, int], ...]
    disputes: tuple[tuple[str, int], ...]
    since: str | None
    until: str | None
    undated: int
    refused: tuple[str, ...]

    @classmethod
    def of(cls, found: Findings, refused: Iterable[InputRefusedError]) -> Self:
        """Count what was found."""
        collection, matching = found.collection, found.matching
        dates = sorted(one.published.date for one in collection.sources if one.published.date)
        flagged = {flag.claim for flag in (*collection.flags, *matching.flags)}
        return cls(
            counts=(
                ("sources", len(collection.sources)),
                ("claims", len(collection.claims)),
                ("speakers", len(collection.speakers)),
                ("disputes", len(matching.disputes)),
                ("updates", len(matching.updates)),
                ("claims flagged as unverified", len(flagged)),
            ),
            disputes=tuple(Counter(one.kind.replace("_", " ") for one in matching.disputes).most_common()),
            since=dates[0] if dates else None,
            until=dates[-1] if dates else None,
            undated=len(collection.sources) - len(dates),
            refused=tuple(str(one) for one in refused),
        )

    def line(self) -> str:
        """Return the three counts that matter most, on one line."""
        counts = dict(self.counts)
        told = ", ".join(count(counts[f"{name}s"], name) for name in ("source", "claim", "dispute"))
        return f"<ClaimGraph {told}>"

    def _lines(self) -> Iterable[tuple[str, str]]:
        for name, number in self.counts:
            kinds = ", ".join(f"{many} {kind}" for kind, many in self.disputes) if name == "disputes" else ""
            yield name, f"{number:,}{f' ({kinds})' if kinds else ''}"
        span = f"{self.since} to {self.until}" if self.since else "no known date"
        yield "published", f"{span}{f'; {self.undated} without a known date' if self.undated else ''}"
        for refused in self.refused:
            yield "not read", refused

    def __str__(self) -> str:
        from claimgraph.lexicon.characters import visible  # noqa: PLC0415 - with its one user

        lines = (f"  {name}: {value}" for name, value in self._lines())
        calls = "cg.disputes(), cg.claims(), cg.figures(), cg.speakers(), cg.sources(), cg.show()"
        return visible("\n".join(("ClaimGraph", *lines, f"  next: {calls}")))

    def _repr_html_(self) -> str:
        from claimgraph.graph import markup  # noqa: PLC0415 - brings networkx with it

        calls = ("disputes", "claims", "figures", "speakers", "sources", "show", "timeline")
        return markup.card(
            "ClaimGraph",
            markup.facts((name.capitalize(), markup.text(value)) for name, value in self._lines()),
            f"<small>Next: {' '.join(f'<code>cg.{call}()</code>' for call in calls)}</small>",
            label="Summary of the collection",
        )


class Explanation(Sequence[Step]):
    """Why a pair of claims is, or is not, a dispute: its steps in order, and the two claims.

    ``disputed`` is True when the two stand on different sides of a dispute.
    """

    def __init__(self, a: str, b: str, steps: Iterable[Step], findings: Findings) -> None:
        self.a = a
        self.b = b
        self.steps = tuple(steps)
        self._findings = findings
        self._claims = {claim.id: claim for claim in findings.collection.claims}

    @property
    def disputed(self) -> bool:
        """Whether the two stand on different sides of a dispute."""
        return self._dispute() is not None

    def _dispute(self) -> Dispute | None:
        pair = frozenset((self.a, self.b))
        return next((one for one in self._findings.matching.disputes if pair in one.pairs), None)

    @property
    def verdict(self) -> str:
        """One sentence: whether they are a dispute and why, or what stopped them first."""
        dispute = self._dispute()
        if dispute is not None:
            nearest = min(dispute.reasons, key=self._far, default=None)
            return _because("They stand on different sides of a dispute", nearest)
        stopped = (step for step in self.steps if step.passed is False and _decides(step))
        what = "They are not a dispute"
        if any(step.name == READER for step in self.steps):
            what = "A reader proposes that they are a dispute; nobody has decided, and no rule calls them one"
        return _because(what, next(stopped, None))

    def _far(self, reason: Reason) -> int:
        """Return how many of the two a reason does not point at."""
        return len({self.a, self.b} - {claim for claim, _, _ in reason.spans})

    @overload
    def __getitem__(self, index: int) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Step, ...]: ...
    def __getitem__(self, index: int | slice) -> Step | tuple[Step, ...]:
        return self.steps[index]

    def __len__(self) -> int:
        return len(self.steps)

    def _pair(self) -> Iterable[tuple[str, str, str]]:
        """Yield id, speakers and words of the two claims."""
        names = {speaker.id: speaker.name for speaker in self._findings.collection.speakers}
        for one in (self._claims[self.a], self._claims[self.b]):
            who = "; ".join(names[each] for each in one.speakers if each in names)
            yield one.id, who or one.unknown_speaker or "speaker unknown", " ".join(one.text.split())

    def __str__(self) -> str:
        from claimgraph.report.listing import as_steps  # noqa: PLC0415 - the words of the command line
        from claimgraph.report.quoting import visible  # noqa: PLC0415

        head = [f"{claim}  {who}: “{words}”" for claim, who, words in self._pair()]
        return visible("\n".join((*head, self.verdict))) + "\n" + as_steps(self.steps, self._findings)

    def __repr__(self) -> str:
        return f"<Explanation of {self.a} and {self.b}: {self.verdict}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002 - as IPython calls it
        printer.text(str(self))

    def _repr_html_(self) -> str:
        from claimgraph.graph import markup  # noqa: PLC0415 - brings networkx with it

        pair = [
            f"<b>{markup.text(who)}</b>: {markup.quote(words)} <code>{markup.text(claim)}</code>"
            for claim, who, words in self._pair()
        ]
        rows = [
            (ANSWERS[step.passed], markup.text(step.name.replace("_", " ")), self._told(step))
            for step in self.steps
        ]
        return markup.card(
            self.verdict,
            markup.listed(pair),
            markup.grid(("", "Compared on", "What was found"), rows),
            label=f"Why {self.a} and {self.b} are, or are not, a dispute",
        )

    def _told(self, step: Step) -> str:
        from claimgraph.graph import markup  # noqa: PLC0415

        texts = {source.id: source.text for source in self._findings.collection.sources}
        spans = (
            (self._claims[claim], start, end) for claim, start, end in step.spans if claim in self._claims
        )
        quotes = [markup.quote(texts[claim.source][start:end]) for claim, start, end in spans]
        return f"{markup.text(step.detail)} {' '.join(dict.fromkeys(quotes))}".strip()


def _because(what: str, why: Step | Reason | None) -> str:
    return f"{what}: {why.detail.rstrip('.')}." if why is not None and why.detail else f"{what}."


def _decides(step: Step) -> bool:
    """Tell whether a step is an outcome, and not one of the comparisons that it rests on."""
    from claimgraph.match.clues import CLUES  # noqa: PLC0415 - brings every rule with it
    from claimgraph.match.fields import FIELDS  # noqa: PLC0415

    return step.name not in FIELDS and step.name not in CLUES


def reader_step(one: Proposal) -> Step:
    """Return what a reader says of a pair, beside what it was compared on; it decides nothing."""
    detail = f"“{KIND_WORDS[one.kind]}”: {reader_says(one)}"
    return Step(name=READER, passed=None, detail=detail, spans=quoted(one))


@dataclass(frozen=True, slots=True, repr=False)
class Drawing:
    """A drawing that Jupyter shows, and that can be saved as a page."""

    page: "Page"

    @property
    def html(self) -> str:
        """The whole page."""
        return self.page.html

    @property
    def caption(self) -> str:
        """What is drawn, and what is left out, in words."""
        return self.page.caption

    def save(self, path: str | Path) -> Path:
        """Write the drawing as one HTML file that opens anywhere, and return its path.

        Raises:
            ClaimgraphError: it cannot be written; an older file is as it was.
        """
        from claimgraph.report.writing import write_whole  # noqa: PLC0415

        place = Path(path)
        write_whole(place, self.page.html.encode())
        return place

    def __str__(self) -> str:
        return str(self.page)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return self.page._repr_html_()


def described(tracker: "ClaimGraph", thing: "Thing") -> str:
    """Return what is known of a thing: a claim with where it stands, a dispute with its sides, a row else."""
    from claimgraph.report.quoting import visible  # noqa: PLC0415

    if isinstance(thing, Claim):
        return tracker.provenance(thing.id).as_text()
    if isinstance(thing, Dispute | Update):
        from claimgraph.report.markdown import one_card  # noqa: PLC0415 - brings templates with it

        return one_card(tracker.around([one for side in thing.sides for one in side]), thing.id)
    lines = _subject(tracker, thing) if isinstance(thing, Subject) else _row(tracker, thing)
    return "".join(f"{name}: {visible(' '.join(value.split()))}\n" for name, value in lines)


def _row(tracker: "ClaimGraph", thing: Source | Speaker) -> Iterator[tuple[str, str]]:
    """Yield the columns of an article's or a speaker's row that are known."""
    source = isinstance(thing, Source)
    frame = tracker.sources() if source else tracker.speakers()
    column = "source_id" if source else "speaker_id"
    row = frame[frame[column] == thing.id].iloc[0].dropna()
    yield from ((str(name), str(value)) for name, value in row.items())


def _subject(tracker: "ClaimGraph", thing: Subject) -> Iterator[tuple[str, str]]:
    """Yield what a subject is called, and the claims on it."""
    yield "subject", thing.label
    claims = {one.id: one for one in tracker.collection().claims}
    for claim in thing.claims:
        if claim in claims:
            yield claim, claims[claim].text
