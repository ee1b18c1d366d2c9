"""Articles come in: found, recognised, read and extracted by whoever is there to do it, and stored.

Invariants
    - An article that cannot be read, or on which a stage fails, costs only itself.
    - One process writes, in the order in which articles are found: what is stored does not depend on
      how many read.
"""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimgraph.errors import InputRefusedError
from claimgraph.report.wording import count
from claimgraph.store import Receipt, Store
from claimgraph.store.opening import MAGIC
from claimgraph.store.places import Twin
from claimgraph.tracker.custody import extracted, reading
from claimgraph.tracker.extracting import Extractor, Outcome, Task, refusing
from claimgraph.tracker.underway import Underway

if TYPE_CHECKING:
    from claimgraph.model import Source
    from claimgraph.read import Input

RENEWED = "renewed"
"""The recipe of an article extracted from the database: its file, when it comes in again, may tell more."""
DATABASE_ENDINGS = frozenset({".db", ".sqlite", ".sqlite3"})
MANY = (".jsonl", ".parquet", ".rss", ".atom", ".warc", ".warc.gz", ".wacz")
"""Files that hold several articles."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of the articles, by name; the refused with reason and remedy.

    ``renamed`` and ``same`` are pairs: the name now, and the name of the article it is. ``gone`` are
    stored articles whose file is no longer in the folders that were read, ``passed_over`` files of these
    folders that are no articles, ``remarks`` lines on what of a file was not read.
    """

    new: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    refused: tuple[InputRefusedError, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    same: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def read(self) -> int:
        """How many articles could be used."""
        return sum(map(len, (self.new, self.kept, self.changed, self.renamed, self.same)))


@dataclass(slots=True)
class Tally:
    """An ``IngestResult`` being filled."""

    new: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    refused: list[InputRefusedError] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    same: list[tuple[str, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def so_far(self) -> str:
        """Say what has been stored, when something stops the rest."""
        stored = len(self.new) + len(self.changed)
        return f"{count(stored, 'article')} taken in before that {'is' if stored == 1 else 'are'} kept"

    def result(self) -> IngestResult:
        return IngestResult(**{one.name: tuple(getattr(self, one.name)) for one in fields(self)})


@dataclass(frozen=True, slots=True)
class _Slip:
    """How an article under way comes in, and what it is to the store; the hash of its bytes."""

    receipt: Receipt
    standing: str
    where: str
    sha256: str = ""

    def meets(self) -> "Iterable[Hashable]":
        """Yield by what another article is one with it: by its place, or by its bytes."""
        if self.receipt.location is not None:
            yield self.receipt.location
        if self.sha256:
            yield self.sha256, self.receipt.recipe


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An article read, to be extracted once its date is settled."""

    source: "Source"
    slip: _Slip


@dataclass(slots=True)
class Intake:
    """Takes in articles; those that do not say when they were published wait.

    A year that an article leaves out can be lent by another on the same days, so the
    undated are settled together, at the end, with everything that is stored. An article
    stored earlier is extracted anew when its date comes out otherwise now: what is stored
    does not depend on the order of coming in.

    Args:
        store: where they come in.
        extractor: with what they are extracted.
        workers: how many processes read and extract; None: as many as pay. Close the intake to end them.
        underway: who does the articles instead, as where they were done before.
    """

    store: Store
    extractor: Extractor
    workers: int | None = 1
    tally: Tally = field(default_factory=Tally)
    underway: Underway[Any] | None = None
    _underway: Underway[_Slip] = field(init=False)
    _meeting: set[Hashable] = field(default_factory=set)
    _waiting: dict[str, _Waiting] = field(default_factory=dict)
    _copies: list[tuple[str, str, str, str]] = field(default_factory=list)
    _seen: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._underway = self.underway or Underway(self.extractor, self.workers)

    def close(self) -> None:
        """End whoever reads; what was not stored yet is not."""
        self._underway.close()

    def take(self, found: "Input") -> None:
        """Read one article, and extract and store it if it has a date and is not there already."""
        receipt = Receipt(location(found), self.extractor.recipe(found))
        if not self._meeting.isdisjoint(_Slip(receipt, "", found.where, found.sha256).meets()):
            self._take_back(everything=True)  # whether it is new depends on one under way
        standing = self.store.standing(found.id, receipt)
        twins = self._twins(found, receipt) if standing != "kept" else []
        if standing == "kept" or any(one.location == receipt.location is not None for one in twins):
            self.tally.kept.append(found.name)
            if receipt.location is not None:
                self._seen[found.id] = receipt.location
            return
        if standing == "new" and self._known(found, receipt, twins):
            return
        slip = _Slip(replace(receipt, reading=reading(found)), standing, found.where, found.sha256)
        self._meeting.update(slip.meets())
        self._give(slip, found)

    def refuse(self, refusal: InputRefusedError) -> None:
        """Count what was found and cannot be read, behind what was found before it."""
        self._underway.told(_Slip(Receipt(), "", refusal.where), Outcome(refusal=refusal))
        self._take_back()

    def _known(self, found: "Input", receipt: Receipt, twins: Sequence[Twin]) -> bool:
        """Tell whether an article is there under another name: its file was renamed, or copied."""
        if receipt.location is None:
            return False
        for twin in twins:
            if twin.location is not None and not is_there(twin.location):
                self.store.move(twin.id, receipt.location)
                self.tally.renamed.append((found.name, twin.name))
                return True
        for twin in twins:
            if twin.location is not None:
                self._copies.append((twin.id, receipt.location, found.name, twin.name))
                return True
        return False

    def _twins(self, found: "Input", receipt: Receipt) -> list[Twin]:
        """Return the articles with the same bytes and metadata, stored or waiting for a date."""
        waiting = [
            Twin(one.source.id, one.source.name, one.slip.receipt.location)
            for one in self._waiting.values()
            if (one.source.sha256, one.slip.receipt.recipe) == (found.sha256, receipt.recipe)
        ]
        return [*self.store.twins(found.id, found.sha256, receipt.recipe), *waiting]

    def look_back(self, folders: Iterable[Path]) -> None:
        """Note the copies found, and the stored articles whose files are no longer in these folders."""
        stored = {one.id for one in self.store.locations()}
        for source, location, name, original in self._copies:
            if source not in stored:
                continue  # it was refused, and has been named
            self.store.add_place(source, location, name)
            self.tally.same.append((name, original))
        self._copies.clear()
        tops = [folder.resolve() for folder in folders]
        for one in self.store.locations() if tops else ():
            if one.location is None or is_there(one.location):
                continue
            if one.id in self._seen:  # under its own name in another folder, or in a file of many renamed
                self.store.move(one.id, self._seen[one.id])
            elif any(Path(one.location).is_relative_to(top) for top in tops):
                self.tally.gone.append(one.name)

    def renew(self) -> None:
        """Extract again, from the texts in the database, what an older version of it held."""
        for one in self.store.outdated():
            receipt = replace(one.receipt, recipe=RENEWED, reading=extracted(one.receipt.reading))
            self._give(_Slip(receipt, "renewed", one.source.name), one.source)
        self._take_back(everything=True)

    def settle(self) -> None:
        """Date the undated by what the others tell, and extract and store them."""
        self._take_back(everything=True)
        if not self._waiting and not ((self.tally.new or self.tally.changed) and self.store.has_undated()):
            return
        from claimgraph.read import date_together  # noqa: PLC0415 - brings the readers with it

        replaced = {one.slip.receipt.location for one in self._waiting.values()} - {None}
        stored = {one.source.id: one for one in self.store.filed() if one.receipt.location not in replaced}
        as_read = {identity: one.as_read for identity, one in stored.items()}
        as_read |= {identity: one.source for identity, one in self._waiting.items()}
        for source in date_together(sorted(as_read.values(), key=lambda one: (one.name, one.id))):
            if source.id in self._waiting:
                waiting = self._waiting[source.id]
                receipt = replace(waiting.slip.receipt, own_date=waiting.source.published)
                self._give(replace(waiting.slip, receipt=receipt), source)
            elif source.published != stored[source.id].source.published:
                self._give(_Slip(stored[source.id].receipt, "redated", source.name), source)
        self._waiting.clear()
        self._take_back(everything=True)

    def _give(self, slip: _Slip, article: "Input | Source") -> None:
        """Have one article done, and file what is done by now."""
        self._underway.give(slip, Task(article, slip.where))
        self._take_back()

    def _take_back(self, *, everything: bool = False) -> None:
        for slip, outcome in self._underway.taken(everything=everything):
            self._meeting.difference_update(slip.meets())
            self._file(slip, outcome)

    def _file(self, slip: _Slip, outcome: Outcome) -> None:
        """Store one article and count it, or let it wait for its date."""
        self.tally.remarks.extend(outcome.remarks)
        if outcome.refusal is not None:
            self.tally.refused.append(outcome.refusal)
        elif outcome.source is not None and outcome.extraction is None:
            self._waiting[outcome.source.id] = _Waiting(outcome.source, slip)
        elif outcome.source is not None and outcome.extraction is not None:
            with refusing(slip.where, self.tally.refused):
                self.store.add(outcome.source, outcome.extraction, slip.receipt)
                self._count(outcome.source.name, slip.standing)

    def _count(self, name: str, standing: str) -> None:
        if standing == "new":
            self.tally.new.append(name)
        elif standing == "changed":
            self.tally.changed.append(name)
        elif name not in (*self.tally.new, *self.tally.changed):
            self.tally.kept = [one for one in self.tally.kept if one != name]
            self.tally.changed.append(name)


def is_database(path: str | Path) -> bool:
    """Say whether a path is a database rather than an article: by its ending or its first bytes."""
    place = Path(path)
    if place.suffix.lower() in DATABASE_ENDINGS:
        return True
    try:
        with place.open("rb") as handle:
            return handle.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError):
        return False


def location(found: "Input") -> str | None:
    """Return where an article is read from, as seen from anywhere; None for standard input."""
    from claimgraph.read.inputs import STDIN  # noqa: PLC0415

    if found.path == STDIN:
        return None
    if is_elsewhere(found.path):
        return f"{found.path}#{found.name}"
    place = Path(found.path).resolve()
    return f"{place}#{found.name}" if place.name.lower().endswith(MANY) else str(place)


def is_elsewhere(path: str) -> bool:
    """Tell whether a path is the address of a file that lies on no disk of this machine."""
    return _ELSEWHERE.match(path) is not None


def is_there(location: str) -> bool:
    """Say whether the file of a location still exists; for a line of a file, the file.

    What lies on no disk of this machine is taken to be there.
    """
    if is_elsewhere(location):
        return True
    of_many = next((end for end in MANY if f"{end}#" in location.lower()), None)
    if of_many is not None:
        location = location[: location.lower().index(f"{of_many}#") + len(of_many)]
    return Path(location).exists()
