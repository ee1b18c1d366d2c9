"""One article at a time: found, recognised, read, extracted, stored.

Invariant: an article that cannot be read, or on which a stage fails, costs only itself.
"""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph import __version__
from claimgraph.errors import ClaimgraphError, InputRefusedError
from claimgraph.report.wording import count
from claimgraph.store import Receipt, Store
from claimgraph.tracker.custody import extracted, reading

if TYPE_CHECKING:
    from claimgraph.extract.speakers import Actors
    from claimgraph.model import Extraction, Source
    from claimgraph.read import Input

log = logging.getLogger(__name__)

RENEWED = "renewed"
"""The recipe of an article extracted from the database: its file, when it comes in again, may tell more."""
DATABASE_ENDINGS = frozenset({".db", ".sqlite", ".sqlite3"})
_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of the articles, by name; the refused with reason and remedy; remarks on what was read."""

    new: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    refused: tuple[InputRefusedError, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def read(self) -> int:
        """How many articles could be used."""
        return len(self.new) + len(self.kept) + len(self.changed)


@dataclass(slots=True)
class Tally:
    """An ``IngestResult`` being filled."""

    new: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    refused: list[InputRefusedError] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def so_far(self) -> str:
        """Say what has been stored, when something stops the rest."""
        stored = len(self.new) + len(self.changed)
        return f"{count(stored, 'article')} taken in before that {'is' if stored == 1 else 'are'} kept"

    def result(self) -> IngestResult:
        return IngestResult(
            tuple(self.new), tuple(self.kept), tuple(self.changed), tuple(self.refused), tuple(self.remarks)
        )


@dataclass(frozen=True, slots=True)
class Extractor:
    """With what articles are extracted, and how that is recognised later."""

    actors: "Actors | None"
    digest: str

    def recipe(self, found: "Input") -> str:
        """Return what, besides its bytes, an article's extraction depends on."""
        parts = (__version__, self.digest, repr(found.metadata))
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]

    def extract(self, source: "Source") -> "Extraction":
        from claimgraph.extract import extract  # noqa: PLC0415 - brings the parser with it

        extraction = extract(source, actors=self.actors)
        for claim in extraction.claims:
            if source.text[claim.start : claim.end] != claim.text or claim.source != source.id:
                raise ValueError(f"claim {claim.id} does not stand where it says")
        return extraction


@dataclass(slots=True)
class _Waiting:
    """An article read, to be extracted once its date is settled."""

    source: "Source"
    receipt: Receipt
    standing: str
    where: str


@dataclass(slots=True)
class Intake:
    """Takes in articles one by one; those that do not say when they were published wait.

    A year that an article leaves out can be lent by another on the same days, so the
    undated are settled together, at the end, with everything that is stored. An article
    stored earlier is extracted anew when its date comes out otherwise now: what is stored
    does not depend on the order of coming in.
    """

    store: Store
    extractor: Extractor
    tally: Tally = field(default_factory=Tally)
    _waiting: dict[str, _Waiting] = field(default_factory=dict)

    def take(self, found: "Input") -> None:
        """Read one article, and extract and store it if it has a date and is not there already."""
        receipt = Receipt(location(found), self.extractor.recipe(found))
        standing = self.store.standing(found.id, receipt)
        if standing == "kept":
            self.tally.kept.append(found.name)
            return
        with refusing(found.where, self.tally.refused):
            source = found.source(self.tally.remarks)
            receipt = replace(receipt, reading=reading(found))
            waiting = _Waiting(source, receipt, standing, found.where)
            if source.published.date is None:
                self._waiting[source.id] = waiting
            else:
                self._file(waiting)

    def renew(self) -> None:
        """Extract again, from the texts in the database, what an older version of it held."""
        for one in self.store.outdated():
            receipt = replace(one.receipt, recipe=RENEWED, reading=extracted(one.receipt.reading))
            self._file(_Waiting(one.source, receipt, "renewed", one.source.name))

    def settle(self) -> None:
        """Date the undated by what the others tell, and extract and store them."""
        if not self._waiting and not ((self.tally.new or self.tally.changed) and self.store.has_undated()):
            return
        from claimgraph.read import date_together  # noqa: PLC0415 - brings the readers with it

        replaced = {one.receipt.location for one in self._waiting.values()} - {None}
        stored = {one.source.id: one for one in self.store.filed() if one.receipt.location not in replaced}
        as_read = {identity: one.as_read for identity, one in stored.items()}
        as_read |= {identity: one.source for identity, one in self._waiting.items()}
        for source in date_together(sorted(as_read.values(), key=lambda one: (one.name, one.id))):
            if source.id in self._waiting:
                waiting = self._waiting[source.id]
                receipt = replace(waiting.receipt, own_date=waiting.source.published)
                self._file(replace(waiting, source=source, receipt=receipt))
            elif source.published != stored[source.id].source.published:
                receipt = stored[source.id].receipt
                self._file(_Waiting(source, receipt, "redated", source.name))
        self._waiting.clear()

    def _file(self, waiting: _Waiting) -> None:
        """Extract and store one article, and count it."""
        with refusing(waiting.where, self.tally.refused):
            extraction = self.extractor.extract(waiting.source)
            self.store.add(waiting.source, extraction, waiting.receipt)
            self._count(waiting.source.name, waiting.standing)

    def _count(self, name: str, standing: str) -> None:
        if standing == "new":
            self.tally.new.append(name)
        elif standing == "changed":
            self.tally.changed.append(name)
        elif name not in (*self.tally.new, *self.tally.changed):
            self.tally.kept = [one for one in self.tally.kept if one != name]
            self.tally.changed.append(name)


@contextmanager
def refusing(where: str, refused: list[InputRefusedError]) -> Iterator[None]:
    """Count an article as refused when it cannot be read, or a stage fails on it."""
    try:
        yield
    except InputRefusedError as refusal:
        refused.append(refusal)
    except ClaimgraphError:
        raise
    except Exception as error:
        log.debug("extraction failed on %s", where, exc_info=True)
        reason = f"claimgraph failed on it ({type(error).__name__})"
        remedy = "report this file to the claimgraph authors"
        refused.append(InputRefusedError(where, reason, remedy))


def is_database(path: str | Path) -> bool:
    """Say whether a path is a database rather than an article: by its ending or its first bytes."""
    place = Path(path)
    if place.suffix.lower() in DATABASE_ENDINGS:
        return True
    try:
        with place.open("rb") as handle:
            return handle.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError):
        return False


def location(found: "Input") -> str | None:
    """Return where an article is read from, as seen from anywhere; None for standard input."""
    from claimgraph.read.inputs import STDIN  # noqa: PLC0415

    if found.path == STDIN:
        return None
    place = Path(found.path).resolve()
    return f"{place}#{found.name}" if place.suffix.lower() == ".jsonl" else str(place)


def extractor_for(actors: Path | None) -> Extractor:
    """Load the actors file, if there is one."""
    if actors is None:
        return Extractor(None, "")
    from claimgraph.extract.speakers import load_actors  # noqa: PLC0415

    digest = hashlib.sha256(actors.read_bytes()).hexdigest() if actors.is_file() else ""
    return Extractor(load_actors(actors), digest)
